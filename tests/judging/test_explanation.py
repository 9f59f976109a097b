"""The steps by which a measure came by its statuses."""

from hashlib import sha256
from pathlib import Path

import pytest

from generator.judging.explanation import explanation_of, trail_of
from tests.projects import GOOD, SETTINGS, Value, fill, make_project
from tests.reported import with_columns
from tests.test_ready_schemes import SCHEMES


@pytest.mark.parametrize("scheme", SCHEMES)
def test_explain_shows_the_steps_of_every_scheme(tmp_path: Path, scheme: str) -> None:
    folder = with_columns(make_project(tmp_path, {"Scheme": scheme}), Floor=80, Stretch=99)
    fill(folder.issue()[0], {**GOOD, "year_ago_actual": 91, "previous_actual": 89})
    (judged,) = folder.gather().judged
    lines = list(explanation_of(judged))
    quarter = lines[lines.index("The quarter, 2024/25 Q3") : lines.index("The year-end forecast")]
    tried = [line.split(":")[0].strip() for line in quarter if line.startswith("    ")]
    names = [status.name for status in SCHEMES[scheme].statuses]
    assert tried == names[: len(tried)]
    assert quarter[-2] == f"  Status: {tried[-1]}"
    assert [line.rsplit("? ", 1)[1] for line in quarter if "? " in line] == [*(["No."] * (len(tried) - 1)), "Yes."]
    assert "  Target: 95.0%. Result: 90.0%." in quarter


def test_a_figure_leads_back_to_its_cell(tmp_path: Path) -> None:
    signed = {"completed_by": "Pat Fletcher", "approved_by": "Jo Ruth", "approved_on": "15/01/2025"}
    folder = make_project(tmp_path)
    (path,) = folder.issue()
    fill(path, {**GOOD, **signed, "quarter_actual": 90.04, "completed_on": None})
    (judged,) = folder.gather().judged
    told, cell = list(explanation_of(judged)), folder.cell("quarter_actual")
    trail = list(trail_of(judged, judged.quarter))
    assert trail[:4] == [
        f"Return: inputs/2024-25-Q3/{path.name}",
        f"SHA-256 of the workbook: {sha256(path.read_bytes()).hexdigest()}",
        "Filled in by Pat Fletcher. Approved by Jo Ruth on 15 January 2025.",
        f"Sheet “Return”, cell {cell}: 90.04. Printed as 90.0%, rounded to 1 decimal (halves away from nought).",
    ]
    assert trail[-1] == "Status: Red"
    assert {line.strip() for line in told} >= set(trail), "explain says the same"


def test_where_nothing_stands_the_trail_says_so(tmp_path: Path) -> None:
    folder = make_project(tmp_path)
    fill(folder.issue()[0], {**GOOD, "quarter_actual": None, "missing_reason": "Awaiting data"})
    (judged,) = folder.gather().judged
    where = f"Sheet “Return”, cell {folder.cell('quarter_actual')}: nothing stands there."
    assert where in list(trail_of(judged, judged.quarter))


@pytest.mark.parametrize(
    ("scheme", "exception", "told"),
    [
        ("derby", "It is an exception: Red for the quarter.", []),
        ("west-berkshire", "It is an exception: Red for the quarter.", ["  The year end is not forecast."]),
    ],
)
def test_without_a_forecast_none_is_explained(tmp_path: Path, scheme: str, exception: str, told: list[str]) -> None:
    folder = with_columns(make_project(tmp_path, {"Scheme": scheme}), Forecast="No")
    fill(folder.issue()[0], {name: value for name, value in GOOD.items() if name != "forecast_actual"})
    (judged,) = folder.gather().judged
    lines = list(explanation_of(judged))
    assert lines[-1] == exception
    assert [line for line in lines if "orecast" in line and "?" not in line] == told


def test_of_a_year_that_has_ended_the_outturn_is_explained(tmp_path: Path) -> None:
    settings = SETTINGS.replace("2024-25-Q3", "2024-25-Q4")
    measure: dict[str, Value] = {"Scheme": "west-berkshire", "Q4 target": 95, "Basis": "discrete quarter"}
    folder = make_project(tmp_path, measure, settings=settings)
    fill(folder.issue()[0], {**GOOD, "forecast_actual": 80})
    (judged,) = folder.gather().judged
    lines = list(explanation_of(judged))
    assert lines[-1] == "It is an exception: Red for the quarter and Red outturn."
    assert "The outturn for the year" in lines
    assert "  The outturn for the year is Red." in lines
    assert "  Target: 96.0%. Outturn: 80.0%." in lines
    assert not [line for line in lines if "orecast" in line and "?" not in line]
