"""Status schemes: what each status is called, means and looks like, and what earns it.

A scheme is declared in TOML (templates/schemes/, read by scheme_file.py); nothing in the program knows a colour's
name. Statuses stand best first and the first that holds is the status. A condition may also be undecided, where
the measure lacks what it asks for: then no later status is tried, and the verdict says what is lacking.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from fractions import Fraction
from operator import ge, gt, le, lt
from types import MappingProxyType

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
    ZERO_EARLIER = "the earlier figure is 0, and a change cannot be a percentage of 0"


class Comparator(StrEnum):
    """What a direction of travel is measured from."""

    LAST_QUARTER = "last quarter"
    YEAR_AGO = "year ago"
    TREND = "trend"


class Level(StrEnum):
    """The reference levels of a measure; better than an end of its range is on the inner side of it."""

    TARGET = "target"
    FLOOR = "floor"
    STRETCH = "stretch"
    AMBER = "amber value"
    LOWER = "lower"
    UPPER = "upper"


_NO_LEVEL = {
    Level.TARGET: Unjudged.NO_TARGET,
    Level.FLOOR: Unjudged.NO_FLOOR,
    Level.STRETCH: Unjudged.NO_STRETCH,
    Level.AMBER: Unjudged.NO_AMBER,
    Level.LOWER: Unjudged.NO_RANGE,
    Level.UPPER: Unjudged.NO_RANGE,
}


@dataclass(frozen=True, slots=True)
class Amount:
    """A percentage, an amount in the measure's unit (percentage points for %), or the lower of the two."""

    percent: Fraction | None = None
    units: Fraction | None = None

    def in_units(self, base: Fraction | None) -> Fraction | None:
        """Give the amount in the unit, where ``base`` is what percentages are of; None where that cannot be said."""
        if self.percent is None:
            return self.units
        if not self.percent:
            return Fraction(0)
        if not base:
            return None
        share = self.percent * base / 100
        return share if self.units is None else min(share, self.units)


@dataclass(frozen=True, slots=True)
class DirectionRule:
    """How a scheme tells direction: from what, how small a change is none, and whether profiled targets rule it out."""

    against: Comparator = Comparator.LAST_QUARTER
    dead_band: Amount = Amount(units=Fraction(0))
    omit_profiled: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """How far a figure is from what it is held against: in the unit, positive is better, and what % are of."""

    units: Fraction
    base: Fraction | None

    @property
    def percent(self) -> Fraction | None:
        """The gap as a percentage, exactly; None where there is nothing to be a percentage of."""
        return self.units * 100 / self.base if self.base else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """All that conditions may ask about one half of a measure. Gaps that are not known say why."""

    gap: Gap | Unjudged = Unjudged.NO_TARGET
    change: Gap | Unjudged = Unjudged.NO_EARLIER
    levels: Mapping[Level, Fraction] = field(default_factory=lambda: MappingProxyType({}))
    milestone: str | None = None
    direction: str | None = None
    forecast: str | None = None
    kind: str = "number"


@dataclass(frozen=True, slots=True)
class Bound:
    """``deviation = ">= -tolerance"`` or ``change = "> 5%"``."""

    of: str
    comparison: str
    sign: int
    amount: Amount
    name: str | None = None

    def holds(self, position: Position, tolerance: Amount | None) -> bool | Unjudged:
        """Whether the gap is within the bound; a measure's ``tolerance`` takes the place of the scheme's."""
        gap = position.gap if self.of == "deviation" else position.change
        if isinstance(gap, Unjudged):
            return gap
        amount = tolerance if self.name == TOLERANCE and tolerance else self.amount
        edge = amount.in_units(gap.base)
        if edge is not None:
            return bool(COMPARISONS[self.comparison](gap.units, self.sign * edge))
        return self._by_sign(gap)

    def _by_sign(self, gap: Gap) -> bool | Unjudged:
        """An edge that is not known is still on its side of 0, which may be enough."""
        if gap.units * self.sign <= 0:
            return self.comparison.startswith(">") == (self.sign < 0)
        if gap.base is None:
            return Unjudged.NO_PERCENTAGE
        return Unjudged.ZERO_TARGET if self.of == "deviation" else Unjudged.ZERO_EARLIER


