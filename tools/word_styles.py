# ruff: noqa: D103 (each function gives the XML that its name says)
"""The styles of templates/report.docx as it is first laid out: what a clerk sees in Word's list of styles."""

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

INK, QUIET, ACCENT, RULE, BAND, DRAFT = "0B0C0C", "484D52", "003078", "8A8F93", "F1F2F3", "AA1111"

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 16838, 11906, 680  # A4 landscape and 12 mm, in twentieths of a point
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN


def style(
    name: str,
    based_on: str | None = "Normal",
    *,
    paragraph: str = "",
    run: str = "",
    following: str = "",
) -> str:
    """Give a paragraph style; its id is its name without spaces."""
    base = f'<w:basedOn w:val="{style_id(based_on)}"/>' if based_on else ""
    after = f'<w:next w:val="{style_id(following)}"/>' if following else ""
    default = "" if based_on else ' w:default="1"'
    looks = (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + (f"<w:rPr>{run}</w:rPr>" if run else "")
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style_id(name)}"><w:name w:val="{name}"/>{base}{after}'
        f"<w:qFormat/>{looks}</w:style>"
    )


def style_id(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def space(before: float = 0, after: float = 0, line: int = 0) -> str:
    spacing = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}"{spacing}/>'


def font(points: float, colour: str = "", *, bold: bool = False) -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    ink = f'<w:color w:val="{colour}"/>' if colour else ""
    return f'{weight}{ink}<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>'


def rule(side: str, size: int, colour: str, gap: int = 0) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{gap}" w:color="{colour}"/>'


def tabs(*stops: tuple[str, int]) -> str:
    each = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in stops)
    return f"<w:tabs>{each}</w:tabs>"


LIST = '<w:numPr><w:numId w:val="{}"/></w:numPr>'
PARAGRAPH_STYLES = (
    style("Normal", None, paragraph=space(after=6, line=264)),
    style(
        "heading 1",
        paragraph=f'<w:keepNext/><w:keepLines/>{space(2, 2, 240)}<w:outlineLvl w:val="0"/>',
        run=font(24, ACCENT, bold=True),
        following="Normal",
    ),
    style(
        "heading 2",
        paragraph=f'<w:keepNext/><w:keepLines/>{space(18, 6, 240)}<w:outlineLvl w:val="1"/>',
        run=font(15, ACCENT, bold=True),
        following="Normal",
    ),
    style("Council", paragraph=f"<w:keepNext/>{space(after=0)}", run=font(13, QUIET)),
    style("Months", paragraph=space(after=8), run=font(13, QUIET)),
    style("Introduction", paragraph=space(after=6), run=font(12)),
    style("Table introduction", "Introduction", paragraph="<w:keepNext/>" + space(after=6)),
    style(
        "Draft notice",
        paragraph=f"<w:pBdr>{''.join(rule(side, 12, DRAFT, 6) for side in ('top', 'left', 'bottom', 'right'))}</w:pBdr>"
        f'{space(6, 12)}<w:ind w:left="142" w:right="142"/>',
        run=font(12, DRAFT),
    ),
    style("caption", paragraph=f"<w:keepNext/>{space(after=4)}", run=font(11, QUIET)),
    style("Data source", paragraph=space(before=12), run=font(11)),
    style("Table text", paragraph=space(after=3, line=245), run=font(10)),
    style("Table heading", "Table text", paragraph=f"<w:keepNext/>{space(2, 2, 240)}", run=font(10, INK, bold=True)),
    style("Measure label", "Table text", paragraph=space(after=2), run=font(10, INK, bold=True)),
    style("Measure title", "Table text"),
    style("Status word", "Table text", paragraph=space(after=2), run=font(11, bold=True)),
    style(
        "Status block",
        "Status word",
        paragraph=f"<w:pBdr>{''.join(rule(side, 4, INK, 2) for side in ('top', 'left', 'bottom', 'right'))}</w:pBdr>"
        f'{space(2, 5)}<w:ind w:left="57" w:right="57"/>',
        run=font(10, bold=True),
    ),
    style("Status note", "Table text", run=font(10)),
    style("Performance heading", "Table text", paragraph=space(after=0), run=font(10, INK, bold=True)),
    style("Performance figure", "Table text", paragraph=space(after=0)),
    style("Performance figure last", "Performance figure", paragraph=space(after=6)),
    style("Remark", "Table text", paragraph=space(after=3, line=240), run=font(9, QUIET)),
    style("Count", "Table text", paragraph=f'{space(after=2)}<w:jc w:val="right"/>', run=font(11)),
    style("Count heading", "Table heading", paragraph='<w:jc w:val="right"/>'),
    style(
        "List Bullet",
        "Table text",
        paragraph=LIST.format(1) + space(after=3) + '<w:ind w:left="227" w:hanging="227"/>',
    ),
    style(
        "List Number",
        "Table text",
        paragraph=LIST.format(2) + space(after=3) + '<w:ind w:left="312" w:hanging="312"/>',
    ),
    style(
        "header",
        paragraph=f"<w:pBdr>{rule('bottom', 4, RULE, 4)}</w:pBdr>{tabs(('right', TEXT_WIDTH))}{space(line=240)}",
        run=font(9, QUIET),
    ),
    style(
        "footer",
        paragraph=f"<w:pBdr>{rule('top', 4, RULE, 4)}</w:pBdr>"
        f"{tabs(('center', TEXT_WIDTH // 2), ('right', TEXT_WIDTH))}{space(line=240)}",
        run=font(9, QUIET),
    ),
    style("Template tag", paragraph=space(line=240), run=font(9, "5F6B7A")),
)

OTHER_STYLES = f"""\
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>\
<w:uiPriority w:val="1"/><w:semiHidden/></w:style>\
<w:style w:type="character" w:styleId="DraftMark"><w:name w:val="Draft mark"/><w:qFormat/>\
<w:rPr><w:b/><w:bCs/><w:color w:val="{DRAFT}"/></w:rPr></w:style>\
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>\
<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>\
<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>\
</w:tblPr></w:style>\
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>\
<w:style w:type="table" w:styleId="ReportTable"><w:name w:val="Report table"/><w:basedOn w:val="TableNormal"/>\
<w:qFormat/><w:tblPr><w:tblBorders>{rule("top", 12, INK)}{rule("left", 4, RULE)}{rule("bottom", 8, INK)}\
{rule("right", 4, RULE)}{rule("insideH", 4, RULE)}{rule("insideV", 4, RULE)}</w:tblBorders>\
<w:tblCellMar><w:top w:w="68" w:type="dxa"/><w:left w:w="96" w:type="dxa"/><w:bottom w:w="45" w:type="dxa"/>\
<w:right w:w="96" w:type="dxa"/></w:tblCellMar></w:tblPr>\
<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{rule("bottom", 12, INK)}</w:tcBorders>\
<w:shd w:val="clear" w:color="auto" w:fill="{BAND}"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>"""


def styles() -> str:
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" '
        f'w:cs="Arial"/><w:color w:val="{INK}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    return f"{HEAD}<w:styles {W}>{defaults}{''.join(PARAGRAPH_STYLES)}{OTHER_STYLES}</w:styles>"


def numbering() -> str:
    def definition(number: int, kind: str, text: str, linked: str, indent: int) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
            f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{linked}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl>'
            "</w:abstractNum>"
        )

    definitions = definition(1, "bullet", "•", "ListBullet", 227) + definition(2, "decimal", "%1.", "ListNumber", 312)
    numbers = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    return f"{HEAD}<w:numbering {W}>{definitions}{numbers}</w:numbering>"
