"""Marks round words of a page, which are found again in the document that a template makes of it.

A template prints what it likes, as it likes. So the words themselves carry the marks: characters of private use that
nothing else has, one to open and one to close each spot.
"""

import re
from collections.abc import Iterable, Iterator

_FIRST, _LAST = 0x100000, 0x10EFFF
MOST_SPOTS = (_LAST - _FIRST + 1) // 2
"""As many as there are pairs of characters for."""

MARK = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
IN_BYTES = re.compile(rb"\xf4[\x80-\x8e][\x80-\xbf]{2}")
"""The same in UTF-8."""

type_of_range = tuple[int, int, int]
"""Where marked words begin and end in a text, and the number of their spot."""


def marked(text: str, ranges: Iterable[type_of_range]) -> str:
    """The text with marks round each range; ranges may overlap. What is empty, or has no pair, is not marked."""
    places = list[tuple[int, bool, int]]()  # what ends at a place ends before others begin
    for begins, ends, spot in ranges:
        if begins < ends and spot < MOST_SPOTS:
            places += ((begins, True, spot), (ends, False, spot))
    pieces, done = list[str](), 0
    for at, opens, spot in sorted(places):
        pieces += (text[done:at], chr(_FIRST + 2 * spot + (not opens)))
        done = at
    return "".join((*pieces, text[done:]))


def spot_of(mark: str) -> tuple[int, bool]:
    """The number of a mark's spot, and whether it opens it."""
    spot, closes = divmod(ord(mark) - _FIRST, 2)
    return spot, not closes


def pieces_of(text: str) -> Iterator[str]:
    """A text cut into marks and what stands between them."""
    done = 0
    for found in MARK.finditer(text):
        yield from filter(None, (text[done : found.start()], found[0]))
        done = found.end()
    if text[done:]:
        yield text[done:]
