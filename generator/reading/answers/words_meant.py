"""The words of an answer, where it is certain that they are meant: that nobody struck them out or hid them."""

from generator.reading.answers.cell_answers import Mistake, text_of
from generator.reading.answers.quoting import quoted_words
from generator.xlsx import Cell, CellKind


def words_of(cell: Cell) -> str | Mistake:
    """The words that a person sees in a cell, if none are struck out or hidden by its number format."""
    if cell.struck and (struck := " ".join(" ".join(cell.struck).split())):
        return Mistake("FORM26", (("struck", quoted_words(struck)),))
    if cell.code and cell.text.strip() and not cell.shown.strip() and cell.kind is not CellKind.ERROR:
        return Mistake("FORM27", (("text", quoted_words(cell.text)),))
    return text_of(cell)
