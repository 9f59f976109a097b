"""The sheet of actions beside a form: there only where actions are asked for, with a row for each that is open."""

import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from generator.forms.asked.action_words import ACTION_NAMES, ACTIONS_SHEET, NEW_ROWS
from generator.forms.asked.form_contents import TopicContents
from generator.forms.form_workbook import issue_workbook
from generator.history.follow_up.ledger import actions_in
from generator.model.period import Period
from generator.model.shape import Topic
from tests.clients.programs import convert
from tests.forms.contents import MEASURE, contents_of
from tests.history.follow_up.test_actions_csv import ROW
from tests.projects import GOOD, fill_book, named_cells

Q2 = Period(2018, 2)
ACTIONS = tuple(actions_in([ROW._replace(due=date(2018, 12, 31))]).values())


def issued(*actions: Any) -> Any:
    return load_workbook(io.BytesIO(issue_workbook(*(contents_of(MEASURE, actions=each) for each in actions))))


def test_a_form_without_actions_is_what_it_was() -> None:
    assert issue_workbook(contents_of(MEASURE)) == issue_workbook(contents_of(MEASURE, actions=None))
    assert ACTIONS_SHEET not in issued(None).sheetnames


def test_each_name_is_a_column_of_as_many_cells_as_there_are_rows() -> None:
    book = issued(ACTIONS)
    columns = {name: named_cells(book, name) for name in ACTION_NAMES}
    assert {len(cells) for cells in columns.values()} == {len(ACTIONS) + NEW_ROWS}
    first = {name: cells[0].value for name, cells in columns.items()}
    assert (first["action_id"], first["action_title"]) == ("A1", ROW.title)
    assert (first["action_owner"], first["action_due"]) == ("Pat", datetime(2018, 12, 31))
    assert {first[name] for name in ("action_state", "action_percent", "action_reason", "action_update")} == {None}


def test_what_was_promised_is_locked_and_all_else_is_open() -> None:
    book = issued(ACTIONS)
    titles, states = (named_cells(book, name) for name in ("action_title", "action_state"))
    sheet = book[ACTIONS_SHEET]
    ranges = sheet.protection.sheet and [cell.protection.locked for cell in (titles[0], titles[1], states[0])]
    assert ranges == [True, False, False]


def test_last_time_stands_beside_it() -> None:
    (row,) = [row for row in issued(ACTIONS)[ACTIONS_SHEET].iter_rows(values_only=True) if ROW.title in row]
    assert "At risk, 12.5% (Q3 2024/25). 'quoted'" in row


def test_several_forms_have_a_sheet_each_with_names_of_its_own() -> None:
    book = issued(ACTIONS, ())
    sheets = [name for name in book.sheetnames if name.startswith(ACTIONS_SHEET)]
    assert sheets == ["Actions, EI 12-EI 3", "Actions, EI 12-EI 3 (2)"]
    assert all("action_state" in book[name].defined_names for name in sheets)


def test_it_says_whose_actions_they_are() -> None:
    topics = {Topic(1, "Cleaner", word="Aim"): "Cleaner", Topic(2, "Parks", "Cleaner", "Team"): "Parks (Cleaner)"}
    for topic, name in {**topics, Topic(0): "The whole report"}.items():
        contents = TopicContents(topic=topic, period=Q2, council="Derby", due=date(2018, 10, 14), actions=())
        sheet = load_workbook(io.BytesIO(issue_workbook(contents)))[ACTIONS_SHEET]
        assert sheet["A1"].value == f"Actions: {name}"


def test_a_title_is_never_a_formula() -> None:
    (title, *_) = named_cells(issued(ACTIONS), "action_title")
    assert (title.value, title.data_type) == (ROW.title, "s")


def shown(book: Any) -> tuple[list[Any], list[Any]]:
    """What the list of measures says of each, and the line of each form that counts what is left to do."""
    measures = [row[4] for row in book["Your measures"].iter_rows(min_row=5, values_only=True)]
    return measures, [book.worksheets[number]["A5"].value for number in (1, 2)]


def test_what_is_left_to_say_of_actions_counts_as_left_to_do(tmp_path: Path) -> None:
    path = tmp_path / "two.xlsx"
    path.write_bytes(issue_workbook(*(contents_of(MEASURE, actions=ACTIONS) for _ in range(2))))
    first = "5 things left to do. Next: question 1."
    assert shown(load_workbook(path, data_only=True)) == (["5 things left"] * 2, [first, first])
    book = load_workbook(path)
    forms, actions = book.sheetnames[1:3], book.sheetnames[3:5]
    for form in forms:
        fill_book(book, GOOD, form)
    fill_book(book, {"action_state": "At risk"}, actions[1])
    book.save(path)
    left = "1 thing left to do. Next: the sheet Actions, EI 12-EI 3."
    ready = "Nothing left to do. Save this workbook and send it."
    worked_out = load_workbook(convert(path, "xlsx", tmp_path / "saved"), data_only=True)
    assert shown(worked_out) == (["1 thing left", "Ready"], [left, ready])
