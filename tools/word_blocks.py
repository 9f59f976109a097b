# ruff: noqa: D103 (each function gives the XML that its name says)
"""The blocks that templates/*.docx are first laid out from: runs, paragraphs, tags, tables, fields."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from tools.word_styles import style_id


def run(text: str, character_style: str = "") -> str:
    looks = f'<w:rPr><w:rStyle w:val="{character_style}"/></w:rPr>' if character_style else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style_name: str, *content: str) -> str:
    runs = "".join(each if each.startswith("<") else run(each) for each in content)
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style_name)}"/></w:pPr>{runs}</w:p>'


def tag(*statements: str) -> str:
    return "".join(paragraph("Template tag", f"{{%p {each} %}}") for each in statements)


def cell(width: int, *paragraphs: str, fill: str = "") -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{"".join(paragraphs)}</w:tc>'


def row(cells: Iterable[str], *, heading: bool = False) -> str:
    repeats = "<w:tblHeader/>" if heading else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeats}</w:trPr>{''.join(cells)}</w:tr>"


def tag_row(widths: Sequence[int], statement: str) -> str:
    first, *others = widths
    tagged = cell(first, paragraph("Template tag", f"{{%tr {statement} %}}"))
    return row([tagged, *(cell(width, paragraph("Template tag")) for width in others)])


def table(
    caption: str,
    description: str,
    headings: Sequence[tuple[str, int]],
    loop: str,
    cells: Sequence[str],
) -> str:
    """Lay out a table whose second row is repeated."""
    widths = [width for _, width in headings]
    titles = (cell(width, paragraph("Table heading", text)) for text, width in headings)
    content = (cell(width, text) for width, text in zip(widths, cells, strict=True))
    rows = row(titles, heading=True) + tag_row(widths, loop) + row(content) + tag_row(widths, "endfor")
    return grid_of(caption, description, widths, rows)


def grid_of(caption: str, description: str, widths: Sequence[int], body: str) -> str:
    """Put rows into a table."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(caption)}"/><w:tblDescription w:val="{escape(description)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def number(name: str) -> str:
    def step(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
    return f"{step('begin')}{code}{step('separate')}{run('1')}{step('end')}"
