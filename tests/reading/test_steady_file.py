"""Files as they lie about: being saved, gone, folders, pipes, devices, in a cloud."""

import errno
import os
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from generator.reading.steady_file import NotOpenedError, read_steadily
from tests.projects import filled_project


def told(path: Path, most: int = 1000) -> tuple[str, str]:
    with pytest.raises(NotOpenedError) as caught:
        read_steadily(path, "inputs/a.xlsx", most)
    fault = caught.value.problem
    assert fault.place.file == "inputs/a.xlsx"
    return fault.code, fault.message


@pytest.fixture
def no_pause(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Whoever waits is noted in place of waiting."""
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)
    return pauses


def after_opening(monkeypatch: pytest.MonkeyPatch, path: Path, act: Callable[[], None]) -> None:
    """Let something happen between the moment that a file is opened to be read and the moment that it is read."""
    opened: Callable[..., Any] = Path.open

    def opens(self: Path, mode: str = "r", **how: Any) -> Any:
        file = opened(self, mode, **how)
        if self == path and mode == "rb":
            act()
        return file

    monkeypatch.setattr(Path, "open", opens)


def changing(monkeypatch: pytest.MonkeyPatch, path: Path, times: int) -> None:
    """Let somebody save the file anew each time it has been opened, so many times."""
    saves = iter(range(times))

    def save() -> None:
        for number in islice(saves, 1):
            (path.parent / "saved").write_bytes(b"version %d" % number)
            (path.parent / "saved").replace(path)

    after_opening(monkeypatch, path, save)


@pytest.mark.parametrize("times", [0, 1, 3])
def test_a_file_that_is_saved_meanwhile_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_pause: list[float], times: int
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"before")
    changing(monkeypatch, path, times)
    assert read_steadily(path, "a", 100) == (b"version %d" % (times - 1) if times else b"before")
    assert len(no_pause) == times


@pytest.mark.usefixtures("no_pause")
def test_a_file_that_is_saved_again_and_again_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"before")
    changing(monkeypatch, path, 99)
    assert told(path)[0] == "FILE15"


def test_a_file_that_is_written_to_in_place_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_pause: list[float]
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"half")

    def append() -> None:
        if not no_pause:
            with path.open("ab") as more:
                more.write(b" and half")

    after_opening(monkeypatch, path, append)
    assert read_steadily(path, "a", 100) == b"half and half"
    assert len(no_pause) == 1


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    assert told(tmp_path / "folder.xlsx") == ("FILE14", "This is a folder, though its name is that of a workbook.")
    assert told(tmp_path / "none.xlsx")[0] == "FILE13"
    assert told(tmp_path / ("x" * 300))[0] == "FILE11"


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes, devices and links")
def test_pipes_devices_and_links_that_go_round_end_nobody(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    (tmp_path / "zero.xlsx").symlink_to("/dev/zero")
    (tmp_path / "round.xlsx").symlink_to(tmp_path / "round.xlsx")
    assert told(tmp_path / "pipe.xlsx")[0] == "FILE14"
    assert told(tmp_path / "zero.xlsx")[0] == "FILE14"
    assert told(tmp_path / "round.xlsx")[0] == "FILE11"


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file:
        file.truncate(10**11)
    assert told(path) == (
        "FILE09",
        "The workbook is far larger than a return can be (a file of 100,000,000,000 bytes).",
    )


@pytest.mark.parametrize(
    ("number", "windows", "code"),
    [
        (errno.EACCES, 5, "FILE11"),
        (errno.EACCES, 32, "FILE11"),
        (errno.EINVAL, 362, "FILE16"),
        (errno.EINVAL, 404, "FILE16"),
        (errno.EDEADLK, None, "FILE16"),
        (errno.EIO, None, "FILE11"),
    ],
)
def test_what_the_system_refuses_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, windows: int | None, code: str
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"x")
    error = OSError(number, "Some words")
    if windows:
        error.winerror = windows  # type: ignore[attr-defined]

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    assert told(path)[0] == code


def test_none_of_them_stops_the_good_returns(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    (folder.returns / "folder.xlsx").mkdir()
    os.mkfifo(folder.returns / "pipe.xlsx")
    (folder.returns / "huge.xlsx").touch()
    os.truncate(folder.returns / "huge.xlsx", 10**10)
    gathered = folder.gather(draft=True)
    assert [each.code for each in gathered.problems] == ["FILE14", "FILE09", "FILE14"]
    assert [each.measure.code for each in gathered.judged] == ["PL 01"]


STRAYS = {
    ".PL 02.xlsx.icloud": (b"bplist00", "FILE16"),
    "PL 02.numbers": (b"PK\5\6" + bytes(18), "FILE21"),
    "returns.zip": (b"PK\5\6" + bytes(18), "FILE21"),
    "PL 02.xlsx.crdownload": (b"PK\3\4", "FILE08"),
    "PL 02.csv": (b"Code,Actual\n", "FILE06"),
    "PL 02.xls": (b"<html><table>", "FILE05"),
    "PL 02.xlsx": (bytes(9000), "FILE01"),
    "~$PL 02.xlsx": (b"lock", ""),
    "Thumbs.db": (b"x", ""),
    ".DS_Store": (b"x", ""),
    "desktop.ini": (b"x", ""),
    "issued.csv": (b"Code\n", ""),
}


@pytest.mark.parametrize(("name", "data", "code"), [(name, *told) for name, told in STRAYS.items()], ids=STRAYS)
def test_what_may_be_somebodys_return_is_told_and_what_programs_leave_is_not(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    folder = filled_project(tmp_path)
    (folder.returns / name).write_bytes(data)
    gathered = folder.gather(draft=True)
    assert [each.code for each in gathered.problems] == ([code] if code else [])
    assert len(gathered.judged) == 1
