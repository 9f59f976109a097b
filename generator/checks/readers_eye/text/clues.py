"""What a text shows at a glance, so that patterns are tried only where they may match.

Which clues a pattern needs is worked out from the pattern itself (tools/readers_eye_clues.py), and kept in clues.json.
"""

import json
import pkgutil
import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

CLUES_FILE = Path(__file__).with_name("clues.json")

BEGINNING = (4, 7)
"""Letters of a word that a clue has: four where more may follow, or else seven or the whole word."""

A_DIGIT = "0"
"""The clue that a text has a digit."""

WORD, _ASCII_WORD = re.compile(r"\w+"), re.compile(r"\w+", re.ASCII)
"""They are the same for a text in ASCII, where the second is quicker."""
_DIGIT = re.compile(r"\d")


def folded(text: str) -> str:
    """Write in small letters all that a pattern in any case takes for them: the i without a dot and the long s too."""
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").lower().replace("ı", "i").replace("ſ", "s")


def clues_in(text: str) -> frozenset[str]:
    """All the clues that a text has: how its words begin, which two stand side by side, whether it has a digit."""
    few, many = BEGINNING
    words = [word[:many] for word in (_ASCII_WORD if text.isascii() else WORD).findall(folded(text))]
    found = {*words, *[word[:few] for word in words], *map("_".join, pairwise(words))}
    return frozenset({*found, A_DIGIT} if _DIGIT.search(text) else found)


@cache
def needed_clues() -> Mapping[str, tuple[frozenset[str], ...]]:
    """For each known pattern, by its digest, the sets of clues of each of which a text must have one."""
    kept = json.loads(pkgutil.get_data(__name__, CLUES_FILE.name) or b"{}")
    return {digest: tuple(frozenset(part.split()) for part in parts) for digest, parts in kept.items()}
