"""How far long work is: told to a person at a terminal, after a while, and to nobody else."""

import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.cli.progress_line import telling
from generator.collecting.issue_forms import issue_all
from generator.documents.pdf import as_pdf
from generator.model.period import Period
from generator.model.progress import Step
from generator.project.quarter_folders import returned_in_each
from generator.reading.open_workbooks import Opening
from generator.report.gather import gather
from tests.projects import filled_project, make_project, render


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def clock(*times: float) -> Callable[[], float]:
    left = iter(times)
    return lambda: next(left)


def told(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, times: Iterable[float]) -> str:
    monkeypatch.setattr("sys.stderr", stream)
    times = tuple(times)
    with telling("Returns read", clock(0, *times)) as step:
        for done in range(1, len(times) + 1):
            step(done * 10, 100)
    return stream.getvalue()


def test_a_person_is_told_how_much_is_done_and_how_long_the_rest_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, Terminal(), [20, 40, 60]).split("\r") == [
        "",
        "Returns read: 10 of 100, 3 min 0 s left",
        "Returns read: 20 of 100, 2 min 40 s left",
        "Returns read: 30 of 100, 2 min 20 s left",
        " " * 40,
        "",
    ]


def test_a_shorter_line_leaves_nothing_of_the_longer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = told(monkeypatch, Terminal(), [12, 13]).split("\r")
    assert [each.rstrip() for each in lines[1:3]] == [
        "Returns read: 10 of 100, 1 min 48 s left",
        "Returns read: 20 of 100, 52 s left",
    ]
    assert len(lines[1]) == len(lines[2])


def test_nothing_is_said_within_the_first_second_nor_at_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, Terminal(), [0.5, 0.99]) == ""
    assert len(re.findall("of 100", told(monkeypatch, Terminal(), [1.0, 1.01, 1.02, 1.2]))) == 2


def test_nothing_is_said_where_nobody_is_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, io.StringIO(), [20, 40, 60]) == ""


def test_the_line_goes_away_when_the_work_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)

    def fail() -> None:
        with telling("Forms written", clock(0, 5)) as step:
            step(1, 2)
            raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        fail()
    assert re.search(r"\r +\r$", stream.getvalue())


def test_the_line_makes_room_for_what_is_said_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", stream := Terminal())
    with telling("Councils built", clock(0, 20, 20.01)) as step:
        step(0, 9)
        assert stream.getvalue() == ""
        step(1, 9)
        step(0, 9)
        stream.write("ambridge: published\n")
        step(2, 9)
    line = "Councils built: 1 of 9, 2 min 40 s left"
    again = "Councils built: 2 of 9, 1 min 11 s left"
    gone = " " * len(line)
    assert stream.getvalue() == f"\r{line}\r{gone}\rambridge: published\n\r{again}\r{gone}\r"


class Told:
    """What was told of each piece of work, in its words."""

    def __init__(self) -> None:
        self.steps: dict[str, list[tuple[int, int]]] = {}

    @contextmanager
    def telling(self, what: str) -> Iterator[Step]:
        steps = self.steps.setdefault(what, [])
        yield lambda done, total: steps.append((done, total))


def test_returns_and_documents_are_counted_to_the_last(tmp_path: Path) -> None:
    folder, told, made = filled_project(tmp_path), Told(), list[tuple[int, int]]()
    report = gather(folder.setup, opening=Opening(telling=told.telling)).report
    render(folder.setup, report, step=lambda done, total: made.append((done, total)))
    assert told.steps == {"Returns read": [(1, 1)], "Earlier returns read": []}
    assert made == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_earlier_quarters_are_counted_as_one_piece_of_work(tmp_path: Path) -> None:
    folder, told = filled_project(tmp_path), Told()
    for quarter in ("2024-25-Q2", "2024-25-Q1", "2023-24-Q4"):
        shutil.copytree(folder.returns, folder.returns.parent / quarter)
    periods = (Period.parse("2024-25-Q2"), Period.parse("2024-25-Q1"), Period.parse("2023-24-Q4"))
    returned_in_each(folder.setup, periods, Opening(telling=told.telling, what="Earlier returns read"))
    assert told.steps == {"Earlier returns read": [(1, 3), (2, 3), (3, 3)]}


def test_forms_are_counted_to_the_last(tmp_path: Path) -> None:
    folder, told = make_project(tmp_path, {}, {"Code": "PL 02"}), Told()
    issue_all(folder.setup, telling=told.telling)
    assert told.steps == {"Returns read": [], "Earlier returns read": [], "Forms written": [(1, 2), (2, 2)]}


def test_pdfs_are_counted_as_they_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    converter = tmp_path / "soffice"
    converter.write_text(
        """#!/bin/sh
for each; do case "$each" in *.docx) touch "${each%.docx}.pdf"; sleep 0.5 ;; esac; done
""",
        encoding="utf-8",
    )
    converter.chmod(0o755)
    told = Told()
    monkeypatch.setattr("generator.documents.pdf._LOOK_EVERY", 0.05)
    monkeypatch.setattr("generator.documents.pdf.check_converter", lambda: str(converter))
    monkeypatch.setattr("generator.documents.pdf._completed", lambda path, _: path.read_bytes())
    assert as_pdf({"a.docx": b"", "b.docx": b""}, told.telling) == {"a.pdf": b"", "b.pdf": b""}
    assert list(dict.fromkeys(told.steps["PDFs made"]))[-2:] == [(1, 2), (2, 2)]


def test_at_a_real_terminal_no_line_is_left_behind(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    for council in ("ambridge", "borchester"):
        filled_project(tmp_path / council)
    ours, its = pty.openpty()
    loud = (
        "import sys, generator.cli.progress_line as p; p._QUIET_FOR = p._EVERY = 0; "
        "from generator.cli.app import run_command_line; sys.argv[0] = 'scorecard'; run_command_line()"
    )
    command = [sys.executable, "-c", loud, "build-all", str(tmp_path)]
    with subprocess.Popen(command, stdout=its, stderr=its, stdin=its) as process:
        os.close(its)
        said = b"".join(iter(lambda: _read(ours), b"")).decode()
        assert process.wait(120) == 0
    os.close(ours)
    assert "Councils built: 1 of 2" in said
    lines = [shown(line) for line in said.replace("\r\n", "\n").split("\n")]
    assert lines == ["ambridge: published", "borchester: published", "2 of 2 published.", ""]


def _read(terminal: int) -> bytes:
    """Read what a terminal shows; Linux ends with an error."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def shown(line: str) -> str:
    """Give what is left of a line that was written over."""
    left = ""
    for part in line.split("\r"):
        left = part + left[len(part) :]
    return left.rstrip()
