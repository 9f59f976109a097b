"""NUM10: a change that the two figures it lies between do not give; NUM13: points that are called per cent.

NUM05 is for one that is as large as they give, and the other way.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.comparisons.amounts import MULTIPLE, WORDED, HowMuch, amount_of, sizes_told
from generator.checks.readers_eye.comparisons.own_parts import own_parts
from generator.checks.readers_eye.comparisons.pairs import RELATIVE, Pair, levels_of, pair_of
from generator.checks.readers_eye.comparisons.relations import IS_MORE, relations_in
from generator.checks.readers_eye.comparisons.subjects import before_it, clause_at, is_of_the_result
from generator.checks.readers_eye.comparisons.with_known import OF_A_COUNT, travel_between
from generator.checks.readers_eye.text.aims import AIMS
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import DIGIT, TIMES_TAKEN, Figure, figures_in
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sentences import around
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.times import LAST_YEAR
from generator.checks.readers_eye.text.told_of import is_it_that_moved, known_figures, words_of_it
from generator.checks.readers_eye.text.words import plain_words, words_read
from generator.model.problem import Problem

_SAME = Sought(
    r"(?:\(|, )(?:or |an? |that is,? |i\.e\.,? )*(?:(?:increase|rise|fall|drop|decrease|reduction|growth|gain) of )?$"
)
"""What a change is told again after, in per cent: "415 higher, an increase of 8%"."""
_MOST = 3
_POINTS = frozenset({"%", "points"})


def wrong_changes(text: OfMeasure) -> Iterator[Problem]:
    """NUM10 and NUM13 for a sentence with one change, where it is clear which two figures that lies between.

    NUM13 is for a change in per cent that is the difference between two percentages.
    """
    for line, sentence in text.holding(DIGIT, *WORDED):
        changes = _changes(sentence, text)
        if len(changes) <= _MOST:
            yield from _one_by_one(text, line, sentence, changes)


def _one_by_one(text: OfMeasure, line: Line, sentence: str, changes: list[HowMuch]) -> Iterator[Problem]:
    """Ask about each change of a sentence, by its own part of that; one in brackets may be the one before it again."""
    if text.unit in TIMES_TAKEN and any(text.unit == each.figure.unit != _unit_typed(each.figure) for each in changes):
        changes = [each for each in changes if each.figure.unit]  # a bare number after seconds is one of seconds
    before: Pair | None = None
    for change, part in zip(changes, own_parts(sentence, [each.figure for each in changes]), strict=True):
        levels, is_again = levels_of(part, change.figure, text), change.figure.unit == "%" and before is not None
        if is_again and _SAME.search_part(sentence[: change.figure.start]):
            pair = before
        else:
            pair = pair_of(text, sentence, change.figure, part)
        if pair and pair.apart and _is_of_it(line, sentence, change, levels, text):
            of_per_cent = text.unit == "%" or (bool(levels) and all(each.unit == "%" for each in levels))
            yield from _asked(text, line, sentence, change, pair, of_per_cent=of_per_cent)
        before = pair


def _unit_typed(figure: Figure) -> str:
    typed = figures_in(figure.typed)
    return typed[0].unit if typed else figure.unit


def _changes(sentence: str, text: OfMeasure) -> list[HowMuch]:
    """The changes that are told in a sentence, of the result as far as their units go."""
    changes = sizes_told(sentence, text.unit)
    if changes:
        known = known_figures(text) if text.unit == "%" else ()
        changes = [each for each in changes if not _is_a_result(sentence, each.figure, known)]
    if text.unit == "%":
        changes = [each for each in changes if not OF_A_COUNT.search(sentence[: each.figure.end])]
    if changes:
        again = [each for each in figures_in(sentence) if _is_told_again(sentence, each, changes[0].figure, known)]
        changes += [amount_of(sentence, each) for each in again]
    if text.unit == "%" and any(each.figure.unit not in {*_POINTS, MULTIPLE} for each in changes):
        changes = [each for each in changes if each.figure.unit not in {"%", MULTIPLE}]  # of the number of things
    return sorted(changes, key=lambda each: each.figure.start)


def _is_a_result(sentence: str, figure: Figure, known: tuple[Decimal, ...]) -> bool:
    """Whether a percentage is one that the form knows, told "over" or "up to" something, and no change."""
    return figure.unit == "%" and figure.value in known and not sentence[: figure.start].endswith("by ")


def _is_told_again(sentence: str, figure: Figure, change: Figure, known: tuple[Decimal, ...]) -> bool:
    """Whether a percentage that is none of the form's own says a change before it once more."""
    if figure.unit != "%" or change.unit in {*_POINTS, MULTIPLE} or figure.start <= change.start:
        return False
    return bool(_SAME.search_part(sentence[: figure.start])) and not any(map(figure.agrees_with, known))


