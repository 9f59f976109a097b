"""A sheet of the register: rows under headings, which stand in any order; every fault is noted at its cell."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeVar

from generator.commentary.withheld import public_text
from generator.model.english import listed
from generator.model.figures import BARE_UNITS, type_of_figure
from generator.model.measure import Kind, Measure
from generator.model.period import read_year
from generator.model.problem import Place, Problem, nearest, problem
from generator.model.register import Register
from generator.reading.answers.cell_answers import Mistake, date_of, shown_rounded, target_of, text_of
from generator.reading.answers.mistakes_in_words import target_fault
from generator.xlsx import Book, Cell, Sheet, column_letters

_EXAMPLES = {
    Kind.RANGE: "a range, like 40 to 60",
    Kind.DATE: "a date, like 31/03/2019",
    Kind.YES_NO: "Yes or No",
    Kind.MILESTONE: "the milestone’s word",
}

_Word = TypeVar("_Word", bound=StrEnum)


def sheet_named(book: Book, name: str) -> Sheet | None:
    """The sheet of a name, whatever its capitals; None if there is none."""
    return next((each for each in book.sheets if each.name.strip().casefold() == name.casefold()), None)


def row_of_headings(sheet: Sheet, headings: Iterable[str]) -> int | None:
    """The first row that holds at least two of the headings; None if none does."""
    sought, hits = set(map(_key, headings)), Counter[int]()
    for (row, _), cell in sheet.cells.items():
        hits[row] += _key(cell.text) in sought
        if hits[row] == 2:
            return row
    return None


class HeadedSheet:
    """A sheet with all that is ``told`` of it: reading goes on after every fault.

    ``known`` are the headings that mean something to us; what stands under others is left alone.
    """

    def __init__(self, sheet: Sheet, file: str, header: int, known: Sequence[str]) -> None:
        self.sheet, self.place, self.header, self.known = sheet, Place(file, sheet.name), header, known
        self.headings = {column: cell.text for (row, column), cell in sheet.cells.items() if row == header}
        found = {_key(text): column for column, text in reversed(self.headings.items())}
        self.columns = {each: found[_key(each)] for each in known if _key(each) in found}
        self.told: list[Problem] = []

    @property
    def has_errors(self) -> bool:
        """Whether anything told of must be put right before the register is used."""
        return any(each.is_error for each in self.told)

    def check_headings(self, needed: Collection[str]) -> None:
        """Tell of headings that stand twice, that are ``needed`` and not there, or nearly right."""
        keys = Counter(map(_key, self.headings.values()))
        for heading in (each for each in self.known if keys[_key(each)] > 1):
            place = self.place.at(f"{column_letters(self.columns[heading])}{self.header}")
            self.told.append(problem("REG05", place, header=heading))
        ours = set(map(_key, self.known))
        unknown = [text for text in self.headings.values() if _key(text) not in ours]
        for heading in (each for each in self.known if each not in self.columns):
            hint = nearest(heading, unknown, cutoff=0.8)
            if hint or heading in needed:
                self.told.append(problem("REG02", self.place, header=heading, suggestion=hint, row=self.header))

    def rows(self) -> Iterator["SheetRow"]:
        """Every row under the headings in which anything stands, whatever its column."""
        return (SheetRow(self, row) for row in sorted({row for row, _ in self.sheet.cells if row > self.header}))


def further_sheet(
    book: Book, file: str, name: str, known: Sequence[str], needed: Collection[str]
) -> HeadedSheet | None:
    """A further sheet of the register, its headings in its first row and checked; None where there is no such sheet."""
    sheet = sheet_named(book, name)
    if sheet is None:
        return None
    under = HeadedSheet(sheet, file, min((row for row, _ in sheet.cells), default=1), known)
    under.check_headings(needed)
    return under


class SheetRow(NamedTuple):
    """One row of a sheet, read by its headings; a heading that the sheet has not got gives an empty text."""

    under: HeadedSheet
    number: int

    def cell(self, heading: str) -> Cell | None:
        """The cell under a heading; None where there is none."""
        column = self.under.columns.get(heading)
        return None if column is None else self.under.sheet.cells.get((self.number, column))

    def place(self, heading: str) -> Place:
        """Where that cell stands."""
        return self.under.place.at(f"{column_letters(self.under.columns[heading])}{self.number}")

    def note(self, heading: str, found: str, fault: str, remedy: str) -> None:
        """Tell of what stands under a heading."""
        facts = {"header": heading, "found": found, "fault": fault, "remedy": remedy}
        self.under.told.append(problem("REG03", self.place(heading), **facts))

    def query(self, rule: str, heading: str, facts: Mapping[str, str]) -> None:
        """Ask about what stands under a heading, by a rule of the catalogue."""
        self.under.told.append(problem(rule, self.place(heading), **{"header": heading, **facts}))

    def text(self, heading: str) -> str:
        """The words under a heading, on one line."""
        return " ".join(self.lines(heading).split())

    def lines(self, heading: str) -> str:
        """The words under a heading, as they stand there."""
        cell = self.cell(heading)
        text = "" if cell is None else text_of(cell)
        if isinstance(text, Mistake):
            self.note(
                heading, cell.shown if cell else "", "the cell shows an error or an unsaved formula.", "Type the value."
            )
            return ""
        return text

    def required(self, heading: str) -> str:
        """The words under a heading that may not be empty."""
        text = self.text(heading)
        if not text:
            self.note(heading, "", "it is empty.", "Fill it in, or delete the row.")
        return text

    def published(self, heading: str, text: str) -> str:
        """The words under a heading, which reports print as they stand, so that none of them can be withheld."""
        if public_text(text) != text:
            fault = "it is published as it stands, with the words that [[ ]] are to withhold."
            self.note(heading, text, fault, "Leave those words out, and the marks.")
        return text

    def refuse_number(self, heading: str) -> None:
        """Excel makes a number or a date of 1.10, 0012 and 1-2, and another code of it."""
        cell = self.cell(heading)
        if cell and cell.number is not None and (cell.date or cell.shown != cell.text):
            fault = "Excel keeps it as a number or a date, and not as it is shown."
            self.note(heading, cell.shown, fault, "Give the cell the number format Text, and type it again.")

    def word(self, heading: str, words: Mapping[str, _Word]) -> _Word:
        """What one of the words means; the first where it is none of them, which is told of."""
        text = self.text(heading)
        if text.casefold() in words:
            return words[text.casefold()]
        known = list(dict.fromkeys(word.value for word in words.values() if word))
        self.note(heading, text, f"it is not known.{nearest(text, known)}", f"Write one of: {', '.join(known)}.")
        return next(iter(words.values()))

    def target(self, heading: str, measure: Measure) -> type_of_figure | None:
        """A figure that a measure may be held against; None where there is none, or it is not understood."""
        cell = self.cell(heading)
        figure = target_of(cell, measure) if cell else None
        if cell is None or figure is None:
            return None
        if isinstance(figure, Mistake):
            number = "a plain number, or give the measure a unit" if not measure.unit else _number_in(measure.unit)
            example = f"Write {_EXAMPLES.get(measure.kind, number)}."
            self.note(heading, cell.shown, *target_fault(figure, measure, example))
            return None
        if shown := shown_rounded(cell, figure, measure):
            self.query("REG11", heading, {"shown": shown, "found": measure.show(figure)})
        return figure

    def number_in(self, heading: str, measure: Measure) -> Decimal | None:
        """A number in a measure's unit; None where there is none, or it is not understood."""
        figure = self.target(heading, measure)
        return figure if isinstance(figure, Decimal) else None

    def day(self, heading: str) -> date | None:
        """The date under a heading, which may not be empty; None where it is not understood."""
        cell = self.cell(heading)
        day = date_of(cell) if cell else None
        if day is None or isinstance(day, Mistake):
            self.note(heading, cell.shown if cell else "", "it is not a date.", "Write a date, like 04/05/2018.")
            return None
        return day

    def year(self, heading: str) -> int | None:
        """The year under a heading, by the calendar year in which it starts; None where it is not understood."""
        text = self.text(heading)
        try:
            return read_year(text)
        except ValueError as fault:
            self.note(heading, text, str(fault), "Write it like 2024/25; give the cell the number format Text first.")
            return None

    def measure(self, heading: str, register: Register) -> Measure | None:
        """The measure whose code stands under a heading; None where there is no such measure, which is told of."""
        code = self.text(heading)
        measure = register.find(code) if code else None
        if measure is None:
            fault = f"the register has no such measure.{nearest(code, register.codes)}"
            self.note(heading, code, fault, "Correct it.")
        return measure


def _number_in(unit: str) -> str:
    return "a plain number" if unit in BARE_UNITS else f"a number in {unit}"


def told_together(told: Iterable[Problem]) -> tuple[Problem, ...]:
    """What is told of a sheet, with what is said word for word of many cells of a column said once, at the first."""
    alike: dict[tuple[str, str, tuple[tuple[str, str], ...]], list[Problem]] = {}
    for each in told:
        column = (each.place.cell or "").rstrip("0123456789")
        alike.setdefault((each.code, column, each.facts), []).append(each)
    return tuple(one for found in alike.values() for one in _together(found))


def _together(found: Sequence[Problem]) -> Sequence[Problem]:
    first, *others = found
    facts = dict(first.facts)
    if len(found) < _MANY or "fault" not in facts:
        return found
    cells = [each.place.cell or "" for each in others]
    named = listed(cells) if len(cells) <= _MOST_CELLS else f"{cells[0]} to {cells[-1]}, {len(cells)} cells in all"
    facts["fault"] += f" The same goes for {named}."
    return (replace(first, facts=tuple(facts.items())),)


_MANY, _MOST_CELLS = 4, 6


def _key(heading: str) -> str:
    return re.sub(r"[\W_]+", "", heading.casefold())
