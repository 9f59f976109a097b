"""How messages, and the trail of a figure, quote what was found in a cell: on one line, and shortened."""

from generator.model.characters import as_seen, printable
from generator.xlsx import Cell

MOST_QUOTED = 100
"""Characters; no message quotes more."""


def quoted_words(text: str) -> str:
    """The words of a text for a message, on one line and shortened where they are many."""
    words = " ".join(as_seen(printable(text)).split())
    return words if len(words) <= MOST_QUOTED else f"{words[: MOST_QUOTED - 3]}..."


def said(text: str) -> str:
    """The words of a text after a colon; nothing where there are none."""
    return f": “{quoted_words(text)}”" if text.strip() else ""


def seen(cell: Cell) -> str:
    """What a person sees in a cell; what is in it, where its number format shows nothing."""
    return cell.shown if cell.shown.strip() else cell.text


def as_typed(cell: Cell) -> str:
    """What stands in a cell: what was typed, or a formula's result; and how it is shown, where that is another."""
    result = "the result of a formula: " if cell.formula else ""
    percent = f"{(cell.number * 100).normalize():f}" if cell.percent and cell.number is not None else ""
    shown = f"{percent}%" if percent and not cell.code else cell.shown
    told = f", shown as {quoted_words(shown)}" if quoted_words(shown) != quoted_words(cell.text) else ""
    return f"{result}{quoted_words(cell.text)}{told}"
