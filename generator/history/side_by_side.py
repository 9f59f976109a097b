"""Figures side by side: of each measure, what each declared column shows, with its status of the time."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.history.columns import FiguresColumn, Shows
from generator.history.past import History
from generator.history.rows import HistoryRow, RowState, as_printed, figure_in
from generator.judging.missing_figures import State, missing_state
from generator.judging.outcome import Judged, year_so_far
from generator.model.figures import Span, YearToDate, type_of_figure
from generator.model.measure import Measure, Polarity
from generator.model.period import Frequency, Period


class NoFigure(StrEnum):
    """Why a column shows no figure of a measure, in words; for what is withheld, reports have their own."""

    NOT_KNOWN = "Not known"
    NOT_YET = "Not yet"
    NOT_DUE = "Not due"
    NO_TARGET = "No target"
    NO_NUMBER = "Not a number"
    OVERDUE = "Overdue"
    WITHHELD = "Withheld"


class Shown(NamedTuple):
    """What a column shows of a measure: a figure with its status then, or why there is none (``gap``).

    Without a figure it may have a status still: that of what is overdue, or one that was stated.
    ``target`` is what it was held against then; ``of`` is the period of the figure, where that is another than the
    column's. ``told`` is a figure as it was printed that cannot be compared with those of now.
    """

    figure: type_of_figure | None = None
    status: str = ""
    target: type_of_figure | None = None
    of: Period | None = None
    gap: NoFigure = NoFigure.NOT_KNOWN
    told: str = ""


NOTHING = Shown()


class FiguresByPeriod(NamedTuple):
    """A measure's results and outturns by what they are of; and what those ``reported`` earlier were of.

    That is by the periods of the reports: it may have had another lag then, or another frequency.
    """

    figures: Mapping[Period, Shown]
    reported: Mapping[Period, Period]


def figures_by_period(rows: Iterable[HistoryRow], measure: Measure, judged: Judged | None) -> FiguresByPeriod:
    """What the ``rows`` of earlier reports have of a measure, and its return in this one, if it has one.

    A later report for which it was not due has no figure of it, and takes none away.
    """
    known: dict[Period, Shown] = {}
    reported: dict[Period, Period] = {}
    for row in rows:
        if row.state is not RowState.MISSING:
            reported[row.period] = row.reported_for
        if row.state is not RowState.MISSING or row.reported_for not in known:
            known |= _of_row(measure, row)
    return FiguresByPeriod({**known, **(dict(_of_judged(judged)) if judged else {})}, reported)


def _of_row(measure: Measure, row: HistoryRow) -> Iterator[tuple[Period, Shown]]:
    status = row.status if row.is_as_judged else ""
    target = figure_in(row.target, measure, row.period) if status else None
    result = _as_told(measure, row, row.actual)._replace(status=status, target=target, gap=_gap_of_row(measure, row))
    yield row.reported_for, result
    if row.reported_for.is_last and (row.actual or result.gap is NoFigure.WITHHELD):
        if row.forecast:
            yield row.reported_for.whole_year, _as_told(measure, row, row.forecast)._replace(status=row.forecast_status)
        elif _covers_the_year(measure):
            yield row.reported_for.whole_year, result


def _as_told(measure: Measure, row: HistoryRow, text: str) -> Shown:
    """A figure of a row; as it was printed then, where it cannot be compared with those of now."""
    figure = figure_in(text, measure, row.period)
    printed = as_printed(text, measure, row.period) if figure is None else ""
    return Shown(figure, told=f"{printed} then" if printed else "")


def _gap_of_row(measure: Measure, row: HistoryRow) -> NoFigure:
    if row.state is RowState.SUPPRESSED:
        return NoFigure.WITHHELD
    target = figure_in(row.target, measure, row.period)
    was_due = (
        isinstance(target, date) and target <= row.reported_for.last_day and measure.polarity is not Polarity.HIGHER
    )
    return NoFigure.OVERDUE if was_due else NoFigure.NOT_KNOWN


def _of_judged(judged: Judged) -> Iterator[tuple[Period, Shown]]:
    own = judged.own_period
    is_withheld = missing_state(judged.returned) is State.SUPPRESSED
    gap = NoFigure.WITHHELD if is_withheld else NoFigure.OVERDUE if judged.quarter.overdue else NoFigure.NOT_KNOWN
    result = Shown(judged.quarter.actual, judged.quarter.status.name, judged.quarter.target, gap=gap)
    yield own, result
    if judged.quarter.actual is not None or is_withheld:
        if own.is_last and judged.forecast and judged.forecast.actual is not None:
            yield own.whole_year, Shown(judged.forecast.actual, judged.forecast.status.name)
        elif own.is_last and _covers_the_year(judged.measure):
            yield own.whole_year, result


def _covers_the_year(measure: Measure) -> bool:
    """Whether its last result of a year is the year's."""
    return measure.so_far is YearToDate.LAST or measure.frequency is Frequency.YEARLY


