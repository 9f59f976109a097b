"""The parts of a workbook's zip archive, inflated within limits; other kinds of file are told apart first."""

import io
import re
import struct
import zipfile
import zlib

from generator.xlsx.limits import (
    FILE_BYTES,
    MARKUP,
    PART_BYTES,
    PARTS,
    RATIO,
    RATIO_FROM,
    RUN_BYTES,
    TOTAL_BYTES,
    Allowance,
    Fault,
    Unreadable,
)

_OLE2 = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_UTF16_STARTS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|table|meta|style)\b", re.IGNORECASE)
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_OTHER_TEXT = ("<", "%PDF", "{\\rtf")
"""XML that is no web page, PDF and rich text begin like text, but nobody would call them so."""

_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED_FLAGS = 0x41
_OUTSIDE = re.compile(r"/|[A-Za-z]:|(?:.*/)?\.\.(?:/|$)", re.DOTALL)
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, OverflowError, RuntimeError, ValueError)
"""All that zipfile is known to raise for archives that are not in order."""

_LONG_RUN = re.compile(rb"<[^<]{%d}" % RUN_BYTES)


class Archive:
    """A workbook's parts by name, whatever the name's case.

    Raises Unreadable for bytes that are not a zip archive, with the kind of file that they are instead, and for
    archives that are damaged, too big or made to mislead.
    """

    def __init__(self, data: bytes, room: int = 1) -> None:
        _recognise(data, FILE_BYTES * room)
        if data.count(_DIRECTORY_ENTRY) > PARTS:
            raise Unreadable(Fault.TOO_BIG, f"more than {PARTS} parts")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise Unreadable(Fault.DAMAGED, "the end of the file is missing or damaged") from error
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in self._zip.infolist():
            _check_entry(entry)
            if self._entries.setdefault(entry.orig_filename.lower(), entry) is not entry:
                raise Unreadable(Fault.UNSAFE, "two parts have the same name")
        self._part_bytes = PART_BYTES * room
        self._bytes = Allowance(TOTAL_BYTES * room, "bytes when unpacked")
        self._markup = Allowance(MARKUP * room, "tags and attributes")

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def read(self, name: str) -> bytes:
        """Inflate a part, and give it in UTF-8. Raises Unreadable where it is missing, damaged or too big."""
        entry = self._entries.get(name.lower())
        if entry is None:
            raise Unreadable(Fault.DAMAGED, "a part of the workbook is missing")
        part = _as_utf8(self._inflate(entry))
        self._markup.take(part.count(b"<") + part.count(b"="))
        if len(part) > RUN_BYTES and _LONG_RUN.search(part):
            raise Unreadable(Fault.TOO_BIG, f"a text or tag of more than {RUN_BYTES:,} bytes")
        return part

    def _inflate(self, entry: zipfile.ZipInfo) -> bytes:
        limit = min(self._part_bytes, max(RATIO_FROM, RATIO * entry.compress_size), self._bytes.left)
        try:
            with self._zip.open(entry) as stream:
                part = stream.read(limit + 1)  # zipfile inflates no further than it is asked to
        except _BROKEN as error:
            raise Unreadable(Fault.DAMAGED, "a part of the workbook cannot be unpacked") from error
        self._bytes.take(len(part))
        if len(part) > limit:
            raise Unreadable(Fault.TOO_BIG, f"a part of more than {limit:,} bytes when unpacked")
        return part


def _recognise(data: bytes, limit: int) -> None:
    """Let zip archives pass. Raises Unreadable for anything else."""
    if len(data) > limit:
        raise Unreadable(Fault.TOO_BIG, f"a file of {len(data):,} bytes")
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable(Fault.EMPTY, "nothing in the file")
    if data.startswith(_OLE2):
        if _ENCRYPTED_STREAM in data:
            raise Unreadable(Fault.PASSWORD, "the workbook is encrypted")
        raise Unreadable(Fault.OLD_EXCEL, "an OLE2 file, as Excel wrote until 2003")
    if not data.startswith((b"PK\3\4", b"PK\5\6")):
        raise _other_file(data[:4096])


def _other_file(start: bytes) -> Unreadable:
    """Name the kind of file by how it starts. Single bytes are taken for Latin-1: only markup and controls matter."""
    text = start.decode("utf-16" if start[:2] in {b"\xff\xfe", b"\xfe\xff"} else "latin-1", "ignore")
    text = text.removeprefix("ï»¿").lstrip()
    if _BINARY.search(text):
        return Unreadable(Fault.NOT_A_WORKBOOK, "a binary file of another kind")
    if text.startswith("MIME-Version:") or (text.startswith("<") and _HTML.search(text)):
        return Unreadable(Fault.WEB_PAGE, "a web page")
    if text.startswith(_OTHER_TEXT):
        return Unreadable(Fault.NOT_A_WORKBOOK, "a document of another kind")
    return Unreadable(Fault.PLAIN_TEXT, "plain text")


def _check_entry(entry: zipfile.ZipInfo) -> None:
    """Refuse what programs would read differently, or what no program that saves workbooks writes."""
    name = entry.orig_filename  # zipfile turns backslashes round on Windows, and cuts names at a NUL
    if "\\" in name or "\0" in name or _OUTSIDE.match(name):
        raise Unreadable(Fault.UNSAFE, "a part has a name that points outside the workbook")
    if entry.flag_bits & _ENCRYPTED_FLAGS:
        raise Unreadable(Fault.UNSAFE, "a part is encrypted")
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise Unreadable(Fault.UNSAFE, "a part is packed in an unusual way")


def _as_utf8(part: bytes) -> bytes:
    """Both encodings that workbooks may use come out as one, so that markup can be counted in it."""
    encoding = _UTF16_STARTS.get(part[:2])
    if encoding is None:
        return part
    try:
        return part.decode(encoding).encode()
    except UnicodeDecodeError as error:
        raise Unreadable(Fault.DAMAGED, "a part of the workbook is not text") from error
