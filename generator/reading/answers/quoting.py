"""How messages quote what was found in a cell: on one line, and shortened."""

from generator.model.characters import printable, with_known_signs
from generator.xlsx import Cell

MOST_QUOTED = 100
"""Characters; no message quotes more."""


def quoted_words(text: str) -> str:
    """The words of a text for a message, on one line and shortened where they are many."""
    words = " ".join(with_known_signs(printable(text)).split())
    return words if len(words) <= MOST_QUOTED else f"{words[: MOST_QUOTED - 3]}..."


def said(text: str) -> str:
    """The words of a text after a colon; nothing where there are none."""
    return f": “{quoted_words(text)}”" if text.strip() else ""


def seen(cell: Cell) -> str:
    """What a person sees in a cell; what is in it, where its number format shows nothing."""
    return cell.shown if cell.shown.strip() else cell.text
