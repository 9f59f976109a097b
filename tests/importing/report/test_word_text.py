"""A document's text is what is printed of it, and a hostile one is refused in words."""

import io
import zipfile

import docx
import pytest

from generator.importing.report.word_text import NotAReport, Paragraph, WordTable, read_word
from tests.importing.report.documents import Report

MAIN = "word/document.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def with_body(body: str) -> bytes:
    """A document whose body is given as XML."""
    out, start = io.BytesIO(), Report().data
    with zipfile.ZipFile(io.BytesIO(start)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            own = f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()
            target.writestr(name, own if name == MAIN else source.read(name))
    return out.getvalue()


def texts(body: str) -> list[str]:
    return [each.text for each in read_word(with_body(body)).blocks if isinstance(each, Paragraph)]


@pytest.mark.parametrize(
    ("runs", "seen"),
    [
        ("<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>", ["new"]),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>seen</w:t></w:r>", ["seen"]),
        ("<w:sdt><w:sdtContent><w:r><w:t>in a control</w:t></w:r></w:sdtContent></w:sdt>", ["in a control"]),
        ("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>", ["one", "two"]),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:pict><w:p/></w:pict></w:r>", []),
    ],
)
def test_what_is_printed_is_read(runs: str, seen: list[str]) -> None:
    assert texts(f"<w:p>{runs}</w:p>") == seen


def test_cells_stand_in_their_columns() -> None:
    document = docx.Document()
    table = document.add_table(2, 4)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "wide"
    table.cell(0, 2).text, table.cell(1, 3).text = "third", "last"
    table.cell(0, 3).merge(table.cell(1, 3))
    out = io.BytesIO()
    document.save(out)
    (found,) = (each for each in read_word(out.getvalue()).blocks if isinstance(each, WordTable))
    stand = [(cell.row, cell.column, cell.span, cell.text) for row in found.rows for cell in row if cell.lines]
    assert stand == [(1, 0, 2, "wide"), (1, 2, 1, "third"), (1, 3, 1, "last")]


def test_a_document_type_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(Report().data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            bomb = b'<!DOCTYPE a [<!ENTITY b "c">]>' + source.read(name).partition(b"?>")[2]
            target.writestr(name, bomb if name == MAIN else source.read(name))
    with pytest.raises(NotAReport, match="made to mislead"):
        read_word(out.getvalue())


@pytest.mark.parametrize("body", ["<w:sdt>" * 2000 + "</w:sdt>" * 2000, "<w:p>", "<w:p/>" * 1_300_000, "<w:tbl><w:tr>"])
def test_a_hostile_body_is_refused(body: str) -> None:
    with pytest.raises(NotAReport):
        read_word(with_body(body))


def test_a_span_of_any_size_is_no_more_than_word_has() -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p/></w:tc>'
    (table,) = read_word(with_body(f"<w:tbl><w:tr>{cell * 3}</w:tr></w:tbl>")).blocks
    assert isinstance(table, WordTable)
    assert max(each.column + each.span for each in table.rows[0]) < 200
