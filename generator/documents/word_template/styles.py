"""The styles of a template: what a paragraph gets from them, and what they are called."""

import re
from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from generator.documents.word_template.part import W

_RIGHT_TAB = re.compile(rb'<w:tab (?=[^>]*w:val="(?:right|end)")([^>]*?)w:pos="(\d+)"')
_LEVELS = 9
_LETTERS = 10.0
"""The size, in points, of letters of which nothing says it."""
_BROAD, _BROAD_FONTS = 1.25, {"verdana", "dejavu sans", "lucida sans", "lucida sans unicode", "bitstream vera sans"}
_LONGEST = 50
"""Styles that are based on one another; Word itself allows fewer."""


class WordStyles:
    """word/styles.xml, looked up by a paragraph's properties or by a style's name in Word."""

    def __init__(self, root: etree._Element | None) -> None:
        self._root = root

    def chain(self, properties: etree._Element | None) -> list[etree._Element]:
        """A paragraph's properties, then those of its style and of the styles that it is based on."""
        found = [] if properties is None else [properties]
        return found + [each for style in self._based_on(properties) for each in style.findall(f"{W}pPr")]

    def _based_on(self, properties: etree._Element | None) -> Iterator[etree._Element]:
        """The style that a paragraph's properties name, and the styles that it is based on."""
        seen = set[str]()
        name = value(properties, "pStyle")
        while name and name not in seen and len(seen) < _LONGEST and (style := self._by_id.get(name)) is not None:
            seen.add(name)
            yield style
            name = value(style, "basedOn")

    def letters(self, paragraph: etree._Element) -> float:
        """The size of a paragraph's letters, in points, as its style or the document has it."""
        of_styles = (value(each, "rPr/w:sz") for each in self._based_on(paragraph.find(f"{W}pPr")))
        of_all = value(self._root, "docDefaults/w:rPrDefault/w:rPr/w:sz")
        size = next(filter(None, (*of_styles, of_all)), "")
        return int(size) / 2 if size.isdecimal() else _LETTERS

    def heading_level(self, paragraph: etree._Element) -> int | None:
        """The level of a heading, 1 to 9; nothing for other paragraphs."""
        chain = self.chain(paragraph.find(f"{W}pPr"))
        level = int(next((found for each in chain if (found := value(each, "outlineLvl"))), _LEVELS)) + 1
        return level if level <= _LEVELS else None

    def called(self, name: str) -> str | None:
        """The id of the style that Word shows under a name, whatever the case."""
        return self._by_name.get(name.casefold())

    @property
    def font(self) -> str | None:
        """The font of the document's plain text, if the styles name one."""
        looks = None if self._root is None else find(self._root, "w:docDefaults/w:rPrDefault/w:rPr/w:rFonts")
        normal = self._by_id.get(self.called("Normal") or "")
        own = None if normal is None else find(normal, "w:rPr/w:rFonts")
        fonts = [each.get(f"{W}ascii") for each in (own, looks) if each is not None]
        return next((font for font in fonts if font), None)

    @property
    def breadth(self) -> float:
        """How much broader the letters of that font are than those that widths are reckoned with."""
        return _BROAD if (self.font or "").casefold() in _BROAD_FONTS else 1

    @cached_property
    def _by_id(self) -> dict[str, etree._Element]:
        styles = [] if self._root is None else self._root.findall(f"{W}style")
        return {each.get(f"{W}styleId", ""): each for each in styles}

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {(value(style, "name") or "").casefold(): name for name, style in self._by_id.items()}


def value(element: etree._Element | None, path: str) -> str | None:
    """The value of a property, such as ``numPr/w:numId``."""
    found = None if element is None else find(element, f"w:{path}")
    return None if found is None else found.get(f"{W}val")


def find(element: etree._Element, path: str) -> etree._Element | None:
    """Find a descendant by a path whose names start with ``w:``."""
    return element.find(path, {"w": W[1:-1]})


def with_tabs_within(styles: bytes, width: int) -> bytes:
    """The styles with what stands at the right of a header or footer on a page that has become narrower, too."""
    return _RIGHT_TAB.sub(
        lambda found: b'<w:tab %bw:pos="%d"' % (found[1], min(int(found[2]), width) if width else int(found[2])), styles
    )
