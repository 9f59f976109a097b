"""A figure or date in a return is what its officer saw: what is struck out, raised, hidden or half shown is refused."""

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

from generator.collecting.annotated_copies import Copied, write_copies
from generator.forms.asked.form_words import SHEET
from generator.model.problem import Problem
from tests.projects import Folder, Value, fill, filled_project, make_project, rows_by_key

RAISED, STRUCK = InlineFont(vertAlign="superscript"), InlineFont(strike=True)


def answered(
    root: Path, key: str, change: Callable[[Cell | MergedCell], None], measure: dict[str, Value] | None = None
) -> Folder:
    """A good return, but for the cell of one question."""
    folder = filled_project(root, measure=measure)
    (path,) = folder.project.returns(folder.setup.period)
    book = load_workbook(path, rich_text=True)
    sheet = book[SHEET]
    change(sheet.cell(rows_by_key(sheet)[key], 3))
    book.save(path)
    return folder


def told(folder: Folder) -> list[Problem]:
    return [each for each in folder.gather().problems if each.code not in {"MISS01", "NARR08"}]


def given(value: object, code: str = "General") -> Callable[[Cell | MergedCell], None]:
    def change(cell: Cell | MergedCell) -> None:
        cell.value = value  # type: ignore[assignment]
        cell.number_format = code
        if isinstance(value, str):
            cell.data_type = "s"

    return change


def struck_out(cell: Cell | MergedCell) -> None:
    cell.font = Font(strike=True)


REFUSED: tuple[tuple[str, str, Callable[[Cell | MergedCell], None], str, str], ...] = (
    ("a struck out figure", "quarter_actual", struck_out, "FIG15", "“90” is struck out"),
    (
        "a struck out piece",
        "quarter_actual",
        given(CellRichText(TextBlock(STRUCK, "9"), "0")),
        "FIG15",
        "“9” is struck out",
    ),
    (
        "a note's mark",
        "quarter_actual",
        given(CellRichText("84.8", TextBlock(RAISED, "2"))),
        "FIG14",
        "“2” is raised or lowered",
    ),
    (
        "a power of ten",
        "forecast_actual",
        given(CellRichText("10", TextBlock(RAISED, "6"))),
        "FIG14",
        "“6” is raised or lowered",
    ),
    ("a figure that is hidden", "quarter_actual", given(90, ";;;"), "FIG12", "shows nothing in place of a number"),
    ("text that is hidden", "quarter_actual", given("90", ";;;"), "FIG12", "shows nothing"),
    ("words over a figure", "forecast_actual", given(3, '[<6]"fewer than 6";0'), "FIG12", "shows “fewer than 6”"),
    ("a unit added to text", "quarter_actual", given("90", '@" weeks"'), "FIG09", "“90 weeks”"),
    ("a negative time", "quarter_actual", given(-0.1, "h:mm"), "FIG01", "the time “########”"),
    ("nought as a date", "quarter_actual", given(0, "dd/mm/yyyy"), "FIG01", "the date “00/01/1900”"),
    ("a month", "quarter_final_on", given(date(2025, 9, 1), "mmm-yy"), "ANS03", "“Sep-25”, a date without its day"),
    ("a year", "completed_on", given(date(2025, 1, 1), "yyyy"), "ANS03", "without its day"),
    ("a time for a day", "completed_on", given(0.5, "h:mm"), "ANS02", "“12:00”, which is not a date"),
    (
        "an American date",
        "approved_on",
        given(date(2025, 2, 1), "mm/dd/yyyy"),
        "ANS04",
        "“02/01/2025”, with the month before",
    ),
    ("a number for a day", "completed_on", given(45689), "ANS02", "“45689”, which is not a date"),
    ("a struck out day", "completed_on", given(CellRichText(TextBlock(STRUCK, "1/2/2025"))), "FIG15", "is struck out"),
    (
        "a struck out choice",
        "quarter_provisional",
        given(CellRichText(TextBlock(STRUCK, "Yes"))),
        "FIG15",
        "is struck out",
    ),
)


