"""NUM06: words of praise where the status is an exception, of blame where it is none, or another status' name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.checks.readers_eye.against_verdict.verdict_words import SaidOfIt, VerdictTold, verdicts_in
from generator.checks.readers_eye.comparisons.subjects import before_it, is_of_the_result
from generator.checks.readers_eye.standing.side_words import IN_PART, YEAR_END
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import figures_in, fits
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.times import is_of_another_time
from generator.checks.readers_eye.text.told_of import known_figures
from generator.checks.readers_eye.text.words import word_set, words_read
from generator.model.measure import Polarity
from generator.model.period import MONTH_NAMES
from generator.model.problem import Problem

_OF_A_MOVE = Sought(r"\b(?:improv|better|worse|deterior|progress|rise|rose|f[ae]ll|reduc|(?<!fully )recover)")
"""One may well be glad of a change for the better, whose direction is another rule's to judge."""
_AFTER_ONE = re.compile(
    r"\b(?:after|following) (?:an?|the|our|its|that|such an?) (?:[a-z-]+ ){1,3}?(?:winter|spring|summer|autumn"
    r"|Christmas|year|start|run|spell|season|(?:first|second|third|last) (?:quarter|half)"
    rf"|{'|'.join(MONTH_NAMES)})\b"
)
"""What something came after: how that went is not how it goes now."""
_PRONOUNS = word_set("it this that these they")
_ITSELF = word_set(
    "result results performance figure figures quarter outcome position picture outturn score rate level measure return"
)


_CHOSEN = frozenset({"high", "low"})
"""What may be an answer by itself: that of a risk."""


def words_against_status(text: OfMeasure) -> Iterator[Problem]:
    """NUM06 for a sentence that says of the quarter what its status denies, or that calls it by another's name."""
    quarter = text.judged.quarter.status
    good = {Polarity.LOWER: SaidOfIt.LOW, Polarity.HIGHER: SaidOfIt.HIGH}.get(text.judged.measure.polarity)
    denied = (SaidOfIt.GOOD, SaidOfIt.ON_TIME, good) if quarter.exception else (SaidOfIt.BAD, SaidOfIt.LATE)
    for line, sentence in text.sentences if quarter.rated else ():
        if sentence.rstrip(".").lower() in _CHOSEN:
            continue
        now = _AFTER_ONE.sub("", sentence) if "after" in sentence or "following" in sentence else sentence
        told = (each for said, each in verdicts_in(now, text).items() if said in denied)
        if any(_is_of_the_quarter(each, now, text) and _is_of_it(line, sentence, now, each, text) for each in told):
            yield _problem(text, line, sentence)
    yield from _other_names(text)


def _is_of_the_quarter(told: VerdictTold, sentence: str, text: OfMeasure) -> bool:
    clause, known = told.clause, (*known_figures(text), *(each.value for each in figures_in(text.title)))
    is_of_then = is_of_another_time(told.all_told, 0, text.judged.returned.own_period) or YEAR_END.search(clause)
    is_of_another = any(
        not fits(each, text.unit) or not any(map(each.agrees_with, known))
        for each in figures_in(told.all_told)
        if each.unit != "points"
    )
    is_of_a_move = _OF_A_MOVE.search(clause if " " in clause else sentence) and "news" not in clause
    return not (is_of_then or is_of_another or is_of_a_move or IN_PART.search(clause))


def _is_of_it(line: Line, sentence: str, now: str, told: VerdictTold, text: OfMeasure) -> bool:
    """Whether "it" is the measure, where a clause has no other subject."""
    said = words_read(told.clause)
    if said.at(0) not in _PRONOUNS or not _ITSELF.isdisjoint(said.words):
        return True
    return is_of_the_result(now, told.at, text, before_it(line, sentence))


def _problem(text: OfMeasure, line: Line, sentence: str) -> Problem:
    return text.problem("NUM06", line, sentence, status=text.judged.quarter.status.name, half=text.judged.span)


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
                    yield _problem(text, line, sentence)


@lru_cache(8)
def _called(names: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of what is called by one of some names: "remains Green"."""
    return re.compile(
        r"\b(?i:is|remains?|remained|stays?|rated|status is|status of|currently)"
        r"(?: (?i:at|as|currently|now|rated|still))?"
        rf" (?:{'|'.join(map(re.escape, names))})\b(?! [A-Z])"
    )
