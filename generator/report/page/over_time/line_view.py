"""A line chart of a measure, ready to be drawn: everything that is said of it comes of the same figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

_LONGEST_SIGNS = 2
"""Characters of a unit that there is room for beside each number of a drawing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointView:
    """A place along a line chart. ``name`` is short; the figures are as printed, and None where none is known.

    Where what is counted up over a year ``starts_again``, no line leads to it.
    """

    name: str
    actual: Decimal | None
    target: Decimal | None
    starts_again: bool = False


class LevelKind(StrEnum):
    """What a level is, which is how it is drawn: each can be told from the others without colour."""

    OTHERS = "others"
    MORE_OTHERS = "more-others"
    AVERAGE = "average"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelView:
    """What results are held against that is the same all along: a figure of others, or their own average and limits.

    ``name`` is short, for a chart; ``label`` says what its figure is, and ``legend`` what the line is: empty where
    another line says it. It begins at the place ``start``, and ends with the results.
    """

    name: str
    label: str
    legend: str
    kind: LevelKind
    figure: Decimal
    text: str
    start: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """The results of a measure with their targets, and the forecast for the year end where there is one.

    ``title`` says what they show, ``description`` is the alternative text, and ``told`` has every figure in words. The
    axis goes from ``low`` to ``high`` in steps of ``step``. ``before`` and ``after`` are what is printed round a
    number.
    """

    title: str
    description: str
    told: str
    points: tuple[PointView, ...]
    """One for each period from the first result to the last, oldest first; of some, nothing may be known."""
    forecast: PointView | None
    low: Decimal
    high: Decimal
    step: Decimal
    decimals: int
    before: str
    after: str
    levels: tuple[LevelView, ...] = ()

    def __hash__(self) -> int:
        """That of the words that every figure is in: each document looks up what was drawn of a line."""
        return hash(self.told)

    @property
    def places(self) -> tuple[PointView, ...]:
        """Everything along the axis: the periods, and the year end."""
        return (*self.points, *((self.forecast,) if self.forecast else ()))

    @property
    def has_targets(self) -> bool:
        """Whether any target is known."""
        return any(each.target is not None for each in self.places)

    @property
    def last_known(self) -> int:
        """The place of the last result that is known."""
        return max(at for at, each in enumerate(self.points) if each.actual is not None)

    @property
    def leads_to_forecast(self) -> bool:
        """Whether a line leads from the last result to the forecast: not where the count starts again between them."""
        return self.forecast is not None and not any(each.starts_again for each in self.points[self.last_known + 1 :])

    @property
    def signs(self) -> tuple[str, str]:
        """What stands before and after each number of the drawing: ``£``, ``%``; longer units are left to the words."""
        return (self.before, self.after) if len(self.before + self.after) <= _LONGEST_SIGNS else ("", "")


def figures_at(points: tuple[PointView, ...]) -> Iterator[Decimal]:
    """Every figure that some places of a chart have."""
    for each in points:
        yield from (figure for figure in (each.actual, each.target) if figure is not None)
