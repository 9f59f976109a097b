"""NUM09: the measure's own figure with other decimals than the report prints beside it."""

from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import figures_in, unit_of
from generator.checks.readers_eye.text.sought import Sought
from generator.model.problem import Problem

_PLACES = Sought(r"\d\.\d")


def other_decimals(text: OfMeasure) -> Iterator[Problem]:
    """NUM09 once for each figure that rounds to the result or the forecast, and is written with more decimals."""
    judged, unit = text.judged, unit_of(text.judged.measure)
    own = {judged.quarter.actual, judged.forecast.actual if judged.forecast else None}
    told = set[object]()
    for line, sentence in text.holding(_PLACES):
        for each in figures_in(sentence):
            if each.unit == unit and each.decimals > judged.measure.decimals:
                rounded = judged.measure.rounded(each.value)
                if each.value != rounded and rounded in own and each.value not in told:
                    told.add(each.value)
                    yield text.problem("NUM09", line, sentence, number=each.typed, actual=judged.measure.show(rounded))
