"""Reports of months, measures of other periods than the report's, the year's end, and figures side by side."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from generator.documents.report_json import report_json
from generator.model.period import Period
from generator.report.page.views import SideBySideView
from tests.projects import GOOD, SETTINGS, Folder, Value, fill, make_project, named_cells
from tests.reading.register.sheets import rewritten

SCHEMA = json.loads(Path("generator/documents/schemas/report.schema.json").read_text(encoding="utf-8"))
NO_TARGETS: dict[str, Value] = {"Q3 target": None, "Year-end target": None}
HISTORY = (
    "Code,Period,Reported for,Title,Group,Target,Actual,Status,Exception,Year-end target,Forecast,Forecast status,"
    "Direction,State,Published,Reason,From\n"
)


def at(folder: Folder, period: str, more: str = "") -> Folder:
    text = SETTINGS.replace("2024-25-Q3", period) + more
    (folder.root / "inputs" / "scorecard.toml").write_text(text, encoding="utf-8")
    return folder


def returned(folder: Folder, results: Mapping[str, Value]) -> Folder:
    """Issue the period's forms and fill them with results by code."""
    for path in folder.issue():
        code = path.stem.removesuffix(f" {folder.setup.period}")
        fill(path, {**GOOD, "forecast_actual": None, "quarter_actual": results[code]})
    return folder


def cells(row: SideBySideView) -> list[str]:
    return [" ".join(filter(None, (cell.text, cell.status.word))) for cell in row.cells]


@pytest.fixture
def monthly(tmp_path: Path) -> Folder:
    every = {**NO_TARGETS, "Target": 95, "Forecast": "No"}
    folder = make_project(
        tmp_path,
        {**every, "Code": "ED"},
        {**every, "Code": "STAFF", "Frequency": "Quarterly"},
        {**every, "Code": "SURVEY", "Frequency": "annual", "Lag": 1},
    )
    rows = (
        "SURVEY,2025-26-M12,2024-25,Survey,Place,95,90,Amber,Yes,,,,,final,2026-05-01,,close\n"
        "ED,2026-27-M04,,Seen,Place,95,88,Red,Yes,,,,,final,2026-08-20,,close\n"
    )
    (tmp_path / "inputs" / "history.csv").write_text(HISTORY + rows, encoding="utf-8")
    return at(folder, "2026-27-M05")


def test_a_monthly_report_speaks_of_months(monthly: Folder) -> None:
    page = returned(monthly, {"ED": 91}).page()
    (measure,) = page.groups[0].measures
    assert (page.heading, page.months) == ("Performance exceptions: August 2026", "August 2026")
    assert (page.period_adjective, measure.quarter.heading) == ("Monthly", "Monthly data")
    assert measure.direction == "Improving since July 2026"
    assert "Red for the month" in measure.headline or "Amber for the month" in measure.headline
    assert "quarter" not in page.introduction + page.groups[0].summary + measure.headline


def test_what_is_not_due_is_listed_with_its_last_result(monthly: Folder) -> None:
    missing = {each.label: each.why for each in returned(monthly, {"ED": 91}).page().missing}
    assert missing["STAFF"] == "Not due this month"
    last = "Its last result, for 2024/25, was 90.0% against a target of 95.0% (Amber)."
    assert missing["SURVEY"] == f"Not due this month. {last}"


def test_a_figure_of_another_period_says_of_which(tmp_path: Path) -> None:
    measure: dict[str, Value] = {**NO_TARGETS, "Target": 95, "Frequency": "every year", "Lag": "one year"}
    folder = at(make_project(tmp_path, measure), "2026-27-Q4")
    rows = "PL 01,2025-26-Q4,2024-25,Bins,Place,95,85,Red,Yes,,,,,final,2026-05-01,,close\n"
    (tmp_path / "inputs" / "history.csv").write_text(HISTORY + rows, encoding="utf-8")
    (view,) = returned(folder, {"PL 01": 90}).page().groups[0].measures
    (form,) = folder.returns.glob("*.xlsx")
    asked = load_workbook(form)["Return"]["B6"].value
    assert str(asked).startswith("Result for 2025/26\n")  # of a school's year too, which has other months
    assert view.quarter.heading == "Data for 2025/26"
    assert view.direction == "Improving since 2024/25"
    assert "for 2025/26" in view.headline
    (judged,) = folder.gather().judged
    assert str(judged.own_period) == "2025-26"


