"""Two years in one register: each quarter is reported with the targets, titles and groups of its own time."""

import json
from datetime import date
from typing import Any

import pytest

from generator.collecting.issue_forms import issue_all
from generator.model.period import Period
from generator.project.load import set_up
from generator.report.gather import gather
from tests.projects import GOOD, SETTINGS, Folder, Value, fill, make_project, render
from tests.reading.register.sheets import rewritten, with_sheet

Q3, Q4, NEXT_Q1 = Period(2024, 3), Period(2024, 4), Period(2025, 1)
OUT_OF_USE = {"Code": "PL 02", "Title": "Bins painted"}
TARGETS: dict[str, Value] = {"Q1 target": 95, "Q2 target": 95, "Q4 target": 95}


def returned(folder: Folder, period: Period) -> None:
    """Issue a quarter's forms and fill them in, all alike."""
    for file in issue_all(set_up(folder.project, period)).written:
        fill(folder.root / file, GOOD)


def reported(folder: Folder, period: Period) -> dict[str, Any]:
    setup = set_up(folder.project, period)
    gathered = gather(setup)
    assert [each.message for each in gathered.problems if each.is_error] == []
    report: dict[str, Any] = json.loads(render(setup, gathered.report)["report.json"])
    return report


def told(report: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """Of each measure of a report its group, title, status and target."""
    return [
        (group["name"], each["title"], each["quarter"]["status"], each["quarter"]["target"])
        for group in report["directorates"]
        for each in group["measures"]
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A year that was reported, and the next one with other targets, a new title, another directorate, and one less."""
    folder = make_project(tmp_path_factory.mktemp("years") / "project", TARGETS, {**TARGETS, **OUT_OF_USE})
    returned(folder, Q3)
    returned(folder, Q4)
    with_sheet(
        folder,
        "Targets",
        ("Code", "Year", "Period", "Target"),
        ["PL 01", "2024/25", None, 95],
        ["PL 01", "2024/25", "year", 96],
        ["PL 02", "2024/25", None, 95],
        ["PL 02", "2024/25", "year", 96],
    )
    with_sheet(
        folder,
        "Changes",
        ("Code", "What", "From", "To", "Date"),
        ["PL 01", "Title", "Bins emptied on the day", "Bins emptied", date(2025, 4, 1)],
        ["PL 01", "Directorate", "Place", "People", date(2025, 4, 1)],
        ["PL 02", "Retired", None, None, date(2025, 3, 31)],
    )
    targets = dict.fromkeys(("Q1 target", "Q2 target", "Q3 target", "Q4 target", "Year-end target"), 91)
    rewritten(folder, Title="Bins emptied", Directorate="People", **targets)
    settings = folder.root / "inputs" / "scorecard.toml"
    settings.write_text(SETTINGS.replace("2024-25-Q3", "2025-26-Q1"), encoding="utf-8")
    returned(folder, NEXT_Q1)
    return folder


@pytest.mark.parametrize("period", [Q3, Q4], ids=str)
def test_a_quarter_of_the_year_before_is_what_it_was(folder: Folder, period: Period) -> None:
    bins, painted = "Bins emptied on the day", "Bins painted"
    report = reported(folder, period)
    assert told(report) == [("Place", bins, "Red", "95.0"), ("Place", painted, "Red", "95.0")]
    assert report["missing"] == []


def test_the_new_year_has_its_own_targets_titles_and_groups_and_says_so(folder: Folder) -> None:
    report = reported(folder, NEXT_Q1)
    assert told(report) == [("People", "Bins emptied", "Amber", "91.0")]
    assert [(each["code"], each["why"]) for each in report["missing"]] == [("PL 02", "retired")]
    setup = set_up(folder.project, NEXT_Q1)
    page = render(setup, gather(setup).report)["exceptions.html"].decode()
    for sentence in (
        "Moved from Place on 1 April 2025.",
        "Called “Bins emptied on the day” until 1 April 2025.",
        "Retired on 31 March 2025",
    ):
        assert sentence in page
