"""Drawings of a document under way: {% chart page.chart, width, height %}, and the numbers of all drawings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jinja2 import TemplateRuntimeError, Undefined

from generator.documents.templating.allowance import left
from generator.documents.word_document.chart import chart_part
from generator.documents.word_document.chart_text import DRAWING, NAMESPACE, RELATIONSHIPS
from generator.documents.word_document.embedded_workbook import CONTENT_TYPE as OF_WORKBOOK
from generator.documents.word_document.embedded_workbook import RELATIONSHIP as TO_WORKBOOK
from generator.documents.word_document.language import Made
from generator.documents.word_document.line_chart import height_of_levels, line_chart_part, workbook_of_line
from generator.documents.word_document.package import CONTENT_TYPES
from generator.model.characters import printable, quoted_attribute
from generator.report.page.over_time.line_view import LineView
from generator.report.page.views import ChartView

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_TO_CHART = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
_HEIGHT_OF_LINE = 2.6

_EMU_PER_CM = 360_000
_WIDTH = 16
_MOST = 55
_HIGHEST = 16.0  # what a page in landscape has room for
_WORD_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
RELS = "word/_rels/document.xml.rels"
NO_RELS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
_ID = "rIdScorecardChart"


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A part of XML, open at the end of its root, where further elements of one name go."""

    before: str
    element: str
    after: str

    def with_last(self, added: Iterable[Mapping[str, str]]) -> bytes:
        """Write the part with elements added, each with attributes that need no escaping."""
        written = (" ".join(f'{name}="{value}"' for name, value in each.items()) for each in added)
        return f"{self.before}{''.join(f'<{self.element} {each}/>' for each in written)}{self.after}".encode()


class Drawings:
    """The charts that one document has come to hold; ``font`` is the document's."""

    def __init__(self, font: str | None) -> None:
        self._font = font
        self._last = 0
        self._charts: list[bytes] = []
        self._workbooks: dict[int, bytes] = {}

    def next_id(self) -> int:
        """A drawing its number, which no other drawing has."""
        self._last += 1
        return self._last

    def chart(self, chart: object = None, width: object = _WIDTH, height: object = None, *more: object) -> Made:
        """The run that shows a chart, sized in centimetres."""
        if more:
            raise TemplateRuntimeError("a chart has a width and a height, such as 13, 6.5, with a point and no comma")
        if isinstance(chart, Undefined):
            str(chart)  # raises, with its name
        if not isinstance(chart, ChartView | LineView):
            raise TemplateRuntimeError("this is not a chart")
        size = _length(width), _length(_fitting(chart) if height is None else height)
        if isinstance(chart, LineView):
            size = size[0], size[1] + height_of_levels(chart, size[0])
            drawn, book = line_chart_part(chart, self._font, size), workbook_of_line(chart)
            self._workbooks[len(self._charts) + 1] = book
        else:
            drawn, book = chart_part(chart, self._font), b""
        left().write(len(drawn) + len(book))
        self._charts.append(drawn)
        return Made(_inline(self.next_id(), len(self._charts), chart.description, size))

    def added_to(self, parts: Mapping[str, bytes], opened: Mapping[str, OpenPart]) -> dict[str, bytes]:
        """A package's parts with the charts among them, which those that are ``opened`` name."""
        if not self._charts:
            return dict(parts)
        names = [f"charts/scorecard{number}.xml" for number, _ in enumerate(self._charts, 1)]
        links = ({"Id": f"{_ID}{number}", "Type": _TO_CHART, "Target": name} for number, name in enumerate(names, 1))
        books = {number: f"embeddings/scorecard{number}.xlsx" for number in self._workbooks}
        kinds = (
            *({"PartName": f"/word/{name}", "ContentType": _CONTENT_TYPE} for name in names),
            *({"PartName": f"/word/{name}", "ContentType": OF_WORKBOOK} for name in books.values()),
        )
        return {
            **parts,
            CONTENT_TYPES: opened[CONTENT_TYPES].with_last(kinds),
            RELS: opened[RELS].with_last(links),
            **{f"word/{name}": data for name, data in zip(names, self._charts, strict=True)},
            **{f"word/{name}": self._workbooks[number] for number, name in books.items()},
            **{f"word/charts/_rels/scorecard{number}.xml.rels": _link_to(name) for number, name in books.items()},
        }


def _link_to(workbook: str) -> bytes:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{TO_WORKBOOK}" Target="../{workbook}"/></Relationships>'
    ).encode()


def _inline(number: int, chart: int, description: str, size: tuple[float, float]) -> str:
    told = quoted_attribute(" ".join(printable(description).split()))
    across, down = (round(each * _EMU_PER_CM) for each in size)
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_WORD_DRAWING}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{across}" cy="{down}"/><wp:docPr id="{number}" name="Chart {chart}" descr={told}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{NAMESPACE}">'
        f'<c:chart xmlns:c="{NAMESPACE}" xmlns:r="{RELATIONSHIPS}" r:id="{_ID}{chart}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _fitting(chart: ChartView | LineView) -> float:
    """So many centimetres for the bars, and some for the title and the legend."""
    return _HEIGHT_OF_LINE if isinstance(chart, LineView) else min(2.2 + 0.9 * len(chart.categories), _HIGHEST)


def _length(centimetres: object) -> float:
    if isinstance(centimetres, bool) or not isinstance(centimetres, int | float) or not 1 <= centimetres <= _MOST:
        raise TemplateRuntimeError(f"a chart's width and height are in centimetres, from 1 to {_MOST}")
    return float(centimetres)
