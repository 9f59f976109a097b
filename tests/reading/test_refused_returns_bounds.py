"""A return has room for far more text than a committee reads; beyond that it is refused, and says so."""

from pathlib import Path

import pytest

from generator.model.problem import Problem
from generator.reading.refused_returns import CHARACTERS, LINES
from tests.projects import Value, filled_project

CELL = 32_767
IN_FULL = ["a" * CELL, "b" * (CHARACTERS - CELL - 2000)]
FEW_OTHER_LINES = 60
FEW_OTHER_TEXTS = 2000
"""Characters, and more than enough: what else GOOD and the form have in answers."""


def told(tmp_path: Path, **answers: Value | list[str]) -> list[Problem]:
    folder = filled_project(tmp_path / "project", answers)
    return [each for each in folder.gather().problems if each.code == "FORM30"]


@pytest.mark.parametrize(
    ("answers", "refused"),
    [
        ({"context": IN_FULL}, False),
        ({"context": [*IN_FULL, "c" * (FEW_OTHER_TEXTS + 1)]}, True),
        ({"context": ["a" * CELL], "actions": ["b" * CELL]}, True),
        ({"context": ["a" * CELL], "note_to_team": "b" * CELL}, True),
        ({"context": ["a" * CELL], "quarter_status_reason": "b" * CELL}, True),
        ({"context": ["\n".join("a" * (LINES - FEW_OTHER_LINES))]}, False),
        ({"context": ["\n".join("a" * (LINES + 1))]}, True),
        ({"context": ["\n".join("a" * (LINES // 2 + 1))], "actions": ["\r\n".join("a" * (LINES // 2 + 1))]}, True),
        ({"quarter_status_reason": "\n" * LINES + "a"}, True),
    ],
    ids=[
        "just as much as there is room for",
        "a little more",
        "in two narratives",
        "with the note to the team",
        "with a reason",
        "just as many lines",
        "more lines",
        "more lines in two narratives",
        "more lines in a reason",
    ],
)
def test_text_beyond_what_a_report_can_hold(
    tmp_path: Path, answers: dict[str, Value | list[str]], refused: bool
) -> None:
    found = told(tmp_path, **answers)
    assert len(found) == refused
    assert all(each.is_error and "aaa" not in each.message for each in found)
