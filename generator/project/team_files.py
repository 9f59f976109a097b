"""The files that the performance team keeps, as bytes and text, and what messages call them."""

from hashlib import sha256
from pathlib import Path

from generator.model.problem import Place, Unusable, problem
from generator.project.folder import BUNDLED_TEMPLATES, Project
from generator.reading.steady_file import NotOpenedError, read_steadily


def name_of(project: Project, path: Path) -> str:
    """A file's name in messages and in manifests; where the package is installed is nobody's business."""
    if path.is_relative_to(BUNDLED_TEMPLATES) and not path.is_relative_to(project.root):
        return f"{_BUNDLED}{path.relative_to(BUNDLED_TEMPLATES).as_posix()}"
    return project.relative(path)


def path_of(project: Project, name: str) -> Path:
    """The file that a message or a manifest calls by a name that ``name_of`` gave."""
    bundled = name.removeprefix(_BUNDLED)
    return project.root / name if bundled == name else BUNDLED_TEMPLATES / bundled


def bytes_of(path: Path, name: str, hashes: dict[str, str] | None = None) -> bytes:
    """The bytes of a file of the team's; its SHA-256 goes into ``hashes``. Raises Unusable if it cannot be read.

    ``name`` is what messages call it.
    """
    try:
        data = read_steadily(path, name, _LARGEST)
    except NotOpenedError as fault:
        raise Unusable([fault.problem]) from None
    if hashes is not None:
        hashes[name] = sha256(data).hexdigest()
    return data


def text_of(path: Path, name: str, hashes: dict[str, str] | None = None) -> str:
    """The text of such a file, in the same way. Raises Unusable also where it is not UTF-8."""
    return decoded(bytes_of(path, name, hashes), name)


def decoded(data: bytes, name: str) -> str:
    """The text of a file's bytes. Raises Unusable where they are not UTF-8; ``name`` is what messages call the file."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable([problem("FILE12", Place(name))]) from None


_BUNDLED = "bundled:templates/"


_LARGEST = 50_000_000
"""Bytes that a file of the team's may have; a Word template with pictures has a few million."""


LONGEST_NAME = 200
