"""The drafted register as a workbook: what was guessed, or left open, is marked by a colour and a note."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.as_xlsx.saving import saved
from generator.forms.text_height import InColumn, height_of
from generator.importing.drafted_register import DraftedRegister
from generator.importing.drafting.draft import Draft, DraftEntry, How
from generator.importing.layout import OwnColumn, RegisterLayout
from generator.importing.meaning.fields import ListField
from generator.importing.read_this import SHEET as READ_THIS
from generator.importing.read_this import ReadThisPart
from generator.model.characters import printable
from generator.project.new_project import new_register
from generator.reading.register.columns import SHEET
from generator.xlsx import Cell, CellKind, column_letters

_FILLS = {How.GUESSED: PatternFill("solid", fgColor="FFFFF2CC"), How.OPEN: PatternFill("solid", fgColor="FFFBD9D3")}
_BEGINS = {How.GUESSED: "Guessed.", How.OPEN: "Left open."}
_FONT, _BOLD, _HEAD = Font(name="Arial"), Font(name="Arial", bold=True), PatternFill("solid", fgColor="FFE3E8EF")
_TITLE = Font(name="Arial", bold=True, size=13)
_TOP = Alignment(wrap_text=True, vertical="top")
_NOTE_WIDTH, _NOTE_HEIGHT = 320, 140
_OWN_WIDTH = 18
_WIDTHS = (22, 22, 50, 44, 60, 60)
"""Of the columns of the sheet to be read."""


def register_workbook(
    register: DraftedRegister, layout: RegisterLayout, sections: Sequence[ReadThisPart], day: date
) -> bytes:
    """The register with its sheet that says what was taken, guessed and left; the same bytes for the same contents."""
    book = new_register()
    sheet = book[SHEET]
    sheet.delete_rows(2, sheet.max_row)
    for column, heading in enumerate(layout.headings, 1):
        _put_heading(sheet, column, heading)
    for row, draft in enumerate(register.drafts, 2):
        for column, heading in enumerate(layout.ours, 1):
            _put_entry(sheet.cell(row, column), heading, draft.entry(heading))
        for column, own in enumerate(layout.own, len(layout.ours) + 1):
            _put_own(sheet.cell(row, column), draft, own)
    _write_read_this(book.create_sheet(READ_THIS, 1), sections)
    return saved(book, day)


def _put_heading(sheet: Worksheet, column: int, heading: str) -> None:
    cell = sheet.cell(1, column)
    if cell.value == heading:
        return
    _put_text(cell, heading)
    cell.font, cell.fill, cell.alignment = _BOLD, _HEAD, _TOP
    sheet.column_dimensions[column_letters(column)].width = _OWN_WIDTH


def _put_entry(cell: Any, heading: str, entry: DraftEntry) -> None:
    match entry.value:
        case str():
            _put_text(cell, entry.value)
            if heading in {ListField.CODE, ListField.ALIASES}:
                cell.number_format = "@"
        case Decimal():
            cell.value = entry.value
            cell.number_format = "#,##0.############" if entry.value % 1 else "#,##0"
        case date():
            cell.value, cell.number_format = entry.value, "dd/mm/yyyy"
    cell.font = _FONT
    if entry.how in _FILLS:
        cell.fill = _FILLS[entry.how]
        cell.comment = Comment(printable(f"{_BEGINS[entry.how]} {entry.why}"), "scorecard", _NOTE_HEIGHT, _NOTE_WIDTH)


def _put_own(cell: Any, draft: Draft, own: OwnColumn) -> None:
    """What the list says, as it is shown there; a formula's result, for what it refers to is not here."""
    is_wanted = not own.only_where_kept or own.label in draft.kept
    said: Cell | None = draft.row.cells.get(own.label) if is_wanted else None
    cell.font = _FONT
    if said is None:
        return
    if said.date:
        cell.value, cell.number_format = said.date, "dd/mm/yyyy"
    elif said.number is not None:
        cell.value = said.number
        cell.number_format = said.code or "General"
    else:
        _put_text(cell, said.shown if said.kind is not CellKind.UNCALCULATED else "")


def _put_text(cell: Any, text: str) -> None:
    """A text that stays one: an equals sign at its start makes no formula."""
    cell.value = printable(text)
    cell.data_type = "s"


def _write_read_this(sheet: Worksheet, sections: Sequence[ReadThisPart]) -> None:
    row = 1
    for section in sections:
        _put_text(sheet.cell(row, 1), section.title)
        sheet.cell(row, 1).font = _TITLE
        for column, heading in enumerate(section.headings, 1):
            cell = sheet.cell(row + 1, column)
            _put_text(cell, heading)
            cell.font, cell.fill, cell.alignment = _BOLD, _HEAD, _TOP
        row += 1 + bool(section.headings)
        for line in section.lines:
            for column, text in enumerate(line, 1):
                cell = sheet.cell(row, column)
                _put_text(cell, text)
                cell.font = _FONT
                cell.alignment = _TOP if section.headings else Alignment(vertical="top")
            if section.headings:
                sheet.row_dimensions[row].height = height_of(map(InColumn, _WIDTHS, line))
            row += 1
        row += 1
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[column_letters(column)].width = width
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
