"""log.csv says what was done, by whom and what came of it; and is never a reason for a command to fail."""

import csv
from datetime import datetime
from pathlib import Path

import pytest
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
