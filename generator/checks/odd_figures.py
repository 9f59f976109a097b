"""Queries (QRY01 to QRY07): figures that look odd, to be put right or explained in the note to the performance team."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.forms.asked.fixed_questions import FIXED
from generator.history.forecasts import size_in_words
from generator.history.pace import NeverHappened, never_happened
from generator.history.rows import HistoryRow, figure_in
from generator.judging.compared.adding_up import only_grows
from generator.judging.direction import earlier_result
from generator.judging.outcome import Judged
from generator.judging.plausibility import (
    FULL,
    is_far,
    is_of_another_size,
    last_day_to_expect,
    may_exceed_full,
    nearest_of,
    size_against,
)
from generator.model.english import counted, day_in_figures
from generator.model.figures import how_many_in, type_of_figure
from generator.model.measure import Measure
from generator.model.messages.wording import Severity
from generator.model.officer_return import Return
from generator.model.period import Period
from generator.model.problem import Problem, problem


def check_queries(judged: Judged, severity: Severity) -> Iterator[Problem]:
    """What is asked about a return's figures, at most one thing each; a note to the team answers everything."""
    if not judged.returned.note_to_team:
        yield from _quarter(judged, severity)
        yield from _forecast(judged, severity)
        yield from _final_on(judged, severity)


def _quarter(judged: Judged, severity: Severity) -> Iterator[Problem]:
    now = judged.quarter.actual
    before, period = earlier_result(judged.measure, judged.returned, judged.scheme.direction)
    if not isinstance(now, Decimal):
        return
    target = judged.measure.quarter_target(judged.returned.own_period)
    if asked := _by_itself(judged, "quarter_actual", now, target, severity):
        yield asked
    elif isinstance(before, Decimal) and is_far(now, judged.measure.rounded(before)):
        shown = judged.measure.show(before)
        yield _query("QRY02", judged, "quarter_actual", now, severity, before=shown, period=period.short)
    else:
        yield from _rounded(judged, "quarter_actual", now, severity)


def _forecast(judged: Judged, severity: Severity) -> Iterator[Problem]:
    now, so_far = judged.forecast and judged.forecast.actual, judged.quarter.actual
    if not isinstance(now, Decimal) or not judged.measure.asks_for_year_end:
        return
    if asked := _by_itself(judged, "forecast_actual", now, judged.measure.year_end_target, severity):
        yield asked
    elif only_grows(judged.measure) and isinstance(so_far, Decimal) and now < so_far:
        yield _query("QRY03", judged, "forecast_actual", now, severity, result=judged.measure.show(so_far))
    else:
        yield from _rounded(judged, "forecast_actual", now, severity)


def _by_itself(
    judged: Judged, name: str, now: Decimal, target: type_of_figure | None, severity: Severity
) -> Problem | None:
    """Ask about a figure above 100%, or of another size than its target."""
    if _is_over_full(judged, now):
        return _query("QRY01", judged, name, now, severity)
    than = nearest_of(target, now)
    if than is None or not is_of_another_size(now, than):
        return None
    facts = {"size": size_against(now, than), "target": judged.measure.show(than)}
    return _query("QRY04", judged, name, now, severity, **facts, instead=_in_pounds(judged.measure, now, than))


def _in_pounds(measure: Measure, now: Decimal, than: Decimal) -> str:
    """What a figure would be that was typed in pounds, where it is counted in more; empty where that is no better."""
    each = how_many_in("£", measure.unit)
    if each is None or each == 1:
        return ""
    meant = now * each.numerator / each.denominator
    return "" if is_of_another_size(meant, than) else f". If it was typed in pounds, it is {measure.show(meant)}"


def _rounded(judged: Judged, name: str, now: Decimal, severity: Severity) -> Iterator[Problem]:
    """Ask about a figure that its cell shows rounded to less than is printed: what the officer saw is not printed."""
    if shown := judged.returned.rounded.get(name):
        yield _query("QRY06", judged, name, now, severity, shown=shown)


