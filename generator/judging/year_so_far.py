"""What a year has come to so far, of the results of its periods; at its end, that is its outturn."""

from collections.abc import Mapping
from decimal import Decimal

from generator.model.figures import type_of_figure
from generator.model.measure import Measure, YearToDate
from generator.model.officer_return import Half, Return
from generator.model.period import Period

type_of_results = Mapping[Period, type_of_figure]
"""Results by the periods that they are of."""


def year_so_far(measure: Measure, own: Period, results: type_of_results) -> type_of_figure | None:
    """The figure for the year up to a period of the measure's own; None where it cannot be worked out.

    A sum or an average needs the result of every period so far.
    """
    if measure.so_far is YearToDate.LAST:
        return results.get(own)
    gone = [results.get(each) for each in own.of_its_year()[: own.number]]
    numbers = [each for each in gone if isinstance(each, Decimal)]
    if measure.so_far is YearToDate.ASKED or len(numbers) < len(gone):
        return None
    total = sum(numbers, Decimal(0))
    return total if measure.so_far is YearToDate.SUM else total / len(numbers)


def outturn(measure: Measure, returned: Return, earlier: type_of_results) -> Half | None:
    """What a return says of the year's end where nobody is asked: what came of its results; None if that is not known.

    Without a result, what is said of that holds for the year as well.
    """
    actual = returned.quarter.actual
    if actual is None:
        return returned.quarter if measure.so_far is YearToDate.LAST or returned.missing_reason else None
    found = year_so_far(measure, returned.own_period, {**earlier, returned.own_period: actual})
    return None if found is None else Half(actual=found)
