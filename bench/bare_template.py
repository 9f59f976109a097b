"""The committee's table written by hand as Jinja2 reads it: python -m bench.bare_template FILE."""

import sys
from pathlib import Path

from tools.word_blocks import cell, paragraph, row

NARRATIVES = ("context", "actions", "intervention")
WIDTHS = (2100, 1180, 1180, 2060, 3380, 3200, 2378)
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


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(bare_template(), encoding="utf-8")
