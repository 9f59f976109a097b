"""One build of a quarter at a time: a file beside the output folder that only one program can hold.

The system lets go of it when the program that holds it ends, however it ends. So a lock whose owner died never stops
anybody, and nobody has to judge by its age whether it is stale; who and since when is written into it for people.
"""

import errno
import json
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.model.english import counted
from generator.project.folder import is_link

_FAR = 1 << 20
"""Windows lets nobody read what is locked, so a byte behind the text is."""

_TAKEN = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_CANNOT_LOCK = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS}
"""Some network drives have no locks. A build goes on without: its report is swapped in whole all the same."""


class TakenError(Exception):
    """Another program holds the lock; the sentence says who, and since when."""


class NoLockError(Exception):
    """Something else stands where the lock belongs, and is left alone; the sentence says what."""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock while a block runs. Raises TakenError where another holds it, NoLockError and OSError."""
    made = not path.parent.exists()
    file = _taken(path)
    try:
        os.ftruncate(file, 0)
        os.write(file, json.dumps(_me()).encode())
        yield
    finally:
        _let_go(file, path)
        if made:
            with suppress(OSError):  # a folder that has come to hold something stays
                path.parent.rmdir()


def _let_go(file: int, path: Path) -> None:
    """Take the file away before anybody else can lock it; Windows deletes no file that is open."""
    if sys.platform == "win32":
        os.close(file)
    with suppress(OSError):
        path.unlink()
    if sys.platform != "win32":
        os.close(file)


def _taken(path: Path) -> int:
    """Open and lock the file; anew where its last owner took it, or its folder, away in between."""
    while True:
        file = _open_in_folder(path)
        try:
            _lock(file)
            if _is_at(path, file):
                return file
        except OSError as error:
            who = _who(file)
            os.close(file)
            if error.errno in _TAKEN:
                raise TakenError(who) from None
            raise
        os.close(file)


def _open_in_folder(path: Path) -> int:
    """Open the file in its folder, which whoever made it takes away in the end, if nothing has come into it."""
    for _ in range(_TRIES):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return _open(path)
        except FileNotFoundError:
            continue
        except FileExistsError:  # it was there, and may have been taken away before it was looked at
            if path.parent.exists() and not path.parent.is_dir():
                raise
    return _open(path)


_TRIES = 20
"""A path that is too long for Windows is not found either, however often it is tried."""


def _open(path: Path) -> int:
    """Open the file, or make it. What is not our own is neither followed nor emptied: it may be of use elsewhere."""
    if is_link(path):
        raise NoLockError("a link to another place")
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT | _OPENING, 0o644)
    except OSError as error:
        if error.errno in {errno.ELOOP, errno.EMLINK}:  # it has become a link meanwhile
            raise NoLockError("a link to another place") from None
        if path.is_dir():
            raise NoLockError("a folder") from None
        raise
    found = os.fstat(file)
    if stat.S_ISREG(found.st_mode) and found.st_nlink <= 1:
        return file
    os.close(file)
    raise NoLockError("another name of a file elsewhere" if stat.S_ISREG(found.st_mode) else "no plain file")


_OPENING = sum(getattr(os, flag, 0) for flag in ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK"))
"""As each system has them; a pipe would be waited for otherwise."""


def _lock(file: int) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415

            os.lseek(file, _FAR, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            os.lseek(file, 0, os.SEEK_SET)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _CANNOT_LOCK:
            raise


def _is_at(path: Path, file: int) -> bool:
    try:
        return os.path.samestat(path.lstat(), os.fstat(file))
    except FileNotFoundError:
        return False


def user_name() -> str:
    """Who runs the program, as the system says."""
    return next(filter(None, map(os.environ.get, ("USERNAME", "USER", "LOGNAME"))), "somebody")


def _me() -> dict[str, object]:
    computer = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    return {"user": user_name(), "computer": computer, "process": os.getpid(), "since": time.time()}


def _who(file: int) -> str:
    """Say who holds a lock, as far as its file tells: it may be read before its owner has written into it."""
    try:
        os.lseek(file, 0, os.SEEK_SET)
        told = json.loads(os.read(file, 1000))
        age = max(0, round(time.time() - float(told["since"])))
        owner = f"{told['user']} on {told['computer']} (process {told['process']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "started a moment ago"
    return f"started by {owner} {_ago(age)}"


def _ago(seconds: int) -> str:
    size, unit = next((size, unit) for size, unit in _UNITS if seconds >= size or size == 1)
    return f"{counted(seconds // size, unit)} ago"


_UNITS = ((3600, "hour"), (60, "minute"), (1, "second"))
