"""The issued workbook: what every client needs of it, and that the table of fields, the sheet and the guide agree."""

import io
import re
import zipfile
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from generator.forms import form_words as form
from generator.forms.asked.fixed_questions import DATE_ALERT, LIST_ALERT
from generator.forms.asked.question_types import Answer
from generator.forms.form_workbook import issue_workbook
from generator.model.measure import Kind, Measure
from generator.xlsx import read_book
from tests.forms.contents import MEASURE, SCHEMES, contents_of

FUNCTIONS_OF_2007 = {
    *("ABS", "AND", "CELL", "CHAR", "COUNT", "COUNTIF", "FIND", "HYPERLINK", "IF", "INDEX", "ISERROR", "ISNUMBER"),
    *("ISTEXT", "LEFT", "LEN", "MATCH", "NOT", "OR", "ROUND", "ROW", "SUBSTITUTE", "SUMPRODUCT", "TRIM"),
    *("DATE", "DAY", "IFERROR", "INT", "ISLOGICAL", "LOOKUP", "LOWER", "MAX", "MID", "MIN", "MONTH", "REPT", "RIGHT"),
    *("TEXT", "VALUE"),
}
LONGEST_LITERAL, LONGEST_FORMULA = 255, 8192
ASKED = contents_of(MEASURE).asked


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}


@pytest.mark.parametrize("scheme", sorted(path.stem for path in SCHEMES.glob("*.toml")))
@pytest.mark.parametrize("kind", [Kind.NUMBER, Kind.MILESTONE, Kind.DATE])
def test_formulas_work_in_every_client_since_2007(scheme: str, kind: Kind) -> None:
    target = {Kind.MILESTONE: 'The "last" step'}.get(kind)
    measure = Measure(
        code="A 1", title="T", groups=("P",), kind=kind, scheme=scheme, year_end_target=target or Decimal(90)
    )
    book = load_workbook(io.BytesIO(issue_workbook(contents_of(measure))))
    formulas = [
        cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" and isinstance(cell.value, str)
    ]
    assert len(formulas) > 40
    for formula in formulas:
        bare = re.sub(r'"(?:[^"]|"")*"', '""', formula)
        assert set(re.findall(r"([A-Z][A-Z0-9.]*)\(", bare)) <= FUNCTIONS_OF_2007, formula
        assert bare.count("(") == bare.count(")")
        assert len(formula) <= LONGEST_FORMULA
        assert max(map(len, re.findall(r'"((?:[^"]|"")*)"', formula)), default=0) <= LONGEST_LITERAL


def test_what_an_answer_may_be_is_what_the_table_says() -> None:
    sheet = load_workbook(io.BytesIO(issue_workbook(contents_of(MEASURE))))[form.SHEET]
    rows = {str(sheet.cell(row, 1).value): row for row in range(1, sheet.max_row + 1)}
    rules = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    for field in ASKED.fields:
        row = rows[field.row_refs[0]]
        label, _, hint = str(sheet.cell(row, 2).value).partition("\n")
        assert label == field.label
        assert hint.startswith(field.hint)
        rule = rules.get(f"C{row}")
        assert ((rule.error if rule else None) or "") == field.alert, field.name
        assert ((rule.prompt if rule else None) or "") == field.prompt
        formula = str(sheet.cell(row, 4).value or "")
        assert (not field.to_do) or field.to_do in formula, field.name
        assert not field.prefilled or not formula


def test_the_guide_is_the_table() -> None:
    sheet = load_workbook(io.BytesIO(issue_workbook(contents_of(MEASURE))))[form.GUIDANCE_SHEET]
    rows = [row for row in sheet.iter_rows(values_only=True) if row[1]][1:]
    asked = [field for field in ASKED.fields if not field.prefilled]
    assert [row[:2] for row in rows] == [(f"{field.ref}. {field.label}", field.needed) for field in asked]
    assert all(row[2] == (field.hint or "In your own words.") for row, field in zip(rows, asked, strict=True))


