"""Where {% contents %} stands in a template, which headings it asks for, and how its lines are to look."""

import re
from collections.abc import Iterator

from lxml import etree

from generator.documents.word_document.contents_list import ContentsList
from generator.documents.word_document.tag import Tag
from generator.documents.word_template.part import W, WordPart, nearest_above, remove
from generator.documents.word_template.styles import WordStyles

REPEATING = ("for", "macro")

_LEVELS = re.compile(r"([1-9])(?:\s*,\s*([1-9]))?")


def plan(part: WordPart, found: list[tuple[etree._Element, Tag]], styles: WordStyles) -> ContentsList | None:
    """Take the tag's paragraph out, mark the headings that it asks for, and say how the list is to be written."""
    if len(found) > 1:
        tag = found[1][1]
        part.faults.note(tag.place, f"“{tag.source}” asks for a second list of contents.", "Take one of them out.")
    for paragraph, tag in found[:1]:
        levels = _LEVELS.fullmatch(tag.rest or "1, 3")
        fault = _fault(paragraph, tag, levels) or _in_a_loop(part, paragraph, tag)
        if not levels or fault:
            part.faults.note(tag.place, *(fault or ("", "")))
            return None
        first, last = int(levels[1]), int(levels[2] or levels[1])
        for heading, level in _headings(part, styles):
            if first <= level <= last:
                _mark(part, heading, level)
        paragraph.addprevious(part.marker(_print("_contents()|_paragraphs")))
        remove(paragraph)
        lines = {level: styles.called(f"toc {level}") for level in range(first, last + 1)}
        return ContentsList(first=first, last=last, lines=lines, link=styles.called("Hyperlink"))
    return None


def _fault(paragraph: etree._Element, tag: Tag, levels: re.Match[str] | None) -> tuple[str, str] | None:
    if not levels:
        return f"“{tag.source}” cannot be understood.", "Write it like {% contents 2, 3 %}, for headings 2 and 3."
    if int(levels[1]) > int(levels[2] or levels[1]):
        return f"“{tag.source}” asks for levels the wrong way round.", "Write the higher level first: 2, 3."
    if nearest_above(paragraph, "tbl") is not None:
        return f"“{tag.source}” stands in a table.", "Move it out of the table."
    if any(each.tag != f"{W}pPr" for each in paragraph):
        return f"“{tag.source}” does not stand alone.", "Put the tag into a paragraph of its own."
    return None


def _in_a_loop(part: WordPart, paragraph: etree._Element, tag: Tag) -> tuple[str, str] | None:
    if next(depth for each, depth in part.in_blocks(REPEATING) if each is paragraph):
        return f"“{tag.source}” stands in a loop or a macro.", "Move it out: there can be one list of contents."
    return None


def _headings(part: WordPart, styles: WordStyles) -> Iterator[tuple[etree._Element, int]]:
    for paragraph in part.root.iter(f"{W}p"):
        level = styles.heading_level(paragraph)
        if level and nearest_above(paragraph, "txbxContent") is None:
            yield paragraph, level


def _mark(part: WordPart, heading: etree._Element, level: int) -> None:
    at = 1 if heading.find(f"{W}pPr") is not None else 0
    heading.insert(at, part.marker(_print(f"_heading({level})|_runs")))
    heading.append(part.marker(_print("_heading_ends()|_runs")))


def _print(code: str) -> Tag:
    return Tag(code=code, prints=True, source=code, place="")
