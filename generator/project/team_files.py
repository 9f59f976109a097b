"""The files that the performance team keeps, as bytes and text, and what messages call them."""

from hashlib import sha256
from pathlib import Path

from generator.model.problem import Place, Unusable, problem
from generator.project.folder import BUNDLED_TEMPLATES, Project
from generator.reading.steady_file import NotOpenedError, read_steadily


def name_of(project: Project, path: Path) -> str:
    """Name a file as messages do; a bundled one as such, for where the package is installed is nobody's business."""
    if path.is_relative_to(BUNDLED_TEMPLATES) and not path.is_relative_to(project.root):
        return f"{_BUNDLED}{path.relative_to(BUNDLED_TEMPLATES).as_posix()}"
    return project.relative(path)


def path_of(project: Project, name: str) -> Path:
    """Give the file that a message, or a manifest, calls by a name: the way back from ``name_of``."""
    bundled = name.removeprefix(_BUNDLED)
    return project.root / name if bundled == name else BUNDLED_TEMPLATES / bundled


def bytes_of(path: Path, name: str, hashes: dict[str, str] | None = None) -> bytes:
    """Read a file of the project's own, and note its SHA-256 in ``hashes``. Raises Unusable.

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
    """Read a file as UTF-8, and note its SHA-256. Raises Unusable; ``name`` is what messages call it."""
    return decoded(bytes_of(path, name, hashes), name)


def decoded(data: bytes, name: str) -> str:
    """Give a file's text. Raises Unusable where it is not UTF-8; ``name`` is what messages call it."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable([problem("FILE12", Place(name))]) from None


_BUNDLED = "bundled:templates/"


_LARGEST = 50_000_000
"""Bytes that a file of the project's own may have; a Word template with pictures has a few million."""


LONGEST_NAME = 200
