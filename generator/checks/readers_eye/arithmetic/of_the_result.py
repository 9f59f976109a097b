"""NUM04 of the result and its parts, wherever in their clauses the parts stand: "of which long spells make up 2.95"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import TIMES_TAKEN, Figure, figures_in, fits
from generator.checks.readers_eye.text.sought import Sought
from generator.model.problem import Problem

_PARTS = Sought(
    r"(?:, of (?:which|these|them|whom)\b|:|\b(?:made up of|split between|divided between|comprising|consisting of)\b)"
)
_ALL = Sought(
    r"\b(?:which|and|that|these|they|together)? ?(?:mak(?:es?|ing)(?: up)?|com(?:es?|ing) to|add(?:s|ing)? up to"
    r"|total(?:s|ling)?) (?:the |all |our |up )*(?=£?\d)"
)
_OTHER_UNIT = TIMES_TAKEN | {"%", "points", "year"}
_NEAR = Decimal("0.25")
_CHANGE = re.compile(
    r"\b(?:(?<!make )(?<!makes )up|down|than|against|from|to|by|in|since|of|over|under|aged?|until"
    r"|before|after) (?:the )?$",
    re.IGNORECASE,
)


def parts_of_the_result(text: OfMeasure) -> Iterator[Problem]:
    """NUM04 where the parts told after the result, or before "which makes" it, come near it, and are not it."""
    actual = text.judged.quarter.actual
    if not isinstance(actual, Decimal) or text.unit == "£":
        return
    for line, sentence in text.holding(_PARTS, _ALL, lines=text.account):
        total = _total(sentence, text, actual)
        parts = _parts(sentence, total, text) if total else []
        together = sum((each.value for each in parts), Decimal(0))
        slack = sum((each.step / 2 for each in parts if each.step != 1), Decimal(0))
        is_near = slack < abs(together - actual) <= actual * _NEAR
        if len(parts) > 1 and is_near and max(each.value for each in parts) < actual:
            quoted = sentence[parts[0].start :] if total and total.start > parts[0].start else sentence
            shown = {"total": text.judged.measure.show(actual), "sum": f"{together.normalize():,f}"}
            yield text.problem("NUM04", line, quoted, **shown)


def _total(sentence: str, text: OfMeasure, actual: Decimal) -> Figure | None:
    """The result, where parts of it follow, or where it is what those before it make."""
    after, before = _PARTS.search(sentence), _ALL.search(sentence)
    for each in figures_in(sentence):
        is_it = fits(each, text.unit) and each.value == actual
        if is_it and ((after and each.end <= after.start()) or (before and each.start == before.end())):
            return each
    return None


def _parts(sentence: str, total: Figure, text: OfMeasure) -> list[Figure]:
    """The figures on the other side of what says that they are parts: one of each item, in the result's unit."""
    after = _PARTS.search(sentence)
    is_before = after is None or total.end > after.start()
    begins, ends = (0, total.start) if is_before or after is None else (after.end(), len(sentence))
    figures = [each for each in figures_in(sentence) if begins <= each.start < ends]
    plain = [each for each in figures if each.unit == text.unit or each.unit not in _OTHER_UNIT]
    if any(_CHANGE.search(sentence[: each.start]) for each in plain) or "(" in sentence:
        return []
    return plain
