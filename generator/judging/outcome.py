"""What becomes of a measure in the report: its return with the verdicts on it, or none with the reason why."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeVar

from generator.judging.direction import Direction, direction_of, type_of_history
from generator.judging.overdue import overdue_halves
from generator.judging.scheme import Scheme
from generator.judging.status import Circumstances, Verdict, judge
from generator.model.english import day
from generator.model.figures import YearToDate, type_of_figure
from generator.model.measure import Measure, code_key
from generator.model.officer_return import Half, Return
from generator.model.period import Frequency, Period

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


class Judged(NamedTuple):
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
    def own_period(self) -> Period:
        """The period that its result is of."""
        return self.returned.own_period

    @property
    def is_outturn(self) -> bool:
        """Whether what it has for the year end is no forecast: the year has ended with its result."""
        return self.own_period.is_last

    @property
    def span(self) -> str:
        """What its result is for, in a sentence: ``the quarter``, or ``2024/25`` where it is not of the report's."""
        return self.returned.reported_for.short if self.returned.reported_for else f"the {self.own_period.word}"

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
    Why.NOT_DUE: "Not due this {word}",
    Why.RETIRED: "Retired",
}


def why_without_return(measure: Measure, period: Period) -> Why | None:
    """Why a measure of which no return came is missing; None where nobody misses it.

    Readers are told of one that was retired in the reports of that year.
    """
    if measure.is_due(period):
        return Why.NOT_RECEIVED
    if retired := measure.retired_by(period):
        return Why.RETIRED if period.has_in_year(retired + timedelta(days=1)) else None
    return Why.NOT_DUE if measure.has_begun(period) else None


class Missing(NamedTuple):
    """A measure that is not in the report, and why.

    ``file`` is the return that was refused; ``last`` says what its last result is, where it is not due.
    """

    measure: Measure
    why: Why
    file: str | None = None
    last: str = ""

    @property
    def words(self) -> str:
        """What a report says of the reason."""
        period = self.measure.stands_in
        retired = self.measure.retired_by(period) if period and self.why is Why.RETIRED else None
        word = period.word if period else Frequency.QUARTERLY.word
        why = _WHY[self.why].format(word=word)
        return f"{why} on {day(retired)}" if retired else f"{why}. {self.last}" if self.last else why


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
    depends on it. An outturn that is not known has no verdict.
    """
    own = returned.own_period
    measure = _as_asked(measure, own)
    direction = direction_of(measure, returned, scheme.direction, history)
    late_now, late_at_year_end = overdue_halves(measure, returned, scheme.milestones)
    given = Circumstances(
        quarter=None, direction=direction.travel, earlier=direction.before, missing_reason=returned.missing_reason
    )
    year_end = given._replace(overdue=late_at_year_end, before=before.forecast)
    forecast = None
    if measure.has_forecast and (measure.asks_for_year_end or returned.forecast != Half()):
        forecast = judge(returned.forecast, measure.year_end_target, measure=measure, scheme=scheme, given=year_end)
    expected = forecast.status.name if forecast else None
    now = given._replace(quarter=own.number, forecast=expected, overdue=late_now, before=before.quarter)
    target = measure.quarter_target(own)
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


def _as_asked(measure: Measure, own: Period) -> Measure:
    """The measure as it was asked for a period: targets and levels are for periods of the frequency that it has now."""
    if own.per_year == measure.frequency.per_year:
        return measure
    return replace(measure, frequency=own.frequency, quarter_targets=(None,) * own.per_year, levels=())


def by_code_and_alias(judged: Iterable[Judged]) -> dict[str, Judged]:
    """Judged returns by codes and aliases, as ``code_key`` writes them; a code wins over another measure's alias."""
    everything = tuple(judged)
    aliases = {code_key(alias): each for each in everything for alias in each.measure.aliases}
    return {**aliases, **{code_key(each.measure.code): each for each in everything}}


SEVERAL = frozenset({YearToDate.SUM, YearToDate.AVERAGE})
"""What needs all results of a year."""

type_of_results = Mapping[Period, type_of_figure]
"""Results by the periods that they are of."""


def year_so_far(measure: Measure, own: Period, results: type_of_results) -> type_of_figure | None:
    """The figure for the year up to a period of the measure's own; None where it cannot be worked out.

    A sum or an average needs the result of every period so far. It is that of what was printed, so that readers can
    check it.
    """
    if measure.so_far is YearToDate.LAST:
        return results.get(own)
    gone = [results.get(each) for each in _so_far(own)]
    numbers = [measure.rounded(each) for each in gone if isinstance(each, Decimal)]
    if measure.so_far is YearToDate.ASKED or len(numbers) < len(gone):
        return None
    total = sum(numbers, Decimal(0))
    return total if measure.so_far is YearToDate.SUM else total / len(numbers)


def _so_far(own: Period) -> tuple[Period, ...]:
    return own.of_its_year()[: own.number]


def lacks_for_outturn(measure: Measure, returned: Return, earlier: type_of_results) -> tuple[Period, ...]:
    """The periods without whose results the outturn of a return cannot be worked out; none where it is, or is asked."""
    is_worked_out = measure.is_at_year_end and measure.has_forecast and measure.so_far in SEVERAL
    if not is_worked_out or returned.forecast != Half() or returned.quarter.actual is None:
        return ()
    return tuple(each for each in _so_far(returned.own_period)[:-1] if each not in earlier)


def with_outturn(measure: Measure, returned: Return, earlier: type_of_results) -> Return:
    """A return with what came of the year by its own and ``earlier`` results, where its officer is not asked for that.

    Without a result, what is said of that holds for the year as well. Where it is not known, nothing is added.
    """
    if measure.asks_for_year_end or not measure.has_forecast or returned.forecast != Half():
        return returned
    actual = returned.quarter.actual
    if actual is None:
        return replace(returned, forecast=returned.quarter)
    found = year_so_far(measure, returned.own_period, {**earlier, returned.own_period: actual})
    return returned if found is None else replace(returned, forecast=Half(actual=found))


def earlier_results(judged: Judged) -> dict[Period, Decimal]:
    """The numbers that a return and its history know of earlier periods, the latest first; a revised one as revised."""
    returned = judged.returned
    known = {
        **dict(judged.history),
        returned.own_period.year_ago: returned.year_ago_actual,
        returned.last_period: returned.previous_result,
    }
    found = {each: value for each, value in known.items() if isinstance(value, Decimal) and each < returned.own_period}
    return dict(sorted(found.items(), reverse=True))