def test_answer_cells_stay_open_on_a_locked_sheet_even_after_a_paste() -> None:
    data = issue_workbook(contents_of(MEASURE))
    xml = parts(data)["xl/worksheets/sheet1.xml"]
    ranges = re.search(r'<protectedRange sqref="([^"]+)" name="Answers"/>', xml)
    assert ranges
    open_rows = {
        row for start, end in re.findall(r"C(\d+):C(\d+)", ranges[1]) for row in range(int(start), int(end) + 1)
    }
    sheet = load_workbook(io.BytesIO(data))[form.SHEET]
    unlocked = {row for row in range(1, sheet.max_row + 1) if not sheet.cell(row, 3).protection.locked}
    assert open_rows == unlocked
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert (sheet.protection.formatCells, sheet.protection.formatRows) == (False, False), "False is: allowed"


def test_rows_grow_with_their_text_and_text_stays_text() -> None:
    data = issue_workbook(contents_of(MEASURE))
    assert "customHeight" not in parts(data)["xl/worksheets/sheet1.xml"]
    sheet = load_workbook(io.BytesIO(data))[form.SHEET]
    rows = {str(sheet.cell(row, 1).value): row for row in range(1, sheet.max_row + 1)}
    text = [field for field in ASKED.fields if field.answer in {Answer.TEXT, Answer.LINES} and not field.prefilled]
    assert all(sheet.cell(rows[ref], 3).number_format == "@" for field in text for ref in field.row_refs)
    assert sheet.cell(rows["A2"], 3).data_type == "s"


def test_nothing_is_hidden_or_merged_and_each_sheet_has_its_title_and_its_table() -> None:
    book = load_workbook(io.BytesIO(issue_workbook(contents_of(MEASURE), contents_of(MEASURE))))
    assert book.sheetnames == ["EI 12-EI 3", "EI 12-EI 3 (2)", "Guidance", "Lists", "Workings"]
    for sheet in book.worksheets:
        assert sheet.sheet_state == "visible"
        assert not sheet.merged_cells.ranges
        assert sheet["A1"].value
        assert len(sheet.tables) == 1
        assert all(table.autoFilter is None for table in sheet.tables.values())
    names = [table.name for sheet in book.worksheets for table in sheet.tables.values()]
    assert len(set(names)) == len(names)


def test_the_form_prints_its_questions_answers_and_checks_on_a4() -> None:
    sheet = load_workbook(io.BytesIO(issue_workbook(contents_of(MEASURE))))[form.SHEET]
    assert str(sheet.print_area).endswith("$D$82")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.freeze_panes) == ("portrait", 9, "C5")
    assert len(sheet.row_breaks.brk) == 1


def test_hostile_words_of_the_register_are_only_words() -> None:
    hostile = Measure(code="'=1+1", title='"&CMD|x', groups=("<b>",), unit='"', year_end_target=Decimal(1))
    data = issue_workbook(contents_of(hostile, council="=1", send_to='"=2'))
    cells = read_book(data).sheets[0].cells.values()
    formulas = {cell.column for cell in cells if cell.formula}
    assert formulas <= {1, 4}, "the line at the top and the Check column"
    assert [cell.row for cell in cells if cell.formula and cell.column == 1] == [3]


@pytest.mark.parametrize(
    ("kind", "scheme", "words", "alert"),
    [
        (Kind.YES_NO, "derby", "list_yes_no", LIST_ALERT),
        (Kind.DATE, "derby", "1", DATE_ALERT),
        (Kind.MILESTONE, "derby", None, None),
        (Kind.MILESTONE, "south-kesteven", "list_milestone", ""),
    ],
)
def test_a_figure_that_is_no_number_is_asked_for_as_what_it_is(
    kind: Kind, scheme: str, words: str | None, alert: str | None
) -> None:
    measure = Measure(code="A", title="T", groups=("P",), kind=kind, scheme=scheme)
    contents = contents_of(measure)
    sheet = load_workbook(io.BytesIO(issue_workbook(contents)))[form.SHEET]
    row = next(row for row in range(1, 40) if sheet.cell(row, 1).value == "B2")
    rules = [each for each in sheet.data_validations.dataValidation if f"C{row}" in each.sqref]
    assert [each.formula1 for each in rules] == ([words] if words else [])
    assert [each.error or "" for each in rules] == ([alert] if words else [])
