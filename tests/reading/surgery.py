"""Changing the parts of a workbook that openpyxl cannot write, as other programs do."""

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office"
FORM, FORM_LINKS = "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def with_parts(path: Path, parts: Mapping[str, str | bytes]) -> None:
    """Write parts into a workbook, in the place of those that have their names."""
    with zipfile.ZipFile(path) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**kept, **parts}.items():
            archive.writestr(name, data)


def part(path: Path, name: str) -> str:
    """Read a part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def linked(path: Path, kind: str, name: str, data: str | bytes = b"", *, external: bool = False) -> str:
    """Add a part that the form leads to (or an address); give the id of the link."""
    known = part(path, FORM_LINKS)
    link = f"rIdX{known.count('<Relationship ')}"
    kind = kind if ":" in kind else f"{RELATIONSHIPS}/{kind}"
    target = name if external else f"/{name}"
    mode = ' TargetMode="External"' if external else ""
    made = f'<Relationship Id="{link}" Type="{kind}" Target="{target}"{mode}/>'
    parts: dict[str, str | bytes] = {FORM_LINKS: known.replace("</Relationships>", f"{made}</Relationships>")}
    with_parts(path, parts if external else {**parts, name: data})
    return link


def edited(path: Path, pattern: str, instead: str, name: str = FORM) -> None:
    """Change the markup of a part once, where a pattern is found; ``{0}`` stands for what its first group matches."""
    before = part(path, name)
    found = re.search(pattern, before, re.DOTALL)
    assert found, pattern
    made = instead.replace("{0}", found[1] if found.re.groups else "")
    with_parts(path, {name: before[: found.start()] + made + before[found.end() :]})


def after_rows(path: Path, markup: str) -> None:
    """Put markup behind a form's rows."""
    edited(path, "<worksheet ", f'<worksheet xmlns:r="{RELATIONSHIPS}" ')
    edited(path, "<tableParts", f"{markup}<tableParts")


def drawn(*anchored: str) -> str:
    """A drawing of things, each at cell C9."""
    anchors = "".join(
        f"<xdr:oneCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row>"
        f"<xdr:rowOff>0</xdr:rowOff></xdr:from>{each}<xdr:clientData/></xdr:oneCellAnchor>"
        for each in anchored
    )
    spaces = f'xmlns:xdr="{DRAWING}/spreadsheetDrawing" xmlns:a="{DRAWING}/main"'
    return f"<xdr:wsDr {spaces}>{anchors}</xdr:wsDr>"


def shape(text: str, box: str = ' txBox="1"') -> str:
    """A text box, or another shape, with text in it."""
    words = f"<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody>" if text else ""
    return f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="x"/><xdr:cNvSpPr{box}/></xdr:nvSpPr>{words}</xdr:sp>'
