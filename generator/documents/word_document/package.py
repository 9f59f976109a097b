"""The zip file that a Word document is: read within limits, written the same bytes for the same parts."""

import io
import zipfile
from collections.abc import Iterable, Mapping

from generator.xlsx.archive import Archive
from generator.xlsx.limits import MIB, Limits

MAIN_TEXT = "main text"
CONTENT_TYPES, MAIN, STYLES = "[Content_Types].xml", "word/document.xml", "word/styles.xml"
_FIRST = (CONTENT_TYPES, "_rels/.rels")  # programs that guess a file's type look at its beginning
_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold: the clock must not change the bytes

TEMPLATE = Limits(file_bytes=20 * MIB, parts=300, part_bytes=16 * MIB, total_bytes=48 * MIB, markup=300_000)
"""What a template may hold: pictures are large, but a restyled one has 30,000 tags and attributes at most."""

_XML_STARTS = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0<", b"<\0")
_PICTURE_IN_XML = ".svg"
"""A picture may hold another as one long text, which no part of a document does."""


def read_package(data: bytes) -> dict[str, bytes]:
    """Give the parts of a package by name, those of XML in UTF-8. Raises Unreadable."""
    archive = Archive(data, TEMPLATE)
    return {name: _part(archive, name) for name in archive.names}


def is_xml(name: str, part: bytes) -> bool:
    """Whether a part is XML, by what it starts with; one whose name says so is to be, whatever it starts with."""
    return name.lower().endswith((".xml", ".rels")) or part.lstrip(b" \t\r\n").startswith(_XML_STARTS)


def _part(archive: Archive, name: str) -> bytes:
    part = archive.unpack(name)
    as_text = is_xml(name, part) and not name.lower().endswith(_PICTURE_IN_XML)
    return archive.markup(name, part) if as_text else part


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """Zip parts: in a fixed order, without dates or anything else that tells where and when it was made."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in _in_order(parts):
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else Windows and Linux write different bytes
            archive.writestr(entry, parts[name])
    return written.getvalue()


def _in_order(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name))
