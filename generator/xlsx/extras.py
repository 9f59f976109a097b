"""What a worksheet holds beside its cells: notes, drawings, links, and what is out of sight. It is told of, never used.

A sheet without any of it, as almost every returned form is, is only looked through for a few words.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from itertools import islice
from typing import NamedTuple

from generator.xlsx.archive import Archive
from generator.xlsx.cells import Cell
from generator.xlsx.drawings import DrawingReader, read_texts
from generator.xlsx.limits import Unreadable
from generator.xlsx.links import PartLink, part_links_of
from generator.xlsx.markings import Markings
from generator.xlsx.notes import read_notes, read_threads

_HELD = (
    *("comment", "drawing", "media/", "embedding", "activex"),
    *("chart", "diagram", "richdata", "cellimages"),
)
"""What the name of a part has in it that may hold something beside cells."""

_PICTURES_IN_CELLS = ("richdata/richvaluerel", "richdata/rdrichvaluewebimage", "cellimages.xml")
_OBJECTS = {"oleObject", "package", "control"}
_MOST = 1_000
"""More things are not told of one workbook."""

_CHARACTERS = 400
"""No more of a text is kept: enough to tell it by."""


class Sort(Enum):
    """What sort of thing it is."""

    NOTE = "note"
    TEXT_BOX = "text box"
    DRAWING = "drawing"
    PICTURE = "picture"
    CHART = "chart"
    MACROS = "sheet of macros or dialogs"
    OBJECT = "embedded file"
    LINK = "link"
    HEADER = "header or footer"
    PICTURE_IN_CELL = "picture in a cell"
    NO_CONTENT = "sheet without content"


class Extra(NamedTuple):
    """Something beside the cells. ``row`` and ``column`` are those of the cell it belongs to, or 0.

    ``text`` is what is written in it, a link's address, or a picture's description; it may be empty.
    """

    sort: Sort
    row: int = 0
    column: int = 0
    text: str = ""


class Beside(NamedTuple):
    """All that a sheet holds beside its cells; of rows and columns that are hidden, those with cells in them."""

    extras: tuple[Extra, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


NOTHING = Beside()


class ExtrasReader:
    """Reads what a workbook's sheets hold beside their cells, sheet after sheet."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        names = "\n".join(archive.names)
        self._held = any(each in names for each in _HELD)
        self._has_pictures = self._held and any(each in names for each in _PICTURES_IN_CELLS)
        self._left = _MOST

    def read(self, name: str, cells: Mapping[tuple[int, int], Cell], marked: Markings | None) -> Beside:
        """What the worksheet ``name`` holds beside ``cells``. What cannot be read is there without its text."""
        if marked is None and not self._held:
            return NOTHING
        marked = marked or Markings()
        found = [
            each._replace(text=" ".join(each.text.split())[:_CHARACTERS])
            for each in islice(self._found(name, marked, cells), self._left)
        ]
        self._left -= len(found)
        rows = marked.hidden_rows.intersection(row for row, _ in cells) if marked.hidden_rows else frozenset[int]()
        columns = {column for _, column in cells} if marked.hidden_columns else ()
        hidden = (each for each in columns if any(first <= each <= last for first, last in marked.hidden_columns))
        beside = Beside(tuple(found), rows, frozenset(hidden))
        return NOTHING if beside == NOTHING else beside

    def _found(self, name: str, marked: Markings, cells: Mapping[tuple[int, int], Cell]) -> Iterator[Extra]:
        try:
            links = part_links_of(self._archive, name) if self._held or marked.links else {}
        except Unreadable:
            links = {}
            yield Extra(Sort.DRAWING)
        yield from self._notes(links.values())
        for link in links.values():
            if link.type == "drawing":
                yield from self._drawing(link)
            elif link.type == "image":
                yield Extra(Sort.PICTURE)
            elif link.type in _OBJECTS:
                yield Extra(Sort.OBJECT, text=link.target.rpartition("/")[2])
        for marking in marked.links:
            target = links.get(marking.link)
            address = "".join((target.target if target else "", f"#{marking.inside}" if marking.inside else ""))
            if address:
                yield Extra(Sort.LINK, *marking.within(cells), address)
        yield from (Extra(Sort.LINK, *place, address) for place, address in marked.linking_formulas)
        if marked.headers:
            yield Extra(Sort.HEADER, text=" | ".join(marked.headers))
        if self._has_pictures or marked.picture_formulas:
            rich = marked.rich_values if self._has_pictures else ()
            places = dict.fromkeys((*marked.picture_formulas, *rich))
            yield from (Extra(Sort.PICTURE_IN_CELL, *place) for place in places)

    def _notes(self, links: Iterable[PartLink]) -> Iterator[Extra]:
        """A thread of comments is also stored as a note, for programs that know no threads."""
        found: dict[tuple[int, int], str] = {}
        for link in sorted(links, key=lambda each: each.type != "threadedComment"):
            if link.type not in {"comments", "threadedComment"}:
                continue
            read = read_notes if link.type == "comments" else read_threads
            try:
                for place, text in read(self._archive.read(link.part())).items():
                    found.setdefault(place, text)
            except Unreadable:
                yield Extra(Sort.NOTE)
        yield from (Extra(Sort.NOTE, *place, text) for place, text in found.items())

    def _drawing(self, link: PartLink) -> Iterator[Extra]:
        try:
            reader = DrawingReader(self._archive.read(link.part()))
            links = part_links_of(self._archive, link.part()) if reader.diagrams else {}
            diagrams = {each: links[each].part() for each in reader.diagrams if each in links}
            texts = {each: read_texts(self._archive.read(part)) for each, part in diagrams.items()}
        except Unreadable:
            yield Extra(Sort.DRAWING)
            return
        for each in reader.drawn:
            yield Extra(Sort(each.sort), each.row, each.column, each.text or texts.get(each.diagram, ""))
