"""The periods that are reported, months to years, in years that start in any month: order, dates, names and codes.

Everything else asks here how many periods a year has and when it begins.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache, total_ordering
from types import MappingProxyType
from typing import Self

APRIL, JANUARY = 4, 1
_MONTHS_A_YEAR = 12
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_YEAR = re.compile(r"((?:19|20|21)\d{2})(?: ?[-/–] ?(?:19|20|21)?(\d{2}))?", re.ASCII)
_CODE = re.compile(r"((?:19|20|21)\d{2})(?:-(\d{2}))?(?:-(Q[1-4]|M(?:0[1-9]|1[0-2])|H[12]|T[1-3]))?", re.ASCII)


class Frequency(StrEnum):
    """How often a figure is reported."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    TERMLY = "termly"
    YEARLY = "yearly"

    @property
    def per_year(self) -> int:
        """How many periods a year has."""
        return _PER_YEAR[self]

    @property
    def word(self) -> str:
        """What one of its periods is called inside a sentence."""
        return _WORDS[self]

    @property
    def adjective(self) -> str:
        """What a figure of one of its periods is, at the start of a heading: ``Quarterly``."""
        return "Period" if self is Frequency.TERMLY else self.capitalize()

    @property
    def parts(self) -> tuple[str, ...]:
        """What codes call the periods of a year: ``Q1`` to ``Q4``; of a whole year, ``year``."""
        return _PARTS[self]


