"""Values as they are printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.word import word_template
from generator.model.characters import printable
from generator.model.problem import Unusable
from tests.documents.word_files import PACKAGE, Thing, cell, p, package, render, row, table, texts, xml_of

VALUES = {
    "markup": "R&D <b> \"quotes\" 'x' £ – ’",
    "template code": "{{ x }} {% y %} {%tr z %} {#",
    "a line break": "one\ntwo",
    "tabs": "one\ttwo\t",
    "spaces": "  one   two  ",
    "nothing": "",
    "other alphabets": "日本 العربية 🙂",
    "a soft hyphen and a hard space": "co\u00adop\u00a0x",
    "private use": "\ue000\U0010fff0\U0010fff1",
    "looks like an entity": "&amp; &#10; ]]>",
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_a_value_is_printed_as_typed(value: str) -> None:
    assert texts(render(p("[{{ value }}]"), value=value))[0] == f"[{value}]"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("a\x00b", "ab"), ("a\x0bb", "a\nb"), ("a\x1fb", "ab"), ("a\ufffe\uffffb", "ab"), ("a\ud800b", "a\ufffdb")],
)
def test_what_xml_forbids_never_reaches_the_file(value: str, expected: str) -> None:
    assert texts(render(p("{{ value }}"), value=value))[0] == expected
    assert texts(render(p("{{ '-' ~ value }}"), value=value))[0] == f"-{expected}"


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=40))
def test_any_text_comes_back_char_for_char(value: str) -> None:
    assert texts(ANY.render({"value": value}))[0] == printable(value)


ANY = word_template(package(p("{{ value }}")), "report.docx")


@pytest.mark.parametrize(
    ("value", "fault"),
    [(None, "no value"), (True, "not text"), (1.5, "not text"), (["a"], "not text"), (Thing("x"), "not text")],
)
def test_what_is_not_text_is_an_error(value: object, fault: str) -> None:
    with pytest.raises(Unusable, match=fault):
        render(p("{{ value }}"), value=value)


def test_attributes_and_properties_take_plain_text_only() -> None:
    described = '<w:tblPr><w:tblDescription w:val="{{ text }}"/></w:tblPr>'
    core = (
        f'<c:coreProperties xmlns:c="{PACKAGE}/metadata/core-properties" xmlns:d="urn:d">'
        "<d:title>{{ text }}</d:title><c:lastModifiedBy>Ann</c:lastModifiedBy></c:coreProperties>"
    )
    data = package(table(row(cell(p("x")))).replace("<w:tblPr/>", described), docProps__core=core)
    made = word_template(data, "report.docx").render({"text": 'a "b"\n<c>'})
    assert '<w:tblDescription w:val="a &#34;b&#34; &lt;c&gt;"/>' in xml_of(made)
    core_made = xml_of(made, "docProps/core.xml")
    assert "<d:title>a &#34;b&#34; &lt;c&gt;</d:title>" in core_made
    assert "Ann" not in core_made


def test_what_was_put_together_by_the_template_is_escaped_as_well() -> None:
    assert texts(render(p("{{ '<' ~ name ~ '&' }}"), name="<b>")) == ["<<b>&"]
    assert texts(render(p("{% set x = name|upper %}{{ x|replace('>', '&gt;') }}"), name="<b>")) == ["<B&gt;"]
