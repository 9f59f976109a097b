"""Figures that were suppressed in their own quarter: no later quarter prints them, or works anything out from them."""

from collections.abc import Collection
from dataclasses import replace
from types import MappingProxyType

from generator.judging.missing_figures import State, missing_state
from generator.model.officer_return import Return
from generator.model.period import Period


def is_suppressed(returned: Return) -> bool:
    """Whether an officer gave it as the reason that the numbers are small."""
    return missing_state(returned) is State.SUPPRESSED


def without_figures(returned: Return) -> Return:
    """A return without its own figures; what earlier quarters gave stays."""
    quarter, forecast = (replace(half, actual=None) for half in (returned.quarter, returned.forecast))
    return replace(returned, quarter=quarter, forecast=forecast, typed=MappingProxyType({}))


def without_earlier(returned: Return, suppressed: Collection[Period]) -> Return:
    """A return without the figures that its form has of periods that were ``suppressed``; it says which they are."""
    last = {returned.own_period.previous, returned.last_period}
    of_quarters = {"previous_actual": last, "year_ago_actual": {returned.own_period.year_ago}}
    names = frozenset(name for name, periods in of_quarters.items() if not periods.isdisjoint(suppressed))
    if not names:
        return returned
    is_last = "previous_actual" in names
    return replace(
        returned,
        suppressed=names,
        previous_actual=None if is_last else returned.previous_actual,
        previous_revised=None if is_last else returned.previous_revised,
        year_ago_actual=None if "year_ago_actual" in names else returned.year_ago_actual,
    )
