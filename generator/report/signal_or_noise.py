"""Whether a measure's result is a signal or noise, as the report says it; it never changes a status."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from generator.history.rows import HistoryRow
from generator.history.variation import (
    LEAST_RESULTS,
    Assurance,
    Cause,
    Limits,
    Point,
    SignalMeaning,
    limits_of,
    points_of,
)
from generator.judging.compared.benchmarks import TOWARDS_BETTER
from generator.judging.outcome import Judged
from generator.judging.plausibility import FULL, may_exceed_full
from generator.model.dated import Rebase
from generator.model.english import counted
from generator.model.measure import Basis, Measure
from generator.report.results_over_time import results_of

SIGNAL_LABEL = "Signal or noise"
"""What stands before the words."""

_EVERY = 10_000
_RUN_ON = frozenset({Basis.CUMULATIVE, Basis.ROLLING})
"""Figures that hold most of the one before: their moving ranges say nothing of how far they vary."""

_ICONS = {1: "\N{BLACK UP-POINTING TRIANGLE}", -1: "\N{BLACK DOWN-POINTING TRIANGLE}", 0: "\N{BLACK CIRCLE}"}
_HEADINGS = {
    SignalMeaning.IMPROVEMENT: "Improvement",
    SignalMeaning.CONCERN: "Concern",
    SignalMeaning.HIGH: "Signal",
    SignalMeaning.LOW: "Signal",
    SignalMeaning.NO_SIGNAL: "No signal",
}
_WHY = {
    (Cause.BEYOND_LIMITS, 1): "the result is above its usual range",
    (Cause.BEYOND_LIMITS, -1): "the result is below its usual range",
    (Cause.TREND, 1): "seven results in a row, each higher than the one before",
    (Cause.TREND, -1): "seven results in a row, each lower than the one before",
    (Cause.NEAR_LIMIT, 1): "two of the last three results are near the top of the usual range",
    (Cause.NEAR_LIMIT, -1): "two of the last three results are near the bottom of the usual range",
    (Cause.ONE_SIDE, 1): "seven results in a row above their average",
    (Cause.ONE_SIDE, -1): "seven results in a row below their average",
    (Cause.NONE, 0): "the result varies as it usually does",
}
_ASSURED = {
    Assurance.MET: "The target lies outside it, and will be met unless something changes.",
    Assurance.MISSED: "The target lies outside it, and will not be met unless something changes.",
    Assurance.EITHER: "The target lies within it, so whether a result meets it is chance.",
}


class SignalOrNoise(NamedTuple):
    """What the rules make of the latest result, beside the limits, and where the target lies to these.

    ``usual`` is the range between the limits, as far as results go. ``assurance`` is None without a target; and of a
    signal, for something has changed then, and what follows if nothing changes is no longer to be told.
    """

    measure: Measure
    limits: Limits
    usual: tuple[Fraction, Fraction]
    latest: Point
    meaning: SignalMeaning
    assurance: Assurance | None
    rebased: Rebase | None

    @property
    def icon(self) -> str:
        """Which way the signal points, or that there is none; never without words beside it."""
        return _ICONS[self.latest.way]

    @property
    def lower(self) -> Decimal:
        """The lower end of the usual range, as printed."""
        return self._printed(self.usual[0])

    @property
    def upper(self) -> Decimal:
        """The upper end of it."""
        return self._printed(self.usual[1])

    @property
    def mean(self) -> Decimal:
        """The average, as printed."""
        return self._printed(self.limits.mean)

    @property
    def words(self) -> str:
        """All of it in words, after the icon."""
        show = self.measure.show
        trial = f" (trial limits, of {counted(self.limits.count, 'result')})" if self.limits.is_trial else ""
        since = f" It is reckoned from {self.rebased.period.short} on: {self.rebased.reason}" if self.rebased else ""
        sentences = (
            f"{self.icon} {_HEADINGS[self.meaning]}: {_WHY[self.latest.cause, self.latest.way]}.",
            f"Usual range: {show(self.lower)} to {show(self.upper)}{trial}.",
            _ASSURED[self.assurance] if self.assurance else "",
        )
        return " ".join(filter(None, sentences)) + since

    def _printed(self, value: Fraction) -> Decimal:
        return self.measure.rounded(Decimal(value.numerator) / Decimal(value.denominator))


def signal_or_noise(judged: Judged, published: Iterable[HistoryRow]) -> SignalOrNoise | None:
    """What is to be said of a measure's latest result; None without one, and where too little is known of it.

    Results count from the last period from which the register reckons anew. Of what is cumulative or a rolling year
    nothing is said, for each such figure holds most of the one before.
    """
    measure, own = judged.measure, judged.own_period
    if measure.basis in _RUN_ON or not isinstance(judged.quarter.actual, Decimal):
        return None
    rebased = max((each for each in measure.rebased if each.period <= own), key=lambda each: each.period, default=None)
    results = (each for each in results_of(judged, published, _EVERY) if each.period.per_year == own.per_year)
    values = [
        Fraction(measure.rounded(each.actual))
        for each in results
        if isinstance(each.actual, Decimal) and (rebased is None or each.period >= rebased.period)
    ]
    if len(values) < LEAST_RESULTS:
        return None
    towards_better, limits, target = TOWARDS_BETTER.get(measure.polarity, 0), limits_of(values), judged.quarter.target
    latest = points_of(values, limits)[-1]
    held = Fraction(target) if isinstance(target, Decimal) and towards_better and not latest.way else None
    return SignalOrNoise(
        measure=measure,
        limits=limits,
        usual=_usual(measure, values, limits),
        latest=latest,
        meaning=latest.meaning(towards_better),
        assurance=None if held is None else limits.assurance(held, towards_better),
        rebased=rebased,
    )


def _usual(measure: Measure, values: Sequence[Fraction], limits: Limits) -> tuple[Fraction, Fraction]:
    """The limits without what no result comes to: below 0 where none ever was; of a percentage, above 100 likewise."""
    lower = max(limits.lower, Fraction(0)) if min(values) >= 0 else limits.lower
    over_full = max(values) > FULL or may_exceed_full(measure)
    return lower, limits.upper if over_full else min(limits.upper, Fraction(FULL))
