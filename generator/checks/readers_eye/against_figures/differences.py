"""NUM10: a change that the two figures it lies between do not give; NUM13: points that are called per cent."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.against_figures.between import Pair, levels_of, pair_of
from generator.checks.readers_eye.text.commentary import Commentary, Line
from generator.checks.readers_eye.text.figures import DIGIT, IN_WORDS, Figure, figures_in
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sought import Sought
from generator.model.problem import Problem

_IN_WORDS = Sought(
    rf"\b(?:by|decrease of|increase of|reduction of|rise of|drop of) (?P<count>{'|'.join(IN_WORDS)})\b"
    r"(?! (?:per|point|hundred|thousand|in))"
)
_NEARLY = Decimal("0.05")


def wrong_changes(text: Commentary) -> Iterator[Problem]:
    """NUM10 and NUM13 for a sentence with one change, where it is clear which two figures that lies between.

    NUM13 is for a change in per cent that is the difference between two percentages.
    """
    for line, sentence in text.holding(DIGIT, _IN_WORDS):
        figures = figures_in(sentence)
        changes = [each for each in figures if role_of(sentence, each) is Role.CHANGE]
        changes += [_worded(match) for match in _IN_WORDS.finditer(sentence)]
        if len(changes) == 1:
            levels = levels_of(sentence, figures, changes[0], text)
            pair = pair_of(text, sentence, changes[0], levels)
            if pair and pair.apart:
                yield from _asked(text, line, sentence, changes[0], pair, of_per_cent=_are_per_cent(levels, text))


def _worded(match: re.Match[str]) -> Figure:
    word = match["count"]
    return Figure(word, Decimal(IN_WORDS[word.lower()]), Decimal(1), "", match.start("count"))


def _are_per_cent(levels: list[Figure], text: Commentary) -> bool:
    return all(each.unit == "%" for each in levels) if levels else text.judged.measure.unit == "%"


def _asked(
    text: Commentary, line: Line, sentence: str, change: Figure, pair: Pair, *, of_per_cent: bool
) -> Iterator[Problem]:
    is_per_cent = change.unit == "%"
    right = pair.percent if is_per_cent else pair.apart
    if right is None or _agrees(change, right):
        return
    if is_per_cent and of_per_cent and _agrees(change, pair.apart):
        points = f"{_plain(pair.apart)} percentage points"
        yield text.problem("NUM13", line, sentence, number=change.typed, points=points)
    elif pair.is_sure:
        shown = f"{right:.1f}%" if is_per_cent else _plain(right)
        also = f", or {_plain(pair.apart)} percentage points" if is_per_cent and of_per_cent else ""
        ends = {"before": _plain(pair.before), "after": _plain(pair.after)}
        yield text.problem("NUM10", line, sentence, number=change.typed, right=f"{shown}{also}", **ends)


def _agrees(change: Figure, right: Decimal) -> bool:
    """Whether a change is the right one, rounded or cut as it is written, or as near as words in whole numbers are."""
    return abs(change.value - right) <= max(change.step, abs(right) * _NEARLY if change.step >= 1 else 0)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
