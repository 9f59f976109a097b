"""One form on its sheet: questions, answers, how far it is and what was said last time, as an officer meets them.

What everybody is asked stands at the top, what only some need in one-line rows below it, and what is filled in for the
reader (the measure, its targets, the keys of the rows) out of sight.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.forms.answers_again import answer_again
from generator.forms.as_xlsx import looks
from generator.forms.as_xlsx.looks import Look
from generator.forms.as_xlsx.sheet_plan import (
    Formula,
    SheetPlan,
    quoted,
)
from generator.forms.asked import form_words as form
from generator.forms.asked.action_words import SEE_ACTIONS
from generator.forms.asked.form_contents import Contents, MeasureContents
from generator.forms.asked.prefill import type_of_cell
from generator.forms.asked.question_types import Answer, Choices, Field, FormPart, FormRow
from generator.forms.form_frame import FormShape, framed
from generator.forms.live.check_column import CheckColumn
from generator.forms.live.what_is_left import WhatIsLeft
from generator.forms.question_row import (
    ANSWER_COLUMN,
    WIDTHS,
    AnswerCell,
    Asking,
    QuestionRow,
    empty_line,
    given_row,
    question_row,
)
from generator.forms.questions_in_words import as_asked
from generator.forms.text_height import rows_of_text
from generator.model.english import counted, day, listed
from generator.model.figures import BARE_UNITS, Span
from generator.model.measure import Kind

_TITLE_ROW, _LONG_TITLE_ROW, _HEAD_ROW, _LINK_ROW, _HEADING_ROW, _SHORT_ROW, _FIGURE_ROW = 26, 20, 15, 21, 18, 15, 21


class FormSheet:
    """Plans one form; ``number`` tells it from the others of its workbook, whose list ``back`` leads to, if any."""

    def __init__(self, title: str, contents: Contents, number: int, back: str = "") -> None:
        self.title, self.contents, self.number, self.back = title, contents, number, back
        self.plan = SheetPlan(title)
        self.given = contents.filled_in()
        self.headings = [heading for heading in form.HEADINGS if heading != form.TEAM_HEADING or contents.returned]
        self.asked = contents.asked
        self.kind, self.unit, self.decimals = contents.figures_are
        name = contents.subject.title or contents.subject.label
        is_short = len(self._rows_of(name, looks.TITLE)) == 1
        self.title_look = looks.TITLE if is_short else looks.LONG_TITLE
        self.title_lines = self._rows_of(name, self.title_look)
        self.known_by = self._rows_of(self._what_it_is(), looks.SMALL_LINE)
        to_do = [row for line in self._what_to_do() for row in self._rows_of(line, looks.PLAIN_LINE)]
        self.head = [*self.title_lines, *self.known_by, *to_do]
        self.link_row = len(self.head) + 1
        self.framed = framed(
            FormShape(
                title=title,
                number=number,
                asked=self.asked,
                heading_row=self.link_row + 1,
                headings=tuple(self.headings),
                kind=self.kind,
                has_milestones=bool(contents.words(Choices.MILESTONE)),
                statuses=tuple((each.name, each.fill, each.ink) for each in contents.colours),
                returned=contents.returned,
            )
        )
        self.heading_row, self.rows = self.link_row + 1, self.framed.rows
        self.filled_in = {*contents.answers, *contents.remarks, *contents.last_time}

    def planned(self, column: CheckColumn) -> SheetPlan:
        """The whole sheet with its formulas, lists, colours and locks."""
        self._plan_head(column)
        for each in (*self.asked.rows(FormPart.MAIN), *self.asked.rows(FormPart.ONLY_IF)):
            self._plan_row(each, column)
        self._plan_only_if()
        for each in self.asked.rows(FormPart.GIVEN):
            self._plan_given(each)
        self.plan.frame = self.framed.frame
        return self.plan

    def _column(self, heading: str) -> int:
        return self.headings.index(heading) + 1

    def _plan_head(self, column: CheckColumn) -> None:
        plan, titles = self.plan, len(self.title_lines)
        title_row = _TITLE_ROW if self.title_look is looks.TITLE else _LONG_TITLE_ROW
        for row, line in enumerate(self.head, 1):
            below = looks.SMALL_LINE if row <= titles + len(self.known_by) else looks.PLAIN_LINE
            plan.put(row, 1, line, self.title_look if row <= titles else below)
            plan.heights[row] = title_row if row <= titles else _HEAD_ROW
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

    def _rows_of(self, text: str, look: Look) -> tuple[str, ...]:
        """A text that runs on over the columns that are printed, in as many rows as it takes."""
        printed = self.headings[: self.headings.index(form.LAST_TIME_HEADING)]
        return rows_of_text(text, map(WIDTHS.__getitem__, printed), size=look.letters.size, bold=look.letters.bold)

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
        row = self.framed.only_if_row
        for at, _ in enumerate(self.headings, 1):
            said = {1: form.ONLY_IF, ANSWER_COLUMN: form.MOST_LEAVE}.get(at)
            self.plan.put(row, at, said, looks.BAND_NOTE if at == ANSWER_COLUMN else looks.HEADING)
        self.plan.heights[row] = _HEADING_ROW

    def _plan_row(self, each: FormRow, column: CheckColumn) -> None:
        key, field, contents = each.key, each.field, self.contents
        if not each.is_first and key not in self.filled_in:
            self.plan.add(
                empty_line(self.rows[key], key, self._look(each), self._format(field), returned=contents.returned)
            )
            return
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
        task = "" if field.under or not field.to_do else column.task(field)
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
