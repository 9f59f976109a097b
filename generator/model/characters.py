"""The characters that files cannot hold, what stands in their place, and how wide characters are.

Excel lets control characters into a cell (a paste from a database or an old system brings them). XML 1.0 cannot hold
most of them, HTML calls the rest errors too, and a browser or Word changes or refuses a file that has them. In a CSV
table a cell must not start as a formula does.
"""

import csv
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

_FORBIDDEN = re.compile(
    "\r\n?"  # both formats read it as a line feed: written as one, text arrives as it was checked
    "|[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef]"
    f"|[{''.join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))}]"
)
_LINE_BREAKS = {"\r\n", "\r", "\x0b", "\x0c", "\x85"}
_LONG = 1000
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def printable(text: str) -> str:
    """``text`` without the characters that XML 1.0 or HTML forbids; every other one is left as it is.

    What breaks a line (vertical tab, form feed, carriage return, next line) becomes a line feed, so that words do not
    run together. Half of a surrogate pair becomes U+FFFD, for a character was lost there. The rest shows nothing in
    Excel either, and is left out.
    """
    if text.isprintable():
        return text
    if len(text) < _LONG or "\r" in text or "\n" not in text:
        return _FORBIDDEN.sub(_instead, text)
    return "\n".join(map(printable, text.split("\n")))  # almost all lines of a page are printable: a third of the time


_SYMBOL_FONTS = str.maketrans(
    {
        "\uf0b7": "•",
        "\uf09f": "•",
        "\uf0a7": "▪",
        "\uf06e": "■",
        "\uf06c": "●",
        "\uf0a8": "◻",
        "\uf076": "❖",
        "\uf0d8": "➢",
        "\uf0e0": "→",
        "\uf0fc": "✓",
        "\uf0fb": "✗",
        "\uf04a": "☺",
        "\uf02d": "-",
        "\uf0b0": "°",
    }
)
"""Signs of Word's symbol fonts, which arrive as characters of private use that no other font has."""


_UNSEEN = dict.fromkeys(
    [0xAD, 0x34F, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
)
"""Characters that show nothing, or turn the direction of what follows: pasted unseen, they would part ``[`` from ``[``,
hide a name from a check, and show 21 where 12 was typed."""

_SEEN_OTHERWISE = _SYMBOL_FONTS | _UNSEEN

_JOINS_NOTHING = re.compile("(?<=[ -~])[\u200c\u200d]+|[\u200c\u200d]+(?=[ -~])")
"""What joins or parts the signs beside it, as in emoji and in Persian, where one of them is a sign of ASCII."""


def as_seen(text: str) -> str:
    """``text`` as a reader sees it: without unseen characters, symbol fonts' signs as ones that every font has."""
    if text.isprintable():
        return text
    seen = text.translate(_SEEN_OTHERWISE)
    return _JOINS_NOTHING.sub("", seen) if "\u200c" in seen or "\u200d" in seen else seen


def harmless_line(text: str) -> str:
    """A text from outside as one harmless line, with a space for whatever breaks lines, controls or turns direction."""
    return text if text.isprintable() else "".join(each if each.isprintable() else " " for each in text)


def escaped(text: str) -> str:
    """``text`` as XML holds it between tags: ``&``, ``<`` and ``>`` written as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted_attribute(text: str) -> str:
    """``text`` as XML holds it in an attribute, with quotation marks around; the library's own way imports the web."""
    return f'"{escaped(text).replace(chr(34), "&quot;")}"'


_WIDTHS = {
    each: width
    for letters, width in {
        " iljI.,:;|'’": 0.28,
        "ft()-/r": 0.39,
        "1234567890£$€acesvxyzk": 0.56,
        "bdghnopqu+": 0.61,
        "mM": 0.89,
        "%W": 0.94,
    }.items()
    for each in letters
}
_WIDTH = 0.74
"""Of other letters, and signs: as a part of their size."""


@lru_cache(maxsize=4096)
def width_of(word: str) -> float:
    """How wide a word is in bold letters of a plain face, the widest in common use, as a multiple of their size."""
    return sum(_WIDTHS.get(each, _WIDTH) for each in word)


def _instead(match: re.Match[str]) -> str:
    found = match[0]
    if found in _LINE_BREAKS:
        return "\n"
    return _REPLACEMENT if "\ud800" <= found <= "\udfff" else ""


_STARTS = frozenset("=+-@＝＋－＠")
"""What a formula starts with; the wide ones where Excel is set up for Chinese or Japanese."""


class _Text:
    """What a CSV writer writes into."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def write(self, part: str) -> None:
        self.parts.append(part)


def as_csv(rows: Iterable[Iterable[str | Decimal | None]]) -> str:
    """Rows as CSV, with the line ends of its standard (RFC 4180)."""
    written = _Text()
    csv.writer(written, lineterminator="\r\n").writerows([_safe(value) for value in row] for row in rows)
    return "".join(written.parts)


def as_meant(cell: str) -> str:
    """What a cell of such a table says: without the apostrophe that keeps it from being taken for a formula."""
    return cell[1:] if cell[:1] == "'" and _is_like_a_formula(cell) else cell


def _safe(value: str | Decimal | None) -> str:
    """A leading apostrophe is how spreadsheets are told that what follows is text."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return f"'{value}" if value and _is_like_a_formula(value) else value or ""


def _is_like_a_formula(text: str) -> bool:
    """Whether a text starts as a formula does; also one with apostrophes before, so that just one is ever taken off."""
    return text.lstrip("'").lstrip()[:1] in _STARTS
