"""What a text shows at a glance, so that patterns are tried only where they may match.

Which clues a pattern needs is worked out from the pattern itself (tools/readers_eye_clues.py), and kept in clues.txt:
of each pattern a line with its digest, and the parts of which a text must have a clue each. A line of a pattern that
is gone does no harm, so git keeps the lines of both sides when it merges.
"""

import pkgutil
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

CLUES_FILE = Path(__file__).with_name("clues.txt")

BEGINNING = (4, 7)
"""Letters of a word that a clue has: four where more may follow, or else seven or the whole word."""

A_DIGIT = "0"
"""The clue that a text has a digit."""

SIGNS = '@£%?([/":'
"""Marks that are a clue by themselves."""

_DIGIT = re.compile(r"\d")
_NOTHING: Mapping[str, int] = {}


def clues_in(small: str, words: Sequence[str]) -> int:
    """What a text shows, as the sets of clues that it has one of: a bit for each set.

    It is given in small letters, and as its words. Its clues are how these begin, which two stand side by side, what
    marks it has, and whether it has a digit.
    """
    by_clue = _clue_sets().by_clue
    shown, after = by_clue.get(A_DIGIT, 0) if _DIGIT.search(small) else 0, _NOTHING
    for sign in SIGNS:
        if sign in small:
            shown |= by_clue.get(sign, 0)
    for begun, by_itself, before in map(_shown_by, words):
        if begun in after:
            shown |= after[begun]
        shown |= by_itself
        after = before
    return shown


@lru_cache(4096)
def _shown_by(word: str) -> tuple[str, int, Mapping[str, int]]:
    """How a word begins, what that shows by itself, and before each other that it is a clue with."""
    sets, begun = _clue_sets(), word[: BEGINNING[1]]
    by_itself = sets.by_clue.get(begun, 0) | sets.by_clue.get(begun[: BEGINNING[0]], 0)
    return begun, by_itself, sets.by_pair.get(begun, _NOTHING)


def needed_by(digest: str) -> int:
    """The sets of which a text must have a clue each for a pattern, by its digest; none where they are not known."""
    return _clue_sets().by_pattern.get(digest, 0)


class _ClueSets(NamedTuple):
    """The sets, each as a bit: those that a word or two are in, and those that a pattern needs, by its digest."""

    by_clue: Mapping[str, int]
    by_pair: Mapping[str, Mapping[str, int]]
    """Of two words, by the first and then by the second."""
    by_pattern: Mapping[str, int]


@cache
def _clue_sets() -> _ClueSets:
    lines = (pkgutil.get_data(__name__, CLUES_FILE.name) or b"").decode().splitlines()
    kept = {digest: parts for digest, *parts in (line.split("\t") for line in lines)}
    bits = {each: 1 << at for at, each in enumerate(dict.fromkeys(one for parts in kept.values() for one in parts))}
    by_clue: dict[str, int] = {}
    by_pair: dict[str, dict[str, int]] = {}
    for each, bit in bits.items():
        for clue in each.split():
            first, _, second = clue.rpartition("_")
            those = by_pair.setdefault(first, {}) if first else by_clue
            those[second] = those.get(second, 0) | bit
    needed = {digest: sum(bits[each] for each in set(parts)) for digest, parts in kept.items()}
    return _ClueSets(by_clue, by_pair, needed)
