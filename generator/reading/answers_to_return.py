"""What a returned form holds, row by row, so that it can go back to its officer in a fresh form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.forms.asked import form_words as form
from generator.forms.asked.prefill import fitted
from generator.forms.asked.question_types import Questionnaire
from generator.model.shape import Shape
from generator.reading.answers.action_rows import ActionTable, action_tables, table_beside
from generator.reading.answers.find_questions import FormLayout, find_form
from generator.xlsx import Cell, CellKind, Sheet, SheetsWanted, Unreadable, read_book


@dataclass(frozen=True, slots=True)
class Answers:
    """A form's answers by the key of their row in a fresh form, and the key of each row on its sheet."""

    cells: Mapping[str, Cell]
    keys: Mapping[int, str]
    actions: Mapping[str, Mapping[str, Cell]] = field(default_factory=dict)
    """What was written of actions, by the id of each, or the row of a new one, and by what is asked."""
    action_keys: Mapping[int, str] = field(default_factory=dict)
    """The same keys by the rows of the sheet of actions."""


def answers_in(data: bytes, shape: Shape) -> dict[str, Answers]:
    """The answers of each form in a workbook by the name of its sheet; none where it cannot be read."""
    try:
        book = read_book(data, SheetsWanted(unread=form.OWN_SHEETS))
    except Unreadable:
        return {}
    found = [(sheet, *there) for sheet in book.sheets if (there := find_form(sheet, book, shape))]
    tables = action_tables(book)
    return {
        sheet.name: _answers(sheet, layout, asked, table_beside(sheet, layout, tables, len(found)))
        for sheet, asked, layout in found
    }


def _answers(sheet: Sheet, layout: FormLayout, asked: Questionnaire, table: ActionTable | None) -> Answers:
    cells: dict[str, Cell] = {}
    keys: dict[int, str] = {}
    for name, rows in layout.rows.items():
        field = asked.by_name.get(name)
        if field is None:
            continue
        keys |= {row: field.row_keys[min(place, len(field.row_keys) - 1)] for place, row in enumerate(rows)}
        written = [sheet.cells.get((row, layout.answer_column)) for row in rows]
        if field.question:
            cells |= dict(_lines(written, field.row_keys))
        elif not field.prefilled:
            cells |= dict.fromkeys((field.name,), first) if (first := next(filter(None, written), None)) else {}
    return Answers(cells, keys, table.cells(), table.keys()) if table else Answers(cells, keys)


def _lines(written: list[Cell | None], keys: tuple[str, ...]) -> Iterator[tuple[str, Cell]]:
    """Rows that an officer inserted follow the others; what a fresh form has no row for shares its last."""
    if len(written) <= len(keys):
        yield from ((key, cell) for key, cell in zip(keys, written, strict=False) if cell)
        return
    cells = [cell for cell in written if cell]
    yield from zip(keys, cells[: len(keys)], strict=False)
    if len(cells) > len(keys):
        text = fitted(tuple(cell.text for cell in cells), len(keys))[-1]
        yield keys[-1], cells[len(keys) - 1]._replace(kind=CellKind.TEXT, text=text)
