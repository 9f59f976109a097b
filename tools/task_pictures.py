"""Make the pictures of the tasks in docs/performance-team.md, from a made-up council's project and its commands.

Run: python -m tools.task_pictures.

Needs LibreOffice, Chromium and pdftoppm (python3 dev.py clients installs them).
"""

import html
import io
import shutil
import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

from openpyxl import Workbook, load_workbook
from playwright.sync_api import Page, sync_playwright
from typer.testing import CliRunner

from generator.cli.app import app
from tools.pictures import PICTURES, as_pdf, cut

LIST = (
    ("KPI", "Directorate", "Lead", "Good is", "Freq", "Target 2026/27", "RAG thresholds"),
    ("Bins emptied on the day", "Place", "Pat Fletcher", "High", "Qtrly", ">=98%", "Green 98% or above; Amber 95%+"),
    ("Fly-tips cleared within two days", "Place", "Pat Fletcher", "Higher", "Qtrly", "90%", ""),
    ("Days to let a council home", "Homes", "Jo Archer", "Lower = better", "Monthly", "25 days", "Within 5%"),
    ("Rent collected", "Homes", "Jo Archer", "Maximise", "Qtrly", "Top quartile", ""),
    ("Calls answered in three minutes", "Resources", "Lee Grundy", "H", "Qtrly", "85% (local)", ""),
)
"""A list as councils keep it, with what it leaves open."""

PAST = (("Code", "Q1 2025/26", "Q2 2025/26", "Q3 2025/26", "Q4 2025/26"), ("P 01", 96.4, 97.1, 97.9, 98.3))
PERIOD, LAST = "2026-27-Q1", "2026-27-Q4"
SHOWN = (
    "Code",
    "Title",
    "Directorate",
    "Officer",
    "Unit",
    "Polarity",
    "Frequency",
    "Year-end target",
    "Amber value",
    "Scheme",
)
"""The columns of the register that the picture has."""


def main() -> None:
    """Make every picture."""
    PICTURES.mkdir(exist_ok=True)
    webbrowser.open = lambda *_args, **_more: True
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root, path = Path(folder) / "our-council", shutil.which("chromium")
        _run("init", root)
        settings = root / "inputs" / "scorecard.toml"
        _in_period(settings, PERIOD)
        with chdir(root):
            _write(root / "Our KPIs.xlsx", LIST)
            _write(root / "Past figures.xlsx", PAST)
            _run("import", "Our KPIs.xlsx")
            _run("import", "Past figures.xlsx")
            browser = playwright.chromium.launch(executable_path=path, args=["--headless", "--no-sandbox"])
            page = browser.new_page(viewport={"width": 1100, "height": 600})
            _show(page, _as_table(root / "inputs" / "register.xlsx"), "first-day", 180)
            _show(page, f"<pre>{html.escape(_run('history', 'P 01'))}</pre>", "somebody-new", 110)
            _run("issue")
            _run("status", "--open")
            page.goto((root / "output" / f"{PERIOD}-status.html").as_uri())
            page.screenshot(path=PICTURES / "each-quarter.png")
            browser.close()
            _in_period(settings, LAST)
            (form, *_) = (root / each for each in _run("issue").splitlines() if "P 01" in each)
        cut(as_pdf(Path(folder), form.name, form.read_bytes()), "1", (0, 0, 910, 420), PICTURES / "years-end")


def _run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(app, [str(each) for each in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def _in_period(settings: Path, period: str) -> None:
    lines = settings.read_text(encoding="utf-8").split("\n")
    changed = (f'period = "{period}"' if line.startswith("period =") else line for line in lines)
    settings.write_text("\n".join(changed), encoding="utf-8")


def _write(path: Path, rows: tuple[tuple[str | float, ...], ...]) -> None:
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(out)
    path.write_bytes(out.getvalue())


def _show(page: Page, body: str, name: str, height: int) -> None:
    page.set_content(f"<body style='font: 14px Arial; margin: 12px'>{body}</body>")
    page.screenshot(path=PICTURES / f"{name}.png", clip={"x": 0, "y": 0, "width": 1100, "height": height})


def _as_table(register: Path) -> str:
    """The columns of a register, in their colours, as Excel shows them."""
    return f"<table style='border-collapse: collapse'>{''.join(_rows(register))}</table>"


def _rows(register: Path) -> Iterator[str]:
    rows = load_workbook(register)["Measures"].iter_rows()
    first = next(rows)
    columns = [at for at, cell in enumerate(first) if cell.value in SHOWN]
    for row in (first, *rows):
        cells = "".join(
            f"<td style='border: 1px solid #bbb; padding: 3px 6px; background: #{_fill(row[at])}'>"
            f"{html.escape(str(row[at].value or ''))}</td>"
            for at in columns
        )
        yield f"<tr>{cells}</tr>"


def _fill(cell: object) -> str:
    fill = cell.fill  # type: ignore[attr-defined]
    return str(fill.fgColor.rgb)[2:] if fill.patternType else "FFFFFF"


if __name__ == "__main__":
    main()
