"""Returns that are refused whole: those that the program fails on, and those with more text than a report can hold."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace

from generator.model.action import ActionAnswer
from generator.model.measure import code_key, type_of_subject
from generator.model.officer_return import FilledForm
from generator.model.problem import Place, Problem, problem
from generator.reading.opened_workbook import Opened
from generator.reading.readings import Expected, Reading, reading_about
from generator.xlsx import Book

TOO_MUCH_TEXT = "FORM30"
"""The rule for such returns."""

CHARACTERS = 50_000
"""In all answers of a return together: some twenty pages, where a committee reads half a page of each measure."""

LINES = 1_000
"""In all answers of a return: each becomes a paragraph or a list item, whatever its length."""

_PLACES = {"topic", "source", "sheet", "cells", "lines", "unreadable"}
"""What a return has besides answers."""


def unforeseen(opened: Opened, told: Problem, expected: Expected) -> tuple[Reading, ...]:
    """A reading for all that is named in the cell for it, or one about nothing; ``told`` says why.

    So nobody is reminded of a return that they have sent.
    """
    file, subjects = told.place.file, dict[str, type_of_subject]()
    with suppress(Exception):  # what could not be read may not be readable here either
        subjects = {each.code: each for each in _subjects(opened, expected)}
    found = [reading_about(each, Reading(file, None, None, (), sha256=opened.sha256)) for each in subjects.values()]
    first, *others = found or (Reading(file, None, None, (), sha256=opened.sha256),)
    return (replace(first, problems=(told,)), *others)


def _subjects(opened: Opened, expected: Expected) -> Iterator[type_of_subject]:
    topics = {code_key(each.name or each.label): each for each in expected.topics}
    book = opened.book
    sheets = {sheet.name: sheet for sheet in book.sheets} if isinstance(book, Book) else {}
    for name in book.names if isinstance(book, Book) else ():
        if name.name in {"measure_code", "group_name"} and name.first and name.target_sheet in sheets:
            cell = sheets[name.target_sheet].cells.get(name.first)
            said = cell.text.strip() if cell else ""
            found = expected.register.find(said) if name.name == "measure_code" else topics.get(code_key(said))
            if found:
                yield found


def within_bounds(readings: tuple[Reading, ...], opened: Opened) -> tuple[Reading, ...]:
    """The forms of a workbook; those whose answers have too much text without their return, and with that problem."""
    sheets = opened.book.sheets if isinstance(opened.book, Book) else ()
    whole = "\n".join(cell.text for sheet in sheets for cell in sheet.cells.values())
    if len(whole) <= CHARACTERS and len(whole.splitlines()) <= LINES:
        return readings  # as almost all: to take each return's answers apart takes much longer
    return tuple(map(_within_bounds, readings))


def _within_bounds(reading: Reading) -> Reading:
    texts = tuple(_texts(reading.form))
    count, lines = sum(map(len, texts)), sum(text.count("\n") + 1 for text in texts)
    if count <= CHARACTERS and lines <= LINES:
        return reading
    facts = {"count": f"{count:,}", "lines": f"{lines:,}", "most": f"{CHARACTERS:,}", "most_lines": f"{LINES:,}"}
    told = problem(TOO_MUCH_TEXT, Place(reading.file, reading.sheet or None), **facts)
    return replace(reading, returned=None, about_group=None, problems=(*reading.problems, told))


def _texts(answer: object) -> Iterator[str]:
    """Every text of an answer, of several, or of a return."""
    match answer:
        case str():
            yield answer
        case ActionAnswer():
            yield from answer.written
        case tuple():
            for each in answer:
                yield from _texts(each)
        case Mapping():
            yield from _texts(tuple(answer.values()))
        case FilledForm():
            yield from _texts(tuple(getattr(answer, each.name) for each in fields(answer) if each.name not in _PLACES))
        case _ if is_dataclass(answer):
            yield from _texts(tuple(getattr(answer, each.name) for each in fields(answer)))
