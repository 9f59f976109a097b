"""How a text says that the result, or the year's forecast, stands to its target."""

from collections.abc import Callable, Iterator

from generator.checks.readers_eye.standing.against_target import against_target
from generator.checks.readers_eye.standing.praised import words_against_status
from generator.checks.readers_eye.standing.small_gaps import small_gaps
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.model.problem import Problem

RULES: tuple[Callable[[OfMeasure], Iterator[Problem]], ...] = (
    against_target,
    words_against_status,
    small_gaps,
)
