"""Targets that are a figure of others: found for each period, told where there is none, and said in the report."""

from pathlib import Path

import pytest

from generator.model.period import Period
from generator.project.load import set_up
from generator.reading.register.benchmarks import BENCHMARK_HEADERS, SHEET
from generator.reading.register.targets_by_year import SHEET as TARGETS
from generator.reading.register.targets_by_year import TARGET_HEADERS
from tests.projects import SETTINGS, Folder, Value, filled_project, make_project
from tests.reading.register.sheets import rewritten, told, type_of_row, with_sheet

ENGLAND: tuple[type_of_row, ...] = (
    ["PL 01", "England", 90.04, "2023/24"],
    ["PL 01", "England", 91, "Q2 2024/25"],
    ["PL 01", "England", 70, "2022/23"],
)
PEERS: tuple[type_of_row, ...] = tuple(
    ["PL 01", f"Peer {each}", each, "2023/24", None, "Neighbours"] for each in (80, 84, 88, 92, 96)
)


def with_benchmarks(root: Path, measure: dict[str, Value], settings: str = SETTINGS) -> Folder:
    folder = make_project(root, measure, settings=settings)
    return with_sheet(folder, SHEET, BENCHMARK_HEADERS, *ENGLAND, *PEERS)


def targets(folder: Folder, period: Period | None = None) -> str:
    measure = set_up(folder.project, period).register.measures[0]
    found = (*measure.quarter_targets, measure.year_end_target)
    return " ".join("-" if each is None else str(each) for each in found)


@pytest.mark.parametrize(
    ("measure", "found"),
    [
        ({"Q3 target": "benchmark England", "Year-end target": None}, "- - 91.0 - -"),
        ({"Q2 target": "Benchmark  england", "Q1 target": "benchmark England"}, "90.0 91.0 95 - 96"),
        ({"Year-end target": "benchmark Neighbours median"}, "- - 95 - 88.0"),
        ({"Q3 target": "benchmark neighbours best quartile"}, "- - 92.0 - 96"),
        ({"Q3 target": "benchmark Neighbours best quartile", "Polarity": "lower"}, "- - 84.0 - 96"),
    ],
)
def test_a_target_is_the_latest_figure_of_that_name(tmp_path: Path, measure: dict[str, Value], found: str) -> None:
    assert targets(with_benchmarks(tmp_path, measure)) == found


def test_a_year_of_its_own_has_them_too(tmp_path: Path) -> None:
    folder = with_benchmarks(tmp_path, {"Q3 target": "benchmark England", "Year-end target": "benchmark England"})
    rows: tuple[type_of_row, ...] = (
        ["PL 01", "2024/25", "year", 97],
        ["PL 01", "2023/24", None, "benchmark England"],
        ["PL 01", "2023/24", "Q4", 60],
    )
    with_sheet(folder, TARGETS, TARGET_HEADERS, *rows)
    assert targets(folder) == "- - 91.0 - 97"
    assert targets(folder, Period(2023, 2)) == "70.0 70.0 70.0 60 90.0"
    now, then = (set_up(folder.project, each).register.measures[0] for each in (None, Period(2023, 2)))
    assert set(now.target_benchmarks) == {"Q3 target"}
    assert set(then.target_benchmarks) == {"Q1 target", "Q2 target", "Q3 target", "Year-end target"}


@pytest.mark.parametrize(
    ("heading", "target", "words"),
    [
        ("Q3 target", "benchmark Englnd", "for Q3 2024/25. Did you mean “England”?"),
        ("Year-end target", "benchmark Wales", "for the end of 2024/25."),
    ],
)
def test_a_name_of_which_nothing_fits_is_told_of(tmp_path: Path, heading: str, target: str, words: str) -> None:
    (problem,) = told(with_benchmarks(tmp_path, {heading: target}))
    assert (problem.code, words in problem.message) == ("REG16", True)
    assert problem.place.sheet == "Measures"


def test_a_forecast_where_there_is_a_target_is_there_by_a_name_as_well(tmp_path: Path) -> None:
    settings = f'{SETTINGS}forecast = "where there is a target"\n'
    folder = with_benchmarks(tmp_path, {"Year-end target": "benchmark England"}, settings)
    assert folder.setup.register.measures[0].has_forecast


def test_a_milestone_may_be_called_so(tmp_path: Path) -> None:
    stage: dict[str, Value] = {"Kind": "milestone", "Unit": None, "Scheme": "south-kesteven", "Year-end target": None}
    folder = make_project(tmp_path, {**stage, "Q3 target": "Benchmark report out"})
    assert folder.setup.register.measures[0].quarter_targets[2] == "Benchmark report out"


def test_the_report_says_whose_figure_the_target_is(tmp_path: Path) -> None:
    named: dict[str, Value] = {"Q3 target": "benchmark England", "Year-end target": "benchmark Neighbours median"}
    folder = filled_project(tmp_path)
    with_sheet(folder, SHEET, BENCHMARK_HEADERS, *ENGLAND, *PEERS)
    rewritten(folder, **{heading.replace(" ", "_"): target for heading, target in named.items()})
    (measure,) = folder.page(draft=True).groups[0].measures
    assert measure.quarter.target == "91.0%"
    assert "The target is the figure of England (Q2 2024/25)." in measure.remarks
    assert "The year-end target is the figure of Neighbours median (2023/24)." in measure.remarks
