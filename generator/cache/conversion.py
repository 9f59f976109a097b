"""Workbooks of other formats as .xlsx, by LibreOffice: bytes in, bytes out, the same for the same each time."""

import io
import struct
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.cache.libreoffice import convert_files

_FILTER = "xlsx:Calc MS Excel 2007 XML"
_SECONDS_TO_START, _SECONDS_A_FILE = 90, 10
"""It starts in a few, and converts a form in less than one."""

_FIRST_DAY = struct.pack("<HH", 0, 1 << 5 | 1)
"""Midnight of 1 January 1980, as zip archives have it."""

_LOCAL_TIME, _TIME, _ENTRY, _LENGTHS = 10, 12, 46, 28
"""Where an entry, and its line in the directory, have the time; how long that line is, and where it says by how much
it is longer."""


class OtherFormat(NamedTuple):
    """A file in another format: how such files' names end, with the dot, and its bytes."""

    ending: str
    data: bytes


def as_workbooks(program: str, files: Sequence[OtherFormat], most: int) -> list[bytes | None]:
    """Convert files, with LibreOffice's ``program``; None for one that it cannot convert, or not in ``most`` bytes.

    One run for all; where that fails on some, a run for each of these, so that none keeps the others from coming.
    """
    made = _converted(program, files, most)
    if len(files) > 1:
        return [data or _converted(program, [file], most)[0] for file, data in zip(files, made, strict=True)]
    return made


def _converted(program: str, files: Sequence[OtherFormat], most: int) -> list[bytes | None]:
    with tempfile.TemporaryDirectory(prefix="scorecard-", ignore_cleanup_errors=True) as scratch:
        given, made = Path(scratch, "given"), Path(scratch, "made")
        given.mkdir()
        made.mkdir()
        paths = [given / f"{number}{file.ending}" for number, file in enumerate(files)]
        for path, file in zip(paths, files, strict=True):
            path.write_bytes(file.data)
        seconds = _SECONDS_TO_START + _SECONDS_A_FILE * len(files)
        with suppress(subprocess.SubprocessError, OSError):  # it may have made some of them before
            convert_files(program, paths, to=_FILTER, folder=made, seconds=seconds, strange=True)
        return [_made(made / f"{path.stem}.xlsx", most) for path in paths]


def _made(path: Path, most: int) -> bytes | None:
    """A workbook without the time at which it was made; None where it is not there, too large or not whole."""
    try:
        data = path.read_bytes() if path.stat().st_size <= most else b""
        return _undated(data)
    except (OSError, zipfile.BadZipFile, struct.error):
        return None


def _undated(data: bytes) -> bytes:
    """An archive with the same time for all its parts. Raises zipfile.BadZipFile."""
    told = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.start_dir
        for entry in archive.infolist():
            start = entry.header_offset + _LOCAL_TIME
            told[start : start + len(_FIRST_DAY)] = _FIRST_DAY
            told[at + _TIME : at + _TIME + len(_FIRST_DAY)] = _FIRST_DAY
            at += _ENTRY + sum(struct.unpack_from("<HHH", told, at + _LENGTHS))
    return bytes(told)