@dataclass(frozen=True, slots=True)
class Against:
    """``result = "at or better than floor"``: where the result stands to a reference level."""

    better: bool
    inclusive: bool
    level: Level

    def holds(self, position: Position, _tolerance: Amount | None) -> bool | Unjudged:
        """Whether the result is on that side of the level."""
        if self.level is Level.TARGET:
            if isinstance(position.gap, Unjudged):
                return position.gap
            gap = position.gap.units
        elif self.level in position.levels:
            gap = position.levels[self.level]
        else:
            return _NO_LEVEL[self.level]
        return self.inclusive if gap == 0 else (gap > 0) == self.better


@dataclass(frozen=True, slots=True)
class OneOf:
    """``direction = ["Improving"]``: a word that is one of those listed; of direction, milestone, forecast or kind."""

    of: str
    words: tuple[str, ...]

    def holds(self, position: Position, _tolerance: Amount | None) -> bool | Unjudged:
        """Whether the word is one of them; a direction that is not known leaves it open."""
        word: str | None = getattr(position, self.of)
        if word is None and self.of == "direction":
            return Unjudged.NO_DIRECTION
        return word is not None and word.casefold() in {each.casefold() for each in self.words}


Condition = Bound | Against | OneOf


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """One status: its word, what it means, how it looks; colours are ``#RRGGBB``.

    ``when`` lists alternatives, each of conditions that must all hold; without any, it is for everything else.
    ``rated`` is whether it counts among the measures that were rated.
    """

    name: str
    meaning: str
    fill: str
    ink: str
    shape: str
    exception: bool = False
    rated: bool = True
    when: tuple[tuple[Condition, ...], ...] = ()

    def holds(self, position: Position, tolerance: Amount | None = None) -> bool | Unjudged:
        """Whether the status fits, or why that cannot be told; measures for information fit where kinds are named."""
        if position.gap is Unjudged.DATA_ONLY and not self._names_kinds:
            return False if self.when else position.gap
        if not self.when:
            return _rateable(position)
        each = [_all(condition.holds(position, tolerance) for condition in group) for group in self._asked(position)]
        return True if True in each else next((fault for fault in each if isinstance(fault, Unjudged)), False)

    def _asked(self, position: Position) -> tuple[tuple[Condition, ...], ...]:
        """The alternatives that apply: of those about milestones and about numbers, each to its own."""
        about = tuple(group for group in self.when if _names("milestone", group))
        return about if about and position.milestone is not None else self.when

    @property
    def _names_kinds(self) -> bool:
        return any(_names("kind", group) for group in self.when)


def _names(of: str, group: tuple[Condition, ...]) -> bool:
    return any(isinstance(each, OneOf) and each.of == of for each in group)


def _all(found: Iterable[bool | Unjudged]) -> bool | Unjudged:
    """One that fails decides; else one that is not known leaves it open."""
    found = list(found)
    return False if False in found else next((fault for fault in found if isinstance(fault, Unjudged)), True)


def _rateable(position: Position) -> bool | Unjudged:
    """Everything else is for what could have been rated: something must be known of it."""
    known = isinstance(position.change, Gap) or position.milestone is not None or bool(position.levels)
    return position.gap if isinstance(position.gap, Unjudged) and not known else True


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """Statuses, best first, and the one for what cannot be rated."""

    name: str
    source: str = ""
    statuses: tuple[Status, ...]
    unrated: Status
    milestones: tuple[str, ...] = ()
    direction: DirectionRule = DirectionRule()

    @property
    def all_statuses(self) -> tuple[Status, ...]:
        """Every status, best first, the unrated one last: the order of keys and counts."""
        return (*self.statuses, self.unrated)

    def status(self, name: str) -> Status | None:
        """Find a status by its name, whatever the case."""
        return next((each for each in self.all_statuses if each.name.casefold() == name.casefold()), None)

    def rate(self, position: Position, tolerance: Amount | None = None) -> Status | Unjudged:
        """Give the first status that holds, or say what is lacking; ``tolerance`` replaces the scheme's own."""
        *_, (status, found) = self.trial(position, tolerance)
        if found is True:
            return status
        known = found if isinstance(found, Unjudged) else position.gap
        return known if isinstance(known, Unjudged) else Unjudged.NO_STATUS

    def trial(self, position: Position, tolerance: Amount | None = None) -> Iterator[tuple[Status, bool | Unjudged]]:
        """Try the statuses in order and say of each whether it holds; one that does, or cannot be told, ends it."""
        for status in self.statuses:
            found = status.holds(position, tolerance)
            yield status, found
            if found is not False:
                return
