"""Rows and paragraphs that stay with the next."""

import pytest

from generator.model.problem import Unusable
from tests.documents.word_files import cell, p, render, row, table, xml_of


def test_rows_stay_with_the_next_but_the_last() -> None:
    rows = (
        row(cell(p("{%tr for each in things %}"))),
        row(cell(p("{% keep_with_next not loop.last %}{{ each }}", style="Steps"))),
        row(cell(p("{%tr endfor %}"))),
    )
    document = xml_of(render(table(*rows), things="abc"))
    assert document.count('<w:pPr><w:pStyle w:val="Steps"/><w:keepNext w:val="1"/></w:pPr>') == 2
    assert document.count('<w:keepNext w:val="0"/>') == 1


def test_keep_with_next_says_when() -> None:
    with pytest.raises(Unusable, match="does not say when"):
        render(p("{% keep_with_next %}x"))
