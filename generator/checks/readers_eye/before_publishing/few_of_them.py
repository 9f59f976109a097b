"""Small numbers of persons told without a word for them: "two more went into nursing homes", "three of them died"."""

from collections.abc import Iterator

from generator.checks.readers_eye.before_publishing.persons import STAFF_AS_PLURAL, count_in, places_of_counts
from generator.checks.readers_eye.text.words import Words, word_set

_MORE = word_set("more others other")
_THEM = word_set("them these those")
_THE = word_set("the our its their")
_BETWEEN = word_set("was were is are have has had been be since later then sadly also now again both")
_BE = word_set("was were is are been being be got")
_ONLY_PERSONS = word_set(
    """died drowned resigned retired relapsed absconded reoffended emigrated miscarried overdosed collapsed graduated
    married divorced"""
)
"""What only persons do."""
_TO_PERSONS = word_set(
    """evicted arrested convicted deported remanded detained sectioned diagnosed hospitalised bereaved pregnant injured
    killed hurt jailed imprisoned readmitted disabled deaf blind suicidal unemployed"""
)
"""What only persons are, after "was"."""
_HAD = word_set("lost lose left gave took broke have had with without failed handed")
_OF_PERSONS = word_set(
    """job jobs life lives tenancy tenancies birth parents parent mother father family children child baby work cancer
    drug drugs notice leg arm hip wrist exams gcses employment custody probation"""
)
"""What only persons have, or lose."""
_WENT = word_set("went moved returned came taken sent back go gone placed left moving in were are")
_WHERE_PERSONS_GO = word_set(
    "nursing hospital prison custody hospice abroad university college school rehab jail residential foster care"
)
_RELATE = _BE | word_set(
    "relate relates related belong belongs belonged concern concerned involve involved came come from"
)
_FAMILIES, _THE_SAME = word_set("family household"), word_set("same one single")
"""Of one family, as what a number is said to relate to."""
_OF_MORE = _MORE | {"of"}
_NO_FAMILY = word_set("of support court law hub home group centre")
_MAY_BE_PERSONS = word_set(
    """moved left returned came refused declined withdrew stayed live lived excluded dismissed admitted adopted placed
    rehoused missing dropped fell owe owed"""
)
"""What others do too: a sentence about persons must have been before."""
_NO_COUNT_AFTER = word_set(
    """age aged ages under over year q quarter phase level stage tier grade band top every per page in of than to at by
    for with from on"""
)
_NEAR, _LONGEST_ASIDE = 3, 10
_THEIRS = _OF_PERSONS | _WHERE_PERSONS_GO
MAY_BE_TOLD = _FAMILIES | _ONLY_PERSONS | _TO_PERSONS | _OF_PERSONS | _WHERE_PERSONS_GO | _MAY_BE_PERSONS
"""Words without which no such number is told."""


def few_of_them(words: Words, most: int) -> Iterator[tuple[int, int, bool]]:
    """Where each small number without a word for persons begins and ends, and whether it is certainly of some.

    Where it is not, persons who are served must have been told of before.
    """
    for at in places_of_counts(words):
        count = count_in(words.words[at])
        if not count or count > most or words.at(at - 1) in _NO_COUNT_AFTER:
            continue
        verb = _after_the_number(words, at)
        if family := _of_one_family(words, at):
            yield at, family, True
        elif verb and (end := _done_by_persons(words, verb)):
            yield at, end, True
        elif verb and (end := _done_by_others_too(words, verb)) and STAFF_AS_PLURAL.isdisjoint(words.words[:at]):
            yield at, end, False


def _after_the_number(words: Words, at: int) -> int:
    """The place of what is said of a number that stands by itself, or of so many "more" or "of them"; else 0."""
    place = at + 1
    if words.at(place) == "of" and words.at(place + 1) in _THEM:
        place += 2
    elif words.at(place) == "of" and words.at(place + 1) in _THE and count_in(words.at(place + 2)) is not None:
        place += 3 + 3 * (words.at(place + 3) == "in")
    elif words.at(place) in _MORE:
        place += 1
    if words.at(place) == ",":
        aside = words.words[place + 1 : place + 1 + _LONGEST_ASIDE]
        place = place + 2 + aside.index(",") if "," in aside else 0
    return place


def _of_one_family(words: Words, at: int) -> int:
    """Where the family is told, if so many, or so many of them, are said to be of one; else 0."""
    if words.at(at + 1) not in _RELATE and words.at(at + 1) not in _OF_MORE:
        return 0
    for place in range(at + 2, at + 2 + _LONGEST_ASIDE):
        if words.at(place) in _FAMILIES and words.at(place - 1) in _THE_SAME:
            is_related = not _RELATE.isdisjoint(words.words[at + 1 : place])
            return place if is_related and words.at(place + 1) not in _NO_FAMILY else 0
    return 0


def _done_by_persons(words: Words, place: int) -> int:
    """Where it ends what is said there, if only persons do it; else 0."""
    place = _said_at(words, place)
    word, before = words.at(place), words.at(place - 1)
    if word in _ONLY_PERSONS or (word in _TO_PERSONS and before in _BE):
        return place
    near = words.words[place + 1 : place + 1 + _NEAR]
    for verbs, things in ((_HAD, _OF_PERSONS), (_WENT, _WHERE_PERSONS_GO)):
        found = next((step for step, each in enumerate(near, 1) if each in things), 0) if word in verbs else 0
        if found:
            return place + found
    return 0


def _done_by_others_too(words: Words, place: int) -> int:
    """The same of what is said of other things than persons too."""
    place = _said_at(words, place)
    is_guest = words.at(place) == "came" and words.at(place + 1) == "to"
    return place if words.at(place) in _MAY_BE_PERSONS and not is_guest else 0


def _said_at(words: Words, place: int) -> int:
    """The place of the verb that is told of a number, behind those that only help it."""
    while words.at(place) in _BETWEEN and words.at(place + 1) not in _THEIRS:
        place += 1
    return place
