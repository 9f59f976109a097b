"""The report as open data: report.json for programs, measures.csv for anybody."""

from collections.abc import Iterator, Mapping, Sequence

from generator.documents.actions_data import action_json, recommended, tally_json
from generator.documents.json_text import Json, as_json
from generator.documents.record_json import (
    benchmark_json,
    change_json,
    forecast_json,
    forecast_record_json,
    peers_json,
    running_json,
    signal_json,
)
from generator.history.forecasts import ForecastRecord, PastForecast
from generator.history.revised import PublishedBefore
from generator.judging.direction import Direction
from generator.judging.missing_figures import State, count_states, forecast_markers, quarter_markers, state_of
from generator.judging.outcome import Judged, Missing
from generator.judging.scheme import Scheme
from generator.judging.status import Verdict
from generator.judging.suppressed import is_suppressed
from generator.model.action import Subject
from generator.model.dated import TargetChange
from generator.model.figures import two_decimals, written
from generator.model.measure import Measure
from generator.model.officer_return import Return
from generator.model.problem import Problem
from generator.model.question import DEFAULT_QUESTIONS
from generator.model.shape import Shape, Topic, in_one_name
from generator.report.beside_others import beside_others
from generator.report.changes import changes_in
from generator.report.forecast_record import record_of_measure, record_of_report
from generator.report.report import Entry, Group, Report, count
from generator.report.results_over_time import Result
from generator.report.revisions import revision
from generator.report.signal_or_noise import signal_or_noise

SCHEMA = 2
"""The version of report.json, which schemas/report.schema.json describes."""

_KEYS_OF_SCHEMA_1 = frozenset(each.key for each in DEFAULT_QUESTIONS)
"""Questions whose answers stood among a measure's own keys before any others could be asked."""

type_of_half = Sequence[tuple[Verdict, Return]]
"""One half of all measures: each verdict, with the return that it is on."""


def report_json(report: Report) -> bytes:
    """The whole report as JSON: all measures, exceptions or not; figures as strings, exactly as judged."""
    return as_json(
        {
            "schema": SCHEMA,
            "council": report.council,
            "period": str(report.period),
            "draft": report.draft,
            "data_source": report.data_source,
            "scheme": report.scheme.name,
            "directorates": [
                {"name": group.name, "measures": [_measure(entry, report) for entry in group.entries]}
                for group in report.groups
            ],
            "groups": [_group(group, 1, report) for group in report.groups],
            "answers": _answers(report.answers),
            "counts": _counts(report),
            **({"changes": [{**change_json(each)} for each in changes_in(report)]} if report.since.is_known else {}),
            **_forecast_record(record_of_report(report)),
            **_follow_up(report),
            "missing": [_missing(each) for each in report.missing],
            **_unwritten(report.unwritten),
            "problems": [problem_json(each) for each in report.problems],
        }
    )


