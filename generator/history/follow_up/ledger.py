"""All that is known of actions before a report: what is recorded of them, and what the register promises besides."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.history.follow_up.actions_csv import ActionRow, project_in
from generator.history.follow_up.parts import parts_after_projects
from generator.model.action import Action, Promise, Subject, Whole, id_of
from generator.model.period import Period


@dataclass(frozen=True)
class ActionLedger:
    """The rows of actions.csv, and the ``promises`` of the register; whether anybody is asked for actions at all."""

    rows: tuple[ActionRow, ...] = ()
    promises: tuple[Promise, ...] = ()
    is_kept: bool = False
    _open: dict[Period, Mapping[Subject, tuple[Action, ...]]] = field(default_factory=dict, compare=False, repr=False)

    def before(self, period: Period) -> tuple[Action, ...]:
        """Every action as it stood when the report of a period was asked for, whether it was over by then or not.

        Those come first that are recorded, in the order of their first rows; then those of the register that are new.
        One whose id comes of its title is the recorded one of that title, whatever its measure was called then. What
        it is part of is as the register says now; where that has it no more, as was recorded.
        """
        earlier = (row for row in self.rows if row.period < period)
        in_register = {each.id: each for each in self.promises}
        known = {own: _as_registered(action, in_register) for own, action in actions_in(earlier).items()}
        recorded = (each.promise for each in known.values())
        ids = {*known, *(id_of(each.subject, each.title) for each in recorded)}
        new = {each.id: Action.promised(each, period) for each in self.promises if each.id not in ids}
        every = {**known, **new}
        return tuple(_with_title_of_project(each, every) for each in every.values())

    def open_before(self, period: Period) -> Mapping[Subject, tuple[Action, ...]]:
        """Those that are open, by what the form is about that asks for them; worked out once for all forms."""
        if period not in self._open:
            found: dict[Subject, list[Action]] = {}
            for each in self.before(period) if self.is_kept else ():
                if each.is_open:
                    found.setdefault(each.promise.subject.asked_in, []).append(each)
            self._open[period] = {
                subject: parts_after_projects(actions, lambda each: each.promise) for subject, actions in found.items()
            }
        return self._open[period]

    def as_it_stood(self, own: str, period: Period) -> Iterator[Action]:
        """An action of this id after each of its rows from before a period, as forms had it that were issued then."""
        rows = [row for row in self.rows if row.id == own and row.period < period]
        yield from (actions_in(rows[:count])[own] for count in range(1, len(rows) + 1))

    def recorded_in(self, period: Period) -> Mapping[str, ActionRow]:
        """What stands of each action for a period itself, by id, where it was closed before."""
        return {row.id: row for row in self.rows if row.period == period}


def actions_in(rows: Iterable[ActionRow]) -> dict[str, Action]:
    """Actions by their ids, as their rows tell them; of rows for one period and source, the last."""
    stands: dict[tuple[str, Period, bool], ActionRow] = {}
    for row in rows:
        stands[row.id, row.period, not row.is_promise] = row
    found: dict[str, Action] = {}
    for (of, period, _), row in sorted(stands.items(), key=lambda each: (each[0][1], each[0][2])):
        before = found.get(of)
        found[of] = _with_row(before or Action.promised(_promise(row), period), row)
    first = dict.fromkeys(each for each, _, _ in stands)
    return {each: found[each] for each in first}


def _promise(row: ActionRow) -> Promise:
    project = project_in(row)
    return Promise(
        id=row.id,
        subject=row.subject,
        title=row.title,
        owner=row.owner,
        start=row.start,
        due=row.due,
        part_of=Whole(project, project) if project else None,
    )


def _with_title_of_project(action: Action, known: Mapping[str, Action]) -> Action:
    part_of = action.promise.part_of
    if part_of is None or part_of.id not in known:
        return action
    return _part_of(action, Whole(part_of.id, known[part_of.id].promise.title))


def _as_registered(action: Action, in_register: Mapping[str, Promise]) -> Action:
    promise = action.promise
    registered = in_register.get(promise.id) or in_register.get(id_of(promise.subject, promise.title))
    return _part_of(action, registered.part_of) if registered else action


def _part_of(action: Action, project: Whole | None) -> Action:
    if action.promise.part_of == project:
        return action
    return action._replace(promise=action.promise._replace(part_of=project))


def _with_row(action: Action, row: ActionRow) -> Action:
    """An action after what a row says of it."""
    if row.is_promise or row.state is None:
        return action
    return action.told_of(row, row.period)
