"""A project that this repository has never seen, from ``init`` to the published files, filled by two programs.

Every cell of text must arrive in the Word file and in the HTML, character for character.
"""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from docx import Document
from openpyxl import load_workbook
from typer.testing import CliRunner

from generator.cli.app import app
from tests.clients.programs import fill_in_libreoffice, uno_is_there
from tests.projects import Value, fill

HOSTILE = 'R&D <b> "quotes" £ – ’ {{ x }} {% y %} {%tr z %} {# c #} &amp; ]]> \\n %s'
SETTINGS = """\
council = "Mid & West <Borough>"
period = "2031-32-Q4"
directorates = ["Housing & <Homes>", "Libraries"]
data_source = "A & B <system>"
title = "Exceptions {{ title }}"
"""
HEADERS = ("Title", "Code", "Year-end target", "Q4 target", "Polarity", "Directorate", "Decimals", "Unit", "Colour")
MEASURES: tuple[tuple[Value, ...], ...] = (
    ("Homes let & <re-let> in “time”", "H&L/01 {{a}}", 80, 80, "higher", "Housing & <Homes>", 1, "%", "x"),
    ("Repairs, days", "H-02", 12.5, 12.5, "lower", "Housing & <Homes>", 2, "days", None),
    ("Loans", "LIB 1", 40000, 10000, "Higher is better", "libraries", 0, "", None),
    ("Income", "LIB 2", 5000, 1250.5, "higher", "Libraries", 2, "£", None),
)
LINES = [
    HOSTILE,
    "- bullet " + HOSTILE,
    "- second",
    "1) one",
    "2) two {{ quarter }}",
    "plain\u00a0text  two  spaces",
    "עברית العربية 漢字 😀 e\u0301",
    "=1+1",
    "-5% on last year",
    "'quoted'",
]
ANSWERS: dict[str, object] = {
    "context": LINES,
    "actions": ["a\nb", HOSTILE],
    "intervention": [HOSTILE[:-10][::-1]],
    "completed_by": "A & B",
    "approved_by": "C <D>",
    "direction_override": "Improving",
    "direction_reason": HOSTILE,
    "note_to_team": "Not for publication",
}
FIGURES: tuple[dict[str, Value], ...] = (
    {"quarter_actual": 70.04, "forecast_actual": "79.5%"},
    {"quarter_actual": "13.10 days", "forecast_actual": 12.5},
    {"quarter_actual": "9,000", "forecast_actual": 40000},
    {"quarter_actual": "£1,200", "forecast_actual": 4000.25},
)
PRINTED = (
    ("80.0%", "70.0%", "79.5%", "Red", "Amber"),
    ("12.50 days", "13.10 days", "12.50 days", "Amber", "Green"),
    ("10,000", "9,000", "40,000", "Red", "Green"),
    ("£1,250.50", "£1,200.00", "£4,000.25", "Amber", "Red"),
)


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def issued(root: Path) -> list[Path]:
    """Lay out a project with init, put measures into its register, and issue their forms."""
    run("init", str(root))
    (root / "inputs" / "scorecard.toml").write_text(SETTINGS, encoding="utf-8")
    book = load_workbook(root / "inputs" / "register.xlsx")
    sheet = book["Measures"]
    sheet.delete_rows(1)
    for row, values in enumerate((HEADERS, *MEASURES), 1):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column, value)
    book.save(root / "inputs" / "register.xlsx")
    return [root / line for line in run("issue", "--project", str(root)).splitlines()]


@pytest.fixture(scope="module", params=["openpyxl", "libreoffice"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("strange")
    root = folder / "project"
    jobs = [(path, {**ANSWERS, **figures}) for path, figures in zip(issued(root), FIGURES, strict=True)]
    if request.param == "libreoffice":
        if not uno_is_there():
            pytest.skip("the system's Python has no uno module, so LibreOffice was not driven")
        fill_in_libreoffice(jobs, folder / "profile")
    else:
        for path, answers in jobs:
            fill(path, answers)  # type: ignore[arg-type]
    run("build", "--project", str(root))
    return root / "output" / "2031-32-Q4"


def items() -> Iterator[str]:
    """The texts of paragraphs and list items, in order: list marks become the lists' own."""
    for line in [*LINES, "a", "b", HOSTILE, HOSTILE[:-10][::-1]]:
        yield line.removeprefix("- ").removeprefix("1) ").removeprefix("2) ")


def test_every_text_is_in_the_word_file(built: Path) -> None:
    document = Document(io.BytesIO((built / "exceptions.docx").read_bytes()))
    tables = [table for table in document.tables if len(table.columns) == 7]
    rows = [row for table in tables for row in table.rows[1:]]
    assert len(rows) == len(MEASURES)
    for row, measure, printed in zip(rows, MEASURES, PRINTED, strict=True):
        first, quarter, forecast, figures, *narratives = row.cells
        assert [paragraph.text for paragraph in first.paragraphs][:2] == [measure[1], measure[0]]
        assert all(each in figures.text for each in printed[:3])
        assert (quarter.paragraphs[0].text, forecast.paragraphs[0].text) == printed[3:]
        assert [paragraph.text for cell in narratives for paragraph in cell.paragraphs] == list(items())
        assert any(HOSTILE in paragraph.text for cell in row.cells[:4] for paragraph in cell.paragraphs)
    headings = [
        each.text for each in document.paragraphs if ((each.style and each.style.name) or "").startswith("Heading")
    ]
    assert "Directorate: Housing & <Homes>" in headings
    assert "Exceptions {{ title }}: 2031/32 Q4" in headings


def test_every_text_is_in_the_page(built: Path) -> None:
    page: Any = lxml.html.fromstring((built / "exceptions.html").read_text(encoding="utf-8"))
    rows = [row for row in page.iter("tr") if len(row) == 7 and row.find("td") is not None]
    assert len(rows) == len(MEASURES)
    for row, measure, printed in zip(rows, MEASURES, PRINTED, strict=True):
        texts = [each.text_content() for cell in row[4:] for each in cell.iter("p", "li")]
        assert texts[1:] == list(items())
        assert f"this measure is {printed[3]} for the quarter" in texts[0]
        assert str(measure[0]) in row[0].text_content()
        assert str(measure[1]) in row[0].text_content()
        assert all(each in row[3].text_content() for each in printed[:3])
        assert [printed[3] in row[1].text_content(), printed[4] in row[2].text_content()] == [True, True]
        assert HOSTILE in row.text_content()
    assert "A & B <system>" in page.text_content()


def test_every_text_is_in_the_data_and_nothing_private_is_published(built: Path) -> None:
    report = json.loads((built / "report.json").read_text(encoding="utf-8"))
    measures = [measure for group in report["directorates"] for measure in group["measures"]]
    assert [measure["code"] for measure in measures] == [measure[1] for measure in MEASURES]
    assert all(measure["context"].split("\n") == LINES for measure in measures)
    for path in built.rglob("*.*"):
        assert b"Not for publication" not in path.read_bytes()
