"""Sheets whose texts are known beforehand: all that is wanted of them is what else stands there."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.xlsx.cells import Cell, parse_ref
from generator.xlsx.limits import Unreadable
from generator.xlsx.shared_parts import whole
from generator.xlsx.worksheet_fast import unescaped

type_of_text = tuple[int, int, str]
"""The row and column of a cell, and what it says."""

type_of_written = tuple[int, int, str | None, int]
"""The row and column of a cell, and what it says, or else which of the shared texts."""

_CELL = re.compile(
    r'<c r="([A-Z]+[0-9]+)"(?: s="[0-9]+")?(?: t="([A-Za-z]+)")?>'
    r'(?:<is><t(?: xml:space="preserve")?>([^<]*)</t></is>|<v>([^<]*)</v>)</c>'
)
_VALUE = re.compile(r"<[tv][ >]")
_RESULT = re.compile(r"(?:</f>|<f[^<>]*/>)<v>")
_SMALL, _REMEMBERED, _GLANCED = 32 * 1024, 96 * 1024, 256 * 1024
_SHEETS_REMEMBERED = 64
"""The forms of a quarter have the same sheets beside them, byte for byte but for the measures' schemes."""


class Own(NamedTuple):
    """A sheet of our own: which of its texts are ``strange`` there, by row and column, and whether it has formulas."""

    strange: Callable[[Iterable[type_of_text]], Collection[tuple[int, int]]]
    has_formulas: bool


def strange_cells(
    part: bytes, strings: Sequence[str], read: Callable[[bytes], Mapping[tuple[int, int], Cell]], own: Own
) -> Mapping[tuple[int, int], Cell]:
    """The cells of a worksheet that do not belong there; none where it cannot be read, for it holds no answers.

    A glance tells in most cases that there are none, and then the sheet is not read cell by cell.
    """
    is_alone = len(part) <= _SMALL and b't="s"' not in part
    if _is_clean_alone(part, own) if is_alone else _is_clean(part, strings, own):
        return {}
    try:
        found = read(part)
    except Unreadable:
        return {}
    written = ((place, cell) for place, cell in found.items() if cell.text.strip())
    cells = {place: cell for place, cell in written if not (cell.formula and own.has_formulas)}
    strange = own.strange((*place, cell.text.strip()) for place, cell in cells.items())
    return {place: cell for place, cell in cells.items() if place in strange}


def _is_clean(part: bytes, strings: Sequence[str], own: Own) -> bool:
    written = (_glanced if len(part) <= _REMEMBERED else _glance)(part, own)
    if written is None:
        return False
    try:
        texts = [(row, column, strings[of].strip() if said is None else said) for row, column, said, of in written]
    except LookupError:
        return False
    return not own.strange(texts)


@lru_cache(maxsize=32)  # the forms of a quarter have the same guidance, byte for byte
def _is_clean_alone(part: bytes, own: Own) -> bool:
    return _is_clean(part, (), own)


def _glance(part: bytes, own: Own) -> tuple[type_of_written, ...] | None:
    """What is in the cells of a sheet that is written as programs write them; None where it is not."""
    if len(part) > _GLANCED:
        return None
    text = part.decode("utf-8", "replace")
    if "<sheetData>" not in text or "<!" in text or (not own.has_formulas and "<f" in text):
        return None
    found = _CELL.findall(text)
    if len(found) + len(_RESULT.findall(text)) != len(_VALUE.findall(text)):
        return None
    try:
        return tuple((*parse_ref(ref), *_said(kind, alone, value)) for ref, kind, alone, value in found)
    except (Unreadable, LookupError, ValueError, OverflowError):
        return None


_glanced = lru_cache(maxsize=_SHEETS_REMEMBERED)(_glance)


def _said(kind: str, alone: str, value: str) -> tuple[str | None, int]:
    """The text of a cell, or else which of the shared texts it is."""
    if kind != "s":
        return unescaped(alone or value).strip(), 0
    index = whole(value)
    if index is None:
        raise LookupError
    return None, index
