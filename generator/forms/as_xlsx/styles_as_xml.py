"""The styles of a workbook: how its cells look, each look once, and what colours they take where a formula holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.forms.as_xlsx.looks import Letters, Lines, Look, Stands
from generator.forms.as_xlsx.texts_as_xml import MAIN, as_attribute

type_of_look = tuple[Look, str]
"""A look with the number format of its cell."""

type_of_paint = tuple[str, str | None]
"""The colours that a cell takes where a formula holds: of itself and of its letters."""

_BUILT_IN = {"General": 0, "@": 49}
_FIRST_OWN = 164
"""The numbers of formats below this are the standard's."""

_NORMAL = '<font><sz val="10"/><name val="Arial"/></font>'
_PLAIN = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
_NO_LINES = "<border><left/><right/><top/><bottom/><diagonal/></border>"
_FIRST_FILLS = ("<fill><patternFill/></fill>", '<fill><patternFill patternType="gray125"/></fill>')
"""Programs take these two for granted, whatever stands in their places."""


@dataclass(frozen=True, slots=True, eq=False)
class StylesAsXml:
    """The part of the workbook, and the number of each look with its number format."""

    xml: str
    numbers: Mapping[type_of_look, int]


def styles_as_xml(looks: Iterable[type_of_look], paints: Iterable[type_of_paint]) -> StylesAsXml:
    """The styles of cells with these looks, numbered as they come; paints are numbered as given."""
    fonts, fills, lines, formats = _Numbered(_NORMAL), _Numbered(*_FIRST_FILLS), _Numbered(_NO_LINES), _Numbered()
    cells, numbers = [_PLAIN], {}
    for look, number_format in looks:
        numbers[look, number_format] = len(cells)
        number = _BUILT_IN.get(number_format)
        ids = (
            _FIRST_OWN + formats.of(as_attribute(number_format)) if number is None else number,
            fonts.of(_font(look.letters)),
            fills.of(_fill(look.fill, "fgColor")) if look.fill else 0,
            lines.of(_border(look.lines)) if look.lines else 0,
        )
        cells.append(_cell(look, *ids))
    codes = [f'<numFmt numFmtId="{_FIRST_OWN + at}" formatCode={code}/>' for at, code in enumerate(formats)]
    parts = (
        _counted("numFmts", codes) if codes else "",
        _counted("fonts", fonts),
        _counted("fills", fills),
        _counted("borders", lines),
        _counted("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
        _counted("cellXfs", cells),
        _counted("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
        _counted("dxfs", [_dxf(*paint) for paint in paints]),
    )
    return StylesAsXml(f'<styleSheet xmlns="{MAIN}">{"".join(parts)}</styleSheet>', numbers)


class _Numbered(dict[str, int]):
    """Pieces of XML, each with its number in the order in which they came."""

    def __init__(self, *first: str) -> None:
        super().__init__({piece: number for number, piece in enumerate(first)})

    def of(self, piece: str) -> int:
        return self.setdefault(piece, len(self))


def _counted(name: str, pieces: Iterable[str]) -> str:
    pieces = list(pieces)
    return f'<{name} count="{len(pieces)}">{"".join(pieces)}</{name}>'


def _cell(look: Look, number_format: int, font: int, fill: int, border: int) -> str:
    ids = f'numFmtId="{number_format}" fontId="{font}" fillId="{fill}" borderId="{border}"'
    is_open, locked = (' applyProtection="1"', '<protection locked="0"/>') if look.is_open else ("", "")
    return f'<xf {ids} xfId="0" applyAlignment="1"{is_open}>{_alignment(look.stands)}{locked}</xf>'


def _alignment(stands: Stands) -> str:
    wraps = ' wrapText="1"' if stands.wraps else ""
    indent = f' indent="{stands.indent}"' if stands.indent else ""
    return f'<alignment horizontal="{stands.across}" vertical="{stands.down}"{wraps}{indent}/>'


def _font(letters: Letters) -> str:
    bold, line = "<b/>" if letters.bold else "", "<u/>" if letters.link else ""
    return f'<font>{bold}{line}<sz val="{letters.size}"/><color rgb="{letters.colour}"/><name val="Arial"/></font>'


def _fill(colour: str, part: str) -> str:
    """A fill; the colour that shows stands in another part of it in a cell than where a formula holds."""
    return f'<fill><patternFill patternType="solid"><{part} rgb="{colour}"/></patternFill></fill>'


def _border(lines: Lines) -> str:
    sides = zip(("left", "right", "top", "bottom"), lines, strict=True)
    return f"<border>{''.join(_side(*each) for each in sides)}</border>"


def _side(name: str, colour: str) -> str:
    return f'<{name} style="thin"><color rgb="{colour}"/></{name}>'


def _dxf(fill: str, ink: str | None) -> str:
    font = f'<font><b/><color rgb="{ink}"/></font>' if ink else ""
    return f"<dxf>{font}{_fill(fill, 'bgColor') if fill else ''}</dxf>"
