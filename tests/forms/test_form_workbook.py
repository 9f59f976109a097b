"""The issued workbook: what every client needs of it, and that the table of fields, the sheet and the guide agree."""

import io
import re
import sys
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.as_xlsx.cells_as_xml import row_as_xml
from generator.forms.as_xlsx.writing import skeleton_of
from generator.forms.asked import form_words as form
from generator.forms.asked.fixed_questions import DATE_ALERT, LIST_ALERT
from generator.forms.asked.form_contents import Contents, TopicContents
from generator.forms.asked.question_types import Answer
from generator.forms.form_workbook import issue_workbook
from generator.forms.issued_texts import is_of_a_form
from generator.forms.question_row import question_row
from generator.forms.questions_in_words import as_asked
from generator.model.figures import YearToDate
from generator.model.measure import Basis, Kind, Measure, Polarity
from generator.model.period import Period
from generator.model.shape import DEFAULT_SHAPE, Topic
from generator.xlsx import Cell, CellKind, read_book
from tests.forms.contents import MEASURE, SCHEMES, contents_of
from tests.projects import rows_by_key

FUNCTIONS_OF_2007 = {
    *(
        "ABS",
        "AND",
        "CELL",
        "CHAR",
        "CHOOSE",
        "COUNT",
        "COUNTIF",
        "FIND",
        "HYPERLINK",
        "IF",
        "INDEX",
        "ISERROR",
        "ISNUMBER",
    ),
    *("ISTEXT", "LEFT", "LEN", "MATCH", "NOT", "OR", "ROUND", "ROW", "SUBSTITUTE", "SUMPRODUCT", "TRIM"),
    *("DATE", "DAY", "IFERROR", "INT", "ISLOGICAL", "LOOKUP", "LOWER", "MAX", "MID", "MIN", "MONTH", "REPT", "RIGHT"),
    *("TEXT", "VALUE"),
}
LONGEST_LITERAL, LONGEST_FORMULA = 255, 8192
ASKED = contents_of(MEASURE).asked
TEXT = CellKind.TEXT


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


def form_of(data: bytes) -> tuple[Worksheet, dict[str, int]]:
    """The sheet of a single form, and the row of each of its keys."""
    sheet = load_workbook(io.BytesIO(data))[form.SHEET]
    return sheet, rows_by_key(sheet)


def test_what_an_answer_may_be_is_what_the_table_says() -> None:
    sheet, rows = form_of(issue_workbook(contents_of(MEASURE)))
    rules = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    for field in (each for each in ASKED.fields if not each.prefilled):
        row = rows[field.row_keys[0]]
        assert str(sheet.cell(row, 2).value).startswith(field.label)
        assert field.hint in str(sheet.cell(row, 2).value)
        rule = rules.get(f"C{row}")
        assert ((rule.error if rule else None) or "") == field.alert, field.name
        assert ((rule.prompt if rule else None) or "") == field.prompt
        assert ASKED.said(field.to_do) in str(sheet.cell(row, 5).value or ""), field.name


SAID = {
    "a percentage with last time's": (
        {"quarter_targets": (None, Decimal(95), None, None)},
        {"previous_actual": Decimal("43.1"), "year_ago_actual": Decimal(40)},
        "Result for July to September 2018\nTarget: 95.0% or more.\nLast time: 43.1%, Amber. A year ago: 40.0%.",
    ),
    "cumulative": (
        {"basis": Basis.CUMULATIVE, "quarter_targets": (None, Decimal(95), None, None)},
        {},
        "Result for April to September 2018 (the year so far)\nTarget: 95.0% or more.",
    ),
    "a snapshot": (
        {"basis": Basis.SNAPSHOT, "quarter_targets": (None, Decimal(95), None, None)},
        {},
        "Result at 30 September 2018\nTarget: 95.0% or more.",
    ),
    "a milestone": (
        {"kind": Kind.MILESTONE, "unit": "", "quarter_targets": (None, "Completed", None, None)},
        {},
        "Where does it stand now?\nTarget: Completed.",
    ),
    "a date": (
        {"kind": Kind.DATE, "unit": "", "quarter_targets": (None, date(2018, 9, 30), None, None)},
        {},
        "When was it done?\nTarget: 30 September 2018.\nA date, such as 31/01/2019.",
    ),
    "yes or no": (
        {"kind": Kind.YES_NO, "unit": "", "quarter_targets": (None, "Yes", None, None)},
        {},
        "Result for July to September 2018\nTarget: Yes.\nYes or No.",
    ),
    "data only": (
        {"kind": Kind.DATA_ONLY, "polarity": Polarity.NONE, "quarter_targets": (None, None, None, None)},
        {},
        "Result for July to September 2018",
    ),
}


@pytest.mark.parametrize(("measure", "figures", "said"), SAID.values(), ids=SAID)
def test_a_figure_is_asked_for_beside_what_it_is_held_against(
    measure: dict[str, Any], figures: dict[str, Decimal], said: str
) -> None:
    contents = contents_of(replace(MEASURE, **measure), figures=figures, last_statuses={"quarter": "Amber"})
    sheet, rows = form_of(issue_workbook(contents))
    assert sheet.cell(rows["quarter_actual"], 2).value == said
    assert is_of_a_form(said, DEFAULT_SHAPE)


