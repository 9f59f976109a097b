"""``build --watch``: builds again as soon as a return, a setting or a template changes, and shows the page anew."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.project import Project
from generator.returns import Seen, stamp_of

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


def of_the_team(project: Project, seen: Seen) -> Seen:
    """Give those of the files that returns are read against: settings, register, schemes."""
    names = (project.settings, project.register)
    return {path: stamp for path, stamp in seen.items() if path in names or path.suffix == ".toml"}


def _files(project: Project) -> Iterator[tuple[Path, tuple[int, int]]]:
    for path in sorted({*_under(project.root / "inputs"), *_under(project.root / "templates"), *_in(project.root)}):
        stamp = None if path.name.startswith(("~$", ".")) else stamp_of(path)
        if stamp:
            yield path, stamp


def _under(folder: Path) -> Iterator[Path]:
    """Folders may come and go while one looks; ``os.walk`` passes over those that went."""
    for path, _, names in os.walk(folder):
        yield from (Path(path, name) for name in names)


def _in(folder: Path) -> Iterator[Path]:
    yield from (Path(folder, each.name) for each in os.scandir(folder) if each.is_file())
