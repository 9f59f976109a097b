"""Numbered lists that start again at 1: what {% restart_list %} needs of a document's styles and numbering."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from generator.render.ooxml.part import Part, W, put_in_order
from generator.render.ooxml.styles import Styles, find, value
from generator.render.ooxml.tags import Tag

_BEFORE_NUMBERING = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A list of the template: the definition that it counts by, its level, and the number it begins with."""

    number: int
    definition: str
    level: int
    start: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """word/numbering.xml, open where further lists go."""

    before: str
    after: str
    last: int

    def with_lists(self, added: str) -> bytes:
        """Write the part with lists added."""
        return f"{self.before}{added}{self.after}".encode()


class Restarts:
    """The lists that one document has started anew."""

    def __init__(self, last: int, lists: Mapping[int, List]) -> None:
        self._last = last
        self._lists = lists
        self._current: dict[int, int] = {}
        self.added: list[str] = []

    def number_for(self, restart: object, base: int) -> int:
        """Give the number of the list that an item belongs to: a new one, or the one last started."""
        if restart:
            self._last += 1
            self._current[base] = self._last
            self.added.append(_number(self._last, self._lists[base]))
        return self._current.get(base, base)


def _number(number: int, like: List) -> str:
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{like.definition}"/>'
        f'<w:lvlOverride w:ilvl="{like.level}"><w:startOverride w:val="{like.start}"/></w:lvlOverride></w:num>'
    )


class Lists:
    """The list definitions of a template, read when a tag first asks for them."""

    def __init__(self, read: Callable[[str], etree._Element | None], styles: Styles) -> None:
        self._read = read
        self._styles = styles
        self.used: dict[int, List] = {}

    def numbering(self) -> Numbering | None:
        """Give the numbering part, open for more lists; nothing if the template restarts none."""
        root = self._read("word/numbering.xml") if self.used else None
        if root is None:
            return None
        numbers = root.findall(f"{W}num")
        seam = etree.ProcessingInstruction("seam", "")
        numbers[-1].addnext(seam)
        before, _, after = etree.tostring(root, encoding="unicode").partition("<?seam ?>")
        last = max(int(each.get(f"{W}numId") or 0) for each in numbers)
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return Numbering(before=head + before, after=after, last=last)

    def restart(self, part: Part, paragraph: etree._Element, tag: Tag) -> None:
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
        root = self._read("word/numbering.xml")
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
