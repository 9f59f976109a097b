"""The server that shows a report while it is written, to nobody but this computer."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest

from generator.cli.preview.preview_server import Server


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
