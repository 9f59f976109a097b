"""From figures to a status, by a declared scheme, with the reason.

A figure is judged as it is printed, at the measure's decimals, so that a reader can check every verdict with the
figures beside it. Comparisons are exact: gaps are fractions, so a figure on a tolerance is on it.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from generator.judging.compared.benchmarks import TOWARDS_BETTER, gaps_to_benchmarks
from generator.judging.conditions import Gap, Position, Unjudged
from generator.judging.overdue import Overdue
from generator.judging.scheme import Scheme, Status
from generator.model.figures import Level, Span, type_of_figure
from generator.model.measure import Kind, Measure, Polarity
from generator.model.officer_return import Half

HARMLESS = frozenset({Unjudged.NO_ACTUAL, Unjudged.NO_TARGET, Unjudged.DATA_ONLY, Unjudged.NO_POLARITY})
"""The reasons for which a measure may have no status, and nobody is asked to state one."""


class Rating(NamedTuple):
    """A status that follows from the figures, and where they stand to the target."""

    status: Status
    position: Position


class Circumstances(NamedTuple):
    """What a verdict may depend on besides target and result. ``quarter`` is 1 to 4, or None for the year end.

    ``earlier`` is the result that a change is measured from; ``direction`` and ``forecast`` are words that conditions
    ask for, as is ``before``, the last status; ``missing_reason`` is the officer's, where there is no figure;
    ``overdue`` is what that leaves overdue.
    """

    quarter: int | None
    direction: str | None = None
    earlier: type_of_figure | None = None
    forecast: str | None = None
    before: str | None = None
    missing_reason: str | None = None
    overdue: Overdue | None = None


class Verdict(NamedTuple):
    """How one half of a measure (its quarter, or its forecast) is shown.

    ``worked_out`` is of the figures as printed, and decides; ``as_entered`` is of the figures before rounding.
    ``stated`` is whether the status shown is one that the officer stated, where no figures give it; ``beside`` is one
    that was stated though the figures give the status shown. ``reason`` is the officer's in both cases, and otherwise
    says what is missing. Without a figure, what was due before the quarter's end is ``overdue``.
    """

    target: type_of_figure | None
    actual: type_of_figure | None
    position: Position
    worked_out: Rating | Unjudged
    as_entered: Rating | Unjudged
    status: Status
    stated: bool
    reason: str | None
    beside: Status | None = None
    overdue: Overdue | None = None

    @property
    def deviation(self) -> Fraction | None:
        """How far the result is from target, in per cent of it, positive if better; None if that cannot be said."""
        return self.position.gap.percent if isinstance(self.position.gap, Gap) else None


def judge(
    half: Half, target: type_of_figure | None, *, measure: Measure, scheme: Scheme, given: Circumstances
) -> Verdict:
    """The verdict on a measure's quarter or forecast.

    The rule: a status is worked out, never typed; only where no figure gives one is it the one that is stated, with a
    reason. One that is stated all the same is kept beside it.
    """
    actual, held = printed(half.actual, measure), printed(target, measure)
    position = position_of(actual, held, measure=measure, scheme=scheme, given=given)
    entered = position
    if (half.actual, target) != (actual, held):
        entered = position_of(half.actual, target, measure=measure, scheme=scheme, given=given)
    worked_out = work_out(position, measure=measure, scheme=scheme)
    overdue = given.overdue if actual is None else None
    if overdue and isinstance(late := _rating_of_late(overdue, measure, scheme, given), Rating):
        worked_out, position, entered = late, late.position, late.position
    stated = scheme.status(half.override) if half.override else None
    is_outdone = stated is not None and isinstance(worked_out, Rating) and actual is not None
    status = stated if stated and not is_outdone else _worked_out_status(worked_out, scheme)
    return Verdict(
        target=held,
        actual=actual,
        position=position,
        worked_out=worked_out,
        as_entered=worked_out if entered is position else work_out(entered, measure=measure, scheme=scheme),
        status=status,
        stated=stated is not None and not is_outdone,
        reason=half.reason if stated else _why(actual, worked_out, given),
        beside=stated if is_outdone else None,
        overdue=overdue,
    )


def _worked_out_status(worked_out: Rating | Unjudged, scheme: Scheme) -> Status:
    return worked_out.status if isinstance(worked_out, Rating) else scheme.unrated


def _why(actual: type_of_figure | None, worked_out: Rating | Unjudged, given: Circumstances) -> str | None:
    """What is said where there is no figure, in the officer's own words, or no status."""
    missing = given.missing_reason if actual is None else None
    return missing or (None if isinstance(worked_out, Rating) else _sentence(worked_out))


def _rating_of_late(overdue: Overdue, measure: Measure, scheme: Scheme, given: Circumstances) -> Rating | Unjudged:
    """The status of what is overdue: by the days that it is late at least, else as the worst of the milestones."""
    late = Position(
        gap=Gap(Fraction(-overdue.days), None),
        direction=given.direction,
        forecast=given.forecast,
        before=given.before,
        kind=measure.kind.value,
        unit=measure.unit_of_gap,
    )
    found = work_out(late, measure=measure, scheme=scheme)
    if isinstance(found, Unjudged) and measure.kind is Kind.MILESTONE and scheme.milestones:
        worst = late._replace(milestone=scheme.milestones[-1])
        return work_out(worst, measure=measure, scheme=scheme)
    return found


