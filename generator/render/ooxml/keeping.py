"""Rows and paragraphs that stay together: {% keep_with_next when %}, such as {% keep_with_next not loop.last %}."""

from dataclasses import replace

from lxml import etree

from generator.render.ooxml.part import Part, W, properties_of, put_in_order
from generator.render.ooxml.tags import Tag

KEEP = "keep_with_next"


def keep(part: Part, paragraph: etree._Element, tag: Tag) -> None:
    """Let a paragraph stay on the page of the next one where the tag says so."""
    if not tag.rest:
        remedy = "Write it like {% keep_with_next not loop.last %}."
        part.faults.note(tag.place, f"“{tag.source}” does not say when.", remedy)
        return
    kept = etree.Element(f"{W}keepNext")
    kept.set(f"{W}val", part.inline(replace(tag, prints=True), f"1 if ({tag.rest}) else 0"))
    put_in_order(properties_of(paragraph, "pPr"), kept, ("pStyle",))