ENDS: list[tuple[dict[str, Value], dict[str, Value], str]] = [
    ({"Basis": "snapshot"}, {"quarter_actual": 90}, "90.0%"),
    ({"Basis": "discrete quarter"}, {"quarter_actual": 90, "forecast_actual": 93}, "93.0%"),
]


@pytest.mark.parametrize(("measure", "answers", "outturn"), ENDS)
def test_a_year_ends_with_an_outturn(
    tmp_path: Path, measure: dict[str, Value], answers: dict[str, Value], outturn: str
) -> None:
    folder = at(make_project(tmp_path, {**measure, "Q4 target": 95}), "2024-25-Q4")
    fill(folder.issue()[0], {**GOOD, **answers})
    page = folder.page()
    (view,) = page.groups[0].measures
    assert (view.forecast.heading, view.forecast.actual_label, view.forecast.actual) == (
        "Outturn data",
        "Outturn",
        outturn,
    )
    assert page.year_end_status == "Year End Outturn Status"
    assert page.year_end_name == "Outturn for the year"
    assert "outturn for the year" in view.headline
    assert "forecast" not in page.introduction + page.groups[0].summary + view.headline


def test_a_sum_of_the_years_quarters_is_its_outturn(tmp_path: Path) -> None:
    targets: dict[str, Value] = {f"Q{quarter} target": 25 for quarter in (1, 2, 3, 4)}
    measure: dict[str, Value] = {
        **targets,
        "Unit": "",
        "Decimals": 0,
        "Year-end target": 100,
        "Basis": "discrete quarter",
    }
    folder = make_project(tmp_path, {**measure, "Year to date": "sum"})
    for quarter, result in enumerate((20, 22, 24, 26), 1):
        returned(at(folder, f"2024-25-Q{quarter}"), {"PL 01": result})
    (judged,) = folder.gather().judged
    assert judged.forecast is not None
    assert judged.measure.show(judged.forecast.actual or 0) == "92"  # type: ignore[arg-type]


@pytest.mark.parametrize("closed", range(4), ids="{} quarters closed".format)
@pytest.mark.parametrize(("how", "outturn", "status"), [("sum", "40", "Amber"), ("average", "10", "Red")])
def test_the_year_comes_of_its_results_as_printed_wherever_they_lie(
    tmp_path: Path, how: str, outturn: str, status: str, closed: int
) -> None:
    targets: dict[str, Value] = {f"Q{quarter} target": 11 for quarter in (1, 2, 3, 4)}
    measure: dict[str, Value] = {**targets, "Unit": "", "Decimals": 0, "Year-end target": 41, "Year to date": how}
    folder = make_project(tmp_path, {**measure, "Basis": "discrete quarter"})
    for quarter in (1, 2, 3, 4):
        returned(at(folder, f"2024-25-Q{quarter}", 'columns = ["year to date"]\n'), {"PL 01": "10.4"})
    rows = "".join(
        f"PL 01,2024-25-Q{quarter},,Bins,Place,11,10,Red,Yes,41,,,,final,2025-01-20,,close\n"
        for quarter in range(1, closed + 1)
    )
    folder.project.history.write_text(HISTORY + rows, encoding="utf-8")
    page = folder.page()
    (measure_view,) = page.groups[0].measures
    assert (measure_view.forecast.actual, measure_view.forecast_status.word) == (outturn, status)
    ((cell,),) = (cells(row) for row in page.groups[0].side_by_side)
    assert cell.startswith(outturn)


def test_an_outturn_that_cannot_be_worked_out_says_which_periods_it_lacks(tmp_path: Path) -> None:
    measure: dict[str, Value] = {"Q4 target": 95, "Basis": "discrete quarter", "Year to date": "average"}
    folder = make_project(tmp_path, measure)
    for quarter, result in ((2, 91), (4, 92)):
        returned(at(folder, f"2024-25-Q{quarter}"), {"PL 01": result})
    (told,) = (each for each in folder.gather().problems if each.code == "FIG31")
    assert told.message == (
        "The outturn cannot be worked out: it is the average of the year's results, and none is known for Q1 2024/25 "
        "and Q3 2024/25."
    )
    assert (told.place.file, told.is_error) == ("inputs/2024-25-Q4/PL 01 2024-25-Q4.xlsx", False)


