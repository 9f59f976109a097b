"""Measures that their scheme cannot rate: told at the register's cells before a form is issued."""

from pathlib import Path

import pytest

from generator.model.problem import Unusable
from tests.judging.schemes import DERBY
from tests.projects import Folder, make_project
from tests.reading.register.sheets import told, with_sheet
from tests.reported import Row

FROM_REGISTER = DERBY.replace('tolerance = "5%"', 'tolerance = "register"')
DATE: Row = {"Kind": "date", "Unit": None, "Polarity": None, "Q3 target": "31/10/2024", "Year-end target": "31/10/2024"}
MILESTONE: Row = {
    "Kind": "milestone",
    "Unit": None,
    "Polarity": None,
    "Q3 target": "Done",
    "Year-end target": "Completed",
}


def project(root: Path, *rows: Row) -> Folder:
    folder = make_project(root, *rows)
    (root / "templates" / "schemes").mkdir(parents=True)
    (root / "templates" / "schemes" / "ours.toml").write_text(FROM_REGISTER, encoding="utf-8")
    listed = 'name = "South Kesteven and ours"\nmilestones = ["Completed", "On track"]'
    text = DERBY.replace('name = "Derby 2018/19"', listed).replace('"2%"', '"2 units"').replace('"5%"', '"5 units"')
    for name, amount in (("pounds", "£0.1m"), ("days", "14 days")):
        other = DERBY.replace('"2%"', '"0%"').replace('"5%"', f'"{amount}"')
        (root / "templates" / "schemes" / f"{name}.toml").write_text(other, encoding="utf-8")
    (root / "templates" / "schemes" / "listed.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("row", "code", "cell", "words"),
    [
        (
            DATE,
            "REG08",
            "L2",
            "The Kind is date, but the status scheme “Derby 2018/19” cannot rate dates and milestones.",
        ),
        (MILESTONE, "REG08", "L2", "The Kind is milestone, but"),
        ({**MILESTONE, "Scheme": "west-berkshire"}, "REG08", "L2", "cannot rate milestones."),
        ({**DATE, "Scheme": "south-kesteven"}, "REG08", "L2", "cannot rate dates."),
        ({**DATE, "Tolerance": "14 days"}, "REG08", "L2", "cannot rate dates and milestones."),
        ({**MILESTONE, "Scheme": "listed"}, "REG10", "S2", "“Q3 target” is “Done”, which the status scheme"),
        ({"Scheme": "ours"}, "REG09", "O2", "PL 01 has no Tolerance, and the status scheme “Derby 2018/19”"),
        ({"Scheme": "pounds"}, "REG18", "I2", "“Derby 2018/19” rates by £100,000, and this measure is counted in %."),
        (
            {"Scheme": "days", "Unit": ""},
            "REG18",
            "I2",
            "rates by 14 days, and this measure is counted in a bare number",
        ),
        ({"Scheme": "by judgment"}, "SCH02", "N2", "Did you mean “by judgement”?"),
    ],
)
def test_a_measure_that_its_scheme_cannot_rate_is_told_at_its_cell(
    tmp_path: Path, row: Row, code: str, cell: str, words: str
) -> None:
    folder = project(tmp_path, row)
    with pytest.raises(Unusable) as caught:
        folder.issue()
    (found,) = caught.value.problems
    assert (found.code, found.place.file, found.place.cell) == (code, "inputs/register.xlsx", cell)
    assert words in found.message
    assert found.remedy
    assert list(folder.project.root.glob("inputs/2024*/*.xlsx")) == []


def test_a_milestone_that_the_scheme_lacks_is_told_where_the_target_of_the_year_stands(tmp_path: Path) -> None:
    folder = project(tmp_path, {**MILESTONE, "Scheme": "listed", "Q3 target": "Completed"})
    with_sheet(folder, "Targets", ("Code", "Year", "Period", "Target"), ["PL 01", "2024/25", "Q3", "Done"])
    (problem,) = told(folder)
    assert (problem.code, problem.place.sheet, problem.place.cell) == ("REG10", "Targets", "D2")


def test_every_such_measure_is_told_of_at_once(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as caught:
        _ = project(tmp_path, DATE, {"Code": "PL 02", "Scheme": "ours"}, {"Code": "PL 03"}).setup
    assert [(each.code, each.place.cell) for each in caught.value.problems] == [("REG08", "L2"), ("REG09", "O3")]


@pytest.mark.parametrize(
    "row",
    [
        {**DATE, "Scheme": "west-berkshire"},
        {**DATE, "Scheme": "maidstone", "Tolerance": "14 days"},
        {**DATE, "Scheme": "By judgement"},
        {**MILESTONE, "Scheme": "by judgement"},
        {**MILESTONE, "Scheme": "south-kesteven", "Q3 target": "Completed"},
        {"Scheme": "ours", "Tolerance": "3%"},
        {"Scheme": "ours", "Tolerance": "0%"},
        {"Scheme": "ours", "Kind": "data only"},
        {"Scheme": "pounds", "Unit": "£m"},
        {"Scheme": "pounds", "Tolerance": "3%"},
        {"Scheme": "pounds", "Kind": "data only"},
        {"Scheme": "days", "Unit": "working days"},
        {"Scheme": "brighton-finance"},
        {"Scheme": "ours", "Polarity": "none"},
        {"Kind": "yes/no", "Unit": None, "Q3 target": "Yes", "Year-end target": "Yes"},
    ],
)
def test_a_measure_that_can_be_rated_gets_its_form(tmp_path: Path, row: Row) -> None:
    assert len(project(tmp_path, row).issue()) == 1
