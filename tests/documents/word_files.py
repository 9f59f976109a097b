"""Small Word documents for tests: built from a few words, and read back."""

import io
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

import docx

from generator.documents.word import word_template
from generator.documents.word_document.package import write_package

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""
STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Steps"><w:name w:val="Steps"/><w:basedOn w:val="ListNumber"/></w:style>
<w:style w:type="paragraph" w:styleId="ListNumber"><w:name w:val="List Number"/>
<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style></w:styles>"""


def run(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<w:r><w:t>{escaped}</w:t></w:r>"


def p(*runs: str, style: str = "") -> str:
    looks = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{looks}{''.join(each if each.startswith('<') else run(each) for each in runs)}</w:p>"


def cell(*content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/><w:vAlign w:val="top"/></w:tcPr>{"".join(content)}</w:tc>'


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>{"".join(rows)}</w:tbl>'


def relationships(*kinds: tuple[str, str]) -> str:
    """Links to parts, each a type and a target."""
    links = "".join(f'<Relationship Id="r{n}" Type="{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(kinds))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def package(*body: str, **parts: str) -> bytes:
    more = [name.removeprefix("word__") for name in parts if name.startswith("word__")]
    of_text = dict.fromkeys(("styles", "numbering", *more))
    core = [(f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")]
    kinds = (("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"))
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}.{kind}+xml"/>' for name, kind in kinds
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/>{overrides}</Types>',
        "_rels/.rels": relationships(
            (f"{OFFICE}/officeDocument", "word/document.xml"), *(core if "docProps__core" in parts else ())
        ),
        "word/_rels/document.xml.rels": relationships(
            *((f"{OFFICE}/{each.rstrip('0123456789')}", f"{each}.xml") for each in of_text)
        ),
        "word/document.xml": f"<w:document {W}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        **{name.replace("__", "/") + ".xml": text for name, text in parts.items()},
    }
    return write_package({name: text.encode() for name, text in files.items()})


def render(*body: str, **context: object) -> bytes:
    return word_template(package(*body), "report.docx").render(context)


def xml_of(data: bytes, part: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(part).decode()


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def cells(data: bytes) -> list[list[list[str]]]:
    tables = docx.Document(io.BytesIO(data)).tables
    return [[[each.text for each in c.paragraphs] for c in r.cells] for t in tables for r in t.rows]


def save_with_libreoffice(data: bytes, folder: Path) -> bytes:
    (folder / "template.docx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx"]
    subprocess.run(
        [*command, "--outdir", f"{folder}/out", f"{folder}/template.docx"], check=True, capture_output=True, timeout=120
    )
    return (folder / "out" / "template.docx").read_bytes()


@dataclass(frozen=True)
class Thing:
    word: str
    fill: str = "AA1111"
    items: tuple[str, ...] = ()


def loop(*inner: str) -> tuple[str, ...]:
    return (p("{%p for each in things %}"), *inner, p("{%p endfor %}"))
