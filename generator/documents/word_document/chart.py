"""A chart of statuses as a native part of a Word document: vectors that Word draws, in the document's font."""

from collections.abc import Sequence

from generator.documents.word_document.chart_text import CHART_SPACE, NOTHING, THIN_LINE, looks, one_line, text_looks
from generator.model.characters import quoted_attribute
from generator.report.page.views import ChartView, SeriesView

_NO_ZEROS = "0;;;"


def chart_part(chart: ChartView, font: str | None) -> bytes:
    """Draw a bar for each category, made up of its statuses, each with its number. A status nobody has is left out."""
    shown = [series for series in chart.series if any(series.values)]
    bars = "".join(_series(number, each, chart.categories, font) for number, each in enumerate(shown))
    return (
        f"{CHART_SPACE}<c:chart>"
        f'{_title(chart.title, font)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{bars}<c:gapWidth val="45"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f"{_axes(font)}{NOTHING}</c:plotArea>"
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{text_looks(font, 10)}</c:legend>'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{NOTHING}</c:chartSpace>'
    ).encode()


def _series(number: int, series: SeriesView, categories: Sequence[str], font: str | None) -> str:
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f"<c:tx><c:v>{one_line(series.name)}</c:v></c:tx>"
        f'<c:spPr><a:solidFill><a:srgbClr val="{series.fill}"/></a:solidFill>{THIN_LINE}</c:spPr>'
        f'<c:invertIfNegative val="0"/><c:dLbls><c:numFmt formatCode={quoted_attribute(_NO_ZEROS)} sourceLinked="0"/>'
        f"{NOTHING}{text_looks(font, 10, series.ink, bold=True)}"
        '<c:dLblPos val="ctr"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat>{_strings(categories)}</c:cat><c:val>{_numbers(series.values)}</c:val></c:ser>"
    )


def _strings(texts: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{one_line(text)}</c:v></c:pt>' for at, text in enumerate(texts))
    return f'<c:strLit><c:ptCount val="{len(texts)}"/>{points}</c:strLit>'


def _numbers(values: Sequence[int]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{each}</c:v></c:pt>' for at, each in enumerate(values))
    return f'<c:numLit><c:formatCode>0</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numLit>'


def _axes(font: str | None) -> str:
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>{THIN_LINE}</c:spPr>{text_looks(font, 10)}'
        '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="b"/><c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/>'
        "</c:valAx>"
    )


def _title(text: str, font: str | None) -> str:
    run = f"<a:r>{looks('rPr', font, 11, bold=True)}<a:t>{one_line(text)}</a:t></a:r>"
    rich = f"<c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr/></a:pPr>{run}</a:p></c:rich>"
    return f'<c:title><c:tx>{rich}</c:tx><c:overlay val="0"/></c:title>'
