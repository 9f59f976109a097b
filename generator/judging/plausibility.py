"""Figures and dates that may well be right but look odd: an officer corrects them, or explains them in the note.

The rules come from a trial of the form with officers. The form asks the same while it is filled in
(forms/check_column.py).
"""

from datetime import date
from decimal import Decimal

from generator.model.figures import Span, type_of_figure
from generator.model.measure import Measure

FULL = Decimal(100)
"""The percentage above which a result is asked about, unless its targets or earlier results are above it too."""


def may_exceed_full(measure: Measure, *earlier: type_of_figure | None) -> bool:
    """Whether a result above 100 is nothing to ask about: it is no percentage, or an earlier one is above 100 too."""
    known = (*measure.quarter_targets, measure.year_end_target, *earlier)
    return measure.unit != "%" or any(isinstance(each, Decimal) and each > FULL for each in known)


def is_below_one(target: type_of_figure | None) -> bool:
    """Whether a percentage may well be below 1%, as its own target is; of a target of 0% nothing follows."""
    highest = target.upper if isinstance(target, Span) else target
    return isinstance(highest, Decimal) and 0 < abs(highest) < 1


def is_far(now: Decimal, before: Decimal) -> bool:
    """Whether a result differs from the earlier one by more than half of that one."""
    return before != 0 and 2 * abs(now - before) > abs(before)


TIMES = 10
"""How many times a target makes a figure one of another size: a slip of the point, or another unit."""


def is_of_another_size(now: Decimal, than: Decimal) -> bool:
    """Whether a figure is ten or more times another, or a tenth or less of it; a nought is of no size."""
    return bool(now and than) and (abs(now) >= TIMES * abs(than) or TIMES * abs(now) <= abs(than))


def nearest_of(target: type_of_figure | None, now: Decimal) -> Decimal | None:
    """The number that a figure is held against: a target, or of a range the end that is nearer to it."""
    if isinstance(target, Span):
        return min(max(now, target.lower), target.upper)
    return target if isinstance(target, Decimal) else None


def size_against(now: Decimal, than: Decimal) -> str:
    """Say how a figure is of another size."""
    return "ten or more times" if abs(now) > abs(than) else "a tenth or less of"


def last_day_to_expect(last_day: date) -> date:
    """Until when final figures may be expected without a question: a year after a quarter's last day."""
    try:
        return last_day.replace(year=last_day.year + 1)
    except ValueError:
        return last_day.replace(year=last_day.year + 1, day=28)
