"""The words of an answer, where it is certain that they are meant: that nobody struck them out or hid them."""

from generator.reading.cell_answers import Mistake, text_of
from generator.reading.left_over.quoting import quoted
from generator.xlsx import Cell, Kind


def words_of(cell: Cell) -> str | Mistake:
    """Give the words that a person sees in a cell, if none are struck out or hidden by its number format."""
    struck = " ".join(piece.strip() for piece in cell.struck if piece.strip())
    if struck:
        return Mistake("FORM26", (("struck", quoted(struck)),))
    is_hidden = cell.kind is Kind.TEXT and cell.text.strip() and not cell.shown.strip()
    return Mistake("FORM27", (("text", quoted(cell.text)),)) if is_hidden else text_of(cell)
