"""A document with headings of its own, and a chart."""

from generator.documents.word import word_template
from generator.report.page.views import ChartView, SeriesView
from tests.documents.word_files import W, package

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
