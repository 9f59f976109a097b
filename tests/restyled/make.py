"""Makes the restyled templates beside this file, as three councils changed ours with the programs that officers use.

    python -m tests.restyled.make [FOLDER]

It needs LibreOffice and the system's Python with its uno module. The .docx in the repository are what tests use; they
stay as they were made, because other versions of LibreOffice save otherwise.

county.docx, from report.docx. The committee's clerk works in LibreOffice and saved it there:
    serif headings in green, labels in plum, other margins; the council's logo in the header and another picture in the
    body under each directorate's heading, both described; the performance column moved to second place, so that it
    and the quarter's status changed places; “Intervention / Review” dropped; “What we are doing” in place of
    “Improvement Actions Taken”; other column widths.

borough.docx, from sections.docx. The performance officer works in Word:
    a portrait cover whose text box holds council and heading, the rest landscape; the glossary first, the key after
    the exceptions; a footnote with the source of the data; whole cells in the colours of statuses, and a row for the
    direction of travel in each measure's table; and what Word leaves behind as one edits: tags cut into runs of
    several looks, spelling marks, editing sessions, curly quotes, a _GoBack bookmark.

unitary.docx, from summary.docx. Someone in the print room works in Word:
    A4 landscape, the exceptions and the key in two columns, larger charts, the counts without what is not rated; on
    the first page a header of its own, on the others the title as a field; page numbers in a style of their own; the
    tags in keywords and category too.
"""

import io
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE as KINDS
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from lxml import etree
from PIL import Image, ImageDraw

from tests.clients.programs import SYSTEM_PYTHON, program

HERE = Path(__file__).parent
TEMPLATES = HERE.parents[1] / "templates"
_MINUTES = 3 * 60

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
DECLARED = " ".join(f'xmlns:{name}="{address}"' for name, address in NAMES.items())
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


# ---- What all three do ----------------------------------------------------------------------------------------


def xml(text: str) -> etree._Element:
    """Parse an element that uses the prefixes of NAMES."""
    end = min(at for at in (text.find(" "), text.find(">"), text.find("/")) if at > 0)
    parsed: etree._Element = parse_xml(f"{text[:end]} {DECLARED}{text[end:]}")
    return parsed


def text_of(element: etree._Element) -> str:
    return "".join(str(each.text or "") for each in element.iter(qn("w:t")))


def find(document: Document, text: str) -> etree._Element:
    """Find the first paragraph with exactly this text, in tables too."""
    every: Iterable[etree._Element] = document.element.body.iter(qn("w:p"))
    return next(each for each in every if text_of(each) == text)


def part_with(document: Document, heading: str) -> list[etree._Element]:
    """Give a whole part: from the tag over its heading to the tag that closes it."""
    body = list(document.element.body)
    at = next(n for n, each in enumerate(body) if text_of(each) == heading) - 1
    depth, end = 0, at
    for end in range(at, len(body)):
        text = text_of(body[end]) if body[end].tag == qn("w:p") else ""
        depth += text.startswith(("{%p if", "{%p for")) - text.startswith(("{%p endif", "{%p endfor"))
        if depth == 0:
            break
    return body[at : end + 1]


def like_the_section_before(section: etree._Element) -> None:
    """Let a section have the headers and footers of the one before; python-docx would delete the parts as well."""
    for each in section.findall(qn("w:headerReference")) + section.findall(qn("w:footerReference")):
        section.remove(each)


def right_hand_tabs(document: Document, middle: float, right: float) -> None:
    """Move the tab stops of headers and footers to where a page of another width has its middle and its margin."""
    for name in ("header", "footer"):
        stops = document.styles[name].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(Cm(middle), WD_TAB_ALIGNMENT.CENTER)
        stops.add_tab_stop(Cm(right), WD_TAB_ALIGNMENT.RIGHT)


def picture(colour: str, letters: str) -> io.BytesIO:
    image = Image.new("P", (240, 80), 0)
    image.putpalette([255, 255, 255, *bytes.fromhex(colour)])
    draw = ImageDraw.Draw(image)
    draw.ellipse((4, 4, 76, 76), fill=1)
    draw.rectangle((90, 28, 236, 52), fill=1)
    draw.text((30, 34), letters, fill=0)
    drawn = io.BytesIO()
    image.save(drawn, "PNG", optimize=True)
    return drawn


def describe(run: etree._Element, name: str, text: str) -> None:
    for each in run.iter(f"{{{NAMES['wp']}}}docPr"):
        each.set("name", name)
        each.set("descr", text)


# ---- The county -----------------------------------------------------------------------------------------------


