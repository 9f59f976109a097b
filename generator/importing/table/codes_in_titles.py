"""Codes that stand before the titles in one column: “CS01 Calls answered”, “KPI 2 - Fly-tips”."""

import re
from dataclasses import replace
from types import MappingProxyType

from generator.importing.meaning.fields import ListField
from generator.importing.table.columns import Column, Columns, KnownBy
from generator.importing.table.list_table import Heading, ListRow, ListTable

_CODE_AND_TITLE = re.compile(
    r"([A-Z]{1,6}(?:[ ./_-]?[A-Z]{1,4})??[ ./_-]?[0-9]{1,4}[a-z]?)"
    r"(?:\s*[:|–—-]\s+|\s*[:–—]\s*|\. +| +)(\S.*)"
)
_LEAST = 2
"""Measures whose titles must begin so: one may be called after a road or a form."""


def with_codes_apart(table: ListTable, columns: Columns) -> tuple[ListTable, Columns]:
    """The list with a column of codes, where it has none, and every title begins with one that no other has."""
    label = columns.label(ListField.TITLE)
    if label is None or columns.label(ListField.CODE):
        return table, columns
    found = [_CODE_AND_TITLE.fullmatch(row.text(label)) for row in table.rows]
    codes = [match[1] for match in found if match]
    if len(codes) < max(_LEAST, len(table.rows)) or len({*codes}) < len(codes):
        return table, columns
    heading = Heading(table.headings[label].column, "Code", label)
    rows = tuple(
        _apart(row, label, heading.label, *match.groups())
        for row, match in zip(table.rows, found, strict=True)
        if match
    )
    headings = MappingProxyType({heading.label: heading, **table.headings})
    column = Column(heading, ListField.CODE, KnownBy.CONTENT)
    return replace(table, rows=rows, headings=headings), Columns((column, *columns.every))


def _apart(row: ListRow, label: str, code_label: str, code: str, title: str) -> ListRow:
    cell = row.cells[label]
    cells = {**row.cells, code_label: cell._replace(text=code), label: cell._replace(text=title)}
    return replace(row, cells=MappingProxyType(cells))
