"""A small, bounded, exact reader of .xlsx and .xlsm bytes, on the standard library alone; read_book is the way in."""

from generator.xlsx.book import Book, DefinedName, Sheet, read_book
from generator.xlsx.cells import Cell, CellKind, column_letters
from generator.xlsx.limits import FILE_BYTES, Fault, Unreadable
from generator.xlsx.number_format import Makes

__all__ = [
    "FILE_BYTES",
    "Book",
    "Cell",
    "CellKind",
    "DefinedName",
    "Fault",
    "Makes",
    "Sheet",
    "Unreadable",
    "column_letters",
    "read_book",
]
