"""Three quarters of actions through forms: nothing that was promised is lost, and each one's story is told."""

import csv
import io
import json
import re
import shutil
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from jsonschema import Draft202012Validator

from generator.collecting.issue_forms import issue_all
from generator.documents import schemas
from generator.documents.actions_data import actions_csv
from generator.model.period import Period
from generator.output.close_period import reopen_period
from generator.project.declared_reports import DeclaredReport
from generator.project.load import set_up
from generator.project.report_options import Covering
from generator.report.gather import Gathered, gather
from generator.report.page.in_words.followed import ActionsInWords
from tests.followed import closed, codes_of, fill_actions, titles_asked, told_of, type_of_rows, with_actions_sheet
from tests.projects import GOOD, SETTINGS, Folder, make_project, render
from tests.reading.register.sheets import with_sheet

Q3, Q4, Q1 = Period(2024, 3), Period(2024, 4), Period(2025, 1)
HIRE, TRAIN, ROUTES, FORGET, BUY = (
    "Hire a second lorry",
    "Train the crews",
    "Redraw the routes",
    "Write to the depot",
    "Buy a [[cheap]] sweeper",
)
BOARD, DEPOT = "Set up a board for the place", "Report on the depot"
LEAN = 'packs = []\nlayouts = ["sections"]\n'
TARGETS = dict.fromkeys(("Q1 target", "Q2 target", "Q3 target", "Q4 target"), 95)
SIGNED = {name: GOOD[name] for name in ("completed_by", "approved_by")}
SCHEMA = json.loads((Path(schemas.__file__).parent / "report.schema.json").read_text(encoding="utf-8"))

TOLD: Mapping[Period, Mapping[str, type_of_rows]] = {
    Q3: {
        "PL 01": {
            HIRE: {"state": "On track", "percent": 40, "update": "Two bids are in."},
            TRAIN: {"state": "At risk"},
            ROUTES: {"state": "On track", "due": date(2025, 4, 1), "reason": "The planner was ill"},
            FORGET: {"state": "Not started"},
            BUY: {"owner": "Jo Archer", "due": date(2025, 7, 1)},
        },
        "Place": {BOARD: {"state": "Not started"}},
        "The whole report": {DEPOT: {"state": "On track"}},
    },
    Q4: {
        "PL 01": {
            HIRE: {"state": "On track", "percent": "80%", "due": date(2025, 6, 30), "reason": "Late delivery"},
            TRAIN: {"state": "Done"},
            ROUTES: {"state": "At risk", "due": "1 July 2025", "reason": "New streets"},
            BUY: {"state": "Withdrawn", "reason": "No money is left"},
        },
        "Place": {BOARD: {"state": "On track"}},
        "The whole report": {DEPOT: {"state": "Done"}},
    },
    Q1: {
        "PL 01": {HIRE: {"state": "Done", "percent": 100}, ROUTES: {"state": "On track", "update": "Half are drawn"}},
        "Place": {},
    },
}


class Told(NamedTuple):
    """What three quarters came to: what the forms asked, what was gathered, and the last report's files."""

    folder: Folder
    asked: Mapping[Period, Mapping[str, list[str]]]
    gathered: Mapping[Period, Gathered]
    files: Mapping[str, bytes]


def quarter(folder: Folder, period: Period) -> dict[str, list[str]]:
    """Issue a quarter's forms, and fill them in; what each asks of actions."""
    asked = {}
    for file in issue_all(set_up(folder.project, period)).written:
        path = folder.root / file
        about = path.stem.removesuffix(f" {period}")
        asked[about] = titles_asked(path)
        fill_actions(path, TOLD[period][about], GOOD if about == "PL 01" else SIGNED)
    return asked


