"""Figures of another unit, basis or decimals: compared with nothing unless that is exact, and readers are told why."""

import json
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from typer.testing import CliRunner

from generator.cli.app import app
from generator.documents.report_json import report_json
from generator.reading.register.measure_changes import MEASURE_CHANGE_HEADERS, SHEET
from tests.projects import GOOD, SETTINGS, Folder, Value, fill, make_project, named_cells
from tests.reading.register.sheets import rewritten, told, with_sheet
from tests.test_other_periods import HISTORY, SCHEMA, at, cells, returned

APRIL = date(2025, 4, 1)
TARGETS: dict[str, Value] = dict.fromkeys((*(f"Q{each} target" for each in (1, 2, 3, 4)), "Year-end target"), 95)
NOT_COMPARED = "Results before 1 April 2025 cannot be compared: their {}, and is {} since."


class Case(NamedTuple):
    """What a measure is now, what was changed, and its last result and this; and what is made of both."""

    measure: dict[str, Value]
    changed: dict[str, str]
    last: str
    now: Value
    travel: str | None
    reason: str | None
    beside: str
    results: list[str]
    in_form: Value


OLD_UNIT, OLD_BASIS = (
    NOT_COMPARED.format(*each)
    for each in (("unit was “%”", "“days”"), ("basis was “discrete quarter”", "“cumulative”"))
)
CASES = {
    "the same": Case({}, {}, "91.0", 92, "Improving", None, "91.0% Red", ["91.0", "92.0"], 91),
    "another unit": Case({"Unit": "days"}, {"Unit": "%"}, "91.0", 92, None, OLD_UNIT, "91.0% then Red", [], None),
    "the unit spelled otherwise": Case(
        {"Unit": "days"}, {"Unit": "day"}, "91.0", 92, "Improving", None, "91.0 days Red", ["91.0", "92.0"], 91
    ),
    "thousands, and millions now": Case(
        {"Unit": "£m"},
        {"Unit": "£k", "Decimals": "0"},
        "91049",
        "91.1",
        "Improving",
        None,
        "£91.0m Red",
        ["91.0", "91.1"],
        91,
    ),
    "the same at the coarser decimals": Case(
        {"Unit": "£k", "Decimals": 0},
        {"Unit": "£m", "Decimals": "1"},
        "91.0",
        91049,
        "Stabilised",
        None,
        "£91,000k Red",
        ["91000", "91049"],
        91000,
    ),
    "fewer decimals then": Case(
        {}, {"Decimals": "0"}, "92", "91.8", "Stabilised", None, "92.0% Red", ["92", "91.8"], 92
    ),
    "another basis": Case(
        {"Basis": "cumulative"}, {"Basis": "discrete quarter"}, "91.0", 92, None, OLD_BASIS, "91.0% then Red", [], None
    ),
}


def changed(folder: Folder, what: dict[str, str]) -> Folder:
    rows = ([*("PL 01", heading, before), None, APRIL] for heading, before in what.items())
    return with_sheet(folder, SHEET, MEASURE_CHANGE_HEADERS, *rows) if what else folder


def closed_before(folder: Folder, case: Case) -> None:
    """The year before, closed: its first quarter, and its last with an outturn."""
    last = ",final,2025-05-0{},,close\n"
    rows = (
        f"PL 01,2024-25-Q{quarter},,Bins emptied on the day,Place,95,{case.last},Red,Yes,95,{case.last},Red,"
        + last.format(quarter)
        for quarter in (1, 4)
    )
    folder.project.history.write_text(HISTORY + "".join(rows), encoding="utf-8")


@pytest.mark.parametrize("issued_before", [False, True], ids=["issued since", "issued before that was said"])
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_cannot_be_compared_is_not_and_readers_are_told(
    tmp_path: Path, case: Case, *, issued_before: bool
) -> None:
    settings = SETTINGS.replace("2024-25-Q3", "2025-26-Q1")
    settings = f'listing = "all"\ncolumns = ["last year", "last 2 periods"]\nforecast_record = true\n{settings}'
    folder = make_project(tmp_path, {**TARGETS, "Basis": "discrete quarter", **case.measure}, settings=settings)
    closed_before(folder, case)
    if not issued_before:
        changed(folder, case.changed)
    (form,) = folder.issue()
    changed(folder, case.changed)
    if not issued_before:
        assert named_cells(load_workbook(form), "previous_actual")[0].value == case.in_form
    fill(form, {**GOOD, "quarter_actual": case.now, "forecast_actual": case.now})
    gathered = folder.gather()
    page = folder.page()
    ((view,),) = (group.measures for group in page.groups)
    (judged,) = gathered.judged
    direction = judged.direction
    assert (direction.travel, direction.reason) == (case.travel, case.reason)
    assert (case.reason or "") in view.remarks or not case.reason
    year, before, _ = cells(page.groups[0].side_by_side[0])
    assert (year, before) == (case.beside, case.beside)
    data: dict[str, Any] = json.loads(report_json(gathered.report))
    (measure,) = data["directorates"][0]["measures"]
    assert [each["actual"] for each in measure["history"]][-2:] == case.results
    assert bool(measure.get("forecast_record")) == bool(case.results)
    said = {each["what"] for each in data["changes"]}
    assert {each for each in said if each in {"unit", "decimals", "basis"}} == {each.lower() for each in case.changed}
    assert [*Draft202012Validator(SCHEMA).iter_errors(data)] == []
    noted = {"Unit": "Its unit was “{}” until", "Basis": "Its basis was “{}” until", "Decimals": "have"}
    for heading, was in case.changed.items():
        assert any(noted[heading].format(was) in each and "1 April 2025" in each for each in view.remarks)


