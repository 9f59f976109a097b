"""The bytes of a file to be imported, and the workbook in them; what is in another format LibreOffice converts."""

from pathlib import Path

from generator.cache.conversion import as_workbooks
from generator.cache.libreoffice import find_libreoffice
from generator.importing.csv_book import NotATableError, csv_book
from generator.model.problem import Place, Problem, Unusable, problem
from generator.reading.other_formats import CONVERTED, in_format
from generator.reading.steady_file import NotOpenedError, read_steadily
from generator.reading.unreadable_files import unreadable
from generator.xlsx import FILE_BYTES, Book, Fault, SheetsWanted, Unreadable, read_book

ROOM = 6
"""How many times as much as a return a list may hold: 120,000 cells, and a million rows with formatting alone."""

_WANTED = SheetsWanted(beside=True, merged=True)
_SAID_OF_LISTS = {
    Fault.TOO_BIG: "IMP07",
    Fault.NOT_A_WORKBOOK: "IMP09",
    Fault.PACKED: "IMP09",
}
"""Faults whose remedy is another one for a list than for a return."""


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of a file; ``name`` is what messages call it. Raises Unusable."""
    try:
        return read_steadily(path, name, FILE_BYTES * ROOM)
    except NotOpenedError as error:
        is_too_big = error.problem.code == "FILE09"
        detail = dict(error.problem.facts).get("detail", "")
        raise Unusable([problem("IMP07", Place(name), detail=detail) if is_too_big else error.problem]) from None


def read_list(path: Path, name: str) -> Book:
    """The workbook in a file; ``name`` is what messages call it. Raises Unusable."""
    return workbook_in(read_bytes(path, name), path, name)


def workbook_in(data: bytes, path: Path, name: str) -> Book:
    """The workbook in a file's bytes. Raises Unusable."""
    try:
        return read_book(data, _WANTED, ROOM)
    except Unreadable as error:
        if error.fault is Fault.PLAIN_TEXT:
            return _table_in(data, path, name)
        if error.fault not in CONVERTED:
            raise Unusable([_told(name, error)]) from None
        return _converted(data, path, name, error)


def _table_in(data: bytes, path: Path, name: str) -> Book:
    try:
        return csv_book(data, path.stem)
    except NotATableError as error:
        raise Unusable([problem("IMP06", Place(name), detail=error)]) from None


def _told(name: str, error: Unreadable) -> Problem:
    rule = _SAID_OF_LISTS.get(error.fault)
    return problem(rule, Place(name), detail=error.detail) if rule else unreadable(name, error)


def _converted(data: bytes, path: Path, name: str, error: Unreadable) -> Book:
    """The workbook that LibreOffice makes of another format."""
    program, file = find_libreoffice(), in_format(error.fault, data, path.name)
    if program is None or file is None:
        raise Unusable([problem("IMP04", Place(name), detail=error.detail)])
    (made,) = as_workbooks(program, [file], FILE_BYTES * ROOM)
    if made is None:
        raise Unusable([problem("IMP05", Place(name), detail=error.detail)])
    try:
        return read_book(made, _WANTED, ROOM)
    except Unreadable as unread:
        raise Unusable([_told(name, unread)]) from None
