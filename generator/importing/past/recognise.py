"""Whether a workbook holds past figures or a list of measures, by what stands in it."""

from dataclasses import dataclass
from enum import Enum

from generator.importing.meaning.fields import ListField
from generator.importing.past.find_figures import SheetFigures, figures_on
from generator.importing.past.heading_words import FigureRole, Months
from generator.importing.past.measure_names import MeasureNames
from generator.importing.table.find_table import fields_by_name, find_table
from generator.model.english import counted, listed
from generator.model.period import Period
from generator.model.problem import Place, Problem, problem
from generator.model.register import Register
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
"""Columns that define measures. A table of figures may have some, but then it has more periods than these, or results
of several quarters that are named with their years, which no list has."""


def recognised(book: Book, register: Register, before: Period) -> Recognised:
    """What a workbook holds. Past is what lies before a period."""
    names = MeasureNames.of(register)
    sheets = tuple(figures_on(each, names, before.starts) for each in book.sheets if each.state == "visible")
    actuals = [each for sheet in sheets for each in sheet.figures if each.role is FigureRole.ACTUAL]
    past = {each.months for each in actuals if _is_past(each.months, before)}
    quarters = {each.months for each in actuals if each.months in past and each.months.long == 3 and not each.guess}
    defining = _columns_of_a_list(book)
    if len(quarters) > 1 or len(past) > defining:
        return Recognised(Holds.PAST_FIGURES, sheets)
    named = {months for sheet in sheets if not sheet.figures for months in sheet.periods}
    if sum(_is_past(each, before) for each in named) > max(defining, 1):
        return Recognised(Holds.FIGURES_OF_UNKNOWN_MEASURES, sheets)
    return Recognised(Holds.SOMETHING_ELSE, sheets)


def _is_past(months: Months, before: Period) -> bool:
    return months.first < before.first_day


def has_columns_of_a_list(book: Book) -> bool:
    """Whether a workbook has a column that defines measures, whatever figures stand beside it."""
    return _columns_of_a_list(book) > 0


def _columns_of_a_list(book: Book) -> int:
    table = find_table(book)
    headings = table.headings.values() if table else ()
    return len({field for each in headings for field in fields_by_name(each)} & _OF_A_LIST)


def unknown_measures(found: Recognised, file: str, register: Register) -> Problem:
    """What there is to say of figures of which no measure is known."""
    labels = list(dict.fromkeys(each.why for sheet in found.sheets for each in sheet.unknown))
    periods = len({months for sheet in found.sheets for months in sheet.periods})
    named = listed(f"“{each}”" for each in labels[:_NAMED]) or "it names none that could be told"
    more = f" and {len(labels) - _NAMED} more" if len(labels) > _NAMED else ""
    suggestion = MeasureNames.of(register).suggestion(labels[0]) if labels else ""
    facts = {"periods": counted(periods, "period"), "named": f"{named}{more}", "suggestion": suggestion}
    return problem("IMP10", Place(file), **facts)


_NAMED = 3
