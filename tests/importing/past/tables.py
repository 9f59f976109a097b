"""Tables of past figures as councils keep them, and a project whose register has their measures."""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from typer.testing import Result

from generator.history.rows import HistoryRow
from generator.project.folder import Project
from generator.project.team_files import history_of
from tests.importing.commands import run
from tests.projects import SETTINGS, Folder, Value, make_project

type_of_value = str | int | float | date | None
Row = Sequence[type_of_value]

BINS: dict[str, Value] = {"Code": "PL 01", "Title": "Bins emptied on the day", "Aliases": "BV 12", "Basis": "snapshot"}
CALLS: dict[str, Value] = {
    "Code": "PE 02",
    "Title": "Days to answer a letter",
    "Directorate": "People",
    "Unit": "days",
    "Polarity": "lower",
    "Basis": "discrete quarter",
    "Decimals": 0,
}
MONEY: dict[str, Value] = {
    "Code": "PL 03",
    "Title": "Income from parking",
    "Unit": "£m",
    "Decimals": 2,
    "Basis": "cumulative",
}
MEASURES = (BINS, CALLS, MONEY)


def project(root: Path, *measures: dict[str, Value], period: str = "2025-26-Q3") -> Folder:
    settings = SETTINGS.replace("2024-25-Q3", period)
    return make_project(root / "project", *(measures or MEASURES), settings=settings)


def workbook(*rows: Row, merged: Sequence[str] = (), sheet: str = "Figures") -> bytes:
    """A workbook of one sheet."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = sheet
    for row in rows:
        page.append(list(row))
    for each in merged:
        page.merge_cells(each)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def imported(folder: Folder, data: bytes, *options: str, name: str = "past.xlsx") -> Result:
    path = folder.root.parent / name
    path.write_bytes(data)
    return run("import", path, "--project", folder.root, *options)


def rows_of(folder: Folder) -> tuple[HistoryRow, ...]:
    return history_of(Project(folder.root), folder.setup.period.starts).rows


def recorded(folder: Folder) -> dict[tuple[str, str], str]:
    """What the history has: results by code and period."""
    return {(row.code, str(row.period)): row.actual for row in rows_of(folder)}
