"""Lists of words and phrases as patterns, which are tried only on texts that hold what any match must have."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache, reduce
from hashlib import sha256
from operator import or_

from generator.checks.readers_eye.text.clues import clues_in, needed_by

PASSAGES = 128
"""How many texts are remembered at a time: those of a return or two, for its rules are asked one after another."""


def any_of(listed: str) -> str:
    """A pattern for any of the words listed, with blanks between them and ``_`` for a space within a phrase."""
    return "|".join(each.replace("_", " ") for each in listed.split())


def word_set(words: str) -> frozenset[str]:
    """The words of a list, with blanks between them, to be looked up."""
    return frozenset(words.split())


class Sought:
    """A pattern in any case, compiled when it is first tried, and tried only where it may match."""

    def __init__(self, pattern: str, *, flags: int = re.IGNORECASE) -> None:
        self._source, self._flags = pattern, flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself, to be tried on a part of a text."""
        return re.compile(self._source, self._flags)

    @property
    def digest(self) -> str:
        """A short name for this pattern and no other."""
        return sha256(f"{int(self._flags)} {self._source}".encode()).hexdigest()[:12]

    @cached_property
    def needed(self) -> int:
        """The sets of clues of each of which a text must have one to be matched; none where they are not known."""
        return needed_by(self.digest)

    def may_be_in(self, text: str) -> bool:
        """Whether a text has all that a match must have."""
        return clues(text) & self.needed == self.needed

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first match in a text."""
        needed = self.needed
        return self.pattern.search(text) if clues(text) & needed == needed else None

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """Find every match in a text."""
        needed = self.needed
        return self.pattern.finditer(text) if clues(text) & needed == needed else ()


def phrase(listed: str) -> Sought:
    """The pattern for any of the words listed, whole and in any case."""
    return Sought(rf"\b(?:{any_of(listed)})\b")


@lru_cache(PASSAGES)
def clues(text: str) -> int:
    """What patterns may need of a text, as ``clues_in`` has it."""
    return clues_in(text)


def together(found: Iterable[int]) -> int:
    """What several texts show together."""
    return reduce(or_, found, 0)
