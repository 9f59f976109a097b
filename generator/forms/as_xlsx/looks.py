"""What the parts of a form look like: the colours, letters and lines of its cells."""

from dataclasses import dataclass
from typing import NamedTuple

INK, QUIET, BLUE, WARNING = "FF0B0C0C", "FF505A5F", "FF1D4F91", "FFB10E1E"
BAND, YELLOW, RULE, LINE = "FFF3F2F1", "FFFFF3BF", "FFE1E3E4", "FF6F777B"


class Letters(NamedTuple):
    """The letters of a text; a ``link`` is underlined."""

    size: int = 10
    colour: str = INK
    bold: bool = False
    link: bool = False


class Stands(NamedTuple):
    """Where a text stands in its cell; one that ``wraps`` takes as many lines as it needs."""

    across: str
    down: str
    wraps: bool = False
    indent: int = 0


class Lines(NamedTuple):
    """The colours of the lines about a cell."""

    left: str
    right: str
    top: str
    bottom: str


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """A look is itself alone, and no other that is like it: to compare them is what takes time."""

    letters: Letters
    stands: Stands
    fill: str = ""
    lines: Lines | None = None
    is_open: bool = False


_WRAP = Stands("left", "top", wraps=True)
_MIDDLE = Stands("left", "center", wraps=True)
_PLAIN = Stands("left", "center")
_TOP = Stands("left", "top")
_RIGHT = Stands("right", "center", indent=1)
_FILLED = Stands("fill", "top")
"""What is longer than its cell is cut, and does not run on beside it."""

_BOX = Lines(LINE, LINE, LINE, LINE)
_FIRST = Lines(LINE, LINE, LINE, RULE)
_BETWEEN = Lines(LINE, LINE, RULE, RULE)
_LAST = Lines(LINE, LINE, RULE, LINE)

TITLE = Look(Letters(18, bold=True), _PLAIN)
LONG_TITLE = Look(Letters(14, bold=True), _PLAIN)
SMALL_LINE = Look(Letters(colour=QUIET), _PLAIN)
PLAIN_LINE = Look(Letters(), _PLAIN)
LINK_LINE = Look(Letters(12, BLUE, bold=True), _PLAIN)
LINK = Look(Letters(10, BLUE, link=True), _WRAP)
HEADING = Look(Letters(bold=True), _PLAIN, BAND)
BAND_NOTE = Look(Letters(colour=QUIET), _PLAIN, BAND)

NUMBER = Look(Letters(14, BLUE, bold=True), _TOP)
SUB_NUMBER = Look(Letters(11, BLUE), _PLAIN)
QUESTION = Look(Letters(bold=True), _WRAP)
SUB_QUESTION = Look(Letters(), _MIDDLE)
UNIT = Look(Letters(), _MIDDLE)
SO_FAR = Look(Letters(colour=QUIET), _WRAP)
SAID = Look(Letters(colour=QUIET), _WRAP)
REMARK = Look(Letters(colour=WARNING, bold=True), _WRAP)
GIVEN = Look(Letters(colour=QUIET), _WRAP)
GIVEN_BELOW = Look(Letters(colour=QUIET), _WRAP._replace(indent=2))
KEY = Look(Letters(colour=QUIET), _FILLED)
CELL = Look(Letters(), _WRAP)

FIGURE = Look(Letters(14, bold=True), _RIGHT, lines=_BOX, is_open=True)
ANSWER = Look(Letters(), _MIDDLE, lines=_BOX, is_open=True)
FIRST_LINE = Look(Letters(), _WRAP, lines=_FIRST, is_open=True)
NEXT_LINE = Look(Letters(), _WRAP, lines=_BETWEEN, is_open=True)
LAST_LINE = Look(Letters(), _WRAP, lines=_LAST, is_open=True)
