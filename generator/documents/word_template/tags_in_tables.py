"""What tags do to paragraphs, rows and cells; and what keeps a document whole whatever they do."""

import re
from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from generator.documents.word_document.column_widths import FILLS
from generator.documents.word_document.tag import BLOCKS, Tag
from generator.documents.word_template.part import (
    W,
    WordPart,
    nearest_above,
    remove,
    section_around,
    text_width,
)
from generator.documents.word_template.styles import WordStyles
from generator.documents.word_template.tags import BRANCHES, short
from generator.documents.word_template.tags_in_paragraphs import drop_bookmarks

FILL_WIDTH = "fill_width"

_NAMES = {"p": "paragraph", "tr": "table row", "tc": "table cell"}
_VISIBLE = tuple(
    f"{W}{name}" for name in ("br", "drawing", "pict", "object", "sym", "fldChar", "sectPr", "pageBreakBefore")
)
_CLOSED_BY_PARAGRAPH = tuple(
    f"{W}{name}" for name in ("tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")
)
_PROPERTIES = {f"{W}{name}" for name in ("tcPr", "tblPr", "tblGrid")}
_MARKS = {f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd")}
_A4 = 9638  # between margins of 2 cm
_MACRO = re.compile(r"\(?\s*(\w+)\s*\(")


def replace_by_tags(part: WordPart) -> None:
    """Put each {%p %}, {%tr %} or {%tc %} in the place of the paragraph, row or cell that holds it."""
    targets: dict[etree._Element, list[tuple[etree._Element, Tag]]] = {}
    for node, tag in part.markers():
        if tag.reach in _NAMES:
            target = nearest_above(node, tag.reach)
            if target is None:
                part.faults.note(
                    tag.place,
                    f"“{tag.source}” stands in no {_NAMES[tag.reach]}.",
                    "Move it into a table, or use {%p %}.",
                )
            else:
                targets.setdefault(target, []).append((node, tag))
    for target, held in targets.items():
        if _alone(part, target, held):
            _replace(part, target, [node for node, _ in held])


def _alone(part: WordPart, target: etree._Element, held: list[tuple[etree._Element, Tag]]) -> bool:
    """Whether nothing stands beside the tags, which would be lost with what they replace."""
    tag, nodes = held[0][1], {node for node, _ in held}
    others = [node for node in target.iter(etree.ProcessingInstruction) if node not in nodes]
    beside = [other.source for node in others if (other := part.tag_of(node))]
    beside.append("".join(str(text) for text in target.itertext(f"{W}t")))
    shown = next((each for each in beside if each.strip()), None)
    if shown is None and next(target.iter(*_VISIBLE), None) is None:
        return True
    what = f"“{short(part.readable(shown))}”" if shown else "a picture, a break, a field or a section break"
    part.faults.note(
        tag.place,
        f"“{tag.source}” takes the place of its {_NAMES[tag.reach]}, but {what} stands there too.",
        f"Put the tag into a {_NAMES[tag.reach]} of its own.",
    )
    return False


def _replace(part: WordPart, target: etree._Element, nodes: Iterable[etree._Element]) -> None:
    drop_bookmarks(part, list(target.iter(*_MARKS)))
    for node in nodes:
        target.addprevious(node)
    remove(target)


def let_fill(part: WordPart, paragraph: etree._Element, tag: Tag) -> None:
    """Give the column that a tag stands in a share of the page: as the tag says, or as it is drawn."""
    cell = nearest_above(paragraph, "tc")
    width = None if cell is None else cell.find(f"{W}tcPr/{W}tcW")
    if width is None:
        remedy = "Move it into the heading of a column whose width you have set by dragging its border."
        part.faults.note(tag.place, f"“{tag.source}” stands in no table cell that has a width.", remedy)
        return
    width.set(FILLS, part.inline(replace(tag, prints=True), f"({tag.rest})|_share") if tag.rest else "")


def drop_marks_in_blocks(part: WordPart) -> None:
    """Take out bookmarks, and the numbers of content controls, that a loop would repeat: each must be the only one."""
    within = [each for each, depth in part.in_blocks(BLOCKS) if depth]
    drop_bookmarks(part, [each for each in within if each.tag in _MARKS])
    for each in within:
        for number in each.findall(f"{W}id") if each.tag == f"{W}sdtPr" else ():
            each.remove(number)


def close_containers(part: WordPart, styles: WordStyles) -> None:
    """See to it that every cell, header and note ends in a paragraph, and that no table is left without rows."""
    for container in list(part.root.iter(*_CLOSED_BY_PARAGRAPH)):
        content = [each for each in container if each.tag not in _PROPERTIES and each.tag not in _MARKS]
        if not content or content[-1].tag != f"{W}p":
            start = sum(1 for each in container if each.tag in _PROPERTIES)
            container.insert(start, part.marker(_keeper("filter _ends_in_paragraph")))
            container.append(part.marker(_keeper("endfilter")))
    for table in list(part.root.iter(f"{W}tbl")):
        if not _has_sure_row(part, table):
            _keep(part, table, "_with_rows")
        fills = any(FILLS in each.attrib for each in table.iter(f"{W}tcW"))
        if fills or _varies_in_columns(part, table):
            letters = max(map(styles.letters, table.iter(f"{W}p")), default=0)
            _keep(part, table, f"_within({_room(part, table)}, {str(fills).lower()}, {letters}, {styles.breadth})")


def _keep(part: WordPart, table: etree._Element, keeper: str) -> None:
    table.addprevious(part.marker(_keeper(f"filter {keeper}")))
    table.addnext(part.marker(_keeper("endfilter")))


def _varies_in_columns(part: WordPart, table: etree._Element) -> bool:
    tags = (part.tag_of(node) for node in table.iter(etree.ProcessingInstruction))
    return any(tag and tag.reach == "tc" and tag.opens_block for tag in tags)


def _room(part: WordPart, table: etree._Element) -> int:
    return text_width(section_around(part.root, table)) or _A4


def _keeper(code: str) -> Tag:
    return Tag(code=code, prints=False, source=code, place="")


def _has_sure_row(part: WordPart, table: etree._Element) -> bool:
    depth = 0
    for each in table:
        tag = part.tag_of(each)
        if tag is None:
            if each.tag == f"{W}tr" and depth == 0:
                return True
        elif tag.opens_block:
            depth += 1
        elif tag.word in BLOCKS.values():
            depth -= 1
    return False


def check_blocks(part: WordPart) -> None:
    """Refuse blocks that are not closed, or closed elsewhere: what they leave out or repeat would not be whole."""
    open_blocks: list[tuple[Tag, etree._Element | None]] = []
    for node, tag in part.markers():
        if tag.opens_block:
            open_blocks.append((tag, node.getparent()))
        elif (tag.word in BRANCHES or tag.word in BLOCKS.values()) and not _matches(part, node, tag, open_blocks):
            return  # what follows would be faulted for the same slip
    for tag, _ in open_blocks:
        end = BLOCKS[tag.word]
        part.faults.note(tag.place, f"“{tag.source}” is never closed.", f"Add {{% {end} %}} of the same kind.")


def _matches(
    part: WordPart, node: etree._Element, tag: Tag, open_blocks: list[tuple[Tag, etree._Element | None]]
) -> bool:
    opened, home = open_blocks[-1] if open_blocks else (None, None)
    wanted = BRANCHES.get(tag.word, tuple(word for word, end in BLOCKS.items() if end == tag.word))
    if opened is None or opened.word not in wanted:
        fault = f"“{tag.source}” belongs to no “{wanted[0]}” before it."
        part.faults.note(tag.place, fault, "Take it out, or add what it belongs to.")
        return False
    if home is not node.getparent():
        fault = f"“{opened.source}” ({opened.place}) and “{tag.source}” do not stand on the same level."
        remedy = "Use {%p … %} for both to take in whole paragraphs, {%tr … %} for both to take in whole table rows."
        part.faults.note(tag.place, fault, remedy)
        return False
    if tag.word not in BRANCHES:
        open_blocks.pop()
    return True


def check_macros(part: WordPart) -> None:
    """Refuse a macro of paragraphs among runs, and the other way about: the document would be broken."""
    kinds: dict[str, str] = {}
    for tag in part.tags:
        if tag.word == "macro":
            kinds[tag.rest.partition("(")[0].strip()] = "p" if tag.reach == "p" else "r"
    for tag in part.tags:
        called = _MACRO.match(tag.code) if tag.prints else None
        kind = kinds.get(called[1], tag.reach) if called else tag.reach
        if tag.prints and kind != tag.reach:
            fault = f"“{tag.source}” prints what was made by {{%{kind} macro … %}}."
            part.faults.note(tag.place, fault, f"Write {{{{{kind} … }}}}.")
