"""The columns of figures that a report shows side by side: what a council declares, and what they are in a period."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from generator.model.period import Frequency, Period

MOST_COLUMNS = 14
_MOST_BACK = 24
_BACK = re.compile(r"last ([1-9][0-9]?) (periods|years)")
_PARTS = {part.casefold(): part for each in Frequency if each is not Frequency.YEARLY for part in each.parts}


class Shows(Enum):
    """What a column shows of a measure."""

    PERIOD = "period"
    YEAR = "year"
    TARGET = "target"
    TO_DATE = "year to date"
    VARIANCE = "variance"


_OF_NOW = {"target": Shows.TARGET, "year to date": Shows.TO_DATE, "variance": Shows.VARIANCE}
_LAST_YEAR, _YEAR_AGO = _YEARS = ("last year", "year ago")


class FiguresColumn(NamedTuple):
    """A column in the report of a period: what it is headed, what it shows, and of which period or year."""

    heading: str
    shows: Shows
    period: Period


def column_word(text: str) -> str:
    """A column as it is declared, whatever its capitals: ``Q1``, ``last 5 periods``. Raises ValueError."""
    words = " ".join(text.casefold().split())
    back = _BACK.fullmatch(words)
    if words in _PARTS or words in _OF_NOW or words in _YEARS or (back and int(back[1]) <= _MOST_BACK):
        return _PARTS.get(words, words)
    known = ", ".join((*_YEARS, *_OF_NOW, "last 5 periods", "last 3 years", "Q1", "M05", "H1"))
    raise ValueError(f"“{text}” is not a column. There are {known}, and the like.")


def columns_in(declared: tuple[str, ...], period: Period) -> tuple[FiguresColumn, ...]:
    """The columns in the report of a period, each once, in the order in which they are declared."""
    found = (column for words in declared for column in _columns(words, period))
    return tuple({column.heading: column for column in found}.values())


def _columns(words: str, period: Period) -> tuple[FiguresColumn, ...]:
    if shows := _OF_NOW.get(words):
        return (FiguresColumn(words.capitalize(), shows, period),)
    if words == _YEAR_AGO:
        return (FiguresColumn(period.year_ago.short, Shows.PERIOD, period.year_ago),)
    back = _BACK.fullmatch(words)
    if words == _LAST_YEAR or (back and back[2] == "years"):
        years = (period.whole_year.later(-count) for count in range(int(back[1]) if back else 1, 0, -1))
        return tuple(FiguresColumn(year.short, Shows.YEAR, year) for year in years)
    periods = (period.later(-count) for count in range(int(back[1]) - 1, -1, -1)) if back else _of_part(words, period)
    return tuple(FiguresColumn(each.short, Shows.PERIOD, each) for each in periods)


def _of_part(part: str, period: Period) -> Iterator[Period]:
    """The period of its year that a code calls so."""
    return (each for kind in Frequency for each in period.of_its_year(kind) if each.part == part)
