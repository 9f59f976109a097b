"""measures.csv: one row a measure, with a description of its columns for programs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from generator.documents.json_text import Json, as_json
from generator.judging.missing_figures import State, forecast_markers, quarter_markers
from generator.judging.outcome import Judged
from generator.judging.status import Verdict
from generator.model.characters import as_csv
from generator.model.english import inside_sentence
from generator.model.figures import two_decimals, type_of_figure, written
from generator.model.officer_return import Return
from generator.model.period import Frequency, Period, period_like
from generator.model.question import Question
from generator.model.shape import Shape
from generator.report.forecast_record import record_of_measure
from generator.report.page.anchors import Addresses
from generator.report.report import Entry, Report

type_of_cell = str | Decimal | None


class _Column(NamedTuple):
    """A column: its heading, what it holds, how that is had of a measure, and whether it holds numbers alone."""

    name: str
    description: str
    value: Callable[[Entry], type_of_cell]
    datatype: str = "string"


def measures_csv(report: Report) -> bytes:
    """One row a measure, UTF-8, with no cell that a spreadsheet would take for a formula."""
    columns = _columns(report)
    rows = ([column.value(entry) for column in columns] for entry in report.entries)
    return as_csv(([column.name for column in columns], *rows)).encode("utf-8", "replace")


def measures_csv_metadata(report: Report) -> bytes:
    """Describe measures.csv, column by column, as CSV on the Web (W3C) asks: programs find it by its name."""
    columns = _columns(report)
    return as_json(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
            "url": "measures.csv",
            "dc:title": "Measures reported, one row a measure and period",
            "dialect": {"lineTerminators": ["\r\n"]},
            "tableSchema": {"columns": [_described(each) for each in columns], "primaryKey": ["period", "code"]},
        }
    )


def _described(column: _Column) -> Json:
    facts = {"name": column.name, "titles": column.name, "datatype": column.datatype}
    return {**facts, "dc:description": column.description}


def _cell(figure: type_of_figure | None) -> type_of_cell:
    return figure if isinstance(figure, Decimal) else written(figure)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _yes_no(flag: bool) -> str:  # noqa: FBT001, the flag is what is printed
    return "yes" if flag else "no"


class _Part(NamedTuple):
    """A column of each half: how its name ends, what it holds, how that is had of a verdict with its markers.

    Words in braces stand for what is said where there are forecasts.
    """

    name: str
    description: str
    value: Callable[[Verdict, Sequence[State]], type_of_cell]
    datatype: str = "string"


_SAID_OF_FORECASTS = {
    "or_forecast": ", or the forecast for the year end; of a year that has ended, its outturn",
    "f_forecast": "f forecast, ",
}
_PARTS = (
    _Part(
        "target",
        "The target: a number, a date, a range or a milestone's word, as the measure's kind asks.",
        lambda verdict, _: _cell(verdict.target),
    ),
    _Part(
        "actual",
        "The result of the {period_word}{or_forecast}; empty where there is none.",
        lambda verdict, _: _cell(verdict.actual),
    ),
    _Part(
        "marker",
        "What qualifies the figure, in the Government Statistical Service's shorthand, several with a space between: "
        "c suppressed, e estimated, {f_forecast}k low, p provisional, r revised, x not available, z not applicable.",
        lambda _, markers: " ".join(state.shorthand for state in markers),
    ),
    _Part(
        "deviation",
        "How far the figure is from its target, in per cent of the target; positive is better.",
        lambda verdict, _: _decimal(two_decimals(verdict.deviation)),
        datatype="decimal",
    ),
    _Part("status", "The status, by the council's scheme.", lambda verdict, _: verdict.status.name),
    _Part(
        "stated",
        "Whether the status was stated by an officer, not worked out from figures: yes or no.",
        lambda verdict, _: _yes_no(verdict.stated),
    ),
)


def _half(
    name: str,
    half: Callable[[Judged], Verdict | None],
    markers: Callable[[Verdict, Return], Sequence[State]],
    *,
    has_forecast: bool,
    period_word: str,
) -> Iterator[_Column]:
    """The columns of the quarter or of the forecast; the cells of a measure that has no such half are empty."""

    def cell(part: _Part, entry: Entry) -> type_of_cell:
        verdict = half(entry.judged)
        return part.value(verdict, markers(verdict, entry.judged.returned)) if verdict else None

    said = _SAID_OF_FORECASTS if has_forecast else dict.fromkeys(_SAID_OF_FORECASTS, "")
    for part in _PARTS:
        description = part.description.format(**said, period_word=period_word)
        yield _Column(f"{name}_{part.name}", description, partial(cell, part), part.datatype)


def _own(name: str, description: str, value: Callable[[Judged], type_of_cell]) -> _Column:
    return _Column(name, description, lambda entry: value(entry.judged))


def _period(period: Period) -> _Column:
    named = f"year and {period.word}" if period.per_year > 1 else period.word
    like = period_like(None) if period.frequency is Frequency.QUARTERLY else str(period)
    described = f"The financial {named}, such as {like}."
    return _own("period", described, lambda judged: str(judged.returned.period))


def _own_periods(report: Report) -> Iterator[_Column]:
    """What each result is of, where any is of another period than the report."""
    if any(entry.judged.returned.reported_for for entry in report.entries):
        yield _own("reported_for", "The period that the result is of.", lambda judged: str(judged.own_period))


_OF_MEASURE = (
    _own("code", "The measure's code.", lambda judged: judged.measure.code),
    _own("title", "What is measured.", lambda judged: judged.measure.title),
    _own("unit", "The unit of its figures; empty for a bare number.", lambda judged: judged.measure.unit),
    _own("polarity", "Which way is better: higher, lower, range or none.", lambda judged: judged.measure.polarity),
    _own("exception", "Whether the measure is an exception: yes or no.", lambda judged: _yes_no(judged.exception)),
)
_OF_DIRECTION = (
    _own("direction", "The direction of travel.", lambda judged: judged.direction.travel),
    _own("comparator", "What the direction is measured from.", lambda judged: judged.direction.comparator),
)


def _of_register(shape: Shape) -> Iterator[_Column]:
    """The measure's groups, and what else of the register is printed; each by the name of its column."""
    for at, level in enumerate(shape.levels):
        told = f"The {inside_sentence(level.word)} that the measure belongs to."
        yield _own(level.column, told, partial(_group, at))
    for each in shape.printed:
        yield _own(each.column, f"{each.label}, as the register has it.", partial(_attribute, each.column))


