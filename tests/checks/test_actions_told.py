"""What is said of the rows on actions, from what the rows hold; and of actions that nobody is asked for."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from generator.checks.actions_told import check_actions, check_last_time, check_promises, check_rows_are_there
from generator.cli.app import app
from generator.history.follow_up.actions_csv import with_actions
from generator.history.follow_up.ledger import ActionLedger, actions_in
from generator.model.action import ActionAnswer, ActionState, Promise, Subject
from generator.model.period import Period
from generator.model.problem import Place
from generator.report.gather import gather
from tests.history.follow_up.test_actions_csv import ROW
from tests.projects import make_project

Q2, MEASURE = Period(2024, 2), Subject("PL 01")
DUE, LATER, OVER = date(2025, 3, 31), date(2025, 6, 30), date(2024, 8, 1)
OPEN = {MEASURE: tuple(actions_in([ROW._replace(title="Hire", due=DUE, period=Period(2024, 1))]).values())}
TOLD: Mapping[str, Any] = {"id": "A1", "title": "Hire", "due": DUE, "state": ActionState.ON_TRACK}
NEW: Mapping[str, Any] = {"title": "Buy a sweeper", "due": DUE}


def codes(**answer: Any) -> list[str]:
    cells = {"action_state": "E7", "action_title": "A7"}
    rows = [ActionAnswer(file="form.xlsx", sheet="Actions", cells=cells, **answer)]
    return [each.code for each in check_actions({MEASURE: rows}, OPEN, Q2)]


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, []),
        ({"state": None}, ["ACT01"]),
        ({"state": None, "update": "Soon"}, ["ACT05"]),
        ({"state": None, "unreadable": frozenset({"action_state"})}, []),
        ({"due": LATER}, ["ACT02"]),
        ({"due": LATER, "reason": "Staff ill"}, []),
        ({"due": OVER, "reason": "Sooner"}, ["ACT11"]),
        ({"state": ActionState.WITHDRAWN}, ["ACT03"]),
        ({"state": ActionState.WITHDRAWN, "reason": "No money"}, []),
        ({"state": ActionState.DONE, "percent": Decimal(60)}, ["ACT08"]),
        ({"state": ActionState.DONE, "percent": Decimal(100)}, []),
        ({"percent": Decimal(100)}, ["ACT08"]),
        ({"update": "[[Pat"}, ["NARR07"]),
        ({"id": "A9"}, ["ACT07"]),
        ({"title": "Buy a lorry"}, ["ACT14"]),
        ({"title": " HIRE"}, []),
    ],
)
def test_an_action_that_was_promised(more: dict[str, Any], found: list[str]) -> None:
    assert codes(**{**TOLD, **more}) == found


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, []),
        ({"title": "", "owner": "Pat"}, ["ACT06"]),
        ({"due": None}, ["ACT06"]),
        ({"due": None, "unreadable": frozenset({"action_due"})}, []),
        ({"state": ActionState.ON_TRACK, "due": OVER}, ["ACT11"]),
        ({"state": ActionState.WITHDRAWN}, ["ACT03"]),
    ],
)
def test_a_new_action(more: dict[str, Any], found: list[str]) -> None:
    assert codes(**{**NEW, **more}) == found


def test_the_same_action_in_two_rows() -> None:
    rows = [ActionAnswer(**NEW), ActionAnswer(**NEW)]
    assert [each.code for each in check_actions({MEASURE: rows}, {}, Q2)] == ["ACT12"]


@pytest.mark.parametrize(("title", "found"), [("Hire", ["ACT12"]), ("Buy a lorry", ["ACT14"])])
def test_a_row_that_was_copied_with_its_id(title: str, found: list[str]) -> None:
    rows = [ActionAnswer(**TOLD), ActionAnswer(**{**TOLD, "title": title, "state": None})]
    assert [each.code for each in check_actions({MEASURE: rows}, OPEN, Q2)] == found


def test_a_row_that_is_not_there() -> None:
    forms = {MEASURE: Place("form.xlsx", "Return"), Subject("PL 02"): Place("other.xlsx")}
    (told,) = check_rows_are_there({MEASURE: [ActionAnswer(**NEW)]}, OPEN, forms)
    assert (told.code, str(told.place)) == ("ACT15", "form.xlsx, Return")
    assert not list(check_rows_are_there({MEASURE: [ActionAnswer(**TOLD)]}, OPEN, forms))


def test_a_new_action_called_as_one_that_is_open_whatever_its_id() -> None:
    assert codes(title="hire", due=DUE) == ["ACT12"]


@pytest.mark.parametrize(("due", "found"), [(DUE, []), (LATER, ["ACT13"]), (None, [])])
def test_a_date_that_was_changed_in_the_register(due: date | None, found: list[str]) -> None:
    promise = Promise(id="A1", subject=MEASURE, title="Hire", due=due, place=Place("register.xlsx", "Actions", "F2"))
    assert [each.code for each in check_promises([promise], OPEN[MEASURE])] == found


def test_what_is_told_names_the_cell() -> None:
    (told,) = check_actions(
        {
            MEASURE: [
                ActionAnswer(**{**TOLD, "state": None}, file="f.xlsx", sheet="Actions", cells={"action_state": "E7"})
            ]
        },
        OPEN,
        Q2,
    )
    assert str(told.place) == "f.xlsx, Actions, E7"
    assert "which is to be done by 31 March 2025" in told.message


def test_a_day_that_is_over_is_told_of_as_one() -> None:
    (told,) = check_actions({MEASURE: [ActionAnswer(**{**TOLD, "state": None})]}, OPEN, Q2.later(2))
    assert "which was to be done by 31 March 2025" in told.message


def test_an_open_action_that_no_form_asks_for_is_told_of(tmp_path: Path) -> None:
    folder = make_project(tmp_path)
    row = ROW._replace(period=folder.setup.period.previous, state=None, subject=Subject(about="Streets"))
    folder.project.actions.write_text(with_actions("", [row]), encoding="utf-8", newline="")
    every = gather(folder.setup).problems
    (told,) = (each for each in every if each.code == "ACT16")
    assert "there is no “Streets” any more" in told.message
    assert "ACT16" in CliRunner().invoke(app, ["issue", "--project", str(tmp_path)]).stderr
    folder.project.actions.write_text(
        with_actions("", [row._replace(subject=Subject(about="Place"))]), encoding="utf-8", newline=""
    )
    assert not [each for each in gather(folder.setup).problems if each.code == "ACT16"]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({**NEW, "part_of": " hire"}, ""),
        ({**NEW, "part_of": "Train"}, ""),
        ({**NEW, "part_of": "Teach"}, "that is a part itself"),
        ({**NEW, "part_of": "Buy a sweeper"}, "an action is no part of itself"),
        ({**NEW, "part_of": "Buy a lorry"}, "no action of this sheet is called that"),
        ({**TOLD, "part_of": "Train"}, "this action was promised as no part"),
    ],
)
def test_what_an_action_may_be_part_of(row: dict[str, Any], fault: str) -> None:
    others = ({"title": "Train"}, {"title": "Teach", "part_of": "Train"})
    rows = [ActionAnswer(**{"due": DUE, **each}) for each in (*others, row)]
    told = [each for each in check_actions({MEASURE: rows}, OPEN, Q2) if each.code == "ACT18"]
    assert [dict(each.facts) for each in told] == ([{"found": row["part_of"], "fault": fault}] if fault else [])


LAST_TIME = (
    ROW._replace(title="Hire", due=DUE, period=Period(2024, 1), update="Two bids are in."),
    ROW._replace(title="Hire", due=DUE, period=Period(2024, 1), update="Three bids are in."),
)


@pytest.mark.parametrize(
    ("stands", "told"),
    [
        ("At risk, 12.5% (Q1 2024/25). Three bids are in.", ""),
        ("At risk, 12.5% (Q1 2024/25).  Two bids\nare in.", ""),
        ("Part of “Fleet”. 1 part of it is still open, below. At risk, 12.5% (Q1 2024/25). Three bids are in.", ""),
        ("New.", ""),
        ("At risk, 12.5% (Q1 2024/25). Three bids are in. Ring Pat.", "Ring Pat."),
        ("At risk, 12.5% (Q1 2024/25). No bids are in.", "At risk, 12.5% (Q1 2024/25). No bids are in."),
        ("Done (Q1 2024/25).", "Done (Q1 2024/25)."),
    ],
)
def test_words_that_no_form_had_beside_an_action_are_told_of(stands: str, told: str) -> None:
    ledger = ActionLedger(LAST_TIME, is_kept=True)
    found = check_last_time({MEASURE: [ActionAnswer(id="A1", last_time=stands)]}, ledger, Q2)
    assert [dict(each.facts)["text"] for each in found] == ([told] if told else [])
