"""Which problems come first, and which an officer may leave."""

import pytest

from generator.checks.readers_eye.weight import in_order, is_style, weight
from generator.model.messages.wording import Severity
from generator.model.problem import Place, Problem, problem

PLACE = Place("x.xlsx")
PLACE_OF_ACTIONS = Place("x.xlsx", "Actions", "C8")
CUT_OFF = problem("TEXT01", PLACE, found="x", how="in the middle of a sentence")
NO_FULL_STOP = problem("TEXT01", PLACE, found="x", how="without a full stop (2 times in this return)")


@pytest.mark.parametrize(
    ("told", "style"),
    [
        (CUT_OFF, False),
        (NO_FULL_STOP, True),
        (problem("TEXT10", PLACE, found="x"), True),
        (problem("TEXT10", PLACE, Severity.ERROR, found="x"), False),
        (problem("NUM01", PLACE, found="x"), False),
        (problem("FIG01", PLACE), False),
    ],
)
def test_what_is_about_style_alone(told: Problem, style: bool) -> None:
    assert is_style(told) is style


def test_figures_and_disclosure_come_before_words_and_style_comes_last() -> None:
    codes = ("FIG01", "NUM01", "PUB01", "TIME01", "TEXT06", "TEXT10")
    assert [weight(problem(code, PLACE, found="x")) for code in codes] == [0, 1, 1, 2, 2, 3]


def test_errors_come_before_warnings_whatever_the_sheet() -> None:
    warning = problem("ACT09", PLACE_OF_ACTIONS, Severity.WARNING, found="x")
    last, error = problem("FIG01", Place("y.xlsx", "Return", "C6")), problem("FIG01", Place("x.xlsx", "Return", "C6"))
    assert in_order([last, warning, error]) == (error, warning, last)
