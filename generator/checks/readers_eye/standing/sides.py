"""Which side of its target a text tells the result, or the year's end, to be on: one reading for all rules.

A side is made of a phrase by its place: before a target by any of its names, after one that "was met", or with as much
as the result is off ("690 short"). The words before it say whether it is denied or foreseen, and of what it is told.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.checks.readers_eye.against_verdict.moods import (
    ADVERBS,
    BEING,
    CUTS,
    Meant,
    before_adverbs,
    clause_start,
    meant_at,
)
from generator.checks.readers_eye.against_verdict.phrases import Phrase
from generator.checks.readers_eye.against_verdict.verdict_words import BODIES
from generator.checks.readers_eye.comparisons.subjects import before_it, is_of_the_result
from generator.checks.readers_eye.standing.side_words import (
    AIM_AFTER,
    AIM_BEGINS,
    AMOUNT,
    ANOTHER_TIME,
    BARE_SIDES,
    BROUGHT,
    COMPARED_SIDES,
    DENIED,
    EASILY,
    FIGURE_AFTER,
    FIGURE_OF_IT,
    IN_DANGER,
    IN_PART,
    NAMES_A_SIDE,
    NO_NAME,
    OF_AIM,
    OF_ANOTHER,
    OF_WHAT,
    ON_TARGET,
    SIDES,
    SOFTLY,
    THAN_AIM,
    TO_COME,
    WITHOUT_TARGET,
    YEAR_END,
    YEARS,
    Side,
)
from generator.checks.readers_eye.text.aims import OTHERS_AIM
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import IN_WORDS, PARTS_OF_TIMES, figures_in, fits
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.moves import MOVES
from generator.checks.readers_eye.text.sought import Found
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import is_of_another_time
from generator.checks.readers_eye.text.told_of import AIM_WORDS, names_nothing_else
from generator.checks.readers_eye.text.words import Words, word_set, words_read
from generator.model.measure import Basis
from generator.model.period import MONTH_NAMES, month_name


class SideTold(NamedTuple):
    """A side that is told, whether of the year's end, and where it stands in its sentence."""

    side: Side
    of_year: bool
    is_foreseen: bool
    start: int
    end: int


class _Candidate(NamedTuple):
    """The same before the words round it are read: ``first`` is the place of its first word."""

    side: Side
    of_year: bool
    first: int
    end: int
    is_sure: bool = False
    """Whether it has how far the result is off, so that nothing else can be meant."""
    aim: int = -1
    """The place of the target of which it is said."""


def sides_told(line: Line, sentence: str, text: OfMeasure, is_asked: Callable[[Side], bool]) -> Iterator[SideTold]:
    """Every side of its target that a sentence says the result, or the year, to be on, of those that are asked for."""
    words = words_read(sentence)
    for each in (*_of_an_aim(words), *_before_an_aim(words, text), *_without_an_aim(words, text)):
        meant = meant_at(words, each.first)
        side = meant and _side(words, each, meant)
        told = _as_it_is_meant(words, each, meant, side, text) if meant and side and is_asked(side) else None
        if meant and told and _is_of_it(line, words, each, meant, text, of_year=told.of_year):
            yield told


_FURTHEST = 8
"""Words between a target and what is said to have become of it."""


def may_tell_a_side(sentence: str, text: OfMeasure) -> bool:
    """Whether a sentence has the words of a side, or the target's figure."""
    return any(each.may_be_in(sentence) for each in NAMES_A_SIDE) or _has_its_target(sentence, text)


