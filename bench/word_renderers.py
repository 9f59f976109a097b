"""The renderers that bench/word.py compares: NAME DATA OUTPUT DOCXTPL_TEMPLATE."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from bench.bare import filled
from bench.bare_template import NARRATIVES, WIDTHS, bare_template
from generator.commentary.blocks import Block, Form
from generator.report.page.examples import FULL
from generator.report.page.views import MeasureView, PageView
from tools.word_blocks import cell, grid_of, paragraph, row, tag, tag_row
from tools.word_styles import LANDSCAPE
from tools.word_template import Layout, lay_out

Row = dict[str, Any]


def groups(data: str) -> list[tuple[str, list[Row]]]:
    """Read the measures, by directorate."""
    read = json.loads(Path(data).read_bytes())
    return [(name, list(each)) for name, each in groupby(read, key=lambda row: str(row["directorate"]))]


def page_of(data: str) -> PageView:
    """Make the page that a report of these measures is: both of ours render it."""
    ((specimen,),) = (each.measures for each in FULL.directorates)
    (group,) = FULL.groups
    plain = replace(group, summary="", answers=(), brief=(), others=(), side_by_side=(), follow_up=(), groups=())
    made = (
        replace(plain, anchor=name, name=name, heading=name, measures=tuple(measure_of(row, specimen) for row in rows))
        for name, rows in groups(data)
    )
    return replace(FULL, groups=tuple(made))


def measure_of(row: Row, like: MeasureView) -> MeasureView:
    """Make a measure of a row, like another in all that a row does not say."""
    told = {name: tuple(Block(Form.PARAGRAPH, (line["text"],)) for line in row[name]) for name in NARRATIVES}
    answers = tuple(replace(each, blocks=told[each.key]) for each in like.answers)
    return replace(like, label=row["label"], title=row["title"], answers=answers, line=None)


def ours(data: str) -> bytes:
    """Render templates/report.docx."""
    from generator.documents.word import render_word, word_template

    template = word_template(Path("templates/report.docx").read_bytes(), "report.docx")
    return render_word(template, page_of(data))


def row_of(mark: Callable[[str], str], told: Callable[[str], str], *, shade: bool) -> str:
    """Lay out a measure's row as templates/report.docx does; ``mark`` writes a field in a renderer's own way."""
    status = paragraph("Status block", f"{{% cellbg {mark('fill')} %}}" if shade else "", mark("word"))
    first = "".join(
        paragraph(style, mark(name))
        for style, name in (("Measure label", "label"), ("Measure title", "title"), ("Remark", "remark"))
    )
    figures = "".join(paragraph("Performance figure", mark(f"figure{number}")) for number in range(10))
    cells = (first, status, status, figures, *(told(name) for name in NARRATIVES))
    return row(cell(width, each) for width, each in zip(WIDTHS, cells, strict=True))


def bare(data: str) -> bytes:
    """Render the same rows with Jinja2 alone over a hand-made document.xml, and zip it: the practical limit."""
    return filled(bare_template(), page_of(data))


def docxtpl(data: str, template: str) -> bytes:
    """Render with docxtpl, with autoescape."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(template)
    context = {"page": {}, "groups": [{"name": name, "measures": rows} for name, rows in groups(data)]}
    document.render(context, autoescape=True)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def docxtpl_template() -> bytes:
    """Lay out the same cells with docxtpl's tags."""
    measure = row_of(
        lambda name: f"{{{{ m.{name} }}}}".replace("{{ m.fill }}", "m.fill"),
        lambda name: tag(f"for line in m.{name}") + paragraph("Table text", "{{ line.text }}") + tag("endfor"),
        shade=True,
    )
    rows = tag_row(WIDTHS, "for m in g.measures") + measure + tag_row(WIDTHS, "endfor")
    body = tag("for g in groups") + paragraph("heading 2", "{{ g.name }}") + grid_of("", "", WIDTHS, rows)
    return lay_out(Layout(body + tag("endfor"), LANDSCAPE, "Report"))


def carbone_template() -> bytes:
    """Lay out the same cells with carbone's marks; it cannot colour them."""

    def measure(mark: str) -> str:
        at = f"d.groups[i].measures[{mark}]"
        return row_of(
            lambda name: f"{{{at}.{name}}}",
            lambda name: "".join(paragraph("Table text", f"{{{at}.{name}[{each}].text}}") for each in ("i", "i+1")),
            shade=False,
        )

    body = (
        paragraph("heading 2", "{d.groups[i].name}")
        + grid_of("", "", WIDTHS, measure("i") + measure("i+1"))
        + paragraph("heading 2", "{d.groups[i+1].name}")
    )
    return lay_out(Layout(body, LANDSCAPE, "Report"))


if __name__ == "__main__":
    name, data, output, template = sys.argv[1:]
    made = {"ours": lambda: ours(data), "bare": lambda: bare(data), "docxtpl": lambda: docxtpl(data, template)}[name]()
    Path(output).write_bytes(made)
