"""From a cell to an answer: figures, dates and choices, understood exactly or not at all.

A figure is what a person saw in the cell: what it shows is read by the table of spellings, and must give the number
that it holds. Where it does not, that is a mistake that quotes what is shown; nothing is converted.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from generator.judging.plausibility import is_below_one
from generator.model.characters import as_seen, printable
from generator.model.english import day_in_figures
from generator.model.figures import BARE_UNITS, Span, type_of_figure
from generator.model.measure import Kind, Measure, Polarity
from generator.model.messages.slips import NotANumber
from generator.model.problem import nearest
from generator.model.spellings import LARGEST, Number, Relation, read_date, read_number, read_target
from generator.xlsx import Cell, CellKind, Makes

YES_OR_NO = ("Yes", "No")
LONGEST_MILESTONE = 100
"""Characters: it is printed wherever the commentary names it."""

_FINEST = -12
_AS_IT_IS = {"", "@"}
"""The number formats that show a number as it is."""

_CODES = {NotANumber.OTHER_UNIT: "FIG09", NotANumber.TOO_LARGE: "FIG06"}
_NOT_A_PLAIN_NUMBER = {
    Makes.SCALED: "a number cut by thousands",
    Makes.SCIENTIFIC: "a power of ten",
    Makes.FRACTION: "a fraction",
}


class Mistake(NamedTuple):
    """What is wrong with an answer: a rule of the problem catalogue, the facts of the case, and the slip if known."""

    rule: str
    facts: tuple[tuple[str, str], ...] = ()
    slip: NotANumber | None = None


def text_of(cell: Cell) -> str | Mistake:
    """A cell's text as typed; numbers and dates as a person saw them or would write them."""
    if cell.kind is CellKind.TEXT:
        return as_seen(printable(cell.shown if cell.code else cell.text))
    if cell.kind is CellKind.ERROR:
        return _mistake("FIG02", found=cell.text)
    if cell.kind is CellKind.UNCALCULATED:
        return Mistake("FIG03")
    if cell.kind is CellKind.DATE and cell.date and _is_whole_date(cell):
        return day_in_figures(cell.date)
    if cell.kind is CellKind.NUMBER and cell.number is not None and cell.percent:
        return f"{_plain(cell.number * 100)}%"
    return printable(cell.shown)


def _is_whole_date(cell: Cell) -> bool:
    """Whether a date is shown with its day and month; a time of day beside it does not count."""
    section = cell.section
    return section is None or (section.makes is Makes.DATE and section.has_day and section.has_month)


def figure_of(cell: Cell, measure: Measure) -> type_of_figure | Mistake | None:
    """A measure's figure: a number in its unit, a date, or a word. None where nothing is typed.

    A cell formatted as a percentage holds a hundredth of what it shows; the figure is what it shows.
    """
    if cell.kind in {CellKind.ERROR, CellKind.UNCALCULATED}:
        return text_of(cell)
    if marked := _marked(cell):
        return marked
    match measure.kind:
        case Kind.MILESTONE:
            return _milestone(cell)
        case Kind.YES_NO:
            return _yes_or_no(cell)
        case Kind.DATE:
            return date_of(cell)
    return _number(cell, measure)


def doubtful_share(
    figure: type_of_figure | Mistake | None, cell: Cell, target: type_of_figure | None = None
) -> Mistake | None:
    """Doubt 0.65 given for a percentage with no percent sign to be seen: 65% may have been meant.

    There is no doubt where the ``target`` itself is between 0% and 1%.
    """
    if not isinstance(figure, Decimal) or not 0 < abs(figure) < 1 or cell.percent or is_below_one(target):
        return None
    typed = read_number(cell.text, "%") if cell.kind is CellKind.TEXT else None
    if isinstance(typed, Number) and typed.with_unit:
        return None
    return _mistake("FIG05", found=_plain(figure), percent=_plain(figure * 100))


