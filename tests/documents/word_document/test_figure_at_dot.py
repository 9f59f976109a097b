"""The figure of a dot stands where nothing else is drawn, or nowhere."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.documents.word_document.figure_at_dot import Axes, clear_side, room_of_figure
from generator.report.page.examples import FULL
from generator.report.page.over_time.line_view import PointView

(_BESIDE,) = (each.line for each in FULL.over_time if each.line)
_LINE = replace(
    _BESIDE,
    low=Decimal(0),
    high=Decimal(10),
    forecast=None,
    points=tuple(PointView(name=f"Q{at}", actual=None, target=None) for at in range(4)),
)
_AXES = Axes(_LINE, 1, 2)
"""Four places of one centimetre, and a fifth of a centimetre for one of ten numbers."""


def column(*figures: float | None) -> tuple[Decimal | None, ...]:
    return tuple(None if each is None else Decimal(str(each)) for each in figures)


@pytest.mark.parametrize(
    ("drawn", "side"),
    [
        ([column(5, 5, 5, None)], "t"),
        ([column(5, 5, 5, None), column(7, 7, 7, 7)], "b"),
        ([column(5, 5, 5, None), column(3, 3, 3, 3)], "t"),
        ([column(1, 1, 1, 1), column(3, 3, 3, 3)], None),
        ([column(9.5, 9.5, 9.5, None)], "b"),
        ([column(9.5, 9.5, 9.5, 9.5), column(8, 8, 8, 8)], None),
        ([column(5, 5, 5, None), column(7, 7, 7, 7), column(3, 3, 3, 3)], "r"),
        ([column(5, 5, 5, 5), column(7, 7, 7, 7), column(3, 3, 3, 3)], None),
        ([column(None, None, 5, 5), column(7, 7, 7, 7), column(3, 3, 3, 3)], "l"),
        ([column(None, None, 5, None), column(7, 7, 7, 7), column(3, 3, 3, 3)], "l"),
        ([column(10, 8, 5, None)], "b"),
        ([column(5, 5, 5, None), column(None, None, 7, None)], "b"),
        ([column(5, 5, 5, None), column(None, None, None, 7)], "t"),
    ],
)
def test_the_side_that_is_clear(drawn: list[tuple[Decimal | None, ...]], side: str | None) -> None:
    figure = drawn[0][2]
    assert figure is not None
    assert clear_side(_AXES, 2, figure, "5.0", drawn) == side


@pytest.mark.parametrize(("text", "side"), [("5.0", "r"), ("£5,000,000", None)])
def test_a_figure_stays_within_the_axes(text: str, side: str | None) -> None:
    drawn = [column(5, 5, 5, None), column(7, 7, 7, 7), column(3, 3, 3, 3)]
    assert clear_side(_AXES, 2, Decimal(5), text, drawn) == side


def test_a_longer_figure_takes_more_room() -> None:
    assert room_of_figure("5") < room_of_figure("5.0") < room_of_figure("£5.0m") < 2
