"""What LibreOffice parts on its pages is found in the PDF and mended: headings left behind, figures without a name."""

import io
import shutil
from dataclasses import replace

import pikepdf
import pytest
from lxml import etree

from generator.commentary.blocks import Block, Form
from generator.documents import parted
from generator.documents.parted import mended
from generator.documents.pdf import as_pdf
from generator.documents.word import render_word, word_template
from generator.report.page.examples import FULL
from tests.documents.word_files import xml_of
from tools.word_template import LAYOUTS, lay_out

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
(GROUP,) = FULL.groups
(MEASURE,) = GROUP.measures


def pdf_of(*pages: str) -> pikepdf.Pdf:
    """A PDF of nothing but a structure: on each page headings (H2), text (P) and rows (of name and figures)."""
    pdf = pikepdf.new()
    inside = pikepdf.Array()
    rows: dict[str, pikepdf.Dictionary] = {}
    for text in pages:
        page = pdf.add_blank_page()
        for word in text.split():
            kind, _, row = word.partition(".")
            style = {"H": "H2", "P": "Standard", "N": "Measure label", "F": "Performance figure", "A": "Table text"}[
                kind
            ]
            piece = pdf.make_indirect(
                pikepdf.Dictionary({"/S": pikepdf.Name(f"/{style}"), "/Pg": page.obj, "/K": pikepdf.Array([0])})
            )
            if not row:
                inside.append(piece)
            elif row in rows:
                rows[row].K.append(piece)
            else:
                rows[row] = pdf.make_indirect(
                    pikepdf.Dictionary({"/S": pikepdf.Name("/TR"), "/K": pikepdf.Array([piece])})
                )
                inside.append(rows[row])
    pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary({"/K": inside}))
    return pdf


@pytest.mark.parametrize(
    ("pages", "headings", "rows"),
    [
        (("H P", "H P"), [], []),
        (("P H", "P"), [0], []),
        (("H P H H", "P"), [1], []),
        (("H H", "P"), [], []),
        (("P H",), [], []),
        (("N.1 F.1 A.1", "A.1 N.2 F.2"), [], []),
        (("N.1 F.1 A.1", "F.1 A.1"), [], [0]),
        (("N.1 A.1", "N.2 A.2", "A.2 F.2"), [], [1]),
        (("N.1 F.1", "F.1 A.1", "A.1"), [], []),
    ],
)
def test_what_is_parted(pages: tuple[str, ...], headings: list[int], rows: list[int]) -> None:
    lines = list(parted._lines(pdf_of(*pages)))
    assert (list(parted._left_behind(lines)), list(parted._parted_rows(lines))) == (headings, rows)


def test_the_word_file_is_changed_in_that_place_alone_and_once() -> None:
    word = render_word(word_template(lay_out(LAYOUTS["sections.docx"]), "sections.docx"), replace(FULL, contents=False))
    body = etree.fromstring(xml_of(word).encode())
    count = sum(1 for each in body.iter(f"{WORD}pStyle") if str(each.get(f"{WORD}val")).startswith("Heading"))
    pdf = pdf_of("P H", " ".join(["P", *["H"] * (count - 1), "P"]))
    changed = mended(word, pdf)
    assert changed
    breaks = list(etree.fromstring(xml_of(changed).encode()).iter(f"{WORD}pageBreakBefore"))
    (first,) = (each.getparent() for each in breaks)
    assert first is not None
    assert [each.tag.removeprefix(WORD) for each in first][:2] == ["pStyle", "pageBreakBefore"]
    assert mended(changed, pdf) is None
    assert mended(word, pdf_of("P H", "P")) is None, "not the headings of this file"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_figures_stay_with_the_name_of_their_measure() -> None:
    told = (Block(Form.PARAGRAPH, ("It is late because the lorries were off the road. " * 16,)),)
    answers = tuple(replace(each, blocks=told) for each in MEASURE.answers)
    measures = tuple(replace(MEASURE, label=f"M {n}", answers=answers) for n in range(8))
    page = replace(FULL, charts=(), groups=(replace(GROUP, measures=measures, groups=(), brief=()),))
    word = render_word(word_template(lay_out(LAYOUTS["report.docx"]), "report.docx"), page)
    with pikepdf.open(io.BytesIO(as_pdf({"a.docx": word})["a.pdf"])) as pdf:
        lines = list(parted._lines(pdf))
    assert list(parted._parted_rows(lines)) == []
    assert list(parted._left_behind(lines)) == []