def work_out(position: Position, *, measure: Measure, scheme: Scheme) -> Rating | Unjudged:
    """The status of a figure that stands there, by the scheme; or why there is none."""
    if position.gap is Unjudged.NO_ACTUAL or position.gap is Unjudged.NO_POLARITY:
        return position.gap
    found = scheme.rate(position, measure.tolerance)
    return found if isinstance(found, Unjudged) else Rating(found, position)


def position_of(
    actual: type_of_figure | None,
    target: type_of_figure | None,
    *,
    measure: Measure,
    scheme: Scheme,
    given: Circumstances,
) -> Position:
    """Where a result stands to all that a scheme may hold it against: target, levels, earlier result, words."""
    words = scheme.milestones
    change = gap_between(actual, given.earlier, measure, words)
    if isinstance(change, Unjudged):
        change = Unjudged.NO_EARLIER
    gap = gap_between(actual, target, measure, words)
    return Position(
        gap=Unjudged.DATA_ONLY if measure.kind is Kind.DATA_ONLY and actual is not None else gap,
        change=change,
        levels=_levels(actual, target, measure, given),
        benchmarks=gaps_to_benchmarks(actual, measure, at_year_end=given.quarter is None),
        milestone=_milestone(actual, measure, words),
        direction=given.direction,
        forecast=given.forecast,
        before=given.before,
        kind=measure.kind.value,
        unit=measure.unit_of_gap,
    )


def gap_between(  # noqa: PLR0911, one line a kind of figure
    actual: type_of_figure | None, target: type_of_figure | None, measure: Measure, milestones: tuple[str, ...] = ()
) -> Gap | Unjudged:
    """How far a result is from a target, or why that cannot be said. ``milestones`` are the scheme's, best first."""
    if actual is None:
        return Unjudged.NO_ACTUAL
    if target is None:
        return Unjudged.NO_TARGET
    match actual, target:
        case Decimal(), Decimal():
            return _number_gap(actual, target, measure)
        case Decimal(), Span():
            return _span_gap(Fraction(actual), target)
        case str(), str():
            return _word_gap(actual, target, measure, milestones)
        case date(), date():
            later = -1 if measure.polarity is Polarity.HIGHER else 1
            return Gap(Fraction((target - actual).days * later), None)
    return Unjudged.NOT_COMPARABLE


def _number_gap(actual: Decimal, target: Decimal, measure: Measure) -> Gap | Unjudged:
    towards_better = TOWARDS_BETTER.get(measure.polarity)
    if towards_better is None:
        return Unjudged.NO_POLARITY
    return Gap(towards_better * (Fraction(actual) - Fraction(target)), abs(Fraction(target)))


def _span_gap(actual: Fraction, span: Span) -> Gap:
    """The gap of a figure from a range: none within it; outside, from the nearer end."""
    lower, upper = Fraction(span.lower), Fraction(span.upper)
    if actual < lower:
        return Gap(actual - lower, abs(lower))
    return Gap(min(upper - actual, Fraction(0)), abs(upper))


def _word_gap(actual: str, target: str, measure: Measure, milestones: tuple[str, ...]) -> Gap | Unjudged:
    """The gap of a word: a yes/no is met or missed whole; milestones are so many steps apart in the scheme's list."""
    same = actual.casefold() == target.casefold()
    if measure.kind is Kind.YES_NO:
        return Gap(Fraction(0 if same else -1), Fraction(1))
    ranks = {word.casefold(): rank for rank, word in enumerate(milestones)}
    if same:
        return Gap(Fraction(0), None)
    if actual.casefold() in ranks and target.casefold() in ranks:
        return Gap(Fraction(ranks[target.casefold()] - ranks[actual.casefold()]), None)
    return Unjudged.UNKNOWN_MILESTONE


def _levels(
    actual: type_of_figure | None, target: type_of_figure | None, measure: Measure, given: Circumstances
) -> Mapping[Level, Fraction]:
    towards_better = TOWARDS_BETTER.get(measure.polarity)
    if not isinstance(actual, Decimal):
        return MappingProxyType({})
    figure = Fraction(actual)
    levels = measure.levels_for(given.quarter) if towards_better else {}
    gaps = {level: (towards_better or 1) * (figure - Fraction(at)) for level, at in levels.items()}
    if isinstance(target, Span):
        gaps |= {Level.LOWER: figure - Fraction(target.lower), Level.UPPER: Fraction(target.upper) - figure}
    return MappingProxyType(gaps)


def _milestone(actual: type_of_figure | None, measure: Measure, milestones: tuple[str, ...]) -> str | None:
    if measure.kind is not Kind.MILESTONE or not isinstance(actual, str):
        return None
    return next((word for word in milestones if word.casefold() == actual.casefold()), None)


def printed(figure: type_of_figure | None, measure: Measure) -> type_of_figure | None:
    """A figure as the report prints it: numbers at the measure's decimals, dates and words as they are."""
    if isinstance(figure, Decimal):
        return measure.rounded(figure)
    if isinstance(figure, Span):
        return Span(measure.rounded(figure.lower), measure.rounded(figure.upper))
    return figure


def _sentence(why: Unjudged) -> str:
    return f"No status can be worked out: {why.value}."
