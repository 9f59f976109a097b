"""The table of fields: what the contract fixes, and that issuing and reading agree with it."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from generator.forms.asked import form_words as form
from generator.forms.asked.question_types import Answer, FormPart, Questionnaire
from generator.forms.asked.questionnaires import asked_of_any, ever_asked
from generator.forms.asked.reserved_names import RESERVED
from generator.forms.earlier_edition import references
from generator.forms.form_names import file_stem
from generator.forms.form_workbook import issue_workbook
from generator.model.shape import DEFAULT_SHAPE, GroupLevel, Shape
from generator.xlsx import read_book
from tests.forms.contents import MEASURE, contents_of

CONTRACT = (
    *("form_version", "period", "measure_code", "measure_title", "directorate", "service", "unit", "decimals"),
    *("polarity", "quarter_target", "forecast_target", "previous_actual", "previous_period", "year_ago_actual"),
    *("quarter_actual", "quarter_provisional", "quarter_final_on", "forecast_actual", "missing_reason"),
    *("quarter_status_override", "quarter_status_reason", "forecast_status_override", "forecast_status_reason"),
    *("direction_override", "direction_reason", "same_as", "context", "actions", "intervention"),
    *("commentary_status", "note_to_team", "completed_by", "completed_on", "approved_by", "approved_on"),
)
PREFILLED = CONTRACT[:14]
RANGE = ("quarter_lower", "quarter_upper", "forecast_lower", "forecast_upper")
ADDED = ("quarter_estimated", "previous_revised")
ADDED_PREFILLED = ("issue_number", "basis", "status_rule", "reported_for")

CONTENTS = contents_of(MEASURE)
EVERYTHING = asked_of_any(DEFAULT_SHAPE)
WORKBOOK = issue_workbook(CONTENTS)


def test_the_contracts_names_are_all_there_and_locked_or_open_as_it_says() -> None:
    assert sorted(EVERYTHING.by_name) == sorted((*CONTRACT, *RANGE, *ADDED, *ADDED_PREFILLED))
    assert {field.name for field in EVERYTHING.fields if field.prefilled} == {*PREFILLED, *RANGE, *ADDED_PREFILLED}


def test_names_and_keys_are_unique() -> None:
    assert len(EVERYTHING.by_name) == len(EVERYTHING.fields)
    assert len(EVERYTHING.by_row_key) == sum(len(field.row_keys) for field in EVERYTHING.fields)


NUMBERS = {
    "all": (EVERYTHING, "1 2 3 4 5 6 7 8", "1a 1b 1c 1d 1e 1f 1g 1h 1i 2a 2b 3a 3b 6a 7a"),
    "no forecast": (
        contents_of(replace(MEASURE, has_forecast=False)).asked,
        *("1 2 3 4 5 6 7", "1a 1b 1c 1d 1e 1f 1g 1h 1i 2a 2b 5a 6a"),
    ),
    "no questions": (
        asked_of_any(Shape(questions=())),
        *("1 2 3 4 5", "1a 1b 1c 1d 1e 1f 1g 1h 1i 2a 2b 3a 4a"),
    ),
}


@pytest.mark.parametrize(("asked", "main", "only_if"), NUMBERS.values(), ids=NUMBERS)
def test_questions_are_numbered_as_they_stand_and_what_only_some_need_under_its_own(
    asked: Questionnaire, main: str, only_if: str
) -> None:
    numbers = [asked.numbers[row.field.name] for part in (FormPart.MAIN, FormPart.ONLY_IF) for row in asked.rows(part)]
    assert list(dict.fromkeys(numbers)) == [*main.split(), *only_if.split()]
    assert not any(re.fullmatch(r"[A-Z]+[0-9]+", each) for each in numbers), "no number looks like a cell"


def test_what_is_to_do_names_questions_that_exist() -> None:
    for asked in ever_asked(DEFAULT_SHAPE):
        assert not [field.name for field in asked.fields if "{" in asked.said(field.to_do)]


def test_an_issued_form_has_every_row_name_list_and_lock() -> None:
    book = load_workbook(io.BytesIO(WORKBOOK))
    sheet = book[form.SHEET]
    for field in CONTENTS.asked.fields:
        ((sheet_name, cells),) = book.defined_names[field.name].destinations
        first, _, last = cells.replace("$", "").partition(":")
        rows = range(sheet[first].row, sheet[last or first].row + 1)
        assert sheet_name == form.SHEET
        assert [sheet.cell(row, 7).value for row in rows] == list(field.row_keys)
        assert sheet.cell(rows[0], 1).value == CONTENTS.asked.numbers.get(field.name)
        assert all(bool(sheet.row_dimensions[row].hidden) is field.prefilled for row in rows)
        assert all(sheet.cell(row, 3).protection.locked is field.prefilled for row in rows)
        lists = [
            each.formula1
            for each in sheet.data_validations.dataValidation
            if each.type == "list" and first in each.sqref
        ]
        assert lists == ([field.choices.value] if field.choices else [])
        assert (field.answer is Answer.CHOICE) == bool(lists)
    assert sheet.protection.sheet
    assert not sheet.merged_cells.ranges


def test_an_issued_form_is_pre_filled_and_its_text_stays_text() -> None:
    sheet = load_workbook(io.BytesIO(WORKBOOK))[form.SHEET]
    answers = {sheet.cell(row, 7).value: sheet.cell(row, 3) for row in range(1, sheet.max_row + 1)}
    names = ("measure_code", "measure_title", "period", "polarity", "quarter_target", "forecast_target")
    assert [answers[name].value for name in names] == [
        *("EI 12/EI 3", "=HYPERLINK(1) & <b>", "2018-19-Q2", "Higher is better", 95, 95.5)
    ]
    assert answers["measure_title"].data_type == "s"


def test_the_same_inputs_give_the_same_bytes_with_no_clock_in_them() -> None:
    assert issue_workbook(contents_of(MEASURE)) == WORKBOOK
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_excels_limits_on_names_and_prompts_are_kept() -> None:
    book = load_workbook(io.BytesIO(WORKBOOK))
    for each in book[form.SHEET].data_validations.dataValidation:
        assert len(each.error or "") <= 225
        assert len(each.errorTitle or "") <= 32
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_file_names_are_safe_on_windows_and_sharepoint() -> None:
    stem = file_stem
    assert stem("EI 12/EI 3") == "EI 12-EI 3"
    assert stem("L&I PM02a (x)") == "L&I PM02a (x)"
    assert stem("../../etc") == "etc"
    assert stem('a<b>:"c|d?e*f') == "a-b-c-d-e-f"
    assert stem("...") == "measure"


LEVELS = {
    "by directorate": ((GroupLevel("Directorate", "Directorate"),), {"A3": "directorate", "A4": "service"}),
    "by directorate, under another word": ((GroupLevel("Directorate", "Department"),), {"A3": "directorate"}),
    "by priority": ((GroupLevel("Priority", "Priority"),), {"A3": "first_group", "A4": "service"}),
    "by two columns": ((GroupLevel("Priority", "Aim"), GroupLevel("Theme", "Theme")), {"A4": "second_group"}),
    "then by directorate": ((GroupLevel("Aim", "Aim"), GroupLevel("directorate", "FormPart")), {"A4": "directorate"}),
    "then by service": ((GroupLevel("Directorate", "FormPart"), GroupLevel("Service", "Team")), {"A4": "service"}),
}


@pytest.mark.parametrize(("levels", "names"), LEVELS.values(), ids=LEVELS)
def test_the_groups_stand_in_the_form_under_the_councils_words(
    levels: tuple[GroupLevel, ...], names: dict[str, str]
) -> None:
    shape = Shape(levels=levels)
    asked = asked_of_any(shape)
    by_ref = {ref: asked.by_name[key] for ref, key in references(asked).items() if key in asked.by_name}
    assert {ref: by_ref[ref].name for ref in names} == names
    assert [by_ref[ref].label for ref in ("A3", "A4")][: len(levels)] == [level.word for level in levels]
    measure = replace(MEASURE, groups=tuple(f"Of {level.word}" for level in levels))
    filled = contents_of(measure, shape=shape).filled_in()
    assert [filled[by_ref[ref].name] for ref in ("A3", "A4")][: len(levels)] == list(measure.groups)
    wanted = any(level.column.casefold() == "directorate" for level in levels)
    assert ("directorate" in asked.by_name) is wanted


def test_without_a_forecast_no_form_speaks_of_one() -> None:
    data = issue_workbook(contents_of(replace(MEASURE, has_forecast=False)))
    said = [cell.text for sheet in read_book(data).sheets for cell in sheet.cells.values()]
    assert not [text for text in said if "forecast" in text.casefold() or "year end" in text.casefold()]


def test_without_questions_there_is_no_commentary() -> None:
    asked = asked_of_any(Shape(questions=()))
    assert not asked.declared
    assert "same_as" not in asked.by_name
    assert issue_workbook(contents_of(MEASURE, shape=Shape(questions=())))


def test_a_questions_key_is_no_other_name_of_the_workbook() -> None:
    for shape in (DEFAULT_SHAPE, Shape(levels=LEVELS["by two columns"][0])):
        others = {field.name for field in asked_of_any(shape).fields if not field.question}
        assert others <= RESERVED
    assert not {field.name for field in EVERYTHING.declared} & RESERVED
