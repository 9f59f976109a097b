"""The widths of a table whose columns are repeated, or fill the page: they follow how many columns there came to be.

Only the first row is asked; the others follow it, so that a template says it once.
"""

import itertools
import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from generator.documents.word_document.room_for_words import in_letters_of, longest_words, with_room

FILLS = "fills"
"""The attribute of a cell's width, taken out again here, that gives its column a share of what the others leave."""

_CELL = re.compile(r"<w:tc[ >]")
_CELL_WIDTH = re.compile(rf'<w:tcW w:w="(\d+)" w:type="dxa"(?: {FILLS}="([\d.]*)")?/>')
_TABLE_WIDTH = re.compile(r"<w:tblW [^>]*/>")
_GRID = re.compile(r"<w:tblGrid/>|<w:tblGrid>.*?</w:tblGrid>", re.DOTALL)
_END_OF_ROW = "</w:tr>"


def within(table: str, width: int, fills: bool = False, points: float = 0, breadth: float = 1) -> str:  # noqa: FBT001, FBT002, a filter's
    """Fit a table into a page's ``width``, in twentieths of a point; its grid has as many columns as its rows.

    A table that ``fills`` the page is as wide: those of its columns that are marked share what the others leave, in
    the proportion that is marked, or else as they are drawn. They are drawn as narrow as they may be: a table that is
    too wide even so, as any other that is too wide, is made narrower as a whole. Where a column's longest word, in
    letters of so many ``points`` and such ``breadth``, would be broken, it takes room from the others. A table with
    another in it is left as it is.
    """
    table = str(table)  # no markup, of which every piece would be markup again
    rows = table.split(_END_OF_ROW)
    first = rows[0]
    columns = [_Column.drawn(each) for each in _CELL_WIDTH.finditer(first)]
    cells = len(_CELL.findall(first))
    if table.count("<w:tbl>") > 1 or not cells:
        return _CELL_WIDTH.sub(_as_drawn, table)
    if len(columns) != cells or not any(each.width for each in columns):
        return _with_grid(_CELL_WIDTH.sub(_as_drawn, table), [width // cells] * cells)
    words = [breadth * each for each in longest_words(rows, cells)]
    fitted, letters = with_room(_fitted(columns, width, fills=fills), words, points, width)
    if fills or fitted != [each.width for each in columns]:
        table = _END_OF_ROW.join(_row(each, fitted) for each in rows)
    if letters < points:
        table = in_letters_of(table, letters)
    table = _with_grid(table, fitted)
    return _TABLE_WIDTH.sub(f'<w:tblW w:w="{sum(fitted)}" w:type="dxa"/>', table, count=1)


class _Column(NamedTuple):
    """A column's ``width`` as it is drawn, and its ``share`` of what the columns that have none leave."""

    width: int
    share: Fraction

    @classmethod
    def drawn(cls, found: re.Match[str]) -> "_Column":
        return cls(int(found[1]), Fraction(found[2] or found[1]) if found[2] is not None else Fraction())


def _fitted(columns: Sequence[_Column], width: int, *, fills: bool) -> list[int]:
    total, shares = sum(each.width for each in columns), sum(each.share for each in columns)
    left = width - sum(each.width for each in columns if not each.share)
    if shares and total <= width:
        return [int(left * each.share / shares) if each.share else each.width for each in columns]
    return [each.width * width // total if fills or total > width else each.width for each in columns]


def _row(row: str, fitted: Sequence[int]) -> str:
    """Give a row's cells their widths; where there are others than in the first row, in proportion."""
    pieces = _CELL_WIDTH.split(row)
    given = list(map(int, pieces[1::3]))
    share = sum(fitted) / (sum(given) or 1)
    widths = fitted if len(given) == len(fitted) else [int(each * share) for each in given]
    ends = (*map(_cell_width, widths), "")
    return "".join(itertools.chain.from_iterable(zip(pieces[::3], ends, strict=True)))


def _cell_width(width: int) -> str:
    return f'<w:tcW w:w="{width}" w:type="dxa"/>'


def _as_drawn(found: re.Match[str]) -> str:
    return _cell_width(int(found[1]))


def _with_grid(table: str, widths: Sequence[int]) -> str:
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return _GRID.sub(f"<w:tblGrid>{grid}</w:tblGrid>", table, count=1)
