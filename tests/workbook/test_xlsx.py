"""Reading workbooks: what stored values mean, which files are refused and why, and that nothing else can happen."""

import contextlib
import datetime as dt
import io
import re
import time
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from generator.xlsx import Book, Cell, DefinedName, Fault, Kind, Unreadable, column_letters, read_book
from generator.xlsx.limits import (
    BLANKS,
    CELL_CHARACTERS,
    CELLS,
    DEPTH,
    FILE_BYTES,
    FORMATS,
    MARKUP,
    MIB,
    NAMES,
    PARTS,
    RUN_BYTES,
    SHEETS,
    STRINGS,
    XML_NAMES,
)
from tests.workbook.archives import (
    LINKS,
    MAIN,
    SHEET_1,
    STRICT_LINKS,
    STRICT_MAIN,
    links,
    packed,
    parts,
    sheet,
    strings,
    styles,
    workbook,
)


def only_cell(data: bytes) -> Cell | None:
    cells = read_book(data).sheets[0].cells
    assert len(cells) < 2
    return next(iter(cells.values()), None)


def row(cells: str) -> str:
    return f'<row r="1">{cells}</row>'


def stored_text(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def fault_of(data: bytes) -> Fault:
    with pytest.raises(Unreadable) as caught:
        read_book(data)
    assert re.fullmatch(r"[a-zA-Z0-9][^\n<>]{5,100}[^.\s]", str(caught.value)), "a phrase for the log"
    assert str(caught.value) == caught.value.detail
    return caught.value.fault


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
    assert cell == Cell(1, 1, Kind.NUMBER, shown, Decimal(shown))


def test_spaces_around_a_number_do_not_matter() -> None:
    assert only_cell(workbook(row('<c t="n"><v> 5\n</v></c>'))) == Cell(1, 1, Kind.NUMBER, "5", Decimal(5))


@pytest.mark.parametrize("stored", ["1e999999", "-1e309", "NaN", "inf", "1_000", "1,5", "٣", "0x10", "9" * 400, "- 5"])
def test_what_is_no_number_is_an_error_in_its_cell(stored: str) -> None:
    assert only_cell(workbook(row(f"<c><v>{stored}</v></c>"))) == Cell(1, 1, Kind.ERROR, stored)


@settings(deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_is_kept_to_fifteen_digits(number: float) -> None:
    cell = only_cell(workbook(row(f"<c><v>{number!r}</v></c>")))
    assert cell
    assert cell.number == Decimal(f"{number:.15g}")
    assert Decimal(cell.text) == cell.number


# Number formats: a code, and how it shows 43385.25 (12 October 2018).
CODES = {
    "General": "plain",
    "0.00": "plain",
    "#,##0;[Red]-#,##0": "plain",
    '_-"£"* #,##0.00_-;-"£"* #,##0.00_-': "plain",
    "[$£-809]#,##0.00": "plain",
    '0.0"%"': "plain",
    "0.0\\%": "plain",
    '0 "days"': "plain",
    "0\\d": "plain",
    "0_d": "plain",
    "0.00E+00": "plain",
    "@": "plain",
    "": "plain",
    "0%": "percent",
    "0.0 %": "percent",
    '[Red]0.00%;"none"': "percent",
    "dd/mm/yyyy": "date",
    "d-mmm-yy": "date",
    "[$-809]dd mmmm yyyy;@": "date",
    "DD/MM/YYYY": "date",
    "mmm\\ yy": "date",
    "[h]:mm": "date",
    "[hh]": "date",
    '"Week of "d': "date",
    '"open': "plain",
    "[open": "plain",
    "[[[[0%": "percent",
}


@pytest.mark.parametrize(("code", "shown"), CODES.items())
def test_a_format_shows_a_percentage_a_date_or_a_number(code: str, shown: str) -> None:
    data = workbook(row('<c s="1"><v>43385.25</v></c>'), styles=styles(0, 164, codes={164: code}))
    cell = only_cell(data)
    assert cell
    assert cell.number == Decimal("43385.25")
    assert (cell.percent, cell.date) == (shown == "percent", dt.date(2018, 10, 12) if shown == "date" else None)
    assert (cell.kind, cell.text) == ((Kind.DATE, "2018-10-12") if shown == "date" else (Kind.NUMBER, "43385.25"))


@pytest.mark.parametrize("number", range(60))
def test_built_in_formats(number: int) -> None:
    dates = {*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)}
    cell = only_cell(workbook(row('<c s="0"><v>43385</v></c>'), styles=styles(number)))
    assert cell
    assert (cell.kind is Kind.DATE, cell.percent) == (number in dates, number in {9, 10})


def test_conditional_formats_codes_are_not_the_cells() -> None:
    conditional = '<dxfs><dxf><numFmt numFmtId="164" formatCode="0%"/></dxf></dxfs>'
    data = workbook(row('<c s="0"><v>5</v></c>'), styles=styles(164, codes={164: "0.0"}, after=conditional))
    assert only_cell(data) == Cell(1, 1, Kind.NUMBER, "5", Decimal(5), code="0.0")


@pytest.mark.parametrize("style", ["7", "-1", "x", "", "99999999999"])
def test_a_style_that_does_not_exist_is_plain(style: str) -> None:
    data = workbook(row(f'<c s="{style}"><v>5</v></c>'), styles=styles(0))
    assert only_cell(data) == Cell(1, 1, Kind.NUMBER, "5", Decimal(5))


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
            assert cell.kind is (Kind.NUMBER if wanted == "none" else Kind.DATE)


@pytest.mark.parametrize(
    ("stored", "kind", "text"),
    [
        ("2018-10-12", Kind.DATE, "2018-10-12"),
        ("2018-10-12T09:30:00Z", Kind.DATE, "2018-10-12"),
        ("1900-01-01", Kind.DATE, "1900-01-01"),
        ("12 October", Kind.TEXT, "12 October"),
        ("2018-13-45", Kind.TEXT, "2018-13-45"),
        ("T09:30:00", Kind.TEXT, "T09:30:00"),
    ],
)
def test_iso_dates(stored: str, kind: Kind, text: str) -> None:
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
        assert only_cell(data) == Cell(1, 1, Kind.TEXT, typed)


def test_runs_are_joined_without_what_tells_how_to_say_them() -> None:
    rich = '<r><t>one </t></r><r><rPr><b/></rPr><t xml:space="preserve">two</t></r><rPh sb="0" eb="1"><t>WAN</t></rPh>'
    common = strings("<t>first</t>", rich, "<t>漢</t><rPh><t>kan</t></rPh><phoneticPr/>")
    data = workbook(
        row(f'<c t="s"><v>1</v></c><c t="inlineStr"><is>{rich}</is></c><c t="s"><v> 2 </v></c>'), sharedStrings=common
    )
    assert [cell.text for cell in read_book(data).sheets[0].cells.values()] == ["one two", "one two", "漢"]


# Cells: as stored, and what they are.
CELLS_AS_STORED = {
    '<c t="b"><v>1</v></c>': Cell(1, 1, Kind.BOOLEAN, "TRUE"),
    '<c t="b"><v>0</v></c>': Cell(1, 1, Kind.BOOLEAN, "FALSE"),
    '<c t="b"><v>true</v></c>': Cell(1, 1, Kind.BOOLEAN, "TRUE"),
    '<c t="b"><v>2</v></c>': Cell(1, 1, Kind.ERROR, "2"),
    '<c t="e"><v>#REF!</v></c>': Cell(1, 1, Kind.ERROR, "#REF!"),
    '<c t="e"><v>#SPILL!</v></c>': Cell(1, 1, Kind.ERROR, "#SPILL!"),
    '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>': Cell(1, 1, Kind.ERROR, "#DIV/0!", formula=True),
    "<c><f>1+1</f><v>2</v></c>": Cell(1, 1, Kind.NUMBER, "2", Decimal(2), formula=True),
    '<c><f t="shared" si="0"/><v>2</v></c>': Cell(1, 1, Kind.NUMBER, "2", Decimal(2), formula=True),
    '<c t="b"><f>TRUE()</f><v>1</v></c>': Cell(1, 1, Kind.BOOLEAN, "TRUE", formula=True),
    '<c t="str"><f>"a"</f><v>a</v></c>': Cell(1, 1, Kind.TEXT, "a", formula=True),
    '<c t="str"><f>""</f><v></v></c>': Cell(1, 1, Kind.TEXT, "", formula=True),
    '<c t="str"><f>""</f></c>': Cell(1, 1, Kind.UNCALCULATED, "", formula=True),
    "<c><f>1+1</f></c>": Cell(1, 1, Kind.UNCALCULATED, "", formula=True),
    "<c><f>1+1</f><v/></c>": Cell(1, 1, Kind.UNCALCULATED, "", formula=True),
    "<c><f>1+1</f><v> </v></c>": Cell(1, 1, Kind.UNCALCULATED, "", formula=True),
    '<c t="e"><f>1/0</f><v></v></c>': Cell(1, 1, Kind.UNCALCULATED, "", formula=True),
    "<c/>": None,
    '<c s="3"></c>': None,
    "<c><v></v></c>": None,
    '<c t="s"/>': None,
    '<c t="str"><v></v></c>': None,
    '<c t="inlineStr"><is><t></t></is></c>': None,
    '<c t="inlineStr"><is/></c>': None,
    "<c><v>5</v><extLst><ext><x xmlns='other'><v>6</v></x></ext></extLst></c>": Cell(
        1, 1, Kind.NUMBER, "5", Decimal(5)
    ),
}


@pytest.mark.parametrize(("stored", "cell"), CELLS_AS_STORED.items())
def test_a_stored_cell_is_a_value_a_formula_or_blank(stored: str, cell: Cell | None) -> None:
    assert only_cell(workbook(row(stored))) == cell


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA"), (16384, "XFD")])
def test_references(number: int, letters: str) -> None:
    assert column_letters(number) == letters
    cell = only_cell(workbook(f'<row r="14"><c r="{letters}14"><v>1</v></c></row>'))
    assert cell
    assert (cell.row, cell.column, cell.ref) == (14, number, f"{letters}14")


@pytest.mark.parametrize("ref", ["c14", "C14"])
def test_small_letters_are_a_reference_too(ref: str) -> None:
    assert refs(workbook(f'<row r="14"><c r="{ref}"><v>1</v></c></row>')) == ["C14=1"]


def refs(data: bytes) -> list[str]:
    return [f"{cell.ref}={cell.text}" for cell in read_book(data).sheets[0].cells.values()]


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


@pytest.mark.parametrize("ref", ["A0", "1", "A", "$A$1", "XFE1", "A1048577", "ZZZZ1", "A99999999", "A1:B2", "Ａ1"])
def test_impossible_references(ref: str) -> None:
    assert fault_of(workbook(row(f'<c r="{ref}"><v>1</v></c>'))) is Fault.DAMAGED


@pytest.mark.parametrize("number", ["0", "-1", "B5", "1048577", "x", "1.5", "٣"])
def test_impossible_rows(number: str) -> None:
    assert fault_of(workbook(f'<row r="{number}"><c><v>1</v></c></row>')) is Fault.DAMAGED


# The workbook around the cells.

SHEET_5 = sheet(row("<c><v>5</v></c>"))


def first_text(data: bytes) -> str:
    return next(iter(read_book(data).sheets[0].cells.values())).text


def test_sheets_come_in_the_order_of_their_tabs_with_their_states() -> None:
    made = parts(*(sheet(row(f"<c><v>{n}</v></c>")) for n in range(1, 4)))
    made["xl/workbook.xml"] = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets><sheet name="Measure (2) " r:id="rId3"/>'
        '<sheet name="Lists" state="veryHidden" r:id="rId1"/><sheet name="A&amp;B" state="hidden" r:id="rId2"/>'
        '<sheet name="Chart" state="?" r:id="rId4"/></sheets></workbook>'
    )
    made["xl/_rels/workbook.xml.rels"] = links(
        *(("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, 4)), ("chartsheet", "chartsheets/sheet1.xml")
    )
    sheets = read_book(packed(made)).sheets
    assert [(each.name, each.state, [cell.text for cell in each.cells.values()]) for each in sheets] == [
        ("Measure (2) ", "visible", ["3"]),
        ("Lists", "veryHidden", ["1"]),
        ("A&B", "hidden", ["2"]),
        ("Chart", "visible", []),
    ]


def test_what_is_read_cannot_be_changed() -> None:
    cells = read_book(workbook(row("<c><v>5</v></c>"))).sheets[0].cells
    with pytest.raises(TypeError):
        cells[1, 1] = cells[1, 1]  # type: ignore[index]


def test_strict_workbooks_are_read_like_others() -> None:
    made = parts(
        sheet(row('<c t="d"><v>2018-10-12</v></c>'), space=STRICT_MAIN), space=STRICT_MAIN, link_space=STRICT_LINKS
    )
    assert first_text(packed(made)) == "2018-10-12"


def test_prefixes_of_namespaces_do_not_matter() -> None:
    part = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    assert first_text(packed(parts(part))) == "5"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_of_parts(encoding: str) -> None:
    declared = encoding.replace("-sig", "").upper().removesuffix("-LE").removesuffix("-BE")
    part = f'<?xml version="1.0" encoding="{declared}"?>{sheet(row(stored_text("£5 – €6")))}'
    assert first_text(packed({**parts(""), SHEET_1: part.encode(encoding)})) == "£5 – €6"


@pytest.mark.parametrize(
    "target",
    ["worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "../xl/./worksheets/sheet1.xml", "Worksheets/SHEET1.xml"],
)
def test_parts_are_found_however_they_are_addressed(target: str) -> None:
    assert first_text(packed({**parts(SHEET_5), "xl/_rels/workbook.xml.rels": links(("worksheet", target))})) == "5"


def test_names_and_addresses_of_parts_may_have_backslashes() -> None:
    made = {name.replace("/", "\\"): part for name, part in parts(SHEET_5).items() if name != "_rels/.rels"}
    made["xl\\_rels\\workbook.xml.rels"] = links(("worksheet", "worksheets\\sheet1.xml"))
    assert first_text(packed({"_rels/.rels": parts("")["_rels/.rels"], **made})) == "5"


def test_a_sheet_that_nothing_in_the_file_belongs_to_is_empty() -> None:
    made = parts(SHEET_5, SHEET_5)
    made["xl/_rels/workbook.xml.rels"] = links(("worksheet", "worksheets/sheet1.xml"))
    assert [len(each.cells) for each in read_book(packed(made)).sheets] == [1, 0]


def test_the_workbook_may_be_anywhere_in_the_file() -> None:
    made = {
        "_RELS/.rels": links(("officeDocument", "/book.xml")),
        "Book.xml": parts(SHEET_5)["xl/workbook.xml"],
        "_rels/book.xml.rels": links(("worksheet", "one.xml")),
        "one.xml": SHEET_5,
    }
    assert first_text(packed(made)) == "5"


def test_what_a_reader_does_not_need_does_not_matter() -> None:
    junk = '<conditionalFormatting sqref="?"><cfRule type="?" priority="x"/></conditionalFormatting><pane xSplit="?"/>'
    made = parts(sheet(row("<c s='1'><v>5</v></c>"), after=junk), styles="<nothing")
    extras: dict[str, str | bytes] = {
        "xl/vbaProject.bin": b"\xd0\xcf",
        "xl/externalLinks/externalLink1.xml": "<!DOCTYPE x>",
        "docProps/core.xml": "<",
    }
    made["xl/styles.xml"] = styles(0, 9).replace("<numFmts>", '<fonts><font><color rgb="?"/></font></fonts><numFmts>')
    assert first_text(packed({**made, **extras})) == "5"


@pytest.mark.parametrize("kind", ["styles", "sharedStrings"])
def test_styles_and_shared_texts_may_be_missing(kind: str) -> None:
    made = parts(SHEET_5, **{kind: ""})
    del made[f"xl/{kind}.xml"]
    assert first_text(packed(made)) == "5"


# Defined names: what they mean, and the range.
MEANINGS = {
    "Return!$C$14": ("Return", (14, 3), (14, 3)),
    "'My sheet'!$C$14:$C$25": ("My sheet", (14, 3), (25, 3)),
    "'Ann''s (2)'!A1": ("Ann's (2)", (1, 1), (1, 1)),
    "Return!$D$9:$B$7": ("Return", (7, 2), (9, 4)),
    "Return!$c$14:c25": ("Return", (14, 3), (25, 3)),
    "Größe_1.x!$A$1": ("Größe_1.x", (1, 1), (1, 1)),
    " Return!$C$14 ": ("Return", (14, 3), (14, 3)),
    "#REF!": None,
    "Return!#REF!": None,
    "#REF!$A$1": None,
    "Return!$A:$A": None,
    "Return!$1:$3": None,
    "Return!$A$1,Return!$B$2": None,
    "[1]Return!$A$1": None,
    "'[1]Return'!$A$1": None,
    "'One:Two'!$A$1": None,
    "OFFSET(Return!$A$1,0,0)": None,
    "Return!$XFE$1": None,
    "$A$1": None,
    '"text"': None,
    "5": None,
    "": None,
    "x" * 9000 + "!$A$1": None,
}


@pytest.mark.parametrize(("meaning", "target"), MEANINGS.items())
def test_a_defined_name_is_for_a_plain_range_or_for_none(
    meaning: str, target: tuple[str, tuple[int, int], tuple[int, int]] | None
) -> None:
    [name] = read_book(workbook("", names=f'<definedName name="here">{meaning}</definedName>')).names
    assert name == (DefinedName("here", None, *target) if target else DefinedName("here", None))


@pytest.mark.parametrize(("scope", "name"), [("0", "Sheet1"), ("1", "Sheet2"), ("2", None), ("-1", None), ("", None)])
def test_a_defined_name_may_be_of_one_sheet(scope: str, name: str | None) -> None:
    names = f'<definedName name="here" localSheetId="{scope}">Sheet1!A1</definedName>'
    assert read_book(workbook("", "", names=names)).names[0].sheet == name


# Files that are not read.

OLE2 = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
OTHER_FILES: dict[str, tuple[bytes, Fault]] = {
    "nothing": (b"", Fault.EMPTY),
    "zeros": (bytes(1000), Fault.EMPTY),
    "white space": (b"\r\n  \r\n", Fault.EMPTY),
    "password": (OLE2 + "EncryptedPackage".encode("utf-16-le") + bytes(512), Fault.PASSWORD),
    "xls": (OLE2 + "Workbook".encode("utf-16-le") + bytes(512), Fault.OLD_EXCEL),
    "ods": (
        packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
        Fault.OPEN_DOCUMENT,
    ),
    "odt": (
        packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
        Fault.NOT_A_WORKBOOK,
    ),
    "page": (b"<!DOCTYPE html>\n<html><table><tr><td>5</td></tr></table>", Fault.WEB_PAGE),
    "table": (b"\xef\xbb\xbf \n<TABLE border=1>", Fault.WEB_PAGE),
    "xhtml": (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', Fault.WEB_PAGE),
    "web archive": (b"MIME-Version: 1.0\nX-Document-Type: Workbook\n", Fault.WEB_PAGE),
    "csv": (b"Code,Actual\r\nPM 08,65.4\r\n", Fault.PLAIN_TEXT),
    "csv in cp1252": ("Code;Cost\r\nPM 08;£5 – 6\r\n".encode("cp1252"), Fault.PLAIN_TEXT),
    "csv in utf-8": ("\ufeffCode,Cost\r\nPM 08,£5\r\n".encode(), Fault.PLAIN_TEXT),
    "csv in utf-16": ("Code\tCost\r\nPM 08\t£5\r\n".encode("utf-16"), Fault.PLAIN_TEXT),
    "xml": (b'<?xml version="1.0"?><Workbook/>', Fault.NOT_A_WORKBOOK),
    "pdf": (b"%PDF-1.7\n1 0 obj", Fault.NOT_A_WORKBOOK),
    "rtf": (b"{\\rtf1 text}", Fault.NOT_A_WORKBOOK),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(20), Fault.NOT_A_WORKBOOK),
    "lock file": (b"\x05Alice" + b" " * 48 + b"\x05\0A\0l\0i\0c\0e\0", Fault.NOT_A_WORKBOOK),
    "zip": (packed({"readme.txt": "hello"}), Fault.PACKED),
    "zip of workbooks": (packed({"PL 01.xlsx": "hello"}), Fault.PACKED),
    "empty zip": (packed({}), Fault.PACKED),
    "docx": (
        packed(
            {
                "_rels/.rels": links(("officeDocument", "word/document.xml")),
                "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
            }
        ),
        Fault.NOT_A_WORKBOOK,
    ),
    "xlsb": (
        packed({"_rels/.rels": links(("officeDocument", "xl/workbook.bin")), "xl/workbook.bin": b"\x83\x01\0"}),
        Fault.OLD_EXCEL,
    ),
    "xlsb whose links are those of another": (
        packed({"_rels/.rels": links(("officeDocument", "xl/workbook.xml")), "xl/workbook.bin": b"\x83\x01\0"}),
        Fault.OLD_EXCEL,
    ),
    "numbers": (packed({"Index/Document.iwa": b"\0", "Data/a.png": b"\x89PNG"}), Fault.NUMBERS),
    "pptx": (
        packed({"_rels/.rels": links(("officeDocument", "ppt/presentation.xml")), "ppt/presentation.xml": "<x/>"}),
        Fault.NOT_A_WORKBOOK,
    ),
    "label": (OLE2 + "\6DataSpaces DRMEncryptedDataSpace EncryptedPackage".encode("utf-16-le"), Fault.LABEL),
    "label of an old workbook": (OLE2 + "Workbook \tDRMContent".encode("utf-16-le"), Fault.LABEL),
    "label and password": (
        OLE2 + "EncryptedPackage StrongEncryptionTransform LabelInfo".encode("utf-16-le"),
        Fault.PASSWORD,
    ),
    "doc": (OLE2 + "WordDocument".encode("utf-16-le"), Fault.NOT_A_WORKBOOK),
    "msg": (OLE2 + "__substg1.0_0037001F".encode("utf-16-le"), Fault.NOT_A_WORKBOOK),
    "fods": (
        b'<?xml version="1.0"?>\n<office:document xmlns:table="x"><table:table/><style:style/>',
        Fault.OPEN_DOCUMENT,
    ),
    "Excel 2003 XML": (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Table/>',
        Fault.OLD_EXCEL,
    ),
    "jpg": (b"\xff\xd8\xff\xe0" + bytes(20), Fault.NOT_A_WORKBOOK),
    "heic": (b"\0\0\0\x18ftypheic" + bytes(20), Fault.NOT_A_WORKBOOK),
    "link": (b"[InternetShortcut]\r\nURL=https://x.example/", Fault.NOT_A_WORKBOOK),
    "7z": (b"7z\xbc\xaf'\x1c" + bytes(20), Fault.PACKED),
}


@pytest.mark.parametrize(("data", "fault"), OTHER_FILES.values(), ids=OTHER_FILES)
def test_other_files_are_told_apart(data: bytes, fault: Fault) -> None:
    assert fault_of(data) is fault


GOOD = parts(SHEET_5)


def with_part(name: str, part: str | bytes) -> bytes:
    return packed({**GOOD, name: part})


def without_part(name: str) -> bytes:
    return packed({each: part for each, part in GOOD.items() if each != name})


def with_flipped_byte(name: str) -> bytes:
    """The part's data are stored, not packed, so that its check sum alone can tell."""
    data = packed(GOOD, zipfile.ZIP_STORED)
    part = GOOD[name]
    assert isinstance(part, str)
    return data.replace(part.encode(), part.replace("<v>5", "<v>6").encode(), 1)


WHOLE = packed(GOOD)
DAMAGED = {
    "cut in the middle": WHOLE[: len(WHOLE) // 2],
    "cut at the end": WHOLE[:-30],
    "start only": WHOLE[:4],
    "cut by one byte": WHOLE[:-1],
    "wrong check sum": with_flipped_byte(SHEET_1),
    "bad deflate": WHOLE.replace(WHOLE[WHOLE.index(b"sheet1.xml") + 10 :][:20], b"\xff" * 20, 1),
    "malformed sheet": with_part(SHEET_1, SHEET_5.removesuffix("</worksheet>")),
    "more after the sheet": with_part(SHEET_1, SHEET_5 + "<more/>"),
    "empty sheet part": with_part(SHEET_1, ""),
    "not XML": with_part(SHEET_1, b"\0\1\2"),
    "half a UTF-16 character": with_part(SHEET_1, b"\xff\xfe<"),
    "unknown entity": with_part(SHEET_1, sheet(row("<c><v>&five;</v></c>"))),
    "Latin-1 that does not say so": with_part(SHEET_1, sheet(row(stored_text("£"))).encode("latin-1")),
    "wrong root": with_part(SHEET_1, strings()),
    "root of no namespace": with_part(SHEET_1, "<worksheet/>"),
    "sheet part missing": without_part(SHEET_1),
    "links missing": without_part("xl/_rels/workbook.xml.rels"),
    "workbook missing": without_part("xl/workbook.xml"),
    "no sheets": with_part("xl/workbook.xml", f'<workbook xmlns="{MAIN}"><sheets/></workbook>'),
    "link to nothing": with_part("xl/_rels/workbook.xml.rels", links()),
    "shared text missing": with_part(SHEET_1, sheet(row('<c t="s"><v>0</v></c>'))),
    "shared text of no number": with_part(SHEET_1, sheet(row('<c t="s"><v>-1</v></c>'))),
    "unknown type": with_part(SHEET_1, sheet(row('<c t="z"><v>0</v></c>'))),
    "value with something inside": with_part(SHEET_1, sheet(row("<c><v>9<x/>5</v></c>"))),
    "text with something inside": with_part(SHEET_1, sheet(row('<c t="inlineStr"><is><t>a<t>b</t></t></is></c>'))),
    "name with something inside": with_part(
        "xl/workbook.xml",
        str(GOOD["xl/workbook.xml"]).replace("<definedNames>", "<definedNames><definedName>a<x/></definedName>"),
    ),
    "number that is a text": with_part(SHEET_1, sheet(row("<c><is><t>1</t></is></c>"))),
    "text beside a number": with_part(SHEET_1, sheet(row('<c t="n"><is><t>12</t></is><v>90</v></c>'))),
    "cell in a cell": with_part(SHEET_1, sheet(row('<c r="A1"><c r="A2"><v>1</v></c></c>'))),
    "row in a cell": with_part(SHEET_1, sheet(row('<c r="A1"><row r="2"><c r="A2"><v>1</v></c></row></c>'))),
    "cell twice": with_part(SHEET_1, sheet(row('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'))),
    "impossible row": with_part(SHEET_1, sheet('<row r="9999999"/>')),
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_damaged_workbooks(data: bytes) -> None:
    assert fault_of(data) is Fault.DAMAGED


def with_entry(name: str, **attributes: int) -> bytes:
    """The good workbook, with one more entry whose header says what it likes."""
    written = io.BytesIO(packed(GOOD))
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr("placeholder", "x")
        entry = archive.infolist()[-1]
        entry.filename = name
        for attribute, value in attributes.items():
            setattr(entry, attribute, value)
    return written.getvalue()


UNSAFE = {
    "DTD": with_part(SHEET_1, f"<!DOCTYPE worksheet>{SHEET_5}"),
    "entities": with_part("xl/workbook.xml", f'<!DOCTYPE x [<!ENTITY a "b">]>{GOOD["xl/workbook.xml"]!s}'),
    "file as entity": with_part("_rels/.rels", f'<!DOCTYPE x SYSTEM "file:///etc/passwd">{GOOD["_rels/.rels"]!s}'),
    "DTD in UTF-16": with_part(SHEET_1, f"<!DOCTYPE worksheet>{SHEET_5}".encode("utf-16")),
    "same name": with_entry(SHEET_1),
    "same name but for case": with_entry("XL/Worksheets/Sheet1.xml"),
    "absolute name": with_entry("/xl/other.xml"),
    "drive": with_entry("C:other.xml"),
    "name that climbs": with_entry("xl/../../other.xml"),
    "name that only climbs": with_entry(".."),
    "backslashes that climb": with_entry("xl\\..\\..\\other.xml"),
    "same name but for backslashes": with_entry("xl\\worksheets\\sheet1.xml"),
    "encrypted": with_entry("other.xml", flag_bits=1),
    "packed by bzip2": with_entry("other.xml", compress_type=zipfile.ZIP_BZIP2),
    "sheet on the web": with_part(
        "xl/_rels/workbook.xml.rels",
        links(
            extra=f'<Relationship Id="rId1" Type="{LINKS}/worksheet" Target="http://x.example/" TargetMode="External"/>'
        ),
    ),
    "sheet outside": with_part("xl/_rels/workbook.xml.rels", links(("worksheet", "../../sheet1.xml"))),
}


@pytest.mark.parametrize("data", UNSAFE.values(), ids=UNSAFE)
def test_workbooks_made_to_mislead(data: bytes) -> None:
    assert fault_of(data) is Fault.UNSAFE


def cells(count: int, cell: str) -> str:
    return row(cell * count)


def named(count: int) -> str:
    return '<definedName name="n">Sheet1!A1</definedName>' * count


def formatted(rows: int) -> str:
    return "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(1, rows + 1))


def nested(depth: int) -> str:
    return sheet("", after="<a>" * (depth - 1) + "</a>" * (depth - 1))


PADDING = f"<!--{''.join(f'{n * 7919 % 99991:x}' for n in range(40_000))}-->"
"""It packs badly, so that the ratio stays below its limit."""

AT_LIMIT = {
    "cells": workbook(cells(CELLS, "<c><v>1</v></c>")),
    "cells on two sheets": workbook(*[cells(CELLS // 2, "<c><v>1</v></c>")] * 2),
    "rows and formatted cells": workbook(formatted(BLANKS // 2)),
    "characters in a cell": workbook(row(stored_text("x" * CELL_CHARACTERS))),
    "escaped characters in a cell": workbook(row(stored_text("_x263A_" * CELL_CHARACTERS))),
    "different texts": workbook("", sharedStrings=strings(*["<t>a</t>"] * STRINGS)),
    "sheets": workbook(*[""] * SHEETS),
    "defined names": workbook("", names=named(NAMES)),
    "depth": packed(parts(nested(DEPTH))),
    "parts": packed({**GOOD, **{f"x{n}": "" for n in range(PARTS - len(GOOD))}}),
    "file": WHOLE + bytes(20),
}


@pytest.mark.parametrize("data", AT_LIMIT.values(), ids=AT_LIMIT)
def test_workbooks_up_to_a_limit_are_read(data: bytes) -> None:
    assert read_book(data).sheets


# What there is too much of, in the words of the log.
TOO_BIG = {
    "more than 20,000 cells": workbook(cells(CELLS + 1, "<c><v>1</v></c>")),
    "more than 20,000 cells with": workbook(*[cells(CELLS // 2 + 1, "<c><v>1</v></c>")] * 2),
    "more than 200,000 rows and formatted cells": workbook(formatted(BLANKS // 2 + 1)),
    "more than 32,767 characters in a cell": workbook(row(stored_text("x" * (CELL_CHARACTERS + 1)))),
    "more than 32,767 characters": workbook(row(f'<c t="inlineStr"><is>{"<t>%s</t>" % ("x" * 20000) * 2}</is></c>')),
    "more than 4,194,304 characters of text": workbook(cells(150, stored_text("x" * 30000)) + PADDING),
    "more than 20,000 different texts": workbook("", sharedStrings=strings(*["<t>a</t>"] * (STRINGS + 1))),
    "more than 50 sheets": workbook(*[""] * (SHEETS + 1)),
    "more than 20,000 defined names": workbook("", names=named(NAMES + 1)),
    "nested more than 64 deep": packed(parts(nested(DEPTH + 1))),
    "more than 300 parts": packed({**GOOD, **{f"x{n}": "" for n in range(PARTS - len(GOOD) + 1)}}),
    "a file of": WHOLE + bytes(FILE_BYTES),
    "more than 70,000 formats": workbook("", styles=styles(*[0] * (FORMATS + 1), after=PADDING)),
    "a text or tag": packed(parts(sheet("", after=f'<a b="{"x" * RUN_BYTES}"/>'))),
    "more than 20,000 different tags": packed(parts(sheet("", after="".join(f"<a{n}/>" for n in range(XML_NAMES))))),
    "more than 800,000 tags and attributes": packed(parts(sheet("", after="<a/>" * MARKUP + PADDING))),
    "a namespace": packed(parts(sheet("", after=f'<a xmlns="{"x" * 200}"/>'))),
    "a part of more than 1,048,576 bytes": packed(parts(sheet(" " * 2 * MIB))),
    "more than 33,554,432 bytes": packed(parts(*[sheet("", after=PADDING + ("<a/>" + " " * 20_000) * 400)] * 5)),
}


@pytest.mark.parametrize(("excess", "data"), TOO_BIG.items(), ids=TOO_BIG)
def test_workbooks_beyond_a_limit_are_refused(excess: str, data: bytes) -> None:
    assert fault_of(data) is Fault.TOO_BIG
    with pytest.raises(Unreadable, match=excess):
        read_book(data)


def test_sizes_in_headers_are_not_believed() -> None:
    """A part of 3 MiB says that it has 100 bytes; its check sum is right for all of it."""
    data = bytearray(packed(parts(sheet(" " * 3 * MIB))))
    where = data.index(SHEET_1.encode(), data.index(b"PK\1\2")) - 46
    data[where + 24 : where + 28] = (100).to_bytes(4, "little")
    assert fault_of(bytes(data)) in {Fault.DAMAGED, Fault.TOO_BIG}


def test_no_file_takes_long() -> None:
    for name, data in {**AT_LIMIT, **TOO_BIG}.items():
        started = time.process_time()
        reads_or_refuses(data)
        assert time.process_time() - started < 2, name  # one second on the machine where it was measured


# Nothing but a workbook or Unreadable, for any bytes.


def reads_or_refuses(data: bytes) -> None:
    with contextlib.suppress(Unreadable):
        assert isinstance(read_book(data), Book)


RICH = parts(
    sheet(
        row('<c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><f>1+1</f><v>0.65</v></c><c t="b"><v>1</v></c>')
        + '<row><c t="inlineStr"><is><r><t>_x000D_</t></r></is></c><c t="d"><v>2018-10-12</v></c></row>'
    ),
    names='<definedName name="here" localSheetId="0">Sheet1!$A$1:$B$2</definedName>',
    sharedStrings=strings("<t>text</t><rPh><t>x</t></rPh>"),
    styles=styles(0, 164, codes={164: "[h]:mm"}),
)
WHOLE_RICH = packed(RICH)
SNIPPETS = [
    "",
    "<",
    ">",
    '"',
    "-1",
    "99999999999",
    "1e999",
    "\0",
    "é",
    "_xD800_",
    "<v/>",
    "<c>",
    "</c>",
    "&#13;",
    "../",
]


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\3\4", b"PK\5\6", OLE2[:8], b"\xff\xfe", b"<"]))
def test_any_bytes(data: bytes, start: bytes) -> None:
    reads_or_refuses(start + data)


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_any_changed_bytes_of_a_workbook(data: st.DataObject) -> None:
    changed = bytearray(WHOLE_RICH)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(changed) - 1))
        cut = data.draw(st.integers(0, 3))
        changed[at : at + cut] = data.draw(st.binary(max_size=4))
    reads_or_refuses(bytes(changed))


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(sorted(RICH)), st.floats(0, 1), st.integers(0, 8), st.sampled_from(SNIPPETS))
@example(SHEET_1, 0.0, 0, "\ufeff")
def test_any_changed_markup_of_a_workbook(name: str, position: float, cut: int, snippet: str) -> None:
    part = str(RICH[name])
    at = int(position * len(part))
    reads_or_refuses(packed({**RICH, name: part[:at] + snippet + part[at + cut :]}))


# Workbooks that other programs write.

OPENPYXL_TEXT = st.text(
    st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\t\n"),
    min_size=1,
    max_size=20,
).filter(lambda text: "_x" not in text)
VALUES = st.one_of(
    OPENPYXL_TEXT,
    st.booleans(),
    st.integers(-(10**14), 10**14),
    st.floats(-1e300, 1e300, allow_subnormal=False),
    st.dates(min_value=dt.date(1900, 3, 1)),
)
type_of_value = str | bool | int | float | dt.date


@settings(max_examples=50, deadline=None)  # openpyxl takes its time
@given(
    st.lists(st.tuples(st.integers(1, 50), st.integers(1, 50), VALUES), max_size=20, unique_by=lambda each: each[:2])
)
def test_what_openpyxl_writes_is_read_as_openpyxl_reads_it(values: list[tuple[int, int, type_of_value]]) -> None:
    book = openpyxl.Workbook()
    written = book.active
    assert isinstance(written, Worksheet)
    for at_row, column, value in values:
        cell = written.cell(at_row, column, value)
        if isinstance(value, str):
            cell.data_type = "s"
    saved = io.BytesIO()
    book.save(saved)
    theirs = openpyxl.load_workbook(saved).active
    assert isinstance(theirs, Worksheet)
    ours = read_book(saved.getvalue()).sheets[0].cells
    expected = {
        (cell.row, cell.column): cell.value for cells in theirs.iter_rows() for cell in cells if cell.value is not None
    }
    assert {place: as_openpyxl(cell) for place, cell in ours.items()} == {
        place: to_fifteen_digits(value) for place, value in expected.items()
    }


def as_openpyxl(cell: Cell) -> object:
    return {
        Kind.TEXT: cell.text,
        Kind.BOOLEAN: cell.text == "TRUE",
        Kind.NUMBER: cell.number,
        Kind.DATE: cell.date,
    }[cell.kind]


def to_fifteen_digits(value: object) -> object:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return Decimal(f"{value:.15g}")


def test_a_workbook_as_libreoffice_writes_it() -> None:
    """Texts are shared, also those with spaces; formulas give strings, empty ones too; percentages have a code."""
    data = workbook(
        '<row r="1" customFormat="false" ht="12.8" hidden="false"><c r="A1" s="0" t="s"><v>0</v></c>'
        '<c r="B1" s="1" t="n"><v>0.65</v></c><c r="C1" s="0" t="b"><v>1</v></c></row>'
        '<row r="2"><c r="A2" s="0" t="str"><f aca="false">CONCATENATE("a","b")</f><v>ab</v></c>'
        '<c r="B2" s="0" t="str"><f aca="false">IF(TRUE(),"","x")</f><v></v></c>'
        '<c r="C2" s="0" t="e"><f aca="false">1/0</f><v>#DIV/0!</v></c>'
        '<c r="D2" s="2" t="n"><v>43385</v></c><c r="E2" s="0"/></row>',
        sharedStrings=strings('<t xml:space="preserve"> PM 08 </t>'),
        styles=styles(164, 165, 166, codes={164: "General", 165: "0%", 166: "dd/mm/yyyy"}),
        names='<definedName function="false" name="actual" vbProcedure="false">Sheet1!$B$1</definedName>',
    )
    book = read_book(data)
    assert list(book.sheets[0].cells.values()) == [
        Cell(1, 1, Kind.TEXT, " PM 08 "),
        Cell(1, 2, Kind.NUMBER, "0.65", Decimal("0.65"), percent=True, code="0%"),
        Cell(1, 3, Kind.BOOLEAN, "TRUE"),
        Cell(2, 1, Kind.TEXT, "ab", formula=True),
        Cell(2, 2, Kind.TEXT, "", formula=True),
        Cell(2, 3, Kind.ERROR, "#DIV/0!", formula=True),
        Cell(2, 4, Kind.DATE, "2018-10-12", Decimal(43385), date=dt.date(2018, 10, 12), code="dd/mm/yyyy"),
    ]
    assert book.names == (DefinedName("actual", None, "Sheet1", (1, 2), (1, 2)),)
