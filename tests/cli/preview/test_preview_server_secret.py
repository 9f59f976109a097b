"""Only whoever was told the address sees the report that is served: it may be one for readers inside."""

import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from generator.cli.preview.preview_server import Server

WITHHELD = b"what only readers inside may see"


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    server.show({"exceptions.html": WITHHELD, "report.json": WITHHELD})
    server.start()
    yield server
    server.stop()


def asked(server: Server, path: str, method: str = "GET") -> tuple[int, bytes, str]:
    where = urlsplit(server.address)
    request = urllib.request.Request(f"http://{where.netloc}{path}", method=method)
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310
            return answer.status, answer.read(), answer.headers["Referrer-Policy"]
    except urllib.error.HTTPError as error:
        return error.code, error.read(), ""


def secret_of(server: Server) -> str:
    return urlsplit(server.address).path.strip("/")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/exceptions.html",
        "/built",
        "//exceptions.html",
        "/?/exceptions.html",
        "/wrong/exceptions.html",
        "/{start}/exceptions.html",
        "/{secret}x/exceptions.html",
        "/{upper}/exceptions.html",
        "/./{secret}/exceptions.html",
        "/%s/exceptions.html" % ("x" * 5000),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_without_the_secret_nothing_is_there(server: Server, path: str, method: str) -> None:
    secret = secret_of(server)
    asked_for = path.format(secret=secret, start=secret[:-1], upper=secret.swapcase())
    status, body, _ = asked(server, asked_for, method)
    assert (status, body) == (404, b"")


def test_with_it_everything_is_and_no_link_tells_it(server: Server) -> None:
    for name in ("", "exceptions.html", "report.json", "built"):
        status, _, policy = asked(server, f"/{secret_of(server)}/{name}")
        assert (status, policy) == (200, "no-referrer")


def test_the_frame_asks_for_the_report_beside_itself(server: Server) -> None:
    _, frame, _ = asked(server, f"/{secret_of(server)}/")
    assert b'src="exceptions.html"' in frame
    assert b'fetch("built")' in frame


def test_a_secret_is_long_and_another_each_time() -> None:
    servers = [Server() for _ in range(5)]
    for each in servers:
        each.start()
        each.stop()
    secrets = {secret_of(each) for each in servers}
    assert len(secrets) == 5
    assert min(map(len, secrets)) >= 32


def test_bytes_that_are_no_text_are_refused(server: Server) -> None:
    where = urlsplit(server.address)
    with socket.create_connection((where.hostname, where.port), timeout=5) as line:
        line.sendall(
            b"GET /\xff\xfe/exceptions.html HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n" % where.netloc.encode()
        )
        answer = b"".join(iter(lambda: line.recv(4096), b""))
    assert answer.startswith(b"HTTP/1.1 404")
    assert WITHHELD not in answer
