"""NUM06: words for success where the status is an exception, for failure where it is none, or another status' name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.checks.readers_eye.against_verdict.hedges import is_hedged
from generator.checks.readers_eye.against_verdict.praise import (
    ALL_WELL,
    BAD,
    FINE,
    GLAD,
    GOOD,
    POOR,
    WELL,
    told_by,
)
from generator.checks.readers_eye.against_verdict.verdict_words import SaidOfIt, verdicts_in
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import figures_in, fits
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sentences import around, shortest
from generator.checks.readers_eye.text.sought import Found, Sought, any_of, phrase
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import is_of_another_time
from generator.checks.readers_eye.text.told_of import is_said_of_it, names_nothing_else
from generator.model.measure import Polarity
from generator.model.period import MONTH_NAMES
from generator.model.problem import Problem

_PRAISING = GOOD | WELL
_OF_A_MOVE = Sought(r"\b(?:improv|better|progress|rise|rose|f[ae]ll|reduc)")
"""One may well be glad of a change for the better, whose direction is another rule's to judge."""
_MEASURED = phrase(
    r"""perform\w* measure outcome position service uptake take-?up rate level levels figure results? indicator target
    quarter collection answer"""
)
_UNSURE = phrase(r"where keep not unlikely if ensure so_that would unable fail\w* more_likely less_likely")
_OF_THE_YEAR = Sought(r"\b(?:forecast\w*|year[- ]end|end of (?:the )?(?:financial )?year|will|by March|full[- ]year)\b")
_CLAUSE = re.compile(r"[;:]")
_SOME, _MANY = any_of("\\d+ one two three four five"), any_of("\\d+ two three four five six nine twelve")
_IN_PART = Sought(
    r"\b(?:in other|elsewhere|other measures?|national\w*|nationally|compared (?:with|to) other|for (?:\w+ )?months"
    rf"|(?:{_SOME}) (?:out )?of (?:the )?(?:\w+ )?(?:{_MANY})? ?(?:months|weeks|quarters))\b"
)


def words_against_status(text: OfMeasure) -> Iterator[Problem]:
    """NUM06 for a sentence that says of the quarter, or of the year end, what its status denies."""
    quarter = text.judged.quarter.status
    denied = _is_told_as_well if quarter.exception else _is_told_as_ill
    told = set[str]()
    for line, sentence in text.sentences:
        if quarter.rated and denied(_of_now(sentence), text):
            told.add(sentence)
            quoted = shortest(sentence, lambda part: denied(_of_now(part), text))
            yield _problem(text, line, quoted, quarter.name, text.judged.span)
    if quarter.rated:
        verdict = SaidOfIt.GOOD if quarter.exception else SaidOfIt.BAD
        for line, sentence in text.sentences:
            clause = verdicts_in(_of_now(sentence), text).get(verdict) if sentence not in told else None
            if clause and _is_of_the_quarter(clause, text):
                yield _problem(text, line, sentence, quarter.name, text.judged.span)
    yield from _other_names(text)


_AFTER_ONE = re.compile(
    r"\b(?:after|following) (?:an?|the|our|its|that|such an?) (?:[a-z-]+ ){1,3}?(?:winter|spring|summer|autumn"
    r"|Christmas|year|start|run|spell|season|(?:first|second|third|last) (?:quarter|half)"
    rf"|{'|'.join(MONTH_NAMES)})\b"
)
"""What something came after: how that went is not how it goes now."""


def _of_now(sentence: str) -> str:
    return _AFTER_ONE.sub("", sentence) if "after" in sentence or "following" in sentence else sentence


def _is_of_the_quarter(clause: str, text: OfMeasure) -> bool:
    is_of_then = is_of_another_time(clause, 0, text.judged.returned.own_period) or _OF_THE_YEAR.search(clause)
    is_of_another = any(not fits(each, text.unit) and each.unit != "points" for each in figures_in(clause))
    return not (is_of_then or is_of_another or _OF_A_MOVE.search(clause) or _IN_PART.search(clause))


def _problem(text: OfMeasure, line: Line, sentence: str, status: str, half: str) -> Problem:
    return text.problem("NUM06", line, sentence, status=status, half=half)


def _is_told_as_well(sentence: str, text: OfMeasure) -> bool:
    return _is_told_as_fine(sentence, text) or _is_at_a_good_level(sentence, text)


def _is_told_as_ill(sentence: str, text: OfMeasure) -> bool:
    return any(_is_told_as_poor(each, text) for each in _CLAUSE.split(sentence))


def _is_told_as_fine(sentence: str, text: OfMeasure) -> bool:
    if ALL_WELL.search(sentence) and not _IN_PART.search(sentence):
        return True
    found = (*FINE.finditer(sentence), *GLAD.finditer(sentence), *told_by(sentence, _PRAISING))
    return any(_is_praise(each, sentence, text) for each in found)


