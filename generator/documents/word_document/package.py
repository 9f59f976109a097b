"""The zip file that a Word document is: read with its faults told, written the same bytes for the same parts."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterable, Mapping

CONTENT_TYPES = "[Content_Types].xml"
_FIRST = (CONTENT_TYPES, "_rels/.rels")  # programs that guess a file's type look at its beginning
_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold: the clock must not change the bytes


_LARGEST = 100_000_000  # bytes, unpacked


class NotAPackage(Exception):  # noqa: N818, it is a finding to be told
    """The bytes are no zip file, or a damaged one."""


def read_package(data: bytes) -> dict[str, bytes]:
    """Give the parts of a package by name. Raises NotAPackage."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(each.file_size for each in archive.infolist()) > _LARGEST:
                raise NotAPackage("it is too large")
            return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, ValueError) as error:
        raise NotAPackage(str(error)) from error


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
