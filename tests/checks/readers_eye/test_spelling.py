"""Hard texts."""

from dataclasses import replace

from generator.project.house_style import HouseStyle
from tests.checks.readers_eye.commentary import KNOWN, told


def test_hard_texts_are_told_of_where_settings_say_so() -> None:
    hard = "Organisational transformation necessitates multidisciplinary collaboration throughout directorates. " * 15
    on = replace(KNOWN, style=HouseStyle(readability=True))
    assert "LANG02" in told(hard, on)
    assert "LANG02" not in told(hard)
    assert "LANG02" not in told("We met the team. They told us of the plan. It is a good one. " * 10, on)
