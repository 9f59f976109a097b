"""status: who has returned what, and who owes what."""

from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from generator.collecting.who_owes_what import Progress, collect, owing
from tests.collecting.round import BAD, PAT, run
from tests.followed import with_actions_sheet
from tests.projects import GOOD, fill, fill_book, make_project


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
