"""From the bytes of a workbook to returns, with every problem found on the way at its cell.

An answer is found by the reference printed in its row; the cell's defined name checks it, and stands in for a
reference that was deleted. Cutting and pasting moves names, and some programs drop them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

from generator.forms import form_words as form
from generator.forms.asked.fixed_questions import group_names
from generator.forms.asked.question_types import Answer, Field
from generator.forms.asked.questionnaires import asked_of, asked_of_any
from generator.forms.prefill import prefilled
from generator.model.english import day as day_in_words
from generator.model.figures import type_of_figure
from generator.model.measure import Measure
from generator.model.officer_return import Half, Return, SignOff, Source
from generator.model.period import Period
from generator.model.problem import Place, Problem, nearest, problem
from generator.reading.answers.cell_answers import (
    Mistake,
    choice_of,
    date_of,
    doubtful_share,
    figure_of,
    shown_rounded,
    text_of,
)
from generator.reading.answers.changed_targets import changes_since_issue
from generator.reading.answers.find_questions import FormLayout, find_layout
from generator.reading.answers.mistakes_in_words import facts_of
from generator.reading.answers.words_meant import words_of
from generator.reading.left_over.as_issued import changed_texts
from generator.reading.left_over.on_form import left_over
from generator.reading.left_over.since_issue import FILLED_IN, changed_questions, is_absent_by_right
from generator.reading.left_over.told import (
    beside_answers,
    elsewhere,
    told_of_aside,
    told_of_form,
    told_of_other_sheets,
)
from generator.reading.opened_workbook import Opened
from generator.reading.readings import Expected, Reading
from generator.reading.unreadable_files import unreadable
from generator.xlsx import Cell, Sheet, Sort, Unreadable, column_letters

_LONG_NUMBER = 7
_Answer = TypeVar("_Answer")


def read_workbook(opened: Opened, file: str, expected: Expected) -> tuple[Reading, ...]:
    """Read every form in a workbook; always at least one Reading."""
    book = opened.book
    if isinstance(book, Unreadable):
        return (Reading(file, None, None, (unreadable(file, book),), sha256=opened.sha256),)
    asked = asked_of_any(expected.shape)
    forms = [(sheet, layout) for sheet in book.sheets if (layout := find_layout(sheet, book, asked))]
    if not forms:
        return (Reading(file, None, None, (problem("FORM01", Place(file)),), sha256=opened.sha256),)
    source, names = Source(file=file, sha256=opened.sha256), [sheet.name for sheet, _ in forms]
    others = elsewhere(book, names)
    readings = [_Form(sheet, layout, source, expected, others).reading() for sheet, layout in forms]
    at = next((at for at, each in enumerate(readings) if not each.blank), 0)
    told = tuple(told_of_other_sheets(book, names, file)) if others else ()
    readings[at] = replace(readings[at], problems=(*readings[at].problems, *told)) if told else readings[at]
    return tuple(readings)


class _Form:
    """Reads one form, answer by answer, noting problems and going on."""

    def __init__(
        self, sheet: Sheet, layout: FormLayout, source: Source, expected: Expected, elsewhere: Sequence[str]
    ) -> None:
        self.sheet, self.layout, self.source, self.expected = sheet, layout, source, expected
        self.place = Place(source.file, sheet.name)
        self.asked = asked_of_any(expected.shape)
        self.left_over = left_over(sheet, layout, expected.shape)
        self.elsewhere = (*elsewhere, *beside_answers(sheet, self.left_over))
        self.pictures = {(each.row, each.column) for each in sheet.beside.extras if each.sort is Sort.PICTURE_IN_CELL}
        self.problems: list[Problem] = []
        self.unreadable: set[str] = set()
        self.rows = {name: self._row_among(rows) for name, rows in layout.rows.items()}
        self.lines: dict[str, list[str]] = {}
        self.rounded: dict[str, str] = {}

    def reading(self) -> Reading:
        """Identify the form first: answers to the wrong questions would only raise false alarms."""
        source, measure, is_empty = self.source, self._measure(), self._is_empty()
        found = Reading(
            source.file,
            measure,
            None,
            (),
            sheet=self.sheet.name,
            sha256=source.sha256,
            last_time=self.left_over.last_time,
            has_previous=self._cell("previous_actual") is not None,
        )
        if measure and is_empty and not self.elsewhere:
            return replace(found, blank=True)
        right_period = measure is not None and self._right_period()
        out_of_sight = self.sheet.state != "visible"
        returned = None
        if measure and right_period and self._right_version():
            everything, self.asked = self.asked, asked_of(self.expected.shape, measure)
            if not (out_of_sight or is_empty):
                returned = self._return(measure)
            self.problems += told_of_form(self.sheet, self.layout, self.left_over, self.place, everything)
            self.problems += told_of_aside(self.sheet, self.place, measure.label, self.elsewhere if is_empty else ())
        return replace(
            found,
            returned=returned,
            problems=tuple(self.problems),
            stray=not right_period,
            aside=is_empty or out_of_sight,
        )

    def _is_empty(self) -> bool:
        """Issued forms lie in the folder that returns come back to; until somebody writes in one, it is no return."""
        asked = (name for name in self.layout.rows if name not in FILLED_IN)
        rows = (row for name in asked for row in self.layout.rows[name])
        written = (self.sheet.cells.get((row, self.layout.answer_column)) for row in rows)
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
        readable = (form.FIRST_VERSION, form.VERSION)
        if version in readable:
            return True
        if "form_version" not in self.unreadable:
            self._note("FORM02", "form_version", found=version or "", wanted=" or ".join(readable))
        return False

    def _right_period(self) -> bool:
        wanted, found = self.expected.period, self._text("period")
        if found == str(wanted):
            return True
        if "period" not in self.unreadable:
            self._note("FORM04", "period", found=_period_name(found), wanted=wanted.name)
        return False

    def _return(self, measure: Measure) -> Return:
        self._check_layout()
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
            answers=MappingProxyType({field.name: self._declared(field, measure) for field in self.asked.declared}),
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

    def _check_layout(self) -> None:
        """Tell of questions that are gone, changed since the form was issued, answered twice, or named elsewhere."""
        for changed in changed_questions(self.sheet, self.layout, self.asked):
            self.problems.append(problem(changed.rule, self._at(changed.name), **changed.facts))
        for field in self.asked.fields:
            if field.name in self.rows:
                continue
            is_absent = is_absent_by_right(field, self.layout)
            if field.prefilled or not is_absent:
                self.unreadable.add(field.name)
            if not is_absent:
                self._note("FORM06", field.name, ref=field.ref)
        for name, ((row, column), _) in self.layout.named.items():
            if row not in self.layout.rows.get(name, (row,)) and name in self.asked.by_name and self._cell(name):
                other = f"{column_letters(column)}{row}"
                self._note("FORM07", name, ref=self.asked.by_name[name].ref, other=other)

    def _compare_prefilled(self, measure: Measure, figure: Callable[[str], type_of_figure | None]) -> frozenset[str]:
        """An officer who saw something else answered another question. Gives all that is unreadable now."""
        period, shape = self.expected.period, self.expected.shape
        issued = {**prefilled(measure, period, shape), "status_rule": self.expected.rule(measure)}
        for rule, name, facts in changes_since_issue(issued, measure, period, figure, self._text):
            if name not in self.unreadable:
                self._note(rule, name, **facts)
        for each in changed_texts(self._cell, issued, group_names(shape.levels)):
            self._note("FORM32", each.name, found=each.found, wanted=each.wanted)
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
        label = self.asked.by_name[name].label
        self.problems.append(problem(rule, self._at(name), label=label, **facts))

    def _answer(self, name: str, understand: Callable[[Cell], _Answer | Mistake]) -> _Answer | None:
        if name not in self.asked.by_name:
            return None
        if len(self.layout.rows.get(name, ())) > 1:
            self._refuse_two_answers(self.asked.by_name[name])
        cell = self._cell(name)
        answer = self._understood(cell, understand) if cell else None
        if not isinstance(answer, Mistake):
            return answer
        if name not in self.unreadable:
            self.unreadable.add(name)
            self._note(answer.rule, name, **facts_of(answer))
        return None

    def _understood(self, cell: Cell, understand: Callable[[Cell], _Answer | Mistake]) -> _Answer | Mistake:
        return Mistake("FORM25") if (cell.row, cell.column) in self.pictures else understand(cell)

    def _refuse_two_answers(self, field: Field) -> None:
        places = ((row, self.layout.answer_column) for row in self.layout.rows.get(field.name, ()))
        cells = [self.sheet.cells[place] for place in places if place in self.sheet.cells]
        if len({cell.text for cell in cells}) > 1 and field.name not in self.unreadable:
            self.unreadable.add(field.name)
            refs = ", ".join(cell.ref for cell in cells)
            self._note("FORM11", field.name, ref=field.ref, cells=refs)

    def _text(self, name: str) -> str | None:
        text = self._answer(name, text_of if name in FILLED_IN else words_of)
        return text if text and text.strip() else None

    def _choice(self, name: str, measure: Measure) -> str | None:
        if not (field := self.asked.by_name.get(name)):
            return None
        words = form.words_offered(field.choices, self.expected.statuses(measure))
        return self._answer(name, lambda cell: choice_of(cell, words, open_list=field.open_list))

    def _date(self, name: str) -> date | None:
        since, estimate = self.expected.period.first_day, self.asked.by_name[name].estimate
        return self._answer(name, lambda cell: date_of(cell, since=since, estimate=estimate))

    def _declared(self, field: Field, measure: Measure) -> tuple[str, ...]:
        """The answer to a question of the council's own: a day or a choice as it is printed, or else lines."""
        if field.answer in {Answer.LINES, Answer.TEXT}:
            return self._lines(field.name)
        day = self._date(field.name) if field.answer is Answer.DATE else None
        said = day_in_words(day) if day else self._choice(field.name, measure) if field.choices else None
        cell = self._cell(field.name)
        self.lines[field.name] = [cell.ref] if cell and said else []
        return (said,) if said else ()

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
            text = self._understood(cell, words_of) if cell else ""
            if isinstance(text, Mistake) and cell:
                self.unreadable.add(name)
                facts = {"label": self.asked.by_name[name].label, **dict(text.facts)}
                self.problems.append(problem(text.rule, self.place.at(cell.ref), **facts))
            elif isinstance(text, str) and cell:
                found = [line for line in text.split("\n") if line.strip()]
                lines += found
                places += [cell.ref] * len(found)
        return tuple(lines)


@lru_cache(maxsize=64)
def _references(column: int, rows: tuple[tuple[str, int], ...]) -> Mapping[str, str]:
    """The cell of each answer; forms that are laid out alike, as almost all are, share them."""
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
