"""log.csv says what was done, by whom and what came of it; and is never a reason for a command to fail."""

import csv
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner

from generator.cli.app import app
from generator.model.period import Period
from generator.output.log import LOG_COLUMNS, add_to_log
from generator.project.folder import Project
from tests.projects import GOOD, Folder, fill, make_project


def run(root: Path, *arguments: str) -> int:
    return CliRunner().invoke(app, [*arguments, "--project", str(root)], catch_exceptions=False).exit_code


def lines(root: Path) -> list[list[str]]:
    return list(csv.reader((root / "inputs" / "log.csv").read_text("utf-8").splitlines()))


def test_a_round_is_told_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USERNAME", "pat")
    make_project(tmp_path)
    run(tmp_path, "issue")
    run(tmp_path, "status", "--chase", str(tmp_path / "reminders"))
    run(tmp_path, "build")
    (form,) = Folder(tmp_path).returns.glob("*.xlsx")
    fill(form, {**GOOD, "completed_by": ""})
    run(tmp_path, "check", "--annotate", str(tmp_path / "back"))
    fill(form, GOOD)
    run(tmp_path, "build")
    run(tmp_path, "close")
    run(tmp_path, "close", "--reopen", "a late survey came")
    headings, *told = lines(tmp_path)
    assert tuple(headings) == LOG_COLUMNS
    assert {(line[1], line[4]) for line in told} == {("pat", "2024-25-Q3")}
    assert [(line[3], line[5]) for line in told] == [
        ("issue", "1 issued, 0 already there."),
        ("status --chase", "1 reminder written."),
        ("build", "Not done. Nothing was published. Put the errors right, or build with --draft."),
        ("check --annotate", "1 annotated copy written."),
        ("build", "1 return in the report."),
        ("close", "2024/25 Q3 is closed: 1 measure added to the history."),
        ("close --reopen", "2024/25 Q3 is open again (1 measure): a late survey came"),
    ]


def test_commands_that_only_look_log_nothing(tmp_path: Path) -> None:
    make_project(tmp_path)
    for command in ("check", "status", "verify", "history"):
        run(tmp_path, command)
    assert not (tmp_path / "inputs" / "log.csv").exists()


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    make_project(tmp_path)
    (tmp_path / "inputs" / "log.csv").mkdir()
    assert run(tmp_path, "issue") == 0


def test_nothing_in_it_is_a_formula(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USERNAME", "=1")
    (tmp_path / "inputs").mkdir()
    add_to_log(Project(tmp_path), datetime(2025, 2, 11, 9, 30), "build", Period(2024, 3), "Done.")
    assert lines(tmp_path)[1][:2] == ["2025-02-11 09:30:00", "'=1"]


REFUSED = [
    (["close"], "Not done. There is no report of 2024/25 Q3 in output/2024-25-Q3. Build it, and look at it, first."),
    (["close", "--reopen", "x"], "Not done. 2024/25 Q3 was never closed. Nothing was changed."),
    (["issue", "--code", "XX"], "Not done. The register has no measure “XX”."),
    (
        ["build", "--period", "2024-25-Q1"],
        "Not done. Nothing was published. Put the errors right, or build with --draft.",
    ),
]


@pytest.mark.parametrize(("command", "outcome"), REFUSED)
def test_what_was_refused_is_in_it_too(tmp_path: Path, command: list[str], outcome: str) -> None:
    make_project(tmp_path)
    assert run(tmp_path, *command) > 0
    ((*_, told),) = lines(tmp_path)[1:]
    assert told == outcome


@pytest.mark.parametrize("command", ["issue", "build", "close", "next"])
def test_so_is_what_a_broken_register_ended(tmp_path: Path, command: str) -> None:
    make_project(tmp_path).project.register.write_bytes(b"")
    assert run(tmp_path, command) == 2
    assert [(line[3], line[5].partition(".")[0]) for line in lines(tmp_path)[1:]] == [(command, "Not done")]


@pytest.mark.parametrize(
    ("error", "outcome"),
    [(KeyboardInterrupt(), "Stopped."), (OSError(28, "No space left on device"), "Not done. No space left on device")],
)
def test_so_is_what_was_stopped_or_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, outcome: str
) -> None:
    def failing(*_: object) -> None:
        raise error

    monkeypatch.setattr("generator.collecting.issue_forms.issue_all", failing)
    make_project(tmp_path)
    with suppress(OSError, KeyboardInterrupt):
        run(tmp_path, "issue")
    assert lines(tmp_path)[1][5] == outcome


def test_an_import_and_moving_on_are_in_it(tmp_path: Path) -> None:
    folder = make_project(tmp_path)
    book = Workbook()
    for row in (("Ref", "Measure", "Directorate", "Target"), ("A 1", "Bins emptied", "Place", 90)):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "list.xlsx")
    run(tmp_path, "next")
    run(tmp_path, "import", str(tmp_path / "list.xlsx"))
    folder.project.register.unlink()
    run(tmp_path, "import", str(tmp_path / "list.xlsx"))
    told = [(line[3], line[4], line[5].partition(".")[0]) for line in lines(tmp_path)[1:]]
    assert told == [
        ("next", "2024-25-Q4", "The settings' period is 2024-25-Q4 now"),
        ("import", "2024-25-Q4", "Not done"),
        ("import", "2024-25-Q4", "list"),
    ]


def _add_some(root: Path) -> bool:
    when = datetime(2025, 2, 11, 9, 30)
    return all(add_to_log(Project(root), when, "build", Period(2024, 3), f"{n}. Done.") for n in range(40))


def test_two_programs_at_once_lose_no_line_and_head_it_once(tmp_path: Path) -> None:
    (tmp_path / "inputs").mkdir()
    with ProcessPoolExecutor(2) as others:
        assert all(others.map(_add_some, [tmp_path] * 4))
    headings, *told = lines(tmp_path)
    assert tuple(headings) == LOG_COLUMNS
    assert Counter(line[5] for line in told) == {f"{n}. Done.": 4 for n in range(40)}


def test_a_line_that_was_left_half_written_stays_and_is_not_made_longer(tmp_path: Path) -> None:
    (tmp_path / "inputs").mkdir()
    _add_some(tmp_path)
    with (tmp_path / "inputs" / "log.csv").open("ab") as file:
        file.write(b"2025-02-11 09:31:00,pat,1")
    _add_some(tmp_path)
    assert [len(line) for line in lines(tmp_path)] == [6] * 41 + [3] + [6] * 40


def test_where_it_cannot_be_written_that_is_said(tmp_path: Path) -> None:
    make_project(tmp_path)
    (tmp_path / "inputs" / "log.csv").mkdir()
    result = CliRunner().invoke(app, ["issue", "--project", str(tmp_path)])
    assert "inputs/log.csv cannot be written, so this is not in it." in result.stderr
