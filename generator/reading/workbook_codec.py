"""An opened workbook as a line of plain data, to hand to another process or to keep on disk; and back again."""

import hashlib
import json
import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.reading.opened_workbook import Opened, open_workbook
from generator.xlsx import (
    NOTHING,
    Beside,
    Book,
    Cell,
    DefinedName,
    Extra,
    Fault,
    Kind,
    Sheet,
    Sort,
    Unreadable,
)

_KINDS = {kind.value[0]: (kind, False) for kind in Kind} | {kind.value[0].upper(): (kind, True) for kind in Kind}
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


def opened_as_data(opened: Opened) -> bytes:
    """Write what a workbook was found to be, after a SHA-256 of what is written."""
    book = opened.book
    found: object
    if isinstance(book, Unreadable):
        found = {"sha256": opened.sha256, "fault": book.fault.value, "detail": book.detail}
    else:
        names = [(each.name, each.sheet, each.target_sheet, each.first, each.last) for each in book.names]
        found = {"sha256": opened.sha256, "sheets": [_stored(each) for each in book.sheets], "names": names}
    data = json.dumps(found, separators=(",", ":"), default=str).encode()
    return hashlib.sha256(data).hexdigest().encode() + data


def opened_from_data(data: bytes, sha256: str) -> Opened:
    """Read what ``opened_as_data`` wrote of the workbook with this hash. Raises ValueError for anything else."""
    check, text = data[:64], data[64:]
    if hashlib.sha256(text).hexdigest().encode() != check:
        raise ValueError("it is damaged")
    found = json.loads(text)
    if found["sha256"] != sha256:
        raise ValueError("it is of another workbook")
    if "fault" in found:
        return Opened(sha256, Unreadable(Fault(found["fault"]), found["detail"]))
    names = tuple(
        DefinedName(name, scope, target, _corner(first), _corner(last))
        for name, scope, target, first, last in found["names"]
    )
    return Opened(sha256, Book(tuple(_sheet(*each) for each in found["sheets"]), names))


def open_as_data(workbooks: Sequence[bytes], version: str | None = None) -> list[bytes]:
    """Open workbooks, in whatever process this runs: bytes in, bytes out, and nothing else is needed or changed.

    Raises ValueError where it is another version of the reader that is asked.
    """
    if version not in {None, reader_version()}:
        raise ValueError("this is another version of the reader")
    return [opened_as_data(open_workbook(each)) for each in workbooks]


@lru_cache(maxsize=1)
def reader_version() -> str:
    """Name the reader by its source and Python, so that what another version found is never taken for this one's."""
    package = Path(__file__).parents[1]
    ours = ("reading/opened_workbook.py", "reading/workbook_codec.py", "model/messages.py")
    rooms = (path for room in ("xlsx", "forms") for path in sorted((package / room).rglob("*.py")))
    sources = (path.read_bytes() for path in (*rooms, *map(package.joinpath, ours)))
    return hashlib.sha256(b"\0".join((sys.version.encode(), *sources))).hexdigest()[:16]


def _stored(sheet: Sheet) -> tuple[object, ...]:
    """Give a sheet column by column; what is more about a cell than a short text is aside."""
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
        cells[row, column] = cell._replace(text=text, number=exact, percent=percent, date=found, code=code)._replace(
            struck=tuple(struck), raised=tuple(raised)
        )
    return Sheet(name, state, MappingProxyType(cells), _beside(beside))


@lru_cache(maxsize=_CELLS_SHARED)  # the questions of a form are those of every other
def _cell(row: int, column: int, kind: str, text: str) -> tuple[tuple[int, int], Cell]:
    what, formula = _KINDS[kind]
    return (row, column), Cell(row, column, what, text, formula=formula)


def _corner(stored: list[int] | None) -> tuple[int, int] | None:
    return (stored[0], stored[1]) if stored else None
