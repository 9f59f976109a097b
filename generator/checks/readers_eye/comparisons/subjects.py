"""Whether what a comparison is said of is the result: by its name, its figure, a pronoun, or the clause before."""

import re
from decimal import Decimal

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import IN_WORDS, TIMES_TAKEN, figures_in, fits
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import ELSEWHERE
from generator.checks.readers_eye.text.told_of import (
    is_said_of_it,
    names_nothing_else,
    opens_with_another,
    without_opening,
)
from generator.checks.readers_eye.text.words import folded, plain_words, word_set

_CLAUSE = re.compile(
    r"[;:()]|, (?!\d{3}\b)| [–-] |\b(?:and|but|while|whilst|although|though|because|so|yet|whereas|as|when"
    r"|(?=which\b))\b"
)
_EMPTY = word_set(
    """is are was were be been being has have had remains remained still now again also a an the some slightly a little
    marginally sharply well far much even only just about around there it's itself at then by clearly noticeably
    slight small modest minor marginal touch shade tad bit fraction fractionally narrowly steep sharp big large real
    marked clear considerable further overall in all year quarter year's quarter's sadly happily pleasingly regrettably
    disappointingly unfortunately however takes took taking came come comes gone went go goes seen saw see show
    shows showed represents represented marks marked continued continues to recorded and very too rather somewhat
    considerably significantly substantially steadily gradually continuing sustained steady welcome encouraging"""
)
_COUNTS = frozenset(IN_WORDS) - {"no", "one"}
_PRONOUNS = word_set("it this that which these they those")
_US = word_set("we our us")
_WHOLE = re.compile(r"(?:and |but )?(?:overall|in all|as a whole|taken together|all in all)\b")
_OTHERS = Sought(
    r"\b(?:exclud(?:es|ed|ing)|apart from|except|without|among|amongst|for (?:those|adults|children|men|women|boys"
    r"|girls)|of (?:these|those|them|which|whom)|whose|where|elsewhere|every|each|some of|of the last|part of|target"
    r"|forecast|profile|its|their|(?:this|that) (?:week|month|day|morning|night)|not in this"
    r"|one|another|others|some|many|most|several|no (?!change|movement|difference|longer|better|worse|more|less)[a-z]+"
    r" (?!change|difference))\b"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|be|been|rose|fell|grew|dropped|went|stood|stands|came|remains?|remained"
    r"|improved|increased|reduced|decreased|declined|dipped|took|takes|made|make|showed|shows|did|does|do)\b"
)


_AMOUNT = re.compile(
    r"(?:\b(?:by|about|some|just|only|almost|nearly|over|a|full) )*"
    r"(?<![\w.,£])(?:an?(?= (?:full |whole )?(?:percentage )?(?:point|day|week|month|hour|minute) )"
    rf"|£?\d[\d.,]*(?:k|m|bn)?|{'|'.join(IN_WORDS)})(?: and a half)?"
    r"(?: ?(?:%|per cent|(?:percentage )?points?|days?|weeks?|months?|hours?|minutes?|seconds?|tonnes?|kg))? $",
    re.IGNORECASE,
)
"""How much more or less something is, right before the word that says so."""


def is_of_the_result(sentence: str, at: int, text: OfMeasure, earlier: str) -> bool:
    """Whether what is said at a place of a sentence is said of the result; ``earlier`` is the sentence before."""
    at = len(_AMOUNT.sub("", sentence[:at]))
    for start, end in reversed(_ends(sentence, at)):
        verdict = _of_part(sentence[start:end], sentence[:start], text, earlier, goes_on=end < at)
        if verdict is not None:
            return verdict
    return _goes_on(earlier, text)


def before_it(line: Line, sentence: str) -> str:
    """The sentence of a line before one; empty where it is the first."""
    place = line.sentences.index(sentence)
    return line.sentences[place - 1] if place else ""


def clause_at(sentence: str, at: int) -> str:
    """The clause before a place of a sentence, up to it."""
    start, end = _ends(sentence, at)[-1]
    return sentence[start:end]


