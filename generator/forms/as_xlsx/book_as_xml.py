"""What holds the parts of a workbook together: its list of sheets and names, its properties, and what each part is."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count

from generator.forms.as_xlsx.sheet_plan import Frame, PlannedName, quoted
from generator.forms.as_xlsx.texts_as_xml import MAIN, OFFICE, RELATIONSHIPS, as_attribute, text_as_xml

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"

BOOK, STYLES = "xl/workbook.xml", "xl/styles.xml"
APP, CORE = "docProps/app.xml", "docProps/core.xml"


def sheet_name(number: int) -> str:
    """The name of a sheet's part."""
    return f"xl/worksheets/sheet{number}.xml"


def table_name(number: int) -> str:
    """The name of a table's part."""
    return f"xl/tables/table{number}.xml"


def references_name(part: str) -> str:
    """The name of the part that says what a part refers to; that of the file itself has no name of its own."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".removeprefix("/")


def relationships(*targets: tuple[str, str]) -> str:
    """What a part refers to: of each what kind it is, by its address, and its place."""
    each = (
        f'<Relationship Type="{kind}" Target="{target}" Id="rId{number}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(each)}</Relationships>'


def parts_of_package() -> str:
    """What the file of a workbook refers to."""
    core, app = f"{_PACKAGE}/relationships/metadata/core-properties", f"{RELATIONSHIPS}/extended-properties"
    return relationships((f"{RELATIONSHIPS}/officeDocument", BOOK), (core, CORE), (app, APP))


def parts_of_book(sheets: int) -> str:
    """What a workbook refers to."""
    each = ((f"{RELATIONSHIPS}/worksheet", f"/{sheet_name(number)}") for number in range(1, sheets + 1))
    return relationships(*each, (f"{RELATIONSHIPS}/styles", f"/{STYLES}"))


def parts_of_sheet(table: int) -> str:
    """What a sheet refers to that has a table."""
    return relationships((f"{RELATIONSHIPS}/table", f"/{table_name(table)}"))


def made_by() -> str:
    """What made the workbook: LibreOffice fits the heights of rows to their texts in what is like Excel's alone."""
    application = "<Application>Microsoft Excel Compatible / Scorecard</Application>"
    return f'<Properties xmlns="{OFFICE}/extended-properties">{application}</Properties>'


def properties(title: str, creator: str, day: date) -> str:
    """Whose the workbook is, what it is called, and the day that it is dated."""
    dated = f'xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z<'
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:creator>{text_as_xml(creator)}</dc:creator><dc:title>{text_as_xml(title)}</dc:title>"
        f"<dc:language>en-GB</dc:language><dcterms:created {dated}/dcterms:created>"
        f"<dcterms:modified {dated}/dcterms:modified></cp:coreProperties>"
    )


def content_types(sheets: int, tables: int) -> str:
    """What sort of part each is."""
    of_sheets = {
        **{sheet_name(number): "worksheet" for number in range(1, sheets + 1)},
        **{table_name(number): "table" for number in range(1, tables + 1)},
        STYLES: "styles",
        BOOK: "sheet.main",
    }
    kinds = {
        CORE: "application/vnd.openxmlformats-package.core-properties+xml",
        APP: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    kinds |= {part: f"{_SPREADSHEET}.{kind}+xml" for part, kind in of_sheets.items()}
    each = (f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in kinds.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{''.join(each)}</Types>"
    )


def book_as_xml(frames: Sequence[Frame], names: Sequence[PlannedName]) -> str:
    """The workbook: its sheets, to which none can be added, and its names; formulas are worked out on opening."""
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONSHIPS}"><workbookPr/><workbookProtection lockStructure="1"/>'
        f"<bookViews><workbookView/></bookViews><sheets>{''.join(map(_sheet, frames, count(1)))}</sheets>"
        f"<definedNames>{''.join(_names(frames, names))}</definedNames>"
        '<calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>'
    )


def _sheet(frame: Frame, number: int) -> str:
    state = "hidden" if frame.hidden else "visible"
    return f'<sheet name={as_attribute(frame.title)} sheetId="{number}" state="{state}" r:id="rId{number}"/>'


def _names(frames: Sequence[Frame], names: Sequence[PlannedName]) -> Iterator[str]:
    """The names of the workbook, then those of each sheet, with what is printed of it."""
    for sheet in (None, *range(len(frames))):
        where = "" if sheet is None else f' localSheetId="{sheet}"'
        own = [(each.name, each.reference) for each in names if each.sheet == sheet]
        for name, reference in (*own, *([] if sheet is None else _printed(frames[sheet]))):
            yield f'<definedName name="{name}"{where}>{text_as_xml(reference)}</definedName>'


def _printed(frame: Frame) -> Iterator[tuple[str, str]]:
    for name, cells in (("Print_Titles", frame.repeated_rows), ("Print_Area", frame.print_area)):
        if cells:
            yield f"_xlnm.{name}", f"{quoted(frame.title)}!{_PLACE.sub(_FIXED, cells)}"


_PLACE, _FIXED = re.compile("[A-Z]+|[0-9]+"), r"$\g<0>"
