"""A text taken into words, in one way for all rules, and once for each text."""

import pkgutil
import re
import unicodedata
from bisect import bisect_right
from functools import cached_property, lru_cache
from itertools import islice

PASSAGES = 128
"""How many texts are remembered at a time: those of a return or two, for its rules are asked one after another."""

_PLAIN = r"£?\d(?:[\w,./:]*\w)?%?|[^\W\d_][^\W_]*(?:[-'][^\W_]+)*"
_PLAIN_WORD, _APART, _TOKEN = (re.compile(each, re.ASCII) for each in (_PLAIN, r"\w+", rf"{_PLAIN}|[^\s\w]"))
_BEYOND_ASCII = re.compile(r"[^\W\x00-\x7f]|[^\S\x00-\x7f]")


def word_set(words: str) -> frozenset[str]:
    """The words of a list, with blanks between them, to be looked up."""
    return frozenset(words.split())


def words_in_file(module: str, name: str) -> frozenset[str]:
    """The words of a list that stands in a file beside a module; a line that begins with # explains it."""
    listed = (pkgutil.get_data(module, name) or b"").decode()
    return word_set(" ".join(line for line in listed.splitlines() if not line.startswith("#")))


def in_ascii(text: str) -> str:
    """A text with the letters, digits and spaces of ASCII in the place of all others, for patterns know no others."""
    return text if text.isascii() else _BEYOND_ASCII.sub(_like_it, text)


def _like_it(found: re.Match[str]) -> str:
    letter = found[0]
    if letter.isspace():
        return " "
    like = "i" if letter == "ı" else unicodedata.normalize("NFKD", letter)[0]
    return like if like.isascii() and like.isalpha() is letter.isalpha() else "x"


def folded(text: str) -> str:
    """The same in small letters."""
    return text.lower() if text.isascii() else in_ascii(text).lower()


class Words:
    """A text's words in small letters, its numbers and marks, each with its place.

    A word goes on over hyphens and apostrophes ("well-being", "child's"), and all apostrophes are straight.
    """

    def __init__(self, text: str) -> None:
        self.typed, self.small = text, folded(text)
        straight = _straight(self.small)
        self.apart: list[str] = _APART.findall(self.small)
        """The words as patterns see them: apart at hyphens and apostrophes, and without marks."""
        self.words: tuple[str, ...] = tuple(_TOKEN.findall(straight))
        """All words, numbers and marks in their order."""
        is_joined = "-" in straight or "'" in straight
        self.every = frozenset((*self.apart, *self.words) if is_joined else self.apart)
        """All words, whole and apart."""

    @cached_property
    def _spans(self) -> tuple[tuple[int, int], ...]:
        text, spans, end = _straight(self.small), list[tuple[int, int]](), 0
        for word in self.words:
            start = text.index(word, end)
            end = start + len(word)
            spans.append((start, end))
        return tuple(spans)

    def at(self, place: int) -> str:
        """The word at a place; empty beyond both ends."""
        words = self.words
        return words[place] if 0 <= place < len(words) else ""

    def places_of(self, word: str) -> list[int]:
        """Every place of a word."""
        return [place for place, each in enumerate(self.words) if each == word]

    def start(self, place: int) -> int:
        """Where the word at a place starts in the text."""
        return self._spans[place][0]

    def end(self, place: int) -> int:
        """Where it ends."""
        return self._spans[place][1]

    def place(self, at: int) -> int:
        """The place of the word in which a letter of the text stands, or of the last before it."""
        return max(bisect_right(self._spans, (at, len(self.small) + 1)) - 1, 0)

    def is_capital(self, place: int) -> bool:
        """Whether there is a word at a place, and it begins with a capital letter."""
        return place < len(self.words) and self.typed[self.start(place)].isupper()

    def quoted(self, first: int, last: int) -> str:
        """What was typed from the word at one place to that at another."""
        return self.typed[self.start(first) : self.end(last)]


@lru_cache(PASSAGES)
def words_read(text: str) -> Words:
    """A text taken into words."""
    return Words(text)


def has_any(text: str, words: frozenset[str]) -> bool:
    """Whether a text has any of some words, in any case."""
    return not words.isdisjoint(words_read(text).every)


def plain_words(text: str) -> list[str]:
    """The words and numbers of a text in small letters, without its marks."""
    return _PLAIN_WORD.findall(_straight(folded(text)))


def has_words(text: str, count: int) -> bool:
    """Whether a text has so many words; it is read no further than that."""
    return next(islice(_PLAIN_WORD.finditer(_straight(in_ascii(text))), count - 1, None), None) is not None


def _straight(text: str) -> str:
    return text.replace("’", "'")
