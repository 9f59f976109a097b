# ruff: noqa: D103 (each function gives the XML that its name says)
"""The styles of templates/*.docx as they are first laid out: what a clerk sees in Word's list of styles."""

from dataclasses import dataclass, replace

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

INK, QUIET, ACCENT, RULE, BAND, DRAFT = "0B0C0C", "484D52", "003078", "8A8F93", "F1F2F3", "AA1111"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A page in twentieths of a point; the sizes of its title, text, tables, remarks and statuses in points.

    ``tight`` saves space between lines.
    """

    width: int
    height: int
    margin: int
    top: int
    bottom: int
    title: float
    heading: float
    text: float
    table: float
    small: float
    status: float
    tight: bool = False

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def is_landscape(self) -> bool:
        """Whether the page lies on its side."""
        return self.width > self.height


LANDSCAPE = Look(
    width=16838,
    height=11906,
    margin=680,
    top=964,
    bottom=737,
    title=22,
    heading=14,
    text=11,
    table=9.5,
    small=9,
    status=9,
)
LANDSCAPE_ROWS = replace(LANDSCAPE, table=10, tight=True)
PORTRAIT = Look(
    width=11906,
    height=16838,
    margin=1134,
    top=964,
    bottom=794,
    title=22,
    heading=15,
    text=12,
    table=11,
    small=10.5,
    status=11,
)
ONE_PAGE = Look(
    width=11906,
    height=16838,
    margin=1021,
    top=1021,
    bottom=850,
    title=18,
    heading=13,
    text=10,
    table=9,
    small=10,
    status=9,
    tight=True,
)


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
KEEP = "<w:keepNext/><w:keepLines/>"


def heading(level: int, points: float, before: float, after: float) -> str:
    return style(
        f"heading {level}",
        paragraph=f'{KEEP}{space(before, after, 240)}<w:outlineLvl w:val="{level - 1}"/>',
        run=font(points, ACCENT, bold=True),
        following="Normal",
    )


def box(colour: str, size: int, gap: int) -> str:
    sides = "".join(rule(side, size, colour, gap) for side in ("top", "left", "bottom", "right"))
    return f"<w:pBdr>{sides}</w:pBdr>"


def item(name: str, based_on: str, number: int, indent: int, after: float) -> str:
    hanging = f'<w:ind w:left="{indent}" w:hanging="{indent}"/>'
    return style(name, based_on, paragraph=LIST.format(number) + space(after=after) + hanging)


def contents_line(level: int, indent: int, points: float) -> str:
    return style(
        f"toc {level}",
        paragraph=f'{space(after=1, line=240)}<w:ind w:left="{indent}"/>',
        run=font(points),
        following="Normal",
    )


def paragraph_styles(look: Look) -> str:
    text, table = look.text, look.table
    after = space(after=0 if look.tight else 2)
    with_facts = "" if look.is_landscape else KEEP  # in a table's cell it would tie the row to the next
    each = (
        style("Normal", None, paragraph=space(after=3, line=250), run=font(text)),
        heading(1, look.title, 0, 1),
        heading(2, look.heading, 7, 2),
        heading(3, (text + look.heading) // 2, 7, 1),
        heading(4, text, 2, 0),
        heading(5, text, 3, 0),
        style("Council", paragraph=f"<w:keepNext/>{space(after=0)}", run=font(12, QUIET)),
        style("Months", paragraph=space(after=4), run=font(12, QUIET)),
        style("Notice", paragraph=space(after=8), run=font(text, INK, bold=True)),
        style("Fact", paragraph=space(after=1 if look.tight else 3), run=font(text)),
        style("Space before", paragraph=space(before=4, after=2)),
        style("Introduction", paragraph=with_facts + space(4, 6), run=font(text)),
        contents_line(2, 0, look.small + 1),
        contents_line(3, 284, look.small),
        style("Charts", paragraph=space(after=2)),
        style("Line chart", paragraph="<w:keepNext/>" + space(after=0, line=240)),
        style("Table introduction", "Introduction", paragraph="<w:keepNext/>" + space(after=6)),
        style(
            "Draft notice",
            paragraph=f'{box(DRAFT, 12, 6)}{space(6, 12)}<w:ind w:left="142" w:right="142"/>',
            run=font(12, DRAFT),
        ),
        style(
            "caption",
            paragraph=f"<w:keepNext/>{space(4, 2)}",
            run=font(table, QUIET),
        ),
        style("Terms", paragraph="<w:keepLines/>" + space(after=4), run=font(table)),
        style("Data source", paragraph=space(before=6), run=font(table)),
        item("List Bullet", "Normal", 3, 340, 4),
        item("List Number", "Normal", 4, 400, 4),
        item("Point", "Normal", 5, 340, 3),
        style("Table text", paragraph=space(after=1 if look.tight else 2, line=240), run=font(table)),
        style(
            "Table heading", "Table text", paragraph=f"<w:keepNext/>{space(1, 1, 240)}", run=font(table, INK, bold=True)
        ),
        style("Measure label", "Table text", paragraph=after, run=font(table, INK, bold=True)),
        style("Measure title", "Table text"),
        style("Measure fact", "Table text", paragraph=with_facts + space(after=2), run=font(look.small)),
        style("Count name", "Table text", paragraph=space(line=240)),
        style("Count name below", "Count name", paragraph='<w:ind w:left="227"/>'),
        style("Answer heading", "Table text", paragraph=space(3, 1), run=font(table, INK, bold=True)),
        style("Status word", "Table text", paragraph=after, run=font(table, bold=True)),
        style(
            "Status block",
            "Status word",
            paragraph=f'{box(INK, 4, 1)}{space(1, 3)}<w:ind w:left="28" w:right="28"/>',
            run=font(look.status, bold=True),
        ),
        style("Status line", "Status block", paragraph=space(0, 1) + '<w:ind w:left="28" w:right="1400"/>'),
        style("Status note", "Table text", run=font(table)),
        style("Fact heading", "Table text", paragraph=f"<w:keepNext/>{space()}", run=font(table, INK, bold=True)),
        style("Fact figure", "Table text", paragraph=f"<w:keepNext/>{space()}"),
        style("Fact status", "Table text", paragraph=f"<w:keepNext/>{space()}", run=font(look.status, bold=True)),
        style("Before figures", "Table text", paragraph=KEEP + space(after=3), run=font(look.small, QUIET)),
        style("Performance heading", "Table text", paragraph=space(after=0), run=font(table, INK, bold=True)),
        style("Performance figure", "Table text", paragraph=space(after=0)),
        style("Performance figure last", "Performance figure", paragraph=space(after=2)),
        style("Remark", "Table text", paragraph=space(after=3, line=240), run=font(look.small, QUIET)),
        style("In words", "Table text", run=font(look.small)),
        style("Note", "Remark", paragraph=space(2, 0, 240)),
        style(
            "Headline",
            "Table text",
            paragraph=with_facts + space(after=2),
            run=font(table, QUIET, bold=True),
        ),
        style("Result", "Table text", paragraph='<w:jc w:val="right"/>'),
        style("Count", "Table text", paragraph=f'{space(line=240)}<w:jc w:val="right"/>'),
        style("Count heading", "Table heading", paragraph='<w:jc w:val="right"/>'),
        style("Count status", "Table heading", paragraph='<w:jc w:val="right"/>', run=font(look.status, bold=True)),
        item("Table bullet", "Table text", 1, 227, 3),
        item("Table number", "Table text", 2, 312, 3),
        style(
            "header",
            paragraph=f"<w:pBdr>{rule('bottom', 4, RULE, 4)}</w:pBdr>{both_sides(look)}{space(line=240)}",
            run=font(max(9, look.small - 2), QUIET),
        ),
        style(
            "footer",
            paragraph=f"<w:pBdr>{rule('top', 4, RULE, 4)}</w:pBdr>{both_sides(look)}{space(line=240)}",
            run=font(max(9, look.small - 2), QUIET),
        ),
        style("Template tag", paragraph=space(line=240), run=font(9, "5F6B7A")),
    )
    return "".join(each)


def both_sides(look: Look) -> str:
    return tabs(("right", look.text_width))


def other_styles(look: Look) -> str:
    above, below = (28, 17) if look.tight or look.is_landscape else (34, 28)
    return f"""\
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>\
<w:uiPriority w:val="1"/><w:semiHidden/></w:style>\
<w:style w:type="character" w:styleId="DraftMark"><w:name w:val="Draft mark"/><w:qFormat/>\
<w:rPr><w:b/><w:bCs/><w:color w:val="{DRAFT}"/></w:rPr></w:style>\
<w:style w:type="character" w:styleId="FactLabel"><w:name w:val="Fact label"/><w:qFormat/>\
<w:rPr><w:b/><w:bCs/></w:rPr></w:style>\
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:qFormat/>\
<w:rPr><w:color w:val="{ACCENT}"/><w:u w:val="single"/></w:rPr></w:style>\
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>\
<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>\
<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>\
</w:tblPr></w:style>\
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>\
<w:style w:type="table" w:styleId="ReportTable"><w:name w:val="Report table"/><w:basedOn w:val="TableNormal"/>\
<w:qFormat/><w:tblPr><w:tblBorders>{rule("top", 12, INK)}{rule("left", 4, RULE)}{rule("bottom", 8, INK)}\
{rule("right", 4, RULE)}{rule("insideH", 4, RULE)}{rule("insideV", 4, RULE)}</w:tblBorders>\
<w:tblCellMar><w:top w:w="{above}" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="{below}" w:type="dxa"/>\
<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>\
<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{rule("bottom", 12, INK)}</w:tcBorders>\
<w:shd w:val="clear" w:color="auto" w:fill="{BAND}"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>"""


def styles(look: Look) -> str:
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" '
        f'w:cs="Arial"/><w:color w:val="{INK}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    return f"{HEAD}<w:styles {W}>{defaults}{paragraph_styles(look)}{other_styles(look)}</w:styles>"


_LISTS = (
    (1, "bullet", "•", "Table bullet", 227),
    (2, "decimal", "%1.", "Table number", 312),
    (3, "bullet", "•", "List Bullet", 340),
    (4, "decimal", "%1.", "List Number", 400),
    (5, "bullet", "•", "Point", 340),
)


def numbering() -> str:
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style_id(linked)}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl></w:abstractNum>'
        for number, kind, text, linked, indent in _LISTS
    )
    numbers = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n, *_ in _LISTS)
    return f"{HEAD}<w:numbering {W}>{definitions}{numbers}</w:numbering>"