def county() -> bytes:
    document = docx.Document(str(TEMPLATES / "report.docx"))
    header = document.sections[0].header.paragraphs[0]
    logo = header.insert_paragraph_before().add_run()
    logo.add_picture(picture("1D4D3A", "B"), height=Cm(0.9))
    describe(logo._r, "Logo", "Borsetshire County Council")

    heading = next(each for each in document.paragraphs if each.text == "{{ directorate.heading }}")
    below = deepcopy(heading._p)
    heading._p.addnext(below)
    ornament = Paragraph(below, heading._parent)
    ornament.style = document.styles["Normal"]
    ornament.text = ""
    run = ornament.add_run()
    run.add_picture(picture("5B2148", "D"), height=Cm(0.6))
    describe(run._r, "Directorate", "The badge of {{ directorate.name }}")

    table = next(each for each in document.tables if each.cell(0, 0).text == "Measure Details")
    for row in table.rows:
        _, quarter, _, performance, *_ = row._tr.findall(qn("w:tc"))
        forecast = quarter.getnext()
        quarter.addprevious(performance)
        forecast.addnext(quarter)
    words = next(each for each in table.rows[0].cells if each.text == "Improvement Actions Taken")
    words.paragraphs[0].runs[0].text = "What we are doing"
    return saved_by_libreoffice(document)


def saved_by_libreoffice(document: Document) -> bytes:
    office = program("soffice")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with TemporaryDirectory() as name:
        folder = Path(name)
        document.save(str(folder / "open.docx"))
        home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        listening = f"--accept=socket,host=127.0.0.1,port={port};urp;"
        server = subprocess.Popen([office, "--headless", "--norestore", "--nologo", home, listening])
        try:
            paths = (HERE / "in_writer.py", port, folder / "open.docx", folder / "saved.docx")
            client = [SYSTEM_PYTHON, *map(str, paths)]
            subprocess.run(client, check=True, timeout=_MINUTES)
            server.wait(timeout=_MINUTES)
        finally:
            server.kill()
            server.wait()
        return (folder / "saved.docx").read_bytes()


# ---- The borough ----------------------------------------------------------------------------------------------


def cover_text(rsid: str) -> str:
    """Both texts of the cover, in runs as Word cuts them."""
    return (
        f'<w:txbxContent><w:p w:rsidR="{rsid}" w:rsidRDefault="{rsid}"><w:pPr><w:pStyle w:val="Council"/></w:pPr>'
        f'<w:r w:rsidRPr="{rsid}"><w:t>{{{{ </w:t></w:r><w:proofErr w:type="spellStart"/>'
        f'<w:r w:rsidRPr="{rsid}"><w:rPr><w:b/></w:rPr><w:t>page.council</w:t></w:r><w:proofErr w:type="spellEnd"/>'
        f'<w:r><w:t xml:space="preserve"> }}}}</w:t></w:r></w:p><w:p w:rsidR="{rsid}"><w:pPr><w:pStyle w:val="Notice"/>'
        "</w:pPr><w:r><w:t>{{ page.heading }}</w:t></w:r></w:p></w:txbxContent>"
    )


