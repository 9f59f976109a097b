"""build --watch: what changed is built again, and shown to nobody but this computer."""

import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build import gather
from generator.returns import Remembered
from generator.serving import Server
from generator.watching import changes, of_the_team
from tests.projects import GOOD, Folder, fill, filled_project


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


def test_only_the_return_that_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Folder(tmp_path)
    filled_project(tmp_path)
    read: list[Path] = []
    real = Path.read_bytes

    def noted(path: Path) -> bytes:
        read.append(path)
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", noted)
    remembered = Remembered()
    (form,) = folder.returns.glob("*.xlsx")

    def reads() -> int:
        read.clear()
        gather(folder.setup, remembered=remembered)
        return read.count(form)

    assert [reads(), reads()] == [1, 0]
    stirred(form)
    assert [reads(), reads()] == [1, 0]
    team = of_the_team(folder.project, next(changes(folder.project)))
    remembered.forget_if_changed(team)
    assert [reads(), reads()] == [1, 0]
    remembered.forget_if_changed(team)
    assert reads() == 0


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    server.start()
    yield server
    server.stop()


def asked(server: Server, path: str, host: str | None = None) -> tuple[int, bytes]:
    request = urllib.request.Request(server.address + path, headers={"Host": host} if host else {})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("", None, 200),
        ("exceptions.html", None, 200),
        ("exceptions.html?status=Red", None, 200),
        ("directorates/place.docx", None, 200),
        ("none.html", None, 404),
        ("../inputs/scorecard.toml", None, 404),
        ("%2e%2e/inputs/scorecard.toml", None, 404),
        ("exceptions.html", "elsewhere.example", 403),
        ("", "127.0.0.1.elsewhere.example", 403),
    ],
)
def test_the_server_gives_the_builds_files_to_this_computer_alone(
    server: Server, path: str, host: str | None, status: int
) -> None:
    server.show({"exceptions.html": b"<p>", "directorates/place.docx": b"PK"})
    assert server.address.startswith("http://127.0.0.1:")
    assert asked(server, path, host)[0] == status


def test_an_open_page_is_told_of_a_new_build_and_a_failed_one_changes_nothing(server: Server) -> None:
    server.show({"exceptions.html": b"first"})
    with urllib.request.urlopen(f"{server.address}changes?after=1", timeout=10) as told:  # noqa: S310
        server.show({})
        server.show({"exceptions.html": b"second"})
        assert told.readline() == b"data: 2\n"
    assert asked(server, "exceptions.html") == (200, b"second")


def test_a_saved_return_is_built_and_told_of(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    (form,) = folder.returns.glob("*.xlsx")
    command = [sys.executable, "-m", "generator", "build", "--watch", "--project", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as watching:
        assert watching.stderr
        assert watching.stdout
        address = watching.stderr.readline().split()[1]
        assert any("summary.docx" in line for line in watching.stdout)
        with urllib.request.urlopen(f"{address}changes?after=1", timeout=30) as told:  # noqa: S310
            fill(form, {**GOOD, "context": ["A third lorry broke down."]})
            assert told.readline().startswith(b"data:")
        with urllib.request.urlopen(f"{address}exceptions.html", timeout=10) as page:  # noqa: S310
            assert b"A third lorry broke down." in page.read()
        watching.send_signal(signal.SIGINT)
        assert watching.wait(timeout=20) == 0
        assert "Ended." in watching.stderr.read()
