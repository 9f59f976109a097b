"""The tags of our own: charts, contents, kept rows, repeated columns; and the corners that tags may stand in."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from generator.documents.word import word_template
from generator.model.problem import Unusable
from generator.report.page.views import ChartView, SeriesView
from tests.documents.word_files import W, cell, p, package, render, row, table, texts, xml_of

DRAWING = (
    '<w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:inline><wp:docPr id="7" name="Logo" descr="{{ name }}"/></wp:inline></w:drawing></w:r>'
)
STYLES = f"""<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Gill Sans"/></w:rPr></w:rPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Chapter"/><w:basedOn w:val="H2"/></w:style>
<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="Heading 3"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="C2"><w:name w:val="toc 2"/></w:style>
<w:style w:type="character" w:styleId="L"><w:name w:val="Hyperlink"/></w:style></w:styles>"""

CHART = ChartView(
    title="R&D",
    description='All of it: "1" <Red>',
    categories=("Place & Homes", "People"),
    series=(
        SeriesView(name="Red", fill="AA1111", ink="FFFFFF", values=(1, 0)),
        SeriesView(name="Nobody's", fill="000000", ink="FFFFFF", values=(0, 0)),
    ),
)


def made(*body: str, styles: str = STYLES, **context: object) -> bytes:
    return word_template(package(*body, word__styles=styles), "report.docx").render(context)


# ---- Charts ----


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


# ---- Contents ----


def listed(data: bytes) -> list[tuple[str, str]]:
    links = docx.Document(io.BytesIO(data)).element.body.xpath(".//w:hyperlink")
    return [(each.xpath("string(../w:pPr/w:pStyle/@w:val)"), each.xpath("string(.)")) for each in links]


def test_contents_list_the_headings_that_follow_as_they_have_come_to_be() -> None:
    data = made(
        p("Before", style="H2"),
        p("{% contents 2, 3 %}"),
        p("{%p for each in things %}"),
        p("{{ each }}", style="Own"),
        p("Part of ", "{{ each }}", style="H3"),
        p("{%p endfor %}"),
        p("Not a heading"),
        p("{% if false %}gone{% endif %}", style="H2"),
        things=("R&D", "a\nb <i>"),
    )
    expected = [("C2", "R&D"), ("", "Part of R&D"), ("C2", "a b <i>"), ("", "Part of a b <i>")]
    assert listed(data) == expected
    body = docx.Document(io.BytesIO(data)).element.body
    anchors = body.xpath(".//w:hyperlink/@w:anchor")
    assert set(anchors) <= set(body.xpath(".//w:bookmarkStart/@w:name"))
    assert sorted(body.xpath(".//w:bookmarkStart/@w:id")) == sorted(body.xpath(".//w:bookmarkEnd/@w:id"))
    assert [each.text for each in body.iter(qn("w:instrText"))] == [r' TOC \o "2-3" \n \h \z ']


def test_without_headings_there_is_no_list_and_no_field() -> None:
    assert "fldChar" not in xml_of(made(p("{% contents 2 %}"), p("x")))


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


# ---- Rows that stay together, columns that are repeated ----


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


COLUMNS = row(cell(p("first")), cell(p("{%tc for each in things %}")), cell(p("{{ each }}")), cell(p("{%tc endfor %}")))
A4 = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="5000" w:h="9"/><w:pgMar w:left="250" w:right="250"/></w:sectPr></w:pPr></w:p>'


@pytest.mark.parametrize(("things", "widths"), [("a", [900, 900]), ("abcd", [900] * 5), ("abcdefgh", [500] * 9)])
def test_repeated_columns_have_a_grid_and_fit_between_the_margins(things: str, widths: list[int]) -> None:
    body = docx.Document(io.BytesIO(render(table(COLUMNS, COLUMNS), A4, things=things))).element.body
    assert [int(each) for each in body.xpath(".//w:gridCol/@w:w")] == widths
    assert [int(each) for each in body.xpath(".//w:tr[2]/w:tc/w:tcPr/w:tcW/@w:w")] == widths


# ---- Where tags may stand ----

TEXT_BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="urn:wps"><w:txbxContent>INSIDE</w:txbxContent>'
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>INSIDE</w:txbxContent></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)


def test_tags_in_a_text_box_and_in_its_fallback() -> None:
    inside = "".join((p("{%p for each in things %}"), p("{{ ", "each }}"), p("{%p endfor %}")))
    document = xml_of(render(p("before {{ name }}", TEXT_BOX.replace("INSIDE", inside)), things="ab", name="R&D"))
    assert document.count('<w:t xml:space="preserve">a</w:t>') == 2
    assert document.count('<w:t xml:space="preserve">b</w:t>') == 2
    assert "before R&amp;D" in document


def test_a_text_box_that_has_come_to_be_empty_still_has_a_paragraph() -> None:
    inside = "".join((p("{%p if false %}"), p("x"), p("{%p endif %}")))
    document = xml_of(render(p("a", TEXT_BOX.replace("INSIDE", inside))))
    assert document.count("<w:txbxContent><w:p/></w:txbxContent>") == 2


@pytest.mark.parametrize("part", ["header1", "footer2", "footnotes", "endnotes"])
def test_tags_in_other_parts(part: str) -> None:
    data = package(p("x"), **{f"word__{part}": f"<w:x {W}>{p('Page of ', '{{ na', 'me }}')}</w:x>"})
    given = xml_of(word_template(data, "report.docx").render({"name": "R&D"}), f"word/{part}.xml")
    assert "Page of " in given
    assert "R&amp;D" in given


def test_what_was_put_together_by_the_template_is_escaped_as_well() -> None:
    assert texts(render(p("{{ '<' ~ name ~ '&' }}"), name="<b>")) == ["<<b>&"]
    assert texts(render(p("{% set x = name|upper %}{{ x|replace('>', '&gt;') }}"), name="<b>")) == ["<B&gt;"]
