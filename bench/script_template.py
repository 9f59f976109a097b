"""The template of bench/script.py: the report's seven columns, in docxtpl's tags."""

from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT

COLUMNS = {
    "Measure Details": ["{{ m.measure_code }} {{ m.measure_title }}"],
    "Quarterly Target Status": ["{{ m.quarter_status_override }}"],
    "Forecast Year End Status": ["{{ m.forecast_status_override }}"],
    "Performance vs Target": [
        *("Target {{ m.quarter_target }}{{ m.unit }}", "Actual {{ m.quarter_actual }}{{ m.unit }}"),
        *("Target {{ m.forecast_target }}{{ m.unit }}", "Forecast {{ m.forecast_actual }}{{ m.unit }}"),
        "{{ m.direction_override }}",
    ],
    **{
        heading: [f"{{%p for line in m.{name} %}}", "{{ line }}", "{%p endfor %}"]
        for heading, name in (
            ("Context for Current Performance", "context"),
            ("Improvement Actions Taken", "actions"),
            ("Intervention / Review", "intervention"),
        )
    },
}


def write(path: Path) -> None:
    """Lay out the template."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.add_heading("Performance exceptions", 1)
    document.add_paragraph("{%p for g in groups %}")
    document.add_heading("Directorate: {{ g.name }}", 2)
    table = document.add_table(4, len(COLUMNS), style="Table Grid")
    table.cell(1, 0).text, table.cell(3, 0).text = "{%tr for m in g.measures %}", "{%tr endfor %}"
    for column, (heading, lines) in enumerate(COLUMNS.items()):
        table.cell(0, column).text = heading
        cell = table.cell(2, column)
        cell.text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
    document.add_paragraph("{%p endfor %}")
    document.save(str(path))
