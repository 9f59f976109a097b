"""Figures, and how a deviation is printed."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.model.figures import Amount, Span, as_figure, two_decimals, type_of_figure, with_unit, written


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


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Decimal("-3.20"), "-3.20"),
        (Decimal("1E+2"), "100"),
        (Span(Decimal(40), Decimal("60.5")), "40 to 60.5"),
        (date(2024, 5, 4), "2024-05-04"),
        ("Yes", "Yes"),
        ("Not begun", "Not begun"),
        (None, None),
    ],
    ids=str,
)
def test_a_figure_is_read_as_it_is_written(figure: type_of_figure | None, text: str | None) -> None:
    assert written(figure) == text
    assert as_figure(text or "") == figure


@pytest.mark.parametrize(
    ("amount", "unit", "told"),
    [
        (Amount(percent=Fraction(5)), "%", "5%"),
        (Amount(units=Fraction(3)), "%", "3 percentage points"),
        (Amount(units=Fraction(1)), "%", "1 percentage point"),
        (Amount(units=Fraction(100_000)), "£", "£100,000"),
        (Amount(units=Fraction(2)), "days", "2 days"),
        (Amount(units=Fraction(2)), "number", "2"),
        (Amount(percent=Fraction(5), units=Fraction(2)), "days", "5% or 2 days (whichever is lower)"),
    ],
)
def test_an_amount_is_told_in_the_measures_unit(amount: Amount, unit: str, told: str) -> None:
    assert amount._replace(unit=unit).in_words == told


@pytest.mark.parametrize(
    ("digits", "unit", "printed"),
    [
        ("7.9", "£m", "£7.9m"),
        ("-7.9", "£m", "-£7.9m"),
        ("7.9", "£ million", "£7.9 million"),
        ("12", "£k", "£12k"),
        ("12", "£", "£12"),
        ("12", "£ per head", "12 £ per head"),
        ("12", "days", "12 days"),
        ("90", "%", "90%"),
        ("90", "number", "90"),
    ],
)
def test_a_unit_stands_where_people_write_it(digits: str, unit: str, printed: str) -> None:
    assert with_unit(digits, unit) == printed
