"""One XML part of a Word template while it is compiled: its tree, the tags found in it, and where things stand."""

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property

from lxml import etree

from generator.documents.word_document.language import DO_END, DO_START, PRINT_END, PRINT_START, RESERVED
from generator.documents.word_document.package import MAIN_TEXT
from generator.documents.word_document.tag import BLOCKS, Faults, JinjaSource, Tag

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{W_NAMESPACE}}}"
CM = 567
"""So many twentieths of a point are a centimetre."""

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_LABELS = {
    **dict.fromkeys(("document", "officeDocument"), MAIN_TEXT),
    **{each: each for each in ("footnotes", "endnotes", "styles", "numbering", "settings")},
    **dict.fromkeys(("core", "core-properties"), "document properties"),
    "extended-properties": "app",
    "custom-properties": "custom",
}
_LINKS = tuple(
    f"{{{each}}}"
    for each in (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
)
_LINK_OF_OLD_DRAWINGS = "{urn:schemas-microsoft-com:office:office}relid"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MARKER = "scorecard-tag"
_MARKED = re.compile(rf"<\?{_MARKER} (\d+)\?>|{PRINT_START}(\d+){PRINT_END}|{DO_START}(\d+){DO_END}")


def label_of(name: str, kind: str = "") -> str:
    """Say what a part is in words, such as "header 1", by its name, or by what it is led to as."""
    stem = name.rpartition("/")[2].removesuffix(".rels").removesuffix(".xml")
    word = stem.rstrip("0123456789")
    number = stem[len(word) :]
    return _LABELS.get(kind or word) or f"{kind or word} {number}".strip()


def links_in(element: etree._Element) -> set[str]:
    """The ids of the relationships that an element makes use of."""
    names = (str(each) for each in element.attrib)
    return {str(element.get(each)) for each in names if each.startswith(_LINKS) or each == _LINK_OF_OLD_DRAWINGS}


def parsed(data: bytes) -> etree._Element:
    """Read XML in UTF-8, whatever it says of itself, without remarks; nothing that it names is fetched.

    Raises XMLSyntaxError.
    """
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)


def xml_of(root: etree._Element) -> bytes:
    """Write a tree as a part of its own."""
    return _HEAD.encode() + etree.tostring(root, encoding="utf-8")


class WordPart:
    """A part's tree, with the tags that have been taken out of it and their markers left in their places."""

    def __init__(self, data: bytes, label: str, faults: Faults) -> None:
        self.root = parsed(data)
        self.label = label
        self.faults = faults
        self.tags: list[Tag] = []

    def marker(self, tag: Tag) -> etree._Element:
        """A node that stands for a tag among the elements of the tree."""
        self.tags.append(tag)
        return etree.ProcessingInstruction(_MARKER, str(len(self.tags) - 1))

    def inline(self, tag: Tag, code: str = "") -> str:
        """The characters that stand for a tag within a text or an attribute."""
        self.tags.append(replace(tag, code=code or tag.code))
        start, end = (PRINT_START, PRINT_END) if tag.prints else (DO_START, DO_END)
        return f"{start}{len(self.tags) - 1}{end}"

    def tag_of(self, node: etree._Element) -> Tag | None:
        """The tag that a node stands for."""
        is_marker = not isinstance(node.tag, str)  # instructions and comments of its own were removed on reading
        return self.tags[int(node.text or 0)] if is_marker else None

    def readable(self, text: str) -> str:
        """A text with its tags as they were written."""
        return _MARKED.sub(lambda match: self.tags[_index(match)].source, text)

    def markers(self) -> Iterator[tuple[etree._Element, Tag]]:
        """Every marker among the elements, in document order."""
        for node in self.root.iter(etree.ProcessingInstruction):
            tag = self.tag_of(node)
            if tag:
                yield node, tag

    def in_blocks(self, words: Collection[str]) -> Iterator[tuple[etree._Element, int]]:
        """Every node in document order, with how many blocks of these words (such as "for") are open there."""
        depth, ends = 0, {BLOCKS[word] for word in words}
        for node in list(self.root.iter()):
            tag = self.tag_of(node)
            if tag:
                depth += (tag.opens_block and tag.word in words) - (tag.word in ends)
            yield node, depth

    def place(self, element: etree._Element) -> str:
        """Say where an element of the untouched tree stands: "main text, table 2, row 3, column 1"."""
        cell = nearest_above(element, "tc")
        if cell is None:
            number = self._paragraphs.get(element)
            return f"{self.label}, paragraph {number}" if number else self.label
        row = nearest_above(cell, "tr")
        table = nearest_above(cell, "tbl")
        if row is None or table is None:
            return self.label
        column, number = self._positions[cell], self._positions[row]
        return f"{self.label}, table {self._tables[table]}, row {number}, column {column}"

    def place_around(self, element: etree._Element) -> str:
        """Say where the paragraph is that an element of the untouched tree stands in, or else its part."""
        around = element if element.tag == f"{W}p" else nearest_above(element, "p")
        return self.label if around is None else self.place(around)

    @cached_property
    def _positions(self) -> dict[etree._Element, int]:
        """The place of each row and each cell among its like; to count before each anew would take its square."""
        counts: Counter[object] = Counter()
        found: dict[etree._Element, int] = {}
        for each in self.root.iter(f"{W}tr", f"{W}tc"):
            counts[each.getparent(), each.tag] += 1
            found[each] = counts[each.getparent(), each.tag]
        return found

    @cached_property
    def _tables(self) -> dict[etree._Element, int]:
        return {table: number for number, table in enumerate(self.root.iter(f"{W}tbl"), 1)}

    @cached_property
    def _paragraphs(self) -> dict[etree._Element, int]:
        outside = (each for each in self.root.iter(f"{W}p") if nearest_above(each, "tc") is None)
        return {paragraph: number for number, paragraph in enumerate(outside, 1)}

    def source(self) -> JinjaSource:
        """Write the tree out as Jinja2 reads it."""
        text = _HEAD + etree.tostring(self.root, encoding="unicode")
        pieces, tags, line, end = [], [], 1, 0
        for match in _MARKED.finditer(text):
            tag = self.tags[_index(match)]
            static = text[end : match.start()]
            line += static.count("\n") + 1
            tags.append((line, tag))
            start, stop = (PRINT_START, PRINT_END) if tag.prints else (DO_START, DO_END)
            pieces.append(f"{static}{start}\n{tag.code}{stop}")
            end = match.end()
        return JinjaSource("".join((*pieces, text[end:])), tuple(tags))


