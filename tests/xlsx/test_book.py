"""A workbook, its sheets and its names: what is read, whoever wrote it; any other bytes are refused."""

import datetime as dt
import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from generator.xlsx import Cell, CellKind, DefinedName, Fault, read_book
from tests.xlsx.archives import LINKS, MAIN, SHEET_1, links, packed, parts, sheet, strings, styles, workbook
from tests.xlsx.reading import (
    GOOD,
    OLE2,
    SHEET_5,
    WHOLE,
    fault_of,
    first_text,
    reads_or_refuses,
    row,
    stored_text,
    with_part,
)


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


@pytest.mark.parametrize(
    "target",
    ["worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "../xl/./worksheets/sheet1.xml", "Worksheets/SHEET1.xml"],
)
def test_parts_are_found_however_they_are_addressed(target: str) -> None:
    assert first_text(packed({**parts(SHEET_5), "xl/_rels/workbook.xml.rels": links(("worksheet", target))})) == "5"


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


# Defined names: what they mean, and the range.
MEANINGS = {
    "Return!$C$14": ("Return", (14, 3), (14, 3)),
    "'My sheet'!$C$14:$C$25": ("My sheet", (14, 3), (25, 3)),
    "'Ann''s (2)'!A1": ("Ann's (2)", (1, 1), (1, 1)),
    "Return!$D$9:$B$7": ("Return", (7, 2), (9, 4)),
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


def without_part(name: str) -> bytes:
    return packed({each: part for each, part in GOOD.items() if each != name})


def with_flipped_byte(name: str) -> bytes:
    """The part's data are stored, not packed, so that its check sum alone can tell."""
    data = packed(GOOD, zipfile.ZIP_STORED)
    part = GOOD[name]
    assert isinstance(part, str)
    return data.replace(part.encode(), part.replace("<v>5", "<v>6").encode(), 1)


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
        CellKind.TEXT: cell.text,
        CellKind.BOOLEAN: cell.text == "TRUE",
        CellKind.NUMBER: cell.number,
        CellKind.DATE: cell.date,
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
        Cell(1, 1, CellKind.TEXT, " PM 08 "),
        Cell(1, 2, CellKind.NUMBER, "0.65", Decimal("0.65"), percent=True, code="0%"),
        Cell(1, 3, CellKind.BOOLEAN, "TRUE"),
        Cell(2, 1, CellKind.TEXT, "ab", formula=True),
        Cell(2, 2, CellKind.TEXT, "", formula=True),
        Cell(2, 3, CellKind.ERROR, "#DIV/0!", formula=True),
        Cell(2, 4, CellKind.DATE, "2018-10-12", Decimal(43385), date=dt.date(2018, 10, 12), code="dd/mm/yyyy"),
    ]
    assert book.names == (DefinedName("actual", None, "Sheet1", (1, 2), (1, 2)),)
