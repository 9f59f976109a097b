"""What {% restart_list %} needs of a template's styles and numbering."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from lxml import etree

from generator.documents.word_document.numbering import NUMBERING, List, Numbering
from generator.documents.word_document.tag import Tag
from generator.documents.word_template.part import W, WordPart, put_in_order
from generator.documents.word_template.styles import WordStyles, find, value

_BEFORE_NUMBERING = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")


class Lists:
    """The list definitions of a template, read when a tag first asks for them."""

    def __init__(self, read: Callable[[str], etree._Element | None], styles: WordStyles) -> None:
        self._read = cache(read)
        self._styles = styles
        self.used: dict[int, List] = {}

    def numbering(self) -> Numbering | None:
        """The numbering part, open for more lists; nothing if the template restarts none."""
        root = self._read(NUMBERING) if self.used else None
        if root is None:
            return None
        numbers = root.findall(f"{W}num")
        seam = etree.ProcessingInstruction("seam", "")
        numbers[-1].addnext(seam)
        before, _, after = etree.tostring(root, encoding="unicode").partition("<?seam ?>")
        last = max(int(each.get(f"{W}numId") or 0) for each in numbers)
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return Numbering(before=head + before, after=after, last=last)

    def restart(self, part: WordPart, paragraph: etree._Element, tag: Tag) -> None:
        """Let a paragraph's number be that of a list which starts again where the tag says so."""
        properties = paragraph.find(f"{W}pPr")
        found = self._list_of(properties)
        if found is None or properties is None or not tag.rest:
            remedy = "Give the paragraph a numbered style such as List Number; write {% restart_list loop.first %}."
            part.faults.note(tag.place, f"“{tag.source}” stands in a paragraph without numbers.", remedy)
            return
        self.used[found.number] = found
        code = f"_restart(({tag.rest}), {found.number})"
        numbered = etree.Element(f"{W}numPr")
        etree.SubElement(numbered, f"{W}ilvl").set(f"{W}val", str(found.level))
        number = etree.SubElement(numbered, f"{W}numId")
        number.set(f"{W}val", part.inline(replace(tag, prints=True), code))
        put_in_order(properties, numbered, _BEFORE_NUMBERING)

    def _list_of(self, properties: etree._Element | None) -> List | None:
        root = self._read(NUMBERING)
        chain = self._styles.chain(properties)
        number = next((found for each in chain if (found := value(each, "numPr/w:numId"))), "0")
        level = next((found for each in chain if (found := value(each, "numPr/w:ilvl"))), "0")
        if root is None or number == "0":
            return None
        definition = find(root, f"w:num[@w:numId='{number}']/w:abstractNumId")
        name = "" if definition is None else definition.get(f"{W}val", "")
        start = find(root, f"w:abstractNum[@w:abstractNumId='{name}']/w:lvl[@w:ilvl='{level}']/w:start")
        begin = "1" if start is None else start.get(f"{W}val", "1")
        return List(number=int(number), definition=name, level=int(level), start=begin) if name else None
