"""check-template: what is wrong with a template is found before a report is built with it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli.app import app
from generator.documents.template_trial import faults_of
from generator.documents.word_document.package import read_package, write_package
from generator.model.messages.wording import Severity
from generator.model.question import DEFAULT_QUESTIONS, Question
from generator.report.page.example_facts import EXAMPLES
from tests.documents.word_files import cell, p, package, row, table
from tests.projects import make_project
from tools.word_template import LAYOUTS, lay_out

RESTYLED = Path(__file__).parents[1] / "restyled"
TEMPLATE = lay_out(LAYOUTS["report.docx"])


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments], catch_exceptions=False)


def changed(part: str, before: str, after: str) -> bytes:
    parts = read_package(TEMPLATE)
    assert before in parts[part].decode()
    return write_package({**parts, part: parts[part].decode().replace(before, after, 1).encode()})


def with_part(name: str, data: bytes) -> bytes:
    return write_package({**read_package(TEMPLATE), name: data})


BODY = "word/document.xml"
RELS = "word/_rels/document.xml.rels"
ERRORS: dict[str, tuple[bytes, str]] = {
    "a field that a report hardly ever has": (
        changed(BODY, "{{ page.movement.since }}", "{{ page.movement.sinse }}"),
        "no field “sinse”. Did you mean “since”?",
    ),
    "an untaken branch": (changed(BODY, "{%p if page.draft %}", "{%p if page.drat %}"), "no field “drat”"),
    "a list that is printed": (changed(BODY, "{{ page.council }}", "{{ page.missing }}"), "“page.missing” is a list"),
    "a macro that is not there": (changed(BODY, "macro prose(", "macro pose("), "there is no macro “prose” above it."),
    "a missing part": (changed(RELS, "header1.xml", "header9.xml"), "word/header9.xml, which is not in the file"),
    "comments": (
        with_part("word/comments.xml", b'<w:comments xmlns:w="x"><w:comment w:author="Jo"/></w:comments>'),
        "it has comments, which would be published",
    ),
    "tracked changes": (changed(BODY, "<w:r>", '<w:ins w:author="Jo"/><w:r>'), "it has tracked changes"),
    "a tag in SmartArt": (with_part("word/diagrams/data1.xml", b"<a>{{ page.title }}</a>"), "SmartArt"),
    "half a tag in a property": (
        changed("docProps/core.xml", "{{ page.heading }}", "{{ page.heading"),
        "a tag is opened and not closed",
    ),
    "a page break in a tag's paragraph": (
        changed(BODY, '<w:pStyle w:val="TemplateTag"/>', '<w:pStyle w:val="TemplateTag"/><w:pageBreakBefore/>'),
        "a break",
    ),
    "a dash for a dot": (changed(BODY, "{{ page.council }}", "{{ page–council }}"), "the character “–” cannot stand"),
    "one equals sign": (changed(BODY, 'block.form == "bullets"', 'block.form = "bullets"'), "to compare, write =="),
    "a comma in a chart's size": (changed(BODY, "chart, 13.4, 1.9", "chart, 13,4, 1.9"), "with a point and no comma"),
    "a filter": (changed(BODY, "{{ page.council }}", "{{ page.council|safe }}"), "“|safe” cannot be used here"),
    "not a Word document": (b"x", "not a Word document"),
    "an OpenDocument text": (write_package({"mimetype": b"x"}), "choose Save As"),
}


@pytest.mark.parametrize(("data", "words"), ERRORS.values(), ids=ERRORS)
def test_what_is_wrong_is_found(data: bytes, words: str) -> None:
    found = faults_of(data, "mine.docx")
    assert any(words in f"{each.message} {each.remedy}" for each in found), [str(each.message) for each in found]
    assert all(each.place.file == "mine.docx" and each.remedy for each in found)


HARMLESS = {
    "a capital letter": changed(BODY, "{%p if page.draft %}", "{%P if page.draft %}"),
    "characters that cannot be seen": changed(BODY, "{{ page.council }}", "{{ page.\u200bcoun\u00adcil }}"),
    "a field with a filter": changed(BODY, "{{ page.council }}", "{{ page.council|upper }}"),
}


@pytest.mark.parametrize("data", HARMLESS.values(), ids=HARMLESS)
def test_what_is_harmless_is_taken(data: bytes) -> None:
    assert faults_of(data, "mine.docx") == ()


LOSSES: dict[str, tuple[bytes, str]] = {
    "no heading 1": (changed(BODY, 'w:val="Heading1"', 'w:val="Council"'), "it needs one Heading 1"),
    "a level left out": (
        changed(BODY, 'w:val="Heading2"', 'w:val="Heading4"'),
        "Q1 2024/25” is of level 4",
    ),
    "no heading row": (
        changed(BODY, "<w:tblHeader/>", ""),
        "“Measure, Q1 2024/25, Q2 2024/25, Change” has no",
    ),
    "no description": (
        package(p("x"), table(row(cell(p("a")), cell(p("b"))))),
        "the table that begins with “a, b” has no description",
    ),
    "a table wider than the page": (
        changed(BODY, '<w:tcW w:w="2400" w:type="dxa"/>', '<w:tcW w:w="9400" w:type="dxa"/>'),
        "“Measure, Q1 2024/25, Q2 2024/25, Change” is 38.4 cm wide; the page has room for 27.3 cm",
    ),
    "a chart wider than the page": (
        changed(BODY, "chart, 13.4, 1.9", "chart, 40, 1.9"),
        "the page has room for 27.3 cm",
    ),
}


@pytest.mark.parametrize(("data", "words"), LOSSES.values(), ids=LOSSES)
def test_what_readers_would_miss_is_a_warning(data: bytes, words: str) -> None:
    found = faults_of(data, "mine.docx")
    assert {each.severity for each in found} == {Severity.WARNING}
    assert any(words in each.message for each in found), [str(each.message) for each in found]


ASKED = (*DEFAULT_QUESTIONS, Question(key="risks", label="Risks"))
NOT_PRINTED: dict[str, tuple[str, Sequence[Question], list[str]]] = {
    "a template made for the three questions, and another": ("borough", ASKED, ["Risks"]),
    "one that has dropped a column": ("county", DEFAULT_QUESTIONS, ["Intervention or review"]),
    "one that prints no commentary": ("unitary", ASKED, []),
    "nothing asked": ("borough", (), []),
    "only other questions": ("borough", ASKED[3:], ["Risks"]),
}


@pytest.mark.parametrize(("council", "asked", "labels"), NOT_PRINTED.values(), ids=NOT_PRINTED)
def test_what_is_asked_and_printed_by_no_tag_is_a_warning(
    council: str, asked: Sequence[Question], labels: list[str]
) -> None:
    data = (RESTYLED / f"{council}.docx").read_bytes()
    told = [each.message for each in faults_of(data, "mine.docx", asked) if "it does not print" in each.message]
    assert told == [
        f"The template may shut readers out: it does not print what is answered to “{label}”." for label in labels
    ]


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_bundled_templates_print_what_is_answered_to_any_question(name: str) -> None:
    assert faults_of(lay_out(LAYOUTS[name]), name, ASKED[3:]) == faults_of(lay_out(LAYOUTS[name]), name, ASKED) == ()


def test_all_templates_of_a_project_are_checked_and_the_fields_are_listed(tmp_path: Path) -> None:
    make_project(tmp_path)
    result = run("check-template", "--project", tmp_path)
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        f"bundled:templates/{name} is sound."
        for name in (*LAYOUTS, "report.html.j2", *(f"narratives/{each}.j2" for each in EXAMPLES))
    ]
    assert "  page.council                  Ambridge Council" in result.stdout.splitlines()
    assert "{% for measure in group.measures %}" in result.stdout
    assert "measure.quarter.missing awaiting data" in (" ".join(each.split()) for each in result.stdout.splitlines())
    assert "files a list: {% for file in files %}" in (" ".join(each.split()) for each in result.stdout.splitlines())


def test_a_broken_template_is_told_and_the_exit_code_says_so(tmp_path: Path) -> None:
    file = tmp_path / "mine.docx"
    file.write_bytes(ERRORS["comments"][0])
    result = run("check-template", file)
    assert result.exit_code == 1
    assert "Review > Delete > Delete All Comments" in result.stdout
    assert "sound" not in result.stderr


@pytest.mark.parametrize(("name", "data", "code"), [("page.html.j2", b"\xff", 1), ("page.html.j2", b"{{ page.x }}", 1)])
def test_a_web_pages_template_is_checked_too(tmp_path: Path, name: str, data: bytes, code: int) -> None:
    (tmp_path / name).write_bytes(data)
    assert run("check-template", tmp_path / name).exit_code == code


def test_a_narratives_own_fields_are_listed(tmp_path: Path) -> None:
    make_project(tmp_path)
    (tmp_path / "measure.j2").write_text("{{ measure.label }} by {{ report.ends|day }}", encoding="utf-8")
    result = run("check-template", tmp_path / "measure.j2")
    assert (result.exit_code, result.stderr) == (0, f"{tmp_path.as_posix()}/measure.j2 is sound.\n")
    listed = [line.split()[0] for line in result.stdout.splitlines() if line.startswith("  ")]
    assert {"report.council", "measure.quarter.actual"} <= set(listed)
    assert not {"page.council", "directorate", "files", "file.name"} & set(listed)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run("check-template", tmp_path / "none.docx")
    assert result.exit_code == 2
    assert "There is no such file" in result.stderr
