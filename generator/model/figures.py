"""Figures, the levels and amounts they are held against, and how a figure is written."""

import math
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from generator.model.spellings import CURRENCIES, SAME_UNITS, SIZES, as_compared


@dataclass(frozen=True, slots=True)
class Span:
    """The target of a range measure: best between the two, both included."""

    lower: Decimal
    upper: Decimal


type_of_figure = Decimal | str | date | Span
"""A figure is a number or a date; a milestone's or a yes/no's is a word; a range measure's target is a span."""


def with_unit(digits: str, unit: str) -> str:
    """Printed digits with their unit: ``90%`` and ``-£5`` close up, ``15 days`` with a space, a bare number alone."""
    if unit in BARE_UNITS:
        return digits
    if unit in {"%", ":1"}:
        return f"{digits}{unit}"
    if unit.startswith("£"):
        scale = unit[1:].strip() if _SCALE.fullmatch(unit) else None
        if scale is not None:
            minus, amount = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
            return f"{minus}£{amount}{' ' if len(scale) > _LONGEST_LETTERS else ''}{scale}"
    return f"{digits} {unit}"


_SCALE, _LONGEST_LETTERS = re.compile(r"£ ?(?:|k|m|mn|bn|b|thousands?|millions?|billions?)", re.IGNORECASE), 2
"""Amounts of money, in pounds or so many at a time: ``£7.9m``, ``£7.9 million``."""


BARE_UNITS = frozenset({"", "number", "count", "milestone", "date", "yes/no"})
"""Units that are not printed beside a figure."""


class Level(StrEnum):
    """The reference levels of a measure. To be better than an end of its range is to lie on the inner side of it."""

    TARGET = "target"
    FLOOR = "floor"
    STRETCH = "stretch"
    AMBER = "amber value"
    LOWER = "lower"
    UPPER = "upper"


UNITS_OF_AMOUNTS = {
    **{each: spellings[0] for spellings in SAME_UNITS[1:] for each in spellings},
    **dict.fromkeys(("percentage points", "percentage point", "pp"), "%"),
    **{each: each for each in ("", "point", "points", "unit", "units")},
}
"""What an amount that is no money may be counted in, as it may be typed, with the unit that is meant."""

_OF_ANY_UNIT = frozenset({"", "point", "points", "unit", "units"})


@lru_cache(maxsize=1024)
def how_many_in(one: str, unit: str) -> Fraction | None:
    """How many of a unit one of another is: £1 is a millionth of £m. None where they count different things.

    Money is converted and nothing else is; “days” are also those of “working days” and “days per employee”.
    """
    told, counted = as_compared(one), as_compared(unit)
    if told in _OF_ANY_UNIT or told == counted:
        return Fraction(1)
    if told[:1] in CURRENCIES or counted[:1] in CURRENCIES:
        return Fraction(_size_of(told), _size_of(counted)) if told[:1] == counted[:1] else None
    same = next((each for each in SAME_UNITS if told in each), ())
    words = (counted, *counted.partition(" per ")[0].split())
    return Fraction(1) if any(word in same for word in words) else None


@lru_cache(maxsize=1024)
def same_in(one: str, other: str) -> Decimal | None:
    """By how much a figure in one unit is multiplied to be in another: 0.001 from £k to £m. None where they differ.

    Units that are the same but for their spelling do not differ.
    """
    was, now = ("" if each in BARE_UNITS else as_compared(each) for each in (one, other))
    if was == now or any(was in each and now in each for each in SAME_UNITS):
        return Decimal(1)
    if was[:1] in CURRENCIES and was[:1] == now[:1]:
        return Decimal(_size_of(was)) / _size_of(now)
    return None


def _size_of(money: str) -> int:
    """How many of its currency a unit of money is."""
    found = re.match(r"[ (]*(['’]?[a-z0-9]+)", money[1:])
    return SIZES.get(found[1], 1) if found else 1


