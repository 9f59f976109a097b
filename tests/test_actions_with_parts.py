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
from generator.output.close_period import reopen_period
from generator.project.load import set_up
from generator.report.gather import Gathered, gather
from generator.report.page.in_words.followed import NO_UPDATE
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
    part_of, last_time = ({row[0].value: row[column].value for row in rows} for column in (3, 4))
    assert {row[0].value: row[0].alignment.indent for row in rows} == {CREW: 0, DEPOT: 0, PLANS: 2, BUILD: 2}
    assert last_time[DEPOT] == "2 parts of it are still open, below. On track, 20% (Q3 2024/25)."
    assert last_time[BUILD] == "Not started (Q3 2024/25)."
    assert part_of == {CREW: None, DEPOT: None, PLANS: DEPOT, BUILD: DEPOT}


@pytest.mark.parametrize("name", ["exceptions.docx", "exceptions-compact.docx", "exceptions-sections.docx"])
def test_parts_stand_under_their_project_in_word(quarters: Told, name: str) -> None:
    (table,) = (
        each for each in docx.Document(io.BytesIO(quarters.files[name])).tables if each.cell(0, 0).text == "Action"
    )
    found = [(row.cells[0].text.split("\n")[1:], row.cells[3].text.split("\n")[0]) for row in table.rows[1:]]
    assert found == [
        ([DEPOT], "1 of 3 parts is done, 1 is late; the next is due by 30 September 2025."),
        ([PLANS, f"Part of: {DEPOT}"], "Said to be at risk."),
        ([BUILD, f"Part of: {DEPOT}"], NO_UPDATE),
        ([CREW], NO_UPDATE),
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


@pytest.fixture
def of_forms(tmp_path: Path) -> tuple[Folder, list[str], Gathered]:
    """Parts that officers added, in a quarter that was closed twice; what the next one's form asks, and its report."""
    folder = make_project(tmp_path / "project", TARGETS, settings=f"packs = []\n{SETTINGS}")
    with_sheet(folder, "Actions", ACTION_HEADINGS, [None, "PL 01", CREW, None, None, date(2025, 6, 30)])
    (form,) = issue_all(set_up(folder.project, Q3)).written
    new: Mapping[str, str | date] = {"state": "Not started", "due": date(2025, 9, 30)}
    rows: type_of_rows = {PAINT: {**new, "part_of": DEPOT}, DEPOT: new, PLANS: {**new, "part_of": CREW}}
    fill_actions(folder.root / form, {CREW: {"state": "On track"}, **rows}, GOOD)
    closed(folder, Q3, date(2025, 1, 20))
    reopen_period(folder.project, Q3, "The plans were the depot's", date(2025, 2, 1))
    fill_actions(folder.root / form, {PLANS: {"part_of": DEPOT}, PAINT: {"part_of": None}})
    closed(folder, Q3, date(2025, 2, 2))
    (form,) = issue_all(set_up(folder.project, Q4)).written
    asked = titles_asked(folder.root / form)
    fill_actions(folder.root / form, {each: {"state": "On track"} for each in asked}, GOOD)
    return folder, asked, gather(set_up(folder.project, Q4))


def test_officers_add_parts_in_the_form(of_forms: tuple[Folder, list[str], Gathered]) -> None:
    folder, asked, gathered = of_forms
    assert asked == [CREW, DEPOT, PLANS, PAINT]
    parts = {each.now.promise.title: each.now.promise.part_of for each in gathered.follow_up.every}
    assert {title: whole.title for title, whole in parts.items() if whole} == {PLANS: DEPOT}
    rows = csv.DictReader(io.StringIO(folder.project.actions.read_text(encoding="utf-8-sig")))
    from_forms = [(row["Title"], row["Update"].partition("Part of ")[2]) for row in rows if row["From"] == "form"]
    of = {each.now.promise.title: each.now.promise.id for each in gathered.follow_up.every}
    assert from_forms[:2] == [(PLANS, of[CREW]), (PAINT, of[DEPOT])]
    assert sorted(from_forms[2:]) == [(PLANS, of[DEPOT]), (PAINT, "")]
    assert codes_of(gathered) == []
