"""build --watch: what changed is built again, and shown."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from functools import partial
from pathlib import Path

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


def shows(page: str, text: str, within: float) -> bool:
    """Look at a page until it shows a text, but no longer than so many seconds."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        with suppress(urllib.error.HTTPError), urllib.request.urlopen(page, timeout=10) as answer:  # noqa: S310
            if text.encode() in answer.read():
                return True
        time.sleep(0.1)
    return False


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
