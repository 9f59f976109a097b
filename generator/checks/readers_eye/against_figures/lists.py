"""NUM04: a list of parts, each at the head of its item, that is more or less than the total told before or after it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.checks.readers_eye.against_figures.totals import listed_after, remainders, the_rest, totals
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import WHOLE, count_of, figures_in
from generator.checks.readers_eye.text.line import by_the_first
from generator.checks.readers_eye.text.sought import apart, without_overlaps
from generator.model.problem import Problem

_AMOUNT = rf"£[\d.,]*\d(?:k|m|bn)?|{WHOLE}"
_OF_ALL = apart(
    rf"\bof (?:the |all |these |our )*(?P<of>{_AMOUNT})\b(?! of\b|%)"
    rf"|\b(?P<whole>{_AMOUNT})\b(?! of\b|%)[^.;:%]{{0,60}}, of (?:which|whom|these|them)\b"
    rf"|\b(?P<whole>{_AMOUNT})\b(?! of\b|%)[^.;:%]{{0,60}}:"
    rf"|\b(?:together|in all|altogether|in total|between them)\b[a-z, ]{{0,30}} (?P<sum>{_AMOUNT})\b(?!%)"
)
_ITEM = re.compile(
    r"(?:^ ?|[,;:] (?:and |with |plus |then )?| and | plus )"
    r"(?:about |some |a further |another |the (?:rest|other|others|remaining|remainder),? )?"
    rf"(?P<part>{_AMOUNT})\b(?![%.,/]\d|%| per ?cent| (?:of (?:them|these|those|which|whom)|(?:per|out of|days?|weeks?"
    r"|months?|years?|hours?|minutes?|more|fewer|less|points?|percentage)\b))",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_COMPLETE = re.compile(
    r"\b(?:the (?:rest|remainder|others?|remaining)|together|in all|altogether|in total)\b", re.IGNORECASE
)
_BESIDE = 60
"""Characters of a sentence that is quoted whole, and between the last part and what all are together."""
_FAR, _NEAR = Decimal("0.5"), Decimal("0.25")
"""How far parts may be from a total, as a part of that, to be meant as its parts: three, and two."""


class _Part(NamedTuple):
    """A number of a list, how exactly it is told, and whether it is money."""

    value: Decimal
    step: Decimal
    is_money: bool


def sums(text: OfMeasure) -> Iterator[Problem]:
    """NUM04 once a line, whichever way its parts and its total are told."""
    yield from by_the_first(rule(text) for rule in (totals, the_rest, listed_after, remainders, _lists))


def _lists(text: OfMeasure) -> Iterator[Problem]:
    """NUM04 for a list whose parts are more than its total, or that is complete and comes to less."""
    for line, sentence in text.holding(*_OF_ALL):
        for match in without_overlaps(each for sought in _OF_ALL for each in sought.finditer(sentence)):
            told = match["of"] or match["whole"] or match["sum"]
            total = _read(told)
            listed = sentence[: match.start()] if match["sum"] else sentence[match.end() :]
            parts = _parts(listed, is_money=total.is_money, at_once=bool(match["of"]))
            if _is_wrong(total, parts, is_complete=_COMPLETE.search(sentence) is not None):
                together = sum((each.value for each in parts), Decimal(0))
                last = sentence.rfind(", ", 0, max(match.start() - _BESIDE, 0)) if match["sum"] else match.start() - 2
                quoted = sentence if len(sentence) <= _BESIDE else sentence[last + 2 :]
                yield text.problem("NUM04", line, quoted, total=told, sum=f"{together.normalize():,f}")
                break


def _parts(listed: str, *, is_money: bool, at_once: bool) -> list[_Part]:
    """The numbers at the heads of items; the first of them ``at_once`` after what it is a part of, without a comma."""
    plain = _IN_BRACKETS.sub("", listed)
    first = _FIRST.match(plain) if at_once else None
    found = {match.start("part"): match["part"] for match in _ITEM.finditer(plain)}
    if is_money:
        found |= {each.start: each.typed for each in figures_in(plain) if each.unit == "£"}
    if first:
        found[first.start("part")] = first["part"]
    parts = [_read(found[place]) for place in sorted(found)]
    return [each for each in parts if each.is_money is is_money]


_FIRST = re.compile(
    rf"(?: [a-z-]+){{1,5}}?,? (?P<part>{WHOLE}) (?:were|was|are|is|had|have|came|went|wait|live|in|for|to)\b",
    re.IGNORECASE,
)


def _read(typed: str) -> _Part:
    if typed.startswith("£"):
        figure = figures_in(typed)[0]
        return _Part(figure.value, figure.step, is_money=True)
    return _Part(Decimal(count_of(typed)), Decimal(1), is_money=False)


def _is_wrong(total: _Part, parts: Sequence[_Part], *, is_complete: bool) -> bool:
    """Whether parts are too many, or too few where they are all there are; what is far off is no list of parts."""
    if len(parts) < 2 or max(each.value for each in parts) >= total.value:
        return False
    together = sum((each.value for each in parts), Decimal(0))
    slack = sum((each.step / 2 for each in (total, *parts) if each.step != 1), Decimal(0))
    apart = together - total.value
    if abs(apart) <= slack:
        return False
    if apart > 0:
        return apart <= total.value * (_FAR if len(parts) > 2 else _NEAR)
    return is_complete and -apart <= total.value * _NEAR
