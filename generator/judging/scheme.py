"""Status schemes: what each status is called, means and looks like, and what earns it.

A scheme is declared in TOML (templates/schemes/, read by scheme_file.py); nothing in the program knows a colour's
name. Statuses stand best first and the first that holds is the status. A condition may also be undecided, where
the measure lacks what it asks for: then no later status is tried, and the verdict says what is lacking.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from generator.judging.conditions import Condition, Gap, Position, Unjudged
from generator.model.figures import Amount


class Comparator(StrEnum):
    """What a direction of travel is measured from."""

    LAST_QUARTER = "last quarter"
    YEAR_AGO = "year ago"
    TREND = "trend"


NO_DEAD_BAND = Amount(units=Fraction(0))
"""Every change counts."""


@dataclass(frozen=True, slots=True)
class DirectionRule:
    """How a scheme tells direction: from what, how small a change is none, and whether profiled targets rule it out."""

    against: Comparator = Comparator.LAST_QUARTER
    dead_band: Amount = NO_DEAD_BAND
    omit_profiled: bool = False


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
    return any(each.of == of for each in group)


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

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition of its statuses."""
        return tuple(each for status in self.statuses for group in status.when for each in group)

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