def problem_json(problem: Problem) -> Json:
    """One problem as ``check --format json`` and report.json write it."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": problem.place.file,
        "sheet": problem.place.sheet,
        "cell": problem.place.cell,
        "message": problem.message,
        "remedy": problem.remedy,
    }


def _follow_up(report: Report) -> dict[str, Json]:
    """The actions that are followed up, with what members recommended and what is for the whole report apart."""
    if not report.follow_up.every:
        return {}
    owners = _prints_owners(report)
    meetings = [(meeting, action_json(each, owners=owners)) for meeting, each in recommended(report.follow_up)]
    return {
        "follow_up": {
            **tally_json(report.follow_up),
            "actions": _actions(report, Subject()),
            "recommendations": [{"meeting": meeting, **facts} for meeting, facts in meetings],
        }
    }


def _prints_owners(report: Report) -> bool:
    return report.shape.action_owners or report.internal


def _actions(report: Report, subject: Subject) -> list[Json]:
    owners = _prints_owners(report)
    return [action_json(each, owners=owners) for each in report.follow_up.of(subject)]


def _followed(report: Report, subject: Subject) -> dict[str, Json]:
    return {"follow_up": _actions(report, subject)} if report.follow_up.every else {}


def _group(group: Group, level: int, report: Report, above: tuple[str, ...] = ()) -> Json:
    """A group with the codes of its measures, and the groups below it; ``above`` are the names of those it is in."""
    path = (*above, group.name)
    return {
        "level": level,
        "word": group.word,
        "name": group.name,
        "answers": _answers(group.answers),
        "measures": [entry.judged.measure.code for entry in group.entries],
        **_followed(report, Subject(about=in_one_name(path))),
        "groups": [_group(each, level + 1, report, path) for each in group.below],
    }


def _answers(answers: Mapping[str, Sequence[str]]) -> dict[str, Json]:
    return {key: "\n".join(lines) for key, lines in answers.items()}


def _attributes(measure: Measure, shape: Shape) -> Json:
    """What is grouped by or printed of the register, by the headings of its columns."""
    groups = zip((level.column for level in shape.levels), measure.groups, strict=True)
    return {**{each.column: measure.attributes[each.column] for each in shape.printed}, **dict(groups)}


def _measure(entry: Entry, report: Report) -> Json:
    judged, shape = entry.judged, report.shape
    measure, returned = judged.measure, judged.returned
    running = report.running.get(measure.code)
    return {
        "code": measure.code,
        "aliases": list(measure.aliases),
        "title": measure.title,
        "service": measure.service or None,
        "unit": measure.unit,
        "decimals": measure.decimals,
        "polarity": measure.polarity.value,
        "kind": measure.kind.value,
        "exception": judged.exception,
        "reported_for": str(returned.own_period),
        **_forecast_record(record_of_measure(report, judged), report.forecasts_like_these.get(measure.code, ())),
        **({"exceptions_running": {**running_json(running)}} if running else {}),
        "quarter": {
            **_half(judged.quarter, quarter_markers(judged.quarter, returned), returned),
            "provisional": returned.provisional,
        },
        "forecast": _forecast(judged),
        "direction": _direction(judged.direction),
        "previous": _previous(returned),
        "target_changes": [_change(each) for each in measure.target_changes],
        "attributes": _attributes(measure, shape),
        "answers": _answers(entry.answers),
        **{key: text for key, text in _answers(entry.answers).items() if key in _KEYS_OF_SCHEMA_1},
        "same_as": returned.same_as,
        "commentary_provisional": returned.commentary_provisional,
        **_followed(report, Subject(measure.code)),
        "history": [_result(each) for each in report.results_over_time[measure.code]],
        **_benchmarks(judged, shape),
        **_signal(judged, report),
        **_revision(judged, report.published.get(measure.code)),
        "source": {"file": returned.source.file, "sha256": returned.source.sha256 or None},
    }


def _result(result: Result) -> Json:
    return {
        "period": str(result.period),
        "target": written(result.target),
        "actual": written(result.actual),
        "status": result.status or None,
    }


def _benchmarks(judged: Judged, shape: Shape) -> dict[str, Json]:
    """The figures of others beside the result, where the register has any that fit."""
    others: list[Json] = [
        {**benchmark_json(each), **peers_json(each)} for each in beside_others(judged, shape.benchmark_years)
    ]
    return {"benchmarks": others} if others else {}


def _signal(judged: Judged, report: Report) -> dict[str, Json]:
    """Whether the result is a signal or noise, where the settings ask and enough is known."""
    found = signal_or_noise(judged, report.results_before(judged.measure)) if report.shape.signals else None
    return {"signal": {**signal_json(found)}} if found else {}


def _revision(judged: Judged, before: PublishedBefore | None) -> dict[str, Json]:
    """What was published before the period was opened again, where it is not what is published now."""
    if before is None or is_suppressed(judged.returned) or not revision(judged, before):
        return {}
    row = before.row
    return {
        "revision": {
            "published": row.published.isoformat() if row.published else None,
            "quarter": {"target": row.target or None, "actual": row.actual or None, "status": row.status},
            "forecast": {
                "target": row.year_end_target or None,
                "actual": row.forecast or None,
                "status": row.forecast_status,
            },
            "reason": row.reason,
        }
    }


def _forecast_record(record: ForecastRecord | None, past: Sequence[PastForecast] = ()) -> dict[str, Json]:
    """How far forecasts made in this part of earlier years were from what came, where there were any."""
    if record is None:
        return {}
    made: dict[str, Json] = {"made": [{**forecast_json(each)} for each in past]} if past else {}
    return {"forecast_record": {**forecast_record_json(record), **made}}


def _forecast(judged: Judged) -> Json:
    """The forecast for the year end; null where the measure has none."""
    forecast, returned = judged.forecast, judged.returned
    return _half(forecast, forecast_markers(forecast, returned), returned) if forecast else None


def _half(verdict: Verdict, markers: Sequence[State], returned: Return) -> dict[str, Json]:
    half: dict[str, Json] = {
        "target": written(verdict.target),
        "actual": written(verdict.actual),
        "deviation": two_decimals(verdict.deviation),
        "status": verdict.status.name,
        "stated": verdict.stated,
        "markers": [state.shorthand for state in markers],
    }
    missing = returned.missing_reason if verdict.actual is None else None
    known: dict[str, str | None] = {
        "reason": verdict.reason,
        "missing_reason": missing if missing != verdict.reason else None,
        "stated_beside": verdict.beside.name if verdict.beside else None,
        "overdue_since": written(verdict.overdue.due) if verdict.overdue else None,
    }
    return {**half, **{key: text for key, text in known.items() if text}}


def _previous(returned: Return) -> Json:
    """Last quarter's result as the form had it, and as it now is where it was revised."""
    revised = returned.previous_revised
    return {
        "period": str(returned.last_period),
        "actual": written(returned.previous_actual if revised is None else revised),
        "was": None if revised is None else written(returned.previous_actual),
        "markers": [state.shorthand for state in _markers_of_previous(returned)],
    }


