"""A Word template compiled: its faults, told with their places, and what Word and LibreOffice leave in it."""

import io
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.documents.word import word_template
from generator.documents.word_document.package import write_package
from generator.model.problem import Unusable
from tests.documents.word_files import (
    Thing,
    cell,
    loop,
    p,
    package,
    render,
    row,
    save_with_libreoffice,
    table,
    texts,
    xml_of,
)


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
