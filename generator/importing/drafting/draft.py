"""A register as it is drafted from a list: each entry with where it came from, and what is to be said of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generator.importing.table.list_table import ListRow

type_of_value = Decimal | date | str | None


class How(StrEnum):
    """How an entry came about."""

    TAKEN = "taken"
    GUESSED = "guessed"
    OPEN = "left open"


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """What stands under a heading of the register; ``why`` is a sentence, needed for all but what was taken."""

    value: type_of_value = None
    how: How = How.TAKEN
    why: str = ""


EMPTY = DraftEntry()


def taken(value: type_of_value) -> DraftEntry:
    """What the list says."""
    return DraftEntry(value)


def guessed(value: type_of_value, why: str) -> DraftEntry:
    """What the list lets one think, and why."""
    return DraftEntry(value, How.GUESSED, why)


def left_open(why: str) -> DraftEntry:
    """What the list does not say, or not so that it can be read, and what to do."""
    return DraftEntry(None, How.OPEN, why)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A row of the register: ``entries`` by its headings, ``own`` the list's words under columns of the council's own.

    ``kept`` names the columns of the list whose words stand in the register otherwise, or not at all.
    """

    row: ListRow
    entries: Mapping[str, DraftEntry]
    kept: frozenset[str] = frozenset()

    def entry(self, heading: str) -> DraftEntry:
        """What stands under a heading; an empty entry for nothing."""
        return self.entries.get(heading, EMPTY)

    def text(self, heading: str) -> str:
        """The same as text; empty for nothing."""
        value = self.entry(heading).value
        return "" if value is None else str(value)

    def that_are(self, how: How) -> Iterator[tuple[str, DraftEntry]]:
        """The entries that came about so, with their headings."""
        return ((heading, entry) for heading, entry in self.entries.items() if entry.how is how and entry != EMPTY)
