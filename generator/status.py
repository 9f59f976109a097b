"""From figures to a status, by a declared scheme, with the reason.

A figure is judged as it is printed, at the measure's decimals, so that a reader can check every verdict with the
figures beside it. Comparisons are exact: deviations are fractions, so a figure on a tolerance is on it.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from generator.measure import Half, Kind, Measure, Polarity, type_of_figure
from generator.scheme import Scheme, Status


class Unjudged(Enum):
    """Why no status can be worked out. The value ends the sentence “No status can be worked out: ...”."""

    NO_ACTUAL = "no figure was given"
    NO_TARGET = "there is no target"
    ZERO_TARGET = "the target is 0, and a miss cannot be a percentage of 0"
    NOT_NUMBERS = "the target and the result are not both numbers"
    NO_POLARITY = "the register does not say whether higher or lower is better"
    DATA_ONLY = "the measure is for information and has no target"


@dataclass(frozen=True, slots=True)
class Rating:
    """A status that follows from figures; ``deviation`` is percent of the target, positive is better."""

    status: Status
    deviation: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How one half of a measure (its quarter, or its forecast) is shown.

    ``reason`` is the officer's where the status is ``stated``, and says what is missing where there is none.
    """

    target: type_of_figure | None
    actual: type_of_figure | None
    worked_out: Rating | Unjudged
    status: Status
    stated: bool
    reason: str | None

    @property
    def deviation(self) -> Fraction | None:
        """Percent of the target, positive is better; None where it cannot be worked out."""
        return self.worked_out.deviation if isinstance(self.worked_out, Rating) else None


def judge(
    half: Half, target: type_of_figure | None, *, measure: Measure, scheme: Scheme, missing_reason: str | None
) -> Verdict:
    """Give the verdict on one half: an officer's stated status before the one that follows from the figures.

    The shared rule 1: a status is worked out, never typed; where that cannot be done it is stated with a reason.
    """
    actual, target = printed(half.actual, measure), printed(target, measure)
    worked_out = work_out(target, actual, measure=measure, scheme=scheme)
    verdict = Verdict(
        target=target, actual=actual, worked_out=worked_out, status=scheme.unrated, stated=False, reason=None
    )
    stated = scheme.status(half.override) if half.override else None
    if stated:
        return replace(verdict, status=stated, stated=True, reason=half.reason)
    if isinstance(worked_out, Rating):
        return replace(verdict, status=worked_out.status)
    return replace(verdict, reason=(actual is None and missing_reason) or _sentence(worked_out))


def work_out(  # noqa: PLR0911, one line a reason reads better than any nesting
    target: type_of_figure | None, actual: type_of_figure | None, *, measure: Measure, scheme: Scheme
) -> Rating | Unjudged:
    """Rate a result against its target by the scheme, or say why that cannot be done."""
    if measure.kind is Kind.DATA_ONLY:
        return Unjudged.DATA_ONLY
    if actual is None:
        return Unjudged.NO_ACTUAL
    if target is None:
        return Unjudged.NO_TARGET
    if isinstance(actual, str) or isinstance(target, str):
        return Unjudged.NOT_NUMBERS
    if measure.polarity not in _TOWARDS_BETTER:
        return Unjudged.NO_POLARITY
    if target == 0:
        return Unjudged.ZERO_TARGET
    deviation = relative_deviation(target, actual, measure.polarity)
    return Rating(scheme.rate(deviation, tolerance=measure.tolerance), deviation)


_TOWARDS_BETTER = {Polarity.HIGHER: 1, Polarity.LOWER: -1}


def relative_deviation(target: Decimal, actual: Decimal, polarity: Polarity) -> Fraction:
    """Give the miss or gain as percent of the target, exactly; positive is better. The target is not 0."""
    return _TOWARDS_BETTER[polarity] * (Fraction(actual) - Fraction(target)) * 100 / abs(Fraction(target))


def printed(figure: type_of_figure | None, measure: Measure) -> type_of_figure | None:
    """Give a figure as the report prints it: a number at the measure's decimals, a word as it is."""
    return measure.rounded(figure) if isinstance(figure, Decimal) else figure


def _sentence(why: Unjudged) -> str:
    return f"No status can be worked out: {why.value}."
