"""Columns as wide as their longest words, so that no figure or name is broken inside a cell.

How wide a word comes out is worked out for the widest letters in common use.
"""

import re
from collections.abc import Iterable, Sequence

from generator.model.characters import width_of

_MARGINS = 216
"""The space beside a cell's text, as Word draws it unless told otherwise, in twentieths of a point."""

_LONGEST_SHARE = 4
"""A word that would take more than this part of a table may be broken: an address, and no figure."""

_SMALLEST = 8
"""Points that letters are made no smaller than."""

_LONGEST_WORDS = 6
"""How many of a column's longest words are looked at: the widest is among them."""

_END_OF_CELL = "</w:tc>"
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]+)</w:t>|</w:p>|<w:(?:br|tab)/>")
_WORD = re.compile(r"-?[^\s-]+-*")
_RUN = re.compile(r"<w:r>(?!<w:rPr>)")
_LOOKS = re.compile(r"<w:rPr>((?:<w:(?:rStyle|rFonts|b|bCs|i|iCs|color)\b[^>]*/>)*)((?:(?!</w:rPr>|<w:sz ).)*)</w:rPr>")
"""The looks of a run that say no size, in two: a size stands between them."""


def longest_words(rows: Sequence[str], columns: int) -> list[float]:
    """How wide the widest word of each column is, as a multiple of its letters' size; of rows with so many cells."""
    cut = (row.split(_END_OF_CELL)[:-1] for row in rows)
    every = [cells for cells in cut if len(cells) == columns]
    return [max(map(width_of, _longest(column)), default=0) for column in zip(*every, strict=True)] or [0] * columns


def with_room(widths: Sequence[int], words: Sequence[float], points: float, width: int) -> tuple[list[int], float]:
    """Widen columns that are narrower than their longest word, at the cost of those that have more than they need.

    ``words`` are as ``longest_words`` gives them, of letters of so many ``points``; ``width`` is all the room there
    is. Where it is too little, also gives the size, in points, that letters are to have; else their own.
    """
    needs = [_needed(each, points, width) for each in words]
    if all(need <= given for need, given in zip(needs, widths, strict=True)):
        return list(widths), points
    beside = _MARGINS * len(widths)
    if sum(needs) > width > beside:
        points = max(min(points, _SMALLEST), int(2 * points * (width - beside) / (sum(needs) - beside)) / 2)
        needs = [_needed(each, points, width) for each in words]
    if sum(needs) > width:
        return [need * width // sum(needs) for need in needs], points
    raised = [max(pair) for pair in zip(needs, widths, strict=True)]
    over = sum(raised) - max(width, sum(widths))
    spare = [given - need for given, need in zip(raised, needs, strict=True)]
    taken = [-(-over * each // sum(spare)) if over > 0 else 0 for each in spare]
    return [given - less for given, less in zip(raised, taken, strict=True)], points


def in_letters_of(table: str, points: float) -> str:
    """A table whose letters have a size, but for those that have one of their own."""
    size = f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'
    return _RUN.sub(f"<w:r><w:rPr>{size}</w:rPr>", _LOOKS.sub(rf"<w:rPr>\g<1>{size}\g<2></w:rPr>", table))


def _needed(word: float, points: float, width: int) -> int:
    """The width of a column for its longest word, in twentieths of a point."""
    return min(int(word * points * 20) + _MARGINS, width // _LONGEST_SHARE)


def _longest(cells: Iterable[str]) -> list[str]:
    """The longest words of some cells; between two cells there is the end of a paragraph."""
    text = "".join(piece or " " for piece in _TEXT.findall("".join(cells)))
    once = " ".join(dict.fromkeys(text.split()))
    return sorted(dict.fromkeys(_WORD.findall(once)), key=len, reverse=True)[:_LONGEST_WORDS]
