"""A measure's results quarter by quarter: the earlier ones that are known, and this quarter's."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from generator.model.figures import type_of_figure
from generator.model.officer_return import Return
from generator.model.period import Period


def results_in_a_row(
    returned: Return, history: Mapping[Period, type_of_figure]
) -> tuple[tuple[Period, type_of_figure], ...]:
    """Quarters with their results, oldest first; nothing where no earlier one is known.

    ``history`` is what earlier returns said; the return itself brings last quarter's result and that of a year ago,
    and a revised result takes the place of the first one.
    """
    last = returned.previous_period or returned.period.previous
    own = {
        returned.period.year_ago: returned.year_ago_actual,
        last: returned.previous_actual if returned.previous_revised is None else returned.previous_revised,
        returned.period: returned.quarter.actual,
    }
    known = {**history, **{period: figure for period, figure in own.items() if figure is not None}}
    return tuple(sorted(known.items())) if any(period < returned.period for period in known) else ()


_WIDTH, _TOP, _BOTTOM = 100, 2, 18


def line_through(results: Sequence[tuple[Period, type_of_figure]]) -> str:
    """Results as points of a line, 100 wide and 20 high: ``0,18 100,2``; empty where fewer than two are numbers."""
    numbers = [(period, Fraction(figure)) for period, figure in results if isinstance(figure, Decimal)]
    if len(numbers) < 2:
        return ""
    first, last = (numbers[at][0].index for at in (0, -1))
    low, high = (pick(figure for _, figure in numbers) for pick in (min, max))
    points = (
        (_share(period.index - first, last - first, _WIDTH), _share(figure - low, high - low, _BOTTOM - _TOP))
        for period, figure in numbers
    )
    return " ".join(f"{across},{_BOTTOM - up}" for across, up in points)


def _share(part: Fraction | int, whole: Fraction | int, of: int) -> int:
    """A part of a length in proportion; the middle where there is no whole."""
    return round(Fraction(part) / Fraction(whole) * of) if whole else of // 2
