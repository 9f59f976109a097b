"""Opening returns on a Dask cluster: a real scheduler and workers on this computer, and what is said without them."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bench.project import make
from generator.cli.app import app
from tests.projects import filled_project

MEASURES = 70
"""Three batches."""

PRELOADED = """\
import hashlib, os, pathlib, time
from generator.reading import workbook_codec as opened_data
opening = opened_data.opening = getattr(opened_data, "opening", opened_data.open_as_data)  # Dask loads this twice
folder, dying = pathlib.Path({folder!r}), {dying}
def noted(workbooks, version):
    if dying:
        (folder / "dying").touch()
        os.abort()
    for _ in range(600):  # the other is in the middle of a batch by then
        if (folder / "dying").exists():
            break
        time.sleep(0.1)
    with (folder / "opened").open("a") as file:
        file.writelines(hashlib.sha256(each).hexdigest() + "\\n" for each in workbooks)
    return opening(workbooks, version)
noted.__module__, noted.__qualname__ = opened_data.__name__, "open_as_data"
opened_data.open_as_data = noted
"""


@contextmanager
def running(log: Path, module: str, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a module beside the test, and end it with the test."""
    with log.open("wb") as file:
        process = subprocess.Popen([sys.executable, "-m", module, *options], stdout=file, stderr=file)
    try:
        yield process
    finally:
        process.kill()
        process.wait(30)


def written(path: Path, log: Path) -> str:
    """Wait for a file that another process writes; gives its text."""
    for _ in range(600):
        if path.exists() and path.stat().st_size:
            return path.read_text(encoding="utf-8")
        time.sleep(0.1)
    pytest.fail(log.read_text(encoding="utf-8"))


def worker(folder: Path, name: str, *, dying: bool) -> tuple[Path, Sequence[str]]:
    """Give the log and options of a worker that notes what it opens, or dies in the middle of its first batch."""
    script = folder / f"{name}.py"
    script.write_text(PRELOADED.format(folder=str(folder), dying=dying), encoding="utf-8")
    options = ["--scheduler-file", str(folder / "scheduler.json"), "--host", "127.0.0.1", "--preload", str(script)]
    return folder / f"{name}.log", [*options, "--no-nanny", "--nthreads", "1", "--no-dashboard", "--name", name]


@contextmanager
def a_cluster(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Run a scheduler and two workers, of which one will die; gives the scheduler's address and that worker."""
    file, log = folder / "scheduler.json", folder / "scheduler.log"
    options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)]
    with ExitStack() as stack:
        stack.enter_context(running(log, "distributed.cli.dask_scheduler", *options))
        address = "tcp" + written(file, log).split('"tcp')[1].split('"')[0]
        processes = []
        for name in ("dying", "noting"):
            its_log, its_options = worker(folder, name, dying=name == "dying")
            processes.append(stack.enter_context(running(its_log, "distributed.cli.dask_worker", *its_options)))
        waiting = f"from distributed import Client; Client({address!r}).wait_for_workers(2, timeout=60)"
        subprocess.run([sys.executable, "-c", waiting], check=True, timeout=90, capture_output=True)
        yield address, processes[0]


def built(project: Path, *options: str) -> dict[str, bytes]:
    """Build a project in a process of its own; gives all that was published, and what it said."""
    command = [sys.executable, "-m", "generator", "build", "--draft", "--project", str(project), *options]
    ran = subprocess.run(command, capture_output=True, check=True, timeout=180)
    output = project / "output"
    files = {str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*") if path.is_file()}
    return {**files, "said": ran.stdout + ran.stderr}


def test_a_worker_that_dies_in_the_middle_changes_not_one_byte(tmp_path: Path, caches: Path) -> None:
    project = make(tmp_path / "project", MEASURES)
    alone = built(project)
    shutil.rmtree(caches)
    with a_cluster(tmp_path) as (address, dying):
        assert built(project, "--scheduler", address) == alone
        assert dying.wait(30)
    opened = (tmp_path / "opened").read_text(encoding="utf-8").split()
    assert len(set(opened)) == MEASURES


def all_built(root: Path, *options: str) -> dict[str, bytes]:
    """Build all projects in a folder; gives all that was published, and what was said."""
    command = [sys.executable, "-m", "generator", "build-all", "--draft", str(root), *options]
    ran = subprocess.run(command, capture_output=True, check=True, timeout=300)
    files = {str(path.relative_to(root)): path.read_bytes() for path in root.glob("*/output/**/*") if path.is_file()}
    return {**files, "said": ran.stdout + ran.stderr}


def test_many_councils_share_a_cluster_and_a_worker_that_dies_changes_not_one_byte(
    tmp_path: Path, caches: Path
) -> None:
    root, counts = tmp_path / "councils", {"ambridge": 40, "borchester": 5, "loxley": 3}
    for council, measures in counts.items():
        make(root / council, measures)
    alone = all_built(root)
    shutil.rmtree(caches)
    with a_cluster(tmp_path) as (address, dying):
        assert all_built(root, "--scheduler", address) == alone
        assert dying.wait(30)
    opened = (tmp_path / "opened").read_text(encoding="utf-8").split()
    assert len(opened) >= 32, "nothing, or hardly anything, was opened on the cluster"


@pytest.mark.parametrize("answers", [True, False])
def test_for_many_councils_a_missing_cluster_is_told_of_once_and_nothing_is_built(
    tmp_path: Path, answers: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cache.dask_cluster.ANSWERS_WITHIN", 2)
    filled_project(tmp_path / "ambridge")
    filled_project(tmp_path / "borchester")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        if not answers:
            silent.close()
        ran = CliRunner().invoke(app, ["build-all", str(tmp_path), "--scheduler", address])
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr == f"No Dask scheduler answers at {address}. Nothing was changed.\n"
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_scheduler_that_does_not_answer_is_told_of_and_nothing_is_built(tmp_path: Path) -> None:
    filled_project(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        command = [sys.executable, "-m", "generator", "build", "--project", str(tmp_path), "--scheduler", address]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=90)
    assert (ran.returncode, ran.stderr) == (2, f"No Dask scheduler answers at {address}. Nothing was changed.\n")
    assert not (tmp_path / "output" / "2024-25-Q3").exists()


def test_without_the_extra_it_is_said_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled_project(tmp_path)
    monkeypatch.setitem(sys.modules, "dask", None)
    ran = CliRunner().invoke(app, ["build", "--project", str(tmp_path), "--scheduler", "tcp://127.0.0.1:1"])
    assert ran.exit_code == 2
    assert 'pip install "council-scorecard[cluster]"' in ran.stderr


def test_who_watches_needs_no_cluster() -> None:
    ran = CliRunner().invoke(app, ["build", "--watch", "--scheduler", "tcp://127.0.0.1:1"])
    assert ran.exit_code == 2
    assert "do not go together" in ran.stderr
