"""What a status may ask of a figure: each kind of condition is a class that judges a figure, and has words for itself.

A condition holds, does not hold, or cannot be told, with the reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from operator import ge, gt, le, lt
from types import MappingProxyType
from typing import NamedTuple, Self

from generator.model.figures import Amount, Level

TOLERANCE = "tolerance"
"""The amount that a measure's own tolerance replaces."""


COMPARISONS = {">=": ge, "<=": le, ">": gt, "<": lt}
"""The four bounds; those with = include their edge."""


class Unjudged(Enum):
    """Why no status can be worked out. The value ends the sentence “No status can be worked out: ...”."""

    NO_ACTUAL = "no figure was given"
    NO_TARGET = "there is no target"
    ZERO_TARGET = "the target is 0, and a miss cannot be a percentage of 0"
    NO_PERCENTAGE = "a date or a milestone cannot be missed by a percentage"
    NOT_COMPARABLE = "the result and the target are not of the same kind"
    UNKNOWN_MILESTONE = "the scheme's list of milestones does not have it"
    NO_POLARITY = "the register does not say whether higher or lower is better"
    DATA_ONLY = "the measure is for information and is not rated"
    NO_FLOOR = "the register gives no floor"
    NO_STRETCH = "the register gives no stretch target"
    NO_AMBER = "the register gives no amber value"
    NO_RANGE = "the target is not a range"
    NO_DIRECTION = "the direction of travel is not known"
    NO_EARLIER = "there is no earlier figure to compare with"
    NO_STATUS = "the scheme has no status for it"
    NO_TOLERANCE = "the register gives no tolerance"
    BY_JUDGEMENT = "the register leaves it to judgement"
    NO_BENCHMARK = "the register has no such benchmark that fits its period"
    ZERO_EARLIER = "the earlier figure is 0, and a change cannot be a percentage of 0"


_NO_LEVEL = {
    Level.TARGET: Unjudged.NO_TARGET,
    Level.FLOOR: Unjudged.NO_FLOOR,
    Level.STRETCH: Unjudged.NO_STRETCH,
    Level.AMBER: Unjudged.NO_AMBER,
    Level.LOWER: Unjudged.NO_RANGE,
    Level.UPPER: Unjudged.NO_RANGE,
}


class Gap(NamedTuple):
    """How far a figure is from what it is held against, in the measure's unit, positive if better.

    ``base`` is what a percentage of it is of, in the same unit; None where it cannot be one, as of a date.
    """

    units: Fraction
    base: Fraction | None

    @property
    def percent(self) -> Fraction | None:
        """The gap as a percentage of its base, exact; None where the base is 0 or there is none."""
        return self.units * 100 / self.base if self.base else None


class Position(NamedTuple):
    """All that conditions may ask about one half of a measure, its quarter or its forecast.

    ``gap`` is from the target, ``change`` from the earlier figure: one that is not known says why. ``levels`` has how
    far the figure is from each level, positive if better.
    """

    gap: Gap | Unjudged = Unjudged.NO_TARGET
    change: Gap | Unjudged = Unjudged.NO_EARLIER
    levels: Mapping[Level, Fraction] = MappingProxyType({})
    benchmarks: Mapping[str, Fraction] = MappingProxyType({})
    """The same of each benchmark, by its name in small letters."""
    milestone: str | None = None
    direction: str | None = None
    forecast: str | None = None
    before: str | None = None
    """The status that it had last time; None where that is not known."""
    kind: str = "number"
    unit: str | None = None
    """What gaps are counted in; None where amounts are in it already."""


