"""The direction of travel: whether a result is better or worse than before, and what it is compared with."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from generator.judging.scheme import Comparator, DirectionRule
from generator.model.english import checked_text
from generator.model.figures import Amount, type_of_figure
from generator.model.measure import Basis, Measure, Polarity
from generator.model.officer_return import Return
from generator.model.period import Period

_FEWEST_FOR_A_TREND = 3
_ZERO = Fraction(0)

AGAINST_LAST_QUARTER = DirectionRule()

type_of_history = Sequence[tuple[Period, Decimal]]
"""The results of earlier quarters, oldest first, in the measure's unit."""


class Travel(StrEnum):
    """The words for a direction."""

    IMPROVING = "Improving"
    STABILISED = "Stabilised"
    DETERIORATING = "Deteriorating"
    NOT_APPLICABLE = "N/A"


class Direction(NamedTuple):
    """A measure's direction of travel; ``travel`` is None where none is stated and none can be worked out.

    ``comparator`` is what it is measured from, in words, such as ``Q1 2018/19``; ``before`` is the result of that time.
    ``reason`` is the officer's where the direction is ``stated``, and otherwise says why there is none.
    """

    travel: Travel | None = None
    comparator: str | None = None
    before: type_of_figure | None = None
    stated: bool = False
    reason: str | None = None


def direction_of(
    measure: Measure, returned: Return, rule: DirectionRule = AGAINST_LAST_QUARTER, history: type_of_history = ()
) -> Direction:
    """A return's direction of travel: the one that the officer states, with its reason, or else that of the figures."""
    if rule.against is Comparator.TREND:
        worked_out = _trend(measure, returned, rule.dead_band.told_in(measure.unit_of_gap), history)
    else:
        worked_out = _since(measure, returned, rule)
    if rule.omit_profiled and measure.is_profiled:
        word = measure.frequency.word
        worked_out = Direction(reason=f"The targets differ from {word} to {word}, so no direction is given.")
    stated = as_travel(returned.direction_override)
    if not stated:
        return worked_out
    return Direction(
        travel=stated,
        comparator=worked_out.comparator,
        before=worked_out.before,
        stated=True,
        reason=returned.direction_reason,
    )


def as_travel(word: str | None) -> Travel | None:
    """The direction that a word names, whatever its capitals; None for any other word."""
    return next((each for each in Travel if word and each.casefold() == word.casefold()), None)


def _since(measure: Measure, returned: Return, rule: DirectionRule) -> Direction:
    before, period = earlier_result(measure, returned, rule)
    now = returned.quarter.actual
    if not isinstance(now, Decimal) or not isinstance(before, Decimal):
        why = measure.why_not_compared(period) if isinstance(now, Decimal) and before is None else ""
        return Direction(reason=why or None)
    now, before = measure.rounded_as(now, period), measure.rounded_as(before, period)
    change = Fraction(now) - Fraction(before)
    dead_band = rule.dead_band.told_in(measure.unit_of_gap)
    travel = _travel(change, dead_band, abs(Fraction(before)), measure.polarity)
    return Direction(travel=travel, comparator=period.short if travel else None, before=before)


def earlier_result(measure: Measure, returned: Return, rule: DirectionRule) -> tuple[type_of_figure | None, Period]:
    """The result that a period's is compared with (None if it is not known), and the period it is of.

    A cumulative figure starts afresh each year, so only the same period last year compares with it.
    """
    year_ago = (returned.year_ago_actual, returned.own_period.year_ago)
    last = returned.previous_result
    if rule.against is Comparator.YEAR_AGO or measure.basis is Basis.CUMULATIVE or last is None:
        return year_ago
    return last, returned.last_period


def _trend(measure: Measure, returned: Return, dead_band: Amount, history: type_of_history) -> Direction:
    """The direction of the straight line that fits the results best (least squares), over its whole length."""
    if not isinstance(returned.quarter.actual, Decimal):
        return Direction()
    own = returned.own_period
    before = (each for each in history if each[0].per_year == own.per_year and each[0] < own)
    results = [*before, (own, returned.quarter.actual)]
    if len(results) < _FEWEST_FOR_A_TREND:
        return Direction(reason=measure.why_not_compared(own.year_ago) or None)
    first = results[0][0]
    points = [(Fraction(period.index - first.index), Fraction(measure.rounded(figure))) for period, figure in results]
    middle, mean = (sum(values, _ZERO) / len(points) for values in zip(*points, strict=True))
    spread = sum(((x - middle) ** 2 for x, _ in points), _ZERO)
    slope = sum(((x - middle) * (y - mean) for x, y in points), _ZERO) / spread
    travel = _travel(slope * (points[-1][0] - points[0][0]), dead_band, abs(mean), measure.polarity)
    return Direction(travel=travel, comparator=f"{first.short} (trend)" if travel else None)


def _travel(change: Fraction, dead_band: Amount, base: Fraction, polarity: Polarity) -> Travel | None:
    """The word for a change of the figure; None where it is not known which way is better."""
    if abs(change) <= (dead_band.in_units(base) or 0):
        return Travel.STABILISED
    if polarity not in {Polarity.HIGHER, Polarity.LOWER}:
        return None
    better = (change > 0) == (polarity is Polarity.HIGHER)
    return Travel.IMPROVING if better else Travel.DETERIORATING


_TREND = " (trend)"


def travelling(direction: str, comparator: str = "") -> str:
    """What performance is doing, and since when: ``is improving on Q1 2018/19``; empty where that is not known.

    Raises TypeError if ``direction`` is not text.
    """
    match as_travel(checked_text(direction)):
        case Travel.IMPROVING:
            return f"is improving{_compared('on', comparator)}"
        case Travel.DETERIORATING:
            return f"has deteriorated{_compared('since', comparator)}" if comparator else "is deteriorating"
        case Travel.STABILISED:
            return f"has stabilised{_compared('since', comparator)}"
        case Travel.NOT_APPLICABLE | None:
            return ""


def _compared(preposition: str, comparator: str) -> str:
    if comparator.endswith(_TREND):
        return f", by the trend since {comparator.removesuffix(_TREND)}"
    return f" {preposition} {comparator}" if comparator else ""
