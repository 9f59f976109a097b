"""The Word template engine: tables of cases that read like rules."""

import io
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.word import word_template
from generator.documents.word_document.package import write_package
from generator.model.characters import printable
from generator.model.problem import Unusable
from tests.documents.word_files import (
    PACKAGE,
    cell,
    cells,
    p,
    package,
    render,
    row,
    run,
    save_with_libreoffice,
    table,
    texts,
    xml_of,
)


@dataclass(frozen=True)
class Thing:
    word: str
    fill: str = "AA1111"
    items: tuple[str, ...] = ()


SPLIT = {
    "in one run": (run("{{ name }}"),),
    "braces apart": (run("{"), run("{ name }"), run("}")),
    "name apart": (run("{{ na"), run("me }}")),
    "proofing marks between": (run("{{ "), '<w:proofErr w:type="spellStart"/>', run("name"), run(" }}")),
    "a bookmark between": (
        run("{{ "),
        '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>',
        run("name }}"),
    ),
    "a tab between": ("<w:r><w:t>{{</w:t><w:tab/><w:t>name }}</w:t></w:r>",),
    "two texts in a run": ("<w:r><w:t>{{ na</w:t><w:t>me }}</w:t></w:r>",),
    "a space that cannot break": (run("{{\u00a0name\u00a0}}"),),
}


@pytest.mark.parametrize("runs", SPLIT.values(), ids=SPLIT)
def test_a_tag_is_understood_however_word_has_split_it(runs: tuple[str, ...]) -> None:
    assert texts(render(p(run("Dear "), *runs, run(", hello.")), name="Ada"))[0] == "Dear Ada, hello."


TAGS: dict[str, tuple[str, str]] = {
    "a field": ("{{ thing.word }}", "Red"),
    "curly quotes": ("{% if thing.word == “Red” %}yes{% endif %}", "yes"),
    "curly single quotes": ("{% if thing.word == ‘Red’ %}yes{% endif %}", "yes"),
    "curly quotes in text stay": ("“{{ thing.word }}”", "“Red”"),
    "less than": ("{% if 1 < 2 and 3 > 2 %}yes{% endif %}", "yes"),
    "ampersand in a text": ("{{ 'R&D' }}", "R&D"),
    "braces in a text": ("{{ '}}' }}", "}}"),
    "if and else": ("{% if thing.word == 'Blue' %}a{% else %}b{% endif %}", "b"),
    "a loop": ("{% for each in 'abc' %}{{ each }}.{% endfor %}", "a.b.c."),
    "a number": ("{% for each in 'ab' %}{{ loop.index }}{% endfor %}", "12"),
    "trimming marks": ("a {%- if true -%} b {%- endif %} c", "a  b  c"),
    "a comment is text": ("{# not code #}", "{# not code #}"),
    "single braces are text": ("{ thing }", "{ thing }"),
    "jinja's line statements are text": ("# for x in y", "# for x in y"),
}


@pytest.mark.parametrize(("text", "expected"), TAGS.values(), ids=TAGS)
def test_what_tags_give(text: str, expected: str) -> None:
    assert texts(render(p(text), thing=Thing("Red")))[0] == expected


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


def loop(*inner: str) -> tuple[str, ...]:
    return (p("{%p for each in things %}"), *inner, p("{%p endfor %}"))


def test_whole_paragraphs_rows_and_cells() -> None:
    rows = table(
        row(cell(p("{%tr for each in things %}"))),
        row(cell(p("{{ each }}")), cell(p("{%tc if false %}")), cell(p("gone")), cell(p("{%tc endif %}"))),
        row(cell(p("{%tr endfor %}"))),
    )
    given_back = render(*loop(p("{{ each }}")), rows, things=("a", "b"))
    assert texts(given_back) == ["a", "b"]
    assert cells(given_back) == [[["a"]], [["b"]]]


def test_a_macro_gives_paragraphs_to_many_cells() -> None:
    macro = (p("{%p macro list(items) %}"), p("{%p for each in items %}"), p("{{ each }}", style="Steps"))
    made = render(
        *macro,
        p("{%p endfor %}"),
        p("{%p endmacro %}"),
        table(row(cell(p("{{p list(one) }}")), cell(p("{{p list(nobody) }}")))),
        one=("a<b", "c\nd"),
        nobody=(),
    )
    assert cells(made) == [[["a<b", "c\nd"], [""]]]


def test_a_macro_gives_runs() -> None:
    macro = p("{% macro bold(text) %}", "<w:r><w:rPr><w:b/></w:rPr><w:t>{{ text }}</w:t></w:r>", "{% endmacro %}")
    made = render(macro, p("x {{r bold('a') }} y"))
    bold = docx.Document(io.BytesIO(made)).paragraphs[1].runs
    assert [(each.text, each.bold) for each in bold] == [("x ", None), ("a", True), (" y", None)]


