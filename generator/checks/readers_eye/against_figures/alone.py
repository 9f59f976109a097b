"""NUM08: a result that stands in the text alone."""

from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.sought import Sought
from generator.model.problem import Problem

_LEVEL_TOLD = Sought(
    r"\b(?:performance|rate|levels?|take-? ?up|figure|result|outturn|compliance|proportion)\b[^.;]{0,40}?"
    r"\b(?:at|is|was|of)\s+(?P<figure>\d{1,3}(?:\.\d+)?\s?(?:%|per cent))"
    r"|\b(?P<share>two thirds|one third|a third|three quarters|a quarter|half|one in \w+) of\b"
)


def only_in_text(text: OfMeasure) -> Iterator[Problem]:
    """NUM08 for the first percentage that the account tells while the form has no figure."""
    if text.judged.returned.quarter.actual is not None or text.judged.measure.unit != "%":
        return
    for line in text.account:
        found = _LEVEL_TOLD.search(line.text)
        if found:
            yield text.problem("NUM08", line, line.text, number=found["figure"] or found["share"])
            return
