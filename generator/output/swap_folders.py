"""One folder put in another's place, so that whoever looks sees the old one whole or the new one whole."""

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.project.folder import is_link

_HERE = {"linux": -100, "darwin": -2}
"""What stands for "from the working folder" in the system's own call, AT_FDCWD."""

_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS: both names change hands at one moment."""

_NEW, _OLD = ".new", ".old"


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make ``folder`` hold just ``files``: written beside it, read back, then swapped in. Raises OSError.

    Whatever fails, and whenever the program is killed, what was there before still stands, or ``settle`` puts it back.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=_NEW, dir=folder.parent))
    try:
        beside.chmod(0o755)
        for name, data in files.items():
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            _write(beside / name, data)
        _swap(folder, beside)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def replaced(path: Path, data: bytes) -> Iterator[None]:
    """Have a file hold other bytes while a block runs, and after it unless the block fails. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_bytes() if path.is_file() else None
    replace_file(path, data)
    try:
        yield
    except BaseException:
        with suppress(OSError):
            if before is None:
                path.unlink()
            else:
                replace_file(path, before)
        raise


def replace_file(path: Path, data: bytes) -> None:
    """Make a file hold just these bytes, whole or not at all; a link of that name goes, not what it leads to.

    Raises OSError.
    """
    beside = path.with_name(f".{path.name}{_NEW}")
    beside.unlink(missing_ok=True)
    try:
        _write(beside, data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def settle(folder: Path) -> None:
    """Put right what a build that was killed left behind; nobody else may be building. Raises OSError."""
    aside = sorted(_left(folder, _OLD), key=lambda each: each.lstat().st_mtime_ns)
    whole = [each for each in aside if not is_link(each)]
    if whole and not folder.exists():
        aside.remove(whole[-1])
        whole[-1].rename(folder)
    for each in (*aside, *_left(folder, _NEW)):
        if is_link(each):
            each.unlink()  # and not what it leads to
        else:
            shutil.rmtree(each, ignore_errors=True)


def _left(folder: Path, suffix: str) -> list[Path]:
    start = f".{folder.name}."
    found = folder.parent.iterdir() if folder.parent.is_dir() else ()
    return [each for each in found if each.name.startswith(start) and each.suffix == suffix]


def _write(path: Path, data: bytes) -> None:
    """Write a file through to the disk and read it back: a disk that is full or failing is told before the swap."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != data:
        raise OSError(errno.EIO, "the disk did not keep what was written")


def _swap(folder: Path, beside: Path) -> None:
    if not folder.exists():
        beside.rename(folder)
        return
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "there is a file of that name")
    if exchange(folder, beside):
        return
    aside = beside.with_suffix(_OLD)
    folder.rename(aside)
    try:
        beside.rename(folder)
    except OSError:
        with suppress(OSError):
            aside.rename(folder)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change names at one moment; False where this system, or this kind of disk, cannot do it.

    Between two renames there is a moment without a report, in which a killed build would leave none. Python has no
    name for the call that avoids it.
    """
    here = _HERE.get(sys.platform)
    if here is None:
        return False
    import ctypes  # noqa: PLC0415, it takes longer to import than the rest of this module

    library = ctypes.CDLL(None, use_errno=True)
    call = getattr(library, "renameat2" if sys.platform == "linux" else "renameatx_np", None)
    if call is None:
        return False
    return bool(call(here, os.fsencode(one), here, os.fsencode(other), _EXCHANGE) == 0)
