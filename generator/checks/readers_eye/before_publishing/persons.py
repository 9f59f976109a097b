"""Persons in a text: words for them by kind, as data, and what a noun for them begins with: a number, or an article."""

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from generator.checks.readers_eye.text.figures import IN_WORDS
from generator.checks.readers_eye.text.words import PASSAGES, Words, has_any, word_set, words_in_file, words_read
from generator.model.english import in_plural
from generator.model.period import MONTH_NAMES

SERVED = words_in_file(__name__, "served.txt")
"""Words for people whom a service is for, or who come to its notice: of no other things are small counts asked about.

Of two words for a person ("asylum seeker", "care leaver") the last is listed.
"""
SERVED_AS_PLURAL = frozenset(map(in_plural, SERVED)) | {"persons", "patients", "people", "smokers", "minors"}

ANYBODY = word_set(
    """visitors users learners residents passengers cyclists swimmers applicants speakers witnesses tenants borrowers
    callers clients donors walkers customers students people adults parents pedestrians riders recipients leaseholders
    householders graduates"""
)
"""Those of them whom a service is for as any are, of whom a few may do anything."""

NEAR = word_set("neighbour farmer shopkeeper publican lodger busker")
"""Others of whom one may be told of."""
KIN = word_set("mother father son daughter brother sister wife husband widow widower partner parents family child")

STAFF = words_in_file(__name__, "staff.txt")
"""Words for those who work for the council: of them it is asked where health, conduct or harm are told of."""
STAFF_AS_PLURAL = frozenset(map(in_plural, STAFF)) | {"staff"}

LOSSES = word_set(
    "death fatality suicide stillbirth drowning murder homicide overdose miscarriage amputation rape pregnancy"
)
"""Each is of one person."""
LOSSES_AS_PLURAL = frozenset(map(in_plural, LOSSES))


class Whom(Enum):
    """What a word for persons tells them to be."""

    SERVED = "served"
    NEAR = "near"
    STAFF = "staff"
    LOSS = "loss"


_KINDS = {
    **dict.fromkeys(LOSSES | LOSSES_AS_PLURAL, Whom.LOSS),
    **dict.fromkeys(STAFF | STAFF_AS_PLURAL, Whom.STAFF),
    **dict.fromkeys(NEAR, Whom.NEAR),
    **dict.fromkeys(SERVED | SERVED_AS_PLURAL, Whom.SERVED),
}
_EVERY, _SINGULAR = frozenset(_KINDS), SERVED | STAFF | NEAR | LOSSES

_COLLECTIVE = {"pair": 2, "couple": 2, "trio": 3, "handful": 5}
_NUMBERS = IN_WORDS | {"both": 2}
COUNTS = frozenset((*_NUMBERS, *_COLLECTIVE))
"""Words that tell how many there are."""
_ARTICLES = word_set("a an the this that another our these those their its his her my your all each every any no")
_MONTHS = frozenset(name.lower() for name in MONTH_NAMES)
_ENDS = word_set(
    """in on at to for from with by as than between among per during since until after before about within without
    against and or but nor while whilst when whenever where if because which who whom whose so is are was were be
    been being has have had having do does did will would can could may might must shall should it they we he she i not
    of"""
)
"""What a noun phrase does not go on beyond, to its left."""
_MOST_BEFORE = 5


def places_of_counts(tokens: Words) -> list[int]:
    """The places of all words that may be numbers of persons."""
    return [at for at, word in enumerate(tokens.words) if word in COUNTS or word[0].isdigit()]


def count_in(word: str) -> int | None:
    """The whole number that a word is, in figures or in letters; None where it is none."""
    if word[:1].isdigit():
        digits = word.replace(",", "")
        return int(digits) if digits.isdecimal() else None
    return _NUMBERS.get(word)


class Mention(NamedTuple):
    """A noun as a text tells of it: its place, where what belongs to it begins, and the ``word`` that it begins with.

    That is a number, an article, or what stands for one. ``number`` is None where no number is told.
    """

    first: int
    noun: int
    number: int | None
    word: str
    whom: Whom
    is_plural: bool


