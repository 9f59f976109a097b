"""What can be read in a Word document: its paragraphs and tables in their order, and nothing that is struck or hidden.

The file is a stranger's: it is unpacked within limits, and what it names is never fetched.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.documents.word_document.numbering import NUMBERING
from generator.documents.word_document.package import MAIN, SAVE_AS, STYLES, NotAPackage, read_package
from generator.documents.word_template.links import links_of
from generator.documents.word_template.part import label_of, parsed
from generator.importing.report.list_marks import ListMarks
from generator.importing.report.word_xml import attribute, digits_in, first_child, inside, is_turned_on, tag_of
from generator.model.characters import as_seen
from generator.xlsx import Fault, Unreadable
from generator.xlsx.markup import check_well_formed

ROOM = 4
"""How many times as many elements as a template a report may have."""


class NotAReport(Exception):  # noqa: N818, it is a finding to be told
    """The bytes are no Word document that can be read: why, in a clause, and what to do."""

    def __init__(self, fault: str, remedy: str) -> None:
        super().__init__(fault)
        self.fault, self.remedy = fault, remedy


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its text, a list item with its mark; ``level`` is that of a heading, 0 for a title.

    ``is_bold`` says that all of its text is.
    """

    text: str
    level: int | None = None
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its lines, none where a merged cell above goes on in it, its ``fill`` as RRGGBB, and where it stands."""

    row: int
    column: int
    span: int
    lines: tuple[str, ...]
    fill: str = ""

    @property
    def text(self) -> str:
        """What it says, on one line."""
        return " ".join(" ".join(self.lines).split())


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table, by the number that it has among those of the document, counted from 1."""

    number: int
    rows: tuple[tuple[TableCell, ...], ...]


@dataclass(frozen=True, slots=True)
class WordReport:
    """The text of a document: its title as the file's properties have it, and its paragraphs and tables."""

    title: str
    blocks: tuple[Paragraph | WordTable, ...]


def read_word(data: bytes) -> WordReport:
    """The text of a document. Raises NotAReport."""
    try:
        parts = read_package(data, room=ROOM)
    except NotAPackage as error:
        where = f"{label_of(error.part)}: " if error.part else ""
        raise NotAReport(f"{where}{error.fault.removesuffix('.')}", error.remedy) from None
    try:
        return _Reader(parts).report()
    except (Unreadable, etree.XMLSyntaxError) as error:
        is_unsafe = isinstance(error, Unreadable) and error.fault is Fault.UNSAFE
        fault = "it was made to mislead" if is_unsafe else "it is damaged"
        raise NotAReport(fault, _REPAIR) from None


def is_word(data: bytes) -> bool:
    """Whether bytes look like those of a Word document."""
    return data.startswith(b"PK") and b"word/" in data and b"xl/workbook" not in data


_REPAIR = "Open it in Word, let Word repair it, and save it as a Word Document (.docx)."
_MOST_COLUMNS = 64
"""Word has 63 columns at the most."""

_UNSEEN = frozenset({"del", "moveFrom", "pPr", "rPr", "instrText", "drawing", "pict", "object", "AlternateContent"})
"""What is not printed as text in its place: what was deleted, how things look, fields' codes, boxes and pictures."""

_SAYS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_BODY_TEXT = 9
"""The outline level of what is no heading."""


