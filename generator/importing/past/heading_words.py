"""What the words of a heading say of the figures under it or beside it: of when they are, and what sort they are."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import NamedTuple

from generator.model.period import JANUARY, MONTH_NAMES, year_name
from generator.model.spellings import MONTHS, read_date


class FigureRole(Enum):
    """What sort of figure stands under a heading."""

    ACTUAL = "result"
    TARGET = "target"
    STATUS = "status"
    FORECAST = "forecast"
    FORECAST_STATUS = "status of the forecast"
    DIRECTION = "direction"
    OTHER = "something else"


class Months(NamedTuple):
    """A span of whole months: the first day of the first, and how many it is ``long``."""

    first: date
    long: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingSays:
    """What was understood of a heading, or of several that hold for one cell.

    ``year`` is one with two numbers, by the calendar year in which it starts; ``calendar_year`` one that stands alone.
    ``part`` is the first month of the year, counted from 0, and how many; ``months`` are calendar months, the first
    (1 to 12) and how many. ``strange`` says that it has words that are none of these, ``several`` that it names more
    than one period.
    """

    year: int | None = None
    calendar_year: int | None = None
    part: tuple[int, int] | None = None
    months: tuple[int, int] | None = None
    role: FigureRole | None = None
    strange: bool = False
    several: bool = False

    @property
    def tells_when(self) -> bool:
        """Whether it names a year or a part of one."""
        return bool(self.year or self.calendar_year or self.part or self.months)

    @property
    def is_understood(self) -> bool:
        """Whether it says something of figures, and nothing else."""
        return not self.strange and (self.tells_when or self.role is not None)

    def over(self, below: "HeadingSays") -> "HeadingSays":
        """What both say of a cell, where this one stands above, or further out: the nearer one counts."""
        has_part = below.part or below.months
        return HeadingSays(
            year=below.year or (None if below.calendar_year else self.year),
            calendar_year=below.calendar_year or (None if below.year else self.calendar_year),
            part=below.part or (None if has_part else self.part),
            months=below.months or (None if has_part else self.months),
            role=self.role if below.role is None or self.role is FigureRole.OTHER else below.role,
            strange=self.strange or below.strange,
            several=self.several or below.several,
        )


NOTHING_SAID = HeadingSays()

_YEAR = re.compile(r"(?<![\d/])(?<!\d-)(?:fy ?)?(?:20)?(\d\d) ?[-/] ?(?:20)?(\d\d)(?![\d/])")
_CALENDAR_YEAR = re.compile(r"(?<!\d)(?:(20\d\d)|'(\d\d))(?!\d)")
_ORDINALS = {
    **{f"{number}": number for number in range(1, 5)},
    **dict(zip(("first", "second", "third", "fourth"), range(1, 5), strict=True)),
    **dict(zip(("one", "two", "three", "four"), range(1, 5), strict=True)),
    **dict(zip(("1st", "2nd", "3rd", "4th"), range(1, 5), strict=True)),
}
_QUARTER = re.compile(
    r"(?<![a-z])(?:(?:q|qtr|quarter) ?-?([1-4]|one|two|three|four)|"
    r"(1st|2nd|3rd|4th|first|second|third|fourth) (?:q|qtr|quarter))\b"
)
_OTHER_PART = re.compile(r"(?<![a-z])(?:m(0[1-9]|1[0-2])|t([1-3]))\b")
_HALF = re.compile(r"(?<![a-z])(?:(?:h|half(?: ?-?year)?) ?([12])|(1st|2nd|first|second) half(?: ?-?year)?)\b")
_MONTH = re.compile(
    rf"\b({'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?(?:[ '-]{{0,2}}((?:20)?\d\d)(?![\d/]|-\d))?"
)
_DAY_OF_MONTH = re.compile(rf"\b[0-3]?\d(?:st|nd|rd|th)? (?=(?:{'|'.join(MONTHS)})\b)")
_ENDING = re.compile(r"\b(?:(?:quarter|qtr|(?:3|three) months) (?:to|ending|ended))\b")
_WHOLE_YEAR = re.compile(r"\b(?:year|annual|full year|year ?-?end|outturn|out-turn)\b")
_WORDS_OF_ROLES = (
    (
        FigureRole.OTHER,
        (
            r"ytd|year to date|to date|cumulative|variance|var|diff\w*|forecast\w*|project(?:ed|ion)|direction\w*|dot|"
            r"trend|travel|comment\w*|notes?|narrative|numerator|denominator|change|rank\w*|quartile|average|lower|upper|"
            r"benchmark\w*|threshold\w*|tolerance|baseline|previous|last|vs|versus|against|met|england|national|rolling"
        ),
    ),
    (FigureRole.TARGET, r"targets?|tgt|trajectory"),
    (FigureRole.STATUS, r"status|rag|rating"),
    (FigureRole.ACTUAL, r"actuals?|results?|outturn|out-turn|achieved|performance|value|figures?|score|reported|data"),
)
_ROLES = tuple((role, re.compile(rf"\b(?:{words})\b")) for role, words in _WORDS_OF_ROLES)
_SAYS_NO_MORE = frozenset(
    {
        *("as", "at", "the", "to", "for", "of", "in", "and", "end", "ending", "ended", "quarter", "quarters"),
        *("qtr", "month", "monthly", "quarterly", "fy", "financial", "no", "number", "year", "annual", "full"),
        *("reporting", "on", "half", "yearly", "by", "from", "period", "p", "£"),
    }
)
_WORD = re.compile(r"[a-z£]+|\d+")


@cache
def heading_says(text: str) -> HeadingSays:
    """Understand a heading: “Q1 2024/25”, “Apr-Jun 2024 actual”, “Target”, “2023/24”, “30 June 2024”."""
    words = re.sub(r"[–—−]", "-", " ".join(text.split()).casefold()).replace("\u2019", "'")
    if not words or len(words) > _LONGEST:
        return HeadingSays(strange=bool(words))
    if day := read_date(words):
        return HeadingSays(months=(day.month, 1), calendar_year=day.year)
    return _Reader(words).said()


_LONGEST = 80


class _Reader:
    """Takes out of a heading what it understands, piece by piece."""

    def __init__(self, words: str) -> None:
        self._rest = words

    def said(self) -> HeadingSays:
        quarters = {_ORDINALS[match[1] or match[2]] for match in self._taken(_QUARTER)}
        halves = {_ORDINALS[match[1] or match[2]] for match in self._taken(_HALF)}
        others = {(match[1], match[2]) for match in self._taken(_OTHER_PART)}
        years = {year for match in self._taken(_YEAR) if (year := _two_in_a_row(*match.groups())) is not None}
        self._taken(_DAY_OF_MONTH)
        ends = bool(self._taken(_ENDING))
        named = [(MONTHS[match[1]], _whole(match[2])) for match in self._taken(_MONTH)]
        own = {year for _, year in named if year} | {_whole(each[1] or each[2]) for each in self._taken(_CALENDAR_YEAR)}
        parts = {*_parts(quarters, 3), *_parts(halves, 6)}
        parts |= {(int(month) - 1, 1) if month else ((int(third) - 1) * 4, 4) for month, third in others}
        role, several = self._role(), len(years) > 1 or len(parts) > 1 or len(own) > 2
        months, calendar_year = _span(named), None if years else _calendar_year(named, own)
        part = min(parts, default=None)
        if ends and months and months[1] == 1:
            calendar_year = calendar_year and calendar_year - (months[0] <= 2)  # it began in the year before
            months = ((months[0] - 3) % 12 + 1, 3)
        strange = several or (bool(named) and months is None)
        if not (part or months) and years and _WHOLE_YEAR.search(self._rest):
            part = (0, 12)
        return HeadingSays(
            year=min(years, default=None),
            calendar_year=calendar_year,
            part=part,
            months=months,
            role=role,
            strange=strange or any(each not in _SAYS_NO_MORE for each in _WORD.findall(self._rest)),
            several=several,
        )

    def _taken(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        found = list(pattern.finditer(self._rest))
        self._rest = pattern.sub(" ", self._rest)
        return found

    def _role(self) -> FigureRole | None:
        role = None
        for each, pattern in _ROLES:
            if self._taken(pattern):
                role = role or each
        return role


def _two_in_a_row(first: str, last: str) -> int | None:
    return 2000 + int(first) if int(last) == (int(first) + 1) % 100 else None


def _whole(year: str | None) -> int | None:
    return None if not year else int(year) if len(year) == 4 else 2000 + int(year)


def _parts(numbers: set[int], long: int) -> set[tuple[int, int]]:
    return {((number - 1) * long, long) for number in numbers}


def _span(named: list[tuple[int, int | None]]) -> tuple[int, int] | None:
    """From the first month that is named to the last; None where those between are named and do not follow."""
    if not named:
        return None
    first, last = named[0][0], named[-1][0]
    count = (last - first) % 12 + 1
    follow = all((month - first) % 12 == at for at, (month, _) in enumerate(named))
    return (first, count) if follow or len(named) <= 2 else None


def _calendar_year(named: list[tuple[int, int | None]], own: set[int | None]) -> int | None:
    """The year of the first month; one that stands behind the last is that of the last."""
    known = sorted(year for year in own if year)
    if not known:
        return None
    if len(named) > 1 and named[0][1] is None:
        return known[-1] - (named[-1][0] < named[0][0])
    return known[0]


def months_of(says: HeadingSays, starts: int) -> Months | str:
    """The months that headings name together, in years that start in a month; or why that is not clear, in a clause."""
    if says.year is None and says.calendar_year is None:
        return "it is not said of which year they are"
    if says.months:
        return _named_months(says, *says.months, starts)
    if starts == JANUARY and says.year is not None:
        return f"{year_name(says.year)} names two years, and years here start in January"
    if starts != JANUARY and says.year is None:
        year = says.calendar_year or 0
        return f"{year} may be {year_name(year - 1)} or {year_name(year)}: write which"
    first, long = says.part or (0, 12)
    return Months(_month(says.year or says.calendar_year or 0, starts + first), long)


def _named_months(says: HeadingSays, month: int, long: int, starts: int) -> Months | str:
    if says.part and says.part != ((month - starts) % 12, long):
        return f"the months beside it are others than here, where years start in {MONTH_NAMES[starts - 1]}"
    year = says.calendar_year or 0 if says.year is None else says.year + (month < starts)
    return Months(date(year, month, 1), long)


def _month(year: int, month: int) -> date:
    """The first day of a month, which may be counted on into the next year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
