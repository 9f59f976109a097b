"""The cells of a worksheet that is written as programs write them, found without a call for every element.

Excel, LibreOffice and openpyxl write cells alike: few attributes, in a fixed order, and nothing inside but a formula
and a value or text. Where all of a sheet is like that, it is cut where its cells begin, and what a piece says is
remembered: most of a form's cells are those of every other form. Any other sheet, be it for a comment or a single
quotation mark, is left to be read element by element.
"""

import re
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from generator.xlsx.cells import Cell, CellKind, parse_ref, parse_row, plain_text
from generator.xlsx.limits import Unreadable
from generator.xlsx.markup import check_well_formed, read_part, remembered

_START, _END, _CELL = "<sheetData>", "</sheetData>", '<c r="'
_TEXT = r'<t(?: xml:space="preserve")?>[^<]*</t>'
_LOOKS = r'<rPr>(?:<(?!strike|vertAlign)[A-Za-z]+(?: [A-Za-z]+="[^"<>]*")*/>)*</rPr>'
"""A run that may be struck out, raised or lowered is read element by element."""

_ROWS = re.compile(r'(?:(?:</row>)?<row(?: [A-Za-z0-9:]+="[^"<>]*")*/?>)*+')
_PIECE = re.compile(
    r'([A-Z]+[0-9]+)"(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")?(?:/>|>'
    r"(<f(?:/| [^<>]*)?>(?:[^<]*</f>)?)?"
    rf"(<v>[^<]*</v>|<is>(?:{_TEXT}|<r>(?:{_LOOKS})?{_TEXT}</r>)*</is>)?"
    rf"</c>)({_ROWS.pattern})"
)
_NUMBERED_ROW = re.compile('<row r="([^"]+)"')
_LINK = re.compile(r"HYPERLINK\((?!(?:\"|&quot;)#)")
_RUN = re.compile(r"<[tv][^>]*>([^<]*)</[tv]>")
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([a-z]+));")
_ENTITIES = {"lt": "<", "gt": ">", "quot": '"', "apos": "'", "amp": "&"}
_OF_CELLS = ("row", "c", "f", "v", "is", "t", "rPh")

_PIECES_REMEMBERED, _SHORT = 4096, 256
"""How many pieces are remembered, and below how many characters."""


class Stored(NamedTuple):
    """What is stored for a cell that is not blank: texts of its own, or else a value, if any.

    ``is_rich`` is set where runs have fonts of their own; ``cell`` is the cell itself, where that can be told from this
    alone.
    """

    place: tuple[int, int]
    style: str
    type: str
    formula: bool
    value: str | None
    runs: tuple[str, ...]
    is_rich: bool
    cell: Cell | None


_DOUBTFUL = Stored((0, 0), "", "", formula=False, value=None, runs=(), is_rich=False, cell=None)
"""A cell without a possible reference, or with an impossible row or character after or in it."""


class Plain(NamedTuple):
    """The cells of a sheet as they are stored, in that order, and how many ``others`` there are: blanks and rows."""

    cells: list[Stored]
    others: int


def plain_cells(part: bytes, filled: int, blank: int) -> Plain | None:
    """The cells of a worksheet that is plain; None where it is not, or has more cells, or blanks, than given.

    Raises Unreadable as ``read_part`` does.
    """
    head, start, rest = part.decode("utf-8", "replace").partition(_START)
    rows, end, tail = rest.partition(_END)
    before, *pieces = rows.removesuffix("</row>").split(_CELL)
    hidden = "<!" in head or "<?" in head[1:]
    if not end or hidden or "\r" in rows or "xmlns" in rows or not _ROWS.fullmatch(before):
        return None
    if len(pieces) > filled + blank:
        return None
    alike = _remembered if len(pieces) <= _PIECES_REMEMBERED else _stored  # a long list has few cells of a form
    found = (alike(each) if len(each) < _SHORT else _stored(each) for each in pieces)
    try:
        cells = list(islice(filter(None, found), filled + 1))
    except _NotPlainError:
        return None
    check_well_formed(part)
    if not _has_no_other_cells(f"{head}{start}{end}{tail}".encode()):
        return None
    sound = len(cells) <= filled and _DOUBTFUL not in cells and _are_possible(before)
    return Plain(cells, len(pieces) - len(cells) + rows.count("<row")) if sound else None


@remembered
def _has_no_other_cells(outside: bytes) -> bool:
    """Whether the element that holds the rows is what it seems, and no row or cell stands outside it."""
    strays, holders = list[object](), list[object]()
    starts = {"sheetData": holders.append, **dict.fromkeys(_OF_CELLS, strays.append)}
    read_part(outside, "worksheet", starts, {})
    return len(holders) == 1 and not strays


class _NotPlainError(Exception):
    """A piece is not written as programs write cells."""


def _stored(piece: str) -> Stored | None:
    """What a piece, from where one cell begins to the next, stores; None for a blank. Raises _NotPlainError."""
    match = _PIECE.fullmatch(piece)
    if not match:
        raise _NotPlainError
    ref, style, kind, formula, content, rows = match.groups("")
    try:
        place, runs = parse_ref(ref), _runs_of(content)
    except (Unreadable, LookupError, ValueError, OverflowError):
        return _DOUBTFUL
    if _tells_more(formula):
        raise _NotPlainError
    if rows and not _are_possible(rows):
        return _DOUBTFUL
    if not runs and not formula:
        return None
    if content.startswith("<v"):
        return Stored(place, style or "0", kind or "n", bool(formula), runs[0], (), is_rich=False, cell=None)
    cell = _own_text(place, "".join(runs)) if kind == "inlineStr" and not formula else None
    return Stored(place, style or "0", kind or "n", bool(formula), None, runs, "<rPr>" in content, cell)


def _tells_more(formula: str) -> bool:
    """Whether a formula leads out of the workbook, or shows a picture; the form's own lead to places in it."""
    return "IMAGE(" in formula or "IMG(" in formula or _LINK.search(formula) is not None


_remembered = lru_cache(maxsize=_PIECES_REMEMBERED)(_stored)


def _own_text(place: tuple[int, int], stored: str) -> Cell | None:
    known = stored and len(stored) < _SHORT and plain_text(stored) == stored
    return Cell(*place, CellKind.TEXT, stored) if known else None


def _are_possible(rows: str) -> bool:
    try:
        return all(parse_row(number) for number in _NUMBERED_ROW.findall(rows))
    except Unreadable:
        return False


def _runs_of(content: str) -> tuple[str, ...]:
    """The texts of a cell's content, or its value, as a parser would find them."""
    found = _RUN.findall(content)
    return tuple(map(unescaped, found)) if "&" in content else tuple(found)


def unescaped(text: str) -> str:
    """Undo the escapes of markup, as a parser would. Raises LookupError, ValueError, OverflowError for what is none."""
    return _REFERENCE.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    return _ENTITIES[name] if name else chr(int(hexadecimal or decimal, 16 if hexadecimal else 10))
