"""One form on its sheet: questions, answers, how far it is and what was said last time, as an officer meets them.

What everybody is asked stands at the top, what only some need in one-line rows below it, and what is filled in for the
reader (the measure, its targets, the keys of the rows) out of sight.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import count
from textwrap import wrap
from typing import Literal

from generator.forms.answers_again import answer_again
from generator.forms.as_xlsx import looks
from generator.forms.as_xlsx.looks import Look
from generator.forms.as_xlsx.sheet_plan import (
    Colour,
    Formula,
    Frame,
    PlannedTable,
    Rule,
    SheetColumn,
    SheetPlan,
    quoted,
)
from generator.forms.asked import form_words as form
from generator.forms.asked.action_words import SEE_ACTIONS
from generator.forms.asked.fixed_questions import DATE_ALERT, LIST_ALERT
from generator.forms.asked.form_contents import Contents, MeasureContents
from generator.forms.asked.prefill import type_of_cell
from generator.forms.asked.question_types import Answer, Choices, Field, FormPart, FormRow
from generator.forms.live.check_column import CheckColumn
from generator.forms.live.what_is_left import WhatIsLeft
from generator.forms.question_row import (
    ANSWER_COLUMN,
    CHECK_COLUMN,
    WIDTHS,
    AnswerCell,
    Asking,
    QuestionRow,
    given_row,
    question_row,
)
from generator.forms.questions_in_words import as_asked
from generator.model.english import counted, day, listed
from generator.model.figures import BARE_UNITS, Span
from generator.model.measure import Kind
from generator.xlsx import column_letters

_SHORT_TITLE, _LONG_TITLE = 58, 84
"""Letters that a row of the form takes in the two sizes of a title."""

_TITLE_ROW, _HEAD_ROW, _LINK_ROW, _HEADING_ROW, _SHORT_ROW, _FIGURE_ROW = 26, 15, 21, 18, 15, 21
_LONGEST_PROMPT_TITLE, _LONGEST_PROMPT = 32, 255
_SCALE = 80


class FormSheet:
    """Plans one form; ``number`` tells it from the others of its workbook, whose list ``back`` leads to, if any."""

    def __init__(self, title: str, contents: Contents, number: int, back: str = "") -> None:
        self.title, self.contents, self.number, self.back = title, contents, number, back
        self.plan = SheetPlan(title)
        self.given = contents.filled_in()
        self.headings = [heading for heading in form.HEADINGS if heading != form.TEAM_HEADING or contents.returned]
        self.asked = contents.asked
        self.kind, self.unit, self.decimals = contents.figures_are
        self.title_lines = _cut(contents.subject.title or contents.subject.label)
        self.head = [*self.title_lines, self._what_it_is(), *self._what_to_do()]
        self.link_row = len(self.head) + 1
        self.heading_row = self.link_row + 1
        rows = count(self.heading_row + 1)
        self.main, self.only_if, self.out_of_sight = (self.asked.rows(part) for part in FormPart)
        self.rows = {each.key: next(rows) for each in self.main}
        self.only_if_row = next(rows)
        self.rows |= {each.key: next(rows) for each in (*self.only_if, *self.out_of_sight)}
        self.last_row = max(self.rows[each.key] for each in self.only_if)

    @property
    def answer_cells(self) -> str:
        """The cells that an officer may fill in, as a reference of several ranges."""
        return f"C{self.heading_row + 1}:C{self.only_if_row - 1} C{self.only_if_row + 1}:C{self.last_row}"

    def names(self) -> Iterator[tuple[str, str]]:
        """The defined name of each field with the cells that it is for."""
        sheet = quoted(self.title)
        for field in self.asked.fields:
            first, last = (self.rows[key] for key in (field.row_keys[0], field.row_keys[-1]))
            yield field.name, f"{sheet}!$C${first}" + (f":$C${last}" if last > first else "")

    def planned(self, column: CheckColumn) -> SheetPlan:
        """The whole sheet with its formulas, lists, colours and locks."""
        self._plan_head(column)
        for each in self.main:
            self._plan_row(each, column)
        self._plan_only_if()
        for each in self.only_if:
            self._plan_row(each, column)
        for each in self.out_of_sight:
            self._plan_given(each)
        self.plan.frame = self._frame()
        return self.plan

    def _column(self, heading: str) -> int:
        return self.headings.index(heading) + 1

    def _plan_head(self, column: CheckColumn) -> None:
        plan, titles = self.plan, len(self.title_lines)
        look = looks.TITLE if len(self.head[0]) <= _SHORT_TITLE and titles == 1 else looks.LONG_TITLE
        for row, line in enumerate(self.head, 1):
            below = looks.SMALL_LINE if row == titles + 1 else looks.PLAIN_LINE
            plan.put(row, 1, line, look if row <= titles else below)
            plan.heights[row] = (_TITLE_ROW if titles == 1 else 20) if row <= titles else _HEAD_ROW
        if self.back:
            link = Formula(f'HYPERLINK("#{quoted(self.back)}!A1","Back to {self.back.lower()}")')
            plan.put(
                1,
                self._column(form.LAST_TIME_HEADING),
                link._replace(at_first=f"Back to {self.back.lower()}"),
                looks.LINK,
            )
        plan.put(self.link_row, 1, WhatIsLeft(column).headline(), looks.LINK_LINE)
        plan.heights[self.link_row] = _LINK_ROW
        for at, heading in enumerate(self.headings, 1):
            plan.put(self.heading_row, at, heading, looks.HEADING)
        plan.heights[self.heading_row] = _HEADING_ROW

    def _what_it_is(self) -> str:
        """Its code and groups, the council and the period: what people know the measure by, in one line."""
        contents, subject = self.contents, self.contents.subject
        known_by = [subject.code] if isinstance(contents, MeasureContents) else []
        groups = ", ".join(reversed(list(filter(None, subject.groups)))) if known_by else ""
        return " | ".join(filter(None, (*known_by, groups, f"{contents.council}, {contents.period.in_full}")))

    def _what_to_do(self) -> list[str]:
        to = f" to {self.contents.send_to}" if self.contents.send_to else " back"
        if not self.contents.returned:
            fill_in = f"Fill in the yellow boxes, save this workbook and send it{to} by {day(self.contents.due)}."
            return [fill_in, *([] if self.contents.actions is None else [SEE_ACTIONS])]
        key = next((key for key in self._in_order() if key in self.contents.remarks), None)
        name = self.asked.by_row_key[key].name if key else ""
        start = f" The first is at question {self.asked.numbers[name]}." if name in self.asked.numbers else ""
        asked = f"The performance team asks you to look at {self._things()}.{start}"
        return [f"{asked} Then save this workbook and send it{to}.", *self.contents.general]

    def _things(self) -> str:
        """How many remarks there are, and where: ``4 things: 3 in column F and 1 below``."""
        beside, on_actions = self.contents.remarks, self.contents.action_remarks
        counts = {
            "in column F": sum(map(len, beside.values())),
            "on its sheet of actions": sum(map(len, on_actions.values())),
            "below": len(self.contents.general),
        }
        things, places = counted(sum(counts.values()), "thing"), [where for where in counts if counts[where]]
        if len(places) <= 1:
            return ", ".join((things, *places))
        return f"{things}: {listed(f'{counts[where]} {where}' for where in places)}"

    def _in_order(self) -> Iterator[str]:
        return (each.key for part in FormPart for each in self.asked.rows(part))

    def _plan_only_if(self) -> None:
        row = self.only_if_row
        for at, _ in enumerate(self.headings, 1):
            said = {1: form.ONLY_IF, ANSWER_COLUMN: form.MOST_LEAVE}.get(at)
            self.plan.put(row, at, said, looks.BAND_NOTE if at == ANSWER_COLUMN else looks.HEADING)
        self.plan.heights[row] = _HEADING_ROW

    def _plan_row(self, each: FormRow, column: CheckColumn) -> None:
        key, field, contents = each.key, each.field, self.contents
        row = QuestionRow(
            number=self.rows[key],
            key=key,
            answer=self._answer(each),
            question=self._question(field, column) if each.is_first else None,
            remarks="\n".join(contents.remarks.get(key, ())),
            said="" if field.answer is Answer.FIGURE else contents.last_time.get(key, ""),
            least=0 if not each.is_first else _SHORT_ROW if field.under else _FIGURE_ROW,
            returned=contents.returned,
        )
        self.plan.add(question_row(row))

    def _question(self, field: Field, column: CheckColumn) -> Asking:
        unit = "" if field.answer is not Answer.FIGURE or self.unit in BARE_UNITS else self.unit
        number, asked = self.asked.numbers[field.name], as_asked(field, self.contents)
        task = "" if field.under or not field.to_do else f"{form.TO_DO}{self.asked.said(field.to_do)}"
        return Asking(number, asked, unit, column.so_far(field), task, bool(field.under))

    def _answer(self, each: FormRow) -> AnswerCell:
        content, number_format = None, self._format(each.field)
        if each.key in self.contents.answers:
            content, number_format = answer_again(self.contents.answers[each.key], number_format)
        return AnswerCell(content, type(content), self._look(each), number_format)

    def _look(self, each: FormRow) -> Look:
        if each.field.answer is Answer.LINES:
            last = len(each.field.row_keys)
            return {1: looks.FIRST_LINE, last: looks.LAST_LINE}.get(each.line, looks.NEXT_LINE)
        is_number = each.field.answer is Answer.FIGURE and not each.field.under and self.kind.is_a_number
        return looks.FIGURE if is_number else looks.ANSWER

    def _format(self, field: Field) -> str:
        """Text stays text in a cell of its own format: a dash or an equals sign at its start is no formula.

        So does a figure: 94.5%, 0.945 and 3-5 stand there as they were typed, in whatever program.
        """
        is_date = field.answer is Answer.DATE or (field.answer is Answer.FIGURE and self.kind is Kind.DATE)
        return "dd/mm/yyyy" if is_date else "@"

    def _plan_given(self, each: FormRow) -> None:
        given = self.given.get(each.field.name)
        assert not isinstance(given, Span)  # noqa: S101, a range is filled in as words
        typed = AnswerCell(given, type(given), looks.GIVEN, self._format_of(given))
        row = given_row(self.rows[each.key], each.field.label, typed, each.key, self._column(form.KEY_HEADING))
        self.plan.add(row)

    def _format_of(self, given: type_of_cell) -> str:
        match given:
            case Decimal():
                return "#,##0" + (f".{'0' * self.decimals}" if self.decimals else "")
            case date():
                return "dd/mm/yyyy"
            case str():
                return "@"
        return "General"

    def _frame(self) -> Frame:
        last = CHECK_COLUMN + self.contents.returned
        figures = [
            self.rows[each.name] for each in self.asked.fields if each.answer is Answer.FIGURE and not each.prefilled
        ]
        digits = (f"A{self.heading_row + 1}:A{self.last_row}", *(f"C{row}" for row in figures))
        return Frame(
            title=self.title,
            columns=tuple(SheetColumn(WIDTHS[each], each == form.KEY_HEADING) for each in self.headings),
            table=PlannedTable(
                f"Form_{self.number}",
                f"A{self.heading_row}:{column_letters(len(self.headings))}{self.last_row}",
                tuple(self.headings),
            ),
            rules=tuple(self._rules()),
            colours=tuple(self._colours()),
            open_cells=self.answer_cells,
            digits_as_text=" ".join(digits),
            frozen_rows=self.heading_row,
            start=f"C{self.heading_row + 1}",
            print_area=f"A1:{column_letters(last)}{self.last_row}",
            repeated_rows=f"{self.heading_row}:{self.heading_row}",
            landscape=self.contents.returned,
            scale=_SCALE,
        )

    def _rules(self) -> Iterator[Rule]:
        for field in (each for each in self.asked.fields if not each.prefilled):
            kind, formula, alert = self._rule(field)
            if kind or field.prompt:
                title = f"{self.asked.numbers[field.name]}. {field.label}"[:_LONGEST_PROMPT_TITLE]
                cell = f"C{self.rows[field.row_keys[0]]}"
                yield Rule(cell, kind, formula, alert, title, field.prompt[:_LONGEST_PROMPT])

    def _rule(self, field: Field) -> tuple[Literal["list", "date"] | None, str, str]:
        """What a cell takes, and what it says to anything else; other words than a milestone's are read all the same.

        A number needs no rule: it is typed as text, and the form says beside it whether it can be read.
        """
        is_figure, kind = field.answer is Answer.FIGURE, self.kind
        if field.choices:
            return "list", field.choices.value, field.alert
        if field.answer is Answer.DATE or (is_figure and kind is Kind.DATE):
            return "date", "1", field.alert or DATE_ALERT
        if is_figure and kind is Kind.YES_NO:
            return "list", Choices.YES_NO.value, LIST_ALERT
        if is_figure and kind is Kind.MILESTONE and self.contents.words(Choices.MILESTONE):
            return "list", Choices.MILESTONE.value, ""
        return None, "", ""

    def _colours(self) -> Iterator[Colour]:
        """A box is yellow as long as something is to be done in it; words and statuses have their colours too."""
        for first, last, beside in self._boxes():
            yield Colour(f"C{first}:C{last}", f'LEFT({beside},{len(form.TO_DO)})="{form.TO_DO}"', looks.YELLOW)
        first = self.heading_row + 1
        where, cell = f"E{first}:E{self.last_row}", f"$E{first}"
        yield Colour(where, f'LEFT({cell},{len(form.TO_DO)})="{form.TO_DO}"', "", looks.INK)
        yield Colour(where, f'LEFT({cell},{len(form.CHECK)})="{form.CHECK}"', "FFFFF1CC", "FF5C3B00")
        for status in self.contents.colours:
            words = f"{status.name}.".replace('"', '""')
            test = f'LEFT({cell},{len(status.name) + 1})="{words}"'
            yield Colour(where, test, f"FF{status.fill[1:]}", f"FF{status.ink[1:]}")

    def _boxes(self) -> Iterator[tuple[int, int, str]]:
        """The rows of answers, from the first to the last, with the cell beside that says how far they are.

        Answers of one row that follow each other are coloured by one rule, each by the cell beside it.
        """
        run: list[int] = []
        for field in (each for each in self.asked.fields if not each.prefilled):
            first, last = self.rows[field.row_keys[0]], self.rows[field.row_keys[-1]]
            if run and (first < last or first != run[-1] + 1):
                yield run[0], run[-1], f"$E{run[0]}"
                run = []
            if first < last:
                yield first, last, f"$E${first}"
            else:
                run.append(first)
        if run:
            yield run[0], run[-1], f"$E{run[0]}"


def _cut(title: str) -> list[str]:
    """A title in one row, or in several where it is long."""
    return [title] if len(title) <= _LONG_TITLE else wrap(title, _LONG_TITLE)
