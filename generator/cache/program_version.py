"""Which program this is: what one version of it kept is never taken for what another would find."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from generator.cache.keys import hash_of
from generator.cache.kinds import KeptKind

PACKAGE = Path(__file__).parents[1]
_COMPILED = "__pycache__"
_SOURCES = (".py", ".txt")
"""Modules, and lists of words that rules know."""
_FOLDER = PACKAGE / _COMPILED


@lru_cache(maxsize=1)
def program() -> bytes:
    """A hash of the program's own sources, of its libraries with their versions, and of Python's version.

    To open every source at every start would take as long as to read a dozen returns. So the hash is noted where
    Python notes its compiled modules, and taken again when a source has another size or time.
    """
    sources = sorted(_sources(str(PACKAGE)))
    jinja = find_spec("jinja2")
    libraries = Path(jinja.origin).parents[1].glob("*-info") if jinja and jinja.origin else ()
    told = [sys.version, *sorted(each.name for each in libraries)]
    seen = [f"{path} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}" for path, found in sources]
    if not KeptKind.VERSION.is_kept:
        return _hash_of_sources(told, sources)
    note = _FOLDER / f"program-{hash_of(*told, *seen).hex()[:40]}"
    with suppress(OSError):
        noted = note.read_bytes()
        if len(noted) == sha256().digest_size:
            return noted
    found = _hash_of_sources(told, sources)
    with suppress(OSError):
        _FOLDER.mkdir(exist_ok=True)
        for old in _FOLDER.glob("program-*"):
            old.unlink()
        note.write_bytes(found)
    return found


def version_of(*rooms: str) -> str:
    """Name some rooms of the program, and Python, by a hash of their sources."""
    sources = sorted(source for room in rooms for source in _sources(str(PACKAGE / room)))
    return _hash_of_sources([sys.version], sources).hex()[:16]


def _hash_of_sources(told: list[str], sources: list[tuple[str, os.stat_result]]) -> bytes:
    return hash_of(*told, *(Path(path).read_bytes() for path, _ in sources))


def _sources(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for each in entries:
            if each.is_dir() and each.name != _COMPILED:
                yield from _sources(each.path)
            elif each.name.endswith(_SOURCES):
                yield each.path, each.stat()
