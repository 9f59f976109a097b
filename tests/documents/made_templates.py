"""Templates as somebody might have made them: the bundled one with something put in, linked as Word links it."""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from generator.documents.word import render_word, word_template
from generator.report.page.examples import FULL

REPORT = (Path(__file__).parents[2] / "templates" / "report.docx").read_bytes()
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
MAIN, SETTINGS = "word/document.xml", "word/settings.xml"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)

Parts = dict[str, bytes]


def parts_of(data: bytes = REPORT) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def replaced(part: str, before: str, after: str, parts: Parts | None = None) -> Parts:
    parts = parts_of() if parts is None else parts
    text = parts[part].decode()
    assert before in text
    return {**parts, part: text.replace(before, after, 1).encode()}


def with_paragraph(content: str, part: str = MAIN, parts: Parts | None = None) -> Parts:
    """Put a paragraph in as the first of a part."""
    parts = parts_of() if parts is None else parts
    start = re.search(r"<w:(?:body|hdr|ftr|footnote|endnote)(?: [^>]*)?>", parts[part].decode())
    assert start
    return replaced(part, start[0], f"{start[0]}<w:p {R}>{content}</w:p>", parts)


def with_link(
    kind: str, target: str, source: str = MAIN, *, external: bool = False, parts: Parts | None = None, id_: str = "rIdX"
) -> Parts:
    """Let a part lead to another, or out of the package; a kind that is no address is one of Office's."""
    parts = parts_of() if parts is None else parts
    folder, _, file = source.rpartition("/")
    rels = f"{folder}/_rels/{file}.rels".lstrip("/") if source else "_rels/.rels"
    mode = ' TargetMode="External"' if external else ""
    kind = kind if ":" in kind else f"{OFFICE}/{kind}"
    link = f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"{mode}/>'
    empty = f'<Relationships xmlns="{PACKAGE}"></Relationships>'.encode()
    return {**parts, rels: parts.get(rels, empty).replace(b"</Relationships>", f"{link}</Relationships>".encode())}


def with_part(
    name: str, data: bytes | str, kind: str = "", parts: Parts | None = None, content_type: str = ""
) -> Parts:
    """Put a part in, and let the main text lead to it where a kind is given."""
    parts = {**(parts_of() if parts is None else parts), name: data if isinstance(data, bytes) else data.encode()}
    if kind:
        parts = with_link(kind, f"/{name}", parts=parts)
    if content_type:
        override = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
        parts = replaced("[Content_Types].xml", "</Types>", override, parts)
    return parts


def field(*codes: str, shown: str = "1") -> str:
    """A field of Word's own, its code in as many runs."""
    pieces = "".join(f'<w:r><w:instrText xml:space="preserve">{each}</w:instrText></w:r>' for each in codes)
    return f"{step('begin')}{pieces}{step('separate')}<w:r><w:t>{shown}</w:t></w:r>{step('end')}"


def step(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def published(parts: Mapping[str, bytes]) -> Parts:
    """Give the parts of the document that a template makes."""
    return parts_of(render_word(word_template(packed(parts), "report.docx"), FULL))
