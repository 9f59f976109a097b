"""The bytes of a file that others may be saving, moving or keeping in a cloud: all of one version of it, or why not."""

import errno
import os
import stat
import time
from pathlib import Path

from generator.model.problem import Place, Problem, problem

_TRIES, _PAUSE = 4, 0.25
"""Saving a workbook takes well under a second; what still changes after that is told."""

_PLACEHOLDER = ".icloud"
"""What macOS puts in the place of a file that it keeps online alone."""

_CLOUD_ERRORS = range(358, 405)
"""What Windows says of files that OneDrive keeps online and cannot fetch: ERROR_CLOUD_FILE_..."""

_NOT_FETCHED = {errno.EDEADLK, errno.ETIMEDOUT}
"""The same from macOS, for iCloud."""


class NotOpenedError(Exception):
    """A file could not be read; ``problem`` says why."""

    def __init__(self, rule: str, file: str, **facts: object) -> None:
        self.problem: Problem = problem(rule, Place(file), **facts)
        super().__init__(self.problem.message)


def read_steadily(path: Path, name: str, most: int) -> bytes:
    """Read a file of at most ``most`` bytes, again where it changed meanwhile. Raises NotOpenedError.

    ``name`` is what messages call it. What is no file (a folder, a device) is never opened: a pipe would never end.
    """
    if path.suffix.lower() == _PLACEHOLDER:
        raise NotOpenedError("FILE16", name)
    try:
        for _ in range(_TRIES):
            before = path.stat()
            if not stat.S_ISREG(before.st_mode):
                raise NotOpenedError("FILE14", name, what="a folder" if stat.S_ISDIR(before.st_mode) else "no file")
            if before.st_size > most:
                raise NotOpenedError("FILE09", name, detail=f"a file of {before.st_size:,} bytes")
            with path.open("rb") as file:
                data = file.read(most + 1)
            if _version(path.stat()) == _version(before) and len(data) == before.st_size:
                return data
            time.sleep(_PAUSE)
    except FileNotFoundError:
        raise NotOpenedError("FILE13", name) from None
    except OSError as error:
        if getattr(error, "winerror", 0) in _CLOUD_ERRORS or error.errno in _NOT_FETCHED:
            raise NotOpenedError("FILE16", name) from None
        raise NotOpenedError("FILE11", name, detail=error.strerror or error) from None
    raise NotOpenedError("FILE15", name)


def _version(found: os.stat_result) -> tuple[int, ...]:
    """What differs between two versions of a file, as far as one can tell without reading it."""
    return (found.st_mtime_ns, found.st_size, found.st_ino, found.st_dev)
