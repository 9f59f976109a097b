"""A new project folder: settings and a register to fill in, and the templates to restyle."""

import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.as_xlsx.saving import saved
from generator.model.english import listed
from generator.model.measure import Basis, Kind
from generator.model.period import Period
from generator.model.problem import ScorecardError
from generator.project.folder import BUNDLED_TEMPLATES, REGISTER, SETTINGS
from generator.project.ready_shapes import DEFAULT, READY, ready_shape
from generator.reading.register.columns import EXAMPLE, HEADERS, SHEET
from generator.reading.register.promises import SHEETS_THAT_ASK
from generator.reading.register.read_register import FURTHER_SHEETS

_WIDE = {"Title": 60, "Directorate": 24, "Service": 24, "Officer": 24, "Officer email": 30, "Approver": 24}
_LISTS = {
    "Polarity": ("higher", "lower", "none"),
    "Kind": tuple(kind.value for kind in Kind),
    "Basis": tuple(basis.value for basis in Basis if basis.value),
}
_LAST_ROW = 2000
_NARROW = 13


class FolderInUseError(ScorecardError):
    """The folder holds something already."""


def lay_out(folder: Path, *, today: date, like: str | None = None) -> Iterator[str]:
    """Make a project folder and give the lines that say what to do next.

    ``like`` names a ready declaration whose settings and measures to start with; without it, the register has no
    measures. Raises FolderInUseError, UnknownShapeError, OSError.
    """
    shape = ready_shape(DEFAULT if like is None else like)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderInUseError(f"{folder} is not empty. Nothing was changed. Name a new folder, or an empty one.")
    period = shape.period_on(today)
    register = new_register(shape.headings, shape.measures if like else ())
    _put_notes(register)
    if not like:
        _put_example(register, shape.measures[0])
    (folder / "inputs").mkdir(parents=True)
    (folder / "output").mkdir()
    (folder / SETTINGS).write_text(shape.settings_for(period), encoding="utf-8")
    (folder / REGISTER).write_bytes(saved(register, period.last_day))
    shutil.copytree(BUNDLED_TEMPLATES, folder / "templates")
    _write_double_click(folder, period)
    return iter(_next_with_measures(folder, period) if like else _next_without(folder))


def _next_without(folder: Path) -> tuple[str, ...]:
    project = _quoted(folder)
    return (
        f"Made {folder}. Next:",
        f"1. Put your council's name and directorates into {_quoted(folder / SETTINGS)}",
        f"2. List your measures in {_quoted(folder / REGISTER)}, one a row, in place of the example;",
        "   or, if you have a list of your own:",
        f"   scorecard import YOUR-LIST.xlsx --project {project}",
        f"3. Issue the forms:  scorecard issue --project {project}",
        "To start from a ready report with ten made-up measures:  scorecard init --like NAME DIR",
        f"There are {listed(READY)}.",
    )


def _next_with_measures(folder: Path, period: Period) -> tuple[str, ...]:
    project = _quoted(folder)
    return (
        f"Made {folder}, with made-up measures. Next:",
        f"1. Issue the forms:  scorecard issue --project {project}",
        f"2. Fill in some of them, in {_quoted(folder / 'inputs' / str(period))}",
        f"3. See what comes of them:  scorecard build --draft --project {project}",
        f"4. Make it yours: your council's name and words in {_quoted(folder / SETTINGS)},",
        f"   your measures in {_quoted(folder / REGISTER)}. Delete the made-up measures' forms, and issue again.",
    )


def _quoted(path: Path) -> str:
    """A path as it is typed at a terminal: in quotation marks where it has spaces or the like."""
    text = str(path)
    return text if re.fullmatch(r"[\w./\\:~-]+", text) else f'"{text}"'


_NOTES = {
    "Code": "What people call the measure by: CM PM24. Give the column the number format Text.",
    "Aliases": "Earlier codes of the same measure, with ; between them.",
    "Title": "The measure's name, as the report prints it.",
    "Directorate": "One of those that scorecard.toml lists.",
    "Service": "Who answers for it. It may be empty.",
    "Officer": "Who fills the form in.",
    "Officer email": "One address. Reminders are written to it.",
    "Approver": "Who signs it off.",
    "Unit": "%, days, £, £m, number, per 1,000 population, ...",
    "Decimals": "How many are printed and judged: 0 to 6. Empty: 1, or none where targets are in thousands.",
    "Polarity": "Whether higher or lower figures are better; none where the measure is for information.",
    "Kind": "Empty for an ordinary number; or range, date, milestone, yes/no, rating, data only.",
    "Basis": "Of what time a figure is: cumulative (so far this year), discrete quarter, snapshot, rolling year.",
    "Scheme": "Another status scheme than the council's, for this measure alone.",
    "Tolerance": "How far off target is still Amber, where the scheme leaves it to the measure: 5%, or 3 points.",
    "Frequency": "How often: monthly, quarterly, half-yearly, termly or yearly. Empty: as often as the report.",
    "Year to date": "How the year so far comes of its periods: sum, average, last, or asked in the form.",
    "Due": "The reports of a year in which it is asked for: Q2, Q4, or May. Empty: all.",
    "Target": "The target of every period that has none of its own, of what is not reported quarterly.",
    "Q1 target": "The target of each quarter. A cumulative measure's are for the year so far.",
    "Year-end target": "The target for the whole year.",
    "Bundle": "Measures with the same word here share one workbook.",
}
"""What stands under each heading of the register."""

