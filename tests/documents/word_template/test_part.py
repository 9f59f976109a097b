"""Tags in text boxes, headers, footers and notes."""

import pytest

from generator.documents.word import word_template
from tests.documents.word_files import W, p, package, render, xml_of

TEXT_BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="urn:wps"><w:txbxContent>INSIDE</w:txbxContent>'
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>INSIDE</w:txbxContent></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)


def test_tags_in_a_text_box_and_in_its_fallback() -> None:
    inside = "".join((p("{%p for each in things %}"), p("{{ ", "each }}"), p("{%p endfor %}")))
    document = xml_of(render(p("before {{ name }}", TEXT_BOX.replace("INSIDE", inside)), things="ab", name="R&D"))
    assert document.count('<w:t xml:space="preserve">a</w:t>') == 2
    assert document.count('<w:t xml:space="preserve">b</w:t>') == 2
    assert "before R&amp;D" in document


def test_a_text_box_that_has_come_to_be_empty_still_has_a_paragraph() -> None:
    inside = "".join((p("{%p if false %}"), p("x"), p("{%p endif %}")))
    document = xml_of(render(p("a", TEXT_BOX.replace("INSIDE", inside))))
    assert document.count("<w:txbxContent><w:p/></w:txbxContent>") == 2


@pytest.mark.parametrize("part", ["header1", "footer2", "footnotes", "endnotes"])
def test_tags_in_other_parts(part: str) -> None:
    data = package(p("x"), **{f"word__{part}": f"<w:x {W}>{p('Page of ', '{{ na', 'me }}')}</w:x>"})
    given = xml_of(word_template(data, "report.docx").render({"name": "R&D"}), f"word/{part}.xml")
    assert "Page of " in given
    assert "R&amp;D" in given
