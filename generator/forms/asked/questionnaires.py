"""What a form asks, built from the shape that a council declares, and from the measure that it is about."""

from functools import lru_cache
from itertools import product

from generator.forms.asked.declared_questions import commentary
from generator.forms.asked.fixed_questions import SIGN_OFF, about_the_measure, figures, statuses
from generator.forms.asked.question_types import Questionnaire
from generator.model.measure import Kind, Measure
from generator.model.question import About
from generator.model.shape import Shape


def asked_of(shape: Shape, measure: Measure) -> Questionnaire:
    """What the form about a measure asks."""
    return _about_a_measure(shape, forecast=measure.has_forecast, ranged=measure.kind is Kind.RANGE)


def asked_of_any(shape: Shape) -> Questionnaire:
    """All that a form about a measure may ask: what it is found by, before it is known which measure it is about."""
    return _about_a_measure(shape, forecast=True, ranged=True)


def ever_asked(shape: Shape) -> tuple[Questionnaire, ...]:
    """What each sort of measure is asked: with a forecast or none, with a range for its target or without."""
    sorts = product((True, False), repeat=2)
    return tuple(_about_a_measure(shape, forecast=forecast, ranged=ranged) for forecast, ranged in sorts)


@lru_cache(maxsize=64)
def _about_a_measure(shape: Shape, *, forecast: bool, ranged: bool) -> Questionnaire:
    return Questionnaire(
        (
            about_the_measure(shape.levels),
            figures(forecast=forecast, ranged=ranged),
            statuses(forecast=forecast),
            *commentary(shape.asked_about(About.MEASURE), forecast=forecast),
            SIGN_OFF,
        )
    )