def test_figures_stand_side_by_side_with_their_status(tmp_path: Path) -> None:
    columns = 'forecast = "none"\ncolumns = ["last year", "Q1", "Q2", "Q3", "year to date", "variance"]\n'
    targets: dict[str, Value] = {f"Q{quarter} target": 95 for quarter in (1, 2, 3, 4)}
    folder = make_project(tmp_path, {**targets, "Basis": "discrete quarter", "Year to date": "average"})
    for quarter, result in enumerate((91, 80), 1):
        returned(at(folder, f"2024-25-Q{quarter}", columns), {"PL 01": result})
    page = folder.page()
    (row,) = page.groups[0].side_by_side
    assert page.columns == ("2023/24", "Q1 2024/25", "Q2 2024/25", "Q3 2024/25", "Year to date", "Variance")
    assert cells(row) == ["Not known", "91.0% Amber", "80.0% Red", "Not yet", "85.5%", "-15.0 points Red"]


@pytest.mark.parametrize(
    ("now", "reported_for", "shown"),
    [
        ({}, "2024-25-Q1", ["80.0% (Q1 2024/25) Red", "90.0% Red"]),
        ({"Lag": 1}, "", ["90.0% Red", "90.0% (Q2 2024/25) Red"]),
        ({"Frequency": "half-yearly", "Due": "Q3"}, "", ["80.0% Red", "90.0% (April to September 2024) Red"]),
        ({}, "2024-25-H1", ["80.0% (April to September 2024) Red", "90.0% Red"]),
    ],
    ids=["later no more", "later now", "more seldom now", "oftener now"],
)
def test_a_column_shows_what_was_reported_then_whatever_lag_or_frequency_is_now(
    tmp_path: Path, now: dict[str, Value], reported_for: str, shown: list[str]
) -> None:
    targets: dict[str, Value] = {f"Q{quarter} target": 95 for quarter in (1, 2, 3, 4)}
    folder = make_project(tmp_path, {"Code": "PL 02", **targets}, {**targets, **now})
    row = f"PL 01,2024-25-Q2,{reported_for},Bins,Place,95.0,80.0,Red,Yes,,,,,final,2024-11-01,,close\n"
    folder.project.history.write_text(HISTORY + row, encoding="utf-8")
    at(folder, "2024-25-Q3", 'listing = "all"\ncolumns = ["Q2", "Q3"]\n')
    returned(folder, {"PL 01": 90, "PL 02": 95})
    assert {each.label: cells(each) for each in folder.page().groups[0].side_by_side}["PL 01"] == shown


@pytest.mark.parametrize("closed", [0, 2], ids="{} quarters closed".format)
@pytest.mark.parametrize("built", [True, False], ids=["its report is there", "there is no report"])
@pytest.mark.parametrize(
    ("how", "last_year"), [("sum", "43 Blue"), ("average", "11 Red"), ("asked", "44 Blue"), ("last", "13 Red")]
)
def test_last_year_has_a_status_beside_others_whether_or_not_it_was_closed(
    tmp_path: Path, how: str, last_year: str, closed: int, *, built: bool
) -> None:
    targets: dict[str, Value] = {f"Q{quarter} target": 11 for quarter in (1, 2, 3, 4)}
    measure: dict[str, Value] = {**targets, "Unit": "", "Decimals": 0, "Year-end target": 41, "Year to date": how}
    folder = make_project(tmp_path, {**measure, "Basis": "discrete quarter"})
    for quarter, result in enumerate((10, 9, 11, 13), 1):
        for path in at(folder, f"2024-25-Q{quarter}").issue():
            fill(path, {**GOOD, "quarter_actual": result, "forecast_actual": 44})
    rows = "".join(
        f"PL 01,2024-25-Q{quarter},,Bins,Place,11,{result},Red,Yes,41,44,Blue,,final,2025-01-20,,close\n"
        for quarter, result in enumerate((10, 9)[:closed], 1)
    )
    folder.project.history.write_text(HISTORY + rows, encoding="utf-8")
    if built:
        report = folder.project.output_folder(Period(2024, 4)) / "report.json"
        report.parent.mkdir(parents=True)
        report.write_bytes(report_json(folder.gather().report))
        rewritten(folder, **{"Year-end target": 50})
    returned(at(folder, "2025-26-Q1", 'columns = ["last year"]\n'), {"PL 01": 9})
    assert cells(folder.page().groups[0].side_by_side[0]) == [last_year]


