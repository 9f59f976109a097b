"""From which figure to which each status reaches, for the formulas of a form that shows an officer the status.

Nothing is judged here: status.py is asked on every edge that the scheme has for a measure and on both sides of it, once
between two edges, so that a formula cannot disagree with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import ceil, floor

from generator.judging.compared.benchmarks import named_benchmarks
from generator.judging.conditions import Bound
from generator.judging.overdue import Overdue
from generator.judging.scheme import Scheme
from generator.judging.status import HARMLESS, Circumstances, Rating, judge, position_of, printed, work_out
from generator.model.figures import Amount, Span, type_of_figure
from generator.model.measure import Kind, Measure, Polarity
from generator.model.officer_return import Half

_WORDS = {Kind.YES_NO: ("Yes", "No")}
_ANOTHER_WORD = "(another word)"
_BESIDES = {"change", "direction", "forecast", "before"}
"""What conditions ask for besides the figure itself."""


@dataclass(frozen=True, slots=True)
class Step:
    """The status of figures up to and including ``up_to``, or, where that is None, of all larger ones.

    ``status`` is its name; None where the officer must state one.
    """

    up_to: Decimal | None
    status: str | None


def follows_figures_alone(scheme: Scheme) -> bool:
    """Whether a status follows from the figure alone, and from no direction, change, forecast or earlier status."""
    return _BESIDES.isdisjoint(each.of for each in scheme.conditions)


def steps(measure: Measure, scheme: Scheme, target: type_of_figure | None, quarter: int | None) -> tuple[Step, ...]:
    """The statuses of all numbers against a target, lowest first; ``quarter`` is 1 to 4, or None for the year end.

    Days are the numbers that spreadsheets keep them as. Measures that are judged alike have the same.
    """
    if measure.levels or measure.benchmarks:
        return _steps(measure, scheme, target, quarter)
    return _steps(
        _like(measure.kind, measure.polarity, measure.decimals, measure.tolerance, measure.unit), scheme, target, None
    )


@lru_cache(maxsize=256)
def _like(kind: Kind, polarity: Polarity, decimals: int, tolerance: Amount | None, unit: str) -> Measure:
    """A measure of which only that is known on which a status hangs, besides target, levels and benchmarks."""
    return Measure(
        code="", title="", groups=(), kind=kind, polarity=polarity, decimals=decimals, tolerance=tolerance, unit=unit
    )


@lru_cache(maxsize=1024)
def _steps(measure: Measure, scheme: Scheme, target: type_of_figure | None, quarter: int | None) -> tuple[Step, ...]:
    if measure.kind is Kind.DATE:
        return _steps_of_days(measure, scheme, target, quarter)
    grid = Decimal(1).scaleb(-measure.decimals)
    edges = {edge / Fraction(grid) for edge in _edges(measure, scheme, target, quarter)} or {Fraction(0)}
    asked = {ceil(min(edges)) - 1} | {place for edge in edges for place in range(ceil(edge), floor(edge) + 2)}
    found: list[tuple[Decimal, str | None]] = []
    for place in sorted(asked | {ceil(edge) - 1 for edge in edges}):
        figure = place * grid
        found.append((figure, _status(figure, measure, scheme, target, quarter) if place in asked else found[-1][1]))
    return _stairs(found)


def _steps_of_days(
    measure: Measure, scheme: Scheme, target: type_of_figure | None, quarter: int | None
) -> tuple[Step, ...]:
    """The statuses of all days, earliest first."""
    own = scheme.with_tolerance(measure.tolerance) if measure.tolerance else scheme
    amounts = {int(each.amount.units or 0) for each in own.conditions if isinstance(each, Bound)} | {0}
    held = (target if isinstance(target, date) else _FIRST_DAY).toordinal()
    edges = {held + sign * amount + beside for amount in amounts for sign in (-1, 1) for beside in (-1, 0, 1)}
    days = sorted(day for day in edges if _FIRST_DAY.toordinal() <= day <= date.max.toordinal())
    found = ((day, _status(date.fromordinal(day), measure, scheme, target, quarter)) for day in days)
    return _stairs([(Decimal(day - _DAY_0.toordinal()), status) for day, status in found])


_DAY_0, _FIRST_DAY = date(1899, 12, 30), date(1900, 3, 1)
"""Spreadsheets count days from the one; they agree on how from the other on."""


def _stairs(found: Sequence[tuple[Decimal, str | None]]) -> tuple[Step, ...]:
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


def status_of_late(measure: Measure, scheme: Scheme, overdue: Overdue, quarter: int | None) -> str | None:
    """The status of what is overdue with nothing given for it; None where the scheme has none."""
    given = Circumstances(quarter=quarter, overdue=overdue)
    verdict = judge(Half(), None, measure=measure, scheme=scheme, given=given)
    return verdict.status.name if isinstance(verdict.worked_out, Rating) else None


def _status(
    figure: type_of_figure, measure: Measure, scheme: Scheme, target: type_of_figure | None, quarter: int | None
) -> str | None:
    held, given = printed(target, measure), Circumstances(quarter=quarter)
    position = position_of(printed(figure, measure), held, measure=measure, scheme=scheme, given=given)
    found = work_out(position, measure=measure, scheme=scheme)
    if isinstance(found, Rating):
        return found.status.name
    return scheme.unrated.name if found in HARMLESS else None


def _edges(measure: Measure, scheme: Scheme, target: type_of_figure | None, quarter: int | None) -> Iterator[Fraction]:
    """Every figure at which the status may change: targets, levels and benchmarks, and the amounts about a target."""
    ends = (target.lower, target.upper) if isinstance(target, Span) else (target,)
    own = scheme.with_tolerance(measure.tolerance) if measure.tolerance else scheme
    yield from (Fraction(level) for level in measure.levels_for(quarter).values())
    yield from (Fraction(each.value) for each in named_benchmarks(measure, at_year_end=quarter is None).values())
    for end in (Fraction(measure.rounded(each)) for each in ends if isinstance(each, Decimal)):
        told = (each.told_in(measure.unit_of_gap) for each in own.conditions if isinstance(each, Bound))
        amounts = (each.amount.in_units(abs(end)) for each in told)
        yield from (end + sign * (amount or 0) for amount in (*amounts, Fraction(0)) for sign in (-1, 1))
