"""NUM05 and NUM14 of the result against an earlier one, or a number, that a text compares it with."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.checks.readers_eye.against_verdict.hedges import is_doubted_at
from generator.checks.readers_eye.comparisons.references import (
    ComparedWith,
    TimeCompared,
    reference_after,
    reference_at,
)
from generator.checks.readers_eye.comparisons.relations import TRANSITIVE, RelationTold, ToldRelation, relations_in
from generator.checks.readers_eye.comparisons.subjects import clause_at, is_of_the_result
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import TIMES_TAKEN
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.told_of import known_figures
from generator.checks.readers_eye.text.words import Words, word_set, words_read
from generator.judging.direction import Travel
from generator.model.measure import Polarity
from generator.model.problem import Problem


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
        is_led = words.at(said.first) in TRANSITIVE
        found = reference_after(words, said.after, text, is_led=is_led)
        if found:
            start = words.start(said.first)
            yield Comparison(said, found, sentence[start - len(clause_at(sentence, start)) : found.end].strip())
            continue
        found = _opening(words, said, text)
        if found:
            yield Comparison(said, found, sentence[: words.end(said.after - 1)])


_OPENS = word_set("compared since against on unlike from with to")


def _opening(words: Words, said: RelationTold, text: OfMeasure) -> ComparedWith | None:
    """What is compared with in the words that open a sentence: "Compared with last year, it rose"."""
    place = 0
    while words.at(place) in _OPENS:
        place += 1
    if not place or place > said.first:
        return None
    found = reference_at(words, place, text)
    return found if found and found.end <= words.start(said.first) else None


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