class Bound(NamedTuple):
    """``deviation = ">= -tolerance"`` or ``change = "> 5%"``: how far the figure is from its target, or from before.

    ``sign`` is -1 where the amount is on the worse side; ``name`` is that of an amount under ``[amounts]``.
    """

    of: str
    comparison: str
    sign: int
    amount: Amount
    name: str | None = None

    @property
    def is_floor(self) -> bool:
        """Whether it is the lower end of what it asks for, as ``>=`` and ``>`` are."""
        return self.comparison.startswith(">")

    @property
    def is_at_target(self) -> bool:
        """Whether its amount is 0, so that its edge is the target itself, or the figure before."""
        return self.amount.is_known and not (self.amount.percent or self.amount.units)

    def holds(self, position: Position, tolerance: Amount | None) -> bool | Unjudged:
        """Whether the figure is within the bound; a measure's own ``tolerance`` takes the place of the scheme's."""
        gap = position.gap if self.of == "deviation" else position.change
        if isinstance(gap, Unjudged):
            return gap
        amount = tolerance if self.name == TOLERANCE and tolerance else self.amount
        amount = amount if position.unit is None else amount.told_in(position.unit)
        edge = amount.in_units(gap.base)
        if edge is not None:
            return bool(COMPARISONS[self.comparison](gap.units, self.sign * edge))
        return self._by_sign(gap, amount)

    def _by_sign(self, gap: Gap, amount: Amount) -> bool | Unjudged:
        """An edge that is not known is still on its side of 0, which may be enough; or is 0 itself."""
        if gap.units * self.sign < 0 or (amount.is_known and gap.units == 0):
            return self.is_floor == (self.sign < 0)
        if not amount.is_known:
            return Unjudged.NO_TOLERANCE
        if gap.base is None:
            return Unjudged.NO_PERCENTAGE
        return Unjudged.ZERO_TARGET if self.of == "deviation" else Unjudged.ZERO_EARLIER

    def with_tolerance(self, tolerance: Amount) -> "Bound":
        """The bound as it stands for a measure with a tolerance of its own."""
        return self._replace(amount=tolerance) if self.name == TOLERANCE else self

    def told_in(self, unit: str) -> "Bound":
        """The bound with its amount in a measure's unit."""
        return self._replace(amount=self.amount.told_in(unit))

    def in_words(self, before: "Bound | None") -> str:  # noqa: PLR0911, one line a wording
        """What it asks for: “worse than target by up to and including 5%”.

        ``before`` is the floor of the status before, if it has one: this one begins there.
        """
        before = before if before and before.of == self.of else None
        if self.is_at_target:
            return self._at_target_in_words(before)
        if self.is_floor == (self.sign > 0):
            return f"{'better' if self.sign > 0 else 'worse'} than {self._subject} by {self._more(self.is_closed)}"
        if not self.is_floor:
            return f"not better than {self._subject} by {'more than ' if self.is_closed else ''}{self.amount.in_words}"
        up_to = self._up_to(self.is_closed)
        if before is None:
            return f"{self._on} or better, or worse by {up_to}"
        if before.is_at_target:
            worse = f"by {up_to}"
            return f"worse than {self._subject} {worse}" if before.is_closed else f"{self._on}, or worse {worse}"
        if before.sign < 0:
            return f"{before.beyond_in_words}, {up_to}"
        return f"{self._on}, better by {before.below_in_words}, or worse by {up_to}"

    def _at_target_in_words(self, before: "Bound | None") -> str:
        if not self.is_floor:
            return f"{self._on} or worse" if self.is_closed else f"worse than {self._subject}"
        if before and before.is_at_target:
            return "nothing, for the tolerance is 0" if before.is_closed else self._on
        if before and before.sign > 0:
            better = f"better by {before.below_in_words}"
            return f"{self._on}, or {better}" if self.is_closed else better
        return f"{self._on} or better" if self.is_closed else f"better than {self._subject}"

    @property
    def below_in_words(self) -> str:
        """How far above target a figure goes that stays below a floor there: “up to and including 2%”."""
        return self._up_to(not self.is_closed)

    @property
    def beyond_in_words(self) -> str:
        """What a floor leaves to the statuses after it: “worse than target by more than 5%”."""
        if self.is_at_target:
            return f"worse than {self._subject}" if self.is_closed else f"{self._on} or worse"
        if self.sign < 0:
            return f"worse than {self._subject} by {self._more(not self.is_closed)}"
        return f"better than {self._subject} by less than {self.amount.in_words}, on it, or worse"

    @property
    def is_closed(self) -> bool:
        """Whether its edge belongs to it."""
        return self.comparison.endswith("=")

    @property
    def _subject(self) -> str:
        return "target" if self.of == "deviation" else "before"

    @property
    def _on(self) -> str:
        return "on target" if self.of == "deviation" else "unchanged"

    def _more(self, closed: bool) -> str:  # noqa: FBT001, whether the edge belongs to it
        return f"{self.amount.in_words} or more" if closed else f"more than {self.amount.in_words}"

    def _up_to(self, closed: bool) -> str:  # noqa: FBT001, the same
        return f"{'up to and including' if closed else 'less than'} {self.amount.in_words}"


