"""Number formats: the code that says how a cell shows its number, cut into sections, and what each makes of a number.

A code has up to four sections (ECMA-376 part 1, 18.8.31): for numbers above 0, below 0 and 0, or under conditions of
their own; and for text. What stands in them prints digits, a date or time, or is literal.
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from generator.xlsx.formats.built_in_formats import FORMAT_CHARACTERS


class Makes(Enum):
    """What a number format makes of a number, for a person who looks at the cell."""

    NUMBER = "a number"
    PERCENTAGE = "a percentage"
    DATE = "a date"
    TIME = "a time"
    SCALED = "a number in thousands or millions"
    SCIENTIFIC = "a power of ten"
    FRACTION = "a fraction"
    WORDS = "words in place of the number"
    NOTHING = "nothing"


class Prints(Enum):
    """What a piece of a section prints."""

    LITERAL = "text as it stands"
    FILL = "a character that fills the cell"
    DIGIT = "a digit"
    POINT = "the decimal point"
    THOUSANDS = "nothing: digits are parted by commas"
    SCALE = "nothing: the number is divided by a thousand"
    PERCENT = "a percent sign"
    EXPONENT = "the exponent"
    SLASH = "the bar of a fraction"
    GENERAL = "the number as it is, or a text"
    DATE = "a day, month or year"
    TIME = "hours, minutes or seconds"
    ELAPSED = "hours, minutes or seconds that run on"
    NOON = "AM or PM"


class Piece(NamedTuple):
    """A piece of a section, and what it prints; dates and times in small letters."""

    part: Prints
    text: str


class CodeSection(NamedTuple):
    """A section of a code: its pieces, and under which ``condition`` it is for a number.

    ``strange`` is set where it prints other digits or another calendar than ours.
    """

    pieces: tuple[Piece, ...]
    condition: tuple[str, Decimal] | None = None
    strange: bool = False

    def has(self, *parts: Prints) -> bool:
        """Whether any piece is one of these."""
        return any(piece.part in parts for piece in self.pieces)

    @property
    def percents(self) -> int:
        """How many percent signs there are: each shows the number a hundred times as large."""
        return sum(piece.part is Prints.PERCENT for piece in self.pieces)

    @property
    def makes(self) -> Makes:
        """What it makes of a number."""
        for part, makes in _MAKES.items():
            if self.has(part):
                return makes
        if self.has(Prints.DIGIT, Prints.GENERAL):
            return Makes.NUMBER
        is_word = any(piece.text.strip() for piece in self.pieces if piece.part in _PRINTED)
        return Makes.WORDS if is_word else Makes.NOTHING

    @property
    def has_day(self) -> bool:
        """Whether a date is shown with its day of the month."""
        return any(piece.part is Prints.DATE and piece.text in {"d", "dd"} for piece in self.pieces)

    @property
    def has_month(self) -> bool:
        """Whether a date is shown with its month."""
        return any(piece.part is Prints.DATE and piece.text[0] == "m" for piece in self.pieces)

    @property
    def has_year(self) -> bool:
        """Whether a date is shown with its year."""
        return any(piece.part is Prints.DATE and piece.text[0] == "y" for piece in self.pieces)

    @property
    def month_comes_first(self) -> bool:
        """Whether a date is shown in digits with its month before its day, and no year before both."""
        shown = [piece.text for piece in self.pieces if piece.part is Prints.DATE]
        months = [at for at, text in enumerate(shown) if text in {"m", "mm"}]
        days = [at for at, text in enumerate(shown) if text in {"d", "dd"}]
        return bool(months and days and months[0] < days[0] and not any(each[0] == "y" for each in shown[: months[0]]))


_MAKES: Mapping[Prints, Makes] = MappingProxyType(
    {
        Prints.DATE: Makes.DATE,
        Prints.TIME: Makes.TIME,
        Prints.ELAPSED: Makes.TIME,
        Prints.EXPONENT: Makes.SCIENTIFIC,
        Prints.SLASH: Makes.FRACTION,
        Prints.SCALE: Makes.SCALED,
        Prints.PERCENT: Makes.PERCENTAGE,
    }
)
_PRINTED = {Prints.LITERAL, Prints.POINT, Prints.NOON}
_PLAIN = {Prints.DIGIT, Prints.POINT, Prints.THOUSANDS}
_UNITS_DIGIT = Piece(Prints.DIGIT, "0")
_CLOCK = {Prints.TIME, Prints.ELAPSED}

_COMPARED: Mapping[str, Callable[[Decimal, Decimal], bool]] = MappingProxyType(
    {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne}
)
_ZERO = Decimal(0)
_BELOW_ZERO, _ABOVE_ZERO, _FROM_ZERO = ("<", _ZERO), (">", _ZERO), (">=", _ZERO)


class NumberFormat(NamedTuple):
    """A code's sections for numbers, each with its condition, and that for text (None: text stands as it is)."""

    sections: tuple[CodeSection, ...]
    text: CodeSection | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it shows every number as digits with their sign, rounded to its decimals, and nothing else."""
        first = self.sections[0]
        has_units = any(piece == _UNITS_DIGIT for piece in first.pieces)
        return (
            len(self.sections) == 1
            and first.condition is None
            and has_units
            and all(piece.part in _PLAIN for piece in first.pieces)
        )

    @property
    def decimals(self) -> int:
        """How many decimals the first section shows."""
        parts = [piece.part for piece in self.sections[0].pieces]
        return parts[parts.index(Prints.POINT) :].count(Prints.DIGIT) if Prints.POINT in parts else 0

    def section_for(self, number: Decimal) -> CodeSection | None:
        """The section that shows a number; None where none does, and the cell is full of #."""
        for section in self.sections:
            if section.condition is None or _holds(section.condition, number):
                return section
        return None

    @property
    def shows_sign(self) -> bool:
        """Whether a minus sign is shown by itself.

        Several sections have it where they say so; under conditions of their own programs differ, and it is taken to
        be not shown.
        """
        return len(self.sections) == 1 and self.sections[0].condition is None