def _asked(
    text: OfMeasure, line: Line, sentence: str, change: HowMuch, pair: Pair, *, of_per_cent: bool
) -> Iterator[Problem]:
    if pair.is_sure and _is_the_other_way(sentence, change, pair, text):
        yield text.problem("NUM05", line, sentence, direction=travel_between(pair.before, pair.after, text))
        return
    figure, slack = change.figure, Decimal(0) if change.figure.unit in RELATIVE else pair.slack
    right = pair.right(figure.unit)
    if right is None or change.may_be(right, slack) or _is_since_last_year(sentence, change, text):
        return
    if figure.unit == "%" and not change.is_fraction and of_per_cent and change.may_be(pair.apart):
        points = f"{_plain(pair.apart)} percentage points"
        yield text.problem("NUM13", line, sentence, number=figure.typed, points=points)
    elif pair.is_sure:
        ends = {"before": _plain(pair.before), "after": _plain(pair.after)}
        shown = _shown(right, pair, figure, of_per_cent=of_per_cent and not change.is_fraction)
        yield text.problem("NUM10", line, sentence, number=figure.typed, right=shown, **ends)


def _is_of_it(line: Line, sentence: str, change: HowMuch, levels: list[Figure], text: OfMeasure) -> bool:
    """Whether what is said in words to have changed is what is measured, or has its two figures in the sentence."""
    if _is_anothers(sentence, change.figure, text):
        return False
    if not change.is_fraction or len(levels) > 1 or is_it_that_moved(sentence, change.figure, text):
        return True
    return is_of_the_result(sentence, change.figure.start, text, before_it(line, sentence))


_STANDS = re.compile(r"(?P<what>.+?) (?:is|are|was|were|ended|finished|stood|stands|runs|came in|came out)\b[a-z ]*$")
_OFF_AIM = Sought(rf"^(?: [a-z]+){{1,3}}? (?:{AIMS})\b")


def _is_anothers(sentence: str, change: Figure, text: OfMeasure) -> bool:
    """Whether it says how far something else is off its own plan: "the depot is 300 hours behind plan"."""
    subject = (
        _STANDS.search(clause_at(sentence, change.start)) if _OFF_AIM.search_part(sentence[change.end :]) else None
    )
    named, others = words_of_it(subject["what"], text.title) if subject else (0, 0)
    return others > 0 and not named


def _shown(right: Decimal, pair: Pair, figure: Figure, *, of_per_cent: bool) -> str:
    if figure.unit == MULTIPLE:
        return f"{right / 100:.{1 if right > 100 else 2}f} times as much"
    if figure.unit == "%":
        return f"{right:.1f}%" + (f", or {_plain(pair.apart)} percentage points" if of_per_cent else "")
    return _plain(right)


def _is_since_last_year(sentence: str, change: HowMuch, text: OfMeasure) -> bool:
    """Whether a change is the one from the result of a year ago, which its clause names: "58 short of last summer"."""
    actual, then = text.judged.quarter.actual, text.year_ago
    if not isinstance(actual, Decimal) or not isinstance(then, Decimal) or change.figure.unit in RELATIVE:
        return False
    clause = around(sentence, change.figure.start)
    return abs(actual - then) == change.figure.value and LAST_YEAR.search_part(clause) is not None


_GAINED = Sought(r"\b(?:put on|add(?:ed|ing)|gain(?:ed|ing)|won)(?: \w+){0,3} $")
_LOST = Sought(r"\b(?:lost|losing|shed)(?: \w+){0,3} $")
_TO_THE_GOOD = Sought(r"^(?: \w+){0,2} (?:to the good|in front of)\b")
"""What tells of a change only beside its size."""
_WORDS_BETWEEN = 3


def _is_the_other_way(sentence: str, change: HowMuch, pair: Pair, text: OfMeasure) -> bool:
    """Whether a change is as large as it is told, and goes the other way."""
    if pair.of_target or change.figure.unit == MULTIPLE:
        return False
    sizes = [each for each in (pair.right(change.figure.unit), pair.apart) if each is not None]
    went_up = way_told(sentence, change.figure, text) if any(map(change.may_be, sizes)) else None
    return went_up is not None and went_up != (pair.after > pair.before)


def way_told(sentence: str, figure: Figure, text: OfMeasure) -> bool | None:
    """Whether a change is told as a rise, by the word next to it: after it, or else before; None where none says."""
    words, ways = words_read(sentence), list[bool]()
    for said in relations_in(sentence, is_time=text.unit in TIMES_TAKEN, is_share=text.unit == "%"):
        if said.relation not in IS_MORE:
            continue
        start, end = words.start(said.first), words.end(said.after - 1)
        between = sentence[figure.end : start] if start >= figure.end else sentence[end : figure.start]
        if len(plain_words(between)) <= _WORDS_BETWEEN and not set(between) & set(",;:.()"):
            ways.append(IS_MORE[said.relation])
    before = sentence[: figure.start]
    if _GAINED.search_part(before) or _TO_THE_GOOD.match_part(sentence[figure.end :]):
        ways.append(True)
    if _LOST.search_part(before):
        ways.append(False)
    return ways[0] if len(set(ways)) == 1 else None


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
