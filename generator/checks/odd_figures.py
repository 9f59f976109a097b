"""Queries: figures that look odd, to be put right or explained in the note to the team, which then settles them."""

from collections.abc import Iterator
from decimal import Decimal

from generator.forms.questions import BY_NAME
from generator.judging.direction import earlier_result
from generator.judging.outcome import Judged
from generator.judging.plausibility import FULL, is_far, may_exceed_full, only_grows
from generator.model.problem import Problem, problem
from generator.model.wording import Severity


def check_queries(judged: Judged, severity: Severity) -> Iterator[Problem]:
    """Ask about a return's figures, at most once each; a note to the team answers every query of its return."""
    if not judged.returned.note_to_team:
        yield from _quarter(judged, severity)
        yield from _forecast(judged, severity)


def _quarter(judged: Judged, severity: Severity) -> Iterator[Problem]:
    now = judged.quarter.actual
    before, period = earlier_result(judged.measure, judged.returned, judged.scheme.direction)
    if not isinstance(now, Decimal):
        return
    if _is_over_full(judged, now):
        yield _query("QRY01", judged, "quarter_actual", now, severity)
    elif isinstance(before, Decimal) and is_far(now, judged.measure.rounded(before)):
        shown = judged.measure.show(before)
        yield _query("QRY02", judged, "quarter_actual", now, severity, before=shown, period=period.short)


def _forecast(judged: Judged, severity: Severity) -> Iterator[Problem]:
    now, so_far = judged.forecast.actual, judged.quarter.actual
    if not isinstance(now, Decimal):
        return
    if _is_over_full(judged, now):
        yield _query("QRY01", judged, "forecast_actual", now, severity)
    elif only_grows(judged.measure) and isinstance(so_far, Decimal) and now < so_far:
        yield _query("QRY03", judged, "forecast_actual", now, severity, result=judged.measure.show(so_far))


def _is_over_full(judged: Judged, figure: Decimal) -> bool:
    returned = judged.returned
    return figure > FULL and not may_exceed_full(judged.measure, returned.previous_actual, returned.year_ago_actual)


def _query(rule: str, judged: Judged, name: str, figure: Decimal, severity: Severity, **facts: str) -> Problem:
    found, note = judged.measure.show(figure), BY_NAME["note_to_team"].ref
    label = BY_NAME[name].label
    return problem(rule, judged.returned.place(name), severity, label=label, found=found, note=note, **facts)
