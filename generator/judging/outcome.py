"""What becomes of a measure in the report: its return with the verdicts on it, or none with the reason why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple, TypeVar

from generator.judging.direction import Direction, direction_of, type_of_history
from generator.judging.overdue import overdue_halves
from generator.judging.scheme import Scheme
from generator.judging.status import Circumstances, Verdict, judge
from generator.model.english import day
from generator.model.measure import Measure, code_key
from generator.model.officer_return import Return
from generator.model.period import Period

_Half = TypeVar("_Half")


class ExceptionRule(StrEnum):
    """Which of its two statuses makes a measure an exception; EITHER, unless the settings say otherwise."""

    EITHER = "either"
    QUARTER = "quarter"
    FORECAST = "forecast"

    def counted(self, quarter: _Half, forecast: _Half | None) -> tuple[_Half, ...]:
        """Those of a measure's two halves that count; where it has no forecast, the quarter does, whatever the rule."""
        if forecast is None or self is ExceptionRule.QUARTER:
            return (quarter,)
        return (forecast,) if self is ExceptionRule.FORECAST else (quarter, forecast)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A return with its measure, its scheme and the verdicts on it; ``forecast`` is None where it has none."""

    measure: Measure
    returned: Return
    scheme: Scheme
    quarter: Verdict
    forecast: Verdict | None
    direction: Direction
    exception: bool
    history: type_of_history = ()

    @property
    def halves(self) -> tuple[Verdict, ...]:
        """The verdict on the quarter, and on the year end where there is a forecast."""
        return (self.quarter, self.forecast) if self.forecast else (self.quarter,)


class Why(StrEnum):
    """Why a measure of the register is not in the report, as data says it."""

    NOT_RECEIVED = "not received"
    REFUSED = "refused"
    NOT_DUE = "not due"
    RETIRED = "retired"


NOT_RECEIVED = "Return not received"
"""What a report says where nothing came."""

_WHY = {
    Why.NOT_RECEIVED: NOT_RECEIVED,
    Why.REFUSED: "Return received, but it could not be used",
    Why.NOT_DUE: "Not due this quarter",
    Why.RETIRED: "Retired",
}


def why_without_return(measure: Measure, period: Period) -> Why | None:
    """Why a measure of which no return came is missing; None where nobody misses it.

    Readers are told of one that was retired in the reports of that year.
    """
    if measure.is_due(period):
        return Why.NOT_RECEIVED
    if measure.retired and measure.is_retired(period):
        return Why.RETIRED if period.has_in_year(measure.retired + timedelta(days=1)) else None
    return Why.NOT_DUE if measure.has_begun(period) else None


@dataclass(frozen=True, slots=True)
class Missing:
    """A measure that is not in the report, and why; ``file`` is the return that was refused."""

    measure: Measure
    why: Why
    file: str | None = None

    @property
    def words(self) -> str:
        """What a report says of the reason."""
        retired = self.measure.retired if self.why is Why.RETIRED else None
        return f"{_WHY[self.why]} on {day(retired)}" if retired else _WHY[self.why]


class LastStatuses(NamedTuple):
    """The statuses that a measure had last time it was due: of the quarter, and of the forecast; None if not known."""

    quarter: str | None = None
    forecast: str | None = None


NOTHING_BEFORE = LastStatuses()


def judge_return(
    measure: Measure,
    returned: Return,
    *,
    scheme: Scheme,
    rule: ExceptionRule,
    history: type_of_history = (),
    before: LastStatuses = NOTHING_BEFORE,
) -> Judged:
    """A return with its direction, both statuses (each against its own target), and whether it is an exception.

    What is overdue is an exception whatever its status. The forecast comes first: in some schemes the quarter's status
    depends on it.
    """
    direction = direction_of(measure, returned, scheme.direction, history)
    late_now, late_at_year_end = overdue_halves(measure, returned, scheme.milestones)
    given = Circumstances(
        quarter=None, direction=direction.travel, earlier=direction.before, missing_reason=returned.missing_reason
    )
    year_end = replace(given, overdue=late_at_year_end, before=before.forecast)
    forecast = None
    if measure.has_forecast:
        forecast = judge(returned.forecast, measure.year_end_target, measure=measure, scheme=scheme, given=year_end)
    expected = forecast.status.name if forecast else None
    now = replace(given, quarter=returned.period.number, forecast=expected, overdue=late_now, before=before.quarter)
    target = measure.quarter_target(returned.period)
    quarter = judge(returned.quarter, target, measure=measure, scheme=scheme, given=now)
    return Judged(
        measure=measure,
        returned=returned,
        scheme=scheme,
        quarter=quarter,
        forecast=forecast,
        direction=direction,
        history=history,
        exception=any(each.status.exception or each.overdue for each in rule.counted(quarter, forecast)),
    )


def by_code_and_alias(judged: Iterable[Judged]) -> dict[str, Judged]:
    """Judged returns by codes and aliases, as ``code_key`` writes them; a code wins over another measure's alias."""
    everything = tuple(judged)
    aliases = {code_key(alias): each for each in everything for alias in each.measure.aliases}
    return {**aliases, **{code_key(each.measure.code): each for each in everything}}
