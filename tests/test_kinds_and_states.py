"""Kinds of measure, schemes of their own, and states that are not a number: from the register to the report."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.model.problem import Unusable
from tests.projects import GOOD, SETTINGS, Folder, Value, fill, filled_project, make_project
from tests.reported import Row, only, reported, shown, with_columns


@pytest.mark.parametrize(
    ("row", "actual", "figures", "status"),
    [
        ({"Kind": "percentage", "Unit": None}, "90%", ("95.0%", "90.0%"), "Red"),
        ({"Kind": "money", "Unit": None, "Decimals": 0, "Q3 target": 1000}, "£1,020", ("£1,000", "£1,020"), "Green"),
        (
            {"Kind": "days", "Unit": None, "Polarity": "lower", "Q3 target": 10},
            "9.5 days",
            ("10.0 days", "9.5 days"),
            "Blue",
        ),
        ({"Kind": "rate", "Unit": "per 1,000", "Q3 target": 5}, 4.9, ("5.0 per 1,000", "4.9 per 1,000"), "Amber"),
        (
            {"Kind": "ratio", "Unit": None, "Q3 target": "3:1", "Year-end target": 3},
            "2.9:1",
            ("3.0:1", "2.9:1"),
            "Amber",
        ),
        ({"Kind": "yes/no", "Unit": None, "Q3 target": "Yes", "Year-end target": "Yes"}, "no", ("Yes", "No"), "Red"),
        (
            {
                "Kind": "date",
                "Unit": None,
                "Scheme": "west-berkshire",
                "Q3 target": "31/12/2024",
                "Year-end target": "31/03/2025",
            },
            date(2024, 12, 31),
            ("31 December 2024", "31 December 2024"),
            "Green",
        ),
        (
            {"Kind": "range", "Q3 target": "40 to 60", "Year-end target": "40 to 60"},
            61,
            ("40.0% to 60.0%", "61.0%"),
            "Amber",
        ),
        ({"Kind": "data only", "Q3 target": None, "Year-end target": None}, 61, ("Not stated", "61.0%"), "N/A"),
    ],
)
def test_each_kind_is_read_judged_and_printed_as_what_it_is(
    tmp_path: Path, row: Row, actual: Value, figures: tuple[str, str], status: str
) -> None:
    by_kind: dict[str, Value] = {"yes/no": "No", "date": "01/03/2025", "ratio": "1:1", "range": 90, "days": 150}
    missed = by_kind.get(str(row["Kind"]), 50)
    reason = "To be seen in the report."
    stated: dict[str, Value] = {"forecast_status_override": "Red", "forecast_status_reason": reason}
    answers: dict[str, Value] = {"quarter_actual": actual, "forecast_actual": missed}
    folder = filled_project(tmp_path, {**answers, **(stated if row["Kind"] == "data only" else {})}, row)
    assert [each.code for each in folder.gather().problems if each.is_error] == []
    view = shown(folder)
    assert (view.quarter.target, view.quarter.actual) == figures
    assert view.quarter_status.word == status


def test_a_range_forms_ends_stand_in_cells_of_their_own(tmp_path: Path) -> None:
    row: Row = {"Kind": "range", "Q3 target": "40 to 60", "Year-end target": "45 to 55"}
    (path,) = make_project(tmp_path, row).issue()
    book = load_workbook(path)
    ends = {}
    for name in ("quarter_lower", "quarter_upper", "forecast_lower", "forecast_upper", "quarter_target"):
        ((sheet, cell),) = book.defined_names[name].destinations
        ends[name] = book[sheet][cell.replace("$", "")].value
    assert list(ends.values()) == [40, 60, 45, 55, "40 to 60"]


def test_a_measure_may_have_a_scheme_and_levels_of_its_own(tmp_path: Path) -> None:
    folder = with_columns(make_project(tmp_path, {"Scheme": "kent"}), Floor=85, Year_end_floor=90)
    fill(folder.issue()[0], {**GOOD, "quarter_actual": 90, "forecast_actual": 89})
    measure = only(folder)
    assert (measure["quarter"]["status"], measure["forecast"]["status"]) == ("Amber", "Red")
    page = folder.page()
    meanings = [view.meaning for view in page.key]
    assert "Kent. Floor standard achieved, target not: at or better than the floor" in meanings
    assert "Derby 2018/19. Missed: worse than target by more than 5%" in meanings


def test_a_level_that_the_register_lacks_is_told_of(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, measure={"Scheme": "kent"})
    (problem,) = folder.gather().problems
    assert problem.code == "STAT04"
    assert "the register gives no floor" in problem.message


def test_rounding_over_a_floor_is_told_of_as_over_a_target(tmp_path: Path) -> None:
    folder = with_columns(make_project(tmp_path, {"Scheme": "kent"}), Floor=80)
    fill(folder.issue()[0], {**GOOD, "quarter_actual": 79.96})
    (problem,) = folder.gather().problems
    assert problem.code == "FIG08"
    assert "As printed (80.0%), the quarter is Amber; the figure as entered (79.96) would be Red." in problem.message


def test_an_unknown_scheme_is_told_of_at_its_measure(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {"Scheme": "knet"})
    with pytest.raises(Unusable, match="knet"):
        _ = folder.setup


def test_the_quarters_status_may_follow_from_the_forecasts(tmp_path: Path) -> None:
    measure = only(filled_project(tmp_path, {"forecast_actual": 96}, {"Scheme": "west-berkshire"}))
    assert (measure["quarter"]["status"], measure["forecast"]["status"]) == ("Amber", "Green")


def test_a_trend_is_drawn_through_earlier_returns(tmp_path: Path) -> None:
    """92, 95, 91, 90: down on the whole, though last quarter to this is the least of it."""
    make_project(tmp_path, {"Scheme": "kent", **{f"Q{quarter} target": 95 for quarter in range(1, 5)}})
    for period, actual in (("2024-25-Q1", 92), ("2024-25-Q2", 95), ("2024-25-Q3", 91), ("2024-25-Q4", 90)):
        (tmp_path / "inputs" / "scorecard.toml").write_text(SETTINGS.replace("2024-25-Q3", period), encoding="utf-8")
        folder = with_columns(Folder(tmp_path), Floor=80)
        fill(folder.issue()[0], {**GOOD, "quarter_actual": actual})
    direction = only(folder)["direction"]
    assert (direction["value"], direction["comparator"]) == ("Deteriorating", "Q1 2024/25 (trend)")


def test_direction_is_not_drawn_where_targets_are_profiled_and_the_scheme_says_so(tmp_path: Path) -> None:
    row: Row = {"Scheme": "havering-2014", "Q1 target": 50, "Q2 target": 70}
    folder = filled_project(tmp_path, {"year_ago_actual": 80}, row)
    assert only(folder)["direction"]["value"] is None
    assert "differ from quarter to quarter" in only(folder)["direction"]["reason"]


@pytest.mark.parametrize(
    ("reason", "marker", "printed", "counted"),
    [
        ("Data not yet available", "x", "Awaiting data", "awaiting data"),
        ("Not applicable this quarter", "z", "Not applicable", "not applicable"),
        ("Not published because numbers are small", "c", "[c]", "suppressed"),
        ("New measure", "x", "New measure", "new measure"),
        ("The server was down", "x", "The server was down", "without a figure"),
        ("We do not forecast this measure", "x", "We do not forecast this measure", "without a figure"),
        ("kept by NHS England", "x", "kept by NHS England", "without a figure"),
    ],
)
def test_a_figure_that_is_not_there_has_its_state(
    tmp_path: Path, reason: str, marker: str, printed: str, counted: str
) -> None:
    answers: Row = {"quarter_actual": None, "forecast_actual": 80, "missing_reason": reason}
    folder = filled_project(tmp_path, answers)
    report = reported(folder)
    (measure,) = report["directorates"][0]["measures"]
    assert measure["quarter"]["markers"] == [marker]
    assert shown(folder).quarter.actual == printed
    assert report["counts"]["not_rated"] == {"quarter": {counted: 1}, "forecast": {}}
    quarter, year_end = folder.page().breakdowns
    assert quarter.caption == f"Quarterly status of the measures reported (1 in all: 0 rated and 1 {counted})"
    assert year_end.caption == "Forecast year-end status of the measures reported (1 in all)"


def test_figures_carry_their_markers(tmp_path: Path) -> None:
    answers: Row = {"quarter_actual": "0.04%", "quarter_provisional": "Yes", "quarter_estimated": "Yes"}
    measure = only(filled_project(tmp_path, answers))
    assert (measure["quarter"]["markers"], measure["forecast"]["markers"]) == (["p", "e", "k"], ["f"])


def test_a_revised_figure_says_what_it_was_and_is(tmp_path: Path) -> None:
    folder = filled_project(tmp_path, {"previous_actual": 85, "previous_revised": "91%"})
    measure = only(folder)
    assert measure["previous"] == {"period": "2024-25-Q2", "actual": "91.0", "was": "85.0", "markers": ["r"]}
    assert measure["direction"]["value"] == "Deteriorating"
    assert "The figure for Q2 2024/25 is revised: it was 85.0%, and is now 91.0%." in shown(folder).remarks


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("Complete", "Completed"),
        ("completed.", "Completed"),
        ("On-track", "On track"),
        ("Comp", "Completed"),
        ("x", ""),
    ],
)
def test_a_milestone_that_the_scheme_does_not_list_gets_the_list(tmp_path: Path, typed: str, suggestion: str) -> None:
    row: Row = {"Kind": "milestone", "Scheme": "south-kesteven", "Unit": None, "Polarity": None}
    row |= {"Q3 target": "Completed", "Year-end target": "Completed"}
    folder = filled_project(tmp_path, {"quarter_actual": typed, "forecast_actual": "Completed"}, row)
    (told,) = folder.gather().problems
    assert told.code == "STAT07"
    assert told.message.endswith(f" Did you mean “{suggestion}”?" if suggestion else "of the status scheme.")
    assert "Choose one of: Completed, " in told.remedy
