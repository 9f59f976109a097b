"""How far long work is: told to a person at a terminal, after a while, and to nobody else."""

import io
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from generator.build import gather
from generator.documents import render
from generator.progress import telling
from generator.recall import Opening
from generator.terminal import progress
from tests.projects import filled_project


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


def test_forms_are_all_gone_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.progress._QUIET_FOR", 0)
    monkeypatch.setattr("generator.progress._EVERY", 0)
    monkeypatch.setattr("sys.stderr", stream := Terminal())
    assert list(progress([("a",), ("b",)])) == [("a",), ("b",)]
    assert "Forms written: 2 of 2, 0 s left" in stream.getvalue()


def test_returns_and_documents_are_counted_to_the_last(tmp_path: Path) -> None:
    folder, read, made = filled_project(tmp_path), list[tuple[int, int]](), list[tuple[int, int]]()
    opening = Opening(step=lambda done, total: read.append((done, total)))
    report = gather(folder.setup, opening=opening).report
    render(folder.setup, report, step=lambda done, total: made.append((done, total)))
    assert read == [(1, 1)]
    assert made == [(1, 4), (2, 4), (3, 4), (4, 4)]