_NOTE_WIDTH, _NOTE_HEIGHT = 300, 90


def _put_notes(book: Workbook) -> None:
    for cell in book[SHEET][1]:
        if note := _NOTES.get(str(cell.value)):
            cell.comment = Comment(note, "scorecard", _NOTE_HEIGHT, _NOTE_WIDTH)


def _put_example(book: Workbook, measure: Sequence[str]) -> None:
    """A row that shows what is meant, and is no measure: its code says so."""
    sheet = book[SHEET]
    headings = [str(cell.value) for cell in sheet[1]]
    sheet.append([_value(heading, text) for heading, text in zip(headings, (EXAMPLE, *measure[1:]), strict=True)])
    for cell in sheet[sheet.max_row]:
        cell.font = Font(name="Arial", italic=True, color="FF595959")


_CMD = """\
@echo off
cd /d "%~dp0"
where scorecard >nul 2>nul && (scorecard build) || ("{python}" -m generator build)
pause
"""
_SH = """\
#!/bin/sh
cd "$(dirname "$0")" || exit 1
if command -v scorecard >/dev/null 2>&1; then scorecard build; else "{python}" -m generator build; fi
if [ -t 0 ]; then printf 'Press Return to close this window. '; read -r _; fi
"""


def _write_double_click(folder: Path, period: Period) -> None:
    """A file for those who never open a terminal: it builds the settings' period, and stays open."""
    ending = {"win32": ".cmd", "darwin": ".command"}.get(sys.platform, ".sh")
    path = folder / f"Build this {period.word}{ending}"
    text = (_CMD if ending == ".cmd" else _SH).format(python=sys.executable)
    path.write_text(text, encoding="utf-8", newline="\r\n" if ending == ".cmd" else "\n")
    path.chmod(0o755)


def new_register(headings: Iterable[str] = HEADERS, rows: Iterable[Iterable[str]] = ()) -> Workbook:
    """A register with its headings, lists and column widths, and a row for each measure."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101, a new workbook has one; this tells the type checker
    sheet.title = SHEET
    for column, header in enumerate(headings, 1):
        cell = sheet.cell(1, column, header)
        cell.font, cell.fill = Font(name="Arial", bold=True), PatternFill("solid", fgColor="FFE3E8EF")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[cell.column_letter].width = _WIDE.get(header, _NARROW if header in HEADERS else 24)
        if header in _LISTS:
            choices = DataValidation(type="list", formula1=f'"{",".join(_LISTS[header])}"', allow_blank=True)
            choices.add(f"{cell.column_letter}2:{cell.column_letter}{_LAST_ROW}")
            sheet.add_data_validation(choices)
    for row in rows:
        sheet.append([_value(header, text) for header, text in zip(headings, row, strict=True)])
    sheet.freeze_panes = "B2"
    for name, further in FURTHER_SHEETS.items():
        if name not in SHEETS_THAT_ASK:
            _add_sheet(book, name, further)
    book.properties.title, book.properties.language, book.properties.creator = "Register of measures", "en-GB", ""
    return book


def _value(header: str, text: str) -> str | Decimal | None:
    """What a cell of the register holds: figures as numbers, and everything else, such as codes, as it is written."""
    is_figure = header == "Decimals" or header.casefold().endswith("target")
    is_number = is_figure and re.fullmatch(r"\d+(\.\d+)?", text)
    return Decimal(text) if is_number else text or None


def _add_sheet(book: Workbook, name: str, headers: Sequence[str]) -> None:
    sheet = book.create_sheet(name)
    for column, header in enumerate(headers, 1):
        cell = sheet.cell(1, column, header)
        cell.font, cell.fill = Font(name="Arial", bold=True), PatternFill("solid", fgColor="FFE3E8EF")
        sheet.column_dimensions[cell.column_letter].width = 20
    sheet.freeze_panes = "A2"
