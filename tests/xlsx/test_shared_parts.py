"""What the cells of a workbook share: number formats and texts."""

import datetime as dt
from decimal import Decimal

import pytest

from generator.xlsx import Cell, CellKind, read_book
from tests.xlsx.archives import packed, parts, strings, styles, workbook
from tests.xlsx.reading import SHEET_5, first_text, only_cell, row

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
    assert (cell.kind, cell.text) == (
        (CellKind.DATE, "2018-10-12") if shown == "date" else (CellKind.NUMBER, "43385.25")
    )


@pytest.mark.parametrize("number", range(60))
def test_built_in_formats(number: int) -> None:
    dates = {*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)}
    cell = only_cell(workbook(row('<c s="0"><v>43385</v></c>'), styles=styles(number)))
    assert cell
    assert (cell.kind is CellKind.DATE, cell.percent) == (number in dates, number in {9, 10})


def test_conditional_formats_codes_are_not_the_cells() -> None:
    conditional = '<dxfs><dxf><numFmt numFmtId="164" formatCode="0%"/></dxf></dxfs>'
    data = workbook(row('<c s="0"><v>5</v></c>'), styles=styles(164, codes={164: "0.0"}, after=conditional))
    assert only_cell(data) == Cell(1, 1, CellKind.NUMBER, "5", Decimal(5), code="0.0")


@pytest.mark.parametrize("style", ["7", "-1", "x", "", "99999999999"])
def test_a_style_that_does_not_exist_is_plain(style: str) -> None:
    data = workbook(row(f'<c s="{style}"><v>5</v></c>'), styles=styles(0))
    assert only_cell(data) == Cell(1, 1, CellKind.NUMBER, "5", Decimal(5))


def test_runs_are_joined_without_what_tells_how_to_say_them() -> None:
    rich = '<r><t>one </t></r><r><rPr><b/></rPr><t xml:space="preserve">two</t></r><rPh sb="0" eb="1"><t>WAN</t></rPh>'
    common = strings("<t>first</t>", rich, "<t>漢</t><rPh><t>kan</t></rPh><phoneticPr/>")
    data = workbook(
        row(f'<c t="s"><v>1</v></c><c t="inlineStr"><is>{rich}</is></c><c t="s"><v> 2 </v></c>'), sharedStrings=common
    )
    assert [cell.text for cell in read_book(data).sheets[0].cells.values()] == ["one two", "one two", "漢"]


@pytest.mark.parametrize("kind", ["styles", "sharedStrings"])
def test_styles_and_shared_texts_may_be_missing(kind: str) -> None:
    made = parts(SHEET_5, **{kind: ""})
    del made[f"xl/{kind}.xml"]
    assert first_text(packed(made)) == "5"
