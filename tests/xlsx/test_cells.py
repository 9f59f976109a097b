"""A cell's value: numbers as stored and as Excel shows them, dates in both systems, texts as they were typed."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.xlsx import Cell, CellKind, Fault, column_letters
from tests.xlsx.archives import strings, styles, workbook
from tests.xlsx.reading import fault_of, only_cell, row, stored_text

# Numbers: as stored, and as Excel shows them.
NUMBERS = """
5                       5
0                       0
-0                      0
-0.0                    0
+7                      7
65.4                    65.4
65.40                   65.4
.5                      0.5
12.                     12
0.65000000000000002     0.65
0.30000000000000004     0.3
8.2000000000000003E-2   0.082
-4.8800000000000003     -4.88
0.1                     0.1
123456789012345         123456789012345
1234567890123456        1234567890123460
1E3                     1000
1e+20                   100000000000000000000
1E-7                    0.0000001
1e-999999               0
"""


@pytest.mark.parametrize("case", NUMBERS.strip().splitlines())
def test_a_number_is_what_was_typed(case: str) -> None:
    stored, shown = case.split()
    cell = only_cell(workbook(row(f"<c><v>{stored}</v></c>")))
    assert cell == Cell(1, 1, CellKind.NUMBER, shown, Decimal(shown))


def test_spaces_around_a_number_do_not_matter() -> None:
    assert only_cell(workbook(row('<c t="n"><v> 5\n</v></c>'))) == Cell(1, 1, CellKind.NUMBER, "5", Decimal(5))


@pytest.mark.parametrize("stored", ["1e999999", "-1e309", "NaN", "inf", "1_000", "1,5", "٣", "0x10", "9" * 400, "- 5"])
def test_what_is_no_number_is_an_error_in_its_cell(stored: str) -> None:
    assert only_cell(workbook(row(f"<c><v>{stored}</v></c>"))) == Cell(1, 1, CellKind.ERROR, stored)


@settings(deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_is_kept_to_fifteen_digits(number: float) -> None:
    cell = only_cell(workbook(row(f"<c><v>{number!r}</v></c>")))
    assert cell
    assert cell.number == Decimal(f"{number:.15g}")
    assert Decimal(cell.text) == cell.number


# Serial numbers in the 1900 system, that of 1904, and the dates: none where a number stays a number.
DATES = """
1          -         1900-01-01
59         -         1900-02-28
60         -         1900-02-28
61         -         1900-03-01
43385      41923     2018-10-12
43385.999  41923.999 2018-10-12
2958465    2957003   9999-12-31
-          1         1904-01-02
2958466    2957004   none
1e300      1e300     none
0.75       0.75      none
0          0         none
-5         -5        none
"""


@pytest.mark.parametrize("case", DATES.strip().splitlines())
def test_dates_in_both_systems(case: str) -> None:
    *serials, wanted = case.split()
    for serial, properties in zip(serials, ["", '<workbookPr date1904="1"/>'], strict=True):
        if serial != "-":
            data = workbook(row(f'<c s="0"><v>{serial}</v></c>'), styles=styles(14), before=properties)
            cell = only_cell(data)
            assert cell
            assert str(cell.date).lower() == wanted
            assert cell.number == Decimal(serial)
            assert cell.kind is (CellKind.NUMBER if wanted == "none" else CellKind.DATE)


@pytest.mark.parametrize(
    ("stored", "kind", "text"),
    [
        ("2018-10-12", CellKind.DATE, "2018-10-12"),
        ("2018-10-12T09:30:00Z", CellKind.DATE, "2018-10-12"),
        ("1900-01-01", CellKind.DATE, "1900-01-01"),
        ("12 October", CellKind.TEXT, "12 October"),
        ("2018-13-45", CellKind.TEXT, "2018-13-45"),
        ("T09:30:00", CellKind.TEXT, "T09:30:00"),
    ],
)
def test_iso_dates(stored: str, kind: CellKind, text: str) -> None:
    cell = only_cell(workbook(row(f'<c t="d"><v>{stored}</v></c>')))
    assert cell
    assert (cell.kind, cell.text) == (kind, text)


@pytest.mark.parametrize(
    ("day", "serial"), [("1900-01-01", 1), ("1900-02-28", 59), ("1900-03-01", 61), ("2018-10-12", 43385)]
)
def test_iso_dates_have_the_serial_number_that_excel_gives(day: str, serial: int) -> None:
    cell = only_cell(workbook(row(f'<c t="d"><v>{day}</v></c>')))
    assert cell
    assert cell.number == serial


# Text: as stored, and as it was typed.
TEXTS = {
    "plain": "plain",
    "  spaces kept ": "  spaces kept ",
    " ": " ",
    "a&amp;b &lt; c &#x1F600;": "a&b < c \U0001f600",
    "one\ntwo": "one\ntwo",
    "one\r\ntwo\rthree&#13;&#10;four&#13;five": "one\ntwo\nthree\nfour\nfive",
    "one_x000D__x000A_two_x000d_three_x0009_four": "one\ntwo\nthree\tfour",
    "bell_x0007_and_x000B_and_x007F_and_x0085_": "bell and and and ",
    "_x005F_x000D_": "_x000D_",
    "_x005F__x0041_": "_A",
    "_x00g1_ _x41_ _X0041_": "_x00g1_ _x41_ _X0041_",
    "_xD83D__xDE00_": "\U0001f600",
    "a_xD83D_b_xDE00_c": "a\ufffdb\ufffdc",
    "_xFFFE__xFFFF_": "\ufffd\ufffd",
}


@pytest.mark.parametrize(("stored", "typed"), TEXTS.items())
def test_text_is_what_was_typed_however_it_is_stored(stored: str, typed: str) -> None:
    as_shared = workbook(row('<c t="s"><v>0</v></c>'), sharedStrings=strings(f"<t>{stored}</t>"))
    inline = workbook(row(stored_text(stored)))
    result = workbook(row(f'<c t="str"><v>{stored}</v></c>'))
    for data in (as_shared, inline, result):
        assert only_cell(data) == Cell(1, 1, CellKind.TEXT, typed)


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA"), (16384, "XFD")])
def test_references(number: int, letters: str) -> None:
    assert column_letters(number) == letters
    cell = only_cell(workbook(f'<row r="14"><c r="{letters}14"><v>1</v></c></row>'))
    assert cell
    assert (cell.row, cell.column, cell.ref) == (14, number, f"{letters}14")


@pytest.mark.parametrize("ref", ["A0", "1", "A", "a1", "XFE1", "A1048577", "ZZZZ1", "A99999999", "A1:B2", "Ａ1"])
def test_impossible_references(ref: str) -> None:
    assert fault_of(workbook(row(f'<c r="{ref}"><v>1</v></c>'))) is Fault.DAMAGED


@pytest.mark.parametrize("number", ["0", "-1", "B5", "1048577", "x", "1.5", "٣"])
def test_impossible_rows(number: str) -> None:
    assert fault_of(workbook(f'<row r="{number}"><c><v>1</v></c></row>')) is Fault.DAMAGED
