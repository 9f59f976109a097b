"""What became of the actions of the last report, and in which order they are listed."""

from datetime import date

import pytest

from generator.commentary.withheld import public_text
from generator.history.follow_up.ledger import actions_in
from generator.history.follow_up.progress import ActionTally, FollowUp, Standing, followed_up
from generator.model.action import Action, ActionAnswer, ActionState, Subject, Whole, id_of
from generator.model.period import Period
from tests.history.follow_up.test_actions_csv import ROW

Q1, Q2 = Period(2024, 1), Period(2024, 2)
MEASURE = Subject("PL 01")
LONG_AGO = date(2024, 6, 30)
OVERDUE, NEXT, LATER = date(2024, 9, 30), date(2024, 12, 31), date(2025, 1, 1)


def before(**dues: date | None) -> tuple[Action, ...]:
    rows = (ROW._replace(id=name, title=name, due=due, period=Q1) for name, due in dues.items())
    return tuple(actions_in(rows).values())


def followed(actions: tuple[Action, ...], *told: ActionAnswer, asked: bool = True) -> FollowUp:
    recorded = frozenset(each.promise.id for each in actions)
    return followed_up(actions, {MEASURE: told} if asked else {}, Q2, recorded)


def test_the_most_pressing_stand_first() -> None:
    actions = before(later=LATER, done=OVERDUE, next=NEXT, overdue=OVERDUE)
    found = followed(actions, ActionAnswer(id="done", state=ActionState.DONE))
    assert [(each.now.promise.id, each.standing) for each in found.every] == [
        ("overdue", Standing.OVERDUE),
        ("next", Standing.DUE_NEXT),
        ("later", Standing.LATER),
        ("done", Standing.DONE),
    ]


def test_nothing_that_was_promised_is_missing_from_the_tally() -> None:
    told = (
        ActionAnswer(id="done", state=ActionState.DONE),
        ActionAnswer(id="moved", due=LATER, reason="Staff ill", state=ActionState.AT_RISK),
        ActionAnswer(id="gone", state=ActionState.WITHDRAWN, reason="No money"),
        ActionAnswer(id="told", state=ActionState.ON_TRACK, due=NEXT),
        ActionAnswer(id="silent", due=NEXT),
        ActionAnswer(title="Something new", due=LATER),
    )
    found = followed(before(done=NEXT, moved=NEXT, gone=NEXT, told=NEXT, silent=NEXT, absent=NEXT), *told)
    assert found.tally == ActionTally(promised=6, done=1, moved=1, withdrawn=1, not_reported=2)
    assert [each.now.promise.id for each in found.every if each.before is None] == [id_of(MEASURE, "Something new")]
    assert found.done_on_time == (1, 1)


@pytest.mark.parametrize(
    ("dues", "on_time", "dated", "in_all"),
    [
        ({"one": NEXT}, 1, 1, 1),
        ({"one": NEXT, "late": LONG_AGO}, 1, 2, 2),
        ({"one": NEXT, "undated": None}, 1, 1, 2),
        ({"late": LONG_AGO, "undated": None}, 0, 1, 2),
        ({"undated": None}, 0, 0, 1),
        ({}, 0, 0, 0),
    ],
)
def test_what_never_had_a_day_is_done_neither_on_time_nor_late(
    dues: dict[str, date | None], on_time: int, dated: int, in_all: int
) -> None:
    told = (ActionAnswer(id=each, state=ActionState.DONE) for each in dues)
    found = followed(before(still_open=None, **dues), *told)
    assert (*found.done_on_time, found.done_in_all) == (on_time, dated, in_all)


def test_a_day_that_is_given_later_is_the_first_that_was_promised() -> None:
    told = ActionAnswer(id="one", due=OVERDUE, state=ActionState.ON_TRACK)
    (found,) = followed(before(one=None), told).every
    assert (found.now.first_due, found.now.times_moved) == (OVERDUE, 0)


def test_who_was_not_asked_forgot_nothing() -> None:
    found = followed(before(one=OVERDUE), asked=False)
    assert found.tally == ActionTally(promised=1, done=0, moved=0, withdrawn=0, not_reported=0)
    assert [(each.is_asked, each.standing) for each in found.every] == [(False, Standing.OVERDUE)]


