"""The parts of a workbook's zip archive, inflated within limits."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from generator.xlsx.file_kinds import recognise
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

_UTF16_STARTS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED_FLAGS = 0x41
_OUTSIDE = re.compile(r"/|[A-Za-z]:|(?:.*/)?\.\.(?:/|$)", re.DOTALL)
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, OverflowError, RuntimeError, ValueError)
"""All that zipfile is known to raise for archives that are not in order."""

_LOCAL_HEADER, _LENGTHS = 30, 26
"""The bytes of an entry before its name, and where it says how long that is, and what is between it and the data."""

_SMALL, _UNPACKED = 32 * 1024, 96 * 1024
"""Bytes of a part that is remembered, as it is packed and as it was: a form's workings have 70,000 that pack well."""

_LONG_RUN = re.compile(rb"<[^<]{%d}" % RUN_BYTES)


class Archive:
    """A workbook's parts by name, whatever the name's case.

    Raises Unreadable for bytes that are not a zip archive, with the kind of file that they are instead, and for
    archives that are damaged, too big or made to mislead.
    """

    def __init__(self, data: bytes, room: int = 1) -> None:
        recognise(data, FILE_BYTES * room)
        if data.count(_DIRECTORY_ENTRY) > PARTS:
            raise Unreadable(Fault.TOO_BIG, f"more than {PARTS} parts")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise Unreadable(Fault.DAMAGED, "the end of the file is missing or damaged") from error
        self._data = data
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in self._zip.infolist():
            _check_entry(entry)
            if self._entries.setdefault(_name_of(entry).lower(), entry) is not entry:
                raise Unreadable(Fault.UNSAFE, "two parts have the same name")
        self._part_bytes = PART_BYTES * room
        self._bytes = Allowance(TOTAL_BYTES * room, "bytes when unpacked")
        self._markup = Allowance(MARKUP * room, "tags and attributes")

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    @property
    def names(self) -> Collection[str]:
        """The names of its parts, in small letters."""
        return self._entries.keys()

    def read(self, name: str) -> bytes:
        """Inflate a part, and give it in UTF-8. Raises Unreadable where it is missing, damaged or too big."""
        entry = self._entries.get(name.lower())
        if entry is None:
            raise Unreadable(Fault.DAMAGED, "a part of the workbook is missing")
        known = self._known(entry)
        if known:
            self._bytes.take(known[0].size)
        else:
            known.append(_in_utf8(self._inflate(entry)))
        (found,) = known
        self._markup.take(found.markup)
        return found.part

    def _known(self, entry: zipfile.ZipInfo) -> "list[_Inflated]":
        """What a small part that was packed byte for byte like this one was found to be; empty if none was."""
        if entry.file_size > _UNPACKED or entry.compress_size > _SMALL:
            return []
        start = entry.header_offset
        lengths = self._data[start + _LENGTHS : start + _LOCAL_HEADER]
        end = start + _LOCAL_HEADER + sum(struct.unpack("<HH", lengths) if len(lengths) == 4 else ())
        told = (entry.CRC, entry.file_size, entry.compress_type, entry.orig_filename)
        return _packed_alike(self._data[start : end + entry.compress_size], told)

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


class _Inflated(NamedTuple):
    """A part in UTF-8, how many bytes it had before, and how many tags and attributes it has."""

    part: bytes
    size: int
    markup: int


@lru_cache(maxsize=128)
def _packed_alike(_packed: bytes, _told: tuple[int | str, ...]) -> list[_Inflated]:
    """Remember what such a part was found to be: the forms of a quarter have the same styles, names and guidance."""
    return []


def _in_utf8(inflated: bytes) -> _Inflated:
    """Count what is in a part. Raises Unreadable where it is no text, or too much for one tag."""
    part = _as_utf8(inflated)
    if len(part) > RUN_BYTES and _LONG_RUN.search(part):
        raise Unreadable(Fault.TOO_BIG, f"a text or tag of more than {RUN_BYTES:,} bytes")
    return _Inflated(part, len(inflated), part.count(b"<") + part.count(b"="))


def _check_entry(entry: zipfile.ZipInfo) -> None:
    """Refuse what programs would read differently, or what no program that saves workbooks writes."""
    name = _name_of(entry)
    if "\0" in name or _OUTSIDE.match(name):
        raise Unreadable(Fault.UNSAFE, "a part has a name that points outside the workbook")
    if entry.flag_bits & _ENCRYPTED_FLAGS:
        raise Unreadable(Fault.UNSAFE, "a part is encrypted")
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise Unreadable(Fault.UNSAFE, "a part is packed in an unusual way")


def _name_of(entry: zipfile.ZipInfo) -> str:
    """Some programs for Windows write names with backslashes. ``filename`` would be cut at a NUL."""
    return entry.orig_filename.replace("\\", "/")


def _as_utf8(part: bytes) -> bytes:
    """Both encodings that workbooks may use come out as one, so that markup can be counted in it."""
    encoding = _UTF16_STARTS.get(part[:2])
    if encoding is None:
        return part
    try:
        return part.decode(encoding).encode()
    except UnicodeDecodeError as error:
        raise Unreadable(Fault.DAMAGED, "a part of the workbook is not text") from error