def _marked(cell: Cell) -> Mistake | None:
    """Refuse what is struck out, and digits that are raised or lowered: 84.8 with a note 2 holds the text 84.82."""
    if cell.struck:
        return _mistake("FIG15", found=_short(cell.shown), struck=_short(" ".join(cell.struck)))
    if any(re.search(r"[0-9]", piece) for piece in cell.raised):
        return _mistake("FIG14", found=_short(cell.shown), raised=_short(" ".join(cell.raised)))
    return None


def _yes_or_no(cell: Cell) -> str | Mistake | None:
    said = cell.shown.strip().upper()
    if cell.kind in {CellKind.BOOLEAN, CellKind.TEXT} and said in {"TRUE", "FALSE"}:
        return "Yes" if said == "TRUE" else "No"
    if cell.kind not in {CellKind.BOOLEAN, CellKind.TEXT}:
        return _mistake("ANS01", found=cell.shown, suggestion="", choices=", ".join(YES_OR_NO))
    return choice_of(cell, YES_OR_NO, open_list=False)


def _number(cell: Cell, measure: Measure) -> Decimal | Mistake | None:
    match cell.kind:
        case CellKind.TEXT:
            return _typed(cell.shown, measure) if cell.shown.strip() or not cell.text.strip() else _unseen(cell)
        case CellKind.NUMBER if cell.number is not None:
            figure = cell.number * 100 if cell.percent else cell.number
            if cell.percent and measure.unit != "%":
                return _mistake("FIG09", found=f"{_plain(figure)}%", unit=_counted_in(measure))
            is_sure = cell.code in _AS_IT_IS or cell.decimals_shown is not None
            return (None if is_sure else _unlike_what_is_shown(cell, figure, measure)) or _bounded(figure)
        case CellKind.DATE:
            return _no_number(cell, NotANumber.TIME if _is_time(cell) else NotANumber.DATE, measure)
    return _mistake("FIG01", found=cell.text, what="")


def _is_time(cell: Cell) -> bool:
    return cell.section is not None and cell.section.makes is Makes.TIME


def _no_number(cell: Cell, slip: NotANumber, measure: Measure) -> Mistake:
    facts = {"found": cell.shown, "what": f"{slip.value.replace('a ', 'the ', 1)} ", "unit": measure.unit}
    return Mistake("FIG01", tuple(facts.items()), slip)


def _unseen(cell: Cell) -> Mistake:
    shown = printable(cell.shown).strip()
    return _mistake("FIG12", found=f"“{_short(shown)}”" if shown else "nothing")


def _unlike_what_is_shown(cell: Cell, figure: Decimal, measure: Measure) -> Mistake | None:
    """Hold a number against what the cell shows of it: that must be the number, in the measure's unit or in none."""
    section, shown = cell.section, _words(printable(cell.shown))
    if section is None or not shown or section.makes in {Makes.WORDS, Makes.NOTHING}:
        return _unseen(cell)
    if section.makes in {Makes.DATE, Makes.TIME}:
        return _no_number(cell, NotANumber.TIME if _is_time(cell) else NotANumber.DATE, measure)
    how = _NOT_A_PLAIN_NUMBER.get(section.makes)
    if how or section.strange:
        return _mistake("FIG13", found=shown, how=how or "a number in other digits")
    read = read_number(_unadorned(shown, figure), measure.unit)
    if read is NotANumber.OTHER_UNIT:
        return _mistake("FIG09", found=shown, unit=_counted_in(measure))
    if not isinstance(read, Number):
        return _mistake("FIG13", found=shown, how="not a number on its own")
    return (
        None if _is_rounded(figure, read.value) else _mistake("FIG13", found=shown, how="not the number that it holds")
    )


