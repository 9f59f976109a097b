"""What a sentence is about: how many words of substance it shares with a measure's title."""

import re
from functools import lru_cache

from generator.checks.readers_eye.text.sought import word_set

_WORD = re.compile(r"[a-z]{4,}")
_ENDING = re.compile(r"(?:ements?|ions?|ances?|ences?|ents?|ness(?:es)?|ures?|ing|ied|ies|ers?|als?|ed|es|s|y|e)$")
_NOUN_OF_A_VERB = re.compile(r"(?<=[a-z][aeiounl])s$")
"""How the stem of a noun in -sion ends where its verb has a d: "decision" of "decide"."""
_EMPTY = word_set(
    """number percentage rate average total with from that this than have been were within over under other less more
    their they each after before between into which per"""
)


@lru_cache(256)
def stems(text: str) -> frozenset[str]:
    """The words of a text that tell what it is about, without their endings."""
    return frozenset(map(_stem, (word for word in _WORD.findall(text.lower()) if word not in _EMPTY)))


def _stem(word: str) -> str:
    stem = _ENDING.sub("", word)
    return _NOUN_OF_A_VERB.sub("d", stem) if "sion" in word or "nse" in word else stem


def shared(sentence: str, subject: frozenset[str]) -> int:
    """How many words of a subject, as ``stems`` has them, a sentence has."""
    return len(stems(sentence) & subject)
