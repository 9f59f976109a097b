"""A reader's eye: what a careful editor would ask of a commentary. It warns; settings may make it block."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.checks.readers_eye import (
    against_figures,
    against_time,
    against_verdict,
    arithmetic,
    as_text,
    before_publishing,
    comparisons,
    figures_told,
    spelling,
    standing,
)
from generator.checks.readers_eye.as_text.reasons import no_reason
from generator.checks.readers_eye.reach import OF_THE_WHOLE, told_of_the_rest, within_reach
from generator.checks.readers_eye.text.commentary import NOTHING_SAID, Commentary, Known, OfMeasure, type_of_said
from generator.judging.outcome import Judged
from generator.model.officer_return import GroupReturn, Return
from generator.model.problem import Place, Problem
from generator.project.house_style import ruled

ONCE_A_LINE = frozenset({"NUM05", "NUM06", "NUM14"})
"""Rules about the same figures that find the same in more ways than one."""

ON_WORDS: tuple[Callable[[Commentary], Iterator[Problem]], ...] = (
    *against_time.RULES,
    *as_text.RULES,
    *before_publishing.RULES,
    *spelling.RULES,
)
"""What is asked of any text, whatever it is about."""

ON_A_MEASURE: tuple[Callable[[OfMeasure], Iterator[Problem]], ...] = (
    *comparisons.RULES,
    *figures_told.RULES,
    *arithmetic.RULES,
    *against_figures.RULES,
    *standing.RULES,
    *against_verdict.RULES,
    no_reason,
    *ON_WORDS,
)
"""What is asked of a text about a measure, beside whose figures it is printed."""


def read_through(
    judged: Judged, known: Known, before: Return | None = None, said: type_of_said = NOTHING_SAID
) -> Iterator[Problem]:
    """What an editor would ask of the commentary on a measure; where no text of it is printed, nothing.

    ``before`` is last quarter's return of the measure, if there is one, and ``said`` what was published of it earlier.
    Rules are changed or left out as the house
    style says.
    """
    if not known.reads(judged):
        return
    returned, looked_at = within_reach(judged.returned)
    read_before = before and within_reach(before)[0]
    read = judged if returned is judged.returned else judged._replace(returned=returned)
    text = OfMeasure.of_judged(read, known, read_before, said)
    found = (told for rule in ON_A_MEASURE for told in rule(text))
    yield from ruled(_told(found, text, looked_at), known.style.rules, judged.measure)


def read_about_group(returned: GroupReturn, known: Known, before: GroupReturn | None = None) -> Iterator[Problem]:
    """The same of what was written about a group or the report; ``known`` has the questions that were asked."""
    within, looked_at = within_reach(returned)
    text = Commentary(within, known, before and within_reach(before)[0])
    found = (told for rule in ON_WORDS for told in rule(text))
    yield from ruled(_told(found, text, looked_at), known.style.rules, returned.topic)


def _quotes(one: Problem, other: Problem) -> bool:
    """Whether two are about the same words, so that the one need not be asked where the other is."""
    same = (dict(each.facts)["found"].strip(".") for each in (one, other))
    return one.place == other.place and next(same) == next(same)


def _once(found: Iterable[Problem]) -> Iterator[Problem]:
    """What was found, and of rules that find the same in several ways only the first of a line."""
    asked = set[tuple[str, Place]]()
    for each in found:
        if each.code not in ONCE_A_LINE or (each.code, each.place) not in asked:
            yield each
        asked.add((each.code, each.place))


def _told(found: Iterable[Problem], text: Commentary, looked_at: Mapping[str, int]) -> Iterator[Problem]:
    """What was found, without what cannot be told of a part where that is all that was looked at."""
    left_out = OF_THE_WHOLE if looked_at else ()
    told = [each for each in _once(found) if each.code not in left_out]
    vague = [each for each in told if each.code == "TIME05"]
    yield from (each for each in told if each.code != "TEXT06" or not any(_quotes(each, other) for other in vague))
    yield from told_of_the_rest(text.returned, looked_at, text.known.labels)
