"""A measure's line chart as a drawing; every text in it is a figure or a period of the chart."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from generator.report.page.over_time.drawing_views import DotView, LevelDrawing, LineDrawing, MarkView
from generator.report.page.over_time.line_view import LineView, PointView

_WIDTH, _HEIGHT = Decimal(320), 128
_TOP, _BOTTOM, _UNDER = 10, 100, 120
"""The places of the highest number, of the lowest, and of the periods under them."""

_RIGHT = Decimal(290)
_LETTER, _WIDEST = Decimal(7), Decimal(96)
"""How wide a figure of these texts is, and how much room the numbers have at most."""

_PERIOD = 64
"""How wide a period's name is, with the space before the next."""

type_of_place = tuple[Decimal, Decimal]


def drawing_of(line: LineView) -> LineDrawing:
    """The picture of a line chart."""
    places, numbers = line.places, tuple(_numbers(line))
    left = min(_WIDEST, 10 + _LETTER * max(len(_shown(line, each)) for each in numbers))
    step = (_RIGHT - left) / (len(places) - 1)

    def at(position: int, figure: Decimal) -> type_of_place:
        return left + step * position, _BOTTOM - (_BOTTOM - _TOP) * (figure - line.low) / (line.high - line.low)

    results = tuple(_stretches(places[: len(line.points)], lambda each: each.actual, at))
    forecast = _forecast(line, at)
    return LineDrawing(
        width=f"{_WIDTH}",
        height=f"{_HEIGHT}",
        left=placed(left),
        right=placed(_RIGHT),
        up=tuple(_mark(left - 6, at(0, each)[1], _shown(line, each)) for each in numbers),
        across=tuple(_periods(places, left, step)),
        results=tuple(map(points, results)),
        targets=tuple(map(points, _stretches(places, lambda each: each.target, at))),
        forecast=points(forecast),
        dots=tuple(dot(*each) for stretch in results for each in stretch),
        hoped=tuple(dot(*each) for each in forecast[-1:]),
        levels=tuple(
            LevelDrawing(
                kind=each.kind,
                legend=each.legend,
                points=points(at(place, each.figure) for place in (each.start, len(line.points) - 1)),
            )
            for each in line.levels
        ),
    )


def _numbers(line: LineView) -> Iterator[Decimal]:
    number = line.low
    while number <= line.high:
        yield number
        number += line.step


def _shown(line: LineView, number: Decimal) -> str:
    before, after = line.signs
    minus = "−" if number < 0 else ""
    return f"{minus}{before}{abs(number.normalize()):,f}{after}"


def _periods(places: Sequence[PointView], left: Decimal, step: Decimal) -> Iterator[MarkView]:
    """The names of periods, from the last back, as many as there is room for."""
    every = math.ceil(_PERIOD / step)
    for position in sorted(range(len(places) - 1, -1, -every)):
        yield _mark(left + step * position, Decimal(_UNDER), places[position].name)


def _stretches(
    places: Iterable[PointView], figure_of: Callable[[PointView], Decimal | None], at: Callable[..., type_of_place]
) -> Iterator[tuple[type_of_place, ...]]:
    """The lines through what is known, one for each stretch without a gap in which nothing starts again."""
    stretch: list[type_of_place] = []
    for position, each in enumerate(places):
        figure = figure_of(each)
        if stretch and (figure is None or each.starts_again):
            yield tuple(stretch)
            stretch = []
        if figure is not None:
            stretch.append(at(position, figure))
    if stretch:
        yield tuple(stretch)


def _forecast(line: LineView, at: Callable[..., type_of_place]) -> tuple[type_of_place, ...]:
    """From the last result, if a line leads on from it, to what is forecast."""
    last = line.points[line.last_known].actual
    if last is None or line.forecast is None or line.forecast.actual is None:
        return ()
    start = (at(line.last_known, last),) if line.leads_to_forecast else ()
    return (*start, at(len(line.points), line.forecast.actual))


def points(places: Iterable[type_of_place]) -> str:
    """Places as the points of a line."""
    return " ".join(f"{placed(x)},{placed(y)}" for x, y in places)


def dot(x: Decimal, y: Decimal) -> DotView:
    """A place as a picture has it."""
    return DotView(x=placed(x), y=placed(y))


def placed(length: Decimal) -> str:
    """A length in a picture, to a tenth."""
    return f"{length:.1f}".removesuffix(".0")


def _mark(x: Decimal, y: Decimal, text: str) -> MarkView:
    return MarkView(x=placed(x), y=placed(y), text=text)