CELLS = {
    "an empty loop": (p("{%p for each in [] %}"), p("x"), p("{%p endfor %}")),
    "a condition": (p("{%p if false %}"), p("x"), p("{%p endif %}")),
    "nothing at all": (),
    "a table": (table(row(cell(p("x")))),),
    "a table without rows": (
        table(row(cell(p("{%tr if false %}"))), row(cell(p("x"))), row(cell(p("{%tr endif %}")))),
    ),
}


@pytest.mark.parametrize("content", CELLS.values(), ids=CELLS)
def test_a_cell_always_ends_in_a_paragraph(content: tuple[str, ...]) -> None:
    made = xml_of(render(table(row(cell(*content), cell(p("next"))))))
    for closed in made.split("</w:tc>")[:-1]:
        assert closed.endswith(("</w:p>", "<w:p/>"))
    assert '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid></w:tbl>' not in made


def test_a_table_whose_rows_all_go_goes_too() -> None:
    rows = (row(cell(p("{%tr for x in [] %}"))), row(cell(p("x"))), row(cell(p("{%tr endfor %}"))))
    assert "<w:tbl>" not in xml_of(render(p("before"), table(*rows), p("after")))


def test_cellbg_colours_the_cell_and_its_text_in_the_order_of_the_schema() -> None:
    made = xml_of(
        render(table(row(cell(p("{% cellbg fill, ink %}", "Red"), p("Stated")))), fill="#aa1111", ink="FFFFFF")
    )
    assert '<w:tcW w:w="900" w:type="dxa"/><w:shd w:val="clear" w:color="auto" w:fill="AA1111"/><w:vAlign' in made
    assert made.count('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>') == 2


def test_parabg_colours_a_paragraph() -> None:
    made = xml_of(render(p("{% parabg fill %}", "Red", style="Steps"), fill="AA1111"))
    assert '<w:pPr><w:pStyle w:val="Steps"/><w:shd w:val="clear" w:color="auto" w:fill="AA1111"/></w:pPr>' in made


@pytest.mark.parametrize("style", ["ListNumber", "Steps"])
def test_numbered_lists_start_again(style: str) -> None:
    item = p("{% restart_list loop.first %}{{ x }}", style=style)
    made = render(*loop(p("{%p for x in each %}"), item, p("{%p endfor %}")), things=("ab", "cd"))
    numbers = [part.partition('"')[0] for part in xml_of(made).split('<w:numId w:val="')[1:]]
    assert numbers == ["5", "5", "6", "6"]
    numbering = xml_of(made, "word/numbering.xml")
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    assert f'<w:num w:numId="6"><w:abstractNumId w:val="7"/>{start}</w:num></w:numbering>' in numbering
    assert texts(made) == ["a", "b", "c", "d"]


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


def test_traces_of_editing_are_not_repeated() -> None:
    traced = (
        '<w:p w:rsidR="00AA" xmlns:w14="urn:x" w14:paraId="01"><w:r w:rsidRPr="00BB"><w:t>{{ a }}</w:t></w:r></w:p>'
    )
    made = xml_of(render(traced, a="x"))
    assert "rsid" not in made
    assert "paraId" not in made


def test_switches_as_libreoffice_writes_them_are_put_as_word_knows_them() -> None:
    rows = table(row(cell(p("x"))).replace("<w:tr>", '<w:tr><w:trPr><w:cantSplit w:val="true"/></w:trPr>'))
    assert "<w:trPr><w:cantSplit/></w:trPr>" in xml_of(render(rows))


def test_the_same_input_gives_the_same_bytes() -> None:
    template = word_template(package(p("{{ a }}")), "report.docx")
    assert template.render({"a": "x"}) == template.render({"a": "x"})
    with zipfile.ZipFile(io.BytesIO(template.render({"a": "x"}))) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {(each.date_time, each.extra) for each in entries} == {((1980, 1, 1, 0, 0, 0), b"")}


