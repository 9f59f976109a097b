"""What earlier builds found and made, in one file, by hashes of all that it came from.

It is a convenience: what is missing, damaged or cannot be written is found or made again, and nobody is told.

The file holds pieces, then a list of them, then where that list begins. A later build adds its own pieces and a new
list behind, so that what it costs to keep them grows with what changed; where more than half of the file has come to
be of no use, it is written anew.
"""

import struct
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from os import getpid, truncate
from pathlib import Path
from time import time
from typing import BinaryIO, NamedTuple, Self, TypeVar

FOLDER = ".scorecard-cache"

UNSOUND = (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError)
"""All that understanding a piece may raise where it is not what was written."""

_Found = TypeVar("_Found")

type_of_key = bytes
_KEY_BYTES = 16

_ROW = struct.Struct(f"<{_KEY_BYTES}sQQ32s")
"""A piece in the list: its key, where it begins, how long it is, and its SHA-256."""

_END = struct.Struct("<Q32s16s")
"""Behind the list: how long that is, its SHA-256, and a sign."""

_SIGN = b"scorecard kept 1"
_DAY = 24 * 60 * 60


def hash_of(*told: str | bytes) -> bytes:
    """Give the SHA-256 of several things together, of which none can run into the next."""
    parts = (each if isinstance(each, bytes) else each.encode("utf-8", "surrogatepass") for each in told)
    return sha256(b"".join(sha256(part).digest() for part in parts)).digest()


def key_of(*told: str | bytes) -> type_of_key:
    """Give the key of what comes of all that is told, and of nothing else."""
    return hash_of(*told)[:_KEY_BYTES]


class _Row(NamedTuple):
    """Where a piece stands in its file."""

    start: int
    length: int
    hash: bytes


