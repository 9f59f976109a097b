"""Codes for all measures: those of the list, made different where two are the same, and made up where there is none."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.importing.drafting.draft import DraftEntry, guessed, taken
from generator.importing.drafting.groups import ALL
from generator.importing.table.list_table import ListRow
from generator.model.measure import code_key
from generator.xlsx import Cell, CellKind


def codes_of(
    rows: Sequence[ListRow], label: str | None, titles: Sequence[str], groups: Sequence[str], kept: Mapping[str, str]
) -> tuple[DraftEntry, ...]:
    """A code for each row. ``kept`` has, by title, the codes that were made up before: they never change."""
    said = [row.cells.get(label) if label else None for row in rows]
    texts = [_as_shown(cell) if cell else "" for cell in said]
    used = {code_key(text) for text in texts if text} | {code_key(code) for code in kept.values()}
    made, first, waiting = _Numbers(used), dict[str, ListRow](), dict(kept)
    entries: list[DraftEntry] = []
    for row, cell, text, title, group in zip(rows, said, texts, titles, groups, strict=True):
        earlier = first.setdefault(code_key(text), row) if text else row
        if not text:
            code = waiting.pop(title, "") or made.code(group)
            entries.append(guessed(code, "The list has no code here; this one was made up, and is kept from now on."))
        elif earlier is not row:
            code = waiting.pop(title, "") or made.another(text)
            entries.append(
                guessed(code, f"“{text}” is the code of {_place(earlier, row)} too; two measures cannot share one.")
            )
        else:
            entries.append(_settled(cell, text))
    return tuple(entries)


def _place(row: ListRow, beside: ListRow) -> str:
    return f"row {row.number}{f' of the sheet {row.sheet}' if row.sheet != beside.sheet else ''}"


def _as_shown(cell: Cell) -> str:
    return " ".join(cell.shown.split()) if cell.kind in {CellKind.TEXT, CellKind.NUMBER, CellKind.DATE} else ""


def _settled(cell: Cell | None, text: str) -> DraftEntry:
    """A code as it is shown; Excel makes a number or a date of 1.10, 0012 and 1-2."""
    if cell is not None and cell.number is not None and (cell.date or cell.shown != cell.text):
        return guessed(
            text, f"Excel keeps this code as a number or a date; “{text}”, as it is shown, was taken as text."
        )
    return taken(text)


class _Numbers:
    """Makes codes up that nobody has yet."""

    def __init__(self, used: set[str]) -> None:
        self._used = used
        self._next = Counter[str]()

    def code(self, group: str) -> str:
        """The initials of a group and the next number: ``SD 01``."""
        words = (
            ["K", "P", "I"]
            if group == ALL
            else [
                word
                for word in re.findall(r"[A-Za-z0-9]+", group)
                if word.casefold() not in {"and", "of", "the", "for"}
            ]
        )
        prefix = "".join(word[0] for word in words[:4]).upper() or "M"
        return next(code for code in self._numbered(prefix) if self._takes(code))

    def another(self, code: str) -> str:
        """A code like another: ``PL-02-2``."""
        return next(each for number in range(2, 10_000) if self._takes(each := f"{code}-{number}"))

    def _numbered(self, prefix: str) -> Iterator[str]:
        while True:
            self._next[prefix] += 1
            yield f"{prefix} {self._next[prefix]:02d}"

    def _takes(self, code: str) -> bool:
        is_new = code_key(code) not in self._used
        self._used.add(code_key(code))
        return is_new
