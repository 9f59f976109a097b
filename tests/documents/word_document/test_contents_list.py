"""The list of contents."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from tests.documents.charts_and_contents import made
from tests.documents.word_files import p, xml_of


def listed(data: bytes) -> list[tuple[str, str]]:
    links = docx.Document(io.BytesIO(data)).element.body.xpath(".//w:hyperlink")
    return [(each.xpath("string(../w:pPr/w:pStyle/@w:val)"), each.xpath("string(.)")) for each in links]


def test_contents_list_the_headings_that_follow_as_they_have_come_to_be() -> None:
    data = made(
        p("Before", style="H2"),
        p("{% contents 2, 3 %}"),
        p("{%p for each in things %}"),
        p("{{ each }}", style="Own"),
        p("Part of ", "{{ each }}", style="H3"),
        p("{%p endfor %}"),
        p("Not a heading"),
        p("{% if false %}gone{% endif %}", style="H2"),
        things=("R&D", "a\nb <i>"),
    )
    expected = [("C2", "R&D"), ("", "Part of R&D"), ("C2", "a b <i>"), ("", "Part of a b <i>")]
    assert listed(data) == expected
    body = docx.Document(io.BytesIO(data)).element.body
    anchors = body.xpath(".//w:hyperlink/@w:anchor")
    assert set(anchors) <= set(body.xpath(".//w:bookmarkStart/@w:name"))
    assert sorted(body.xpath(".//w:bookmarkStart/@w:id")) == sorted(body.xpath(".//w:bookmarkEnd/@w:id"))
    assert [each.text for each in body.iter(qn("w:instrText"))] == [r' TOC \o "2-3" \n \h \z ']


@pytest.mark.parametrize(("groups", "lines"), [(20, 40), (21, 21)])
def test_a_list_longer_than_a_page_has_its_first_level_alone(groups: int, lines: int) -> None:
    data = made(
        p("{% contents 2, 3 %}"),
        p("{%p for each in things %}"),
        p("{{ each }}", style="Own"),
        p("Part of ", "{{ each }}", style="H3"),
        p("{%p endfor %}"),
        things=tuple(f"Group {number}" for number in range(groups)),
    )
    assert len(listed(data)) == lines
    kept = docx.Document(io.BytesIO(data)).element.body.xpath(".//w:p[w:hyperlink]/w:pPr/w:keepNext")
    assert len(kept) == 2  # the last three lines go over to the next page together


def test_without_headings_there_is_no_list_and_no_field() -> None:
    assert "fldChar" not in xml_of(made(p("{% contents 2 %}"), p("x")))
