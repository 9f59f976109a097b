"""Which files are refused and why: those that are no workbooks, and those made to mislead."""

import io
import zipfile

import pytest

from generator.xlsx import Fault
from generator.xlsx.limits import MIB
from tests.xlsx.archives import LINKS, SHEET_1, links, packed, parts, sheet
from tests.xlsx.reading import GOOD, OLE2, SHEET_5, fault_of, with_part

OTHER_FILES: dict[str, tuple[bytes, Fault]] = {
    "nothing": (b"", Fault.EMPTY),
    "zeros": (bytes(1000), Fault.EMPTY),
    "white space": (b"\r\n  \r\n", Fault.EMPTY),
    "password": (OLE2 + "EncryptedPackage".encode("utf-16-le") + bytes(512), Fault.PASSWORD),
    "xls": (OLE2 + "Workbook".encode("utf-16-le") + bytes(512), Fault.OLD_EXCEL),
    "ods": (
        packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
        Fault.OPEN_DOCUMENT,
    ),
    "odt": (
        packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
        Fault.NOT_A_WORKBOOK,
    ),
    "page": (b"<!DOCTYPE html>\n<html><table><tr><td>5</td></tr></table>", Fault.WEB_PAGE),
    "table": (b"\xef\xbb\xbf \n<TABLE border=1>", Fault.WEB_PAGE),
    "xhtml": (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', Fault.WEB_PAGE),
    "web archive": (b"MIME-Version: 1.0\nX-Document-Type: Workbook\n", Fault.WEB_PAGE),
    "csv": (b"Code,Actual\r\nPM 08,65.4\r\n", Fault.PLAIN_TEXT),
    "csv in cp1252": ("Code;Cost\r\nPM 08;£5 – 6\r\n".encode("cp1252"), Fault.PLAIN_TEXT),
    "csv in utf-8": ("\ufeffCode,Cost\r\nPM 08,£5\r\n".encode(), Fault.PLAIN_TEXT),
    "csv in utf-16": ("Code\tCost\r\nPM 08\t£5\r\n".encode("utf-16"), Fault.PLAIN_TEXT),
    "xml": (b'<?xml version="1.0"?><Workbook/>', Fault.NOT_A_WORKBOOK),
    "pdf": (b"%PDF-1.7\n1 0 obj", Fault.NOT_A_WORKBOOK),
    "rtf": (b"{\\rtf1 text}", Fault.NOT_A_WORKBOOK),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(20), Fault.NOT_A_WORKBOOK),
    "lock file": (b"\x05Alice" + b" " * 48 + b"\x05\0A\0l\0i\0c\0e\0", Fault.NOT_A_WORKBOOK),
    "zip": (packed({"readme.txt": "hello"}), Fault.NOT_A_WORKBOOK),
    "empty zip": (packed({}), Fault.NOT_A_WORKBOOK),
    "docx": (
        packed(
            {
                "_rels/.rels": links(("officeDocument", "word/document.xml")),
                "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
            }
        ),
        Fault.NOT_A_WORKBOOK,
    ),
    "xlsb": (
        packed({"_rels/.rels": links(("officeDocument", "xl/workbook.bin")), "xl/workbook.bin": b"\x83\x01\0"}),
        Fault.NOT_A_WORKBOOK,
    ),
}


@pytest.mark.parametrize(("data", "fault"), OTHER_FILES.values(), ids=OTHER_FILES)
def test_other_files_are_told_apart(data: bytes, fault: Fault) -> None:
    assert fault_of(data) is fault


def with_entry(name: str, **attributes: int) -> bytes:
    """The good workbook, with one more entry whose header says what it likes."""
    written = io.BytesIO(packed(GOOD))
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr("placeholder", "x")
        entry = archive.infolist()[-1]
        entry.filename = name
        for attribute, value in attributes.items():
            setattr(entry, attribute, value)
    return written.getvalue()


UNSAFE = {
    "DTD": with_part(SHEET_1, f"<!DOCTYPE worksheet>{SHEET_5}"),
    "entities": with_part("xl/workbook.xml", f'<!DOCTYPE x [<!ENTITY a "b">]>{GOOD["xl/workbook.xml"]!s}'),
    "file as entity": with_part("_rels/.rels", f'<!DOCTYPE x SYSTEM "file:///etc/passwd">{GOOD["_rels/.rels"]!s}'),
    "DTD in UTF-16": with_part(SHEET_1, f"<!DOCTYPE worksheet>{SHEET_5}".encode("utf-16")),
    "same name": with_entry(SHEET_1),
    "same name but for case": with_entry("XL/Worksheets/Sheet1.xml"),
    "absolute name": with_entry("/xl/other.xml"),
    "drive": with_entry("C:other.xml"),
    "name that climbs": with_entry("xl/../../other.xml"),
    "name that only climbs": with_entry(".."),
    "backslash": with_entry("xl\\other.xml"),
    "encrypted": with_entry("other.xml", flag_bits=1),
    "packed by bzip2": with_entry("other.xml", compress_type=zipfile.ZIP_BZIP2),
    "sheet on the web": with_part(
        "xl/_rels/workbook.xml.rels",
        links(
            extra=f'<Relationship Id="rId1" Type="{LINKS}/worksheet" Target="http://x.example/" TargetMode="External"/>'
        ),
    ),
    "sheet outside": with_part("xl/_rels/workbook.xml.rels", links(("worksheet", "../../sheet1.xml"))),
}


@pytest.mark.parametrize("data", UNSAFE.values(), ids=UNSAFE)
def test_workbooks_made_to_mislead(data: bytes) -> None:
    assert fault_of(data) is Fault.UNSAFE


def test_sizes_in_headers_are_not_believed() -> None:
    """A part of 3 MiB says that it has 100 bytes; its check sum is right for all of it."""
    data = bytearray(packed(parts(sheet(" " * 3 * MIB))))
    where = data.index(SHEET_1.encode(), data.index(b"PK\1\2")) - 46
    data[where + 24 : where + 28] = (100).to_bytes(4, "little")
    assert fault_of(bytes(data)) in {Fault.DAMAGED, Fault.TOO_BIG}
