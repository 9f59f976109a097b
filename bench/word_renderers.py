"""The renderers that bench/word.py compares: NAME DATA OUTPUT DOCXTPL_TEMPLATE."""

import io
import json
import sys
import zipfile
from collections.abc import Callable
from dataclasses import fields, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from generator.narrative import Block, Form
from generator.page import DirectorateView, MeasureView, PageView
from generator.specimen import FULL
from tools.word_blocks import cell, grid_of, paragraph, row, tag, tag_row
from tools.word_styles import LANDSCAPE
from tools.word_template import Layout, lay_out

Row = dict[str, Any]

NARRATIVES = ("context", "actions", "intervention")


def groups(data: str) -> list[tuple[str, list[Row]]]:
    """Read the measures, by directorate."""
    read = json.loads(Path(data).read_bytes())
    return [(name, list(each)) for name, each in groupby(read, key=lambda row: str(row["directorate"]))]


def page_of(data: str) -> PageView:
    """Make the page that a report of these measures is: both of ours render it."""
    ((specimen,),) = (each.measures for each in FULL.directorates)
    like = {each.name: getattr(specimen, each.name) for each in fields(specimen)}
    directorates = (
        DirectorateView(
            anchor=name, name=name, heading=name, summary="", measures=tuple(measure_of(row, like) for row in rows)
        )
        for name, rows in groups(data)
    )
    return replace(FULL, directorates=tuple(directorates))


def measure_of(row: Row, like: dict[str, Any]) -> MeasureView:
    told = {name: tuple(Block(Form.PARAGRAPH, (line["text"],)) for line in row[name]) for name in NARRATIVES}
    return MeasureView(**{**like, "label": row["label"], "title": row["title"], **told})


def ours(data: str) -> bytes:
    """Render templates/report.docx."""
    from generator.render.word import render_word, word_template

    template = word_template(Path("templates/report.docx").read_bytes(), "report.docx")
    return render_word(template, page_of(data))


WIDTHS = (2100, 1180, 1180, 2060, 3380, 3200, 2378)


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


TOLD = """{% for block in measure.NAME %}{% if block.form == "bullets" %}{% for item in block.items %}BULLET{% endfor %}
{%- elif block.form == "numbers" %}{% for item in block.items %}NUMBER{% endfor %}
{%- else %}{% for item in block.items %}PLAIN{% endfor %}{% endif %}{% endfor %}"""
FIELDS = (
    *("measure.quarter.heading", "measure.quarter.target", "measure.quarter.actual"),
    *("measure.forecast.heading", "measure.forecast.target", "measure.forecast.actual"),
    *("measure.quarter.actual_label", "measure.direction", "measure.forecast.actual_label", "measure.trend"),
)


def bare_template() -> str:
    """Write the document by hand, as Jinja2 reads it."""
    styles = {"BULLET": "Table bullet", "NUMBER": "Table number", "PLAIN": "Table text"}

    def told(name: str) -> str:
        text = TOLD.replace("NAME", name)
        for word, style in styles.items():
            text = text.replace(word, paragraph(style, "{{ item }}"))
        return text

    status = "".join(
        paragraph("Status block", f"{{{{ measure.{half}_status.word }}}}").replace(
            "</w:pPr>", f'<w:shd w:val="clear" w:color="auto" w:fill="{{{{ measure.{half}_status.fill }}}}"/></w:pPr>'
        )
        for half in ("quarter", "forecast")
    )
    first = paragraph("Measure label", "{{ measure.label }}") + paragraph("Measure title", "{{ measure.title }}")
    remarks = f"{{% for each in measure.remarks %}}{paragraph('Remark', '{{ each }}')}{{% endfor %}}"
    figures = "".join(paragraph("Performance figure", f"{{{{ {name} }}}}") for name in FIELDS)
    cells = (first + remarks, status, figures, *map(told, NARRATIVES))
    rows = row(cell(width, each) for width, each in zip(WIDTHS, cells, strict=False))
    return (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        f"{{% for directorate in page.directorates %}}{paragraph('heading 2', '{{ directorate.heading }}')}<w:tbl>"
        f"{{% for measure in directorate.measures %}}{rows}{{% endfor %}}</w:tbl>{{% endfor %}}"
        "<w:sectPr/></w:body></w:document>"
    )


def bare(data: str) -> bytes:
    """Render the same rows with Jinja2 alone over a hand-made document.xml, and zip it: the practical limit."""
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    template = ImmutableSandboxedEnvironment(autoescape=True).from_string(bare_template())
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", template.render(page=page_of(data)))
    return written.getvalue()


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
