"""Financial years and quarters: order, dates and names. A council's year runs from April to March."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

_YEAR = re.compile(r"((?:19|20|21)\d{2})(?: ?[-/–] ?(?:19|20|21)?(\d{2}))?", re.ASCII)
_CODE = re.compile(r"((?:19|20|21)\d{2})-(\d{2})-Q([1-4])", re.ASCII)
_FIRST_MONTHS = {1: 4, 2: 7, 3: 10, 4: 1}
_MONTHS = {1: "April to June", 2: "July to September", 3: "October to December", 4: "January to March"}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One quarter of a financial year, known by the calendar year in which the financial year starts."""

    year: int
    quarter: int

    @classmethod
    def parse(cls, code: str) -> Self:
        """The quarter that a code such as ``2018-19-Q2`` names. Raises ValueError, in words a person can act on."""
        match = _CODE.fullmatch(code.strip())
        if not match:
            raise ValueError(f"“{code}” is not a period. Write it like 2018-19-Q2.")
        year, ending, quarter = (int(part) for part in match.groups())
        if ending != (year + 1) % 100:
            right = cls(year, quarter)
            raise ValueError(f"“{code}” does not name two years in a row. Did you mean {right}?")
        return cls(year, quarter)

    def __str__(self) -> str:
        return f"{self.year}-{self._ending}-Q{self.quarter}"

    @property
    def name(self) -> str:
        """The quarter as a heading names it: ``2018/19 Q2``."""
        return f"{year_name(self.year)} Q{self.quarter}"

    @property
    def short(self) -> str:
        """The quarter as a sentence names it: ``Q2 2018/19``."""
        return f"Q{self.quarter} {year_name(self.year)}"

    @property
    def months(self) -> str:
        """The months it covers: ``July to September 2018``."""
        return f"{_MONTHS[self.quarter]} {self.first_day.year}"

    @property
    def first_day(self) -> date:
        """The quarter's first day."""
        return date(self.year + (self.quarter == 4), _FIRST_MONTHS[self.quarter], 1)

    @property
    def last_day(self) -> date:
        """The quarter's last day."""
        return self.next.first_day - timedelta(days=1)

    def has_in_year(self, day: date) -> bool:
        """Whether a day is in the period's year, and not after the period."""
        return Period(self.year, 1).first_day <= day <= self.last_day

    @property
    def next(self) -> "Period":
        """The quarter after this one."""
        return Period(self.year + 1, 1) if self.quarter == 4 else Period(self.year, self.quarter + 1)

    @property
    def previous(self) -> "Period":
        """The quarter before this one."""
        return Period(self.year - 1, 4) if self.quarter == 1 else Period(self.year, self.quarter - 1)

    @property
    def year_ago(self) -> "Period":
        """The same quarter of the year before."""
        return Period(self.year - 1, self.quarter)

    @property
    def index(self) -> int:
        """Its place among all quarters, one more than that of the quarter before."""
        return self.year * 4 + self.quarter

    @property
    def _ending(self) -> str:
        return f"{(self.year + 1) % 100:02d}"


def year_name(year: int) -> str:
    """A financial year as tables name it: ``2024/25``."""
    return f"{year}/{(year + 1) % 100:02d}"


def read_year(words: str) -> int:
    """The year that ``2024/25``, ``2024-25`` or ``2024`` starts in. Raises ValueError, in words a person can act on."""
    match = _YEAR.fullmatch(words.strip())
    if not match:
        raise ValueError("it is not a year.")
    year, ending = int(match[1]), match[2]
    if ending and int(ending) != (year + 1) % 100:
        raise ValueError(f"it does not name two years in a row. Did you mean {year_name(year)}?")
    return year
