"""Reading returns: what is understood wherever it stands, and what is told when it is not."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.officer_return import Return
from tests.projects import GOOD, UNPRINTED, Folder, Value, fill, filled_project, make_project, rows_by_key

HOSTILE = 'R&D <b> "quotes" £ – ’ {{ x }} {% y %} =1+1 \u202e \U0001f600'


def read(folder: Folder) -> Return:
    ((reading),) = folder.gather().readings
    assert reading.returned, reading.problems
    return reading.returned


def changed(folder: Folder, change: Callable[[Workbook, Worksheet], None]) -> Folder:
    """Change the folder's one return as an officer (or their program) might."""
    (path,) = folder.project.returns(folder.setup.period)
    book = load_workbook(path)
    change(book, book["Return"])
    book.save(path)
    return folder


def test_a_good_return_is_read_whole_with_no_problem(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    returned = read(folder)
    assert folder.codes() == []
    assert (returned.quarter.actual, returned.forecast.actual) == (Decimal(90), Decimal(96))
    assert returned.answers["context"] == ("Two lorries were off the road.",)
    assert returned.sign_off.completed_by == "Pat Fletcher"
    assert returned.place("quarter_actual").cell == folder.cell("quarter_actual")


def test_text_is_read_character_for_character(tmp_path: Path) -> None:
    lines = [HOSTILE, "two\nlines", "  spaces  kept  ", "- dash", "12", "=SUM(A1)"]
    returned = read(filled_project(tmp_path, {"context": lines, "note_to_team": HOSTILE}))
    seen = HOSTILE.replace("\u202e", "")
    assert returned.answers["context"] == (seen, "two", "lines", *lines[2:])
    assert returned.note_to_team == seen


def test_a_mark_of_withholding_is_known_whatever_was_pasted_unseen_between_its_brackets(tmp_path: Path) -> None:
    returned = read(filled_project(tmp_path, {"context": ["One \u200b[\u00ad[secret]\u2060]\u202e."]}))
    assert returned.answers["context"] == ("One [[secret]].",)


def test_the_names_may_be_gone(tmp_path: Path) -> None:
    folder = changed(filled_project(tmp_path), lambda book, _: book.defined_names.clear())
    assert folder.codes() == []
    assert read(folder).quarter.actual == 90


def test_the_sheet_may_be_renamed_moved_and_kept_among_others(tmp_path: Path) -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        sheet.title = "My return"
        book.create_sheet("Notes", 0)["A1"] = "quarter_actual"
        for name in book.defined_names.values():
            name.attr_text = name.attr_text.replace("'Return'!", "'My return'!")

    folder = changed(filled_project(tmp_path), change)
    assert folder.codes() == ["FORM13"], "what is on a sheet of the officer's own is not read, and that is told"
    assert read(folder).place("quarter_actual").sheet == "My return"


def test_rows_may_be_inserted_and_cells_cut_from_their_names(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    row = int(folder.cell("quarter_actual").removeprefix("C"))
    returned = read(changed(folder, lambda _, sheet: sheet.insert_rows(row, 3)))
    assert returned.quarter.actual == 90
    assert returned.place("quarter_actual").cell == f"C{row + 3}"
    assert set(folder.codes()) == {"FORM07"}, "openpyxl moves no names, as a cut and paste does"


def test_a_row_inserted_in_a_narrative_goes_on_with_it(tmp_path: Path) -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        book.defined_names.clear()
        row = rows_by_key(sheet)["context.1"] + 1
        sheet.insert_rows(row)
        sheet.cell(row, 3, "Inserted below.")

    returned = read(changed(filled_project(tmp_path, {"context": ["One.", "Two."]}), change))
    assert returned.answers["context"] == ("One.", "Inserted below.", "Two.")


def test_text_beside_no_question_is_told_of(tmp_path: Path) -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        book.defined_names.clear()
        row = rows_by_key(sheet)["forecast_actual"]
        sheet.insert_rows(row)
        sheet.cell(row, 3, "See the other tab")

    folder = filled_project(tmp_path)
    cell = folder.cell("forecast_actual")
    (problem,) = changed(folder, change).gather().problems
    assert (problem.code, problem.place.cell, problem.is_error) == ("FORM08", cell, False)


def test_an_answer_whose_key_was_deleted_is_found_by_its_name(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet.cell(rows_by_key(sheet)["quarter_actual"], sheet.max_column).value = None

    assert read(changed(filled_project(tmp_path), change)).quarter.actual == 90


def test_a_row_that_is_gone_is_an_error(tmp_path: Path) -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        book.defined_names.clear()
        sheet.delete_rows(rows_by_key(sheet)["approved_by"])

    folder = changed(filled_project(tmp_path), change)
    assert folder.codes() == ["FORM06", "SIGN01"] or folder.codes() == ["FORM06"]


def test_a_question_answered_twice_is_not_guessed(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        last = sheet.max_row + 1
        sheet.cell(last, sheet.max_column, "quarter_actual")
        sheet.cell(last, 3, 77)

    folder = changed(filled_project(tmp_path), change)
    (problem,) = folder.gather().problems
    assert problem.code == "FORM11"
    assert f"{folder.cell('quarter_actual')}, C" in problem.message


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"quarter_actual": "n/a"}, [("FIG01", "quarter_actual")]),
        ({"quarter_actual": "90 days"}, [("FIG09", "quarter_actual")]),
        ({"quarter_actual": None}, [("FIG04", "quarter_actual")]),
        ({"quarter_actual": None, "missing_reason": "Not collected this quarter"}, []),
        ({"quarter_actual": None, "missing_reason": "The system was down"}, []),
        ({"quarter_actual": "=1/0"}, [("FIG01", "quarter_actual")]),
        ({"quarter_actual": 0.9}, [("FIG05", "quarter_actual")]),
        ({"quarter_actual": 0.9, "context": [None]}, [("FIG05", "quarter_actual")]),
        ({"quarter_actual": "£90k"}, [("FIG01", "quarter_actual")]),
        ({"quarter_actual": "0.9%"}, [("QRY04", "quarter_actual")]),
        ({"quarter_actual": 90.04999}, []),
        ({"quarter_actual": 90.24999, "forecast_actual": 91.199}, [("FIG08", "forecast_actual")]),
        ({"quarter_provisional": "maybe"}, [("ANS01", "quarter_provisional")]),
        ({"quarter_provisional": "Yes", "quarter_final_on": "in the spring"}, [("ANS02", "quarter_final_on")]),
        ({"quarter_status_override": "Amber"}, [("STAT02", "quarter_status_override")]),
        ({"quarter_status_override": "Red"}, [("STAT02", "quarter_status_override")]),
        (
            {"quarter_status_override": "Amber", "quarter_status_reason": "Audit"},
            [("STAT02", "quarter_status_override")],
        ),
        ({"quarter_status_override": "Purple"}, [("ANS01", "quarter_status_override")]),
        ({"quarter_status_reason": "Audit"}, [("STAT03", "quarter_status_reason")]),
        ({"quarter_actual": None, "quarter_status_override": "Red"}, [("STAT01", "quarter_status_override")]),
        ({"direction_override": "Improving"}, [("STAT01", "direction_override")]),
        ({"direction_override": "Up", "direction_reason": "It is"}, [("ANS01", "direction_override")]),
        ({"context": [None]}, [("NARR01", "context")]),
        (
            {"context": [None], "actions": [None], "intervention": ["  "]},
            [("NARR01", c) for c in ("context", "actions", "intervention")],
        ),
        ({"quarter_actual": 95, "context": [None]}, []),
        ({"context": [None], "same_as": "PL 99"}, [("NARR02", "same_as")]),
        ({"context": [None], "same_as": "PL 01"}, [("NARR03", "same_as")]),
        ({"completed_by": None, "approved_by": " "}, [("SIGN01", "completed_by"), ("SIGN01", "approved_by")]),
        ({"completed_on": "yesterday"}, [("ANS02", "completed_on")]),
        ({"measure_code": "PL 10"}, [("MISS01", "the register"), ("FORM03", "measure_code")]),
        ({"measure_code": None}, [("MISS01", "the register"), ("FORM12", "measure_code")]),
        ({"period": "2024-25-Q2"}, [("FORM04", "period")]),
        ({"form_version": "0"}, [("FORM02", "form_version")]),
        ({"quarter_target": 90}, [("FORM09", "quarter_target")]),
        ({"unit": "days"}, [("FORM09", "unit")]),
    ],
)
def test_each_slip_gives_its_problems_at_its_cells(
    tmp_path: Path, answers: dict[str, Value], expected: list[tuple[str, str]]
) -> None:
    folder = filled_project(tmp_path, answers)
    found = [each for each in folder.gather().problems if each.code != UNPRINTED]
    cells = [(code, "A2" if name == "the register" else folder.cell(name)) for code, name in expected]
    assert sorted((each.code, each.place.cell) for each in found) == sorted(cells)
    for each in found:
        assert "{" not in each.message + each.remedy
        assert each.message[-1] in ".?"