_NOW, _STANDS, _WAS = "Where does it stand now?", "say where it stands", "enter when it was done"


@pytest.mark.parametrize(
    ("kind", "quarter", "result", "year_end", "to_do"),
    [
        (Kind.DATE, 2, "When was it done?", "When will it be done?", (_WAS, "enter when it will be done")),
        (Kind.DATE, 4, "When was it done?", "When was it done in 2018/19?", (_WAS, _WAS)),
        (Kind.MILESTONE, 2, _NOW, "Where will it be on 31 March 2019?", (_STANDS, "say where it will be")),
        (Kind.MILESTONE, 4, _NOW, "Where did it stand on 31 March 2019?", (_STANDS, "say where it stood")),
    ],
)
def test_what_is_done_is_asked_for_as_such(
    kind: Kind, quarter: int, result: str, year_end: str, to_do: tuple[str, str]
) -> None:
    period = Period(2018, quarter)
    measure = replace(MEASURE, kind=kind, unit="", stands_in=period, year_to_date=YearToDate.ASKED)
    contents = contents_of(measure, period=period)
    labels = [as_asked(contents.asked.by_name[name], contents).label for name in ("quarter_actual", "forecast_actual")]
    assert labels == [result, year_end]
    sheet = read_book(issue_workbook(contents)).sheets[0]
    said = [cell.text for (_, column), cell in sorted(sheet.cells.items()) if column == 5 and cell.text][1:3]
    assert said == [f"To do: {words}, or say at 1a why not." for words in to_do]
    assert all(is_of_a_form(label, DEFAULT_SHAPE) for label in labels)


def test_what_adds_up_says_so_from_the_years_first_period_on_and_that_last_times_was_a_whole_years() -> None:
    measure = replace(MEASURE, basis=Basis.CUMULATIVE, quarter_targets=(Decimal(95), None, None, None))
    first = contents_of(measure, period=Period(2018, 1), figures={"previous_actual": Decimal(98)})
    assert as_asked(ASKED.by_name["quarter_actual"], first) == (
        "Result for April to June 2018 (the year so far)",
        "Target: 95.0% or more.\nLast time: 98.0% (the whole of 2017/18).",
    )


def guidance_of(contents: Contents) -> list[str]:
    sheet = load_workbook(io.BytesIO(issue_workbook(contents)))[form.GUIDANCE_SHEET]
    assert sheet.max_column == 1
    return [str(sheet.cell(row, 1).value) for row in range(1, sheet.max_row + 1)]


def test_the_guidance_is_half_a_page_and_says_how_the_status_comes_about() -> None:
    said = guidance_of(contents_of(MEASURE))
    assert len(said) < 15
    assert "Red: worse than target by more than 5%." in str(said[-1])


def test_the_guidance_speaks_of_what_the_form_asks() -> None:
    of_a_date = contents_of(replace(MEASURE, kind=Kind.DATE))
    of_a_group = TopicContents(topic=Topic(0), period=of_a_date.period, council=of_a_date.council, due=of_a_date.due)
    said = [
        [" ".join(text.split()[1:3]) for text in guidance_of(each)[3:5]]
        for each in (contents_of(MEASURE), of_a_date, of_a_group)
    ]
    assert said == [
        ["A figure", "No result?"],
        ["No result?", "Write each"],
        ["Write each", "To paste"],
    ]


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
    rows = rows_by_key(sheet)
    text = [field for field in ASKED.fields if field.answer is not Answer.DATE and not field.prefilled]
    assert all(sheet.cell(rows[key], 3).number_format == "@" for field in text for key in field.row_keys)
    assert sheet.cell(rows["measure_title"], 3).data_type == "s"


def test_workings_are_out_of_sight_nothing_is_merged_and_each_sheet_has_its_title() -> None:
    book = load_workbook(io.BytesIO(issue_workbook(contents_of(MEASURE), contents_of(MEASURE))))
    titles = ["EI 12-EI 3 =HYPERLINK(1) & <b>", "EI 12-EI 3 =HYPERLINK(1) & (2)"]
    assert book.sheetnames == ["Your measures", *titles, "Guidance", "Lists", "Workings"]
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    assert hidden == ["Lists", "Workings"]
    for sheet in book.worksheets:
        assert not sheet.merged_cells.ranges
        assert sheet["A1"].value
        assert len(sheet.tables) == (sheet.title != "Guidance")
        assert all(table.autoFilter is None for table in sheet.tables.values())
    names = [table.name for sheet in book.worksheets for table in sheet.tables.values()]
    assert len(set(names)) == len(names)


