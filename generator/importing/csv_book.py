"""A table as comma-separated values, or with semicolons or tabs between, as a workbook of one sheet of texts."""

import csv
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.xlsx import Book, Cell, CellKind, Sheet

MOST_CELLS = 120_000
"""As many as a list in a workbook may have."""

_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 50
"""Lines by which it is told what stands between the cells."""


class NotATableError(ValueError):
    """The text is no table, or too large a one; the words say which."""


def csv_book(data: bytes, name: str) -> Book:
    """The table in a text file, in a sheet that is called ``name``. Raises NotATableError."""
    text = _decoded(data)
    delimiter = _delimiter_of(text)
    if delimiter is None:
        raise NotATableError("plain text")
    cells: dict[tuple[int, int], Cell] = {}
    try:
        for place, cell in _cells(text, delimiter):
            cells[place] = cell
            if len(cells) > MOST_CELLS:
                raise NotATableError("too many cells")
    except csv.Error as error:
        raise NotATableError(f"a text that is no table ({error})") from None
    return Book((Sheet(name, "visible", _frozen(cells)),), ())


def _frozen(cells: dict[tuple[int, int], Cell]) -> Mapping[tuple[int, int], Cell]:
    return MappingProxyType(cells)


def _decoded(data: bytes) -> str:
    """Its text: UTF-8 or UTF-16 by its mark, else what Excel for Windows saves."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _delimiter_of(text: str) -> str | None:
    """What stands between cells: of what most lines have, that which they have most often."""
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]
    counts = {each: [line.count(each) for line in lines] for each in _DELIMITERS}
    usual = {each: sum(map(bool, found)) * 2 > len(lines) and sum(found) for each, found in counts.items()}
    best = max(_DELIMITERS, key=lambda each: usual[each])
    return best if usual[best] else None


def _cells(text: str, delimiter: str) -> Iterator[tuple[tuple[int, int], Cell]]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    for row, values in enumerate(reader, 1):
        for column, value in enumerate(values, 1):
            if value.strip():
                yield (row, column), Cell(row, column, CellKind.TEXT, value.strip())
