"""A text's comparisons: of the result with an earlier one or a number, of two numbers, and its direction of travel."""

from collections.abc import Callable, Iterator

from generator.checks.readers_eye.comparisons.changes import wrong_changes
from generator.checks.readers_eye.comparisons.in_a_sentence import turned_round
from generator.checks.readers_eye.comparisons.moving import called_so
from generator.checks.readers_eye.comparisons.places import places_in_a_table
from generator.checks.readers_eye.comparisons.with_known import compared
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.line import by_the_first
from generator.model.problem import Problem


def comparisons(text: OfMeasure) -> Iterator[Problem]:
    """What is compared, once a line: what says with what comes first, and the direction of travel last."""
    yield from by_the_first(rule(text) for rule in (compared, turned_round, called_so))


RULES: tuple[Callable[[OfMeasure], Iterator[Problem]], ...] = (comparisons, wrong_changes, places_in_a_table)
