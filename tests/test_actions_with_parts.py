"""Two quarters of a project with milestones: parts stand under it, are reported on, and say how far the whole is."""

import csv
import io
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import docx
import pytest
from jsonschema import Draft202012Validator
from lxml import html
from openpyxl import load_workbook

from generator.collecting.issue_forms import issue_all
from generator.documents import schemas
from generator.model.period import Period
from generator.project.load import set_up
from generator.report.gather import Gathered, gather
from tests.followed import ACTION_HEADINGS, closed, codes_of, fill_actions, titles_asked, type_of_rows
from tests.projects import GOOD, SETTINGS, Folder, make_project, render
from tests.reading.register.sheets import with_sheet

Q3, Q4, Q1 = Period(2024, 3), Period(2024, 4), Period(2025, 1)
DEPOT, CREW, LAND, PLANS, BUILD, PAINT = (
    "Build a depot",
    "Hire a crew",
    "Buy the land",
    "Have plans drawn",
    "Build it",
    "Paint it",
)
TARGETS = dict.fromkeys(("Q1 target", "Q2 target", "Q3 target", "Q4 target"), 95)
SCHEMA = json.loads((Path(schemas.__file__).parent / "report.schema.json").read_text(encoding="utf-8"))
TOLD: Mapping[Period, type_of_rows] = {
    Q3: {
        DEPOT: {"state": "On track", "percent": 20},
        CREW: {"state": "On track"},
        LAND: {"state": "Done"},
        PLANS: {"state": "On track"},
        BUILD: {"state": "Not started"},
        PAINT: {"state": "Withdrawn", "reason": "Steel needs none"},
    },
    Q4: {
        DEPOT: {"state": "Done"},
        CREW: {"state": "On track"},
        PLANS: {"state": "At risk"},
        BUILD: {"state": "Not started"},
    },
}


class Told(NamedTuple):
    """What the quarters came to: the folder, what forms asked, the last report, and its files."""

    folder: Folder
    asked: Mapping[Period, list[str]]
    gathered: Gathered
    files: Mapping[str, bytes]


@pytest.fixture(scope="module")
def quarters(tmp_path_factory: pytest.TempPathFactory) -> Told:
    settings = f'packs = []\nlayouts = ["table", "compact", "sections"]\n{SETTINGS}'
    folder = make_project(tmp_path_factory.mktemp("parts") / "project", TARGETS, settings=settings)
    with_sheet(
        folder,
        "Actions",
        (*ACTION_HEADINGS, "Part of"),
        [None, None, LAND, None, None, date(2024, 12, 31), "P1"],
        [None, "PL 01", CREW, None, None, date(2025, 6, 30), None],
        ["P1", "PL 01", DEPOT, None, None, date(2025, 12, 31), None],
        [None, None, PLANS, None, None, date(2025, 3, 31), "P1"],
        [None, None, BUILD, None, None, date(2025, 9, 30), "p1"],
        [None, None, PAINT, None, None, date(2025, 10, 31), "P1"],
    )
    asked = {}
    for period in (Q3, Q4):
        (form,) = issue_all(set_up(folder.project, period)).written
        asked[period] = titles_asked(folder.root / form)
        fill_actions(folder.root / form, TOLD[period], GOOD)
        if period == Q3:
            gathered = closed(folder, period, date(2025, 1, 20))
    setup = set_up(folder.project, Q4)
    gathered = gather(setup)
    return Told(folder, asked, gathered, render(setup, gathered.report))


def test_parts_stand_under_their_project_in_the_form(quarters: Told) -> None:
    assert quarters.asked == {Q3: [CREW, DEPOT, LAND, PLANS, BUILD, PAINT], Q4: [CREW, DEPOT, PLANS, BUILD]}
    (form,) = quarters.folder.project.returns(Q4)
    rows = [*load_workbook(form)["Actions"].iter_rows(min_row=7, max_row=10)]
    last_time = {row[0].value: row[3].value for row in rows}
    assert {row[0].value: row[0].alignment.indent for row in rows} == {CREW: 0, DEPOT: 0, PLANS: 2, BUILD: 2}
    assert last_time[DEPOT] == "2 parts of it are still open, below. On track, 20% (Q3 2024/25)."
    assert last_time[BUILD] == f"Part of “{DEPOT}”. Not started (Q3 2024/25)."


@pytest.mark.parametrize("name", ["exceptions.docx", "exceptions-compact.docx", "exceptions-sections.docx"])
def test_parts_stand_under_their_project_in_word(quarters: Told, name: str) -> None:
    (table,) = (
        each for each in docx.Document(io.BytesIO(quarters.files[name])).tables if each.cell(0, 0).text == "Action"
    )
    found = [(row.cells[0].text.split("\n")[1:], row.cells[3].text.split("\n")[0]) for row in table.rows[1:]]
    assert found == [
        ([DEPOT], "1 of 3 parts is done, 1 is late; the next is due by 30 September 2025."),
        ([PLANS, f"Part of: {DEPOT}"], "Said to be at risk."),
        ([BUILD, f"Part of: {DEPOT}"], ""),
        ([CREW], ""),
    ]


def test_parts_stand_under_their_project_on_the_page(quarters: Told) -> None:
    page: Any = html.fromstring(quarters.files["exceptions.html"].decode())
    rows = page.xpath("//table[contains(@class, 'actions')]/tbody/tr")
    assert [row.xpath("string(.//*[@class='title'])") for row in rows] == [DEPOT, PLANS, BUILD, CREW]
    assert [row.get("class") for row in rows] == [None, "part", "part", None]
    assert [row.xpath("string(.//*[@class='note'])") for row in rows[:2]] == ["", f"Part of: {DEPOT}"]


def test_data_says_the_same(quarters: Told) -> None:
    report = json.loads(quarters.files["report.json"])
    Draft202012Validator(SCHEMA).validate(report)
    (measure,) = report["directorates"][0]["measures"]
    stories = {each["title"]: (each.get("part_of"), each.get("parts")) for each in measure["follow_up"]}
    assert stories == {
        DEPOT: (None, {"count": 3, "done": 1, "late": 1, "next_due": "2025-09-30"}),
        PLANS: ("P1", None),
        BUILD: ("P1", None),
        CREW: (None, None),
    }
    rows = csv.DictReader(io.StringIO(quarters.files["actions.csv"].decode()))
    assert {row["title"]: row["part_of"] for row in rows} == {DEPOT: "", PLANS: "P1", BUILD: "P1", CREW: ""}


def test_who_says_that_it_is_done_before_its_parts_are_is_asked_about_it(quarters: Told) -> None:
    (told,) = (each for each in quarters.gathered.problems if each.code == "ACT17")
    assert "“Build a depot” has the state “Done”, but 2 parts of it are still to be done" in told.message
    assert not quarters.gathered.has_errors


def test_a_part_stays_one_when_its_row_is_deleted(quarters: Told) -> None:
    setup = set_up(with_sheet(quarters.folder, "Actions", ACTION_HEADINGS).project, Q4)
    again = gather(setup).follow_up.every
    assert [(each.now.promise.title, each.parts) for each in again] == [
        (each.now.promise.title, each.parts) for each in quarters.gathered.follow_up.every
    ]
    assert codes_of(quarters.gathered) == ["ACT17", "ACT11"]
