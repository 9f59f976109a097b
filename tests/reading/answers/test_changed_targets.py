"""A form that was issued with another target than the register now has: an error, unless the register says why."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.reading.register.target_changes import SHEET as CHANGES
from tests.projects import GOOD, Folder, Value, fill, make_project
from tests.reported import Row

Change = tuple[str, Value, Value, date]
MAY, JULY = date(2024, 5, 4), date(2024, 7, 4)


def rewritten(root: Path, row: Row, now: Row, changes: Sequence[Change] = ()) -> Folder:
    """A return whose form was issued by a register that was changed afterwards."""
    folder = make_project(root, row)
    fill(folder.issue()[0], GOOD)
    book = load_workbook(folder.project.register)
    headings = [str(cell.value) for cell in book["Measures"][1]]
    for heading, value in now.items():
        book["Measures"].cell(2, headings.index(heading) + 1).value = value
    for change in changes:
        book[CHANGES].append(["PL 01", *change, "Cabinet"])
    book.save(folder.project.register)
    return folder


RANGE: Row = {"Kind": "range", "Unit": None, "Q3 target": "40 to 95", "Year-end target": "40 to 97"}


@pytest.mark.parametrize(
    ("row", "now", "changes", "codes"),
    [
        ({}, {"Q3 target": 92}, (), ["FORM09"]),
        ({}, {"Q3 target": 92, "Year-end target": 94}, (), ["FORM09", "FORM09"]),
        ({}, {"Q3 target": 92}, (("Q3 target", 95, 92, MAY),), ["FORM31"]),
        ({}, {"Q3 target": 92}, (("Q3 target", 95, 93, MAY), ("Q3 target", 93, 92, JULY)), ["FORM31"]),
        ({}, {"Q3 target": 92}, (("Q3 target", 93, 92, JULY), ("Q3 target", 95, 93, MAY)), ["FORM31"]),
        ({}, {"Q3 target": 92}, (("Q3 target", 96, 92, MAY),), ["FORM09"]),
        ({}, {"Q3 target": 92}, (("Q3 target", 95, 94, MAY),), ["FORM09"]),
        ({}, {"Q3 target": 92}, (("Q2 target", 95, 92, MAY),), ["FORM09"]),
        ({}, {"Q3 target": 92}, (("Year-end target", 95, 92, MAY),), ["FORM09"]),
        ({}, {"Q3 target": None}, (), ["FIG10", "FORM09"]),
        ({"Q3 target": None}, {"Q3 target": 95}, (), ["FORM09"]),
        ({"Q3 target": None}, {"Q3 target": 95}, (("Q3 target", None, 95, MAY),), ["FORM31"]),
        ({"Q3 target": 95}, {"Q3 target": 95.0001}, (), []),
        ({}, {"Q2 target": 12}, (), []),
        (RANGE, {"Q3 target": "40 to 92"}, (), ["FORM09"]),
        (RANGE, {"Q3 target": "45 to 92"}, (), ["FORM09", "FORM09"]),
        (RANGE, {"Q3 target": "45 to 92"}, (("Q3 target", "40 to 95", "45 to 92", MAY),), ["FORM31", "FORM31"]),
        ({}, {"Unit": "days"}, (), ["FORM09"]),
        ({"Unit": "Days"}, {"Unit": "days"}, (), []),
        ({"Unit": "number"}, {"Unit": None}, (), []),
        ({}, {"Polarity": "lower"}, (), ["FORM09"]),
    ],
)
def test_a_form_issued_with_another_target_is_an_error_unless_the_register_tells_of_the_change(
    tmp_path: Path, row: Row, now: Row, changes: Sequence[Change], codes: list[str]
) -> None:
    folder = rewritten(tmp_path, row, now, changes)
    problems = [each for each in folder.gather().problems if not each.code.startswith(("QRY", "NARR"))]
    assert sorted(each.code for each in problems) == codes
    assert [each.is_error for each in problems if each.code == "FORM09"] == [True] * codes.count("FORM09")
    assert not any(each.is_error for each in problems if each.code == "FORM31")


def test_both_say_what_the_form_and_the_register_have(tmp_path: Path) -> None:
    (told,) = rewritten(tmp_path / "a", {}, {"Q3 target": 92}).gather().problems
    assert told.message == "“Target for the period” says 95.0% here, but the register says 92.0%."
    (told,) = rewritten(tmp_path / "b", {}, {"Q3 target": 92}, [("Q3 target", 95, 92, MAY)]).gather().problems
    assert told.message == (
        "“Target for the period” says 95.0% here; it was changed to 92.0% on 4 May 2024, as the register says."
    )
