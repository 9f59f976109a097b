"""A reader's eye: what a careful editor would ask of a commentary. It warns; settings may make it block."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.checks.readers_eye import claims as words_against_figures
from generator.checks.readers_eye import dates as against_time
from generator.checks.readers_eye import numbers as against_figures
from generator.checks.readers_eye import privacy as before_publishing
from generator.checks.readers_eye import spelling as language
from generator.checks.readers_eye import writing
from generator.checks.readers_eye.reach import OF_THE_WHOLE, told_of_the_rest, within_reach
from generator.checks.readers_eye.text import Commentary, Known, OfMeasure
from generator.judging.outcome import Judged
from generator.model.officer_return import GroupReturn, Return
from generator.model.problem import Problem
from generator.project.house_style import ruled

ON_WORDS: tuple[Callable[[Commentary], Iterator[Problem]], ...] = (
    *against_time.RULES,
    *writing.RULES,
    *before_publishing.RULES,
    *language.RULES,
)
"""What is asked of any text, whatever it is about."""

ON_A_MEASURE: tuple[Callable[[OfMeasure], Iterator[Problem]], ...] = (
    *against_figures.RULES,
    *words_against_figures.RULES,
    *ON_WORDS,
)
"""What is asked of a text about a measure, beside whose figures it is printed."""


def read_through(judged: Judged, known: Known, before: Return | None = None) -> Iterator[Problem]:
    """What an editor would ask of the commentary on a measure; where no text of it is printed, nothing.

    ``before`` is last quarter's return of the measure, if there is one. Rules are changed or left out as the house
    style says.
    """
    if not known.reads(judged):
        return
    returned, looked_at = within_reach(judged.returned)
    text = OfMeasure.of_judged(replace(judged, returned=returned), known, before and within_reach(before)[0])
    found = (told for rule in ON_A_MEASURE for told in rule(text))
    yield from ruled(_told(found, text, looked_at), known.style.rules, judged.measure)


def read_about_group(returned: GroupReturn, known: Known, before: GroupReturn | None = None) -> Iterator[Problem]:
    """The same of what was written about a group or the report; ``known`` has the questions that were asked."""
    within, looked_at = within_reach(returned)
    text = Commentary(within, known, before and within_reach(before)[0])
    found = (told for rule in ON_WORDS for told in rule(text))
    yield from ruled(_told(found, text, looked_at), known.style.rules, returned.topic)


def _told(found: Iterable[Problem], text: Commentary, looked_at: Mapping[str, int]) -> Iterator[Problem]:
    """What was found, without what cannot be told of a part where that is all that was looked at."""
    left_out = OF_THE_WHOLE if looked_at else ()
    yield from (told for told in found if told.code not in left_out)
    yield from told_of_the_rest(text.returned, looked_at, text.known.labels)
