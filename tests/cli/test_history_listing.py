"""What was published of a measure is shown, whatever became of the measure since."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli.app import app
from generator.history.history_csv import with_history
from generator.history.rows import RowState
from generator.model.period import Period
from tests.history.test_history_csv import Q2, Q3, row
from tests.projects import make_project

RED = row(
    forecast="96.0", year_end_target="97.0", forecast_status="Amber", direction="Improving", published=date(2024, 5, 1)
)
AGAIN = row(state=RowState.REOPENED, published=date(2024, 9, 2), reason="A return was late.")
REVISED = row(actual="91.0", published=date(2024, 9, 3), reason="A return was late.", state=RowState.PROVISIONAL)
GONE = row("Old 9", Q2, title="Fires", published=date(2024, 11, 1), actual="", status="", state=RowState.MISSING)
LATE = row("Old 9", Period(2024, 4), title="Fires", reported_for=Q3, forecast="96.0", published=date(2025, 5, 1))
ENDED = row("Old 9", Period(2025, 1), reported_for=Period(2024, 4), forecast="92.0", published=date(2025, 8, 1))
IMPORTED = row("pl01", Q2, status="", published=None, source="old.xlsx")


def history(root: Path, *arguments: str) -> Result:
    make_project(root, {"Aliases": "Old 7"})
    rows = [RED, AGAIN, REVISED, GONE, IMPORTED, LATE, ENDED]
    (root / "inputs" / "history.csv").write_text(with_history("", rows), encoding="utf-8", newline="")
    return CliRunner().invoke(app, ["history", *arguments, "--project", str(root)], catch_exceptions=False)


PL_01 = """\
PL 01 (Old 7): Bins emptied on the day
  2024/25 Q1  result 90.0%, target 95.0%, Red; forecast 96.0%, target 97.0%, Amber; Improving (published on 1 May 2024)
  2024/25 Q1  opened again on 2 September 2024: A return was late.
  2024/25 Q1  result 91.0%, target 95.0%, Red; provisional (published on 3 September 2024, revised: A return was late.)
  2024/25 Q2  result 90.0%, target 95.0% (from old.xlsx)
"""
OLD_9 = """\
Old 9: Bins
  2024/25 Q2  no result, missing (published on 1 November 2024)
  2024/25 Q4  result for Q3 2024/25 90.0, target 95.0, Red; forecast 96.0 (published on 1 May 2025)
  2025/26 Q1  result for Q4 2024/25 90.0, target 95.0, Red; outturn 92.0 (published on 1 August 2025)
"""


@pytest.mark.parametrize(
    ("code", "shown"),
    [(["pl01"], PL_01), (["Old 7"], PL_01), (["old9"], OLD_9), ([], PL_01 + OLD_9)],
    ids=["by its code", "by an alias", "gone from the register", "all"],
)
def test_rows_are_shown_period_by_period(tmp_path: Path, code: list[str], shown: str) -> None:
    result = history(tmp_path, *code)
    assert (result.exit_code, result.stdout) == (0, shown)


def test_programs_read_the_same(tmp_path: Path) -> None:
    (measure,) = json.loads(history(tmp_path, "PL 01", "--format", "json").stdout)["measures"]
    assert measure["code"] == "PL 01"
    assert [each["state"] for each in measure["history"]] == ["final", "reopened", "provisional", "final"]
    first = measure["history"][0]
    assert (first["actual"], first["exception"], first["year_end_target"], first["reason"], first["from"]) == (
        *("90.0", True, "97.0", None, "close"),
    )


def test_an_unknown_code_is_told(tmp_path: Path) -> None:
    result = history(tmp_path, "PL 1")
    assert result.exit_code == 2
    assert "Did you mean “PL 01”?" in result.stderr


def test_a_damaged_history_is_told_at_its_line(tmp_path: Path) -> None:
    assert history(tmp_path).exit_code == 0
    path = tmp_path / "inputs" / "history.csv"
    path.write_text(path.read_text("utf-8").replace("2024-05-01", "01/05/2024"), "utf-8")
    result = CliRunner().invoke(app, ["history", "--project", str(tmp_path)])
    assert result.exit_code == 2
    assert "HIST01" in result.stderr
    assert "line 2" in result.stderr


def test_before_any_period_is_closed_there_is_nothing(tmp_path: Path) -> None:
    make_project(tmp_path)
    result = CliRunner().invoke(app, ["history", "--project", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing is in the history yet" in result.stderr


def test_of_a_measure_that_no_report_had_there_is_nothing_yet(tmp_path: Path) -> None:
    make_project(tmp_path)
    (tmp_path / "inputs" / "history.csv").write_text(with_history("", [GONE]), encoding="utf-8", newline="")
    result = CliRunner().invoke(app, ["history", "PL 01", "--project", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing was published of PL 01 yet." in result.stderr
