"""Forecasts for the year end are for all measures, for some or for none: of one that is not there nothing speaks."""

import csv
import json
from collections.abc import Iterator, Mapping
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator

from tests.projects import GOOD, SETTINGS, Folder, Value, fill, make_project, render
from tests.reported import with_columns

NONE, WHERE_TARGET = 'forecast = "none"\n', 'forecast = "where there is a target"\n'
SCHEMA = Path("generator/documents/schemas/report.schema.json")
WITHOUT = {name: value for name, value in GOOD.items() if name != "forecast_actual"}

BINS, VISITS = {"Code": "PL 01"}, {"Code": "PE 01", "Directorate": "People", "Title": "Visits on time"}


def project(root: Path, settings: str, *measures: Mapping[str, Value], forecasts: Mapping[str, Value] = {}) -> Folder:
    """Measures that are Red for the quarter; ``forecasts`` has what is returned for the year end, by code."""
    folder = make_project(root, *measures, settings=SETTINGS + settings)
    return filled(folder, forecasts)


def filled(folder: Folder, forecasts: Mapping[str, Value] = {}) -> Folder:
    for path in folder.issue():
        code = path.name.partition(" 2024")[0]
        fill(path, {**WITHOUT, **({"forecast_actual": forecasts[code]} if code in forecasts else {})})
    return folder


def files(folder: Folder) -> dict[str, bytes]:
    gathered = folder.gather()
    assert not gathered.problems
    return render(folder.setup, gathered.report)


