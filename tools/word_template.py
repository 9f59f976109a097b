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
from tools.word_styles import BAND, HEAD, LANDSCAPE, LANDSCAPE_ROWS, ONE_PAGE, PORTRAIT, Look, W, numbering, styles

R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# ---- The committee's table ------------------------------------------------------------------------------------

IN_COLUMNS = tag(
    f"set in_columns = 11.4 + 3.8 * page.questions{parts.LONG}|length <= text_width",
    "set longest = 200 if not in_columns else 620",
)
"""Whether each answer has a column: figures take 11.4 cm, and an answer cannot be read in less than 3.8 cm; and how
many characters the longest answer of a row may have that is not to break: two fifths of a page."""

SHARE = "{% fill_width 4.18 if loop.last and loop.length > 2 else 5.4 %}"
COLUMNS = (
    2700,
    1080,
    *(600, 1080, 600),  # of the forecast, between its tags
    1900,
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
        column_tag("endfor", f"elif page.questions{parts.LONG}"),
        *(answers, column_tag("endif")),
    )
    return "".join(map(cell, COLUMNS, with_tags))


HEADINGS = cells_of(
    f"question in page.questions{parts.LONG}",
    paragraph("Table heading", "Measure Details"),
    paragraph("Table heading", "{{ page.period_adjective }} Target Status"),
    paragraph("Table heading", "{{ page.year_end_status }}"),
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
    f"answer in measure.answers{parts.LONG}",
    paragraph("Measure label", f"{parts.MAY_BREAK}{{{{ measure.label }}}}")
    + paragraph("Measure title", "{{ measure.title }}")
    + tag("if measure.trend")
    + paragraph("Measure fact", run("Results: ", "FactLabel"), parts.RESULTS)
    + tag("endif")
    + parts.FACTS
    + parts.SHORT_ANSWERS
    + tag("for remark in measure.remarks")
    + paragraph("Remark", "{{ remark }}")
    + tag("endfor"),
    parts.status_block("measure.quarter_status"),
    tag("if measure.has_forecast")
    + parts.status_block("measure.forecast_status")
    + tag("else")
    + paragraph("Table text", "{{ measure.no_year_end }}")
    + tag("endif"),
    half("measure.quarter")
    + tag("if measure.has_forecast")
    + half("measure.forecast")
    + tag("endif")
    + paragraph("Performance figure last", run("Direction of travel: ", "FactLabel"), "{{ measure.direction }}"),
    paragraph("Table text", "{{p narrative(answer.blocks) }}"),
    tag(f"for answer in measure.answers{parts.LONG} if answer.told or loop.first") + parts.ANSWER + tag("endfor"),
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


ACTIONS_LANDSCAPE, ACTIONS_PORTRAIT = (5600, 1800, 2000, 6078), (3600, 1400, 1400, 3238)
"""The columns of a table of actions: what, by when, how far it is, and its story."""


def on_landscape_pages(how: str, in_full: str) -> str:
    """Lay out a report whose measures stand in tables; ``how`` sets what the tables of measures in full go by."""
    return (
        parts.IN_CELLS
        + parts.PROSE
        + how
        + parts.TITLE
        + parts.charts("13.4, 1.9 + 0.8 * chart.categories|length")
        + parts.movement(8000, 2400, 2400, 2000)
        + parts.key(2400, 9400)
        + parts.contents("2, 3")
        + parts.PURPOSE
        + parts.WRITTEN
        + parts.follow_up_of_all(*ACTIONS_LANDSCAPE)
        + parts.DATA_SOURCE
        + parts.groups(
            "Table introduction",
            in_full,
            parts.side_by_side(3600, 900, then="Measure by measure"),
            (4000, 1500, 1700, 1240, 1700),
            ACTIONS_LANDSCAPE,
        )
        + parts.to_put_right(5478, 10000)
        + parts.missing(7400, 3600, 4478)
        + parts.in_figures(4000, 1500)
        + parts.GLOSSARY
        + parts.results_over_time(3300, 7700, 4478)
    )


COMMITTEE_TABLE = on_landscape_pages(IN_COLUMNS, IN_A_TABLE)

# ---- Two rows a measure ---------------------------------------------------------------------------------------

IN_ROWS = tag(
    "set columns = 3 if page.has_forecast else 2",
    f"set asked = page.questions{parts.LONG}|length",
    "set in_rows = asked >= columns",
    "set longest = 400 * columns // asked if in_rows else 200",
)
"""Whether answers fill a row of their own, under the figures; and how many characters the longest of a row may have
that is not to break. Fewer answers than columns stand under the measure's title, in a wider column."""

KEPT = "{% keep_with_next in_rows %}"
TWO_ROWS = (5900, 5078, 600, 4500, 600)
"""The measure, the quarter and the forecast, the last between its tags. Every row is cut at these places."""


def two_rows(measure: str, quarter: str, forecast: str, fill: str = "") -> str:
    cells = (measure, quarter, column_tag("if page.has_forecast"), forecast, column_tag("endif"))
    return "".join(cell(width, content, fill=fill) for width, content in zip(TWO_ROWS, cells, strict=True))


def column_heading(text: str, place: int, in_rows: float, otherwise: float) -> str:
    named = (
        f"{{% if in_rows %}}{{% for question in (page.questions{parts.LONG}|slice(columns)|list)[{place}] %}}; "
        "{{ question.heading }}{% endfor %}{% endif %}"
    )
    return paragraph("Table heading", f"{{% fill_width {in_rows} if in_rows else {otherwise} %}}{text}", named)


def figures_in_lines(name: str, label: str) -> str:
    status = f"measure.{name}_status"
    return paragraph(
        "Status line",
        f"{KEPT}{{% parabg {status}.fill, {status}.ink %}}{label}: {{{{ {status}.word }}}}"
        f"{{% if {status}.note %}} ({{{{ {status}.note }}}}){{% endif %}}",
    ) + paragraph(
        "Table text",
        f"{KEPT}Target: {{{{ measure.{name}.target }}}}; "
        f"{{{{ measure.{name}.actual_label }}}}: {{{{ measure.{name}.actual }}}}",
    )


RUN_IN = (
    tag('set opens = answer.blocks[0].form == "paragraph"')
    + paragraph(
        "Table text",
        parts.MAY_BREAK,
        run("{{ answer.run_in }} ", "FactLabel"),
        '{{ answer.blocks[0].items[0] if opens else "" }}',
    )
    + paragraph("Table text", "{{p narrative(answer.blocks[1:] if opens else answer.blocks) }}")
)
"""An answer whose heading stands at the start of its first line."""

FIGURES_ROW = two_rows(
    paragraph("Measure label", f"{KEPT}{{{{ measure.label }}}}")
    + paragraph("Measure title", f"{KEPT}{{{{ measure.title }}}}")
    + tag("for fact in measure.facts")
    + paragraph("Measure fact", KEPT, run("{{ fact.label }}: ", "FactLabel"), "{{ fact.text }}")
    + tag("endfor", 'for answer in measure.answers|selectattr("is_short") if answer.told')
    + paragraph("Measure fact", KEPT, run("{{ answer.run_in }} ", "FactLabel"), "{{ answer.blocks[0].items[0] }}")
    + tag("endfor", "if not in_rows", f"for answer in measure.answers{parts.LONG} if answer.told")
    + RUN_IN
    + tag("endfor", "endif"),
    figures_in_lines("quarter", "{{ measure.quarter.name }}")
    + paragraph("Table text", f"{KEPT}Direction of travel: {{{{ measure.direction }}}}")
    + tag("if measure.trend")
    + paragraph("Table text", f"{KEPT}Results: {parts.RESULTS}")
    + tag("endif"),
    tag("if measure.has_forecast")
    + figures_in_lines("forecast", "Year end")
    + tag("else")
    + paragraph("Table text", f"{KEPT}{{{{ measure.no_year_end }}}}")
    + tag("endif"),
    fill=BAND,
)
ANSWERS_ROW = "".join(
    map(
        cell,
        TWO_ROWS,
        (
            column_tag(f"for some in measure.answers{parts.LONG}|slice(columns)"),
            tag("for answer in some") + RUN_IN + tag("endfor"),
            column_tag("endfor"),
            column_tag("if not in_rows"),  # as many cells as in the other rows, and nothing in these
            column_tag("endif"),
        ),
    )
)

IN_TWO_ROWS = (
    tag("if part.measures")
    + grid_of(
        "{{ part.heading }}",
        "{{ 'Two rows' if in_rows else 'One row' }} for each {{ page.each_listed }}: "
        "its statuses and figures, and its commentary.",
        TWO_ROWS,
        row(
            [
                two_rows(
                    column_heading("Measure Details", 0, 5.9, 8.4),
                    column_heading("{{ page.period_adjective }} Target Status and Performance", 1, 5.08, 3.6),
                    column_heading("{{ page.year_end_status }} and Performance", 2, 4.5, 3.4),
                )
            ],
            heading=True,
        )
        + tag_row(TWO_ROWS, "for measure in part.measures")
        + row([FIGURES_ROW])
        + tag_row(TWO_ROWS, "if in_rows")
        + row([ANSWERS_ROW])
        + tag_row(TWO_ROWS, "endif")
        + tag_row(TWO_ROWS, "endfor"),
    )
    + tag("for note in part.notes")
    + paragraph("Note", parts.KEEP, run("{{ note.label }}: ", "FactLabel"), "{{ note.text }}")
    + tag("endfor", "endif")
)

COMPACT = on_landscape_pages(IN_ROWS, IN_TWO_ROWS)

# ---- Sections -------------------------------------------------------------------------------------------------

IN_SECTIONS = (
    tag("for measure in part.measures")
    + parts.heading_within("{{ measure.heading }}", 3)
    + parts.FACTS
    + parts.SHORT_ANSWERS
    + parts.HEADLINE
    + paragraph(
        "Before figures",
        "Direction of travel: {{ measure.direction }}."
        "{% if measure.trend and not measure.line %} Results: {{ measure.trend }}.{% endif %}"
        "{% for remark in measure.remarks %} {{ remark }}{% endfor %}",
    )
    + parts.figures(2300, 2500, 2419, 2419)
    + parts.LINE
    + tag(f"for answer in measure.answers{parts.LONG} if answer.told")
    + parts.heading_within("{{ answer.label }}", 4)
    + paragraph("Normal", "{{p prose(answer.blocks) }}")
    + tag("endfor", "endfor")
)

SECTIONS = (
    parts.IN_CELLS
    + parts.PROSE
    + parts.TITLE
    + parts.charts("17, 1.9 + 0.75 * chart.categories|length")
    + parts.movement(4438, 1900, 1900, 1400)
    + parts.key(2400, 7238)
    + parts.contents("2, 3")
    + parts.PURPOSE
    + parts.WRITTEN
    + parts.follow_up_of_all(*ACTIONS_PORTRAIT)
    + parts.DATA_SOURCE
    + parts.groups(
        "Introduction", IN_SECTIONS, parts.side_by_side(2600, 800), (3838, 1300, 1300, 1450, 1750), ACTIONS_PORTRAIT
    )
    + parts.to_put_right(3638, 6000)
    + parts.missing(4638, 2500, 2500)
    + parts.in_figures(3200, 1400)
    + parts.GLOSSARY
)

# ---- A summary on one page ------------------------------------------------------------------------------------

LISTED = (
    tag("if page.in_short")
    + paragraph("heading 2", "{{ page.listed }}")
    + tag("for group in page.in_short if group.text")
    + paragraph("Fact", run("{{ group.name }}: ", "FactLabel"), "{{ group.text }}")
    + tag("endfor", "endif")
)

SUMMARY = (
    parts.SHORT_TITLE
    + parts.summary_on_a_page("8.3, 2 + 0.7 * chart.categories|length", 2700, 1150)
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
    "compact.docx": Layout(COMPACT, LANDSCAPE_ROWS),
    "sections.docx": Layout(SECTIONS, PORTRAIT),
    "summary.docx": Layout(SUMMARY, ONE_PAGE, "{{ page.heading }}: summary"),
}


def document(layout: Layout) -> str:
    look = layout.look
    side = ' w:orient="landscape"' if look.is_landscape else ""
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
