"""What the worksheets of a workbook have in common: its texts and number formats."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from generator.xlsx.cells import plain_text
from generator.xlsx.formats.built_in_formats import FORMAT_CHARACTERS, code_of
from generator.xlsx.formats.shown import shown_text
from generator.xlsx.limits import (
    CELL_CHARACTERS,
    CHARACTERS,
    CODES,
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


class Run(NamedTuple):
    """A piece of text that looks alike. One without a font of its own looks like its cell."""

    text: str
    own_font: bool = False
    struck: bool = False
    raised: bool = False


class Text:
    """Gathers the text of one cell or shared string after another: its runs, without those on how it is pronounced."""

    def __init__(self, room: int = 1) -> None:
        self._allowance = Allowance(CHARACTERS * room, "characters of text")
        self.runs: list[Run] = []
        self._look, self._phonetic = Run(""), False
        self.starts = {
            "r": self._start_run,
            "rPr": self._start_font,
            "strike": self._strike,
            "vertAlign": self._raise,
            "rPh": self._start_phonetic,
        }
        self.ends = {"rPh": self._end_phonetic, "r": self._end_run, "t": self._add}

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

    def _start_run(self, _attributes: Mapping[str, str]) -> None:
        self._look = Run("")

    def _end_run(self, _text: str) -> None:
        self._look = Run("")

    def _start_font(self, _attributes: Mapping[str, str]) -> None:
        self._look = Run("", own_font=True)

    def _strike(self, attributes: Mapping[str, str]) -> None:
        self._look = self._look._replace(struck=is_on(attributes))

    def _raise(self, attributes: Mapping[str, str]) -> None:
        self._look = self._look._replace(raised=attributes.get("val") in _RAISED)

    def _start_phonetic(self, _attributes: Mapping[str, str]) -> None:
        self._phonetic = True

    def _end_phonetic(self, _text: str) -> None:
        self._phonetic = False

    def _add(self, text: str) -> None:
        if not self._phonetic:
            self.runs.append(self._look._replace(text=text))


_RAISED = {"superscript", "subscript"}


def is_on(attributes: Mapping[str, str]) -> bool:
    """Whether an element such as ``<strike/>`` switches on what it names."""
    return attributes.get("val", "1") not in {"0", "false"}


class Strings(NamedTuple):
    """The texts that cells share, and the runs of those in which not all looks like the cell, by their number."""

    texts: tuple[str, ...] = ()
    runs: Mapping[int, tuple[Run, ...]] = MappingProxyType({})


def read_strings(part: bytes, text: Text, room: int = 1) -> Strings:
    """Read the part that holds each different text of the workbook once."""
    strings: list[str] = []
    rich: dict[int, tuple[Run, ...]] = {}
    allowance = Allowance(STRINGS * room, "different texts")

    def end_string(_text: str) -> None:
        allowance.take()
        if any(run.own_font for run in text.runs):
            rich[len(strings)] = tuple(text.runs)
        strings.append(text.checked("".join([run.text for run in text.runs])))

    read_part(part, "sst", {"si": text.begin, **text.starts}, {"si": end_string, **text.ends})
    return Strings(tuple(strings), rich)


class Style(NamedTuple):
    """What counts of a cell's looks: the code of its number format, and whether its font strikes it out.

    ``changes_text`` is set where a text looks otherwise in such a cell than as it was typed.
    """

    code: str = ""
    struck: bool = False
    changes_text: bool = False


class Styles:
    """The number formats of a workbook's cells, and fonts that strike out. All else about styles is passed over."""

    def __init__(self, part: bytes | None = None) -> None:
        self._allowance = Allowance(FORMATS, "formats")
        self._codes_allowed = Allowance(CODES, "number formats")
        self._codes: dict[str, str] = {}
        self._fonts: list[bool] = []
        self._cells: list[tuple[str, str]] = []
        self._within = ""
        if part is not None:
            starts = {"numFmts": self._codes_follow, "fonts": self._fonts_follow, "cellXfs": self._cells_follow}
            ends = dict.fromkeys(starts, self._nothing_follows)
            each = {"numFmt": self._add_code, "font": self._add_font, "strike": self._strike, "xf": self._add_cell}
            read_part(part, "styleSheet", {**starts, **each}, ends)
        pairs = {pair: self._made(*pair) for pair in set(self._cells)}
        self._looks = [pairs[pair] for pair in self._cells]
        self.change_texts = any(style.changes_text for style in pairs.values())
        """Whether there is a style in which a text looks otherwise than as it was typed."""
        self._known: dict[str, Style] = {}

    def of(self, style: str) -> Style:
        """What counts of a style. One that does not exist is a plain one."""
        found = self._known.get(style)
        if found is None:
            index = whole(style)
            found = _PLAIN if index is None or index >= len(self._looks) else self._looks[index]
            if len(self._known) < _STYLES_KNOWN:
                self._known[style] = found
        return found

    def _made(self, number_format: str, font: str) -> Style:
        index = whole(font) or 0
        code = code_of(whole(number_format) or 0, self._codes.get(number_format))
        struck = index < len(self._fonts) and self._fonts[index]
        return Style(code, struck, struck or (bool(code) and shown_text("a", code) != "a"))

    def _codes_follow(self, _attributes: Mapping[str, str]) -> None:
        self._within = "numFmts"  # conditional formats have codes too, under numbers of their own

    def _fonts_follow(self, _attributes: Mapping[str, str]) -> None:
        self._within = "fonts"  # conditional formats have fonts too

    def _cells_follow(self, _attributes: Mapping[str, str]) -> None:
        self._within = "cellXfs"  # named styles are made of the same elements

    def _nothing_follows(self, _text: str) -> None:
        self._within = ""

    def _add_code(self, attributes: Mapping[str, str]) -> None:
        if self._within == "numFmts":
            self._codes_allowed.take()
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")[:FORMAT_CHARACTERS]

    def _add_font(self, _attributes: Mapping[str, str]) -> None:
        if self._within == "fonts":
            self._allowance.take()
            self._fonts.append(False)

    def _strike(self, attributes: Mapping[str, str]) -> None:
        if self._within == "fonts" and self._fonts:
            self._fonts[-1] = is_on(attributes)

    def _add_cell(self, attributes: Mapping[str, str]) -> None:
        if self._within == "cellXfs":
            self._allowance.take()
            self._cells.append((attributes.get("numFmtId", "0"), attributes.get("fontId", "0")))


_PLAIN = Style()
_STYLES_KNOWN = 1024


class Shared(NamedTuple):
    """What is needed to read a workbook's cells."""

    strings: Strings
    text: Text
    styles: Styles
    from_1904: bool
