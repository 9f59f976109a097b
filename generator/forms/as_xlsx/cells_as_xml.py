"""The cells of a sheet as a workbook has them: rows of XML, with texts in them that stay texts."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from generator.forms.as_xlsx.looks import INK, QUIET
from generator.forms.as_xlsx.sheet_plan import Asked, Formula, PlannedRow, type_of_content
from generator.forms.as_xlsx.styles_as_xml import StylesAsXml
from generator.forms.as_xlsx.texts_as_xml import text_as_xml
from generator.xlsx import column_letters

_FIRST_DAY = date(1899, 12, 30)


@lru_cache(maxsize=4096)
def row_as_xml(row: PlannedRow, styles: StylesAsXml) -> str:
    """A row; a height is only where it starts: it grows with its text, for it is not fixed."""
    numbers = styles.numbers
    inside = "".join(
        _cell(f"{_letters(column)}{row.number}", put.content, numbers[put.look, put.number_format])
        for column, put in row.cells
    )
    at_start = "" if row.height is None else f' ht="{row.height:g}"'
    out_of_sight = ' hidden="1"' if row.hidden else ""
    return f'<row r="{row.number}"{at_start}{out_of_sight}>{inside}</row>'


def range_of(rows: Sequence[PlannedRow]) -> str:
    """The range that holds all cells of rows."""
    return f"A1:{_letters(max(row.cells[-1][0] for row in rows))}{rows[-1].number}"


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
