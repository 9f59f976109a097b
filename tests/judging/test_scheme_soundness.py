"""Whether a scheme is sound: each figure has one status, and each status a figure."""

import pytest

from generator.judging.scheme_file import read_scheme
from generator.model.problem import Unusable
from generator.project.folder import BUNDLED_TEMPLATES
from tests.judging.schemes import RANGE, check_fault


def test_a_scheme_that_forgets_one_end_of_a_range_has_a_gap() -> None:
    with pytest.raises(Unusable, match="there is a gap"):
        read_scheme(RANGE.replace('"worse than upper"', '"worse than lower"'), "band.toml")


def test_a_change_needs_an_earlier_figure_which_a_trend_has_not() -> None:
    highland = (BUNDLED_TEMPLATES / "schemes" / "highland.toml").read_text(encoding="utf-8")
    with pytest.raises(Unusable, match="which has no earlier figure"):
        read_scheme(highland.replace('against = "year ago"', 'against = "trend"'), "highland.toml")


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('name = "Red"', 'name = "amber"', 41, "two statuses called “amber”"),
        ('when = { deviation = "> margin" }', 'when = { deviation = ["> 5%", "< 0%"] }', 14, "contradict each other"),
        ('"> margin"', '">= -10%"', 23, "“Green” can never be reached: “Blue” before it"),
        (
            'name = "Red"',
            'name = "Red"\nwhen = { deviation = "< -8%" }',
            41,
            "a gap: no status covers a figure 8% worse",
        ),
        (
            'name = "Red"',
            'name = "Red"\nwhen = { deviation = "<= -5%" }',
            41,
            "“Red” and “Amber” overlap: both cover a figure 5%",
        ),
        ('when = { deviation = ">= 0%" }', 'when = { deviation = "< -5%" }', 32, "it is for better figures"),
    ],
)
def test_a_faulty_scheme_says_what_is_wrong_and_where(old: str, new: str, line: int, words: str) -> None:
    check_fault(old, new, line, words)
