"""Charts, and pictures that are repeated."""

import io

import docx
import pytest

from generator.model.problem import Unusable
from tests.documents.charts_and_contents import CHART, DRAWING, made
from tests.documents.word_files import p, xml_of


def test_a_chart_is_drawn_in_the_documents_font_with_its_description() -> None:
    data = made(p("{% chart chart, 13, 6.5 %}"), chart=CHART)
    drawn = xml_of(data, "word/charts/scorecard1.xml")
    assert '<a:latin typeface="Gill Sans"/>' in drawn
    assert "<c:v>Place &amp; Homes</c:v>" in drawn
    assert "<a:t>R&amp;D</a:t>" in drawn
    assert "Nobody" not in drawn
    document = xml_of(data)
    assert 'descr="All of it: &quot;1&quot; &lt;Red&gt;"' in document
    assert f'<wp:extent cx="{13 * 360_000}" cy="{int(6.5 * 360_000)}"/>' in document
    assert 'Target="charts/scorecard1.xml"' in xml_of(data, "word/_rels/document.xml.rels")
    assert 'PartName="/word/charts/scorecard1.xml"' in xml_of(data, "[Content_Types].xml")


def test_a_chart_can_be_repeated_and_a_picture_too_and_no_two_share_a_number() -> None:
    data = made(p("{% for each in charts %}{% chart each %}", DRAWING, "{% endfor %}"), charts=(CHART,) * 3, name="x")
    numbers = docx.Document(io.BytesIO(data)).element.body.xpath(".//wp:docPr/@id")
    assert len(numbers) == len(set(numbers)) == 6
    assert xml_of(data, "word/charts/scorecard3.xml")


@pytest.mark.parametrize(
    ("tag", "fault"),
    [
        ("{% chart name %}", "this is not a chart"),
        ("{% chart chrat %}", "no field “chrat”"),
        ("{% chart chart, 0 %}", "in centimetres, from 1 to 55"),
        ("{% chart chart, 13, name %}", "in centimetres"),
        ("{% chart %}", "{% chart %}"),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_told(tag: str, fault: str) -> None:
    with pytest.raises(Unusable) as caught:
        made(p(tag), chart=CHART, name="x")
    assert fault in caught.value.problems[0].message