@pytest.mark.parametrize(
    ("revised", "published", "shown"),
    [
        (None, True, ["91.0% Amber", "80.0% Red", "85.5%"]),
        (None, False, ["91.0% Amber", "80.0% Red", "85.5%"]),
        (97, True, ["97.0%", "80.0% Red", "88.5%"]),
        (97, False, ["97.0%", "80.0% Red", "88.5%"]),
        (91, True, ["91.0% Amber", "80.0% Red", "85.5%"]),
    ],
)
def test_a_figure_that_is_revised_stands_so_in_the_report_that_revises_it(
    tmp_path: Path, revised: Value, shown: list[str], *, published: bool
) -> None:
    columns = 'forecast = "none"\ncolumns = ["Q1", "Q2", "year to date"]\n'
    targets: dict[str, Value] = {f"Q{quarter} target": 95 for quarter in (1, 2)}
    folder = make_project(tmp_path, {**targets, "Basis": "discrete quarter", "Year to date": "average"})
    returned(at(folder, "2024-25-Q1", columns), {"PL 01": 91})
    if published:
        row = "PL 01,2024-25-Q1,,Bins,Place,95.0,91.0,Amber,Yes,,,,,final,2024-08-01,,close\n"
        (tmp_path / "inputs" / "history.csv").write_text(HISTORY + row, encoding="utf-8")
    (form,) = at(folder, "2024-25-Q2", columns).issue()
    fill(form, {**GOOD, "quarter_actual": 80, "forecast_actual": None, "previous_revised": revised})
    assert cells(folder.page().groups[0].side_by_side[0]) == shown


@pytest.mark.parametrize("measure", [{}, {"Year to date": "sum"}, {"Year to date": "last"}], ids=str)
def test_the_years_first_result_is_the_year_so_far(tmp_path: Path, measure: dict[str, Value]) -> None:
    folder = make_project(tmp_path, {"Q1 target": 95, "Basis": "discrete quarter", **measure})
    returned(at(folder, "2024-25-Q1", 'columns = ["year to date"]\n'), {"PL 01": 91})
    assert cells(folder.page().groups[0].side_by_side[0]) == ["91.0% Amber"]


def test_what_is_overdue_or_stated_has_a_status_beside_others(tmp_path: Path) -> None:
    days: dict[str, Value] = {**NO_TARGETS, "Kind": "date", "Polarity": "none", "Scheme": "west-berkshire"}
    stated = {"quarter_actual": None, "quarter_status_override": "Amber", "quarter_status_reason": "By hand."}
    folder = make_project(tmp_path, {**days, "Q2 target": "31/08/2024"}, {"Code": "PL 02", "Q2 target": 95})
    for path in at(folder, "2024-25-Q2", 'forecast = "none"\ncolumns = ["Q1", "Q2"]\n').issue():
        fill(path, {**GOOD, **(stated if "PL 02" in path.name else {"quarter_actual": None})})
    rows = {each.label: cells(each) for each in folder.page().groups[0].side_by_side}
    assert rows == {"PL 01": ["Not known", "Overdue Red"], "PL 02": ["Not known", "Not known Amber"]}


