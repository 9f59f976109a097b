"""Rows, columns and cells that are repeated or go."""

import io

import docx
import pytest

from generator.model.problem import Unusable
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


COLUMNS = row(cell(p("1")), cell(p("{%tc for each in things %}")), cell(p("{{ each }}")), cell(p("{%tc endfor %}")))
A4 = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="5000" w:h="9"/><w:pgMar w:left="250" w:right="250"/></w:sectPr></w:pPr></w:p>'


def grid(made: bytes) -> list[int]:
    """The widths of a table's columns, which its rows must have too."""
    body = docx.Document(io.BytesIO(made)).element.body
    columns = [int(each) for each in body.xpath(".//w:gridCol/@w:w")]
    for each in body.xpath(".//w:tr"):
        assert [int(width) for width in each.xpath("./w:tc/w:tcPr/w:tcW/@w:w")] == columns
    assert "fills" not in xml_of(made)
    return columns


@pytest.mark.parametrize(("things", "widths"), [("a", [900, 900]), ("abcd", [900] * 5), ("abcdefgh", [500] * 9)])
def test_repeated_columns_have_a_grid_and_fit_between_the_margins(things: str, widths: list[int]) -> None:
    assert grid(render(table(COLUMNS, COLUMNS), A4, things=things)) == widths


FIRST = cell(p("1"))


def repeated(heading: str) -> tuple[str, ...]:
    return cell(p("{%tc for each in things %}")), cell(p(heading + "{{ each }}")), cell(p("{%tc endfor %}"))


FILLING: dict[str, tuple[tuple[str, ...], str, list[int]]] = {
    "one takes what the other leaves": ((FIRST, cell(p("{% fill_width %}rest"))), "", [900, 3600]),
    "the first takes it": ((cell(p("{% fill_width %}rest")), FIRST), "", [3600, 900]),
    "two share it": ((FIRST, *repeated("{% fill_width %}")), "ab", [900, 1800, 1800]),
    "four share it": ((FIRST, *repeated("{% fill_width %}")), "abcd", [900] * 5),
    "too many for the page": ((FIRST, *repeated("{% fill_width %}")), "abcdefgh", [500] * 9),
    "none is left to take it": ((FIRST, FIRST, *repeated("{% fill_width %}")), "", [2250, 2250]),
    "one is to be twice as wide": (
        (FIRST, *repeated('{% fill_width 2 if each == "a" else 1 %}')),
        "abc",
        [900, 1800, 900, 900],
    ),
    "a part of a centimetre": ((FIRST, *repeated("{% fill_width 1.5 * loop.index %}")), "ab", [900, 1200, 2400]),
    "a condition about a column": (
        (cell(p("{% fill_width %}rest")), cell(p("{%tc if things %}")), FIRST, cell(p("{%tc endif %}"))),
        "",
        [4500],
    ),
}


@pytest.mark.parametrize(("cells", "things", "widths"), FILLING.values(), ids=FILLING)
def test_columns_share_what_the_others_leave_of_the_page(
    cells: tuple[str, ...], things: str, widths: list[int]
) -> None:
    headings, texts = row(*cells), row(*(each.replace("{% fill_width %}", "") for each in cells))
    assert grid(render(table(headings, texts), A4, things=things)) == widths


def test_a_row_of_other_cells_is_as_wide_as_the_table() -> None:
    rows = (row(cell(p("{% fill_width %}a")), FIRST), row(cell(p("all of it"))))
    made = xml_of(render(table(*rows), A4))
    assert made.count('<w:tcW w:w="4500" w:type="dxa"/>') == 1


def test_a_table_within_a_table_leaves_both_as_they_are() -> None:
    made = xml_of(render(table(row(cell(p("{% fill_width %}a"), table(row(FIRST)), p("b")))), A4))
    assert made.count('<w:tcW w:w="900" w:type="dxa"/>') == 2


@pytest.mark.parametrize("wide", ["0", "-1", "true", "'5'", "page", "2000"])
def test_a_share_that_is_no_width_is_told(wide: str) -> None:
    with pytest.raises(Unusable, match="write a number in cm"):
        render(table(row(cell(p(f"{{% fill_width {wide} %}}a")))), page="x")


def test_a_column_that_has_no_width_cannot_fill() -> None:
    with pytest.raises(Unusable, match="stands in no table cell that has a width"):
        render(p("{% fill_width %}a"))


@pytest.mark.parametrize(("width", "room"), [(5000, "7.9"), (11000, "18.5")])
def test_a_template_is_told_how_wide_its_page_is(width: int, room: str) -> None:
    paper = A4.replace("5000", str(width))
    shown = "{% if text_width < " + room + " %}narrower{% else %}wide{% endif %}"
    assert texts(render(p(shown), paper))[0] == "wide"
    assert texts(render(p(shown.replace(room, f"{float(room) + 0.1:.1f}")), paper))[0] == "narrower"
