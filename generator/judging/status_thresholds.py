"""From which figure to which each status reaches, for the formulas of a form that shows an officer the status.

Nothing is judged here: status.py is asked on both sides of every edge that the scheme has for a measure, so that a
formula cannot disagree with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from generator.judging.conditions import Bound, Unjudged
from generator.judging.scheme import Scheme
from generator.judging.scheme_in_words import with_tolerance
from generator.judging.status import HARMLESS, Circumstances, judge
from generator.model.figures import Span, type_of_figure
from generator.model.measure import Kind, Measure
from generator.model.officer_return import Half

_WORDS = {Kind.YES_NO: ("Yes", "No")}
_ANOTHER_WORD = "(another word)"
_BESIDES = {"change", "direction", "forecast"}
"""What conditions ask for besides the figure itself."""


@dataclass(frozen=True, slots=True)
class Step:
    """The status of figures up to and including ``up_to``, or, where that is None, of all larger ones.

    ``status`` is its name; None where the officer must state one.
    """

    up_to: Decimal | None
    status: str | None


def follows_figures_alone(scheme: Scheme, measure: Measure) -> bool:
    """Whether a measure's status follows from the figure alone, and not also from a direction, change or forecast."""
    return measure.kind is not Kind.DATE and _BESIDES.isdisjoint(each.of for each in scheme.conditions)


def steps(measure: Measure, scheme: Scheme, target: type_of_figure | None, quarter: int | None) -> tuple[Step, ...]:
    """The statuses of all numbers against a target, lowest first; ``quarter`` is 1 to 4, or None for the year end."""
    grid = Decimal(1).scaleb(-measure.decimals)
    places = {edge // Fraction(grid) for edge in _edges(measure, scheme, target, quarter)} or {0}
    figures = sorted({(place + beside) * grid for place in places for beside in (-1, 0, 1)})
    found = [(figure, _status(figure, measure, scheme, target, quarter)) for figure in figures]
    ends = (Step(figure, word) for (figure, word), (_, after) in pairwise(found) if word != after)
    return (*ends, Step(None, found[-1][1]))


def status_of_words(
    measure: Measure, scheme: Scheme, target: type_of_figure | None, quarter: int | None
) -> dict[str, str | None]:
    """The status of each word that a milestone or a yes/no may have, with that of any other word under ``""``.

    It is None where the officer must state one; ``quarter`` is 1 to 4, or None for the year end.
    """
    own = (target,) if isinstance(target, str) else ()
    words = dict.fromkeys((*_WORDS.get(measure.kind, scheme.milestones), *own))
    known = {word: _status(word, measure, scheme, target, quarter) for word in words}
    return {**known, "": _status(_ANOTHER_WORD, measure, scheme, target, quarter)}


def _status(
    figure: type_of_figure, measure: Measure, scheme: Scheme, target: type_of_figure | None, quarter: int | None
) -> str | None:
    verdict = judge(Half(actual=figure), target, measure=measure, scheme=scheme, given=Circumstances(quarter=quarter))
    is_fault = isinstance(verdict.worked_out, Unjudged) and verdict.worked_out not in HARMLESS
    return None if is_fault else verdict.status.name


def _edges(measure: Measure, scheme: Scheme, target: type_of_figure | None, quarter: int | None) -> Iterator[Fraction]:
    """Every figure at which the status may change: the targets, the levels, and the amounts about a target."""
    ends = (target.lower, target.upper) if isinstance(target, Span) else (target,)
    own = with_tolerance(scheme, measure.tolerance) if measure.tolerance else scheme
    yield from (Fraction(level) for level in measure.levels_for(quarter).values())
    for end in (Fraction(measure.rounded(each)) for each in ends if isinstance(each, Decimal)):
        amounts = (each.amount.in_units(abs(end)) for each in own.conditions if isinstance(each, Bound))
        yield from (end + sign * (amount or 0) for amount in (*amounts, Fraction(0)) for sign in (-1, 1))
