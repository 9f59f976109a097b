"""From a cell to an answer: figures, dates and choices, understood exactly or not at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from generator.measure import BARE_UNITS, Kind, Measure, type_of_figure
from generator.problem import nearest
from generator.workbook.xlsx import Cell
from generator.workbook.xlsx import Kind as CellKind

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_FIGURE = re.compile(r"(£?) ?([-\u2212\u2013+]?) ?(£?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+) ?(.*)")
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-"})
_LARGEST = Decimal(10) ** 15
_FINEST = -9
_DATES = ("%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d %B %y", "%d %b %y")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with an answer: a rule of the problem catalogue and the facts of the case."""

    rule: str
    facts: tuple[tuple[str, str], ...] = ()


def text_of(cell: Cell) -> str | Mistake:
    """Give a cell's text as typed; numbers and dates as a person would write them."""
    if cell.kind is CellKind.ERROR:
        return _mistake("FIG02", found=cell.text)
    if cell.kind is CellKind.UNCALCULATED:
        return Mistake("FIG03")
    if cell.kind is CellKind.DATE and cell.date:
        return f"{cell.date:%d/%m/%Y}"
    if cell.kind is CellKind.NUMBER and cell.number is not None and cell.percent:
        return f"{_plain(cell.number * 100)}%"
    return cell.text


def figure_of(cell: Cell, measure: Measure) -> type_of_figure | Mistake | None:
    """Give a measure's figure: a Decimal in the measure's unit, or a milestone's word. None where nothing is typed.

    A cell formatted as a percentage holds a hundredth of what it shows; the figure is what it shows.
    """
    if cell.kind in {CellKind.ERROR, CellKind.UNCALCULATED}:
        return text_of(cell)
    if measure.kind is Kind.MILESTONE:
        return _milestone(cell)
    if cell.kind is CellKind.NUMBER and cell.number is not None:
        if cell.percent and measure.unit != "%":
            return _mistake("FIG09", found=f"{_plain(cell.number * 100)}%", unit=_counted_in(measure))
        return _bounded(cell.number * 100 if cell.percent else cell.number)
    if cell.kind is CellKind.TEXT:
        return _typed_figure(_SPACES.sub(" ", cell.text).strip(), measure)
    return _mistake("FIG01", found=str(text_of(cell)))


def _milestone(cell: Cell) -> str | Mistake | None:
    if cell.kind is not CellKind.TEXT:
        return _mistake("FIG11", found=str(text_of(cell)))
    words = _SPACES.sub(" ", cell.text).strip()
    if re.fullmatch(r"[\d.,%£ ]+", words):
        return _mistake("FIG11", found=words)
    return words or None


def _typed_figure(text: str, measure: Measure) -> Decimal | Mistake | None:
    if not text:
        return None
    match = _FIGURE.fullmatch(text)
    if not match:
        return _mistake("FIG01", found=text)
    pound, sign, inner_pound, digits, unit = match.groups()
    unit = "£" if pound or inner_pound else unit
    if unit and not _same_unit(unit, measure.unit):
        wrong = "FIG09" if unit in {"%", "£"} or not re.search(r"\d", unit) else "FIG01"
        return _mistake(wrong, found=text, unit=_counted_in(measure))
    number = Decimal(digits.replace(",", ""))
    return _bounded(-number if sign.translate(_MINUS) == "-" else number)


def _same_unit(typed: str, unit: str) -> bool:
    typed, unit = typed.casefold().rstrip("."), unit.casefold()
    return typed == unit or typed + "s" == unit or (unit == "%" and typed in {"percent", "per cent"})


def _counted_in(measure: Measure) -> str:
    return "plain numbers" if measure.unit in BARE_UNITS else measure.unit


def _bounded(number: Decimal) -> Decimal | Mistake:
    exponent = number.as_tuple().exponent
    if abs(number) >= _LARGEST or not isinstance(exponent, int) or exponent < _FINEST:
        return _mistake("FIG06", found=f"{number:g}")
    return number


def date_of(cell: Cell) -> date | Mistake | None:
    """Give a date, typed in any way common in the UK; None where nothing is typed."""
    text = text_of(cell)
    if isinstance(text, Mistake):
        return text
    if cell.kind is CellKind.DATE:
        return cell.date
    words = _SPACES.sub(" ", re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", text)).strip()
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
    typed = _SPACES.sub(" ", text).strip()
    if not typed:
        return None
    for word in words:
        if word.casefold() == typed.casefold():
            return word
    if open_list:
        return typed
    return _mistake("ANS01", found=typed, suggestion=nearest(typed, words), choices=", ".join(words))


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _mistake(rule: str, **facts: str) -> Mistake:
    return Mistake(rule, tuple(facts.items()))