def shown_in(column: FiguresColumn, measure: Measure, known: FiguresByPeriod, now: Period) -> Shown:
    """What a column shows of a measure in the report of a period."""
    every, own = known.figures, measure.own_period(now)
    shows: Mapping[Shows, Callable[[], Shown]] = {
        Shows.PERIOD: lambda: _of_period(column.period, measure, known, now),
        Shows.YEAR: lambda: every.get(column.period) or _year_of(column.period, measure, every),
        Shows.TARGET: lambda: _of_own(own, now, Shown(_target(measure, own, every), gap=NoFigure.NO_TARGET)),
        Shows.TO_DATE: lambda: _of_own(own.whole_year, now.whole_year, _to_date(measure, own, every)),
        Shows.VARIANCE: lambda: _of_own(own, now, _variance(measure, own, every)),
    }
    return shows[column.shows]()


def _of_own(own: Period, now: Period, shown: Shown) -> Shown:
    """What is of another period, or another year, than the report says of which."""
    return shown._replace(of=own) if own != now else shown


def _target(measure: Measure, own: Period, every: Mapping[Period, Shown]) -> type_of_figure | None:
    """What a result was held against; where there is none yet, what it will be."""
    known = every.get(own, NOTHING).target
    return measure.quarter_target(own) if known is None else known


def _variance(measure: Measure, own: Period, every: Mapping[Period, Shown]) -> Shown:
    """By how much its result is above the target, or below it; of a range, the nearer end, and 0 within it."""
    found, target = every.get(own, NOTHING), _target(measure, own, every)
    if found.figure is None or target is None:
        return Shown(gap=found.gap if found.figure is None else NoFigure.NO_TARGET)
    if not isinstance(found.figure, Decimal) or not isinstance(target, Decimal | Span):
        return Shown(gap=NoFigure.NO_NUMBER)
    figure = measure.rounded(found.figure)
    held = (
        min(max(figure, measure.rounded(target.lower)), measure.rounded(target.upper))
        if isinstance(target, Span)
        else measure.rounded(target)
    )
    return Shown(figure - held, found.status)


def _of_period(period: Period, measure: Measure, known: FiguresByPeriod, now: Period) -> Shown:
    if period > now:
        return Shown(gap=NoFigure.NOT_YET)
    own = known.reported.get(period) if period != now else None
    if own is None and period != now and not measure.is_due(period):
        return Shown(gap=NoFigure.NOT_DUE)
    own = own or measure.own_period(period)
    found = known.figures.get(own, NOTHING)
    return found._replace(of=own if own != period else None)


def _year_of(year: Period, measure: Measure, every: Mapping[Period, Shown]) -> Shown:
    """What its results make of a year, where nothing was said of that."""
    last = year.of_its_year(measure.frequency)[-1]
    return Shown(year_so_far(measure, last, _results(every)))


def _to_date(measure: Measure, own: Period, every: Mapping[Period, Shown]) -> Shown:
    """What the year so far came to: in its first period the result, whatever is made of several."""
    found = every.get(own, NOTHING)
    if measure.so_far is YearToDate.LAST or own.number == 1:
        return found
    year_end = every.get(own.whole_year) if own.is_last else None
    return year_end or Shown(year_so_far(measure, own, _results(every)))


def _results(every: Mapping[Period, Shown]) -> Mapping[Period, type_of_figure]:
    return {period: each.figure for period, each in every.items() if each.figure is not None}


def last_result(history: History, measure: Measure, period: Period) -> str:
    """What a report says of the last result of a measure that is not due: the figure, what it is of, and its status."""
    rows = [row for own, row in history.results(measure).items() if own.last_day <= period.last_day]
    row = rows[-1] if rows else None
    figure = as_printed(row.actual, measure, row.period) if row else ""
    if row is None or not figure:
        return ""
    target = as_printed(row.target, measure, row.period)
    against = f" against a target of {target}" if target else ""
    status = f" ({row.status})" if row.status else ""
    return f"Its last result, for {row.reported_for.short}, was {figure}{against}{status}."