def _unadorned(shown: str, figure: Decimal) -> str:
    """Accountants put a negative number into brackets; a point may be shown with nothing behind it."""
    if figure < 0 and (brackets := re.fullmatch(r"(£?) ?\((.*)\)", shown)):
        shown = f"-{brackets[1]}{brackets[2]}"
    return re.sub(r"(?<=[0-9])\.(?![0-9])", "", shown)


def _is_rounded(figure: Decimal, shown: Decimal) -> bool:
    """Whether what is shown is the figure, rounded to as many decimals as are shown."""
    places = Decimal(1).scaleb(min(0, int(shown.as_tuple().exponent)))
    return abs(figure) > LARGEST or figure.quantize(places, ROUND_HALF_UP) == shown


def shown_rounded(cell: Cell, figure: type_of_figure | Mistake | None, measure: Measure) -> str | None:
    """What a cell shows of its number, where that is rounded to less than the report prints; else None."""
    if not isinstance(figure, Decimal) or cell.kind is not CellKind.NUMBER or cell.code in _AS_IT_IS:
        return None
    if (cell.decimals_shown or -1) >= measure.decimals:
        return None
    shown = _words(printable(cell.shown))
    read = read_number(_unadorned(shown, figure), measure.unit)
    is_as_printed = not isinstance(read, Number) or measure.rounded(read.value) == measure.rounded(figure)
    return None if is_as_printed else shown


def _milestone(cell: Cell) -> str | Mistake | None:
    if cell.kind is not CellKind.TEXT:
        return _mistake("FIG11", found=str(text_of(cell)))
    words = _words(cell.shown)
    if len(words) > LONGEST_MILESTONE or re.fullmatch(r"[\d.,%£ +-]+", words):
        return _mistake("FIG11", found=words)
    return words or None


def _typed(text: str, measure: Measure) -> Decimal | Mistake | None:
    words = _words(printable(text))
    if not words:
        return None
    read = read_number(words, measure.unit)
    return mistake_of(read, words, measure) if isinstance(read, NotANumber) else _bounded(read.value)


def mistake_of(slip: NotANumber, typed: str, measure: Measure) -> Mistake:
    """Word a slip as the mistake that it is."""
    code = _CODES.get(slip, "FIG01")
    unit = {"unit": _counted_in(measure) if code == "FIG09" else measure.unit}
    what = {"what": ""} if code == "FIG01" else {}
    return Mistake(code, tuple({"found": _short(typed), **what, **unit}.items()), slip)


def _counted_in(measure: Measure) -> str:
    return "plain numbers" if measure.unit in BARE_UNITS else measure.unit


def _bounded(number: Decimal) -> Decimal | Mistake:
    """Refuse what Excel itself cannot hold exactly; beyond the finest place there is only the noise of a formula."""
    if abs(number) > LARGEST:
        return _mistake("FIG06", found=f"{number:g}")
    return number if number == 0 or number.as_tuple().exponent >= _FINEST else round(number, -_FINEST)  # type: ignore[operator]


_SPAN = re.compile(r"(.+?) ?(?:to|-|\u2013) ?(.+)")


def span_of(cell: Cell, measure: Measure) -> Span | Mistake | None:
    """A range measure's target, typed like ``40 to 60``; None where nothing is typed."""
    text = text_of(cell)
    if isinstance(text, Mistake) or not text.strip():
        return text if isinstance(text, Mistake) else None
    match = _SPAN.fullmatch(_words(text))
    ends = [_typed(end, measure) for end in match.groups()] if match else []
    numbers = [end for end in ends if isinstance(end, Decimal)]
    if len(numbers) == 2 and numbers[0] <= numbers[1]:
        return _marked(cell) or Span(*numbers)
    return _mistake("FIG01", found=text, what="")


