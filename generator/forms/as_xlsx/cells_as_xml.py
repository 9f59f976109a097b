"""The cells of a sheet as a workbook has them: rows of XML, with texts in them that stay texts."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from generator.forms.as_xlsx.looks import INK, QUIET
from generator.forms.as_xlsx.sheet_plan import Asked, Formula, SheetPlan, type_of_content
from generator.forms.as_xlsx.styles_as_xml import type_of_look
from generator.forms.as_xlsx.texts_as_xml import text_as_xml
from generator.xlsx import column_letters

_FIRST_DAY = date(1899, 12, 30)
type_of_cells = tuple[tuple[int, type_of_content, type, int], ...]
"""The cells of a row: of each its column, what stands in it with its type (1 is no TRUE), and its style's number."""


def rows_as_xml(sheet: SheetPlan, styles: Mapping[type_of_look, int]) -> Iterator[str]:
    """The rows of a sheet. A height is only where a row starts: it grows with its text, for it is not fixed."""
    rows: dict[int, list[tuple[int, type_of_content, type, int]]] = {}
    for row, column in sorted(sheet.cells):
        content, look, number_format = sheet.cells[row, column]
        rows.setdefault(row, []).append((column, content, type(content), styles[look, number_format]))
    for row, cells in rows.items():
        yield row_as_xml(row, sheet.heights.get(row), tuple(cells), hidden=row in sheet.hidden_rows)


@lru_cache(maxsize=4096)
def row_as_xml(row: int, height: float | None, cells: type_of_cells, *, hidden: bool) -> str:
    """A row; most rows of most forms are alike."""
    inside = "".join(_cell(f"{_letters(column)}{row}", content, style) for column, content, _, style in cells)
    at_start = "" if height is None else f' ht="{height:g}"'
    out_of_sight = ' hidden="1"' if hidden else ""
    return f'<row r="{row}"{at_start}{out_of_sight}>{inside}</row>'


def _cell(place: str, content: type_of_content, style: int) -> str:
    kind, inside = _EMPTY if content is None else _content(content)
    return f'<c r="{place}" s="{style}"{kind}>{inside}</c>' if inside else f'<c r="{place}" s="{style}"/>'


_EMPTY = ("", "")
_letters = lru_cache(column_letters)


def _content(content: type_of_content) -> tuple[str, str]:
    """What sort of cell it is, and what stands in it."""
    match content:
        case Formula():
            formula = f"<f>{text_as_xml(content.text)}</f>"
            known = content.at_first
            found = ("", formula) if known is None else (' t="str"', f"{formula}<v>{text_as_xml(known)}</v>")
        case Asked():
            label, hint = _run(content.label, INK, "<b/>"), _run(f"\n{content.hint}", QUIET)
            found = (' t="inlineStr"', f"<is>{label}{hint}</is>")
        case str() if content:
            found = (' t="inlineStr"', f'<is><t xml:space="preserve">{text_as_xml(content)}</t></is>')
        case bool():
            found = (' t="b"', f"<v>{int(content)}</v>")
        case date():
            found = ("", f"<v>{(content - _FIRST_DAY).days}</v>")
        case Decimal():
            found = ("", f"<v>{content.normalize():f}</v>")
        case int():
            found = ("", f"<v>{content}</v>")
        case _:
            found = ("", "")
    return found


def _run(words: str, colour: str, bold: str = "") -> str:
    look = f'<rPr>{bold}<sz val="10"/><color rgb="{colour}"/><rFont val="Arial"/></rPr>'
    return f'<r>{look}<t xml:space="preserve">{text_as_xml(words)}</t></r>'
