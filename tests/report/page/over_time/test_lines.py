"""A measure's results as a line: which there are, what is said of them, and that all of it says the same."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.judging.outcome import Judged
from generator.model.figures import YearToDate
from generator.model.measure import Basis, Polarity
from generator.model.period import Period
from generator.report.page.over_time.line_view import LineView, PointView
from generator.report.page.over_time.lines import line_of
from generator.report.results_over_time import Result
from tests.checks.readers_eye.commentary import MEASURE, judged

NOW = judged().own_period


def results(*figures: str | None, target: str | None = "60", status: str = "") -> list[Result]:
    """A result for each of the last periods, the last one this period's; None where nothing is known."""
    periods = [NOW.later(place - len(figures) + 1) for place in range(len(figures))]
    held = None if target is None else Decimal(target)
    return [
        Result(period, Decimal(figure), held, status)
        for period, figure in zip(periods, figures, strict=True)
        if figure is not None
    ]


def of(polarity: Polarity, *, forecast: str = "58") -> Judged:
    return judged(measure=replace(MEASURE, polarity=polarity), forecast=Decimal(forecast))


LOWER, HIGHER, NEITHER = (of(each) for each in (Polarity.LOWER, Polarity.HIGHER, Polarity.NONE))


UNTIL = f" up to {NOW.previous.short}"
MISSED = ", but forecast to miss at year end"


def drawn(measure: Judged, known: list[Result]) -> LineView:
    line = line_of(measure, known)
    assert line
    return line


@pytest.mark.parametrize(
    ("measure", "known", "expected"),
    [
        (HIGHER, results("59", "58", "57"), "Below target for three quarters running"),
        (HIGHER, results("59", "61", "57"), f"Below target in {NOW.short}"),
        (HIGHER, results("59", None, "58", "57"), "Below target for two quarters running"),
        (HIGHER, results("50", "59", "58", "57")[:-1], f"Below target for three quarters running{UNTIL}"),
        (LOWER, results("59", "61", "62"), "Above target, where lower is better, for two quarters running"),
        (NEITHER, results("59", "61", "60"), "Between 59.0% and 61.0% in three results"),
        (HIGHER, results("59", "61", "62", target=None), f"Highest of three results in {NOW.short}"),
        (HIGHER, results("59", "61", "58", target=None), f"Lowest of three results in {NOW.short}"),
        (HIGHER, results("59", "59", "59", target=None), "59.0% in all of three results"),
        (
            HIGHER,
            results("59.96", "60", "59.96"),
            f"On target for three quarters running{MISSED}",
        ),
        (
            HIGHER,
            results("59", "59", "59", status="Green"),
            f"On target for three quarters running{MISSED}",
        ),
    ],
)
def test_the_title_says_what_the_line_shows(measure: Judged, known: list[Result], expected: str) -> None:
    assert drawn(measure, known).title == expected


@pytest.mark.parametrize(
    ("basis", "starts", "said"),
    [
        (Basis.CUMULATIVE, [Period(NOW.year, 1).short], " The count starts again each April."),
        (Basis.SNAPSHOT, [], ""),
        (Basis.QUARTER, [], ""),
        (Basis.UNSAID, [], ""),
    ],
)
def test_what_is_counted_up_over_a_year_starts_again_with_the_next(basis: Basis, starts: list[str], said: str) -> None:
    plain = drawn(judged(measure=replace(MEASURE, basis=basis)), results("20", "40", "60", "20", "40"))
    periods = [NOW.later(place - 4).short for place in range(5)]
    assert [period for period, each in zip(periods, plain.points, strict=True) if each.starts_again] == starts
    assert plain.told.partition("(target 65.0%).")[2] == said


@pytest.mark.parametrize("known", [results("59", "58"), results("59", None, "58"), []])
def test_fewer_than_three_results_are_no_line(known: Sequence[Result]) -> None:
    assert line_of(HIGHER, known) is None


def test_words_of_results_and_results_of_other_periods_are_left_out() -> None:
    years = [each._replace(period=each.period.whole_year) for each in results("59", "58", "57")]
    words = [each._replace(actual="Met") for each in results("59", "58", "57")]
    assert line_of(HIGHER, years) is None
    assert line_of(HIGHER, words) is None


def test_a_period_of_which_nothing_is_known_is_a_gap() -> None:
    line = drawn(HIGHER, results("59", "58", None, "57"))
    assert [each.actual for each in line.points] == [Decimal("59.0"), Decimal("58.0"), None, Decimal("57.0")]
    assert line.places[-1] == line.forecast == PointView(name="Year end", actual=Decimal(58), target=Decimal(65))
    assert len({each.name for each in line.places}) == 5


@pytest.mark.parametrize(
    ("measure", "is_drawn"),
    [
        ({"basis": Basis.QUARTER, "unit": "number"}, False),
        ({"basis": Basis.UNSAID, "unit": "number"}, False),
        ({"basis": Basis.CUMULATIVE, "unit": "number"}, True),
        ({"basis": Basis.QUARTER, "unit": "%"}, True),
        ({"basis": Basis.QUARTER, "unit": "number", "year_end_target": Decimal(65)}, True),
        ({"basis": Basis.QUARTER, "unit": "number", "year_end_target": None}, True),
        ({"basis": Basis.QUARTER, "unit": "number", "year_to_date": YearToDate.AVERAGE}, True),
        ({"basis": Basis.QUARTER, "unit": "number", "year_to_date": YearToDate.SUM, "year_end_target": None}, False),
    ],
)
def test_what_a_year_adds_up_to_is_not_drawn_beside_its_parts_but_told(measure: dict[str, Any], is_drawn: bool) -> None:
    whole = {"polarity": Polarity.HIGHER, "year_end_target": Decimal(240), **measure}
    line = drawn(judged(measure=replace(MEASURE, **whole), forecast=Decimal(230)), results("59", "58", "57"))
    assert (line.forecast is not None) == is_drawn
    assert "Forecast for the year end: 230.0" in line.told
    assert (line.high > 230) == is_drawn  # and the axis is that of what is drawn


def test_a_target_that_never_changed_is_said_once_and_others_beside_each_result() -> None:
    assert "Target: 60.0% throughout." in drawn(HIGHER, results("59", "58", "57")).told
    moved = [*results("59", "58", "57")[:2], results("57")[0]._replace(target=Decimal(70))]
    assert f"{NOW.short} 57.0% (target 70.0%)" in drawn(HIGHER, moved).told


def test_a_long_unit_stands_once_and_a_long_name_does_not_lengthen_the_description() -> None:
    measure = replace(MEASURE, unit="per 10,000 population", title="x", aliases=("NI " * 100,))
    line = drawn(judged(measure=measure), results("59", "58", "57"))
    assert line.told.startswith("Results (per 10,000 population): ")
    assert line.told.count("per 10,000") == 1 + line.told.count("throughout") + 2 * line.told.count("Forecast")
    assert len(line.description) < 250