def _holds(condition: tuple[str, Decimal], number: Decimal) -> bool:
    comparison, bound = condition
    return _COMPARED[comparison](number, bound)


@lru_cache(maxsize=1024)
def number_format(code: str) -> NumberFormat:
    """Cut a code into its sections; an empty code is General."""
    sections = tuple(map(_section, _split(code[:FORMAT_CHARACTERS] or "General")))
    is_text = len(sections) > 3 or (len(sections) > 1 and _is_for_text(sections[-1]))
    text = sections[-1] if is_text else sections[0] if _is_for_text(sections[0]) else None
    return NumberFormat(tuple(_with_conditions(sections[:-1] if is_text else sections)), text)


def _is_for_text(section: CodeSection) -> bool:
    return any(piece == _TEXT for piece in section.pieces)


def _with_conditions(sections: Sequence[CodeSection]) -> Iterator[CodeSection]:
    """Sections without a condition the one that they have by their place; the last takes what is left."""
    usual: tuple[tuple[str, Decimal] | None, ...] = (None,)
    if len(sections) > 2:
        usual = (_ABOVE_ZERO, _BELOW_ZERO, None)
    elif len(sections) == 2 and not any(each.condition for each in sections):
        usual = (_FROM_ZERO, _BELOW_ZERO)
    elif len(sections) == 2:
        usual = (_ABOVE_ZERO, None)
    for each, condition in zip(sections, usual, strict=False):
        yield CodeSection(each.pieces, each.condition or condition, each.strange)


_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.?)|_(?P<space>.?)|\*(?P<fill>.?)|\[(?P<bracket>[^\[\]]*)\]'
    r"|(?P<general>General|Standard)|(?P<noon>AM/PM|A/P)|(?P<exponent>E[+-])|(?P<date>y+|m+|d+|h+|s+)"
    r"|(?P<digit>[0#?])|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=) *(-?[0-9]+(?:\.[0-9]+)?)")
_CURRENCY = re.compile(r"\$([^-]*)(?:-([0-9A-Fa-f]+))?.*", re.DOTALL)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_STRANGE = re.compile(r"DBNum.*|NatNum[1-9].*|~.*", re.IGNORECASE | re.DOTALL)
_OUR_CALENDAR_AND_DIGITS = {0, 0x100}
"""What stands above the lower sixteen bits of a locale's number where it asks for neither others."""

_TEXT = Piece(Prints.GENERAL, "@")


def _split(code: str) -> list[list[re.Match[str]]]:
    sections: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code):
        if token["other"] == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    return sections


