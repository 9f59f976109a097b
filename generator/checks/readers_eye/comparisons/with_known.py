"""NUM05 and NUM14 of the result against an earlier one, or a number, that a text compares it with."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from generator.checks.readers_eye.against_verdict.moods import is_doubted
from generator.checks.readers_eye.comparisons.moving import is_moving, is_of_its_kind
from generator.checks.readers_eye.comparisons.references import (
    ComparedWith,
    TimeCompared,
    grows,
    reference_after,
    reference_at,
)
from generator.checks.readers_eye.comparisons.relations import (
    MOVES_ALONE,
    OF_WELL,
    TRANSITIVE,
    RelationTold,
    ToldRelation,
    relations_in,
)
from generator.checks.readers_eye.comparisons.subjects import (
    clause_at,
    clause_with,
    has_result,
    is_of_the_result,
    is_of_those_counted,
)
from generator.checks.readers_eye.text.aims import AIMS, AN_AIM, WANTED
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import TIMES_TAKEN, figures_in, fits
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.told_of import known_figures
from generator.checks.readers_eye.text.words import Words, word_set, words_read
from generator.judging.direction import Travel
from generator.model.measure import Polarity
from generator.model.problem import Problem


class Comparison(NamedTuple):
    """A relation that a sentence says, and what it compares with, if it says that."""

    sentence: str
    said: RelationTold
    reference: ComparedWith | None
    opens: bool = False
    """Whether what it compares with stands at the beginning of the sentence."""

    @property
    def quoted(self) -> str:
        """What is quoted of it: from its clause's beginning to what it compares with, or that clause."""
        words = words_read(self.sentence)
        start = words.start(self.said.first)
        if self.opens:
            return self.sentence[: words.end(self.said.after - 1)]
        if not self.reference:
            return clause_with(self.sentence, start)
        return self.sentence[start - len(clause_at(self.sentence, start)) : self.reference.end].strip()


def compared(text: OfMeasure) -> Iterator[Problem]:
    """NUM05 for the first comparison of a line that the figures deny, and NUM14 for one that makes a change small.

    What is compared with nothing is held against the direction of travel.
    """
    for line in text.account:
        before = ("", *line.sentences)
        asked = (
            problem
            for sentence, earlier in zip(line.sentences, before, strict=False)
            for each in comparisons_in(sentence, text)
            if (problem := _asked(text, line, sentence, earlier, each))
        )
        yield from islice(asked, 1)


def _asked(text: OfMeasure, line: Line, sentence: str, earlier: str, each: Comparison) -> Problem | None:
    is_so = _is_so(each, sentence, text)
    if is_so is None:
        return None
    actual, before = text.judged.quarter.actual, _compared_with(each, text)
    ends = (before, actual) if before is not None and isinstance(actual, Decimal) else None
    if ends and (is_so or each.reference) and holds(each.said.relation, *ends, text) is is_so:
        problem = _denied(text, line, sentence, each, ends, is_so=is_so)
    else:
        travel = text.judged.direction.travel
        problem = None if is_so else text.problem("NUM05", line, each.quoted, direction=travel.value if travel else "")
    at = words_read(sentence).start(each.said.first)
    return problem if problem and _is_told_of_it(sentence, at, text, earlier, each) else None


def _compared_with(each: Comparison, text: OfMeasure) -> Decimal | None:
    """The figure that is compared with; the result before where none is told, or what is called like it is unknown."""
    value = each.reference.value if each.reference else None
    is_before = each.reference is None or each.said.relation in _ALIKE
    return text.result_before if value is None and is_before else value


