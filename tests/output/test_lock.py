"""Two builds at once: one has the folder, and the other is told."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count, pairwise
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli.app import app
from generator.output import lock
from generator.output.lock import held
from generator.output.publish import alone, publish
from tests.output.folders import names
from tests.projects import filled_project

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


def test_a_folder_that_goes_between_two_looks_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another build made it, and takes it away as it ends, because nothing has come into it."""
    path, open_ = tmp_path / "output" / ".2018-19-Q2.lock", lock._open
    times = count()

    def opened(path: Path) -> int:
        if next(times) == 0:
            path.parent.rmdir()
        return open_(path)

    monkeypatch.setattr(lock, "_open", opened)
    with held(path):
        assert path.is_file()
