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
from generator.documents.word_template.part import CM, W, nearest_above, number_in, section_around, text_width
from generator.documents.word_template.styles import WordStyles
from generator.model.problem import Place, Problem, problem

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WIDTH_OF_CELL = f"{W}tc/{W}tcPr/{W}tcW[@{W}type='dxa']"
_EMU = 635
"""So many English Metric Units are a twentieth of a point."""
_BORDERS = 240
"""So far Word lets a table stand out into the margins, for its text to be in line with the text around."""


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
        title = _title(table)
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
    for drawing in body.iter(f"{_WP}inline"):
        extent = drawing.find(f"{_WP}extent")
        width = 0 if extent is None else number_in(extent, "cx") // _EMU
        if nearest_above(drawing, "txbxContent") is None and (told := _too_wide(body, drawing, width)):
            yield (
                f"a chart or picture {told}",
                "Give it a smaller width: in a tag, {% chart chart, 13, 6 %} is 13 cm wide.",
            )
    for table in body.iter(f"{W}tbl"):
        widths = [
            sum(number_in(cell, "w") for cell in row.iterfind(_WIDTH_OF_CELL)) for row in table.iterfind(f"{W}tr")
        ]
        if nearest_above(table, "tbl") is None and (told := _too_wide(body, table, max(widths, default=0), _BORDERS)):
            remedy = "Click it; choose Table Layout > AutoFit > AutoFit Window, or drag its right border to the margin."
            yield f"the table that begins with “{_title(table)}” {told}", remedy


def _too_wide(body: etree._Element, element: etree._Element, width: int, beside: int = 0) -> str:
    """Say how wide something is, if that is more than its page has room for, and so much ``beside`` the text."""
    room = text_width(section_around(body, element))
    is_wide = room and width > room + beside
    return f"is {width / CM:.1f} cm wide; the page has room for {room / CM:.1f} cm." if is_wide else ""


def _title(table: etree._Element) -> str:
    first = table.find(f"{W}tr")
    return "" if first is None else ", ".join(_text(cell) for cell in first.iter(f"{W}tc"))[:60]


def _text(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))
