"""Saving a workbook of openpyxl's with no clock in it, and with what openpyxl cannot write.

openpyxl stamps the archive (and the properties, where a workbook is told to save itself) with the time of saving; fixes
the height of every row that has one, so that it would not grow with its text; and writes the properties of fonts in an
order that the standard's schema does not have.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

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
        for name, data in _parts(book, day):
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return settled.getvalue()


def _parts(book: Workbook, day: date) -> Iterator[tuple[str, bytes]]:
    """The parts of a workbook with their names, dated ``day`` throughout."""
    book.properties.created = book.properties.modified = datetime.combine(day, time())
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        ExcelWriter(book, archive).write_data()
    with zipfile.ZipFile(written) as source:
        for name in source.namelist():
            data = source.read(name)
            if name.startswith("xl/worksheets/"):
                data = data.replace(b' customHeight="1"', b"")
            if name in {"xl/styles.xml", "xl/sharedStrings.xml"} or name.startswith("xl/worksheets/"):
                data = _FONT.sub(_in_order, data)
            yield name, data


def _in_order(font: re.Match[bytes]) -> bytes:
    properties = sorted(_PROPERTY.finditer(font[2]), key=lambda each: _FONT_ORDER.index(each[1]))
    return b"<%b>%b</%b>" % (font[1], b"".join(each[0] for each in properties), font[1])
