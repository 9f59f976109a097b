"""Rows, columns and cells that are repeated or go."""

import io

import docx
import pytest

from tests.documents.word_files import cell, cells, loop, p, render, row, table, texts, xml_of


def test_whole_paragraphs_rows_and_cells() -> None:
    rows = table(
        row(cell(p("{%tr for each in things %}"))),
        row(cell(p("{{ each }}")), cell(p("{%tc if false %}")), cell(p("gone")), cell(p("{%tc endif %}"))),
        row(cell(p("{%tr endfor %}"))),
    )
    given_back = render(*loop(p("{{ each }}")), rows, things=("a", "b"))
    assert texts(given_back) == ["a", "b"]
    assert cells(given_back) == [[["a"]], [["b"]]]


def test_a_macro_gives_paragraphs_to_many_cells() -> None:
    macro = (p("{%p macro list(items) %}"), p("{%p for each in items %}"), p("{{ each }}", style="Steps"))
    made = render(
        *macro,
        p("{%p endfor %}"),
        p("{%p endmacro %}"),
        table(row(cell(p("{{p list(one) }}")), cell(p("{{p list(nobody) }}")))),
        one=("a<b", "c\nd"),
        nobody=(),
    )
    assert cells(made) == [[["a<b", "c\nd"], [""]]]


CELLS = {
    "an empty loop": (p("{%p for each in [] %}"), p("x"), p("{%p endfor %}")),
    "a condition": (p("{%p if false %}"), p("x"), p("{%p endif %}")),
    "nothing at all": (),
    "a table": (table(row(cell(p("x")))),),
    "a table without rows": (
        table(row(cell(p("{%tr if false %}"))), row(cell(p("x"))), row(cell(p("{%tr endif %}")))),
    ),
}


@pytest.mark.parametrize("content", CELLS.values(), ids=CELLS)
def test_a_cell_always_ends_in_a_paragraph(content: tuple[str, ...]) -> None:
    made = xml_of(render(table(row(cell(*content), cell(p("next"))))))
    for closed in made.split("</w:tc>")[:-1]:
        assert closed.endswith(("</w:p>", "<w:p/>"))
    assert '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid></w:tbl>' not in made


def test_a_table_whose_rows_all_go_goes_too() -> None:
    rows = (row(cell(p("{%tr for x in [] %}"))), row(cell(p("x"))), row(cell(p("{%tr endfor %}"))))
    assert "<w:tbl>" not in xml_of(render(p("before"), table(*rows), p("after")))


COLUMNS = row(cell(p("first")), cell(p("{%tc for each in things %}")), cell(p("{{ each }}")), cell(p("{%tc endfor %}")))
A4 = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="5000" w:h="9"/><w:pgMar w:left="250" w:right="250"/></w:sectPr></w:pPr></w:p>'


@pytest.mark.parametrize(("things", "widths"), [("a", [900, 900]), ("abcd", [900] * 5), ("abcdefgh", [500] * 9)])
def test_repeated_columns_have_a_grid_and_fit_between_the_margins(things: str, widths: list[int]) -> None:
    body = docx.Document(io.BytesIO(render(table(COLUMNS, COLUMNS), A4, things=things))).element.body
    assert [int(each) for each in body.xpath(".//w:gridCol/@w:w")] == widths
    assert [int(each) for each in body.xpath(".//w:tr[2]/w:tc/w:tcPr/w:tcW/@w:w")] == widths
