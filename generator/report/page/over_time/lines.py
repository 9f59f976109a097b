"""The line chart of a measure: its results, what they were to be, and what is forecast for the year end."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.judging.outcome import Judged
from generator.model.figures import YearToDate, type_of_figure, with_unit
from generator.model.measure import Basis, Measure
from generator.model.period import Period, month_name
from generator.report.beside_others import BesideOthers
from generator.report.page.over_time.axis import axis_for, under_axis
from generator.report.page.over_time.levels import levels_beside, levels_told
from generator.report.page.over_time.line_view import LevelView, LineView, PointView, figures_at
from generator.report.page.over_time.what_it_shows import what_it_shows
from generator.report.results_over_time import Result, starts_again
from generator.report.signal_or_noise import SignalOrNoise

_FEWEST = 3
"""How many results make a line."""

_FEWEST_TIMES = 2
"""So many times a part's target, and more, is a year's target of which the parts are added up."""

LONGEST_DESCRIPTION = 250
"""What a screen reader reads out whole."""

_YEAR_END = "Year end"
_MARK = "¤"


def line_of(
    judged: Judged, results: Iterable[Result], others: Iterable[BesideOthers] = (), signal: SignalOrNoise | None = None
) -> LineView | None:
    """The line of a measure's results, oldest first; None where fewer than three of one frequency are numbers.

    It has figures of ``others``, and the limits of what its results vary by.
    """
    measure, last = judged.measure, judged.own_period
    known = [each for each in results if _is_alike(each.period, last) and isinstance(each.actual, Decimal)]
    if len(known) < _FEWEST:
        return None
    periods = tuple(_periods(known[0].period, last))
    points = tuple(_points(measure, {each.period: each for each in known}, periods))
    forecast = _forecast(judged)
    levels = tuple(levels_beside(measure, periods, others, signal))
    figures = (*figures_at((*points, *((forecast,) if forecast else ()))), *(each.figure for each in levels))
    axis = axis_for(figures, is_share=measure.unit == "%")
    before, _, after = with_unit(_MARK, measure.unit).partition(_MARK)
    title = what_it_shows(judged, known)
    return LineView(
        title=title,
        description=_description(judged, known, title, levels),
        told=" ".join((*_told(judged, known), *_starting_again(points, last), *levels_told(levels))),
        points=points,
        forecast=forecast,
        low=axis.low,
        high=axis.high,
        step=axis.step,
        decimals=measure.decimals,
        before=before,
        after=after,
        levels=levels,
    )


def _is_alike(period: Period, last: Period) -> bool:
    return (period.per_year, period.starts) == (last.per_year, last.starts)


def _periods(period: Period, last: Period) -> Iterator[Period]:
    while period <= last:
        yield period
        period = period.next


def _points(measure: Measure, known: Mapping[Period, Result], periods: Iterable[Period]) -> Iterator[PointView]:
    """A place for each period from the first result's to the report's: where one is not known, the line has a gap."""
    for period in periods:
        result = known.get(period)
        actual, target = (result.actual, result.target) if result else (None, None)
        yield PointView(
            name=under_axis(period),
            actual=_number(measure, actual),
            target=_number(measure, target),
            starts_again=starts_again(measure, period),
        )


def _forecast(judged: Judged) -> PointView | None:
    """The year end, where a number is forecast for it; an outturn is the result that the year ended with.

    What a year's results add up to is on another scale than they are: it is told in words alone.
    """
    if judged.forecast is None or judged.is_outturn or _adds_up(judged):
        return None
    actual, target = (_number(judged.measure, each) for each in (judged.forecast.actual, judged.forecast.target))
    return None if actual is None else PointView(name=_YEAR_END, actual=actual, target=target)


def _adds_up(judged: Judged) -> bool:
    """Whether a year comes to the sum of results that are each of a part of it, as is said or as targets show."""
    measure, targets = judged.measure, [each.target for each in judged.halves]
    if measure.basis not in {Basis.QUARTER, Basis.UNSAID} or measure.unit == "%" or judged.own_period.per_year == 1:
        return False
    if measure.year_to_date is not YearToDate.UNSAID:
        return measure.year_to_date is YearToDate.SUM
    of_part, of_year = (each if isinstance(each, Decimal) else Decimal() for each in targets)
    return 0 < of_part * _FEWEST_TIMES <= of_year


def _number(measure: Measure, figure: type_of_figure | None) -> Decimal | None:
    return measure.rounded(figure) if isinstance(figure, Decimal) else None


def _description(judged: Judged, known: Sequence[Result], title: str, levels: Sequence[LevelView]) -> str:
    first, last = known[0], known[-1]
    told = (
        f"Line chart of {judged.measure.label}: {len(known)} results from {first.period.short_to(last.period)}. "
        f"{title}: {judged.measure.show(last.actual)}"
        f"{f' against {judged.measure.show(last.target)}' if last.target is not None else ''}."
    )
    for each in levels_told(levels):
        told = f"{told} {each}" if len(told) + len(each) < LONGEST_DESCRIPTION - 1 else told
    return told if len(told) < LONGEST_DESCRIPTION else f"{told[: LONGEST_DESCRIPTION - 2]}…"


def _told(judged: Judged, known: Sequence[Result]) -> Iterator[str]:
    """Every figure of the chart: of targets that never changed, one; a long unit, once."""
    show, targets = judged.measure.show, {each.target for each in known}
    in_unit, shown = _unit_apart(judged.measure)
    same = len(targets) == 1
    results = (
        f"{each.period.short} {shown(each.actual)}"
        f"{f' (target {shown(each.target)})' if each.target is not None and not same else ''}"
        for each in known
    )
    yield f"Results{in_unit}: {'; '.join(results)}."
    if same and known[0].target is not None:
        yield f"Target: {show(known[0].target)} throughout."
    if (forecast := judged.forecast) and not judged.is_outturn and forecast.actual is not None:
        held = f" (target {show(forecast.target)})" if forecast.target is not None else ""
        yield f"Forecast for the year end: {show(forecast.actual)}{held}."


def _starting_again(points: Sequence[PointView], last: Period) -> Iterator[str]:
    """Why the line is broken, where it is."""
    if any(each.starts_again for each in points[1:]):
        yield f"The count starts again each {month_name(last.whole_year.first_day)}."


def _unit_apart(measure: Measure) -> tuple[str, Callable[[type_of_figure], str]]:
    """A unit that is too long to stand beside each figure, in brackets, and how the figures are shown without it."""
    unit = with_unit(_MARK, measure.unit).removeprefix(f"{_MARK} ")
    if _MARK in unit:
        return "", measure.show
    return f" ({unit})", replace(measure, unit="").show
