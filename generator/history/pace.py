"""Whether a forecast for the year end needs what no recorded period has ever brought; said only where that is sure."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from generator.history.rows import HistoryRow, figure_in
from generator.model.measure import Basis, Kind, Measure
from generator.model.period import Period

FEWEST = 4
"""So many recorded steps at least: of fewer nobody can say that something never happens."""

_ADDS_UP = frozenset({Kind.NUMBER, Kind.MONEY})
"""Cumulative figures of these kinds are sums; a cumulative percentage or rate is none."""


class NeverHappened(NamedTuple):
    """What a forecast needs, and the nearest to it that is recorded, ``since`` a period, in the measure's unit.

    ``each`` says whether both are what one period adds to the year; else they are the change to the year's end, and
    over as many periods.
    """

    needs: Decimal
    reached: Decimal
    since: Period
    each: bool

    @property
    def is_more(self) -> bool:
        """Whether it needs more than was ever recorded, and not less."""
        return self.needs > self.reached


def never_happened(
    measure: Measure, period: Period, result: Decimal, forecast: Decimal, earlier: Iterable[HistoryRow]
) -> NeverHappened | None:
    """What a forecast needs that was never recorded; None where it was, or where that cannot be told for sure.

    Of sums over the year: if what is left is more than the most of any period in each that is left, one of them must
    bring more than ever. Of states and rolling years: a change as large over as many periods. A forecast that asks for
    no change is never asked about. Of discrete figures nothing is sure, for the year weighs its periods.
    """
    rows = (row for row in earlier if row.period < period and row.reported_for == row.period)
    found = {row.period: figure_in(row.actual, measure, row.period) for row in rows if _is_like(row.period, period)}
    results = {each: figure for each, figure in found.items() if isinstance(figure, Decimal)}
    results[period] = result
    if not period.left:
        return None
    if measure.basis is Basis.CUMULATIVE and measure.kind in _ADDS_UP and measure.unit != "%":
        return _of_sums(results, (forecast - result) / period.left)
    if measure.basis in {Basis.SNAPSHOT, Basis.ROLLING}:
        return _of_states(results, forecast - result, period.left)
    return None


def _is_like(period: Period, other: Period) -> bool:
    return (period.per_year, period.starts) == (other.per_year, other.starts)


def _of_sums(results: dict[Period, Decimal], pace: Decimal) -> NeverHappened | None:
    steps = {
        each: figure if each.is_first else figure - results[each.previous]
        for each, figure in results.items()
        if each.is_first or each.previous in results
    }
    return _beyond(steps, pace, min(results), each=True)


def _of_states(results: dict[Period, Decimal], change: Decimal, over: int) -> NeverHappened | None:
    earlier = {each: each.later(-over) for each in results}
    steps = {each: results[each] - results[before] for each, before in earlier.items() if before in results}
    found = _beyond(steps, change, min(results), each=False)
    is_larger = found and change and (change > 0) == found.is_more
    return found if is_larger else None


def _beyond(steps: dict[Period, Decimal], needs: Decimal, since: Period, *, each: bool) -> NeverHappened | None:
    if len(steps) < FEWEST or min(steps.values()) <= needs <= max(steps.values()):
        return None
    reached = max(steps.values()) if needs > max(steps.values()) else min(steps.values())
    return NeverHappened(needs, reached, since, each)