@pytest.mark.parametrize(
    ("measure", "codes"),
    [
        ({"Q3 target": None}, ["FIG10"]),
        ({"Q3 target": 0}, ["FIG07"]),
        ({"Q3 target": None, "Kind": "data only"}, []),
        ({"Polarity": "none"}, []),
        ({"Kind": "percentage", "Q3 target": None}, ["FIG10"]),
        ({"Due": "Q1, Q2"}, ["FORM10"]),
    ],
)
def test_each_kind_of_measure_is_checked_as_what_it_is(
    tmp_path: Path, measure: dict[str, Value], codes: list[str]
) -> None:
    assert filled_project(tmp_path, measure=measure).codes() == codes


def test_a_milestone_that_is_left_to_judgement_needs_its_word_and_a_stated_status(tmp_path: Path) -> None:
    milestone: dict[str, Value] = {
        "Kind": "milestone",
        "Scheme": "by judgement",
        "Unit": "milestone",
        "Polarity": "none",
        "Q3 target": "Completed",
        "Year-end target": "Completed",
    }
    words: dict[str, Value] = {"quarter_actual": "Major slippage", "forecast_actual": "Completed"}
    assert filled_project(tmp_path / "a", words, milestone).codes() == ["STAT04", "STAT04"]
    assert filled_project(tmp_path / "b", {**words, "forecast_actual": 2.0}, milestone).codes() == ["STAT04", "FIG11"]
    stated: dict[str, Value] = {
        "quarter_status_override": "Red",
        "quarter_status_reason": "A milestone.",
        "forecast_status_override": "Green",
        "forecast_status_reason": "A milestone.",
    }
    assert filled_project(tmp_path / "c", {**words, **stated}, milestone).codes() == []


