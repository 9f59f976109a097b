"""Reports in Word as councils keep them, made with python-docx."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell


@dataclass(frozen=True)
class Filled:
    """A cell with a text, several paragraphs of it, or none, and the colour that it is filled with."""

    text: str = ""
    fill: str = ""


type_of_value = str | Sequence[str] | Filled


class Report:
    """A document that is put together block by block."""

    def __init__(self, title: str = "Performance report: Quarter 2 2025/26") -> None:
        self.document = docx.Document()
        self.document.add_heading(title, 0)

    def table(self, *rows: Sequence[type_of_value | None], merged: Sequence[tuple[int, int, int, int]] = ()) -> None:
        """Add a table; ``merged`` are the first row and column and the last ones of cells made one, from 0."""
        made = self.document.add_table(len(rows), max(map(len, rows)))
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                put(made.cell(row, column), value)
        for top, left, bottom, right in merged:
            made.cell(top, left).merge(made.cell(bottom, right))
        self.document.add_paragraph("")

    @property
    def data(self) -> bytes:
        written = io.BytesIO()
        self.document.save(written)
        return written.getvalue()


def put(cell: _Cell, value: type_of_value | None) -> None:
    """Write into a cell: lines that begin with a dash are items of a bulleted list."""
    if isinstance(value, Filled):
        shading = OxmlElement("w:shd")
        shading.set(qn("w:fill"), value.fill)
        cell._tc.get_or_add_tcPr().append(shading)
        cell.text = value.text
        return
    lines = [value] if isinstance(value, str) else list(value or ())
    for number, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        if line.startswith("- "):
            paragraph.style = "List Bullet"
        paragraph.add_run(line.removeprefix("- "))
