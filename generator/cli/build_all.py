"""Many councils' project folders in one run, each built by a process of its own, so that none can spoil another."""

import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from generator.model.progress import Step
from generator.project.folder import SETTINGS

_ENDINGS = {0: "published", 1: "not published: its returns or a template have errors", 2: "not built"}


@dataclass(frozen=True, slots=True)
class BuiltCouncil:
    """How the build of one folder ended; ``told`` is what it said on standard error."""

    name: str
    code: int
    told: str

    @property
    def ending(self) -> str:
        """Its ending in words."""
        return _ENDINGS.get(self.code, "not built: the program was ended from outside")


def projects_under(root: Path) -> tuple[Path, ...]:
    """The project folders that stand in a folder, by name."""
    return tuple(sorted(each.parent.parent for each in root.glob(f"*/{SETTINGS.as_posix()}")))


def others_under(root: Path) -> tuple[str, ...]:
    """The names of the folders beside them that are no project folders: one may be a council's all the same."""
    names = (each.name for each in root.iterdir() if each.is_dir() and not (each / SETTINGS).is_file())
    return tuple(sorted(name for name in names if not name.startswith(".")))


def build_each(folders: Sequence[Path], options: Sequence[str], step: Step) -> Iterator[BuiltCouncil]:
    """Build every folder, as many at once as there are cores; in the order given, each as soon as it is known.

    ``step`` is told of each that is done, and makes room for what is said of those that are given.
    """

    def build(folder: Path) -> BuiltCouncil:
        command = [sys.executable, "-m", "generator", "build", "--project", str(folder), *options]
        ran = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)  # noqa: S603
        return BuiltCouncil(folder.name, ran.returncode, ran.stderr)

    threads = ThreadPoolExecutor(os.cpu_count() or 1)
    try:
        waiting = deque(threads.submit(build, folder) for folder in folders)
        for done, _ in enumerate(as_completed(tuple(waiting)), 1):
            step(0, len(folders))
            while waiting and waiting[0].done():
                yield waiting.popleft().result()
            step(done, len(folders))
    finally:
        threads.shutdown(cancel_futures=True)


def worst(codes: Sequence[int]) -> int:
    """The worst exit code; a process that was killed counts as 2."""
    return max((code if code in _ENDINGS else 2 for code in codes), default=0)
