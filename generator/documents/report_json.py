"""The report as open data: report.json for programs, measures.csv for anybody."""

import json
import math
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import TypeAlias

from generator.documents.csv_cells import as_csv
from generator.judging.direction import Direction
from generator.judging.missing_figures import State, count_states, forecast_markers, quarter_markers, state_of
from generator.judging.status import Verdict
from generator.model.measure import Return, Span, TargetChange, type_of_figure
from generator.model.problem import Problem
from generator.report.report import NARRATIVES, Entry, Missing, Report, count

SCHEMA = 1
"""The version of report.json, which schemas/report.schema.json describes."""

_ENCODER = json.JSONEncoder(indent=2, ensure_ascii=False)
_STRETCH = 10_000

Json: TypeAlias = "None | bool | int | str | Sequence[Json] | dict[str, Json]"


def report_json(report: Report) -> bytes:
    """Give the whole report as JSON: all measures, exceptions or not; figures as strings, exactly as judged."""
    return as_json(
        {
            "schema": SCHEMA,
            "council": report.council,
            "period": str(report.period),
            "draft": report.draft,
            "data_source": report.data_source,
            "scheme": report.scheme.name,
            "directorates": [
                {"name": group.directorate, "measures": [_measure(entry) for entry in group.entries]}
                for group in report.groups
            ],
            "counts": _counts(report),
            "missing": [_missing(each) for each in report.missing],
            "problems": [problem_json(each) for each in report.problems],
        }
    )


def as_json(value: Json) -> bytes:
    """Write JSON as people and version control like it: indented, unescaped, one trailing line break."""
    pieces = _ENCODER.iterencode(value)
    # All pieces at once, there are a million in a nation's report, would need four times the room of its bytes.
    stretches = iter(lambda: "".join(islice(pieces, _STRETCH)).encode("utf-8", "replace"), b"")
    return b"".join((*stretches, b"\n"))


def problem_json(problem: Problem) -> Json:
    """Give one problem as ``check --format json`` and report.json write it."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": problem.place.file,
        "sheet": problem.place.sheet,
        "cell": problem.place.cell,
        "message": problem.message,
        "remedy": problem.remedy,
    }


def _measure(entry: Entry) -> Json:
    judged = entry.judged
    measure, returned = judged.measure, judged.returned
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
        "quarter": {
            **_half(judged.quarter, quarter_markers(judged.quarter, returned)),
            "provisional": returned.provisional,
        },
        "forecast": _half(judged.forecast, forecast_markers(judged.forecast, returned)),
        "direction": _direction(judged.direction),
        "previous": _previous(returned),
        "target_changes": [_change(each) for each in measure.target_changes],
        **{name: "\n".join(getattr(entry, name)) for name in NARRATIVES},
        "same_as": returned.same_as,
        "commentary_provisional": returned.commentary_provisional,
        "source": {"file": returned.source.file, "sha256": returned.source.sha256},
    }


def _half(verdict: Verdict, markers: Sequence[State]) -> dict[str, Json]:
    half: dict[str, Json] = {
        "target": _figure(verdict.target),
        "actual": _figure(verdict.actual),
        "deviation": two_decimals(verdict.deviation),
        "status": verdict.status.name,
        "stated": verdict.stated,
        "markers": [state.shorthand for state in markers],
    }
    return {**half, "reason": verdict.reason} if verdict.reason else half


def _previous(returned: Return) -> Json:
    """Last quarter's result as the form had it, and as it now is where it was revised."""
    revised = returned.previous_revised
    return {
        "period": str(returned.previous_period or returned.period.previous),
        "actual": _figure(returned.previous_actual if revised is None else revised),
        "was": None if revised is None else _figure(returned.previous_actual),
        "markers": [] if revised is None else [State.REVISED.shorthand],
    }


def _change(change: TargetChange) -> Json:
    return {
        "target": change.target,
        "from": _figure(change.before),
        "to": _figure(change.after),
        "on": change.on.isoformat(),
        "approved_by": change.approved_by or None,
    }


def _direction(direction: Direction) -> Json:
    value = direction.travel.value if direction.travel else None
    plain: dict[str, Json] = {"value": value, "comparator": direction.comparator, "stated": direction.stated}
    return {**plain, "reason": direction.reason} if direction.reason else plain


def _figure(figure: type_of_figure | None) -> str | None:
    match figure:
        case Decimal():
            return f"{figure:f}"
        case date():
            return figure.isoformat()
        case Span():
            return f"{figure.lower:f} to {figure.upper:f}"
    return figure


