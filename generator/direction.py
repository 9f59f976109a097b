"""Direction of travel: better or worse than before, always with what "before" is."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.measure import Basis, Measure, Polarity, Return, type_of_figure
from generator.period import Period
from generator.status import printed


class Travel(StrEnum):
    """The words a direction is given in."""

    IMPROVING = "Improving"
    STABILISED = "Stabilised"
    DETERIORATING = "Deteriorating"
    NOT_APPLICABLE = "N/A"


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """A direction of travel; ``travel`` is None where none was stated and none can be worked out."""

    travel: Travel | None = None
    comparator: str | None = None
    before: type_of_figure | None = None
    stated: bool = False
    reason: str | None = None


def direction_of(measure: Measure, returned: Return) -> Direction:
    """Give a return's direction: the officer's, with its reason, before the one that follows from the figures."""
    before, period = _comparator(measure, returned)
    comparator = period.short if before is not None and period else None
    stated = as_travel(returned.direction_override)
    if stated:
        return Direction(
            travel=stated, comparator=comparator, before=before, stated=True, reason=returned.direction_reason
        )
    travel = _worked_out(measure, returned.quarter.actual, before)
    return Direction(travel=travel, comparator=comparator if travel else None, before=before)


def as_travel(word: str | None) -> Travel | None:
    """Find a direction by its word, whatever the case."""
    return next((each for each in Travel if word and each.casefold() == word.casefold()), None)


def _comparator(measure: Measure, returned: Return) -> tuple[type_of_figure | None, Period | None]:
    """A cumulative figure starts afresh each April, so only the same quarter last year compares with it."""
    year_ago = (printed(returned.year_ago_actual, measure), returned.period.year_ago)
    if measure.basis is Basis.CUMULATIVE or returned.previous_actual is None:
        return year_ago
    return printed(returned.previous_actual, measure), returned.previous_period or returned.period.previous


def _worked_out(measure: Measure, actual: type_of_figure | None, before: type_of_figure | None) -> Travel | None:
    now = printed(actual, measure)
    if not isinstance(now, Decimal) or not isinstance(before, Decimal):
        return None
    if now == before:
        return Travel.STABILISED
    if measure.polarity not in {Polarity.HIGHER, Polarity.LOWER}:
        return None
    better = (now > before) == (measure.polarity is Polarity.HIGHER)
    return Travel.IMPROVING if better else Travel.DETERIORATING
