"""PUB01: counts of people so small that somebody may be known by them."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from generator.checks.readers_eye.before_publishing.few_of_them import MAY_BE_TOLD, few_of_them
from generator.checks.readers_eye.before_publishing.harm import TRAITS, is_harmed
from generator.checks.readers_eye.before_publishing.one_person import one_in
from generator.checks.readers_eye.before_publishing.persons import (
    ANYBODY,
    COUNTS,
    SERVED,
    SERVED_AS_PLURAL,
    STAFF,
    Mention,
    Whom,
    count_in,
    is_school_year,
    is_share,
    persons_in,
)
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.words import Words, has_any, word_set, words_read
from generator.model.problem import Problem

_IN_PLACE = word_set("adoptions approvals")
"""What is counted in place of persons, where a title is about persons."""
_RECORDS = word_set("assessments plans referrals")
"""What stands for one person each."""
_OTHER_UNITS = word_set(
    """day days week weeks month months year years hour hours bi aged under over per phase bedroom bedrooms bed times
    plus"""
)
_NO_COUNT_AFTER = word_set(
    """age aged ages under over y year q quarter phase level stage tier grade band top every per category type class
    zone route part"""
)
"""Before a number of an age, a class, or a rate."""
_MADE_UP_OF = word_set("ratio panel team teams group groups crew crews board committee pool squad rota class classes")
_PLACES = word_set(
    "home homes house houses place places bed beds flat flats room space capacity unit accommodation lift lifts"
)
_TWO_OF_EACH = word_set("parents adults carers")
_TAKEN_ON = word_set(
    """approve approved approving recruit recruited recruiting appoint appointed train trained training attract
    attracted invite invited interview interviewed take takes hold holds carry carries seat seats fit fits need needs
    want wants seek seeking met most give gives"""
)
_CAME_TO = word_set("attended joined volunteered came sit sat chose voted a an per each every can may must should")
"""What is told of people as a service's work or as its audience, and gives nobody away; so is a rate."""
_AS_A_RULE = word_set(
    "average typical each every usual usually normal normally hope hopes aim aims plan plans intend intends expect"
)
_CAN, _UP_OR_ONE = word_set("can could"), SERVED | STAFF | {"up"}
_LESS, _OR_MORE = word_set("fewer less"), word_set("more fewer less")
_IN_FRACTIONS = word_set("three four five ten 3 4 5 10 20 100")
_OF_PERSONS = SERVED | SERVED_AS_PLURAL
_TELLS_MORE = MAY_BE_TOLD | TRAITS | (SERVED_AS_PLURAL - ANYBODY)
_OF, _THE = word_set("of"), word_set("the these those our its their")
_THEM = word_set("whom which them")
_DID = word_set("was were had has have did could left went is are")
_GROUPS = ("sibling group", "family group", "sibling groups", "family groups")
_NEAR = 6
"""Tokens after "two of the three" in which it is said of whom."""


def small_counts(text: Commentary) -> Iterator[Problem]:
    """PUB01 for each line with counts of persons up to the settings' ``small_numbers``; homes and groups are none.

    Nor is a count that is the result: that is printed beside the text.
    """
    few = _up_to(2 * text.known.style.small_numbers)
    most = text.known.style.small_numbers
    for line in text.published:
        counts, quoted = list[str](), ""
        for before, sentence in zip(("", *line.sentences), line.sentences, strict=False):
            if has_any(sentence, few):
                singled_out = one_in(sentence)
                found = [each for each in _counts_in(sentence, text, singled_out) if each not in singled_out]
                if has_any(sentence, MAY_BE_TOLD):
                    words, near = words_read(sentence), (text.title, before, sentence)
                    for first, last, is_certain in few_of_them(words, most):
                        if is_certain or any(has_any(each, SERVED_AS_PLURAL) for each in near):
                            found.append(words.quoted(first, last))
                counts += found
                quoted = quoted or (sentence if found else "")
        whole = [each for each in dict.fromkeys(counts) if sum(each in other for other in counts) == counts.count(each)]
        if whole:
            yield text.problem("PUB01", line, quoted, words="; ".join(whole), most=most)


@lru_cache(4)
def _up_to(most: int) -> frozenset[str]:
    """The words of which one must stand in a sentence that tells of so few."""
    return COUNTS | frozenset(map(str, range(most + 1)))


def _counts_in(sentence: str, text: Commentary, singled_out: str) -> Iterator[str]:
    """What tells of few persons in a sentence, in its own words; of one who is ``singled_out`` it is told elsewhere."""
    tokens, most = words_read(sentence), text.known.style.small_numbers
    for told in persons_in(sentence):
        is_its_family = tokens.at(told.first - 1) == "with" and (singled_out or tokens.at(told.first - 2) in SERVED)
        if is_its_family or not told.is_plural or told.number in text.printed_counts:
            continue
        if _is_small(tokens, told, most):
            less = 2 if tokens.at(told.first - 1) == "than" else 0
            more = 2 if tokens.words[told.noun] == "members" and tokens.at(told.noun + 1) == "of" else 0
            yield tokens.quoted(told.first - less, min(told.noun + more, len(tokens.words) - 1))
    for place in (
        range(1, len(tokens.words)) if has_any(sentence, _IN_PLACE) and has_any(text.title, _OF_PERSONS) else ()
    ):
        if tokens.words[place] in _IN_PLACE and 0 < (count_in(tokens.at(place - 1)) or 0) <= most:
            yield tokens.quoted(place - 1, place)
    for place in tokens.places_of("of") if has_any(sentence, _OF) else ():
        part = _part_at(tokens, place, most, text.title)
        if part:
            yield tokens.quoted(*part)


