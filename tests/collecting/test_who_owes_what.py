"""status: who has returned what, and who owes what."""

from pathlib import Path

from tests.collecting.round import BAD, PAT, run
from tests.projects import GOOD, fill, make_project


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
