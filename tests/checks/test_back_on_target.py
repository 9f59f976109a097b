"""What is asked of a day by when a measure is back on target, and of the confidence in its forecast."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.history.history_csv import with_history
from generator.model.period import Period
from tests.history.test_history_csv import row
from tests.projects import GOOD, SETTINGS, Folder, Value, fill, make_project

DAY = '[[question]]\nkey = "back_on_target"\nlabel = "Back on target by"\ntakes = "date"\nneeded = "if wished"\n'
SURE = (
    '[[question]]\nkey = "confidence"\nlabel = "Confidence"\ntakes = "choice"\nneeded = "if wished"\n'
    'choices = ["High", "Medium", "Low"]\n'
)
TEXT = '[[question]]\nkey = "{key}"\nlabel = "{key} written"\nneeded = "if wished"\n'
STATES = [row(period=Period(2023, 1).later(at), actual=f"{each}.0") for at, each in enumerate((80, 81, 83, 82, 84, 85))]


def returned(root: Path, settings: str, answers: dict[str, Any]) -> Folder:
    folder = make_project(root, settings=SETTINGS + settings)
    (path,) = folder.issue()
    signed = {key: GOOD[key] for key in ("quarter_actual", "forecast_actual", "completed_by", "approved_by")}
    fill(path, {**signed, **answers})
    return folder


def asked(folder: Folder) -> list[str]:
    return [each.message for each in folder.gather().problems if each.code in {"QRY08", "QRY09", "QRY10", "QRY11"}]


SOON = date(2025, 3, 1)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, ""),
        ({"back_on_target": SOON, "actions": "A lorry is hired."}, ""),
        ({"back_on_target": SOON}, "nothing is written under “actions written”"),
        ({"back_on_target": SOON, "cause": "The fleet is old."}, "nothing is written under “actions written”"),
        ({"back_on_target": SOON, "note_to_team": "As agreed."}, ""),
        ({"back_on_target": date(2024, 12, 31), "actions": "A."}, "Q3 2024/25 ended on 31 December 2024"),
        (
            {"back_on_target": SOON, "actions": "A.", "forecast_actual": 91},
            "is 1 March 2025, but on 31 March 2025 it is forecast to be 91.0%, which is Red.",
        ),
        ({"back_on_target": date(2025, 4, 1), "actions": "A.", "forecast_actual": 91}, ""),
    ],
)
def test_a_day_is_held_against_actions_period_and_forecast(tmp_path: Path, answers: dict[str, Any], words: str) -> None:
    told = asked(returned(tmp_path, TEXT.format(key="cause") + TEXT.format(key="actions") + DAY, answers))
    assert len(told) == bool(words)
    assert words in "".join(told)


def test_where_no_question_is_called_actions_any_text_is_enough(tmp_path: Path) -> None:
    settings = TEXT.format(key="progress") + DAY
    assert asked(returned(tmp_path / "with", settings, {"back_on_target": SOON, "progress": "A lorry is hired."})) == []
    (told,) = asked(returned(tmp_path / "without", settings, {"back_on_target": SOON}))
    assert "“progress written”" in told


def test_other_questions_of_these_names_mean_nothing_of_the_kind(tmp_path: Path) -> None:
    settings = TEXT.format(key="back_on_target") + TEXT.format(key="confidence")
    assert asked(returned(tmp_path, settings, {"back_on_target": "1 March 2024", "confidence": "High"})) == []


@pytest.mark.parametrize(("sure", "is_asked"), [("High", True), ("Medium", False), (None, False)])
def test_the_highest_confidence_in_what_never_happened_is_asked_about(
    tmp_path: Path, sure: Value, *, is_asked: bool
) -> None:
    folder = returned(tmp_path, SURE, {"confidence": sure})
    folder.project.history.write_text(with_history("", STATES), encoding="utf-8", newline="")
    told = asked(folder)
    rise = "6.0 points by the end of the year; the largest rise from one quarter to the next since Q1 2023/24 was"
    assert (len(told), rise in "".join(told)) == (is_asked, is_asked)
