"""What a sheet hides is found the same whether its rows are read in the short way or element by element."""

import pytest

from generator.xlsx.markings import markings_of
from tests.xlsx.archives import sheet


@pytest.mark.parametrize(
    ("rows", "hidden"),
    [
        (['<row r="1">', '<row r="2">'], set()),
        (['<row r="1" hidden="1">', '<row r="2" hidden="0">'], {1}),
        (['<row r="4" spans="1:2" hidden="true">', '<row ht="0.0">', '<row ht="0.5">'], {4, 5}),
        (["<row>", '<row hidden="1">', '<row r="9">', '<row ht="0">'], {2, 10}),
    ],
)
def test_hidden_rows(rows: list[str], hidden: set[int]) -> None:
    part = sheet("".join(f"{row}<c><v>1</v></c></row>" for row in rows)).encode()
    found = [markings_of(part, plain=plain) for plain in (True, False)]
    assert [set(each.hidden_rows) if each else set() for each in found] == [hidden, hidden]


def test_hidden_columns_stand_beside_the_rows() -> None:
    columns = '<cols><col min="7" max="8" width="3" hidden="1"/></cols><sheetData>'
    part = sheet('<row r="1" hidden="1"><c><v>1</v></c></row>').replace("<sheetData>", columns).encode()
    short, whole = (markings_of(part, plain=plain) for plain in (True, False))
    assert short == whole
    assert short is not None
    assert short.hidden_rows == frozenset({1})
    assert short.hidden_columns == ((7, 8),)
