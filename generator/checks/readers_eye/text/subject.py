"""What a sentence is about: how many words of substance it shares with a measure's title."""

import re
from functools import cache, lru_cache

from generator.checks.readers_eye.text.words import word_set

_WORD = re.compile(r"[a-z]{4,}")
_ENDING = re.compile(
    r"(?:ements?|ments?|ions?|ances?|ences?|ents?|ness(?:es)?|ures?|ing|ied|ies|ers?|als?|ed|es|s|y|e)$"
)
_NOUN_OF_A_VERB = re.compile(r"(?<=[a-z][aeiounl])s$")
"""How the stem of a noun in -sion ends where its verb has a d: "decision" of "decide"."""
_EMPTY = word_set(
    """number percentage rate average total with from that this than have been were within over under other less more
    their they each after before between into which per"""
)


_ALIKE = (
    "punctual punctuality timely timeliness prompt promptness wait waits waiting",
    "visit visitor visitors attendance attendances footfall admission admissions customers users swims",
    "sick sickness absence absences illness",
    "arrears rent debt owed owing owes",
    "relet re-let let lets lettings void voids empty turnaround",
    "income takings revenue receipts sales dues earnings",
    "leavers turnover resignations",
    "home homes house houses dwelling dwellings property properties",
    "pupil pupils student students learner learners",
    "call calls caller callers telephone rang ring rings rung ringing phoned",
    "decide decisions determine determined determination",
    "wait waits waiting delays delayed",
    "recycle recycled recycling",
    "fire fires arson blazes",
    "complain complaints complaint",
    "collect collection collections",
    "spend spending cost costs expenditure",
    "attend attendance attendances",
    "answer answers answered reply replies response responses respond",
    "pay paid payment payments",
    "see seen sight",
    "make made",
    "available availability",
    "taken uptake take-up",
    "hold held",
    "send sent",
)
"""Words that are used for one another, in lines."""


@lru_cache(256)
def words_for(title: str) -> frozenset[str]:
    """The stems of a title, and of the words that are used in place of its own."""
    own = stems(title) | frozenset(map(_stem, title.lower().split()))
    on_time = _groups()[0] if "on time" in title.lower() or "within" in title.lower() else frozenset[str]()
    return stems(title).union(on_time, *(each for each in _groups() if each & own))


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(_stem, line.split())) for line in _ALIKE)


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
