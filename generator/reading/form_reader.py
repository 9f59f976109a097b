"""How a form is read, whatever it is about: answer by answer, noting problems and going on.

An answer is found by the key of its row; the cell's defined name checks it, and stands in for a key that was deleted.
Cutting and pasting moves names, and some programs drop them.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from generator.forms.asked import form_words as form
from generator.forms.asked.question_types import Answer, Field, Questionnaire
from generator.forms.asked.questionnaires import asked_of
from generator.model.action import ActionAnswer
from generator.model.english import day as day_in_words
from generator.model.officer_return import SignOff, Source
from generator.model.period import Period
from generator.model.problem import Place, Problem, problem
from generator.reading.answers.action_rows import ActionTable, read_table
from generator.reading.answers.cell_answers import Mistake, choice_of, date_of, text_of
from generator.reading.answers.find_questions import FormLayout
from generator.reading.answers.mistakes_in_words import facts_of
from generator.reading.answers.words_meant import words_of
from generator.reading.left_over.on_form import left_over
from generator.reading.left_over.since_issue import FILLED_IN, changed_questions, is_absent_by_right
from generator.reading.left_over.told import beside_answers, told_of_aside, told_of_form
from generator.reading.readings import Expected, Reading
from generator.xlsx import Cell, Sheet, Sort, column_letters

_LONG_NUMBER = 7
_Answer = TypeVar("_Answer")


class FormFound(NamedTuple):
    """A form on a sheet: what it may ask, where, and the table of its actions, if it has one."""

    sheet: Sheet
    asked: Questionnaire
    layout: FormLayout
    table: ActionTable | None


class FormReader(ABC):
    """Reads one form; what it is about, and what was returned of that, its subclasses say."""

    def __init__(self, found: FormFound, source: Source, expected: Expected, elsewhere: Sequence[str]) -> None:
        sheet, asked, layout, table = found
        self.sheet, self.layout, self.source, self.expected = sheet, layout, source, expected
        self.place = Place(source.file, sheet.name)
        self.asked = asked
        self.left_over = left_over(sheet, layout, expected.shape)
        self.table = table
        self.elsewhere = (*elsewhere, *beside_answers(sheet, self.left_over), *self._actions_begun())
        self.pictures = {(each.row, each.column) for each in sheet.beside.extras if each.sort is Sort.PICTURE_IN_CELL}
        self.problems: list[Problem] = []
        self.unreadable: set[str] = set()
        self.rows = {name: self._row_among(rows) for name, rows in layout.rows.items()}
        self.lines: dict[str, list[str]] = {}
        self.statuses: tuple[str, ...] = ()

    @abstractmethod
    def identified(self, found: Reading) -> Reading:
        """The reading with what the form is about, where that is known."""

    @abstractmethod
    def understood(self, found: Reading) -> Reading:
        """The reading with what was returned."""

    def reading(self) -> Reading:
        """Identify the form first: answers to the wrong questions would only raise false alarms."""
        found = self.identified(
            Reading(
                self.source.file,
                None,
                None,
                (),
                sheet=self.sheet.name,
                sha256=self.source.sha256,
                last_time=self.left_over.last_time,
                has_previous=self.cell("previous_actual") is not None,
                actions_sheet=self.table.sheet.name if self.table else "",
            )
        )
        subject, is_empty = found.subject, self._is_empty()
        if subject and is_empty and not self.elsewhere:
            return replace(found, blank=True)
        right_period = subject is not None and self._right_period()
        out_of_sight = self.sheet.state != "visible"
        if subject and right_period and self._right_version():
            found = replace(found, issue_number=_whole(self.text("issue_number")))
            everything, self.asked = self.asked, asked_of(self.expected.shape, subject)
            if not (out_of_sight or is_empty):
                self._check_layout()
                found = self.understood(found)
            self.problems += told_of_form(self.sheet, self.layout, self.left_over, self.place, everything)
            self.problems += told_of_aside(self.sheet, self.place, subject.label, self.elsewhere if is_empty else ())
        return replace(found, problems=tuple(self.problems), stray=not right_period, aside=is_empty or out_of_sight)

    def filled(self) -> dict[str, Any]:
        """What every form gives, by the fields of a ``FilledForm``; what it is about is read before."""
        return {
            "period": self.expected.period,
            "source": self.source,
            "answers": MappingProxyType({field.name: self._declared(field) for field in self.asked.declared}),
            "note_to_team": self.text("note_to_team"),
            "sign_off": SignOff(
                completed_by=self.text("completed_by"),
                completed_on=self.day("completed_on"),
                approved_by=self.text("approved_by"),
                approved_on=self.day("approved_on"),
            ),
            "sheet": self.sheet.name,
            "cells": _references(self.layout.answer_column, tuple(self.rows.items())),
            "numbers": _numbers(self.asked, tuple((name, self.layout.number(name)) for name in self.asked.numbers)),
            "lines": MappingProxyType({name: tuple(self.lines[name]) for name in self.lines}),
            "unreadable": frozenset(self.unreadable),
            "on_actions": self._on_actions(),
            "asks_for_actions": self.table is not None,
        }

    def _actions_begun(self) -> Iterator[str]:
        """Name the sheet of actions where anything was written there."""
        if self.table and any(map(self.table.is_begun, self.table.rows)):
            yield f"text on the sheet “{self.table.sheet.name}”"

    def _on_actions(self) -> tuple[ActionAnswer, ...]:
        if self.table is None:
            return ()
        answers, problems = read_table(self.table, self.source.file, self.expected.period.first_day)
        self.problems += problems
        return answers

    def _is_empty(self) -> bool:
        """Issued forms lie in the folder that returns come back to; until somebody writes in one, it is no return."""
        asked = (name for name in self.layout.rows if name not in FILLED_IN)
        rows = (row for name in asked for row in self.layout.rows[name])
        written = (self.sheet.cells.get((row, self.layout.answer_column)) for row in rows)
        return not any(cell and (cell.text.strip() or cell.formula) for cell in written)

    def _right_version(self) -> bool:
        version = self.text("form_version")
        readable = (form.FIRST_VERSION, form.VERSION)
        if version in readable:
            return True
        if "form_version" not in self.unreadable:
            self.note("FORM02", "form_version", found=version or "", wanted=" or ".join(readable))
        return False

    def _right_period(self) -> bool:
        wanted, found = self.expected.period, self.text("period")
        if found == str(wanted):
            return True
        if "period" not in self.unreadable:
            facts = {"found": _period_name(found, wanted.starts), "wanted": wanted.name, "period_word": wanted.word}
            self.note("FORM04", "period", **facts)
        return False

    def _check_layout(self) -> None:
        """Tell of questions that are gone, changed since the form was issued, answered twice, or named elsewhere."""
        for changed in changed_questions(self.sheet, self.layout, self.asked):
            facts = {**changed.facts, "question": self.question(changed.name)}
            self.problems.append(problem(changed.rule, self._at(changed.name), **facts))
        for field in self.asked.fields:
            if field.name in self.rows:
                continue
            is_absent = is_absent_by_right(field, self.layout)
            if field.prefilled or not is_absent:
                self.unreadable.add(field.name)
            if not is_absent:
                self.note("FORM06", field.name, question=self.question(field.name))
        for name, ((row, column), _) in self.layout.named.items():
            if row not in self.layout.rows.get(name, (row,)) and name in self.asked.by_name and self.cell(name):
                other = f"{column_letters(column)}{row}"
                self.note("FORM07", name, question=self.question(name), other=other)

    def _row_among(self, rows: tuple[int, ...]) -> int:
        """The row an answer stands in; of rows that repeat a reference, the one with something in it."""
        if len(rows) == 1:
            return rows[0]
        answered = (row for row in rows if (row, self.layout.answer_column) in self.sheet.cells)
        return next(answered, rows[0])

    def cell(self, name: str) -> Cell | None:
        """The cell that answers a question; None where there is none, or nothing is in it."""
        row = self.rows.get(name)
        return self.sheet.cells.get((row, self.layout.answer_column)) if row else None

    def _at(self, name: str) -> Place:
        row = self.rows.get(name)
        return self.place.at(f"{column_letters(self.layout.answer_column)}{row}" if row else None)

    def question(self, name: str) -> str:
        """How a message names a question of this form."""
        row, number = self.rows.get(name), self.layout.number(name) or self.asked.numbers.get(name, "")
        cell = f" (cell {column_letters(self.layout.answer_column)}{row})" if row else ""
        return f"question {number}{cell}" if number else "what was filled in"

    def note(self, rule: str, name: str, **facts: object) -> None:
        """Note a problem at the answer to a question."""
        label = self.asked.by_name[name].label
        self.problems.append(problem(rule, self._at(name), label=label, **facts))

    def answer(self, name: str, understand: Callable[[Cell], _Answer | Mistake]) -> _Answer | None:
        """What an answer is understood as; None where there is none, or a problem was noted about it."""
        if name not in self.asked.by_name:
            return None
        if len(self.layout.rows.get(name, ())) > 1:
            self._refuse_two_answers(self.asked.by_name[name])
        cell = self.cell(name)
        answer = self._understood(cell, understand) if cell else None
        if not isinstance(answer, Mistake):
            return answer
        if name not in self.unreadable:
            self.unreadable.add(name)
            self.note(answer.rule, name, **facts_of(answer, self.question))
        return None

    def _understood(self, cell: Cell, understand: Callable[[Cell], _Answer | Mistake]) -> _Answer | Mistake:
        return Mistake("FORM25") if (cell.row, cell.column) in self.pictures else understand(cell)

    def _refuse_two_answers(self, field: Field) -> None:
        places = ((row, self.layout.answer_column) for row in self.layout.rows.get(field.name, ()))
        cells = [self.sheet.cells[place] for place in places if place in self.sheet.cells]
        if len({cell.text for cell in cells}) > 1 and field.name not in self.unreadable:
            self.unreadable.add(field.name)
            refs = ", ".join(cell.ref for cell in cells)
            self.note("FORM11", field.name, question=self.question(field.name), cells=refs)

    def text(self, name: str) -> str | None:
        """An answer as text."""
        text = self.answer(name, text_of if name in FILLED_IN else words_of)
        return text if text and text.strip() else None

    def choice(self, name: str) -> str | None:
        """An answer as a word of its list."""
        if not (field := self.asked.by_name.get(name)):
            return None
        words = form.words_offered(field.choices, self.statuses)
        return self.answer(name, lambda cell: choice_of(cell, words, open_list=field.open_list))

    def day(self, name: str) -> date | None:
        """An answer as a day."""
        since, estimate = self.expected.period.first_day, self.asked.by_name[name].estimate
        return self.answer(name, lambda cell: date_of(cell, since=since, estimate=estimate))

    def _declared(self, field: Field) -> tuple[str, ...]:
        """The answer to a question of the council's own: a day or a choice as it is printed, or else lines."""
        if field.answer in {Answer.LINES, Answer.TEXT}:
            return self._lines(field.name)
        day = self.day(field.name) if field.answer is Answer.DATE else None
        said = day_in_words(day) if day else self.choice(field.name) if field.choices else None
        cell = self.cell(field.name)
        self.lines[field.name] = [cell.ref] if cell and said else []
        return (said,) if said else ()

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


@lru_cache(maxsize=64)
def _numbers(asked: Questionnaire, printed: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """What is printed beside each question, or would be; forms that are laid out alike share it."""
    return MappingProxyType({name: number or asked.numbers[name] for name, number in printed})


def period_in(code: str | None, starts: int) -> Period | None:
    """The period that a code names in years that start in a month; None where it names none."""
    try:
        return Period.parse(code or "", starts)
    except ValueError:
        return None


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < _LONG_NUMBER else 1


def _period_name(code: str | None, starts: int) -> str:
    period = period_in(code, starts)
    return period.name if period else f"“{code or ''}”"
