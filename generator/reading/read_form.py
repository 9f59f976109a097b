"""From the bytes of a workbook to returns, with every problem found on the way at its cell.

An answer is found by the reference printed in its row; the cell's defined name checks it, and stands in for a
reference that was deleted. Cutting and pasting moves names, and some programs drop them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

from generator.forms import questions as form
from generator.forms.questions import Field
from generator.model.figures import type_of_figure
from generator.model.measure import Measure, Register
from generator.model.officer_return import Half, Return, SignOff, Source
from generator.model.period import Period
from generator.model.problem import Place, Problem, nearest, problem
from generator.reading.cell_answers import (
    Mistake,
    choice_of,
    date_of,
    doubtful_share,
    figure_of,
    shown_rounded,
    text_of,
)
from generator.reading.changed_targets import changes_since_issue
from generator.reading.find_questions import FormLayout, find_layout
from generator.reading.mistakes_in_words import facts_of, unreadable
from generator.reading.opened_workbook import Opened
from generator.xlsx import Book, Cell, Sheet, Unreadable, column_letters

_LONG_NUMBER = 7
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one form gave.

    ``measure`` is None where the register has no such code; ``returned`` is None where the form was refused;
    ``stray`` is a form of another quarter, ``blank`` one that nobody has begun to fill in; ``sha256``, the workbook's.
    """

    file: str
    measure: Measure | None
    returned: Return | None
    problems: tuple[Problem, ...]
    stray: bool = False
    blank: bool = False
    sheet: str = ""
    sha256: str = ""

    @property
    def is_return(self) -> bool:
        """Whether it counts as the return of its measure, good or not."""
        return not self.stray and not self.blank


@dataclass(frozen=True, slots=True)
class Expected:
    """What returns are read against; ``statuses`` gives the words of a measure's scheme.

    ``edition`` is another one where any of this is another.
    """

    register: Register
    period: Period
    statuses: Callable[[Measure], tuple[str, ...]]
    edition: bytes = b""


def by_measure(readings: Iterable[Reading]) -> dict[str, list[Reading]]:
    """Group by measure code what counts as a return; a measure with several has rivals, none of which is guessed."""
    found: dict[str, list[Reading]] = {}
    for reading in readings:
        if reading.measure and reading.is_return:
            found.setdefault(reading.measure.code, []).append(reading)
    return found


def read_workbook(opened: Opened, file: str, expected: Expected) -> tuple[Reading, ...]:
    """Read every form in a workbook; always at least one Reading."""
    book = opened.book
    if isinstance(book, Unreadable):
        return (Reading(file, None, None, (unreadable(file, book),), sha256=opened.sha256),)
    forms = [(sheet, layout) for sheet in book.sheets if (layout := find_layout(sheet, book))]
    if not forms:
        return (Reading(file, None, None, (problem("FORM01", Place(file)),), sha256=opened.sha256),)
    source = Source(file=file, sha256=opened.sha256)
    first, *others = (_Form(sheet, layout, source, expected).reading() for sheet, layout in forms)
    unread = tuple(_sheets_not_read(book, {sheet.name for sheet, _ in forms}, file))
    told = replace(first, problems=(*first.problems, *unread)) if unread and not first.blank else first
    return (told, *others)


def _sheets_not_read(book: Book, forms: set[str], file: str) -> Iterator[Problem]:
    """What an officer writes on a sheet of their own would be lost without a word."""
    for sheet in book.sheets:
        if sheet.name not in forms and any(cell.text.strip() for cell in sheet.cells.values()):
            yield problem("FORM13", Place(file, sheet.name))


