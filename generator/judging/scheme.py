"""Status schemes: what each status is called, means and looks like, and what earns it.

A scheme is declared in TOML (templates/schemes/, read by scheme_file.py); nothing in the program knows a colour's
name. Statuses stand best first and the first that holds is the status. A condition may also be undecided, where
the measure lacks what it asks for: then no later status is tried, and the verdict says what is lacking.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from generator.judging.conditions import Bound, Condition, Gap, Position, Unjudged
from generator.model.figures import Amount


class Comparator(StrEnum):
    """What a direction of travel is measured from: the quarter before, the same quarter last year, or a trend."""

    LAST_QUARTER = "last quarter"
    YEAR_AGO = "year ago"
    TREND = "trend"


_ON_TARGET = Position(gap=Gap(Fraction(0), Fraction(100)))

BY_JUDGEMENT = "by judgement"
"""What the register says in place of a scheme where the status of a measure is not worked out at all."""

NO_DEAD_BAND = Amount(units=Fraction(0))
"""The dead band of a scheme that has none: every change is better or worse."""


@dataclass(frozen=True, slots=True)
class DirectionRule:
    """How a scheme tells the direction of travel.

    A change within the ``dead_band`` is none. With ``omit_profiled``, measures whose targets differ from quarter to
    quarter are given no direction.
    """

    against: Comparator = Comparator.LAST_QUARTER
    dead_band: Amount = NO_DEAD_BAND
    omit_profiled: bool = False


class Status(NamedTuple):
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
        """Whether the status fits a figure, or why that cannot be told; ``tolerance`` is the measure's own.

        A measure for information has only a status whose conditions name its kind.
        """
        if position.gap is Unjudged.DATA_ONLY and not self._names_kinds:
            return False if self.when else position.gap
        if not self.when:
            return _rateable(position)
        each = [_all(condition.holds(position, tolerance) for condition in group) for group in self._asked(position)]
        return True if True in each else next((fault for fault in each if isinstance(fault, Unjudged)), False)

    def _asked(self, position: Position) -> tuple[tuple[Condition, ...], ...]:
        """The alternatives that apply: for a milestone those about milestones, if there are any."""
        if position.milestone is None:
            return self.when
        return tuple(group for group in self.when if _names("milestone", group)) or self.when

    @property
    def _names_kinds(self) -> bool:
        return any(_names("kind", group) for group in self.when)


def _names(of: str, group: tuple[Condition, ...]) -> bool:
    return any(each.of == of for each in group)


def _all(found: Iterable[bool | Unjudged]) -> bool | Unjudged:
    """Whether all hold: False where one does not, else why one cannot be told, else True."""
    found = list(found)
    return False if False in found else next((fault for fault in found if isinstance(fault, Unjudged)), True)


def _rateable(position: Position) -> bool | Unjudged:
    """Whether a status for everything else takes it: something must be known of the figure."""
    known = isinstance(position.change, Gap) or position.milestone is not None
    known = known or bool(position.levels or position.benchmarks)
    return position.gap if isinstance(position.gap, Unjudged) and not known else True


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """Statuses, best first, and the one for what cannot be rated.

    One ``by_judgement`` rates nothing: officers state one of its statuses each time, with the reason.
    """

    name: str
    source: str = ""
    statuses: tuple[Status, ...]
    unrated: Status
    milestones: tuple[str, ...] = ()
    direction: DirectionRule = DirectionRule()
    by_judgement: bool = False

    @property
    def asks_for_before(self) -> bool:
        """Whether a status hangs on the one that a measure had last time."""
        return any(each.of == "before" for each in self.conditions)

    @property
    def needs_tolerance(self) -> bool:
        """Whether each measure must have a tolerance of its own."""
        return any(isinstance(each, Bound) and not each.amount.is_known for each in self.conditions)

    def with_tolerance(self, tolerance: Amount) -> "Scheme":
        """The scheme as it stands for a measure with a tolerance of its own."""
        return self._with_each(lambda asked: asked.with_tolerance(tolerance))

    def told_in(self, unit: str) -> "Scheme":
        """The scheme with its amounts in a measure's unit."""
        return self._with_each(lambda asked: asked.told_in(unit))

    def _with_each(self, changed: Callable[[Condition], Condition]) -> "Scheme":
        statuses = (
            each._replace(when=tuple(tuple(changed(asked) for asked in group) for group in each.when))
            for each in self.statuses
        )
        return replace(self, statuses=tuple(statuses))

    @property
    def all_statuses(self) -> tuple[Status, ...]:
        """Every status, best first, the unrated one last: the order of keys and counts."""
        return (*self.statuses, self.unrated)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition of its statuses."""
        return tuple(each for status in self.statuses for group in status.when for each in group)

    def is_on_target(self, status: Status) -> bool:
        """Whether one of its statuses is as good as that of a result that is exactly on target.

        Where targets do not decide, it is one that makes no exception.
        """
        return not status.exception if self._on_target is None else status.name in self._on_target

    @cached_property
    def _on_target(self) -> frozenset[str] | None:
        """The names of the statuses that are on target; None where targets do not decide."""
        for place, (_, found) in enumerate(self.trial(_ON_TARGET), 1):
            if found is True:
                return frozenset(each.name for each in self.statuses[:place])
        return None

    def status(self, name: str) -> Status | None:
        """The status of a name, whatever its capitals; None if there is none."""
        return next((each for each in self.all_statuses if each.name.casefold() == name.casefold()), None)

    def rate(self, position: Position, tolerance: Amount | None = None) -> Status | Unjudged:
        """The first status that holds, or why none can be told; a measure's ``tolerance`` replaces the scheme's."""
        if self.by_judgement:
            return Unjudged.BY_JUDGEMENT
        *_, (status, found) = self.trial(position, tolerance)
        if found is True:
            return status
        known = found if isinstance(found, Unjudged) else position.gap
        return known if isinstance(known, Unjudged) else Unjudged.NO_STATUS

    def trial(self, position: Position, tolerance: Amount | None = None) -> Iterator[tuple[Status, bool | Unjudged]]:
        """The statuses in order, each with whether it holds; one that holds, or cannot be told, is the last."""
        for status in self.statuses:
            found = status.holds(position, tolerance)
            yield status, found
            if found is not False:
                return
