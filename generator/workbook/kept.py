"""An opened workbook as a line of plain data, to hand to another process or to keep on disk; and back again."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from generator.workbook.opened import Opened, open_workbook
from generator.workbook.xlsx import Book, Cell, DefinedName, Fault, Kind, Sheet, Unreadable

_KINDS = {kind.value: kind for kind in Kind}


def opened_as_data(opened: Opened) -> bytes:
    """Write what a workbook was found to be, after a SHA-256 of what is written."""
    book = opened.book
    found: object
    if isinstance(book, Unreadable):
        found = {"sha256": opened.sha256, "fault": book.fault.value, "detail": book.detail}
    else:
        sheets = [(each.name, each.state, [_stored(cell) for cell in each.cells.values()]) for each in book.sheets]
        names = [(each.name, each.sheet, each.target_sheet, each.first, each.last) for each in book.names]
        found = {"sha256": opened.sha256, "sheets": sheets, "names": names}
    data = json.dumps(found, separators=(",", ":")).encode()
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
    sheets = tuple(
        Sheet(name, state, MappingProxyType({(cell[0], cell[1]): _cell(*cell) for cell in cells}))
        for name, state, cells in found["sheets"]
    )
    names = tuple(
        DefinedName(name, scope, target, _corner(first), _corner(last))
        for name, scope, target, first, last in found["names"]
    )
    return Opened(sha256, Book(sheets, names))


def open_as_data(workbooks: Sequence[bytes], version: str | None = None) -> list[bytes]:
    """Open workbooks, in whatever process this runs: bytes in, bytes out, and nothing else is needed or changed.

    Raises ValueError where it is another version of the reader that is asked.
    """
    if version not in {None, reader_version()}:
        raise ValueError("this is another version of the reader")
    return [opened_as_data(open_workbook(each)) for each in workbooks]


@lru_cache(maxsize=1)
def reader_version() -> str:
    """Name the reader by its own source, so that what another version found is never taken for this one's."""
    folder = Path(__file__).parent
    sources = (*sorted((folder / "xlsx").glob("*.py")), folder / "form.py", folder / "opened.py", folder / "kept.py")
    return hashlib.sha256(b"\0".join(each.read_bytes() for each in sources)).hexdigest()[:16]


def _stored(cell: Cell) -> tuple[object, ...]:
    row, column, kind, text, number, percent, day, formula = cell
    if number is None and not formula:
        return (row, column, kind.value, text)
    return (
        row,
        column,
        kind.value,
        text,
        number if number is None else str(number),
        percent,
        day and str(day),
        formula,
    )


def _cell(row: int, column: int, kind: str, text: str, *rest: object) -> Cell:
    number, percent, day, formula = rest or (None, False, None, False)
    exact = None if number is None else Decimal(str(number))
    found = date.fromisoformat(str(day)) if day else None
    return Cell(row, column, _KINDS[kind], text, exact, bool(percent), found, bool(formula))


def _corner(stored: list[int] | None) -> tuple[int, int] | None:
    return (stored[0], stored[1]) if stored else None