def _index(match: re.Match[str]) -> int:
    return int(match[1] or match[2] or match[3])


def reserved_characters(part: WordPart) -> bool:
    """Whether the part holds a character that marks code in the compiled template."""
    return bool(RESERVED.search(etree.tostring(part.root, encoding="unicode")))


def nearest_above(element: etree._Element, name: str) -> etree._Element | None:
    """Find the nearest element around another; paragraphs within text boxes have paragraphs around them."""
    return next(element.iterancestors(f"{W}{name}"), None)


def remove(element: etree._Element) -> None:
    """Take an element out of what holds it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def put_in_order(parent: etree._Element, child: etree._Element, before: tuple[str, ...]) -> None:
    """Add a property in the place that the schema gives it: after those named, before all others."""
    for old in parent.findall(child.tag):
        parent.remove(old)
    earlier = {f"{W}{name}" for name in before}
    at = sum(1 for each in parent if each.tag in earlier)
    parent.insert(at, child)


def properties_of(element: etree._Element, name: str) -> etree._Element:
    """The properties of an element, which is given some if it has none; ``name`` is such as ``pPr``."""
    found = element.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        element.insert(0, found)
    return found


def section_around(root: etree._Element, element: etree._Element) -> etree._Element | None:
    """Find the section of the main text that an element stands in: what says its page."""
    below = itertools.dropwhile(lambda each: each is not element, root.iter(element.tag, f"{W}sectPr"))
    return next((each for each in below if each.tag == f"{W}sectPr"), None)


def text_width(section: etree._Element | None) -> int:
    """The width of a section's column of text, in twentieths of a point; 0 where it does not say."""
    size = None if section is None else section.find(f"{W}pgSz")
    margins = None if section is None else section.find(f"{W}pgMar")
    if section is None or size is None or margins is None:
        return 0
    columns = section.find(f"{W}cols")
    lost = sum(number_in(margins, side) for side in ("left", "right", "gutter"))
    return (number_in(size, "w") - lost) // ((0 if columns is None else number_in(columns, "num")) or 1)


def number_in(element: etree._Element, name: str) -> int:
    """A length that an attribute says; 0 for what is none."""
    value = (element.get(name) or element.get(f"{W}{name}") or "").partition(".")[0].removeprefix("-")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0
