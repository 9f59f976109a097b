"""Small numbers of persons told without a word for them: "two more went into nursing homes", "three of them died"."""

from collections.abc import Iterator

from generator.checks.readers_eye.before_publishing.persons import STAFF_AS_PLURAL, count_in
from generator.checks.readers_eye.text.words import Words, word_set

_COLLECTING = word_set("both all")
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
_MAY_BE_PERSONS = word_set(
    """moved left returned came refused declined withdrew stayed live lived excluded dismissed admitted adopted placed
    rehoused missing dropped fell chose"""
)
"""What others do too: a sentence about persons must have been before."""
_NO_COUNT_AFTER = word_set(
    """age aged ages under over year q quarter phase level stage tier grade band top every per page in of than to at by
    for with from on"""
)
_NEAR, _LONGEST_ASIDE = 3, 10
MAY_BE_TOLD = _ONLY_PERSONS | _TO_PERSONS | _OF_PERSONS | _WHERE_PERSONS_GO | _MAY_BE_PERSONS
"""Words without which no such number is told."""


def few_of_them(words: Words, most: int, *, about_persons: bool) -> Iterator[tuple[int, int]]:
    """Where each small number of persons begins and ends that has no word for them; ``about_persons`` is before."""
    for at, word in enumerate(words.words):
        count = 2 if word in _COLLECTING else count_in(word)
        if not count or count > most or words.at(at - 1) in _NO_COUNT_AFTER:
            continue
        verb = _after_the_number(words, at)
        is_of_served = about_persons and STAFF_AS_PLURAL.isdisjoint(words.words[:at])
        if verb and (end := _done_by_persons(words, verb, about_persons=is_of_served)):
            yield at, end


def _after_the_number(words: Words, at: int) -> int:
    """The place of what is said of a number that stands by itself, or of so many "more" or "of them"; else 0."""
    place = at + 1
    if words.words[at] in _COLLECTING:
        place += count_in(words.at(place)) is not None
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


def _done_by_persons(words: Words, place: int, *, about_persons: bool) -> int:
    """Where it ends what is said there, if only persons do it, or it is said of persons; else 0."""
    while words.at(place) in _BETWEEN and words.at(place + 1) not in _OF_PERSONS | _WHERE_PERSONS_GO:
        place += 1
    word, before = words.at(place), words.at(place - 1)
    if word in _ONLY_PERSONS or (word in _TO_PERSONS and before in _BE):
        return place
    near = words.words[place + 1 : place + 1 + _NEAR]
    for verbs, things in ((_HAD, _OF_PERSONS), (_WENT, _WHERE_PERSONS_GO)):
        found = next((step for step, each in enumerate(near, 1) if each in things), 0)
        if word in verbs and found:
            return place + found
    is_guest = word == "came" and words.at(place + 1) == "to"
    return place if about_persons and word in _MAY_BE_PERSONS and not is_guest else 0
