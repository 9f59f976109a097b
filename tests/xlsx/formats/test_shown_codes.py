"""What a cell shows of its number or text, and what of it is struck out or raised; LibreOffice is the other witness."""

import csv
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from generator.reading.workbook_codec import book_as_data, book_from_data
from generator.xlsx import Cell, Makes, read_book
from generator.xlsx.formats.number_format import number_format
from generator.xlsx.formats.shown import shown_number, shown_text
from generator.xlsx.worksheet_fast import plain_cells
from tests.clients.programs import convert
from tests.xlsx.archives import MAIN, SHEET_1, packed, parts, sheet, strings

# A code, a number, what is shown, and what the code makes of it.
SHOWN: tuple[tuple[str, str, str, Makes], ...] = (
    ("General", "90.25", "90.25", Makes.NUMBER),
    ("0.0", "90.25", "90.3", Makes.NUMBER),
    ("#,##0", "1234567.8", "1,234,568", Makes.NUMBER),
    ("#,##0_);(#,##0)", "-3", "(3)", Makes.NUMBER),
    ("0;0", "-3", "3", Makes.NUMBER),
    ("00000", "12", "00012", Makes.NUMBER),
    ("00-00-00", "123456", "12-34-56", Makes.NUMBER),
    ('0"0"', "3", "30", Makes.NUMBER),
    ("@", "3", "3", Makes.NUMBER),
    ("0%", "0.895", "90%", Makes.PERCENTAGE),
    ("0.0%;-0.0%", "-0.123", "-12.3%", Makes.PERCENTAGE),
    ("h:mm", "0.395833333333333", "9:30", Makes.TIME),
    ("[h]:mm", "1.5625", "37:30", Makes.TIME),
    ("mm:ss", "0.00190972222", "02:45", Makes.TIME),
    ("h:mm AM/PM", "0.75", "6:00 PM", Makes.TIME),
    ("hh:mm:ss.00", "0.1234567", "02:57:46.66", Makes.TIME),
    ("h:mm", "-0.5", "########", Makes.TIME),
    ("dd/mm/yyyy", "0", "00/01/1900", Makes.DATE),
    ('0" weeks"', "3", "3 weeks", Makes.NUMBER),
    ("[$£-809]#,##0.00;[RED]-[$£-809]#,##0.00", "90", "£90.00", Makes.NUMBER),
    ("[$€-2] #,##0", "90", "€ 90", Makes.NUMBER),
    ('[<6]"fewer than 6";0', "3", "fewer than 6", Makes.WORDS),
    ('[<6]"fewer than 6";0', "8", "8", Makes.NUMBER),
    ('"Yes";"Yes";"No"', "1", "Yes", Makes.WORDS),
    ("0,", "3250000", "3250", Makes.SCALED),
    ('0.0,,"m"', "3250000", "3.3m", Makes.SCALED),
    ("# ?/?", "1.5", "1 1/2", Makes.FRACTION),
    ("# ?/4", "1.26", "1 1/4", Makes.FRACTION),
    ("0.0E+00", "1234", "1.2E+03", Makes.SCIENTIFIC),
    ("##0.0E+0", "12345", "12.3E+3", Makes.SCIENTIFIC),
    (";;;", "3", "", Makes.NOTHING),
    ("0;;", "-3", "", Makes.NOTHING),
    ('[=1]"one"', "2", "########", Makes.NOTHING),
)


@pytest.mark.parametrize(("code", "number", "shown", "makes"), SHOWN, ids=[f"{each[0]} {each[1]}" for each in SHOWN])
def test_a_code_shows_a_number_and_makes_something_of_it(code: str, number: str, shown: str, makes: Makes) -> None:
    assert shown_number(Decimal(number), code) == shown
    section = number_format(code).section_for(Decimal(number))
    assert section is None or section.makes is makes


@pytest.mark.parametrize(("code", "shown"), [('@" weeks"', "84 weeks"), (";;;", ""), ("0.0", "84"), ("0;0;0;@", "84")])
def test_a_code_may_change_a_text(code: str, shown: str) -> None:
    assert shown_text("84", code) == shown


@settings(deadline=None)
@given(
    st.text(st.sampled_from('0#?.,%/E+-;:@[]<>=6dmyhs"\\_* £$AMPGeneral()'), max_size=40),
    st.floats(allow_nan=False, allow_infinity=False).map(lambda each: Decimal(f"{each:.15g}")),
)
@example("0/:0", Decimal(0))  # a fraction with no place for what it is of
def test_any_code_shows_something_of_any_number(code: str, number: Decimal) -> None:
    assert isinstance(shown_number(number, code), str)
    assert isinstance(shown_text("a", code), str)


