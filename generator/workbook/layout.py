"""Where the form's questions stand on a sheet, however rows and columns have moved."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.workbook import form
from generator.workbook.form import Answer, Field
from generator.workbook.xlsx import Book, Sheet

_ENOUGH_REFERENCES = 8
"""A sheet with fewer of the form's references in one column is not a form."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A form on a sheet: columns, the rows of each field in the sheet's order, and rows that belong to no field.

    ``named`` gives the first cell of each defined name that points into this sheet, as (row, column).
    """

    answer_column: int
    rows: Mapping[str, tuple[int, ...]]
    orphans: tuple[int, ...]
    named: Mapping[str, tuple[int, int]]


def find_layout(sheet: Sheet, book: Book) -> Layout | None:
    """Find the form on a sheet; None where there is none."""
    columns = Counter(column for (_, column), cell in sheet.cells.items() if cell.text.strip() in form.BY_ROW_REF)
    ref_column, count = max(columns.items(), key=lambda each: each[1], default=(0, 0))
    if count < _ENOUGH_REFERENCES:
        return None
    answer_column = _answer_column(sheet, ref_column)
    rows, orphans = _rows(sheet, ref_column, answer_column)
    return Layout(answer_column, rows, orphans, _named(sheet, book))


def _answer_column(sheet: Sheet, ref_column: int) -> int:
    headings = (
        column
        for (_, column), cell in sheet.cells.items()
        if column > ref_column and cell.text.strip() == form.ANSWER_HEADING
    )
    return min(headings, default=ref_column + 2)


def _rows(sheet: Sheet, ref_column: int, answer_column: int) -> tuple[dict[str, tuple[int, ...]], tuple[int, ...]]:
    """Give each field its rows. A row that was inserted below a narrative's line goes on with that narrative."""
    rows: dict[str, tuple[int, ...]] = {}
    orphans = []
    field: Field | None = None
    for row in sorted({row for row, _ in sheet.cells}):
        reference = sheet.cells.get((row, ref_column))
        written = sheet.cells.get((row, answer_column))
        if reference and reference.text.strip():
            field = form.BY_ROW_REF.get(reference.text.strip())
        elif not (field and field.answer is Answer.LINES):
            if rows and written and written.text.strip():
                orphans.append(row)
            continue
        if field:
            rows[field.name] = (*rows.get(field.name, ()), row)
    return rows, tuple(orphans)


def _named(sheet: Sheet, book: Book) -> dict[str, tuple[int, int]]:
    """The sheet's own names come after the workbook's, so that in a bundle of forms they win."""
    names = sorted(book.names, key=lambda each: each.sheet is not None)
    here = (each for each in names if each.target_sheet == sheet.name and each.sheet in {None, sheet.name})
    return {each.name: each.first for each in here if each.first and each.name in form.BY_NAME}
