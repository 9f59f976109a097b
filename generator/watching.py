"""``build --watch``: builds again as soon as a return, a setting or a template changes, and shows the page anew."""

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
    for folder in (project.root / "inputs", project.root / "templates"):
        for path in sorted(folder.rglob("*")):
            stamp = None if path.name.startswith(("~$", ".")) else stamp_of(path)
            if stamp:
                yield path, stamp
