"""The bytes of a workbook that is planned: its frame is made with openpyxl, and its cells are written into that as XML.

Frames are kept, and so are styles: a workbook of the same frame and looks as one before differs from it in its cells
alone. Each has the same bytes as if it had been made by itself, for all come the same way.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule as FormatRule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableColumn
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.as_xlsx.cell_styles import Look, Looks
from generator.forms.as_xlsx.cells_as_xml import rows_as_xml, text_as_xml, type_of_styles
from generator.forms.as_xlsx.packing import Packed, archive, compressed
from generator.forms.as_xlsx.saving import parts_of_workbook
from generator.forms.as_xlsx.sheet_plan import BookPlan, Colour, Frame, PlannedName, PlannedTable, Rule
from generator.xlsx import column_letters

_CORE, _STYLES = "docProps/core.xml", "xl/styles.xml"
_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData>.*?</sheetData>", re.DOTALL)
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"\s*/>')
_AFTER_LOOKS = b"</cellStyles>"
"""After the looks of cells, styles have those that sheets give them where a formula holds."""

_TITLE = re.compile(rb"(?<=>)-(?=</dc:title>)")
"""The title of a workbook that has none as yet."""


def as_xlsx(plan: BookPlan) -> bytes:
    """The workbook as the bytes of an .xlsx file; the same for the same plan."""
    frames = tuple(sheet.frame for sheet in plan.sheets if sheet.frame)
    skeleton = skeleton_of(frames, plan.names, plan.creator, plan.day)
    return archive(_filled(skeleton, styles_of(skeleton, tuple(plan.looks())), plan))


@dataclass(frozen=True, slots=True, eq=False)
class _Skeleton:
    """A workbook without its cells and their looks: its parts in order, those that are filled in later as they are.

    ``sheets`` gives which sheet a part is; ``colours``, the looks that its sheets take where a formula holds.
    """

    parts: tuple[Packed | tuple[str, bytes], ...]
    sheets: dict[str, int]
    colours: bytes


@lru_cache(maxsize=64)
def skeleton_of(frames: tuple[Frame, ...], names: tuple[PlannedName, ...], creator: str, day: date) -> _Skeleton:
    """A workbook of these frames without its cells; kept, for most workbooks of a round have the same."""
    book = _new_book()
    for frame in frames:
        _set_up(book.create_sheet(frame.title), frame)
    for each in names:
        where = book if each.sheet is None else book.worksheets[each.sheet]
        where.defined_names[each.name] = DefinedName(each.name, attr_text=each.reference)
    book.properties.title, book.properties.creator, book.properties.language = "-", creator, "en-GB"
    book.security = WorkbookProtection(lockStructure=True)
    book.calculation.fullCalcOnLoad = True
    open_cells = {frame.title: frame.open_cells for frame in frames}
    sheets = {f"xl/worksheets/sheet{number}.xml": number - 1 for number in range(1, len(frames) + 1)}
    parts = dict(parts_of_workbook(book, day, open_cells))
    for name, number in sheets.items():
        parts[name] = _with_marks(parts[name], frames[number])
    later = {*sheets, _CORE, _STYLES}
    kept = tuple((name, data) if name in later else compressed(name, data) for name, data in parts.items())
    return _Skeleton(kept, sheets, parts[_STYLES].partition(_AFTER_LOOKS)[2])


@lru_cache(maxsize=64)
def styles_of(skeleton: _Skeleton, every_look: tuple[tuple[Look, str], ...]) -> tuple[Packed, type_of_styles]:
    """The styles of a workbook whose cells have these looks, and the number of each look and number format."""
    book, looks = _new_book(), Looks()
    cells = book.create_sheet()
    numbers: dict[tuple[Look, str], int] = {}
    for column, (look, number_format) in enumerate(every_look, 1):
        cell = cells.cell(1, column)
        looks.give(cell, look, number_format)
        numbers[look, number_format] = cell.style_id
    looks_of_cells, mark, _ = dict(parts_of_workbook(book, date.min))[_STYLES].partition(_AFTER_LOOKS)
    return compressed(_STYLES, looks_of_cells + mark + skeleton.colours), numbers


def _new_book() -> Workbook:
    """A workbook without sheets, whose columns are measured in our letters."""
    book = Workbook()
    book.remove(book["Sheet"])
    book._named_styles["Normal"].font = Font(name="Arial", size=10)  # type: ignore[attr-defined]  # noqa: SLF001, it has no other name
    return book


def _with_marks(sheet: bytes, frame: Frame) -> bytes:
    """A sheet on which digits that are text, as they are meant to be, are not marked as a mistake."""
    if not frame.digits_as_text:
        return sheet
    ignored = f'<ignoredErrors><ignoredError sqref="{frame.digits_as_text}" numberStoredAsText="1"/></ignoredErrors>'
    return sheet.replace(b"<tableParts", ignored.encode() + b"<tableParts", 1)


def _set_up(sheet: Worksheet, frame: Frame) -> None:
    """Set up a sheet, locked without a password; officers may still resize and format."""
    for number, column in enumerate(frame.columns, 1):
        dimension = sheet.column_dimensions[column_letters(number)]
        dimension.width, dimension.hidden = column.width, column.hidden
    sheet.sheet_state = "hidden" if frame.hidden else "visible"
    sheet.sheet_view.showGridLines = False
    sheet.freeze_panes = frame.freeze
    for selection in sheet.sheet_view.selection:
        selection.activeCell = selection.sqref = frame.start
    for rule in frame.rules:
        _add_rule(sheet, rule)
    for colour in frame.colours:
        _add_colour(sheet, colour)
    if frame.table:
        _add_table(sheet, frame.table)
    _set_up_page(sheet, frame)
    protection = sheet.protection
    protection.formatCells = protection.formatRows = protection.formatColumns = False
    protection.enable()


def _set_up_page(sheet: Worksheet, frame: Frame) -> None:
    if frame.print_area:
        sheet.print_area = frame.print_area
    sheet.print_title_rows = frame.repeated_rows
    sheet.page_setup.orientation = "landscape" if frame.landscape else "portrait"
    sheet.page_setup.paperSize, sheet.page_setup.scale = _A4, frame.scale
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.bottom = _MARGIN


_A4, _MARGIN = 9, 0.35


def _add_rule(sheet: Worksheet, rule: Rule) -> None:
    is_date = rule.kind == "date"
    made = DataValidation(type=rule.kind, formula1=rule.formula or None, allow_blank=True)
    if is_date:
        made.operator, made.errorStyle = "greaterThan", "warning"
    made.errorTitle, made.error, made.showErrorMessage = "Not an answer", rule.alert, bool(rule.alert)
    made.promptTitle, made.prompt, made.showInputMessage = rule.prompt_title, rule.prompt, bool(rule.prompt)
    made.add(rule.cell)
    sheet.add_data_validation(made)


def _add_colour(sheet: Worksheet, colour: Colour) -> None:
    look = DifferentialStyle(
        font=Font(bold=True, color=colour.ink) if colour.ink else None,
        fill=PatternFill("solid", bgColor=colour.fill) if colour.fill else None,
    )
    painted = FormatRule(type="expression", formula=[colour.formula], dxf=look, stopIfTrue=True)
    sheet.conditional_formatting.add(colour.cells, painted)


def _add_table(sheet: Worksheet, table: PlannedTable) -> None:
    """A table with a heading row and no filter buttons."""
    columns = [TableColumn(id=number, name=heading) for number, heading in enumerate(table.headings, 1)]
    sheet.add_table(Table(displayName=table.name, name=table.name, ref=table.cells, tableColumns=columns))


def _filled(skeleton: _Skeleton, styles: tuple[Packed, type_of_styles], plan: BookPlan) -> Iterator[Packed]:
    """The parts of the archive, with what differs from workbook to workbook."""
    for part in skeleton.parts:
        if isinstance(part, Packed):
            yield part
            continue
        name, data = part
        if name == _STYLES:
            yield styles[0]
            continue
        if name == _CORE:
            yield compressed(name, _put(data, _TITLE, text_as_xml(plan.title)))
            continue
        sheet = plan.sheets[skeleton.sheets[name]]
        with_cells = _put(data, _ROWS, f"<sheetData>{''.join(rows_as_xml(sheet, styles[1]))}</sheetData>")
        yield compressed(name, _put(with_cells, _DIMENSION, f'<dimension ref="{sheet.dimension}"/>'))


def _put(data: bytes, where: re.Pattern[bytes], what: str) -> bytes:
    """Put something in the place of what a pattern finds first."""
    found = where.search(data)
    assert found, where  # noqa: S101, openpyxl writes it
    return data[: found.start()] + what.encode() + data[found.end() :]
