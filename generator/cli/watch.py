"""``build --watch``: builds again as soon as a return, a setting or a template changes, and shows the page anew."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generator.project.folder import Project

Seen = Mapping[Path, tuple[int, int]]
"""Files by path, each with the time of its last change and its size."""

_SECONDS = 0.2
"""How often the files are looked at; looking costs a few milliseconds."""


def changes(project: Project, pause: Callable[[float], None] = time.sleep) -> Iterator[Seen]:
    """Give the project's files at once, and again whenever one of them changed; never ends by itself."""
    before: Seen | None = None
    while True:
        now = dict(_files(project))
        if now != before:
            before = now
            yield now
        pause(_SECONDS)


def _files(project: Project) -> Iterator[tuple[Path, tuple[int, int]]]:
    for path in sorted({*_under(project.root / "inputs"), *_under(project.root / "templates"), *_in(project.root)}):
        stamp = None if path.name.startswith(("~$", ".")) else _stamp_of(path)
        if stamp:
            yield path, stamp


def _under(folder: Path) -> Iterator[Path]:
    """Folders may come and go while one looks; ``os.walk`` passes over those that went."""
    for path, _, names in os.walk(folder):
        yield from (Path(path, name) for name in names)


def _in(folder: Path) -> Iterator[Path]:
    yield from (Path(folder, each.name) for each in os.scandir(folder) if each.is_file())


def _stamp_of(path: Path) -> tuple[int, int] | None:
    """Files may also go between being listed and being looked at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return None if path.is_dir() else (found.st_mtime_ns, found.st_size)
