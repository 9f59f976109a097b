"""The archive of a closed period: a project folder as it was, with what was published, in one file.

In it stand, under their own names, the inputs that the report was made from, with the history and commentary up to
then, and its output folder. Templates that came with the program stand among the project's own. What closing added to
the tables stands apart.
"""

import io
import zipfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.model.period import Period
from generator.model.problem import Place, Unusable, problem
from generator.project.folder import Project
from generator.project.team_files import BUNDLED, history_of

ADDED = "added/"
"""The folder, in an archive, of the rows that closing added to the tables."""

_DAY = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def packed(files: Mapping[str, bytes]) -> bytes:
    """An archive of files, by their names: the same bytes for the same files, whenever and wherever it is made."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, _PLAIN_FILE, _UNIX
            archive.writestr(entry, content)
    return data.getvalue()


def name_in_archive(name: str) -> str:
    """What an input is called in an archive, by its name in messages: there, a bundled template is a project's own."""
    return name.removeprefix(BUNDLED)


def in_archive(project: Project, period: Period, only: Collection[str] = ()) -> dict[str, bytes]:
    """The files of a period's archive, or ``only`` some of them, by their names.

    Raises Unusable where it is not there or damaged.
    """
    path = project.archive(period)
    try:
        with zipfile.ZipFile(path) as archive:
            found = (each for each in archive.infolist() if not only or each.filename in only)
            return {each.filename: archive.read(each) for each in found}
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError):
        fault = "cannot be read whole" if path.exists() else "is not there"
        raise Unusable([problem("OUT09", Place(project.relative(path)), period=period.name, fault=fault)]) from None


@contextmanager
def as_it_was(project: Project, period: Period) -> Iterator[Project]:
    """The project for a period: itself or, of a closed one, as it was then, unpacked for as long as a block runs.

    Raises Unusable where the history or the archive cannot be used.
    """
    if not (project.archive(period).exists() and history_of(project, period.starts).is_closed(period)):
        yield project
        return
    with TemporaryDirectory(prefix="scorecard-") as folder:
        root = Path(folder).resolve()
        for name, data in in_archive(project, period).items():
            path = root / name
            if path.resolve().is_relative_to(root):  # an archive that somebody made may name other places
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        yield Project(root)
