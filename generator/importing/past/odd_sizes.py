"""Past figures of another size than those before and after them: a slip of the point, or pounds among millions."""

from collections.abc import Sequence
from decimal import Decimal

from generator.judging.plausibility import is_of_another_size, size_against
from generator.model.figures import how_many_in
from generator.model.measure import Measure


def figures_beside(place: int, figures: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """The figures before and after one of a measure's, oldest first, as far as there are any that are not nought."""
    before = next((each for each in reversed(figures[:place]) if each), None)
    after = next((each for each in figures[place + 1 :] if each), None)
    return tuple(each for each in (before, after) if each is not None)


def odd_size(figure: Decimal, beside: Sequence[Decimal], measure: Measure) -> str:
    """Say in a clause how a figure is of another size than both beside it; empty where that cannot be said."""
    is_odd = len(beside) > 1 or is_in_pounds(figure, beside, measure)
    if not is_odd or not all(is_of_another_size(figure, each) for each in beside):
        return ""
    size, *others = dict.fromkeys(size_against(figure, each) for each in beside)
    stands = " and ".join(map(measure.show, beside))
    return "" if others else f"{measure.show(figure)} is {size} what stands beside it, {stands}"


def is_in_pounds(figure: Decimal, beside: Sequence[Decimal], measure: Measure) -> bool:
    """Whether a figure of a measure in thousands or millions can only be meant in pounds."""
    is_scaled = how_many_in("£", measure.unit) not in {None, 1}
    return is_scaled and bool(beside) and abs(figure) >= _MUCH_MORE * max(map(abs, beside))


_MUCH_MORE = 100
