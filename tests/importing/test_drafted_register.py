"""Any grid of what councils write is drafted, written, and read again; what it says is somewhere in what is written."""

import io
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator.importing.drafted_register import DraftedRegister, ProjectWants, drafted_register
from generator.importing.layout import layout_of
from generator.importing.list_file import read_list
from generator.importing.mapping_file import ListMapping
from generator.importing.meaning.fields import ListField
from generator.importing.read_this import sections_of, summary_of
from generator.importing.register_workbook import register_workbook
from generator.model.period import Period
from generator.model.problem import Unusable
from generator.model.shape import Shape
from generator.reading.register.read_register import read_register
from generator.xlsx import read_book
from tests.importing.lists import SCHEMES, UNRATED, by_banners, drafted, forty_measures, saved, sheet_of, untidy

HEADINGS = (
    *("Ref", "Measure", "KPI", "Dept", "Good is", "Unit", "Freq", "Target", "Q1 target", "Q4 target", "2026/27 target"),
    *(
        "RAG thresholds",
        "Green",
        "Amber",
        "Red",
        "Tolerance",
        "Owner",
        "Comments",
        "Forecast",
        "Floor",
        "Code",
        "Basis",
        "",
    ),
)
WORDS = (
    *("High", "Aim to Minimise", "Plan is best", "n/a", "TBC", "95%", ">=95%", "<85", "60% (national)", "Top quartile"),
    *(
        "£2.1m",
        "28 days",
        "Quarterly",
        "Annual (Q2)",
        "%",
        "No.",
        "Place",
        "Green >= 55% Amber >= 40%",
        "within 5%",
        "Yes",
    ),
    *(
        "31/12/2026",
        "40 to 60",
        "Rents paid in the year to date",
        "Total",
        "A1",
        "=1+1",
        "#REF!",
        "<b>",
        "monitor",
    ),
)
CELLS = st.sampled_from([*WORDS, None, None, 0, 0.95, 1200, date(2026, 12, 31), True])
GRIDS = st.lists(st.sampled_from(HEADINGS), min_size=3, max_size=10).flatmap(
    lambda heads: st.lists(st.lists(CELLS, min_size=len(heads), max_size=len(heads)), max_size=6).map(
        lambda rows: [heads, *rows]
    )
)
UNDERSTOOD = {"Aim to Minimise"}
"""What the register says in a word of its own."""

OPEN = {"Polarity", "Title"}
"""What a list may leave open that a form cannot do without."""


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(GRIDS)
@example(rows=[["Ref", "Ref", "Floor"], ["High", "High", "High"]])
@example(
    rows=[
        ["Ref", "Title", "Green", "Thresholds"],
        ["A1", "Bins emptied on time", "High", "Green >= 55% Amber >= 40%"],
        ["A2", "Roads in good repair", "60% (national)", None],
    ]
)
def test_any_grid_is_drafted_and_read_again(tmp_path: Path, rows: list[list[object]]) -> None:
    book, sheet = sheet_of()
    for row in rows:
        sheet.append(row)
    (tmp_path / "list.xlsx").write_bytes(saved(book))
    wants = ProjectWants(directorates=("Place",), period=Period(2026, 1), schemes=SCHEMES, unrated=UNRATED)
    register = drafted_register(read_list(tmp_path / "list.xlsx", "list.xlsx"), ListMapping(), wants)
    if register is None or not register.drafts:
        return
    layout = layout_of(register)
    written = register_workbook(register, layout, sections_of(register, layout, ()), date(2026, 11, 30))
    assert list(summary_of(register, layout, "list.xlsx"))
    assert _headings_at_fault(written, register) <= OPEN
    said = _texts(written)
    texts = {
        " ".join(str(cell).split()) for row in rows[1:] for cell in row if isinstance(cell, str) and len(cell) > 12
    }
    assert {text for text in texts - UNDERSTOOD if not any(text in each for each in said)} == set()


def _headings_at_fault(written: bytes, register: DraftedRegister) -> set[str]:
    """The headings under which the reader of the register finds a fault; it has every measure where there is none."""
    try:
        read = read_register(read_book(written), "r", Shape(groups=register.directorates), Period(2026, 1))
    except Unusable as error:
        return {dict(each.facts).get("header", each.code) for each in error.problems}
    return set() if len(read.measures) == len(register.drafts) else {"a measure is lost"}


def _texts(written: bytes) -> set[str]:
    book = load_workbook(io.BytesIO(written))
    return {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}


def test_directorates_come_in_the_lists_order(tmp_path: Path) -> None:
    register = drafted(tmp_path, forty_measures())
    assert register.directorates == ("Adults", "Children & Families", "Place", "Resources")


def test_a_directorate_is_spelt_as_the_settings_spell_it(tmp_path: Path) -> None:
    register = drafted(tmp_path, by_banners(), groups=("People", "Place"))
    assert register.directorates == ("People", "Place")
    assert [each.text("Service") for each in register.drafts][:3] == ["Housing", "Housing", "Leisure"]


def test_the_groups_of_the_mapping_file_come_first(tmp_path: Path) -> None:
    said = ListMapping(groups={"people": "Adults and Children"})
    assert drafted(tmp_path, by_banners(), said).directorates == ("Adults and Children", "Place")


def test_a_code_that_two_have_is_made_different_and_a_row_that_is_there_twice_is_left(tmp_path: Path) -> None:
    register = drafted(tmp_path, untidy())
    assert [each.text(ListField.CODE) for each in register.drafts] == ["K1", "K1-2", "H 01", "K4", "K6", "K7"]
    assert register.made_up_codes == {"Invoices paid in 10 days": "K1-2", "Sickness days per employee": "H 01"}
    assert [each.why for each in register.table.left] == [
        "Its title is struck out.",
        "It says the same as a row above.",
    ]
