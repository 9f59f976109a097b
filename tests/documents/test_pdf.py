"""PDF as LibreOffice makes it and we complete it: what its structure tells a screen reader."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from typer.testing import CliRunner

from generator.cli.app import app
from generator.documents import pdf
from generator.documents.pdf import NoPdfError, as_pdf
from generator.documents.word import render_word, word_template
from generator.report.page.examples import FULL
from tests.projects import filled_project
from tools.word_template import LAYOUTS, lay_out

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
WORD = {name: render_word(word_template(lay_out(layout), name), FULL) for name, layout in LAYOUTS.items()}


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return as_pdf(WORD)


def structure(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    inside = element.get("/K")
    for each in list(inside) if isinstance(inside, pikepdf.Array) else [inside]:
        if isinstance(each, pikepdf.Dictionary) and "/S" in each:
            yield from structure(each)


@needs_libreoffice
@pytest.mark.parametrize("name", LAYOUTS)
def test_the_structure_carries_headings_header_cells_language_title_and_alternative_text(
    made: dict[str, bytes], name: str
) -> None:
    with pikepdf.open(io.BytesIO(made[name.replace(".docx", ".pdf")])) as opened:
        elements = list(structure(opened.Root.StructTreeRoot))
        kinds = {str(each.get("/S")) for each in elements}
        assert {"/H1", "/H2", "/Table", "/TR", "/TH", "/TD", "/Figure"} <= kinds
        drawn = [] if name == "summary.docx" else [str(each.line and each.line.description) for each in FULL.over_time]
        told = [str(each.Alt) for each in elements if each.get("/S") == "/Figure"]
        assert told == [FULL.charts[0].description, *drawn]
        assert str(opened.Root.Lang) == "en-GB"
        assert str(opened.docinfo.Title).startswith(FULL.heading)
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        assert "/First" in opened.Root.Outlines
        assert str(opened.docinfo.Author) == FULL.council


@needs_libreoffice
def test_the_same_word_file_gives_the_same_bytes(made: dict[str, bytes]) -> None:
    again = as_pdf({"summary.docx": WORD["summary.docx"]})
    assert again == {"summary.pdf": made["summary.pdf"]}


def test_without_libreoffice_nothing_is_built_and_the_message_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    folder = filled_project(tmp_path)
    result = CliRunner().invoke(app, ["build", "--pdf", "--project", str(folder.root)])
    assert result.exit_code == 2
    assert "PDF needs LibreOffice" in result.stderr
    assert not (folder.root / "output").exists()


def test_a_converter_that_fails_publishes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "check_converter", lambda: shutil.which("false") or "false")
    with pytest.raises(NoPdfError, match="could not make the PDF"):
        as_pdf({"a.docx": b""})


def test_a_converter_that_gives_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "check_converter", lambda: shutil.which("true") or "true")
    with pytest.raises(NoPdfError, match="gave no PDF"):
        as_pdf({"a.docx": b""})