CODES = (
    *("General", "0", "0.0", "0.00", "#,##0", "#,##0.00", "00000", "#", "?0.00", "[Red]0.0", "0;-0", "0;(0)"),
    *("#,##0_);(#,##0)", "#,##0.00_);[Red](#,##0.00)", "0%", "0.0%", "0 %", "0.00E+00", "##0.0E+0", "0E+0"),
    *("# ?/?", "# ??/??", "?/?", "# ?/4", "# ???/???", "0,", "0.0,", '0.0,,"m"', '0.0,"k"', "[$£-809]#,##0.00"),
    *('"£"#,##0', "[$€-2] #,##0.00", "#,##0 [$€-407]", "[$GBP] #,##0.00", '0" weeks"', '"c. "0', '"<"0', '0"+"'),
    *('0"%"', "\\~0", '[<6]"fewer than 6";0', '[<=5]"5 or fewer";General', '[>=1000]0.0," K";0', '"Yes";;"No"'),
    *('[>=1000000]0.0,," M";[>=1000]0.0," K";0', '[=1]"Yes";[=0]"No";General', ";;;", "0;;", ";0", '0;0;"nil"'),
    *('#,##0;-#,##0;"-"', "+0;-0;0", "00-00-00", '0"0"', '"1"0', "h:mm", "hh:mm:ss", "[h]:mm", "[mm]:ss", "[ss]"),
    *("mm:ss", "mm:ss.0", "h:mm AM/PM", 'h"h "mm"m"', "dd/mm/yyyy", "d-mmm-yy", "yyyy-mm-dd", "dddd d mmmm yyyy"),
    *("mmm-yy", "yyyy", "dd/mm/yyyy hh:mm", "yyyymmdd", "[$-809]dd mmmm yyyy", 'General" approx"', "0.0#"),
    *('_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', '0"/"0', '0.00" per 1,000"', "[<0]0;0", "µ0"),
)
FIGURES = (0, 1, 3, 0.5, 1.5, 45.678, 1234.5, -1234.567, 3250000, 45680.75, 0.905, 12)
FIRST_DAY_ALIKE, LAST_DAY = 61, 2_958_466
"""The two programs count days alike from 1 March 1900 on, to the end of 9999."""


def test_libreoffice_shows_the_same(tmp_path: Path) -> None:
    book = Workbook()
    page = book["Sheet"]
    for row, code in enumerate(CODES, 1):
        for column, figure in enumerate(FIGURES, 1):
            page.cell(row, column, figure).number_format = code
    book.save(tmp_path / "shown.xlsx")
    listed = convert(tmp_path / "shown.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76", tmp_path)
    rows = list(csv.reader(listed.read_text(encoding="utf-8").splitlines()))
    cells = read_book((tmp_path / "shown.xlsx").read_bytes()).sheets[0].cells
    for (row, column), cell in cells.items():
        if is_shown_alike(cell):
            theirs, ours = (" ".join(text.split()) for text in (rows[row - 1][column - 1], cell.shown))
            assert ours == theirs, (CODES[row - 1], cell.text)


def is_shown_alike(cell: Cell) -> bool:
    section, number = cell.section, cell.number or 0
    if section is None or section.makes is not Makes.DATE:
        return section is None or section.makes is not Makes.TIME or 0 <= number < LAST_DAY
    return cell.date is not None and number >= FIRST_DAY_ALIKE


# What is struck out, raised or lowered

STRUCK = f"""<styleSheet xmlns="{MAIN}"><fonts><font><sz val="11"/></font><font><strike/></font>
<font><strike val="0"/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/>
<xf numFmtId="0" fontId="2"/><xf numFmtId="164" fontId="0"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs>
<numFmts><numFmt numFmtId="164" formatCode="@&quot; weeks&quot;"/></numFmts></styleSheet>"""
RAISED = '<r><t>84.8</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r>'
PART = '<r><rPr><strike/></rPr><t xml:space="preserve">90 </t></r><r><rPr><b/></rPr><t>85</t></r>'
RICH = "<r><rPr><b/></rPr><t>85</t></r>"


def inline(content: str, style: int = 0) -> str:
    return f'<c r="A1" s="{style}" t="inlineStr"><is>{content}</is></c>'


def shared(content: str, style: int = 0) -> tuple[str, str]:
    return f'<c r="A1" s="{style}" t="s"><v>0</v></c>', content


LOOKS: tuple[tuple[str, str, int, tuple[str, ...], tuple[str, ...]], ...] = (
    ("plain", "<t>85</t>", 0, (), ()),
    ("its cell is struck out", "<t>85</t>", 1, ("85",), ()),
    ("its cell is not struck out, in so many words", "<t>85</t>", 2, (), ()),
    ("a raised 2", RAISED, 0, (), ("2",)),
    ("a struck out piece", PART, 0, ("90 ",), ()),
    ("a run of its own font in a struck out cell", RICH, 1, (), ()),
    ("a run of the cell's font in a struck out cell", f"<r><t>9</t></r>{RICH}", 1, ("9",), ()),
)


def outcomes(row: str, text: str = "<t/>") -> list[Cell]:
    data = packed({**parts("", styles=STRUCK, sharedStrings=strings(text)), SHEET_1: sheet(f'<row r="1">{row}</row>')})
    found = []
    for way in (plain_cells, lambda *_: None):
        with patch("generator.xlsx.worksheet.plain_cells", way):
            found.append(read_book(data).sheets[0].cells[1, 1])
    return found


@pytest.mark.parametrize(
    ("content", "style", "struck", "raised"), [each[1:] for each in LOOKS], ids=[x[0] for x in LOOKS]
)
def test_pieces_that_are_struck_out_or_raised_are_known(
    content: str, style: int, struck: Sequence[str], raised: Sequence[str]
) -> None:
    for cell in (*outcomes(inline(content, style)), *outcomes(*shared(content, style))):
        assert (cell.struck, cell.raised) == (struck, raised)
        assert cell.is_struck_out == ("".join(struck) == cell.text)


def test_a_number_may_be_struck_out_and_a_text_may_have_a_format() -> None:
    for cell in outcomes('<c r="A1" s="1"><v>85</v></c>'):
        assert cell.is_struck_out
    for cell in outcomes(inline("<t>3</t>", 3)):
        assert (cell.text, cell.shown) == ("3", "3 weeks")


def test_what_cells_look_like_goes_from_process_to_process() -> None:
    rows = f'<row r="1">{inline(RAISED)}</row><row r="2">{inline(PART).replace("A1", "A2")}</row>'
    rows += '<row r="3"><c r="A3" s="1"><v>0.5</v></c><c r="B3" s="3"><v>3</v></c></row>'
    book = read_book(packed({**parts("", styles=STRUCK), SHEET_1: sheet(rows)}))
    assert book_from_data(book_as_data(book)) == book
