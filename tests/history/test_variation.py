"""Process limits and the four rules, against the examples that the package of “Making Data Count” publishes.

NHSRplotthedots checks itself by them: its snapshots of limits, and the vectors that its rules are tested with.
"""

from collections.abc import Sequence
from fractions import Fraction
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.history.variation import Assurance, Cause, Limits, SignalMeaning, limits_of, points_of

# The 20 numbers that R draws from a standard normal distribution after set.seed(123).
DRAWN = [
    *("-0.56047565", "-0.23017749", "1.55870831", "0.07050839", "0.12928774", "1.71506499", "0.46091621"),
    *("-1.26506123", "-0.68685285", "-0.44566197", "1.22408180", "0.35981383", "0.40077145", "0.11068272"),
    *("-0.55584113", "1.78691314", "0.49785048", "-1.96661716", "0.70135590", "-0.47279141"),
]
TO_R = {Cause.NONE: "common", Cause.BEYOND_LIMITS: "limit", Cause.TREND: "trend"}
TO_R |= {Cause.NEAR_LIMIT: "2 in 3", Cause.ONE_SIDE: "7 points"}


def fractions(*values: str | int) -> list[Fraction]:
    return [Fraction(each) for each in values]


@pytest.mark.parametrize(
    ("values", "mean", "lower", "upper"),
    [
        (DRAWN, "0.142", "-3.01", "3.29"),
        (DRAWN[:10], "0.0746", "-2.60", "2.75"),
        (DRAWN[10:], "0.209", "-3.28", "3.70"),
    ],
)
def test_limits_are_those_that_the_package_publishes(values: list[str], mean: str, lower: str, upper: str) -> None:
    limits = limits_of(fractions(*values))
    assert [f"{float(each):.3g}" for each in (limits.mean, limits.lower, limits.upper)] == [
        f"{float(each):.3g}" for each in (mean, lower, upper)
    ]
    assert {each.cause for each in points_of(fractions(*values), limits)} == {Cause.NONE}


WIDE = Limits(Fraction(0), Fraction(-90), Fraction(90), 12)
"""Limits within which nothing is near an end, to see one rule at a time."""


def causes(values: Sequence[Fraction], limits: Limits = WIDE) -> str:
    return " ".join(TO_R[each.cause] for each in points_of(values, limits))


@pytest.mark.parametrize(
    ("values", "found"),
    [
        # the rule of a trend: 1:6, c(1:3, 3:6), 1:7, c(2, 1:7, 3), 7:1
        (range(-3, 3), "common " * 6),
        ((-3, -2, -1, -1, 0, 1, 2), "common " * 7),
        (range(-3, 4), "trend " * 7),
        ((-2, *range(-3, 4), -1), f"common {'trend ' * 7}common"),
        (range(3, -4, -1), "trend " * 7),
        # the rule of one side: six are no signal, nor are seven with one on the mean or beyond it
        ((1, 2) * 3, "common " * 6),
        ((*(1, 2) * 3, -1), "common " * 7),
        ((*(1, 2) * 3, 0), "common " * 7),
        ((*(1, 2) * 4, -1), f"{'7 points ' * 8}common"),
        ((*(-1, -2) * 4, 1), f"{'7 points ' * 8}common"),
        # the rule of two of three: 70 and more of 90 is near, and only what is near is marked
        ((70, 1, 70, -1), "2 in 3 common 2 in 3 common"),
        ((1, 70, 70, -1), "common 2 in 3 2 in 3 common"),
        ((70, -1, 70, -1), "common " * 4),
        ((70, 1, 1, 70), "common " * 4),
        ((70, 1, 1, 70, 70), "common common common 2 in 3 2 in 3"),
        ((70, -70, 70, -70), "common " * 4),
        # beyond a limit, not on it; what is beyond is not counted as near
        ((90, -1, 91, -91), "common common limit limit"),
        ((91, 1, 70, -1), "limit common common common"),
    ],
)
def test_each_rule_finds_what_the_package_finds(values: Sequence[int], found: str) -> None:
    assert causes(fractions(*values)) == found.strip()


def test_a_signal_points_as_the_package_says() -> None:
    rising = points_of(fractions(*range(-3, 4)), WIDE)
    assert {each.way for each in rising} == {1}
    assert [rising[0].meaning(way) for way in (1, -1, 0)] == [
        SignalMeaning.IMPROVEMENT,
        SignalMeaning.CONCERN,
        SignalMeaning.HIGH,
    ]
    turning = points_of(fractions(*range(-3, 4), *range(2, -4, -1)), WIDE)
    assert [each.way for each in turning] == [*[1] * 6, *[-1] * 7]
    low = points_of(fractions(-91), WIDE)[0]
    assert [low.meaning(way) for way in (1, -1, 0)] == [
        SignalMeaning.CONCERN,
        SignalMeaning.IMPROVEMENT,
        SignalMeaning.LOW,
    ]
    assert points_of(fractions(0), WIDE)[0].meaning(1) is SignalMeaning.NO_SIGNAL


@pytest.mark.parametrize(
    ("lower", "upper", "higher", "smaller"),
    [
        (1, 3, Assurance.MISSED, Assurance.MET),
        (5, 7, Assurance.MET, Assurance.MISSED),
        (1, 5, Assurance.EITHER, Assurance.EITHER),
        (4, 5, Assurance.EITHER, Assurance.EITHER),
    ],
)
def test_assurance_is_the_packages(lower: int, upper: int, higher: Assurance, smaller: Assurance) -> None:
    limits = Limits(Fraction(lower + upper, 2), Fraction(lower), Fraction(upper), 12)
    assert (limits.assurance(Fraction(4), 1), limits.assurance(Fraction(4), -1)) == (higher, smaller)


def test_an_outlying_range_is_left_out() -> None:
    """Ranges 1 (11 times) and 99: their mean is 9.17, 3.267 times that is below 99, and the mean of the rest is 1."""
    limits = limits_of(fractions(*(0, 1) * 6, 100))
    assert limits.upper - limits.mean == Fraction(266, 100)
    once = limits_of(fractions(*("4.6",) * 13, "3.8"))
    assert (round(float(once.lower), 2), round(float(once.upper), 2)) == (4.38, 4.71)
    same = limits_of(fractions(5, 5, 5))
    assert [same.lower, same.upper] == fractions(5, 5)


@given(st.lists(st.integers(-50, 50), min_size=7, max_size=20))
def test_whatever_the_results_each_is_marked_once_and_within_its_words(values: list[int]) -> None:
    limits = limits_of(fractions(*values))
    assert float(limits.mean) == pytest.approx(fmean(values))
    for each in points_of(fractions(*values), limits):
        assert (each.way == 0) == (each.cause is Cause.NONE)
        assert (each.cause is Cause.BEYOND_LIMITS) == (not limits.lower <= each.value <= limits.upper)
