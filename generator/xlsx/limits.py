"""Why bytes cannot be read as a workbook, and the limits beyond which none is read.

A filled form is about 10 KB with 250 cells. The limits leave it room to grow a hundredfold, and keep the worst file
that passes them all below one second and 100 MB. Those of bytes, markup, cells and text may be multiplied for a file
that is no stranger's.
"""

from enum import Enum

MIB = 1024 * 1024

FILE_BYTES = 5 * MIB
PARTS = 300
"""Entries of the zip archive. A workbook of fifty sheets with drawings and comments has about 200."""

PART_BYTES, TOTAL_BYTES = 16 * MIB, 32 * MIB
"""Inflated, one part and all that are read: counted as they inflate, since headers may lie."""

RATIO, RATIO_FROM = 300, MIB
"""How many times its packed size a part larger than ``RATIO_FROM`` may be; real sheets stay below 100."""

MARKUP = 800_000
"""Tags and attributes of all parts that are read: what parsing costs goes by their number, not by bytes."""

RUN_BYTES = 256 * 1024
"""From one ``<`` to the next: 32,767 characters, each written as an escape, and with them the longest tag."""

DEPTH = 64
"""Elements within elements; a worksheet has seven, a drawing that strayed into one has about thirty."""

URI_CHARACTERS, XML_NAMES = 100, 20_000
"""A namespace's length, as the parser repeats it in every name; and different names in a part, as it keeps each."""

SHEETS = 50
CELLS = 20_000
"""Cells with something in them, in the whole workbook; so no more rows than that have anything in them either."""

BLANKS = 200_000
"""Rows, and cells with nothing but formatting. They cost time but are not kept, so formatting that was dragged
thousands of rows down is forgiven; formatting of every cell down to row 1,048,576 is not."""

STRINGS = 20_000
CELL_CHARACTERS = 32_767
"""Excel's own limit."""

CHARACTERS = MIB
"""All text of the workbook; ten thousand cells of a hundred characters. A character can take four bytes."""

FORMATS, CODES = 70_000, 2_000
"""Cell formats with their fonts, and number formats; Excel itself stops at 65,490 and about 250."""

NAMES = 20_000
"""Defined names; workbooks that were copied for years collect thousands that nobody sees."""


class Fault(Enum):
    """Why bytes cannot be read as a workbook."""

    EMPTY = "empty"
    PASSWORD = "password"  # noqa: S105, the fault, not a password
    OLD_EXCEL = "old Excel format"
    OPEN_DOCUMENT = "OpenDocument spreadsheet"
    WEB_PAGE = "web page"
    PLAIN_TEXT = "plain text"
    NOT_A_WORKBOOK = "not a workbook"
    DAMAGED = "damaged"
    TOO_BIG = "too big"
    UNSAFE = "unsafe"
    UNFORESEEN = "unforeseen"


class Unreadable(Exception):  # noqa: N818, it is a state of the file, and reads so where it is caught
    """The bytes are no workbook that can be read; ``detail`` says what was found, as a phrase for the log."""

    def __init__(self, fault: Fault, detail: str) -> None:
        super().__init__(fault, detail)
        self.fault = fault
        self.detail = detail

    def __str__(self) -> str:
        return self.detail


class Allowance:
    """How many of a thing a workbook may still have."""

    __slots__ = ("_left", "_limit", "_things")

    def __init__(self, limit: int, things: str) -> None:
        self._left = self._limit = limit
        self._things = things

    @property
    def left(self) -> int:
        """How many have not been taken yet."""
        return self._left

    def take(self, count: int = 1) -> None:
        """Count so many as taken. Raises Unreadable (TOO_BIG) when there are not that many left."""
        self._left -= count
        if self._left < 0:
            raise Unreadable(Fault.TOO_BIG, f"more than {self._limit:,} {self._things}")
