"""A small, bounded, exact reader of .xlsx and .xlsm bytes, on the standard library alone; read_book is the way in."""

from generator.xlsx.beside.extras import NOTHING, Beside, Extra, Sort
from generator.xlsx.book import Book, DefinedName, Sheet, Wanted, read_book
from generator.xlsx.cells import Cell, CellKind, column_letters
from generator.xlsx.limits import FILE_BYTES, Fault, Unreadable
from generator.xlsx.number_format import Makes
from generator.xlsx.own_sheets import Own

__all__ = [
    "FILE_BYTES",
    "NOTHING",
    "Beside",
    "Book",
    "Cell",
    "CellKind",
    "DefinedName",
    "Extra",
    "Fault",
    "Makes",
    "Own",
    "Sheet",
    "Sort",
    "Unreadable",
    "Wanted",
    "column_letters",
    "read_book",
]
