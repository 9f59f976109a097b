"""What a text shows at a glance, so that patterns are tried only where they may match.

Which clues a pattern needs is worked out from the pattern itself (tools/readers_eye_clues.py), and kept in clues.json.
"""

import json
import pkgutil
import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

CLUES_FILE = Path(__file__).with_name("clues.json")

BEGINNING = (4, 7)
"""Letters of a word that a clue has: four where more may follow, or else seven or the whole word."""

A_DIGIT = "0"
"""The clue that a text has a digit."""

_DIGIT = re.compile(r"\d")


def clues_in(small: str, words: Sequence[str]) -> int:
    """What a text shows, as the sets of clues that it has one of: a bit for each set.

    It is given in small letters, and as its words. Its clues are how these begin, which two stand side by side, and
    whether it has a digit.
    """
    few, many = BEGINNING
    begun = [word[:many] for word in words]
    found = {*begun, *[word[:few] for word in begun], *map("_".join, pairwise(begun))}
    if _DIGIT.search(small):
        found.add(A_DIGIT)
    sets_of, shown = _clue_sets().by_clue, 0
    for clue in sets_of.keys() & found:
        shown |= sets_of[clue]
    return shown


def needed_by(digest: str) -> int:
    """The sets of which a text must have a clue each for a pattern, by its digest; none where they are not known."""
    return _clue_sets().by_pattern.get(digest, 0)


class _ClueSets(NamedTuple):
    """The sets, each as a bit: those that a clue is in, and those that a pattern needs, by its digest."""

    by_clue: Mapping[str, int]
    by_pattern: Mapping[str, int]


@cache
def _clue_sets() -> _ClueSets:
    kept: dict[str, list[str]] = json.loads(pkgutil.get_data(__name__, CLUES_FILE.name) or b"{}")
    bits = {each: 1 << at for at, each in enumerate(dict.fromkeys(one for parts in kept.values() for one in parts))}
    by_clue: dict[str, int] = {}
    for each, bit in bits.items():
        for clue in each.split():
            by_clue[clue] = by_clue.get(clue, 0) | bit
    return _ClueSets(by_clue, {digest: sum(bits[each] for each in set(parts)) for digest, parts in kept.items()})
