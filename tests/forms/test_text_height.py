"""Rows of forms are as high as their texts need, by the widths of their letters."""

from decimal import Decimal

import pytest

from generator.forms.as_xlsx import looks
from generator.forms.as_xlsx.looks import Look
from generator.forms.as_xlsx.sheet_plan import Asked, Formula, Put, type_of_content
from generator.forms.text_height import ALONE, LINE, TALLEST, InColumn, height_of, in_columns, rows_of_text

_COLUMN = 40.0
_NARROW = 10.5
_LAST_TIME = "Last time: 0.43 per 1,000 dwellings, Near. A year ago: 0.64 per 1,000 dwellings."


@pytest.mark.parametrize(
    ("texts", "lines"),
    [
        ([], 1),
        ([InColumn(_COLUMN)], 1),
        ([InColumn(_COLUMN, "Short")], 1),
        ([InColumn(_COLUMN, "One\nTwo\nThree")], 3),
        ([InColumn(_COLUMN, "After a blank line\n\nThe next")], 3),
        ([InColumn(_COLUMN, "Last time: 48.2%, Amber. A year ago: 46.2%.")], 1),
        ([InColumn(36, "Last time: 48.2%, Amber. A year ago: 46.2%.")], 2),
        ([InColumn(_COLUMN, bold="Last time: 48.2%, Amber. A year ago: 46.2%.")], 2),
        ([InColumn(_COLUMN, "Below", "In bold")], 2),
        ([InColumn(42, _LAST_TIME, "Result for April to December 2026 (the year so far)")], 4),
        ([InColumn(_COLUMN, "Short"), InColumn(_COLUMN, "Two\nlines")], 2),
        ([InColumn(_COLUMN, "i" * 60)], 1),
        ([InColumn(_COLUMN, "W" * 60)], 3),
        ([InColumn(2, "W W W W W W")], 6),
        ([InColumn(_NARROW, "per 10,000 population")], 2),
        ([InColumn(_NARROW, "visits for every 1,000 dwellings in multiple occupation")], 6),
        ([InColumn(_NARROW, "apprenticeships")], 2),
        ([InColumn(_COLUMN, f"Target: 420 https://www.example.gov.uk/{'alarms/' * 5} or less.")], 3),
    ],
)
def test_lines(texts: list[InColumn], lines: int) -> None:
    assert height_of(texts) == pytest.approx(ALONE if lines == 1 else lines * LINE)


def test_a_row_is_never_higher_than_excel_allows() -> None:
    assert height_of([InColumn(_COLUMN, "word " * 5000)]) == TALLEST


@pytest.mark.parametrize(
    ("content", "look", "held"),
    [
        ("Plain", looks.CELL, [InColumn(20, "Plain")]),
        ("In bold", looks.REMARK, [InColumn(20, bold="In bold")]),
        (Asked("In bold", "Below"), looks.QUESTION, [InColumn(20, "Below", "In bold")]),
        (Formula("A1", "At first"), looks.SO_FAR, [InColumn(20, "At first")]),
        (Formula("A1"), looks.SO_FAR, [InColumn(20)]),
        (Decimal("9.50"), looks.CELL, [InColumn(20, "9.50")]),
        (None, looks.ANSWER, [InColumn(20)]),
        ("Further in", looks.GIVEN_BELOW, [InColumn(16, "Further in")]),
        ("In one line", looks.FIGURE, []),
        ("Out of sight", looks.KEY, []),
    ],
)
def test_what_the_cells_of_a_row_hold(content: type_of_content, look: Look, held: list[InColumn]) -> None:
    assert list(in_columns({2: Put(content, look)}, (5, 20))) == held


@pytest.mark.parametrize(
    ("text", "size", "bold", "rows"),
    [
        ("", 10, False, ("",)),
        ("Bins emptied on time", 10, False, ("Bins emptied on time",)),
        ("Bins emptied on time, as they should be", 10, False, ("Bins emptied on time, as they should be",)),
        ("Bins emptied on time, as they should be", 18, True, ("Bins emptied on time,", "as they should be")),
        ("BINS EMPTIED ON TIME AS THEY SHOULD BE", 10, True, ("BINS EMPTIED ON TIME AS THEY", "SHOULD BE")),
        ("W" * 40, 10, True, ("W" * 22, "W" * 18)),
    ],
)
def test_a_text_is_cut_where_its_columns_end(text: str, size: int, rows: tuple[str, ...], *, bold: bool) -> None:
    assert rows_of_text(text, (10, 30), size=size, bold=bold) == rows
