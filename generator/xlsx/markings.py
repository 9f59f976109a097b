"""What a worksheet's own part says beside its cells: hidden rows and columns, links, headers, pictures in cells."""

import re
from collections.abc import Callable, Container, Mapping
from itertools import islice, product
from typing import NamedTuple

from generator.xlsx.cells import parse_ref, plain_text
from generator.xlsx.limits import Unreadable
from generator.xlsx.markup import read_part, relationship_id, remembered

_ROWS = b"sheetData"
_HEADER = re.compile(rb"(?:Header|Footer)>[^<]")
_HIDDEN_COLUMN = re.compile(rb"hidden=[\"'][1t]|width=[\"']0[.\"']")
_FORMULA = re.compile(
    r"(?:^|[^A-Z0-9_.])(?:_xlfn\.)?(HYPERLINK|IMAGE|DISPIMG)\(\s*+(?:\"((?:[^\"]|\"\")*+))?", re.IGNORECASE
)
_TRUE = {"1", "true"}
_MAY_HIDE = re.compile(rb' hidden="| ht="[0.]')
_ROW, _NUMBER = re.compile(rb"<row([^<>]*)>"), re.compile(rb'\sr="(\d+)"')
_ATTRIBUTE = re.compile(r'([A-Za-z0-9:]+)="([^"]*)"')

_HEADER_CODES = re.compile(
    r"&\"[^\"]*\"|&K[0-9A-Fa-f]{6}|&K\d\d[+-]\d{3}|&\d+|\w*\s*&P(?:\s*\w*\s*&N)?|&[NDTAFZ+-]|&[BIUSEXYOH]"
)
"""What a header says in codes: fonts, colours, the number of the page with the word before it, dates, names."""

_LOOKED_THROUGH = 200
"""How many cells of a link's range are looked through for one with words in it."""

_MOST = 1_000
"""More links, headers, merges and runs of hidden columns are not told of one sheet, nor more characters of a header."""

_OF_A_LABEL = "&1#"
"""Marks what a sensitivity label puts there by itself."""


class Marked(NamedTuple):
    """A link over a range of cells: the id of its target, and the place inside that target or this workbook."""

    first: tuple[int, int]
    last: tuple[int, int]
    link: str
    inside: str

    def within(self, cells: Container[tuple[int, int]]) -> tuple[int, int]:
        """The first cell of its range that has something in it."""
        rows, columns = (range(start, end + 1) for start, end in zip(self.first, self.last, strict=True))
        return next(filter(cells.__contains__, islice(product(rows, columns), _LOOKED_THROUGH)), self.first)


