"""A return has room for far more text than a committee reads; beyond that it is refused, and says so."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.action import ActionAnswer
from generator.model.problem import Problem
from generator.reading.opened_workbook import Opened
from generator.reading.readings import Reading
from generator.reading.refused_returns import CHARACTERS, LINES, within_bounds
from generator.xlsx import Book, Cell, CellKind, Sheet
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


def test_only_what_officers_wrote_of_actions_counts(tmp_path: Path) -> None:
    issued = ActionAnswer(id="A1", title="Hire", owner="Pat", cells={f"name {each}": "A7" for each in range(11)})
    returned = filled_project(tmp_path / "project").gather().judged[0].returned

    def told_of(update: str) -> list[str]:
        form = replace(returned, on_actions=(replace(issued, update=update),) * (LINES - FEW_OTHER_LINES))
        whole = Sheet("Actions", "visible", {(1, 1): Cell(1, 1, CellKind.TEXT, text="\n" * (LINES + 1))})
        opened = Opened("", Book((whole,), ()))
        (found,) = within_bounds((Reading("a.xlsx", None, form, ()),), opened)
        return [each.code for each in found.problems]

    assert told_of("Soon") == []
    assert told_of("x" * 60) == ["FORM30"]