def _markers_of_previous(returned: Return) -> Iterator[State]:
    if returned.previous_revised is not None:
        yield State.REVISED
    if "previous_actual" in returned.suppressed:
        yield State.SUPPRESSED


def _change(change: TargetChange) -> Json:
    return {
        "target": change.target,
        "from": written(change.before),
        "to": written(change.after),
        "on": change.on.isoformat(),
        "approved_by": change.approved_by or None,
    }


def _direction(direction: Direction) -> Json:
    value = direction.travel.value if direction.travel else None
    plain: dict[str, Json] = {"value": value, "comparator": direction.comparator, "stated": direction.stated}
    return {**plain, "reason": direction.reason} if direction.reason else plain


def _counts(report: Report) -> Json:
    """The numbers by half and status; null for the forecast where no measure has one."""
    every = [entry.judged for entry in report.entries]
    quarter = [(each.quarter, each.returned) for each in every]
    forecast = [(each.forecast, each.returned) for each in every if each.forecast]
    halves = {"quarter": quarter, "forecast": forecast if report.has_forecast else None}
    return {
        "measures": len(every),
        "exceptions": sum(each.exception for each in every),
        **{name: _by_status(half, report.scheme) for name, half in halves.items()},
        "not_rated": {name: _by_state(half) for name, half in halves.items()},
    }


def _by_status(half: type_of_half | None, scheme: Scheme) -> Json:
    return None if half is None else dict(count((verdict for verdict, _ in half), scheme))


def _by_state(half: type_of_half | None) -> Json:
    return None if half is None else dict(count_states(state_of(*each) for each in half))


def _unwritten(topics: Sequence[Topic]) -> dict[str, Json]:
    """The groups, and the report, about which something was to be written and no return was received."""
    told: list[Json] = [{"level": each.level, "word": each.word, "groups": list(each.groups)} for each in topics]
    return {"unwritten": told} if told else {}


def _missing(missing: Missing) -> Json:
    measure = missing.measure
    return {
        "code": measure.code,
        "title": measure.title,
        "directorate": measure.group,
        "groups": list(measure.groups),
        "why": missing.why.value,
        "file": missing.file,
    }