def _is_small(tokens: Words, told: Mention, most: int) -> bool:
    """Whether persons are told of with a number that is small, and not as those whom a service takes on or talks to."""
    last = told.noun
    if told.number is None or tokens.words[last].endswith("'s") or _goes_for_any(tokens, told):
        return False
    if not (_is_no_service(tokens, told) or is_harmed(tokens, last)):
        return False
    if tokens.at(told.first - 1) == "than":
        return tokens.at(told.first - 2) in _LESS and told.number <= 2 * most
    units = (at for at in range(told.first, last) if not is_school_year(tokens, at))
    return 0 < told.number <= most and not any(tokens.words[at] in _OTHER_UNITS for at in units)


def _goes_for_any(tokens: Words, told: Mention) -> bool:
    """Whether a number is a rate, a ratio, a rule or a wish, or of a room, a panel, an audience or staff."""
    earlier, before, earlier_still = tokens.words[: told.first], tokens.at(told.first - 1), tokens.at(told.first - 2)
    after, then = tokens.at(told.noun + 1), tokens.at(told.noun + 2)
    is_rule = any(each in _AS_A_RULE and follows != "of" for each, follows in pairwise((*earlier, "")))
    return (
        is_rule
        or is_share(tokens, told)
        or before in _NO_COUNT_AFTER | _TAKEN_ON
        or (after in _CAME_TO and then != "into")
        or then in _TAKEN_ON
        or (after == "who" and then in _CAN)
        or (after == "or" and then in _OR_MORE)
        or (before == "to" and earlier_still in _UP_OR_ONE)
        or (before == "for" and earlier_still in _PLACES)
        or (before == "of" and earlier_still in _MADE_UP_OF)
        or (told.word == "both" and tokens.words[told.noun] in _TWO_OF_EACH)
    )


def _is_no_service(tokens: Words, told: Mention) -> bool:
    """Whether more is told of persons than that a service is for them, or that they work for it."""
    described, last = range(told.first + 1, told.noun), told.noun
    if told.whom is Whom.STAFF:
        return not TRAITS.isdisjoint(tokens.words[told.first : last])
    if tokens.words[last] not in ANYBODY or any(map(tokens.is_capital, described)):
        return True
    return not _TELLS_MORE.isdisjoint(tokens.words[told.first : last] + tokens.words[last + 1 :])


def _part_at(tokens: Words, of: int, most: int, title: str) -> tuple[int, int] | None:
    """Where a small part of persons begins and ends that the word "of" at a place tells of."""
    words, after = tokens.words, tokens.at(of + 1)
    last = of + 1 + (after in _THE)
    if after in _THEM:
        return _part_of_them(tokens, of, most)
    whole, is_out_of = count_in(tokens.at(last)), tokens.at(of - 1) == "out"
    if not whole or (is_out_of and after in _IN_FRACTIONS):
        return None
    first = of - 1 - is_out_of
    part, near = count_in(tokens.at(first)), words[last + 1 : last + 1 + _NEAR]
    is_of_persons = any(each in SERVED_AS_PLURAL and then != "'" for each, then in pairwise((*near, "")))
    if part is not None:
        is_small = whole <= 2 * most or 0 < part <= most
        is_of_some = is_of_persons or is_harmed(tokens, last, may_be_a_thing=True)
        return (first, last) if is_small and is_of_some else None
    if f"{tokens.at(of - 2)} {tokens.at(of - 1)}" in _GROUPS:
        return (of - 2, last) if whole <= most else None
    comma = last + 1 + near.index(",") if "," in near else 0
    part, does = count_in(tokens.at(comma + 1)), tokens.at(comma + 2)
    if not comma or not part or part > most or not (does in _DID or does.endswith("ed")):
        return None
    return (of, comma + 1) if is_of_persons or has_any(title, _OF_PERSONS) else None


def _part_of_them(tokens: Words, of: int, most: int) -> tuple[int, int] | None:
    """The same of "two of them", and of "of whom two"."""
    after, first, last = tokens.words[of + 1], of - 1 - (tokens.at(of - 1) == "out"), of + 1
    part = count_in(tokens.at(first))
    if part is None and after != "them":
        first, last = of, of + 2
        part = count_in(tokens.at(last))
    told = {"whom": tokens.words, "which": _RECORDS, "them": SERVED_AS_PLURAL}[after]
    return (first, last) if part and part <= most and not frozenset(told).isdisjoint(tokens.words[:last]) else None
