"""Where the form's questions stand on a sheet, however rows and columns have moved."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.workbook import form
from generator.workbook.form import Answer, Field
from generator.workbook.xlsx import Book, Cell, Sheet

_ENOUGH_REFERENCES = 8
"""A sheet with fewer of the form's references in one column is not a form."""


Range = tuple[tuple[int, int], tuple[int, int]]
"""The first and last cell of a range, each as (row, column)."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A form on a sheet: columns, the rows of each field in the sheet's order, and rows that belong to no field.

    ``outside`` are cells with text to the right of the form; ``named`` gives the range of each defined name that
    points into this sheet.
    """

    answer_column: int
    rows: Mapping[str, tuple[int, ...]]
    orphans: tuple[int, ...]
    named: Mapping[str, Range]
    outside: tuple[str, ...] = ()


def find_layout(sheet: Sheet, book: Book) -> Layout | None:
    """Find the form on a sheet; None where there is none."""
    columns = Counter(column for (_, column), cell in sheet.cells.items() if cell.text.strip() in form.BY_ROW_REF)
    ref_column, count = max(columns.items(), key=lambda each: each[1], default=(0, 0))
    if count < _ENOUGH_REFERENCES:
        return None
    answer_column = _answer_column(sheet, ref_column)
    named = _named(sheet, book)
    rows, orphans = _rows(sheet, ref_column, answer_column, named)
    return Layout(answer_column, rows, orphans, named, _outside(sheet, answer_column))


def _answer_column(sheet: Sheet, ref_column: int) -> int:
    headings = (column for (_, column), cell in sheet.cells.items() if column > ref_column and _is_heading(cell))
    return min(headings, default=ref_column + 2)


def _outside(sheet: Sheet, answer_column: int) -> tuple[str, ...]:
    """Find text to the right of the last heading, where nothing of the form stands."""
    heading = min(
        (row for (row, column), cell in sheet.cells.items() if column == answer_column and _is_heading(cell)), default=0
    )
    last = max((column for row, column in sheet.cells if row == heading), default=0)
    written = (cell for (_, column), cell in sorted(sheet.cells.items()) if column > last and cell.text.strip())
    return tuple(cell.ref for cell in written) if heading else ()


def _is_heading(cell: Cell) -> bool:
    return cell.text.strip() == form.ANSWER_HEADING


def _rows(
    sheet: Sheet, ref_column: int, answer_column: int, named: Mapping[str, Range]
) -> tuple[dict[str, tuple[int, ...]], tuple[int, ...]]:
    """Give each field its rows.

    A row without a reference belongs to the field whose name covers it, if that field has no row of its own; or goes
    on with the narrative above it, where somebody inserted it. Text beside anything else is an orphan.
    """
    references = {row: cell.text.strip() for (row, column), cell in sheet.cells.items() if column == ref_column}
    present = {form.BY_ROW_REF[text].name for text in references.values() if text in form.BY_ROW_REF}
    rows: dict[str, tuple[int, ...]] = {}
    orphans = []
    field: Field | None = None
    for row in sorted({row for row, _ in sheet.cells}):
        reference = references.get(row, "")
        if reference:
            field = form.BY_ROW_REF.get(reference)
        else:
            field = _covering(row, named, present) or (field if field and field.answer is Answer.LINES else None)
        written = sheet.cells.get((row, answer_column))
        if field:
            rows[field.name] = (*rows.get(field.name, ()), row)
        elif rows and written and written.text.strip():
            orphans.append(row)
    return rows, tuple(orphans)


def _covering(row: int, named: Mapping[str, Range], present: set[str]) -> Field | None:
    """Find the field whose name covers a row that lost its reference."""
    for name, (first, last) in named.items():
        field = form.BY_NAME[name]
        if first[0] <= row <= last[0] and (field.answer is Answer.LINES or name not in present):
            return field
    return None


def _named(sheet: Sheet, book: Book) -> dict[str, Range]:
    """The sheet's own names come after the workbook's, so that in a bundle of forms they win."""
    names = sorted(book.names, key=lambda each: each.sheet is not None)
    here = (each for each in names if each.target_sheet == sheet.name and each.sheet in {None, sheet.name})
    return {
        each.name: (each.first, each.last) for each in here if each.first and each.last and each.name in form.BY_NAME
    }
