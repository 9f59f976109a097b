"""How high a row of a form is for its texts: programs that do not work it out on opening would cut them.

Bounds, by the narrowest that programs make a column: Excel gives a figure of its usual font seven of the 13 1/3 dots
that letters of ten points are high, and keeps five dots at a column's edges; LibreOffice gives more.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.forms.as_xlsx.sheet_plan import Asked, Formula, Put
from generator.model.characters import width_of

ALONE, LINE = 12.75, 13.2
"""Points that a line of Arial 10 takes: alone in its row, and among others."""

TALLEST = 409
"""Points that Excel lets a row have at most."""

_SIZE = 10
_FIGURE, _EDGES = 0.525, 0.375
_PLAIN = 0.95
"""How wide letters are that are not bold, of what bold ones are."""

_SPACE = width_of(" ")
_AT_SIGNS = re.compile(r"\w*\W|\w+")
"""Some programs part a word that is wider than its column after such signs, and some wherever a line is full."""

_INDENT = 2
"""Figures that a step takes by which a text stands further in."""


class InColumn(NamedTuple):
    """What stands in a column so wide: words in bold, and below them others, where there are both."""

    width: float
    plain: str = ""
    bold: str = ""


def in_columns(cells: Mapping[int, Put], widths: Sequence[float]) -> Iterator[InColumn]:
    """What the cells of a row hold at first that may take several lines, by columns so wide."""
    for column, put in cells.items():
        stands, width = put.look.stands, widths[column - 1]
        if stands.wraps:
            yield _in_column(put, width - stands.indent * _INDENT)


def _in_column(put: Put, width: float) -> InColumn:
    match put.content:
        case Asked(label, hint):
            return InColumn(width, hint, label)
        case Formula(at_first=known):
            text = known or ""
        case content:
            text = "" if content is None else str(content)
    return InColumn(width, bold=text) if put.look.letters.bold else InColumn(width, text)


def height_of(texts: Iterable[InColumn]) -> float:
    """The points that a row needs for its texts; at most what Excel allows."""
    lines = max((_lines_in(each) for each in texts), default=1)
    return ALONE if lines <= 1 else min(lines * LINE, TALLEST)


def _lines_in(each: InColumn) -> int:
    room = each.width * _FIGURE - _EDGES
    in_bold = len(_lines_of(each.bold, room)) if each.bold else 0
    return in_bold + (len(_lines_of(each.plain, room / _PLAIN)) if each.plain else 0)


def rows_of_text(text: str, columns: Iterable[float], *, size: float = _SIZE, bold: bool = False) -> tuple[str, ...]:
    """A text that runs on over columns so wide, in as many rows as it takes."""
    room = sum(columns) * _FIGURE * _SIZE / size
    return _lines_of(text, room if bold else room / _PLAIN)


@lru_cache(1000)
def _lines_of(text: str, room: float) -> tuple[str, ...]:
    """Remembered, for most texts are alike in all forms."""
    return tuple(line for part in text.split("\n") for line in _lines_of_one(part, room))


def _lines_of_one(text: str, room: float) -> list[str]:
    """The lines that words take where none is broken that fits a line; one that does not starts a line of its own."""
    lines, taken = [""], 0.0
    for word in text.split():
        pieces = _pieces(word, room)
        for place, piece in enumerate(pieces):
            between = " " if taken and not place else ""
            width = width_of(piece)
            needed = width + (_SPACE if between else 0)
            if taken and (taken + needed > room or (between and len(pieces) > 1)):
                lines.append("")
                taken, between, needed = 0.0, "", width
            lines[-1] += between + piece
            taken += needed
    return lines


def _pieces(word: str, room: float) -> list[str]:
    """A word as it is; one that is wider than a line, in parts that are not."""
    return [word] if width_of(word) <= room else list(_broken(word, room))


def _broken(word: str, room: float) -> Iterator[str]:
    for part in _AT_SIGNS.findall(word):
        piece = ""
        for letter in part:
            if piece and width_of(piece + letter) > room:
                yield piece
                piece = ""
            piece += letter
        yield piece
