"""What somebody put into a workbook is in the report, or told of with its place (rule 6)."""

import email
from collections.abc import Callable
from email.policy import default
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image as Picture
from typer.testing import CliRunner

from generator.cli.app import app
from generator.collecting.annotated_copies import Copy, annotated
from generator.collecting.earlier_quarters import Earlier
from generator.collecting.fresh_forms import contents_of
from generator.forms.form_workbook import issue_workbook
from generator.model.problem import Problem
from tests.projects import GOOD, Folder, Value, fill, filled_project, make_project
from tests.reading.surgery import (
    MICROSOFT,
    after_rows,
    drawn,
    edited,
    linked,
    shape,
    with_parts,
)

type_of_change = Callable[[Workbook, Worksheet], None]


def the_return(folder: Folder) -> Path:
    (path,) = folder.project.returns(folder.setup.period)
    return path


def changed(folder: Folder, change: type_of_change) -> Folder:
    """Change the folder's one return as an officer might."""
    path = the_return(folder)
    book = load_workbook(path, rich_text=True)
    change(book, book.worksheets[0])
    book.save(path)
    return folder


def told(folder: Folder) -> list[tuple[str, str | None, str | None]]:
    return [(each.code, each.place.sheet, each.place.cell) for each in problems(folder)]


def problems(folder: Folder) -> tuple[Problem, ...]:
    """What is told of the form; what is remarked on its answers is tested elsewhere."""
    return tuple(each for each in folder.gather(draft=True).problems if each.code.startswith("FORM"))


def write(**cells: Any) -> type_of_change:
    def change(_: Workbook, sheet: Worksheet) -> None:
        for ref, value in cells.items():
            sheet[ref] = value

    return change


def fill_sheet(sheet: Worksheet) -> None:
    """Fill in one form of a bundle."""
    values: dict[str, Any] = dict(GOOD)
    for name, value in values.items():
        cells = str(sheet.defined_names[name].attr_text).rpartition("!")[2].replace("$", "")
        sheet[cells.partition(":")[0]] = value[0] if isinstance(value, list) else value


WORDS = "North depot only."
BUNDLE: tuple[dict[str, Value], ...] = (
    {"Title": "PL 01", "Bundle": "both"},
    {"Code": "PL 02", "Title": "PL 02", "Bundle": "both"},
)
"""The sheets of a bundle are called by the titles of its measures."""

# Where a text was written outside the answers, and where it is told of.
PLACES = {
    "beside the title": ("C1", "FORM15"),
    "above the table": ("C3", "FORM15"),
    "in place of what to do": ("A3", "FORM15"),
    "in the place of a reference of no question": ("A88", "FORM15"),
    "in place of a question": ("B9", "FORM15"),
    "in the Check column": ("E6", "FORM15"),
    "in the Check column, where it is empty": ("E9", "FORM15"),
    "in the column of last time": ("F6", "FORM15"),
    "in the column of last time, beside a line": ("F9", "FORM15"),
    "to the right": ("H6", "FORM14"),
    "in place of a key": ("G6", "FORM15"),
    "to the right, far away": ("AB200", "FORM14"),
    "in the row of headings": ("H5", "FORM14"),
    "beside a section": ("C44", "FORM08"),
    "below the form": ("B93", "FORM15"),
    "below the form, among the answers": ("C93", "FORM08"),
}


@pytest.mark.parametrize(("cell", "code"), PLACES.values(), ids=PLACES)
def test_text_outside_the_answers_is_told_of_with_its_place(tmp_path: Path, cell: str, code: str) -> None:
    folder = changed(filled_project(tmp_path), write(**{cell: WORDS}))
    (found,) = problems(folder)
    assert (found.code, found.place.sheet, found.place.cell) == (code, "Return", cell)
    assert WORDS in found.message
    assert not found.is_error
    assert folder.gather().judged, "the answers are used all the same"


