"""What all charts of a Word document have in common: how their parts begin, and how text in them looks."""

from generator.model.characters import escaped, printable, quoted_attribute

NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
INK = "0B0C0C"

CHART_SPACE = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="{NAMESPACE}" xmlns:a="{DRAWING}" '
    f'xmlns:r="{RELATIONSHIPS}"><c:roundedCorners val="0"/>'
)
"""How the part of a chart begins."""

NOTHING = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
"""What has neither area nor outline."""

THIN_LINE = f'<a:ln w="6350"><a:solidFill><a:srgbClr val="{INK}"/></a:solidFill></a:ln>'

LEVEL = ' rot="0" vert="horz"'
"""What stays level however narrow its place is."""

AS_IT_FITS = ' rot="-60000000" vert="horz"'
"""What is turned only where it would meet its neighbour, and broken only where a line ends, letter for letter."""

UNBROKEN = f'{LEVEL} wrap="none"'
"""What stays on one line, too."""


def text_looks(font: str | None, points: int, ink: str = INK, *, bold: bool = False, body: str = "") -> str:
    """How the text of a part of a chart looks; ``body`` says how it may be turned and broken, as DrawingML does."""
    told = looks("defRPr", font, points, ink, bold=bold)
    return f'<c:txPr><a:bodyPr{body}/><a:p><a:pPr>{told}</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'


def looks(name: str, font: str | None, points: int, ink: str = INK, *, bold: bool) -> str:
    """The looks of a run, or those that all have that say nothing else, as the element of a name."""
    face = f"<a:latin typeface={quoted_attribute(font)}/>" if font else ""
    return (
        f'<a:{name} lang="en-GB" sz="{points * 100}" b="{int(bold)}">'
        f'<a:solidFill><a:srgbClr val="{ink}"/></a:solidFill>{face}</a:{name}>'
    )


def one_line(text: str) -> str:
    """A text as a chart has it."""
    return escaped(" ".join(printable(text).split()))
