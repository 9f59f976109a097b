"""HIST06: an imported result of an earlier period, of which that period's own return says another figure."""

from collections.abc import Iterator, Mapping

from generator.history.past import History
from generator.history.rows import HistoryRow, as_printed
from generator.model.measure import Measure
from generator.model.officer_return import Return
from generator.model.period import Period
from generator.model.problem import Place, Problem, problem
from generator.model.register import Register


def check_imported_otherwise(
    register: Register, history: History, returned: Mapping[Period, Mapping[str, Return]], file: str
) -> Iterator[Problem]:
    """Tell of each such result; ``returned`` are the returns of earlier periods, by code.

    Forms and reports go by what was imported; ``file`` is what messages call the history.
    """
    for period, by_code in sorted(returned.items()):
        for measure in (each for each in register.measures if each.code in by_code):
            row = history.latest(measure, period)
            if row and row.actual and row.is_imported:
                yield from _otherwise(measure, row, by_code[measure.code], Place(file))


def _otherwise(measure: Measure, row: HistoryRow, returned: Return, place: Place) -> Iterator[Problem]:
    recorded, figure = as_printed(row.actual, measure, row.period), returned.quarter.actual
    if figure is None or not recorded or row.reported_for != returned.own_period:
        return
    found = measure.counted_as(row.period).show(figure)
    if recorded != found:
        facts = {"measure": measure.label, "period": row.reported_for.short, "source": row.source}
        yield problem("HIST06", place, recorded=recorded, found=found, **facts)
