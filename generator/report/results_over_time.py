"""A measure's results quarter by quarter: the earlier ones that are known, and this quarter's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from generator.history.past import History
from generator.history.rows import HistoryRow, figure_in
from generator.judging.outcome import Judged
from generator.model.figures import type_of_figure
from generator.model.measure import Basis, Measure
from generator.model.officer_return import Return
from generator.model.period import Period


def results_in_a_row(
    returned: Return, history: Mapping[Period, type_of_figure]
) -> tuple[tuple[Period, type_of_figure], ...]:
    """Quarters with their results up to the one reported, oldest first; nothing where no earlier one is known.

    ``history`` is what earlier returns said; the return itself brings last quarter's result and that of a year ago,
    and a revised result takes the place of the first one.
    """
    now, last = returned.own_period, returned.last_period
    own = {
        now.year_ago: returned.year_ago_actual,
        last: returned.previous_actual if returned.previous_revised is None else returned.previous_revised,
        now: returned.quarter.actual,
    }
    known = {**history, **{period: figure for period, figure in own.items() if figure is not None}}
    until_now = tuple(sorted(each for each in known.items() if each[0] <= now))
    return until_now if until_now and until_now[0][0] < now else ()


class Result(NamedTuple):
    """A measure's result of a period, with what it was held against and its status then, as far as that is known."""

    period: Period
    actual: type_of_figure
    target: type_of_figure | None = None
    status: str = ""


def published_earlier(
    history: History, measures: Iterable[Measure], period: Period
) -> dict[str, tuple[HistoryRow, ...]]:
    """What stands in the history of the periods before this one, by the codes of the register."""
    standing = {each.code: history.standing(each).values() for each in measures}
    return {code: tuple(row for row in rows if row.period < period) for code, rows in standing.items()}


def results_of(judged: Judged, published: Iterable[HistoryRow], most: int) -> tuple[Result, ...]:
    """The last results of a measure, oldest first; nothing where no earlier one is known.

    Those ``published`` have target and status of their time, unless a return has revised them since.
    """
    rows = {row.reported_for: row for row in published if row.actual}
    known = ((period, figure_in(row.actual, judged.measure, row.period)) for period, row in rows.items())
    earlier = {period: figure for period, figure in known if figure is not None}
    now = replace(judged.returned, quarter=replace(judged.returned.quarter, actual=judged.quarter.actual))
    in_a_row = results_in_a_row(now, {**earlier, **dict(judged.history)})
    return tuple(_result(judged, *each, rows.get(each[0])) for each in in_a_row[max(0, len(in_a_row) - most) :])


def _result(judged: Judged, period: Period, actual: type_of_figure, row: HistoryRow | None) -> Result:
    if period == judged.returned.own_period:
        return Result(period, actual, judged.quarter.target, judged.quarter.status.name)
    published = figure_in(row.actual, judged.measure, row.period) if row else None
    if (
        row
        and row.is_as_judged
        and published is not None
        and (published == actual or judged.measure.show(published) == judged.measure.show(actual))
    ):
        return Result(period, published, figure_in(row.target, judged.measure, row.period), row.status)
    return Result(period, actual)


_WIDTH, _TOP, _BOTTOM = 100, 2, 18


def starts_again(measure: Measure, period: Period) -> bool:
    """Whether what a measure counts up over the year starts again with a period."""
    return period.is_first and _counts_up(measure, period)


def _counts_up(measure: Measure, period: Period) -> bool:
    return measure.basis is Basis.CUMULATIVE and period.per_year > 1


def lines_through(measure: Measure, results: Sequence[tuple[Period, type_of_figure]]) -> tuple[str, ...]:
    """Results as points of lines, 100 wide and 20 high: ``0,18 100,2``; none where fewer than two are numbers.

    What is of periods of another length than the last is not among them. A count that starts again each year is a line
    a year.
    """
    alike = [each for each in results if each[0].per_year == results[-1][0].per_year]
    numbers = [(period, figure) for period, figure in alike if isinstance(figure, Decimal)]
    if len(numbers) < 2:
        return ()
    first, last = (numbers[at][0].index for at in (0, -1))
    low, high = (pick(figure for _, figure in numbers) for pick in (min, max))
    lines: dict[int, list[str]] = {}
    for period, figure in numbers:
        across = _share(Decimal(period.index - first), last - first, _WIDTH)
        up = _share(figure - low, high - low, _BOTTOM - _TOP)
        year = period.year if _counts_up(measure, period) else 0
        lines.setdefault(year, []).append(f"{across},{_BOTTOM - up}")
    return tuple(" ".join(line) for line in lines.values())


def _share(part: Decimal, whole: Decimal | int, of: int) -> int:
    """A part of a length in proportion; the middle where there is no whole."""
    return round(part * of / whole) if whole else of // 2