def _is_praise(fine: Found, sentence: str, text: OfMeasure) -> bool:
    if _is_its_name(fine[0], text) or is_hedged(sentence, fine):
        return False
    if _UNSURE.search(sentence[: fine.start()]) or _IN_PART.search(sentence):
        return False
    if GLAD.search(fine[0]) and _OF_A_MOVE.search(sentence):
        return False
    before, clause = _VERB.sub("", sentence[: fine.start()]), around(sentence, fine.start())
    if _OF_TRAVEL.search(before) or _CONCEDED.search(before):
        return False
    if not _VERB.sub("", clause[: clause.find(fine[0])]).strip():
        clause = sentence[: fine.end()]  # what is said stands in an earlier clause: "A scheme began, and is on track"
    is_about_it = (
        _MEASURED.search(sentence)
        or shared(sentence, text.subject) >= 2
        or is_said_of_it(before, text)
        or names_nothing_else(clause.replace(fine[0], ""), text.title)
    )
    return bool(is_about_it) and not _is_then(sentence, fine, text)


def _is_its_name(words: str, text: OfMeasure) -> bool:
    """Whether words of praise are words of the title: "positive outcomes", "the expected standard"."""
    titled = text.title.lower()
    return words.rpartition(" ")[2].lower() in titled and not titled.startswith(words.lower())


_OF_TRAVEL = Sought(r"\b(?:directions?|trends?|trajectory|travel)(?: of travel)?\s*$")
"""What is good of a direction is another rule's to judge."""
_CONCEDED = Sought(r"\b(?:for all|despite|notwithstanding|in spite of)\b[^,;]*$")
_VERB = re.compile(r"(?:\b(?:is|are|was|were|has|have|been|remains?) )+$")
_LEVEL = Sought(
    r"\b(?:remains?|remained|is|are|was|were|stays?|continues to be) (?:very |relatively |reassuringly )?"
    r"(?:(?P<low>low)|(?P<high>high))\b(?! (?:risk|level|number|cost|demand|turnover))"
    r"|\b(?:remains?|remained|is|are|stays?) at an? (?:very )?(?:(?P<lowly>low)|(?P<highly>high)) level\b"
    r"|\b(?P<holds>(?:is |are |has |have )?(?:holds?|holding|held) up(?: well)?|coped (?:well|admirably))\b"
)


def _is_at_a_good_level(sentence: str, text: OfMeasure) -> bool:
    good = {Polarity.LOWER: "low", Polarity.HIGHER: "high"}.get(text.judged.measure.polarity, "holds")
    for found in _LEVEL.finditer(sentence):
        before = sentence[: found.start()].rpartition(" and ")[2]
        if (
            (found.last_group or "").removesuffix("ly") in {good, "holds"}
            and is_said_of_it(before, text)
            and not is_hedged(sentence, found)
        ):
            return not _is_then(sentence, found, text)
    return False


def _is_then(sentence: str, found: Found, text: OfMeasure) -> bool:
    """Whether the part of a sentence up to its next comma tells of another time or place."""
    until = sentence.find(", ", found.end())
    return is_of_another_time(sentence[: until if until > 0 else None], found.start(), text.judged.returned.own_period)


def _is_told_as_poor(clause: str, text: OfMeasure) -> bool:
    for found in (*POOR.finditer(clause), *told_by(clause, BAD)) if not _OF_A_MOVE.search(clause) else ():
        rest = around(clause, found.start()).replace(found[0], "")
        is_its = is_said_of_it(clause[: found.start()], text) or names_nothing_else(rest, text.title)
        if is_its and not is_hedged(clause, found) and not _is_then(clause, found, text):
            return True
    return False


def _other_names(text: OfMeasure) -> Iterator[Problem]:
    """A sentence that gives the measure the name of a status which neither half of it has."""
    judged = text.judged
    own = {each.status.name for each in (judged.quarter, judged.forecast) if each}
    others = tuple(each.name for each in judged.scheme.statuses if each.name not in own)
    for line in text.lines:
        if any(name in line.text for name in others):
            for sentence in line.sentences:
                found = _called(others).search(sentence)
                if found and not is_of_another_time(sentence, found.start(), judged.returned.own_period):
                    yield _problem(text, line, sentence, judged.quarter.status.name, judged.span)


@lru_cache(8)
def _called(names: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of what is called by one of some names: "remains Green"."""
    return re.compile(
        r"\b(?i:is|remains?|remained|stays?|rated|status is|status of|currently)"
        r"(?: (?i:at|as|currently|now|rated|still))?"
        rf" (?:{'|'.join(map(re.escape, names))})\b(?! [A-Z])"
    )
