"""The written register: guesses in yellow with a note, open places in red, the list's own columns, and no formula."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from typer.testing import CliRunner

from generator.cli.app import app
from generator.reading.register.columns import HEADERS
from tests.importing.lists import HEADINGS, plain_list, project_in, saved, sheet_of, with_target

YELLOW, RED = "FFFFF2CC", "FFFBD9D3"


def register(root: Path, data: bytes) -> Workbook:
    project_in(root)
    (root / "list.xlsx").write_bytes(data)
    ran = CliRunner().invoke(app, ["import", str(root / "list.xlsx"), "--project", str(root)], catch_exceptions=False)
    assert ran.exit_code == 0, ran.output
    return load_workbook(root / "inputs" / "register.xlsx")


def test_our_headings_stand_first_and_nothing_of_theirs_is_taken_for_ours(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Forecast", "Notes", "Flor")
    sheet = register(
        tmp_path, plain_list(headings, ("A", "Bins", "Place", "High", "%", "Q", 95, "Jo", "97%", "n", "x"))
    )["Measures"]
    found = [str(cell.value) for cell in sheet[1]]
    assert tuple(found[: len(HEADERS)]) == HEADERS
    assert found[len(HEADERS) :] == ["Frequency", "Forecast (own column)", "Notes", "Flor (own column)"]


@pytest.mark.parametrize(
    ("target", "colour", "begins"),
    [
        ("60% (national)", YELLOW, "Guessed. “60% (national)” was read as 60%"),
        ("TBC", RED, "Left open. “TBC” is no target yet."),
    ],
)
def test_what_is_not_certain_has_a_colour_and_a_note(tmp_path: Path, target: str, colour: str, begins: str) -> None:
    sheet = register(tmp_path, with_target(target))["Measures"]
    headings = [cell.value for cell in sheet[1]]
    cell = sheet[2][headings.index("Year-end target")]
    assert cell.fill.fgColor.rgb == colour
    assert cell.comment
    assert cell.comment.text.startswith(begins)


def test_what_was_taken_has_neither(tmp_path: Path) -> None:
    sheet = register(tmp_path, with_target("95%"))["Measures"]
    code = sheet["A2"]
    assert (code.comment, code.fill.fgColor.rgb) == (None, "00000000")


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(1)", "+1", "-2+3", '=HYPERLINK("http://x")', "<b>bold</b>", "{{ x }}", "#REF!"]
)
def test_what_looks_like_a_formula_or_markup_stays_text(tmp_path: Path, text: str) -> None:
    book, sheet = sheet_of()
    sheet.append([*HEADINGS, "Own"])
    sheet.append(["A", text, "Place", "High", "%", "Q", 95, text, text])
    for cell in (sheet["B2"], sheet["H2"], sheet["I2"]):
        cell.data_type = "s"
    written = register(tmp_path, saved(book))["Measures"]
    found = [cell for cell in written[2] if cell.value == text]
    assert [cell.data_type for cell in found] == ["s"] * 3


def test_results_of_formulas_are_taken_and_what_was_never_worked_out_is_told(tmp_path: Path) -> None:
    book, sheet = sheet_of()
    sheet.append(list(HEADINGS))
    sheet.append(["A", "Bins", "Place", "High", "%", "Q", "=90+5", "Jo"])
    written = register(tmp_path, saved(book))
    lines = [str(row[0]) for row in written["Read this"].iter_rows(values_only=True)]
    assert any("a formula that was never worked out" in line and "(G2)" in line for line in lines)


def test_the_sheet_to_be_read_says_what_became_of_each_row(tmp_path: Path) -> None:
    sheet = register(tmp_path, with_target("60% (national)"))["Read this"]
    titles = [row[0] for row in sheet.iter_rows(values_only=True) if row[0] and not row[1]]
    assert titles[0] == "What to do"
    assert {"Row by row", "Columns of the list"} <= set(titles)
    (row,) = [row for row in sheet.iter_rows(values_only=True) if row[0] == "KPIs, row 2"]
    assert row[1:3] == ("PL 1", "Bins emptied")
    assert "Polarity" in str(row[3])
    assert "Year-end target “60”: “60% (national)” was read as 60%" in str(row[4])