@pytest.fixture(scope="module")
def quarters(tmp_path_factory: pytest.TempPathFactory) -> Told:
    folder = make_project(tmp_path_factory.mktemp("actions") / "project", TARGETS, settings=f"{SETTINGS}{LEAN}")
    with_actions_sheet(
        folder,
        ["A1", "PL 01", HIRE, "Pat Fletcher", None, date(2024, 12, 31)],
        [None, "PL 01", TRAIN, None, None, date(2025, 3, 31)],
        [None, "PL 01", ROUTES, None, None, date(2025, 1, 15)],
        [None, "PL 01", FORGET, None, None, date(2025, 2, 1)],
        [None, "Place", BOARD, "The director", None, date(2025, 6, 1)],
    )
    with_sheet(folder, "Recommendations", ("Meeting", "Text"), [date(2024, 7, 4), DEPOT])
    asked, gathered = {}, {}
    for period, today in ((Q3, date(2025, 1, 20)), (Q4, date(2025, 4, 20))):
        asked[period] = quarter(folder, period)
        gathered[period] = closed(folder, period, today)
    asked[Q1] = quarter(folder, Q1)
    setup = set_up(folder.project, Q1)
    gathered[Q1] = gather(setup)
    return Told(folder, asked, gathered, render(setup, gathered[Q1].report))


def test_every_form_asks_for_what_is_open_and_for_nothing_else(quarters: Told) -> None:
    assert quarters.asked == {
        Q3: {"PL 01": [HIRE, TRAIN, ROUTES, FORGET], "Place": [BOARD], "The whole report": [DEPOT]},
        Q4: {"PL 01": [HIRE, TRAIN, ROUTES, FORGET, BUY], "Place": [BOARD], "The whole report": [DEPOT]},
        Q1: {"PL 01": [HIRE, ROUTES, FORGET], "Place": [BOARD]},
    }


def test_what_became_of_the_actions_of_the_last_report(quarters: Told) -> None:
    assert [tuple(quarters.gathered[period].follow_up.tally) for period in (Q3, Q4, Q1)] == [
        (0, 0, 0, 0, 0),
        (7, 2, 2, 1, 1),
        (4, 1, 0, 0, 2),
    ]
    assert told_of(quarters.gathered[Q1]) == {
        FORGET: "Overdue",
        BOARD: "Overdue",
        ROUTES: "Due next",
        HIRE: "Done since the last report",
    }


def test_who_told_nothing_is_asked_about_it_and_stops_nothing(quarters: Told) -> None:
    assert codes_of(quarters.gathered[Q1]) == ["ACT01", "ACT01"]
    assert not quarters.gathered[Q1].has_errors


def test_the_third_report_tells_the_story_of_each_action_in_word_and_on_the_page(quarters: Told) -> None:
    for name in ("exceptions.docx", "exceptions.html"):
        text = _text(quarters.files[name])
        for words in (
            "Actions from the last report: 4 promised, 1 done, 2 not reported on.",
            "3 actions are open: 2 are overdue and 1 is due by 30 September 2025.",
            "Done by the day that was promised first: 0 of 1.",
            "Its date moved from 15 January 2025 to 1 April 2025, and then to 1 July 2025.",
            "Half are drawn.",
            "Done in 2025/26 Q1, after the day that was promised first.",
            "Not reported on this quarter.",
            "Last reported for 2024/25 Q3: not started.",
            "Actions: 2 open, of which 1 is late; 1 done.",
        ):
            assert words in text, (name, words)
        assert [text.count(title) for title in (FORGET, BOARD, ROUTES, HIRE)] == [1, 1, 1, 1]
        order = [text.rindex(title) for title in (FORGET, BOARD, ROUTES, HIRE)]
        assert order == sorted(order)
        for withheld in ("Pat Fletcher", "The director"):
            assert withheld not in text


def test_json_and_csv_say_the_same(quarters: Told) -> None:
    report: dict[str, Any] = json.loads(quarters.files["report.json"])
    Draft202012Validator(SCHEMA).validate(report)
    (measure,) = report["directorates"][0]["measures"]
    stories = {each["title"]: (each["standing"], each["times_moved"], each["ended"]) for each in measure["follow_up"]}
    assert stories == {
        FORGET: ("Overdue", 0, None),
        ROUTES: ("Due next", 2, None),
        HIRE: ("Done since the last report", 1, "2025-26-Q1"),
    }
    assert [each["title"] for each in report["groups"][0]["follow_up"]] == [BOARD]
    assert (report["follow_up"]["promised"], report["follow_up"]["not_reported"]) == (4, 2)
    rows = list(csv.DictReader(io.StringIO(quarters.files["actions.csv"].decode())))
    assert {row["title"]: row["times_moved"] for row in rows} == {FORGET: "0", BOARD: "0", ROUTES: "2", HIRE: "1"}
    assert "owner" not in rows[0]