def parts(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Every text that a reader or a program can come upon, by where it stands; of Word files, each part."""
    for name, data in files.items():
        if name.endswith(".docx"):
            with ZipFile(BytesIO(data)) as archive:
                yield from (
                    (f"{name}: {part}", archive.read(part).decode("utf-8", "replace")) for part in archive.namelist()
                )
        else:
            yield name, data.decode()


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"))))


def reported(files: Mapping[str, bytes]) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(files["report.json"])
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(report)
    return report


def test_a_project_without_forecasts_does_not_know_the_word(tmp_path: Path) -> None:
    made = files(project(tmp_path, NONE, BINS, {**VISITS, "Year-end target": None}))
    data = made.pop("report.json").decode()
    assert data.lower().count("forecast") == data.count('"forecast": null') == 4
    assert [where for where, text in parts(made) if "forecast" in text.lower()] == []
    assert [where for where, text in parts(made) if "year end" in text.lower()] == []


def test_its_data_say_so(tmp_path: Path) -> None:
    made = files(project(tmp_path, NONE, BINS, VISITS))
    report = reported(made)
    assert [each["forecast"] for group in report["directorates"] for each in group["measures"]] == [None, None]
    assert report["counts"]["forecast"] is report["counts"]["not_rated"]["forecast"] is None
    assert report["counts"]["quarter"]["Red"] == 2
    described = json.loads(made["measures.csv-metadata.json"])["tableSchema"]["columns"]
    assert [each["name"] for each in described] == list(rows(made["measures.csv"])[0])


def test_where_some_measures_have_one_the_others_are_not_counted(tmp_path: Path) -> None:
    third = {**VISITS, "Code": "PE 02", "Year-end target": None}
    made = files(project(tmp_path, WHERE_TARGET, BINS, VISITS, third, forecasts={"PL 01": 96, "PE 01": 90}))
    report = reported(made)
    measures = [each for group in report["directorates"] for each in group["measures"]]
    statuses = {each["code"]: each["forecast"] and each["forecast"]["status"] for each in measures}
    assert statuses == {"PL 01": "Green", "PE 01": "Red", "PE 02": None}
    assert {name: number for name, number in report["counts"]["forecast"].items() if number} == {"Green": 1, "Red": 1}
    cells = {
        each["code"]: [text for name, text in each.items() if name.startswith("forecast_")]
        for each in rows(made["measures.csv"])
    }
    assert cells["PE 02"] == ["", "", "", "", "", ""]
    assert cells["PE 01"] == ["96.0", "90.0", "f", "-6.25", "Red", "no"]


def test_the_page_of_such_a_report(tmp_path: Path) -> None:
    page = project(tmp_path, WHERE_TARGET, BINS, {**VISITS, "Year-end target": None}, forecasts={"PL 01": 96}).page()
    year_end = page.breakdowns[1]
    assert year_end.caption == "Forecast year-end status of the measures that have one (1 in all)"
    assert [row.name for row in year_end.rows] == ["Place"]
    assert page.charts[1].categories == ("Place",)
    bins, visits = (group.measures[0] for group in page.directorates)
    assert (page.has_forecast, bins.has_forecast, visits.has_forecast) == (True, True, False)
    assert {
        visits.forecast_status.word,
        *(getattr(visits.forecast, each) for each in ("heading", "target", "actual")),
    } == {""}
    assert (bins.forecast_rank, visits.forecast_rank) == (1, -1)
    assert visits.headline == "At 90.0% against a target of 95.0%, this measure is Red for the quarter."
    assert not any("orecast" in each for each in visits.remarks)


def test_charts_of_the_year_end_are_there_while_none_of_the_measures_printed_has_a_forecast(tmp_path: Path) -> None:
    folder = make_project(tmp_path, BINS, {**VISITS, "Year-end target": None}, settings=SETTINGS + WHERE_TARGET)
    for path, answers in zip(folder.issue(), ({"quarter_actual": 95, "forecast_actual": 96}, {}), strict=True):
        fill(path, {**WITHOUT, **answers})
    page = folder.page()
    assert [(each.name, page.has_forecast) for each in page.directorates] == [("People", False)]
    assert [each.heading for each in page.breakdowns] == ["This quarter", "Forecast for the year end"]


def test_a_part_of_the_council_speaks_of_its_own_forecasts(tmp_path: Path) -> None:
    folder = project(tmp_path, WHERE_TARGET, BINS, {**VISITS, "Year-end target": None}, forecasts={"PL 01": 96})
    report = folder.gather().report
    assert [report.of(name).has_forecast for name in ("Place", "People")] == [True, False]


@pytest.mark.parametrize(("settings", "expected"), [("", {"Blue", "Green", "Amber", "Red", "N/A"}), (NONE, None)])
def test_where_nothing_came_the_measures_that_are_missing_say_it(
    tmp_path: Path, settings: str, expected: set[str] | None
) -> None:
    folder = make_project(tmp_path, settings=f'{SETTINGS}{settings}missing_returns = "warning"\n')
    counts = reported(render(folder.setup, folder.gather().report))["counts"]
    assert (counts["forecast"] and set(counts["forecast"])) == expected


@pytest.mark.parametrize(
    ("settings", "said", "target", "expected"),
    [
        ("", None, 96, True),
        ("", None, None, True),
        ("", "No", 96, False),
        (WHERE_TARGET, None, 96, True),
        (WHERE_TARGET, None, None, False),
        (WHERE_TARGET, "Yes", None, True),
        (WHERE_TARGET, "No", 96, False),
        (NONE, None, 96, False),
        (NONE, "Yes", 96, True),
    ],
)
def test_the_settings_say_who_has_one_and_the_register_has_the_last_word(
    tmp_path: Path, settings: str, said: str | None, target: int | None, expected: bool
) -> None:
    folder = make_project(tmp_path, {"Year-end target": target}, settings=SETTINGS + settings)
    filled(with_columns(folder, Forecast=said), {"PL 01": 96} if expected else {})
    gathered = folder.gather()
    assert [each.forecast is not None for each in gathered.judged] == [expected]
    assert not gathered.has_errors


@pytest.mark.parametrize("settings", [NONE, WHERE_TARGET])
def test_none_is_asked_of_a_measure_for_information(tmp_path: Path, settings: str) -> None:
    measure = {"Kind": "data only", "Polarity": "none", "Q3 target": None, "Year-end target": None}
    folder = make_project(tmp_path, measure, settings=SETTINGS + settings)
    (path,) = folder.issue()
    fill(path, {name: WITHOUT[name] for name in ("quarter_actual", "completed_by", "approved_by")})
    assert folder.codes() == []


@pytest.mark.parametrize(
    ("rule", "quarter", "forecast", "expected"),
    [
        ("either", 90, None, True),
        ("quarter", 90, None, True),
        ("forecast", 90, None, True),
        ("forecast", 95, None, False),
        ("forecast", 90, 96, False),
        ("forecast", 95, 90, True),
    ],
)
def test_a_measure_without_one_is_an_exception_by_its_quarter(
    tmp_path: Path, rule: str, quarter: int, forecast: int | None, expected: bool
) -> None:
    target = None if forecast is None else 96
    settings = f'{SETTINGS}{WHERE_TARGET}exceptions = "{rule}"\n'
    folder = make_project(tmp_path, {"Year-end target": target}, settings=settings)
    (path,) = folder.issue()
    year_end = {} if forecast is None else {"forecast_actual": forecast}
    fill(path, {**WITHOUT, "quarter_actual": quarter, **year_end})
    assert [each.exception for each in folder.gather().judged] == [expected]


def test_what_an_older_form_asked_for_is_told_of_and_counts_for_nothing(tmp_path: Path) -> None:
    folder = make_project(tmp_path)
    (path,) = folder.issue()
    fill(path, {**GOOD, "forecast_actual": "tbc"})
    (tmp_path / "inputs" / "scorecard.toml").write_text(SETTINGS + NONE, encoding="utf-8")
    (told,) = folder.gather().problems
    assert (told.code, told.is_error, str(told.place.cell)) == ("FORM33", False, folder.cell("forecast_actual"))
    assert [each.forecast for each in folder.gather().judged] == [None]


def test_a_placeholder_of_a_forecast_is_told_of_and_none_is_offered(tmp_path: Path) -> None:
    folder = make_project(tmp_path, settings=SETTINGS + NONE)
    (path,) = folder.issue()
    fill(path, {**WITHOUT, "context": ["It will be {{ forecast.actual }}.", "It is {{ quarter.actul }} now."]})
    absent, wrong = folder.gather().problems
    assert (absent.code, wrong.code) == ("NARR06", "NARR05")
    assert "forecast" not in f"{wrong.message} {wrong.remedy}"