@dataclass(frozen=True, slots=True)
class _OnASide:
    """Where a result stands to another figure: a condition without an amount or a tolerance."""

    better: bool
    inclusive: bool

    def is_kept(self, gap: Fraction) -> bool:
        """Whether a result that is better by ``gap`` is on that side."""
        return self.inclusive if gap == 0 else (gap > 0) == self.better

    def with_tolerance(self, _tolerance: Amount) -> Self:
        """Itself."""
        return self

    def told_in(self, _unit: str) -> Self:
        """Itself."""
        return self

    @property
    def side(self) -> str:
        """What it asks for, but for the figure: “at or better than”."""
        return f"{'at or ' if self.inclusive else ''}{'better' if self.better else 'worse'} than"


@dataclass(frozen=True, slots=True)
class Against(_OnASide):
    """``result = "at or better than floor"``: where the result stands to a reference level."""

    level: Level
    of: str = "result"

    def holds(self, position: Position, _tolerance: Amount | None) -> bool | Unjudged:
        """Whether the result is on that side of the level; or why that cannot be told."""
        if self.level is Level.TARGET:
            return position.gap if isinstance(position.gap, Unjudged) else self.is_kept(position.gap.units)
        gap = position.levels.get(self.level)
        return _NO_LEVEL[self.level] if gap is None else self.is_kept(gap)

    def in_words(self, _before: Bound | None) -> str:
        """What it asks for: “at or better than the floor”."""
        return f"{self.side} the {self.level}"


@dataclass(frozen=True, slots=True)
class AgainstOthers(_OnASide):
    """``result = "at or better than benchmark England"``: where the result stands to a figure of somebody else."""

    name: str
    of: str = "benchmark"

    def holds(self, position: Position, _tolerance: Amount | None) -> bool | Unjudged:
        """Whether the result is on that side of the benchmark; or that there is none that fits."""
        if isinstance(position.gap, Unjudged) and position.gap in {Unjudged.NO_ACTUAL, Unjudged.NO_POLARITY}:
            return position.gap
        gap = position.benchmarks.get(self.name.casefold())
        return Unjudged.NO_BENCHMARK if gap is None else self.is_kept(gap)

    def in_words(self, _before: Bound | None) -> str:
        """What it asks for: “at or better than the benchmark England”."""
        return f"{self.side} the benchmark {self.name}"


class OneOf(NamedTuple):
    """``direction = ["Improving"]``: a word that is one of those listed.

    Of direction, milestone, forecast, kind, or the status ``before``; one that is not known is none of them.
    """

    of: str
    words: tuple[str, ...]

    def holds(self, position: Position, _tolerance: Amount | None) -> bool | Unjudged:
        """Whether the measure's word is one of them, whatever its capitals; or that the direction is not known."""
        word: str | None = getattr(position, self.of)
        if word is None and self.of == "direction":
            return Unjudged.NO_DIRECTION
        return word is not None and word.casefold() in {each.casefold() for each in self.words}

    def with_tolerance(self, _tolerance: Amount) -> "OneOf":
        """Itself: a word has no tolerance."""
        return self

    def told_in(self, _unit: str) -> "OneOf":
        """Itself: a word has no amount."""
        return self

    def in_words(self, _before: Bound | None) -> str:
        """What it asks for: “the direction of travel is Improving or Stabilised”."""
        *others, last = self.words
        any_of = f"{', '.join(others)} or {last}" if others else last
        return f"{_SAID_OF[self.of]} {any_of}"


_SAID_OF = {
    "direction": "the direction of travel is",
    "forecast": "the year end is forecast",
    "before": "the status before was",
    "milestone": "the milestone is",
    "kind": "the measure is",
}

Condition = Bound | Against | AgainstOthers | OneOf
