"""The user's own cache folder, and whether it is theirs alone: what is read from it is trusted as the user is."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

_OURS = "scorecard"
_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def users_folder() -> Path | None:
    """The folder in which returns are kept, whether or not it is there; None where the user has no place for it.

    It is ``scorecard`` in ``$XDG_CACHE_HOME`` where that is set, on every system; else in what the system has for it:
    ``~/.cache``, on macOS ``~/Library/Caches``, on Windows ``%LOCALAPPDATA%``.
    """
    asked = Path(os.environ.get("XDG_CACHE_HOME", ""))
    folder = asked if asked.is_absolute() else _of_system()
    return folder / _OURS if folder.is_absolute() else None


def _of_system() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", ""))
    try:
        home = Path.home()
    except RuntimeError:
        return Path()
    return home / "Library" / "Caches" if sys.platform == "darwin" else home / ".cache"


def check_folder(folder: Path) -> None:
    """Raise OSError unless it is a folder of the user's own, no link to one, that nobody else may write to."""
    _check(folder, stat.S_ISDIR)


def check_file(file: Path) -> None:
    """Raise OSError unless it is a plain file of the user's own, no link to one, that nobody else may write to."""
    _check(file, stat.S_ISREG)


def _check(path: Path, is_right: Callable[[int], bool]) -> None:
    found = path.lstat()
    if not is_right(found.st_mode):
        raise FileExistsError(path)
    if sys.platform != "win32" and (found.st_uid != os.geteuid() or found.st_mode & _BY_OTHERS):
        raise PermissionError(path)
