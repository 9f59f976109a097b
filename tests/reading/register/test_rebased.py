"""The register's sheet of measures whose limits begin anew: never without a reason."""

from pathlib import Path

import pytest

from generator.model.dated import Rebase
from generator.model.period import Period
from generator.project.load import set_up
from generator.reading.register.rebased import REBASED_HEADERS, SHEET
from tests.projects import make_project
from tests.reading.register.sheets import told, type_of_row, with_sheet


def test_each_row_says_from_when_and_why(tmp_path: Path) -> None:
    rows = (["pl01", "Q1 2023/24", "A new contract."], ["PL 01", "2024-25-Q1", "Two rounds became one."])
    (measure,) = set_up(with_sheet(make_project(tmp_path), SHEET, REBASED_HEADERS, *rows).project).register.measures
    assert measure.rebased == (
        Rebase(period=Period(2023, 1), reason="A new contract."),
        Rebase(period=Period(2024, 1), reason="Two rounds became one."),
    )


@pytest.mark.parametrize(
    ("row", "cell", "words"),
    [
        (["PL 02", "2023-24-Q1", "A new contract."], "A2", "no such measure"),
        (["PL 01", "2023-24-Q1", None], "C2", "it is empty"),
        (["PL 01", "then", "A new contract."], "B2", "is not a period"),
        (["PL 01", "2023/24", "A new contract."], "B2", "it is a year, and the measure is reported quarterly"),
    ],
)
def test_what_cannot_be_used_is_refused_at_its_cell(tmp_path: Path, row: type_of_row, cell: str, words: str) -> None:
    (problem,) = told(with_sheet(make_project(tmp_path), SHEET, REBASED_HEADERS, row))
    assert (problem.place.sheet, problem.place.cell, words in problem.message) == (SHEET, cell, True)