class _Reader:
    def __init__(self, parts: Mapping[str, bytes]) -> None:
        for name, part in parts.items():
            if name.lower().endswith(".rels"):
                check_well_formed(part)
        links = tuple(links_of(parts))
        main = next((each.target for each in links if not each.source and each.kind == "officeDocument"), MAIN)
        beside = {each.kind: each.target for each in links if each.source in {"", main} and not each.external}
        self._parts = parts
        self._body = first_child(self._read(main), "body")
        styles = self._read(beside.get("styles", STYLES))
        self._styles = {
            attribute(each, "styleId"): each for each in (() if styles is None else styles) if tag_of(each) == "style"
        }
        self._of_style: dict[str, tuple[etree._Element, ...]] = {}
        self._marks = ListMarks(self._read(beside.get("numbering", NUMBERING)))
        self._title = first_child(self._read(beside.get("core-properties", "")), "title")
        self._tables = 0

    def _read(self, name: str) -> etree._Element | None:
        part = self._parts.get(name)
        if part is None:
            return None
        check_well_formed(part)
        return parsed(part)

    def report(self) -> WordReport:
        if self._body is None:
            raise NotAReport("there is no document in it", SAVE_AS)
        title = "" if self._title is None else self._title.text or ""
        return WordReport(" ".join(title.split()), tuple(self._blocks(self._body)))

    def _blocks(self, parent: etree._Element) -> Iterator[Paragraph | WordTable]:
        for each in inside(parent):
            if tag_of(each) == "p":
                yield from self._paragraphs(each)
            elif tag_of(each) == "tbl":
                self._tables += 1
                yield WordTable(self._tables, tuple(self._rows(each)))

    # Tables

    def _rows(self, table: etree._Element) -> Iterator[tuple[TableCell, ...]]:
        rows = (each for each in inside(table) if tag_of(each) == "tr")
        for number, row in enumerate(rows, 1):
            yield tuple(self._cells(row, number))

    def _cells(self, row: etree._Element, number: int) -> Iterator[TableCell]:
        column = digits_in(first_child(row, "trPr", "gridBefore"), 0, _MOST_COLUMNS)
        for each in inside(row):
            if tag_of(each) != "tc":
                continue
            span = max(1, digits_in(first_child(each, "tcPr", "gridSpan"), 1, _MOST_COLUMNS))
            merged = first_child(each, "tcPr", "vMerge")
            goes_on = merged is not None and attribute(merged) != "restart"
            fill = attribute(first_child(each, "tcPr", "shd"), "fill")
            lines = () if goes_on else tuple(self._lines(each))
            yield TableCell(number, column, span, lines, "" if goes_on or len(fill) != len("RRGGBB") else fill)
            column = min(column + span, _MOST_COLUMNS)

    def _lines(self, cell: etree._Element) -> Iterator[str]:
        """The lines of a cell, those of a table in it too."""
        for each in cell.iter("{*}p"):
            if not any(tag_of(above) in _UNSEEN for above in each.iterancestors()):
                yield from (paragraph.text for paragraph in self._paragraphs(each))

    # Paragraphs

    def _paragraphs(self, element: etree._Element) -> Iterator[Paragraph]:
        """The lines of a paragraph, as a line break starts a new one."""
        lines = [line.strip() for line in as_seen("".join(_texts(element))).split("\n") if line.strip()]
        if not lines:
            return
        level, is_bold = self._level(element), self._is_bold(element)
        mark = "" if level is not None else self._mark(element)
        for number, line in enumerate(lines):
            yield Paragraph(f"{mark if number == 0 else ''}{line}", level, is_bold)

    def _properties(self, element: etree._Element) -> Iterator[etree._Element]:
        """The properties of a paragraph: its own, then those of its style and of the styles that this is based on."""
        own = first_child(element, "pPr")
        if own is None:
            return
        yield own
        name = attribute(first_child(own, "pStyle"))
        if name not in self._of_style:
            self._of_style[name] = tuple(self._properties_of_style(name))
        yield from self._of_style[name]

    def _properties_of_style(self, name: str) -> Iterator[etree._Element]:
        seen = set[str]()
        while name in self._styles and name not in seen:
            seen.add(name)
            found = first_child(self._styles[name], "pPr")
            if found is not None:
                yield found
            name = attribute(first_child(self._styles[name], "basedOn"))

    def _property(self, element: etree._Element, name: str) -> etree._Element | None:
        found = (first_child(each, name) for each in self._properties(element))
        return next((each for each in found if each is not None), None)

    def _mark(self, element: etree._Element) -> str:
        """What stands before a list item."""
        numbered = self._property(element, "numPr")
        return "" if numbered is None else self._marks.mark(numbered)

    def _level(self, element: etree._Element) -> int | None:
        style = self._styles.get(attribute(first_child(element, "pPr", "pStyle")))
        if attribute(first_child(style, "name")).casefold() == "title":
            return 0
        level = digits_in(self._property(element, "outlineLvl"), _BODY_TEXT, _BODY_TEXT)
        return level + 1 if level < _BODY_TEXT else None

    def _is_bold(self, element: etree._Element) -> bool:
        runs = [each for each in element.iter("{*}r") if any(text.strip() for text in _texts(each))]
        return bool(runs) and all(is_turned_on(first_child(each, "rPr", "b")) for each in runs)


def _texts(element: etree._Element) -> Iterator[str]:
    """The texts of a paragraph or a run, without what is unseen."""
    for each in element:
        name = tag_of(each)
        if name in _UNSEEN or (name == "r" and is_turned_on(first_child(each, "rPr", "vanish"))):
            continue
        if name == "t":
            yield each.text or ""
        elif name in _SAYS:
            yield _SAYS[name]
        else:
            yield from _texts(each)
