"""What a user would write instead: openpyxl reads the returns, docxtpl renders the Word file alone.

No checks, no statuses, no HTML. Usage: script.py RETURNS_FOLDER TEMPLATE OUTPUT
"""

import sys
from pathlib import Path

from docxtpl import DocxTemplate
from openpyxl import load_workbook

FIELDS = (
    *("measure_code", "measure_title", "directorate", "unit", "quarter_target", "quarter_actual", "forecast_target"),
    *("forecast_actual", "quarter_status_override", "forecast_status_override", "direction_override"),
    *("context", "actions", "intervention"),
)


def read(path: Path) -> dict[str, object]:
    book = load_workbook(path, data_only=True)
    measure: dict[str, object] = {}
    for name in FIELDS:
        ((sheet, cells),) = book.defined_names[name].destinations
        block = book[sheet][cells.replace("$", "")]
        if isinstance(block, tuple):
            measure[name] = [row[0].value for row in block if row[0].value]
        else:
            measure[name] = "" if block.value is None else block.value
    return measure


def main(returns: str, template: str, output: str) -> None:
    groups: dict[str, list[dict[str, object]]] = {}
    for path in sorted(Path(returns).rglob("*.xlsx")):
        measure = read(path)
        groups.setdefault(str(measure["directorate"]), []).append(measure)
    document = DocxTemplate(template)
    document.render({"groups": [{"name": name, "measures": each} for name, each in groups.items()]}, autoescape=True)
    document.save(output)


if __name__ == "__main__":
    main(*sys.argv[1:])
