"""A pre-filled workbook for a measure, made from the table of fields in form.py."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.measure import Measure, type_of_figure
from generator.period import Period
from generator.workbook import form
from generator.workbook.form import Answer, Choices, Field
from generator.workbook.saving import saved

_COLUMNS = {"A": 7, "B": 36, "C": 62, "D": 48}
_HEADINGS = (form.REF_HEADING, "Question", form.ANSWER_HEADING, "What to enter")
_LONGEST_NAME = 120
"""Bytes: file systems allow 255, of which the quarter and a number take some."""

_FIRST_ROW = 4
_LINE = 13.2
"""Points that a line of Arial 10 takes."""
_INK, _BAND, _LOCKED, _OPEN = "FF0B0C0C", "FFE3E8EF", "FFF3F2F1", "FFFFFBE6"
_THIN = Side(style="thin", color="FF8A8F94")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def issue_workbook(
    measure: Measure,
    period: Period,
    *,
    council: str,
    statuses: tuple[str, ...],
    before: Mapping[str, type_of_figure | None] | None = None,
) -> bytes:
    """Make the form for one measure and quarter, as the bytes of an .xlsx file; the same for the same inputs.

    ``statuses`` are the words of the measure's scheme; ``before`` gives ``previous_actual`` and
    ``year_ago_actual`` where earlier returns are known.
    """
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101, a new workbook has one; this tells the type checker
    sheet.title = form.SHEET
    _write_lists(book, statuses)
    _write_head(sheet, measure, period, council)
    places = _write_rows(sheet, measure, {**form.prefilled(measure, period), **(before or {})})
    _name_cells(book, places)
    _add_drop_downs(sheet, places)
    _set_up_sheet(sheet)
    book.properties.title = f"{measure.label}: return for {period.name}"
    book.properties.creator = council
    book.properties.language = "en-GB"
    return saved(book, period.last_day)


def file_stem(measure: Measure) -> str:
    """Give the part of a file name that Windows and SharePoint take: ``EI 12/EI 3`` becomes ``EI 12-EI 3``."""
    safe = re.sub(r'[\x00-\x1f<>:"/\\|?*#%~{}]+', "-", measure.code)
    short = safe.encode()[:_LONGEST_NAME].decode(errors="ignore")
    return short.strip(" .-") or "measure"


def _write_lists(book: Workbook, statuses: tuple[str, ...]) -> None:
    sheet = book.create_sheet(form.LISTS_SHEET)
    sheet.sheet_state = "hidden"
    for column, each in enumerate(Choices, 1):
        words = statuses if each is Choices.STATUS else form.WORDS[each]
        for row, word in enumerate((each.value, *words), 1):
            sheet.cell(row, column, str(word))
        letter = sheet.cell(1, column).column_letter
        reference = f"{form.LISTS_SHEET}!${letter}$2:${letter}${len(words) + 1}"
        book.defined_names[each.value] = DefinedName(each.value, attr_text=reference)
    sheet.protection.enable()


def _write_head(sheet: Worksheet, measure: Measure, period: Period, council: str) -> None:
    sheet["A1"] = f"{council}: {measure.label}, {period.name} ({period.months})"
    sheet["A1"].data_type = "s"
    sheet["A1"].font = Font(name="Arial", size=14, bold=True, color=_INK)
    sheet["A2"] = (
        "Fill in the cream cells, save, and send this workbook to the performance team. Grey cells are locked."
    )
    sheet["A2"].font = Font(name="Arial", size=10, color=_INK)
    for column, heading in zip(_COLUMNS, _HEADINGS, strict=True):
        _style(sheet, f"{column}{_FIRST_ROW - 1}", heading, fill=_BAND, bold=True)


def _write_rows(
    sheet: Worksheet, measure: Measure, values: Mapping[str, type_of_figure | int | None]
) -> dict[str, list[str]]:
    """Write every row and give the answer cells of each field, in order."""
    places: dict[str, list[str]] = {}
    for row, (ref, field) in enumerate(form.rows(measure.kind), _FIRST_ROW):
        if field is None:
            for column in _COLUMNS:
                _style(sheet, f"{column}{row}", ref if column == "A" else None, fill=_BAND, bold=True, wrap=False)
        else:
            _write_question(sheet, row, ref, field, measure)
            _write_answer(sheet, f"C{row}", field, values.get(field.name), measure)
            places.setdefault(field.name, []).append(f"C{row}")
        sheet.row_dimensions[row].height = _height(sheet, row)
    return places


def _height(sheet: Worksheet, row: int) -> float:
    """Give a row the height of its longest text; programs that do not work it out on opening would cut it."""
    texts = ((str(sheet[f"{column}{row}"].value or ""), width) for column, width in _COLUMNS.items() if column != "A")
    return max(sum(1 + len(line) // (width - 2) for line in text.split("\n")) for text, width in texts) * _LINE + 3


def _write_question(sheet: Worksheet, row: int, ref: str, field: Field, measure: Measure) -> None:
    first = ref == field.row_refs[0]
    line = ref.rpartition(".")[2]
    label = field.label if first else f"{field.label}, line {line}"
    in_unit = field.answer is Answer.FIGURE and measure.unit
    hint = " ".join(part for part in (field.hint, f"Unit: {measure.unit}." if in_unit else "") if part)
    _style(sheet, f"A{row}", ref)
    _style(sheet, f"B{row}", label, bold=first)
    _style(sheet, f"D{row}", hint if first else None)


def _write_answer(
    sheet: Worksheet, cell: str, field: Field, value: type_of_figure | int | None, measure: Measure
) -> None:
    _style(sheet, cell, value, fill=_LOCKED if field.prefilled else _OPEN)
    sheet[cell].border = _BORDER
    sheet[cell].protection = Protection(locked=field.prefilled)
    if field.answer in {Answer.TEXT, Answer.CHOICE, Answer.LINES} and not isinstance(value, int):
        sheet[cell].number_format = "@"
    elif isinstance(value, date):
        sheet[cell].number_format = "dd/mm/yyyy"
    elif isinstance(value, Decimal):
        sheet[cell].number_format = "#,##0" + (f".{'0' * measure.decimals}" if measure.decimals else "")


def _style(
    sheet: Worksheet,
    cell: str,
    value: type_of_figure | int | None,
    *,
    fill: str | None = None,
    bold: bool = False,
    wrap: bool = True,
) -> None:
    target = sheet[cell]
    target.value = value
    if isinstance(value, str):
        target.data_type = "s"  # text that starts with = or - stays text
    target.font = Font(name="Arial", size=10, bold=bold, color=_INK)
    target.alignment = Alignment(wrap_text=wrap, vertical="top", horizontal="left")
    if fill:
        target.fill = PatternFill("solid", fgColor=fill)


def _name_cells(book: Workbook, places: Mapping[str, list[str]]) -> None:
    for name, cells in places.items():
        first, last = (re.sub(r"([A-Z]+)(\d+)", r"$\1$\2", cell) for cell in (cells[0], cells[-1]))
        reference = f"{form.SHEET}!{first}" + (f":{last}" if len(cells) > 1 else "")
        book.defined_names[name] = DefinedName(name, attr_text=reference)


def _add_drop_downs(sheet: Worksheet, places: Mapping[str, list[str]]) -> None:
    for field in form.FIELDS:
        if field.choices and field.name in places:
            drop_down = DataValidation(type="list", formula1=field.choices.value, allow_blank=True)
            drop_down.showErrorMessage = not field.open_list
            drop_down.errorTitle, drop_down.error = "Not in the list", "Choose an answer from the list."
            drop_down.add(places[field.name][0])
            sheet.add_data_validation(drop_down)


def _set_up_sheet(sheet: Worksheet) -> None:
    for column, width in _COLUMNS.items():
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = f"C{_FIRST_ROW}"
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "portrait", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_FIRST_ROW - 1}:{_FIRST_ROW - 1}"
    sheet.protection.formatCells = sheet.protection.formatRows = sheet.protection.formatColumns = False
    sheet.protection.enable()