def _section(tokens: Sequence[re.Match[str]]) -> CodeSection:
    pieces: list[Piece] = []
    condition: tuple[str, Decimal] | None = None
    strange = False
    for token in tokens:
        bracket = token["bracket"]
        if bracket is None:
            pieces.append(_piece(token))
        elif found := _CONDITION.fullmatch(bracket):
            condition = (found[1], Decimal(found[2]))
        elif _ELAPSED.fullmatch(bracket):
            pieces.append(Piece(Prints.ELAPSED, bracket.lower()))
        elif found := _CURRENCY.fullmatch(bracket):
            pieces += [Piece(Prints.LITERAL, found[1])] if found[1] else []
            strange = strange or int(found[2] or "0", 16) >> 16 not in _OUR_CALENDAR_AND_DIGITS
        else:
            strange = strange or bool(_STRANGE.fullmatch(bracket))
    return CodeSection(tuple(_in_context(pieces)), condition, strange)


_PLAIN_PARTS = {
    "quoted": Prints.LITERAL,
    "escaped": Prints.LITERAL,
    "fill": Prints.FILL,
    "general": Prints.GENERAL,
    "noon": Prints.NOON,
    "exponent": Prints.EXPONENT,
    "digit": Prints.DIGIT,
}
_OTHERS = {
    ".": Prints.POINT,
    ",": Prints.THOUSANDS,
    "%": Prints.PERCENT,
    "/": Prints.SLASH,
    "@": Prints.GENERAL,
}


def _piece(token: re.Match[str]) -> Piece:
    kind = token.lastgroup or "other"
    text = token[kind]
    if kind == "space":
        return Piece(Prints.LITERAL, " ")
    if kind == "date":
        return Piece(Prints.TIME if text[0] in "hHsS" else Prints.DATE, text.lower())
    return Piece(_PLAIN_PARTS.get(kind) or _OTHERS.get(text, Prints.LITERAL), text)


def _in_context(pieces: list[Piece]) -> list[Piece]:
    """Settle what a piece is by those around it: months or minutes; commas and bars of numbers, or literal ones."""
    if any(piece.part in {Prints.DATE, *_CLOCK} for piece in pieces):
        return _as_dates(pieces)
    point = next((at for at, piece in enumerate(pieces) if piece.part is Prints.POINT), len(pieces))
    digits = [at for at, piece in enumerate(pieces) if piece.part is Prints.DIGIT]
    return [_of_a_number(at, piece, pieces, digits, point) for at, piece in enumerate(pieces)]


def _of_a_number(at: int, piece: Piece, pieces: Sequence[Piece], digits: Sequence[int], point: int) -> Piece:
    before, after = any(each < at for each in digits), any(at < each for each in digits)
    if piece.part is Prints.THOUSANDS:
        if before and any(at < each < point for each in digits):
            return piece
        follows = at > 0 and pieces[at - 1].part in {Prints.DIGIT, Prints.THOUSANDS}
        return Piece(Prints.SCALE, ",") if before and follows else Piece(Prints.LITERAL, ",")
    if piece.part is Prints.SLASH:
        denominator = after or (at + 1 < len(pieces) and pieces[at + 1].text.isdigit())
        return piece if before and denominator else Piece(Prints.LITERAL, "/")
    is_another_point = piece.part is Prints.POINT and at != point
    return Piece(Prints.LITERAL, piece.text) if is_another_point or piece.part is Prints.NOON else piece


def _as_dates(pieces: Sequence[Piece]) -> list[Piece]:
    """An m beside hours or seconds is minutes. Digits but those after seconds, commas and bars are literal."""
    timed = [at for at, piece in enumerate(pieces) if piece.part in {Prints.DATE, *_CLOCK}]
    settled: list[Piece] = []
    for at, piece in enumerate(pieces):
        if at in timed and piece.text in {"m", "mm"}:
            place = timed.index(at)
            earlier = pieces[timed[place - 1]].text if place else ""
            later = pieces[timed[place + 1]].text if place + 1 < len(timed) else ""
            is_minute = earlier.startswith("h") or later.startswith("s")
            settled.append(
                Piece(Prints.TIME if is_minute and piece.part is not Prints.ELAPSED else piece.part, piece.text)
            )
        elif piece.part in {Prints.THOUSANDS, Prints.SLASH, Prints.PERCENT, Prints.EXPONENT}:
            settled.append(Piece(Prints.LITERAL, piece.text))
        else:
            settled.append(piece)
    return settled