def target_of(cell: Cell, measure: Measure) -> type_of_figure | Mistake | None:
    """A measure's target as the register has it; None where nothing is typed.

    It may have a relation that says the same as the measure's polarity: at most 415 where lower is better.
    """
    is_range = measure.kind is Kind.RANGE
    is_typed = cell.kind is CellKind.TEXT and measure.kind.is_a_number
    if is_range or not is_typed or _marked(cell) or not cell.shown.strip():
        figure = span_of(cell, measure) if is_range else figure_of(cell, measure)
        ends = (figure.lower, figure.upper) if isinstance(figure, Span) else (figure,)
        return next(filter(None, (_doubt(end, cell, measure) for end in ends)), figure)
    typed = _words(printable(cell.shown))
    read = read_target(typed, measure.unit)
    if isinstance(read, NotANumber):
        return mistake_of(read, typed, measure)
    value = read.number.value
    if read.bound and measure.polarity is not _POLARITY[read.bound]:
        return _mistake("BOUND", bound=read.bound.value, polarity=measure.polarity.value, target=f"{value:f}")
    return (not read.number.with_unit and _doubt(value, cell, measure)) or _bounded(value)


_POLARITY = {Relation.AT_LEAST: Polarity.HIGHER, Relation.AT_MOST: Polarity.LOWER}


def _doubt(figure: type_of_figure | Mistake | None, cell: Cell, measure: Measure) -> Mistake | None:
    is_explicit = measure.unit != "%" or (cell.kind is CellKind.TEXT and "%" in cell.text)
    return None if is_explicit else doubtful_share(figure, cell)


def date_of(cell: Cell, *, since: date | None = None, estimate: bool = False) -> date | Mistake | None:
    """A date, typed in any way of the table of spellings; None where nothing is typed.

    ``since`` and ``estimate`` are as in ``read_date``: without the one a date needs its year.
    """
    if cell.kind is CellKind.DATE and cell.date and not cell.struck:
        return _shown_date(cell, cell.date, needs_year=since is None)
    text = text_of(cell)
    if isinstance(text, Mistake):
        return text
    if cell.struck:
        return _marked(cell)
    words = _words(text)
    if not words:
        return None
    read = read_date(words, since=since, estimate=estimate) if cell.kind is CellKind.TEXT else None
    if read is None and cell.kind is CellKind.TEXT and read_date(words, since=_ANY_DAY):
        return _mistake("ANS03", found=_short(words), lacks="year")
    return _mistake("ANS02", found=_short(words)) if read is None else read


_ANY_DAY = date(2000, 1, 1)
"""From here on every day of a year comes within a year: it begins with a leap year."""


def _shown_date(cell: Cell, day: date, *, needs_year: bool) -> date | Mistake:
    """A day that can be seen in the cell, with the month behind it: 10/11 is the tenth of November."""
    section = cell.section
    if section is None:
        return day
    if section.makes is Makes.TIME or section.strange:
        return _mistake("ANS02", found=cell.shown)
    if not (is_whole := _is_whole_date(cell)) or (needs_year and not section.has_year):
        return _mistake("ANS03", found=cell.shown, lacks="year" if is_whole else "day")
    if section.month_comes_first and day.day != day.month:
        return _mistake("ANS04", found=cell.shown)
    return day


def choice_of(cell: Cell, words: Sequence[str], *, open_list: bool) -> str | Mistake | None:
    """The word of the list that was meant, whatever its case; an open list takes other words as they are."""
    text = text_of(cell)
    if isinstance(text, Mistake):
        return text
    typed = _words(text)
    if not typed:
        return None
    if cell.struck:
        return _marked(cell)
    for word in words:
        if word.casefold() == typed.casefold():
            return word
    if open_list:
        return typed
    return _mistake("ANS01", found=typed, suggestion=nearest(typed, words), choices=", ".join(words))


def _words(text: str) -> str:
    """The words of a text with one space between them, whatever spaces and lines there were."""
    return " ".join(text.split())


_SHORT = 60


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 3]}..."


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _mistake(rule: str, **facts: str) -> Mistake:
    return Mistake(rule, tuple(facts.items()))