class Amount(NamedTuple):
    """A percentage, an amount in the measure's unit (percentage points for %), or the lower of the two.

    One with neither is not known here: it is the one that each measure has of its own. ``unit`` is what it is told in:
    as it was typed, of a scheme's own amounts, which are for measures of several; empty for that of any measure.
    """

    percent: Fraction | None = None
    units: Fraction | None = None
    unit: str = ""

    @property
    def is_known(self) -> bool:
        """Whether it says how much, and does not leave that to each measure."""
        return self.percent is not None or self.units is not None

    @property
    def in_words(self) -> str:
        """As a person would write it: ``5%``, ``3 percentage points``, ``5% or £100,000 (whichever is lower)``."""
        percent = "" if self.percent is None else f"{_plain(self.percent)}%"
        units = "" if self.units is None else _with_unit_of_amount(_plain(self.units), self.unit)
        both = f"{percent} or {units} (whichever is lower)"
        return both if percent and units else percent or units or "the measure's own tolerance"

    def fits(self, unit: str) -> bool:
        """Whether it says how much in a measure's unit."""
        return not self.units or how_many_in(self.unit, unit) is not None

    def told_in(self, unit: str) -> "Amount":
        """The same amount in a measure's unit; of one that does not fit it, the percentage alone, if it has one."""
        size = how_many_in(self.unit, unit) if self.units is not None else None
        if self.units is not None and size is not None:
            return self if self.unit == unit else self._replace(units=self.units * size, unit=unit)
        return self if self.percent is None else Amount(self.percent)

    def in_units(self, base: Fraction | None) -> Fraction | None:
        """The amount in the measure's unit; ``base`` is what a percentage is of. None for one of nothing, or of 0."""
        if self.percent is None:
            return self.units
        if not self.percent:
            return Fraction(0)
        if not base:
            return None
        share = self.percent * base / 100
        return share if self.units is None else min(share, self.units)


def _with_unit_of_amount(digits: str, unit: str) -> str:
    """An amount of a percentage is one of points: 3% of a target would be another amount."""
    unit = {"%": "percentage points"}.get(unit, unit)
    return f"1 {_ONE_OF[unit]}" if digits == "1" and unit in _ONE_OF else with_unit(digits, unit)


_ONE_OF = {
    **{several: one for several, one, *_ in SAME_UNITS[1:]},
    **{f"{each}s": each for each in ("percentage point", "point", "unit")},
}


def _plain(value: Fraction) -> str:
    return f"{(Decimal(value.numerator) / value.denominator).normalize():,f}"


def two_decimals(deviation: Fraction | None) -> str | None:
    """A percentage as text with two decimals, halves away from zero; None for None."""
    if deviation is None:
        return None
    hundredths = math.floor(abs(deviation) * 100 + Fraction(1, 2))
    signed = Decimal(hundredths if deviation >= 0 else -hundredths)
    return f"{signed.scaleb(-2):.2f}"


_NUMBER = r"-?\d+(?:\.\d+)?"
_ALONE = re.compile(_NUMBER, re.ASCII)
_SPAN = re.compile(f"({_NUMBER}) to ({_NUMBER})", re.ASCII)


def as_figure(text: str) -> type_of_figure | None:
    """The figure that data files write so: the way back from ``written``; None for an empty text."""
    if _ALONE.fullmatch(text):
        return Decimal(text)
    if span := _SPAN.fullmatch(text):
        return Span(Decimal(span[1]), Decimal(span[2]))
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text or None


def written(figure: type_of_figure | None) -> str | None:
    """A figure as data files have it: exactly, without its unit, ``40 to 60`` for a range; a date by ISO 8601."""
    match figure:
        case Decimal():
            return f"{figure:f}"
        case date():
            return figure.isoformat()
        case Span():
            return f"{figure.lower:f} to {figure.upper:f}"
    return figure


class YearToDate(StrEnum):
    """How the figure for the year so far comes of those of its periods."""

    SUM = "sum"
    AVERAGE = "average"
    LAST = "last"
    ASKED = "asked"
    UNSAID = ""
