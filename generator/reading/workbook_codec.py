"""An opened workbook as a line of plain data, to hand from one process to another; and back again."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from generator.cache.program_version import version_of
from generator.reading.opened_workbook import book_in
from generator.xlsx import NOTHING, Beside, Book, Cell, CellKind, DefinedName, Extra, Fault, Sheet, Sort, Unreadable

_KINDS = {kind.value[0]: (kind, False) for kind in CellKind} | {
    kind.value[0].upper(): (kind, True) for kind in CellKind
}
"""By a small letter for what was typed, by a capital for a formula's result."""

_LETTERS = {what: letter for letter, what in _KINDS.items()}

type_of_columns = tuple[list[int], list[int], str, list[str]]
"""The rows of cells, their columns, their kinds as letters, and their texts."""

type_of_more = tuple[int, int, str, str | None, bool, str | None, str, list[str], list[str]]
"""Where a cell is, and its text, number, whether it is a percentage, date, number format, and marked pieces."""

type_of_beside = tuple[list[tuple[Any, ...]], list[int], list[int]]
"""What is beside the cells, as sort, row, column and text; and the rows and columns that are hidden."""

_CELLS_SHARED, _SHORT = 4096, 256
"""How many cells are shared by the workbooks that have them, and below how many characters."""


def book_as_data(book: Book | Unreadable) -> bytes:
    """Write what a workbook was found to hold, or why it cannot be read."""
    found: object
    if isinstance(book, Unreadable):
        found = {"fault": book.fault.value, "detail": book.detail}
    else:
        names = [(each.name, each.sheet, each.target_sheet, each.first, each.last) for each in book.names]
        found = {"sheets": [_stored(each) for each in book.sheets], "names": names}
    text = json.dumps(found, separators=(",", ":"), default=str, ensure_ascii=False)  # escapes would be thrice as long
    return text.encode("utf-8", "surrogatepass")


def book_from_data(data: bytes) -> Book | Unreadable:
    """Read what ``book_as_data`` wrote. Raises one of the codec's UNSOUND for anything else."""
    found = json.loads(data.decode("utf-8", "surrogatepass"))
    if "fault" in found:
        return Unreadable(Fault(found["fault"]), found["detail"])
    names = tuple(
        DefinedName(name, scope, target, _corner(first), _corner(last))
        for name, scope, target, first, last in found["names"]
    )
    return Book(tuple(_sheet(*each) for each in found["sheets"]), names)


def open_as_data(workbooks: Sequence[bytes], version: str | None = None) -> list[bytes]:
    """Open workbooks, in whatever process this runs: bytes in, bytes out, and nothing else is needed or changed.

    Raises ValueError where it is another version of the reader that is asked.
    """
    if version not in {None, reader_version()}:
        raise ValueError("this is another version of the reader")
    return [book_as_data(book_in(each)) for each in workbooks]


@lru_cache(maxsize=1)
def reader_version() -> str:
    """Name the reader by its sources and Python, so that what another version finds is never taken for this one's."""
    return version_of("model", "xlsx", "forms", "reading")


def _stored(sheet: Sheet) -> tuple[object, ...]:
    """A sheet column by column; what is more about a cell than a short text is aside."""
    if not sheet.cells:
        return (sheet.name, sheet.state, ([], [], "", []), [], _beside_as_data(sheet.beside))
    rows, columns, kinds, texts, numbers, _, _, formulas, codes, struck, raised = zip(
        *sheet.cells.values(), strict=True
    )
    letters = "".join(map(_LETTERS.__getitem__, zip(kinds, formulas, strict=True)))
    looks = zip(texts, numbers, codes, struck, raised, strict=True)
    more = [
        at for at, (text, number, *look) in enumerate(looks) if number is not None or len(text) >= _SHORT or any(look)
    ]
    short, cells = list(texts), tuple(sheet.cells.values())
    for at in more:
        short[at] = ""
    aside = [(*cells[at][:2], *cells[at][3:7], *cells[at][8:]) for at in more]
    return (sheet.name, sheet.state, (rows, columns, letters, short), aside, _beside_as_data(sheet.beside))


def _beside_as_data(beside: Beside) -> tuple[object, ...] | None:
    if beside is NOTHING:
        return None
    extras = [(each.sort.value, *each[1:]) for each in beside.extras]
    return (extras, sorted(beside.hidden_rows), sorted(beside.hidden_columns))


def _beside(stored: type_of_beside | None) -> Beside:
    if stored is None:
        return NOTHING
    extras, rows, columns = stored
    found = tuple(Extra(Sort(sort), *others) for sort, *others in extras)
    return Beside(found, frozenset(rows), frozenset(columns))


def _sheet(
    name: str, state: str, columns: type_of_columns, aside: list[type_of_more], beside: type_of_beside | None
) -> Sheet:
    cells = dict(map(_cell, *columns))
    for row, column, text, number, percent, day, code, struck, raised in aside:
        exact = None if number is None else Decimal(number)
        found = None if day is None else date.fromisoformat(day)
        cell = cells[row, column]
        shown = cell._replace(text=text, number=exact, percent=percent, date=found, code=code)
        cells[row, column] = shown._replace(struck=tuple(struck), raised=tuple(raised))
    return Sheet(name, state, MappingProxyType(cells), _beside(beside))


@lru_cache(maxsize=_CELLS_SHARED)  # the questions of a form are those of every other
def _cell(row: int, column: int, kind: str, text: str) -> tuple[tuple[int, int], Cell]:
    what, formula = _KINDS[kind]
    return (row, column), Cell(row, column, what, text, formula=formula)


def _corner(stored: list[int] | None) -> tuple[int, int] | None:
    return (stored[0], stored[1]) if stored else None
