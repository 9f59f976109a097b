"""What Word, SharePoint and others leave in a template of persons and their computers is never published."""

import posixpath
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from generator.documents.word import render_word, word_template
from generator.report.page.examples import FULL
from tests.documents.made_templates import (
    MAIN,
    OFFICE,
    PNG,
    SETTINGS,
    Parts,
    W,
    field,
    packed,
    parts_of,
    published,
    replaced,
    with_link,
    with_paragraph,
    with_part,
)

MARK = "Sample"
CORE, APP, CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
WORD_2012 = "http://schemas.microsoft.com/office/2011/relationships"
PROPERTIES = f"{OFFICE.removesuffix('/relationships')}/custom-properties"
XML = '<?xml version="1.0" encoding="UTF-8"?>'


def of_settings(element: str) -> Parts:
    return replaced(SETTINGS, "<w:zoom", f"{element}<w:zoom")


def with_core(*elements: str) -> Parts:
    return replaced(CORE, "</cp:coreProperties>", f"{''.join(elements)}</cp:coreProperties>")


def with_app(*elements: str) -> Parts:
    return replaced(APP, "</Properties>", f"{''.join(elements)}</Properties>")


def with_custom(name: str, value: str, parts: Parts | None = None) -> Parts:
    held = f'<property name="{name}"><lpwstr>{value}</lpwstr></property>'
    made = with_part(CUSTOM, f'{XML}<Properties xmlns="{PROPERTIES}">{held}</Properties>', parts=parts)
    return with_link("custom-properties", CUSTOM, "", parts=made)


def below(name: str, data: bytes | str, kind: str, source: str, parts: Parts) -> Parts:
    return with_link(kind, f"/{name}", source, parts=with_part(name, data, parts=parts), id_="rIdY")


CHART = '<c:chartSpace xmlns:c="c"><c:chart/><c:externalData {r} r:id="rIdY"/></c:chartSpace>'.replace(
    "{r}", f'xmlns:r="{OFFICE}"'
)
ONE_PIXEL = "word/media/a.png"
PICTURE = f'<w:r><w:drawing><pic:cNvPr xmlns:pic="pic" id="1" name="C:\\{MARK}\\a.png" descr="file:///{MARK}"/></w:drawing></w:r>'
PROTECTED = f'<w:documentProtection w:edit="readOnly" w:hash="{MARK}"/>'

