"""build --watch: what changed is built again, and shown."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.build import Wanted
from generator.cache.kinds import SWITCH, KeptKind
from generator.cli.app import app
from generator.cli.build_commands import watch_and_build
from generator.cli.preview.watch import Seen, Setups, changes
from generator.model.problem import Unusable
from generator.project.folder import Project
from generator.project.load import Setup
from generator.reading.opened_workbook import book_in
from generator.xlsx import Book, Unreadable
from tests.projects import GOOD, SETTINGS, fill, filled_project, make_project


def stirred(path: Path) -> None:
    """Give a file another time of its last change, as saving it does."""
    os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns + 10_000_000))


def test_a_change_of_any_file_is_seen_and_nothing_else(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    (form,) = folder.returns.glob("*.xlsx")
    looks = 0

    def pause(_: float) -> None:
        nonlocal looks
        looks += 1
        if looks == 3:
            stirred(form)
        if looks == 5:
            (folder.returns / "~$lock.xlsx").write_bytes(b"")
        if looks == 6:
            (tmp_path / "notes").mkdir()
        if looks == 8:
            (tmp_path / "inputs" / "scorecard.toml").write_text("", encoding="utf-8")
        if looks == 10:
            form.unlink()

    seen = changes(folder.project, pause)
    at = []
    for _ in range(4):
        next(seen)
        at.append(looks)
    assert at == [0, 3, 8, 10]


@pytest.mark.parametrize(
    ("path", "is_read_again"),
    [
        ("inputs/2024-25-Q3/PL 01 2024-25-Q3.xlsx", False),
        ("inputs/2024-25-Q3/late/another.xlsx", False),
        ("inputs/2024-25-Q2/earlier.xlsx", False),
        ("inputs/2024-25-Q3/logo.svg", True),
        ("inputs/2024-26-Q3/no quarter.xlsx", True),
        ("inputs/2024-25-Q3", True),
        ("inputs/register.xlsx", True),
        ("inputs/scorecard.toml", True),
        ("templates/schemes/derby.toml", True),
        ("templates/2024-25-Q3/report.docx", True),
        ("anything.toml", True),
    ],
)
def test_the_teams_own_files_are_read_again_only_where_one_of_them_may_have_changed(
    path: str, is_read_again: bool, tmp_path: Path
) -> None:
    folder = filled_project(tmp_path)
    (folder.returns / "logo.svg").write_text("<svg/>", encoding="utf-8")
    settings = f'{SETTINGS}logo = "inputs/2024-25-Q3/logo.svg"\n'
    (tmp_path / "inputs" / "scorecard.toml").write_text(settings, encoding="utf-8")
    read: list[Setup] = []

    def reading() -> Setup:
        read.append(folder.setup)
        return read[-1]

    setups, seen = Setups(reading), {tmp_path / "inputs" / "register.xlsx": (1, 1)}
    assert setups.at(seen) == read[0]
    setups.at({**seen, tmp_path / path: (2, 2)})
    assert len(read) == 1 + is_read_again


def test_after_a_setup_that_cannot_be_used_it_is_read_again(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    setups = Setups(lambda: folder.setup)
    setups.at({})
    settings = tmp_path / "inputs" / "scorecard.toml"
    settings.write_text("", encoding="utf-8")
    with pytest.raises(Unusable):
        setups.at({settings: (2, 0)})
    settings.write_text(SETTINGS.replace("Ambridge", "Borsetshire"), encoding="utf-8")
    assert setups.at({settings: (2, 0)}).settings.council == "Borsetshire Council"


def test_what_one_build_has_read_the_next_reads_again_only_where_it_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where nothing can be kept on disk."""
    monkeypatch.setenv(SWITCH, KeptKind.RETURNS)
    folder = make_project(tmp_path, {}, {"Code": "PL 02"})
    first, second = folder.issue()
    for form in (first, second):
        fill(form, GOOD)
    opened: list[str] = []

    def looks(project: Project) -> Iterator[Seen]:
        seen = changes(project, lambda _: None)
        yield next(seen)
        opened.append("look")
        stirred(first)
        yield next(seen)
        opened.append("look")
        fill(second, {**GOOD, "context": ["A third lorry broke down."]})
        yield next(seen)
        raise KeyboardInterrupt

    def noted(data: bytes) -> Book | Unreadable:
        opened.append("workbook")
        return book_in(data)

    monkeypatch.setattr("generator.cli.preview.watch.changes", looks)
    monkeypatch.setattr("generator.reading.open_workbooks.book_in", noted)
    watch_and_build(tmp_path, None, Wanted())
    assert opened == ["workbook", "workbook", "look", "look", "workbook"]
    report = (tmp_path / "output" / "2024-25-Q3" / "report.json").read_text(encoding="utf-8")
    assert "A third lorry broke down." in report


def test_neither_a_build_nor_what_the_program_adds_to_sets_off_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, looks, builds = filled_project(tmp_path), 0, 0

    def pause(_: float) -> None:
        nonlocal looks
        looks += 1
        if looks == 2:
            assert (folder.project.output_folder(folder.setup.period) / "report.json").is_file()
            for command in ("build", "close"):
                assert CliRunner().invoke(app, [command, "--project", str(tmp_path)]).exit_code == 0
            assert {"history.csv", "commentary.csv", "log.csv", "closed"} <= {
                path.name for path in folder.project.settings.parent.iterdir()
            }
        if looks == 6:
            raise KeyboardInterrupt

    def counted(project: Project) -> Iterator[Seen]:
        nonlocal builds
        for seen in changes(project, pause):
            builds += 1
            yield seen

    monkeypatch.setattr("generator.cli.preview.watch.changes", counted)
    watch_and_build(tmp_path, None, Wanted())
    assert (builds, looks) == (1, 6)


def shows(page: str, text: str, within: float) -> bool:
    """Look at a page until it shows a text, but no longer than so many seconds."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        with suppress(urllib.error.HTTPError), urllib.request.urlopen(page, timeout=10) as answer:  # noqa: S310
            if text.encode() in answer.read():
                return True
        time.sleep(0.1)
    return False


@contextmanager
def ended(process: "subprocess.Popen[str]") -> Iterator[None]:
    """A process that is over when the block is, whatever came of it."""
    try:
        yield
    finally:
        process.kill()


@pytest.mark.parametrize("off", ["", KeptKind.RETURNS])
def test_a_saved_return_is_built_and_told_of(off: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, off)
    folder = filled_project(tmp_path)
    (form,) = folder.returns.glob("*.xlsx")
    command = [sys.executable, "-m", "generator", "build", "--watch", "--project", str(tmp_path)]
    # A test run in the background ignores Ctrl+C, and so would whatever it starts.
    heeded = signal.signal(signal.SIGINT, signal.default_int_handler)
    watched = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, heeded)
    with watched as watching, ended(watching):
        assert watching.stderr
        assert watching.stdout
        address = watching.stderr.readline().split()[1]
        assert any("summary.docx" in line for line in watching.stdout)
        shown = partial(shows, f"{address}exceptions.html")
        assert not shown("A third lorry broke down.", within=1)
        fill(form, {**GOOD, "context": ["A third lorry broke down."]})
        assert shown("A third lorry broke down.", within=30)
        watching.send_signal(signal.SIGINT)
        assert watching.wait(timeout=20) == 0
        assert "Ended." in watching.stderr.read()
