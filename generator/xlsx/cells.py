"""What a worksheet stores for a cell, and what a person sees in it: references, numbers, formats, dates and text."""

import datetime as dt
import math
import re
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from generator.xlsx.formats.built_in_formats import SHORT_DATE
from generator.xlsx.formats.number_format import CodeSection, number_format
from generator.xlsx.formats.shown import shown_number, shown_text
from generator.xlsx.limits import Fault, Unreadable

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_REF = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[Ee][+-]?[0-9]+)?")

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATE = re.compile("[\ud800-\udfff]")
_KEPT_CONTROLS = "\t\n\r"
_REPLACEMENT = "\ufffd"

_EPOCH, _EPOCH_1904 = dt.date(1899, 12, 30).toordinal(), dt.date(1904, 1, 1).toordinal()
_LEAP_DAY_1900 = 60
"""The 1900 system counts a 29 February 1900 that never was, so that earlier dates are one day later than they count.
That day itself is read as the 28th."""


class CellKind(Enum):
    """What sort of value a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    ERROR = "error"
    UNCALCULATED = "uncalculated"
    """A formula whose result was never saved. That is not the same as a blank."""


class Cell(NamedTuple):
    """A cell with something in it; rows and columns count from 1.

    ``text`` is what was typed: the string, a number's digits, "TRUE", "#REF!", a date as 2018-10-12; it is empty
    for UNCALCULATED. ``number`` is there for NUMBER, and as the serial number for DATE; ``date`` for DATE only, which
    any number with a format of dates or times is that is a day of the calendar. ``percent`` is set for a NUMBER that
    is shown as a percentage. ``code`` is that of its number format, where that changes what is shown. ``struck`` and
    ``raised`` are the pieces of its text that are struck out, and raised or lowered (superscript and subscript).
    """

    row: int
    column: int
    kind: CellKind
    text: str
    number: Decimal | None = None
    percent: bool = False
    date: dt.date | None = None
    formula: bool = False
    code: str = ""
    struck: tuple[str, ...] = ()
    raised: tuple[str, ...] = ()

    @property
    def ref(self) -> str:
        """The reference that Excel shows, such as ``C14``."""
        return f"{column_letters(self.column)}{self.row}"

    @property
    def shown(self) -> str:
        """What a person sees in the cell, if it is wide enough: its value in its number format."""
        if self.number is not None and (self.code or self.date):
            return shown_number(self.number, self.code or SHORT_DATE, self.date)
        return shown_text(self.text, self.code) if self.code and self.kind is CellKind.TEXT else self.text

    @property
    def section(self) -> CodeSection | None:
        """The section of its number format that shows its number; None for other cells, and where none does."""
        if self.number is None:
            return None
        return number_format(self.code or (SHORT_DATE if self.date else "")).section_for(self.number)

    @property
    def decimals_shown(self) -> int | None:
        """How many decimals a number is shown with, where it is shown in digits alone; None for any other cell."""
        return _decimals_shown(self.code) if self.code and self.kind is CellKind.NUMBER else None

    @property
    def is_struck_out(self) -> bool:
        """Whether all that it says is struck out."""
        return bool(self.struck) and "".join(self.struck).split() == self.text.split()


@lru_cache(maxsize=1024)
def _decimals_shown(code: str) -> int | None:
    shown = number_format(code)
    return shown.decimals if shown.is_plain else None


def column_letters(n: int) -> str:
    """The letters of a column, counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while n > 0:
        n, letter = divmod(n - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


@lru_cache(maxsize=4096)  # forms use the same cells; what is refused is not kept
def parse_ref(ref: str) -> tuple[int, int]:
    """The row and column, from 1, of a reference such as ``C14`` or ``c14``.

    Raises Unreadable (DAMAGED) for other text.
    """
    match = _REF.fullmatch(ref)
    if match:
        column = 0
        for letter in match[1].upper():
            column = column * 26 + ord(letter) - ord("A") + 1
        row = int(match[2])
        if row <= _LAST_ROW and column <= _LAST_COLUMN:
            return row, column
    raise Unreadable(Fault.DAMAGED, "a cell has an impossible reference")


def parse_row(row: str) -> int:
    """The number of a row, from 1. Raises Unreadable (DAMAGED) for what is none."""
    number, column = parse_ref(f"A{row}")
    if column != 1:
        raise Unreadable(Fault.DAMAGED, "a row has an impossible number")
    return number


def number_of(stored: str) -> Decimal | None:
    """A stored number as Excel shows it; None where it is none, or too large for Excel.

    Files hold binary fractions in up to 17 digits: what was typed as 0.65 may be stored as 0.65000000000000002.
    Fifteen digits give back everything that was typed, as people can type no more.
    """
    if not _NUMBER.fullmatch(stored):
        return None
    number = float(stored)
    if not math.isfinite(number):
        return None
    return Decimal(f"{number + 0.0:.15g}")  # adding nothing turns -0 into 0


def date_of_serial(serial: Decimal, *, from_1904: bool) -> dt.date | None:
    """The date of a serial number of the 1900 or 1904 system; None for a time alone, and outside the calendar."""
    if not 1 <= serial < dt.date.max.toordinal():
        return None
    days = int(serial)
    if from_1904:
        days += _EPOCH_1904
    else:
        days += _EPOCH + (days < _LEAP_DAY_1900)
    return dt.date.fromordinal(days) if days <= dt.date.max.toordinal() else None


def date_of_iso(stored: str) -> dt.date | None:
    """The date of text as ISO 8601 has dates, with or without a time; None for other text."""
    try:
        return dt.date.fromisoformat(stored.partition("T")[0])
    except ValueError:
        return None


def serial_of(date: dt.date, *, from_1904: bool) -> Decimal:
    """The serial number of a date, in the 1900 or 1904 system."""
    if from_1904:
        return Decimal(date.toordinal() - _EPOCH_1904)
    days = date.toordinal() - _EPOCH
    return Decimal(days - (days <= _LEAP_DAY_1900))


def plain_text(stored: str) -> str:
    """Stored text as a person sees it: without its escapes, its lines ended by LF alone.

    Excel writes characters that XML may not hold as _x000B_, and an underscore that could be taken for the start of
    one as _x005F_. Control characters become spaces, and halves of characters the replacement character: Word
    could not hold them either.
    """
    text = stored
    if "_x" in text:
        text = _ESCAPE.sub(_unescaped, text)
        if _SURROGATE.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    character = chr(code)
    if code < 0x20 or 0x7F <= code < 0xA0:
        return character if character in _KEPT_CONTROLS else " "
    return _REPLACEMENT if code >= 0xFFFE else character
