"""Text of any Unicode category, however long, in every answer cell: every return is reported or told of by name."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

import pytest
from lxml import etree

from generator.collecting.annotated_copies import Copy, annotated
from generator.forms.asked.questionnaires import asked_of_any
from generator.model.problem import UNFORESEEN
from generator.model.shape import DEFAULT_SHAPE
from generator.reading.answers.find_questions import find_form
from generator.reading.opened_workbook import book_in
from generator.report.gather import gather
from generator.xlsx import Book, Cell, CellKind, Sheet, Unreadable
from tests.model.test_characters_any_text import EVERY_CATEGORY
from tests.projects import GOOD, Folder, fill, make_project, render

ASKED = asked_of_any(DEFAULT_SHAPE)
type_of_text = Callable[[str, str], str]

TEXTS: dict[str, type_of_text] = {
    "one character in every answer": lambda _, each: each,
    "a long line in every answer": lambda _, each: each * 1100,
    "among words, over several lines": lambda _, each: f"The{each}board {each}\n{each}met{each}. " * 20,
    "the longest there can be in one answer": lambda name, each: each * 33_000 if name == "context" else "as it was",
    "the longest line of words in one answer": lambda name, each: f"a{each}" * 16_500 if name == "actions" else "no",
    "the longest there can be in every answer": lambda _, each: each * 33_000,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    codes = [f"PL {number:02}" for number in range(len(EVERY_CATEGORY) + 1)]
    made = make_project(tmp_path_factory.mktemp("any") / "project", *({"Code": code} for code in codes))
    for path in made.issue():
        fill(path, GOOD)
    return made


def with_text(book: Book | Unreadable, text: type_of_text) -> Book:
    """The workbook with a text of the category that its measure's number stands for in all its answers; PL 00 as is."""
    assert isinstance(book, Book)
    return book._replace(sheets=tuple(_changed(each, book, text) for each in book.sheets))


def change_what_is_opened(monkeypatch: pytest.MonkeyPatch, text: type_of_text) -> None:
    monkeypatch.setattr("generator.reading.open_workbooks.book_in", lambda data: with_text(book_in(data), text))


def _changed(sheet: Sheet, book: Book, text: type_of_text) -> Sheet:
    found = find_form(sheet, book, DEFAULT_SHAPE)
    if not found:
        return sheet
    _, layout = found
    (code_row,) = layout.rows["measure_code"]
    number = int(sheet.cells[code_row, layout.answer_column].text.removeprefix("PL "))
    cells = dict(sheet.cells)
    for field in (each for each in ASKED.fields if number and not each.prefilled):
        for row in layout.rows.get(field.name, ())[:1]:
            _, each = EVERY_CATEGORY[number - 1]
            cells[row, layout.answer_column] = Cell(row, layout.answer_column, CellKind.TEXT, text(field.name, each))
    return Sheet(sheet.name, sheet.state, MappingProxyType(cells))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_others_are_read_and_all_is_written(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, text: type_of_text
) -> None:
    change_what_is_opened(monkeypatch, text)
    setup = folder.setup
    gathered = gather(setup, draft=True)
    problems = gathered.problems
    assert "PL 00" in {each.measure.code for each in gathered.judged}
    assert UNFORESEEN not in {each.code for each in problems}
    assert {each.file for each in gathered.readings if not each.returned and not each.blank} <= {
        each.place.file for each in problems
    }
    files = render(setup, gathered.report)
    json.loads(files["report.json"])
    files["exceptions.html"].decode()
    for name in (each for each in files if each.endswith(".docx")):
        with zipfile.ZipFile(io.BytesIO(files[name])) as archive:
            for part in (each for each in archive.namelist() if each.endswith(".xml")):
                etree.fromstring(archive.read(part))


def test_copies_go_back_with_any_text(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXTS["among words, over several lines"]
    change_what_is_opened(monkeypatch, text)
    setup = folder.setup
    made = list(annotated(setup, gather(setup, draft=True)))
    assert len(made) > len(EVERY_CATEGORY) // 2
    assert all(isinstance(each, Copy) for each in made)


def test_the_sheets_of_the_returns_are_those_that_are_changed(folder: Folder) -> None:
    (path, *_) = sorted(Path(folder.returns).glob("PL 01*"))
    assert with_text(book_in(path.read_bytes()), TEXTS["one character in every answer"]) != book_in(path.read_bytes())
