"""The sheets beside the forms: guidance for the officer, the words of the lists, and the workings.

None is hidden: rules for accessible spreadsheets refuse hidden sheets, rows and columns, and an officer who wonders
why the form says what it says may look.
"""

from collections.abc import Iterator, Mapping, Sequence

from openpyxl.styles import Alignment
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms import form_words as form
from generator.forms import issued_texts as own
from generator.forms.asked.question_types import Choices, Field, type_of_choices
from generator.forms.cell_styles import Look, Looks
from generator.forms.form_contents import Contents
from generator.forms.form_sheet import CELL, HEADING, PLAIN, TITLE, add_table, height_of, protect
from generator.forms.workings import Working
from generator.xlsx import column_letters

_TABLE_ROW = 3
_TITLE, _STEP = (Look(font, Alignment(vertical="top")) for font in (TITLE, PLAIN))


def write_guidance(sheet: Worksheet, forms: Sequence[Contents], looks: Looks) -> None:
    """Write what to do, and for each question when it is needed and what it takes."""
    writer = _Writer(sheet, looks)
    writer.put(1, 1, own.GUIDANCE_TITLE, _TITLE)
    for row, step in enumerate(own.STEPS, 2):
        writer.put(row, 1, step, _STEP)
    fullest = max(forms, key=lambda each: len(each.asked.fields))
    rows = [_guide(field, fullest) for field in fullest.asked.fields if not field.prefilled]
    writer.table("Guidance", len(own.STEPS) + 2, list(own.GUIDANCE_HEADINGS), rows, 44, 34, 60, 44)


def _guide(field: Field, contents: Contents) -> tuple[str, ...]:
    return own.guidance_of(field, ", ".join(contents.words(field.choices)) if field.choices else "")


def write_lists(sheet: Worksheet, forms: Sequence[Contents], looks: Looks) -> list[dict[type_of_choices, str]]:
    """Write the words of the lists, and give for each form the range of each list."""
    writer = _Writer(sheet, looks)
    writer.put(1, 1, own.LISTS_TITLE, _TITLE)
    columns: dict[tuple[type_of_choices, tuple[str, ...]], int] = {}
    for contents in forms:
        for each in contents.lists:
            columns.setdefault((each, contents.words(each)), len(columns) + 1)
    length = max(len(words) for _, words in columns)
    headings = list(_headings(columns))
    rows = [tuple(words[row] if row < len(words) else None for _, words in columns) for row in range(length)]
    writer.table("Lists", _TABLE_ROW, headings, rows, *(30,) * len(columns))
    return [
        {each: _range(columns[each, words], len(words)) for each in contents.lists if (words := contents.words(each))}
        for contents in forms
    ]


def _headings(columns: Mapping[tuple[type_of_choices, tuple[str, ...]], int]) -> Iterator[str]:
    seen: dict[type_of_choices, int] = {}
    for each, _ in columns:
        seen[each] = seen.get(each, 0) + 1
        title = own.LIST_TITLES[each] if isinstance(each, Choices) else each.title
        yield title + (f" {seen[each]}" if seen[each] > 1 else "")


def _range(column: int, length: int) -> str:
    letter = column_letters(column)
    return f"{form.LISTS_SHEET}!${letter}${_TABLE_ROW + 1}:${letter}${_TABLE_ROW + length}"


def write_workings(
    sheet: Worksheet, workings: Sequence[Working], values: Sequence[tuple[str, Mapping[str, str]]], looks: Looks
) -> None:
    """Write the formulas of each form, a column each under its heading; none where a form has no such working."""
    writer = _Writer(sheet, looks)
    writer.put(1, 1, own.WORKINGS_TITLE, _TITLE)
    headings = [*own.WORKINGS_HEADINGS, *(heading for heading, _ in values)]
    rows = [
        (each.name, each.meaning, *(_formula(formulas.get(each.name)) for _, formulas in values)) for each in workings
    ]
    writer.table("Workings", _TABLE_ROW, headings, rows, 28, 48, *(24 for _ in values))


class _Writer:
    """Writes one of these sheets."""

    def __init__(self, sheet: Worksheet, looks: Looks) -> None:
        self.sheet, self.looks = sheet, looks

    def table(
        self, name: str, row: int, headings: list[str], rows: Sequence[Sequence[str | None]], *widths: int
    ) -> None:
        """Write a table with its headings in ``row``; with it the sheet is complete."""
        sheet = self.sheet
        for column, (heading, width) in enumerate(zip(headings, widths, strict=True), 1):
            self.put(row, column, heading, HEADING)
            sheet.column_dimensions[column_letters(column)].width = width
        for below, values in enumerate(rows, row + 1):
            for column, value in enumerate(values, 1):
                self.put(below, column, value, CELL)
            texts = (
                (value or "", width) for value, width in zip(values, widths, strict=True) if not _is_formula(value)
            )
            sheet.row_dimensions[below].height = height_of(texts)
        add_table(sheet, f"{name}_table", f"A{row}:{column_letters(len(headings))}{row + len(rows)}", headings)
        sheet.page_setup.paperSize, sheet.page_setup.orientation = 9, "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        protect(sheet)

    def put(self, row: int, column: int, value: str | None, look: Look) -> None:
        """Write a text, which stays text, or a formula."""
        target = self.sheet.cell(row, column)
        target.value = str(value) if value is not None else None
        if value is not None and not _is_formula(value):
            target.data_type = "s"
        self.looks.give(target, look)


class _Formula(str):
    """A text that is meant as a formula; every other text stays text."""

    __slots__ = ()


def _formula(written: str | None) -> _Formula | None:
    return None if written is None else _Formula(f"={written}")


def _is_formula(value: str | None) -> bool:
    return isinstance(value, _Formula)
