"""A reader's eye: what a careful editor would ask of a commentary. It warns; settings may make it block."""

from collections.abc import Callable, Iterator

from generator.checks.readers_eye import claims as words_against_figures
from generator.checks.readers_eye import dates as against_time
from generator.checks.readers_eye import numbers as against_figures
from generator.checks.readers_eye import privacy as before_publishing
from generator.checks.readers_eye import spelling as language
from generator.checks.readers_eye import writing
from generator.checks.readers_eye.text import Commentary, Known
from generator.judging.outcome import Judged
from generator.model.officer_return import Return
from generator.model.problem import Problem
from generator.project.house_style import ruled

FAMILIES: tuple[tuple[Callable[[Commentary], Iterator[Problem]], ...], ...] = (
    against_figures.RULES,
    words_against_figures.RULES,
    against_time.RULES,
    writing.RULES,
    before_publishing.RULES,
    language.RULES,
)


def read_through(judged: Judged, known: Known, before: Return | None = None) -> Iterator[Problem]:
    """Read what an officer wrote of an exception; of other measures no text is printed.

    ``before`` is last quarter's return of the measure, if there is one.
    """
    text = Commentary(judged, known, before)
    if judged.exception:
        found = (problem for family in FAMILIES for rule in family for problem in rule(text))
        yield from ruled(found, known.style.rules, judged.measure)
