"""What LibreOffice parts on its pages though it belongs together, found in the PDF and mended in the Word file.

A heading is to stand on the page of what follows it, and a measure's figures on that of its name. LibreOffice now and
then leaves a heading behind, whatever the file says; and a row that may break may break anywhere. So what is parted in
a PDF starts on the next page in a copy of the Word file, of which the PDF is made again.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    import pikepdf

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN, _STYLES = "word/document.xml", "word/styles.xml"
_HEADING = re.compile(r"/H[1-6]?")
_TOGETHER = ("Measure label", "Measure title", "Performance")
"""How the names of the styles begin whose lines stay on one page where they stand in one row."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A piece of text: its page, its style, and the numbers of the heading or table row that it is in, or None."""

    page: int
    style: str
    heading: int | None
    row: int | None


def mended(document: bytes, pdf: "pikepdf.Pdf") -> bytes | None:
    """The Word file with what is parted in its PDF put on the next page; None where nothing is, or can be mended."""
    lines = list(_lines(pdf))
    headings, rows = set(_left_behind(lines)), set(_parted_rows(lines))
    if not headings and not rows:
        return None
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = {each.filename: archive.read(each) for each in archive.infolist()}
    body = etree.fromstring(parts[_MAIN])
    styles = set(_of_headings(etree.fromstring(parts[_STYLES])))
    there = [each for each in body.iter(f"{_W}p") if _style(each) in styles and _has_text(each)]
    in_tables, changes = list(body.iter(f"{_W}tr")), list[bool]()
    if len(there) == _count(line.heading for line in lines):
        changes += [_break_before(there[number]) for number in headings]
    if len(in_tables) == _count(line.row for line in lines):
        changes += [_keep_whole(in_tables[number]) for number in rows]
    if not any(changes):
        return None
    main = etree.tostring(body, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _packed({**parts, _MAIN: main})


def pieces(pdf: "pikepdf.Pdf") -> int:
    """How many pieces of text a PDF has: fewer than before, and something was cut off."""
    return sum(1 for _ in _lines(pdf))


def _lines(pdf: "pikepdf.Pdf") -> Iterator[_Line]:
    """Every piece of text in reading order, as the PDF's structure tells it; headers and footers are none of it."""
    import pikepdf  # noqa: PLC0415, few builds ask for PDF

    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    headings, rows = -1, -1

    def walk(element: pikepdf.Object, heading: int | None, row: int | None) -> Iterator[_Line]:
        nonlocal headings, rows
        style = str(element.get("/S", ""))
        if _HEADING.fullmatch(style):
            heading = headings = headings + 1
        if style == "/TR":
            row = rows = rows + 1
        inside: object = element.get("/K")
        for each in inside if isinstance(inside, pikepdf.Array) else [inside]:
            if isinstance(each, pikepdf.Dictionary) and "/S" in each:
                yield from walk(each, heading, row)
            elif each is not None:
                on = each.get("/Pg") if isinstance(each, pikepdf.Dictionary) else None
                page = on or element.get("/Pg")
                if page is not None:
                    yield _Line(pages[page.objgen], style.removeprefix("/"), heading, row)

    yield from walk(pdf.Root.StructTreeRoot, None, None)


def _left_behind(lines: list[_Line]) -> Iterator[int]:
    """The first of the headings that end a page, where another page follows and they are not all of theirs."""
    for at, (line, after) in enumerate(pairwise(lines)):
        if line.heading is None or line.page == after.page or line.heading == after.heading:
            continue
        first = at
        while first and lines[first - 1].heading is not None and lines[first - 1].page == line.page:
            first -= 1
        if first and lines[first - 1].page == line.page:
            yield lines[first].heading or 0


def _parted_rows(lines: list[_Line]) -> Iterator[int]:
    """The rows on two pages whose name or figures are on both; one on three is longer than a page."""
    pages: dict[int, set[int]] = {}
    together: dict[int, set[int]] = {}
    for line in lines:
        if line.row is not None:
            pages.setdefault(line.row, set()).add(line.page)
            if line.style.startswith(_TOGETHER):
                together.setdefault(line.row, set()).add(line.page)
    yield from (row for row, on in together.items() if len(on) > 1 and len(pages[row]) == 2)


def _count(numbers: Iterator[int | None]) -> int:
    return max((number for number in numbers if number is not None), default=-1) + 1


def _has_text(paragraph: etree._Element) -> bool:
    return any(text.text for text in paragraph.iter(f"{_W}t"))


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if found is None else str(found.get(f"{_W}val"))


def _of_headings(styles: etree._Element) -> Iterator[str]:
    for each in styles.iter(f"{_W}style"):
        if each.find(f"{_W}pPr/{_W}outlineLvl") is not None:
            yield str(each.get(f"{_W}styleId"))


def _break_before(paragraph: etree._Element) -> bool:
    """Start a page with a heading; whether it did not."""
    properties = paragraph[0]  # a heading's paragraph names its style there
    if properties.find(f"{_W}pageBreakBefore") is not None:
        return False
    before = {f"{_W}{name}" for name in ("pStyle", "keepNext", "keepLines")}
    [each for each in properties if each.tag in before][-1].addnext(etree.Element(f"{_W}pageBreakBefore"))
    return True


def _keep_whole(row: etree._Element) -> bool:
    """Keep a row on one page; whether it was not."""
    properties = row.find(f"{_W}trPr")
    if properties is None:
        properties = etree.Element(f"{_W}trPr")
        row.insert(0, properties)
    if properties.find(f"{_W}cantSplit") is not None:
        return False
    properties.insert(0, etree.Element(f"{_W}cantSplit"))
    return True


def _packed(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return written.getvalue()
