"""The rows of actions as officers fill them in: what is understood, and what is told of at its cell."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.collecting.annotated_copies import write_copies
from generator.forms.asked.action_words import ACTIONS_SHEET
from generator.model.action import ActionAnswer, ActionState
from generator.project.load import set_up
from tests.followed import codes_of, fill_actions, with_actions_sheet
from tests.projects import GOOD, Folder, fill, make_project, named_cells

HIRE, DUE = "Hire a second lorry", date(2025, 6, 30)


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    folder = make_project(tmp_path_factory.mktemp("rows") / "project")
    with_actions_sheet(folder, ["A1", "PL 01", HIRE, "Pat", None, DUE])
    (form,) = folder.issue()
    fill(form, GOOD)
    return folder


def told(
    blank: Folder, change: Callable[[Workbook], object] | None = None, **row: Any
) -> tuple[ActionAnswer, list[str]]:
    """What the row of the action is read as, and the problems of the sheet of actions with their cells."""
    (form,) = blank.project.returns(blank.setup.period)
    before = form.read_bytes()
    try:
        fill_actions(form, {HIRE: row})
        if change:
            book = load_workbook(form)
            change(book)
            book.save(form)
        gathered = blank.gather()
    finally:
        form.write_bytes(before)
    (reading,) = gathered.readings
    assert reading.returned
    on_sheet = [each for each in gathered.problems if each.place.sheet == ACTIONS_SHEET]
    return reading.returned.on_actions[0], [f"{each.code} {each.place.cell}" for each in on_sheet]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({"state": "on TRACK "}, {"state": ActionState.ON_TRACK}),
        ({"state": "Done", "percent": "100%"}, {"percent": Decimal(100)}),
        ({"state": "At risk", "percent": 40}, {"percent": Decimal(40)}),
        ({"state": "At risk", "due": "31st July 2025", "reason": "Ill"}, {"due": date(2025, 7, 31)}),
        ({"state": "At risk", "due": datetime(2025, 7, 31), "reason": "Ill"}, {"due": date(2025, 7, 31)}),
        ({"state": "At risk", "update": "Two\nlines"}, {"update": "Two lines"}),
    ],
)
def test_what_is_typed_is_understood(blank: Folder, row: dict[str, Any], found: dict[str, Any]) -> None:
    answer, problems = told(blank, **row)
    assert {name: getattr(answer, name) for name in found} == found
    assert problems == []


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        ({}, ["ACT01 F7"]),
        ({"state": "Late"}, ["ANS01 F7"]),
        ({"state": "At risk", "percent": 0.4}, ["ACT04 G7"]),
        ({"state": "At risk", "percent": "120%"}, ["ACT04 G7"]),
        ({"state": "At risk", "due": "in the autumn", "reason": "Ill"}, ["ANS02 C7"]),
        ({"state": "At risk", "update": "x" * 501}, ["ACT10 I7"]),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(blank: Folder, row: dict[str, Any], problems: list[str]) -> None:
    assert told(blank, **row)[1] == problems


def test_what_stands_beside_the_table_is_told_of(blank: Folder) -> None:
    def scribble(book: Workbook) -> None:
        book[ACTIONS_SHEET]["N7"] = "See my notes"
        book[ACTIONS_SHEET]["I7"].comment = Comment("Soon", "Pat")

    assert told(blank, scribble, state="On track")[1] == ["FORM17 I7", "FORM15 N7"]


@pytest.mark.parametrize(
    ("cell", "text", "is_told"),
    [
        *((cell, "Ring Pat", True) for cell in ("E7", "E8", "J7", "J8", "L8")),
        ("E7", "New. And ours.", True),
        ("E7", "On track, 40% (Q2 2024/25). It rained.", True),
        ("E7", "Part of “Vision”. 2 parts of it are still open, below. New.", False),
        ("J8", "To do: say by when.", False),
        ("L8", "2025-06-30", False),
    ],
)
def test_what_is_written_where_no_answer_goes_is_told_of(blank: Folder, cell: str, text: str, is_told: bool) -> None:
    def write(book: Workbook) -> None:
        book[ACTIONS_SHEET][cell] = text

    assert told(blank, write, state="On track")[1] == ([f"FORM15 {cell}"] if is_told else [])


def test_what_became_of_the_row_of_an_action(blank: Folder) -> None:
    def codes(change: Callable[[Worksheet], object]) -> list[str]:
        _, problems = told(blank, lambda book: change(book[ACTIONS_SHEET]), state="On track")
        return problems

    def copy(sheet: Worksheet) -> None:
        for column in "ABCDEFGHIKL":
            sheet[f"{column}8"] = sheet[f"{column}7"].value
        sheet["A8"] = "Another action"

    def retype(sheet: Worksheet) -> None:
        sheet["K7"] = None

    def work_out(sheet: Worksheet) -> None:
        sheet["A8"], sheet["C8"] = "=B1", "=TODAY()"

    assert codes(copy) == ["ACT14 A8"]
    assert codes(retype) == []
    assert codes(work_out) == ["FIG03 A8", "FIG03 C8"]


def test_a_sheet_of_actions_that_was_pasted_or_taken_away(tmp_path: Path) -> None:
    folder = with_actions_sheet(make_project(tmp_path / "project"), ["A1", "PL 01", HIRE, None, None, DUE])
    (form,) = folder.issue()
    fill(form, GOOD)
    fill_actions(form, {HIRE: {"state": "On track"}})
    assert codes_of(folder.gather()) == []
    book = load_workbook(form)
    book.copy_worksheet(book[ACTIONS_SHEET])
    book.save(form)
    assert "FORM13" in folder.codes()
    book[ACTIONS_SHEET]["L1"] = "PL 02"
    del book[f"{ACTIONS_SHEET} Copy"]
    book.save(form)
    gathered = folder.gather()
    assert [codes_of(gathered, start) for start in ("FORM13", "ACT15")] == [["FORM13"], ["ACT15"]]
    assert [each.is_forgotten for each in gathered.follow_up.every] == [True]


def test_rows_and_columns_that_an_officer_moved_are_found(blank: Folder) -> None:
    def insert(book: Workbook) -> None:
        sheet = book[ACTIONS_SHEET]
        sheet.insert_rows(3)
        sheet.insert_cols(5)

    answer, problems = told(blank, insert, state="On track", percent=40)
    assert (answer.id, answer.state, answer.percent, problems) == ("A1", ActionState.ON_TRACK, Decimal(40), [])


def test_a_form_with_nothing_but_actions_in_it_is_begun(tmp_path: Path) -> None:
    folder = with_actions_sheet(make_project(tmp_path / "project"), ["A1", "PL 01", HIRE, None, None, DUE])
    (form,) = folder.issue()
    fill_actions(form, {HIRE: {"state": "Done"}})
    assert "FORM22" in folder.codes()


def test_a_copy_that_goes_back_has_the_rows_and_what_is_wrong_with_them(tmp_path: Path) -> None:
    folder = with_actions_sheet(make_project(tmp_path / "project"), ["A1", "PL 01", HIRE, None, None, DUE])
    (form,) = folder.issue()
    fill(form, GOOD)
    fill_actions(form, {HIRE: {"state": "Withdrawn"}, "Buy a sweeper": {"owner": "Jo"}})
    gathered = folder.gather()
    assert codes_of(gathered) == ["ACT03", "ACT06", "ACT09"]
    setup = set_up(folder.project)
    (copy,) = write_copies(setup, gathered, tmp_path / "back")
    book = load_workbook(setup.project.root / copy.copy)  # type: ignore[union-attr]
    rows = [[cell.value for cell in named_cells(book, name)[:2]] for name in ("action_title", "action_state")]
    assert rows == [[HIRE, "Buy a sweeper"], ["Withdrawn", None]]
    words = "\n".join(str(cell.value) for row in book["Actions"].iter_rows() for cell in row if cell.value)
    assert "is withdrawn, and no reason is given" in words


def test_measures_of_one_workbook_have_their_own_actions(tmp_path: Path) -> None:
    bundle = {"Bundle": "Place"}
    folder = make_project(tmp_path / "project", bundle, {**bundle, "Code": "PL 02", "Title": "Bins painted"})
    with_actions_sheet(folder, ["A1", "PL 01", HIRE, None, None, DUE], ["A2", "PL 02", "Buy paint", None, None, DUE])
    (form,) = folder.issue()
    book = load_workbook(form)
    for sheet in book.worksheets:
        for name, values in {**GOOD, "action_update": ["Soon"], "action_state": ["On track"]}.items():
            if name in sheet.defined_names:
                ((title, cells),) = sheet.defined_names[name].destinations
                block = book[title][cells.replace("$", "")]
                places = [row[0] for row in block] if isinstance(block, tuple) else [block]
                for cell, value in zip(places, values if isinstance(values, list) else [values], strict=False):
                    cell.value = value
    book.save(form)
    gathered = folder.gather()
    assert codes_of(gathered) == []
    found = [each.returned.on_actions for each in gathered.readings if each.returned]
    assert [[(each.id, each.update) for each in answers] for answers in found] == [[("A1", "Soon")], [("A2", "Soon")]]
