"""What stays together on a page: {% keep_with_next not loop.last %}, {% row_may_break measure.length > 1000 %}.

A row that is longer than a page must be allowed to break: Word breaks it in any case, but LibreOffice cuts it off.
"""

from dataclasses import replace

from lxml import etree

from generator.documents.word_document.tag import Tag
from generator.documents.word_template.part import W, WordPart, nearest_above, properties_of, put_in_order

KEEP, MAY_BREAK = "keep_with_next", "row_may_break"

_BEFORE_SWITCH = ("cnfStyle", "divId", "gridBefore", "gridAfter", "wBefore", "wAfter")


def keep(part: WordPart, paragraph: etree._Element, tag: Tag) -> None:
    """Let a paragraph stay on the page of the next one, or its row break over pages, where the tag says so."""
    row = nearest_above(paragraph, "tr")
    if not tag.rest or (tag.word == MAY_BREAK and row is None):
        fault = "stands in no table row." if tag.rest else "does not say when."
        example = "measure.length > 1000" if tag.word == MAY_BREAK else "not loop.last"
        part.faults.note(tag.place, f"“{tag.source}” {fault}", f"Write it like {{% {tag.word} {example} %}}.")
        return
    if tag.word == MAY_BREAK and row is not None:
        whole = etree.Element(f"{W}cantSplit")
        put_in_order(properties_of(row, "trPr"), whole, _BEFORE_SWITCH)
        whole.addprevious(part.marker(replace(tag, code=f"if not ({tag.rest})")))
        whole.addnext(part.marker(replace(tag, code="endif")))
        return
    kept = etree.Element(f"{W}keepNext")
    kept.set(f"{W}val", part.inline(replace(tag, prints=True), f"1 if ({tag.rest}) else 0"))
    put_in_order(properties_of(paragraph, "pPr"), kept, ("pStyle",))
