"""Page numbers in the list of contents of the copy that becomes a PDF."""

import io
import re
import zipfile

import pytest

from generator.documents.pdf_contents import with_page_numbers
from generator.documents.word import render_word, word_template
from generator.report.page.examples import BARE, FULL
from tests.documents.charts_and_contents import made
from tests.documents.word_files import W, p, xml_of
from tools.word_template import LAYOUTS, lay_out


@pytest.mark.parametrize("name", ["report.docx", "sections.docx"])
def test_each_line_ends_in_the_number_of_the_page_that_it_leads_to(name: str) -> None:
    before = xml_of(render_word(word_template(lay_out(LAYOUTS[name]), name), FULL))
    after = with_page_numbers(before)
    anchors = re.findall(r'<w:hyperlink w:anchor="(\w+)"', before)
    assert anchors
    assert re.findall(r"PAGEREF (\w+) ", after) == anchors
    assert " TOC " not in after
    kept = [("<w:keepNext/>" in each) for each in after.split("</w:p>") if "PAGEREF" in each]
    assert kept == [True] * (len(anchors) - 1) + [False]
    assert after.count('w:fldCharType="begin"') == after.count('w:fldCharType="end"')
    assert {f'w:pos="{LAYOUTS[name].look.text_width}"'} == set(re.findall(r'(?<=w:leader="dot" )w:pos="\d+"', after))


def test_where_there_is_no_list_nothing_is_changed() -> None:
    document = xml_of(render_word(word_template(lay_out(LAYOUTS["report.docx"]), "report.docx"), BARE))
    assert with_page_numbers(document) == document


def test_lines_without_a_style_of_theirs_have_numbers_too() -> None:
    level = '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
    heading = f'<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/>{level}</w:style>'
    styles = f"<w:styles {W}>{heading}</w:styles>"
    data = made(p("{% contents 2 %}"), p("First", style="H2"), p("Second", style="H2"), styles=styles)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        document = archive.read("word/document.xml").decode()
    assert with_page_numbers(document).count("PAGEREF") == with_page_numbers(document).count("<w:tabs>") == 2