def _denied(
    text: OfMeasure, line: Line, sentence: str, each: Comparison, ends: tuple[Decimal, Decimal], *, is_so: bool
) -> Problem | None:
    """NUM05 where two figures went the other way, NUM14 where they are not alike, or more than slightly apart."""
    said, show, words = each.said, text.judged.measure.show, words_read(sentence)
    small = _made_small(words, said)
    if small in _CREPT and any(each.agrees_with(ends[0]) for each in figures_in(sentence)):
        small = ""
    if not is_so and said.relation not in _ALIKE:
        direction = f"{travel_between(*ends, text)} ({show(ends[0])}, then {show(ends[1])})"
        return text.problem("NUM05", line, each.quoted, direction=direction)
    if is_so and not (small and _is_large(*ends, text)):
        return None
    told = small if is_so else words.quoted(said.first, said.after - 1)
    return text.problem("NUM14", line, each.quoted, words=told, really=f"{show(ends[1])} after {show(ends[0])}")


def _is_so(each: Comparison, sentence: str, text: OfMeasure) -> bool | None:
    """Whether a comparison is so; None where nobody can say."""
    actual, reference, relation = text.judged.quarter.actual, each.reference, each.said.relation
    word, before = words_read(sentence).at(each.said.first), _compared_with(each, text)
    if not reference or (word not in TRANSITIVE and before is None and _is_by_the_form(reference, text)):
        return _goes_with_travel(relation, text)
    if not isinstance(actual, Decimal) or before is None:
        return None
    is_so = holds(relation, before, actual, text)
    if (
        is_so
        and word in MOVES_ALONE
        and reference.when is TimeCompared.NUMBER
        and _ENDS.match(sentence, reference.end)
        and reference.value not in known_figures(text)
    ):
        return _goes_with_travel(relation, text) is not False
    return is_so


_ENDS = re.compile(r"[.;]| to £?\d|, (?!\w+ (?:years?|months?|quarters?) )|$")


_COUNTED = re.compile(r"(?<![\d.,])\d[\d,]*(?: [a-z]+)? $")
"""Before a word for more: a number of things, which is no change of a share."""
OF_A_COUNT = re.compile(r"(?<![\d.,])\d[\d,]*(?: [a-z]+){0,3}, [\d.]+% ?$")
"""By how much a number of things changed: "31,200, or 339 a day, 4% more"."""


def _is_told_of_it(sentence: str, at: int, text: OfMeasure, earlier: str, each: Comparison) -> bool:
    """Whether a comparison is told of the result, and is neither hoped for nor denied."""
    if (
        is_doubted(sentence, at)
        or _is_of_a_count(sentence, at, each, text)
        or _is_another_rules(sentence, at, each.said)
    ):
        return False
    if not each.reference:
        return is_moving(sentence, each.said, text, earlier)
    return not _came_to_another(sentence, each.reference, text) and (
        is_of_the_result(sentence, at, text, earlier)
        or _is_the_only_move(sentence, each.said, text)
        or is_of_its_kind(sentence, each.said, text)
    )


def _is_of_a_count(sentence: str, at: int, each: Comparison, text: OfMeasure) -> bool:
    """Whether there was more of what a share or an average time is of: "more calls than"."""
    clause, words, said = clause_at(sentence, at), words_read(sentence), each.said
    if text.unit == "£" or text.unit in TIMES_TAKEN:
        word, after = words.at(said.first), words.at(said.after)
        return word in _MORE and not (word == "more" and text.unit == "£") and after.isalpha() and after != "than"
    is_counted = text.unit == "%" and bool(_COUNTED.search(clause) or OF_A_COUNT.search(sentence[:at]))
    return is_counted or (said.relation not in OF_WELL and is_of_those_counted(clause, text))


def _is_another_rules(sentence: str, at: int, said: RelationTold) -> bool:
    """Whether what is said is a side of a target or a record, of which other rules ask."""
    words = words_read(sentence)
    word, last = words.at(said.first), words.start(said.after - 1)
    if word in TRANSITIVE and AN_AIM.search_part(clause_at(sentence, at)):
        return True  # "the standard was beaten"
    is_record = word == "best" and _SINCE_WHEN.match_part(sentence, words.end(said.after - 1))
    return bool(is_record or (said.after - said.first > 1 and _AN_AIM_NEXT.match_part(sentence, last)))