@pytest.mark.parametrize(("ref", "change", "code", "words"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_what_is_not_as_it_was_seen_is_refused(
    tmp_path: Path, ref: str, change: Callable[[Cell | MergedCell], None], code: str, words: str
) -> None:
    folder = answered(tmp_path, ref, change)
    (problem,) = told(folder)
    assert problem.code == code
    assert words in problem.message
    assert problem.remedy


@pytest.mark.parametrize(
    ("value", "code", "day"),
    [
        ("15th Jan", "General", date(2025, 1, 15)),
        ("10.01.25", "dd/mm/yyyy", date(2025, 1, 10)),
        (date(2025, 1, 15), "d mmmm yyyy", date(2025, 1, 15)),
        (date(2025, 1, 15), "d-mmm", date(2025, 1, 15)),
        (date(2025, 1, 1), "mm/dd/yyyy", date(2025, 1, 1)),
        (CellRichText("15", TextBlock(RAISED, "th"), " January 2025"), "@", date(2025, 1, 15)),
    ],
)
def test_days_that_can_be_seen_are_read(tmp_path: Path, value: object, code: str, day: date) -> None:
    folder = answered(tmp_path, "completed_on", given(value, code))
    (judged,) = folder.gather().judged
    assert judged.returned.sign_off.completed_on == day


def test_the_end_of_a_month_will_do_for_an_estimate_alone(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, {"quarter_final_on": "end of Jan", "completed_on": "end of Jan"})
    (judged,) = folder.gather().judged
    assert judged.returned.final_on == date(2025, 1, 31)
    assert [(each.code, each.place.cell) for each in told(folder)] == [("ANS02", folder.cell("completed_on"))]


def test_a_percentage_below_one_is_no_share_where_its_target_is(tmp_path: Path) -> None:
    folder = filled_project(
        tmp_path / "small",
        {"quarter_actual": 0.5, "forecast_actual": 0.6},
        {"Q3 target": "0.5%", "Year-end target": "0.6%"},
    )
    assert told(folder) == []
    of_one_half = filled_project(
        tmp_path / "half", {"quarter_actual": 0.5, "forecast_actual": 0.9}, {"Q3 target": "0.5%"}
    )
    assert [(each.code, each.place.cell) for each in told(of_one_half)] == [
        ("FIG05", of_one_half.cell("forecast_actual"))
    ]


def test_a_copy_that_goes_back_shows_what_the_officer_saw(tmp_path: Path) -> None:
    """A figure that its cell hides is not in the copy, nor is a time turned into a fraction of a day."""
    folder = answered(
        tmp_path / "project", "quarter_actual", given(3, '[<6]"fewer than 6";0'), {"Unit": "", "Q3 target": 8}
    )
    (path,) = folder.project.returns(folder.setup.period)
    fill(path, {"forecast_actual": 96})
    gathered = folder.gather()
    (written,) = write_copies(folder.setup, gathered, tmp_path / "copies")
    assert isinstance(written, Copied)
    sheet = load_workbook(tmp_path / "copies" / Path(written.copy).name)[SHEET]
    shown = {key: sheet.cell(row, 3).value for key, row in rows_by_key(sheet).items()}
    assert shown["quarter_actual"] == "fewer than 6"
    assert shown["forecast_actual"] == 96


def test_what_commentary_shows_of_a_number_is_what_is_read(tmp_path: Path) -> None:
    folder = answered(tmp_path, "context.1", given(0.395833333333333, "h:mm"))
    (judged,) = folder.gather().judged
    assert judged.returned.answers["context"] == ("9:30",)


def test_decimals_of_the_register_may_be_shown_with_their_own(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {"Unit": ""})
    book = load_workbook(folder.project.register)
    book["Measures"]["J2"].number_format = "0.00"
    book.save(folder.project.register)
    measure = folder.setup.register.measures[0]
    assert (measure.decimals, measure.quarter_targets[2]) == (1, Decimal(95))
