"""From a cell to an answer: figures, dates and choices, understood exactly or not at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from generator.model.characters import printable
from generator.model.figures import BARE_UNITS, Span, type_of_figure
from generator.model.measure import Kind, Measure
from generator.model.problem import nearest
from generator.xlsx import Cell
from generator.xlsx import Kind as CellKind

_FIGURE = re.compile(r"(£?) ?([-\u2212\u2013+]?) ?(£?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+) ?(.*)")
_UNIT_WORD = re.compile(r"[^\W\d_]{2}[^\d?]*")
"""What may be meant for a unit: a word, and nothing doubtful."""

_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-"})
YES_OR_NO = ("Yes", "No")
_LONGEST_MILESTONE = 100
"""Characters: it is printed wherever the commentary names it."""

_LARGEST = Decimal(10) ** 15
_FINEST = -12
_DATES = ("%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d %B %y", "%d %b %y")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with an answer: a rule of the problem catalogue and the facts of the case."""

    rule: str
    facts: tuple[tuple[str, str], ...] = ()


def text_of(cell: Cell) -> str | Mistake:
    """Give a cell's text as typed; numbers and dates as a person would write them."""
    if cell.kind is CellKind.TEXT:
        return printable(cell.text)
    if cell.kind is CellKind.ERROR:
        return _mistake("FIG02", found=cell.text)
    if cell.kind is CellKind.UNCALCULATED:
        return Mistake("FIG03")
    if cell.kind is CellKind.DATE and cell.date:
        return f"{cell.date:%d/%m/%Y}"
    if cell.kind is CellKind.NUMBER and cell.number is not None and cell.percent:
        return f"{_plain(cell.number * 100)}%"
    return printable(cell.text)


def figure_of(cell: Cell, measure: Measure) -> type_of_figure | Mistake | None:
    """Give a measure's figure: a number in its unit, a date, or a word. None where nothing is typed.

    A cell formatted as a percentage holds a hundredth of what it shows; the figure is what it shows.
    """
    if cell.kind in {CellKind.ERROR, CellKind.UNCALCULATED}:
        return text_of(cell)
    match measure.kind:
        case Kind.MILESTONE:
            return _milestone(cell)
        case Kind.YES_NO:
            return _yes_or_no(cell)
        case Kind.DATE:
            return date_of(cell)
    return _number(cell, measure)


def doubtful_share(figure: type_of_figure | Mistake | None, cell: Cell) -> Mistake | None:
    """Doubt 0.65 typed for a percentage with no percent sign to be seen: 65% may have been meant."""
    if not isinstance(figure, Decimal) or not 0 < abs(figure) < 1 or cell.percent or "%" in cell.text:
        return None
    return _mistake("FIG05", found=_plain(figure), percent=_plain(figure * 100))


def _yes_or_no(cell: Cell) -> str | Mistake | None:
    said = str(text_of(cell)).strip()
    if cell.kind is CellKind.BOOLEAN:
        return "Yes" if said == "TRUE" else "No"
    return choice_of(cell, YES_OR_NO, open_list=False)


def _number(cell: Cell, measure: Measure) -> Decimal | Mistake | None:
    if cell.kind is CellKind.NUMBER and cell.number is not None:
        if cell.percent and measure.unit != "%":
            return _mistake("FIG09", found=f"{_plain(cell.number * 100)}%", unit=_counted_in(measure))
        return _bounded(cell.number * 100 if cell.percent else cell.number)
    if cell.kind is CellKind.TEXT:
        return _typed_figure(_words(cell.text), measure)
    return _mistake("FIG01", found=str(text_of(cell)))


def _milestone(cell: Cell) -> str | Mistake | None:
    if cell.kind is not CellKind.TEXT:
        return _mistake("FIG11", found=str(text_of(cell)))
    words = _words(cell.text)
    if len(words) > _LONGEST_MILESTONE or re.fullmatch(r"[\d.,%£ ]+", words):
        return _mistake("FIG11", found=words)
    return words or None


def _typed_figure(text: str, measure: Measure) -> Decimal | Mistake | None:
    if not text:
        return None
    match = _FIGURE.fullmatch(text)
    if not match:
        return _mistake("FIG01", found=text)
    pound, sign, inner_pound, digits, unit = match.groups()
    if (pound or inner_pound) and unit:
        return _mistake("FIG01", found=text)
    unit = unit or pound or inner_pound
    if unit and not _same_unit(unit, measure.unit):
        wrong = "FIG09" if unit in {"%", "£"} or _UNIT_WORD.fullmatch(unit) else "FIG01"
        return _mistake(wrong, found=text, unit=_counted_in(measure))
    number = Decimal(digits.replace(",", ""))
    return _bounded(-number if sign.translate(_MINUS) == "-" else number)


def _same_unit(typed: str, unit: str) -> bool:
    typed, unit = typed.casefold().removesuffix("."), unit.casefold()
    return bool(typed) and (typed == unit or typed + "s" == unit or (unit == "%" and typed in {"percent", "per cent"}))


def _counted_in(measure: Measure) -> str:
    return "plain numbers" if measure.unit in BARE_UNITS else measure.unit


def _bounded(number: Decimal) -> Decimal | Mistake:
    """Refuse what Excel itself cannot hold exactly; beyond the finest place there is only the noise of a formula."""
    if abs(number) > _LARGEST:
        return _mistake("FIG06", found=f"{number:g}")
    return number if number == 0 or number.as_tuple().exponent >= _FINEST else round(number, -_FINEST)  # type: ignore[operator]


_SPAN = re.compile(r"(.+?) ?(?:to|-|\u2013) ?(.+)")


def span_of(cell: Cell, measure: Measure) -> Span | Mistake | None:
    """Give a range measure's target, typed like ``40 to 60``; None where nothing is typed."""
    text = text_of(cell)
    if isinstance(text, Mistake) or not text.strip():
        return text if isinstance(text, Mistake) else None
    match = _SPAN.fullmatch(_words(text))
    ends = [_typed_figure(end, measure) for end in match.groups()] if match else []
    numbers = [end for end in ends if isinstance(end, Decimal)]
    if len(numbers) == 2 and numbers[0] <= numbers[1]:
        return Span(*numbers)
    return _mistake("FIG01", found=text)


def date_of(cell: Cell) -> date | Mistake | None:
    """Give a date, typed in any way common in the UK; None where nothing is typed."""
    text = text_of(cell)
    if isinstance(text, Mistake):
        return text
    if cell.kind is CellKind.DATE:
        return cell.date
    words = _words(re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", text)).replace("Sept ", "Sep ")
    if not words:
        return None
    for pattern in _DATES:
        try:
            return datetime.strptime(words, pattern).date()
        except ValueError:
            continue
    return _mistake("ANS02", found=text)


def choice_of(cell: Cell, words: Sequence[str], *, open_list: bool) -> str | Mistake | None:
    """Give the word of the list that was meant, whatever its case; an open list takes other words as they are."""
    text = text_of(cell)
    if isinstance(text, Mistake):
        return text
    typed = _words(text)
    if not typed:
        return None
    for word in words:
        if word.casefold() == typed.casefold():
            return word
    if open_list:
        return typed
    return _mistake("ANS01", found=typed, suggestion=nearest(typed, words), choices=", ".join(words))


def _words(text: str) -> str:
    """Give the words of a text with one space between them, whatever spaces and lines there were."""
    return " ".join(text.split())


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _mistake(rule: str, **facts: str) -> Mistake:
    return Mistake(rule, tuple(facts.items()))
