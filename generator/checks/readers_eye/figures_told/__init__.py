"""A measure's own figures told as what they are not: an earlier one as now, of another size, or from the other side."""

from collections.abc import Callable, Iterator

from generator.checks.readers_eye.figures_told.as_now import earlier_told_as_now
from generator.checks.readers_eye.figures_told.other_side import told_from_the_other_side
from generator.checks.readers_eye.figures_told.parts_of_the_year import parts_of_the_year
from generator.checks.readers_eye.figures_told.result_told import result_told
from generator.checks.readers_eye.figures_told.size import of_another_size
from generator.checks.readers_eye.figures_told.year_ahead import year_ahead
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.model.problem import Problem

RULES: tuple[Callable[[OfMeasure], Iterator[Problem]], ...] = (
    result_told,
    earlier_told_as_now,
    parts_of_the_year,
    told_from_the_other_side,
    year_ahead,
)
