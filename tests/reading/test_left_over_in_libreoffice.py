"""What LibreOffice makes of a form when it saves it: nothing that is ours is told of, and nothing else is lost."""

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.clients.programs import convert
from tests.projects import Folder, filled_project, make_project
from tests.reading.test_left_over import changed, picture, the_return, told


def saved_again(folder: Folder, beside: Path) -> Folder:
    shutil.copy(convert(the_return(folder), "xlsx", beside), the_return(folder))
    return folder


def test_forms_of_ours_are_told_of_nothing(tmp_path: Path) -> None:
    folder = make_project(tmp_path / "blank", {"Bundle": "both"}, {"Code": "PL 02", "Bundle": "both", "Unit": "£"})
    folder.issue()
    gathered = saved_again(folder, tmp_path / "saved").gather()
    assert [each.blank for each in gathered.readings] == [True, True]


@pytest.mark.parametrize("saved", [False, True])
def test_what_was_put_there_is_told_of_alike(tmp_path: Path, *, saved: bool) -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        sheet["C6"].comment = Comment("A note.", "Pat")
        sheet.add_image(picture(), "C11")
        sheet["E6"], sheet["H30"], sheet["C9"] = "beside", "right", "The plan is here."
        sheet["C9"].hyperlink = "https://x.example/plan"
        sheet["C10"], sheet["C12"] = "A hidden line.", "Struck out."
        sheet["C12"].font = Font(strike=True)
        sheet.row_dimensions[10].hidden = True
        book["Guidance"]["B40"] = "on the guidance"
        mine = book.create_sheet("Mine")
        mine["A1"], mine.sheet_state = "mine", "hidden"

    folder = changed(filled_project(tmp_path / "project"), change)
    assert told(saved_again(folder, tmp_path / "saved") if saved else folder) == [
        ("FORM26", "Return", "C12"),
        ("FORM15", "Guidance", "B40"),
        ("FORM13", "Mine", None),
        ("FORM17", "Return", "C6"),
        ("FORM15", "Return", "E6"),
        ("FORM19", "Return", "C9"),
        ("FORM21", "Return", "C10"),
        ("FORM18", "Return", "C11"),
        ("FORM14", "Return", "H30"),
    ]
