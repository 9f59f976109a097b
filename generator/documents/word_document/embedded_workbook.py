"""The workbook inside a chart of a Word document, which opens where a reader asks Word for the chart's data."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.documents.word_document.chart_text import one_line
from generator.xlsx import column_letters

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"
SHEET = "Results"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_SHEET_PART = "xl/worksheets/sheet1.xml"

_FIXED = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/{_SHEET_PART}" ContentType="{_KIND}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def workbook_of(rows: Iterable[Sequence[str | Decimal | None]]) -> bytes:
    """A workbook with rows of texts and numbers on its one sheet: the same rows, the same bytes.

    Nothing in it is packed, for it is packed with the document.
    """
    cells = "".join(f'<row r="{at}">{"".join(_cells(row, at))}</row>' for at, row in enumerate(rows, 1))
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData></worksheet>'
        for name, part in {**_FIXED, _SHEET_PART: sheet}.items():
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.create_system = 0  # else Windows and Linux write different bytes
            archive.writestr(entry, f"{_HEAD}{part}")
    return written.getvalue()


def _cells(row: Sequence[str | Decimal | None], at: int) -> Iterable[str]:
    for column, content in enumerate(row, 1):
        letter = column_letters(column)
        if isinstance(content, str):
            yield f'<c r="{letter}{at}" t="inlineStr"><is><t xml:space="preserve">{one_line(content)}</t></is></c>'
        elif content is not None:
            yield f'<c r="{letter}{at}"><v>{content:f}</v></c>'
