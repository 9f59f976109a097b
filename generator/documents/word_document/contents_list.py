"""The list of contents: {% contents 2, 3 %} lists the headings of those levels that come after it.

It is made of the finished document, so it says what is there, in the order in which it is there. Its lines are links
that work at once. Word knows it as a table of contents, one without page numbers: nobody but Word can tell them, and
a number that waits to be brought up to date would be wrong, or would make Word ask.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.documents.word_document.language import Made
from generator.model.characters import quoted_attribute

CONTENTS = "contents"

MOST_LINES = 40
"""What fits on a page: a longer list has the headings of its first level alone."""

_LAST_LINES = 3
"""So many lines at the end go over to the next page together. Were all kept together, LibreOffice would leave the
heading behind: it does not keep what is outside a table of contents with what is in it."""

_LETTERS_A_CM = 5.6
"""How many letters of a line stand on a centimetre, a few less than do on average."""

_HERE = "<?scorecard-contents?>"
_HEADING = re.compile(
    rb'<w:bookmarkStart w:id="(\d+)" w:name="(_Scorecard(\d)_\d+)"/>(.*?)<w:bookmarkEnd w:id="\1"/>', re.DOTALL
)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:tab|br|cr)/>|<w:(noBreakHyphen)/>")
_FIRST_NUMBER = 1_000_000  # the template's own bookmarks have smaller ones


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsList:
    """A list of contents: the levels that it has, and the styles of its lines and links, where there are such."""

    first: int
    last: int
    lines: Mapping[int, str | None]
    link: str | None

    def write_into(self, document: bytes, text_width: float) -> bytes:
        """Put the list in the place where the template wants it; its lines are so many centimetres wide."""
        here = document.find(_HERE.encode())
        if here < 0:
            return document
        listed = self._listed(document, here, round(_LETTERS_A_CM * text_width) or MOST_LINES)
        return document.replace(_HERE.encode(), listed.encode(), 1)

    def _listed(self, document: bytes, start: int, letters: int) -> str:
        headings = _HEADING.finditer(document, start)
        found = [(int(each[3]), each[2].decode(), _shown(each[4].decode())) for each in headings]
        told = [each for each in found if each[2]]
        if sum(math.ceil(len(text) / letters) for _, _, text in told) > MOST_LINES:  # more would have to be turned over
            told = [each for each in told if each[0] == self.first]
        kept = range(max(1, len(told) - _LAST_LINES), len(told) - 1)
        lines = [self._line(*each, keep=at in kept) for at, each in enumerate(told)]
        if not lines:
            return ""
        lines[0] = lines[0].replace("<w:hyperlink", f"{self._field_starts()}<w:hyperlink", 1)
        lines[-1] = lines[-1].replace("</w:p>", f"{_field('end')}</w:p>")
        return "".join(lines)

    def _line(self, level: int, bookmark: str, text: str, *, keep: bool) -> str:
        style = self.lines.get(level)
        looks = f"<w:rPr><w:rStyle w:val={quoted_attribute(self.link)}/></w:rPr>" if self.link else ""
        told = (f"<w:pStyle w:val={quoted_attribute(style)}/>" if style else "") + ("<w:keepNext/>" if keep else "")
        properties = f"<w:pPr>{told}</w:pPr>" if told else ""
        run = f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'
        return f'<w:p>{properties}<w:hyperlink w:anchor="{bookmark}" w:history="1">{run}</w:hyperlink></w:p>'

    def _field_starts(self) -> str:
        code = rf' TOC \o "{self.first}-{self.last}" \n \h \z '
        return f'{_field("begin")}<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>{_field("separate")}'


def _field(step: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>'


def _shown(content: str) -> str:
    return " ".join("".join(match[1] or ("-" if match[2] else " ") for match in _TEXT.finditer(content)).split())


class Headings:
    """The numbers of the headings of a document under way."""

    def __init__(self) -> None:
        self._last = _FIRST_NUMBER

    def starts(self, level: int) -> Made:
        """The bookmark that opens a heading."""
        self._last += 1
        return Made(f'<w:bookmarkStart w:id="{self._last}" w:name="_Scorecard{level}_{self._last}"/>')

    def ends(self) -> Made:
        """The end of the bookmark that was opened last."""
        return Made(f'<w:bookmarkEnd w:id="{self._last}"/>')


def contents_here() -> Made:
    """The mark in whose place the list is written at the end."""
    return Made(_HERE)
