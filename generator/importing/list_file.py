"""The bytes of a file to be imported, and the workbook in them; what is in another format LibreOffice converts."""

import subprocess
import tempfile
from pathlib import Path

from generator.cache.libreoffice import convert_files, find_libreoffice
from generator.importing.csv_book import NotATableError, csv_book
from generator.model.problem import Place, Problem, Unusable, problem
from generator.reading.steady_file import NotOpenedError, read_steadily
from generator.reading.unreadable_files import unreadable
from generator.xlsx import FILE_BYTES, Book, Fault, SheetsWanted, Unreadable, read_book

ROOM = 6
"""How many times as much as a return a list may hold: 120,000 cells, and a million rows with formatting alone."""

_WANTED = SheetsWanted(beside=True, merged=True)
_SECONDS = 120
"""What LibreOffice may take: it starts in a few, and converts a list in fewer."""

_CONVERTED = {Fault.OLD_EXCEL: (".xls", ".xlsb", ".xml"), Fault.OPEN_DOCUMENT: (".ods", ".fods")}
"""What LibreOffice converts, and how such files are called; the first is what others are called for it."""

_SAID_OF_LISTS = {
    Fault.TOO_BIG: "IMP07",
    Fault.NOT_A_WORKBOOK: "IMP09",
    Fault.PACKED: "IMP09",
}
"""Faults whose remedy is another one for a list than for a return."""


def read_list(path: Path, name: str) -> Book:
    """The workbook in a file; ``name`` is what messages call it. Raises Unusable."""
    try:
        data = read_steadily(path, name, FILE_BYTES * ROOM)
    except NotOpenedError as error:
        is_too_big = error.problem.code == "FILE09"
        detail = dict(error.problem.facts).get("detail", "")
        raise Unusable([problem("IMP07", Place(name), detail=detail) if is_too_big else error.problem]) from None
    try:
        return read_book(data, _WANTED, ROOM)
    except Unreadable as error:
        if error.fault is Fault.PLAIN_TEXT:
            return _table_in(data, path, name)
        if error.fault not in _CONVERTED:
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
    """The workbook that LibreOffice makes of another format, in a folder of its own that is gone afterwards."""
    program = find_libreoffice()
    if program is None:
        raise Unusable([problem("IMP04", Place(name), detail=error.detail)])
    endings = _CONVERTED[error.fault]
    ending = path.suffix.lower() if path.suffix.lower() in endings else endings[0]
    with tempfile.TemporaryDirectory() as scratch:
        given, made = Path(scratch, f"list{ending}"), Path(scratch, "made")
        made.mkdir()
        given.write_bytes(data)
        try:
            convert_files(program, [given], to="xlsx:Calc MS Excel 2007 XML", folder=made, seconds=_SECONDS)
            return read_book(read_steadily(made / "list.xlsx", name, FILE_BYTES * ROOM), _WANTED, ROOM)
        except (subprocess.SubprocessError, OSError, NotOpenedError) as failed:
            raise Unusable([problem("IMP05", Place(name), detail=type(failed).__name__)]) from None
        except Unreadable as unread:
            raise Unusable([_told(name, unread)]) from None
