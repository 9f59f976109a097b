"""A workbook as it is read: its sheets with their cells, and its defined names.

Written for returns from many hands rather than taken from a library: no file, however broken, may stop a run or be
half read in silence, and number formats, errors and formulas without results must not be lost.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from generator.xlsx.archive import Archive
from generator.xlsx.cells import Cell, parse_ref
from generator.xlsx.limits import NAMES, SHEETS, Allowance, Fault, Unreadable
from generator.xlsx.markup import read_part, relationship_id, remembered
from generator.xlsx.shared_parts import Shared, Strings, Styles, Text, read_strings, whole
from generator.xlsx.worksheet import WorksheetReader

_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_STATES = {"hidden", "veryHidden"}
_RANGE = re.compile(r"(?:'((?:[^'\[\]:]|'')+)'|([^\s'!\[\]:,;()&#\"]+))!(\$?[A-Z]+\$?[0-9]+)(?::(\$?[A-Z]+\$?[0-9]+))?")

_RANGE_CHARACTERS = 128
"""No range with its sheet is longer: a sheet's name has 31 characters, in which quotation marks count twice."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet; ``state`` is "visible", "hidden" or "veryHidden", and blank cells are absent. A chart has no cells."""

    name: str
    state: str
    cells: Mapping[tuple[int, int], Cell]


@dataclass(frozen=True, slots=True)
class DefinedName:
    """A name for cells, of the workbook or (``sheet``) of one sheet.

    ``first`` and ``last`` are the corners of the range as (row, column); with ``target_sheet``, they are None where
    the name is not for a plain range, such as ``#REF!`` or a formula.
    """

    name: str
    sheet: str | None
    target_sheet: str | None = None
    first: tuple[int, int] | None = None
    last: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook, its sheets in the order of their tabs."""

    sheets: tuple[Sheet, ...]
    names: tuple[DefinedName, ...]


def read_book(data: bytes, unread: Collection[str] = (), room: int = 1) -> Book:
    """The workbook in the bytes of an .xlsx or .xlsm file, without its macros and its links to other files.

    Sheets named in ``unread`` come without cells. ``room`` multiplies the limits of bytes, cells and texts (limits.py).

    Raises Unreadable, and nothing else, whatever the bytes.
    """
    archive = Archive(data, room)
    main = _main_part(archive)
    contents = _contents(archive.read(main))
    links = _links(archive, main)
    text = Text(room)
    strings, styles = _common_part(archive, links, "sharedStrings"), _common_part(archive, links, "styles")
    shared = Shared(
        Strings() if strings is None else read_strings(strings, text, room),
        text,
        Styles() if styles is None else _styles(styles),
        contents.from_1904,
    )
    reader = WorksheetReader(shared, room)
    sheets = tuple(_sheet(archive, reader, listed, links, unread) for listed in contents.sheets)
    return Book(sheets, tuple(_defined_name(each, sheets) for each in contents.names))


_styles = remembered(Styles)


class _Link(NamedTuple):
    """A relationship of one part to another, by the last word of its type."""

    type: str
    folder: str
    target: str
    external: bool

    def part(self) -> str:
        """The name of the part that it leads to. Raises Unreadable (UNSAFE) where that is outside the file."""
        path = self.target if self.target.startswith("/") else f"{self.folder}/{self.target}"
        steps: list[str] = []
        for step in path.split("/"):
            if self.external or (step == ".." and not steps):
                raise Unreadable(Fault.UNSAFE, "a part of the workbook is outside the file")
            if step == "..":
                steps.pop()
            elif step not in {"", "."}:
                steps.append(step)
        return "/".join(steps)


def _links(archive: Archive, part: str) -> dict[str, _Link]:
    """The relationships of a part by their id; those of the whole package for ""."""
    folder, _, name = part.rpartition("/")
    where = f"{folder}/_rels/{name}.rels".lstrip("/")
    found = _relationships(archive.read(where)) if where in archive else ()
    return {
        each.get("Id", ""): _Link(
            each.get("Type", "").rpartition("/")[2],
            folder,
            each.get("Target", ""),
            each.get("TargetMode") == "External",
        )
        for each in found
    }


@remembered
def _relationships(part: bytes) -> tuple[Mapping[str, str], ...]:
    found: list[Mapping[str, str]] = []
    read_part(part, "Relationships", {"Relationship": found.append}, {})
    return tuple(found)


def _main_part(archive: Archive) -> str:
    """The name of the part that lists the sheets. Raises Unreadable for archives that are not workbooks."""
    if "mimetype" in archive and archive.read("mimetype").startswith(_OPEN_DOCUMENT):
        raise Unreadable(Fault.OPEN_DOCUMENT, "an OpenDocument spreadsheet")
    for link in _links(archive, "").values():
        if link.type == "officeDocument":
            part = link.part()
            if part.endswith(".bin"):
                raise Unreadable(Fault.NOT_A_WORKBOOK, "a binary workbook (.xlsb)")
            return part
    raise Unreadable(Fault.NOT_A_WORKBOOK, "a zip archive without a workbook")


def _common_part(archive: Archive, links: Mapping[str, _Link], kind: str) -> bytes | None:
    """A part that a workbook may do without; None where it does."""
    for link in links.values():
        if link.type == kind and not link.external and (part := link.part()) in archive:
            return archive.read(part)
    return None


class _Listed(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    state: str
    link: str


class _Named(NamedTuple):
    """A defined name as it is stored; ``scope`` is the position of a sheet."""

    name: str
    scope: int | None
    meaning: str


@remembered
def _contents(part: bytes) -> "_Contents":
    return _Contents(part)


class _Contents:
    """The workbook's lists of sheets and names."""

    def __init__(self, part: bytes) -> None:
        self.sheets: list[_Listed] = []
        self.names: list[_Named] = []
        self.from_1904 = False
        self._sheets_left, self._names_left = Allowance(SHEETS, "sheets"), Allowance(NAMES, "defined names")
        self._name: Mapping[str, str] = {}
        starts = {"workbookPr": self._set_up, "sheet": self._add_sheet, "definedName": self._start_name}
        read_part(part, "workbook", starts, {"definedName": self._end_name}, wrong_root=Fault.NOT_A_WORKBOOK)
        if not self.sheets:
            raise Unreadable(Fault.DAMAGED, "the workbook has no sheets")

    def _set_up(self, attributes: Mapping[str, str]) -> None:
        self.from_1904 = attributes.get("date1904") in {"1", "true"}

    def _add_sheet(self, attributes: Mapping[str, str]) -> None:
        self._sheets_left.take()
        state = attributes.get("state", "")
        state = state if state in _STATES else "visible"
        self.sheets.append(_Listed(attributes.get("name", ""), state, relationship_id(attributes)))

    def _start_name(self, attributes: Mapping[str, str]) -> None:
        self._names_left.take()
        self._name = attributes

    def _end_name(self, text: str) -> None:
        scope = whole(self._name.get("localSheetId", ""))
        self.names.append(_Named(self._name.get("name", ""), scope, text))


