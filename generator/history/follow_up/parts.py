"""Projects and their parts: an action that is part of another stands after it, and counts in how far that one is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TypeVar

from generator.model.action import Action, ActionState, Promise

_Each = TypeVar("_Each")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsTally:
    """How far the parts of a project are, without those that were withdrawn; ``next_due`` is of those not yet late."""

    count: int
    done: int
    late: int
    next_due: date | None


def parts_counted(actions: Iterable[Action], day: date) -> Mapping[str, PartsTally]:
    """How far the parts of each project are on a day, by its id."""
    found: dict[str, list[Action]] = {}
    for each in actions:
        if each.promise.part_of:
            found.setdefault(each.promise.part_of.id, []).append(each)
    return {project: _tally(parts, day) for project, parts in found.items()}


def _tally(parts: Iterable[Action], day: date) -> PartsTally:
    kept = [each for each in parts if each.state is not ActionState.WITHDRAWN]
    still = [each.due for each in kept if each.is_open and each.due and not each.is_late(day)]
    return PartsTally(
        count=len(kept),
        done=sum(not each.is_open for each in kept),
        late=sum(each.is_late(day) for each in kept),
        next_due=min(still, default=None),
    )


def parts_after_projects(every: Iterable[_Each], promise_of: Callable[[_Each], Promise]) -> tuple[_Each, ...]:
    """The same with all that belong together where the first of them stood: a project, and then its parts."""
    together: dict[str, list[_Each]] = {}
    for each in every:
        promise = promise_of(each)
        together.setdefault(promise.part_of.id if promise.part_of else promise.id, []).append(each)
    return tuple(
        chain.from_iterable(
            sorted(group, key=lambda each: promise_of(each).part_of is not None) for group in together.values()
        )
    )
