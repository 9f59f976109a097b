# ruff: noqa: D103 (each function gives the XML that its name says)
"""The parts of a report, as templates/*.docx first lay them out; each layout says how wide its tables are."""

from collections.abc import Sequence

from tools.word_blocks import cell, grid_of, number, paragraph, row, run, table, tag, tag_row

KEEP = "{% keep_with_next not loop.last %}"
"""Stands in the rows of a short table, which should not be cut in two."""

MAY_BREAK = "{% row_may_break measure.longest_answer > longest or measure.length > 1200 %}"
"""Stands in the row of a measure: what its own page is too short for, under its title or in an answer, is parted."""

TOP = (
    paragraph("Council", "{{ page.council }}")
    + paragraph("heading 1", "{{ page.heading }}")
    + tag("if page.months != page.period")
    + paragraph("Months", "{{ page.months }}")
    + tag("endif")
    + tag("if page.draft")
    + paragraph("Draft notice", "{{ page.draft_notice }}")
    + tag("endif", "if page.not_for_publication")
    + paragraph("Notice", "{{ page.not_for_publication }}")
    + tag("endif")
)
INTRODUCTION = tag("if page.introduction") + paragraph("Introduction", "{{ page.introduction }}") + tag("endif")
POINTS = (
    tag("if page.points", "for point in page.points")
    + paragraph("Point", "{{ point }}")
    + tag("endfor", "else")
    + INTRODUCTION
    + tag("endif")
)
TITLE = (
    TOP
    + tag("for fact in page.title_block")
    + paragraph("Fact", run("{{ fact.label }}: ", "FactLabel"), "{{ fact.text }}")
    + tag("endfor")
    + POINTS
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


FACTS = (
    tag("for fact in measure.facts")
    + paragraph("Measure fact", run("{{ fact.label }}: ", "FactLabel"), "{{ fact.text }}")
    + tag("endfor")
)
"""What the register says of a measure."""

SHORT_ANSWERS = (
    tag('for answer in measure.answers|selectattr("is_short") if answer.told')
    + paragraph(
        "Measure fact",
        run("{{ answer.run_in }} ", "FactLabel"),
        "{{ answer.blocks[0].items[0] }}",
    )
    + tag("endfor")
)
"""A day or a choice needs no column, and no heading, of its own."""

LONG = '|rejectattr("is_short")|list'
"""Behind questions or answers: those that take more than a few words."""

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


IN_CELLS = narrative_macro("narrative", "Table text", "Table bullet", "Table number")
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


ANSWER = paragraph("Answer heading", "{{ answer.heading }}") + paragraph(
    "Table text", "{{p narrative(answer.blocks) }}"
)
"""An answer in a cell that has others too."""

WRITTEN = (
    tag("for answer in page.answers")
    + paragraph("heading 2", "{{ answer.label }}")
    + paragraph("Normal", "{{p prose(answer.blocks) }}")
    + tag("endfor")
)
"""What was written about the whole report."""


def about(group: str, level: int, introduction: str) -> str:
    """Lay out what stands under a group's heading: its summary, and what was written about it."""
    return (
        paragraph(f"heading {level}", f"{{{{ {group}.heading }}}}")
        + tag(f"if {group}.summary")
        + paragraph(introduction, f"{{{{ {group}.summary }}}}")
        + tag("endif", f"for answer in {group}.answers")
        + paragraph(f"heading {level + 1}", "{{ answer.label }}")
        + paragraph("Normal", "{{p prose(answer.blocks) }}")
        + tag("endfor")
    )


def heading_within(text: str, level: int) -> str:
    """Lay out a heading that stands a level deeper where there are groups of two levels."""
    return (
        tag("if group.groups")
        + paragraph(f"heading {level + 1}", text)
        + tag("else")
        + paragraph(f"heading {level}", text)
        + tag("endif")
    )


def groups(introduction: str, in_full: str, beside: str, in_brief: Sequence[int], actions: Sequence[int]) -> str:
    """Lay out every group, or those below it: figures side by side, measures in full, in brief, and actions.

    ``in_brief`` and ``actions`` are the widths of the columns of these tables.
    """
    return (
        tag("for group in page.groups")
        + about("group", 2, introduction)
        + tag("if group.groups")
        + follow_up("group", *actions)
        + tag("endif", "for part in group.parts", "if group.groups")
        + about("part", 3, introduction)
        + tag("endif")
        + beside
        + in_full
        + brief(*in_brief)
        + follow_up("part", *actions)
        + tag("endfor", "endfor")
    )


def follow_up(name: str, *widths: int) -> str:
    """Lay out a row for each action of a group and its measures, or of the whole report, the most pressing first."""
    return (
        tag(f"if {name}.follow_up")
        + paragraph("caption", "Actions")
        + _actions(f"Actions: {{{{ {name}.name }}}}", f"{name}.follow_up", *widths)
        + tag("endif")
    )


def follow_up_of_all(*widths: int) -> str:
    """Lay out what became of the actions as a whole, those that stand in no group, and what members recommended."""
    return (
        tag("if page.follow_up")
        + paragraph("heading 2", "{{ page.follow_up.heading }}")
        + tag("for sentence in page.follow_up.sentences")
        + paragraph("Normal", "{{ sentence }}")
        + tag("endfor", "if page.follow_up.actions")
        + paragraph("caption", "Actions for the whole report")
        + _actions("Actions for the whole report", "page.follow_up.actions", *widths)
        + tag("endif", "if page.follow_up.recommended")
        + paragraph("caption", "What members recommended")
        + _actions("What members recommended", "page.follow_up.recommended", *widths)
        + tag("endif", "endif")
    )


def _actions(caption: str, actions: str, *widths: int) -> str:
    return table(
        caption,
        "One row for each: what will be done, by when, how far it is, and what became of it since it was promised.",
        tuple(zip(("Action", "By when", "State", "{% fill_width %}What became of it"), widths, strict=True)),
        f"for action in {actions}",
        (
            paragraph("Measure label", "{{ action.about }}")
            + paragraph("Table text", "{{ action.title }}")
            + tag("if action.part_of")
            + paragraph("Measure fact", run("Part of: ", "FactLabel"), "{{ action.part_of }}")
            + tag("endif", "if action.owner")
            + paragraph("Measure fact", run("By: ", "FactLabel"), "{{ action.owner }}")
            + tag("endif"),
            paragraph("Table text", "{{ action.due }}"),
            paragraph("Table text", "{{ action.state }}"),
            tag("for sentence in action.story") + paragraph("Table text", "{{ sentence }}") + tag("endfor"),
        ),
    )


def side_by_side(first: int, others: int, *, then: str = "") -> str:
    """Lay out a row a measure and a column for each of its figures side by side; these share the page's width.

    ``then`` is the caption of a table that follows at once: without a paragraph between them, Word makes one of two.
    """
    widths = (first, others, others, others)
    titles = (
        cell(first, paragraph("Table heading", "Measure")),
        cell(others, paragraph("Template tag", "{%tc for column in page.columns %}")),
        cell(others, paragraph("Table heading", "{% fill_width %}{{ column }}")),
        cell(others, paragraph("Template tag", "{%tc endfor %}")),
    )
    figures = (
        cell(
            first, paragraph("Measure label", "{{ figures.label }}") + paragraph("Measure title", "{{ figures.title }}")
        ),
        cell(others, paragraph("Template tag", "{%tc for cell in figures.cells %}")),
        cell(
            others,
            paragraph("Table text", "{{ cell.text }}")
            + tag("if cell.status.word")
            + status_cell("cell.status")
            + tag("endif"),
        ),
        cell(others, paragraph("Template tag", "{%tc endfor %}")),
    )
    return (
        tag("if part.side_by_side")
        + paragraph("caption", "Figures side by side")
        + grid_of(
            "Figures side by side: {{ part.name }}",
            "One row for each measure: its figures of several periods, each with its status of the time.",
            widths,
            row(titles, heading=True)
            + tag_row(widths, "for figures in part.side_by_side")
            + row(figures)
            + tag_row(widths, "endfor"),
        )
        + (tag("if part.measures") + paragraph("caption", then) + tag("endif") if then else "")
        + tag("endif")
    )


def brief(*widths: int) -> str:
    """Lay out a row a measure, with what was written of it under its title."""
    names = ("{% fill_width %}Measure", "Target", "Result", "Status", "Direction of travel")
    return (
        tag("if part.brief")
        + paragraph("caption", "{{ page.listed_briefly }}")
        + table(
            "{{ page.listed_briefly }}: {{ part.name }}",
            "One row for each measure: any comment, its figures and its status.",
            tuple(zip(names, widths, strict=True)),
            "for measure in part.brief",
            (
                paragraph("Measure label", "{% row_may_break measure.length > 600 %}{{ measure.label }}")
                + paragraph("Measure title", "{{ measure.title }}")
                + FACTS
                + tag("for answer in measure.answers if answer.answered")
                + ANSWER
                + tag("endfor"),
                paragraph("Result", "{{ measure.quarter.target }}"),
                paragraph("Result", "{{ measure.quarter.actual }}"),
                status_block("measure.quarter_status"),
                paragraph("Table text", "{{ measure.direction }}"),
            ),
        )
        + tag("endif")
    )


def status_cell(name: str, keep: str = "") -> str:
    return paragraph("Status word", f"{keep}{{% cellbg {name}.fill, {name}.ink %}}{{{{ {name}.word }}}}")


def count_tables(first: int, others: int, *, fill: str = "") -> str:
    """Lay out tables of counts; the column of numbers is repeated, and narrowed where there are many."""
    titles = (
        cell(first, paragraph("Table heading", f"{fill}{{{{ page.group_word }}}}")),
        cell(others, paragraph("Template tag", "{%tc for status in breakdown.statuses %}")),
        cell(others, paragraph("Count status", "{% cellbg status.fill, status.ink %}{{ status.word }}")),
        cell(others, paragraph("Template tag", "{%tc endfor %}")),
    )
    numbers = (
        cell(
            first,
            tag("if row.depth")
            + paragraph("Count name below", f"{KEEP}{{{{ row.name }}}}")
            + tag("else")
            + paragraph("Count name", f"{KEEP}{{{{ row.name }}}}")
            + tag("endif"),
        ),
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
        tag("for breakdown in page.breakdowns")
        + paragraph("caption", "{{ breakdown.caption }}")
        + grid_of("{{ breakdown.heading }}", "{{ breakdown.caption }}, by {{ page.group_word_inside }}.", widths, rows)
        + tag("endfor")
    )


def charts(size: str) -> str:
    """Lay out the charts of counts, each of a size."""
    drawn = f"{{% for chart in page.charts %}}{{% chart chart, {size} %}} {{% endfor %}}"
    return tag("if page.charts") + paragraph("Charts", drawn) + tag("endif")


def in_figures(first: int, others: int) -> str:
    """Lay out the same counts as tables."""
    return (
        tag("if page.breakdowns")
        + paragraph("heading 2", "Statuses in figures")
        + count_tables(first, others)
        + tag("endif")
    )


def summary_on_a_page(chart_size: str, first: int, others: int) -> str:
    """The same where that leaves room for more; otherwise one table of what matters most."""
    by_half = "Exceptions for the {{ page.period_word }}", "{{ page.year_end_missed }}"
    titles = ("Measures reported", "Exceptions", *by_half)
    number = [paragraph("Count", f"{{{{ group.counts[{at}] }}}}") for at in range(4)]
    title = [paragraph("Count heading", each) for each in titles]
    widths = (3800, 1300, 1300, 1500, 600, 1500, 600)
    forecast = paragraph("Template tag", "{%tc if page.has_forecast %}"), paragraph("Template tag", "{%tc endif %}")

    def with_tags(first_cell: str, cells: list[str], *, heading: bool = False) -> str:
        return row(map(cell, widths, (first_cell, *cells[:3], forecast[0], cells[3], forecast[1])), heading=heading)

    return (
        tag("if page.breakdowns and not page.counted_by_status")
        + grid_of(
            "Summary",
            "How many measures are reported and are exceptions, by {{ page.group_word_inside }}.",
            widths,
            with_tags(paragraph("Table heading", "{% fill_width %}{{ page.group_word }}"), title, heading=True)
            + tag_row(widths, "for group in page.in_short")
            + with_tags(paragraph("Table text", f"{KEEP}{{{{ group.name }}}}"), number)
            + tag_row(widths, "endfor"),
        )
        + tag("else")
        + charts(chart_size)
        + count_tables(first, others, fill="{% fill_width %}")
        + tag("endif")
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
            "The measures whose {{ page.period_adjective|lower }} status changed.",
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


def key(first: int, second: int) -> str:
    """Lay out the key with a column a status where there is room for 2.6 cm each, and otherwise a row a status."""
    column = (first + second) // 6
    widths = (600, column, 600)
    loop = paragraph("Template tag", "{%tc for status in page.key %}"), paragraph("Template tag", "{%tc endfor %}")
    names, meanings = (
        (loop[0], each, loop[1])
        for each in (
            paragraph("Table heading", "{% fill_width %}{% cellbg status.fill, status.ink %}{{ status.word }}"),
            paragraph("Table text", "{{ status.meaning }}"),
        )
    )
    described = ("Key to statuses", "What each status means.")
    return (
        tag("if page.key")
        + paragraph("heading 2", "Key to statuses")
        + tag("if 2.6 * page.key|length <= text_width")
        + grid_of(*described, widths, row(map(cell, widths, names), heading=True) + row(map(cell, widths, meanings)))
        + tag("else")
        + table(
            *described,
            tuple(zip(("Status", "Meaning"), (first, second), strict=True)),
            "for status in page.key",
            (
                status_cell("status", KEEP),
                paragraph("Table text", "{{ status.meaning }}"),
            ),
        )
        + tag("endif", "endif")
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
            tuple(zip(("Measure", "{{ page.group_word }}", "Why"), widths, strict=True)),
            "for each in page.missing",
            (
                paragraph("Measure label", "{{ each.label }}") + paragraph("Measure title", "{{ each.title }}"),
                paragraph("Table text", "{{ each.group }}"),
                paragraph("Table text", "{{ each.why }}"),
            ),
        )
        + tag("endif")
    )


GLOSSARY = (
    tag("if page.glossary")
    + paragraph("heading 2", "Glossary")
    + paragraph(
        "Terms",
        "{% for each in page.glossary %}",
        run("{{ each.term }}: ", "FactLabel"),
        "{{ each.meaning }}{% if not loop.last %}; {% endif %}{% endfor %}",
    )
    + tag("endif")
)


RESULTS = "{{ measure.line.title if measure.line else measure.trend }}"
"""A measure's results where there is little room: where they are drawn elsewhere, what they show."""


def results_over_time(*widths: int) -> str:
    """Lay out the annex: a row a measure, its results drawn and, beside that, in words."""
    chart = widths[1] / sum(widths)
    headings = (f"{{% fill_width {width / 567:.1f} %}}{name}" for name, width in zip(_ANNEX, widths, strict=True))
    return (
        tag("if page.over_time")
        + paragraph("heading 2", "Results over time")
        + table(
            "Results over time",
            "One row for each measure: its results drawn as a line, and the same figures in words.",
            tuple(zip(headings, widths, strict=True)),
            "for measure in page.over_time",
            (
                paragraph("Measure label", "{{ measure.label }}") + paragraph("Measure title", "{{ measure.title }}"),
                paragraph("Answer heading", "{{ measure.line.title }}")
                + paragraph("Line chart", f"{{% chart measure.line, {chart:.3f} * text_width - 0.4, 2.6 %}}"),
                paragraph("In words", "{{ measure.line.told }}"),
            ),
        )
        + tag("endif")
    )


_ANNEX = (
    "Measure",
    '{{ "Results, target and forecast" if page.draws_forecast else "Results and target" }}',
    "In words",
)

LINE = (
    tag("if measure.line")
    + heading_within("{{ measure.line.title }}", 4)
    + paragraph("Line chart", "{% chart measure.line, text_width %}")
    + paragraph("In words", "{{ measure.line.told }}")
    + tag("endif")
)
"""A measure's results drawn, under a heading that says what they show, and the same figures in words."""


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
    return paragraph("header", marking, tab, *mark, "{{ page.heading }}")


def footer() -> str:
    tab = "<w:r><w:tab/></w:r>"
    pages = ("Page ", number("PAGE"), " of ", number("NUMPAGES"))
    return paragraph("footer", "{{ page.council }}", tab, *pages)


def figures(*widths: int) -> str:
    """Lay out a measure's small table: a row for the quarter, and one for the year end where there is a forecast."""

    def half(name: str) -> str:
        status = f"measure.{name}_status"
        contents = (
            paragraph("Fact heading", f"{{{{ measure.{name}.name }}}}"),
            paragraph(
                "Fact status",
                f"{{% cellbg {status}.fill, {status}.ink %}}{{{{ {status}.word }}}}"
                f"{{% if {status}.note %}} ({{{{ {status}.note }}}}){{% endif %}}",
            ),
            paragraph("Fact figure", f"{{{{ measure.{name}.target }}}}"),
            paragraph("Fact figure", f"{{{{ measure.{name}.actual }}}}"),
        )
        return row(map(cell, widths, contents))

    or_forecast = '{{ " or " ~ measure.forecast.actual_label|lower if measure.has_forecast else "" }}'
    result = f"{{{{ measure.quarter.actual_label }}}}{or_forecast}"
    titles = (paragraph("Table heading", each) for each in ("Figures", "Status", "Target", result))
    return grid_of(
        "{{ measure.label }}: figures",
        "Status, target and result of the measure, for the "
        "{{ page.period_word ~ (' and for the year end' if measure.has_forecast else '') }}.",
        widths,
        row(map(cell, widths, titles), heading=True)
        + half("quarter")
        + tag_row(widths, "if measure.has_forecast")
        + half("forecast")
        + tag_row(widths, "endif"),
    )
