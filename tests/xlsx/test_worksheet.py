"""A sheet's cells: what stored cells are, and where they stand."""

from decimal import Decimal

import pytest

from generator.xlsx import Cell, CellKind
from tests.xlsx.archives import workbook
from tests.xlsx.reading import only_cell, refs, row

# Cells: as stored, and what they are.
CELLS_AS_STORED = {
    '<c t="b"><v>1</v></c>': Cell(1, 1, CellKind.BOOLEAN, "TRUE"),
    '<c t="b"><v>0</v></c>': Cell(1, 1, CellKind.BOOLEAN, "FALSE"),
    '<c t="b"><v>true</v></c>': Cell(1, 1, CellKind.BOOLEAN, "TRUE"),
    '<c t="b"><v>2</v></c>': Cell(1, 1, CellKind.ERROR, "2"),
    '<c t="e"><v>#REF!</v></c>': Cell(1, 1, CellKind.ERROR, "#REF!"),
    '<c t="e"><v>#SPILL!</v></c>': Cell(1, 1, CellKind.ERROR, "#SPILL!"),
    '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>': Cell(1, 1, CellKind.ERROR, "#DIV/0!", formula=True),
    "<c><f>1+1</f><v>2</v></c>": Cell(1, 1, CellKind.NUMBER, "2", Decimal(2), formula=True),
    '<c><f t="shared" si="0"/><v>2</v></c>': Cell(1, 1, CellKind.NUMBER, "2", Decimal(2), formula=True),
    '<c t="b"><f>TRUE()</f><v>1</v></c>': Cell(1, 1, CellKind.BOOLEAN, "TRUE", formula=True),
    '<c t="str"><f>"a"</f><v>a</v></c>': Cell(1, 1, CellKind.TEXT, "a", formula=True),
    '<c t="str"><f>""</f><v></v></c>': Cell(1, 1, CellKind.TEXT, "", formula=True),
    '<c t="str"><f>""</f></c>': Cell(1, 1, CellKind.UNCALCULATED, "", formula=True),
    "<c><f>1+1</f></c>": Cell(1, 1, CellKind.UNCALCULATED, "", formula=True),
    "<c><f>1+1</f><v/></c>": Cell(1, 1, CellKind.UNCALCULATED, "", formula=True),
    "<c><f>1+1</f><v> </v></c>": Cell(1, 1, CellKind.UNCALCULATED, "", formula=True),
    '<c t="e"><f>1/0</f><v></v></c>': Cell(1, 1, CellKind.UNCALCULATED, "", formula=True),
    "<c/>": None,
    '<c s="3"></c>': None,
    "<c><v></v></c>": None,
    '<c t="s"/>': None,
    '<c t="str"><v></v></c>': None,
    '<c t="inlineStr"><is><t></t></is></c>': None,
    '<c t="inlineStr"><is/></c>': None,
    "<c><v>5</v><extLst><ext><x xmlns='other'><v>6</v></x></ext></extLst></c>": Cell(
        1, 1, CellKind.NUMBER, "5", Decimal(5)
    ),
}


@pytest.mark.parametrize(("stored", "cell"), CELLS_AS_STORED.items())
def test_a_stored_cell_is_a_value_a_formula_or_blank(stored: str, cell: Cell | None) -> None:
    assert only_cell(workbook(row(stored))) == cell


def test_positions_that_are_not_written_follow_on() -> None:
    rows = "<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row><row><c/><c><v>4</v></c></row>"
    assert refs(workbook(f"{rows}<row r='9'><c><v>5</v></c></row>")) == ["A1=1", "D1=2", "E1=3", "B2=4", "A9=5"]


def test_rows_out_of_order_come_out_in_order() -> None:
    data = workbook(
        '<row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'
    )
    assert refs(data) == ["A1=1", "A3=2", "B3=3"]


def test_a_cell_in_the_last_corner_is_read_as_fast_as_any() -> None:
    assert refs(workbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')) == ["XFD1048576=1"]
