"""What a report says of a project's one measure, and further columns of its register."""

import json
from typing import Any

from openpyxl import load_workbook

from generator.reading.register.columns import HEADERS
from generator.report.page.views import MeasureView
from tests.projects import Folder, Value, render

Row = dict[str, Value]


def reported(folder: Folder) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(render(folder.setup, folder.gather().report)["report.json"])
    return report


def only(folder: Folder) -> dict[str, Any]:
    (group,) = reported(folder)["directorates"]
    (measure,) = group["measures"]
    return dict(measure)


def shown(folder: Folder) -> MeasureView:
    ((measure,),) = (each.measures for each in folder.page().directorates)
    return measure


def with_columns(folder: Folder, **values: Value) -> Folder:
    """Give the register's first measure further columns."""
    book = load_workbook(folder.project.register)
    sheet = book["Measures"]
    for offset, (heading, value) in enumerate(values.items(), 1):
        sheet.cell(1, len(HEADERS) + offset, heading.replace("_", " "))
        sheet.cell(2, len(HEADERS) + offset, value)
    book.save(folder.project.register)
    return folder
