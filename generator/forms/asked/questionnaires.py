"""What a form asks, built from the shape that a council declares, and from what it is about."""

from functools import lru_cache
from itertools import product

from generator.forms.asked.declared_questions import about_a_topic, commentary
from generator.forms.asked.fixed_questions import (
    DATES,
    SIGN_OFF,
    about_the_measure,
    about_the_topic,
    figures,
    only_if_figures,
    shared_commentary,
)
from generator.forms.asked.question_types import FormPart, Questionnaire, Section
from generator.model.measure import Kind, type_of_subject
from generator.model.question import About
from generator.model.shape import Shape, Topic


def asked_of(shape: Shape, subject: type_of_subject) -> Questionnaire:
    """What the form about a measure, a group or the whole report asks."""
    if isinstance(subject, Topic):
        return _about_topics(shape, subject.level)
    return _about_a_measure(
        shape,
        forecast=subject.asks_for_year_end,
        ranged=subject.kind is Kind.RANGE,
        outturn=subject.is_at_year_end,
        apart=subject.reported_for is not None,
    )


def asked_of_any(shape: Shape) -> Questionnaire:
    """All that a form about a measure may ask: what it is found by, before it is known which measure it is about."""
    return _about_a_measure(shape, forecast=True, ranged=True, apart=True)


def asked_of_any_topic(shape: Shape) -> Questionnaire:
    """All that forms about groups and the report may ask: what they are found by."""
    return _about_topics(shape, *range(len(shape.levels), -1, -1))


def ever_asked(shape: Shape) -> tuple[Questionnaire, ...]:
    """What each sort of form asks.

    A measure has a forecast, an outturn or none, and a range for its target or not; what is not about measures is
    about a level.
    """
    sorts = product((True, False), repeat=3)
    measures = (
        _about_a_measure(shape, forecast=here, ranged=ranged, outturn=ends, apart=True) for here, ranged, ends in sorts
    )
    levels = (level for level in range(len(shape.levels) + 1) if shape.asked_at(level))
    return (*measures, *(_about_topics(shape, level) for level in levels))


@lru_cache(maxsize=64)
def _about_a_measure(
    shape: Shape, *, forecast: bool, ranged: bool, outturn: bool = False, apart: bool = False
) -> Questionnaire:
    """What everybody is asked, what only some are, in the order of the questions that it stands under, and the rest."""
    written = commentary(shape.asked_about(About.MEASURE))
    shared = shared_commentary(written[0].name) if written else ()
    main = (*figures(forecast=forecast, outturn=outturn), *written, *SIGN_OFF)
    only_if = (*only_if_figures(forecast=forecast, outturn=outturn), *shared, *DATES)
    given = about_the_measure(shape.levels, forecast=forecast, ranged=ranged, apart=apart)
    return Questionnaire((Section(FormPart.MAIN, main), Section(FormPart.ONLY_IF, only_if), given))


@lru_cache(maxsize=64)
def _about_topics(shape: Shape, *levels: int) -> Questionnaire:
    """What is asked about groups of these levels, the highest of them first."""
    asked = about_a_topic(tuple(question for level in levels for question in shape.asked_at(level)))
    given = about_the_topic(shape.levels, levels[0])
    return Questionnaire((Section(FormPart.MAIN, (*asked, *SIGN_OFF)), Section(FormPart.ONLY_IF, DATES), given))