def two_decimals(deviation: Fraction | None) -> str | None:
    """Print a percentage to two decimals, halves away from zero."""
    if deviation is None:
        return None
    hundredths = math.floor(abs(deviation) * 100 + Fraction(1, 2))
    signed = Decimal(hundredths if deviation >= 0 else -hundredths)
    return f"{signed.scaleb(-2):.2f}"


def _counts(report: Report) -> Json:
    entries = report.entries
    return {
        "measures": len(entries),
        "exceptions": sum(entry.judged.exception for entry in entries),
        "quarter": dict(count((entry.judged.quarter for entry in entries), report.scheme)),
        "forecast": dict(count((entry.judged.forecast for entry in entries), report.scheme)),
        "not_rated": {
            "quarter": dict(count_states(state_of(each.judged.quarter, each.judged.returned) for each in entries)),
            "forecast": dict(count_states(state_of(each.judged.forecast, each.judged.returned) for each in entries)),
        },
    }


def _missing(missing: Missing) -> Json:
    measure = missing.measure
    return {
        "code": measure.code,
        "title": measure.title,
        "directorate": measure.directorate,
        "why": missing.why.value,
        "file": missing.file,
    }


_HALF_COLUMNS = ("target", "actual", "marker", "deviation", "status", "stated")
_COLUMNS = (
    *("period", "directorate", "code", "title", "unit", "polarity", "exception"),
    *(f"quarter_{column}" for column in _HALF_COLUMNS),
    *(f"forecast_{column}" for column in _HALF_COLUMNS),
    *("direction", "comparator"),
)


def measures_csv(report: Report) -> bytes:
    """Give one row a measure, UTF-8, with no cell that a spreadsheet would take for a formula."""
    return as_csv((_COLUMNS, *(_row(report, entry) for entry in report.entries))).encode("utf-8", "replace")


def measures_csv_metadata() -> bytes:
    """Describe measures.csv, column by column, as CSV on the Web (W3C) asks: programs find it by its name."""
    return as_json(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
            "url": "measures.csv",
            "dc:title": "Measures reported, one row a measure and period",
            "dialect": {"lineTerminators": ["\r\n"]},
            "tableSchema": {"columns": [_described(name) for name in _COLUMNS], "primaryKey": ["period", "code"]},
        }
    )


def _described(name: str) -> Json:
    what = name if name in _DESCRIPTIONS else name.partition("_")[2]
    datatype = "decimal" if what == "deviation" else "string"
    return {"name": name, "titles": name, "datatype": datatype, "dc:description": _DESCRIPTIONS[what]}


_DESCRIPTIONS = {
    "period": "The financial year and quarter, such as 2018-19-Q2.",
    "directorate": "The directorate that answers for the measure.",
    "code": "The measure's code.",
    "title": "What is measured.",
    "unit": "The unit of its figures; empty for a bare number.",
    "polarity": "Which way is better: higher, lower, range or none.",
    "exception": "Whether the measure is an exception: yes or no.",
    "target": "The target: a number, a date, a range or a milestone's word, as the measure's kind asks.",
    "actual": "The result of the quarter, or the forecast for the year end; empty where there is none.",
    "marker": (
        "What qualifies the figure, in the Government Statistical Service's shorthand, several with a space between: "
        "c suppressed, e estimated, f forecast, k low, p provisional, r revised, x not available, z not applicable."
    ),
    "deviation": "How far the figure is from its target, in per cent of the target; positive is better.",
    "status": "The status, by the council's scheme.",
    "stated": "Whether the status was stated by an officer, not worked out from figures: yes or no.",
    "direction": "The direction of travel.",
    "comparator": "What the direction is measured from.",
}


def _row(report: Report, entry: Entry) -> Iterator[str | Decimal | None]:
    judged = entry.judged
    measure, direction = judged.measure, judged.direction
    yield from (str(report.period), measure.directorate, measure.code, measure.title, measure.unit)
    yield from (measure.polarity.value, _yes_no(judged.exception))
    halves = (
        (judged.quarter, quarter_markers(judged.quarter, judged.returned)),
        (judged.forecast, forecast_markers(judged.forecast, judged.returned)),
    )
    for verdict, markers in halves:
        deviation = two_decimals(verdict.deviation)
        yield from (_cell(verdict.target), _cell(verdict.actual), " ".join(state.shorthand for state in markers))
        yield None if deviation is None else Decimal(deviation)
        yield from (verdict.status.name, _yes_no(verdict.stated))
    yield from (direction.travel.value if direction.travel else None, direction.comparator)


def _cell(figure: type_of_figure | None) -> str | Decimal | None:
    return figure if isinstance(figure, Decimal) else _figure(figure)


def _yes_no(flag: bool) -> str:  # noqa: FBT001, the flag is what is printed
    return "yes" if flag else "no"
