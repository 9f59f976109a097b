"""What officers get wrong: each mistake gets one clear message at the cell it is in, and a correct return gets none."""

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.asked.form_words import SHEET
from generator.forms.asked.questionnaires import asked_of_any
from generator.model.problem import Problem
from generator.model.shape import DEFAULT_SHAPE
from tests.clients.programs import convert
from tests.projects import UNPRINTED, Folder, Value, filled_project, named_cells, rows_by_key

Answers = dict[str, Value | Sequence[Value]]

TYPED: tuple[tuple[str, Answers, str, str], ...] = (
    ("a word for a figure", {"quarter_actual": "n/a"}, "FIG01", "quarter_actual"),
    ("a question mark", {"quarter_actual": "90?"}, "FIG01", "quarter_actual"),
    ("about", {"quarter_actual": "c. 90"}, "FIG01", "quarter_actual"),
    ("a range", {"quarter_actual": "85-90"}, "FIG01", "quarter_actual"),
    ("two figures", {"quarter_actual": "90 (was 88)"}, "FIG01", "quarter_actual"),
    ("a decimal comma", {"quarter_actual": "90,5"}, "FIG01", "quarter_actual"),
    ("a letter O", {"quarter_actual": "9O"}, "FIG01", "quarter_actual"),
    ("thousands short", {"quarter_actual": "1.2k"}, "FIG01", "quarter_actual"),
    ("another unit", {"quarter_actual": "90 days"}, "FIG09", "quarter_actual"),
    ("pounds for percent", {"quarter_actual": "£90"}, "FIG09", "quarter_actual"),
    ("a share for a percentage", {"quarter_actual": 0.9}, "FIG05", "quarter_actual"),
    ("a share in the forecast", {"forecast_actual": 0.96}, "FIG05", "forecast_actual"),
    ("a slipped digit", {"quarter_actual": 950}, "QRY01", "quarter_actual"),
    ("far from last time", {"previous_revised": 12}, "QRY02", "quarter_actual"),
    ("a far too large figure", {"quarter_actual": 10**16}, "FIG06", "quarter_actual"),
    ("TRUE", {"quarter_actual": True}, "FIG01", "quarter_actual"),
    ("no result", {"quarter_actual": None}, "FIG04", "quarter_actual"),
    ("spaces for a result", {"quarter_actual": "   "}, "FIG04", "quarter_actual"),
    ("no forecast", {"forecast_actual": None}, "FIG04", "forecast_actual"),
    ("a word for a forecast", {"forecast_actual": "on target"}, "FIG01", "forecast_actual"),
    ("a word for a revised result", {"previous_revised": "same"}, "FIG01", "previous_revised"),
    ("maybe", {"quarter_provisional": "maybe"}, "ANS01", "quarter_provisional"),
    ("a tick", {"quarter_provisional": "✓"}, "ANS01", "quarter_provisional"),
    ("an estimate in words", {"quarter_estimated": "partly"}, "ANS01", "quarter_estimated"),
    ("no date", {"quarter_final_on": "soon"}, "ANS02", "quarter_final_on"),
    ("a month only", {"quarter_final_on": "March"}, "ANS02", "quarter_final_on"),
    ("a day that is not", {"completed_on": "31/02/2025"}, "ANS02", "completed_on"),
    ("an American date", {"approved_on": "01/31/2025"}, "ANS02", "approved_on"),
    (
        "a colour that is not",
        {"quarter_status_override": "Purple", "quarter_status_reason": "x"},
        "ANS01",
        "quarter_status_override",
    ),
    (
        "a status misspelt",
        {"forecast_status_override": "Geren", "forecast_status_reason": "x"},
        "ANS01",
        "forecast_status_override",
    ),
    (
        "no reason for the quarter",
        {"quarter_actual": None, "quarter_status_override": "Red"},
        "STAT01",
        "quarter_status_override",
    ),
    (
        "no reason for the forecast",
        {"forecast_actual": None, "forecast_status_override": "Green"},
        "STAT01",
        "forecast_status_override",
    ),
    ("a status that the figures give", {"quarter_status_override": "Red"}, "STAT02", "quarter_status_override"),
    (
        "another status than the figures give",
        {"forecast_status_override": "Red", "forecast_status_reason": "Two lorries are gone."},
        "STAT02",
        "forecast_status_override",
    ),
    ("no reason for the direction", {"direction_override": "Improving"}, "STAT01", "direction_override"),
    (
        "a direction in other words",
        {"direction_override": "Up", "direction_reason": "x"},
        "ANS01",
        "direction_override",
    ),
    ("a reason alone", {"quarter_status_reason": "As agreed."}, "STAT03", "quarter_status_reason"),
    ("no context", {"context": [None]}, "NARR01", "context.1"),
    ("no actions", {"actions": ["  "]}, "NARR01", "actions.1"),
    ("no review", {"intervention": [None]}, "NARR01", "intervention.1"),
    ("commentary of nothing", {"same_as": "PL 99"}, "NARR02", "same_as"),
    ("commentary of itself", {"same_as": "PL 01"}, "NARR03", "same_as"),
    ("draft", {"commentary_status": "draft"}, "ANS01", "commentary_status"),
    ("nobody filled it in", {"completed_by": None}, "SIGN01", "completed_by"),
    ("nobody approved it", {"approved_by": " "}, "SIGN01", "approved_by"),
    ("approved too early", {"completed_on": "5/1/2025", "approved_on": "3/1/2025"}, "SIGN02", "approved_on"),
    ("the unit overtyped", {"unit": "days"}, "FORM09", "unit"),
    ("the target overtyped", {"quarter_target": 80}, "FORM09", "quarter_target"),
    ("another quarter's form", {"period": "2024-25-Q2"}, "FORM04", "period"),
    ("the code overtyped", {"measure_code": "PL 10"}, "FORM03", "measure_code"),
)


