"""Whether a result is a signal or noise: process limits of individual values, and the four usual rules.

The arithmetic is that of XmR charts as “Making Data Count” has them, in exact fractions: limits lie 2.66 times the mean
moving range about the mean; ranges of 3.267 times the mean and more are left out, and the mean is taken again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

LEAST_RESULTS = 7
"""Of fewer nothing is said: the rules look at seven in a row."""

SOUND_RESULTS = 12
"""Limits of fewer are trial limits."""

_LIMIT, _NEAR_LIMIT = Fraction(266, 100), Fraction(266, 100) * 2 / 3
_OUTLYING = Fraction(3267, 1000)
_IN_A_ROW, _OF_THREE = 7, 3


class Cause(StrEnum):
    """What makes a result a signal, in the order in which they are looked for."""

    BEYOND_LIMITS = "beyond limits"
    TREND = "trend"
    NEAR_LIMIT = "near limit"
    ONE_SIDE = "one side"
    NONE = "none"


class SignalMeaning(StrEnum):
    """What a signal means; ``HIGH`` and ``LOW`` where neither way is better."""

    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    HIGH = "high"
    LOW = "low"
    NO_SIGNAL = "no signal"


class Assurance(StrEnum):
    """Whether a target would be met if nothing changed."""

    MET = "met"
    MISSED = "missed"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Limits:
    """What results may be expected to lie between, of so many (``count``) of them."""

    mean: Fraction
    lower: Fraction
    upper: Fraction
    count: int

    @property
    def is_trial(self) -> bool:
        """Whether they are of so few that they will still move."""
        return self.count < SOUND_RESULTS

    @property
    def near(self) -> Fraction:
        """How far from the mean two thirds of the way to a limit are."""
        return (self.upper - self.mean) / _LIMIT * _NEAR_LIMIT

    def assurance(self, target: Fraction, towards_better: int) -> Assurance:
        """Where a target lies to them; ``towards_better`` is 1 where higher is better, and else -1."""
        if self.lower <= target <= self.upper:
            return Assurance.EITHER
        return Assurance.MISSED if (target > self.upper) == (towards_better > 0) else Assurance.MET


class Point(NamedTuple):
    """A result with what makes it a signal, and whether that goes upward (1), downward (-1) or nowhere (0)."""

    value: Fraction
    cause: Cause
    way: int

    def meaning(self, towards_better: int) -> SignalMeaning:
        """What it means; ``towards_better`` is 1 where higher is better, -1 where lower is, and 0 where neither."""
        if not self.way:
            return SignalMeaning.NO_SIGNAL
        if not towards_better:
            return SignalMeaning.HIGH if self.way > 0 else SignalMeaning.LOW
        return SignalMeaning.IMPROVEMENT if self.way == towards_better else SignalMeaning.CONCERN


def limits_of(values: Sequence[Fraction]) -> Limits:
    """The limits of results in their order, of which there are two at least.

    A step that is far beyond the others does not widen them; but where all the others are nought, they would leave no
    room at all, and nearly every result outside.
    """
    mean = sum(values, Fraction(0)) / len(values)
    ranges = [abs(after - before) for before, after in pairwise(values)]
    first = sum(ranges, Fraction(0)) / len(ranges)
    kept = [each for each in ranges if each < _OUTLYING * first]
    kept = kept if any(kept) else ranges
    reach = _LIMIT * sum(kept, Fraction(0)) / len(kept)
    return Limits(mean, mean - reach, mean + reach, len(values))


def points_of(values: Sequence[Fraction], limits: Limits) -> tuple[Point, ...]:
    """Each result with what the rules make of it."""
    sides = [_sign(each - limits.mean) for each in values]
    beyond = [not limits.lower <= each <= limits.upper for each in values]
    near = [not out and abs(each - limits.mean) > limits.near for each, out in zip(values, beyond, strict=True)]
    steps = [_sign(after - before) for before, after in pairwise(values)]

    def in_trend(start: int) -> bool:
        run = steps[start : start + _IN_A_ROW - 1]
        return run[0] != 0 and set(run) == {run[0]}

    def on_one_side(start: int) -> bool:
        return set(sides[start : start + _IN_A_ROW]) in ({1}, {-1})

    def two_of_three(start: int) -> bool:
        end = start + _OF_THREE
        return sum(near[start:end]) >= 2 and set(sides[start:end]) in ({1}, {-1})

    trends = _covered(len(values), _IN_A_ROW, in_trend)
    of_three = _covered(len(values), _OF_THREE, two_of_three)
    shifts = _covered(len(values), _IN_A_ROW, on_one_side)

    def mark(at: int) -> tuple[Cause, int]:
        side = 1 if sides[at] > 0 else -1
        if beyond[at]:
            return Cause.BEYOND_LIMITS, side
        if trends[at]:
            goes_on = at + 1 < len(values) and trends[at + 1]
            return Cause.TREND, steps[at if goes_on else at - 1]
        if of_three[at] and near[at]:
            return Cause.NEAR_LIMIT, side
        return (Cause.ONE_SIDE, side) if shifts[at] else (Cause.NONE, 0)

    return tuple(Point(value, *mark(at)) for at, value in enumerate(values))


def _covered(count: int, length: int, holds: Callable[[int], bool]) -> Sequence[bool]:
    """Which of so many results lie in any stretch of a length for which something holds."""
    found = [False] * count
    for start in range(count - length + 1):
        if holds(start):
            found[start : start + length] = [True] * length
    return found


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)