class Markings(NamedTuple):
    """What was found; places are rows and columns, and ``hidden_columns`` the first and last of each run of them."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    links: tuple[Marked, ...] = ()
    linking_formulas: tuple[tuple[tuple[int, int], str], ...] = ()
    picture_formulas: tuple[tuple[int, int], ...] = ()
    rich_values: tuple[tuple[int, int], ...] = ()
    headers: tuple[str, ...] = ()


def markings_of(part: bytes, *, plain: bool) -> Markings | None:
    """What a worksheet says beside its cells; None where a look tells that it says nothing of it.

    ``plain`` is a sheet whose rows are known to say nothing more than their cells, and which of them are hidden.
    """
    if not plain:
        return _Reader(part).found()
    start, end = part.find(_ROWS), part.rfind(_ROWS)
    head, rows, tail = part[:start], part[start:end], part[end:]
    has_header = b"eaderFooter" in tail and _HEADER.search(tail)
    may_hide = (b"hidden=" in head or b'width="0' in head) and _HIDDEN_COLUMN.search(head)
    hidden = _hidden_rows(rows) if _MAY_HIDE.search(rows) else frozenset[int]()
    if not (has_header or may_hide or hidden or b"hyperlink" in tail):
        return None
    return _beside_rows(b"%s%s></%s" % (head, _ROWS, tail))._replace(hidden_rows=hidden)


def _hidden_rows(rows: bytes) -> frozenset[int]:
    """The hidden rows among those of a plain sheet, whose tags have nothing but quoted attributes."""
    found: set[int] = set()
    row = 0
    for tag in _ROW.findall(rows):
        number = _NUMBER.search(tag)
        row = int(number[1]) if number else row + 1
        if _MAY_HIDE.search(tag) and _is_hidden(dict(_ATTRIBUTE.findall(tag.decode("utf-8", "replace")))):
            found.add(row)
    return frozenset(found)


def _is_hidden(row: Mapping[str, str]) -> bool:
    return row.get("hidden") in _TRUE or _is_zero(row.get("ht"))


class Merged(NamedTuple):
    """Cells that are merged into one: the first holds what they say. Places are rows and columns."""

    first: tuple[int, int]
    last: tuple[int, int]


def merged_cells(part: bytes) -> tuple[Merged, ...]:
    """The merged cells of a worksheet, in the order in which it lists them."""
    found: list[Merged] = []

    def note(attributes: Mapping[str, str]) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        if len(found) < _MOST:
            found.append(Merged(parse_ref(first), parse_ref(last or first)))

    if b"mergeCell" in part:
        read_part(part, "worksheet", {"mergeCell": note}, {})
    return tuple(found)


class _Reader:
    """Reads the whole part for them."""

    def __init__(self, part: bytes) -> None:
        self._row = self._column = 0
        self._rows: set[int] = set()
        self._columns: list[tuple[int, int]] = []
        self._links: list[Marked] = []
        self._linking: dict[tuple[int, int], str] = {}
        self._pictures: list[tuple[int, int]] = []
        self._rich: list[tuple[int, int]] = []
        self._headers: list[str] = []
        starts = {
            "row": self._start_row,
            "c": self._start_cell,
            "col": self._note_columns,
            "hyperlink": self._note_link,
        }
        lines = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
        ends: dict[str, Callable[[str], None]] = dict.fromkeys(lines, self._note_header)
        read_part(part, "worksheet", starts, {**ends, "f": self._note_formula})

    def found(self) -> Markings:
        """All that was found."""
        return Markings(
            frozenset(self._rows),
            tuple(self._columns),
            tuple(self._links),
            tuple(self._linking.items()),
            tuple(self._pictures),
            tuple(self._rich),
            tuple(dict.fromkeys(self._headers)),
        )

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        number = attributes.get("r", "")
        self._row, self._column = int(number) if number.isdigit() else self._row + 1, 0
        if _is_hidden(attributes):
            self._rows.add(self._row)

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        ref = attributes.get("r")
        self._row, self._column = parse_ref(ref) if ref else (self._row, self._column + 1)
        if attributes.get("vm") and attributes.get("t") == "e":
            self._rich.append((self._row, self._column))

    def _note_columns(self, attributes: Mapping[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        is_hidden = attributes.get("hidden") in _TRUE or _is_zero(attributes.get("width"))
        if is_hidden and first.isdigit() and last.isdigit() and len(self._columns) < _MOST:
            self._columns.append((int(first), int(last)))

    def _note_link(self, attributes: Mapping[str, str]) -> None:
        first, _, last = attributes.get("ref", "").replace("$", "").partition(":")
        try:
            corners = parse_ref(first), parse_ref(last or first)
        except Unreadable:
            return
        if len(self._links) < _MOST:
            self._links.append(Marked(*corners, relationship_id(attributes), attributes.get("location", "")))

    def _note_formula(self, text: str) -> None:
        for name, address in _FORMULA.findall(text):
            if name.upper() != "HYPERLINK":
                self._pictures.append((self._row, self._column))
            elif not address.startswith("#"):
                self._linking[self._row, self._column] = address.replace('""', '"')

    def _note_header(self, text: str) -> None:
        for section in re.split("&[LCR]", plain_text(text[:_MOST]).replace("&&", "\0")):
            words = "" if _OF_A_LABEL in section else _HEADER_CODES.sub("", section)
            words = " ".join(words.replace("&G", "picture").replace("\0", "&").split())
            if words and len(self._headers) < _MOST:
                self._headers.append(words)


@remembered
def _beside_rows(part: bytes) -> Markings:
    """What a sheet without its rows says: the forms of a quarter say the same there."""
    return _Reader(part).found()


def _is_zero(size: str | None) -> bool:
    return bool(size) and not size.strip("0.")  # type: ignore[union-attr]