TABS = [
    (("Bins emptied", "Streets swept"), ["Bins emptied", "Streets swept"]),
    (("Bins", "BINS", "Bins"), ["A1 Bins", "BINS", "A3 Bins"]),
    (
        ("Percentage of household waste recycled", "Percentage of household waste composted", "Fly-tipping"),
        ["A1 recycled", "A2 composted", "Fly-tipping"],
    ),
    (
        ("Percentage of major applications decided in time", "Percentage of minor applications decided in time"),
        ["A1 major applications decided", "A2 minor applications decided"],
    ),
    (
        ("Time from call to answer, in seconds", "Time from call to answer"),
        ["A1 answer, in seconds", "Time from call to answer"],
    ),
    (("Anti" * 9, 'Say "yes" [or: no]?'), ["A1 " + "Anti" * 7, "Say -yes- -or- no"]),
    (("History", "'Quoted'"), ["History (2)", "Quoted"]),
]


@pytest.mark.parametrize(("titles", "tabs"), TABS)
def test_tabs_tell_the_measures_of_a_bundle_apart(titles: tuple[str, ...], tabs: list[str]) -> None:
    each = [contents_of(replace(MEASURE, code=f"A{at}", title=title)) for at, title in enumerate(titles, 1)]
    book = load_workbook(io.BytesIO(issue_workbook(*each)))
    assert book.sheetnames[1 : len(titles) + 1] == tabs


@pytest.mark.parametrize("title", ['The "rate" of {}', '{0}"' * 200, 'The rate of {} "'])
def test_a_quotation_mark_in_a_title_ends_no_formula(title: str) -> None:
    each = [contents_of(replace(MEASURE, code=code, title=title.format(code))) for code in ("A", "B")]
    book = load_workbook(io.BytesIO(issue_workbook(*each)))
    cells = [str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    formulas = [text for text in cells if text.startswith("=") and "HYPERLINK" in text]
    assert len(formulas) == 6, "two links to each form, and one back"
    for formula in formulas:
        outside = re.sub('"(?:[^"]|"")*"', "", formula)
        assert not re.search('"|rate', re.sub("'[^']*'!", "", outside)), formula
        texts = re.findall('"((?:[^"]|"")*)"', formula)
        assert max(len(text.replace('""', '"')) for text in texts) <= LONGEST_LITERAL


def test_the_form_prints_its_questions_answers_and_checks_on_a4() -> None:
    sheet, _ = form_of(issue_workbook(contents_of(MEASURE)))
    assert str(sheet.print_area).endswith("$A$1:$E$59")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.freeze_panes) == ("portrait", 9, "A6")
    assert sheet.page_setup.scale == 80


def test_a_form_that_nobody_has_begun_shows_what_is_to_do_before_any_formula_is_worked_out() -> None:
    """Protected View and previews work out nothing."""
    sheet = read_book(issue_workbook(contents_of(MEASURE))).sheets[0]
    said = {row: cell.text for (row, column), cell in sheet.cells.items() if column == 5 and row > 5 and cell.text}
    assert list(said.values()) == [
        "To do: enter the result, or say at 1a why there is none.",
        "To do: enter the forecast, or say at 1a why there is none.",
        *["Only if Amber or Red."] * 3,
        "To do: enter your name.",
        "To do: enter who approved this.",
    ]
    assert sheet.cells[4, 1].text == "4 things left to do. Next: question 1."


def forget_what_was_kept() -> None:
    modules = [module for name, module in sys.modules.items() if name.startswith("generator.")]
    kept = [each for module in modules for each in vars(module).values() if hasattr(each, "cache_clear")]
    assert {question_row, row_as_xml, skeleton_of}.issubset(kept)
    for each in kept:
        each.cache_clear()


def test_a_form_made_after_others_has_the_same_bytes_as_one_made_alone() -> None:
    every = [
        contents_of(MEASURE),
        contents_of(replace(MEASURE, code="B", title="Another", unit="days", decimals=2)),
        contents_of(replace(MEASURE, kind=Kind.MILESTONE, unit="", quarter_targets=(None, "Done", None, None))),
        contents_of(replace(MEASURE, has_forecast=False, title="Long " * 40)),
        contents_of(MEASURE, last_time={"context.1": "It rained."}, answers={"quarter_actual": Cell(0, 0, TEXT, "3")}),
    ]
    alone = []
    for each in every:
        forget_what_was_kept()
        alone.append(issue_workbook(each))
    assert [issue_workbook(each) for each in (*every, *every)] == [*alone, *alone]


def test_hostile_words_of_the_register_are_only_words() -> None:
    hostile = Measure(code="'=1+1", title='"&CMD|x', groups=("<b>",), unit='"', year_end_target=Decimal(1))
    data = issue_workbook(contents_of(hostile, council="=1", send_to='"=2'))
    cells = read_book(data).sheets[0].cells.values()
    formulas = {cell.column for cell in cells if cell.formula}
    assert formulas <= {1, 5}, "the line at the top, and what is said so far"
    assert [cell.row for cell in cells if cell.formula and cell.column == 1] == [4]


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
    sheet, rows = form_of(issue_workbook(contents))
    row = rows["quarter_actual"]
    rules = [each for each in sheet.data_validations.dataValidation if f"C{row}" in each.sqref]
    assert [each.formula1 for each in rules] == ([words] if words else [])
    assert [each.error or "" for each in rules] == ([alert] if words else [])
