import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli.app import app
from generator.output.publish import PublishError, alone, publish
from generator.output.swap_folders import exchange
from tests.projects import filled_project


def names(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "output" / "2018-19-Q2"
    publish(folder, {"a": b"1", "b": b"2"})
    publish(folder, {"a": b"3"})
    assert names(folder) == {"a": b"3"}
    assert [path.name for path in folder.parent.iterdir()] == ["2018-19-Q2"]


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


# Killed: whenever that happens, the report before or the report after stands whole.

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


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


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


# Two at once.

HOLDER = """
import sys
from pathlib import Path
from generator.output.publish import alone

with alone(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_build(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-c", HOLDER, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        yield other
        other.kill()


def test_a_second_build_is_told_of_the_first(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    output = folder.project.output_folder(folder.setup.period)
    publish(output, {"a": b"1"})
    with another_build(output) as other:
        result = CliRunner().invoke(app, ["build", "--project", str(tmp_path)])
        assert result.exit_code == 2
        assert f"(process {other.pid})" in result.stderr
        assert "ago. Nothing was changed. Wait until it has ended" in " ".join(result.stderr.split())
        assert names(output) == {"a": b"1"}
    assert CliRunner().invoke(app, ["build", "--project", str(tmp_path)]).exit_code == 0


def test_the_lock_of_a_build_that_died_stops_nobody(tmp_path: Path) -> None:
    folder = tmp_path / "output" / "2018-19-Q2"
    with another_build(folder) as other:
        other.kill()
        other.wait()
        assert [path.name for path in folder.parent.iterdir()] == [".2018-19-Q2.lock"]
        with alone(folder):
            publish(folder, {"a": b"1"})
    assert [path.name for path in folder.parent.iterdir()] == ["2018-19-Q2"]


def test_builds_in_a_race_hold_the_lock_one_after_another(tmp_path: Path) -> None:
    """Eight programs take and leave the lock as fast as they can; each notes when it had it, and none overlap."""
    code = """
import sys, time
from pathlib import Path
from generator.output.publish import PublishError, alone

held = 0
until = time.monotonic() + 1.5
while time.monotonic() < until:
    try:
        with alone(Path(sys.argv[1])):
            start = time.monotonic()
            time.sleep(0.001)
            print(start, time.monotonic())
    except PublishError as error:
        assert "under way" in str(error), error
"""
    command = [sys.executable, "-c", code, str(tmp_path / "output" / "2018-19-Q2")]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(8)]
    spans = []
    for each in running:
        text, _ = each.communicate()
        assert each.returncode == 0
        spans += [tuple(map(float, line.split())) for line in text.splitlines()]
    spans.sort()
    assert len(spans) > 50
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


# Inputs are only ever read.

READ_ONLY = r"""
import os, sys

inputs = os.path.abspath(os.path.join(sys.argv[1], "inputs"))

def check(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        path = os.path.abspath(os.fsdecode(arguments[0]))
        writes = arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
        if path.startswith(inputs) and writes:
            os.write(2, f"WRITES {path}\n".encode())
    elif event in {"os.rename", "os.remove", "os.truncate", "os.chmod", "os.utime"}:
        paths = [os.path.abspath(os.fsdecode(each)) for each in arguments if isinstance(each, (str, bytes))]
        if any(each.startswith(inputs) for each in paths):
            os.write(2, f"{event} {arguments}\n".encode())

sys.addaudithook(check)
from generator.cli.app import main
sys.argv[1:] = [sys.argv[2], "--project", sys.argv[1], *sys.argv[3:]]
main()
"""


@pytest.mark.parametrize("command", [["build"], ["build", "--draft"], ["check"], ["status"], ["explain", "PL 01"]])
def test_inputs_are_opened_only_to_be_read(tmp_path: Path, command: list[str]) -> None:
    filled_project(tmp_path)
    before = tree(tmp_path / "inputs")
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(tmp_path), *command], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "WRITES" not in done.stderr
    assert "os." not in done.stderr
    assert tree(tmp_path / "inputs") == before


def test_a_file_in_the_folders_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "2018-19-Q2").write_text("mine")
    with pytest.raises(PublishError, match="a file of that name"):
        publish(tmp_path / "2018-19-Q2", {"a": b"1"})
    assert (tmp_path / "2018-19-Q2").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["2018-19-Q2"]