def test_the_years_end_is_held_against_what_was_forecast(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {"Basis": "discrete quarter", "Q4 target": 95, "Year-end target": 90})
    row = "PL 01,2024-25-Q3,,Bins,Place,95.0,90.0,Red,Yes,90.0,95.0,Blue,,final,2025-02-01,,close\n"
    (tmp_path / "inputs" / "history.csv").write_text(HISTORY + row, encoding="utf-8")
    at(folder, "2024-25-Q4", 'columns = ["year to date"]\n')
    (form,) = folder.issue()
    asked = str(load_workbook(form)["Return"]["B7"].value)
    assert asked == "Outturn for 2024/25\nTarget: 90.0% or more.\nForecast last time: 95.0%, Blue."
    fill(form, {**GOOD, "forecast_actual": 80})
    page = folder.page()
    (view,) = page.groups[0].measures
    assert "The outturn is 80.0%; in Q3 2024/25, 95.0% was forecast." in view.remarks
    assert page.movement
    assert "Outturn not as forecast: PL 01 is Red and was forecast to be Blue." in page.movement.sentences
    assert cells(page.groups[0].side_by_side[0]) == ["80.0% Red"]
    data = json.loads(report_json(folder.gather().report))
    assert [each["what"] for each in data["changes"]] == ["title", "outturn status"]
    assert [*Draft202012Validator(SCHEMA).iter_errors(data)] == []


LATE: dict[str, Value] = {"Code": "LATE", "Lag": 1, "Q4 target": 95}
ENDED: dict[str, Value] = {"Code": "ENDED", "Q4 target": 95}
YEARLY: dict[str, Value] = {"Code": "YEARLY", "Frequency": "yearly"}


@pytest.mark.parametrize(
    ("measures", "heading"),
    [
        ([ENDED, YEARLY], "Year End Outturn Status"),
        ([ENDED, LATE, YEARLY], "Year End Status"),
        ([LATE, YEARLY], "Forecast Year End Status"),
    ],
)
def test_what_is_late_has_a_forecast_still_where_others_have_an_outturn(
    tmp_path: Path, measures: list[dict[str, Value]], heading: str
) -> None:
    folder = at(make_project(tmp_path, *measures), "2024-25-Q4")
    for path in folder.issue():
        fill(path, GOOD)
    page = folder.page()
    said = {each.label: each.no_year_end for each in page.groups[0].measures}
    assert page.year_end_status == heading
    assert said == {str(each["Code"]): "Reported yearly" if each is YEARLY else "" for each in measures}
    is_either = heading == "Year End Status"
    assert ("At year end, one is Red." in page.groups[0].summary) is is_either


@pytest.mark.parametrize(
    ("title", "shown"),
    [("Bins emptied", "Bins emptied (cumulative)"), ("Tax paid (Cumulative)", "Tax paid (Cumulative)")],
)
def test_what_is_cumulative_says_so_beside_others_once(tmp_path: Path, title: str, shown: str) -> None:
    folder = at(make_project(tmp_path, {"Title": title, "Basis": "cumulative"}), "2024-25-Q3", 'columns = ["Q3"]\n')
    fill(folder.issue()[0], GOOD)
    (row,) = folder.page().groups[0].side_by_side
    assert row.title == shown


def test_beside_others_a_figure_of_another_year_says_so_and_is_held_against_the_target_of_its_time(
    tmp_path: Path,
) -> None:
    columns = 'listing = "all"\ncolumns = ["target", "year to date", "variance"]\n'
    late: dict[str, Value] = {**NO_TARGETS, "Code": "LATE", "Frequency": "yearly", "Lag": 1, "Year-end target": 99}
    folder = make_project(tmp_path, {}, late, {"Code": "PL 02"})
    row = "LATE,2023-24-Q4,2022-23,Late,Place,95,90,Red,Yes,,,,,final,2024-05-01,,close\n"
    (tmp_path / "inputs" / "history.csv").write_text(HISTORY + row, encoding="utf-8")
    at(folder, "2024-25-Q3", columns)
    for path in folder.issue():
        fill(path, GOOD)
    rows = {each.label: cells(each) for each in folder.page().groups[0].side_by_side}
    assert [*rows] == ["PL 01", "LATE", "PL 02"]
    assert rows["LATE"] == ["95.0% (2022/23)", "90.0% (2022/23) Red", "-5.0 points (2022/23) Red"]