def _sheet(
    archive: Archive, reader: WorksheetReader, listed: _Listed, links: Mapping[str, _Link], unread: Collection[str]
) -> Sheet:
    link = links.get(listed.link)
    if link is None:
        raise Unreadable(Fault.DAMAGED, "a sheet is missing")
    wanted = link.type == "worksheet" and listed.name not in unread
    cells = reader.read(archive.read(link.part())) if wanted else {}
    return Sheet(listed.name, listed.state, MappingProxyType(cells))


def _defined_name(named: _Named, sheets: tuple[Sheet, ...]) -> DefinedName:
    scope = sheets[named.scope].name if named.scope is not None and named.scope < len(sheets) else None
    target = _plain_range(named.meaning) if len(named.meaning) <= _RANGE_CHARACTERS else None
    return DefinedName(named.name, scope, *target) if target else DefinedName(named.name, scope)


@lru_cache(maxsize=512)  # forms of one kind name the same cells
def _plain_range(meaning: str) -> tuple[str, tuple[int, int], tuple[int, int]] | None:
    """The sheet of a range and its corners, as (row, column); None where something else is meant."""
    match = _RANGE.fullmatch(meaning.strip())
    if not match:
        return None
    quoted, bare, start, end = match.groups()
    try:
        corners = [parse_ref(ref.replace("$", "")) for ref in (start, end or start)]
    except Unreadable:  # a name for no cell is no reason to refuse the sheets
        return None
    (top, bottom), (left, right) = map(sorted, zip(*corners, strict=True))
    return quoted.replace("''", "'") if quoted else bare, (top, left), (bottom, right)
