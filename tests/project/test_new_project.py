"""A new project, as it is laid out."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.model.problem import Unusable
from generator.project.folder import Project
from generator.project.load import set_up
from generator.project.new_project import FolderInUseError, lay_out
from generator.project.ready_shapes import READY, ready_shape
from generator.reading.register.columns import HEADERS, SHEET

TODAY = date(2026, 11, 23)
TARGETS = ("Q2 target", "Target", "Year-end target")


@pytest.mark.parametrize(
    ("today", "quarter", "month"),
    [
        (date(2026, 4, 1), "2025-26-Q4", "2025-26-M12"),
        (date(2026, 6, 30), "2025-26-Q4", "2026-27-M02"),
        (date(2026, 7, 1), "2026-27-Q1", "2026-27-M03"),
        (date(2026, 11, 23), "2026-27-Q2", "2026-27-M07"),
        (date(2027, 1, 2), "2026-27-Q3", "2026-27-M09"),
    ],
)
def test_a_new_project_reports_the_last_quarter_or_month_that_has_ended(today: date, quarter: str, month: str) -> None:
    for name in READY:
        assert str(ready_shape(name).period_on(today)) == (month if name == "monthly" else quarter)


def test_without_a_ready_report_the_register_has_an_example_alone_and_the_screen_names_the_reports(
    tmp_path: Path,
) -> None:
    screen = list(lay_out(tmp_path / "ours", today=TODAY))
    headings, example = load_workbook(tmp_path / "ours/inputs/register.xlsx")[SHEET].values
    assert (headings, example[0]) == (HEADERS, "Example")
    assert screen[-2:] == [
        "To start from a ready report with ten made-up measures:  scorecard init --like NAME DIR",
        "There are derby, all-measures, monthly, priorities and service-plan.",
    ]


def test_the_example_is_no_measure(tmp_path: Path) -> None:
    lay_out(tmp_path / "ours", today=TODAY)
    with pytest.raises(Unusable) as caught:
        _ = set_up(Project(tmp_path / "ours"))
    assert ["it has no measures yet" in each.message for each in caught.value.problems] == [True]
    book = load_workbook(tmp_path / "ours/inputs/register.xlsx")
    book[SHEET].append(["PL 01", *(cell.value for cell in book[SHEET][2][1:])])
    book.save(tmp_path / "ours/inputs/register.xlsx")
    assert [each.code for each in set_up(Project(tmp_path / "ours")).register.measures] == ["PL 01"]


def test_each_heading_says_what_stands_under_it(tmp_path: Path) -> None:
    lay_out(tmp_path / "ours", today=TODAY)
    sheet = load_workbook(tmp_path / "ours/inputs/register.xlsx")[SHEET]
    assert {str(cell.value) for cell in sheet[1] if not cell.comment} == {"Q2 target", "Q3 target", "Q4 target"}


def test_there_is_no_folder_that_nobody_asked_for_and_paths_can_be_copied(tmp_path: Path) -> None:
    screen = list(lay_out(tmp_path / "our project", today=TODAY, like="derby"))
    assert sorted(path.name for path in (tmp_path / "our project/inputs").iterdir()) == [
        "register.xlsx",
        "scorecard.toml",
    ]
    assert screen[1].endswith(f'--project "{tmp_path / "our project"}"')


@pytest.mark.skipif(sys.platform == "win32", reason="there it is another file")
def test_a_file_to_double_click_builds(tmp_path: Path) -> None:
    lay_out(tmp_path / "our project", today=TODAY, like="derby")
    (path,) = (tmp_path / "our project").glob("Build this quarter.*")
    (tmp_path / "scorecard").write_text('#!/bin/sh\npwd; echo "$@"\n', encoding="utf-8")
    (tmp_path / "scorecard").chmod(0o755)
    surroundings = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [path], env=surroundings, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL
    )
    assert done.stdout.split("\n")[:2] == [str(path.parent), "build"]


def test_it_is_as_a_ready_report_but_for_the_measures(tmp_path: Path) -> None:
    for folder, like in (("ours", None), ("ready", "derby")):
        lay_out(tmp_path / folder, today=TODAY, like=like)
    ours, ready = (tmp_path / folder / "inputs" for folder in ("ours", "ready"))
    assert (ours / "scorecard.toml").read_text("utf-8") == (ready / "scorecard.toml").read_text("utf-8")
    assert next(load_workbook(ready / "register.xlsx")[SHEET].values) == HEADERS


@pytest.mark.parametrize("like", READY)
def test_a_ready_report_comes_with_settings_for_its_period_and_figures_that_are_numbers(
    tmp_path: Path, like: str
) -> None:
    screen = list(lay_out(tmp_path / "ours", today=TODAY, like=like))
    period = "2026-27-M07" if like == "monthly" else "2026-27-Q2"
    assert f'period = "{period}"' in (tmp_path / "ours/inputs/scorecard.toml").read_text("utf-8")
    headings, *rows = load_workbook(tmp_path / "ours/inputs/register.xlsx")[SHEET].values
    cells = [dict(zip(headings, row, strict=True)) for row in rows]
    figures = [
        next(filter(None, map(each.get, TARGETS)), None) for each in cells if each["Kind"] in {"percentage", "days"}
    ]
    assert {type(each) for each in figures} <= {int, float}
    assert {type(each["Code"]) for each in cells} == {str}
    assert screen[0] == f"Made {tmp_path / 'ours'}, with made-up measures. Next:"


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "ours.txt").write_text("Ours", encoding="utf-8")
    with pytest.raises(FolderInUseError):
        lay_out(tmp_path, today=TODAY, like="derby")
    assert [each.name for each in tmp_path.iterdir()] == ["ours.txt"]
