"""A new project folder: settings and a register to fill in, and the templates to restyle."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.saving import saved
from generator.model.measure import Basis, Kind
from generator.model.period import Period
from generator.model.problem import ScorecardError
from generator.project.folder import BUNDLED_TEMPLATES, REGISTER, SETTINGS
from generator.reading.register import HEADERS, SHEET
from generator.reading.target_changes import CHANGE_HEADERS
from generator.reading.target_changes import SHEET as CHANGES_SHEET

_SETTINGS = """\
# The settings of this project. Texts stand in straight double quotes.

council = "Our Council"
period = "{period}"                # the quarter that commands work on
directorates = [                     # in the order of the report, as the register names them
  "Adults and Children",
  "Place",
  "Resources",
]
data_source = "Our performance system"
scheme = "derby"                     # how figures become statuses: a file in templates/schemes/

# These have defaults, shown here:
# title = "Performance exceptions"   # the report's title; the period is put after it
# exceptions = "either"              # which status makes an exception: either, quarter or forecast
# missing_returns = "error"          # a return not received: error (no report without it) or warning (listed in it)
# unexplained_queries = "warning"    # a figure that looks odd and is not explained: warning, or error
# stated_over_figures = "error"      # a status stated though the figures give one: error, or warning (both are printed)
# send_to = "performance@example.gov.uk"   # where officers send their returns, as forms and reminders say it
# days_to_return = 14                # how many days after the quarter's end returns are due
# layouts = ["table", "sections"]    # how the Word report is laid out; the first is exceptions.docx
# packs = ["directorates", "summary"]   # further Word files
# leave_out = []                     # parts not to be printed, such as "contents", "charts" or "glossary"

# What the report says of the meeting. Take the # away where you need a line; nothing here has to be given.
[committee]
# committee = "Overview and Scrutiny Committee"
# meeting = 2025-02-11
# item = "7"
# report_of = "Director of Resources"
# wards = "All"
# contact = "Performance team, performance@example.gov.uk"
# marking = "OFFICIAL"
# purpose = "To show councillors each measure that is off target, and what is being done about it."
# recommendations = ["That the committee notes the report."]

# What acronyms stand for; the report lists those that occur in it.
[glossary]
# CLT = "Corporate Leadership Team"
"""

_WIDE = {"Title": 60, "Directorate": 24, "Service": 24, "Officer": 24, "Officer email": 30, "Approver": 24}
_LISTS = {
    "Polarity": ("higher", "lower", "none"),
    "Kind": tuple(kind.value for kind in Kind),
    "Basis": tuple(basis.value for basis in Basis if basis.value),
}
_LAST_ROW = 2000


class FolderInUseError(ScorecardError):
    """The folder holds something already."""


def lay_out(folder: Path, *, today: date) -> Iterator[str]:
    """Make a project folder and give the lines that say what to do next. Raises FolderInUseError, OSError."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderInUseError(f"{folder} is not empty. Nothing was changed. Name a new folder, or an empty one.")
    period = last_full_quarter(today)
    (folder / "inputs" / str(period)).mkdir(parents=True)
    (folder / "output").mkdir()
    (folder / SETTINGS).write_text(_SETTINGS.format(period=period), encoding="utf-8")
    (folder / REGISTER).write_bytes(saved(empty_register(), period.last_day))
    shutil.copytree(BUNDLED_TEMPLATES, folder / "templates")
    return iter(
        (
            f"Made {folder}. Next:",
            f"1. Put your council's name and directorates into {folder / SETTINGS}",
            f"2. List your measures in {folder / REGISTER}, one a row; or, if you have a list of your own:",
            f"   scorecard import YOUR-LIST.xlsx --project {folder}",
            f"3. Issue the forms:  scorecard issue --project {folder}",
        )
    )


def last_full_quarter(today: date) -> Period:
    """The quarter that is being reported on a day: the last one that has ended."""
    year = today.year - (today.month < 4)
    return Period(year, (today.month - 4) % 12 // 3 + 1).previous


def empty_register() -> Workbook:
    """A register with its headings, lists and column widths, and no measures."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101, a new workbook has one; this tells the type checker
    sheet.title = SHEET
    for column, header in enumerate(HEADERS, 1):
        cell = sheet.cell(1, column, header)
        cell.font, cell.fill = Font(name="Arial", bold=True), PatternFill("solid", fgColor="FFE3E8EF")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[cell.column_letter].width = _WIDE.get(header, 13)
        if header in _LISTS:
            choices = DataValidation(type="list", formula1=f'"{",".join(_LISTS[header])}"', allow_blank=True)
            choices.add(f"{cell.column_letter}2:{cell.column_letter}{_LAST_ROW}")
            sheet.add_data_validation(choices)
    sheet.freeze_panes = "B2"
    _add_changes_sheet(book)
    book.properties.title, book.properties.language, book.properties.creator = "Register of measures", "en-GB", ""
    return book


def _add_changes_sheet(book: Workbook) -> None:
    sheet = book.create_sheet(CHANGES_SHEET)
    for column, header in enumerate(CHANGE_HEADERS, 1):
        cell = sheet.cell(1, column, header)
        cell.font, cell.fill = Font(name="Arial", bold=True), PatternFill("solid", fgColor="FFE3E8EF")
        sheet.column_dimensions[cell.column_letter].width = 20
    sheet.freeze_panes = "A2"
