"""The cells of a sheet as a workbook has them: rows of XML, with texts in them that stay texts."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from generator.forms.as_xlsx import looks
from generator.forms.as_xlsx.cell_styles import Look
from generator.forms.as_xlsx.sheet_plan import Asked, Formula, Put, SheetPlan, type_of_content
from generator.xlsx import column_letters

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FIRST_DAY = date(1899, 12, 30)
_LONGEST_TEXT = 32_767
type_of_styles = Mapping[tuple[Look, str], int]


def rows_as_xml(sheet: SheetPlan, styles: type_of_styles) -> Iterator[str]:
    """The rows of a sheet. A height is only where a row starts: it grows with its text, for it is not fixed."""
    rows: dict[int, list[tuple[int, Put]]] = {}
    for (row, column), put in sorted(sheet.cells.items(), key=_place):
        rows.setdefault(row, []).append((column, put))
    for row, puts in rows.items():
        height = f' ht="{sheet.heights[row]:g}"' if row in sheet.heights else ""
        hidden = ' hidden="1"' if row in sheet.hidden_rows else ""
        yield f'<row r="{row}"{height}{hidden}>'
        for column, put in puts:
            start = f'<c r="{_letters(column)}{row}" s="{styles[put.look, put.number_format]}"'
            kind, inside = _content(put.content) if put.content is not None else _EMPTY
            yield f"{start}{kind}>{inside}</c>" if inside else f"{start}/>"
        yield "</row>"


def _place(each: tuple[tuple[int, int], Put]) -> tuple[int, int]:
    return each[0]


_EMPTY = ("", "")
_letters = lru_cache(column_letters)


@lru_cache(maxsize=2048, typed=True)  # 1 is no TRUE
def _content(content: type_of_content) -> tuple[str, str]:
    """What sort of cell it is, and what stands in it."""
    match content:
        case Formula():
            formula = f"<f>{text_as_xml(content.text)}</f>"
            known = content.at_first
            found = ("", formula) if known is None else (' t="str"', f"{formula}<v>{text_as_xml(known)}</v>")
        case Asked():
            label, hint = _run(content.label, looks.INK, "<b/>"), _run(f"\n{content.hint}", looks.QUIET)
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


@lru_cache(maxsize=2048)
def text_as_xml(words: str) -> str:
    """A text without what XML cannot hold."""
    safe = _UNWRITABLE.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))[:_LONGEST_TEXT]
    return safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
