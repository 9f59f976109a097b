# ruff: noqa: D103 (each function gives the XML that its name says)
"""The parts of a report, as templates/*.docx first lay them out; each layout says how wide its tables are."""

from collections.abc import Sequence

from tools.word_blocks import cell, grid_of, number, paragraph, row, run, table, tag, tag_row

KEEP = "{% keep_with_next not loop.last %}"
"""Stands in the rows of a short table, which should not be cut in two."""

MARKING = tag("if page.marking") + paragraph("Marking", "{{ page.marking }}") + tag("endif")
TOP = (
    paragraph("Council", "{{ page.council }}")
    + paragraph("heading 1", "{{ page.heading }}")
    + paragraph("Months", "{{ page.months }}")
    + tag("if page.draft")
    + paragraph("Draft notice", "{{ page.draft_notice }}")
    + tag("endif", "if page.not_for_publication")
    + paragraph("Notice", "{{ page.not_for_publication }}")
    + tag("endif")
)
INTRODUCTION = tag("if page.introduction") + paragraph("Introduction", "{{ page.introduction }}") + tag("endif")
TITLE = (
    MARKING
    + TOP
    + tag("for fact in page.title_block")
    + paragraph("Fact", run("{{ fact.label }}: ", "FactLabel"), "{{ fact.text }}")
    + tag("endfor")
    + INTRODUCTION
)
SHORT_TITLE = (
    TOP
    + tag("if page.title_block")
    + paragraph(
        "Fact",
        run("{% for fact in page.title_block %}"),
        run("{{ fact.label }}: ", "FactLabel"),
        run("{{ fact.text }}{% if not loop.last %}; {% endif %}{% endfor %}"),
    )
    + tag("endif")
    + INTRODUCTION
)


def directorate(style: str) -> str:
    return (
        paragraph("heading 2", "{{ directorate.heading }}")
        + tag("if directorate.summary")
        + paragraph(style, "{{ directorate.summary }}")
        + tag("endif")
    )


HEADLINE = tag("if measure.headline") + paragraph("Headline", "{{ measure.headline }}") + tag("endif")


def contents(levels: str) -> str:
    return (
        tag("if page.contents")
        + paragraph("heading 2", "Contents")
        + paragraph("Template tag", f"{{% contents {levels} %}}")
        + tag("endif")
    )


def narrative_macro(name: str, plain: str, bullet: str, numbered: str) -> str:
    """Lay out a macro that prints paragraphs and lists in the styles given."""
    return (
        tag(f"macro {name}(blocks)", "for block in blocks", 'if block.form == "bullets"', "for item in block.items")
        + paragraph(bullet, "{{ item }}")
        + tag("endfor", 'elif block.form == "numbers"', "for item in block.items")
        + paragraph(numbered, "{% restart_list loop.first %}{{ item }}")
        + tag("endfor", "else", "for item in block.items")
        + paragraph(plain, "{{ item }}")
        + tag("endfor", "endif", "endfor", "endmacro")
    )


PROSE = narrative_macro("prose", "Normal", "List Bullet", "List Number")

PURPOSE = (
    tag("if page.purpose")
    + paragraph("heading 2", "Purpose")
    + paragraph("Normal", "{{p prose(page.purpose) }}")
    + tag("endif", "if page.recommendations")
    + paragraph("heading 2", "Recommendations")
    + tag("for recommendation in page.recommendations")
    + paragraph("List Number", "{% restart_list loop.first %}{{ recommendation }}")
    + tag("endfor", "endif")
)


def status_cell(name: str, keep: str = "") -> str:
    return paragraph("Status word", f"{keep}{{% cellbg {name}.fill, {name}.ink %}}{{{{ {name}.word }}}}")


def summary(chart_size: str, first: int, others: int, *, heading: bool = True) -> str:
    """Lay out charts and tables of counts; the column of numbers is repeated, and narrowed where there are many."""
    titles = (
        cell(first, paragraph("Table heading", "Directorate")),
        cell(others, paragraph("Template tag", "{%tc for status in breakdown.statuses %}")),
        cell(others, paragraph("Count status", "{% cellbg status.fill, status.ink %}{{ status.word }}")),
        cell(others, paragraph("Template tag", "{%tc endfor %}")),
    )
    numbers = (
        cell(first, paragraph("Table text", f"{KEEP}{{{{ row.name }}}}")),
        cell(others, paragraph("Template tag", "{%tc for number in row.numbers %}")),
        cell(others, paragraph("Count", "{{ number }}")),
        cell(others, paragraph("Template tag", "{%tc endfor %}")),
    )
    widths = (first, others, others, others)
    rows = (
        row(titles, heading=True)
        + tag_row(widths, "for row in breakdown.rows")
        + row(numbers)
        + tag_row(widths, "endfor")
    )
    return (
        tag("if page.charts or page.breakdowns")
        + (paragraph("heading 2", "Summary") if heading else "")
        + tag("if page.charts")
        + paragraph("Charts", f"{{% for chart in page.charts %}}{{% chart chart, {chart_size} %}} {{% endfor %}}")
        + tag("endif", "for breakdown in page.breakdowns")
        + paragraph("caption", "{{ breakdown.caption }}")
        + grid_of("{{ breakdown.heading }}", "{{ breakdown.caption }}, by directorate.", widths, rows)
        + tag("endfor", "endif")
    )


