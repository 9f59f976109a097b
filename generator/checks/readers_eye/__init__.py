"""A reader's eye: what a careful editor would ask of a commentary. It warns; settings may make it block."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from generator.checks.readers_eye import (
    against_figures,
    against_time,
    against_verdict,
    as_text,
    before_publishing,
    spelling,
)
from generator.checks.readers_eye.reach import OF_THE_WHOLE, told_of_the_rest, within_reach
from generator.checks.readers_eye.text.commentary import Commentary, Known
from generator.judging.outcome import Judged
from generator.model.officer_return import Return
from generator.model.problem import Problem
from generator.project.house_style import ruled

FAMILIES: tuple[tuple[Callable[[Commentary], Iterator[Problem]], ...], ...] = (
    against_figures.RULES,
    against_verdict.RULES,
    against_time.RULES,
    as_text.RULES,
    before_publishing.RULES,
    spelling.RULES,
)


def read_through(judged: Judged, known: Known, before: Return | None = None) -> Iterator[Problem]:
    """What an editor would ask of the commentary on a measure; where no text of it is printed, nothing.

    ``before`` is last quarter's return of the measure, if there is one. Rules are changed or left out as the house
    style says.
    """
    if not known.reads(judged):
        return
    returned, looked_at = within_reach(judged.returned)
    text = Commentary(replace(judged, returned=returned), known, before and within_reach(before)[0])
    left_out = OF_THE_WHOLE if looked_at else ()
    found = (told for family in FAMILIES for rule in family for told in rule(text) if told.code not in left_out)
    told = chain(found, told_of_the_rest(returned, looked_at, known.labels))
    yield from ruled(told, known.style.rules, judged.measure)
