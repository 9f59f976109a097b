"""Figures that may well be right but look odd: each doubt is put right, or explained in a note to the team.

The rules are those of the trial of the officer's form; the form asks the same while it is filled in (workbook/live.py).
"""

from decimal import Decimal

from generator.model.figures import type_of_figure
from generator.model.measure import Basis, Measure

FULL = Decimal(100)
"""A percentage above this is doubted, unless its targets or earlier results are above it too."""


def may_exceed_full(measure: Measure, *earlier: type_of_figure | None) -> bool:
    """Whether a figure above 100 is nothing to ask about: it is no percentage, or such figures are known of it."""
    known = (*measure.quarter_targets, measure.year_end_target, *earlier)
    return measure.unit != "%" or any(isinstance(each, Decimal) and each > FULL for each in known)


def is_far(now: Decimal, before: Decimal) -> bool:
    """Whether a result is more than half of the earlier one away from it."""
    return before != 0 and 2 * abs(now - before) > abs(before)


def only_grows(measure: Measure) -> bool:
    """Whether the year's figure counts up from quarter to quarter, so that it cannot end below what it is now."""
    return measure.basis is Basis.CUMULATIVE
