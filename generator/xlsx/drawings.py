"""What is drawn on a worksheet: pictures, text boxes, shapes, charts; each with the cell at its corner and its text."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.xlsx.markup import read_part

_OOXML, _STRICT = "http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml"
_NAMESPACES = (
    f"{_OOXML}/drawingml/2006/spreadsheetDrawing",
    f"{_STRICT}/drawingml/spreadsheetDrawing",
    f"{_OOXML}/drawingml/2006/main",
    f"{_STRICT}/drawingml/main",
    f"{_OOXML}/drawingml/2006/diagram",
    f"{_STRICT}/drawingml/diagram",
    f"{_OOXML}/markup-compatibility/2006",
)
_DIAGRAM = tuple(f"{each}/relationships dm" for each in (f"{_OOXML}/officeDocument/2006", f"{_STRICT}/officeDocument"))
_MOST = 1_000
"""More things are not taken from one drawing."""

_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")


class Drawn(NamedTuple):
    """One thing that is drawn. ``sort`` is a word of extras.Sort; ``diagram`` is the id of a part that has its text."""

    sort: str
    row: int
    column: int
    text: str = ""
    diagram: str = ""


class DrawingReader:
    """Reads a drawing: ``drawn`` are the things in it, ``diagrams`` the ids of parts with texts of theirs.

    Raises Unreadable.
    """

    def __init__(self, part: bytes) -> None:
        self.drawn: list[Drawn] = []
        self.diagrams: list[str] = []
        self._place = [0, 0]
        self._at_start = self._counts = False
        self._twice = 0
        self._item: Drawn | None = None
        self._runs: list[str] = []
        starts = {
            **dict.fromkeys(_ANCHORS, self._start_anchor),
            "from": lambda _: self._mark(at_start=True),
            "to": lambda _: self._mark(at_start=False),
            "Fallback": lambda _: self._nest(1),
            "sp": lambda _: self._start("drawing"),
            "cxnSp": lambda _: self._start("drawing"),
            "contentPart": lambda _: self._start("drawing"),
            "pic": lambda _: self._start("picture"),
            "graphicFrame": lambda _: self._start("drawing"),
            "cNvSpPr": self._note_box,
            "cNvPr": self._describe,
            "graphicData": self._tell_sort,
            "relIds": self._note_diagram,
        }
        ends = {
            **dict.fromkeys(_ANCHORS, self._end_anchor),
            **dict.fromkeys(("sp", "cxnSp", "contentPart", "pic", "graphicFrame"), self._end),
            "row": lambda text: self._put(0, text),
            "col": lambda text: self._put(1, text),
            "Fallback": lambda _: self._nest(-1),
            "t": self._runs.append,
            "p": lambda _: self._runs.append(" "),
        }
        read_part(part, "wsDr", starts, ends, namespaces=_NAMESPACES)

    @property
    def _corner(self) -> tuple[int, int]:
        return self._place[0], self._place[1]

    def _start_anchor(self, _attributes: Mapping[str, str]) -> None:
        self._place, self._counts = [0, 0], True

    def _end_anchor(self, _text: str) -> None:
        """What has nothing in it that is known is a drawing all the same."""
        if self._counts:
            self._add(Drawn("drawing", *self._corner))

    def _mark(self, *, at_start: bool) -> None:
        self._at_start = at_start

    def _put(self, which: int, text: str) -> None:
        if self._at_start and text.strip().isdigit() and len(text) < 9:
            self._place[which] = int(text) + 1

    def _nest(self, step: int) -> None:
        """What programs fall back on that do not know the first choice is the same thing again."""
        self._twice += step

    def _start(self, sort: str) -> None:
        if not self._twice:
            self._item, self._counts = Drawn(sort, *self._corner), False
            self._runs.clear()

    def _note_box(self, attributes: Mapping[str, str]) -> None:
        if self._item and not self._twice and attributes.get("txBox") in {"1", "true"}:
            self._item = self._item._replace(sort="text box")

    def _describe(self, attributes: Mapping[str, str]) -> None:
        """A picture is told by what it says of itself to those who cannot see it."""
        if self._item and not self._twice:
            self._item = self._item._replace(text=attributes.get("descr", ""))

    def _tell_sort(self, attributes: Mapping[str, str]) -> None:
        if self._item and "chart" in attributes.get("uri", "").lower():
            self._item = self._item._replace(sort="chart")

    def _note_diagram(self, attributes: Mapping[str, str]) -> None:
        found = next((attributes[name] for name in _DIAGRAM if name in attributes), "")
        if self._item and found and not self._twice:
            self._item = self._item._replace(diagram=found)
            self.diagrams.append(found)

    def _end(self, _text: str) -> None:
        item, written = self._item, "".join(self._runs)
        if item and not self._twice:
            self._add(item._replace(text=written if written.strip() else item.text))
            self._item = None

    def _add(self, drawn: Drawn) -> None:
        if len(self.drawn) < _MOST:
            self.drawn.append(drawn)


def read_texts(part: bytes) -> str:
    """All that is written in a diagram. Raises Unreadable."""
    runs: list[str] = []
    ends = {"t": runs.append, "p": lambda _: runs.append(" ")}
    read_part(part, "dataModel", {}, ends, namespaces=_NAMESPACES)
    return "".join(runs)