UNITS = [
    ("%", ["95.0% then Green", "95.0% then Green", "99.0 days Amber"]),
    ("days", ["95.0 days Green", "95.0 days Green", "99.0 days Amber"]),
]


@pytest.mark.parametrize(("unit", "shown"), UNITS, ids=["another unit", "the same"])
def test_what_was_never_closed_is_not_compared_either(tmp_path: Path, unit: str, shown: list[str]) -> None:
    """The year before comes of the results of its quarters, which are in one unit."""
    measure = {**TARGETS, "Basis": "discrete quarter", "Year to date": "average", "Unit": unit, "Polarity": "lower"}
    folder = make_project(tmp_path, measure)
    columns = 'columns = ["last year", "last 2 periods"]\n'
    for quarter, result in enumerate((94, 95, 96, 95), 1):
        returned(at(folder, f"2024-25-Q{quarter}", columns), {"PL 01": result})
    rewritten(folder, Unit="days")
    changed(folder, {"Unit": unit} if unit != "days" else {})
    returned(at(folder, "2025-26-Q1", columns), {"PL 01": 99})
    assert cells(folder.page().groups[0].side_by_side[0]) == shown


def test_the_history_has_each_figure_in_the_unit_of_its_time(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {**TARGETS, "Unit": "days"}, settings=SETTINGS.replace("2024-25-Q3", "2025-26-Q1"))
    closed_before(changed(folder, {"Unit": "%"}), CASES["another unit"])
    said = CliRunner().invoke(app, ["history", "PL 01", "--project", str(tmp_path)], catch_exceptions=False).stdout
    assert said.count("result 91.0%, target 95.0%, Red; ") == 2
    assert "days" not in said


@pytest.mark.parametrize(
    ("what", "before", "now", "code"),
    [
        ("Unit", "%", "days", "REG19"),
        ("Unit", "£k", "£m", "REG19"),
        ("Basis", "discrete quarter", "snapshot", "REG19"),
        ("Unit", "number", "", None),
        ("Title", "Bins", "Lorries", None),
    ],
)
@pytest.mark.parametrize("declared", [True, False], ids=["and says so", "and does not say so"])
def test_a_change_that_nobody_has_dated_is_told_of(
    tmp_path: Path, what: str, before: str, now: str, code: str | None, *, declared: bool
) -> None:
    folder = make_project(tmp_path, {**TARGETS, what: before}, settings=SETTINGS.replace("2024-25-Q3", "2024-25-Q4"))
    fill(folder.issue()[0], GOOD)
    folder.project.settings.write_text(SETTINGS.replace("2024-25-Q3", "2025-26-Q1"), encoding="utf-8")
    rewritten(folder, **{what: now})
    if declared:
        changed(folder, {what: before})
    found = [each for each in folder.gather().problems if each.code == "REG19"]
    assert [each.code for each in found] == [code] * (code is not None and not declared)
    assert all(
        each.is_error == (what == "Unit") and f"“{before}”".casefold() in each.message.casefold() for each in found
    )


@pytest.mark.parametrize(
    ("row", "cell", "words"),
    [
        (["PL 01", "Decimals", "seven", None, APRIL], "C2", "it is no decimals"),
        (["PL 01", "Basis", "monthly-ish", None, APRIL], "C2", "it is no basis"),
        (["PL 01", "Basis", "snapshot", "ytd", APRIL], "D2", "the sheet Measures says “discrete quarter”"),
        (["PL 01", "Unit", None, None, APRIL], "C2", "it is empty"),
    ],
)
def test_a_slip_is_told_at_its_cell(tmp_path: Path, row: list[Any], cell: str, words: str) -> None:
    folder = make_project(tmp_path, {"Basis": "discrete quarter"})
    (problem,) = told(with_sheet(folder, SHEET, MEASURE_CHANGE_HEADERS, row))
    assert (problem.code, problem.place.cell) == ("REG03", cell)
    assert words in problem.message
