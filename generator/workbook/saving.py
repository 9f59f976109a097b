"""Saving a workbook with no clock in it: openpyxl stamps properties and archive with the time of saving."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time

from openpyxl import Workbook


def saved(book: Workbook, day: date) -> bytes:
    """Give a workbook as bytes, dated ``day`` throughout; the same bytes for the same contents."""
    book.properties.created = datetime.combine(day, time())
    written = io.BytesIO()
    book.save(written)
    settled = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in _entries(source):
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return settled.getvalue()


def _entries(source: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for name in source.namelist():
        data = source.read(name)
        if name == "docProps/core.xml":
            created = re.search(rb"<dcterms:created[^>]*>([^<]*)<", data)
            assert created  # noqa: S101, it was set above
            data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + created[1], data)
        if name.startswith("xl/worksheets/"):
            data = data.replace(b' customHeight="1"', b"")  # a row with it would not grow with its text
        yield name, data