def _group(at: int, judged: Judged) -> str:
    return judged.measure.groups[at]


def _attribute(column: str, judged: Judged) -> str:
    return judged.measure.attributes[column]


def _of_answers(questions: Iterable[Question]) -> Iterator[_Column]:
    for each in questions:
        told = f"The answer to “{each.label}”, a line a paragraph or list item."
        yield _Column(f"answer_{each.key}", told, partial(_answer, each.key))


def _answer(key: str, entry: Entry) -> str:
    return "\n".join(entry.answers[key])


def _of_history(report: Report) -> Iterator[_Column]:
    """What earlier reports say of a measure; no columns where there are none."""

    def running(judged: Judged) -> type_of_cell:
        found = report.running.get(judged.measure.code)
        return Decimal(found.count) if found else None

    def missed_by(judged: Judged) -> type_of_cell:
        found = record_of_measure(report, judged)
        return found.missed_by if found else None

    if any(report.earlier.values()):
        told = "How many reports running it is an exception, as far back as that is known without a gap; else empty."
        yield _own("exceptions_running", told, running)._replace(datatype="integer")
    if any(report.earlier.values()) and report.has_forecast:
        told = "How far its forecasts made in this part of earlier years were from what came, on average, in its unit."
        yield _own("forecast_missed_by", told, missed_by)._replace(datatype="decimal")


def _columns(report: Report) -> tuple[_Column, ...]:
    """The columns, in their order, no name twice; those of the forecast only where there is any."""
    has_forecast, groups = report.has_forecast, tuple(_of_register(report.shape))
    levels = len(report.shape.levels)
    half = partial(_half, has_forecast=has_forecast, period_word=report.period.word)
    quarter = half("quarter", lambda judged: judged.quarter, quarter_markers)
    forecast = half("forecast", lambda judged: judged.forecast, forecast_markers)
    columns = (
        *(_period(report.period), *_own_periods(report), *groups[:levels], *_OF_MEASURE),
        *(*quarter, *(forecast if has_forecast else ()), *_OF_DIRECTION),
        *(*groups[levels:], *_of_history(report), *_of_answers(report.questions)),
    )
    names = Addresses()
    return tuple(each._replace(name=names.give(each.name).replace("-", "_")) for each in columns)