def test_what_members_recommended_is_reported_until_it_is_closed(quarters: Told) -> None:
    reports = [quarters.gathered[period].follow_up.every for period in (Q3, Q4, Q1)]
    found = [[each.standing.value for each in every if each.now.promise.subject.is_recommended] for every in reports]
    assert found == [["Due later"], ["Done since the last report"], []]


def test_owners_are_printed_where_that_is_set(quarters: Told) -> None:
    setup = set_up(quarters.folder.project, Q1)
    inside = render(setup, gather(setup, internal=True).report)
    assert "Pat Fletcher" in _text(inside["exceptions.html"])
    assert b'"owner": "Pat Fletcher"' in inside["report.json"]


def test_what_is_marked_is_withheld(quarters: Told) -> None:
    setup = set_up(quarters.folder.project, Q4)
    files = render(setup, gather(setup).report)
    assert "Buy a [c] sweeper" in _text(files["exceptions.html"])
    assert not any(b"cheap" in data for name, data in files.items() if name.endswith((".html", ".json", ".csv")))


def test_closing_again_adds_rows_and_changes_none(quarters: Told, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "copy")
    shutil.copytree(quarters.folder.root, folder.root)
    before = folder.project.actions.read_bytes()
    (form,) = (path for path in folder.project.returns(Q4) if path.stem.startswith("PL 01"))
    reopen_period(folder.project, Q4, "The board did more", date(2025, 5, 1))
    fill_actions(form, {TRAIN: {"state": "At risk"}})
    closed(folder, Q4, date(2025, 5, 2))
    after = folder.project.actions.read_bytes()
    assert after.startswith(before)
    assert after[len(before) :].count(b"close") == 7
    assert b"register" not in after[len(before) :]
    assert TRAIN in told_of(gather(set_up(folder.project, Q1)))
    with zipfile.ZipFile(folder.project.archive(Q4)) as archive:
        assert archive.read("inputs/actions.csv") == before
        assert before + archive.read("added/actions.csv") == after


def _text(data: bytes) -> str:
    """The words of a page, or of a document made in Word."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = archive.read("word/document.xml")
    return re.sub(r"<[^>]+>", "", re.sub(r"</w:p>|</p>|</span>", "\n", data.decode()))


def test_a_meeting_that_is_a_day_reads_like_any_other_day(quarters: Told) -> None:
    report = quarters.gathered[Q4].report
    view = ActionsInWords(report).of_report()
    assert view is not None
    assert [each.about for each in view.recommended] == ["4 July 2024"]
    rows = csv.DictReader(io.StringIO(actions_csv(report).decode("utf-8-sig")))
    assert [row["meeting"] for row in rows if row["title"] == DEPOT] == ["2024-07-04"]


@pytest.mark.parametrize(
    ("declared", "is_there"),
    [
        (DeclaredReport(name="Place Scrutiny", only={"Directorate": ("Place",)}), True),
        (
            DeclaredReport(
                name="Depots", only={"Directorate": ("Place",)}, covering=Covering(committee="Place  scrutiny")
            ),
            True,
        ),
        (DeclaredReport(name="Budget Panel", only={"Directorate": ("Place",)}), False),
        (DeclaredReport(name="The leader's"), True),
    ],
)
def test_a_committees_own_report_follows_up_what_its_members_recommended(
    tmp_path: Path, declared: DeclaredReport, is_there: bool
) -> None:
    folder = make_project(tmp_path / "project", TARGETS, settings=f"{SETTINGS}{LEAN}")
    with_sheet(folder, "Recommendations", ("Meeting", "Text"), ["Place Scrutiny, 4 July 2024", DEPOT])
    quarter_of_forms = issue_all(set_up(folder.project, Q3)).written
    assert len(quarter_of_forms) == 2
    report = gather(set_up(folder.project, Q3), draft=True).report
    followed = report.declared(declared).follow_up.every
    assert [each.now.promise.title for each in followed] == ([DEPOT] if is_there else [])
