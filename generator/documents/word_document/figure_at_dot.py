"""Where the figure of a dot stands in a line chart: on the side of it where nothing is drawn, if there is one."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.model.characters import width_of
from generator.report.page.over_time.line_view import LineView

POINTS = 9
"""How large figures are."""

ABOVE = 0.35
"""Centimetres over the axes."""

_CENTIMETRES = 0.0353
"""A point."""

_HEIGHT, _FROM_DOT, _BESIDE_DOT, _MARK = 0.29, 0.22, 0.22, 0.1
"""Centimetres of a figure, from it to the middle of a dot that it is above or below, or beside, and of half a mark that
no line leads to."""

_APART = 0.1
"""Centimetres between a figure and what comes near it."""

type_of_column = Sequence[Decimal | None]
"""A figure a place, or none."""


class Axes(NamedTuple):
    """Where figures lie: so many centimetres a place, and so many from the lowest number to the highest."""

    line: LineView
    place: float
    tall: float

    def spot(self, at: int, figure: Decimal) -> tuple[float, float]:
        """The middle of a dot, from the corner of the axes."""
        line = self.line
        return (at + 0.5) * self.place, float((figure - line.low) / (line.high - line.low)) * self.tall


class _Box(NamedTuple):
    left: float
    right: float
    bottom: float
    top: float

    def with_edge(self, edge: float) -> "_Box":
        return _Box(self.left - edge, self.right + edge, self.bottom - edge, self.top + edge)


_type_of_stroke = tuple[tuple[float, float], tuple[float, float]]


def room_of_figure(text: str) -> float:
    """The centimetres that a figure takes beside its dot."""
    return _BESIDE_DOT + width_of(text) * POINTS * _CENTIMETRES


def clear_side(axes: Axes, at: int, figure: Decimal, text: str, drawn: Iterable[type_of_column]) -> str | None:
    """The side of a dot where its figure meets nothing that is drawn, as DrawingML names it; None where none is.

    One that nothing comes near is taken before the others.
    """
    strokes = [stroke for column in drawn for stroke in _strokes(axes, column)]
    boxes = _boxes(*axes.spot(at, figure), room_of_figure(text))
    inside = [side for side, box in boxes.items() if _is_inside(axes, box)]
    clear = (
        side
        for apart in (_APART, 0)
        for side in inside
        if not any(_meets(boxes[side].with_edge(apart), each) for each in strokes)
    )
    return next(clear, None)


def _is_inside(axes: Axes, box: _Box) -> bool:
    right = axes.place * len(axes.line.places)
    return box.left >= 0 and box.right <= right and box.bottom >= 0 and box.top <= axes.tall + ABOVE


def _boxes(x: float, y: float, room: float) -> dict[str, _Box]:
    """Where a figure would stand: above its dot, below, to the left and to the right."""
    half, up = (room - _BESIDE_DOT) / 2, _HEIGHT / 2
    return {
        "t": _Box(x - half, x + half, y + _FROM_DOT, y + _FROM_DOT + _HEIGHT),
        "b": _Box(x - half, x + half, y - _FROM_DOT - _HEIGHT, y - _FROM_DOT),
        "l": _Box(x - room, x - _BESIDE_DOT, y - up, y + up),
        "r": _Box(x + _BESIDE_DOT, x + room, y - up, y + up),
    }


def _strokes(axes: Axes, column: type_of_column) -> Iterator[_type_of_stroke]:
    """What is drawn of a column: from each figure to the next, and the mark of one that stands alone."""
    spots = [None if figure is None else axes.spot(at, figure) for at, figure in enumerate(column)]
    for before, spot, after in zip([None, *spots], spots, [*spots[1:], None], strict=False):
        if spot and after:
            yield spot, after
        elif spot and not before:
            yield (spot[0] - _MARK, spot[1]), (spot[0] + _MARK, spot[1])


def _meets(box: _Box, stroke: _type_of_stroke) -> bool:
    """Whether a stroke, which runs from left to right, crosses a box."""
    (x0, y0), (x1, y1) = stroke
    left, right = max(x0, box.left), min(x1, box.right)
    if left > right:
        return False
    rise = (y1 - y0) / (x1 - x0)
    low, high = sorted((y0 + (left - x0) * rise, y0 + (right - x0) * rise))
    return low <= box.top and high >= box.bottom
