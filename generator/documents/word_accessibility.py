"""What a restyled template may have lost that readers with assistive technology need: warnings, with their remedy.

The rules are those of WCAG 2.2 as they apply to Word documents: headings in order (1.3.1, 2.4.6), header rows and
descriptions of tables (1.3.1), text for what is not text (1.1.1), nothing beyond the page (1.4.10).
"""

import io
import itertools
import zipfile
from collections.abc import Iterator

from lxml import etree

from generator.documents.word_document.package import MAIN, STYLES
from generator.documents.word_template.part import W, nearest_above
from generator.documents.word_template.styles import WordStyles
from generator.model.problem import Place, Problem, problem

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU = 635
"""So many English Metric Units are a twentieth of a point."""


def losses(document: bytes, name: str) -> Iterator[Problem]:
    """A warning for everything that a finished document lacks; ``name`` is the template that it was made with."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        body = etree.fromstring(archive.read(MAIN))
        parts = [body, *(etree.fromstring(archive.read(each)) for each in archive.namelist() if _has_pictures(each))]
        styles = WordStyles(etree.fromstring(archive.read(STYLES)) if STYLES in archive.namelist() else None)
    found = (*_of_headings(body, styles), *_of_tables(body), *_of_pictures(parts), *_of_widths(body))
    for fault, remedy in dict.fromkeys(found):
        yield problem("TEMP02", Place(name), fault=fault, remedy=remedy)


def _has_pictures(name: str) -> bool:
    return name.startswith(("word/header", "word/footer")) and name.endswith(".xml")


def _of_headings(body: etree._Element, styles: WordStyles) -> Iterator[tuple[str, str]]:
    headings = [(level, each) for each in body.iter(f"{W}p") if (level := styles.heading_level(each))]
    levels = [level for level, _ in headings]
    if levels[:1] != [1] or levels.count(1) > 1:
        yield "it needs one Heading 1, before all other headings.", "Give the report's title the style Heading 1."
    for (before, _), (after, heading) in itertools.pairwise(headings):
        if after > before + 1:
            fault = f"the heading “{_text(heading)}” is of level {after}, and the one before it of level {before}."
            yield fault, f"Leave no level out: give it the style Heading {before + 1}."


def _of_tables(body: etree._Element) -> Iterator[tuple[str, str]]:
    for table in body.iter(f"{W}tbl"):
        first = table.find(f"{W}tr")
        title = "" if first is None else ", ".join(_text(cell) for cell in first.iter(f"{W}tc"))[:60]
        if first is None or first.find(f"{W}trPr/{W}tblHeader") is None:
            remedy = "Click its first row; choose Table Layout > Repeat Header Rows."
            yield f"the table that begins with “{title}” has no heading row.", remedy
        if all(table.find(f"{W}tblPr/{W}{each}") is None for each in ("tblCaption", "tblDescription")):
            remedy = "Right-click it; choose Table Properties > Alt Text, and give it a title and a description."
            yield f"the table that begins with “{title}” has no description.", remedy


def _of_pictures(parts: list[etree._Element]) -> Iterator[tuple[str, str]]:
    for part in parts:
        for picture in part.iter(f"{_WP}docPr"):
            if not (picture.get("descr") or "").strip():
                remedy = "Right-click it; choose View Alt Text, and say what it shows."
                yield f"the picture “{picture.get('name')}” has no alternative text.", remedy


def _of_widths(body: etree._Element) -> Iterator[tuple[str, str]]:
    sections = list(body.iter(f"{W}sectPr"))
    room = max((_room(each) for each in sections), default=0)
    for drawing in body.iter(f"{_WP}inline"):
        extent = drawing.find(f"{_WP}extent")
        width = 0 if extent is None else _whole(extent, "cx") // _EMU
        if room and width > room and nearest_above(drawing, "txbxContent") is None:
            fault = f"a chart or picture is {width / 567:.1f} cm wide; the page has room for {room / 567:.1f} cm."
            yield fault, "Give it a smaller width: in a tag, {% chart chart, 13, 6 %} is 13 cm wide."


def _room(section: etree._Element) -> int:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        return 0
    return _whole(size, f"{W}w") - sum(_whole(margins, f"{W}{side}") for side in ("left", "right"))


def _whole(element: etree._Element, name: str) -> int:
    """A length; 0 for what is none."""
    value = (element.get(name) or "").partition(".")[0].removeprefix("-")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0


def _text(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))
