"""How actions went since the last report: what was promised, done, moved, withdrawn, and not reported on."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from generator.history.follow_up.parts import PartsTally, parts_after_projects, parts_counted
from generator.model.action import (
    Action,
    ActionAnswer,
    ActionState,
    Promise,
    Subject,
    Whole,
    id_besides,
    id_of,
    is_id_of_words,
)
from generator.model.period import Period


class Standing(StrEnum):
    """Where an action stands at the end of a report's period; in the order in which reports list them."""

    OVERDUE = "Overdue"
    DUE_NEXT = "Due next"
    LATER = "Due later"
    DONE = "Done since the last report"
    WITHDRAWN = "Withdrawn since the last report"


class ActionProgress(NamedTuple):
    """An action in a report of a period: as it stood ``before``, where it was promised by then, and as it is ``now``.

    ``is_asked`` says whether a form asked for it, and ``is_told`` whether anybody told of it. ``parts`` says how far
    those of a project are.
    """

    now: Action
    before: Action | None
    is_asked: bool
    is_told: bool
    period: Period
    parts: PartsTally | None = None

    @property
    def standing(self) -> Standing:
        """Where it stands at the end of the period; late follows from its date."""
        if self.now.state is ActionState.DONE:
            return Standing.DONE
        if self.now.state is ActionState.WITHDRAWN:
            return Standing.WITHDRAWN
        last_day, next_last_day = _last_days(self.period)
        if self.now.is_late(last_day):
            return Standing.OVERDUE
        return Standing.DUE_NEXT if self.now.is_late(next_last_day) else Standing.LATER

    @property
    def has_moved(self) -> bool:
        """Whether its date moved since the last report."""
        return self.before is not None and len(self.now.dues) > len(self.before.dues)

    @property
    def is_forgotten(self) -> bool:
        """Whether it was asked for, and nobody told of it."""
        return self.is_asked and not self.is_told


@lru_cache(1)
def _last_days(period: Period) -> tuple[date, date]:
    """The last days of a period and of the next, which are the same for all of its actions."""
    return period.last_day, period.next.last_day


class ActionTally(NamedTuple):
    """The actions of the last report that were open then, and what became of them."""

    promised: int
    done: int
    moved: int
    withdrawn: int
    not_reported: int


@dataclass(frozen=True)
class FollowUp:
    """All actions of a report, in the order in which it lists them; empty where nobody is asked for any."""

    every: tuple[ActionProgress, ...] = ()

    def of(self, subject: Subject) -> tuple[ActionProgress, ...]:
        """Those that are for a measure, a group, a meeting or the whole report."""
        return self._by_subject.get(subject, ())

    @cached_property
    def _by_subject(self) -> dict[Subject, tuple[ActionProgress, ...]]:
        found: dict[Subject, list[ActionProgress]] = {}
        for each in self.every:
            found.setdefault(each.now.promise.subject, []).append(each)
        return {subject: tuple(actions) for subject, actions in found.items()}

    def where(self, has: Callable[[Subject], bool]) -> "FollowUp":
        """Those whose measure or group is one of some."""
        return FollowUp(tuple(each for each in self.every if has(each.now.promise.subject)))

    @property
    def tally(self) -> ActionTally:
        """What became of those that the last report promised."""
        before = [each for each in self.every if each.before]
        return ActionTally(
            len(before),
            sum(each.now.state is ActionState.DONE for each in before),
            sum(each.has_moved for each in before),
            sum(each.now.state is ActionState.WITHDRAWN for each in before),
            sum(each.is_forgotten for each in before),
        )

    @property
    def done_on_time(self) -> tuple[int, int]:
        """How many of those that are done were done by the day that was promised first; and of how many one was."""
        on_time = [each.now.is_on_time for each in self.every if each.now.state is ActionState.DONE]
        return on_time.count(True), len(on_time) - on_time.count(None)

    @property
    def done_in_all(self) -> int:
        """How many are done, those without a day too."""
        return sum(each.now.state is ActionState.DONE for each in self.every)

    def shown(self, text: Callable[[str], str], *, owners: bool) -> "FollowUp":
        """The same as its readers may see it: each text as it is shown, and owners only where they are printed.

        Nor has it an id that was worked out from words that are not shown: it would confirm a guess at them.
        """
        ids = self._ids_shown(text)

        def of_action(action: Action) -> Action:
            of, title = ids[action.promise.id], text(action.promise.title)
            project = action.promise.part_of
            part_of = project and project._replace(id=ids.get(project.id, project.id), title=text(project.title))
            promise = action.promise._replace(id=of, title=title, owner="", part_of=part_of)
            owner = text(action.owner) if owners else ""
            return action._replace(promise=promise, owner=owner, update=text(action.update), reason=text(action.reason))

        return FollowUp(
            tuple(
                each._replace(now=of_action(each.now), before=each.before and of_action(each.before))
                for each in self.every
            )
        )

    def _ids_shown(self, text: Callable[[str], str]) -> dict[str, str]:
        """What stands for each id: another one, of the words as they are shown, where it was worked out from others."""
        promises = {each.now.promise.id: each.now.promise for each in self.every}
        ids = {each: text(each) for each in promises}
        taken = set(ids.values())
        for own, promise in promises.items():
            subject = promise.subject._replace(about=text(promise.subject.about))
            title = text(promise.title)
            if is_id_of_words(own) and (subject, title) != (promise.subject, promise.title):
                ids[own] = id_besides(taken, subject, title)
                taken.add(ids[own])
        return ids


