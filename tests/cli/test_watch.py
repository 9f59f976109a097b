"""build --watch: what changed is built again, and shown to nobody but this computer."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.cli.preview_server import Server
from generator.cli.watch import changes
from tests.projects import GOOD, fill, filled_project


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


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    server.start()
    yield server
    server.stop()


def built(address: str) -> dict[str, Any]:
    with urllib.request.urlopen(f"{address}built", timeout=5) as answer:  # noqa: S310
        found: dict[str, Any] = json.load(answer)
        return found


def shows(page: str, text: str, within: float) -> bool:
    """Look at a page until it shows a text, but no longer than so many seconds."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        with suppress(urllib.error.HTTPError), urllib.request.urlopen(page, timeout=10) as answer:  # noqa: S310
            if text.encode() in answer.read():
                return True
        time.sleep(0.1)
    return False


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
    first = built(server.address)
    server.show({})
    assert built(server.address) == {**first, "stands": False}
    assert asked(server, "exceptions.html") == (200, b"first")
    server.show({"exceptions.html": b"second"})
    assert built(server.address)["stands"]
    assert built(server.address)["build"] != first["build"]
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
        shown = partial(shows, f"{address}exceptions.html")
        assert not shown("A third lorry broke down.", within=1)
        fill(form, {**GOOD, "context": ["A third lorry broke down."]})
        assert shown("A third lorry broke down.", within=30)
        watching.send_signal(signal.SIGINT)
        assert watching.wait(timeout=20) == 0
        assert "Ended." in watching.stderr.read()
