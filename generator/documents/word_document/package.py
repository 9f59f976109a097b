"""The zip file that a Word document is: unpacked within limits, written the same bytes for the same parts."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping

from generator.xlsx.limits import MIB, RATIO, RATIO_FROM, RUN_BYTES

MAIN_TEXT = "main text"
CONTENT_TYPES, MAIN, STYLES = "[Content_Types].xml", "word/document.xml", "word/styles.xml"
_FIRST = (CONTENT_TYPES, "_rels/.rels")  # programs that guess a file's type look at its beginning
_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold: the clock must not change the bytes

LARGEST_FILE, LARGEST_PART, LARGEST_WHOLE = 20 * MIB, 16 * MIB, 48 * MIB
"""Bytes of a template as it is, and of a part and of all parts when unpacked; pictures take most of them."""

MOST_PARTS, MOST_MARKUP = 300, 300_000
"""Parts, and tags and attributes of all of them: a restyled template has forty, and 30,000."""

_OLE2 = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_DIRECTORY_ENTRY = b"PK\x01\x02"
_OUTSIDE = re.compile(r"/|[A-Za-z]:|(?:.*/)?\.\.(?:/|$)|.*[\\\0]", re.DOTALL)
_ENCRYPTED_FLAGS = 0x41
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, OverflowError, RuntimeError, ValueError)
"""All that zipfile is known to raise for archives that are not in order."""

_UTF16_STARTS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_XML_STARTS = (b"<", b"\xef\xbb\xbf", *_UTF16_STARTS)
_PICTURE_IN_XML = ".svg"
"""A picture may hold another as one long text, which no part of a document does."""

_LONG_RUN = re.compile(rb"<[^<]{%d}" % RUN_BYTES)

SAVE_AS = "Open it in Word, choose Save As, and save it as a Word Document (.docx)."
REPAIR = "Open it in Word, let Word repair it, and save."
ANEW = "Start from a sound template, and copy your text into it."
_SMALLER = "Take out large pictures, and whatever is not needed."
_NO_PASSWORD = "In Word, choose File > Info > Protect Document > Encrypt with Password, clear it, and save."  # noqa: S105


class NotAPackage(Exception):  # noqa: N818, it is a finding to be told
    """The bytes cannot be unpacked as a Word document: what is wrong, what to do, and in which part, if in one."""

    def __init__(self, fault: str, remedy: str, part: str = "") -> None:
        super().__init__(fault, remedy, part)
        self.fault, self.remedy, self.part = fault, remedy, part


def read_package(data: bytes, room: int = 1) -> dict[str, bytes]:
    """The parts of a package by name, those of XML in UTF-8. Raises NotAPackage.

    Sizes are counted while parts are unpacked, never believed. ``room`` is how many times as many elements as a
    template it may have.
    """
    _recognise(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpacked(archive, MOST_MARKUP * room)
    except _BROKEN as error:
        raise NotAPackage("it is damaged: it cannot be unpacked.", REPAIR) from error


def is_xml(name: str, part: bytes) -> bool:
    """Whether a part is XML, by what it starts with; one whose name says so is to be, whatever it starts with."""
    return name.lower().endswith((".xml", ".rels")) or part.lstrip(b" \t\r\n").startswith(_XML_STARTS)


def _recognise(data: bytes) -> None:
    if data.startswith(_OLE2) and _ENCRYPTED_STREAM in data:
        raise NotAPackage("it is protected by a password.", _NO_PASSWORD)
    if not data.startswith((b"PK\3\4", b"PK\5\6")):
        raise NotAPackage("it is not a Word document.", SAVE_AS)
    if len(data) > LARGEST_FILE:
        raise NotAPackage(f"it is too large: it has {len(data):,} bytes.", _SMALLER)
    if data.count(_DIRECTORY_ENTRY) > 2 * MOST_PARTS:  # so many do not come about by chance in a picture's bytes
        raise NotAPackage(f"it is too large: it has more than {MOST_PARTS} parts.", _SMALLER)


def _unpacked(archive: zipfile.ZipFile, most_markup: int) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        raise NotAPackage(f"it is too large: it has more than {MOST_PARTS} parts.", _SMALLER)
    parts, known, left, markup = dict[str, bytes](), set[str](), LARGEST_WHOLE, 0
    for entry in entries:
        name = entry.orig_filename  # zipfile turns backslashes round on Windows, and cuts names at a NUL
        _check_entry(entry, name, known)
        known.add(name.casefold())
        if entry.filename.endswith("/"):
            continue
        part = _inflated(archive, entry, name, left)
        left -= len(part)
        if is_xml(name, part) and not name.lower().endswith(_PICTURE_IN_XML):
            part = _as_utf8(part, name)
            markup += part.count(b"<") + part.count(b"=")
            if markup > most_markup:
                raise NotAPackage(f"it is too large: it has more than {most_markup:,} elements.", _SMALLER, name)
            if len(part) > RUN_BYTES and _LONG_RUN.search(part):
                raise NotAPackage(f"it is too large: a text has more than {RUN_BYTES:,} bytes.", _SMALLER, name)
        parts[name] = part
    return parts


def _check_entry(entry: zipfile.ZipInfo, name: str, known: Iterable[str]) -> None:
    """Refuse what programs would read differently, or what no program that saves documents writes."""
    if _OUTSIDE.match(name):
        raise NotAPackage(f"it was made to mislead: the part “{name[:100]}” points outside the file.", ANEW)
    if name.casefold() in known:
        raise NotAPackage(f"it was made to mislead: two parts are called “{name[:100]}”.", ANEW)
    if entry.flag_bits & _ENCRYPTED_FLAGS or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise NotAPackage(f"it was made to mislead: “{name[:100]}” is packed in an unusual way.", ANEW)


def _inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, left: int) -> bytes:
    limit = min(LARGEST_PART, max(RATIO_FROM, RATIO * entry.compress_size), left)
    with archive.open(entry) as stream:
        part = stream.read(limit + 1)  # zipfile inflates no further than it is asked to
    if len(part) > limit:
        raise NotAPackage(f"it is too large: a part has more than {limit:,} bytes when unpacked.", _SMALLER, name)
    return part


def _as_utf8(part: bytes, name: str) -> bytes:
    """Both encodings that a document may use come out as one, so that elements can be counted in it."""
    encoding = _UTF16_STARTS.get(part[:2])
    try:
        return part.decode(encoding).encode() if encoding else part
    except UnicodeDecodeError as error:
        raise NotAPackage("it is damaged: it is not text.", REPAIR, name) from error


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """Zip parts: in a fixed order, without dates or anything else that tells where and when it was made."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in _in_order(parts):
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED if _gets_smaller(name, parts[name]) else zipfile.ZIP_STORED
            entry.create_system = 0  # else Windows and Linux write different bytes
            archive.writestr(entry, parts[name])
    return written.getvalue()


def _gets_smaller(name: str, part: bytes) -> bool:
    """Whether a part is worth packing: a workbook in a document is packed already, and a short text stays as it is."""
    return len(part) > _SHORT and not name.endswith(".xlsx")


_SHORT = 512
"""Bytes; there are as many short parts as charts."""


def _in_order(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name))
