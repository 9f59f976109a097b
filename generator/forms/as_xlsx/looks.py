"""What the parts of a form look like: the colours, letters and borders of its cells."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from generator.forms.as_xlsx.cell_styles import Look

INK, QUIET, BLUE, WARNING = "FF0B0C0C", "FF505A5F", "FF1D4F91", "FFB10E1E"
BAND, YELLOW, RULE, LINE = "FFF3F2F1", "FFFFF3BF", "FFE1E3E4", "FF6F777B"


def _font(size: float = 10, colour: str = INK, *, bold: bool = False, link: bool = False) -> Font:
    return Font(name="Arial", size=size, bold=bold, color=colour, underline="single" if link else None)


def _side(colour: str) -> Side:
    return Side(style="thin", color=colour)


_WRAP = Alignment(wrap_text=True, vertical="top", horizontal="left")
_MIDDLE = Alignment(wrap_text=True, vertical="center", horizontal="left")
_PLAIN = Alignment(vertical="center", horizontal="left")
_RIGHT = Alignment(vertical="center", horizontal="right", indent=1)
_FILLED = Alignment(vertical="top", horizontal="fill")
"""What is longer than its cell is cut, and does not run on beside it."""

_BAND = PatternFill("solid", fgColor=BAND)
_BOX = Border(left=_side(LINE), right=_side(LINE), top=_side(LINE), bottom=_side(LINE))
_FIRST = Border(left=_side(LINE), right=_side(LINE), top=_side(LINE), bottom=_side(RULE))
_BETWEEN = Border(left=_side(LINE), right=_side(LINE), top=_side(RULE), bottom=_side(RULE))
_LAST = Border(left=_side(LINE), right=_side(LINE), top=_side(RULE), bottom=_side(LINE))
_OPEN = Protection(locked=False)

TITLE = Look(_font(18, bold=True), _PLAIN)
LONG_TITLE = Look(_font(14, bold=True), _PLAIN)
SMALL_LINE = Look(_font(colour=QUIET), _PLAIN)
PLAIN_LINE = Look(_font(), _PLAIN)
LINK_LINE = Look(_font(12, BLUE, bold=True), _PLAIN)
LINK = Look(_font(10, BLUE, link=True), _PLAIN)
HEADING = Look(_font(bold=True), _PLAIN, _BAND)
BAND_NOTE = Look(_font(colour=QUIET), _PLAIN, _BAND)

NUMBER = Look(_font(14, BLUE, bold=True), Alignment(vertical="top", horizontal="left"))
SUB_NUMBER = Look(_font(11, BLUE), Alignment(vertical="center", horizontal="left"))
QUESTION = Look(_font(bold=True), _WRAP)
SUB_QUESTION = Look(_font(), _MIDDLE)
UNIT = Look(_font(), _PLAIN)
SO_FAR = Look(_font(colour=QUIET), _WRAP)
SAID = Look(_font(colour=QUIET), _WRAP)
REMARK = Look(_font(colour=WARNING, bold=True), _WRAP)
GIVEN = Look(_font(colour=QUIET), _WRAP)
KEY = Look(_font(colour=QUIET), _FILLED)
CELL = Look(_font(), _WRAP)

FIGURE = Look(_font(14, bold=True), _RIGHT, None, _BOX, _OPEN)
ANSWER = Look(_font(), _MIDDLE, None, _BOX, _OPEN)
FIRST_LINE = Look(_font(), _WRAP, None, _FIRST, _OPEN)
NEXT_LINE = Look(_font(), _WRAP, None, _BETWEEN, _OPEN)
LAST_LINE = Look(_font(), _WRAP, None, _LAST, _OPEN)
