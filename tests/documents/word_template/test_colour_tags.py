"""Colours of cells and paragraphs."""

from tests.documents.word_files import cell, p, render, row, table, xml_of


def test_cellbg_colours_the_cell_and_its_text_in_the_order_of_the_schema() -> None:
    made = xml_of(
        render(table(row(cell(p("{% cellbg fill, ink %}", "Red"), p("Stated")))), fill="#aa1111", ink="FFFFFF")
    )
    assert '<w:tcW w:w="900" w:type="dxa"/><w:shd w:val="clear" w:color="auto" w:fill="AA1111"/><w:vAlign' in made
    assert made.count('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>') == 2


def test_parabg_colours_a_paragraph() -> None:
    made = xml_of(render(p("{% parabg fill %}", "Red", style="Steps"), fill="AA1111"))
    assert '<w:pPr><w:pStyle w:val="Steps"/><w:shd w:val="clear" w:color="auto" w:fill="AA1111"/></w:pPr>' in made
