"""The register's sheet of benchmarks: what is read of it, and what is refused in words."""

from decimal import Decimal
from pathlib import Path

import pytest

from generator.model.period import JANUARY, Period
from generator.project.load import set_up
from generator.reading.register.benchmarks import BENCHMARK_HEADERS, SHEET, period_in_words
from tests.projects import Folder, Value, make_project
from tests.reading.register.sheets import told, type_of_row, with_sheet

HEADERS = (*BENCHMARK_HEADERS, "Unit", "Definition")


def with_benchmarks(root: Path, *rows: type_of_row, measure: dict[str, Value] | None = None) -> Folder:
    return with_sheet(make_project(root, measure or {}), SHEET, HEADERS, *rows)


def test_each_row_is_a_figure_of_a_name_and_a_period(tmp_path: Path) -> None:
    rows: tuple[type_of_row, ...] = (
        ["pl01", "England", 93.1, "2023/24", "National collection"],
        ["PL 01", "Felpersham", "91%", "Q3 2023/24", None, "Neighbours", "per cent", "BV 84"],
    )
    (measure,) = set_up(with_benchmarks(tmp_path, *rows, measure={"Definition": "bv84"}).project).register.measures
    first, second = measure.benchmarks
    assert (first.name, first.value, first.source) == ("England", Decimal("93.1"), "National collection")
    assert (first.period, first.peers) == (Period(2023, 1, 1), "")
    assert (second.value, second.period, second.peers) == (Decimal(91), Period(2023, 3), "Neighbours")


@pytest.mark.parametrize(
    ("row", "cell", "words"),
    [
        (["PL 10", "England", 93, "2023/24"], "A2", "Did you mean “PL 01”?"),
        (["PL 01", None, 93, "2023/24"], "B2", "it is empty"),
        (["PL 01", "England [[not yet out]]", 93, "2023/24"], "B2", "it is published as it stands"),
        (["PL 01", "England", 93, "2023/24", "A [[friend]]"], "E2", "it is published as it stands"),
        (["PL 01", "England", 93, "2023/24", None, "[[Peers"], "F2", "it is published as it stands"),
        (["PL 01", "England", None, "2023/24"], "C2", "it is empty"),
        (["PL 01", "England", "12 days", "2023/24"], "C2", "12 days"),
        (["PL 01", "England", 93, None], "D2", "is not a period"),
        (["PL 01", "England", 93, "last year"], "D2", "is not a period"),
        (["PL 01", "England", 93, "2023-24-M03"], "D2", "a figure of a month, and the measure is reported quarterly"),
        (["PL 01", "England", 93, "2023/24", None, None, "days"], "G2", "PL 01 is in “%”"),
        (["PL 01", "England", 93, "2023/24", None, None, None, "NI 191"], "H2", "PL 01 is defined as “BV 84”"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_cell(tmp_path: Path, row: type_of_row, cell: str, words: str) -> None:
    (problem,) = told(with_benchmarks(tmp_path, row, measure={"Definition": "BV 84"}))
    assert (problem.code, problem.place.sheet, problem.place.cell) == ("REG03", SHEET, cell)
    assert words in problem.message


def test_a_years_number_is_refused_beside_a_quarters_that_adds_up(tmp_path: Path) -> None:
    visits: dict[str, Value] = {"Unit": "visits", "Basis": "discrete quarter", "Q3 target": 9000}
    (problem,) = told(with_benchmarks(tmp_path, ["PL 01", "England", 40000, "2023/24"], measure=visits))
    assert "adds up over the year" in problem.message
    assert "write “average” in the measure’s column Year to date" in problem.remedy
    so = {**visits, "Year to date": "average"}
    (average,) = with_benchmarks(
        tmp_path / "so", ["PL 01", "England", 40000, "2023/24"], measure=so
    ).setup.register.measures
    assert len(average.benchmarks) == 1


def test_a_row_that_is_there_twice_is_told_of(tmp_path: Path) -> None:
    row: type_of_row = ["PL 01", "England", 93, "2023/24"]
    (problem,) = told(with_benchmarks(tmp_path, row, row, [*row[:3], "2022/23"]))
    assert (problem.place.cell, "row 2 has it for 2023/24 already" in problem.message) == ("B3", True)


@pytest.mark.parametrize(
    ("periods", "cells"),
    [
        (["2022/23", "2022/23", "2023/24"], ["D4"]),
        (["2022/23", "2023/24", "2023/24"], []),
        (["2022/23", "2022/23", "2023/24", "2023/24"], []),
        (["2023/24", "2022/23", "2022/23"], ["D2"]),
    ],
)
def test_a_set_of_peers_that_has_shrunk_is_asked_about(tmp_path: Path, periods: list[str], cells: list[str]) -> None:
    """A median of one would be printed beside a place of two."""
    rows: list[type_of_row] = [
        ["PL 01", f"Peer {row}", 90 + row, period, None, "Near"] for row, period in enumerate(periods)
    ]
    others: list[type_of_row] = [["PL 01", "England", 93, "2021/22"], ["PL 01", "England", 93, "2023/24"]]
    register = set_up(with_benchmarks(tmp_path, *rows, *others).project).register
    found = [each.place.cell for each in register.queries if each.code == "REG20"]
    assert found == cells


def test_a_yes_or_no_has_nothing_to_compare(tmp_path: Path) -> None:
    yes: dict[str, Value] = {"Kind": "yes/no", "Unit": None, "Q3 target": "Yes", "Year-end target": "Yes"}
    (problem,) = told(with_benchmarks(tmp_path, ["PL 01", "England", 93, "2023/24"], measure=yes))
    assert "only numbers are compared" in problem.message


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("2017/18", Period(2017, 1, 1)),
        ("2017-2018", Period(2017, 1, 1)),
        ("2017-18-Q1", Period(2017, 1)),
        ("q1 2017/18", Period(2017, 1)),
        ("2017/18 Q1", Period(2017, 1)),
        ("2017-18-H2", Period(2017, 2, 2)),
        ("May 2017", Period(2017, 2, 12)),
        ("January 2018", Period(2017, 10, 12)),
    ],
)
def test_a_period_may_be_written_as_people_do(words: str, period: Period) -> None:
    assert period_in_words(words, 4) == period


@pytest.mark.parametrize("words", ["May 0000", "May 9999", "9999/00"])
def test_a_year_far_away_is_no_period(words: str) -> None:
    with pytest.raises(ValueError, match=r"is not a period\. Write it like"):
        period_in_words(words, 4)


def test_a_calendar_year_is_of_councils_whose_years_are(tmp_path: Path) -> None:
    assert period_in_words("2017", JANUARY) == Period(2017, 1, 1, JANUARY)
    (problem,) = told(with_benchmarks(tmp_path, ["PL 01", "England", 93, "2023"]))
    assert "years that start in April" in problem.message
