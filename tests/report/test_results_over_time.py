from decimal import Decimal

import pytest

from generator.model.figures import type_of_figure
from generator.model.officer_return import Half, Return, Source
from generator.model.period import Period
from generator.report.results_over_time import line_through, results_in_a_row

NOW = Period(2024, 3)
LAST, YEAR_AGO, LONG_AGO = NOW.previous, NOW.year_ago, Period(2022, 1)
Results = dict[Period, type_of_figure]


def given(actual: int | None, **earlier: Decimal) -> Return:
    half = Half(actual=None if actual is None else Decimal(actual))
    return Return(measure_code="PL 01", period=NOW, source=Source(file="", sha256=""), quarter=half, **earlier)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("returned", "history", "expected"),
    [
        (given(5), {}, {}),
        (given(5, previous_actual=Decimal(4)), {}, {LAST: 4, NOW: 5}),
        (given(5, year_ago_actual=Decimal(3)), {}, {YEAR_AGO: 3, NOW: 5}),
        (given(5, previous_actual=Decimal(4), previous_revised=Decimal(6)), {}, {LAST: 6, NOW: 5}),
        (
            given(5, previous_actual=Decimal(4)),
            {LONG_AGO: Decimal(1), LAST: Decimal(9)},
            {LONG_AGO: 1, LAST: 4, NOW: 5},
        ),
        (given(None, previous_actual=Decimal(4)), {}, {LAST: 4}),
    ],
)
def test_results_stand_in_a_row_where_an_earlier_one_is_known(
    returned: Return, history: Results, expected: Results
) -> None:
    row = results_in_a_row(returned, history)
    assert dict(row) == expected
    assert [period for period, _ in row] == sorted(expected)


@pytest.mark.parametrize(
    ("figures", "line"),
    [
        ([(LAST, "4"), (NOW, "6")], "0,18 100,2"),
        ([(YEAR_AGO, "1"), (LAST, "3"), (NOW, "2")], "0,18 75,2 100,10"),
        ([(LAST, "5.0"), (NOW, "5")], "0,10 100,10"),
        ([(NOW, "5")], ""),
        ([], ""),
    ],
)
def test_results_are_drawn_as_a_line(figures: list[tuple[Period, str]], line: str) -> None:
    assert line_through([(period, Decimal(figure)) for period, figure in figures]) == line


def test_words_are_not_drawn() -> None:
    assert line_through([(LAST, "On track"), (NOW, "Completed")]) == ""
