"""Phrases by what they say, found in a text word by word: lists are data, and may be as long as they need to be."""

from collections.abc import Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from generator.checks.readers_eye.text.words import Words

Kind = TypeVar("Kind")


class Phrase(NamedTuple, Generic[Kind]):
    """A phrase in a text: what it says, and the places of its first word and of that after its last."""

    says: Kind
    first: int
    after: int


class Phrases(Generic[Kind]):
    """Lists of phrases, with ``_`` between the words of one, by what they say; of two the longer one counts."""

    def __init__(self, listed: Mapping[Kind, str]) -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
        for says, phrases in listed.items():
            for each in phrases.split():
                words = tuple(each.split("_"))
                by_first.setdefault(words[0], []).append((words, says))
        self._by_first = {word: sorted(each, key=_longest) for word, each in by_first.items()}
        self.first_words = frozenset(by_first)

    def at(self, words: Words, place: int) -> Phrase[Kind] | None:
        """The longest phrase that begins at a place."""
        for phrase, says in self._by_first.get(words.words[place], ()):
            after = place + len(phrase)
            if words.words[place:after] == phrase:
                return Phrase(says, place, after)
        return None

    def found_in(self, words: Words) -> Iterator[Phrase[Kind]]:
        """Every phrase of a text, in order."""
        if self.first_words.isdisjoint(words.every):
            return
        after = 0
        for place, word in enumerate(words.words):
            if word in self.first_words and place >= after and (found := self.at(words, place)):
                yield found
                after = found.after


def _longest(phrase: tuple[tuple[str, ...], object]) -> int:
    return -len(phrase[0])
