"""The register is looked at with the eyes that returns are: a cell that is not what it seems is told before issue."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from typer.testing import CliRunner

from generator.cli.app import app
from generator.model.measure import Basis
from generator.model.problem import Unusable
from generator.reading.register.columns import HEADERS
from generator.reading.register.target_changes import SHEET as CHANGES
from tests.projects import Folder, Value, make_project

DAYS: dict[str, Value] = {"Unit": "days", "Polarity": "lower", "Q3 target": 10, "Year-end target": 10}


def with_cell(
    root: Path, header: str, change: Callable[[Cell | MergedCell], None], row: dict[str, Value] | None = None
) -> Folder:
    """A register in which one cell is changed, row 2 under a heading."""
    folder = make_project(root, row or {})
    book = load_workbook(folder.project.register)
    change(book["Measures"].cell(2, HEADERS.index(header) + 1))
    book.save(folder.project.register)
    return folder


def faults(folder: Folder) -> list[str]:
    """The messages, all of them at one cell and of REG03."""
    with pytest.raises(Unusable) as caught:
        _ = folder.setup
    assert {each.code for each in caught.value.problems} == {"REG03"}
    assert len({each.place.cell for each in caught.value.problems}) == 1
    return [f"{each.message} {each.remedy}" for each in caught.value.problems]


def given(value: object, code: str = "General") -> Callable[[Cell | MergedCell], None]:
    def change(cell: Cell | MergedCell) -> None:
        cell.value = value  # type: ignore[assignment]
        cell.number_format = code
        if isinstance(value, str):
            cell.data_type = "s"

    return change


@pytest.mark.parametrize(
    ("text", "number", "row"),
    [
        ("<= 415", 415, DAYS),
        ("at most 28 days", 28, DAYS),
        (">= 95%", 95, {}),
        ("at least 95", 95, {}),
        ("95%+", 95, {}),
        ("£2.1m", Decimal("2.1"), {"Unit": "£m"}),
        ("£2.1m", 2_100_000, {"Unit": "£"}),
        ("0.5%", Decimal("0.5"), {}),
    ],
)
def test_a_target_that_has_one_meaning_is_read(
    tmp_path: Path, text: str, number: Decimal, row: dict[str, Value]
) -> None:
    folder = with_cell(tmp_path, "Q3 target", given(text), row)
    assert folder.setup.register.measures[0].quarter_targets[2] == number


TARGETS: tuple[tuple[str, Callable[[Cell | MergedCell], None], dict[str, Value], tuple[str, ...]], ...] = (
    ("a share as a percentage", given(0.95), {}, ("is it 95%, or 0.95%?", "write it with its sign: 0.95%")),
    ("a share as text", given("0.9"), {}, ("is it 90%, or 0.9%?",)),
    ("a share at least", given(">= 0.9"), {}, ("is it 90%, or 0.9%?",)),
    ("a time", given(0.354166666666667, "h:mm"), DAYS, ("“8:30”", "36 hours are 1.5")),
    ("hours that run on", given(1.5625, "[h]:mm"), DAYS, ("“37:30”",)),
    ("a decimal comma", given("0,955"), {}, ("“0,955”", "with a point")),
    ("at least, where lower is better", given("at least 10"), DAYS, ("“at least”", "“lower”")),
    ("at most, where higher is better", given("<= 95"), {}, ("“at most”", "“higher”")),
    ("less than", given("< 3 days"), DAYS, ("“< 3 days”", "leaves it out")),
    ("another unit", given(3, '0" weeks"'), DAYS, ("“3 weeks”", "counted in days")),
    ("words", given(3, '[<6]"fewer than 6";0'), DAYS, ("“fewer than 6”", "in place of a number")),
    ("thousands", given(3250000, "0,"), DAYS, ("“3250”", "cut by thousands")),
    ("TBC", given("TBC"), {}, ("Leave the cell empty",)),
    ("a date", given(date(2025, 2, 1), "d-mmm"), {}, ("“1-Feb”", "not a figure")),
    ("a month for a date", given(date(2025, 9, 1), "mmm-yy"), {"Kind": "date"}, ("“Sep-25”", "without its day")),
    ("no year for a date", given("15 Oct"), {"Kind": "date"}, ("“15 Oct”", "such as 31/03/2019")),
    ("struck out", lambda cell: setattr(cell, "font", Font(strike=True)), {}, ("“95” is struck out",)),
    (
        "a note's mark",
        given(CellRichText("84.8", TextBlock(InlineFont(vertAlign="superscript"), "2"))),
        {},
        ("“2” is raised or lowered",),
    ),
)


@pytest.mark.parametrize(("change", "row", "words"), [case[1:] for case in TARGETS], ids=[case[0] for case in TARGETS])
def test_a_target_that_cannot_be_read_for_certain_is_told_at_its_cell(
    tmp_path: Path, change: Callable[[Cell | MergedCell], None], row: dict[str, Value], words: tuple[str, ...]
) -> None:
    unset: dict[str, Value] = {"Q3 target": None, "Year-end target": None} if row.get("Kind") == "date" else {}
    (told,) = faults(with_cell(tmp_path, "Q3 target", change, {**row, **unset}))
    assert all(each in told for each in words), told


def test_a_whole_column_of_shares_is_told_once(tmp_path: Path) -> None:
    rows: list[dict[str, Value]] = [
        {"Code": f"PL {row}", "Q3 target": 0.9, "Year-end target": None} for row in range(2, 6)
    ]
    with pytest.raises(Unusable) as caught:
        _ = make_project(tmp_path, *rows).setup
    (told,) = caught.value.problems
    assert told.place.cell == "S2"
    assert told.message.endswith("The same goes for S3, S4 and S5.")


CODES = (
    ("1.10", 1.1, "0.00"),
    ("0012", 12, "0000"),
    ("1-Feb", date(2025, 2, 1), "d-mmm"),
    ("01/02/2025", date(2025, 2, 1), "dd/mm/yyyy"),
    ("10:30", 0.4375, "h:mm"),
)


@pytest.mark.parametrize(("shown", "value", "code"), CODES)
@pytest.mark.parametrize("header", ["Code", "Aliases"])
def test_a_code_that_excel_changed_is_told_of(
    tmp_path: Path, header: str, shown: str, value: object, code: str
) -> None:
    (told,) = faults(with_cell(tmp_path, header, given(value, code)))
    assert f"“{header}” is “{shown}”" in told
    assert "number format Text" in told


@pytest.mark.parametrize(("value", "code"), [("1.10", "@"), (12, "General"), (12, "0"), ("0012", "General")])
def test_a_code_that_is_as_it_is_shown_is_read(tmp_path: Path, value: object, code: str) -> None:
    assert with_cell(tmp_path, "Code", given(value, code)).setup.register.codes == (str(value),)


@pytest.mark.parametrize(("value", "words"), [(0.05, "is it 5%, or 0.05%?"), ("2,5", "not an amount"), ("0,050", "")])
def test_a_tolerance_is_read_with_the_same_eyes(tmp_path: Path, value: Value, words: str) -> None:
    (told,) = faults(make_project(tmp_path, {"Tolerance": value}))
    assert words in told


def test_a_changed_target_is_read_like_a_target(tmp_path: Path) -> None:
    folder = make_project(tmp_path)
    book = load_workbook(folder.project.register)
    book[CHANGES].append(["PL 01", "Q3 target", 0.97, "95%", date(2024, 7, 4), None])
    book.save(folder.project.register)
    (told,) = faults(folder)
    assert "“From” is “0.97”: is it 97%, or 0.97%?" in told


QUERIES: tuple[tuple[dict[str, Value], str, str], ...] = (
    ({"Q3 target": 955}, "REG07", "“Q3 target” is 955.0%, which is more than 100%"),
    ({"Unit": "", "Q1 target": 95, "Q3 target": 960, "Year-end target": 96}, "REG06", "ten or more times “Q1 target”"),
    ({"Unit": "", "Q1 target": 95, "Q3 target": 9.5, "Year-end target": 96}, "REG06", "a tenth or less of “Q1 target”"),
)


@pytest.mark.parametrize(("row", "code", "words"), QUERIES)
def test_a_target_that_looks_odd_is_asked_about_before_forms_are_written(
    tmp_path: Path, row: dict[str, Value], code: str, words: str
) -> None:
    folder = make_project(tmp_path, row)
    asked = folder.setup.register.queries
    assert code in [each.code for each in asked]
    assert any(words in each.message for each in asked)
    issued = CliRunner().invoke(app, ["issue", "--project", str(tmp_path)])
    assert issued.exit_code == 0
    assert code in issued.stderr
    assert issued.stderr.index(code) < issued.stderr.index("issued, ")


def test_a_target_that_is_shown_rounded_is_told_of(tmp_path: Path) -> None:
    (asked,) = with_cell(tmp_path, "Q3 target", given(94.6, "0")).setup.register.queries
    assert (asked.code, asked.place.cell) == ("REG11", "S2")
    assert "shows “95”" in asked.message


def test_targets_that_add_up_over_the_year_may_grow(tmp_path: Path) -> None:
    row: dict[str, Value] = {"Unit": "", "Basis": "cumulative", "Q1 target": 5, "Q3 target": 60, "Year-end target": 90}
    assert make_project(tmp_path, row).setup.register.queries == ()


def test_words_that_councils_use_for_ours_are_read(tmp_path: Path) -> None:
    measure = make_project(tmp_path, {"Basis": "Rolling 12m", "Due": "Quarterly"}).setup.register.measures[0]
    assert (measure.basis, measure.due) == (Basis.ROLLING, frozenset())