def _before_an_aim(words: Words, text: OfMeasure) -> Iterator[_Candidate]:
    """What a target follows: "met the target", "three fewer than we promised", "inside the 20 that was set"."""
    has_result = _has_its_target(words.typed, text) or text.has_the_result(words.typed)
    if not has_result and AIM_BEGINS.isdisjoint(words.every):
        return
    for phrase in SIDES.found_in(words):
        near = words.words[phrase.first : phrase.after + _FURTHEST]
        if AIM_BEGINS.isdisjoint(near) and not (has_result and any(each[0].isdigit() for each in near)):
            continue
        if not _is_a_side(words, phrase):
            continue
        is_wish = words.at(phrase.first) == "where"  # as a rule it is part of what is wished
        at = words.start(phrase.first) - 1 if is_wish else words.end(phrase.after - 1)
        found = AIM_AFTER.match_part(words.typed, max(at, 0))
        if found:
            of_year = _is_of_year(found, words.typed, text)
            if of_year is not None:
                is_sure = not of_year and _is_told_by(words, phrase.first, text)
                yield _Candidate(phrase.says, of_year, phrase.first, found.end(), is_sure=is_sure)
        elif _is_the_figure(words, phrase, text):
            yield _Candidate(phrase.says, of_year=False, first=phrase.first, end=words.end(phrase.after))
    for place, word in enumerate(words.words if "than" in words.every else ()):
        side = COMPARED_SIDES.get(word) if not _is_of_a_change(words, place) else None
        apart = THAN_AIM.match_part(words.typed, words.end(place)) if side else None
        if side and apart and (names_nothing_else(apart["what"], text.title) or has_result):
            yield _Candidate(side, of_year=False, first=place, end=apart.end())


def _is_a_side(words: Words, phrase: Phrase[Side]) -> bool:
    if words.at(phrase.after - 1) == "than":
        return not _is_of_a_change(words, phrase.first)
    return phrase.says is not Side.LEVEL or phrase.after - phrase.first > 1 or _is_level(words, phrase.first)


def _is_level(words: Words, first: int) -> bool:
    """Whether "on" or "at" a target, or "where" it should be, is what something is, and not "progress on" it."""
    before = words.at(first - 1)
    return first == 0 or before in BEING or before in ADVERBS or before in ON_TARGET or before.endswith(("ly", "ing"))


_CHANGES, _NEAR = word_set(MOVES.replace("|", " ")), 6
"""What may be greater than was planned while the result is not, and in how many words before that it is named."""


def _is_of_a_change(words: Words, place: int) -> bool:
    """Whether what is compared is a change: "the fall has been greater than allowed for"."""
    return not _CHANGES.isdisjoint(words.words[max(place - _NEAR, 0) : place])


def _is_the_figure(words: Words, phrase: Phrase[Side], text: OfMeasure) -> bool:
    """Whether a side is that of the target's own figure, in its unit or after the result: "inside the statutory 15"."""
    found = FIGURE_AFTER.match_part(words.typed, words.end(phrase.after - 1))
    if not found or phrase.says is Side.LEVEL:
        return False
    if [each.value for each in figures_in(found["figure"])] != [text.judged.quarter.target]:
        return False
    what = _OF_WHOM.match(words.typed, found.end())
    is_its = not what or names_nothing_else(what["what"], text.title)
    has_unit = _has_its_target(words.typed[found.start() : found.end() + _UNIT], text) and not YEAR_END.search_part(
        words.typed
    )
    return (has_unit and is_its) or text.has_the_result(words.typed[: words.start(phrase.first)])


_UNIT = len(" per cent")
_OF_WHOM = re.compile(r" of (?P<what>[^,.;:(]{3,60})")


def _has_its_target(part: str, text: OfMeasure) -> bool:
    """Whether a part of a text has the target's figure, with its unit."""
    target, unit = text.judged.quarter.target, text.unit
    return any(each.unit == unit and each.value == target for each in figures_in(part) if unit)


def _is_of_year(found: Found, typed: str, text: OfMeasure) -> bool | None:
    """Whether what is named is the year's target; None where it is another one than the measure's."""
    judged, between = text.judged, found["between"].lower().split()
    is_its_name = found["aim"] and found["aim"].lower() in text.title.lower()
    if is_its_name or not NO_NAME.isdisjoint(between) or not OF_ANOTHER.isdisjoint(between):
        return None  # or "pupils who reach the expected standard", where that is what is measured
    of_year, own = not YEARS.isdisjoint(between), judged.own_period
    last, last_of_year = (month_name(each.last_day).lower() for each in (own, own.whole_year))
    months = [each for each in between if each.capitalize() in MONTH_NAMES]
    if months and last not in months and last_of_year not in months:
        return None
    of_year = of_year or bool(months and last not in months)
    of_so_much = FIGURE_OF_IT.match_part(typed, found.end())
    figures = figures_in(found["figure"] or (of_so_much["figure"] if of_so_much else ""))
    if figures and figures[0].value != judged.quarter.target:
        return True if judged.forecast and figures[0].value == judged.forecast.target else None
    if of_so_much:
        return of_year
    named = " ".join(each for each in between if each not in months and each not in YEARS)
    return of_year if names_nothing_else(named, text.title) else None


