"""A chart of statuses as a native part of a Word document: vectors that Word draws, in the document's font."""

from collections.abc import Sequence

from generator.model.characters import escaped, printable, quoted_attribute
from generator.report.page.views import ChartView, SeriesView

NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_INK = "0B0C0C"
_NO_ZEROS = "0;;;"
_LINE = f'<a:ln w="6350"><a:solidFill><a:srgbClr val="{_INK}"/></a:solidFill></a:ln>'
_NONE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def chart_part(chart: ChartView, font: str | None) -> bytes:
    """Draw a bar for each category, made up of its statuses, each with its number. A status nobody has is left out."""
    shown = [series for series in chart.series if any(series.values)]
    bars = "".join(_series(number, each, chart.categories, font) for number, each in enumerate(shown))
    return (
        f'{_HEAD}<c:chartSpace xmlns:c="{NAMESPACE}" xmlns:a="{_DRAWING}"><c:roundedCorners val="0"/><c:chart>'
        f'{_title(chart.title, font)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{bars}<c:gapWidth val="45"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f"{_axes(font)}{_NONE}</c:plotArea>"
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text(font, 10)}</c:legend>'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{_NONE}</c:chartSpace>'
    ).encode()


def _series(number: int, series: SeriesView, categories: Sequence[str], font: str | None) -> str:
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f"<c:tx><c:v>{_plain(series.name)}</c:v></c:tx>"
        f'<c:spPr><a:solidFill><a:srgbClr val="{series.fill}"/></a:solidFill>{_LINE}</c:spPr>'
        f'<c:invertIfNegative val="0"/><c:dLbls><c:numFmt formatCode={quoted_attribute(_NO_ZEROS)} sourceLinked="0"/>'
        f"{_NONE}{_text(font, 10, series.ink, bold=True)}"
        '<c:dLblPos val="ctr"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat>{_strings(categories)}</c:cat><c:val>{_numbers(series.values)}</c:val></c:ser>"
    )


def _strings(texts: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{_plain(text)}</c:v></c:pt>' for at, text in enumerate(texts))
    return f'<c:strLit><c:ptCount val="{len(texts)}"/>{points}</c:strLit>'


def _numbers(values: Sequence[int]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{each}</c:v></c:pt>' for at, each in enumerate(values))
    return f'<c:numLit><c:formatCode>0</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numLit>'


def _axes(font: str | None) -> str:
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>{_LINE}</c:spPr>{_text(font, 10)}'
        '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="b"/><c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/>'
        "</c:valAx>"
    )


def _title(text: str, font: str | None) -> str:
    run = f"<a:r>{_looks('rPr', font, 11, _INK, bold=True)}<a:t>{_plain(text)}</a:t></a:r>"
    rich = f"<c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr/></a:pPr>{run}</a:p></c:rich>"
    return f'<c:title><c:tx>{rich}</c:tx><c:overlay val="0"/></c:title>'


def _text(font: str | None, points: int, ink: str = _INK, *, bold: bool = False) -> str:
    looks = _looks("defRPr", font, points, ink, bold=bold)
    return f'<c:txPr><a:bodyPr/><a:p><a:pPr>{looks}</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'


def _looks(name: str, font: str | None, points: int, ink: str, *, bold: bool) -> str:
    face = f"<a:latin typeface={quoted_attribute(font)}/>" if font else ""
    return (
        f'<a:{name} lang="en-GB" sz="{points * 100}" b="{int(bold)}">'
        f'<a:solidFill><a:srgbClr val="{ink}"/></a:solidFill>{face}</a:{name}>'
    )


def _plain(text: str) -> str:
    return escaped(" ".join(printable(text).split()))
