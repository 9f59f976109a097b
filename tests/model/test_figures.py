"""Figures, and how a deviation is printed."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.model.figures import two_decimals


@given(st.fractions())
def test_two_decimals_are_the_nearest_hundredth(deviation: Fraction) -> None:
    assume(abs(deviation) < 10**12)
    shown = two_decimals(deviation)
    assert shown is not None
    assert abs(Fraction(shown) - deviation) <= Fraction(1, 200)


@pytest.mark.parametrize(
    ("deviation", "shown"),
    [("0", "0.00"), ("0.005", "0.01"), ("-0.005", "-0.01"), ("-0.004", "0.00"), ("70", "70.00"), ("-2/3", "-0.67")],
)
def test_halves_go_away_from_zero_and_nothing_is_minus_zero(deviation: str, shown: str) -> None:
    assert two_decimals(Fraction(deviation)) == shown
