"""PUB01: counts of people so small that somebody may be known by them."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from generator.checks.readers_eye.before_publishing.few_of_them import MAY_BE_TOLD, few_of_them
from generator.checks.readers_eye.before_publishing.persons import (
    COUNTS,
    EVERY_PLURAL,
    LOSSES_AS_PLURAL,
    SERVED,
    SERVED_AS_PLURAL,
    STAFF_AS_PLURAL,
    Mention,
    count_in,
    is_compound,
    is_school_year,
    is_share,
    told_with,
)
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.figures import DIGIT
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.words import Words, has_any, word_set, words_read
from generator.model.problem import Problem

_IN_PLACE = word_set("adoptions approvals")
"""What is counted in place of people, where the measure's title is about people."""
_RECORDS = word_set("assessments plans referrals")
"""What stands for one person each."""
_ILL = Sought(
    r"\b(?:sick\w*|ill|illness|absen\w+|off work|(?:been|was|were) off(?! the)|injur\w+|hurt|assault\w*|attacked|killed"
    r"|maternity|bereave\w*|suspended|dismiss\w*|disciplin\w*|grievances?|misconduct|stress)\b"
)
_SICK = Sought(r"\b(?:sick|ill|maternity leave|bereave\w+|suspended|disciplin\w+)\b")
_TRAITS = word_set(
    """black asian muslim jewish sikh hindu gay lesbian trans transgender disabled deaf blind autistic pregnant female
    women bme bame"""
)
"""What staff are counted by that the law protects."""
_OTHER_UNITS = word_set(
    """day days week weeks month months year years hour hours bi aged under over per phase bedroom bedrooms bed times
    plus"""
)
_NO_COUNT_AFTER = word_set("age aged ages under over y year q quarter phase level stage tier grade band top every per")
"""Before a number of an age, a class, or a rate."""
_MADE_UP_OF = word_set("ratio panel team teams group groups crew crews board committee pool squad rota")
_PLACES = word_set("home homes house houses place places bed beds flat flats room space capacity unit accommodation")
_TWO_OF_EACH = word_set("parents adults carers")
_THE = word_set("the these those our its their")
_DID = word_set("was were had has have did could left went is are")
_TELLING, _OF = EVERY_PLURAL | _IN_PLACE | {"whom", "which", "sibling"}, word_set("of")
_GROUPS = ("sibling group", "family group", "sibling groups", "family groups")
_NEAR = 6
"""Tokens after "two of the three" in which it is said of whom."""


def small_counts(text: Commentary) -> Iterator[Problem]:
    """PUB01 for each line with counts of persons up to the settings' ``small_numbers``; homes and groups are none.

    Nor is a count that is the result: that is printed beside the text.
    """
    in_title = has_any(text.title, SERVED_AS_PLURAL)
    of_persons = in_title or has_any(text.title, SERVED)
    for line in text.published:
        found, before = list[str](), in_title
        for sentence in line.sentences:
            is_now = has_any(sentence, SERVED_AS_PLURAL)
            if has_any(sentence, COUNTS) or DIGIT.may_be_in(sentence):
                found += _counts_in(sentence, text, of_persons=of_persons)
                found += _without_a_noun(sentence, text.known.style.small_numbers, about_persons=before or is_now)
            before = in_title or is_now
        if found:
            counts = "; ".join(dict.fromkeys(found))
            yield text.problem("PUB01", line, counts, most=text.known.style.small_numbers)


def _without_a_noun(sentence: str, most: int, *, about_persons: bool) -> Iterator[str]:
    """Small numbers of persons that are told without a word for persons."""
    if has_any(sentence, MAY_BE_TOLD):
        words = words_read(sentence)
        for first, last in few_of_them(words, most, about_persons=about_persons):
            yield words.quoted(first, last)


def _counts_in(sentence: str, text: Commentary, *, of_persons: bool) -> Iterator[str]:
    """What tells of few persons in a sentence, in its own words."""
    if not (has_any(sentence, _TELLING) or _SICK.may_be_in(sentence) or (of_persons and has_any(sentence, _OF))):
        return
    nouns = SERVED_AS_PLURAL | LOSSES_AS_PLURAL | (_IN_PLACE if of_persons else frozenset())
    if has_any(sentence, STAFF_AS_PLURAL) and (_ILL.search(sentence) or has_any(sentence, _TRAITS)):
        nouns |= STAFF_AS_PLURAL
    tokens, most = words_read(sentence), text.known.style.small_numbers
    of_sick = _SICK.search(sentence) is not None
    for place, word in enumerate(tokens.words):
        if word in nouns:
            told = told_with(tokens, place)
            if told and _is_small(tokens, told, most) and told.number not in text.printed_counts:
                less = 2 if tokens.at(told.first - 1) == "than" else 0
                more = 2 if word == "members" and tokens.at(place + 1) == "of" else 0
                yield tokens.quoted(told.first - less, min(place + more, len(tokens.words) - 1))
        elif word == "of":
            part = _part_at(tokens, place, most, nouns, of_persons=of_persons, of_sick=of_sick)
            if part:
                yield tokens.quoted(*part)


def _is_small(tokens: Words, told: Mention, most: int) -> bool:
    """Whether a noun is told of with a number of persons that is small."""
    before, last = tokens.at(told.first - 1), told.noun
    if told.number is None or is_compound(tokens, last) or is_share(tokens, told):
        return False
    if before == "than" and tokens.at(told.first - 2) in {"fewer", "less"}:
        return told.number <= 2 * most
    return (
        0 < told.number <= most
        and not (told.word == "both" and tokens.words[last] in _TWO_OF_EACH)
        and before not in _NO_COUNT_AFTER
        and not any(
            tokens.words[at] in _OTHER_UNITS for at in range(told.first, last) if not is_school_year(tokens, at)
        )
        and not (before == "for" and tokens.at(told.first - 2) in _PLACES)
        and not (before == "of" and tokens.at(told.first - 2) in _MADE_UP_OF)
    )


def _part_at(
    tokens: Words, of: int, most: int, nouns: AbstractSet[str], *, of_persons: bool, of_sick: bool
) -> tuple[int, int] | None:
    """Where a small part of persons begins and ends that the word "of" at a place tells of."""
    words, after = tokens.words, tokens.at(of + 1)
    first = of - 1 - (tokens.at(of - 1) == "out")
    part = count_in(tokens.at(first))
    if after in {"whom", "which", "them"}:
        last = of + 1
        if part is None and after != "them":
            first, last = of, of + 2
            part = count_in(tokens.at(last))
        told = {"whom": words, "which": _RECORDS, "them": nouns}[after]
        return (first, last) if part and part <= most and not frozenset(told).isdisjoint(words[:last]) else None
    last = of + 1 + (after in _THE)
    whole = count_in(tokens.at(last))
    if not whole:
        return None
    near = words[last + 1 : last + 1 + _NEAR]
    if part is not None:
        is_small = whole <= 2 * most or 0 < part <= most
        return (first, last) if is_small and (of_sick or not nouns.isdisjoint(near)) else None
    if f"{tokens.at(of - 2)} {tokens.at(of - 1)}" in _GROUPS:
        return (of - 2, last) if whole <= most else None
    if "," not in near:
        return None
    comma = last + 1 + near.index(",")
    part, does = count_in(tokens.at(comma + 1)), tokens.at(comma + 2)
    is_told = (of_persons or not nouns.isdisjoint(near)) and (does in _DID or does.endswith("ed"))
    return (of, comma + 1) if part and part <= most and is_told else None
