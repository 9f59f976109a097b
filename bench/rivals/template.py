"""The templates of the rivals that have one, the same table in each: python -m bench.rivals.template FOLDER."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from docx import Document
from docx.enum.section import WD_ORIENT

from bench.rivals.returns import CELLS, FIELDS, HEADINGS, NARRATIVES

type_of_row = list[list[str]]
"""Cells of paragraphs."""


class Template(NamedTuple):
    """What stands in a renderer's template: before the table, in its rows below the heading, and after it."""

    before: tuple[str, ...]
    rows: list[type_of_row]
    after: tuple[str, ...]


def row_of(mark: str, *lines: str) -> type_of_row:
    """Give a measure's row; ``mark`` is for a field, and ``lines`` are for a narrative's lines."""
    fields = {name: mark.replace("NAME", name) for name in FIELDS}
    told = [[each.replace("NAME", name) for each in lines] for name in NARRATIVES]
    return [*([line.format_map(fields) for line in lines] for lines in CELLS), *told]


def only(text: str) -> type_of_row:
    """Give a row with nothing but a text in its first cell."""
    return [[text], *([""] for _ in HEADINGS[1:])]


def of_docxtpl() -> Template:
    measure = row_of("{{ m.NAME }}", "{%p for line in m.NAME %}", "{{ line }}", "{%p endfor %}")
    rows = [only("{%tr for m in g.measures %}"), measure, only("{%tr endfor %}")]
    return Template(("{%p for g in groups %}", "Directorate: {{ g.name }}"), rows, ("{%p endfor %}",))


def of_docxtemplater() -> Template:
    measure = row_of("{NAME}", "{#NAME}", "{text}", "{/NAME}")
    measure[0][0] = "{#measures}" + measure[0][0]
    measure[-1].append("{/measures}")
    return Template(("{#groups}", "Directorate: {name}"), [measure], ("{/groups}",))


def of_carbone() -> Template:
    measures = (f"{{d.groups[i].measures[{at}].NAME" for at in ("i", "i+1"))
    rows = [row_of(each + "}", each + "[i].text}", each + "[i+1].text}") for each in measures]
    return Template(("Directorate: {d.groups[i].name}",), rows, ("Directorate: {d.groups[i+1].name}",))


TEMPLATES = {"docxtpl": of_docxtpl, "docxtemplater": of_docxtemplater, "carbone": of_carbone}


def landscape(document: Any) -> Any:
    """Turn a document's paper."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    return document


def put(cell: Any, lines: Sequence[str]) -> None:
    """Write paragraphs into a cell."""
    cell.text = lines[0] if lines else ""
    for line in lines[1:]:
        cell.add_paragraph(line)


def write(template: Template, path: Path) -> None:
    """Lay out a template."""
    document = landscape(Document())
    document.add_heading("Performance exceptions", 1)
    for text in template.before:
        document.add_paragraph(text, style="Heading 2" if text.startswith("Directorate") else None)
    table = document.add_table(1 + len(template.rows), len(HEADINGS), style="Table Grid")
    for row, cells in zip(table.rows, ([[each] for each in HEADINGS], *template.rows), strict=True):
        for cell, lines in zip(row.cells, cells, strict=True):
            put(cell, lines)
    for text in template.after:
        document.add_paragraph(text)
    document.save(str(path))


if __name__ == "__main__":
    for name, template in TEMPLATES.items():
        write(template(), Path(sys.argv[1], f"{name}.docx"))
