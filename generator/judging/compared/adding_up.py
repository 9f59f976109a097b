"""What adds up over a year, as far as the register says."""

import re
from decimal import Decimal

from generator.model.figures import YearToDate
from generator.model.measure import Basis, Kind, Measure


def only_grows(measure: Measure) -> bool:
    """Whether its figure adds up over the year, so that the year cannot end below what the figure is now.

    Of what is cumulative a number and money do. A percentage or a ratio does where its targets grow through the year,
    as those of tax collected do; others are a share of all cases so far ("reviews held in time, year to date"), and may
    as well fall. Days and rates do unless their targets stay as they are, as those of an average do ("days to decide,
    year to date"), and so does what a title calls an amount for each ("cost per visit"). So says the register of its
    own, where it calls the year an average.
    """
    if measure.basis is not Basis.CUMULATIVE or measure.year_to_date is YearToDate.AVERAGE:
        return False
    may_be_a_sum = measure.unit not in _SHARES and not _FOR_EACH.search(measure.title)
    if measure.kind in {Kind.NUMBER, Kind.MONEY} and may_be_a_sum:
        return True
    targets, year = measure.quarter_targets, measure.year_end_target
    known = [(number, each) for number, each in enumerate(targets, start=1) if isinstance(each, Decimal)]
    if not known or not isinstance(year, Decimal):
        return may_be_a_sum
    (number, first), every = known[0], len(targets)
    if measure.unit in _SHARES:
        return every * first <= number * year * _FRONT_LOADED
    return 2 * every * first <= (number + every) * year  # nearer to its part of the year's than to all of it


_SHARES = frozenset({"%", ":1"})
"""Units of what is one figure in proportion to another."""

_FOR_EACH = re.compile(r"\b(?:per|average|mean|median|rate of|ratio|score)\b", re.IGNORECASE)
"""In a title: what is no sum, though it may be a number or money."""

_FRONT_LOADED = Decimal("1.2")
"""How far ahead of an even pace a target that grows through the year may be: more comes in at its beginning."""
