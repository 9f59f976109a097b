"""A line chart as a picture: every result has its place, gaps stay gaps, and nothing stands on anything else."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from generator.report.page.over_time.drawing_views import LineDrawing
from generator.report.page.over_time.line_drawing import drawing_of
from generator.report.page.over_time.line_view import LevelKind, LevelView, LineView, PointView


def line(*actuals: str | None, forecast: str = "", low: int = 0, high: int = 100, after: str = "%") -> LineView:
    def point(name: str, actual: str | None) -> PointView:
        return PointView(name=name, actual=None if actual is None else Decimal(actual), target=Decimal(50))

    return LineView(
        title="",
        description="",
        told="",
        points=tuple(point(f"Q{place}", each) for place, each in enumerate(actuals)),
        forecast=point("Year end", forecast) if forecast else None,
        low=Decimal(low),
        high=Decimal(high),
        step=Decimal(high - low) / 2,
        decimals=0,
        before="",
        after=after,
    )


def height(drawing: LineDrawing, place: int) -> float:
    return float(drawing.dots[place].y)


def test_higher_results_are_higher_up_in_proportion() -> None:
    drawing = drawing_of(line("0", "50", "100"))
    bottom, middle, top = (height(drawing, place) for place in range(3))
    assert (bottom, top) == (float(drawing.up[0].y), float(drawing.up[-1].y))
    assert middle == (bottom + top) / 2
    assert [mark.text for mark in drawing.up] == ["0%", "50%", "100%"]
    assert drawing.targets == (f"{drawing.left},{middle:g} {drawing.dots[1].x},{middle:g} {drawing.right},{middle:g}",)


def test_where_a_result_is_not_known_the_line_has_a_gap() -> None:
    drawing = drawing_of(line("10", "20", None, "30", "40"))
    assert [len(each.split()) for each in drawing.results] == [2, 2]
    assert len(drawing.dots) == 4


@pytest.mark.parametrize(
    ("starts", "stretches", "forecast"),
    [((), [4], 2), ((2,), [2, 2], 2), ((0,), [4], 2), ((1, 3), [1, 2, 1], 2), ((4,), [4], 1)],
)
def test_where_a_count_starts_again_the_line_does(starts: tuple[int, ...], stretches: list[int], forecast: int) -> None:
    plain = line("10", "20", "30", "40", None, forecast="90")
    points = tuple(replace(each, starts_again=at in starts) for at, each in enumerate(plain.points))
    drawing = drawing_of(replace(plain, points=points))
    assert [len(each.split()) for each in drawing.results] == stretches
    assert len(drawing.dots) == 4
    assert (len(drawing.forecast.split()), len(drawing.hoped)) == (forecast, 1)


def test_a_forecast_goes_on_from_the_last_result_that_is_known() -> None:
    drawing = drawing_of(line("10", "20", None, forecast="90"))
    first, last = drawing.forecast.split()
    assert first == f"{drawing.dots[1].x},{drawing.dots[1].y}"
    assert last == f"{drawing.hoped[0].x},{drawing.hoped[0].y}"
    assert drawing.hoped[0].x == drawing.right
    assert (drawing_of(line("10", "20")).forecast, drawing_of(line("10", "20")).hoped) == ("", ())


@pytest.mark.parametrize("count", [2, 5, 8, 60])
def test_no_two_periods_stand_on_each_other_and_the_last_is_named(count: int) -> None:
    drawing = drawing_of(line(*["50"] * count))
    across = [float(mark.x) for mark in drawing.across]
    assert all(later - sooner >= 64 for sooner, later in pairwise(across))
    assert drawing.across[-1].text == f"Q{count - 1}"
    assert float(drawing.left) <= min(across)


@pytest.mark.parametrize(
    ("low", "high", "after", "texts"),
    [
        (-100, 100, " days", ["−100", "0", "100"]),
        (0, 4_000_000, "", ["0", "2,000,000", "4,000,000"]),
        (0, 1, "%", ["0%", "0.5%", "1%"]),
    ],
)
def test_numbers_beside_it_are_whole_and_have_room(low: int, high: int, after: str, texts: list[str]) -> None:
    drawing = drawing_of(line("0", "1", low=low, high=high, after=after))
    assert [mark.text for mark in drawing.up] == texts
    assert float(drawing.up[-1].x) - 7 * max(map(len, texts)) >= 0


def test_a_level_goes_straight_from_where_it_begins_to_the_last_result() -> None:
    level = LevelView(name="X", label="X", legend="X", kind=LevelKind.LIMIT, figure=Decimal(100), text="100%", start=1)
    drawing = drawing_of(replace(line("0", "50", "100", forecast="90"), levels=(level, replace(level, legend=""))))
    y = drawing.dots[2].y
    assert [each.points for each in drawing.levels] == [f"{drawing.dots[1].x},{y} {drawing.dots[2].x},{y}"] * 2
    assert [(each.kind, each.legend) for each in drawing.levels] == [("limit", "X"), ("limit", "")]


def test_a_number_has_all_of_its_unit_beside_it_or_none() -> None:
    in_millions = replace(line("0", "1", low=0, high=4, after=" million"), before="£")
    assert [mark.text for mark in drawing_of(in_millions).up] == ["0", "2", "4"]
    assert [mark.text for mark in drawing_of(replace(in_millions, after="m")).up] == ["£0m", "£2m", "£4m"]
