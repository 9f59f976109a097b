"""What stands in a cell, as the trail of a figure quotes it."""

from decimal import Decimal

import pytest

from generator.reading.answers.quoting import as_typed
from generator.xlsx import Cell, CellKind

ONE, TENTH = Decimal(1), Decimal("0.9")


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (Cell(6, 3, CellKind.NUMBER, "91.46", Decimal("91.46")), "91.46"),
        (Cell(6, 3, CellKind.NUMBER, "1", ONE, percent=True), "1, shown as 100%"),
        (Cell(6, 3, CellKind.NUMBER, "0.9", TENTH, percent=True), "0.9, shown as 90%"),
        (Cell(6, 3, CellKind.NUMBER, "0.9", TENTH, formula=True), "the result of a formula: 0.9"),
        (Cell(6, 3, CellKind.TEXT, "about\n90"), "about 90"),
    ],
)
def test_a_cell_is_quoted_as_typed_and_as_shown(cell: Cell, told: str) -> None:
    assert as_typed(cell) == told
