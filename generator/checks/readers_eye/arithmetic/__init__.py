"""Sums that a text leaves to its reader: rates of its groups and months, shares of the target."""

from collections.abc import Callable, Iterator

from generator.checks.readers_eye.arithmetic.groups import groups_and_months
from generator.checks.readers_eye.arithmetic.of_the_target import shares_of_the_target
from generator.checks.readers_eye.arithmetic.ranges import between, ranges
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.model.problem import Problem

RULES: tuple[Callable[[OfMeasure], Iterator[Problem]], ...] = (
    groups_and_months,
    ranges,
    between,
    shares_of_the_target,
)
