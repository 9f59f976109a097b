"""How high a row of a form is for its texts: programs that do not work it out on opening would cut them."""

from collections.abc import Iterable
from functools import lru_cache

from generator.model.characters import width_of

ALONE, LINE = 12.75, 13.2
"""Points that a line of Arial 10 takes: alone in its row, and among others."""

TALLEST = 409
"""Points that Excel lets a row have at most."""

_ROOM = 0.588
"""A column as wide as one figure of the usual font, in heights of the letters that forms are written in."""

_SPACE = width_of(" ")


def height_of(texts: Iterable[tuple[str, float]]) -> float:
    """The points that a row needs for its texts, each in a column so wide; at most what Excel allows."""
    lines = max((_lines_of(text, width * _ROOM) for text, width in texts), default=1)
    return ALONE if lines == 1 else min(lines * LINE, TALLEST)


@lru_cache(1000)
def _lines_of(text: str, room: float) -> int:
    """Remembered, for most texts are alike in all forms."""
    return sum(_lines_of_one(line.split(), room) for line in text.split("\n"))


def _lines_of_one(words: Iterable[str], room: float) -> int:
    """The lines that words take where none is broken that fits a line."""
    lines, taken = 1, 0.0
    for word in words:
        width = width_of(word)
        if taken and taken + _SPACE + width > room:
            lines, taken = lines + 1, 0.0
        taken += width + (_SPACE if taken else 0)
        while taken > room:
            lines, taken = lines + 1, taken - room
    return lines
