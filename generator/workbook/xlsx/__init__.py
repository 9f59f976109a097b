"""A small, bounded, exact reader of .xlsx and .xlsm bytes, on the standard library alone; read_book is the way in."""

from generator.workbook.xlsx.book import Book, DefinedName, Sheet, read_book
from generator.workbook.xlsx.unreadable import FILE_BYTES, Fault, Unreadable
from generator.workbook.xlsx.values import Cell, Kind, column_letters

__all__ = [
    "FILE_BYTES",
    "Book",
    "Cell",
    "DefinedName",
    "Fault",
    "Kind",
    "Sheet",
    "Unreadable",
    "column_letters",
    "read_book",
]
