"""The files that the performance team keeps: their bytes, their text, and what messages call them."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.history.history_csv import read_history
from generator.history.past import History
from generator.model.problem import Place, Unusable, problem
from generator.project.folder import BUNDLED_TEMPLATES, Project
from generator.reading.steady_file import NotOpenedError, read_steadily

LONGEST_NAME = 200
"""Characters that the name of a file in the settings may have."""

BUNDLED = "bundled:"
"""What stands before the name of a template that came with the program."""

_LARGEST = 50_000_000
"""Bytes that a file of the team's may have; a Word template with pictures has a few million."""


class TeamFile(NamedTuple):
    """A file as it was read; ``name`` is what messages and the manifest call it."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()

    @property
    def text(self) -> str:
        """Its text. Raises Unusable where it is not UTF-8."""
        try:
            return self.data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise Unusable([problem("FILE12", Place(self.name))]) from None


def read_file(path: Path, name: str) -> TeamFile:
    """Read one of the team's files, whose name in messages is given. Raises Unusable."""
    try:
        return TeamFile(name, read_steadily(path, name, _LARGEST))
    except NotOpenedError as fault:
        raise Unusable([fault.problem]) from None


def read_template(project: Project, template: str) -> TeamFile:
    """Read a template by its path under templates/: the project's own before the bundled one. Raises Unusable."""
    path = project.template(template)
    return read_file(path, name_of(project, path))


def hashes_of(files: Iterable[TeamFile]) -> dict[str, str]:
    """The SHA-256 of files by their names in messages."""
    return {each.name: each.sha256 for each in files}


def name_of(project: Project, path: Path) -> str:
    """What messages call a file; a bundled one is named as such, for where the package lies is nobody's business."""
    if path.is_relative_to(BUNDLED_TEMPLATES) and not path.is_relative_to(project.root):
        return f"{BUNDLED}templates/{path.relative_to(BUNDLED_TEMPLATES).as_posix()}"
    return project.relative(path)


def path_of(project: Project, name: str) -> Path:
    """The file that messages, or a manifest, call by a name: the way back from ``name_of``."""
    bundled = name.removeprefix(f"{BUNDLED}templates/")
    return project.root / name if bundled == name else BUNDLED_TEMPLATES / bundled


def table_of(project: Project, path: Path) -> TeamFile:
    """A table as it stands, empty where there is none yet. Raises Unusable where it cannot be read."""
    name = project.relative(path)
    return read_file(path, name) if path.exists() else TeamFile(name, b"")


def history_in_table(table: TeamFile, starts: int) -> History:
    """What a history.csv says, in years that start in a month. Raises Unusable with what is wrong with it."""
    return History(read_history(table.text, table.name, starts))


def history_of(project: Project, starts: int) -> History:
    """What is known of a project's earlier periods, in years that start in a month. Raises Unusable."""
    return whole_history(project, table_of(project, project.history), starts)


def whole_history(project: Project, table: TeamFile, starts: int) -> History:
    """What a project's history.csv says. Raises Unusable too where an archive shows that it knows not all."""
    history = history_in_table(table, starts)
    unknown = (each for each in project.archived(starts) if not history.was_closed(each))
    if told := [problem("HIST03", Place(table.name), period=each.name) for each in unknown]:
        raise Unusable(told)
    return history
