"""NUM05 and NUM14 of the result against an earlier one, or a number, that a text compares it with."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.checks.readers_eye.against_verdict.hedges import is_doubted_at
from generator.checks.readers_eye.comparisons.references import ComparedWith, TimeCompared, compared_with_in
from generator.checks.readers_eye.comparisons.relations import TRANSITIVE, RelationTold, ToldRelation, relations_in
from generator.checks.readers_eye.comparisons.subjects import clause_at, is_of_the_result
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import TIMES_TAKEN
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.told_of import known_figures, names_nothing_else
from generator.checks.readers_eye.text.words import Words, word_set, words_read
from generator.judging.direction import Travel
from generator.model.measure import Polarity
from generator.model.problem import Problem

_BEFORE_IT = word_set("on from for than since over against compared as with in at of to during between")
_BINDS = word_set("than compared against")
"""What stands before nothing else than what a relation compares with."""
_WITH = {
    "to": word_set("compared similar identical comparable due"),
    "with": word_set("compared level comparison par line"),
}
"""What a preposition must follow; by itself it says where something came to, or what came with it."""
_WITHIN = word_set("in of during over between")
_OF_TIME = word_set("in at of during")
_ENDS = frozenset(",;:().!?–")
_MOST = 10
"""Words between a relation and what it is to: more are not of it."""


class Comparison(NamedTuple):
    """A relation that is said, what it compares with, and what is quoted of both."""

    said: RelationTold
    reference: ComparedWith
    quoted: str


def compared(text: OfMeasure) -> Iterator[Problem]:
    """NUM05 for the first comparison of a line that the figures deny, and NUM14 for one that makes a change small."""
    actual = text.judged.quarter.actual
    if not isinstance(actual, Decimal):
        return
    for line in text.account:
        before = ("", *line.sentences)
        asked = (
            problem
            for sentence, earlier in zip(line.sentences, before, strict=False)
            for each in comparisons_in(sentence, text)
            if (problem := _asked(text, line, sentence, earlier, each, actual))
        )
        yield from list(asked)[:1]


def _asked(
    text: OfMeasure, line: Line, sentence: str, earlier: str, each: Comparison, actual: Decimal
) -> Problem | None:
    before, at = each.reference.value, words_read(sentence).start(each.said.first)
    if before is None:
        return None
    is_so = holds(each.said.relation, before, actual, text)
    small = _made_small(sentence[:at]) if is_so else ""
    if is_so is None or (is_so and not (small and _is_large(before, actual, text))):
        return None
    clause = clause_at(sentence, at)
    if is_doubted_at(clause, len(clause)):
        return None
    if not is_of_the_result(sentence, at, text, earlier) and not _is_the_only_move(sentence, each.said, text):
        return None
    show = text.judged.measure.show
    if is_so or each.said.relation in _ALIKE:
        words = small or words_read(sentence).quoted(each.said.first, each.said.after - 1)
        return text.problem("NUM14", line, each.quoted, words=words, really=f"{show(actual)} after {show(before)}")
    direction = f"{travel_between(before, actual, text)} ({show(before)}, then {show(actual)})"
    return text.problem("NUM05", line, each.quoted, direction=direction)


def _is_the_only_move(sentence: str, said: RelationTold, text: OfMeasure) -> bool:
    """Whether a sentence begins with "The fall", and no other one tells that anything fell."""
    if words_read(sentence).at(0) != "the" or said.first != 1:
        return False
    others = (each for _, each in text.sentences if each is not sentence)
    return not any(each.relation is said.relation for other in others for each in _relations(other, text))


def _relations(sentence: str, text: OfMeasure) -> tuple[RelationTold, ...]:
    return relations_in(sentence, is_time=text.unit in TIMES_TAKEN, is_share=text.unit == "%")


def travel_between(before: Decimal, after: Decimal, text: OfMeasure) -> str:
    """How a result moved between two figures, by which way is better."""
    if text.judged.measure.polarity not in {Polarity.HIGHER, Polarity.LOWER}:
        return "up" if after > before else "down"
    better = (after > before) == (text.judged.measure.polarity is Polarity.HIGHER)
    return (Travel.IMPROVING if better else Travel.DETERIORATING).value


def is_so_since_then(clause: str, text: OfMeasure) -> bool:
    """Whether a clause says since when, and since then it is so as far as anybody can tell."""
    actual = text.judged.quarter.actual
    return any(_may_be_so(each, actual, text) for each in comparisons_in(clause, text))


def _may_be_so(each: Comparison, actual: object, text: OfMeasure) -> bool:
    if each.reference.when is TimeCompared.OTHER:
        return True
    before = each.reference.value
    if not isinstance(before, Decimal) or not isinstance(actual, Decimal):
        return False
    is_known = each.reference.when is not TimeCompared.NUMBER or before in known_figures(text)
    return is_known and holds(each.said.relation, before, actual, text) is True


def comparisons_in(sentence: str, text: OfMeasure) -> Iterator[Comparison]:
    """What a sentence compares, as far as it says with what."""
    words = words_read(sentence)
    for said in _relations(sentence, text):
        if "/" in (
            sentence[words.start(said.first) - 1 : words.start(said.first)],
            sentence[words.end(said.after - 1) :][:1],
        ):
            continue  # a choice of words that a form leaves open
        found = _after(words, said, text) or _opening(words, said, text)
        if found:
            yield Comparison(said, *found)


def _after(words: Words, said: RelationTold, text: OfMeasure) -> tuple[ComparedWith, str] | None:
    """What is compared with after a relation, and what is quoted of both."""
    place = said.after
    is_led = words.at(said.first) in TRANSITIVE or words.at(place - 1) in _BEFORE_IT
    if is_led or words.at(place) == "this":
        return _reference(words, said, place, text)
    while place < said.after + _MOST and words.at(place):
        word = words.at(place)
        if word in _ENDS and not (word == "," and words.at(place + 1) in {"than", "from", "compared"}):
            return None
        if word in _BEFORE_IT and (word not in _WITH or words.at(place - 1) in _WITH[word]):
            between = words.quoted(said.after, place - 1) if place > said.after else ""
            reference = _reference(words, said, place + 1, text)
            is_within = reference and reference[0].when is TimeCompared.NOW
            fits_it = word in _WITHIN if is_within else word not in _OF_TIME
            if reference and fits_it and names_nothing_else(between, text.title):
                return reference
            if word in _BINDS:
                return None
        place += 1
    return None


def _reference(words: Words, said: RelationTold, place: int, text: OfMeasure) -> tuple[ComparedWith, str] | None:
    if not words.at(place):
        return None
    start = words.start(place)
    found = compared_with_in(words.typed[start:], text)
    if not found or _is_in_another(words.typed[start + found.end :], text):
        return None
    clause = clause_at(words.typed, words.start(said.first))
    return found, words.typed[words.start(said.first) - len(clause) : start + found.end].strip()


_IN_WHAT = re.compile(r" (?:in|of) (?P<what>[a-z][^,.;:()]*)")


def _is_in_another(after: str, text: OfMeasure) -> bool:
    """Whether what rose or fell is named after what it is compared with: "a dip since June in the cost of paint"."""
    found = _IN_WHAT.match(after)
    if not found or compared_with_in(found["what"], text):
        return False
    return not names_nothing_else(found["what"], text.title)


_OPENS = word_set("compared since against on unlike from with to")


def _opening(words: Words, said: RelationTold, text: OfMeasure) -> tuple[ComparedWith, str] | None:
    """What is compared with in the words that open a sentence: "Compared with last year, it rose"."""
    place = 0
    while words.at(place) in _OPENS:
        place += 1
    if not place or place > said.first:
        return None
    found = _reference(words, said, place, text)
    if not found or words.start(place) + found[0].end > words.start(said.first):
        return None
    return found[0], words.typed[: words.end(said.after - 1)]


_EXACT, _POINT, _ROUGH, _POINTS = Decimal("0.03"), Decimal(1), Decimal("0.05"), Decimal(3)
_OF_WELL = frozenset({ToldRelation.BETTER, ToldRelation.WORSE})
_ALIKE = frozenset({ToldRelation.SAME, ToldRelation.NEARLY_SAME})


def holds(relation: ToldRelation, before: Decimal, after: Decimal, text: OfMeasure) -> bool | None:
    """Whether a relation is so between two figures; None where nobody can say."""
    polarity = text.judged.measure.polarity
    if relation in _ALIKE:
        apart, share = abs(after - before), text.unit == "%"
        least, points = (_EXACT, _POINT) if relation is ToldRelation.SAME else (_ROUGH, _POINTS)
        return not (apart > abs(before) * least or (share and apart >= points))
    if after == before or (relation in _OF_WELL and polarity not in {Polarity.HIGHER, Polarity.LOWER}):
        return None
    went_up = after > before
    if relation in _OF_WELL:
        return (went_up is (polarity is Polarity.HIGHER)) is (relation is ToldRelation.BETTER)
    return went_up is (relation is ToldRelation.MORE)


_SMALL = word_set(
    """slight slightly small modest marginal marginally touch shade tad little fractionally narrowly minor bit whisker
    fraction smidgen minimal tiny"""
)
_LARGE, _MANY_POINTS = Decimal("0.1"), Decimal(5)


def _made_small(before: str) -> str:
    """The word right before a relation that calls it small."""
    words = words_read(before).words[-2:]
    return next((each for each in words if each in _SMALL), "")


def _is_large(before: Decimal, after: Decimal, text: OfMeasure) -> bool:
    """Whether no one would call a change small: a tenth of what it was, or five points of a percentage."""
    apart = abs(after - before)
    return apart >= abs(before) * _LARGE or (text.unit == "%" and apart >= _MANY_POINTS)