def test_two_returns_of_one_measure_are_both_named_and_neither_is_used(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    (path,) = folder.project.returns(folder.setup.period)
    copy = path.parent / "late" / "copy.xlsx"
    copy.parent.mkdir()
    copy.write_bytes(path.read_bytes())
    gathered = folder.gather()
    assert [each.code for each in gathered.problems] == ["FORM05", "FORM05"]
    for each in gathered.problems:
        both = f"{each.place.file} {each.message}"
        assert "PL 01 2024-25-Q3.xlsx" in both
        assert "late/copy.xlsx" in both
    assert gathered.judged == ()


def test_a_measure_is_found_by_its_alias(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, {"measure_code": "ni 155"}, {"Aliases": "NI 155; BV 3"})
    assert folder.codes() == []
    assert read(folder).measure_code == "PL 01"


def test_shared_commentary_comes_from_the_other_measure(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {}, {"Code": "PL 02", "Title": "Bins emptied late"})
    one, other = folder.issue()
    fill(one, GOOD)
    own = "The team's own action is due in March."
    fill(other, {**GOOD, "same_as": "pl01", "context": [None], "actions": [own], "intervention": [None]})
    gathered = folder.gather()
    assert gathered.problems == ()
    entry = gathered.report.entries[1]
    assert entry.answers["context"] == ("As for PL 01:", "Two lorries were off the road.")
    assert entry.answers["actions"] == (own,)


def clear_number(key: str) -> Callable[[Workbook, Worksheet], None]:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet.cell(rows_by_key(sheet)[key], 1).value = None

    return change


def test_a_cleared_number_does_not_move_text_to_another_question(tmp_path: Path) -> None:
    lines = {"context": ["One.", "Two."], "actions": ["Act.", "Again."], "commentary_status": "Provisional"}
    for key in ("context.1", "actions.1", "commentary_status"):
        returned = read(changed(filled_project(tmp_path / key, lines), clear_number(key)))
        assert returned.answers["context"] == ("One.", "Two.")
        assert returned.answers["actions"] == ("Act.", "Again.")
        assert returned.answers["intervention"] == ("The board looks at this monthly.",)
        assert returned.commentary_provisional


@pytest.mark.parametrize(
    ("number", "codes"),
    [("3.11", []), ("3?", []), ("see below", ["FORM15"]), ("B", [])],
)
def test_a_line_beside_an_unknown_number_goes_on_with_those_above(
    tmp_path: Path, number: str, codes: list[str]
) -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        book.defined_names.clear()
        row = rows_by_key(sheet)["context.2"]
        sheet.insert_rows(row)
        sheet.cell(row, 1, number)
        sheet.cell(row, 3, "More to say.")

    folder = changed(filled_project(tmp_path), change)
    assert folder.codes() == codes
    assert "More to say." in read(folder).answers["context"]


def test_a_form_of_another_quarter_does_not_touch_the_good_return(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    (path,) = folder.project.returns(folder.setup.period)
    stray = path.with_name("old.xlsx")
    stray.write_bytes(path.read_bytes())
    fill(stray, {"period": "2024-25-Q2"})
    gathered = folder.gather()
    assert [each.code for each in gathered.problems] == ["FORM04"]
    assert len(gathered.judged) == 1


def test_commentary_comes_from_the_first_along_the_chain_that_wrote_it(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {}, {"Code": "PL 02"}, {"Code": "PL 03"})
    empty = {"context": [None], "actions": [None], "intervention": [None]}
    first, second, third = folder.issue()
    fill(first, {**GOOD, **empty, "same_as": "PL 02"})
    context, actions = "The second tells of its own vans.", "The third team acts on it by March 2025."
    fill(second, {**GOOD, "context": [context], "actions": [None], "same_as": "PL 03"})
    fill(third, {**GOOD, "actions": [actions]})
    gathered = folder.gather()
    assert gathered.problems == ()
    entry = gathered.report.entries[0]
    assert (entry.answers["context"], entry.answers["actions"]) == (
        ("As for PL 02:", context),
        ("As for PL 03:", actions),
    )


def test_a_circle_of_shared_commentary_is_told_of(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {}, {"Code": "PL 02"})
    for path, other in zip(folder.issue(), ("PL 02", "PL 01"), strict=True):
        fill(path, {**GOOD, "context": [None], "same_as": other})
    assert folder.codes() == ["NARR03", "NARR03"]


def test_the_inputs_are_never_written_to(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    folder.gather()
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
