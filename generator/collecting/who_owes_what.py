"""The collection round: what is expected, what has come back, what is ready, and who owes what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.checks.received import latest
from generator.collecting.working_days import due_date
from generator.model.measure import type_of_subject
from generator.model.problem import Problem
from generator.model.shape import THE_REPORT
from generator.project.load import Setup
from generator.reading.readings import Reading, by_code
from generator.report.about_groups import is_due
from generator.report.gather import Gathered

_ByPlace = Mapping[tuple[str, str | None], Sequence[Problem]]


class Progress(Enum):
    """How far a return has come."""

    NOT_RECEIVED = "not received"
    WITH_ERRORS = "with errors"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Item:
    """A return that is due: what it is about, how far it is, what is to be put right in it, and its files."""

    subject: type_of_subject
    progress: Progress
    problems: tuple[Problem, ...]
    is_late: bool
    files: tuple[str, ...] = ()

    @property
    def is_received(self) -> bool:
        """Whether it has come, in whatever state."""
        return self.progress is not Progress.NOT_RECEIVED


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of one group."""

    group: str
    expected: int
    received: int
    with_errors: int
    ready: int
    late: int


@dataclass(frozen=True, slots=True)
class Person:
    """Who answers for returns, and those that still need something; name and address may be empty.

    ``ready`` are those that were received and need nothing.
    """

    name: str
    email: str
    items: tuple[Item, ...]
    ready: tuple[Item, ...] = ()


def collect(setup: Setup, gathered: Gathered, today: date) -> tuple[Item, ...]:
    """Say of each return that is due how far it is; late is what has not come by the day after it was due."""
    found = by_code(gathered.readings)
    measures = (each for each in setup.register.measures if each.is_due(setup.period) or each.code in found)
    others = (each for each in setup.topics if each.code in found or is_due(each, setup, gathered.judged))
    due: tuple[type_of_subject, ...] = (*measures, *others)
    problems: dict[tuple[str, str | None], list[Problem]] = {}
    for each in gathered.problems:
        problems.setdefault((each.place.file, each.place.sheet), []).append(each)
    is_late = today > due_date(setup)
    return tuple(_item(each, found.get(each.code, []), problems, is_late=is_late) for each in due)


def _item(subject: type_of_subject, readings: Sequence[Reading], by_place: _ByPlace, *, is_late: bool) -> Item:
    last = latest(readings)
    readings = [last] if last else readings
    if not readings:
        return Item(subject, Progress.NOT_RECEIVED, (), is_late)
    places = dict.fromkeys((each.file, sheet) for each in readings for sheet in each.sheets)
    problems = tuple(each for place in places for each in by_place.get(place, ()))
    progress = Progress.WITH_ERRORS if any(each.is_error for each in problems) else Progress.READY
    files = tuple(dict.fromkeys(each.file for each in readings))
    return Item(subject, progress, problems, is_late=False, files=files)


def unclaimed(gathered: Gathered) -> tuple[str, ...]:
    """The files in the folder that are the return of nothing: unreadable, of another quarter, or no form."""
    found = dict.fromkeys(each.file for each in gathered.readings if not each.blank)
    claimed = {each.file for each in gathered.readings if each.subject and each.is_return}
    return tuple(file for file in found if file not in claimed)


def tally(items: Iterable[Item], groups: Iterable[str]) -> Iterator[Tally]:
    """Count by group, in the order given, and of the whole report; those of which nothing is due are left out."""
    everything = tuple(items)
    for name in (*groups, ""):
        of = [each for each in everything if each.subject.group == name]
        states = [each.progress for each in of]
        if of:
            yield Tally(
                group=name or THE_REPORT,
                expected=len(of),
                received=len(of) - states.count(Progress.NOT_RECEIVED),
                with_errors=states.count(Progress.WITH_ERRORS),
                ready=states.count(Progress.READY),
                late=sum(each.is_late for each in of),
            )


def owing(items: Iterable[Item]) -> tuple[Person, ...]:
    """Everybody who still owes something, in the register's order; a query that is open is owed too."""
    return tuple(each for each in by_person(items) if each.items)


def by_person(items: Iterable[Item]) -> Iterator[Person]:
    """Who answers for returns: a person is known by the address, whatever its capitals, and without one by the name."""
    people: dict[str, list[Item]] = {}
    for each in items:
        people.setdefault((each.subject.officer_email or each.subject.officer).casefold(), []).append(each)
    for of in people.values():
        first = of[0].subject
        owed = tuple(filter(_is_owed, of))
        yield Person(first.officer, first.officer_email, owed, tuple(each for each in of if not _is_owed(each)))


def _is_owed(item: Item) -> bool:
    return item.progress is not Progress.READY or bool(item.problems)
