"""Whether a workbook holds past figures or a list of measures, by what stands in it."""

from dataclasses import dataclass
from enum import Enum

from generator.importing.meaning.fields import ListField
from generator.importing.past.find_figures import SheetFigures, figures_on
from generator.importing.past.heading_words import FigureRole, Months
from generator.importing.past.measure_names import MeasureNames
from generator.importing.table.find_table import fields_by_name, find_table
from generator.model.measure import Register
from generator.model.period import Period
from generator.xlsx import Book


class Holds(Enum):
    """What a workbook holds."""

    PAST_FIGURES = "past figures"
    FIGURES_OF_UNKNOWN_MEASURES = "past figures of measures that are not in the register"
    SOMETHING_ELSE = "a list of measures, or something else"


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a workbook holds, and what was found of figures on its sheets that can be seen."""

    holds: Holds
    sheets: tuple[SheetFigures, ...]


_OF_A_LIST = frozenset(
    {
        *(ListField.OFFICER, ListField.EMAIL, ListField.APPROVER, ListField.POLARITY, ListField.DECIMALS),
        *(ListField.BASIS, ListField.SCHEME, ListField.TOLERANCE, ListField.FREQUENCY, ListField.DUE),
        *(ListField.FLOOR, ListField.STRETCH),
    }
)
"""Columns that define measures. A table of figures may have some, but then it has more periods than these."""


def recognised(book: Book, register: Register, before: Period) -> Recognised:
    """What a workbook holds. Past is what lies before a period."""
    names = MeasureNames.of(register)
    sheets = tuple(figures_on(each, names) for each in book.sheets if each.state == "visible")
    figures = {each.months for sheet in sheets for each in sheet.figures if each.role is FigureRole.ACTUAL}
    defining = _columns_of_a_list(book)
    if sum(_is_past(each, before) for each in figures) > defining:
        return Recognised(Holds.PAST_FIGURES, sheets)
    named = {months for sheet in sheets if not sheet.figures for months in sheet.periods}
    if sum(_is_past(each, before) for each in named) > max(defining, 1):
        return Recognised(Holds.FIGURES_OF_UNKNOWN_MEASURES, sheets)
    return Recognised(Holds.SOMETHING_ELSE, sheets)


def _is_past(months: Months, before: Period) -> bool:
    return months.first < before.first_day


def _columns_of_a_list(book: Book) -> int:
    table = find_table(book)
    headings = table.headings.values() if table else ()
    return len({field for each in headings for field in fields_by_name(each)} & _OF_A_LIST)
