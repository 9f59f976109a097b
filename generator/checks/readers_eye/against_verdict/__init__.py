"""A text's words against the verdicts: the statuses, and how far off they are."""

from collections.abc import Callable, Iterator

from generator.checks.readers_eye.against_verdict.records import records
from generator.checks.readers_eye.against_verdict.up_then_down import up_then_down
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.model.problem import Problem

RULES: tuple[Callable[[OfMeasure], Iterator[Problem]], ...] = (
    up_then_down,
    records,
)
