"""Make the pictures in docs/ from the sample's real forms, templates and reports, and from the ready reports.

Run: python -m tools.pictures.

Needs LibreOffice, Chromium and pdftoppm (python3 dev.py clients installs them).
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from playwright.sync_api import sync_playwright

from generator.build import templates_of
from generator.collecting.earlier_quarters import Earlier
from generator.collecting.fresh_forms import contents_of
from generator.documents.every_document import presented, render
from generator.documents.word import render_word, word_template
from generator.forms.asked.form_contents import Contents
from generator.forms.form_workbook import issue_workbook
from generator.project.folder import Project
from generator.project.load import Setup, set_up
from generator.project.report_options import Part
from generator.report.gather import gather
from generator.xlsx import Cell, CellKind
from sample.ready_shapes import make

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
CODE = "CM PM24a"
_DOTS = "110"

ANSWERS = {
    "quarter_actual": "13",
    "forecast_actual": "12",
    "context.1": "Changes of rent in August came late, and the team was two people short.",
    "actions.1": "- Two assessors have started.",
    "actions.2": "- Landlords now send changes of rent as a file.",
    "completed_by": "Sample officer",
}
WRONG = {"quarter_actual": "13 days?"}
_NOT_A_NUMBER = (
    "“Result” is “13 days?”, which is not a number. Enter a number on its own, such as 65.4. If there "
    "is no figure, leave the cell empty and say why at question 1a (cell C45)."
)
REMARKS = {
    "quarter_actual": (_NOT_A_NUMBER,),
    "intervention.1": ("“Intervention or review” is empty, but the measure is an exception.",),
}

PARTS = {
    "form-top": ("blank", "1", (0, 0, 910, 560)),
    "form-filled": ("filled", "1", (0, 0, 910, 300)),
    "form-commentary": ("filled", "1", (0, 190, 910, 560)),
    "form-back": ("back", "1", (0, 0, 1290, 560)),
}
"""Each picture: which form, which page, and the part of the page as (left, top, width, height) in dots."""

WORD_PARTS = {
    "template-tags": ("template", "6", (20, 20, 1240, 760)),
    "template-built": ("exceptions", "7", (20, 20, 1240, 560)),
    "template-restyled": ("restyled", "5", (20, 20, 1240, 560)),
    "report-sections": ("exceptions-sections", "5", (40, 20, 830, 760)),
    "report-summary": ("summary", "1", (40, 20, 830, 1060)),
}
"""The same of Word files: templates, and what the sample's report makes with them."""

SHAPES = {
    "derby": (20, 20, 1240, 700),
    "priorities": (20, 20, 1240, 860),
    "all-measures": (20, 20, 1240, 860),
    "service-plan": (40, 20, 830, 1200),
    "monthly": (20, 20, 1240, 860),
}
"""The ready reports, and which part of their first page is shown."""

BEFORE_MEASURES = (Part.CONTENTS, Part.SUMMARY, Part.CHARTS, Part.MOVEMENT, Part.KEY)
"""What stands before the measures, and is left out of these pictures."""

SCREENS: dict[str, tuple[tuple[int, int], str]] = {
    "page-desktop": ((1280, 1000), ""),
    "page-finding": ((1280, 800), "?status=Amber&of=quarter#Find"),
    "page-phone": ((390, 844), "#cm-pm24"),
}
"""Pictures of the web page: the size of the screen, and the address asked for."""


def main() -> None:
    """Make every picture."""
    setup = set_up(Project(ROOT))
    _show_page(render(gather(setup).report, templates_of(setup), setup.settings)["exceptions.html"])
    with tempfile.TemporaryDirectory() as folder:
        documents = dict(_documents(setup))
        pages = {name: as_pdf(Path(folder), f"{name}.docx", data) for name, data in documents.items()}
        for name, (document, page, part) in WORD_PARTS.items():
            cut(pages[document], page, part, PICTURES / name)
    with tempfile.TemporaryDirectory() as folder:
        for name, part in SHAPES.items():
            pdf = as_pdf(Path(folder), f"{name}.docx", _ready_report(Path(folder) / name, name))
            cut(pdf, "1", part, PICTURES / f"shape-{name}")
    measure = setup.register.find(CODE)
    assert measure
    blank = contents_of(setup, measure, Earlier({}, {measure.code: Decimal(12)}, {}))
    filled = replace(blank, answers={key: _cell(text) for key, text in ANSWERS.items()})
    wrong = {key: _cell(text) for key, text in {**ANSWERS, **WRONG}.items()}
    back = replace(blank, answers=wrong, remarks=REMARKS, returned=True, issue_number=2)
    forms = {"blank": blank, "filled": filled, "back": back}
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        pages = {name: _printed(Path(folder), name, contents) for name, contents in forms.items()}
        for name, (form, page, part) in PARTS.items():
            cut(pages[form], page, part, PICTURES / name)


def _cell(text: str) -> Cell:
    is_number = text.isdigit()
    return Cell(
        0, 0, CellKind.NUMBER if is_number else CellKind.TEXT, text, number=Decimal(text) if is_number else None
    )


def _documents(setup: Setup) -> Iterator[tuple[str, bytes]]:
    report = gather(setup).report
    for name, data in render(report, templates_of(setup), setup.settings).items():
        if name.endswith(".docx") and "/" not in name:
            yield name.removesuffix(".docx"), data
    yield "template", (ROOT / "templates" / "report.docx").read_bytes()
    restyled = (ROOT / "tests" / "restyled" / "county.docx").read_bytes()
    yield "restyled", render_word(word_template(restyled, "county.docx"), presented(report, templates_of(setup)))


def _ready_report(root: Path, name: str) -> bytes:
    ready = make(root, name)
    ready = ready._replace(settings=replace(ready.settings, leave_out=BEFORE_MEASURES))
    return render(gather(ready).report, templates_of(ready), ready.settings)["exceptions.docx"]


def _show_page(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "exceptions.html"
        file.write_bytes(data)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--headless", "--no-sandbox"]
        )
        for name, ((width, height), address) in SCREENS.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(file.as_uri() + address)
            page.screenshot(path=PICTURES / f"{name}.png")
        paper = Path(folder) / "paper.pdf"
        paper.write_bytes(page.pdf(prefer_css_page_size=True))
        browser.close()
        cut(paper, "3", (0, 0, 1290, 910), PICTURES / "page-print")


def _printed(folder: Path, name: str, contents: Contents) -> Path:
    return as_pdf(folder, f"{name}.xlsx", issue_workbook(contents))


def as_pdf(folder: Path, name: str, data: bytes) -> Path:
    """What LibreOffice prints of a file."""
    path = folder / name
    path.write_bytes(data)
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", home, "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path.with_suffix(".pdf")


def cut(pdf: Path, page: str, part: tuple[int, int, int, int], picture: Path) -> None:
    """Make a picture of a part of a page, given as (left, top, width, height) in dots."""
    options = [word for letter, dots in zip("xyWH", part, strict=True) for word in (f"-{letter}", str(dots))]
    pages = ["-f", page, "-l", page, "-singlefile"]
    subprocess.run(["pdftoppm", "-r", _DOTS, *pages, *options, "-png", str(pdf), str(picture)], check=True)


if __name__ == "__main__":
    main()
