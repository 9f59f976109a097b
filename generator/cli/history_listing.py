"""What was published of measures, period by period: as lines for the screen, and as JSON."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.documents.json_text import Json
from generator.documents.record_json import forecast_json
from generator.history.forecasts import PastForecast, part_in_words, past_forecasts, record_of
from generator.history.history_csv import HISTORY_COLUMNS
from generator.history.past import History
from generator.history.rows import HistoryRow, RowState
from generator.model.english import day
from generator.model.figures import as_figure, written
from generator.model.measure import Measure
from generator.model.period import Period
from generator.model.register import Register


@dataclass(frozen=True, slots=True)
class Published:
    """The rows of a measure, by period; ``measure`` is None where the register has it no more."""

    code: str
    measure: Measure | None
    rows: tuple[HistoryRow, ...]

    @property
    def forecasts(self) -> tuple[PastForecast, ...]:
        """Its past forecasts, and what came."""
        standing = {row.period: row for row in self.rows}
        return past_forecasts(self.measure, standing.values()) if self.measure else ()

    def show(self, text: str, then: Period) -> str:
        """A figure as it was printed then, as far as that is still known."""
        figure = as_figure(text)
        if figure is None:
            return "none"
        return self.measure.counted_as(then).show(figure) if self.measure else written(figure) or ""


def histories_of(history: History, register: Register, code: str | None) -> tuple[Published, ...]:
    """The rows of a measure, or of all: first those of the register, in its order."""
    known = [Published(each.code, each, history.of(each)) for each in register.measures]
    gone = [Published(each, None, history.under(each)) for each in history.codes if not register.find(each)]
    found = [*known, *gone]
    if code is not None:
        wanted = register.find(code)
        found = [each for each in found if each.measure == wanted and (wanted or each.rows == history.under(code))]
    by_period = (Published(each.code, each.measure, _by_period(each.rows)) for each in found)
    return tuple(each for each in by_period if each.rows)


def _by_period(rows: tuple[HistoryRow, ...]) -> tuple[HistoryRow, ...]:
    return tuple(sorted(rows, key=lambda row: row.period))


def history_lines(published: Published) -> Iterator[str]:
    """A measure's heading, and a line for each of its rows."""
    title = published.measure.title if published.measure else published.rows[-1].title
    yield f"{published.measure.label if published.measure else published.code}: {title}"
    for row in published.rows:
        yield f"  {row.period.name}  {_told(published, row)}"
    if published.measure and (told := _forecasts_told(published.measure, published.forecasts)):
        yield f"  Forecasts made in {told}"


def _forecasts_told(measure: Measure, forecasts: tuple[PastForecast, ...]) -> str:
    """How far those of each part of a year were from what came."""
    parts: dict[str, list[PastForecast]] = {}
    for each in forecasts:
        parts.setdefault(part_in_words(each.period), []).append(each)
    told = ((part, len(each), record_of([(measure, each)])) for part, each in parts.items())
    return "; ".join(f"{part} {record.in_words} ({count})" for part, count, record in told if record)


def line_of_all(found: Iterable[Published]) -> str:
    """How far the forecasts of several measures were from what came; empty where that is not known of several."""
    record = record_of((each.measure, each.forecasts) for each in found if each.measure)
    return f"All forecasts for the year end {record.sentence_of_all}." if record and record.measures > 1 else ""


def _told(published: Published, row: HistoryRow) -> str:
    on = f" on {day(row.published)}" if row.published else ""
    if row.state is RowState.REOPENED:
        return f"opened again{on}: {row.reason}"
    if not row.is_as_judged:
        return f"result {published.show(row.actual, row.period)}, {row.reason}{on and f', published{on}'}"
    name = f"result for {row.reported_for.short}" if row.reported_for != row.period else "result"
    half = partial(_half, published, row.period)
    result = half(name, row.actual, row.target, row.status) if row.actual else f"no result, {row.state}"
    parts = [result]
    if row.forecast:
        what = "outturn" if row.reported_for.is_last else "forecast"
        parts.append(half(what, row.forecast, row.year_end_target, row.forecast_status))
    parts += filter(None, (row.direction, "provisional" if row.state is RowState.PROVISIONAL else ""))
    origin = f"published{on}" if row.is_closed else f"from {row.source}"
    return f"{'; '.join(parts)} ({origin}{f', revised: {row.reason}' if row.reason else ''})"


def _half(published: Published, then: Period, name: str, figure: str, target: str, status: str) -> str:
    against = f", target {published.show(target, then)}" if target else ""
    return f"{name} {published.show(figure, then)}{against}{f', {status}' if status else ''}"


def history_json(published: Published) -> Json:
    """A measure's rows under the headings of history.csv, as keys are written."""
    forecasts: list[Json] = [{**forecast_json(each)} for each in published.forecasts]
    return {"code": published.code, "history": [_row(row) for row in published.rows], "forecasts": forecasts}


def _row(row: HistoryRow) -> Json:
    keys = (heading.lower().replace(" ", "_").replace("-", "_") for heading in HISTORY_COLUMNS)
    return {key: _plain(value) for key, value in zip(keys, row, strict=True) if key != "code"}


def _plain(value: object) -> Json:
    return value if isinstance(value, bool) else None if value in {None, ""} else str(value)
