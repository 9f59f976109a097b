"""Results over time as a native line chart of a Word document, with a workbook that holds the same figures.

It can be told apart without colour: results are a thick line with dots, targets a thin one, a forecast is dashed and
ends in a ring. How to draw is told to Word in full, down to the place of the axes, so that all programs draw alike.
"""

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from generator.documents.word_document.chart_text import (
    AS_IT_FITS,
    CHART_SPACE,
    INK,
    LEVEL,
    NOTHING,
    THIN_LINE,
    UNBROKEN,
    one_line,
    text_looks,
)
from generator.documents.word_document.embedded_workbook import SHEET, workbook_of
from generator.documents.word_document.figure_at_dot import (
    ABOVE,
    POINTS,
    Axes,
    clear_side,
    room_of_figure,
    type_of_column,
)
from generator.model.characters import printable, quoted_attribute
from generator.report.page.over_time.line_view import LevelKind, LineView
from generator.xlsx import column_letters

_QUIET = "6B7276"
_LETTER = 0.165
"""Centimetres that a letter of 9 points takes at most, nearly always."""

_BELOW, _LEGEND, _LONG_LEGEND = 0.9, 2.8, 3.6
"""Centimetres under the axes for two lines of names, and beside them for the names of the lines, where a
dashed one is not or is among them."""

_BESIDE_FIGURE = 0.15
"""Centimetres between a figure at the end and the names of the lines."""

_BETWEEN_NAMES = 0.12
"""Centimetres between the names of two places under the axis."""

_RESULT, _TARGET, _FORECAST = "Result", "Target", "Forecast"

_SAMPLE, _NAME_HEIGHT, _AT_END, _GAP, _APART = 2.0, 0.46, 0.6, 0.15, 0.6
"""Centimetres of the sample of a line beside its name, of a row of such names; where they stand under the axes, beside
these, between the two, and by which the axes are longer then."""

_DASHES = {
    LevelKind.OTHERS: "sysDot",
    LevelKind.MORE_OTHERS: "lgDashDot",
    LevelKind.AVERAGE: "lgDash",
    LevelKind.LIMIT: "dash",
}


class _Series(NamedTuple):
    """What is drawn in one line, and how."""

    name: str
    column: type_of_column
    look: str
    has_name: bool
    """Whether it is named beside the chart, or under it."""


