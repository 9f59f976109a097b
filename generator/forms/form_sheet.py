"""One form on its sheet: questions, answers, checks and what was said last time, as an officer meets them."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from textwrap import wrap
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table, TableColumn
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms import form_words as form
from generator.forms.answers_again import put_answer
from generator.forms.asked.fixed_questions import DATE_ALERT, LIST_ALERT
from generator.forms.asked.question_types import Answer, Choices, Field, FormRow
from generator.forms.cell_styles import Look, Looks
from generator.forms.check_column import CheckColumn
from generator.forms.form_contents import Contents
from generator.forms.issued_texts import EMPTY_CHECK
from generator.forms.prefill import type_of_cell
from generator.forms.workings import quoted
from generator.model.english import counted, day
from generator.model.figures import BARE_UNITS
from generator.model.measure import Kind

HEADING_ROW = 4
_FIRST_ROW = HEADING_ROW + 1
_WIDTHS = {
    form.REF_HEADING: 6,
    form.QUESTION_HEADING: 30,
    form.ANSWER_HEADING: 47,
    form.CHECK_HEADING: 25,
    form.TEAM_HEADING: 46,
    form.LAST_TIME_HEADING: 44,
    form.KEY_HEADING: 3,
}
_LINE = 13.2
"""Points that a line of Arial 10 takes."""

_LETTERS = 1.28
"""Letters of Arial 10 in a column as wide as one figure of the usual font."""

_INK, _QUIET, _BAND, _LOCKED, _OPEN = "FF0B0C0C", "FF44494D", "FFE3E8EF", "FFF3F2F1", "FFFFFBE6"
_MARKS = {form.TO_DO: ("FFFBE4E6", "FF7A0C14"), form.CHECK: ("FFFFF1CC", "FF5C3B00")}
_THIN = Side(style="thin", color="FF8A8F94")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
PLAIN, BOLD = Font(name="Arial", size=10, color=_INK), Font(name="Arial", size=10, bold=True, color=_INK)
_SMALL = Font(name="Arial", size=10, color=_QUIET)
TITLE = Font(name="Arial", size=14, bold=True, color=_INK)
_LINK = Font(name="Arial", size=11, bold=True, color="FF1D3B6F")
_WRAP = Alignment(wrap_text=True, vertical="top", horizontal="left")
_NO_WRAP = Alignment(vertical="top", horizontal="left")
_LABEL, _HINT = (
    InlineFont(rFont="Arial", sz=10, b=bold, color=Color(colour)) for bold, colour in ((True, _INK), (False, _QUIET))
)
_FILLS = {colour: PatternFill("solid", fgColor=colour) for colour in (_BAND, _LOCKED, _OPEN)}
CELL, HEADING = Look(PLAIN, _WRAP), Look(BOLD, _WRAP, _FILLS[_BAND])
_BOLD_CELL, _SMALL_CELL, _SECTION = Look(BOLD, _WRAP), Look(_SMALL, _WRAP), Look(BOLD, _NO_WRAP, _FILLS[_BAND])
_TITLE_LINE, _LINE_BELOW, _LINK_LINE, _SMALL_LINE = (Look(font, _NO_WRAP) for font in (TITLE, PLAIN, _LINK, _SMALL))
_FILLED = Alignment(vertical="top", horizontal="fill")
"""What is longer than its cell is cut, and does not run on beside it."""

_KEY, _KEY_HEADING = Look(_SMALL, _FILLED), Look(BOLD, _FILLED, _FILLS[_BAND])
_GIVEN = Look(PLAIN, _WRAP, _FILLS[_LOCKED], _BORDER, Protection(locked=True))
_ASKED = Look(PLAIN, _WRAP, _FILLS[_OPEN], _BORDER, Protection(locked=False))
_COLUMNS = "ABCDEFG"
_TALLEST = 409
_MOST = 10**15
_LONGEST_PROMPT_TITLE = 32


class FormSheet:
    """Writes one form; ``number`` tells it from the others of its workbook."""

    def __init__(self, sheet: Worksheet, contents: Contents, number: int, looks: Looks) -> None:
        self.sheet, self.contents, self.number, self.looks = sheet, contents, number, looks
        self.title = sheet.title
        self.given = contents.filled_in()
        self.headings = [heading for heading in _WIDTHS if heading != form.TEAM_HEADING or contents.returned]
        self.asked = contents.asked
        self.rows = {each.ref: row for row, each in enumerate(self.asked.rows, _FIRST_ROW) if each.field}
        self.last_row = _FIRST_ROW + len(self.asked.rows) - 1

    @property
    def answer_cells(self) -> str:
        """The cells that an officer may fill in, as a reference of several ranges."""
        rows = [self.rows[ref] for field in self.asked.fields if not field.prefilled for ref in field.row_refs]
        starts = [row for row in rows if row - 1 not in rows]
        ends = [row for row in rows if row + 1 not in rows]
        return " ".join(f"C{start}:C{end}" for start, end in zip(starts, ends, strict=True))

    def names(self) -> Iterator[tuple[str, str]]:
        """The defined name of each field with the cells that it is for."""
        sheet = quoted(self.title)
        for field in self.asked.fields:
            first, last = (self.rows[ref] for ref in (field.row_refs[0], field.row_refs[-1]))
            yield field.name, f"{sheet}!$C${first}" + (f":$C${last}" if last > first else "")

    def write(self, column: CheckColumn) -> None:
        """Write the whole sheet with its formulas, lists, colours and locks."""
        self._write_head(column)
        for row, each in enumerate(self.asked.rows, _FIRST_ROW):
            if each.field is None:
                self._write_heading(row, each.ref)
            else:
                self._write_row(row, each, each.field, column)
            self.sheet.row_dimensions[row].height = self._height(row)
        self._add_rules()
        self._add_colours()
        self._mark_up_table()
        self._set_up_page()

    def _column(self, heading: str) -> str:
        return _COLUMNS[self.headings.index(heading)]

    def _write_head(self, column: CheckColumn) -> None:
        subject, period = self.contents.subject, self.contents.period
        self._put("A1", f"{self.contents.council}: {subject.label}, {period.in_full}", _TITLE_LINE)
        self._put("A2", self._what_to_do(), _LINE_BELOW)
        self._put("A3", None, _LINK_LINE).value = f"={column.headline()}"
        self._put("D3", EMPTY_CHECK, _SMALL_LINE)
        for heading in self.headings:
            look = _KEY_HEADING if heading == form.KEY_HEADING else HEADING
            self._put(f"{self._column(heading)}{HEADING_ROW}", heading, look)

    def _what_to_do(self) -> str:
        to = f" to {self.contents.send_to}" if self.contents.send_to else " back"
        if not self.contents.returned:
            return f"Fill in the cream cells, save, and send this workbook{to} by {day(self.contents.due)}."
        count = sum(map(len, self.contents.remarks.values())) + len(self.contents.general)
        first = next((ref for ref in self.rows if ref in self.contents.remarks), None)
        things = counted(count, "thing")
        start = f" The first is at {first}." if first else ""
        asked = f"The performance team asks you to look at {things}, in column E.{start}"
        return " ".join((asked, f"Then save this workbook and send it{to}.", *self.contents.general))

    def _write_heading(self, row: int, heading: str) -> None:
        for column in _COLUMNS[: len(self.headings)]:
            self._put(f"{column}{row}", heading if column == "A" else None, _SECTION)

    def _write_row(self, row: int, asked: FormRow, field: Field, column: CheckColumn) -> None:
        ref = asked.ref
        is_first = ref == field.row_refs[0]
        self._put(f"A{row}", ref, CELL)
        self._write_question(row, ref, field)
        self._write_answer(row, ref, field)
        formula = column.formula(field) if is_first else None
        check = self._put(f"D{row}", None, CELL)
        if formula:
            check.value = f"={formula}"
        if self.contents.returned:
            remarks = self.contents.remarks.get(ref, ())
            self._put(f"{self._column(form.TEAM_HEADING)}{row}", "\n".join(remarks) or None, _BOLD_CELL)
        said = self.contents.last_time.get(asked.key)
        self._put(f"{self._column(form.LAST_TIME_HEADING)}{row}", said, _SMALL_CELL)
        self._put(f"{self._column(form.KEY_HEADING)}{row}", asked.key, _KEY)

    def _write_question(self, row: int, ref: str, field: Field) -> None:
        if ref != field.row_refs[0]:
            self._put(f"B{row}", f"{field.ref}, line {ref.rpartition('.')[2]}", _SMALL_CELL)
            return
        unit = self.contents.figures_are.unit
        has_unit = field.answer is Answer.FIGURE and not field.prefilled and unit not in BARE_UNITS
        hint = " ".join(part for part in (field.hint, f"Unit: {unit}." if has_unit else "") if part)
        question = self._put(f"B{row}", field.label, _BOLD_CELL)
        if hint:
            question.value = CellRichText(TextBlock(_LABEL, field.label), TextBlock(_HINT, f"\n{hint}"))

    def _write_answer(self, row: int, ref: str, field: Field) -> None:
        given = self.given.get(field.name) if field.prefilled else None
        look = _GIVEN if field.prefilled else _ASKED
        target = self._put(f"C{row}", given, look, self._format(field, given))
        if not field.prefilled and ref in self.contents.answers:
            put_answer(target, self.contents.answers[ref])

    def _format(self, field: Field, given: type_of_cell) -> str:
        """Text stays text in a cell of its own format: a dash or an equals sign at its start is no formula."""
        decimals = self.contents.figures_are.decimals
        match given:
            case Decimal():
                return "#,##0" + (f".{'0' * decimals}" if decimals else "")
            case date():
                return "dd/mm/yyyy"
            case int():
                return "General"
        if field.answer is Answer.DATE or (
            field.answer is Answer.FIGURE and self.contents.figures_are.kind is Kind.DATE
        ):
            return "dd/mm/yyyy"
        is_text = field.answer in {Answer.TEXT, Answer.CHOICE, Answer.LINES} or isinstance(given, str)
        return "@" if is_text else "General"

    def _put(self, cell: str, value: type_of_cell, look: Look, number_format: str = "General") -> Any:
        """Write a cell, and give it."""
        target = self.sheet[cell]
        target.value = value
        if isinstance(value, str):
            target.data_type = "s"
        self.looks.give(target, look, number_format)
        return target

    def _height(self, row: int) -> float:
        """A row the height of its longest text; programs that do not work it out on opening would cut it."""
        texts = (
            (str(self.sheet[f"{self._column(heading)}{row}"].value or ""), _WIDTHS[heading])
            for heading in self.headings
            if heading not in {form.REF_HEADING, form.CHECK_HEADING, form.KEY_HEADING}
        )
        return height_of(texts)

    def _add_rules(self) -> None:
        for field in self.asked.fields:
            if field.prefilled:
                continue
            rule = self._rule(field)
            if rule is None:
                continue
            rule.errorTitle, rule.error = "Not an answer", self._alert(field)
            rule.showErrorMessage = bool(rule.error)
            rule.promptTitle, rule.prompt = f"{field.ref} {field.label}"[:_LONGEST_PROMPT_TITLE], field.prompt
            rule.showInputMessage = bool(field.prompt)
            rule.add(f"C{self.rows[field.row_refs[0]]}")
            self.sheet.add_data_validation(rule)

    def _alert(self, field: Field) -> str:
        """A figure that is a word or a date is told so; a milestone may be one that no list has."""
        by_kind = {Kind.YES_NO: LIST_ALERT, Kind.DATE: DATE_ALERT, Kind.MILESTONE: ""}
        is_figure = field.answer is Answer.FIGURE
        return by_kind.get(self.contents.figures_are.kind, field.alert) if is_figure else field.alert

    def _rule(self, field: Field) -> DataValidation | None:
        """What a cell takes. Other words than a milestone's, and figures typed as text, are read all the same."""
        kind = self.contents.figures_are.kind
        if field.choices:
            return DataValidation(type="list", formula1=field.choices.value, allow_blank=True)
        if field.answer is Answer.DATE or (field.answer is Answer.FIGURE and kind is Kind.DATE):
            return DataValidation(
                type="date", operator="greaterThan", formula1="1", allow_blank=True, errorStyle="warning"
            )
        if field.answer is Answer.FIGURE and kind is Kind.YES_NO:
            return DataValidation(type="list", formula1=Choices.YES_NO.value, allow_blank=True)
        if field.answer is Answer.FIGURE and kind is not Kind.MILESTONE:
            return DataValidation(
                type="decimal",
                operator="between",
                formula1=str(-_MOST),
                formula2=str(_MOST),
                allow_blank=True,
                errorStyle="warning",
            )
        if field.answer is Answer.FIGURE and self.contents.words(Choices.MILESTONE):
            return DataValidation(type="list", formula1=Choices.MILESTONE.value, allow_blank=True)
        return DataValidation(allow_blank=True) if field.prompt else None

    def _add_colours(self) -> None:
        where = f"D{_FIRST_ROW}:D{self.last_row}"
        cell = f"$D{_FIRST_ROW}"
        for words, (fill, ink) in _MARKS.items():
            self._colour(where, f'LEFT({cell},{len(words)})="{words}"', fill, ink)
        for status in self.contents.colours:
            words = f"Worked out: {status.name}.".replace('"', '""')
            self._colour(where, f'{cell}="{words}"', f"FF{status.fill[1:]}", f"FF{status.ink[1:]}")

    def _colour(self, where: str, formula: str, fill: str, ink: str) -> None:
        look = DifferentialStyle(font=Font(bold=True, color=ink), fill=PatternFill("solid", bgColor=fill))
        self.sheet.conditional_formatting.add(
            where, Rule(type="expression", formula=[formula], dxf=look, stopIfTrue=True)
        )

    def _mark_up_table(self) -> None:
        """A table without its filter buttons, so that a screen reader says the heading of each cell."""
        last = self._column(self.headings[-1])
        add_table(self.sheet, f"Form_{self.number}", f"A{HEADING_ROW}:{last}{self.last_row}", self.headings)

    def _set_up_page(self) -> None:
        sheet, last = self.sheet, self._column(self.headings[-3])
        for heading in self.headings:
            sheet.column_dimensions[self._column(heading)].width = _WIDTHS[heading]
        sheet.freeze_panes = f"C{_FIRST_ROW}"
        sheet.sheet_view.showGridLines = False
        first = min(self.rows[field.row_refs[0]] for field in self.asked.fields if not field.prefilled)
        for selection in sheet.sheet_view.selection:
            selection.activeCell = selection.sqref = f"C{first}"
        sheet.print_area = f"A1:{last}{self.last_row}"
        sheet.page_setup.orientation = "landscape" if self.contents.returned else "portrait"
        sheet.page_setup.paperSize, sheet.page_setup.scale = 9, 71
        sheet.page_margins.left = sheet.page_margins.right = 0.35
        sheet.page_margins.top, sheet.page_margins.bottom = 0.4, 0.4
        for section in (each for each in self.asked.sections if each.on_new_page):
            sheet.row_breaks.append(Break(id=self.rows[section.fields[0].ref] - 2))
        sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
        protect(sheet)


def height_of(texts: Iterable[tuple[str, float]]) -> float:
    """The points that a row needs for its texts, each in a column so wide; at most what Excel allows."""
    lines = (_lines_of(text, int(width * _LETTERS)) for text, width in texts)
    return min(max(lines, default=1) * _LINE + 3, _TALLEST)


@lru_cache(1000)
def _lines_of(text: str, letters: int) -> int:
    """Remembered, for most texts are alike in all forms."""
    return sum(len(wrap(line, letters)) or 1 for line in text.split("\n"))


def protect(sheet: Worksheet) -> None:
    """Lock a sheet without a password; officers may still resize and format."""
    sheet.protection.formatCells = sheet.protection.formatRows = sheet.protection.formatColumns = False
    sheet.protection.enable()


def add_table(sheet: Worksheet, name: str, reference: str, headings: list[str]) -> None:
    """Mark a range up as a table with a heading row and no filter buttons."""
    columns = [TableColumn(id=number, name=heading) for number, heading in enumerate(headings, 1)]
    sheet.add_table(Table(displayName=name, name=name, ref=reference, tableColumns=columns))
