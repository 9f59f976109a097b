"""Which figure a text puts forward as the result, an earlier one, a target or a forecast, against those of the form."""

from collections.abc import Callable, Iterator

from generator.checks.readers_eye.figures_told.earlier import another_earlier_result
from generator.checks.readers_eye.figures_told.forecasts import forecasts
from generator.checks.readers_eye.figures_told.parts_of_the_year import parts_of_the_year
from generator.checks.readers_eye.figures_told.reading import told_figures
from generator.checks.readers_eye.figures_told.result import another_result
from generator.checks.readers_eye.figures_told.targets import targets
from generator.checks.readers_eye.figures_told.year_ahead import year_ahead
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.model.problem import Problem


def results(text: OfMeasure) -> Iterator[Problem]:
    """NUM01 for what is told as the result, or as an earlier one, and is another."""
    told = tuple(told_figures(text))
    yield from another_result(text, told)
    yield from another_earlier_result(text, told)


RULES: tuple[Callable[[OfMeasure], Iterator[Problem]], ...] = (
    results,
    parts_of_the_year,
    year_ahead,
    targets,
    forecasts,
)