_PER_YEAR: Mapping[Frequency, int] = MappingProxyType(dict(zip(Frequency, (12, 4, 2, 3, 1), strict=True)))
_FREQUENCIES: Mapping[int, Frequency] = MappingProxyType({count: each for each, count in _PER_YEAR.items()})
_WORDS = dict(zip(Frequency, ("month", "quarter", "half-year", "period", "year"), strict=True))
_PARTS: Mapping[Frequency, tuple[str, ...]] = MappingProxyType(
    {
        Frequency.MONTHLY: tuple(f"M{number:02}" for number in range(1, 13)),
        Frequency.QUARTERLY: ("Q1", "Q2", "Q3", "Q4"),
        Frequency.HALF_YEARLY: ("H1", "H2"),
        Frequency.TERMLY: ("T1", "T2", "T3"),
        Frequency.YEARLY: ("year",),
    }
)
_OF_PART: Mapping[str, tuple[Frequency, int]] = MappingProxyType(
    {part: (each, number) for each, parts in _PARTS.items() for number, part in enumerate(parts, 1)}
)
YEAR = "year"
"""The part of a year that is all of it."""


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A month, quarter, third or half of a year, or a whole one, known by the calendar year in which its year starts.

    ``number`` counts those of its year from 1, of which there are ``per_year``; the year starts in the month
    ``starts``. Periods are in order of their last days; of those that end together, the shorter comes first.
    """

    year: int
    number: int
    per_year: int = _PER_YEAR[Frequency.QUARTERLY]
    starts: int = APRIL

    @classmethod
    def parse(cls, code: str, starts: int | None = None) -> Self:
        """The period that a code such as ``2018-19-Q2`` names, in years that start in the month ``starts``.

        Without ``starts``, a year with one number is a calendar year, and one with two starts in April. Raises
        ValueError, in words a person can act on.
        """
        match = _CODE.fullmatch(code.strip())
        if not match:
            raise ValueError(f"“{code}” is not a period. {_like(starts)}")
        year, ending, part = int(match[1]), match[2], match[3] or YEAR
        if starts is not None and bool(ending) is (starts == JANUARY):
            raise ValueError(
                f"“{code}” is not a period of years that start in {MONTH_NAMES[starts - 1]}. {_like(starts)}"
            )
        kind, number = _OF_PART[part]
        found = cls(year, number, kind.per_year, starts or (APRIL if ending else JANUARY))
        if ending and int(ending) != (year + 1) % 100:
            raise ValueError(f"“{code}” does not name two years in a row. Did you mean {found}?")
        return found

    @classmethod
    def holding(cls, day: date, frequency: Frequency = Frequency.QUARTERLY, starts: int = APRIL) -> Self:
        """The period of a frequency in which a day lies."""
        months = (day.month - starts) % _MONTHS_A_YEAR
        year, length = day.year - (day.month < starts), _MONTHS_A_YEAR // frequency.per_year
        return cls(year, months // length + 1, frequency.per_year, starts)

    def in_years_from(self, starts: int) -> "Period":
        """The period of the same code in years that start in another month. Raises ValueError where it has another."""
        return Period.parse(str(self), starts)

    def __str__(self) -> str:
        year = str(self.year) if self.starts == JANUARY else f"{self.year}-{(self.year + 1) % 100:02}"
        return year if self.per_year == 1 else f"{year}-{self.part}"

    def __lt__(self, other: "Period") -> bool:
        if self.per_year == other.per_year and self.starts == other.starts:  # as nearly all are that are compared
            return (self.year, self.number) < (other.year, other.number)
        return self._order < other._order

    @property
    def _order(self) -> tuple[int, int, int]:
        return (self._first_month + self._length, self._length, self.starts)

    @property
    def frequency(self) -> Frequency:
        """How often there is such a period."""
        return _FREQUENCIES[self.per_year]

    @property
    def word(self) -> str:
        """What such a period is called inside a sentence: ``quarter``."""
        return self.frequency.word

    @property
    def part(self) -> str:
        """What its code calls it among those of its year: ``Q2``."""
        return self.frequency.parts[self.number - 1]

    @property
    def year_name(self) -> str:
        """Its year as tables name it: ``2024/25``."""
        return year_name(self.year, self.starts)

    @property
    def name(self) -> str:
        """The period as a heading names it: ``2018/19 Q2``, ``August 2018``, ``2018/19``."""
        return f"{self.year_name} {self.part}" if self.frequency is Frequency.QUARTERLY else self.short

    @property
    def short(self) -> str:
        """The period as a sentence names it: ``Q2 2018/19``, ``August 2018``, ``April to September 2018``."""
        if self.frequency is Frequency.QUARTERLY:
            return f"{self.part} {self.year_name}"
        return self.year_name if self.frequency is Frequency.YEARLY else self.months

    def short_to(self, end: "Period") -> str:
        """The stretch from it to another one: ``Q1 2018/19 to Q2 2018/19``, ``April 2018 to March 2020``."""
        named = {Frequency.QUARTERLY, Frequency.YEARLY}
        return f"{self.short} to {end.short}" if {self.frequency, end.frequency} <= named else self.months_to(end)

    @property
    def label(self) -> str:
        """The period as the label of a form's question names it: ``Quarter 2 2018/19``, ``August 2018``."""
        is_quarter = self.frequency is Frequency.QUARTERLY
        return f"Quarter {self.number} {self.year_name}" if is_quarter else self.short

    @property
    def in_full(self) -> str:
        """Its name with its months: ``2018/19 Q2 (July to September 2018)``; only once where that is the same."""
        return self.name if self.name == self.months else f"{self.name} ({self.months})"

    @property
    def months(self) -> str:
        """The months it covers: ``July to September 2018``, ``August 2018``, ``December 2018 to March 2019``."""
        return self.months_to(self)

    @property
    def months_so_far(self) -> str:
        """The months of its year that are over at its end: ``April to September 2018``."""
        return self.whole_year.months_to(self)

    def months_to(self, end: "Period") -> str:
        """The months from its first to the last of another one."""
        first, last = self.first_day, end.last_day
        ends = f"{MONTH_NAMES[last.month - 1]} {last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return ends
        year = f" {first.year}" if first.year != last.year else ""
        return f"{MONTH_NAMES[first.month - 1]}{year} to {ends}"

    @property
    def first_day(self) -> date:
        """The period's first day."""
        return _first_of(self._first_month)

    @property
    def last_day(self) -> date:
        """The period's last day."""
        return _last_of(self._first_month + self._length - 1)

    def has_in_year(self, day: date) -> bool:
        """Whether a day is in the period's year, and not after the period."""
        return self.whole_year.first_day <= day <= self.last_day

    @property
    def whole_year(self) -> "Period":
        """The year that it is of."""
        return Period(self.year, 1, 1, self.starts)

    def of_its_year(self, frequency: Frequency | None = None) -> tuple["Period", ...]:
        """All periods of its year, of its own frequency or of another one."""
        count = frequency.per_year if frequency else self.per_year
        return tuple(Period(self.year, number, count, self.starts) for number in range(1, count + 1))

    @property
    def is_first(self) -> bool:
        """Whether its year begins with it."""
        return self.number == 1

    @property
    def is_last(self) -> bool:
        """Whether its year ends with it."""
        return self.number == self.per_year

    @property
    def left(self) -> int:
        """How many such periods of its year come after it."""
        return self.per_year - self.number

    @property
    def months_gone(self) -> int:
        """How many months of its year are over at its end."""
        return self.number * self._length

    def last_ended(self, frequency: Frequency, lag: int = 0) -> "Period":
        """The last period of a frequency that has ended by the end of this one, or as many before it as ``lag``."""
        if not lag and frequency.per_year == self.per_year:
            return self
        ended = self.months_gone * frequency.per_year // _MONTHS_A_YEAR
        year, number = divmod(self.year * frequency.per_year + ended - 1 - lag, frequency.per_year)
        return Period(year, number + 1, frequency.per_year, self.starts)

    def part_of(self, frequency: Frequency) -> int:
        """The number of the period of a frequency in which its last month lies."""
        return (self.months_gone * frequency.per_year - 1) // _MONTHS_A_YEAR + 1

    def later(self, count: int) -> "Period":
        """The period that comes so many after this one; before it, where ``count`` is below nought."""
        year, number = divmod(self.index + count - 1, self.per_year)
        return Period(year, number + 1, self.per_year, self.starts)

    @property
    def next(self) -> "Period":
        """The period after this one."""
        return self.later(1)

    @property
    def previous(self) -> "Period":
        """The period before this one."""
        return self.later(-1)

    @property
    def year_ago(self) -> "Period":
        """The same period of the year before."""
        return Period(self.year - 1, self.number, self.per_year, self.starts)

    @property
    def index(self) -> int:
        """Its place among all of its kind, one more than that of the one before."""
        return self.year * self.per_year + self.number

    @property
    def _length(self) -> int:
        return _MONTHS_A_YEAR // self.per_year

    @property
    def _first_month(self) -> int:
        """Its first month, counted from the beginning of the calendar."""
        return self.year * _MONTHS_A_YEAR + self.starts - 1 + (self.number - 1) * self._length


