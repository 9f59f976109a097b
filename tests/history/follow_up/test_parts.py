"""How far the parts of a project are, and that they stand after it."""

from datetime import date

import pytest

from generator.history.follow_up.parts import PartsTally, parts_after_projects, parts_counted
from generator.model.action import Action, ActionState, Promise, Subject, Whole
from generator.model.period import Period

JUNE, AUGUST, NOVEMBER = date(2024, 6, 30), date(2024, 8, 31), date(2024, 11, 30)
DONE, TRACK, GONE = ActionState.DONE, ActionState.ON_TRACK, ActionState.WITHDRAWN


def action(name: str, of: str = "", due: date | None = JUNE, state: ActionState = TRACK) -> Action:
    promise = Promise(id=name, subject=Subject("PL 01"), title=name, due=due, part_of=Whole(of, of) if of else None)
    return Action.promised(promise, Period(2024, 1))._replace(state=state)


@pytest.mark.parametrize(
    ("parts", "tally"),
    [
        ([(JUNE, DONE), (AUGUST, TRACK), (NOVEMBER, TRACK)], (3, 1, 1, NOVEMBER)),
        ([(JUNE, DONE), (NOVEMBER, GONE)], (1, 1, 0, None)),
        ([(None, TRACK)], (1, 0, 0, None)),
        ([(JUNE, GONE)], (0, 0, 0, None)),
    ],
)
def test_how_far_parts_are(
    parts: list[tuple[date | None, ActionState]], tally: tuple[int, int, int, date | None]
) -> None:
    actions = [action("P1"), *(action(f"part {at}", "P1", *each) for at, each in enumerate(parts))]
    count, done, late, next_due = tally
    assert parts_counted(actions, AUGUST) == {"P1": PartsTally(count=count, done=done, late=late, next_due=next_due)}


def test_what_belongs_together_stands_where_the_first_of_it_stood() -> None:
    every = [action("other"), action("b", "P1"), action("last"), action("P1"), action("a", "P1"), action("x", "gone")]
    found = parts_after_projects(every, lambda each: each.promise)
    assert [each.promise.id for each in found] == ["other", "P1", "b", "a", "last", "x"]
