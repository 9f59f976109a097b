"""Quarters that were never closed: their results, with target and status of their time as far as these are known."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from generator.cli.app import app
from generator.model.period import Period
from generator.project.load import set_up
from tests.projects import GOOD, SETTINGS, Folder, Value, fill, make_project
from tests.reading.register.sheets import rewritten

Q1, Q2, Q3, Q4 = (Period(2024, number) for number in (1, 2, 3, 4))
TARGETS: dict[str, Value] = {**{f"{each} target": 95 for each in ("Q1", "Q2", "Q3", "Q4")}, "Year-end target": 96}
RESULTS = {Q1: 96, Q2: 94, Q3: 80, Q4: 90}
SUPPRESSED = {
    "quarter_actual": None,
    "forecast_actual": None,
    "missing_reason": "Not published because numbers are small",
}


def run(folder: Folder, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--project", str(folder.root)], catch_exceptions=False)


def returned(folder: Folder, period: Period, **answers: Value) -> None:
    """Issue a quarter's form and fill it in."""
    assert run(folder, "issue", "--period", str(period)).exit_code == 0
    (path,) = folder.project.returns(period)
    fill(path, {**GOOD, "quarter_actual": RESULTS[period], **answers})


def results(folder: Folder) -> list[tuple[str, str | None, str, str | None]]:
    """The results that the current quarter's report prints: period, target, result and status."""
    assert run(folder, "build", "--draft").exit_code == 0
    path = folder.project.output_folder(folder.setup.period) / "report.json"
    told: dict[str, Any] = json.loads(path.read_text("utf-8"))
    (measure,) = [each for group in told["directorates"] for each in group["measures"]]
    return [(each["period"][-2:], each["target"], each["actual"], each["status"]) for each in measure["history"]]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Four quarters of returns, of which none was closed."""
    folder = make_project(tmp_path, TARGETS, settings=SETTINGS.replace("2024-25-Q3", "2024-25-Q4"))
    for period in RESULTS:
        returned(folder, period)
    return folder


ALL = [("Q1", "95.0", "96.0", "Green"), ("Q2", "95.0", "94.0", "Amber"), ("Q3", "95.0", "80.0", "Red")]
NOW = ("Q4", "95.0", "90.0", "Red")


def test_all_quarters_that_settings_ask_for_have_target_and_status(folder: Folder) -> None:
    assert results(folder) == [*ALL, NOW]


def test_the_screen_says_which_quarters_are_read_from_their_returns(folder: Folder) -> None:
    said = "Not in the history, so read from returns and report as they are now: 2024/25 Q1, 2024/25 Q2 and 2024/25 Q3."
    assert said in run(folder, "build").stderr
    assert said in run(folder, "check").stderr
    assert run(folder, "close").exit_code == 0
    settings = folder.root / "inputs" / "scorecard.toml"
    settings.write_text(settings.read_text("utf-8").replace("2024-25-Q4", "2025-26-Q1"), "utf-8")
    assert "as they are now: 2024/25 Q1, 2024/25 Q2 and 2024/25 Q3." in run(folder, "check").stderr


def test_as_many_as_settings_say(folder: Folder) -> None:
    settings = folder.root / "inputs" / "scorecard.toml"
    settings.write_text(f"results = 3\n{settings.read_text('utf-8')}", "utf-8")
    assert results(folder) == [*ALL[1:], NOW]


def test_a_target_that_the_form_was_not_issued_with_judges_nothing(folder: Folder) -> None:
    rewritten(folder, **{"Q2 target": 90})
    assert results(folder) == [ALL[0], ("Q2", None, "94.0", None), ALL[2], NOW]


@pytest.mark.parametrize("code", ["PL 01", "pl01", "PL 02"], ids=["the code", "spelt otherwise", "renamed"])
def test_what_its_report_said_counts_before_what_today_would_say(folder: Folder, code: str) -> None:
    run(folder, "build", "--period", "2024-25-Q2")
    rewritten(rewritten(folder, **{"Q2 target": 90}), Code=code, Aliases="PL 01")
    assert results(folder) == [*ALL, NOW]


def test_a_figure_that_the_next_return_revises_has_no_status(folder: Folder) -> None:
    (path,) = folder.project.returns(Q3)
    fill(path, {"previous_revised": 93})
    assert results(folder) == [ALL[0], ("Q2", None, "93.0", None), ALL[2], NOW]


def test_a_figure_that_was_suppressed_is_not_there(folder: Folder) -> None:
    (path,) = folder.project.returns(Q2)
    fill(path, SUPPRESSED)
    assert results(folder) == [ALL[0], ALL[2], NOW]


def test_an_earlier_quarter_that_still_builds_can_be_closed(folder: Folder) -> None:
    assert run(folder, "build", "--period", "2024-25-Q2").exit_code == 0
    assert run(folder, "close", "--period", "2024-25-Q2").exit_code == 0
    assert [str(row.period) for row in set_up(folder.project).history.rows] == ["2024-25-Q2"]
    rewritten(folder, **{"Q2 target": 90})
    assert results(folder) == [*ALL, NOW]
    assert "as they are now: 2024/25 Q1 and 2024/25 Q3." in run(folder, "build", "--draft").stderr


def test_a_closed_report_is_made_again_with_them(folder: Folder) -> None:
    assert run(folder, "build").exit_code == 0
    before = (folder.root / "output" / "2024-25-Q4" / "report.json").read_bytes()
    assert run(folder, "close").exit_code == 0
    for period in (Q1, Q2, Q3):
        (path,) = folder.project.returns(period)
        path.unlink()
    assert run(folder, "build").exit_code == 0
    assert (folder.root / "output" / "2024-25-Q4" / "report.json").read_bytes() == before