def _height_of_names(line: LineView, width: float) -> float:
    """The centimetres that a chart needs under it for the names of its lines, where they are too many to stand beside.

    That is where anything is drawn but results, targets and a forecast.
    """
    if not line.levels:
        return 0.0
    names = [*_names(line)]
    in_a_row = max(1, int(width / (_SAMPLE + _LETTER * max(map(len, names)))))
    return _NAME_HEIGHT * -(-len(names) // in_a_row)


def height_of_levels(line: LineView, width: float) -> float:
    """The centimetres that a chart is higher by, so that what is drawn besides can be told apart."""
    return _height_of_names(line, width) + _GAP + _APART if line.levels else 0.0


def _names(line: LineView) -> Iterator[str]:
    yield from (_RESULT, *([_TARGET] if line.has_targets else ()), *([_FORECAST] if line.forecast else ()))
    yield from (each.name for each in line.levels if each.legend)


@lru_cache(maxsize=256)
def line_chart_part(line: LineView, font: str | None, size: tuple[float, float]) -> bytes:
    """Draw a line in so many centimetres. The part names its workbook as rId1. Several documents show the same line."""
    left, right = _beside_axes(line, size[0])
    axes = Axes(line, (size[0] - left - right) / len(line.places), size[1] - ABOVE - _under_axes(line, size[0]))
    every = _every(line, axes.place)
    names = "".join(_names_under_axis(line, every))
    formats = _format(line), _format(line, on_axis=True)
    series = tuple(_series(line, font, axes))
    drawn = "".join(_drawn(at, each, names, formats[0]) for at, each in enumerate(series, 1))
    return (
        f'{CHART_SPACE}<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_inside(line, left, right, size)}'
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{drawn}<c:marker val="1"/>'
        f'<c:axId val="1"/><c:axId val="2"/></c:lineChart>{_axes(line, every, formats[1], font)}{NOTHING}'
        f"</c:plotArea>{_legend(line, series, size, font)}"
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{NOTHING}'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


@lru_cache(maxsize=256)
def workbook_of_line(line: LineView) -> bytes:
    """The workbook of a line: a row a place, a column a series, as the chart's references have them."""
    series = tuple(_series(line, None, Axes(line, 1, 1)))
    rows = zip((each.name for each in line.places), *(each.column for each in series), strict=True)
    return workbook_of((("Period", *(each.name for each in series)), *rows))


def _series(line: LineView, font: str | None, axes: Axes) -> Iterator[_Series]:
    """What is drawn; results and targets that start again each year are a line a year, of which the last has a name."""
    ends = [None] if line.forecast else []
    results = _by_year(line, _RESULT, [*(each.actual for each in line.points), *ends])
    targets = _by_year(line, _TARGET, [each.target for each in line.places])
    ahead = [(_FORECAST, _ahead(line, line.forecast.actual))] if line.forecast else []
    beside = [
        (each, [*[None] * each.start, *[each.figure] * (len(line.points) - each.start), *ends]) for each in line.levels
    ]
    columns = [column for _, column in (*results, *targets, *ahead, *beside)]
    figure = _figure_of_last(axes, columns, font)
    for at, (name, column) in enumerate(results, 1):
        of_last = figure if at == len(results) else ""
        look = f"{_stroke(INK, 25_400)}{_marker('circle', 6, INK, INK)}{of_last}"
        yield _Series(name, column, look, has_name=at == len(results))
    for at, (name, column) in enumerate(targets, 1):
        look = f"{_stroke(_QUIET, 12_700)}{_marker('dash', 5, _QUIET, _QUIET)}"
        yield _Series(name, column, look, has_name=at == len(targets))
    for name, column in ahead:
        yield _Series(name, column, _look_of_forecast(line, font), has_name=True)
    for level, column in beside:
        look = f"{_stroke(INK, 12_700, _DASHES[level.kind])}{_NO_MARKER}"
        yield _Series(level.name, column, look, has_name=bool(level.legend))


def _by_year(line: LineView, name: str, column: type_of_column) -> list[tuple[str, type_of_column]]:
    """A column for each stretch of a line in which nothing starts again, if anything of it is known."""
    starts = [0, *(at for at, each in enumerate(line.points) if at and each.starts_again), len(column)]
    stretches = [(start, end) for start, end in pairwise(starts) if any(each is not None for each in column[start:end])]
    return [
        (
            name if (start, end) == stretches[-1] else f"{name} to {line.places[end - 1].name}",
            [each if start <= at < end else None for at, each in enumerate(column)],
        )
        for start, end in stretches
    ]


def _ahead(line: LineView, forecast: Decimal | None) -> type_of_column:
    """From the last result, if a line leads on from it, to what is forecast."""
    column: list[Decimal | None] = [None] * len(line.points)
    if line.leads_to_forecast:
        column[line.last_known] = line.points[line.last_known].actual
    return [*column, forecast]


def _legend(line: LineView, drawn: Sequence[_Series], size: tuple[float, float], font: str | None) -> str:
    """The names of the lines; under the chart its place is told, or programs put it upon the axis."""
    unnamed = (at for at, each in enumerate(drawn) if not each.has_name)
    left_out = "".join(f'<c:legendEntry><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>' for at in unnamed)
    place, layout = "r", ""
    if line.levels:
        share = _height_of_names(line, size[0]) / size[1]
        layout = (
            '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/>'
            f'<c:y val="{1 - share:.4f}"/><c:w val="1"/><c:h val="{share:.4f}"/></c:manualLayout></c:layout>'
        )
        place = "b"
    looks = text_looks(font, POINTS)
    return f'<c:legend><c:legendPos val="{place}"/>{left_out}{layout}<c:overlay val="0"/>{looks}</c:legend>'


_NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'


def _every(line: LineView, room: float) -> int:
    """Of how many places one has its name under the axis, with so many centimetres for each; the last one has.

    A name is broken between its words, and takes as much room as the longest of them.
    """
    word = max((len(word) for each in line.places for word in each.name.split()), default=0)
    least = max(1, math.ceil((_LETTER * word + _BETWEEN_NAMES) / max(room, 0.01)))
    last = len(line.places) - 1
    return next((each for each in range(least, last) if last % each == 0), max(last, 1))


def _names_under_axis(line: LineView, every: int) -> Iterator[str]:
    """The names that are written, as the chart's memory: not every program leaves names out where it is told to."""
    yield f'<c:ptCount val="{len(line.places)}"/>'
    for at, each in list(enumerate(line.places))[::every]:
        yield f'<c:pt idx="{at}"><c:v>{"&#10;".join(map(one_line, each.name.split()))}</c:v></c:pt>'


def _drawn(place: int, series: _Series, names: str, code: str) -> str:
    letter, ends, number = column_letters(place + 1), len(series.column) + 1, place - 1
    name, look = one_line(series.name), series.look
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>{SHEET}!${letter}$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{name}</c:v></c:pt></c:strCache></c:strRef></c:tx>{look}'
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${ends}</c:f><c:strCache>{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${ends}</c:f><c:numCache>"
        f"<c:formatCode>{one_line(code)}</c:formatCode>{_points(series.column)}</c:numCache></c:numRef></c:val>"
        '<c:smooth val="0"/></c:ser>'
    )


def _points(values: type_of_column) -> str:
    there = (f'<c:pt idx="{at}"><c:v>{each:f}</c:v></c:pt>' for at, each in enumerate(values) if each is not None)
    return f'<c:ptCount val="{len(values)}"/>{"".join(there)}'


def _look_of_forecast(line: LineView, font: str | None) -> str:
    """Dashed, with a ring and its figure at the year end; where it begins, the result has its dot."""
    begins = f'<c:dPt><c:idx val="{line.last_known}"/>{_NO_MARKER}</c:dPt>' if line.leads_to_forecast else ""
    figure = _label(len(line.points), "r", font)
    return f"{_stroke(INK, 19_050, 'sysDash')}{_marker('circle', 6, 'FFFFFF', INK)}{begins}{figure}"


def _figure_of_last(axes: Axes, columns: Sequence[type_of_column], font: str | None) -> str:
    """The figure of the last result, where there is room for it: the words beside the chart have it all the same."""
    line, at = axes.line, axes.line.last_known
    actual = line.points[at].actual
    if actual is None:
        return ""
    is_at_end = at == len(line.places) - 1 and actual == _at_the_end(line)
    side = "r" if is_at_end else clear_side(axes, at, actual, _written(line, actual), columns)
    return _label(at, side, font) if side else ""


def _stroke(ink: str, width: int, dashes: str = "solid") -> str:
    return (
        f'<c:spPr><a:ln w="{width}" cap="rnd"><a:solidFill><a:srgbClr val="{ink}"/></a:solidFill>'
        f'<a:prstDash val="{dashes}"/><a:round/></a:ln></c:spPr>'
    )


def _marker(symbol: str, size: int, fill: str, ink: str) -> str:
    return (
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/><c:spPr><a:solidFill><a:srgbClr val="{fill}"/>'
        f'</a:solidFill><a:ln w="12700"><a:solidFill><a:srgbClr val="{ink}"/></a:solidFill></a:ln></c:spPr></c:marker>'
    )


_SHOWS = (
    '<c:showLegendKey val="0"/><c:showVal val="{}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def _label(at: int, place: str, font: str | None) -> str:
    looks = f"{NOTHING}{text_looks(font, POINTS, bold=True, body=UNBROKEN)}"
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{at}"/>{looks}<c:dLblPos val="{place}"/>{_SHOWS.format(1)}</c:dLbl>'
        f"{_SHOWS.format(0)}</c:dLbls>"
    )


def _beside_axes(line: LineView, width: float) -> tuple[float, float]:
    """The centimetres that what stands to the left and to the right of the axes needs."""
    beside = (_LONG_LEGEND if line.forecast else _LEGEND) if not line.levels else _AT_END
    left = 0.3 + _LETTER * max(len(_written(line, each)) for each in (line.low, line.high))
    place = (width - left - beside) / len(line.places)
    at_the_end = _at_the_end(line)
    figure = 0.0 if at_the_end is None else room_of_figure(_written(line, at_the_end)) + _BESIDE_FIGURE
    return left, beside + max(0.0, figure - place / 2)


def _under_axes(line: LineView, width: float) -> float:
    """The centimetres of names of places, and of lines, under the axes."""
    return _BELOW + (_height_of_names(line, width) + _GAP if line.levels else 0.0)


def _inside(line: LineView, left: float, right: float, size: tuple[float, float]) -> str:
    """The place of the axes, in shares of the whole: what stands around them has the room that it needs."""
    width, height = size
    under = _under_axes(line, width)
    shares = {
        "x": left / width,
        "y": ABOVE / height,
        "w": 1 - (left + right) / width,
        "h": 1 - (ABOVE + under) / height,
    }
    placed = "".join(f'<c:{name} val="{max(share, 0.05):.4f}"/>' for name, share in shares.items())
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{placed}</c:manualLayout></c:layout>"
    )


def _at_the_end(line: LineView) -> Decimal | None:
    """The figure that stands to the right of the last place: the forecast, or a result that other lines would cross."""
    if line.forecast:
        return line.forecast.actual
    return line.points[-1].actual if line.levels else None


def _written(line: LineView, figure: Decimal) -> str:
    """A figure as the chart prints it, near enough to know its length."""
    digits = f"{figure:,.{line.decimals}f}"
    before, after = line.signs
    return f"{before}{digits}{after}"


def _axes(line: LineView, every: int, code: str, font: str | None) -> str:
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>{THIN_LINE}</c:spPr>'
        f'{text_looks(font, POINTS, body=AS_IT_FITS)}<c:crossAx val="2"/><c:crosses val="min"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="50"/><c:tickLblSkip val="{every}"/><c:noMultiLvlLbl val="1"/>'
        f'</c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="{line.high:f}"/>'
        f'<c:min val="{line.low:f}"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>'
        f'<c:numFmt formatCode={quoted_attribute(code)} sourceLinked="0"/><c:majorTickMark val="out"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>{THIN_LINE}</c:spPr>'
        f'{text_looks(font, POINTS, body=LEVEL)}<c:crossAx val="1"/><c:crosses val="min"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{line.step:f}"/></c:valAx>'
    )


def _format(line: LineView, *, on_axis: bool = False) -> str:
    """How numbers are written: as in the text, and at the axis with no more decimals than its steps need.

    A long unit is left to the text.
    """
    exponent = line.step.normalize().as_tuple().exponent
    needed = max(0, -exponent) if isinstance(exponent, int) else 0
    decimals = min(line.decimals, needed) if on_axis else line.decimals
    digits = f"#,##0.{'0' * decimals}".rstrip(".")
    before, after = map(_quoted, line.signs)
    return f"{before}{digits}{after}"


def _quoted(unit: str) -> str:
    told = printable(unit).replace('"', "")
    return f'"{told}"' if told else ""
