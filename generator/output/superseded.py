"""Returns that a later issue has replaced: moved out of a closed period's folder, and never deleted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from generator.model.period import Period
from generator.project.folder import Project
from generator.reading.readings import Reading, superseded


@dataclass(frozen=True, slots=True)
class PutAside:
    """A file, and where it was moved to; or ``why`` it is where it was."""

    file: str
    to: str = ""
    why: str = ""


def replaced_files(readings: Sequence[Reading]) -> tuple[str, ...]:
    """The files of which nothing is used any more: each form in them is replaced or not begun, and one is replaced."""
    replaced = {id(each): each.file for each, _ in superseded(readings)}
    in_use = {each.file for each in readings if not (each.blank or id(each) in replaced)}
    return tuple(dict.fromkeys(file for file in replaced.values() if file not in in_use))


def put_aside(project: Project, period: Period, files: Iterable[str]) -> Iterator[PutAside]:
    """Move files of a period's folder to inputs/superseded, each at one moment and over no other file.

    One that cannot be moved, as where it is open in Excel, stays, and so does what is not in the folder.
    """
    folder = project.returns_folder(period)
    for file in files:
        path = project.root / file
        if path.is_relative_to(folder):
            try:
                to = _free(project.superseded(period) / path.relative_to(folder))
                to.parent.mkdir(parents=True, exist_ok=True)
                path.rename(to)
                yield PutAside(file, project.relative(to))
            except OSError as error:
                yield PutAside(file, why=error.strerror or str(error))


def _free(path: Path) -> Path:
    """The path, or the first like it that no file has."""
    numbered = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return next(each for each in chain((path,), numbered) if not each.exists())
