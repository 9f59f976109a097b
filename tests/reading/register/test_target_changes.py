"""Targets that were changed in the year: the register's second sheet."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.model.problem import Unusable
from generator.reading.register.target_changes import SHEET as CHANGES
from tests.projects import GOOD, fill, make_project
from tests.reported import only, shown


def test_a_changed_target_is_printed_with_the_measure(tmp_path: Path) -> None:
    folder = make_project(tmp_path)
    book = load_workbook(folder.project.register)
    book[CHANGES].append(["pl 01", "q3 target", 97, 95, date(2024, 7, 4), "Cabinet"])
    book.save(folder.project.register)
    fill(folder.issue()[0], GOOD)
    sentence = "The Q3 target was changed from 97.0% to 95.0% on 4 July 2024, approved by Cabinet."
    assert sentence in shown(folder).remarks
    assert only(folder)["target_changes"] == [
        {"target": "Q3 target", "from": "97", "to": "95", "on": "2024-07-04", "approved_by": "Cabinet"}
    ]


@pytest.mark.parametrize(
    ("change", "cell", "words"),
    [
        (["PL 10", "Q3 target", 1, 2, date(2024, 7, 4), None], "A2", "Did you mean “PL 01”?"),
        (["PL 01", "Q5 target", 1, 2, date(2024, 7, 4), None], "B2", "it is not a target"),
        (["PL 01", "Q3 target", "lots", 2, date(2024, 7, 4), None], "C2", "it is not a figure for"),
        (["PL 01", "Q3 target", 1, 2, "soon", None], "E2", "it is not a date"),
        (["PL 01", "Q3 target", 1, 2, None, None], "E2", "it is not a date"),
        (["PL 01", "Q3 target", 1, 2, date(2024, 7, 4), "[[Pat]]"], "F2", "it is published as it stands"),
    ],
)
def test_a_slip_in_a_target_change_is_told_at_its_cell(
    tmp_path: Path, change: list[Any], cell: str, words: str
) -> None:
    folder = make_project(tmp_path)
    book = load_workbook(folder.project.register)
    book[CHANGES].append(change)
    book.save(folder.project.register)
    with pytest.raises(Unusable) as caught:
        _ = folder.setup
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.sheet, problem.place.cell) == ("REG03", CHANGES, cell)
    assert words in problem.message
