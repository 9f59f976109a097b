"""A workbook opened: what its bytes alone say, whatever the register and the quarter."""

import hashlib
from dataclasses import dataclass

from generator.forms.issued_texts import OWN_SHEETS
from generator.xlsx import Book, Unreadable, Wanted, read_book

_WANTED = Wanted(own=OWN_SHEETS, beside=True)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a workbook's bytes alone say: their hash, and the sheets, or why there are none."""

    sha256: str
    book: Book | Unreadable


def open_workbook(data: bytes) -> Opened:
    """Open a workbook. Nothing is raised for any bytes."""
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        return Opened(sha256, read_book(data, _WANTED))
    except Unreadable as error:
        return Opened(sha256, error)