def _of_an_aim(words: Words) -> Iterator[_Candidate]:
    """What is said of a target: "the target for the year is out of reach", "target not met"."""
    for phrase in OF_AIM.found_in(words) if not AIM_WORDS.isdisjoint(words.every) else ():
        place = verb = before_adverbs(words, phrase.first)
        while words.at(place) in BEING or words.at(place) in ADVERBS:
            place -= 1
        near = range(place, max(place - _FURTHEST, -1), -1)
        aim = next((each for each in near if words.words[each] in AIM_WORDS), -1)
        if aim < 0 or not CUTS.isdisjoint(words.words[aim + 1 : place + 1]):
            continue
        start = clause_start(words, aim)
        is_headline = aim == place and aim - start < 4  # "The 90% target missed"
        if place < verb or is_headline:
            of_year = words.at(phrase.first) in TO_COME or not YEARS.isdisjoint(words.words[start : place + 1])
            yield _Candidate(phrase.says, of_year, phrase.first, words.end(phrase.after - 1), aim=place)


def _without_an_aim(words: Words, text: OfMeasure) -> Iterator[_Candidate]:
    """What names no target, but how far off it is, or nothing else: "690 short", "Just under."."""
    for phrase in BARE_SIDES.found_in(words):
        first, after, is_by = phrase.first, words.at(phrase.after), words.at(phrase.after - 1) == "by"
        if not is_by and after[:1].isalnum() and after not in WITHOUT_TARGET:
            continue
        is_sure = _is_told_by(words, first, text, after=words.end(phrase.after - 1) if is_by else 0)
        is_whole = phrase.after - first > 1 and not is_by
        if is_sure or is_whole or words.at(first - 1) in SOFTLY:
            yield _Candidate(phrase.says, of_year=False, first=first, end=words.end(phrase.after - 1), is_sure=is_sure)


_BESIDE = re.compile(r"(?: [a-z]+){0,2} ")
_SOME_MORE = Decimal("1.1")
"""How much more a gap may be than "over" so many."""


def _is_told_by(words: Words, first: int, text: OfMeasure, *, after: int = 0) -> bool:
    """Whether as much as the result is off its target stands before a side, or after a place: nothing else is meant."""
    actual, target = text.judged.quarter.actual, text.judged.quarter.target
    if not isinstance(actual, Decimal) or not isinstance(target, Decimal) or actual == target:
        return False
    gap, start = abs(actual - target), words.start(first)
    if words.at(first - 1) in IN_WORDS:
        return IN_WORDS[words.at(first - 1)] == gap
    for each in figures_in(words.typed):
        between = words.typed[after : each.start] if after else words.typed[each.end : start]
        if (each.start < after if after else each.end > start) or not _BESIDE.fullmatch(between):
            continue
        if each.unit == "%" and text.unit != "%" and target:
            return each.agrees_with(round(100 * gap / abs(target), 2))
        value = each.value / PARTS_OF_TIMES.get((each.unit, text.unit), 1)
        is_its = fits(each, text.unit) or each.unit == "points" or value != each.value
        return is_its and (each._replace(value=value).agrees_with(gap) or value < gap < value * _SOME_MORE)
    return False


def _side(words: Words, found: _Candidate, meant: Meant) -> Side | None:
    """A side as the words beside it have it: denied, by so many, or with ease."""
    near, side = words.words[meant.start : found.first + _FURTHEST], found.side
    if not IN_DANGER.isdisjoint(words.words[found.first : found.first + 3]) and not meant.is_denied:
        return None
    if side is Side.SHORT and AMOUNT.search(words.typed[: words.start(found.first)]):
        side = Side.LESS
    elif side is Side.BEYOND and not EASILY.isdisjoint(near):
        side = Side.BETTER
    return DENIED[side] if meant.is_denied else side


