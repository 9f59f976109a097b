"""A copy goes back with the answers that were checked, or none goes back; and none keeps the others from going."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli.app import app
from generator.collecting.annotated_copies import CHANGED, FAILED, NO_FORM, TOO_LONG, Copied, NotCopied, write_copies
from generator.collecting.reminders import write_reminders
from generator.collecting.who_owes_what import collect, owing
from generator.forms.asked.form_contents import Contents
from generator.forms.form_workbook import issue_workbook
from tests.projects import GOOD, Folder, fill, make_project

LATE = {"quarter_actual": "many"}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = make_project(tmp_path / "project", {}, {"Code": "PL 02"}, {"Code": "PL 03"})
    for path in made.issue():
        fill(path, {**GOOD, **LATE})
    return made


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:2000])


def fill_again(path: Path) -> None:
    fill(path, {**GOOD, "quarter_actual": 91})


def make_a_folder_of_it(path: Path) -> None:
    path.unlink()
    path.mkdir()


CHANGES: dict[str, Callable[[Path], object]] = {
    "damaged": cut,
    "emptied": lambda path: path.write_bytes(b""),
    "filled in again": fill_again,
    "taken away": Path.unlink,
    "a folder now": make_a_folder_of_it,
    "huge now": lambda path: path.write_bytes(b"x" * 6_000_000),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_return_that_changes_between_two_looks_has_no_copy(folder: Folder, change: Callable[[Path], object]) -> None:
    gathered = folder.gather()
    (path,) = folder.returns.glob("PL 02*")
    change(path)
    found = list(write_copies(folder.setup, gathered, folder.root / "copies"))
    assert [each for each in found if isinstance(each, NotCopied)] == [
        NotCopied(folder.project.relative(path), CHANGED)
    ]
    assert len(list((folder.root / "copies").iterdir())) == 2 == sum(isinstance(each, Copied) for each in found)


def test_no_reminder_has_a_copy_of_it(folder: Folder) -> None:
    gathered = folder.gather()
    people = owing(collect(folder.setup, gathered, date(2025, 1, 1)))
    (path,) = folder.returns.glob("PL 02*")
    cut(path)
    (message,) = write_reminders(folder.setup, gathered, people, folder.root / "reminders", date(2025, 1, 1))
    text = (folder.root / message).read_text()
    assert ("PL 01 2024" in text, "PL 02 2024" in text, "PL 03 2024" in text) == (True, False, True)


def test_a_return_that_the_program_fails_on_has_no_copy(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*forms: Contents) -> bytes:
        if "PL 02" in str(forms):
            raise RecursionError
        return issue_workbook(*forms)

    monkeypatch.setattr("generator.collecting.annotated_copies.issue_workbook", fails)
    found = list(write_copies(folder.setup, folder.gather(), folder.root / "copies"))
    assert [each.why for each in found if isinstance(each, NotCopied)] == [FAILED]
    assert sum(isinstance(each, Copied) for each in found) == 2


def test_a_return_with_more_text_than_a_form_takes_has_no_copy_that_lacks_some(folder: Folder) -> None:
    (path,) = folder.returns.glob("PL 02*")
    fill(path, {"context": ["a" * 32_000] * 3})
    found = list(write_copies(folder.setup, folder.gather(), folder.root / "copies"))
    assert [each.why for each in found if isinstance(each, NotCopied)] == [TOO_LONG]


def test_what_is_no_form_is_told_of(folder: Folder) -> None:
    (folder.returns / "x.xlsx").write_bytes(b"")
    ran = CliRunner().invoke(app, ["check", "--annotate", str(folder.root / "copies"), "--project", str(folder.root)])
    assert f"inputs/2024-25-Q3/x.xlsx has no copy: {NO_FORM}." in ran.stderr
    assert ran.stderr.count("is ready to go back to its officer.") == 3