def _final_on(judged: Judged, severity: Severity) -> Iterator[Problem]:
    """Ask about a day for final figures that is before the quarter's end, or more than a year after it."""
    day, last = judged.returned.final_on, judged.returned.own_period.last_day
    if day and not last <= day <= last_day_to_expect(last):
        end = f"the {judged.measure.frequency.word}’s end"
        when = f"before {end}" if day < last else f"more than a year after {end}"
        yield _query_at("QRY05", judged, "quarter_final_on", severity, found=day_in_figures(day), when=when)


def check_pace(judged: Judged, earlier: Iterable[HistoryRow], severity: Severity) -> Iterator[Problem]:
    """Ask about a forecast that needs what no recorded period has brought; a note to the team answers it."""
    result, forecast = judged.quarter.actual, judged.forecast.actual if judged.forecast else None
    if judged.returned.note_to_team or not isinstance(result, Decimal) or not isinstance(forecast, Decimal):
        return
    if only_grows(judged.measure) and forecast < result:
        return  # that is asked already
    period = judged.returned.period
    if found := never_happened(judged.measure, period, result, forecast, earlier):
        needs, reached = pace_in_words(found, judged.measure, period)
        yield _query("QRY07", judged, "forecast_actual", forecast, severity, needs=needs, reached=reached)


def pace_in_words(found: NeverHappened, measure: Measure, period: Period) -> tuple[str, str]:
    """What a forecast needs, and the nearest to it that is recorded."""
    since = f"since {found.since.short}"
    if found.each:
        within = "in the" if period.left == 1 else "on average in each"
        left = f"{measure.show(found.needs)} {within} {period.word} that is left"
        most = f"{'most' if found.is_more else 'least'} of any {period.word} {since} was {measure.show(found.reached)}"
        return left, f"the {most}"
    change = "rise" if found.is_more else "fall"
    one = f"from one {period.word} to the next"
    of = f"{change} {one if period.left == 1 else f'over {counted(period.left, period.word)}'} {since}"
    size, reached = (size_in_words(measure, abs(each)) for each in (found.needs, found.reached))
    never = found.reached <= 0 if found.is_more else found.reached >= 0
    largest = f"there was no {of}" if never else f"the largest {of} was {reached}"
    return f"a {change} of {size} by the end of the year", largest


def check_previous(judged: Judged, before: Return | None, recorded: Iterable[HistoryRow]) -> Iterator[Problem]:
    """Tell of last quarter's result in the form where that quarter's own return, or else the history, says another."""
    returned, name = judged.returned, "previous_actual"
    measure, here = judged.measure, returned.previous_actual
    if before and before.quarter.actual is not None and before.own_period == returned.last_period:
        there, who = (
            measure.as_now(before.quarter.actual, before.period),
            f"the return of that {before.own_period.word}",
        )
    else:
        rows = [row for row in recorded if row.reported_for == returned.last_period and row.actual]
        there = figure_in(rows[-1].actual, measure, rows[-1].period) if rows else None
        who = "the history"
    if there is None or name in returned.unreadable:
        return
    if returned.previous_revised is not None and measure.show(returned.previous_revised) == measure.show(there):
        return  # the figure that this return revises has been recorded since
    shown = "empty" if here is None else measure.show(here)
    if shown != measure.show(there):
        facts = {"label": FIXED[name].label, "found": shown, "who": who, "returned": measure.show(there)}
        yield problem("FIG16", returned.place(name), **facts, revised=returned.question("previous_revised"))


def _is_over_full(judged: Judged, figure: Decimal) -> bool:
    returned = judged.returned
    return figure > FULL and not may_exceed_full(judged.measure, returned.previous_actual, returned.year_ago_actual)


def _query(rule: str, judged: Judged, name: str, figure: Decimal, severity: Severity, **facts: str) -> Problem:
    return _query_at(rule, judged, name, severity, found=judged.measure.show(figure), **facts)


def _query_at(rule: str, judged: Judged, name: str, severity: Severity, **facts: str) -> Problem:
    label, note = FIXED[name].label, judged.returned.question("note_to_team")
    return problem(rule, judged.returned.place(name), severity, label=label, note=note, **facts)
