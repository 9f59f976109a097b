"""Commands in the wrong order, files that were lost or changed by hand: told in words, and nothing is lost."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tests.output.folders import tree
from tests.output.test_close_period import done, rows, run, unlogged
from tests.projects import filled_project

HISTORY, ARCHIVE = Path("inputs/history.csv"), Path("inputs/closed/2024-25-Q3.zip")


@pytest.fixture(scope="module")
def once_closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("orders") / "project"
    filled_project(root)
    done(root, "build")
    done(root, "close")
    return root


@pytest.fixture
def closed(once_closed: Path, tmp_path: Path) -> Path:
    """A project whose one quarter is closed."""
    return shutil.copytree(once_closed, tmp_path / "project")


def told(result: Result) -> str:
    return " ".join((result.stdout + result.stderr).split())


def lost(path: Path) -> Callable[[Path], None]:
    return lambda root: (root / path).unlink()


def damaged(root: Path) -> None:
    (root / ARCHIVE).write_bytes((root / ARCHIVE).read_bytes()[:100])


def emptied(root: Path) -> None:
    """An old copy of the history, from before the quarter was closed."""
    (root / HISTORY).write_text((root / HISTORY).read_text("utf-8").splitlines()[0] + "\n", "utf-8")


def changed(old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        text = (root / HISTORY).read_text("utf-8")
        assert old in text
        (root / HISTORY).write_text(text.replace(old, new), "utf-8")

    return change


def nothing(_: Path) -> None:
    """All is as it should be."""


UNKNOWN = "2024/25 Q3 was closed, for its archive is here, but the history knows nothing of that"
REFUSED: list[tuple[str, Callable[[Path], None], str, int, str]] = [
    ("closed twice", nothing, "close", 1, "is closed already"),
    ("another quarter opened", nothing, "close --period 2024-25-Q2 --reopen x", 1, "was never closed"),
    ("a draft of what is closed", nothing, "build --draft", 2, "there is nothing to draft"),
    ("no history", lost(HISTORY), "build", 2, UNKNOWN),
    ("no history", lost(HISTORY), "close", 2, UNKNOWN),
    ("no history", lost(HISTORY), "verify", 2, UNKNOWN),
    ("no history", lost(HISTORY), "next", 2, UNKNOWN),
    ("an old history", emptied, "build", 2, UNKNOWN),
    ("an old history", emptied, "close --reopen x", 2, UNKNOWN),
    ("an edited figure", changed("90.0", "99.0"), "verify", 1, "is not what it was when 2024/25 Q3 was closed"),
    ("an edited figure", changed("90.0", "99.0"), "close --reopen x", 1, "Nothing was opened again"),
    ("an edited period", changed("2024-25-Q3", "Q3"), "build", 2, "“Q3” is not a period"),
    ("no archive", lost(ARCHIVE), "build", 2, "2024/25 Q3 is closed, and its archive is not there"),
    ("no archive", lost(ARCHIVE), "verify", 2, "its archive is not there"),
    ("half an archive", damaged, "build", 2, "its archive cannot be read whole"),
    ("half an archive", damaged, "close --reopen x", 2, "its archive cannot be read whole"),
]


@pytest.mark.parametrize(("_", "change", "command", "code", "words"), REFUSED)
def test_what_cannot_be_is_told_and_nothing_is_changed(
    closed: Path, _: str, change: Callable[[Path], None], command: str, code: int, words: str
) -> None:
    change(closed)
    before = unlogged(closed)
    result = run(closed, *command.split())
    assert (result.exit_code, unlogged(closed)) == (code, before)
    assert words in told(result)
    assert "Errno" not in told(result)


def test_a_quarter_that_is_opened_again_and_not_built_is_closed_as_it_was(closed: Path) -> None:
    before = tree(closed / "output")
    done(closed, "close", "--reopen", "somebody asked")
    done(closed, "close")
    assert tree(closed / "output") == before
    assert [row.state for row in rows(closed)] == ["final", "reopened", "final"]


def test_a_quarter_is_opened_once(closed: Path) -> None:
    done(closed, "close", "--reopen", "somebody asked")
    before = unlogged(closed)
    result = run(closed, "close", "--reopen", "somebody else asked")
    assert (result.exit_code, unlogged(closed)) == (1, before)
    assert "is open already" in result.stderr


def test_a_draft_of_what_is_open_again_is_not_closed(closed: Path) -> None:
    done(closed, "close", "--reopen", "somebody asked")
    done(closed, "build", "--draft")
    assert "is a draft" in run(closed, "close").stderr
    done(closed, "build")
    done(closed, "close")


def test_moving_on_before_closing_is_told_and_the_quarter_can_be_closed_all_the_same(tmp_path: Path) -> None:
    filled_project(tmp_path)
    assert "2024/25 Q3 is not closed, so its report may still change" in done(tmp_path, "next")
    done(tmp_path, "build", "--period", "2024-25-Q3")
    done(tmp_path, "close", "--period", "2024-25-Q3")
    done(tmp_path, "verify", "--period", "2024-25-Q3")


def test_where_an_archive_is_lost_for_good_the_quarter_is_closed_anew(closed: Path) -> None:
    """What was published of it is in the history; later quarters can be closed again."""
    lost(ARCHIVE)(closed)
    done(closed, "close", "--reopen", "the archive was lost")
    done(closed, "build")
    done(closed, "close")
    done(closed, "verify")
    assert [row.reason for row in rows(closed)] == ["", "the archive was lost", "the archive was lost"]
