"""Folders change places whole: whenever a build fails or is killed, the report before or the report after stands."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.output.publish import PublishError, alone, publish
from generator.output.swap_folders import exchange
from tests.output.folders import names, tree


@pytest.fixture(params=[True, False], ids=["exchanged", "renamed"])
def swapped(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Both ways to swap: that of Linux and macOS, and that of everything else."""
    if not request.param:
        monkeypatch.setattr("generator.output.swap_folders.exchange", lambda *_: False)
    return bool(request.param)


FAULTS = {
    errno.EACCES: "Close any file of that folder that is open in Word or a browser, check that you may write there",
    errno.ENOSPC: "Make room on that disk",
    errno.EROFS: "That disk can only be read",
}


@pytest.mark.parametrize("number", FAULTS)
@pytest.mark.parametrize("failing", ["generator.output.swap_folders._write", "generator.output.swap_folders._swap"])
def test_what_cannot_be_written_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, number: int
) -> None:
    folder = tmp_path / "2018-19-Q2"
    publish(folder, {"a": b"1"})

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(failing, fail)
    with pytest.raises(PublishError) as told:
        publish(folder, {"a": b"2"})
    assert os.strerror(number) in str(told.value)
    assert "Nothing there was changed" in str(told.value)
    assert FAULTS[number] in str(told.value)
    assert names(folder) == {"a": b"1"}
    assert [path.name for path in tmp_path.iterdir()] == ["2018-19-Q2"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full disk at hand")
def test_a_full_disk_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path / "2018-19-Q2", {"a": b"1"})
    opened = Path.open
    monkeypatch.setattr(
        Path, "open", lambda path, mode="r", **how: opened(Path("/dev/full") if mode == "xb" else path, "wb", **how)
    )
    with pytest.raises(PublishError, match=r"No space left on device.*Make room"):
        publish(tmp_path / "2018-19-Q2", {"a": bytes(100_000)})
    monkeypatch.undo()
    assert names(tmp_path / "2018-19-Q2") == {"a": b"1"}


def test_what_the_disk_does_not_give_back_is_not_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path / "2018-19-Q2", {"a": b"1"})
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"")
    with pytest.raises(PublishError, match="did not keep what was written"):
        publish(tmp_path / "2018-19-Q2", {"a": b"2"})
    monkeypatch.undo()
    assert names(tmp_path / "2018-19-Q2") == {"a": b"1"}


def test_a_report_that_is_open_in_word_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows renames no folder in which a file is open; Word's own file beside it tells which."""
    folder = tmp_path / "2018-19-Q2"
    publish(folder, {"exceptions.docx": b"1", "summary.docx": b"1"})
    (folder / "~$ceptions.docx").write_bytes(b"")
    before = names(folder)

    def fail(*_: object) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    monkeypatch.setattr("generator.output.swap_folders.exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(PublishError, match=r"Close exceptions\.docx in Word"):
        publish(folder, {"exceptions.docx": b"2"})
    monkeypatch.undo()
    assert names(folder) == before


def test_a_swap_that_fails_half_way_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "2018-19-Q2"
    publish(folder, {"a": b"1"})
    rename = Path.rename

    def fail_on_new(path: Path, target: Path) -> Path:
        if path.suffix == ".new":
            raise PermissionError(13, "in use")
        return rename(path, target)

    monkeypatch.setattr("generator.output.swap_folders.exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", fail_on_new)
    with pytest.raises(PublishError):
        publish(folder, {"a": b"2"})
    assert names(folder) == {"a": b"1"}


def test_folders_change_names_at_one_moment_where_the_system_can(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert exchange(tmp_path / "one", tmp_path / "other") is sys.platform.startswith(("linux", "darwin"))
    assert (tmp_path / "one" / "other").exists() is sys.platform.startswith(("linux", "darwin"))
    assert not exchange(tmp_path / "one", tmp_path / "none")


BEFORE = {"a": b"1" * 9, "b": b"1", "c/d": b"1"}
AFTER = {"a": b"2", "c/d": b"2" * 9, "e": b"2"}

KILLED_AT = """
import ast, os, signal, sys
from pathlib import Path
import generator.output.swap_folders
from generator.output.publish import alone, publish

folder, at, exchanged = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "True"
if not exchanged:
    generator.output.swap_folders.exchange = lambda *_: False
import ctypes, fcntl, getpass, platform
steps = 0

def step(event, _):
    global steps
    if event.partition(".")[0] in {"open", "os", "shutil", "ctypes", "fcntl", "tempfile"}:
        steps += 1
        if steps == at:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(step)
with alone(folder):
    publish(folder, ast.literal_eval(sys.argv[4]))
"""
"""Python tells an audit hook of every file that it opens, renames or removes, before it does so."""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_killed_at_any_step_a_whole_report_stands(tmp_path: Path, swapped: bool) -> None:
    folder = tmp_path / "output" / "2018-19-Q2"
    found = set()
    for at in range(1, 200):
        shutil.rmtree(folder.parent, ignore_errors=True)
        publish(folder, BEFORE)
        command = [sys.executable, "-c", KILLED_AT, str(folder), str(at), str(swapped), repr(AFTER)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if swapped or folder.exists():  # between two renames there is none, which the next build puts right
            found.add(tuple(tree(folder).items()))
        with alone(folder):
            assert tree(folder) in (BEFORE, AFTER), at
            assert sorted(path.name for path in folder.parent.iterdir()) == [".2018-19-Q2.lock", "2018-19-Q2"]
        if done.returncode == 0:
            break
        assert done.returncode == -9, done.stderr
    assert at > 20
    assert tree(folder) == AFTER
    assert {tuple(sorted(each)) for each in found} == {tuple(sorted(each.items())) for each in (BEFORE, AFTER)}
