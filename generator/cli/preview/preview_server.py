"""A small server on this computer's own address, which shows the page of a build and loads it anew after each."""

import json
import secrets
import threading
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

HERE = "127.0.0.1"
"""The loopback address: nothing else on the network can reach it."""

_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
}
_FRAME = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Scorecard: watching</title>
<style>
html, body, iframe { display: block; width: 100%; height: 100%; margin: 0; border: 0; }
p { position: fixed; inset: auto 0 0; margin: 0; padding: 1rem; background: #0b0c0c; color: #ffffff; }
</style></head>
<body><p role="status" hidden>The last change could not be built: see the terminal. This is the report before it.</p>
<iframe src="exceptions.html" title="The report"></iframe>
<script>
const frame = document.querySelector("iframe"), failed = document.querySelector("p");
let shown = "SHOWN";
const look = async () => {
  if (document.hidden) return;
  const { build, stands } = await (await fetch("built")).json();
  failed.hidden = stands;
  if (build !== shown) frame.contentWindow.location.reload();
  shown = build;
};
setInterval(() => look().catch(() => {}), 250);
</script></body></html>
"""


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing of browsers that went away: the terminal is for the build."""


class Server:
    """Serves the files of the last build, by name, to whoever has been told the address.

    Anybody who works on this computer can reach it, so the address holds a secret: it is for the terminal alone.
    """

    def __init__(self, port: int = 0) -> None:
        self._files: Mapping[str, bytes] = {}
        self._count = 0
        self._stands = True
        self._secret = secrets.token_urlsafe()
        self._http = _Quiet((HERE, port), self._handler())

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HERE}:{self._http.server_address[1]}/{self._secret}/"

    def start(self) -> None:
        """Serve from now on, beside everything else."""
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Serve no more."""
        self._http.shutdown()
        self._http.server_close()

    def show(self, files: Mapping[str, bytes]) -> None:
        """Show the files of a new build, which pages that are open ask for; no files mean a build that failed."""
        self._stands = bool(files)
        if files:
            self._files, self._count = dict(files), self._count + 1

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            server_version: ClassVar[str] = "scorecard"  # type: ignore[misc]

            def do_GET(self) -> None:
                server.answer(self)

            def do_HEAD(self) -> None:
                server.answer(self)

            def log_message(self, *_: object) -> None:
                """Say nothing: the terminal is for the build."""

        return Handler

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Answer one request. Another site's page, which would come under another name, is refused.

        Whoever does not know the secret is told the same as of a file that is not there.
        """
        if request.headers.get("Host") not in {
            f"{name}:{self._http.server_address[1]}" for name in (HERE, "localhost")
        }:
            return _send(request, HTTPStatus.FORBIDDEN, "text/plain", b"")
        secret, _, name = request.path.partition("?")[0].removeprefix("/").partition("/")
        if not secrets.compare_digest(secret.encode(errors="replace"), self._secret.encode()):
            return _send(request, HTTPStatus.NOT_FOUND, "text/plain", b"")
        if not name:
            return _send(request, HTTPStatus.OK, _KINDS[".html"], _FRAME.replace("SHOWN", self._build).encode())
        if name == "built":
            found = json.dumps({"build": self._build, "stands": self._stands})
            return _send(request, HTTPStatus.OK, _KINDS[".json"], found.encode())
        data = self._files.get(name)
        if data is None:
            return _send(request, HTTPStatus.NOT_FOUND, "text/plain", b"")
        kind = _KINDS.get(name[name.rfind(".") :], "application/octet-stream")
        return _send(request, HTTPStatus.OK, kind, data)

    @property
    def _build(self) -> str:
        """The number of the build that is shown, and whose: a page left open may find another server here."""
        return f"{id(self)}-{self._count}"


def _send(request: BaseHTTPRequestHandler, status: HTTPStatus, kind: str, data: bytes) -> None:
    request.send_response(status)
    request.send_header("Content-Type", kind)
    request.send_header("Content-Length", str(len(data)))
    request.send_header("Cache-Control", "no-store")
    request.send_header("X-Content-Type-Options", "nosniff")
    request.send_header("Referrer-Policy", "no-referrer")  # a link out of the page would tell the secret
    request.end_headers()
    if request.command != "HEAD":
        request.wfile.write(data)