FAULTS: Mapping[str, tuple[tuple[str, ...], str, str]] = {
    "not closed": ((p("x"), p("{{ page")), "main text, paragraph 2", "opened and not closed in “{{ page”"),
    "closed by the next": ((p("{{ page and {{ page }}"),), "main text, paragraph 1", "opened and not closed"),
    "never opened": ((p("page }}"),), "main text, paragraph 1", "closes a tag that was never opened"),
    "text beside {%p %}": (
        (p("{%p if true %} lost"), p("{%p endif %}")),
        "main text, paragraph 1",
        "“lost” stands there too",
    ),
    "a field beside {%tr %}": (
        (table(row(cell(p("{%tr if true %}")), cell(p("{{ page }}"))), row(cell(p("{%tr endif %}")))),),
        "main text, table 1, row 1, column 1",
        "“{{ page }}” stands there too",
    ),
    "{%tr %} outside a table": ((p("{%tr if true %}"),), "main text, paragraph 1", "stands in no table row"),
    "an if without end": ((p("{%p if true %}"),), "main text, paragraph 1", "never closed"),
    "an end without if": ((p("{%p endif %}"),), "main text, paragraph 1", "belongs to no “if”"),
    "crossed blocks": (
        (p("{%p if true %}"), p("{%p for x in page %}"), p("{%p endif %}"), p("{%p endfor %}")),
        "main text, paragraph 3",
        "belongs to no “if”",
    ),
    "an end in another paragraph": (
        (p("{% if true %}"), p("{% endif %}")),
        "main text, paragraph 2",
        "do not stand on the same level",
    ),
    "an end in another cell": (
        (table(row(cell(p("{%p if true %}"), p("x")), cell(p("{%p endif %}"), p("x")))),),
        "main text, table 1, row 1, column 2",
        "do not stand on the same level",
    ),
    "an unknown statement": ((p("{% fro x in page %}"),), "main text, paragraph 1", "Did you mean “for”?"),
    "includes": ((p("{% include 'x' %}"),), "main text, paragraph 1", "not a tag that can be used here"),
    "bad syntax": ((p("a"), p("{{ page. }}")), "main text, paragraph 2", "“{{ page. }}”"),
    "cellbg outside": ((p("{% cellbg page %}"),), "main text, paragraph 1", "stands in no table cell"),
    "cellbg of three": ((table(row(cell(p("{% cellbg a, b, c %}x")))),), "main text, table 1", "cannot be understood"),
    "restart without numbers": (
        (p("{% restart_list true %}x"),),
        "main text, paragraph 1",
        "stands in a paragraph without numbers",
    ),
    "an unknown field": ((p("x"), p("{{ pgae }}")), "main text, paragraph 2", "no field “pgae”. Did you mean “page”?"),
    "an unknown part of a field": ((p("{{ page.wrod }}"),), "main text, paragraph 1", "Did you mean “word”?"),
    "no colour": ((table(row(cell(p("{% cellbg page.word %}x")))),), "main text, table 1", "“Red” is not a colour"),
    "a macro printed as text": (
        (p("{%p macro m() %}"), p("x"), p("{%p endmacro %}"), p("{{ m() }}")),
        "main text, paragraph 4",
        "made by {%p macro",
    ),
    "text printed as paragraphs": ((p("{{p page.word }}"),), "main text, paragraph 1", "for what a macro gives"),
    "safe": ((p("{{ page.word|safe }}"),), "main text, paragraph 1", "“|safe” cannot be used here"),
    "private attributes": ((p("{{ page.__class__ }}"),), "main text, paragraph 1", "__class__"),
    "reserved characters": ((p("\U0010fff2"),), "main text", "keeps for itself"),
}


@pytest.mark.parametrize(("body", "place", "fault"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_the_template_is_told_with_its_place(body: tuple[str, ...], place: str, fault: str) -> None:
    with pytest.raises(Unusable) as caught:
        render(*body, page=Thing("Red"))
    (problem,) = caught.value.problems
    assert problem.code == "TEMP01"
    assert problem.place.file == "report.docx"
    assert (problem.place.cell or "").startswith(place)
    assert fault in problem.message
    assert problem.remedy


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(Unusable) as caught:
        render(p("{{ a"), p("{%p if x %} y"), p("{% nonsense %}"))
    assert len(caught.value.problems) >= 3


@pytest.mark.parametrize("data", [b"", b"no zip", write_package({"a.txt": b"x"})])
def test_what_is_no_word_document_is_told(data: bytes) -> None:
    with pytest.raises(Unusable, match="not a Word document"):
        word_template(data, "report.docx")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_a_template_saved_again_by_libreoffice_compiles_and_says_the_same(tmp_path: Path) -> None:
    item = p("{% restart_list loop.first %}{{ x }}", style="ListNumber")
    data = package(*loop(p("{%p for x in each %}"), item, p("{%p endfor %}")), p("{{ ", "na", "me }}"))
    saved = save_with_libreoffice(data, tmp_path)
    context = {"things": ("ab", "cd"), "name": "R&D"}
    assert texts(word_template(saved, "x").render(context)) == texts(word_template(data, "x").render(context))
