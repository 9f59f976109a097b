"""The axes of a line chart: from where to where they go, in which steps, and what stands under them."""

from collections.abc import Collection, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import count
from typing import NamedTuple

from generator.model.period import MONTH_NAMES, Frequency, Period

_STEPS = (Decimal(1), Decimal(2), Decimal(5))
_MOST_STEPS = 3
_SHARE_OF_ROOM = Decimal("0.08")
"""How much of what is drawn is left free above and below it."""

_WHOLE = Decimal(100)


class Axis(NamedTuple):
    """Where an axis begins and ends, and the distance between its numbers."""

    low: Decimal
    high: Decimal
    step: Decimal


def axis_for(figures: Collection[Decimal], *, is_share: bool = False) -> Axis:
    """An axis of two or three round steps on which all figures lie; ``is_share`` is whether they are per cent.

    It begins at nought unless all figures lie far from it, so that no fall looks deeper than it is. A share of which no
    figure is above 100 has no number above that.
    """
    low, high = min(figures), max(figures)
    room = (high - low or abs(high)) * _SHARE_OF_ROOM
    bottom, top = low - room, high + room
    if low >= 0:
        bottom = Decimal(0) if low * 2 <= high else max(bottom, Decimal(0))
    if high <= 0:
        top = min(top, Decimal(0))
    if is_share and high <= _WHOLE:
        top = min(top, _WHOLE)
    steps = _round_steps(top - bottom)
    return next(axis for step in steps if _count(axis := _in_steps(bottom, top, step)) <= _MOST_STEPS)


def _round_steps(spread: Decimal) -> Iterator[Decimal]:
    """Round numbers, smallest first, of which so few cover a spread."""
    for power in count((spread / 10 or Decimal(1)).adjusted()):
        yield from (step for each in _STEPS if (step := each.scaleb(power)) * _MOST_STEPS >= spread)


def _in_steps(low: Decimal, high: Decimal, step: Decimal) -> Axis:
    first = (low / step).to_integral_value(ROUND_FLOOR) * step
    last = (high / step).to_integral_value(ROUND_CEILING) * step
    return Axis(first, last if last > first else first + step, step)


def _count(axis: Axis) -> int:
    return int((axis.high - axis.low) / axis.step)


def under_axis(period: Period) -> str:
    """A period in two short words, for under an axis: ``Q2 18/19``, ``Aug 2018``, ``2018/19``."""
    if period.frequency is Frequency.MONTHLY:
        return f"{MONTH_NAMES[period.last_day.month - 1][:3]} {period.last_day.year}"
    return period.year_name if period.frequency is Frequency.YEARLY else f"{period.part} {period.year_name[-5:]}"
