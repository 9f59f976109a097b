"""An axis is round, short and honest."""

from decimal import Decimal

import pytest

from generator.model.period import Period
from generator.report.page.over_time.axis import axis_for, under_axis


@pytest.mark.parametrize(
    ("figures", "is_share", "expected"),
    [
        (["91.5", "97.2", "98.4"], True, (90, 100, 5)),
        (["88", "100"], True, (85, 100, 5)),
        (["88", "104"], True, (80, 110, 10)),
        (["22", "45", "106"], False, (0, 150, 50)),
        (["44745", "60000", "125000"], False, (0, 150_000, 50_000)),
        (["-3", "4"], False, (-5, 5, 5)),
        (["-9", "-8"], False, (-10, -7, 1)),
        (["0"], False, (0, 1, 1)),
        (["7"], False, (6, 8, 1)),
        (["0.021", "0.023"], False, ("0.02", "0.024", "0.002")),
    ],
)
def test_an_axis_is_round_and_begins_at_nought_unless_all_figures_lie_far_from_it(
    figures: list[str], is_share: bool, expected: tuple[str, str, str]
) -> None:
    axis = axis_for([Decimal(each) for each in figures], is_share=is_share)
    assert (axis.low, axis.high, axis.step) == tuple(map(Decimal, expected))
    assert 1 <= (axis.high - axis.low) / axis.step <= 3
    assert all(axis.low <= Decimal(each) <= axis.high for each in figures)


@pytest.mark.parametrize(
    ("code", "name"),
    [("2018-19-Q2", "Q2 18/19"), ("2026-27-M05", "Aug 2026"), ("2026-27-H1", "H1 26/27"), ("2026-27", "2026/27")],
)
def test_a_period_is_two_short_words_under_an_axis(code: str, name: str) -> None:
    assert under_axis(Period.parse(code)) == name
