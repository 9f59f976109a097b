"""measures.csv: one row a measure, with a description of its columns for programs."""

from collections.abc import Iterator
from decimal import Decimal

from generator.documents.csv_cells import as_csv
from generator.documents.report_json import Json, as_json
from generator.judging.missing_figures import forecast_markers, quarter_markers
from generator.model.figures import two_decimals, type_of_figure, written
from generator.report.report import Entry, Report

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
    return figure if isinstance(figure, Decimal) else written(figure)


def _yes_no(flag: bool) -> str:  # noqa: FBT001, the flag is what is printed
    return "yes" if flag else "no"
