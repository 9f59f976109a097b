"""How far past forecasts were from what came: in reports where settings want it, in data wherever it is known."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.documents.measures_csv import measures_csv
from generator.documents.report_json import report_json
from generator.history.history_csv import with_history
from generator.history.rows import HistoryRow
from generator.model.period import Period
from tests.history.test_history_csv import row
from tests.projects import Folder, Value, filled_project

SCHEMA = json.loads(Path("generator/documents/schemas/report.schema.json").read_text(encoding="utf-8"))
YEARS = [
    *(row(period=Period(2022, 3), forecast="96.0"), row(period=Period(2022, 4), actual="90.0")),
    *(row(period=Period(2023, 3), forecast="84.0"), row(period=Period(2023, 4), actual="90.4")),
]


def folder_after(
    root: Path,
    *rows: HistoryRow,
    settings: str = "",
    measure: Mapping[str, Value] | None = None,
    answers: Mapping[str, Value] | None = None,
) -> Folder:
    folder = filled_project(root, answers, measure)
    folder.project.history.write_text(with_history("", rows), encoding="utf-8", newline="")
    text = folder.project.settings.read_text("utf-8")
    folder.project.settings.write_text(text + settings, encoding="utf-8")
    return folder


def test_the_report_says_it_where_settings_want_it(tmp_path: Path) -> None:
    page = folder_after(tmp_path, *YEARS, settings="forecast_record = true\n").page()
    assert page.movement
    assert page.movement.sentences[-1] == (
        "Forecasts made in Q3 of earlier years missed by 6.2 points on average (2 forecasts of 1 measure)."
    )
    (measure,) = page.groups[0].measures
    assert measure.remarks[-1] == "Its Q3 forecasts of earlier years missed by 6.2 points on average."


def test_it_says_nothing_of_itself(tmp_path: Path) -> None:
    page = folder_after(tmp_path, *YEARS).page()
    said = (*page.groups[0].measures[0].remarks, *(page.movement.sentences if page.movement else ()))
    assert not any("forecasts" in each.casefold() for each in said)


@pytest.mark.parametrize(("settings", "is_there"), [("", True), ('forecast = "none"\n', False)])
def test_data_has_it_of_measures_that_are_forecast_now(tmp_path: Path, settings: str, is_there: bool) -> None:
    report = folder_after(tmp_path, *YEARS, settings=settings).gather().report
    data = json.loads(report_json(report))
    assert [*Draft202012Validator(SCHEMA).iter_errors(data)] == []
    (told,) = data["directorates"][0]["measures"]
    known = {"missed_by": "6.2", "unit": "%", "forecasts": 2, "measures": 1}
    made = [
        {"period": "2022-23-Q3", "forecast": "96.0", "came": "90.0"},
        {"period": "2023-24-Q3", "forecast": "84.0", "came": "90.4"},
    ]
    assert data.get("forecast_record") == (known if is_there else None)
    assert told.get("forecast_record") == ({**known, "made": made} if is_there else None)
    assert (b"forecast_missed_by" in measures_csv(report)) is is_there


STATES = [row(period=Period(2023, 1).later(at), actual=f"{each}.0") for at, each in enumerate((80, 81, 83, 82, 84, 85))]


RISE, SINCE = "That needs a rise of", "since Q1 2023/24"


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({"forecast_actual": 92}, None),
        (
            {"forecast_actual": 96},
            (
                f"{RISE} 6.0 points by the end of the year; "
                f"the largest rise from one quarter to the next {SINCE} was 5.0 points."
            ),
        ),
        ({"forecast_actual": 96, "note_to_team": "A new fleet comes in January."}, None),
    ],
)
def test_a_forecast_that_needs_what_never_happened_is_asked_about(
    tmp_path: Path, answers: dict[str, Value], asked: str | None
) -> None:
    """From 85 to 90 this quarter is the largest rise that is recorded."""
    problems = folder_after(tmp_path, *STATES, answers=answers).gather().problems
    told = [each.message for each in problems if each.code == "QRY07"]
    assert (told[0].partition(". ")[2] if told else None) == asked


def test_of_sums_it_says_what_each_quarter_left_needs(tmp_path: Path) -> None:
    results = enumerate(("10", "30", "60", "70", "20", "45"))
    sums = [row(period=Period(2023, 1).later(at), actual=each) for at, each in results]
    measure: dict[str, Value] = {"Unit": "", "Decimals": 0, "Basis": "cumulative", "Q3 target": 60}
    folder = folder_after(tmp_path, *sums, measure=measure, answers={"quarter_actual": 60, "forecast_actual": 95})
    (told,) = (each for each in folder.gather().problems if each.code == "QRY07")
    assert told.message == (
        "“Forecast” is 95. That needs 35 in the quarter that is left; the most of any quarter since Q1 2023/24 was 30."
    )
