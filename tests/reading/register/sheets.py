"""Further sheets of a project's register, from tables."""

from collections.abc import Sequence
from datetime import date

import pytest
from openpyxl import load_workbook

from generator.model.problem import Problem, Unusable
from tests.projects import Folder, Value

type_of_row = Sequence[Value | date]


def with_sheet(folder: Folder, name: str, headings: Sequence[str], *rows: type_of_row) -> Folder:
    """Give the register a sheet, in place of one of that name."""
    book = load_workbook(folder.project.register)
    if name in book.sheetnames:
        del book[name]
    sheet = book.create_sheet(name)
    for row in (headings, *rows):
        sheet.append(list(row))
    book.save(folder.project.register)
    return folder


def rewritten(folder: Folder, **values: Value) -> Folder:
    """Type other values into the first measure's row; ``_`` in a name is a space."""
    book = load_workbook(folder.project.register)
    headings = [str(cell.value) for cell in book["Measures"][1]]
    for heading, value in values.items():
        book["Measures"].cell(2, headings.index(heading.replace("_", " ")) + 1).value = value
    book.save(folder.project.register)
    return folder


def told(folder: Folder) -> list[Problem]:
    """What the register is refused for."""
    with pytest.raises(Unusable) as caught:
        _ = folder.setup
    return list(caught.value.problems)
