"""What earlier quarters' returns give to this quarter's forms."""

from decimal import Decimal
from pathlib import Path

import pytest

from generator.history.commentary_csv import with_commentary
from generator.history.history_csv import with_history
from generator.history.rows import CommentaryRow, RowState
from generator.model.period import Period
from tests.collecting.round import shown
from tests.history.test_history_csv import row
from tests.projects import GOOD, SETTINGS, Value, fill, make_project


def test_last_quarters_figures_and_narrative_come_with_the_form(tmp_path: Path) -> None:
    settings = SETTINGS.replace("2024-25-Q3", "2024-25-Q2")
    folder = make_project(tmp_path, {"Q2 target": 95}, settings=settings)
    (before,) = folder.issue()
    fill(before, {**GOOD, "context": [f"Line {number}." for number in range(1, 12)], "note_to_team": "Snow."})
    (tmp_path / "inputs" / "scorecard.toml").write_text(SETTINGS, encoding="utf-8")
    (now,) = folder.issue()
    rows = shown(now)
    assert rows["previous_actual"][2] == "90"
    assert str(rows["quarter_actual"][1]).endswith("\nLast time: 90.0%, Red.")
    assert str(rows["forecast_actual"][1]).endswith("\nLast time: 96.0%, Green.")
    assert rows["note_to_team"][5] == "Snow."
    assert [rows[f"context.{line}"][5] for line in (1, 11)] == ["Line 1.", "Line 11."]
    assert rows["context.1"][2] is None, "last quarter's words are beside the answer, not in it"


def test_a_revised_result_reaches_next_years_form(tmp_path: Path) -> None:
    folder = make_project(tmp_path, *[{f"Q{n} target": 95 for n in (1, 2, 3, 4)}])
    for period, revised in (("2023-24-Q3", {"quarter_actual": 90}), ("2023-24-Q4", {"previous_revised": 88})):
        settings = SETTINGS.replace("2024-25-Q3", period)
        (tmp_path / "inputs" / "scorecard.toml").write_text(settings, encoding="utf-8")
        fill(folder.issue()[0], {**GOOD, **revised})
    (tmp_path / "inputs" / "scorecard.toml").write_text(SETTINGS, encoding="utf-8")
    assert shown(folder.issue()[0])["year_ago_actual"][2] == "88"


@pytest.mark.parametrize(
    ("returned", "published", "on_form"),
    [
        (None, "88.0", "88"),
        (90, "88.0", "88"),
        ("88.04", "88.0", "88"),
        ("88.04", "", "88"),
        (90, "", "90"),
    ],
    ids=[
        "the return is gone",
        "it has changed since",
        "it is the same as printed",
        "nothing was published of a long one",
        "nothing was published",
    ],
)
def test_last_quarters_result_is_the_one_that_was_published(
    tmp_path: Path, returned: int | str | None, published: str, on_form: str
) -> None:
    folder = make_project(tmp_path, {"Q2 target": 95}, settings=SETTINGS.replace("Q3", "Q2"))
    if returned is not None:
        fill(folder.issue()[0], {**GOOD, "quarter_actual": Decimal(returned)})
    folder.project.settings.write_text(SETTINGS, encoding="utf-8")
    recorded = row(period=Period(2024, 2), actual=published, state=RowState.FINAL if published else RowState.MISSING)
    folder.project.history.write_text(with_history("", [recorded]), encoding="utf-8", newline="")
    assert shown(folder.issue()[0])["previous_actual"][2] == on_form


@pytest.mark.parametrize("words", [True, False], ids=["commentary.csv has its words", "nothing but the history has it"])
@pytest.mark.parametrize("workbook", ["kept", "changed", "gone"])
@pytest.mark.parametrize("result", ["90.0", ""], ids=["a result", "no result"])
def test_last_quarters_forecast_is_the_one_that_was_published(
    tmp_path: Path, workbook: str, result: str, *, words: bool
) -> None:
    folder = make_project(tmp_path, {"Q2 target": 95}, settings=SETTINGS.replace("Q3", "Q2"))
    (returned,) = folder.issue()
    fill(
        returned,
        {**GOOD, "quarter_actual": 90 if result else None, "forecast_actual": 97 if workbook == "changed" else 96},
    )
    if workbook == "gone":
        returned.unlink()
    folder.project.settings.write_text(SETTINGS, encoding="utf-8")
    state = RowState.FINAL if result else RowState.MISSING
    closed = row(
        period=Period(2024, 2), actual=result, status="Red", forecast="96.0", forecast_status="Green", state=state
    )
    folder.project.history.write_text(with_history("", [closed]), encoding="utf-8", newline="")
    if words:
        answers = [CommentaryRow("PL 01", Period(2024, 2), "context", "Two lorries were off the road.")]
        folder.project.commentary.write_text(with_commentary("", answers), encoding="utf-8", newline="")
    rows = shown(folder.issue()[0])
    assert str(rows["forecast_actual"][1]).endswith("\nLast time: 96.0%, Green.")
    assert str(rows["quarter_actual"][1]).endswith("\nLast time: 90.0%, Red.") is bool(result)


@pytest.mark.parametrize(
    ("measure", "reports", "now"),
    [
        ({}, {"2023-24-Q4": 80, "2024-25-Q3": 85}, "2024-25-Q4"),
        ({"Frequency": "half-yearly"}, {"2023-24-Q4": 80, "2024-25-Q2": 85}, "2024-25-Q4"),
        ({"Frequency": "half-yearly", "Lag": 1}, {"2023-24-Q4": 80, "2024-25-Q2": 85}, "2024-25-Q4"),
        ({"Frequency": "monthly"}, {"2023-24-Q4": 80}, "2024-25-Q4"),
        ({"Frequency": "yearly"}, {"2023-24-Q4": 80}, "2024-25-Q4"),
    ],
    ids=str,
)
@pytest.mark.parametrize("revised", [None, 81])
def test_the_result_of_a_year_ago_is_on_the_form_though_its_quarter_was_never_closed(
    tmp_path: Path, measure: dict[str, Value], reports: dict[str, Value], now: str, revised: Value
) -> None:
    folder = make_project(
        tmp_path, {"Q3 target": None, "Year-end target": None, "Target": 95, "Forecast": "no", **measure}
    )
    for period, result in reports.items():
        folder.project.settings.write_text(SETTINGS.replace("2024-25-Q3", period), encoding="utf-8")
        again = revised if period == "2024-25-Q2" else None
        fill(folder.issue()[0], {**GOOD, "forecast_actual": None, "quarter_actual": result, "previous_revised": again})
    folder.project.settings.write_text(SETTINGS.replace("2024-25-Q3", now), encoding="utf-8")
    year_ago = 81 if revised and "2024-25-Q2" in reports else 80
    assert shown(folder.issue()[0])["year_ago_actual"][2] == str(year_ago)


def test_a_report_in_which_a_measure_was_not_due_takes_its_last_result_from_no_form(tmp_path: Path) -> None:
    settings = SETTINGS.replace("2024-25-Q3", "2024-25-Q4")
    folder = make_project(tmp_path, {"Q3 target": None, "Target": 95, "Frequency": "half-yearly"}, settings=settings)
    reported = row(period=Period(2024, 2), reported_for=Period(2024, 1, 2), actual="85.0")
    not_due = reported._replace(period=Period(2024, 3), actual="", status="", state=RowState.MISSING)
    folder.project.history.write_text(with_history("", [reported, not_due]), encoding="utf-8", newline="")
    assert shown(folder.issue()[0])["previous_actual"][2] == "85"
