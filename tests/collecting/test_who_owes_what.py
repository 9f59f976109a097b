"""status: who has returned what, and who owes what."""

from datetime import date
from email import message_from_bytes
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.collecting.who_owes_what import Progress, collect, owing
from tests.collecting.round import BAD, PAT, run
from tests.followed import fill_actions, type_of_rows, with_actions_sheet
from tests.projects import GOOD, fill, fill_book, make_project
from tests.reading.register.sheets import with_sheet


def test_status_counts_and_says_who_owes_what(tmp_path: Path) -> None:
    folder = make_project(tmp_path, PAT, {"Code": "PL 02", **PAT}, {"Code": "PE 01", "Directorate": "People"})
    one, _, three = folder.issue()
    fill(one, {**GOOD, **BAD})
    fill(three, GOOD)
    told = run("status", "--project", tmp_path)
    assert told.exit_code == 0
    lines = [" ".join(line.split()) for line in told.stdout.splitlines()]
    assert lines[2:6] == [
        "expected received with errors ready late",
        "Place 2 1 1 0 1",
        "People 1 1 0 1 0",
        "All 3 2 1 1 1",
    ]
    assert lines[7:] == [
        "Pat Fletcher <pat@ambridge.example>",
        "PL 01 with errors: 3 errors",
        "PL 02 not received, late",
    ]
    assert all(len(line) <= 80 for line in told.stdout.splitlines())


def test_what_is_wrong_with_an_action_is_owed_by_the_officer_of_its_measure(tmp_path: Path) -> None:
    """In a bundle each measure has a sheet of actions of its own; what is wrong on one is no other's."""
    codes = ("PL 1", "PL 2", "PL 3")
    folder = make_project(tmp_path, *({"Bundle": "Bins", **PAT, "Code": code, "Title": code} for code in codes))
    with_actions_sheet(folder, *([None, code, f"Act {code}", None, None, date(2025, 3, 31)] for code in codes))
    (bundle,) = folder.issue()
    book = load_workbook(bundle)
    for code in codes:
        fill_book(book, GOOD, code)
    fill_book(book, {"action_state": "Withdrawn"}, "Actions, PL 1")
    fill_book(book, {"action_state": "On track"}, "Actions, PL 2")
    book.save(bundle)
    items = collect(folder.setup, folder.gather(), date(2025, 1, 10))
    assert [(each.subject.code, each.progress, [told.code for told in each.problems]) for each in items] == [
        ("PL 1", Progress.WITH_ERRORS, ["ACT09", "ACT03"]),
        ("PL 2", Progress.READY, []),
        ("PL 3", Progress.READY, ["ACT01"]),
    ]
    (person,) = owing(items)
    assert [each.subject.code for each in person.items] == ["PL 1", "PL 3"]


@pytest.mark.parametrize(
    ("returned", "owed"),
    [
        ((), ["The whole report", "Directorate: Place"]),
        (("Place",), ["The whole report"]),
        (("Place", "The whole report"), []),
    ],
)
def test_a_form_that_asks_for_actions_alone_is_owed_as_any_other(
    tmp_path: Path, returned: tuple[str, ...], owed: list[str]
) -> None:
    """What members recommended is asked in the form about the whole report, an action of a group in the group's."""
    folder = make_project(tmp_path, PAT)
    with_actions_sheet(folder, [None, "Place", "Set up a board", None, None, date(2025, 6, 1)])
    with_sheet(folder, "Recommendations", ("Meeting", "Text"), [date(2024, 7, 4), "Report on the depot"])
    done: dict[str, type_of_rows] = {
        "Place": {"Set up a board": {"state": "On track"}},
        "The whole report": {"Report on the depot": {"state": "Done"}},
    }
    signed = {name: GOOD[name] for name in ("completed_by", "approved_by")}
    for path in folder.issue():
        about = path.stem.removesuffix(f" {folder.setup.period}")
        if about in returned:
            fill_actions(path, done[about], signed)
        elif about not in done:
            fill(path, GOOD)
    gathered = folder.gather()
    items = collect(folder.setup, gathered, date(2026, 1, 1))
    assert [each.subject.label for each in items if each.is_late] == owed
    assert sum(each.code == "MISS01" for each in gathered.problems) == len(owed)
    told = run("status", "--project", tmp_path, "--chase", tmp_path / "reminders").stdout
    assert [about for about in owed if f"  {about}  not received, late" in told] == owed
    attached = {
        part.get_filename()
        for email in (tmp_path / "reminders").glob("*.eml")
        for part in message_from_bytes(email.read_bytes()).walk()
    }
    topics = {each: f"{each.split(': ')[-1]} {folder.setup.period}.xlsx" for each in ("Directorate: Place", *owed)}
    assert {each: file in attached for each, file in topics.items()} == {each: each in owed for each in topics}