@lru_cache(PASSAGES)
def persons_in(sentence: str) -> tuple[Mention, ...]:
    """The persons that a sentence tells of with a number, an article or what stands for one."""
    return tuple(_mentions(words_read(sentence))) if has_any(sentence, _EVERY) else ()


def _mentions(tokens: Words) -> Iterator[Mention]:
    nouns = [(place, _bare(word)) for place, word in enumerate(tokens.words) if word in _KINDS or not word.isalnum()]
    for place in range(len(tokens.words) - 1):
        if tokens.words[place] == "one" and tokens.words[place + 1] in _OF_ONE:
            yield Mention(place, place, 1, "one", Whom.STAFF, is_plural=False)
    for place, noun in nouns:
        if noun in _KINDS and not _is_compound(tokens, place):
            begins = _begins_with(tokens, place)
            if begins:
                yield Mention(begins[0], place, begins[1], begins[2], _KINDS[noun], noun not in _SINGULAR)


_OF_ONE = word_set("who having being with")
"""After "one", where that stands for one of the persons told of."""


def _bare(word: str) -> str:
    return word.removesuffix("'s").removeprefix("ex-")


def _begins_with(tokens: Words, noun: int) -> tuple[int, int | None, str] | None:
    """What a noun begins with: "two", "three of the", "a pair of", "both", "the only"; None where with nothing.

    It is told with its place, and with the number that it stands for.
    """
    is_of_others = False
    for place in range(noun - 1, max(-1, noun - 1 - _MOST_BEFORE), -1):
        word, before = tokens.words[place], tokens.at(place - 1)
        number = count_in(word)
        if number is not None and before == "year":
            continue
        if number is not None:
            if is_of_others or tokens.at(place + 1) in _MONTHS:
                return None
            part = count_in(tokens.at(place - 3)) if before in _ARTICLES and tokens.at(place - 2) == "of" else None
            return place if part is None else place - 3, number if part is None else part, word
        if word in _ARTICLES or word.endswith("'s"):
            counted = tokens.at(place - 2) if before == "of" else before if before == "both" else ""
            number = count_in(counted)
            return place if number is None else place - 1 - (before == "of"), number, word
        if word == "of" and before in _COLLECTIVE:
            return place - 1, _COLLECTIVE[before], word
        if word in _ENDS or not word[0].isalnum():
            break
        is_of_others = is_of_others or _is_plural(word)
    return None


_COMPOUNDS = word_set(
    """service services team teams group groups board boards panel panels social support plan plans association
    associations meeting meetings home homes survey centre centres training budget protection benefit benefits hub hubs
    care record records certificate certificates rate rates registration registrations prevention advice audit review
    reviews strategy test tests clinic clinics inquiry trial forum forums premium parking company companies
    register ' -"""
)
"""After a word for persons: it is a service or a thing of theirs that is told of."""


def is_school_year(tokens: Words, place: int) -> bool:
    """Whether the word at a place begins the name of a school's year: "Year 8"."""
    return tokens.words[place] == "year" and count_in(tokens.at(place + 1)) is not None


def _is_compound(tokens: Words, noun: int) -> bool:
    """Whether a word for persons is part of the name of something else: "parent company", "a couple of"."""
    after = tokens.at(noun + 1)
    return after in _COMPOUNDS or (after == "of" and tokens.words[noun] == "couple")


def _is_plural(word: str) -> bool:
    """Whether a word looks like several things: a number before it is of them ("three hospitals sent patients")."""
    return word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is", "'s"))


def is_share(tokens: Words, told: Mention) -> bool:
    """Whether a number is one of so many: "nine in ten patients", "one tenant in five"."""
    before, after = tokens.at(told.first - 1), told.noun + 1
    if before == "in" or (before == "of" and tokens.at(told.first - 2) == "out"):
        return count_in(tokens.at(told.first - (2 if before == "in" else 3))) is not None
    if tokens.at(after) == "in" or (tokens.at(after) == "out" and tokens.at(after + 1) == "of"):
        after += 1 if tokens.at(after) == "in" else 2
        after += tokens.at(after) == "every"
        whole = 100 if tokens.at(after) in {"hundred", "thousand"} else count_in(tokens.at(after))
        return whole is not None and whole > (told.number or 1)
    return False
