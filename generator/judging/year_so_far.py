"""What a year has come to so far, of the results of its periods; at its end, that is its outturn."""

from collections.abc import Mapping
from dataclasses import replace
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


def with_outturn(measure: Measure, returned: Return, earlier: type_of_results) -> Return:
    """A return with what came of the year by its own and ``earlier`` results, where its officer is not asked for that.

    Without a result, what is said of that holds for the year as well. Where it is not known, nothing is added.
    """
    if measure.asks_for_year_end or not measure.has_forecast or returned.forecast != Half():
        return returned
    actual = returned.quarter.actual
    if actual is None:
        return replace(returned, forecast=returned.quarter)
    found = year_so_far(measure, returned.own_period, {**earlier, returned.own_period: actual})
    return returned if found is None else replace(returned, forecast=Half(actual=found))
