"""Lists of words and phrases as patterns, which are tried only on texts that have a word of theirs."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import eq

FIGURE = "#"
"""The clue that a text has a digit."""

PASSAGES = 64
"""How many texts are remembered at a time: those of a measure or two, for its rules are asked one after another."""

_TOKEN, _ASCII_TOKEN = re.compile(r"\w+"), re.compile(r"\w+", re.ASCII)
"""They are the same for a text in ASCII, where the second is quicker."""
_DIGIT = re.compile(r"\d")


def any_of(listed: str) -> str:
    """A pattern for any of the words listed, with blanks between them and ``_`` for a space within a phrase."""
    return "|".join(each.replace("_", " ") for each in listed.split())


class Sought:
    """A pattern in any case, compiled when it is first tried.

    ``clues`` lists words, pairs of words and FIGURE, of which every match has one, whole; ``marks`` is a quick pattern
    of what else it may have. A text without any of them is passed over, which costs a small part of trying it.
    """

    def __init__(self, pattern: str, clues: str = "", marks: str = "", *, flags: int = re.IGNORECASE) -> None:
        self._source, self._flags, self._marks = pattern, flags, re.compile(marks) if marks else None
        listed = clues.split()
        self._words = frozenset(each for each in listed if "_" not in each)
        self._pairs = frozenset(tuple(each.split("_")) for each in listed if "_" in each)
        self._always = not clues and not marks

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself, to be tried on a part of a text."""
        return re.compile(self._source, self._flags)

    def may_be_in(self, text: str) -> bool:
        """Whether a text has anything that a match must have."""
        if self._words and not self._words.isdisjoint(clues(text)):
            return True
        if self._pairs and not self._pairs.isdisjoint(pairwise(_tokens(text))):
            return True
        return self._marks.search(text) is not None if self._marks else self._always

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first match in a text."""
        return self.pattern.search(text) if self.may_be_in(text) else None

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """Find every match in a text."""
        return self.pattern.finditer(text) if self.may_be_in(text) else ()


def phrase(listed: str, clues: str = "") -> Sought:
    """The pattern for any of the words listed, whole and in any case."""
    return Sought(rf"\b(?:{any_of(listed)})\b", clues)


def endings(listed: str) -> str:
    """The clues to a list of words and phrases with no signs of patterns but ``s?``: the last word of each."""
    last = [each.rpartition("_")[2] for each in listed.split()]
    return " ".join({form for each in last for form in (each.removesuffix("s?"), each.replace("?", ""))})


def pairs(first: str, second: str) -> str:
    """The clues that any of some words comes before any of others."""
    return " ".join(f"{one}_{other}" for one in first.split() for other in second.split())


@lru_cache(PASSAGES)
def clues(text: str) -> frozenset[str]:
    """A text's words, in small letters, and FIGURE."""
    return frozenset((*_tokens(text), FIGURE)) if _DIGIT.search(text) else frozenset(_tokens(text))


def most_words(text: str) -> int:
    """The number of words that a text has at most: a token is one, or several with ``_`` between them."""
    return len(_tokens(text)) + text.count("_")


def repeats_a_word(text: str) -> bool:
    """Whether a word is followed by itself."""
    found = _tokens(text)
    return any(map(eq, found, found[1:]))


@lru_cache(PASSAGES)
def _tokens(text: str) -> list[str]:
    return (_ASCII_TOKEN if text.isascii() else _TOKEN).findall(folded(text))


def folded(text: str) -> str:
    """Write in small letters all that a pattern in any case takes for them: the i without a dot and the long s too."""
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").lower().replace("ı", "i").replace("ſ", "s")