def clause_with(sentence: str, at: int) -> str:
    """The whole clause that a place of a sentence is in, or the sentence where that is hardly more than a word."""
    after = _CLAUSE.search(sentence, at)
    clause = clause_at(sentence, at) + sentence[at : after.start() if after else len(sentence)]
    return (clause if clause.strip().count(" ") > 1 else sentence).strip()


def _ends(sentence: str, at: int) -> list[tuple[int, int]]:
    """The clauses before a place, the last up to it."""
    cuts = list(_CLAUSE.finditer(sentence, 0, at))
    starts = [0, *(match.end() for match in cuts)]
    ends = [*(match.start() for match in cuts), at]
    return list(zip(starts, ends, strict=True))


def _of_part(part: str, before: str, text: OfMeasure, earlier: str, *, goes_on: bool) -> bool | None:
    """Whether a clause is about the result, which may go on in the next; None where it has no subject of its own."""
    if ELSEWHERE.search_part(part) or _OTHERS.search_part(part) or opens_with_another(part, text.title):
        return False
    told = True if _WHOLE.match(folded(part).strip()) else has_result(part, text)
    is_its = is_about_it(before, text) if before.strip() else _goes_on(earlier, text)
    return _by_subject(part, text, is_its=is_its, goes_on=goes_on) if told is None else told


def _by_subject(part: str, text: OfMeasure, *, is_its: bool, goes_on: bool) -> bool | None:
    """The same, by its subject: a pronoun stands for what comes before, which ``is_its`` or is not."""
    left = _content(part)
    if not left:
        return None
    named = [each for each in left if each not in _PRONOUNS]
    if left[0] in _PRONOUNS and not _US & set(named):
        return is_its and (not named or goes_on or names_nothing_else(part, text.title))
    return names_nothing_else(part, text.title) or (not goes_on and is_said_of_it(_head(part), text))


def _content(part: str) -> list[str]:
    return [each for each in plain_words(without_opening(part)) if each not in _EMPTY and each[0].isalpha()]


def is_of_those_counted(clause: str, text: OfMeasure) -> bool:
    """Whether a clause before a word for more tells, of a share, how many it is a share of: "Referrals were"."""
    left = _content(clause)
    if text.unit != "%" or len(left) != 1 or left[0][-1] != "s":
        return False
    return shared(left[0], text.subject) > 0 and not is_said_of_it(left[0], text)


def has_result(part: str, text: OfMeasure) -> bool | None:
    """Whether a part of a text tells the result, or, by a figure that is unknown, something else; None without any."""
    actual, unit = text.judged.quarter.actual, text.unit
    figures = [each for each in figures_in(part) if each.unit != "points" and not each.is_year]
    if not isinstance(actual, Decimal):
        return None
    if any(fits(each, unit) and each.agrees_with(actual) for each in figures):
        return True
    counted = _COUNTS & set(plain_words(part))
    of_others = {unit, "%", "£"} | ({""} if unit in TIMES_TAKEN else set())
    titled = {each.value for each in figures_in(text.title)}
    is_other = any(each.unit in of_others or (each.unit and each.value not in titled) for each in figures)
    if is_other or counted:
        return not unit and actual in {IN_WORDS[each] for each in counted}
    return None


def is_about_it(part: str, text: OfMeasure) -> bool:
    """Whether a sentence or clause is about the result, so that a pronoun after it stands for that."""
    told = has_result(part, text)
    if told is not None:
        return told
    return names_nothing_else(part, text.title) or is_said_of_it(_head(part), text)


def _goes_on(earlier: str, text: OfMeasure) -> bool:
    """Whether a sentence without a subject of its own goes on about the result: after one about it, or at first."""
    return not earlier or is_about_it(earlier, text)


def _head(part: str) -> str:
    """A clause up to its verb."""
    verb = _VERB.search(folded(part))
    return part[: verb.start()] if verb else part
