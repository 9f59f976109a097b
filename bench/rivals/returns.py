"""How every rival reads the returns, with openpyxl, and what stands in the table that each of them makes.

No checks, no statuses worked out.
"""

from pathlib import Path

from openpyxl import load_workbook

FIELDS = (
    *("measure_code", "measure_title", "directorate", "unit", "quarter_target", "quarter_actual", "forecast_target"),
    *("forecast_actual", "quarter_status_override", "forecast_status_override", "direction_override"),
)
NARRATIVES = ("context", "actions", "intervention")
HEADINGS = (
    *("Measure Details", "Quarterly Target Status", "Forecast Year End Status", "Performance vs Target"),
    *("Context for Current Performance", "Improvement Actions Taken", "Intervention / Review"),
)
CELLS = (
    ("{measure_code} {measure_title}",),
    ("{quarter_status_override}",),
    ("{forecast_status_override}",),
    (
        *("Target {quarter_target}{unit}", "Actual {quarter_actual}{unit}", "Target {forecast_target}{unit}"),
        *("Forecast {forecast_actual}{unit}", "{direction_override}"),
    ),
)
"""What stands in a measure's cells before its narratives, paragraph by paragraph."""


def read(path: Path) -> dict[str, object]:
    """Give one return's answers by name."""
    book = load_workbook(path, data_only=True)
    measure: dict[str, object] = {}
    for name in (*FIELDS, *NARRATIVES):
        ((sheet, cells),) = book.defined_names[name].destinations
        block = book[sheet][cells.replace("$", "")]
        if isinstance(block, tuple):
            measure[name] = [row[0].value for row in block if row[0].value]
        else:
            measure[name] = "" if block.value is None else block.value
    return measure


def by_directorate(returns: str) -> dict[str, list[dict[str, object]]]:
    """Read every return in a folder."""
    groups: dict[str, list[dict[str, object]]] = {}
    for path in sorted(Path(returns).rglob("*.xlsx")):
        measure = read(path)
        groups.setdefault(str(measure["directorate"]), []).append(measure)
    return groups
