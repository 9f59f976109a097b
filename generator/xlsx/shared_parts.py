"""What the worksheets of a workbook have in common: its texts and number formats."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.xlsx.cells import Format, cut_format, format_of, plain_text
from generator.xlsx.limits import (
    CELL_CHARACTERS,
    CHARACTERS,
    FORMATS,
    STRINGS,
    Allowance,
    Fault,
    Unreadable,
)
from generator.xlsx.markup import read_part


def whole(digits: str) -> int | None:
    """The small whole number that digits write; None for anything else that an attribute or value may hold."""
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


class Text:
    """Gathers the text of one cell or shared string after another: its runs, without those on how it is pronounced."""

    def __init__(self, room: int = 1) -> None:
        self._allowance = Allowance(CHARACTERS * room, "characters of text")
        self.runs: list[str] = []
        self._phonetic = False
        self.starts = {"rPh": self._start_phonetic}
        self.ends = {"rPh": self._end_phonetic, "t": self._add}

    def begin(self, _attributes: Mapping[str, str]) -> None:
        """Start a text."""
        self.runs = []

    @property
    def left(self) -> int:
        """How many characters there may still be."""
        return self._allowance.left

    def take(self, characters: int) -> None:
        """Count characters. Raises Unreadable (TOO_BIG) where there are too many."""
        self._allowance.take(characters)

    def checked(self, stored: str) -> str:
        """Stored text as a person sees it. Raises Unreadable (TOO_BIG) where it is too long."""
        self.take(len(stored))
        text = plain_text(stored)
        if len(text) > CELL_CHARACTERS:
            raise Unreadable(Fault.TOO_BIG, f"more than {CELL_CHARACTERS:,} characters in a cell")
        return text

    def _start_phonetic(self, _attributes: Mapping[str, str]) -> None:
        self._phonetic = True

    def _end_phonetic(self, _text: str) -> None:
        self._phonetic = False

    def _add(self, run: str) -> None:
        if not self._phonetic:
            self.runs.append(run)


def read_strings(part: bytes, text: Text, room: int = 1) -> tuple[str, ...]:
    """The texts of the workbook, from the part that holds each different one once. Raises Unreadable."""
    strings: list[str] = []
    allowance = Allowance(STRINGS * room, "different texts")

    def end_string(_text: str) -> None:
        allowance.take()
        strings.append(text.checked("".join(text.runs)))

    read_part(part, "sst", {"si": text.begin, **text.starts}, {"si": end_string, **text.ends})
    return tuple(strings)


class Styles:
    """The number formats of a workbook's cells. Everything else about styles is passed over."""

    def __init__(self, part: bytes | None = None) -> None:
        self._allowance = Allowance(FORMATS, "formats")
        self._codes: dict[str, str] = {}
        self._cells: list[str] = []
        self._within = ""
        if part is not None:
            starts = {"numFmts": self._codes_follow, "cellXfs": self._cells_follow}
            ends = dict.fromkeys(starts, self._nothing_follows)
            read_part(part, "styleSheet", {**starts, "numFmt": self._add_code, "xf": self._add_cell}, ends)

    def format_of(self, style: str | None) -> Format:
        """How a cell with this style shows numbers. A style that does not exist is a plain one."""
        index = whole(style or "0")
        if index is None or index >= len(self._cells):
            return Format.PLAIN
        number_format = self._cells[index]
        return format_of(whole(number_format) or 0, self._codes.get(number_format))

    def _codes_follow(self, _attributes: Mapping[str, str]) -> None:
        self._within = "numFmts"  # conditional formats have codes too, under numbers of their own

    def _cells_follow(self, _attributes: Mapping[str, str]) -> None:
        self._within = "cellXfs"  # named styles are made of the same elements

    def _nothing_follows(self, _text: str) -> None:
        self._within = ""

    def _add_code(self, attributes: Mapping[str, str]) -> None:
        if self._within == "numFmts":
            self._allowance.take()
            self._codes[attributes.get("numFmtId", "")] = cut_format(attributes.get("formatCode", ""))

    def _add_cell(self, attributes: Mapping[str, str]) -> None:
        if self._within == "cellXfs":
            self._allowance.take()
            self._cells.append(attributes.get("numFmtId", "0"))


class Shared(NamedTuple):
    """What is needed to read a workbook's cells."""

    strings: tuple[str, ...]
    text: Text
    styles: Styles
    from_1904: bool
