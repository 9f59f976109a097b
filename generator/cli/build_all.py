"""Many councils' project folders in one run, each built by a process of its own, so that none can spoil another."""

import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import generator
from generator.model.progress import Step
from generator.project.folder import MANIFEST, SETTINGS

_NOT_BUILT = 2
_ENDINGS = {0: "published", 1: "not published: its returns or a template have errors", _NOT_BUILT: "not built"}


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
        before = _manifests_in(folder)
        command = [sys.executable, "-P", "-c", _RUN, str(_PROGRAM), "build", "--project", str(folder), *options]
        ran = subprocess.run(  # noqa: S603, the program is our own
            command, capture_output=True, encoding="utf-8", errors="replace", check=False, env=_surroundings()
        )
        if ran.returncode == 0 and not _is_published(folder, ran.stdout, before):
            return BuiltCouncil(
                folder.name, _NOT_BUILT, f"{ran.stderr}\nIt ended without an error, but without a report."
            )
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


_PROGRAM = Path(generator.__file__).parents[1]
_RUN = "import sys; sys.path.append(sys.argv.pop(1)); from generator.__main__ import main; main()"
"""Runs this very program, wherever it is: with -P, and not ``-m``, no file of the working folder passes for a part."""


def _surroundings() -> dict[str, str]:
    """An empty entry of PYTHONPATH stands for the working folder."""
    entries = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, entries))}


def _manifests_in(folder: Path) -> dict[Path, tuple[int, int]]:
    """What tells one manifest from the next: each build writes a new file."""
    found = {path: path.lstat() for path in folder.glob(f"output/*/{MANIFEST}")}
    return {path: (stat.st_ino, stat.st_mtime_ns) for path, stat in found.items()}


def _is_published(folder: Path, said: str, before: Mapping[Path, tuple[int, int]]) -> bool:
    """Whether a report was put in place: a build says which files it published, and its manifest is a new one."""
    said_so = {folder / line for line in said.splitlines()}
    return any(path in said_so and before.get(path) != stamp for path, stamp in _manifests_in(folder).items())


def worst(codes: Sequence[int]) -> int:
    """The worst exit code; a process that was killed counts as 2."""
    return max((code if code in _ENDINGS else _NOT_BUILT for code in codes), default=0)
