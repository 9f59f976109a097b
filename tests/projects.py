"""Small project folders for tests: a register from a table, and returns issued and then filled by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from generator.build import templates_of
from generator.collecting.issue_forms import issue_all
from generator.documents import every_document
from generator.forms.asked.form_words import KEY_HEADING
from generator.model.progress import Step
from generator.project.folder import Project
from generator.project.load import Setup, set_up
from generator.project.new_project import new_register
from generator.reading.register.columns import HEADERS, SHEET
from generator.report.gather import Gathered, gather
from generator.report.page.views import PageView
from generator.report.report import Report

Value = str | int | float | Decimal | None

SETTINGS = """\
council = "Ambridge Council"
period = "2024-25-Q3"
directorates = ["Place", "People"]
data_source = "Felpersham"
"""

MEASURE: dict[str, Value] = {
    "Code": "PL 01",
    "Title": "Bins emptied on the day",
    "Directorate": "Place",
    "Unit": "%",
    "Decimals": 1,
    "Polarity": "higher",
    "Basis": "snapshot",
    "Q3 target": 95,
    "Year-end target": 96,
}

GOOD: dict[str, Value | Sequence[Value]] = {
    "quarter_actual": 90,
    "forecast_actual": 96,
    "context": ["Two lorries were off the road."],
    "actions": ["The fleet team has hired a lorry until March."],
    "intervention": ["The board looks at this monthly."],
    "completed_by": "Pat Fletcher",
    "approved_by": "Clarrie Grundy",
}
"""The answers of a return with nothing wrong; 90 against 95 is Red, 96 against 96 Green."""

UNPRINTED = "NARR08"
"""What is said of commentary on a measure that turns out to be no exception."""


def render(setup: Setup, report: Report, *, pdf: bool = False, step: Step | None = None) -> dict[str, bytes]:
    """Every document of a report, with the project's templates."""
    return every_document.render(report, templates_of(setup), setup.settings, pdf=pdf, step=step)


def presented(setup: Setup, report: Report) -> PageView:
    """The report as the project's templates see it."""
    return every_document.presented(report, templates_of(setup))


@dataclass(frozen=True)
class Folder:
    """A project folder under test."""

    root: Path

    @property
    def project(self) -> Project:
        return Project(self.root)

    @property
    def setup(self) -> Setup:
        return set_up(self.project)

    @property
    def returns(self) -> Path:
        return self.project.returns_folder(self.setup.period)

    def issue(self, *codes: str) -> list[Path]:
        return [self.root / file for file in issue_all(self.setup, codes).written]

    def gather(self, *, draft: bool = False) -> Gathered:
        return gather(self.setup, draft=draft)

    def page(self, *, draft: bool = False) -> PageView:
        """The report as its templates see it."""
        return presented(self.setup, self.gather(draft=draft).report)

    def cell(self, name: str, line: int = 1) -> str:
        """The cell, such as C20, in which the project's one return has an answer or a line of it."""
        (path,) = self.project.returns(self.setup.period)
        return named_cells(load_workbook(path), name)[line - 1].coordinate

    def codes(self) -> list[str]:
        """The codes of all problems, in order, but UNPRINTED: GOOD has commentary, whatever the status."""
        return [each.code for each in self.gather().problems if each.code != UNPRINTED]


def make_project(root: Path, *measures: Mapping[str, Value], settings: str = SETTINGS) -> Folder:
    """Lay out a project whose register has the given measures, each like MEASURE but for what it says.

    What is no column of ours is one of the council's own.
    """
    (root / "inputs").mkdir(parents=True)
    (root / "inputs" / "scorecard.toml").write_text(settings, encoding="utf-8")
    book = new_register()
    sheet = book[SHEET]
    headings = list(dict.fromkeys((*HEADERS, *(header for measure in measures for header in measure))))
    for column, header in enumerate(headings, 1):
        sheet.cell(1, column, header)
    for row, measure in enumerate(measures or ({},), 2):
        for header, value in {**MEASURE, **measure}.items():
            cell = sheet.cell(row, headings.index(header) + 1, value)
            if isinstance(value, str):
                cell.data_type = "s"
    book.save(root / "inputs" / "register.xlsx")
    return Folder(root)


def named_cells(book: Workbook, name: str, of: str = "") -> list[Cell]:
    """The cells that a defined name leads to, one a line of the answer; of several forms, the name ``of`` a sheet."""
    ((sheet, cells),) = (book[of] if of else book).defined_names[name].destinations
    block = book[sheet][cells.replace("$", "")]
    return [row[0] for row in block] if isinstance(block, tuple) else [block]


def rows_by_key(sheet: Worksheet) -> dict[str, int]:
    """The row of each key of a form."""
    (column,) = (cell.column for row in sheet.iter_rows() for cell in row if cell.value == KEY_HEADING)
    keyed = ((sheet.cell(row, column).value, row) for row in range(1, sheet.max_row + 1))
    return {str(key): row for key, row in keyed if key and key != KEY_HEADING}


type_of_answers = Mapping[str, Value | Sequence[Value]]


def fill(path: Path, answers: type_of_answers) -> None:
    """Write answers into the cells that carry their defined names, as another program would."""
    book = load_workbook(path)
    fill_book(book, answers)
    book.save(path)


def fill_book(book: Workbook, answers: type_of_answers, of: str = "") -> None:
    """The same in a workbook that is open; of several forms, in the one ``of`` a sheet."""
    for name, value in answers.items():
        if name == "forecast_actual" and name not in (book[of] if of else book).defined_names:
            continue  # at the year's end the outturn comes of the results
        values = list(value) if isinstance(value, list | tuple) else [value]
        for cell, each in zip(named_cells(book, name, of), values, strict=False):
            cell.value = each  # type: ignore[assignment]
            if isinstance(each, str):
                cell.data_type = "s"


def filled_project(
    root: Path, answers: Mapping[str, Value | Sequence[Value]] | None = None, measure: Mapping[str, Value] | None = None
) -> Folder:
    """Lay out a project of one measure whose return has GOOD answers but for ``answers``."""
    folder = make_project(root, measure or {})
    (path,) = folder.issue(str({**MEASURE, **(measure or {})}["Code"]))
    fill(path, {**GOOD, **(answers or {})})
    return folder
