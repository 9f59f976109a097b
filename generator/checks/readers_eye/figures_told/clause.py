"""The clause that a figure stands in: cut where another one begins, and with its subject where that stands before."""

import re
from functools import lru_cache
from typing import NamedTuple

from generator.checks.readers_eye.text.figures import Figure, figures_in
from generator.checks.readers_eye.text.sentences import OR_SO
from generator.checks.readers_eye.text.words import PASSAGES, folded

_OTHERWISE = (
    r"because|while|whilst|whereas|although|though|but|yet|so that|so(?! far)|due to|owing to|thanks to"
    r"|reflect(?:s|ed|ing)?|(?:explained|caused|driven) by|as a result of|on account of|following|despite"
    r"|(?<!looked )after (?!a year)"
    r"|as (?!at\b|in\b|an?\b|of\b|much|many|high|low|last|it was|they were)"
)
_CUT = re.compile(
    rf"[;:()]|, (?!\d{{3}}\b)|\.\s| [–-] |\b(?:{_OTHERWISE})\b|\b(?=(?:when|where|which|who|whose)\b)"
    r"|\bsince (?=[a-z]+ (?:[a-z]+ )?(?:is|are|was|were|has|have|had|left|broke|failed)\b)"
    r"|\band (?=(?:it|this|that|we|they|now|the) )"
    rf"|\b(?:and|or) (?={OR_SO}£?\d)"
)
_ENDS = re.compile(
    r"\b(?:against|compared|compares|versus|than|short of|instead of|(?:up|down|rather) from|from"
    r"|and (?:is|are|was|were|has|have|had|remains?))\b"
)
_OPENING = re.compile(
    r"(?:But |And |Yet )?(?:(?:In|During|For|At|On|Over|By|Since|Between|Across|From|Through|Throughout|Until|Last|This"
    r"|A (?:year|quarter)|Twelve|Three|Nationally|Elsewhere|Compared|Against|Unlike|Among|With|Without|Under|Before"
    r"|Earlier|in|at|by|early|late)\b[^,;.]{0,60}, )+"
)
_BARE = re.compile(
    r"(?:\W|\d|\b(?:at|in|now|only|just|some|still|and|or|with|an?|the|to|on|of|by|currently|standing|average"
    r"|about|around|nearly|almost|over|under|from|up|down|points?|both|again|as|ever|near|enough)\b)*"
)
"""What says nothing by itself: "at", "now at", "an average of"."""
_NO_SUBJECT = re.compile(
    r"\W*(?:and |which )?(?:is|are|was|were|has|have|had|stood|stands|stayed|came|fell|rose|took|reached|made|hit|ran"
    r"|averaged|scored|managed|kept|lost|met|paid|sent|found|held|spent|won|did|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
"""How a part begins whose subject stands before it."""
_DID = re.compile(r" (?:were|was|are|is|did|do|had|have)\W*")
"""What goes on from the clause before: "Calls by night are few, and 98% were"."""
_OF_IT = re.compile(r"\W*(?:it|this|they)\b", re.IGNORECASE)
_TO = re.compile(rf"\bto {OR_SO}$")
_FROM_TO = re.compile(rf"\bfrom \b[^;,]{{2,60}}\bto {OR_SO}$", re.IGNORECASE)
"""What stands before the end of a move: its start, with the time of that."""
_LED = re.compile(r"(?:when|where|who|whose)\b", re.IGNORECASE)
HAS_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|be|[a-z]{3,}ed|fell|rose|went|came|took|would)\b")
_HARD = re.compile(r"[;:] |\bbut\b")
_OF_SO_MANY = re.compile(r"\W*(?:out )?of (?:the |our |all )*$")


class Clause(NamedTuple):
    """The words of a figure's clause before and after it; it may be ``led`` by what it tells of: "when it was"."""

    before: str
    after: str
    whole: str
    """The clause with all before it that may name its time."""
    led: bool


@lru_cache(PASSAGES)
def numbers_in(sentence: str) -> tuple[Figure, ...]:
    """The figures of a sentence that are no years."""
    return tuple(each for each in figures_in(sentence) if not each.is_year)


def clause_of(sentence: str, figure: Figure, title: str) -> Clause:
    """The clause of a figure; what stands in brackets before it is left out, and figures that are the title's."""
    told = _without_brackets(sentence, figure.start)
    others = [each for each in numbers_in(sentence) if each.start != figure.start and each.typed not in title]
    after, small = _after(sentence, figure, others), folded(told)
    came_from = _FROM_TO.search(told[: figure.start])
    at = came_from.start() if came_from else figure.start
    hard = max((each.end() for each in _HARD.finditer(told, 0, at)), default=0)
    starts = sorted({0, hard, *(each.end() for each in _CUT.finditer(small)), *(each.end for each in others)})
    starts = [each for each in starts if each <= at]
    if told[figure.start - 1 : figure.start] == "(":
        starts = [each for each in starts if each < at and not any(each == one.end for one in others)]
        after = after if _BARE.fullmatch(small, starts[-1], at) else ""
    while len(starts) > 1 and _goes_on(small, starts[-1], at, folded(after)):
        starts.pop()
    if _NO_SUBJECT.match(told, starts[-1], at) or (_BARE.fullmatch(small, starts[-1], at) and _DID.fullmatch(after)):
        starts = [hard]
    before = told[starts[-1] : at]
    opening = _OPENING.match(told)
    lead = opening[0] if opening and opening.end() <= starts[-1] else ""
    time = told[hard:at] if _OF_IT.match(before) else lead + before
    return Clause(lead + before, after, f"{time}{figure.typed}{after}", led=_LED.match(before) is not None)


def _after(sentence: str, figure: Figure, others: list[Figure]) -> str:
    """What stands after a figure, up to the next one that it is no share of, or a cut."""
    later = [each.start for each in others if each.start > figure.start]
    if later and _OF_SO_MANY.fullmatch(sentence[figure.end : later[0]]):
        del later[0]
    begins = figure.end + sentence[figure.end :].startswith(")") * sentence[: figure.start].endswith("(")
    after = sentence[begins : later[0] if later else None]
    small = folded(after)
    return after[: min((found.start() for each in (_CUT, _ENDS) if (found := each.search(small))), default=None)]


def _goes_on(small: str, start: int, end: int, after: str) -> bool:
    """Whether a part that starts at a place has no subject of its own."""
    before = small[start:end]
    if _BARE.fullmatch(before) is None or not (_TO.search(before) or _BARE.fullmatch(after)):
        return False
    mark = small[start - 2 : start].strip()[-1:]
    return mark != ";" and (mark != ":" or HAS_VERB.search(small[:start]) is None)


def _without_brackets(sentence: str, at: int) -> str:
    """A sentence with blanks for what stands in brackets before a place."""
    if "(" not in sentence[:at]:
        return sentence
    before = re.sub(r"\([^()]*\)", lambda found: " " * len(found[0]), sentence[:at])
    return before + sentence[at:]
