"""openpyxl and python-docx: python -m bench.rivals.with_python_docx RETURNS_FOLDER OUTPUT."""

import sys
from collections.abc import Iterable, Mapping

from docx import Document

from bench.rivals.returns import CELLS, HEADINGS, NARRATIVES, by_directorate
from bench.rivals.template import landscape, put


def cells_of(measure: Mapping[str, object]) -> Iterable[list[str]]:
    yield from ([line.format_map(measure) for line in lines] for lines in CELLS)
    for name in NARRATIVES:
        lines = measure[name]
        yield [str(line) for line in lines] if isinstance(lines, list) else []


def main(returns: str, output: str) -> None:
    document = landscape(Document())
    document.add_heading("Performance exceptions", 1)
    for name, measures in by_directorate(returns).items():
        document.add_heading(f"Directorate: {name}", 2)
        table = document.add_table(1, len(HEADINGS), style="Table Grid")
        for cell, heading in zip(table.rows[0].cells, HEADINGS, strict=True):
            cell.text = heading
        for measure in measures:
            for cell, lines in zip(table.add_row().cells, cells_of(measure), strict=True):
                put(cell, lines)
    document.save(output)


if __name__ == "__main__":
    main(*sys.argv[1:])
