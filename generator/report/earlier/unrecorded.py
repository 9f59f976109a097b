"""What is known of earlier periods that were never closed: their returns and reports, as rows of the history."""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from generator.history.judged_rows import published_row
from generator.history.rows import HistoryRow
from generator.judging.outcome import judge_return, with_outturn
from generator.judging.status import printed
from generator.model.figures import as_figure, type_of_figure, written
from generator.model.measure import Measure
from generator.model.officer_return import Return
from generator.model.period import Period
from generator.model.problem import Place, Problem, guarded
from generator.project.load import Setup
from generator.project.quarter_folders import (
    EarlierQuarter,
    known_results,
    quarters_without_history,
    results_in,
)


def unrecorded(setup: Setup, earlier: Mapping[Period, EarlierQuarter]) -> dict[str, tuple[HistoryRow, ...]]:
    """The results of periods without history, by the codes of the register, oldest first.

    Target and status of a time are those of its report; where there is none, those that the return gives by the targets
    of its period. They are left out where nobody can tell: the form was issued with another target than the register
    has for it now, or a later return has revised the figure.
    """
    found: dict[str, list[HistoryRow]] = {}
    returned = ((code, each) for _, quarter in sorted(earlier.items()) for code, each in quarter.returned.items())
    revised = {
        (code, each.last_period): each.previous_revised for code, each in returned if each.previous_revised is not None
    }
    for period in reversed(quarters_without_history(setup)):
        for row in _rows(setup, period, earlier):
            found.setdefault(row.code, []).append(_revised(setup, row, revised.get((row.code, row.reported_for))))
    return {code: tuple(rows) for code, rows in found.items()}


def _rows(setup: Setup, period: Period, earlier: Mapping[Period, EarlierQuarter]) -> Iterator[HistoryRow]:
    """The results that a period's returns give, in the units of then; what is suppressed has none."""
    quarter, register = earlier[period], setup.listed.at(period)
    results = results_in(earlier, register)
    reported = setup.register.by_todays_codes(_reported(quarter.report.data)) if quarter.report else {}
    for measure in register.measures:
        returned = quarter.returned.get(measure.code)
        if returned is None or returned.quarter.actual is None:
            continue
        given = with_outturn(measure, returned, known_results(setup.history, measure, results))
        if row := _judged(setup, measure, given):
            yield _of_its_time(row, reported.get(measure.code), is_retargeted=measure.code in quarter.retargeted)


def _of_its_time(row: HistoryRow, published: "_Reported | None", *, is_retargeted: bool) -> HistoryRow:
    """A row with the targets and statuses that its report gave its figures; without them where nobody can tell."""
    known = published or _Reported()
    if known.actual == row.actual:
        row = row._replace(target=known.target, status=known.status)
    elif is_retargeted:
        row = row._replace(target="", status="")
    if published and known.forecast == row.forecast:
        return row._replace(year_end_target=known.year_end_target, forecast_status=known.forecast_status)
    return row._replace(year_end_target="", forecast_status="") if is_retargeted else row


def _judged(setup: Setup, measure: Measure, given: Return) -> HistoryRow | None:
    judging = partial(judge_return, measure, given, scheme=setup.scheme_of(measure), rule=setup.settings.exceptions)
    found = guarded(Place(given.source.file), lambda: published_row(judging()))
    return None if isinstance(found, Problem) else found


def _revised(setup: Setup, row: HistoryRow, later: type_of_figure | None) -> HistoryRow:
    measure = setup.register.find(row.code)
    if later is None or measure is None or measure.same_as_now(row.period) != 1:
        return row
    revised = written(printed(later, measure)) or ""
    is_same = as_figure(revised) == as_figure(row.actual)
    return row if is_same else row._replace(actual=revised, target="", status="")


class _Reported(NamedTuple):
    """What a report.json has of a measure's result, and of its year end."""

    actual: str = ""
    target: str = ""
    status: str = ""
    forecast: str = ""
    year_end_target: str = ""
    forecast_status: str = ""


_NOTHING: Mapping[str, _Reported] = MappingProxyType({})
_KEYS = ("actual", "target", "status")


def _reported(report: bytes) -> Mapping[str, _Reported]:
    """What every measure was reported with by its code, as a report.json has it; no draft counts."""
    try:
        told = json.loads(report)
        measures = [each for group in told["directorates"] for each in group["measures"]]
        found = {
            each["code"]: _Reported(
                *(half[key] or "" for half in (each["quarter"], each["forecast"]) for key in _KEYS if half)
            )
            for each in measures
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return _NOTHING
    is_sound = all(isinstance(each, str) for code, of in found.items() for each in (code, *of))
    return found if is_sound and told.get("draft") is False else _NOTHING