def movement(*widths: int) -> str:
    return (
        tag("if page.movement")
        + paragraph("heading 2", "{{ page.movement.heading }}")
        + tag("for sentence in page.movement.sentences")
        + paragraph("Normal", "{{ sentence }}")
        + tag("endfor", "if page.movement.moves")
        + table(
            "{{ page.movement.heading }}",
            "The measures whose quarterly status changed.",
            tuple(
                zip(("Measure", "{{ page.movement.since }}", "{{ page.movement.now }}", "Change"), widths, strict=True)
            ),
            "for move in page.movement.moves",
            (
                paragraph("Measure label", "{{ move.label }}") + paragraph("Measure title", "{{ move.title }}"),
                status_cell("move.before"),
                status_cell("move.now"),
                paragraph("Table text", "{{ move.change }}"),
            ),
        )
        + tag("endif", "endif")
    )


def key(*widths: int) -> str:
    return (
        tag("if page.key")
        + paragraph("heading 2", "Key to statuses")
        + table(
            "Key to statuses",
            "What each status means.",
            tuple(zip(("Status", "Meaning"), widths, strict=True)),
            "for status in page.key",
            (
                status_cell("status", KEEP),
                paragraph("Table text", "{{ status.meaning }}"),
            ),
        )
        + tag("endif")
    )


def to_put_right(*widths: int) -> str:
    return (
        tag("if page.to_put_right")
        + paragraph("heading 2", "To be put right before this is published")
        + table(
            "To be put right before this is published",
            "Errors in the returns, each where it stands.",
            tuple(zip(("Where", "What"), widths, strict=True)),
            "for each in page.to_put_right",
            (paragraph("Table text", "{{ each.where }}"), paragraph("Table text", "{{ each.what }}")),
        )
        + tag("endif")
    )


def missing(*widths: int) -> str:
    return (
        tag("if page.missing")
        + paragraph("heading 2", "Measures not in this report")
        + paragraph("Table introduction", "{{ page.missing_introduction }}")
        + table(
            "Measures not in this report",
            "{{ page.missing_introduction }}",
            tuple(zip(("Measure", "Directorate", "Why"), widths, strict=True)),
            "for each in page.missing",
            (
                paragraph("Measure label", "{{ each.label }}") + paragraph("Measure title", "{{ each.title }}"),
                paragraph("Table text", "{{ each.directorate }}"),
                paragraph("Table text", "{{ each.why }}"),
            ),
        )
        + tag("endif")
    )


def glossary(*widths: int) -> str:
    return (
        tag("if page.glossary")
        + paragraph("heading 2", "Glossary")
        + table(
            "Glossary",
            "The acronyms in this report.",
            tuple(zip(("Term", "Meaning"), widths, strict=True)),
            "for each in page.glossary",
            (paragraph("Measure label", "{{ each.term }}"), paragraph("Table text", "{{ each.meaning }}")),
        )
        + tag("endif")
    )


DATA_SOURCE = tag("if page.data_source") + paragraph("Data source", "{{ page.data_source }}") + tag("endif")


def status_block(name: str, block: str = "Status block", note: str = "Status note") -> str:
    return (
        paragraph(block, f"{{% parabg {name}.fill, {name}.ink %}}{{{{ {name}.word }}}}")
        + tag(f"if {name}.note")
        + paragraph(note, f"{{{{ {name}.note }}}}")
        + tag("endif")
    )


def header() -> str:
    tab = "<w:r><w:tab/></w:r>"
    mark = (run("{% if page.draft %}"), run("DRAFT: ", "DraftMark"), run("{% endif %}"))
    marking = run("{{ page.marking }}", "FactLabel")
    return paragraph("header", marking, tab, tab, *mark, "{{ page.heading }}")


def footer() -> str:
    tab = "<w:r><w:tab/></w:r>"
    pages = ("Page ", number("PAGE"), " of ", number("NUMPAGES"))
    first = paragraph("footer", "{{ page.council }}", tab, tab, *pages)
    return first + tag("if page.data_source") + paragraph("Second footer", "{{ page.data_source }}") + tag("endif")


def facts(rows: Sequence[tuple[str, str, str]], widths: Sequence[int]) -> str:
    """Lay out a measure's small table: what, for the quarter and for the year end."""
    titles = ("Figures", "Quarter", "Forecast year end")
    heading = row((cell(w, paragraph("Table heading", t)) for w, t in zip(widths, titles, strict=True)), heading=True)
    label, *_ = widths
    body = "".join(
        row(
            (
                cell(label, paragraph("Fact heading", name)),
                *(cell(w, text) for w, text in zip(widths[1:], texts, strict=True)),
            )
        )
        for name, *texts in rows
    )
    return grid_of(
        "{{ measure.label }}: figures",
        "Status, target and result of the measure, for the quarter and for the year end.",
        widths,
        heading + body,
    )
