"""A text against the measure's figures: its numbers, fractions, sums and changes, and what the forecast asks."""

from collections.abc import Callable, Iterator

from generator.checks.readers_eye.against_figures.alone import only_in_text
from generator.checks.readers_eye.against_figures.decimal_places import other_decimals
from generator.checks.readers_eye.against_figures.fractions_of_wholes import fractions
from generator.checks.readers_eye.against_figures.quarters_apart import quarters_apart
from generator.checks.readers_eye.against_figures.required_rate import required_rate
from generator.checks.readers_eye.against_figures.shares_in_words import shares_in_words
from generator.checks.readers_eye.against_figures.shares_side_by_side import shares_side_by_side
from generator.checks.readers_eye.against_figures.totals import sums
from generator.checks.readers_eye.against_figures.undone import told_of_the_undone
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.model.problem import Problem

RULES: tuple[Callable[[OfMeasure], Iterator[Problem]], ...] = (
    quarters_apart,
    fractions,
    told_of_the_undone,
    shares_in_words,
    shares_side_by_side,
    sums,
    required_rate,
    only_in_text,
    other_decimals,
)
