"""A workbook opened: what its bytes alone say, whatever the register and the quarter."""

import hashlib
from typing import NamedTuple

from generator.forms.issued_texts import OWN_SHEETS
from generator.xlsx import Book, Fault, SheetsWanted, Unreadable, read_book

_WANTED = SheetsWanted(own=OWN_SHEETS, beside=True)


class Opened(NamedTuple):
    """What a workbook's bytes alone say: their hash, and the sheets, or why there are none.

    ``converted`` is the hash of the workbook that was read in its place, where it is in another format.
    """

    sha256: str
    book: Book | Unreadable
    converted: str = ""


def book_in(data: bytes) -> Book | Unreadable:
    """The sheets of a workbook, but for those that hold nothing of an officer's; or why there are none."""
    try:
        return read_book(data, _WANTED)
    except Unreadable as error:
        return error
    except Exception as error:  # one workbook must not keep the others of its batch from being opened
        return Unreadable(Fault.UNFORESEEN, type(error).__name__)


def open_workbook(data: bytes) -> Opened:
    """Open a workbook. Nothing is raised for any bytes."""
    return Opened(hashlib.sha256(data).hexdigest(), book_in(data))