@pytest.mark.parametrize("value", [12, 0.5, True, "=1+1", "2024-12-03", "x" * 5000])
def test_whatever_was_written_there_is_told(tmp_path: Path, value: object) -> None:
    folder = changed(filled_project(tmp_path), write(H6=value))
    assert told(folder) == ([("FORM14", "Return", "H6")] if value != "=1+1" else [])
    assert all(len(each.message) < 400 for each in problems(folder))


def test_a_formula_of_the_officers_is_told_by_what_it_gives(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    edited(the_return(folder), r'(<c r="E6"[^>]*)><f>.*?</c>', '{0} t="str"><f>"a"&amp;"b"</f><v>see my mail</v></c>')
    (found,) = problems(folder)
    assert (found.code, found.place.cell) == ("FORM15", "E6")
    assert "see my mail" in found.message


# Grey cells, what was typed there, and what the message says.
GREY = {
    "C61": "Bins emptied on the day (north only)",
    "C62": "People",
    "C63": "Waste",
    "C65": "days",
    "C66": 2,
    "C67": "Lower is better",
    "C69": "first",
    "C70": "cumulative",
    "C71": "Red below 80",
    "C72": 94,
    "C74": "last year",
}


DECIDES_STATUSES = {"C65", "C67", "C72"}


@pytest.mark.parametrize(("cell", "value"), GREY.items())
def test_a_grey_cell_that_was_changed_is_told_of(tmp_path: Path, cell: str, value: object) -> None:
    (found,) = problems(changed(filled_project(tmp_path), write(**{cell: value})))
    assert (found.code, found.place.cell) == ("FORM09" if cell in DECIDES_STATUSES else "FORM32", cell)
    assert str(value) in found.message


def test_a_long_text_that_was_added_to_is_told_by_what_differs(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet["C71"] = f"{sheet['C71'].value} We think 80 is enough."

    (found,) = problems(changed(filled_project(tmp_path), change))
    assert "We think 80 is enough." in found.message


def test_what_was_emptied_was_not_put_there(tmp_path: Path) -> None:
    assert told(changed(filled_project(tmp_path), write(C61=None, C63=None, C66=None, C71=None))) == []


# Cells of the sheets that every form has beside it.
OWN_SHEETS = [
    ("Guidance", "A31"),
    ("Guidance", "C2"),
    ("Guidance", "B8"),
    ("Guidance", "F9"),
    ("Lists", "A2"),
    ("Lists", "A40"),
    ("Lists", "H5"),
    ("Workings", "A60"),
    ("Workings", "E3"),
    ("Workings", "B10"),
]


@pytest.mark.parametrize(("title", "cell"), OWN_SHEETS)
def test_text_on_the_sheets_beside_the_form_is_told_of(tmp_path: Path, title: str, cell: str) -> None:
    def change(book: Workbook, _: Worksheet) -> None:
        book[title][cell] = WORDS

    folder = changed(filled_project(tmp_path), change)
    assert told(folder) == [("FORM15", title, cell)]
    assert WORDS in problems(folder)[0].message


def test_a_sheet_of_the_officers_is_quoted(tmp_path: Path) -> None:
    def change(book: Workbook, _: Worksheet) -> None:
        book.create_sheet("My notes")["B3"] = WORDS

    (found,) = problems(changed(filled_project(tmp_path), change))
    assert (found.code, found.place.sheet) == ("FORM13", "My notes")
    assert WORDS in found.message
    assert "hidden" not in found.message


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_said_to_be_hidden(tmp_path: Path, state: Any) -> None:
    def change(book: Workbook, _: Worksheet) -> None:
        sheet = book.create_sheet("My notes")
        sheet["B4"], sheet.sheet_state = WORDS, state

    (found,) = problems(changed(filled_project(tmp_path), change))
    assert (found.code, found.place.sheet) == ("FORM13", "My notes")
    assert "hidden" in found.message
    assert WORDS in found.message


def test_an_inserted_column_is_told_of_cell_by_cell(tmp_path: Path) -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        book.defined_names.clear()
        sheet.insert_cols(4)
        sheet["D5"], sheet["D6"], sheet["D41"] = "Remarks", WORDS, "And this."

    folder = changed(filled_project(tmp_path), change)
    assert [cell for code, _, cell in told(folder) if code == "FORM15"] == ["D5", "D6", "D41"]
    assert folder.gather().judged[0].returned.sign_off.completed_by == "Pat Fletcher"


def test_the_check_columns_own_words_are_no_left_over_even_as_values(tmp_path: Path) -> None:
    """Some programs save what formulas gave in their place."""
    folder = filled_project(tmp_path)
    words = [
        "To do: enter the result.",
        "Check: this is more than 100%.",
        "Red. Improving since Q2 2024/25.",
        "12 words.",
        "1 word.",
    ]

    def change(_: Workbook, sheet: Worksheet) -> None:
        for row in range(3, 90):
            if str(sheet.cell(row, 5).value or "").startswith("="):
                sheet.cell(row, 5).value = words[row % len(words)]
        sheet["A4"] = "4 things left to do. Next: question 2."

    assert told(changed(folder, change)) == []


def test_the_same_words_beside_formulas_were_typed(tmp_path: Path) -> None:
    assert told(changed(filled_project(tmp_path), write(E6="Check: with finance"))) == [("FORM15", "Return", "E6")]


# Tables pasted into commentary.


def test_a_pasted_table_is_told_of_whole_and_once(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        rows: list[tuple[Any, ...]] = [("Depot", "Oct", "Nov"), ("North", 12, 14), ("South", 8, 9)]
        for row, values in enumerate(rows, 8):
            for column, value in enumerate(values, 3):
                sheet.cell(row, column).value = value

    folder = changed(filled_project(tmp_path), change)
    tables = [each for each in problems(folder) if each.code == "FORM16"]
    assert [each.place.cell for each in tables] == ["D8"]
    for word in ("Oct", "12", "8"):
        assert word in tables[0].message


def test_a_wide_table_is_told_of_with_all_its_columns(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        for row in range(19, 23):
            for column in range(3, 9):
                sheet.cell(row, column).value = f"{row}.{column}"

    folder = changed(filled_project(tmp_path), change)
    (found,) = problems(folder)
    assert (found.code, found.place.cell) == ("FORM16", "D19")
    assert "D19:H22" in found.message
    assert folder.gather().judged[0].returned.quarter.actual == 90


# Notes, drawings and links.


def test_notes_are_told_of_with_their_words(tmp_path: Path) -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        sheet["C6"].comment = Comment(WORDS, "Pat")
        sheet["A1"].comment = Comment("Above.", "Pat")
        book["Guidance"]["B9"].comment = Comment("On the guidance.", "Pat")

    folder = changed(filled_project(tmp_path), change)
    assert told(folder) == [("FORM17", "Guidance", "B9"), ("FORM17", "Return", "A1"), ("FORM17", "Return", "C6")]
    assert WORDS in problems(folder)[2].message


def test_a_thread_of_comments_is_told_of_once(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet["C9"].comment = Comment("[Threaded comment]\n\nYour version of Excel\n\nComment:\n  Is it so?", "x")

    folder = changed(filled_project(tmp_path), change)
    said = "".join(
        f'<threadedComment ref="C9" dT="2024-12-03T10:00:00.00" personId="{{1}}" id="{{{n}}}"><text>{text}</text>'
        "</threadedComment>"
        for n, text in enumerate(("Is it so?", "It is."), 1)
    )
    space = f"{MICROSOFT}/spreadsheetml/2018/threadedcomments"
    kind = f"{MICROSOFT}/2017/10/relationships/threadedComment"
    threads = f'<?xml version="1.0"?><ThreadedComments xmlns="{space}">{said}</ThreadedComments>'
    linked(the_return(folder), kind, "xl/threadedComments/threadedComment1.xml", threads)
    (found,) = problems(folder)
    assert (found.code, found.place.cell) == ("FORM17", "C9")
    assert "Is it so? / It is." in found.message
    assert "Threaded" not in found.message


def picture() -> Image:
    drawn = BytesIO()
    Picture.new("RGB", (4, 4)).save(drawn, "PNG")
    return Image(drawn)


def test_pictures_and_charts_are_told_of_at_their_corner(tmp_path: Path) -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        sheet.add_image(picture(), "C9")
        sheet.add_chart(BarChart(), "G5")
        book["Guidance"].add_image(picture(), "B2")

    folder = changed(filled_project(tmp_path), change)
    assert [(sheet, cell) for _, sheet, cell in told(folder)] == [
        ("Guidance", "B2"),
        ("Return", "G5"),
        ("Return", "C9"),
    ]
    assert ["a picture" in each.message or "a chart" in each.message for each in problems(folder)] == [True] * 3


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (shape("The depot flooded."), "a text box on this sheet, which was not read: “The depot flooded.”"),
        (shape("The depot flooded.", ""), "a drawing on this sheet, which was not read: “The depot flooded.”"),
        (shape(""), "a text box on this sheet, which was not read."),
        ("<xdr:cxnSp/>", "a drawing on this sheet"),
        ("<other/>", "a drawing on this sheet"),
        (f"<xdr:grpSp>{shape('One.')}{shape('Two.')}</xdr:grpSp>", "“One.”"),
    ],
)
def test_what_is_drawn_is_told_of(tmp_path: Path, markup: str, words: str) -> None:
    folder = filled_project(tmp_path)
    link = linked(the_return(folder), "drawing", "xl/drawings/drawing1.xml", drawn(markup))
    after_rows(the_return(folder), f'<drawing r:id="{link}"/>')
    found = problems(folder)
    assert {(each.code, each.place.cell) for each in found} == {("FORM18", "C9")}
    assert words in found[0].message


def test_a_drawing_without_anything_in_it_is_none(tmp_path: Path) -> None:
    """Google Sheets gives one to every sheet that it saves."""
    folder = filled_project(tmp_path)
    linked(the_return(folder), "drawing", "xl/drawings/drawing1.xml", drawn())
    assert told(folder) == []


@pytest.mark.parametrize("broken", [b"<nonsense", b"", b"<!DOCTYPE x><x/>", b"\xff\xfe<"])
def test_a_drawing_or_note_that_cannot_be_read_is_told_of_and_stops_nothing(tmp_path: Path, broken: bytes) -> None:
    folder = filled_project(tmp_path)
    linked(the_return(folder), "drawing", "xl/drawings/drawing1.xml", broken)
    linked(the_return(folder), "comments", "xl/comments1.xml", broken)
    assert sorted(told(folder)) == [("FORM17", "Return", None), ("FORM18", "Return", None)]
    assert folder.gather().judged


def test_an_embedded_file_is_told_of(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    linked(the_return(folder), "package", "xl/embeddings/Microsoft_Word_Document.docx", b"PK")
    (found,) = problems(folder)
    assert "an embedded file" in found.message


def test_a_picture_in_an_answer_is_an_error_that_says_so(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    path = the_return(folder)
    edited(path, r'<c r="C8"([^>]*?) t="inlineStr">.*?</c>', '<c r="C8"{0} t="e" vm="1"><v>#VALUE!</v></c>')
    with_parts(path, {"xl/richData/richValueRel.xml": "<x/>"})
    (found,) = problems(folder)
    assert (found.code, found.place.cell, found.is_error) == ("FORM25", "C8", True)


def test_a_picture_in_another_cell_is_told_of(tmp_path: Path) -> None:
    folder = changed(filled_project(tmp_path), write(F32="x"))
    path = the_return(folder)
    edited(path, r'<c r="F32"[^>]*>.*?</c>', '<c r="F32" t="e" vm="1"><v>#VALUE!</v></c>')
    with_parts(path, {"xl/richData/richValueRel.xml": "<x/>"})
    assert ("FORM18", "Return", "F32") in told(folder)


def link_behind(words: str, address: str) -> type_of_change:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet["C9"] = words
        sheet["C9"].hyperlink = address

    return change


def test_a_link_behind_words_is_told_of_with_its_address(tmp_path: Path) -> None:
    folder = changed(filled_project(tmp_path), link_behind("The plan is here.", "https://x.example/plan.pdf"))
    (found,) = problems(folder)
    assert (found.code, found.place.cell) == ("FORM19", "C9")
    assert "The plan is here." in found.message
    assert "https://x.example/plan.pdf" in found.message


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("See https://x.example/plan for more.", "https://x.example/plan"),
        ("See www.x.example.", "http://www.x.example/"),
        ("Write to pat@x.example", "mailto:pat@x.example"),
    ],
)
def test_an_address_that_was_typed_is_no_link_behind_words(tmp_path: Path, words: str, address: str) -> None:
    assert told(changed(filled_project(tmp_path), link_behind(words, address))) == []


@pytest.mark.parametrize(
    ("formula", "address"),
    [
        ('HYPERLINK("https://x.example/plan","the plan")', "https://x.example/plan"),
        ('_xlfn.CONCAT("see ",HYPERLINK("https://x.example/plan"))', "https://x.example/plan"),
        ("HYPERLINK(G6,&quot;the plan&quot;)", "an address that a formula works out"),
    ],
)
def test_a_link_made_by_a_formula_is_told_of(tmp_path: Path, formula: str, address: str) -> None:
    folder = filled_project(tmp_path)
    edited(
        the_return(folder),
        r'<c r="C8"([^>]*?) t="inlineStr">.*?</c>',
        f'<c r="C8"{{0}} t="str"><f>{formula}</f><v>the plan</v></c>',
    )
    (found,) = problems(folder)
    assert (found.code, found.place.cell) == ("FORM19", "C8")
    assert address in found.message


# Out of sight.


def test_a_hidden_row_with_an_answer_is_told_of(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet["C9"] = WORDS
        for row in (9, 12, 44, 85):
            sheet.row_dimensions[row].hidden = True

    folder = changed(filled_project(tmp_path), change)
    (found,) = problems(folder)
    assert (found.code, found.place.cell) == ("FORM21", "C9")
    assert "Row 9" in found.message
    assert WORDS in found.message


def test_a_row_of_no_height_is_hidden_too(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    edited(the_return(folder), r'<row r="8"[^>]*>', '<row r="8" ht="0" customHeight="1">')
    assert told(folder) == [("FORM21", "Return", "C8")]


def test_a_hidden_column_of_answers_is_told_of_once(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet.column_dimensions["C"].hidden = True

    (found,) = problems(changed(filled_project(tmp_path), change))
    assert (found.code, found.place.cell) == ("FORM21", None)
    assert "Column C" in found.message


def test_text_in_hidden_rows_and_columns_outside_the_form_is_told_of(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet["I6"], sheet["B98"] = WORDS, WORDS
        sheet.column_dimensions["H"].hidden = sheet.row_dimensions[98].hidden = True

    assert told(changed(filled_project(tmp_path), change)) == [("FORM14", "Return", "I6"), ("FORM15", "Return", "B98")]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_form_that_nobody_sees_is_not_read(tmp_path: Path, state: Any) -> None:
    folder = make_project(tmp_path, *BUNDLE)
    (path,) = folder.issue()
    book = load_workbook(path)
    for title in ("PL 01", "PL 02"):
        fill_sheet(book[title])
    book["PL 02"].sheet_state = state
    book.save(path)
    gathered = folder.gather(draft=True)
    (found,) = gathered.problems
    assert (found.code, found.place.sheet, found.is_error) == ("FORM23", "PL 02", True)
    assert [each.measure.code for each in gathered.judged] == ["PL 01"]
    assert [each.measure.code for each in gathered.report.missing] == ["PL 02"]
    assert gathered.report.missing[0].file, "it came, but could not be used"


def test_a_hidden_form_is_no_rival_of_the_measures_own_return(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {}, {"Code": "PL 02"})
    for path in folder.issue():
        fill(path, GOOD)
    one, other = sorted(folder.project.returns(folder.setup.period))
    hidden, book = load_workbook(other), load_workbook(one)
    copy = book.create_sheet("Sheet9")
    for row in hidden["Return"].iter_rows():
        for cell in row:
            copy[cell.coordinate] = cell.value
    copy.sheet_state = "veryHidden"
    book.save(one)
    gathered = folder.gather(draft=True)
    assert [each.code for each in gathered.problems] == ["FORM23"]
    assert [each.measure.code for each in gathered.judged] == ["PL 01", "PL 02"]


# Headers and footers.


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Not final", "Not final"),
        ('&LDraft&C&"Arial,Bold"&12see R&&D&RPage &P of &N', "Draft | see R&D"),
        ("&C&A", None),
        ("&CPage &P of &N", None),
        ("&LTudalen &P&R&D &T &F", None),
        ('&C&"Calibri"&10&K000000OFFICIAL&1#', None),
    ],
)
def test_a_header_with_words_in_it_is_told_of(tmp_path: Path, header: str, words: str | None) -> None:
    folder = filled_project(tmp_path)
    escaped = header.replace("&", "&amp;").replace('"', "&quot;")
    after_rows(the_return(folder), f"<headerFooter><oddHeader>{escaped}</oddHeader></headerFooter>")
    assert told(folder) == ([("FORM20", "Return", None)] if words else [])
    assert not words or words in problems(folder)[0].message


# Forms that are empty, though their answers stand elsewhere.


def empty(root: Path) -> Folder:
    folder = make_project(root)
    folder.issue()
    return folder


ELSEWHERE: dict[str, tuple[type_of_change, str]] = {
    "on a sheet of the officer's": (
        lambda book, _: book.create_sheet("My answers").__setitem__("A1", WORDS),
        "text on the sheet “My answers”",
    ),
    "one column to the right": (write(E6=90, E8=WORDS, E41="Pat"), "text in E6 and 2 more cells"),
    "two columns to the right": (write(F6=90, F8=WORDS, F41="Pat"), "text in F6"),
    "right of the form": (write(H6=90), "text in H6"),
    "in notes": (lambda _, sheet: setattr(sheet["C6"], "comment", Comment("90", "x")), "a note on C6"),
    "in a picture": (lambda _, sheet: sheet.add_image(picture(), "C6"), "a picture on C6"),
    "below the form": (write(C93=WORDS), "text in C93"),
    "on the guidance": (lambda book, _: book["Guidance"].__setitem__("A40", WORDS), "text on the sheet “Guidance”"),
}


@pytest.mark.parametrize(("change", "where"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_form_whose_answers_stand_elsewhere_is_not_blank(tmp_path: Path, change: type_of_change, where: str) -> None:
    folder = changed(empty(tmp_path), change)
    gathered = folder.gather(draft=True)
    errors = [each for each in gathered.problems if each.is_error]
    assert [each.code for each in errors] == ["FORM22"], "it is not said that nothing was received"
    assert where in errors[0].message
    assert gathered.report.missing[0].file


def test_an_empty_form_of_a_bundle_is_told_of_beside_one_that_is_filled_in(tmp_path: Path) -> None:
    folder = make_project(tmp_path, *BUNDLE)
    (path,) = folder.issue()
    book = load_workbook(path)
    fill_sheet(book["PL 02"])
    book.create_sheet("PL 01 from our system")["A1"] = "Result 77"
    book.save(path)
    found = told(folder)
    assert ("FORM22", "PL 01", None) in found
    assert ("FORM13", "PL 01 from our system", None) in found
    assert len(found) == 2


def test_nobody_is_reminded_that_nothing_was_received_where_something_was(tmp_path: Path) -> None:
    officer: dict[str, Value] = {"Officer": "Pat Fletcher", "Officer email": "pat@ambridge.example"}
    folder = make_project(tmp_path, officer)
    folder.issue()
    changed(folder, write(E8=WORDS))
    root, chase = str(tmp_path), tmp_path / "chase"
    said = CliRunner().invoke(app, ["status", "--project", root, "--chase", str(chase)])
    assert "PL 01 with errors: 1 error, 1 warning" in " ".join(said.stdout.split())
    assert "not received" not in said.stdout
    (reminder,) = chase.iterdir()
    message = email.message_from_bytes(reminder.read_bytes(), policy=default)
    body = message.get_body(("plain",))
    assert body is not None
    assert "The form is empty, but there is text in E8." in body.get_content()
    assert "not received" not in body.get_content()
    assert "attached" not in body.get_content(), "a copy would have nothing of the officer's in it"
    page = folder.page(draft=True)
    assert [each.why for each in page.missing] == ["Return received, but it could not be used"]


def test_a_form_that_nobody_has_begun_is_blank_still(tmp_path: Path) -> None:
    assert [each.blank for each in empty(tmp_path).gather().readings] == [True]


def test_a_blank_form_with_another_title_in_the_register_is_blank_still(tmp_path: Path) -> None:
    folder = changed(empty(tmp_path), write(C61="Bins emptied"))
    assert [each.blank for each in folder.gather().readings] == [True]


# The order of lines.


def sorted_as_text(sheet: Worksheet, rows: range) -> None:
    """Sort rows by their keys as programs do: context.10 before context.2."""
    values = sorted(
        ([sheet.cell(row, column).value for column in range(1, 8)] for row in rows), key=lambda v: str(v[6])
    )
    for row, each in zip(rows, values, strict=True):
        for column, value in enumerate(each, 1):
            sheet.cell(row, column).value = value


def test_rows_that_were_sorted_are_put_back(tmp_path: Path) -> None:
    lines = [f"Line {number}." for number in range(1, 12)]
    folder = filled_project(tmp_path, {"context": lines})
    changed(folder, lambda _, sheet: sorted_as_text(sheet, range(8, 19)))
    ((judged,), found) = folder.gather().judged, problems(folder)
    assert judged.returned.answers["context"] == tuple(lines)
    assert [each.code for each in found if each.code != "FORM07"] == []
    assert judged.returned.place_of_line("context", 1).cell == "C11", "each line is told of where it stands now"


def test_sorted_rows_of_which_some_have_no_key_are_told_of(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sorted_as_text(sheet, range(8, 19))
        sheet["G13"] = None

    folder = filled_project(tmp_path, {"context": [f"Line {number}." for number in range(1, 12)]})
    assert "FORM24" in [code for code, _, _ in told(changed(folder, change))]


# Struck out, hidden by a format, and pasted with a format.


def test_a_line_that_is_struck_out_is_an_error_that_quotes_it(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet["C9"], sheet["C9"].font = "The contractor was suspended.", Font(strike=True)

    (found,) = problems(changed(filled_project(tmp_path), change))
    assert (found.code, found.place.cell, found.is_error) == ("FORM26", "C9", True)
    assert "The contractor was suspended." in found.message


@pytest.mark.parametrize("cell", ["C9", "C41", "C43"])
def test_words_that_are_struck_out_are_quoted_alone(tmp_path: Path, cell: str) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet[cell] = CellRichText("until ", TextBlock(InlineFont(strike=True), "March "), "June 2025")

    (found,) = problems(changed(filled_project(tmp_path), change))
    assert (found.code, found.place.cell) == ("FORM26", cell)
    assert "“March”" in found.message
    assert "June" not in found.message


def test_an_answer_that_its_format_hides_is_an_error(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet["C9"], sheet["C9"].number_format = WORDS, ";;;"

    (found,) = problems(changed(filled_project(tmp_path), change))
    assert (found.code, found.place.cell, found.is_error) == ("FORM27", "C9", True)


@pytest.mark.parametrize(
    ("value", "number_format", "printed"),
    [
        (1234567, '"£"#,##0', "£1,234,567"),
        (45901, "mmm-yy", "Sep-25"),
        (9.5 / 24, "h:mm", "9:30"),
        (3, '"fewer than 6"', "fewer than 6"),
        ("North", '"Depot "@', "Depot North"),
    ],
)
def test_a_pasted_cell_is_printed_as_it_shows(tmp_path: Path, value: Any, number_format: str, printed: str) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet["C9"], sheet["C9"].number_format = value, number_format

    folder = changed(filled_project(tmp_path), change)
    assert folder.gather().judged[0].returned.answers["context"][1] == printed


def test_signs_of_words_symbol_fonts_arrive_as_signs_that_every_font_has(tmp_path: Path) -> None:
    folder = filled_project(
        tmp_path, {"context": ["These:", "\uf0b7\tOne", "\uf0a7\tTwo", "Crews \uf0fc, lorries \uf0b7 no"]}
    )
    (judged,) = folder.gather().judged
    assert judged.returned.answers["context"] == ("These:", "•\tOne", "▪\tTwo", "Crews ✓, lorries • no")


# Bounds, and what is no left-over.


def test_messages_of_one_kind_are_bounded(tmp_path: Path) -> None:
    folder = changed(filled_project(tmp_path), write(**{f"B{row}": "x" for row in range(100, 400)}))
    found = problems(folder)
    assert [each.code for each in found] == ["FORM15"] * 20
    (more,) = (each for each in folder.gather().problems if each.code == "MORE01")
    assert more.message == "There are 280 more of FORM15, which are not listed."


def test_a_form_that_went_back_and_came_again_is_told_of_nothing_of_ours(tmp_path: Path) -> None:
    """Last time's answers, and remarks of the performance team, were there when it was issued."""
    folder = filled_project(tmp_path, {"quarter_actual": "n/a", "context": [None]})
    (copy,) = annotated(folder.setup, folder.gather())
    assert isinstance(copy, Copy)
    the_return(folder).write_bytes(copy.data)
    assert told(folder) == []


def test_what_was_said_last_time_is_no_left_over_but_what_was_added_is(tmp_path: Path) -> None:
    settings = filled_project(tmp_path).root / "inputs" / "scorecard.toml"
    settings.write_text(settings.read_text().replace("2024-25-Q3", "2024-25-Q4"))
    folder = Folder(tmp_path)
    (path,) = folder.issue()
    fill(path, GOOD)
    assert told(folder) == []
    changed(folder, write(F6=WORDS, F8="Two lorries were off the road. And a third."))
    assert told(folder) == [("FORM15", "Return", "F6"), ("FORM15", "Return", "F8")]
    for earlier in folder.project.returns(folder.setup.period.previous):
        earlier.unlink()
    assert told(folder) == [], "what it was issued with is not known any more"


@pytest.mark.parametrize(
    "measure",
    [
        {"Kind": "range", "Q3 target": "40 to 60", "Year-end target": "40 to 60"},
        {"Kind": "yes/no", "Unit": None, "Q3 target": "Yes", "Year-end target": "Yes"},
        {"Kind": "date", "Scheme": "by judgement", "Unit": None, "Q3 target": None, "Year-end target": None},
        {"Unit": "£ million", "Service": "Waste", "Basis": "cumulative"},
        {"Unit": None, "Scheme": "kent"},
        {"Decimals": 0},
        {"Decimals": None},
        {"Title": "=HYPERLINK(1) & <b> “x”", "Scheme": "lincoln"},
    ],
)
def test_an_issued_form_of_any_measure_has_nothing_left_over(tmp_path: Path, measure: dict[str, Value]) -> None:
    folder = filled_project(tmp_path, measure=measure)
    assert told(folder) == []


def test_a_returned_copy_has_nothing_left_over(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    contents = contents_of(folder.setup, folder.setup.register.measures[0], Earlier.of(folder.setup))
    the_return(folder).write_bytes(issue_workbook(contents))
    assert [each.blank for each in folder.gather().readings] == [True]
