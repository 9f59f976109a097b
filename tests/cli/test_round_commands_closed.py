"""Of a closed quarter, commands tell what it was made from, or say in plain words why they do nothing."""

from pathlib import Path

import pytest

from tests.output.test_close_period import done, next_years_targets, revise, run, unlogged
from tests.projects import filled_project


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A closed quarter whose register and return have been changed since, the return to one with errors."""
    filled_project(tmp_path)
    done(tmp_path, "build")
    done(tmp_path, "close")
    next_years_targets(tmp_path)
    revise(tmp_path, quarter_actual="about ninety", approved_by=None)
    return tmp_path


def test_check_and_status_are_of_what_was_kept(closed: Path) -> None:
    said = "2024/25 Q3 is closed: this is what was kept then, whatever has changed since."
    checked = run(closed, "check")
    assert (
        checked.exit_code,
        said in checked.stderr,
        "0 errors" in checked.stdout or "No problems" in checked.stdout,
    ) == (
        0,
        True,
        True,
    )
    status = run(closed, "status")
    assert (status.exit_code, said in status.stderr) == (0, True)


REFUSED = {
    "issue": (("issue",), "2024/25 Q3 is closed, so no forms are issued for it. For the next: scorecard next."),
    "chase": (("status", "--chase", "out"), "2024/25 Q3 is closed, so nobody is reminded of it."),
    "annotate": (("check", "--annotate", "out"), "2024/25 Q3 is closed, so its returns are not sent back."),
}


@pytest.mark.parametrize(("command", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_for_an_open_quarter_is_refused(
    closed: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(closed)
    before = unlogged(closed)
    told = run(closed, *command)
    assert (told.exit_code, said in told.stderr) == (2, True)
    assert unlogged(closed) == before


def test_of_one_that_is_open_again_all_is_as_of_today(closed: Path) -> None:
    done(closed, "close", "--reopen", "a late survey came")
    assert run(closed, "check").exit_code == 1
    assert run(closed, "issue").exit_code == 0
