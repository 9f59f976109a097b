"""Where a list of contents, or a chart, may stand."""

import pytest

from generator.documents.word import word_template
from generator.model.problem import Unusable
from tests.documents.charts_and_contents import made
from tests.documents.word_files import W, cell, p, package, row, table


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ((p("x {% contents 2 %}"),), "does not stand alone"),
        ((table(row(cell(p("{% contents 2 %}")))),), "stands in a table"),
        ((p("{% contents 3, two %}"),), "cannot be understood"),
        ((p("{% contents 2 %}"), p("{% contents 3 %}")), "second list of contents"),
    ],
)
def test_contents_that_cannot_be_written_are_told(body: tuple[str, ...], fault: str) -> None:
    with pytest.raises(Unusable, match=fault):
        made(*body)


@pytest.mark.parametrize("tag", ["{% chart chart %}", "{% contents 2 %}"])
def test_charts_and_contents_belong_in_the_main_text(tag: str) -> None:
    data = package(p("x"), word__header1=f"<w:hdr {W}>{p(tag)}</w:hdr>")
    with pytest.raises(Unusable, match="stands in the header 1"):
        word_template(data, "report.docx")
