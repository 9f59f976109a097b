"""measures.csv: one row a measure, with a description of its columns for programs."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from generator.documents.csv_cells import as_csv
from generator.documents.report_json import Json, as_json
from generator.judging.missing_figures import State, forecast_markers, quarter_markers
from generator.judging.outcome import Judged
from generator.judging.status import Verdict
from generator.model.figures import two_decimals, type_of_figure, written
from generator.report.report import Report


class _Column(NamedTuple):
    """A column: its heading, what it holds, how that is had of a measure, and whether it holds numbers alone."""

    name: str
    description: str
    value: Callable[[Judged], str | Decimal | None]
    datatype: str = "string"


def measures_csv(report: Report) -> bytes:
    """One row a measure, UTF-8, with no cell that a spreadsheet would take for a formula."""
    rows = ([column.value(entry.judged) for column in _COLUMNS] for entry in report.entries)
    return as_csv(([column.name for column in _COLUMNS], *rows)).encode("utf-8", "replace")


def measures_csv_metadata() -> bytes:
    """Describe measures.csv, column by column, as CSV on the Web (W3C) asks: programs find it by its name."""
    return as_json(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
            "url": "measures.csv",
            "dc:title": "Measures reported, one row a measure and period",
            "dialect": {"lineTerminators": ["\r\n"]},
            "tableSchema": {"columns": [_described(each) for each in _COLUMNS], "primaryKey": ["period", "code"]},
        }
    )


def _described(column: _Column) -> Json:
    facts = {"name": column.name, "titles": column.name, "datatype": column.datatype}
    return {**facts, "dc:description": column.description}


def _cell(figure: type_of_figure | None) -> str | Decimal | None:
    return figure if isinstance(figure, Decimal) else written(figure)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _yes_no(flag: bool) -> str:  # noqa: FBT001, the flag is what is printed
    return "yes" if flag else "no"


def _half(
    name: str, verdict: Callable[[Judged], Verdict], markers: Callable[[Judged], tuple[State, ...]]
) -> tuple[_Column, ...]:
    """The columns that there are of the quarter and of the forecast."""
    return (
        _Column(
            f"{name}_target",
            "The target: a number, a date, a range or a milestone's word, as the measure's kind asks.",
            lambda judged: _cell(verdict(judged).target),
        ),
        _Column(
            f"{name}_actual",
            "The result of the quarter, or the forecast for the year end; empty where there is none.",
            lambda judged: _cell(verdict(judged).actual),
        ),
        _Column(
            f"{name}_marker",
            "What qualifies the figure, in the Government Statistical Service's shorthand, several with a space "
            "between: c suppressed, e estimated, f forecast, k low, p provisional, r revised, x not available, "
            "z not applicable.",
            lambda judged: " ".join(state.shorthand for state in markers(judged)),
        ),
        _Column(
            f"{name}_deviation",
            "How far the figure is from its target, in per cent of the target; positive is better.",
            lambda judged: _decimal(two_decimals(verdict(judged).deviation)),
            datatype="decimal",
        ),
        _Column(f"{name}_status", "The status, by the council's scheme.", lambda judged: verdict(judged).status.name),
        _Column(
            f"{name}_stated",
            "Whether the status was stated by an officer, not worked out from figures: yes or no.",
            lambda judged: _yes_no(verdict(judged).stated),
        ),
    )


_COLUMNS = (
    _Column(
        "period", "The financial year and quarter, such as 2018-19-Q2.", lambda judged: str(judged.returned.period)
    ),
    _Column("directorate", "The directorate that answers for the measure.", lambda judged: judged.measure.group),
    _Column("code", "The measure's code.", lambda judged: judged.measure.code),
    _Column("title", "What is measured.", lambda judged: judged.measure.title),
    _Column("unit", "The unit of its figures; empty for a bare number.", lambda judged: judged.measure.unit),
    _Column(
        "polarity", "Which way is better: higher, lower, range or none.", lambda judged: judged.measure.polarity.value
    ),
    _Column("exception", "Whether the measure is an exception: yes or no.", lambda judged: _yes_no(judged.exception)),
    *_half("quarter", lambda judged: judged.quarter, lambda judged: quarter_markers(judged.quarter, judged.returned)),
    *_half(
        "forecast", lambda judged: judged.forecast, lambda judged: forecast_markers(judged.forecast, judged.returned)
    ),
    _Column("direction", "The direction of travel.", lambda judged: judged.direction.travel),
    _Column("comparator", "What the direction is measured from.", lambda judged: judged.direction.comparator),
)
"""The columns, in their order: to add one, add a row."""
