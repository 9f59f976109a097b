"""log.csv: a line for each command that did something, for whoever comes after; never a reason for one to fail."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import generator
from generator.model.characters import as_csv, harmless_line
from generator.model.period import Period
from generator.output.lock import user_name
from generator.project.folder import LOG, Project

LOG_COLUMNS = ("When", "Who", "Version", "Command", "Period", "Outcome")

_LOOKS, _SECONDS = 20, 0.01


def add_to_log(project: Project, when: datetime, command: str, period: Period, outcome: str) -> bool:
    """Add a line; whether that could be."""
    row = (when.isoformat(" ", "seconds"), user_name(), generator.__version__, command, str(period), outcome)
    try:
        _add(project.root / LOG, as_csv([LOG_COLUMNS]), as_csv([map(harmless_line, row)]))
    except OSError:
        return False
    return True


def _add(path: Path, headings: str, line: str) -> None:
    """Add a line at the end in one piece, so that two programs at once lose none; who makes the file heads it."""
    with suppress(FileExistsError), path.open("xb", buffering=0) as file:
        file.write(f"{headings}{line}".encode("utf-8", "replace"))
        return
    _looked_at(lambda: bool(path.stat().st_size))  # another program has made it, and is about to head it
    begun = "" if _looked_at(lambda: _is_whole(path)) else "\r\n"  # what was left half written stays so
    with path.open("ab", buffering=0) as file:
        file.write(f"{begun}{line if path.stat().st_size else headings + line}".encode("utf-8", "replace"))


def _looked_at(holds: Callable[[], bool]) -> bool:
    """Whether it holds within a moment: what another program is writing may be seen by halves."""
    for _ in range(_LOOKS):
        if holds():
            return True
        time.sleep(_SECONDS)
    return False


def _is_whole(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(max(file.seek(0, os.SEEK_END) - 1, 0))
        return (file.read() or b"\n").endswith(b"\n")