def _as_it_is_meant(words: Words, found: _Candidate, meant: Meant, side: Side, text: OfMeasure) -> SideTold | None:
    """A side that is so or foreseen; None where it is of another time or target."""
    beside = words.typed[words.start(meant.start) : found.end + 40]
    if not found.is_sure and (OTHERS_AIM.search_part(beside) or IN_PART.search_part(beside)):
        return None
    of_year = _when(words, found, beside, text, is_foreseen=meant.is_foreseen)
    if of_year is None:
        return None
    is_foreseen = meant.is_foreseen or (found.aim >= 0 and words.at(found.first) in TO_COME)
    return SideTold(side, of_year, is_foreseen, words.start(found.first), found.end)


def _when(words: Words, found: _Candidate, beside: str, text: OfMeasure, *, is_foreseen: bool) -> bool | None:
    """Whether it is said of the year's end; None where of another time."""
    if found.is_sure and not is_foreseen:
        return False
    period, start = text.judged.own_period, words.start(found.first)
    last_of_year = month_name(period.whole_year.last_day)
    ends = any(f"by {each}{last_of_year}" in beside for each in ("", "the end of ", "31 "))
    of_year = found.of_year or ends or YEAR_END.search_part(beside) is not None
    if not is_foreseen and not of_year:
        now = _without_its_end(words.typed, text).partition(" since ")[0].ljust(start + 1)
        return None if is_of_another_time(now, start, text.judged.returned.own_period) else False
    if period.is_last and not is_foreseen:
        return False
    rest = beside.replace(last_of_year, "").replace(str(period.whole_year.last_day.year), "")
    return None if ANOTHER_TIME.search_part(rest) else True


def _without_its_end(sentence: str, text: OfMeasure) -> str:
    """A sentence in which the period's last month is blank, where the result is of all up to then, or of its end."""
    if text.judged.measure.basis in {Basis.QUARTER, Basis.UNSAID}:
        return sentence
    month = month_name(text.judged.own_period.last_day)
    return sentence.replace(month, " " * len(month))


def _is_of_it(line: Line, words: Words, found: _Candidate, meant: Meant, text: OfMeasure, *, of_year: bool) -> bool:
    """Whether a side is told of the measure: of its result, or for the year of what its title names, or "us"."""
    sentence, first = words.typed, found.first
    tail = None if found.is_sure else OF_WHAT.match_part(sentence[found.end :])
    if tail and not names_nothing_else(_UNNAMED.sub("", tail["what"]), text.title):
        return False
    if found.is_sure or not BROUGHT.isdisjoint(words.words[max(meant.start + 1, first - 3) : first]):
        return True
    if of_year or found.aim >= 0:
        named = range(meant.start, first if found.aim < 0 else found.aim + 1)
        left = (words.words[each] for each in named if each not in meant.said_by and words.words[each] not in YEARS)
        said = " ".join(each for each in left if not each.endswith("ly"))
        return names_nothing_else(_CAUSED.sub("", said), text.title)
    while first > meant.start and (words.at(first - 1) in SOFTLY or words.at(first - 1).endswith("ly")):
        first -= 1
    first = min([first, *meant.said_by])
    at = words.start(first)
    head = words.words[meant.start : first]
    if _names_it(head, text) or (head[:1] == ("which",) and shared(sentence[:at], text.subject)):
        return True
    if not head and text.has_the_result(sentence[:at]):
        return True
    return is_of_the_result(sentence, at, text, before_it(line, sentence))


def _names_it(head: Sequence[str], text: OfMeasure) -> bool:
    """Whether a subject is the title with its numbers: "calls answered within two minutes"; or who did it."""
    said = _CAUSED.sub("", " ".join(head))
    left = [each for each in said.split() if each not in BODIES]
    numbers = {each for each in left if each in IN_WORDS or each[0].isdigit()}
    is_its = numbers <= set(words_read(text.title).words) if numbers else len(left) < len(head)
    return bool(said.strip()) and is_its and names_nothing_else(" ".join(left), text.title)


_CAUSED = re.compile(
    r".*\b(?:that|meant|means|led to|leads to|resulted in|resulting in|leading to|caused|saw|seen)(?: |$)"
)
_UNNAMED = re.compile(r"\b(?:spite|face|response|line)\b.*")
