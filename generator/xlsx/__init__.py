"""A small, bounded, exact reader of .xlsx and .xlsm bytes, on the standard library alone; read_book is the way in."""

from generator.xlsx.book import Book, DefinedName, Sheet, SheetsWanted, check_kind, read_book
from generator.xlsx.cells import Cell, CellKind, column_letters
from generator.xlsx.extras import NOTHING, Beside, Extra, Sort
from generator.xlsx.formats.number_format import Makes
from generator.xlsx.limits import FILE_BYTES, Fault, Unreadable
from generator.xlsx.markings import Merged
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
    "Merged",
    "Own",
    "Sheet",
    "SheetsWanted",
    "Sort",
    "Unreadable",
    "check_kind",
    "column_letters",
    "read_book",
]
