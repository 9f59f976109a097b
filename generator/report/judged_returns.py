"""The period's returns judged, in the register's order; and the measures of which none can be, with the reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from generator.checks.figures import check_outturn
from generator.history.past import History
from generator.history.rows import figure_in
from generator.history.side_by_side import last_result
from generator.judging.outcome import (
    NOTHING_BEFORE,
    SEVERAL,
    Judged,
    LastStatuses,
    Missing,
    Why,
    judge_return,
    why_without_return,
    with_outturn,
)
from generator.judging.status import printed
from generator.model.figures import type_of_figure
from generator.model.measure import Measure
from generator.model.officer_return import FilledForm, Return
from generator.model.period import Period
from generator.model.problem import Place, Problem, guarded
from generator.project.load import Setup
from generator.project.quarter_folders import EarlierQuarter, history_in, known_results, results_in
from generator.reading.readings import Reading, by_code, standing
from generator.report.earlier.previous_report import last_statuses


def place_of(returned: FilledForm) -> Place:
    """The sheet that a return stands on."""
    return Place(returned.source.file, returned.sheet or None)


def judge_each(
    setup: Setup, readings: Sequence[Reading], earlier: Mapping[Period, EarlierQuarter]
) -> Iterator[Judged | Problem]:
    """Judge in the register's order; where a measure has several returns, none of them is guessed to be right."""
    found = by_code(readings)
    every = results_in(earlier, setup.register)
    history = history_in(every) if setup.follows_trends else {}
    last = _last_statuses(setup, earlier)
    for measure in setup.register.measures:
        rivals = found.get(measure.code, [])
        returned = rivals[0].returned if len(rivals) == 1 else None
        if returned:
            results = known_results(setup.history, measure, every) if _adds_up(measure) else {}
            yield from check_outturn(measure, returned, results)
            returned = with_outturn(measure, _as_printed(setup.history, measure, returned), results)
            judging = partial(judge_return, measure, returned, history=history.get(measure.code, ()))
            judging = partial(judging, before=last.get(measure.code, NOTHING_BEFORE))
            scheme, rule = setup.scheme_of(measure), setup.settings.exceptions
            yield guarded(place_of(returned), partial(judging, scheme=scheme, rule=rule))


def _as_printed(history: History, measure: Measure, returned: Return) -> Return:
    """A return with the earlier results that its form has as they were published, rounded, and in the unit of now."""
    return replace(
        returned,
        previous_actual=_as_known(history, measure, returned.last_period, returned.previous_actual),
        previous_revised=printed(returned.previous_revised, measure),
        year_ago_actual=_as_known(history, measure, returned.own_period.year_ago, returned.year_ago_actual),
    )


def _as_known(
    history: History, measure: Measure, period: Period, in_form: type_of_figure | None
) -> type_of_figure | None:
    """An earlier result that a form has; by the history, where it may have been issued before the unit was another."""
    row = history.results(measure).get(period) if any(each.counted for each in measure.changes) else None
    is_otherwise = row is not None and measure.same_as_now(row.period) != 1
    return figure_in(row.actual, measure, row.period) if row and is_otherwise else printed(in_form, measure)


def _adds_up(measure: Measure) -> bool:
    """Whether its outturn comes of all results of the year."""
    return measure.is_at_year_end and measure.so_far in SEVERAL


def _last_statuses(setup: Setup, earlier: Mapping[Period, EarlierQuarter]) -> Mapping[str, LastStatuses]:
    """What the measures had last time whose scheme asks for that."""
    asking = [each for each in setup.register.measures if setup.scheme_of(each).asks_for_before]
    report = earlier[setup.period.previous].report
    return last_statuses(setup.history, setup.register, asking, setup.period, report) if asking else {}


def missing_measures(setup: Setup, readings: Sequence[Reading], judged: Sequence[Judged]) -> Iterator[Missing]:
    """The measures of the register that are not among those judged, and why."""
    kept = {each.measure.code for each in judged}
    there = (each for each in reversed(standing(readings)) if not each.blank)
    refused = {each.measure.code: each.file for each in there if each.measure}
    for measure in setup.register.measures:
        if measure.code in kept:
            continue
        if measure.code in refused:
            yield Missing(measure, Why.REFUSED, refused[measure.code])
        elif why := why_without_return(measure, setup.period):
            last = last_result(setup.history, measure, setup.period) if why is Why.NOT_DUE else ""
            yield Missing(measure, why, last=last)
