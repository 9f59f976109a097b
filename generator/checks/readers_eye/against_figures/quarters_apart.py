"""NUM02: a result that is the mean or the sum of quarters which the text gives one by one."""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import figures_in, unit_of
from generator.checks.readers_eye.text.times import quarter_named, quarter_of
from generator.model.measure import Basis
from generator.model.problem import Problem


def quarters_apart(text: OfMeasure) -> Iterator[Problem]:
    """NUM02 for a line that gives every quarter so far, where the result is their average or sum, and no such basis."""
    judged, unit = text.judged, unit_of(text.judged.measure)
    actual, quarter = judged.quarter.actual, quarter_of(judged.returned.own_period)
    if not isinstance(actual, Decimal) or judged.measure.basis in {Basis.CUMULATIVE, Basis.ROLLING}:
        return
    if quarter is None or quarter == 1:
        return
    for line in text.lines:
        told: dict[int, Decimal] = {}
        for sentence in line.sentences:
            for each in figures_in(sentence):
                named = quarter_named(sentence, each.start) if each.unit == unit else None
                if named and named <= quarter:
                    told.setdefault(named, each.value)
        if set(told) != set(range(1, quarter + 1)) or judged.measure.rounded(told[quarter]) == actual:
            continue
        total = sum(told.values(), Decimal(0))
        for word, value in (("average", total / quarter), ("sum", total)):
            if judged.measure.rounded(value) == actual:
                yield text.problem("NUM02", line, line.text, actual=judged.measure.show(actual), of=word)
