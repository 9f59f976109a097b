# ruff: noqa: D103 (each function gives the XML that its name says)
"""Lays out templates/*.docx for the first time; from then on the performance team restyles them in Word.

    python -m tools.word_template [FOLDER]

Running it again overwrites what was restyled. The same script gives the same bytes.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.documents.word_document.package import write_package
from tools import word_parts as parts
from tools.word_blocks import cell, grid_of, paragraph, row, run, tag, tag_row
from tools.word_styles import HEAD, LANDSCAPE, ONE_PAGE, PORTRAIT, Look, W, numbering, styles

R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# ---- The committee's table ------------------------------------------------------------------------------------

IN_COLUMNS = tag(
    "set in_columns = 11.4 + 3.8 * page.questions|length <= text_width",
    "set longest = 200 if not in_columns else 1000 if page.questions|length < 4 else 600",
)
"""Whether each answer has a column: figures take 11.4 cm, and an answer cannot be read in less than 3.8 cm; and how
many characters the longest answer of a row may have that is sure to fit on a page."""

SHARE = "{% fill_width 4.18 if loop.last and loop.length > 2 else 5.4 %}"
COLUMNS = (
    1950,
    1240,
    *(600, 1240, 600),  # of the forecast, between its tags
    2060,
    *(1500, 2160, 1500, 2028, 600),  # of the answers, between theirs
)
"""Wide enough for the tags, and for an answer as narrow as it may be; what is left of the page, answers share."""


def column_tag(*statements: str) -> str:
    return paragraph("Template tag", "".join(f"{{%tc {each} %}}" for each in statements))


def cells_of(each: str, *contents: str) -> str:
    """Lay out a row's cells: the forecast's if there is one, and the answers in columns of their own or all in one."""
    measure, quarter, forecast, performance, answer, answers = contents
    with_tags = (
        *(measure, quarter, column_tag("if page.has_forecast"), forecast, column_tag("endif"), performance),
        column_tag("if in_columns", f"for {each}"),
        answer,
        column_tag("endfor", "elif page.questions"),
        *(answers, column_tag("endif")),
    )
    return "".join(map(cell, COLUMNS, with_tags))


HEADINGS = cells_of(
    "question in page.questions",
    paragraph("Table heading", "Measure Details"),
    paragraph("Table heading", "Quarterly Target Status"),
    paragraph("Table heading", "Forecast Year End Status"),
    paragraph("Table heading", "Performance vs Target"),
    paragraph("Table heading", f"{SHARE}{{{{ question.heading }}}}"),
    paragraph("Table heading", "{% fill_width %}Commentary"),
)


def half(name: str) -> str:
    return (
        paragraph("Performance heading", f"{{{{ {name}.heading }}}}")
        + paragraph("Performance figure", f"Target: {{{{ {name}.target }}}}")
        + paragraph("Performance figure last", f"{{{{ {name}.actual_label }}}}: {{{{ {name}.actual }}}}")
    )


MEASURE_ROW = cells_of(
    "answer in measure.answers",
    paragraph("Measure label", "{% row_may_break measure.length > longest %}{{ measure.label }}")
    + paragraph("Measure title", "{{ measure.title }}")
    + parts.FACTS
    + tag("for remark in measure.remarks")
    + paragraph("Remark", "{{ remark }}")
    + tag("endfor"),
    parts.status_block("measure.quarter_status"),
    tag("if measure.has_forecast")
    + parts.status_block("measure.forecast_status")
    + tag("else")
    + paragraph("Table text", "No forecast")
    + tag("endif"),
    half("measure.quarter")
    + tag("if measure.has_forecast")
    + half("measure.forecast")
    + tag("endif")
    + paragraph("Performance heading", "Direction of travel")
    + paragraph("Performance figure last", "{{ measure.direction }}")
    + tag("if measure.trend")
    + paragraph("Performance heading", "Results")
    + paragraph("Performance figure last", "{{ measure.trend }}")
    + tag("endif"),
    paragraph("Table text", "{{p narrative(answer.blocks) }}"),
    tag("for answer in measure.answers") + parts.ANSWER + tag("endfor"),
)

IN_A_TABLE = (
    tag("if part.measures")
    + grid_of(
        "{{ part.heading }}",
        "One row for each {{ page.each_listed }}: its statuses, figures and commentary.",
        COLUMNS,
        row([HEADINGS], heading=True)
        + tag_row(COLUMNS, "for measure in part.measures")
        + row([MEASURE_ROW])
        + tag_row(COLUMNS, "endfor"),
    )
    + tag("endif")
)

COMMITTEE_TABLE = (
    parts.IN_CELLS
    + parts.PROSE
    + IN_COLUMNS
    + parts.TITLE
    + parts.contents("2, 3")
    + parts.PURPOSE
    + parts.WRITTEN
    + parts.summary("13.4", 4000, 1500)
    + parts.movement(8000, 2400, 2400, 2000)
    + parts.key(2400, 9400)
    + parts.groups("Table introduction", IN_A_TABLE, 4000, 1500, 1700, 1240, 1700)
    + parts.to_put_right(5478, 10000)
    + parts.missing(7400, 3600, 4478)
    + parts.glossary(2400, 9400)
    + parts.DATA_SOURCE
)

# ---- Sections -------------------------------------------------------------------------------------------------

FIGURES = (
    (
        "Status",
        parts.status_block("measure.quarter_status", "Fact status", "Fact figure"),
        parts.status_block("measure.forecast_status", "Fact status", "Fact figure"),
    ),
    (
        "Target",
        paragraph("Fact figure", "{{ measure.quarter.target }}"),
        paragraph("Fact figure", "{{ measure.forecast.target }}"),
    ),
    (
        '{{ "Actual or forecast" if measure.has_forecast else measure.quarter.actual_label }}',
        paragraph("Fact figure", "{{ measure.quarter.actual }}"),
        paragraph("Fact figure", "{{ measure.forecast.actual }}"),
    ),
)

IN_SECTIONS = (
    tag("for measure in part.measures")
    + parts.heading_within("{{ measure.heading }}", 3)
    + parts.FACTS
    + parts.HEADLINE
    + parts.figures(FIGURES, (2838, 3400, 3400))
    + paragraph("After facts", "Direction of travel: {{ measure.direction }}")
    + tag("if measure.trend")
    + paragraph("Fact", "Results: {{ measure.trend }}")
    + tag("endif", "for remark in measure.remarks")
    + paragraph("Remark", "{{ remark }}")
    + tag("endfor", "for answer in measure.answers")
    + parts.heading_within("{{ answer.label }}", 4)
    + paragraph("Normal", "{{p prose(answer.blocks) }}")
    + tag("endfor", "endfor")
)

SECTIONS = (
    parts.IN_CELLS
    + parts.PROSE
    + parts.TITLE
    + parts.contents("2, 3")
    + parts.PURPOSE
    + parts.WRITTEN
    + parts.summary("17", 3200, 1400)
    + parts.movement(4438, 1900, 1900, 1400)
    + parts.key(2400, 7238)
    + parts.groups("Introduction", IN_SECTIONS, 4138, 1300, 1300, 1150, 1750)
    + parts.to_put_right(3638, 6000)
    + parts.missing(4638, 2500, 2500)
    + parts.glossary(2400, 7238)
    + parts.DATA_SOURCE
)

# ---- A summary on one page ------------------------------------------------------------------------------------

LISTED = (
    tag("if page.groups")
    + paragraph("heading 2", "{{ page.listed }}")
    + tag("for group in page.groups if group.measures")
    + paragraph(
        "Fact",
        run("{{ group.name }}: ", "FactLabel"),
        "{% for measure in group.measures %}{{ measure.label }}{% if not loop.last %}; {% endif %}{% endfor %}",
    )
    + tag("endfor", "endif")
)

SUMMARY = (
    parts.SHORT_TITLE
    + parts.summary("8.3, 2 + 0.7 * chart.categories|length", 3000, 1300, heading=False)
    + tag("if page.movement", "for sentence in page.movement.sentences")
    + paragraph("Space before", "{{ sentence }}")
    + tag("endfor", "endif")
    + LISTED
    + tag("if page.key")
    + paragraph("heading 2", "Key to statuses")
    + paragraph(
        "Fact",
        run("{% for status in page.key %}"),
        run("{{ status.word }}: ", "FactLabel"),
        run("{{ status.meaning }}{% if not loop.last %}; {% endif %}{% endfor %}"),
    )
    + tag("endif")
)

# ---- The package ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Layout:
    """A template: what stands in it, and its page."""

    body: str
    look: Look
    heading: str = "{{ page.heading }}"


LAYOUTS = {
    "report.docx": Layout(COMMITTEE_TABLE, LANDSCAPE),
    "sections.docx": Layout(SECTIONS, PORTRAIT),
    "summary.docx": Layout(SUMMARY, ONE_PAGE, "{{ page.heading }}: summary"),
}


def document(layout: Layout) -> str:
    look = layout.look
    side = ' w:orient="landscape"' if look.width > look.height else ""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        f'<w:pgSz w:w="{look.width}" w:h="{look.height}"{side}/>'
        f'<w:pgMar w:top="{look.top}" w:right="{look.margin}" w:bottom="{look.bottom}" w:left="{look.margin}" '
        'w:header="510" w:footer="425" w:gutter="0"/></w:sectPr>'
    )
    body = layout.body.replace("{{ page.heading }}", layout.heading)
    return f"{HEAD}<w:document {W} {R}><w:body>{body}{section}</w:body></w:document>"


SETTINGS = (
    f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)


def core(heading: str) -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{heading}</dc:title>'
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


def lay_out(layout: Layout) -> bytes:
    """Give a template's bytes."""
    package = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            [
                (f"{OFFICE}/officeDocument", "word/document.xml"),
                (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                (f"{OFFICE}/extended-properties", "docProps/app.xml"),
            ]
        ),
        "word/_rels/document.xml.rels": relationships((f"{OFFICE}/{name}", file_name(name)) for name in MAIN_PARTS),
        "word/document.xml": document(layout),
        "word/styles.xml": styles(layout.look),
        "word/numbering.xml": numbering(),
        "word/settings.xml": SETTINGS,
        "word/header1.xml": f"{HEAD}<w:hdr {W}>{parts.header()}</w:hdr>",
        "word/footer1.xml": f"{HEAD}<w:ftr {W}>{parts.footer()}</w:ftr>",
        "docProps/core.xml": core(layout.heading),
        "docProps/app.xml": APP,
    }
    return write_package({name: text.encode() for name, text in package.items()})


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "templates")
    for name, layout in LAYOUTS.items():
        (folder / name).write_bytes(lay_out(layout))
        print(f"Laid out {folder / name}")
