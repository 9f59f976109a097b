"""Numbers in a text: figures with their units, whole numbers in words, and the period that they are said to be of."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from generator.checks.readers_eye.phrases import FIGURE, PASSAGES, Sought, any_of, folded, pairs, phrase
from generator.model.figures import BARE_UNITS
from generator.model.measure import Measure
from generator.model.period import Period

_SMALL = "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_SMALL += " eighteen nineteen twenty"
IN_WORDS = {word: number for number, word in enumerate(_SMALL.split())} | {"zero": 0, "thirty": 30, "forty": 40}
_BEGINS = "".join(sorted({word[0] for word in IN_WORDS}))
WHOLE = rf"(?=[\d{_BEGINS}])(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(IN_WORDS)})"
"""A whole number in figures or in words; most places are ruled out by what it begins with."""
NUMBER = f"{FIGURE} {' '.join(IN_WORDS)}"
"""The clues to one."""
PART_OF = Sought(
    rf"\b(?P<part>{WHOLE}) (?:out )?of (?:the |these |those )?(?P<whole>{WHOLE})\b",
    pairs(" ".join(IN_WORDS), "of out"),
    marks=r"\d [oO]",
)
"""A part of a whole: "57 of the 70"."""

_FIGURE = Sought(
    r"(?=[£\d])(?<![\w.,/£-])(?P<pound>£)?(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,9})(?P<places>\.\d{1,6})?"
    r"(?:\s?(?P<percent>%|per ?cent\b)|\s(?P<points>percentage points?|pp\b)"
    r"|(?:\s(?:FTE|full time|working|calendar))?\s(?P<noun>days?|weeks?|months?|years?|hours?))?"
    r"(?![\w/]|[.,-]\d)",
    marks=r"\d",
)
_NAMED = r"\b(?:Q|quarter )(?P<digit>[1-4])\b|\bquarter (?P<word>one|two|three|four)\b"
_QUARTER_BESIDE = Sought(rf"£?[\d.,]+ ?%?(?: [a-z]+){{0,3}}? (?:in|for|at|during|of) (?:{_NAMED})")
_QUARTER = Sought(_NAMED, "q1 q2 q3 q4 quarter")
_ANOTHER = any_of("last previous prior preceding same")
_ELSEWHERE = any_of("historical national region England average_for comparator neighbour")
_OTHER_TIME = Sought(
    rf"\b(?:{_ANOTHER}) (?:quarter|year|period|month)(?:['’]?s)?\b"
    r"|\b(?:year before|year ago|by the end of|(?:19|20)\d\d)\b"
    rf"|\b(?:{_ELSEWHERE})"
)
_NOW = phrase("this_quarter the_(?:current_)?quarter current(?:ly)? year_to_date")


_TIME = Sought(r"\b(?:day|week|month|hour)(?=s\b)")


_TOO_CLOSE = Decimal("0.005")


class Figure(NamedTuple):
    """A number as typed, its value, its number of decimals, its unit ("%", "£", "day", "" ...), and where it begins."""

    typed: str
    value: Decimal
    decimals: int
    unit: str
    start: int

    def agrees_with(self, known: Decimal) -> bool:
        """Whether it may be the known figure, rounded or cut to as many decimals as either has."""
        apart = abs(self.value - known)
        if apart >= 1:
            return False
        coarser = min(self.decimals, max(-int(known.as_tuple().exponent), 0))
        return apart < Decimal(1).scaleb(-coarser) or apart <= _TOO_CLOSE


@lru_cache(PASSAGES)
def figures_in(text: str) -> tuple[Figure, ...]:
    """The figures in a text, but no dates, codes, ranges or parts of words."""
    return tuple(map(_figure, _FIGURE.finditer(text)))


def _figure(match: re.Match[str]) -> Figure:
    pound, digits, places, percent, points, noun = match.groups("")
    unit = "£" if pound else "%" if percent else "points" if points else noun.lower().rstrip("s")
    return Figure(match[0], Decimal(digits.replace(",", "") + places), max(len(places) - 1, 0), unit, match.start())


def unit_of(measure: Measure) -> str:
    """A measure's unit as figures in texts have it; empty for a bare number."""
    if measure.unit in {"%", "£"}:
        return measure.unit
    if measure.unit in BARE_UNITS:  # the register may leave the unit to the title: "Average time (days) taken"
        found = _TIME.search(measure.title)
        return found[0].lower() if found else ""
    return "" if measure.unit.lower().startswith("per ") else measure.unit.lower().removesuffix("s")


def count_of(text: str) -> int:
    """The value of what WHOLE matched."""
    word = folded(text)
    return IN_WORDS[word] if word in IN_WORDS else int(text.replace(",", ""))


def quarter_named(text: str, at: int) -> int | None:
    """The quarter that a figure is said to be of: the last named before it in its clause, or else after."""
    if not _QUARTER.may_be_in(text):
        return None
    beside = _QUARTER_BESIDE.pattern.match(text, at)
    if beside:
        return _number(beside)
    start = max(text.rfind(mark, 0, at) for mark in (";", " where", " whereas", ", but ", ". ")) + 1
    before = list(_QUARTER.pattern.finditer(text, max(start, 0), at))
    if before:
        return _number(before[-1])
    ends = [found for mark in (";", ", ", " to ", " where", " and ") if (found := text.find(mark, at)) > 0]
    after = _QUARTER.pattern.search(text, at, min(ends, default=len(text)))
    return _number(after) if after else None


def quarters_in(text: str) -> list[int]:
    """Every quarter (1 to 4) that a text names, in order."""
    return [_number(match) for match in _QUARTER.finditer(text)]


def is_of_another_time(text: str, at: int, period: Period) -> bool:
    """Whether the words round a figure say that it is of another quarter, another year, or another place."""
    quarter = quarter_named(text, at)
    if quarter is not None:
        return quarter != period.quarter
    around = text[max(0, at - 60) : at + 60]
    return bool(_OTHER_TIME.search(around)) and not _NOW.search(around)


def is_of_now(text: str, at: int, period: Period) -> bool:
    """Whether the words round a figure say that it is of this quarter."""
    quarter = quarter_named(text, at)
    return quarter == period.quarter if quarter is not None else bool(_NOW.search(text[max(0, at - 80) : at + 40]))


def _number(match: re.Match[str]) -> int:
    return int(match["digit"]) if match["digit"] else ("one", "two", "three", "four").index(match["word"].lower()) + 1
