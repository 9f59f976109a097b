"""A measure's results in a row: the earlier ones that are known, and this quarter's."""

from collections.abc import Mapping

from generator.measure import Return, type_of_figure
from generator.period import Period


def results_in_a_row(
    returned: Return, history: Mapping[Period, type_of_figure]
) -> tuple[tuple[Period, type_of_figure], ...]:
    """Give quarters with their results, oldest first; nothing where no earlier one is known.

    ``history`` is what earlier returns said; the return itself brings last quarter's result and that of a year ago,
    and a revised result takes the place of the first one.
    """
    last = returned.previous_period or returned.period.previous
    own = {
        returned.period.year_ago: returned.year_ago_actual,
        last: returned.previous_actual if returned.previous_revised is None else returned.previous_revised,
        returned.period: returned.quarter.actual,
    }
    known = {**history, **{period: figure for period, figure in own.items() if figure is not None}}
    return tuple(sorted(known.items())) if any(period < returned.period for period in known) else ()
