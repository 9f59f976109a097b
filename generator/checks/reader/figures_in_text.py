"""Numbers in a text: figures with their units, whole numbers in words, and which period a sentence says they are of."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.checks.reader.vocabulary import any_of, phrase
from generator.measure import BARE_UNITS, Measure
from generator.period import Period

_SMALL = "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_SMALL += " eighteen nineteen twenty"
IN_WORDS = {word: number for number, word in enumerate(_SMALL.split())} | {"zero": 0, "thirty": 30, "forty": 40}
WHOLE = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(IN_WORDS)})"
"""A whole number in figures or in words."""

_FIGURE = re.compile(
    r"(?<![\w.,/£-])(?P<pound>£)?(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,9})(?P<places>\.\d{1,6})?"
    r"(?:\s?(?P<percent>%|per ?cent\b)|\s(?P<points>percentage points?|pp\b)"
    r"|(?:\s(?:FTE|full time|working|calendar))?\s(?P<noun>days?|weeks?|months?|years?|hours?))?"
    r"(?![\w/]|[.,-]\d)",
    re.IGNORECASE,
)
_NAMED = r"\b(?:Q|quarter )(?P<digit>[1-4])\b|\bquarter (?P<word>one|two|three|four)\b"
_QUARTER_BESIDE = re.compile(rf"£?[\d.,]+ ?%?(?: [a-z]+){{0,3}}? (?:in|for|at|during|of) (?:{_NAMED})", re.IGNORECASE)
_QUARTER = re.compile(_NAMED, re.IGNORECASE)
_ANOTHER = any_of("last previous prior preceding same")
_ELSEWHERE = any_of("historical national region England average_for comparator neighbour")
_OTHER_TIME = re.compile(
    rf"\b(?:{_ANOTHER}) (?:quarter|year|period|month)(?:['’]?s)?\b"
    r"|\b(?:year before|year ago|by the end of|(?:19|20)\d\d)\b"
    rf"|\b(?:{_ELSEWHERE})",
    re.IGNORECASE,
)
_NOW = phrase("this_quarter the_(?:current_)?quarter current(?:ly)? year_to_date")


_TIME = re.compile(r"\b(?:day|week|month|hour)(?=s\b)", re.IGNORECASE)


class Figure(NamedTuple):
    """A number in a text: as typed, its value, how many decimals it has, its unit ("%", "£", "days" ...), where."""

    typed: str
    value: Decimal
    decimals: int
    unit: str
    start: int

    def agrees_with(self, known: Decimal) -> bool:
        """Whether it may be the known figure, rounded or cut to as many decimals as either has."""
        coarser = min(self.decimals, max(-int(known.as_tuple().exponent), 0))
        return abs(self.value - known) < Decimal(1).scaleb(-coarser) or abs(self.value - known) <= Decimal("0.005")


def figures_in(text: str) -> Iterator[Figure]:
    """Find figures, but no dates, codes, ranges or parts of words."""
    for match in _FIGURE.finditer(text):
        places = match["places"] or ""
        value = Decimal(match["digits"].replace(",", "") + places)
        noun = (match["noun"] or "").lower().rstrip("s")
        unit = "£" if match["pound"] else "%" if match["percent"] else "points" if match["points"] else noun
        yield Figure(match[0], value, max(len(places) - 1, 0), unit, match.start())


def unit_of(measure: Measure) -> str:
    """Give a measure's unit as figures in texts have it."""
    if measure.unit in {"%", "£"}:
        return measure.unit
    if measure.unit in BARE_UNITS:  # the register may leave the unit to the title: "Average time (days) taken"
        found = _TIME.search(measure.title)
        return found[0].lower() if found else ""
    return "" if measure.unit.lower().startswith("per ") else measure.unit.lower().removesuffix("s")


def whole_number(text: str) -> int:
    """Give the value of what WHOLE matched."""
    return IN_WORDS[text.lower()] if text.lower() in IN_WORDS else int(text.replace(",", ""))


def quarter_named(text: str, at: int) -> int | None:
    """Give the quarter that a figure is said to be of: the last named before it in its clause, or else after."""
    beside = _QUARTER_BESIDE.match(text, at)
    if beside:
        return _number(beside)
    start = max(text.rfind(mark, 0, at) for mark in (";", " where", " whereas", ", but ", ". ")) + 1
    before = list(_QUARTER.finditer(text, max(start, 0), at))
    if before:
        return _number(before[-1])
    ends = [found for mark in (";", ", ", " to ", " where", " and ") if (found := text.find(mark, at)) > 0]
    after = _QUARTER.search(text, at, min(ends, default=len(text)))
    return _number(after) if after else None


def quarters_in(text: str) -> list[int]:
    """Give every quarter that a text names."""
    return [_number(match) for match in _QUARTER.finditer(text)]


def is_of_another_time(text: str, at: int, period: Period) -> bool:
    """Whether the words before a figure say that it is of another quarter, another year, or another place."""
    quarter = quarter_named(text, at)
    if quarter is not None:
        return quarter != period.quarter
    around = text[max(0, at - 60) : at + 60]
    return bool(_OTHER_TIME.search(around)) and not _NOW.search(around)


def is_of_now(text: str, at: int, period: Period) -> bool:
    """Whether the words about a figure say that it is of this quarter."""
    quarter = quarter_named(text, at)
    return quarter == period.quarter if quarter is not None else bool(_NOW.search(text[max(0, at - 80) : at + 40]))


def _number(match: re.Match[str]) -> int:
    return int(match["digit"]) if match["digit"] else ("one", "two", "three", "four").index(match["word"].lower()) + 1