@lru_cache(256)
def _first_of(month: int) -> date:
    return date(month // _MONTHS_A_YEAR, month % _MONTHS_A_YEAR + 1, 1)


@lru_cache(256)
def _last_of(month: int) -> date:
    return _first_of(month + 1) - timedelta(days=1)


def _like(starts: int | None) -> str:
    quarter = period_like(starts)
    year = quarter.removesuffix("-Q2")
    return f"Write it like {quarter}; a month like {year}-M05, a half like {year}-H1, a year like {year}."


def period_like(starts: int | None) -> str:
    """A code to show how codes are written, of years that start in a month."""
    return "2018-Q2" if starts == JANUARY else "2018-19-Q2"


def year_name(year: int, starts: int = APRIL) -> str:
    """A year as tables name it: ``2024/25``; ``2024``, where it is a calendar year."""
    return str(year) if starts == JANUARY else f"{year}/{(year + 1) % 100:02d}"


def month_name(day: date) -> str:
    """The name of the month that a day is in."""
    return MONTH_NAMES[day.month - 1]


def month_number(name: str) -> int:
    """The number of a month that is named in full or by its first letters, at least three. Raises ValueError."""
    said = name.strip().casefold()
    found = [number for number, each in enumerate(MONTH_NAMES, 1) if len(said) > 2 and each.casefold().startswith(said)]
    if len(found) != 1:
        raise ValueError(f"“{name}” is not a month. Write one like April.")
    return found[0]


def read_year(words: str) -> int:
    """The year that ``2024/25``, ``2024-25`` or ``2024`` starts in. Raises ValueError, in words a person can act on."""
    match = _YEAR.fullmatch(words.strip())
    if not match:
        raise ValueError("it is not a year.")
    year, ending = int(match[1]), match[2]
    if ending and int(ending) != (year + 1) % 100:
        raise ValueError(f"it does not name two years in a row. Did you mean {year_name(year)}?")
    return year
