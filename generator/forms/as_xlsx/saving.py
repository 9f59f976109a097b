"""Saving a workbook with no clock in it, and with what openpyxl cannot write.

openpyxl stamps the archive (and the properties, where a workbook is told to save itself) with the time of saving; fixes
the height of every row that has one, so that it would not grow with its text; has no ranges that stay open on a locked
sheet; and writes the properties of fonts in an order that the standard's schema does not have.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from types import MappingProxyType

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_NO_CELLS: Mapping[str, str] = MappingProxyType({})
_FONT = re.compile(rb"<(font|rPr)>(.*?)</\1>", re.DOTALL)
_PROPERTY = re.compile(rb"<(\w+)[^>]*?(?:/>|>.*?</\1>)", re.DOTALL)
_FONT_ORDER = (
    *(b"b", b"i", b"strike", b"condense", b"extend", b"outline", b"shadow", b"u", b"vertAlign", b"sz", b"color"),
    *(b"name", b"rFont", b"family", b"charset", b"scheme"),
)


def saved(book: Workbook, day: date) -> bytes:
    """A workbook as bytes, dated ``day`` throughout; the same bytes for the same contents."""
    settled = io.BytesIO()
    with zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts_of_workbook(book, day):
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return settled.getvalue()


def parts_of_workbook(
    book: Workbook, day: date, open_cells: Mapping[str, str] = _NO_CELLS
) -> Iterator[tuple[str, bytes]]:
    """The parts of a workbook with their names, dated ``day`` throughout.

    ``open_cells`` gives, by sheet, cells that stay editable on a locked sheet even after a locked cell was pasted.
    """
    book.properties.created = book.properties.modified = datetime.combine(day, time())
    parts = {f"xl/worksheets/sheet{number}.xml": sheet for number, sheet in enumerate(book.sheetnames, 1)}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        ExcelWriter(book, archive).write_data()
    with zipfile.ZipFile(written) as source:
        yield from _entries(source, {part: open_cells.get(sheet, "") for part, sheet in parts.items()})


def _entries(source: zipfile.ZipFile, open_cells: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    for name in source.namelist():
        data = source.read(name)
        if name.startswith("xl/worksheets/"):
            data = data.replace(b' customHeight="1"', b"")
            data = _with_open_cells(data, open_cells.get(name, ""))
        if name in {"xl/styles.xml", "xl/sharedStrings.xml"} or name.startswith("xl/worksheets/"):
            data = _FONT.sub(_in_order, data)
        yield name, data


def _with_open_cells(sheet: bytes, cells: str) -> bytes:
    if not cells:
        return sheet
    ranges = f'<protectedRanges><protectedRange sqref="{cells}" name="Answers"/></protectedRanges>'
    return re.sub(rb"(<sheetProtection[^>]*/>)", lambda found: found[1] + ranges.encode(), sheet, count=1)


def _in_order(font: re.Match[bytes]) -> bytes:
    properties = sorted(_PROPERTY.finditer(font[2]), key=lambda each: _FONT_ORDER.index(each[1]))
    return b"<%b>%b</%b>" % (font[1], b"".join(each[0] for each in properties), font[1])
