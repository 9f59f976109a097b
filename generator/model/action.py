"""An action: what will be done, by whom and by when; how far it is, and what an officer tells of it in a form."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from itertools import count
from types import MappingProxyType
from typing import NamedTuple, Protocol

from generator.model.period import Period
from generator.model.problem import Place
from generator.model.shape import groups_in
from generator.model.spellings import read_date

MEETING = "Meeting: "
"""What stands before the name of the meeting whose members recommended it, where an action is what they recommended."""


class ActionState(StrEnum):
    """How far an action is, as people say it. Late is none of these words: it follows from dates."""

    NOT_STARTED = "Not started"
    ON_TRACK = "On track"
    AT_RISK = "At risk"
    DONE = "Done"
    WITHDRAWN = "Withdrawn"


ENDED = frozenset({ActionState.DONE, ActionState.WITHDRAWN})
"""The states in which nothing more is to be reported of an action."""


class Subject(NamedTuple):
    """What an action is for: a measure by its ``code``, or else what is named in ``about``.

    That is a group, with those that it is in before it (``Place > Housing``); a meeting, of what its members
    recommended; or nothing, where it is for the whole report.
    """

    code: str = ""
    about: str = ""

    @property
    def is_recommended(self) -> bool:
        """Whether members recommended it."""
        return self.about.startswith(MEETING)

    @property
    def meeting(self) -> date | str:
        """The meeting whose members recommended it: its day, where it is named by that alone; empty if none did."""
        if not self.is_recommended:
            return ""
        name = self.about.removeprefix(MEETING)
        return read_date(name) or name

    @property
    def group(self) -> tuple[str, ...]:
        """The group of each level, where it is for a group."""
        return () if self.code or self.is_recommended or not self.about else groups_in(self.about)

    @property
    def asked_in(self) -> "Subject":
        """What the form is about that asks for it: the whole report's has what members recommended."""
        return Subject() if self.is_recommended else self


class Whole(NamedTuple):
    """The action that another one is a part of, by its ``id``."""

    id: str
    title: str


class Promise(NamedTuple):
    """What will be done, by whom, by when, and what for, as it was first said; ``id`` is the same for ever."""

    id: str
    subject: Subject
    title: str
    owner: str = ""
    start: date | None = None
    due: date | None = None
    part_of: Whole | None = None
    place: Place | None = None
    """The cell of its date, where it stands in the register."""


@lru_cache(10_000)
def id_of(subject: Subject, title: str) -> str:
    """The id of an action that has no code of its own: the same wherever it is worked out."""
    said = "\n".join(map(_as_said, (subject.code, subject.about, title)))
    return f"A-{sha256(said.encode()).hexdigest()[:8]}"


def is_said_alike(title: str, other: str) -> bool:
    """Whether two actions are called the same, whatever the capitals and spaces."""
    return title == other or _as_said(title) == _as_said(other)


def _as_said(text: str) -> str:
    return " ".join(text.casefold().split())


def id_besides(taken: Container[str], subject: Subject, title: str) -> str:
    """The same, with a number after it where an id is ``taken``: by an action of that name that has ended, say."""
    first = id_of(subject, title)
    others = (f"{first}-{number}" for number in count(2))
    return first if first not in taken else next(each for each in others if each not in taken)


def is_id_of_words(own: str) -> bool:
    """Whether an id is one that was worked out from words, so that who guesses these can tell that he is right."""
    return _WORKED_OUT.fullmatch(own) is not None


_WORKED_OUT = re.compile(r"A-[0-9a-f]{8}(-\d+)?")


class ToldOfAction(Protocol):
    """What is told of an action for a report, in a form or in a row that was recorded."""

    @property
    def owner(self) -> str:
        """Who does it."""

    @property
    def due(self) -> date | None:
        """By when it will be done."""

    @property
    def state(self) -> ActionState | None:
        """How far it is."""

    @property
    def percent(self) -> Decimal | None:
        """How much of it is done."""

    @property
    def update(self) -> str:
        """What there is to say of it."""

    @property
    def reason(self) -> str:
        """Why its date moved, or why it was withdrawn."""


class Action(NamedTuple):
    """A promise, and how far it is.

    ``dues`` are the days by which it was to be done at earlier times, in order. ``told`` is the period for whose report
    an officer last told of it; ``ended``, the one for which it was done or withdrawn.
    """

    promise: Promise
    since: Period
    owner: str = ""
    due: date | None = None
    dues: tuple[date, ...] = ()
    state: ActionState = ActionState.NOT_STARTED
    percent: Decimal | None = None
    update: str = ""
    reason: str = ""
    told: Period | None = None
    ended: Period | None = None

    @classmethod
    def promised(cls, promise: Promise, period: Period) -> "Action":
        """An action of which nothing is known yet but what was promised, for the report of a period."""
        return cls(promise=promise, owner=promise.owner, due=promise.due, since=period)

    @property
    def is_open(self) -> bool:
        """Whether it is still to be reported on."""
        return self.state is not ActionState.DONE and self.state is not ActionState.WITHDRAWN

    @property
    def times_moved(self) -> int:
        """How often its date moved."""
        return len(self.dues)

    def is_late(self, day: date) -> bool:
        """Whether it was to be done by then, and is still to be done."""
        return self.is_open and self.due is not None and self.due <= day

    @property
    def first_due(self) -> date | None:
        """The day that was promised first; None where none ever was."""
        return (*self.dues, self.due)[0]

    @property
    def is_on_time(self) -> bool | None:
        """Whether it was done by the day that was promised first; None where no day was.

        It is known in which period it was done: that is on time where the day was not over when the period began.
        """
        first = self.first_due
        return None if first is None else self.ended is not None and first >= self.ended.first_day

    def told_of(self, told: ToldOfAction, period: Period) -> "Action":
        """The action as it is told of for the report of a period; owner, date and state stay where none is given."""
        due, state = told.due or self.due, told.state or self.state
        moved = (self.due,) if self.due and due != self.due else ()
        return self._replace(
            owner=told.owner or self.owner,
            due=due,
            dues=(*self.dues, *moved),
            state=state,
            percent=told.percent,
            update=told.update,
            reason=told.reason,
            told=period,
            ended=period if state in ENDED else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionAnswer:
    """A row of a form on an action; one without an ``id`` promises something new.

    ``part_of`` is the title of the action that it is a part of; ``last_time``, what stands there of how an open one
    was. ``sheet`` and ``cells`` say where it stands, by what is
    asked; ``unreadable`` are those that were told of already.
    """

    id: str = ""
    title: str = ""
    part_of: str = ""
    owner: str = ""
    due: date | None = None
    state: ActionState | None = None
    percent: Decimal | None = None
    reason: str = ""
    update: str = ""
    last_time: str = ""
    file: str = ""
    sheet: str = ""
    cells: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    unreadable: frozenset[str] = frozenset()

    def says_anything(self, due: date | None) -> bool:
        """Whether anything is told of an action that was to be done by a day."""
        return bool(
            self.state or self.percent is not None or self.reason or self.update or self.unreadable
        ) or self.due not in {None, due}

    @property
    def written(self) -> tuple[str, ...]:
        """Every text of it that an officer wrote; what and who stand in a row of the form from the start."""
        new = () if self.id else (self.title, self.owner)
        return tuple(filter(None, (*new, self.reason, self.update)))

    def place(self, name: str) -> Place:
        """Where what is asked by this name stands."""
        return Place(self.file, self.sheet or None, self.cells.get(name))