_MORE = frozenset({"more", "fewer"})
_SINCE_WHEN = Sought(r" (?:for|on record|ever|to date)\b")
_AN_AIM_NEXT = Sought(rf"(?:of |than )?(?:the |our |its )?(?:[a-z]+ )?(?:{AIMS}|{WANTED}|schedule)\b")
_TO = re.compile(r" to (?:just |only |about |almost |nearly |over )?(?=£?\d)")


def _came_to_another(sentence: str, reference: ComparedWith, text: OfMeasure) -> bool:
    """Whether what moved came to a figure that is not the result: "fell from 34% to 27%"."""
    to = _TO.match(sentence, reference.end)
    reached = figures_in(sentence[to.end() :])[:1] if to else ()
    return any(fits(each, text.unit) and has_result(each.typed, text) is not True for each in reached)


def _is_by_the_form(reference: ComparedWith, text: OfMeasure) -> bool:
    """Whether the period before is compared with, and the form says only how the result travelled since."""
    return reference.when in {TimeCompared.BEFORE, TimeCompared.NOW} and not grows(text)


def _goes_with_travel(relation: ToldRelation, text: OfMeasure) -> bool | None:
    """Whether a relation goes with the direction of travel; None where there is none, or it does not tell."""
    travel, polarity = text.judged.direction.travel, text.judged.measure.polarity
    if travel not in {Travel.IMPROVING, Travel.DETERIORATING} or polarity not in {Polarity.HIGHER, Polarity.LOWER}:
        return None
    if relation in OF_WELL:
        return (relation is ToldRelation.BETTER) is (travel is Travel.IMPROVING)
    went_up = (travel is Travel.IMPROVING) is (polarity is Polarity.HIGHER)
    return None if relation in _ALIKE else (relation is ToldRelation.MORE) is went_up


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
        opening = None if found else _opening(words, said, text)
        yield Comparison(sentence, said, found or opening, opens=opening is not None)


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
_ALIKE = frozenset({ToldRelation.SAME, ToldRelation.NEARLY_SAME})


def holds(relation: ToldRelation, before: Decimal, after: Decimal, text: OfMeasure) -> bool | None:
    """Whether a relation is so between two figures; None where nobody can say."""
    polarity = text.judged.measure.polarity
    if relation in _ALIKE:
        apart, share = abs(after - before), text.unit == "%"
        least, points = (_EXACT, _POINT) if relation is ToldRelation.SAME else (_ROUGH, _POINTS)
        return not (apart > abs(before) * least or (share and apart >= points))
    if after == before or (relation in OF_WELL and polarity not in {Polarity.HIGHER, Polarity.LOWER}):
        return None
    went_up = after > before
    if relation in OF_WELL:
        return (went_up is (polarity is Polarity.HIGHER)) is (relation is ToldRelation.BETTER)
    return went_up is (relation is ToldRelation.MORE)


_SMALL = word_set(
    """slight slightly small modest marginal marginally touch shade tad little fractionally narrowly minor bit whisker
    fraction smidgen minimal tiny handful tad crept edged inched ticked nudged"""
)
_CREPT = word_set("crept edged inched ticked nudged")
"""These make no change small whose figures are told beside them."""
_LARGE, _MANY_POINTS = Decimal("0.1"), Decimal(5)


def _made_small(words: Words, said: RelationTold) -> str:
    """The word right beside a relation that calls it small."""
    beside = (*words.words[max(said.first - 2, 0) : said.first], *words.words[said.after : said.after + 3])
    return next((each for each in beside if each in _SMALL), "")


def _is_large(before: Decimal, after: Decimal, text: OfMeasure) -> bool:
    """Whether no one would call a change small: a tenth of what it was, or five points of a percentage."""
    apart = abs(after - before)
    return apart >= abs(before) * _LARGE or (text.unit == "%" and apart >= _MANY_POINTS)