class Kept:
    """What is kept in a folder; what a run adds is written down at the end of a ``with`` block, if it ``adds``."""

    def __init__(self, folder: Path, *, adds: bool = True) -> None:
        self.folder, self._path, self._adds = folder, folder / "kept", adds
        self._old: BinaryIO | None = None
        self._new: BinaryIO | None = None
        self._rows: Mapping[type_of_key, _Row] = {}
        self._added: dict[type_of_key, _Row] = {}
        self._used: set[type_of_key] = set()
        self._size, self._tidy = 0, False
        self._end, self._has_moved = 0, False
        with suppress(OSError):
            if self._is_there():
                self._old = self._path.open("rb")
                self._rows, self._size = _rows_of(self._old)

    def get(self, key: type_of_key) -> bytes | None:
        """Give a piece, if it is there and whole."""
        row, file = self._added.get(key), self._new
        if row is None:
            row, file = self._rows.get(key), self._old
        if row is None or file is None:
            return None
        self._has_moved = self._has_moved or file is self._new
        with suppress(OSError):
            file.seek(row.start)
            piece = file.read(row.length)
            if sha256(piece).digest() == row.hash:
                self._used.add(key)
                return piece
        return None

    def understood(self, key: type_of_key, understand: Callable[[bytes], _Found]) -> _Found | None:
        """Give what a piece is understood as; None where there is none, or something else."""
        piece = self.get(key)
        try:
            return None if piece is None else understand(piece)
        except UNSOUND:
            return None

    def put(self, key: type_of_key, piece: bytes) -> None:
        """Keep a piece."""
        if not self._adds:
            return
        with suppress(OSError):
            file = self._new or self._begin()
            if self._has_moved:
                file.seek(self._end)
            self._has_moved = True  # until all of it is written
            file.write(piece)
            self._added[key] = _Row(self._end, len(piece), sha256(piece).digest())
            self._end += len(piece)
            self._has_moved = False

    def once(self, key: type_of_key, make: Callable[[], bytes]) -> bytes:
        """Give the piece that is there, else make and keep it."""
        piece = self.get(key)
        if piece is None:
            self.put(key, piece := make())
        return piece

    def tidy(self) -> None:
        """Say that this run has asked for all that is of use; the rest may go."""
        self._tidy = True

    def use(self, key: type_of_key) -> None:
        """Say that a piece is of use, though nobody had to ask for it."""
        self._used.add(key)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._adds:
            with suppress(OSError):
                self._save()
        for file in (self._old, self._new):
            with suppress(OSError):  # where the disk is full, closing writes what is left, or fails
                if file:
                    file.close()
        if self._adds and not self.folder.is_symlink():
            self._clear_away()

    def _is_there(self) -> bool:
        """Whether there is a plain file; no link is followed, so that nothing is written to where one leads."""
        return self._path.is_file() and not self._path.is_symlink() and not self.folder.is_symlink()

    def _save(self) -> None:
        useful = {key: row for key, row in self._rows.items() if key not in self._added}
        if self._tidy:
            useful = {key: row for key, row in useful.items() if key in self._used}
        needed = sum(row.length for row in useful.values()) + _ROW.size * len(self._rows)
        if (self._added and not self._is_there()) or (self._tidy and self._size > 2 * needed + _END.size):
            self._write_anew(useful)
        elif self._added:
            self._add_behind(useful)

    def _begin(self) -> BinaryIO:
        if self.folder.is_symlink():
            raise NotADirectoryError
        if not self.folder.is_dir():
            self.folder.mkdir(parents=True)
            (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
        self._beside.unlink(missing_ok=True)
        self._new = self._beside.open("x+b")
        return self._new

    def _write_anew(self, useful: Mapping[type_of_key, _Row]) -> None:
        """Make the file of what was added, with what is of use behind it: whole, or not at all."""
        file = self._new or self._begin()
        file.seek(self._end)
        file.truncate()
        rows = {}
        for key, row in useful.items():
            if self._old:
                self._old.seek(row.start)
                rows[key] = row._replace(start=file.tell())
                file.write(self._old.read(row.length))
        _write_list(file, {**rows, **self._added})
        for each in (file, self._old):
            if each:
                each.close()  # or Windows would let neither be replaced
        self._beside.replace(self._path)

    def _add_behind(self, useful: Mapping[type_of_key, _Row]) -> None:
        try:
            with self._path.open("ab") as file:
                start = file.tell()
                if self._new and start == self._size:  # else somebody else has added to it
                    self._new.seek(0)
                    while block := self._new.read(1 << 20):
                        file.write(block)
                    added = {key: row._replace(start=row.start + start) for key, row in self._added.items()}
                    _write_list(file, {**useful, **added})
        except OSError:  # a full disk, perhaps: what stood there still stands, and takes no more room than it did
            truncate(self._path, self._size)
            raise

    @property
    def _beside(self) -> Path:
        return self._path.with_suffix(f".{getpid()}")

    def _clear_away(self) -> None:
        """Delete what no build is at work on: our own, an older version's, and what a killed one left behind."""
        for path in (*self.folder.glob("*/*"), *self.folder.glob("*")):
            with suppress(OSError):
                if path.parent.is_symlink():
                    continue  # what is there is somebody else's
                if path.is_dir() and not path.is_symlink():
                    path.rmdir()
                elif path == self._beside or _is_left_behind(path):
                    path.unlink()


def _write_list(file: BinaryIO, rows: Mapping[type_of_key, _Row]) -> None:
    """Write the list of a file's pieces, and its end."""
    listed = b"".join(_ROW.pack(key, *row) for key, row in rows.items())
    file.write(listed + _END.pack(len(listed), sha256(listed).digest(), _SIGN))


def _is_left_behind(path: Path) -> bool:
    return path.name not in {"kept", ".gitignore"} and time() - path.lstat().st_mtime > _DAY


def _rows_of(file: BinaryIO) -> tuple[dict[type_of_key, _Row], int]:
    """Read the list of a file's pieces, and the file's size; no pieces where it is not one of ours, or damaged."""
    size = file.seek(0, 2)
    try:
        file.seek(max(size - _END.size, 0))
        length, hash_of_list, sign = _END.unpack(file.read(_END.size))
        file.seek(max(size - _END.size - length, 0))
        listed = file.read(length)
    except (struct.error, OverflowError, MemoryError):
        return {}, size
    if sign != _SIGN or sha256(listed).digest() != hash_of_list or length % _ROW.size:
        return {}, size
    rows = ((key, _Row(*row)) for key, *row in _ROW.iter_unpack(listed))
    return {key: row for key, row in rows if row.start + row.length <= size}, size
