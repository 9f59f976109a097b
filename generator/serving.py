"""A small server on this computer's own address, which shows the page of a build and loads it anew after each."""

import threading
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

HERE = "127.0.0.1"
"""The loopback address: nobody else on the network can reach it."""

_PAGE = "exceptions.html"
_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
}
_FRAME = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Scorecard: watching</title>
<style>html, body, iframe { display: block; width: 100%; height: 100%; margin: 0; border: 0; }</style></head>
<body><iframe src="/exceptions.html" title="The report"></iframe>
<script>
const frame = document.querySelector("iframe");
new EventSource("/changes?after=AFTER").addEventListener("message", () => frame.contentWindow.location.reload());
</script></body></html>
"""
_SECONDS_BETWEEN_SIGNS = 15


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing of browsers that went away: the terminal is for the build."""


class Server:
    """Serves the files of the last build, by name, to this computer alone."""

    def __init__(self, port: int = 0) -> None:
        self._files: Mapping[str, bytes] = {}
        self._built = threading.Condition()
        self._count = 0
        self._http = _Quiet((HERE, port), self._handler())

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HERE}:{self._http.server_address[1]}/"

    def start(self) -> None:
        """Serve from now on, beside everything else."""
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Serve no more."""
        self._http.shutdown()
        self._http.server_close()

    def show(self, files: Mapping[str, bytes]) -> None:
        """Show the files of a new build, if there are any; pages that are open are loaded anew."""
        if not files:
            return
        with self._built:
            self._files = dict(files)
            self._count += 1
            self._built.notify_all()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            server_version: ClassVar[str] = "scorecard"  # type: ignore[misc]

            def do_GET(self) -> None:
                server.answer(self)

            def log_message(self, *_: object) -> None:
                """Say nothing: the terminal is for the build."""

        return Handler

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Answer one request. Another site's page, which would come under another name, is refused."""
        if request.headers.get("Host") not in {
            f"{name}:{self._http.server_address[1]}" for name in (HERE, "localhost")
        }:
            return _send(request, HTTPStatus.FORBIDDEN, "text/plain", b"")
        name = request.path.partition("?")[0].lstrip("/")
        if not name:
            return _send(request, HTTPStatus.OK, _KINDS[".html"], _FRAME.replace("AFTER", str(self._count)).encode())
        if name == "changes":
            return self._tell(request, int("".join(each for each in request.path if each.isdigit())[:9] or self._count))
        data = self._files.get(name)
        if data is None:
            return _send(request, HTTPStatus.NOT_FOUND, "text/plain", b"")
        kind = _KINDS.get(name[name.rfind(".") :], "application/octet-stream")
        return _send(request, HTTPStatus.OK, kind, data)

    def _tell(self, request: BaseHTTPRequestHandler, told: int) -> None:
        """Tell an open page of every build after the one that it shows, until it goes away."""
        request.send_response(HTTPStatus.OK)
        request.send_header("Content-Type", "text/event-stream")
        request.send_header("Cache-Control", "no-store")
        request.end_headers()
        request.close_connection = True
        try:
            while True:
                before, told = told, self._wait_after(told)
                sign = f"data: {told}\n\n" if told > before else ": still here\n\n"
                request.wfile.write(sign.encode())
                request.wfile.flush()
        except OSError:
            return

    def _wait_after(self, build: int) -> int:
        """Wait for the build after one, but not for ever; gives the number of the last."""
        with self._built:
            self._built.wait_for(lambda: self._count > build, timeout=_SECONDS_BETWEEN_SIGNS)
            return self._count


def _send(request: BaseHTTPRequestHandler, status: HTTPStatus, kind: str, data: bytes) -> None:
    request.send_response(status)
    request.send_header("Content-Type", kind)
    request.send_header("Content-Length", str(len(data)))
    request.send_header("Cache-Control", "no-store")
    request.send_header("X-Content-Type-Options", "nosniff")
    request.end_headers()
    request.wfile.write(data)
