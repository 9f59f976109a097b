"""NUM01 of the result with its point in another place: "£11.06m" of £1,106,000."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.against_figures.result import not_the_result
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import DIGIT, Figure, figures_in, fits
from generator.checks.readers_eye.text.sentences import around
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.told_of import known_figures, names_nothing_else
from generator.model.problem import Problem

_SCALED = re.compile(r"£ ?['’]?(?:0{3}|[km]\b)|\b(?:thousand|million)", re.IGNORECASE)
"""A title that says that its figures are told in thousands or millions."""
_MOST_PLACES, _FEWEST_DIGITS = 3, 3


def of_another_size(text: OfMeasure) -> Iterator[Problem]:
    """NUM01 for a figure with the digits of the result, at least three, and its point a few places off."""
    actual = text.judged.quarter.actual
    if not isinstance(actual, Decimal) or _SCALED.search(text.title) or len(_digits(actual)) < _FEWEST_DIGITS:
        return
    known = known_figures(text)
    for line, sentence in text.holding(DIGIT, lines=text.account):
        for each in figures_in(sentence):
            is_moved = fits(each, text.unit) and _is_moved(each.value, actual)
            if is_moved and not any(map(each.agrees_with, known)) and _is_of_it(sentence, each, text):
                yield not_the_result(text, line, sentence, each.typed)


def _digits(value: Decimal) -> str:
    return "".join(map(str, abs(value).normalize().as_tuple().digits))


def _is_moved(value: Decimal, actual: Decimal) -> bool:
    return (
        value != actual
        and _digits(value) == _digits(actual)
        and abs(value.adjusted() - actual.adjusted()) <= _MOST_PLACES
    )


def _is_of_it(sentence: str, figure: Figure, text: OfMeasure) -> bool:
    clause = around(sentence, figure.start)
    rest = clause.replace(figure.typed, "")
    return names_nothing_else(rest, text.title) or (bool(figure.unit) and shared(clause, text.subject) > 0)