LEFT_BEHIND = {
    "accounts": with_part("word/people.xml", f'<w15:people xmlns:w15="w15" a="{MARK}"/>', f"{WORD_2012}/people"),
    "what comments had beside them": with_part("word/commentsExtended.xml", f"<x>{MARK}</x>", "x/commentsExtended"),
    "comments that were deleted": with_part("word/comments.xml", f"<w:comments {W} a='{MARK}'/>", "comments"),
    "SharePoint's columns": below(
        "customXml/itemProps1.xml",
        f"<x>{MARK}</x>",
        "customXmlProps",
        "customXml/item1.xml",
        with_part("customXml/item1.xml", f"<Owner>{MARK}</Owner>", "customXml"),
    ),
    "a sensitivity label": with_link(
        "x/classificationlabels",
        "/docMetadata/LabelInfo.xml",
        "",
        parts=with_part("docMetadata/LabelInfo.xml", f"<x>{MARK}</x>"),
    ),
    "the owner of a label": with_custom("MSIP_Label_1_Owner", f"jo.{MARK}@ambridge.example"),
    "a small picture of the first page": with_link(
        "x/metadata/thumbnail", "docProps/t.png", "", parts=with_part("docProps/t.png", PNG + MARK.encode())
    ),
    "the settings of a printer": with_paragraph(
        '<w:pPr><w:sectPr><w:printerSettings r:id="rIdX"/></w:sectPr></w:pPr>',
        parts=with_part("word/printerSettings1.bin", f"\\\\{MARK}".encode("utf-16-le"), "printerSettings"),
    ),
    "settings for a browser": with_part("word/webSettings.xml", f"<x>{MARK}</x>", "webSettings"),
    "building blocks": with_part("word/glossary/document.xml", f"<x>{MARK}</x>", "glossaryDocument"),
    "keys": with_part("word/customizations.xml", f"<x>{MARK}</x>", "x/keyMapCustomizations"),
    "an add-in": with_link(
        "x/webextensiontaskpanes", "/word/t.xml", "", parts=with_part("word/t.xml", f"<x>{MARK}</x>")
    ),
    "a signature": with_link(
        "x/digital-signature/origin", "/_xmlsignatures/o.sigs", "", parts=with_part("_xmlsignatures/o.sigs", b"")
    ),
    "what was thrown away": with_part("[trash]/0000.dat", MARK),
    "a header that nothing leads to": with_part("word/header9.xml", f"<w:hdr {W}><w:p>{MARK}</w:p></w:hdr>"),
    "a chart's workbook": below(
        "word/embeddings/w.xlsx",
        b"PK\3\4" + MARK.encode(),
        "package",
        "word/charts/c1.xml",
        with_part("word/charts/c1.xml", CHART, "chart"),
    ),
    "who made it": replaced(CORE, "{{ page.council }}", f"Jo {MARK}"),
    "who saved it": with_core(f"<cp:lastModifiedBy>{MARK}</cp:lastModifiedBy>"),
    "remarks on it": with_core(f"<dc:description>{MARK}</dc:description>", f"<cp:keywords>{MARK}</cp:keywords>"),
    "its subject": replaced(CORE, "{{ page.months }}", MARK),
    "its state, number and versions": with_core(
        f"<cp:contentStatus>{MARK}</cp:contentStatus>",
        f"<dc:identifier>{MARK}</dc:identifier>",
        f"<cp:version>{MARK}</cp:version>",
        f"<cp:revision>{MARK}</cp:revision>",
        f"<cp:category>{MARK}</cp:category>",
    ),
    "something that nobody listed": with_core(f"<dc:contributor>{MARK}</dc:contributor>", f"<x>{MARK}</x>"),
    "a manager, a company and a base for links": with_app(
        f"<Manager>{MARK}</Manager>",
        f"<Company>{MARK}</Company>",
        f"<HyperlinkBase>{MARK}</HyperlinkBase>",
        f"<Template>{MARK}</Template>",
        f"<TitlesOfParts><x>{MARK}</x></TitlesOfParts>",
    ),
    "where the template was made from": with_link(
        "attachedTemplate",
        rf"file:///C:\Users\{MARK}\Council.dotm",
        SETTINGS,
        external=True,
        parts=of_settings(f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rIdX"/>'),
    ),
    "the same on a Mac": with_link(
        "attachedTemplate",
        f"file:////Users/{MARK}/Council.dotm",
        SETTINGS,
        external=True,
        parts=of_settings(f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rIdX"/>'),
    ),
    "sessions": of_settings(f'<w:rsids><w:rsid w:val="{MARK}"/></w:rsids>'),
    "variables": of_settings(f'<w:docVars><w:docVar w:name="{MARK}" w:val="{MARK}"/></w:docVars>'),
    "a mail merge": of_settings(f'<w:mailMerge><w:connectString w:val="{MARK}"/></w:mailMerge>'),
    "a password": of_settings(PROTECTED),
    "the document's own number": of_settings(f'<w14:docId xmlns:w14="w14" w14:val="{MARK}"/>'),
    "something that nobody listed in the settings": of_settings(f'<w:anything w:val="{MARK}"/>'),
    "sessions of paragraphs": replaced(MAIN, "<w:p>", f'<w:p w:rsidR="{MARK}" xmlns:w14="w14" w14:paraId="{MARK}">'),
    "sessions of styles": replaced("word/styles.xml", "</w:style>", f'<w:rsid w:val="{MARK}"/></w:style>'),
    "who may edit": with_paragraph(f'<w:permStart w:id="1" w:ed="{MARK}"/><w:permEnd w:id="1"/>'),
    "an add-in's data": with_paragraph(
        field(" PAGE ").replace('"begin"/>', f'"begin"><w:fldData>{MARK}</w:fldData></w:fldChar>')
    ),
    "where a picture came from": with_paragraph(PICTURE),
    "the author in a control": with_paragraph(
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:creator[1]"/></w:sdtPr><w:sdtContent>'
        f"<w:r><w:t>Jo </w:t></w:r><w:r><w:t>{MARK}</w:t></w:r></w:sdtContent></w:sdt>"
    ),
}


@pytest.mark.parametrize("parts", LEFT_BEHIND.values(), ids=LEFT_BEHIND)
def test_what_is_left_behind_is_not_published(parts: Parts) -> None:
    made = published(parts)
    assert [name for name, data in made.items() if MARK.encode() in data or MARK.encode("utf-16-le") in data] == []
    assert_whole(made)


def assert_whole(made: Parts) -> None:
    """Nothing leads to a part that is not there, and no type is given to one."""
    for each in etree.fromstring(made["[Content_Types].xml"]).iter("{*}Override"):
        assert each.attrib["PartName"][1:] in made
    for name in (each for each in made if each.endswith(".rels")):
        for each in etree.fromstring(made[name]):
            path = posixpath.normpath(posixpath.join("/", name.rpartition("_rels/")[0], str(each.get("Target"))))
            assert each.get("TargetMode") == "External" or path[1:] in made


@pytest.mark.parametrize("name", [name for name in parts_of() if name.endswith((".xml", ".rels"))])
def test_remarks_in_the_xml_of_any_part_are_not_published(name: str) -> None:
    declared, _, rest = parts_of()[name].decode().partition("?>")
    remarked = f"{declared}?><!-- {MARK} --><?of {MARK}?>{rest}".replace("><", f"><!-- {MARK} --><", 9)
    made = published({**parts_of(), name: remarked.encode()})
    assert [part for part, data in made.items() if MARK.encode() in data] == []


def test_a_part_in_another_encoding_is_published_as_word_writes_it() -> None:
    text = parts_of()[SETTINGS].decode().replace("UTF-8", "UTF-16")
    made = published({**parts_of(), SETTINGS: text.encode("utf-16")})
    assert made[SETTINGS].startswith(b'<?xml version="1.0" encoding="UTF-8"')
    assert b"w:zoom" in made[SETTINGS]


KEPT = {
    "a title": (replaced(CORE, "{{ page.heading }}", "Our performance"), CORE, "<dc:title>Our performance</dc:title>"),
    "keywords with a tag": (with_core("<cp:keywords>{{ page.period }}; us</cp:keywords>"), CORE, "2024/25 Q2; us"),
    "a property of its own with a tag": (with_custom("Council", "{{ page.council }}"), CUSTOM, "Ambridge Council"),
    "a property that a field prints": (
        with_custom("Marking", "OFFICIAL", with_paragraph(field(" DOCPROPERTY Marking "))),
        CUSTOM,
        "OFFICIAL",
    ),
    "a subject that a field prints": (
        replaced(
            CORE, "{{ page.months }}", "Housing", with_paragraph('<w:fldSimple w:instr="SUBJECT"><w:r/></w:fldSimple>')
        ),
        CORE,
        "Housing",
    ),
    "the council as who made it": (replaced(CORE, "{{ page.council }}", "Jo"), CORE, "<dc:creator>Ambridge Council<"),
    "headers that differ": (of_settings("<w:evenAndOddHeaders/>"), SETTINGS, "<w:evenAndOddHeaders/>"),
    "a picture": (with_part(ONE_PIXEL, PNG, "image"), ONE_PIXEL, "PNG"),
    "a drawing": (
        with_part("word/media/a.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>', "image"),
        "word/media/a.svg",
        "svg",
    ),
    "a font": (with_part("word/fonts/font1.odttf", b"\1\2", "font"), "word/fonts/font1.odttf", "\1\2"),
    "a theme": (with_part("word/theme/theme1.xml", "<x/>", "theme"), "word/theme/theme1.xml", "<x/>"),
    "a link to a web page": (
        with_link("hyperlink", "https://www.example.org/a", external=True),
        "word/_rels/document.xml.rels",
        "https://www.example.org/a",
    ),
    "a picture's description": (
        with_paragraph('<w:r><w:drawing><pic:cNvPr xmlns:pic="pic" descr="Our arms: and/or not"/></w:drawing></w:r>'),
        MAIN,
        "Our arms: and/or not",
    ),
}


@pytest.mark.parametrize(("parts", "name", "words"), KEPT.values(), ids=KEPT)
def test_what_a_report_needs_is_carried_over(parts: Parts, name: str, words: str) -> None:
    made = published(parts)
    assert words.encode() in made[name]
    assert_whole(made)


def bound(text: str, xpath: str = "/ns0:CoverPageProperties[1]/ns0:Abstract[1]") -> Parts:
    control = (
        f'<w:sdt><w:sdtPr><w:id w:val="4711"/><w:dataBinding w:xpath="{xpath}" w:storeItemID="{{1}}"/>'
        '<w15:dataBinding xmlns:w15="w15" w15:xpath="x"/><w:text/></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{text}</w:t></w:r></w:sdtContent></w:sdt>"
    )
    store = '<CoverPageProperties xmlns="http://schemas.microsoft.com/office/2006/coverPageProps"><Abstract>'
    item = f"{store}{text}</Abstract></CoverPageProperties>"
    return with_paragraph(control, parts=with_part("customXml/item1.xml", item, "customXml"))


@pytest.mark.parametrize("text", ["{{ page.heading }}", "Cover {{ page.period }}", "Our own words"])
def test_a_control_is_freed_from_its_data_so_that_its_text_stands(text: str) -> None:
    made = published(bound(text))[MAIN].decode()
    assert "dataBinding" not in made
    assert "{{" not in made
    assert re.sub("{{.*}}", "", text) in made


def test_a_control_of_the_whole_block_and_a_control_in_a_header_are_freed_too() -> None:
    block = bound("{{ page.heading }}")[MAIN].decode()
    control = re.search("<w:sdt>.*?</w:sdt>", block)
    assert control
    made = published(with_paragraph(control[0], "word/header1.xml"))["word/header1.xml"].decode()
    assert "dataBinding" not in made
    assert FULL.heading in made


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_another_program_shows_what_was_filled_in(tmp_path: Path) -> None:
    document = render_word(word_template(packed(bound("Cover: {{ page.heading }}")), "x"), FULL)
    (tmp_path / "x.docx").write_bytes(document)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "txt:Text"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "x.docx"], check=True, capture_output=True, timeout=120)
    assert (tmp_path / "x.txt").read_text(encoding="utf-8-sig").startswith(f"Cover: {FULL.heading}")
