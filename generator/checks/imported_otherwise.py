"""HIST06: an imported result of an earlier period, of which that period's own return says another figure."""

from collections.abc import Iterator, Mapping

from generator.history.past import History
from generator.history.rows import HistoryRow, figure_in
from generator.judging.status import printed
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
                yield from _otherwise(measure.counted_as(period), row, by_code[measure.code], Place(file))


def _otherwise(measure: Measure, row: HistoryRow, returned: Return, place: Place) -> Iterator[Problem]:
    recorded, figure = figure_in(row.actual, measure, row.period), printed(returned.quarter.actual, measure)
    if figure is None or recorded is None or row.reported_for != returned.own_period:
        return
    shown = {"recorded": measure.show(recorded), "found": measure.show(figure)}
    if shown["recorded"] != shown["found"]:
        facts = {"measure": measure.label, "period": row.reported_for.short, "source": row.source}
        yield problem("HIST06", place, **shown, **facts)
