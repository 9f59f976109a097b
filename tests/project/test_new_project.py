"""A new project, as it is laid out."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.project.new_project import FolderInUseError, last_full_quarter, lay_out
from generator.project.ready_shapes import READY
from generator.reading.register.columns import HEADERS, SHEET

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("today", "reported"),
    [
        (date(2026, 4, 1), "2025-26-Q4"),
        (date(2026, 6, 30), "2025-26-Q4"),
        (date(2026, 7, 1), "2026-27-Q1"),
        (date(2026, 11, 23), "2026-27-Q2"),
        (date(2027, 1, 2), "2026-27-Q3"),
    ],
)
def test_a_new_project_reports_the_last_quarter_that_has_ended(today: date, reported: str) -> None:
    assert str(last_full_quarter(today)) == reported


def test_without_a_ready_report_the_register_has_its_headings_alone_and_the_screen_names_the_reports(
    tmp_path: Path,
) -> None:
    screen = list(lay_out(tmp_path / "ours", today=TODAY))
    assert list(load_workbook(tmp_path / "ours/inputs/register.xlsx")[SHEET].values) == [HEADERS]
    assert screen[-2:] == [
        "To start from a ready report with ten made-up measures:  scorecard init --like NAME DIR",
        "There are derby, all-measures, priorities and service-plan.",
    ]


def test_it_is_as_a_ready_report_but_for_the_measures(tmp_path: Path) -> None:
    for folder, like in (("ours", None), ("ready", "derby")):
        lay_out(tmp_path / folder, today=TODAY, like=like)
    ours, ready = (tmp_path / folder / "inputs" for folder in ("ours", "ready"))
    assert (ours / "scorecard.toml").read_text("utf-8") == (ready / "scorecard.toml").read_text("utf-8")
    assert next(load_workbook(ready / "register.xlsx")[SHEET].values) == HEADERS


@pytest.mark.parametrize("like", READY)
def test_a_ready_report_comes_with_settings_for_the_quarter_and_figures_that_are_numbers(
    tmp_path: Path, like: str
) -> None:
    screen = list(lay_out(tmp_path / "ours", today=TODAY, like=like))
    assert 'period = "2026-27-Q2"' in (tmp_path / "ours/inputs/scorecard.toml").read_text("utf-8")
    headings, *rows = load_workbook(tmp_path / "ours/inputs/register.xlsx")[SHEET].values
    cells = [dict(zip(headings, row, strict=True)) for row in rows]
    assert {type(each["Q2 target"]) for each in cells if each["Kind"] in {"percentage", "days"}} <= {int, float}
    assert {type(each["Code"]) for each in cells} == {str}
    assert screen[0] == f"Made {tmp_path / 'ours'}, with made-up measures. Next:"


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "ours.txt").write_text("Ours", encoding="utf-8")
    with pytest.raises(FolderInUseError):
        lay_out(tmp_path, today=TODAY, like="derby")
    assert [each.name for each in tmp_path.iterdir()] == ["ours.txt"]
