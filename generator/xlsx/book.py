"""A workbook as it is read: its sheets with their cells, and its defined names.

Written for returns from many hands rather than taken from a library: no file, however broken, may stop a run or be
half read in silence, and number formats, errors and formulas without results must not be lost.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from generator.xlsx.archive import Archive
from generator.xlsx.cells import Cell, parse_ref
from generator.xlsx.extras import NOTHING, Beside, Extra, ExtrasReader, Sort
from generator.xlsx.file_kinds import kind_of_archive
from generator.xlsx.limits import NAMES, SHEETS, Allowance, Fault, Unreadable
from generator.xlsx.links import PartLink, part_links_of
from generator.xlsx.markings import Markings, Merged, markings_of, merged_cells
from generator.xlsx.markup import read_part, relationship_id, remembered
from generator.xlsx.own_sheets import Own, strange_cells
from generator.xlsx.shared_parts import Shared, Strings, Styles, Text, read_strings, whole
from generator.xlsx.worksheet import WorksheetReader

_BINARY_BOOK, _OTHER_FOLDERS = "xl/workbook.bin", ("word/", "ppt/")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_STATES = {"hidden", "veryHidden"}
_RANGE = re.compile(
    r"(?:'((?:[^'\[\]:]|'')+)'|([^\s'!\[\]:,;()&#\"]+))!"
    r"(\$?[A-Za-z]+\$?[0-9]+)(?::(\$?[A-Za-z]+\$?[0-9]+))?"
)

_RANGE_CHARACTERS = 128
"""No range with its sheet is longer: a sheet's name has 31 characters, in which quotation marks count twice."""


class Sheet(NamedTuple):
    """A sheet; ``state`` is "visible", "hidden" or "veryHidden", and blank cells are absent. A chart has no cells."""

    name: str
    state: str
    cells: Mapping[tuple[int, int], Cell]
    beside: Beside = NOTHING
    merged: tuple[Merged, ...] = ()
    """Its merged cells, where they were asked for."""


class DefinedName(NamedTuple):
    """A name for cells, of the workbook or (``sheet``) of one sheet.

    ``first`` and ``last`` are the corners of the range as (row, column); with ``target_sheet``, they are None where
    the name is not for a plain range, such as ``#REF!`` or a formula.
    """

    name: str
    sheet: str | None
    target_sheet: str | None = None
    first: tuple[int, int] | None = None
    last: tuple[int, int] | None = None


class Book(NamedTuple):
    """A workbook, its sheets in the order of their tabs."""

    sheets: tuple[Sheet, ...]
    names: tuple[DefinedName, ...]


_NO_CELLS: Mapping[tuple[int, int], Cell] = MappingProxyType({})


class SheetsWanted(NamedTuple):
    """What is wanted of a workbook.

    Of sheets named in ``unread`` nothing is, of those in ``own`` the cells that are strange there; ``beside``, whether
    also what sheets hold beside their cells is wanted; ``merged``, whether also which cells are merged.
    """

    unread: Collection[str] = ()
    own: Mapping[str, Own] = MappingProxyType({})
    beside: bool = False
    merged: bool = False


CELLS_ALONE = SheetsWanted()


def read_book(data: bytes, wanted: SheetsWanted = CELLS_ALONE, room: int = 1) -> Book:
    """Read the bytes of an .xlsx or .xlsm file; macros and links to other files are passed over.

    ``room`` is how many times what a return may hold it may hold.

    Raises Unreadable, and nothing else, whatever the bytes.
    """
    archive = Archive(data, room)
    main = _main_part(archive)
    contents = _contents(archive.read(main))
    links = part_links_of(archive, main)
    text = Text(room)
    strings, styles = _common_part(archive, links, "sharedStrings"), _common_part(archive, links, "styles")
    shared = Shared(
        Strings() if strings is None else read_strings(strings, text, room),
        text,
        Styles() if styles is None else _styles(styles),
        contents.from_1904,
    )
    sheets = tuple(
        _sheets(archive, contents.sheets, links, WorksheetReader(shared, room), wanted, shared.strings.texts)
    )
    return Book(sheets, tuple(_defined_name(each, sheets) for each in contents.names))


def check_kind(data: bytes) -> None:
    """Look what kind of file bytes are, and no further. Raises Unreadable where they are no .xlsx or .xlsm."""
    _main_part(Archive(data))


_styles = remembered(Styles)


def _main_part(archive: Archive) -> str:
    """The name of the part that lists the sheets. Raises Unreadable for archives that are not workbooks."""
    if "mimetype" in archive and archive.read("mimetype").startswith(_OPEN_DOCUMENT):
        raise Unreadable(Fault.OPEN_DOCUMENT, "an OpenDocument spreadsheet")
    for link in part_links_of(archive, "").values():
        if link.type == "officeDocument" and not (part := link.part()).startswith(_OTHER_FOLDERS):
            if part.endswith(".bin") or (part not in archive and _BINARY_BOOK in archive):
                break
            return part
    raise kind_of_archive(archive.names)


def _common_part(archive: Archive, links: Mapping[str, PartLink], kind: str) -> bytes | None:
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


def _sheets(
    archive: Archive,
    listed: Sequence[_Listed],
    links: Mapping[str, PartLink],
    reader: WorksheetReader,
    wanted: SheetsWanted,
    strings: Sequence[str],
) -> Iterator[Sheet]:
    """Read the cells of all sheets, which must be readable, and then what stands beside them.

    A sheet that nothing in the file belongs to has no cells: some programs leave such behind.
    """
    if not any(each.link in links for each in listed):
        raise Unreadable(Fault.DAMAGED, "a sheet is missing")
    read: list[tuple[str, Mapping[tuple[int, int], Cell], Markings | None, tuple[Merged, ...]]] = []
    for each in listed:
        link = links.get(each.link)
        if link is None or link.type != "worksheet" or each.name in wanted.unread:
            read.append(("", _NO_CELLS, None, ()))
            continue
        part, own = archive.read(link.part()), wanted.own.get(each.name)
        cells = strange_cells(part, strings, reader.read, own) if own else reader.read(part)
        marked = markings_of(part, plain=reader.was_plain) if wanted.beside and not own else None
        merged = merged_cells(part) if wanted.merged else ()
        read.append((link.part(), MappingProxyType(cells), marked, merged))
    extras = ExtrasReader(archive) if wanted.beside else None
    for each, (name, cells, marked, merged) in zip(listed, read, strict=True):
        beside = extras.read(name, cells, marked) if extras and name else _beside(links.get(each.link), wanted)
        yield Sheet(each.name, each.state, cells, beside, merged)


def _beside(link: PartLink | None, wanted: SheetsWanted) -> Beside:
    """Tell of a sheet that has no cells to read: one that is not in the file, a chart, or macros."""
    if not wanted.beside or (link and link.type == "worksheet"):
        return NOTHING
    sort = Sort.NO_CONTENT if link is None else Sort.CHART if link.type == "chartsheet" else Sort.MACROS
    return Beside((Extra(sort),))


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
