"""The table in which returns are kept, in a file of the standard library's SQLite.

Whatever is wrong with the file, there is nothing in it: it may be damaged, locked, of another version, somebody
else's, or on a full disk, and nobody is told. A damaged one, or one of another version, is begun anew.
"""

import os
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from time import time

from generator.cache.keys import hash_of, type_of_key
from generator.cache.kinds import KeptReturn
from generator.cache.users_folder import check_file, check_folder

_VERSION = 1
"""Of the table. It is raised where its columns, or what their bytes mean, change."""

_A_MOMENT = 0.3
"""Seconds that a run waits, once, while another one writes."""

_DAY = 24 * 60 * 60
_KEPT_FOR = 200 * _DAY
"""Seconds from when a row was last of use until it goes: a return is of use in its own quarter and in the next."""

_LARGEST = 256 << 20
"""Bytes of rows beyond which that half goes which was of use longest ago; ten thousand returns have 50 MB."""

_COLUMNS = "key BLOB PRIMARY KEY, used INTEGER, readings BLOB, remarks BLOB, hash BLOB"

_WITHOUT_OLDER_HALF = """
    DELETE FROM returns
    WHERE key IN (SELECT key FROM returns ORDER BY used LIMIT (SELECT COUNT(*) / 2 FROM returns))
"""

_ENDINGS = ("-journal", "-wal", "-shm", "")
"""How the names of the files end that SQLite may put beside the table's, and of that itself."""

_FAULTY = frozenset({sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_FAULTY |= {sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_INTERNAL}
"""What SQLite says of a file that is no such table, or damaged; all else may be otherwise in the next run."""


class _State(Enum):
    ABSENT = auto()
    SOUND = auto()
    FAULTY = auto()
    UNUSABLE = auto()


class _OtherVersionError(Exception):
    """The file is one of SQLite's, and its table is none of ours."""


_FAULTS = (sqlite3.Error, OSError, UnicodeDecodeError, _OtherVersionError)
"""What a file may be met with. SQLite quotes a damaged file in its message, which then need not be text."""


class KeptTable:
    """The rows of one file, by key. Nothing is ever raised."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._state = _State.SOUND if os.path.lexists(file) else _State.ABSENT
        self._connection: sqlite3.Connection | None = None
        self._long_unused: list[type_of_key] = []

    def get(self, key: type_of_key) -> KeptReturn | None:
        """The row of a key, if it is there and whole."""
        if self._state is not _State.SOUND:
            return None
        try:
            asked = "SELECT used, readings, remarks, hash FROM returns WHERE key = ?"
            found = self._connected().execute(asked, (key,)).fetchone()
        except _FAULTS as error:
            self._note(error)
            return None
        used, readings, remarks, kept_hash = found or (0, None, None, None)
        if not (isinstance(readings, bytes) and isinstance(remarks, bytes)):
            return None
        if kept_hash != hash_of(key, readings, remarks):
            return None
        if not isinstance(used, int) or used < time() - _DAY:
            self._long_unused.append(key)
        return KeptReturn(readings, remarks)

    def save(self, rows: Mapping[type_of_key, KeptReturn]) -> None:
        """Write rows, all or none, in place of those of the same keys; what has long been of no use goes."""
        for _ in range(2):  # the second time, without the faulty file that was there
            if self._state is _State.UNUSABLE or not (rows or self._long_unused):
                return
            try:
                if self._state is _State.FAULTY:
                    self._remove()
                self._write(rows)
            except _FAULTS as error:
                self._note(error)
            else:
                break

    def close(self) -> None:
        """Close the file."""
        with suppress(sqlite3.Error):
            if self._connection:
                self._connection.close()
        self._connection = None

    def _note(self, error: Exception) -> None:
        """Ask no more of a file that cannot be used, or not as it is."""
        self.close()
        code = getattr(error, "sqlite_errorcode", None)
        is_faulty = code & 0xFF in _FAULTY if code else isinstance(error, _OtherVersionError | UnicodeDecodeError)
        self._state = _State.FAULTY if is_faulty else _State.UNUSABLE

    def _connected(self) -> sqlite3.Connection:
        if self._connection:
            return self._connection
        check_folder(self._file.parent)
        for path in map(self._beside, _ENDINGS):
            if os.path.lexists(path):
                check_file(path)
        uri = f"{self._file.absolute().as_uri()}?mode=rw"
        opened = self._connection = sqlite3.connect(uri, uri=True, timeout=_A_MOMENT, isolation_level=None)
        opened.text_factory = bytes
        opened.executescript("PRAGMA trusted_schema = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY")
        # Nothing is synchronised: a computer that loses its power may leave a faulty file, and that does no harm.
        ((version,),) = opened.execute("PRAGMA user_version")
        ((pages,),) = opened.execute("PRAGMA page_count")
        if version != _VERSION and pages:
            raise _OtherVersionError
        return opened

    def _write(self, rows: Mapping[type_of_key, KeptReturn]) -> None:
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(self._file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        connection, now = self._connected(), int(time())
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            connection.execute(f"CREATE TABLE IF NOT EXISTS returns ({_COLUMNS})")
            connection.execute(f"PRAGMA user_version = {_VERSION}")
            told = ((key, now, *row, hash_of(key, *row)) for key, row in rows.items())
            connection.executemany("INSERT OR REPLACE INTO returns VALUES (?, ?, ?, ?, ?)", told)
            used = ((now, key) for key in self._long_unused)
            connection.executemany("UPDATE returns SET used = ? WHERE key = ?", used)
            connection.execute("DELETE FROM returns WHERE used NOT BETWEEN ? AND ?", (now - _KEPT_FOR, now + _DAY))
            if _bytes_in(connection) > _LARGEST:
                connection.execute(_WITHOUT_OLDER_HALF)
        self._state = _State.SOUND

    def _remove(self) -> None:
        check_folder(self._file.parent)
        for path in map(self._beside, _ENDINGS):  # the journal first, or it would be that of the new file
            path.unlink(missing_ok=True)
        self._state = _State.ABSENT

    def _beside(self, ending: str) -> Path:
        return self._file.with_name(f"{self._file.name}{ending}")


def _bytes_in(connection: sqlite3.Connection) -> int:
    """The bytes of the pages that are in use: those that became free are used again."""
    ((pages,),), ((free,),), ((size,),) = (
        connection.execute(f"PRAGMA {each}").fetchall() for each in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)
