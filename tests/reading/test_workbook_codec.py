"""What stands beside a workbook's cells is there still after it was handed to another process."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from generator.reading.opened_workbook import open_workbook
from generator.reading.workbook_codec import book_from_data, open_as_data
from generator.xlsx import Book
from tests.projects import filled_project
from tests.reading.test_left_over import changed, picture, the_return


def test_what_stands_beside_the_cells_travels(tmp_path: Path) -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        sheet["C6"].comment = Comment("North — “only”.", "Pat")
        sheet.add_image(picture(), "C11")
        sheet["C9"] = "The plan is here."
        sheet["C9"].hyperlink = "https://x.example/plan"
        sheet.row_dimensions[10].hidden = sheet.column_dimensions["D"].hidden = True
        book["Guidance"]["B40"] = "on the guidance"

    data = the_return(changed(filled_project(tmp_path), change)).read_bytes()
    opened = open_workbook(data)
    assert isinstance(opened.book, Book)
    form, guidance, *_ = opened.book.sheets
    assert len(form.beside.extras) == 3
    assert (min(form.beside.hidden_rows), sorted(form.beside.hidden_columns)) == (10, [4, 7])
    assert [cell.ref for cell in guidance.cells.values()] == ["B40"]
    assert book_from_data(open_as_data([data])[0]) == opened.book
