"""What a report says of a result that is a signal, or is none; only where the settings want it, and enough is known."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.documents.report_json import report_json
from generator.history.history_csv import with_history
from generator.model.period import Period
from generator.reading.register.rebased import REBASED_HEADERS, SHEET
from generator.report.signal_or_noise import SIGNAL_LABEL
from tests.history.test_history_csv import row
from tests.projects import SETTINGS, Folder, Value, filled_project, render
from tests.reading.register.sheets import with_sheet

SCHEMA = json.loads(Path("generator/documents/schemas/report.schema.json").read_text(encoding="utf-8"))
FIRST = Period(2021, 4)
STEADY = (91, 93, 92, 94, 91, 93, 92, 93, 91, 92, 93)
"""The eleven quarters before Q3 2024/25, the report's."""


def after(
    root: Path,
    results: Sequence[float] = STEADY,
    *,
    answers: Mapping[str, Value] | None = None,
    measure: Mapping[str, Value] | None = None,
    settings: str = "signals = true\n",
) -> Folder:
    folder = filled_project(root, answers, measure)
    rows = [row(period=FIRST.later(at), actual=f"{each:.1f}") for at, each in enumerate(results)]
    folder.project.history.write_text(with_history("", rows), encoding="utf-8", newline="")
    folder.project.settings.write_text(f'{SETTINGS}listing = "all"\n{settings}', encoding="utf-8")
    return folder


def said(folder: Folder) -> list[str]:
    (measure,) = folder.page().groups[0].measures
    return [each.text for each in measure.facts if each.label == SIGNAL_LABEL]


def test_a_result_beyond_its_limits_is_a_signal_in_every_document(tmp_path: Path) -> None:
    folder = after(tmp_path, answers={"quarter_actual": 80})
    (words,) = said(folder)
    # The mean is 91.25; the ranges are 29 in 11, of which 13 is left out, so 1.6 on average: 2.66 of them are 4.256.
    assert words == ("▼ Concern: the result is below its usual range. Usual range: 87.0% to 95.5%.")
    report = folder.gather().report
    made = render(folder.setup, report)
    assert words in made["exceptions.html"].decode()
    data = json.loads(report_json(report))
    assert [*Draft202012Validator(SCHEMA).iter_errors(data)] == []
    told = data["directorates"][0]["measures"][0]
    assert told["signal"] == {
        "meaning": "concern",
        "cause": "beyond limits",
        "icon": "▼",
        "words": words,
        "results": 12,
        "trial": False,
        "mean": "91.3",
        "lower": "87.0",
        "upper": "95.5",
        "assurance": None,
        "reckoned_from": None,
        "reason": None,
    }
    assert told["quarter"]["status"] == "Red"


@pytest.mark.parametrize(
    ("results", "answers", "measure", "words"),
    [
        (STEADY, {"quarter_actual": 92}, {}, "● No signal: the result varies as it usually does."),
        (STEADY, {"quarter_actual": 99}, {}, "▲ Improvement: the result is above its usual range."),
        (STEADY, {"quarter_actual": 99}, {"Polarity": "lower"}, "▲ Concern: the result is above its usual range."),
        (STEADY, {"quarter_actual": 99}, {"Polarity": "none"}, "▲ Signal: the result is above its usual range."),
        (
            (*STEADY[:5], 84, 85, 86, 87, 88, 89),
            {"quarter_actual": 90},
            {},
            "▲ Improvement: seven results in a row, each",
        ),
        (
            STEADY,
            {"quarter_actual": 92},
            {"Q3 target": 93},
            "The target lies within it, so whether a result meets it is",
        ),
        (STEADY, {"quarter_actual": 92}, {"Q3 target": 99}, "The target lies outside it, and will not be met unless"),
        (STEADY, {"quarter_actual": 92}, {"Q3 target": 80}, "The target lies outside it, and will be met unless"),
    ],
)
def test_polarity_and_target_say_what_it_means(
    tmp_path: Path, results: Sequence[float], answers: dict[str, Value], measure: dict[str, Value], words: str
) -> None:
    (told,) = said(after(tmp_path, results, answers=answers, measure=measure))
    assert words in told
    assert "trial" not in told


@pytest.mark.parametrize("target", [80, 99])
def test_of_a_signal_nothing_is_foretold(tmp_path: Path, target: int) -> None:
    (told,) = said(after(tmp_path, answers={"quarter_actual": 99}, measure={"Q3 target": target}))
    assert told == "▲ Improvement: the result is above its usual range. Usual range: 87.5% to 98.2%."


@pytest.mark.parametrize(
    ("by", "result", "unit", "ends"),
    [
        (6, 99, "%", "94.5% to 100.0%"),
        (6, 101, "%", "94.1% to 102.9%"),
        (6, 99, "cases", "94.5 cases to 102.2 cases"),
        (-91, 1, "%", "0.0% to 5.4%"),
        (-91, -1, "%", "-3.5% to 5.7%"),
    ],
)
def test_no_usual_range_goes_where_no_result_can(tmp_path: Path, by: int, result: int, unit: str, ends: str) -> None:
    results = [each + by for each in STEADY]
    (told,) = said(after(tmp_path, results, answers={"quarter_actual": result}, measure={"Unit": unit}))
    assert f"Usual range: {ends}." in told


def test_limits_of_fewer_than_twelve_are_trial_limits(tmp_path: Path) -> None:
    folder = after(tmp_path / "ten", STEADY[:6], answers={"quarter_actual": 92})
    rows = [row(period=Period(2024, 2).later(-at), actual=f"{each}.0") for at, each in enumerate(STEADY[:6])]
    folder.project.history.write_text(with_history("", rows), encoding="utf-8", newline="")
    assert "(trial limits, of 7 results)" in said(folder)[0]
    folder.project.history.write_text(with_history("", rows[:5]), encoding="utf-8", newline="")
    assert said(folder) == []


@pytest.mark.parametrize(
    ("answers", "measure", "settings"),
    [
        ({}, {}, ""),
        ({}, {}, "signals = false\n"),
        ({}, {"Basis": "cumulative"}, "signals = true\n"),
        ({}, {"Basis": "rolling year"}, "signals = true\n"),
        ({"quarter_actual": None, "missing_reason": "The system was down."}, {}, "signals = true\n"),
    ],
)
def test_nothing_is_said_where_nothing_can_be(
    tmp_path: Path, answers: dict[str, Value], measure: dict[str, Value], settings: str
) -> None:
    folder = after(tmp_path, answers=answers, measure=measure, settings=settings)
    assert said(folder) == []
    assert b'"signal"' not in report_json(folder.gather().report)


def test_limits_begin_anew_where_the_register_says_why(tmp_path: Path) -> None:
    folder = after(tmp_path, (*(70, 71, 70, 71, 70), *STEADY[:6]), answers={"quarter_actual": 92})
    assert "Improvement" in said(folder)[0]
    with_sheet(folder, SHEET, REBASED_HEADERS, ["PL 01", "Q1 2023/24", "A new contract."])
    (told,) = said(folder)
    assert told.startswith("● No signal")
    assert told.endswith("It is reckoned from Q1 2023/24 on: A new contract.")
    assert "(trial limits, of 7 results)" in told
