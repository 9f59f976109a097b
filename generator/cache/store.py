"""What earlier runs found in returns, by hashes of all that it came from: in memory, and in the user's cache folder.

It is a convenience: what is missing is found again, and nobody is told.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from generator.cache.keys import type_of_key
from generator.cache.kinds import KeptKind, KeptReturn
from generator.cache.users_folder import users_folder

if TYPE_CHECKING:
    from generator.cache.table import KeptTable

FILE = "returns.sqlite3"


class Kept:
    """What is kept of returns, in a file of a folder; without a folder, in memory alone.

    A run is a ``with`` block, at the end of which what it added is written down. The next block of the same value has
    in memory what the last one used.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._table: KeptTable | None = None
        self._rows: dict[type_of_key, KeptReturn] = {}
        self._used: set[type_of_key] = set()
        self._added: set[type_of_key] = set()

    @classmethod
    def by_user(cls) -> Self:
        """What is kept in the user's own cache folder; nothing from run to run where returns are not to be kept."""
        return cls(users_folder() if KeptKind.RETURNS.is_kept else None)

    def get(self, key: type_of_key) -> KeptReturn | None:
        """What is kept under a key."""
        self._used.add(key)
        if key not in self._rows and self._table and (found := self._table.get(key)):
            self._rows[key] = found
        return self._rows.get(key)

    def put(self, key: type_of_key, row: KeptReturn) -> None:
        """Keep something under a key, in place of what was there."""
        self._rows[key] = row
        self._used.add(key)
        self._added.add(key)

    def __enter__(self) -> Self:
        self._used.clear()
        if self._folder:
            with suppress(ImportError):  # some systems' Python has no SQLite
                from generator.cache.table import KeptTable

                self._table = KeptTable(self._folder / FILE)
        return self

    def __exit__(self, *_: object) -> None:
        self._rows = {key: row for key, row in self._rows.items() if key in self._used}
        if self._table:
            self._table.save({key: self._rows[key] for key in self._added})
            self._table.close()
        self._table = None
        self._added.clear()
