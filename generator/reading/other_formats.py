"""Returns that are no .xlsx: what LibreOffice makes of them, where it is installed, is read in their place.

What it made is kept: in the user's cache folder from run to run, and in the archive of a closed period, so that a
report is made again from the same workbook where there is no LibreOffice, or another one.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePath
from typing import NamedTuple

from generator.cache.conversion import OtherFormat, as_workbooks
from generator.cache.keys import key_of, type_of_key
from generator.cache.kinds import KeptReturn
from generator.cache.libreoffice import find_libreoffice
from generator.cache.store import Kept
from generator.reading.steady_file import NotOpenedError, read_steadily
from generator.xlsx import FILE_BYTES, Fault, Unreadable, check_kind

CONVERTED = {Fault.OLD_EXCEL: (".xls", ".xlsb", ".xml"), Fault.OPEN_DOCUMENT: (".ods", ".fods")}
"""What LibreOffice converts, and how such files are called; the first is what others are called for it."""

_A_WORKBOOK = b"xl/workbook.xml"


def other_format(data: bytes, name: str) -> OtherFormat | None:
    """A file as one that LibreOffice may convert; None where it is none. Its bytes count, and not its name."""
    if data.startswith(b"PK") and _A_WORKBOOK in data:  # as almost all
        return None
    try:
        check_kind(data)
    except Unreadable as error:
        return in_format(error.fault, data, name)
    return None


def in_format(fault: Fault, data: bytes, name: str) -> OtherFormat | None:
    """A file as one that LibreOffice may convert, by why it is no .xlsx; None where that is something else."""
    endings = CONVERTED.get(fault, ())
    ending = PurePath(name).suffix.lower()
    return OtherFormat(ending if ending in endings else endings[0], data) if endings else None


class Conversions(NamedTuple):
    """Where workbooks that were made of other formats are found: in a ``folder``, and in what is ``kept``."""

    folder: Path
    kept: Kept | None = None

    def of(self, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
        """Of files by name, the workbooks of those in another format; LibreOffice makes those that are not known yet.

        Those that it cannot convert, and all that are new where it is not installed, are left out.
        """
        others = {name: other for name, data in files.items() if (other := other_format(data, name))}
        known = {name: self._known(each.data) for name, each in others.items()}
        new = {name: others[name] for name, data in known.items() if data is None}
        made = dict(_made(new))
        for name, workbook in made.items():
            if self.kept:
                self.kept.put(_key(others[name].data), KeptReturn(workbook))
        yield from ((name, found) for name in others if (found := known[name] or made.get(name)))

    def _known(self, data: bytes) -> bytes | None:
        path = self.folder / name_of_converted(data)
        try:
            return read_steadily(path, path.name, FILE_BYTES)
        except NotOpenedError:
            row = self.kept and self.kept.get(_key(data))
            return row.readings if row else None


def _made(new: Mapping[str, OtherFormat]) -> Iterable[tuple[str, bytes]]:
    program = find_libreoffice() if new else None
    made = as_workbooks(program, tuple(new.values()), FILE_BYTES) if program else ()
    return ((name, data) for name, data in zip(new, made, strict=False) if data)


def name_of_converted(original: bytes) -> str:
    """What the workbook is called that was made of a file: it goes by that file's hash."""
    return f"{sha256(original).hexdigest()}.xlsx"


def _key(original: bytes) -> type_of_key:
    return key_of("converted", original)