def test_the_form_says_last_times_status_as_it_was_published(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {"Basis": "discrete quarter", "Q1 target": 50})
    row = "PL 01,2024-25-Q4,,Bins,Place,95.0,90.0,Red,Yes,90.0,95.0,Blue,,final,2025-05-01,,close\n"
    (tmp_path / "inputs" / "history.csv").write_text(HISTORY + row, encoding="utf-8")
    sheet = load_workbook(at(folder, "2025-26-Q1").issue()[0])["Return"]
    assert str(sheet["B6"].value).endswith("Target: 50.0% or more.\nLast time: 90.0%, Red.")
    assert sheet["B7"].value == "Forecast for 31 March 2026\nTarget: 96.0% or more."


RANGE: dict[str, Value] = {"Kind": "range", "Polarity": "", "Q3 target": "75 to 85"}


@pytest.mark.parametrize(
    ("measure", "result", "shown"),
    [
        ({"Q3 target": None}, 90, ["No target", "No target"]),
        ({"Unit": "", "Kind": "yes/no", "Polarity": "", "Q3 target": "Yes"}, "No", ["Yes", "Not a number"]),
        ({}, None, ["95.0%", "Not known"]),
        (RANGE, 69.2, ["75.0% to 85.0%", "-5.8 points"]),
        (RANGE, 80, ["75.0% to 85.0%", "0.0 points"]),
        (RANGE, "85.5", ["75.0% to 85.0%", "+0.5 points"]),
    ],
)
def test_a_column_says_what_it_has_or_why_it_has_no_figure(
    tmp_path: Path, measure: dict[str, Value], result: Value, shown: list[str]
) -> None:
    columns = 'listing = "all"\ncolumns = ["target", "variance"]\n'
    folder = at(make_project(tmp_path, {**measure, "Year-end target": None}), "2024-25-Q3", columns)
    fill(
        folder.issue()[0], {**GOOD, "quarter_actual": result, "forecast_actual": None, "missing_reason": "Not yet in."}
    )
    (row,) = folder.page().groups[0].side_by_side
    assert [each.text for each in row.cells] == shown


def test_a_forecast_is_asked_where_the_year_end_has_a_target_of_its_own(tmp_path: Path) -> None:
    every = {**NO_TARGETS, "Target": 95}
    both: tuple[dict[str, Value], ...] = ({**every, "Code": "A"}, {**every, "Code": "B", "Year-end target": 96})
    folder = at(make_project(tmp_path, *both), "2026-27-M05", 'forecast = "where there is a target"\n')
    assert {each.code: each.has_forecast for each in folder.setup.register.measures} == {"A": False, "B": True}


CUMULATIVE = [
    ("2026-27-M05", "2026-27-M04", "2025-26-M05", "August 2025"),
    ("2026-27-H2", "2026-27-H1", "2025-26-H2", "October 2025 to March 2026"),
    ("2026-27-T2", "2026-27-T1", "2025-26-T2", "August to November 2025"),
    ("2026-27", "2025-26", "2025-26", "2025/26"),
]


@pytest.mark.parametrize(("now", "last", "year_ago", "said"), CUMULATIVE, ids=[each[0] for each in CUMULATIVE])
def test_what_is_cumulative_is_held_against_the_same_period_a_year_ago(
    tmp_path: Path, now: str, last: str, year_ago: str, said: str
) -> None:
    measure: dict[str, Value] = {**NO_TARGETS, "Target": 95, "Year-end target": 95, "Basis": "cumulative"}
    folder = at(make_project(tmp_path, measure), now, 'forecast = "none"\n')
    known = {year_ago: "85.0", **({} if last == year_ago else {last: "30.0"})}
    rows = (f"PL 01,{period},,Bins,Place,,{result},,,,,,,final,,,old.xlsx\n" for period, result in known.items())
    (tmp_path / "inputs" / "history.csv").write_text(HISTORY + "".join(rows), encoding="utf-8")
    (view,) = returned(folder, {"PL 01": 80}).page().groups[0].measures
    assert view.direction == f"Deteriorating since {said}"
    data = json.loads(report_json(folder.gather().report))
    assert data["period"] == now
    assert [*Draft202012Validator(SCHEMA).iter_errors(data)] == []


