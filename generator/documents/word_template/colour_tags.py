"""Colours that come from the data: {% cellbg fill, ink %} for a table cell, {% parabg fill, ink %} for a paragraph."""

from dataclasses import replace

from jinja2 import TemplateSyntaxError
from lxml import etree

from generator.documents.word_document.language import count_of_arguments
from generator.documents.word_document.tag import Tag
from generator.documents.word_template.part import W, WordPart, nearest_above, properties_of, put_in_order

SHADED = ("cellbg", "parabg")

_BEFORE_CELL_SHADE = ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders")
_BEFORE_PARAGRAPH_SHADE = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr"),
)
_BEFORE_INK = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
    *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden"),
)


def shade(part: WordPart, paragraph: etree._Element, tag: Tag) -> None:
    """Colour the cell or paragraph that a tag stands in, and the text there if a second colour is given."""
    target = nearest_above(paragraph, "tc") if tag.word == "cellbg" else paragraph
    if target is None:
        part.faults.note(tag.place, f"“{tag.source}” stands in no table cell.", "Move it into the cell to be coloured.")
        return
    given = _count(tag)
    if given not in {1, 2}:
        remedy = f"Write it like {{% {tag.word} status.fill %}} or {{% {tag.word} status.fill, status.ink %}}."
        part.faults.note(tag.place, f"“{tag.source}” cannot be understood.", remedy)
        return
    _fill(part, target, tag)
    for run in target.iter(f"{W}r") if given == 2 else ():
        _ink(part, run, tag)
    _drop_if_empty(paragraph)


def _count(tag: Tag) -> int:
    try:
        return count_of_arguments(tag.rest)
    except TemplateSyntaxError:
        return 0


def _fill(part: WordPart, target: etree._Element, tag: Tag) -> None:
    shading = etree.Element(f"{W}shd")
    shading.set(f"{W}val", "clear")
    shading.set(f"{W}color", "auto")
    shading.set(f"{W}fill", part.inline(replace(tag, prints=True), f"({tag.rest},)|_fill"))
    if target.tag == f"{W}tc":
        put_in_order(properties_of(target, "tcPr"), shading, _BEFORE_CELL_SHADE)
    else:
        put_in_order(properties_of(target, "pPr"), shading, _BEFORE_PARAGRAPH_SHADE)


def _ink(part: WordPart, run: etree._Element, tag: Tag) -> None:
    colour = etree.Element(f"{W}color")
    colour.set(f"{W}val", part.inline(replace(tag, prints=True), f"({tag.rest},)|_ink"))
    put_in_order(properties_of(run, "rPr"), colour, _BEFORE_INK)


def _drop_if_empty(paragraph: etree._Element) -> None:
    """A paragraph that held such a tag and nothing else would be a blank line."""
    parent = paragraph.getparent()
    if parent is None or any(each.tag != f"{W}pPr" for each in paragraph):
        return
    if any(each.tag == f"{W}p" and each is not paragraph for each in parent):
        parent.remove(paragraph)