NO_FOLLOW_UP = FollowUp()
"""That of a report without actions."""

type_of_told = Mapping[Subject, Sequence[ActionAnswer]]
"""What was returned of actions, by what the forms are about."""


def followed_up(actions: Sequence[Action], told: type_of_told, period: Period, recorded: frozenset[str]) -> FollowUp:
    """The actions of a period's report: those that were open before it, and those that its returns promise.

    ``actions`` is what stood before, and ``recorded`` are the ids of those that the last reports had; ``told`` has what
    every form says that asks for actions.
    """
    found = [*_open(actions, told, period, recorded), *_new(actions, told, period)]
    order = list(Standing)
    found.sort(key=lambda each: (order.index(each.standing), each.now.due or date.max))
    parts = parts_counted(_as_they_are_now(actions, found), period.last_day)
    every = (each._replace(parts=parts[own]) if (own := each.now.promise.id) in parts else each for each in found)
    return FollowUp(parts_after_projects(every, lambda each: each.now.promise))


def _as_they_are_now(actions: Iterable[Action], found: Iterable[ActionProgress]) -> Iterable[Action]:
    """All that were ever promised, those that have ended before among them."""
    return {each.promise.id: each for each in (*actions, *(each.now for each in found))}.values()


def _open(
    actions: Sequence[Action], told: type_of_told, period: Period, recorded: frozenset[str]
) -> Iterator[ActionProgress]:
    for action in (each for each in actions if each.is_open):
        answers = told.get(action.promise.subject.asked_in)
        answer = next((each for each in answers or () if each.id == action.promise.id), None)
        is_told = answer is not None and answer.says_anything(action.due)
        now = action.told_of(answer, period) if answer and is_told else action
        before = action if action.promise.id in recorded else None
        yield ActionProgress(now, before, answers is not None, is_told, period)


def _name(subject: Subject, title: str) -> str:
    """The same for two actions of one form that are called the same."""
    return id_of(subject.asked_in, title)


def _new(actions: Sequence[Action], told: type_of_told, period: Period) -> Iterator[ActionProgress]:
    known = {each.promise.id for each in actions}
    named = {_name(each.promise.subject, each.promise.title): each.promise for each in actions if each.is_open}
    for subject, answers in told.items():
        for answer in sorted(answers, key=lambda each: bool(each.part_of)):
            if answer.id or not answer.title or (name := _name(subject, answer.title)) in named:
                continue  # that it stands in two rows is told of
            project = named.get(_name(subject, answer.part_of)) if answer.part_of else None
            of = project.subject if project else subject
            promise = Promise(
                id=id_besides(known, of, answer.title),
                subject=of,
                title=answer.title,
                owner=answer.owner,
                due=answer.due,
                part_of=Whole(project.id, project.title) if project and not project.part_of else None,
            )
            named[name] = promise
            known.add(promise.id)
            now = Action.promised(promise, period).told_of(answer, period)
            yield ActionProgress(now, None, is_asked=True, is_told=True, period=period)
