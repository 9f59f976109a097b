"""A return that could not be read for a fault of the program: refused, but still known for its measure's."""

from collections.abc import Iterator
from contextlib import suppress

from generator.model.measure import Measure
from generator.model.problem import Problem
from generator.reading.opened_workbook import Opened
from generator.reading.read_form import Expected, Reading
from generator.xlsx import Book


def refused(opened: Opened, told: Problem, expected: Expected) -> tuple[Reading, ...]:
    """A reading for each measure whose code stands in the cell of that name, or one of no measure; ``told`` says why.

    So nobody is reminded of a return that they have sent.
    """
    file, measures = told.place.file, dict[str, Measure]()
    with suppress(Exception):  # what could not be read may not be readable here either
        measures = {each.code: each for each in _measures(opened, expected)}
    first, *others = measures.values() or (None,)
    return (
        Reading(file, first, None, (told,), sha256=opened.sha256),
        *(Reading(file, each, None, (), sha256=opened.sha256) for each in others),
    )


def _measures(opened: Opened, expected: Expected) -> Iterator[Measure]:
    book = opened.book
    sheets = {sheet.name: sheet for sheet in book.sheets} if isinstance(book, Book) else {}
    for name in book.names if isinstance(book, Book) else ():
        if name.name == "measure_code" and name.first and name.target_sheet in sheets:
            cell = sheets[name.target_sheet].cells.get(name.first)
            measure = expected.register.find(cell.text.strip()) if cell else None
            if measure:
                yield measure