def cover() -> etree._Element:
    """A text box as Word writes it: a shape, and for old programs the same in VML."""
    width, height = 5_400_000, 1_800_000
    return xml(
        '<w:p w:rsidR="00A1B2C3" w:rsidRDefault="00A1B2C3"><w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        '<w:drawing><wp:anchor distT="45720" distB="45720" distL="114300" distR="114300" simplePos="0" '
        'relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:posOffset>2160000</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>'
        '<wp:docPr id="217" name="Text Box 2" descr="Cover of {{ page.council }}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr bwMode="auto"><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" '
        f'cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr '
        'val="E8EEF4"/></a:solidFill><a:ln w="12700"><a:solidFill><a:srgbClr val="1B365D"/></a:solidFill></a:ln>'
        f'</wps:spPr><wps:txbx>{cover_text("00A1B2C3")}</wps:txbx><wps:bodyPr rot="0" vert="horz" wrap="square" '
        'lIns="180000" tIns="180000" rIns="180000" bIns="180000" anchor="ctr" anchorCtr="0"><a:noAutofit/>'
        "</wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        '<v:shape id="Text Box 2" o:spid="_x0000_s1026" '
        'style="position:absolute;margin-left:0;margin-top:170pt;width:425.2pt;height:141.7pt" '
        f'fillcolor="#e8eef4" strokecolor="#1b365d"><v:textbox>{cover_text("00A1B2C3")}</v:textbox></v:shape></w:pict>'
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def cut_up(paragraph: etree._Element, *pieces: str) -> None:
    """Cut a paragraph's text into runs as Word does: sessions, looks and spelling marks change within a tag."""
    assert "".join(pieces) == text_of(paragraph).replace('"bullets"', "“bullets”"), text_of(paragraph)
    for each in list(paragraph):
        if each.tag != qn("w:pPr"):
            paragraph.remove(each)
    looks = ("", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/><w:lang w:val='en-US'/></w:rPr>")
    for number, piece in enumerate(pieces):
        escaped = piece.replace("&", "&amp;").replace("<", "&lt;")
        if number % 2:
            paragraph.append(xml('<w:proofErr w:type="gramStart"/>'))
        paragraph.append(
            xml(
                f'<w:r w:rsidR="00{number:02}F00D" w:rsidRPr="00{number:02}BEEF">{looks[number % 3]}'
                f'<w:t xml:space="preserve">{escaped}</w:t></w:r>'
            )
        )
        if number % 2:
            paragraph.append(xml('<w:proofErr w:type="gramEnd"/>'))
    paragraph.set(qn("w:rsidR"), "00C0FFEE")


def borough() -> bytes:
    document = docx.Document(str(TEMPLATES / "sections.docx"))
    body = document.element.body

    # Its own look
    normal, second = document.styles["Normal"], document.styles["heading 2"]
    normal.font.name = "Verdana"
    second.font.color.rgb = RGBColor(0x1B, 0x36, 0x5D)
    second.font.size = Pt(18)

    # The order of the parts: glossary first, the key after the exceptions
    purpose, glossary, key = (part_with(document, name) for name in ("Purpose", "Glossary", "Key to statuses"))
    for each in glossary:
        purpose[0].addprevious(each)
    exceptions = part_with(document, "{{ directorate.heading }}")
    for each in reversed(key):
        exceptions[-1].addnext(each)

    # A cover, then everything else landscape
    (section,) = document.sections
    mark = find(document, "{%p if page.marking %}")
    mark.addprevious(cover())
    last = body.find(qn("w:sectPr"))
    ends = xml("<w:p><w:pPr/></w:p>")
    ends[0].append(deepcopy(last))
    mark.addprevious(ends)
    first, section = document.sections
    first.different_first_page_header_footer = True
    first.first_page_header.paragraphs[0].text = "{{ page.marking }}{% if page.draft %} DRAFT{% endif %}"
    first.first_page_footer.paragraphs[0].text = ""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    like_the_section_before(last)
    right_hand_tabs(document, 12.8, 25.7)

    # Each measure's table: whole cells coloured, and a row more
    table = next(each for each in document.tables if each.cell(0, 0).text == "Figures")
    for each in table._tbl.iter(qn("w:t")):
        each.text = (each.text or "").replace("{% parabg ", "{% cellbg ")
    row = deepcopy(table.rows[-1]._tr)
    table._tbl.append(row)
    label, told, other = table.rows[-1].cells
    label.paragraphs[0].runs[0].text = "Direction of travel"
    told.paragraphs[0].runs[0].text = "{{ measure.direction }}"
    row.remove(other._tc)
    told._tc.get_or_add_tcPr().append(xml('<w:gridSpan w:val="2"/>'))
    below = find(document, "Direction of travel: {{ measure.direction }}")
    body.remove(below)

    add_footnote(document, find(document, "{{ page.introduction }}"), "Figures: {{ page.data_source }}")

    # What Word leaves behind
    cut_up(find(document, '{%p if block.form == "bullets" %}'), "{%", "p if ", "block.", "form == “bull", "ets” %", "}")
    cut_up(find(document, "{{ measure.heading }}"), "{", "{ measure", ".", "heading }", "}")
    cut_up(find(document, "{% contents 2, 3 %}"), "{% con", "tents 2", ", 3 %}")
    status = "{% cellbg measure.quarter_status.fill, measure.quarter_status.ink %}{{ measure.quarter_status.word }}"
    cut_up(find(document, status), *(status[at : at + 17] for at in range(0, len(status), 17)))
    heading = find(document, "{{ measure.heading }}")
    heading.append(xml('<w:bookmarkStart w:id="0" w:name="_GoBack"/>'))
    heading.append(xml('<w:bookmarkEnd w:id="0"/>'))
    return written(document)


def add_footnote(document: Document, paragraph: etree._Element, text: str) -> None:
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for number, kind, mark in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    note = (
        '<w:footnote w:id="1"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle '
        'w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> '
        f"{text[:12]}</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>{text[12:]}</w:t></w:r></w:p></w:footnote>"
    )
    root = xml(f"<w:footnotes>{separators}{note}</w:footnotes>")
    package = document.part.package
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, etree.tostring(root, encoding="UTF-8"), package)
    document.part.relate_to(part, KINDS.FOOTNOTES)
    paragraph.append(
        xml('<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>')
    )
    styles = document.styles.element
    styles.append(
        xml(
            '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>'
            '<w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style>'
        )
    )
    styles.append(
        xml(
            '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
            '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        )
    )


# ---- The unitary ----------------------------------------------------------------------------------------------


def field(code: str, shown: str, style: str) -> str:
    """A field in three steps, its code cut in two as Word does."""
    looks = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>'
    half = len(code) // 2
    return "".join(
        f"<w:r>{looks}{each}</w:r>"
        for each in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> {code[:half]}</w:instrText>',
            f'<w:instrText xml:space="preserve">{code[half:]}  \\* MERGEFORMAT </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            f"<w:t>{shown}</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )


def unitary() -> bytes:
    document = docx.Document(str(TEMPLATES / "summary.docx"))
    body = document.element.body

    # A4 landscape; the exceptions and the key in two columns
    (section,) = document.sections
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Cm(1.8)
    whole = body.find(qn("w:sectPr"))
    seam = xml("<w:p><w:pPr/></w:p>")
    seam[0].append(deepcopy(whole))
    find(document, "{%p if page.directorates %}").addprevious(seam)
    kind = xml('<w:type w:val="continuous"/>')
    whole.find(qn("w:pgSz")).addprevious(kind)
    whole.append(xml('<w:cols w:num="2" w:space="567" w:sep="1"/>'))
    end = xml("<w:p><w:pPr/></w:p>")  # a break at the end too: else Word fills the first column before the second
    end[0].append(deepcopy(whole))
    whole.addprevious(end)
    whole.remove(whole[-1])

    # Different first page: the first section's; the title stands on the others as a field
    first = document.sections[0]
    first.different_first_page_header_footer = True
    top = first.first_page_header.paragraphs[0]
    top.text = "{{ page.council }} – {{ page.months }}{% if page.draft %} – DRAFT{% endif %}"
    first.first_page_footer.paragraphs[0].text = "{{ page.data_source }}"
    for each in body.xpath(".//w:sectPr")[1:]:
        like_the_section_before(each)
    header, footer = first.header.paragraphs[0], first.footer.paragraphs[0]
    # … the page numbers in a style of their own
    document.styles.add_style("Page count", WD_STYLE_TYPE.CHARACTER).font.bold = True
    for each in list(footer._p):
        if each.tag != qn("w:pPr"):
            footer._p.remove(each)
    numbers = (
        "<w:p><w:r><w:tab/></w:r><w:r><w:tab/></w:r>"
        f"{field('PAGE', '1', 'PageCount')}<w:r><w:t>/</w:t></w:r>{field('NUMPAGES', '2', 'PageCount')}</w:p>"
    )
    for each in list(xml(numbers)):
        footer._p.append(each)
    simple = '<w:fldSimple w:instr=" TITLE \\* MERGEFORMAT "><w:r><w:t>{{ page.heading }}: summary</w:t></w:r>'
    for each in list(header._p)[1:]:
        header._p.remove(each)
    header._p.append(xml(f"{simple}</w:fldSimple>"))
    right_hand_tabs(document, 13, 26.1)

    without_the_last_status(document.tables[0]._tbl)
    for each in body.iter(qn("w:t")):
        each.text = (each.text or "").replace(
            "{% chart chart, 8.3, 2 + 0.7 * chart.categories|length %}", "{% chart chart, 12.6, 5 %}"
        )
    document.core_properties.keywords = "{{ page.period }}; exceptions"
    document.core_properties.category = "{% if page.draft %}Draft{% else %}Final{% endif %}"
    return written(document)


def without_the_last_status(table: etree._Element) -> None:
    """Leave what is not rated out of a table of counts."""
    rows = table.findall(qn("w:tr"))
    for row, name in ((rows[0], "breakdown.statuses"), (rows[2], "row.numbers")):
        for each in row.findall(qn("w:tc"))[1].iter(qn("w:t")):
            each.text = (each.text or "").replace(name, f"{name}[:-1]")


def written(document: Document) -> bytes:
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


RESTYLED: dict[str, Callable[[], bytes]] = {"county.docx": county, "borough.docx": borough, "unitary.docx": unitary}

if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for name, make in RESTYLED.items():
        (folder / name).write_bytes(make())
