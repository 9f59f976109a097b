"""Figures found in a text."""

import pytest

from generator.checks.readers_eye.figures_in_text import figures_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("56.3% and 1,200 and £5.20", [("56.3", 1, "%"), ("1200", 0, ""), ("5.20", 2, "£")]),
        ("3 FTE days, 2 percentage points", [("3", 0, "day"), ("2", 0, "points")]),
        ("2018/19, CM PM24, 85-90%, 01.04.18", []),
    ],
)
def test_figures(text: str, expected: list[tuple[str, int, str]]) -> None:
    found = [(str(each.value), each.decimals, each.unit) for each in figures_in(text)]
    assert found == expected
