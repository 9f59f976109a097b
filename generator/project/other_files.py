"""What lies among a quarter's returns and is no workbook: told of, so that nobody's return is passed over."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.model.period import Period
from generator.model.problem import Place, Problem, few, problem
from generator.project.folder import ROUND_DAYS, WORKBOOKS, Project
from generator.xlsx import FILE_BYTES, Fault, Unreadable, read_book


class _Kind(NamedTuple):
    """What a file is, and what is to be done about it."""

    what: str
    advice: str


_SAVE_AS = "open it in Excel, choose Save As, and save it as an Excel Workbook (.xlsx)"
_IF_NOT = "if not, take it out of the folder."
_COPY = f"If it is somebody's return, copy its answers into their form; {_IF_NOT}"
_RENAME = "Give the file the end of its name again (.xlsx), so that it is read."

_DOCUMENT, _PDF = _Kind("a text document", _COPY), _Kind("a PDF file", _COPY)
_PICTURE = _Kind("a picture", f"If it shows somebody's answers, type them into their form; {_IF_NOT}")
_EMAIL = _Kind("an e-mail", f"If a return is attached to it, save that here; if it is one, copy its answers; {_IF_NOT}")
_PAGE = _Kind("a web page", f"If it is a return that was saved as one, {_SAVE_AS}; {_IF_NOT}")
_TEXT = _Kind("plain text", _COPY)
_LINK = _Kind(
    "a link to something that lies elsewhere",
    "Open what it leads to, save that as an Excel Workbook (.xlsx), and put it here in place of the link.",
)
_OTHER_SHEET = _Kind(
    "a table of another program", f"If it is somebody's return, {_SAVE_AS}, or copy its answers; {_IF_NOT}"
)
_PRESENTATION = _Kind("a presentation", _COPY)

_KINDS = {
    **dict.fromkeys((".docx", ".docm", ".doc", ".dotx", ".dot", ".odt", ".rtf", ".pages", ".wps"), _DOCUMENT),
    **dict.fromkeys((".pdf", ".xps"), _PDF),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".webp"), _PICTURE),
    **dict.fromkeys((".msg", ".eml", ".emlx"), _EMAIL),
    **dict.fromkeys((".html", ".htm", ".mht", ".mhtml", ".xhtml"), _PAGE),
    **dict.fromkeys((".txt", ".md", ".prn", ".log"), _TEXT),
    **dict.fromkeys((".url", ".webloc", ".lnk", ".gsheet", ".gdoc", ".desktop", ".website"), _LINK),
    **dict.fromkeys((".dif", ".slk", ".dbf", ".wk1", ".ots", ".sxc", ".accdb", ".mdb"), _OTHER_SHEET),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key"), _PRESENTATION),
}
"""What an officer may answer in, or send an answer with, in place of the form, by how its name ends."""

_LOCKED = _Kind(
    "an encrypted workbook or document whose name does not say which",
    "If it is somebody's return, have it saved without a password, and without a label that encrypts, as .xlsx.",
)

_BY_FAULT = {
    Fault.EMPTY: _Kind("an empty file", "Copy it again from where it came from, or take it out of the folder."),
    Fault.WEB_PAGE: _PAGE,
    Fault.PLAIN_TEXT: _TEXT,
    Fault.NOT_A_WORKBOOK: _Kind("{detail}", _COPY),
    Fault.OLD_EXCEL: _Kind("a workbook in another format of Excel, {detail}", f"If it is a return, {_SAVE_AS}."),
    Fault.OPEN_DOCUMENT: _Kind("an OpenDocument spreadsheet", f"If it is a return, {_SAVE_AS}."),
    **dict.fromkeys((Fault.PASSWORD, Fault.LABEL), _LOCKED),
    Fault.PACKED: _Kind("an archive", "Unpack it, and put the workbooks that are in it into the folder."),
}
"""The same of a file whose name does not tell, by why its bytes are no workbook; any other may be one."""

_A_WORKBOOK = _Kind("an Excel workbook whose name does not say so", _RENAME)
_UNKNOWN = _Kind("a file of an unknown kind", _COPY)
_MAY_BE_WORKBOOKS = (b"PK\3\4", bytes.fromhex("D0CF11E0"))
_START = 4096

_OF_THE_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx"})
_PARTS_OF_A_PAGE = ("_files", ".fld", "-dateien", "_archivos")
"""How folders end in which programs put the pictures of a web page that they save."""


def not_read(project: Project, period: Period) -> Iterator[Problem]:
    """Tell of files among a quarter's returns that are no workbooks, and of folders that cannot be opened."""
    top = project.returns_folder(period)
    closed: list[OSError] = []
    found: list[Problem] = []
    for folder, folders, files in os.walk(top, onerror=closed.append):
        for path in (Path(folder) / name for name in folders):
            if path.is_symlink():  # it may lead to anywhere, and back to here
                yield problem("FILE31", Place(project.relative(path)), period_word=period.word)
        folders[:] = sorted(each for each in folders if not (_is_left_alone(each) or _is_no_folder(each)))
        for name in sorted(files):
            path = Path(folder) / name
            is_ours = path == top / ROUND_DAYS
            if not (is_ours or _is_left_alone(name)) and path.suffix.lower() not in WORKBOOKS:
                kind = _kind_of(path)
                found.append(problem("FILE17", Place(project.relative(path)), what=kind.what, advice=kind.advice))
    yield from few(found)
    for error in closed:
        if not isinstance(error, FileNotFoundError):
            place = Place(project.relative(Path(error.filename or top)))
            yield problem("FILE18", place, detail=error.strerror or error)


def _is_left_alone(name: str) -> bool:
    """Whether a file or folder is the system's, or a program's lock on another."""
    return name.startswith(("~$", ".")) or name.lower() in _OF_THE_SYSTEM


def _is_no_folder(name: str) -> bool:
    """Whether a folder belongs to a file that is told of: a web page's pictures, or what a Mac shows as one file."""
    return name.lower().endswith(_PARTS_OF_A_PAGE) or Path(name).suffix.lower() in WORKBOOKS


def _kind_of(path: Path) -> _Kind:
    known = _KINDS.get(path.suffix.lower())
    if known:
        return known
    try:
        data = _bytes_of(path)
        read_book(data)
    except Unreadable as error:
        kind = _BY_FAULT.get(error.fault, _UNKNOWN)
        return kind._replace(what=kind.what.format(detail=error.detail))
    except OSError:
        return _UNKNOWN
    return _A_WORKBOOK


def _bytes_of(path: Path) -> bytes:
    """Read a file that may be a workbook, and of any other its start. Raises OSError; a pipe is never opened."""
    if not path.is_file():
        raise OSError
    with path.open("rb") as file:
        start = file.read(_START)
        return start + file.read(FILE_BYTES) if start.startswith(_MAY_BE_WORKBOOKS) else start
