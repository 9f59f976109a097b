"""How actions stand by their rows: dates that moved, revisions, and periods in which nobody told of them."""

from datetime import date

from generator.history.follow_up.actions_csv import PROMISED, ActionRow
from generator.history.follow_up.ledger import ActionLedger, actions_in
from generator.model.action import MEETING, Action, ActionState, Promise, Subject, id_of
from generator.model.period import Period
from tests.history.follow_up.test_actions_csv import ROW

Q1, Q2, Q3, Q4 = (Period(2024, quarter) for quarter in (1, 2, 3, 4))
JUNE, AUGUST, NOVEMBER = date(2024, 6, 30), date(2024, 8, 31), date(2024, 11, 30)


def row(period: Period, due: date, state: ActionState | None = ActionState.ON_TRACK, **more: str) -> ActionRow:
    return ROW._replace(period=period, due=due, state=state, **more)  # type: ignore[arg-type]


def stands(*rows: ActionRow) -> Action:
    return actions_in(rows)["A1"]


def test_every_date_that_moved_is_known() -> None:
    action = stands(row(Q1, JUNE, source=PROMISED), row(Q1, AUGUST), row(Q2, AUGUST), row(Q3, NOVEMBER))
    assert (action.dues, action.due, action.times_moved) == ((JUNE, AUGUST), NOVEMBER, 2)
    assert (action.since, action.told, action.ended) == (Q1, Q3, None)


def test_a_later_row_of_the_same_period_stands_in_the_place_of_the_one_before() -> None:
    action = stands(row(Q1, JUNE), row(Q2, NOVEMBER), row(Q2, AUGUST))
    assert (action.dues, action.due) == ((JUNE,), AUGUST)


def test_who_told_nothing_changed_nothing() -> None:
    action = stands(row(Q1, JUNE, ActionState.AT_RISK), row(Q2, JUNE, None))
    assert (action.state, action.told) == (ActionState.AT_RISK, Q1)


def test_done_says_when_and_on_time_goes_by_the_day_that_was_promised_first() -> None:
    in_time, late = (stands(row(Q1, JUNE), row(period, NOVEMBER, ActionState.DONE)) for period in (Q1.next, Q3))
    assert (in_time.ended, in_time.is_open, in_time.is_on_time) == (Q2, False, False)
    assert late.is_on_time is False
    assert stands(row(Q1, AUGUST), row(Q2, AUGUST, ActionState.DONE)).is_on_time


def test_late_follows_from_the_date() -> None:
    action = stands(row(Q1, JUNE, ActionState.ON_TRACK))
    assert [action.is_late(day) for day in (date(2024, 6, 29), JUNE, AUGUST)] == [False, True, True]
    assert not stands(row(Q1, JUNE, ActionState.DONE)).is_late(AUGUST)


def test_a_report_goes_by_the_periods_before_it() -> None:
    ledger = ActionLedger((row(Q1, JUNE), row(Q2, AUGUST), row(Q3, NOVEMBER)), is_kept=True)
    assert [each.due for each in ledger.before(Q3)] == [AUGUST]
    assert ledger.before(Q1) == ()
    assert list(ledger.recorded_in(Q2)) == ["A1"]


def test_the_register_promises_what_is_not_recorded() -> None:
    promises = (
        Promise(id="A1", subject=Subject("PL 01"), title="Hire", due=NOVEMBER),
        Promise(id="A2", subject=Subject(about=f"{MEETING}4 July"), title="Report on the depot"),
    )
    ledger = ActionLedger((row(Q1, JUNE),), promises, is_kept=True)
    assert [(each.promise.id, each.due) for each in ledger.before(Q2)] == [("A1", JUNE), ("A2", None)]
    assert set(ledger.open_before(Q2)) == {Subject("PL 01"), Subject()}


def test_nobody_is_asked_where_actions_are_not_kept() -> None:
    assert ActionLedger((row(Q1, JUNE),)).open_before(Q2) == {}


def test_what_is_done_is_asked_for_no_more() -> None:
    ledger = ActionLedger((row(Q1, JUNE, ActionState.WITHDRAWN),), is_kept=True)
    assert ledger.open_before(Q2) == {}
    assert len(ledger.before(Q2)) == 1


def test_what_a_measure_promised_under_an_earlier_code_is_promised_once() -> None:
    recorded = row(Q1, JUNE, id=id_of(Subject("PL 01"), "Hire"), title="Hire")._replace(subject=Subject("PL 99"))
    promise = Promise(id=id_of(Subject("PL 99"), "Hire"), subject=Subject("PL 99"), title="Hire", due=JUNE)
    (action,) = ActionLedger((recorded,), (promise,), is_kept=True).before(Q2)
    assert action.promise.id == recorded.id