def test_what_is_shown_has_no_owner_unless_owners_are_printed() -> None:
    found = followed(before(one=NEXT), ActionAnswer(id="one", update="Soon", state=ActionState.ON_TRACK))
    (public,), (inside,) = (found.shown(str.upper, owners=owners).every for owners in (False, True))
    assert (public.now.owner, public.now.promise.owner, public.now.update) == ("", "", "SOON")
    assert inside.now.owner == "PAT"


def test_an_action_called_as_one_that_has_ended_is_a_new_one() -> None:
    ended = before(one=NEXT)[0].told_of(ActionAnswer(state=ActionState.DONE), Q1)
    title = ended.promise.title
    first = ended._replace(promise=ended.promise._replace(id=id_of(MEASURE, title)))
    (new,) = followed((first,), ActionAnswer(title=title, due=LATER)).every
    assert (new.now.promise.id, new.now.promise.title) == (f"{id_of(MEASURE, title)}-2", title)
    assert [each.now.promise.id for each in followed(before(one=NEXT), ActionAnswer(title=title)).every] == ["one"]


def test_no_id_is_shown_that_was_worked_out_from_words_that_are_not() -> None:
    marked = [ActionAnswer(title=f"Close [[{name}]]", due=NEXT) for name in ("Oak House", "Elm Court")]
    found = followed(before(**{"one [[x]]": NEXT}), *marked, ActionAnswer(title="Buy a sweeper", due=LATER))
    shown = [each.now.promise.id for each in found.shown(public_text, owners=False).every]
    close = id_of(MEASURE, "Close [c]")
    assert shown == ["one [c]", close, f"{close}-2", id_of(MEASURE, "Buy a sweeper")]
    assert [each.now.promise.id for each in found.shown(str, owners=True).every][1] == id_of(MEASURE, marked[0].title)


def test_what_an_action_is_a_part_of_is_shown_as_its_readers_may_see_it() -> None:
    whole, part = before(P1=NEXT, part=NEXT)
    title = "Close [[Oak House]]"
    whole = whole._replace(promise=whole.promise._replace(title=title))
    part = part._replace(promise=part.promise._replace(part_of=Whole("P1", title)))
    for actions in ((whole, part), (whole._replace(state=ActionState.DONE), part)):
        shown = followed(actions).shown(public_text, owners=False).every[-1]
        assert shown.now.promise.part_of == Whole("P1", "Close [c]")


def test_the_id_of_an_action_is_the_same_however_it_is_spelt() -> None:
    assert id_of(MEASURE, "Hire  a lorry") == id_of(MEASURE, "hire a Lorry") != id_of(Subject("PL 02"), "Hire a lorry")


def test_a_new_action_is_part_of_an_open_one_or_of_another_new_one() -> None:
    told = [
        ActionAnswer(title="Buy land", part_of="BUILD ", due=NEXT),
        ActionAnswer(title="Teach", part_of="Open a school", due=LATER),
        ActionAnswer(title="Open a school", due=LATER),
        ActionAnswer(title="Dig", part_of="Buy land", due=LATER),
        ActionAnswer(title="Paint", part_of="Nothing", due=LATER),
    ]
    found = followed(before(Build=LATER), *told).every
    parts = {each.now.promise.title: each.now.promise.part_of for each in found}
    school = Whole(id_of(MEASURE, "Open a school"), "Open a school")
    assert parts == {
        "Build": None,
        "Buy land": Whole("Build", "Build"),
        "Open a school": None,
        "Teach": school,
        "Dig": None,
        "Paint": None,
    }
    assert [each.now.promise.title for each in found][:2] == ["Build", "Buy land"]


def test_a_part_of_what_members_recommended_is_for_their_meeting() -> None:
    meeting, report = Subject(about="Meeting: Scrutiny"), Subject()
    (row,) = actions_in([ROW._replace(id="R1", title="Look again", subject=meeting, due=LATER, period=Q1)]).values()
    told = {report: [ActionAnswer(title="Ask", part_of="Look again", due=NEXT)]}
    whole, part = followed_up([row], told, Q2, frozenset({"R1"})).every
    assert (whole.now.promise.id, part.now.promise.subject) == ("R1", meeting)
