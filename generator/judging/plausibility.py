"""Figures that may well be right but look odd: an officer corrects them, or explains them in the note to the team.

The rules come from a trial of the form with officers. The form asks the same while it is filled in
(forms/check_column.py).
"""

from decimal import Decimal

from generator.model.figures import type_of_figure
from generator.model.measure import Basis, Measure

FULL = Decimal(100)
"""The percentage above which a result is asked about, unless its targets or earlier results are above it too."""


def may_exceed_full(measure: Measure, *earlier: type_of_figure | None) -> bool:
    """Whether a result above 100 is nothing to ask about: it is no percentage, or an earlier one is above 100 too."""
    known = (*measure.quarter_targets, measure.year_end_target, *earlier)
    return measure.unit != "%" or any(isinstance(each, Decimal) and each > FULL for each in known)


def is_far(now: Decimal, before: Decimal) -> bool:
    """Whether a result differs from the earlier one by more than half of that one."""
    return before != 0 and 2 * abs(now - before) > abs(before)


def only_grows(measure: Measure) -> bool:
    """Whether its figure adds up over the year, so that the year cannot end below what the figure is now."""
    return measure.basis is Basis.CUMULATIVE
