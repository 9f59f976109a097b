"""NUM01: a figure that a text puts forward as the result, told nowhere in it, and that is another."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.against_figures.result import not_the_result
from generator.checks.readers_eye.figures_told.reading import Sure, Told, When, reading
from generator.checks.readers_eye.figures_told.slips import is_like, is_slip
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.roles import Role
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.told_of import known_figures
from generator.model.problem import Problem

_FEWEST_DIGITS = 3
_SCALED = re.compile(r"£ ?['’]?(?:0{3}|[km]\b)|\b(?:thousand|million)", re.IGNORECASE)
"""A title that says that its figures are told in thousands or millions."""
_NEARLY = Decimal("0.05")
_ROUGHLY = Sought(
    r"\b(?:(?P<over>passed|tops?|topped|exceeded|exceeding|above|over|more than)"
    r"|(?P<under>nearly|almost|under|below|close to)|around|about|some|roughly|circa|approximately)\s+$"
)


def result_told(text: OfMeasure) -> Iterator[Problem]:
    """NUM01 once, for the figure that is most surely told as the result, where the text has the result nowhere."""
    actual = text.judged.quarter.actual
    if not isinstance(actual, Decimal) or text.tells_the_result:
        return
    known = tuple(map(text.judged.measure.rounded, known_figures(text)))
    if _SCALED.search(text.title):
        known += tuple(each * scale for each in known for scale in (1_000, 1_000_000))
    every = list(reading(text, text.account))
    from_others = {each.sentence for each in every if each.role is Role.START and not _is_any(each, known)}
    found = [each for each in every if each.sentence not in from_others and _is_meant(each, actual, known, text)]
    if found:
        best = max(found, key=lambda each: each.sure)
        yield not_the_result(text, best.line, best.sentence, best.figure.typed)


def _is_any(told: Told, known: tuple[Decimal, ...]) -> bool:
    return any(map(told.figure.agrees_with, known))


def _is_meant(told: Told, actual: Decimal, known: tuple[Decimal, ...], text: OfMeasure) -> bool:
    value = told.figure.value
    if told.sure is Sure.NOT or told.role not in {Role.UNSAID, Role.END} or told.when not in {When.NOW, When.UNSAID}:
        return False
    if _is_any(told, known) or is_nearly_so(told, actual):
        return False
    if told.sure is Sure.HARDLY and told.when is not When.NOW:
        return _has_digits(value) and is_slip(value, actual) and _is_of_its_kind(told, text)
    return is_like(value, actual)


def _has_digits(value: Decimal) -> bool:
    return len(value.as_tuple().digits) >= _FEWEST_DIGITS


def _is_of_its_kind(told: Told, text: OfMeasure) -> bool:
    """Whether a figure has the measure's unit, or as a bare number its decimals."""
    return told.figure.unit == text.unit and (bool(text.unit) or told.figure.decimals == text.judged.measure.decimals)


def is_nearly_so(told: Told, actual: Decimal) -> bool:
    """Whether a round number is said to be passed, not quite reached, or about right, and the result bears that out."""
    said = _ROUGHLY.search_part(told.sentence[: told.figure.start])
    apart = actual - told.figure.value
    if not said or abs(apart) > abs(actual) * _NEARLY:
        return False
    return not ((said["over"] and apart < 0) or (said["under"] and apart > 0))
