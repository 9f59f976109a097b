"""``build --watch``: builds again as soon as a return, a setting or a template changes, and shows the page anew."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generator.model.period import Period
from generator.project.folder import ADDED_TO, Project
from generator.project.load import Setup

Seen = Mapping[Path, tuple[int, int]]
"""Files by path, each with the time of its last change and its size."""

_SECONDS = 0.2
"""How often the files are looked at; looking costs a few milliseconds."""


def changes(project: Project, pause: Callable[[float], None] = time.sleep) -> Iterator[Seen]:
    """The project's files at once, and again whenever one of them changed; never ends by itself."""
    before: Seen | None = None
    while True:
        now = dict(_files(project))
        if now != before:
            before = now
            yield now
        pause(_SECONDS)


class Setups:
    """The setups of one look after another; ``read`` reads one, and is asked where the team's own files changed."""

    def __init__(self, read: Callable[[], Setup]) -> None:
        self._read = read
        self._last: tuple[Seen, Setup] | None = None

    def at(self, seen: Seen) -> Setup:
        """The setup for what is seen now. Raises what ``read`` raises."""
        last, self._last = self._last, None
        setup = last[1] if last and _only_returns_changed(*last, seen) else self._read()
        self._last = seen, setup
        return setup


def _only_returns_changed(before: Seen, setup: Setup, now: Seen) -> bool:
    """Whether nothing changed but what lies in quarters' folders, and was not read for the setup."""
    changed = {path for path, _ in before.items() ^ now.items()}
    project, read = setup.project, setup.sources.keys()
    return all(_is_of_a_quarter(project, path) and project.relative(path) not in read for path in changed)


def _is_of_a_quarter(project: Project, path: Path) -> bool:
    """Whether it lies in a folder such as ``inputs/2024-25-Q3``, however deep."""
    within = path.relative_to(project.root).parts
    try:
        period = Period.parse(within[1] if len(within) > 2 else "")
    except ValueError:
        return False
    return path.is_relative_to(project.returns_folder(period))


def _files(project: Project) -> Iterator[tuple[Path, tuple[int, int]]]:
    ours = {project.root / each for each in ADDED_TO}
    for path in sorted({*_under(project.root / "inputs"), *_under(project.root / "templates"), *_in(project.root)}):
        is_passed_over = path.name.startswith(("~$", ".")) or path in ours or not ours.isdisjoint(path.parents)
        stamp = None if is_passed_over else _stamp_of(path)
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