def told(folder: Folder) -> list[Problem]:
    """The problems but that of a return which, being refused, is missing, and that of words that are not printed."""
    return [each for each in folder.gather().problems if each.code not in {"MISS01", UNPRINTED}]


def reference(folder: Folder, each: Problem) -> str:
    (path,) = folder.project.returns(folder.setup.period)
    cell = (each.place.cell or "quarter_status_override").removeprefix("C")
    rows = rows_by_key(load_workbook(path)[each.place.sheet or SHEET])
    return next((key for key, row in rows.items() if row == int(cell)), "")


@pytest.mark.parametrize(("answers", "code", "ref"), [case[1:] for case in TYPED], ids=[case[0] for case in TYPED])
def test_a_slip_in_an_answer(tmp_path: Path, answers: Answers, code: str, ref: str) -> None:
    assert ref in asked_of_any(DEFAULT_SHAPE).by_row_key
    folder = filled_project(tmp_path, answers)
    problems = told(folder)
    assert [(each.code, reference(folder, each)) for each in problems] == [(code, ref)]
    assert problems[0].remedy


def insert_a_row(book: Workbook, sheet: Worksheet) -> None:
    book.defined_names.clear()
    row = rows_by_key(sheet)["quarter_actual"] + 1
    sheet.insert_rows(row)
    sheet.cell(row, 3, "See the other tab")


def delete_a_row(book: Workbook, sheet: Worksheet) -> None:
    book.defined_names.clear()
    sheet.delete_rows(rows_by_key(sheet)["commentary_status"])


def copy_the_sheet(book: Workbook, sheet: Worksheet) -> None:
    book.copy_worksheet(sheet)


def write_beside(_: Workbook, sheet: Worksheet) -> None:
    row = rows_by_key(sheet)["quarter_actual"]
    sheet.cell(row, 8, "18 of 20")
    sheet.cell(row + 1, 8, "Source: the depot")


def write_on_a_new_sheet(book: Workbook, _: Worksheet) -> None:
    book.create_sheet("Figures")["A1"] = 90


def answer_twice(_: Workbook, sheet: Worksheet) -> None:
    row = sheet.max_row + 1
    sheet.cell(row, sheet.max_column, "quarter_actual")
    sheet.cell(row, 3, 77)


def leave_an_error(book: Workbook, _: Worksheet) -> None:
    (cell,) = named_cells(book, "quarter_actual")
    cell.value, cell.data_type = "#REF!", "e"


def leave_a_formula(book: Workbook, _: Worksheet) -> None:
    (cell,) = named_cells(book, "quarter_actual")
    cell.value = "=SUM(Figures!A1:A9)"


CHANGES: tuple[tuple[str, Callable[[Workbook, Worksheet], None], list[str]], ...] = (
    ("a row inserted", insert_a_row, ["FORM08"]),
    ("a row deleted", delete_a_row, ["FORM06"]),
    ("the sheet copied", copy_the_sheet, ["FORM05", "FORM05"]),
    ("text beside the form", write_beside, ["FORM14"]),
    ("text on a sheet of one's own", write_on_a_new_sheet, ["FORM13"]),
    ("a question answered twice", answer_twice, ["FORM11"]),
    ("an error value", leave_an_error, ["FIG02"]),
    ("a formula never worked out", leave_a_formula, ["FIG03"]),
)


@pytest.mark.parametrize(("change", "codes"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES])
def test_a_slip_in_the_form(tmp_path: Path, change: Callable[[Workbook, Worksheet], None], codes: list[str]) -> None:
    folder = filled_project(tmp_path)
    (path,) = folder.project.returns(folder.setup.period)
    book = load_workbook(path)
    change(book, book[SHEET])
    book.save(path)
    assert [each.code for each in told(folder)] == codes


@pytest.mark.parametrize(("program", "code"), [("xls:MS Excel 97", "FILE03"), ("ods", "FILE04"), ("csv", "FILE06")])
def test_saved_as_something_else_and_renamed(
    tmp_path: Path, program: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = filled_project(tmp_path / "project")
    (path,) = folder.project.returns(folder.setup.period)
    (tmp_path / "saved").mkdir()
    convert(path, program, tmp_path / "saved").replace(path)
    assert [each.code for each in told(folder)] == ([] if program != "csv" else [code])
    monkeypatch.setattr("generator.reading.other_formats.find_libreoffice", lambda: None)
    path.write_bytes(path.read_bytes() + b"\n")
    assert [each.code for each in told(folder)] == [code]


def test_a_password(tmp_path: Path) -> None:
    """Excel keeps an encrypted workbook in the container of the old format, as a stream of this name."""
    folder = filled_project(tmp_path)
    (path,) = folder.project.returns(folder.setup.period)
    container = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(1024)
    path.write_bytes(container)
    assert [each.code for each in told(folder)] == ["FILE02"]


def test_half_of_a_file(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    (path,) = folder.project.returns(folder.setup.period)
    path.write_bytes(path.read_bytes()[:4000])
    assert [each.code for each in told(folder)] == ["FILE08"]


def test_a_workbook_that_is_no_form(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    (path,) = folder.project.returns(folder.setup.period)
    Workbook().save(path)
    assert [each.code for each in told(folder)] == ["FORM01"]


def test_a_correct_return_renamed_and_with_its_sheet_renamed(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    (path,) = folder.project.returns(folder.setup.period)
    book = load_workbook(path)
    book[SHEET].title = "Final v2"
    book.save(path)
    path.rename(path.with_name("final FINAL (3).xlsx"))
    assert zipfile.is_zipfile(io.BytesIO(next(folder.returns.glob("*.xlsx")).read_bytes()))
    assert told(folder) == []