def test_a_result_stays_that_of_its_period_where_the_lag_is_another_now(tmp_path: Path) -> None:
    """What the report of December gave was of the first quarter; with today's lag it would be of the second."""
    folder = at(make_project(tmp_path, {"Frequency": "quarterly", "Lag": 1}), "2025-26-M12", 'forecast = "none"\n')
    row = "PL 01,2025-26-M09,2025-26-Q1,Bins,Place,95,85,Red,Yes,,,,,final,2026-01-20,,close\n"
    (tmp_path / "inputs" / "history.csv").write_text(HISTORY + row, encoding="utf-8")
    (view,) = returned(folder, {"PL 01": 90}).page().groups[0].measures
    assert view.quarter.heading == "Data for Q3 2025/26"
    assert view.direction == "Improving since Q1 2025/26"


NONE_OR: dict[str, Value] = {"Frequency": None, "Lag": None, "Target": 95}
ANEW: list[tuple[tuple[dict[str, Value], dict[str, Value]], tuple[str, str], str, str, Value]] = [
    (({"Lag": 1}, {"Lag": None}), ("Q3", "Q4"), "Q2", "Q2", 90),
    (({"Lag": 2}, {"Lag": 1}), ("Q3", "Q4"), "Q1", "Q1", 90),
    (({}, {"Lag": 1}), ("Q3", "Q4"), "Q3", "Q2", None),
    (({}, {"Frequency": "monthly"}), ("Q3", "Q4"), "Q3", "M11", None),
    (({"Frequency": "monthly"}, {"Frequency": None}), ("Q3", "Q4"), "M09", "Q3", None),
    (({"Frequency": "half-yearly"}, {"Frequency": None}), ("Q2", "Q3"), "H1", "Q2", None),
    (({}, {"Frequency": "half-yearly"}), ("Q3", "Q4"), "Q3", "H1", None),
]


@pytest.mark.parametrize("closed", [True, False], ids=["closed", "never closed"])
@pytest.mark.parametrize(("register", "periods", "of", "compared_with", "figure"), ANEW, ids=str)
def test_a_figure_is_of_the_period_that_its_form_asked_for_whatever_the_register_asks_for_now(
    tmp_path: Path,
    register: tuple[dict[str, Value], dict[str, Value]],
    periods: tuple[str, str],
    of: str,
    compared_with: str,
    figure: Value,
    *,
    closed: bool,
) -> None:
    before, after = register
    first, second = (f"2024-25-{each}" for each in periods)
    folder = at(make_project(tmp_path, {**NO_TARGETS, **NONE_OR, "Forecast": "no", **before}), first)
    returned(folder, {"PL 01": 90})
    if closed:
        recorded = f"PL 01,{first},2024-25-{of},Bins,Place,95,90,Red,Yes,,,,,final,2025-01-20,,close\n"
        folder.project.history.write_text(HISTORY + recorded, encoding="utf-8")
    rewritten(at(folder, second), **after)
    (form,) = returned(folder, {"PL 01": 91}).returns.glob("*.xlsx")
    book = load_workbook(form)
    on_form = [named_cells(book, name)[0].value for name in ("previous_period", "previous_actual")]
    assert on_form == [f"2024-25-{compared_with}", figure]
    gathered = folder.gather()
    assert not {"FORM09", "FORM15", "FORM32", "FIG16"} & {each.code for each in gathered.problems}
    (judged,) = gathered.judged
    (told,) = json.loads(report_json(gathered.report))["directorates"][0]["measures"]
    was = [] if judged.own_period <= Period.parse(f"2024-25-{of}") else [f"2024-25-{of}"]
    assert [each["period"] for each in told["history"]] == ([*was, str(judged.own_period)] if was else [])
    assert told["direction"]["comparator"] == (judged.returned.last_period.short if figure else None)


def test_a_form_that_asked_for_another_period_than_the_register_does_now_is_told_of(tmp_path: Path) -> None:
    folder = returned(at(make_project(tmp_path, {**NO_TARGETS, **NONE_OR, "Lag": 1}), "2024-25-Q3"), {"PL 01": 90})
    rewritten(folder, Lag=None)
    (told,) = (each for each in folder.gather().problems if each.code == "FORM09")
    assert told.message == "“Period of the result” says 2024-25-Q2 here, but the register says 2024-25-Q3."
