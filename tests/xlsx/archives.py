"""Workbooks made by hand, part by part, so that a test can show what is in them and break what it likes."""

import io
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_LINKS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET_1 = "xl/worksheets/sheet1.xml"


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack parts into a zip archive as they are."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, method)
    return written.getvalue()


def links(*targets: tuple[str, str], space: str = LINKS, extra: str = "") -> str:
    """A relationships part; each target is a type and a path, and their ids are rId1, rId2 and so on."""
    each = (
        f'<Relationship Id="rId{n}" Type="{space}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{"".join(each)}{extra}</Relationships>'


def sheet(rows: str, after: str = "", space: str = MAIN) -> str:
    """A worksheet part."""
    return f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def strings(*items: str) -> str:
    """A part of shared strings, each given as its markup."""
    return f'<sst xmlns="{MAIN}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def styles(*formats: int, codes: Mapping[int, str] | None = None, after: str = "") -> str:
    """A styles part: a cell's style is a position in ``formats``, which are numbers of number formats."""
    escape = {ord("&"): "&amp;", ord('"'): "&quot;", ord("<"): "&lt;"}
    made = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{code.translate(escape)}"/>' for number, code in (codes or {}).items()
    )
    cells = "".join(f'<xf numFmtId="{number}"/>' for number in formats)
    named = '<cellStyleXfs><xf numFmtId="9"/><xf numFmtId="14"/></cellStyleXfs>'
    return f'<styleSheet xmlns="{MAIN}"><numFmts>{made}</numFmts>{named}<cellXfs>{cells}</cellXfs>{after}</styleSheet>'


def parts(
    *sheets: str, names: str = "", before: str = "", space: str = MAIN, link_space: str = LINKS, **common: str
) -> dict[str, str | bytes]:
    """The parts of a whole workbook; ``common`` may give ``styles`` and ``sharedStrings``."""
    listed = "".join(f'<sheet name="Sheet{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, len(sheets) + 1))
    targets = [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
    return {
        "_rels/.rels": links(("officeDocument", "xl/workbook.xml"), space=link_space),
        "xl/workbook.xml": (
            f'<workbook xmlns="{space}" xmlns:r="{link_space}">{before}'
            f"<sheets>{listed}</sheets><definedNames>{names}</definedNames></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": links(*targets, *((kind, f"{kind}.xml") for kind in common), space=link_space),
        **{f"xl/worksheets/sheet{n}.xml": part for n, part in enumerate(sheets, 1)},
        **{f"xl/{kind}.xml": part for kind, part in common.items()},
    }


def workbook(*rows: str, **common: str) -> bytes:
    """A whole workbook, each sheet given as the markup of its rows."""
    return packed(parts(*map(sheet, rows), **common))
