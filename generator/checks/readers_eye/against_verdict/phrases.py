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

    def found_in(self, words: Words) -> Iterator[Phrase[Kind]]:
        """Every phrase of a text, in order; of those that begin at one place the longest."""
        every, by_first, end = words.words, self._by_first, 0
        for place, word in enumerate(every):
            if word in by_first and place >= end:
                for phrase, says in by_first[word]:
                    after = place + len(phrase)
                    if every[place:after] == phrase:
                        end = after
                        yield Phrase(says, place, after)
                        break


def _longest(phrase: tuple[tuple[str, ...], object]) -> int:
    return -len(phrase[0])
