"""Results over time as a native line chart of a Word document, with a workbook that holds the same figures.

It can be told apart without colour: results are a thick line with dots, targets a thin one, a forecast is dashed and
ends in a ring. How to draw is told to Word in full, down to the place of the axes, so that all programs draw alike.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from generator.documents.word_document.chart_text import (
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
from generator.model.characters import printable, quoted_attribute
from generator.report.page.over_time.line_view import LineView

_QUIET = "6B7276"
_POINTS = 9
_LETTER = 0.165
"""Centimetres that a letter of 9 points takes at most, nearly always."""

_ABOVE, _BELOW, _LEGEND, _LONG_LEGEND = 0.25, 0.9, 2.8, 3.4
"""Centimetres over the axes, under them for two lines of names, and beside them for the names of the lines, where a
dashed one is not or is among them."""

_MOST_NAMES = 12
"""So many places have their names under the axis; of more, every second, third and so on."""

_RESULT, _TARGET, _FORECAST = "Result", "Target", "Forecast"

type_of_column = Sequence[Decimal | None]


@lru_cache(maxsize=256)
def line_chart_part(line: LineView, font: str | None, size: tuple[float, float]) -> bytes:
    """Draw a line in so many centimetres. The part names its workbook as rId1. Several documents show the same line."""
    columns = _columns(line)
    names = [each.name for each in line.places]
    formats = _format(line), _format(line, on_axis=True)
    drawn = "".join(
        _series(number, name, names, column, formats[0], _look_of(name, line, column, font))
        for number, (name, column) in enumerate(columns.items())
    )
    return (
        f'{CHART_SPACE}<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_inside(line, names, size)}'
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{drawn}<c:marker val="1"/>'
        f'<c:axId val="1"/><c:axId val="2"/></c:lineChart>{_axes(line, len(names), formats[1], font)}{NOTHING}'
        f'</c:plotArea><c:legend><c:legendPos val="r"/><c:overlay val="0"/>{text_looks(font, _POINTS)}</c:legend>'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{NOTHING}'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


@lru_cache(maxsize=256)
def workbook_of_line(line: LineView) -> bytes:
    """The workbook of a line: a row a place, a column a series, as the chart's references have them."""
    columns = _columns(line)
    rows = zip((each.name for each in line.places), *columns.values(), strict=True)
    return workbook_of((("Period", *columns), *rows))


def _columns(line: LineView) -> dict[str, type_of_column]:
    """What is drawn, by its name; the dashed line begins at the last result."""
    at = line.last_known
    columns: dict[str, type_of_column] = {
        _RESULT: [*(each.actual for each in line.points), *([None] if line.forecast else [])]
    }
    if line.has_targets:
        columns[_TARGET] = [each.target for each in line.places]
    if line.forecast:
        blank: list[Decimal | None] = [None] * at
        between: list[Decimal | None] = [None] * (len(line.points) - at - 1)
        columns[_FORECAST] = [*blank, line.points[at].actual, *between, line.forecast.actual]
    return columns


def _series(number: int, name: str, names: Sequence[str], column: type_of_column, code: str, look: str) -> str:
    letter, ends = "BCD"[number], len(names) + 1
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>{SHEET}!${letter}$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{name}</c:v></c:pt></c:strCache></c:strRef></c:tx>{look}'
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${ends}</c:f><c:strCache>{_points(names)}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${ends}</c:f><c:numCache>"
        f"<c:formatCode>{one_line(code)}</c:formatCode>{_points(column)}</c:numCache></c:numRef></c:val>"
        '<c:smooth val="0"/></c:ser>'
    )


def _points(values: Sequence[str] | type_of_column) -> str:
    there = (
        f'<c:pt idx="{at}"><c:v>{f"{each:f}" if isinstance(each, Decimal) else one_line(each)}</c:v></c:pt>'
        for at, each in enumerate(values)
        if each is not None
    )
    return f'<c:ptCount val="{len(values)}"/>{"".join(there)}'


def _look_of(name: str, line: LineView, column: type_of_column, font: str | None) -> str:
    """The line, its marks and the figure at its end: of results the last, of a forecast that of the year end."""
    if name == _TARGET:
        return f"{_stroke(_QUIET, 12_700)}{_marker('dash', 5, _QUIET, _QUIET)}"
    if name == _RESULT:
        at = line.last_known
        label = _label(at, _away_from_others(line, at), font)
        return f"{_stroke(INK, 25_400)}{_marker('circle', 6, INK, INK)}{label}"
    at = len(column) - 1
    start = f'<c:dPt><c:idx val="{line.last_known}"/><c:marker><c:symbol val="none"/></c:marker></c:dPt>'
    return f"{_stroke(INK, 19_050, 'sysDash')}{_marker('circle', 6, 'FFFFFF', INK)}{start}{_label(at, 'r', font)}"


def _away_from_others(line: LineView, at: int) -> str:
    """Where the figure of the last result stands: above or under it, away from the target, and not on the axis."""
    actual, target = line.points[at].actual, line.points[at].target
    if actual is None or actual - line.low < (line.high - line.low) / 4:
        return "t"
    if actual > line.high - (line.high - line.low) / 4:
        return "b"
    return "b" if target is not None and target > actual else "t"


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
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{at}"/>{NOTHING}{text_looks(font, _POINTS, bold=True, body=UNBROKEN)}'
        f'<c:dLblPos val="{place}"/>{_SHOWS.format(1)}</c:dLbl>{_SHOWS.format(0)}</c:dLbls>'
    )


def _inside(line: LineView, names: Sequence[str], size: tuple[float, float]) -> str:
    """The place of the axes, in shares of the whole: what stands around them has the room that it needs."""
    width, height = size
    legend = _LONG_LEGEND if line.forecast else _LEGEND
    left = 0.3 + _LETTER * max(len(_written(line, each)) for each in (line.low, line.high))
    place = (width - left - legend) / len(names)
    at_the_end = _LETTER * len(_written(line, line.forecast.actual)) if line.forecast and line.forecast.actual else 0.0
    right = legend + max(0.0, at_the_end - place / 2)
    shares = {
        "x": left / width,
        "y": _ABOVE / height,
        "w": 1 - (left + right) / width,
        "h": 1 - (_ABOVE + _BELOW) / height,
    }
    placed = "".join(f'<c:{name} val="{max(share, 0.05):.4f}"/>' for name, share in shares.items())
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{placed}</c:manualLayout></c:layout>"
    )


def _written(line: LineView, figure: Decimal) -> str:
    """A figure as the chart prints it, near enough to know its length."""
    digits = f"{figure:,.{line.decimals}f}"
    before, after = line.signs
    return f"{before}{digits}{after}"


def _axes(line: LineView, places: int, code: str, font: str | None) -> str:
    skipped = -(-places // _MOST_NAMES)
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>{THIN_LINE}</c:spPr>'
        f'{text_looks(font, _POINTS, body=LEVEL)}<c:crossAx val="2"/><c:crosses val="min"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="50"/><c:tickLblSkip val="{skipped}"/><c:noMultiLvlLbl val="1"/>'
        f'</c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="{line.high:f}"/>'
        f'<c:min val="{line.low:f}"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>'
        f'<c:numFmt formatCode={quoted_attribute(code)} sourceLinked="0"/><c:majorTickMark val="out"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>{THIN_LINE}</c:spPr>'
        f'{text_looks(font, _POINTS, body=LEVEL)}<c:crossAx val="1"/><c:crosses val="min"/>'
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
