"""Merged cells, where they are asked for."""

import io

from openpyxl import Workbook

from generator.xlsx import Merged, SheetsWanted, read_book


def test_merged_cells_are_given_where_they_are_asked_for() -> None:
    book = Workbook()
    book.worksheets[0].append(["Place", "Bins"])
    book.worksheets[0].merge_cells("A1:A3")
    saved = io.BytesIO()
    book.save(saved)
    (sheet,) = read_book(saved.getvalue(), SheetsWanted(merged=True)).sheets
    assert sheet.merged == (Merged((1, 1), (3, 1)),)
    assert read_book(saved.getvalue()).sheets[0].merged == ()