class _Form:
    """Reads one form, answer by answer, noting problems and going on."""

    def __init__(self, sheet: Sheet, layout: FormLayout, source: Source, expected: Expected) -> None:
        self.sheet, self.layout, self.source, self.expected = sheet, layout, source, expected
        self.place = Place(source.file, sheet.name)
        self.problems: list[Problem] = []
        self.unreadable: set[str] = set()
        self.rows = {name: self._row_among(rows) for name, rows in layout.rows.items()}
        self.lines: dict[str, list[str]] = {}
        self.rounded: dict[str, str] = {}

    def reading(self) -> Reading:
        """Identify the form first: answers to the wrong questions would only raise false alarms."""
        source, sheet, measure = self.source, self.sheet.name, self._measure()
        if measure and self._is_blank():
            return Reading(source.file, measure, None, (), blank=True, sheet=sheet, sha256=source.sha256)
        right_period = measure is not None and self._right_period()
        returned = self._return(measure) if measure and right_period and self._right_version() else None
        stray, problems = not right_period, tuple(self.problems)
        return Reading(source.file, measure, returned, problems, stray=stray, sheet=sheet, sha256=source.sha256)

    def _is_blank(self) -> bool:
        """Issued forms lie in the folder that returns come back to; until somebody writes in one, it is no return."""
        rows = (row for field in form.FIELDS if not field.prefilled for row in self.layout.rows.get(field.name, ()))
        written = (self.sheet.cells.get((row, self.layout.answer_column)) for row in (*rows, *self.layout.orphans))
        return not any(cell and (cell.text.strip() or cell.formula) for cell in written)

    def _measure(self) -> Measure | None:
        code = self._text("measure_code")
        measure = self.expected.register.find(code) if code else None
        if code and not measure:
            self._note("FORM03", "measure_code", found=code, suggestion=nearest(code, self.expected.register.codes))
        elif not code and "measure_code" not in self.unreadable:
            self._note("FORM12", "measure_code")
        return measure

    def _right_version(self) -> bool:
        version = self._text("form_version")
        if version == form.VERSION:
            return True
        if "form_version" not in self.unreadable:
            self._note("FORM02", "form_version", found=version or "", wanted=form.VERSION)
        return False

    def _right_period(self) -> bool:
        wanted, found = self.expected.period, self._text("period")
        if found == str(wanted):
            return True
        if "period" not in self.unreadable:
            self._note("FORM04", "period", found=_period_name(found), wanted=wanted.name)
        return False

    def _return(self, measure: Measure) -> Return:
        self._check_layout(measure)
        figure, text = self._figure_reader(measure), self._text
        return Return(
            measure_code=measure.code,
            period=self.expected.period,
            source=self.source,
            quarter=self._half("quarter", figure("quarter_actual"), measure),
            forecast=self._half("forecast", figure("forecast_actual"), measure),
            provisional=self._choice("quarter_provisional", measure) == "Yes",
            final_on=self._date("quarter_final_on"),
            missing_reason=self._choice("missing_reason", measure),
            direction_override=self._choice("direction_override", measure),
            direction_reason=text("direction_reason"),
            previous_actual=figure("previous_actual"),
            previous_revised=figure("previous_revised"),
            estimated=self._choice("quarter_estimated", measure) == "Yes",
            previous_period=_period(text("previous_period")),
            year_ago_actual=figure("year_ago_actual"),
            issue_number=_whole(text("issue_number")),
            same_as=text("same_as"),
            answers=MappingProxyType({field.name: self._lines(field.name) for field in form.LINES}),
            commentary_provisional=self._choice("commentary_status", measure) == "Provisional",
            note_to_team=text("note_to_team"),
            sign_off=SignOff(
                completed_by=text("completed_by"),
                completed_on=self._date("completed_on"),
                approved_by=text("approved_by"),
                approved_on=self._date("approved_on"),
            ),
            sheet=self.sheet.name,
            cells=_references(self.layout.answer_column, tuple(self.rows.items())),
            lines=MappingProxyType({name: tuple(self.lines[name]) for name in self.lines}),
            unreadable=self._compare_prefilled(measure, figure),
            rounded=MappingProxyType(self.rounded),
        )

    def _half(self, half: str, actual: type_of_figure | None, measure: Measure) -> Half:
        override, reason = self._choice(f"{half}_status_override", measure), self._text(f"{half}_status_reason")
        return Half(actual=actual, override=override, reason=reason)

    def _check_layout(self, measure: Measure) -> None:
        """Tell of questions that are gone, answered twice, or named elsewhere, and of text beside no question."""
        for field in (each for each in form.FIELDS if each.asked_of(measure.kind)):
            if field.name not in self.rows:
                self.unreadable.add(field.name)
                self._note("FORM06", field.name, ref=field.ref)
        for row in self.layout.orphans:
            cell = self.sheet.cells[row, self.layout.answer_column]
            text = cell.shown if len(cell.shown) <= 60 else f"{cell.shown[:57]}..."
            self.problems.append(problem("FORM08", self.place.at(cell.ref), text=text))
        if self.layout.outside:
            first, *others = self.layout.outside
            more = f" and {len(others)} more" if others else ""
            self.problems.append(problem("FORM14", self.place.at(first), cells=f"{first}{more}"))
        for name, ((row, column), _) in self.layout.named.items():
            if row not in self.layout.rows.get(name, (row,)) and self._cell(name):
                other = f"{column_letters(column)}{row}"
                self._note("FORM07", name, ref=form.BY_NAME[name].ref, other=other)

    def _compare_prefilled(self, measure: Measure, figure: Callable[[str], type_of_figure | None]) -> frozenset[str]:
        """An officer who saw another target answered another question. Gives all that is unreadable now."""
        for rule, name, facts in changes_since_issue(measure, self.expected.period, figure, self._text):
            if name not in self.unreadable:
                self._note(rule, name, **facts)
        return frozenset(self.unreadable)

    def _row_among(self, rows: tuple[int, ...]) -> int:
        """The row an answer stands in; of rows that repeat a reference, the one with something in it."""
        if len(rows) == 1:
            return rows[0]
        answered = (row for row in rows if (row, self.layout.answer_column) in self.sheet.cells)
        return next(answered, rows[0])

    def _cell(self, name: str) -> Cell | None:
        row = self.rows.get(name)
        return self.sheet.cells.get((row, self.layout.answer_column)) if row else None

    def _at(self, name: str) -> Place:
        row = self.rows.get(name)
        return self.place.at(f"{column_letters(self.layout.answer_column)}{row}" if row else None)

    def _note(self, rule: str, name: str, **facts: object) -> None:
        label = form.BY_NAME[name].label
        self.problems.append(problem(rule, self._at(name), label=label, **facts))

    def _answer(self, name: str, understand: Callable[[Cell], _Answer | Mistake]) -> _Answer | None:
        if len(self.layout.rows.get(name, ())) > 1:
            self._refuse_two_answers(form.BY_NAME[name])
        cell = self._cell(name)
        answer = understand(cell) if cell else None
        if not isinstance(answer, Mistake):
            return answer
        if name not in self.unreadable:
            self.unreadable.add(name)
            self._note(answer.rule, name, **facts_of(answer))
        return None

    def _refuse_two_answers(self, field: Field) -> None:
        places = ((row, self.layout.answer_column) for row in self.layout.rows.get(field.name, ()))
        cells = [self.sheet.cells[place] for place in places if place in self.sheet.cells]
        if len({cell.text for cell in cells}) > 1 and field.name not in self.unreadable:
            self.unreadable.add(field.name)
            refs = ", ".join(cell.ref for cell in cells)
            self._note("FORM11", field.name, ref=field.ref, cells=refs)

    def _text(self, name: str) -> str | None:
        text = self._answer(name, text_of)
        return text if text and text.strip() else None

    def _choice(self, name: str, measure: Measure) -> str | None:
        field = form.BY_NAME[name]
        statuses, open_list = self.expected.statuses, field.open_list
        return self._answer(
            name,
            lambda cell: choice_of(cell, form.words_offered(field.choices, statuses(measure)), open_list=open_list),
        )

    def _date(self, name: str) -> date | None:
        since, estimate = self.expected.period.first_day, form.BY_NAME[name].estimate
        return self._answer(name, lambda cell: date_of(cell, since=since, estimate=estimate))

    def _figure_reader(self, measure: Measure) -> Callable[[str], type_of_figure | None]:
        period = self.expected.period
        targets = {"quarter_actual": measure.quarter_target(period), "forecast_actual": measure.year_end_target}

        def understand(name: str, cell: Cell) -> type_of_figure | Mistake | None:
            figure = figure_of(cell, measure)
            if shown := shown_rounded(cell, figure, measure):
                self.rounded[name] = shown
            asked = name in targets and measure.unit == "%"
            return (doubtful_share(figure, cell, targets[name]) if asked else None) or figure

        return lambda name: self._answer(name, lambda cell: understand(name, cell))

    def _lines(self, name: str) -> tuple[str, ...]:
        """One line a paragraph or list item: a line break inside a cell starts a new one."""
        lines: list[str] = []
        places = self.lines[name] = []
        for row in self.layout.rows.get(name, ()):
            cell = self.sheet.cells.get((row, self.layout.answer_column))
            text = text_of(cell) if cell else ""
            if isinstance(text, Mistake) and cell:
                self.unreadable.add(name)
                facts = {"label": form.BY_NAME[name].label, **dict(text.facts)}
                self.problems.append(problem(text.rule, self.place.at(cell.ref), **facts))
            elif isinstance(text, str) and cell:
                found = [line for line in text.split("\n") if line.strip()]
                lines += found
                places += [cell.ref] * len(found)
        return tuple(lines)


@lru_cache(maxsize=64)
def _references(column: int, rows: tuple[tuple[str, int], ...]) -> Mapping[str, str]:
    """Give the cell of each answer; forms that are laid out alike, as almost all are, share them."""
    return MappingProxyType({name: f"{column_letters(column)}{row}" for name, row in rows if row})


def _period(code: str | None) -> Period | None:
    try:
        return Period.parse(code or "")
    except ValueError:
        return None


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < _LONG_NUMBER else 1


def _period_name(code: str | None) -> str:
    period = _period(code)
    return period.name if period else f"“{code or ''}”"
