# ruff: noqa: D103 (each function gives the XML that its name says)
"""Lays out templates/report.docx for the first time; from then on the performance team restyles it in Word.

    python -m tools.word_template [FILE]

Running it again overwrites what was restyled. The same script gives the same bytes.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from generator.render.ooxml.package import write_package
from tools.word_styles import HEAD, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, W, numbering, style_id, styles

R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

COLUMNS = (
    ("Measure Details", 2100),
    ("Quarterly Target Status", 1180),
    ("Forecast Year End Status", 1180),
    ("Performance vs Target", 2060),
    ("Context for Current Performance", 3380),
    ("Improvement Actions Taken", 3200),
    ("Intervention / Review", 2378),
)

# ---- Content --------------------------------------------------------------------------------------------------


def run(text: str, character_style: str = "") -> str:
    looks = f'<w:rPr><w:rStyle w:val="{character_style}"/></w:rPr>' if character_style else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style_name: str, *content: str) -> str:
    runs = "".join(each if each.startswith("<") else run(each) for each in content)
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style_name)}"/></w:pPr>{runs}</w:p>'


def tag(*statements: str) -> str:
    return "".join(paragraph("Template tag", f"{{%p {each} %}}") for each in statements)


def cell(width: int, *paragraphs: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


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
    numeric: int = 0,
) -> str:
    """Lay out a table whose second row is repeated; the last ``numeric`` columns hold numbers."""
    widths = [width for _, width in headings]
    kinds = ["Table heading"] * (len(widths) - numeric) + ["Count heading"] * numeric
    titles = (cell(width, paragraph(kind, text)) for (text, width), kind in zip(headings, kinds, strict=True))
    body = (
        row(titles, heading=True)
        + tag_row(widths, loop)
        + row(
            f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/></w:tcPr>{c}</w:tc>'
            for w, c in zip(widths, cells, strict=True)
        )
        + tag_row(widths, "endfor")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(caption)}"/><w:tblDescription w:val="{escape(description)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


NARRATIVE = (
    tag("macro narrative(blocks)", "for block in blocks", 'if block.form == "bullets"', "for item in block.items")
    + paragraph("List Bullet", "{{ item }}")
    + tag("endfor", 'elif block.form == "numbers"', "for item in block.items")
    + paragraph("List Number", "{% restart_list loop.first %}{{ item }}")
    + tag("endfor", "else", "for item in block.items")
    + paragraph("Table text", "{{ item }}")
    + tag("endfor", "endif", "endfor", "endmacro")
)


def status(name: str) -> str:
    return (
        paragraph("Status block", f"{{% parabg {name}.fill, {name}.ink %}}{{{{ {name}.word }}}}")
        + tag(f"if {name}.note")
        + paragraph("Status note", f"{{{{ {name}.note }}}}")
        + tag("endif")
    )


def half(name: str) -> str:
    return (
        paragraph("Performance heading", f"{{{{ {name}.heading }}}}")
        + paragraph("Performance figure", f"Target: {{{{ {name}.target }}}}")
        + paragraph("Performance figure last", f"{{{{ {name}.actual_label }}}}: {{{{ {name}.actual }}}}")
    )


MEASURE = (
    paragraph("Measure label", "{{ measure.label }}")
    + paragraph("Measure title", "{{ measure.title }}")
    + tag("for remark in measure.remarks")
    + paragraph("Remark", "{{ remark }}")
    + tag("endfor"),
    status("measure.quarter_status"),
    status("measure.forecast_status"),
    half("measure.quarter")
    + half("measure.forecast")
    + paragraph("Performance heading", "Direction of travel")
    + paragraph("Performance figure last", "{{ measure.direction }}"),
    paragraph("Table text", "{{p narrative(measure.context) }}"),
    paragraph("Table text", "{{p narrative(measure.actions) }}"),
    paragraph("Table text", "{{p narrative(measure.intervention) }}"),
)

TITLE = (
    paragraph("Council", "{{ page.council }}")
    + paragraph("heading 1", "{{ page.heading }}")
    + paragraph("Months", "{{ page.months }}")
    + tag("if page.draft")
    + paragraph("Draft notice", "{{ page.draft_notice }}")
    + tag("endif")
    + paragraph("Introduction", "{{ page.introduction }}")
)

SUMMARY = (
    paragraph("heading 2", "Summary")
    + paragraph("caption", "{{ page.counts_caption }}")
    + table(
        "Summary",
        "{{ page.counts_caption }}",
        (("Status", 2400), ("Quarter", 1700), ("Forecast year end", 2400)),
        "for count in page.counts",
        (
            paragraph("Status word", "{% cellbg count.status.fill, count.status.ink %}{{ count.status.word }}"),
            paragraph("Count", "{{ count.quarter }}"),
            paragraph("Count", "{{ count.forecast }}"),
        ),
        numeric=2,
    )
)

EXCEPTIONS = (
    tag("for directorate in page.directorates")
    + paragraph("heading 2", "{{ directorate.heading }}")
    + table(
        "{{ directorate.heading }}",
        "One row for each measure that is an exception: its statuses, figures and commentary.",
        COLUMNS,
        "for measure in directorate.measures",
        MEASURE,
    )
    + tag("endfor")
)

MISSING = (
    tag("if page.missing")
    + paragraph("heading 2", "Measures not in this report")
    + paragraph("Table introduction", "{{ page.missing_introduction }}")
    + table(
        "Measures not in this report",
        "{{ page.missing_introduction }}",
        (("Measure", 7400), ("Directorate", 3600), ("Why", 4478)),
        "for each in page.missing",
        (
            paragraph("Measure label", "{{ each.label }}") + paragraph("Measure title", "{{ each.title }}"),
            paragraph("Table text", "{{ each.directorate }}"),
            paragraph("Table text", "{{ each.why }}"),
        ),
    )
    + tag("endif")
)

TO_PUT_RIGHT = (
    tag("if page.to_put_right")
    + paragraph("heading 2", "To be put right before this is published")
    + table(
        "To be put right before this is published",
        "Errors in the returns, each where it stands.",
        (("Where", 5478), ("What", 10000)),
        "for each in page.to_put_right",
        (paragraph("Table text", "{{ each.where }}"), paragraph("Table text", "{{ each.what }}")),
    )
    + tag("endif")
)

KEY = paragraph("heading 2", "Key") + table(
    "Key",
    "What each status means.",
    (("Status", 2400), ("Meaning", 7400)),
    "for status in page.key",
    (
        paragraph("Status word", "{% cellbg status.fill, status.ink %}{{ status.word }}"),
        paragraph("Table text", "{{ status.meaning }}"),
    ),
)

DATA_SOURCE = paragraph("Data source", "{{ page.data_source }}")

SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
    f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}" w:orient="landscape"/>'
    f'<w:pgMar w:top="1077" w:right="{MARGIN}" w:bottom="850" w:left="{MARGIN}" w:header="510" w:footer="425" '
    'w:gutter="0"/></w:sectPr>'
)


def document() -> str:
    body = NARRATIVE + TITLE + SUMMARY + KEY + EXCEPTIONS + TO_PUT_RIGHT + MISSING + DATA_SOURCE + SECTION
    return f"{HEAD}<w:document {W} {R}><w:body>{body}</w:body></w:document>"


def header() -> str:
    tab = "<w:r><w:tab/></w:r>"
    mark = (run("{% if page.draft %}"), run("DRAFT: ", "DraftMark"), run("{% endif %}"))
    line = paragraph("header", "{{ page.council }}", tab, *mark, "{{ page.heading }}")
    return f"{HEAD}<w:hdr {W}>{line}</w:hdr>"


def number(name: str) -> str:
    def step(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
    return f"{step('begin')}{code}{step('separate')}{run('1')}{step('end')}"


def footer() -> str:
    tab = "<w:r><w:tab/></w:r>"
    pages = ("Page ", number("PAGE"), " of ", number("NUMPAGES"))
    line = paragraph("footer", "{{ page.data_source }}", tab, "{{ page.council }}", tab, *pages)
    return f"{HEAD}<w:ftr {W}>{line}</w:ftr>"


# ---- The package ----------------------------------------------------------------------------------------------

SETTINGS = (
    f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)
CORE = (
    f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ page.heading }}</dc:title>'
    "<dc:subject>{{ page.months }}</dc:subject><dc:creator>{{ page.council }}</dc:creator>"
    "<dc:language>en-GB</dc:language></cp:coreProperties>"
)
APP = (
    f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Company>{{ page.council }}</Company></Properties>"
)
MAIN_PARTS = ("styles", "numbering", "settings", "header", "footer")


def content_types() -> str:
    parts = [("document", f"{TYPES}.document.main+xml"), *((name, f"{TYPES}.{name}+xml") for name in MAIN_PARTS)]
    overrides = [(f"/word/{file_name(name)}", kind) for name, kind in parts] + [
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ]
    each = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides)
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{each}</Types>"
    )


def file_name(part: str) -> str:
    return f"{part}1.xml" if part in {"header", "footer"} else f"{part}.xml"


def relationships(targets: Iterable[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def lay_out() -> bytes:
    """Give the template's bytes."""
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            [
                (f"{OFFICE}/officeDocument", "word/document.xml"),
                (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                (f"{OFFICE}/extended-properties", "docProps/app.xml"),
            ]
        ),
        "word/_rels/document.xml.rels": relationships((f"{OFFICE}/{name}", file_name(name)) for name in MAIN_PARTS),
        "word/document.xml": document(),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": SETTINGS,
        "word/header1.xml": header(),
        "word/footer1.xml": footer(),
        "docProps/core.xml": CORE,
        "docProps/app.xml": APP,
    }
    return write_package({name: text.encode() for name, text in parts.items()})


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "templates/report.docx")
    target.write_bytes(lay_out())
    print(f"Laid out {target}")
