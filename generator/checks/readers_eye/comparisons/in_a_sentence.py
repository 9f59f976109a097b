"""NUM10 of two numbers in a sentence ("fell from 12 to 14"), and NUM05 where they are the form's, the other way."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from generator.checks.readers_eye.comparisons.references import grows
from generator.checks.readers_eye.comparisons.relations import (
    IS_MORE,
    MOVES_ALONE,
    NOUNS,
    RelationTold,
    relations_in,
)
from generator.checks.readers_eye.comparisons.with_known import travel_between
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import Figure, figures_in, fits
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.words import words_read
from generator.model.problem import Problem

_SOFTLY = r"(?:(?:just|only|about|around|some|a|the) )*"
_LED = r"(?:from|than|against|compared (?:with|to)|(?:up|down) on)"
_FROM = re.compile(rf"{_LED} {_SOFTLY}$", re.IGNORECASE)
_TO = re.compile(rf"[^,;:.]*?,? to {_SOFTLY}", re.IGNORECASE)
_IS_CHANGE = re.compile(r" (?:[a-z]+ )?(?:more|fewer|less|higher|lower|longer|shorter|over|under|better|worse)\b")
_COMPARES = Sought(rf"\b{_LED}\b.*\d")
"""What a sentence has that tells what a number came from."""
_BESIDE = 25
"""Characters before the first of two numbers in which "from" stands."""


class _InOrder(NamedTuple):
    """Two numbers of a sentence, the earlier first, and where they begin."""

    before: Figure
    after: Figure


def turned_round(text: OfMeasure) -> Iterator[Problem]:
    """NUM10 where what rose from one number to another fell; NUM05 where they are this result and that before it."""
    for line, sentence in text.holding(_COMPARES):
        for pair in _in_order(sentence):
            problem = _against_the_form(text, line, sentence, pair) or _against_its_word(text, line, sentence, pair)
            if problem:
                yield problem
                break


def _in_order(sentence: str) -> Iterator[_InOrder]:
    """Numbers side by side that are told to have come one from the other: "from A to B", "B, up from A"."""
    figures = figures_in(sentence)
    for one, other in pairwise(figures):
        between = sentence[one.end : other.start]
        if (one.unit != other.unit and one.unit) or _IS_CHANGE.match(between):
            continue
        if _FROM.search(sentence[max(0, one.start - _BESIDE) : one.start]) and _TO.fullmatch(between):
            yield _InOrder(one, other)
        elif _FROM.search(between) and len(between) <= _MOST:
            yield _InOrder(other, one)


_MOST = 60
"""Characters between two numbers of which one came from the other."""


def _against_the_form(text: OfMeasure, line: Line, sentence: str, pair: _InOrder) -> Problem | None:
    """NUM05 where a sentence comes to the result before from this one: the form has them the other way round."""
    actual, before = text.judged.quarter.actual, text.judged.returned.previous_result
    if not isinstance(actual, Decimal) or not isinstance(before, Decimal) or actual == before or grows(text):
        return None
    is_so = fits(pair.after, text.unit) and pair.before.value == actual and pair.after.value == before
    if not is_so:
        return None
    show = text.judged.measure.show
    direction = f"{travel_between(before, actual, text)} ({show(before)}, then {show(actual)})"
    return text.problem("NUM05", line, sentence, direction=direction)


def _against_its_word(text: OfMeasure, line: Line, sentence: str, pair: _InOrder) -> Problem | None:
    """NUM10 where the word for the move says that it went the other way."""
    said = _said_of(sentence, pair)
    rose = pair.after.value > pair.before.value
    if not said or pair.after.value == pair.before.value or rose is IS_MORE[said.relation]:
        return None
    before, after = (f"{each.value.normalize():,f}" for each in pair)
    told, way = words_read(sentence).quoted(said.first, said.after - 1), "a rise" if rose else "a fall"
    return text.problem("NUM10", line, sentence, number=told, right=way, before=before, after=after)


def _said_of(sentence: str, pair: _InOrder) -> RelationTold | None:
    """The word for a move right before the first of two numbers, or between them."""
    words, first = words_read(sentence), min(pair.before.start, pair.after.start)
    second = max(pair.before.start, pair.after.start)
    for said in relations_in(sentence, is_time=True, is_share=False):
        end = words.end(said.after - 1)
        is_between = first < end <= second and pair.after.start < pair.before.start
        is_before = end <= first and pair.before.start < pair.after.start
        is_next = is_before and re.fullmatch(r" (?:[a-z]+ )?(?:from )?", sentence[end:first]) is not None
        is_move = words.at(said.first) in MOVES_ALONE or words.at(said.first) in NOUNS
        if is_move and said.relation in IS_MORE and (is_next or is_between):
            return said
    return None
