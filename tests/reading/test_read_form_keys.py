"""Forms of the second version: answers are found by the key of their row, whatever became of the sheet."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.projects import SETTINGS, Folder, Value, fill, filled_project, make_project
from tests.reading.test_read_form import changed, read

Change = Callable[[Workbook, Worksheet], None]
HEADINGS = 5
ANSWERS = {
    "context": ["One lorry broke down.", "Another was late.", "A third was sold."],
    "actions": [f"Action {number} is done." for number in range(1, 12)],
    "commentary_status": "Provisional",
    "note_to_team": "As agreed.",
}


def column_of(sheet: Worksheet, heading: str) -> int:
    return next(cell.column for cell in sheet[HEADINGS] if cell.value == heading)


def cleared(heading: str) -> Change:
    """Clear a whole column below its heading."""

    def change(_: Workbook, sheet: Worksheet) -> None:
        for row in range(HEADINGS + 1, sheet.max_row + 1):
            sheet.cell(row, column_of(sheet, heading)).value = None

    return change


def without_names(book: Workbook, _: Worksheet) -> None:
    book.defined_names.clear()


def sorted_by(heading: str, columns: Iterable[str] | None = None) -> Change:
    """Sort the rows of the form by the texts of a column: all of their cells, or those of some columns alone."""

    def change(_: Workbook, sheet: Worksheet) -> None:
        headings = [str(cell.value) for cell in sheet[HEADINGS]]
        moved = [at for at, each in enumerate(headings) if columns is None or each in columns]
        rows = [[(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows(min_row=HEADINGS + 1)]
        for row, cells in enumerate(sorted(rows, key=lambda row: str(row[headings.index(heading)][0])), HEADINGS + 1):
            for at in moved:
                cell = sheet.cell(row, at + 1)
                cell.value, cell.number_format = cells[at]

    return change


def deleted(heading: str) -> Change:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet.delete_cols(column_of(sheet, heading))

    return change


HARMLESS: dict[str, tuple[Change, ...]] = {
    "the keys are cleared": (cleared("Key"),),
    "their column is deleted": (deleted("Key"),),
    "the numbers are cleared": (cleared("No."),),
    "the numbers and the names are gone": (cleared("No."), without_names),
    "the names are gone": (without_names,),
    "sorted with the keys": (without_names, sorted_by("Key")),
    "sorted by number, as text": (without_names, sorted_by("No.")),
}


@pytest.mark.parametrize("changes", HARMLESS.values(), ids=HARMLESS)
def test_every_answer_is_found(tmp_path: Path, changes: tuple[Change, ...]) -> None:
    folder = filled_project(tmp_path, ANSWERS)
    before = read(folder)
    for change in changes:
        changed(folder, change)
    after = read(folder)
    assert dict(after.answers) == dict(before.answers)
    assert after.commentary_provisional
    assert (after.quarter, after.forecast, after.sign_off) == (before.quarter, before.forecast, before.sign_off)
    assert after.note_to_team == "As agreed."


def test_a_row_inserted_without_a_key_goes_on_with_the_lines_above_it(tmp_path: Path) -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        book.defined_names.clear()
        row = next(
            row for row in range(HEADINGS + 1, 99) if sheet.cell(row, column_of(sheet, "Key")).value == "context.2"
        )
        sheet.insert_rows(row)
        sheet.cell(row, 3, "Inserted between.")

    returned = read(changed(filled_project(tmp_path, ANSWERS), change))
    assert returned.answers["context"] == (
        *("One lorry broke down.", "Inserted between."),
        *("Another was late.", "A third was sold."),
    )


TYPED_OVER = {"right": ["FORM15"], "see below": ["FORM15"], "12": ["FORM15"], "unit": [], "actions.3": []}
"""A key of another row is no officer's word."""


@pytest.mark.parametrize(("word", "codes"), TYPED_OVER.items())
def test_a_word_typed_over_a_key_is_told_of_and_moves_no_answer(tmp_path: Path, word: str, codes: list[str]) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        column = column_of(sheet, "Key")
        (row,) = (row for row in range(HEADINGS + 1, 99) if sheet.cell(row, column).value == "quarter_actual")
        sheet.cell(row, column).value = word

    folder = changed(filled_project(tmp_path), change)
    assert read(folder).quarter.actual == 90
    assert folder.codes() == codes


ASKED = """
[[question]]
key = "what_happened"
label = "What happened"
needed = "always"
[[question]]
key = "risk"
label = "Risk"
takes = "choice"
choices = ["High", "Low"]
needed = "if wished"
"""
SINCE = {
    "nothing": (("", ""), []),
    "a label": (('label = "What happened"', 'label = "What went on"'), ["FORM35"]),
    "a hint": (('needed = "always"', 'needed = "always"\nhint = "And why."'), ["FORM35"]),
    "lines to a text": (('needed = "always"', 'needed = "always"\ntakes = "text"'), ["FORM35"]),
    "a choice to lines": (('takes = "choice"\nchoices = ["High", "Low"]', 'takes = "lines"'), ["FORM35", "TEXT04"]),
    "choices": (('["High", "Low"]', '["Severe", "Mild"]'), ["ANS01"]),
    "other choices, but not the answer": (('["High", "Low"]', '["High", "Middle", "Low"]'), []),
    "a key": (('key = "risk"', 'key = "danger"'), ["FORM33", "FORM34"]),
    "it is for the team alone": (('needed = "if wished"', 'needed = "if wished"\npublished = false'), ["FORM35"]),
}


@pytest.mark.parametrize(("change", "codes"), SINCE.values(), ids=SINCE)
def test_what_was_declared_otherwise_since_is_told(tmp_path: Path, change: tuple[str, str], codes: list[str]) -> None:
    folder = asking(tmp_path, ASKED)
    (path,) = folder.issue()
    answers: dict[str, Value] = {
        "what_happened": "The lorry broke down on the Monday.",
        "risk": "High",
        "quarter_actual": 90,
    }
    fill(path, {**answers, "forecast_actual": 96, "completed_by": "Pat", "approved_by": "Clarrie"})
    (tmp_path / "inputs" / "scorecard.toml").write_text(SETTINGS + ASKED.replace(*change), encoding="utf-8")
    assert sorted(code for code in folder.codes() if code != "TEXT06") == codes


def asking(root: Path, questions: str) -> Folder:
    """A project of one measure whose settings declare these questions."""
    return make_project(root, {}, settings=SETTINGS + questions)
