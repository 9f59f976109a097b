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
        self._single: dict[str, Kind] = {}
        self._longer: dict[str, dict[str, list[tuple[tuple[str, ...], Kind]]]] = {}
        for says, phrases in listed.items():
            for first, *rest in (each.split("_") for each in phrases.split()):
                if rest:
                    self._longer.setdefault(first, {}).setdefault(rest[0], []).append((tuple(rest), says))
                else:
                    self._single.setdefault(first, says)
        for by_second in self._longer.values():
            for found in by_second.values():
                found.sort(key=_longest)

    def found_in(self, words: Words) -> Iterator[Phrase[Kind]]:
        """Every phrase of a text, in order; of those that begin at one place the longest."""
        every, single, longer, end = words.words, self._single, self._longer, 0
        for place, word in enumerate(every):
            if place < end:
                continue
            if word in longer and words.at(place + 1) in longer[word]:
                for rest, says in longer[word][every[place + 1]]:
                    after = place + 1 + len(rest)
                    if every[place + 1 : after] == rest:
                        end = after
                        yield Phrase(says, place, after)
                        break
            if word in single and place >= end:
                end = place + 1
                yield Phrase(single[word], place, end)


def _longest(phrase: tuple[tuple[str, ...], object]) -> int:
    return -len(phrase[0])
