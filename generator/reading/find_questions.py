"""Where the form's questions stand on a sheet, however rows and columns have moved."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.forms import questions as form
from generator.forms.questions import Answer, Field
from generator.xlsx import Book, Sheet, column_letters

_ENOUGH_REFERENCES = 8
"""A sheet with fewer of the form's references in one column is not a form."""


Range = tuple[tuple[int, int], tuple[int, int]]
"""The first and last cell of a range, each as (row, column)."""

Texts = Mapping[tuple[int, int], str]
"""The texts of a sheet's cells by row and column, without the spaces around them: all that a layout hangs on."""


@dataclass(frozen=True, slots=True)
class FormLayout:
    """A form on a sheet: columns, the rows of each field in the sheet's order, and rows that belong to no field.

    ``outside`` are cells with text to the right of the form; ``named`` gives the range of each defined name that
    points into this sheet.
    """

    answer_column: int
    rows: Mapping[str, tuple[int, ...]]
    orphans: tuple[int, ...]
    named: Mapping[str, Range]
    outside: tuple[str, ...] = ()


def find_layout(sheet: Sheet, book: Book) -> FormLayout | None:
    """Find the form on a sheet; None where there is none."""
    texts = {place: cell.text.strip() for place, cell in sheet.cells.items()}
    columns = Counter(column for (_, column), text in texts.items() if text in form.BY_ROW_REF)
    ref_column, count = max(columns.items(), key=lambda each: each[1], default=(0, 0))
    if count < _ENOUGH_REFERENCES:
        return None
    headings = [place for place, text in texts.items() if text == form.ANSWER_HEADING]
    answer_column = min((column for _, column in headings if column > ref_column), default=ref_column + 2)
    heading = min((row for row, column in headings if column == answer_column), default=0)
    named = _named(sheet, book)
    rows, orphans = _rows(texts, ref_column, answer_column, named)
    return FormLayout(answer_column, rows, orphans, named, _outside(texts, heading) if heading else ())


def _outside(texts: Texts, heading: int) -> tuple[str, ...]:
    """Find text to the right of the last heading, where nothing of the form stands."""
    last = max(column for row, column in texts if row == heading)
    written = sorted(place for place, text in texts.items() if place[1] > last and text)
    return tuple(f"{column_letters(column)}{row}" for row, column in written)


def _rows(
    texts: Texts, ref_column: int, answer_column: int, named: Mapping[str, Range]
) -> tuple[dict[str, tuple[int, ...]], tuple[int, ...]]:
    """Give each field its rows.

    A row without a reference belongs to the field whose name covers it, if that field has no row of its own; or goes
    on with the narrative above it, where somebody inserted it. Text beside anything else is an orphan.
    """
    references = {row: text for (row, column), text in texts.items() if column == ref_column}
    covers = _covers(named, {form.BY_ROW_REF[text].name for text in references.values() if text in form.BY_ROW_REF})
    rows: dict[str, tuple[int, ...]] = {}
    orphans = []
    field: Field | None = None
    for row in sorted({row for row, _ in texts}):
        reference = references.get(row, "")
        if reference:
            field = form.BY_ROW_REF.get(reference)
        else:
            above = field if field and field.answer is Answer.LINES else None
            field = next((each for first, last, each in covers if first <= row <= last), above)
        if field:
            rows[field.name] = (*rows.get(field.name, ()), row)
        elif rows and texts.get((row, answer_column)):
            orphans.append(row)
    return rows, tuple(orphans)


def _covers(named: Mapping[str, Range], present: set[str]) -> list[tuple[int, int, Field]]:
    """Give the first and last row of each name that covers rows without a reference, with its field."""
    ranged = ((first[0], last[0], form.BY_NAME[name]) for name, (first, last) in named.items())
    return [each for each in ranged if each[2].answer is Answer.LINES or each[2].name not in present]


def _named(sheet: Sheet, book: Book) -> dict[str, Range]:
    """The sheet's own names come after the workbook's, so that in a bundle of forms they win."""
    names = sorted(book.names, key=lambda each: each.sheet is not None)
    here = (each for each in names if each.target_sheet == sheet.name and each.sheet in {None, sheet.name})
    return {
        each.name: (each.first, each.last) for each in here if each.first and each.last and each.name in form.BY_NAME
    }
