"""How the sheet of a form is set up: where each row stands, what its boxes take, how they are coloured, how it prints.

Forms that are alike in what this hangs on share it.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from typing import Literal, NamedTuple

from generator.forms.as_xlsx import looks
from generator.forms.as_xlsx.sheet_plan import Colour, Frame, PlannedTable, Rule, SheetColumn, quoted
from generator.forms.asked import form_words as form
from generator.forms.asked.fixed_questions import DATE_ALERT, LIST_ALERT
from generator.forms.asked.question_types import Answer, Choices, Field, FormPart, Questionnaire
from generator.forms.live.typed_formulas import literal
from generator.forms.question_row import CHECK_COLUMN, WIDTHS
from generator.model.measure import Kind
from generator.xlsx import column_letters

_LONGEST_PROMPT_TITLE, _LONGEST_PROMPT = 32, 255
_SCALE = 80


class FormShape(NamedTuple):
    """All that it hangs on; ``statuses`` have their names and colours."""

    title: str
    number: int
    asked: Questionnaire
    heading_row: int
    headings: tuple[str, ...]
    kind: Kind
    has_milestones: bool
    statuses: tuple[tuple[str, str, str], ...]
    returned: bool


@lru_cache(maxsize=256)
def framed(shape: FormShape) -> "FormFrame":
    """The set-up of forms of a shape."""
    return FormFrame(shape)


class FormFrame:
    """The rows of a form by their keys, the row above what only some need, the names of its cells, and its frame."""

    def __init__(self, shape: FormShape) -> None:
        self.shape, self.asked = shape, shape.asked
        rows = count(shape.heading_row + 1)
        main, only_if, out_of_sight = (self.asked.rows(part) for part in FormPart)
        self.rows = {each.key: next(rows) for each in main}
        self.only_if_row = next(rows)
        self.rows |= {each.key: next(rows) for each in (*only_if, *out_of_sight)}
        self.last_row = max(self.rows[each.key] for each in only_if)
        self.names = tuple(self._names())
        self.frame = self._frame()

    def _names(self) -> Iterator[tuple[str, str]]:
        """The defined name of each field with the cells that it is for."""
        sheet = quoted(self.shape.title)
        for field in self.asked.fields:
            first, last = (self.rows[key] for key in (field.row_keys[0], field.row_keys[-1]))
            yield field.name, f"{sheet}!$C${first}" + (f":$C${last}" if last > first else "")

    def _answer_cells(self) -> str:
        """The cells that an officer may fill in, as a reference of several ranges."""
        return f"C{self.shape.heading_row + 1}:C{self.only_if_row - 1} C{self.only_if_row + 1}:C{self.last_row}"

    def _frame(self) -> Frame:
        last = CHECK_COLUMN + self.shape.returned
        figures = [
            self.rows[each.name] for each in self.asked.fields if each.answer is Answer.FIGURE and not each.prefilled
        ]
        digits = (f"A{self.shape.heading_row + 1}:A{self.last_row}", *(f"C{row}" for row in figures))
        return Frame(
            title=self.shape.title,
            columns=tuple(SheetColumn(WIDTHS[each], each == form.KEY_HEADING) for each in self.shape.headings),
            table=PlannedTable(
                f"Form_{self.shape.number}",
                f"A{self.shape.heading_row}:{column_letters(len(self.shape.headings))}{self.last_row}",
                self.shape.headings,
            ),
            rules=tuple(self._rules()),
            colours=tuple(self._colours()),
            open_cells=self._answer_cells(),
            digits_as_text=" ".join(digits),
            frozen_rows=self.shape.heading_row,
            start=f"C{self.shape.heading_row + 1}",
            print_area=f"A1:{column_letters(last)}{self.last_row}",
            repeated_rows=f"{self.shape.heading_row}:{self.shape.heading_row}",
            landscape=self.shape.returned,
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
        is_figure, kind = field.answer is Answer.FIGURE, self.shape.kind
        if field.choices:
            return "list", field.choices.value, field.alert
        if field.answer is Answer.DATE or (is_figure and kind is Kind.DATE):
            return "date", "1", field.alert or DATE_ALERT
        if is_figure and kind is Kind.YES_NO:
            return "list", Choices.YES_NO.value, LIST_ALERT
        if is_figure and kind is Kind.MILESTONE and self.shape.has_milestones:
            return "list", Choices.MILESTONE.value, ""
        return None, "", ""

    def _colours(self) -> Iterator[Colour]:
        """A box is yellow as long as something is to be done in it; words and statuses have their colours too."""
        for first, last, beside in self._boxes():
            yield Colour(f"C{first}:C{last}", f'LEFT({beside},{len(form.TO_DO)})="{form.TO_DO}"', looks.YELLOW)
        first = self.shape.heading_row + 1
        where, cell = f"E{first}:E{self.last_row}", f"$E{first}"
        yield Colour(where, f'LEFT({cell},{len(form.TO_DO)})="{form.TO_DO}"', "", looks.INK)
        yield Colour(where, f'LEFT({cell},{len(form.CHECK)})="{form.CHECK}"', "FFFFF1CC", "FF5C3B00")
        for name, fill, ink in self.shape.statuses:
            test = f"LEFT({cell},{len(name) + 1})={literal(f'{name}.')}"
            yield Colour(where, test, f"FF{fill[1:]}", f"FF{ink[1:]}")

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
