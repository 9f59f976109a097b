"""Lists of words and phrases as patterns, which are tried only on texts that hold what any match must have."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from hashlib import sha256

from generator.checks.readers_eye.text.clues import clues_in, needed_clues

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
    def needed(self) -> tuple[frozenset[str], ...]:
        """The sets of clues of each of which a text must have one to be matched; none where they are not known."""
        return needed_clues().get(self.digest, ())

    def may_be_in(self, text: str) -> bool:
        """Whether a text has all that a match must have."""
        return not self.needed or self.may_be_among(clues(text))

    def may_be_among(self, found: frozenset[str]) -> bool:
        """Whether the clues that were found are enough for a match."""
        for each in self.needed:  # noqa: SIM110, a generator costs twice as much, hundreds of times a return
            if each.isdisjoint(found):
                return False
        return True

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first match in a text."""
        return self.pattern.search(text) if self.may_be_in(text) else None

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """Find every match in a text."""
        return self.pattern.finditer(text) if self.may_be_in(text) else ()


def phrase(listed: str) -> Sought:
    """The pattern for any of the words listed, whole and in any case."""
    return Sought(rf"\b(?:{any_of(listed)})\b")


@lru_cache(PASSAGES)
def clues(text: str) -> frozenset[str]:
    """What patterns may need of a text."""
    return clues_in(text)
