"""Statuses that are stated, and what is overdue: what the check says, and what every document then prints."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.judging.outcome import Judged
from tests.judging.test_fitness import LATE
from tests.projects import GOOD, SETTINGS, UNPRINTED, Folder, Value, fill, filled_project, make_project, render
from tests.reported import Row, only, reported, shown

ALLOWED = f'{SETTINGS}stated_over_figures = "warning"\n'
STATED: Row = {"quarter_status_override": "Green", "quarter_status_reason": "Two rounds were counted [[by Pat]] late."}


def returned(root: Path, answers: Mapping[str, Any], row: Row | None = None, settings: str = SETTINGS) -> Folder:
    folder = make_project(root, row or {}, settings=settings)
    fill(folder.issue()[0], {**GOOD, **answers})
    return folder


@pytest.mark.parametrize(
    ("answers", "codes"),
    [
        (STATED, ["STAT02"]),
        ({**STATED, "quarter_status_reason": None}, ["STAT02"]),
        ({**STATED, "quarter_status_override": "Red"}, ["STAT02"]),
        ({**STATED, "quarter_status_override": "N/A"}, ["STAT02"]),
        ({"forecast_status_override": "Red", "forecast_status_reason": "The lorries are gone."}, ["STAT02"]),
        ({**STATED, "quarter_actual": None}, []),
        ({**STATED, "quarter_actual": None, "missing_reason": "Not collected this quarter"}, []),
        ({"quarter_actual": None, "quarter_status_override": "Green"}, ["STAT01"]),
    ],
)
def test_a_status_stated_beside_figures_that_give_one_is_an_error(
    tmp_path: Path, answers: Row, codes: list[str]
) -> None:
    problems = filled_project(tmp_path, answers).gather().problems
    told = [(each.code, each.is_error) for each in problems if each.code != UNPRINTED]
    assert told == [(code, True) for code in codes]


@pytest.mark.parametrize("row", [{"Q3 target": None}, {"Polarity": "none"}, {"Kind": "data only", "Q3 target": None}])
def test_where_the_figures_give_none_a_status_may_be_stated(tmp_path: Path, row: Row) -> None:
    folder = filled_project(tmp_path, {**STATED, "forecast_actual": 40, "forecast_status_override": None}, row)
    assert not any(each.is_error for each in folder.gather().problems)
    assert (only(folder)["quarter"]["status"], only(folder)["quarter"]["stated"]) == ("Green", True)


def test_settings_may_allow_it_and_then_the_figures_count_everywhere(tmp_path: Path) -> None:
    folder = returned(tmp_path, STATED, settings=ALLOWED)
    (told,) = folder.gather().problems
    assert (told.code, told.is_error, told.message) == (
        "STAT02",
        False,
        "The status of the quarter is stated as Green, although the figures give one: Red.",
    )
    report, quarter, view = reported(folder), only(folder)["quarter"], shown(folder)
    assert (quarter["status"], quarter["stated"], quarter["stated_beside"]) == ("Red", False, "Green")
    assert quarter["reason"] == "Two rounds were counted [c] late."
    assert report["counts"]["quarter"] == {"Blue": 0, "Green": 0, "Amber": 0, "Red": 1, "N/A": 0}
    assert (view.quarter_status.word, view.quarter_status.note) == ("Red", "Stated: Green")
    assert view.remarks[0] == (
        "Quarterly status: the figures give Red; the return states Green: Two rounds were counted [c] late."
    )
    assert view.headline.startswith("At 90.0% against a target of 95.0%, this measure is Red for the quarter; ")
    csv = render(folder.setup, folder.gather().report)["measures.csv"].decode()
    assert ",95.0,90.0,,-5.26,Red,no," in csv


def test_an_exception_cannot_be_stated_away_nor_in(tmp_path: Path) -> None:
    away = returned(tmp_path / "a", {**STATED, "context": [None]}, settings=ALLOWED)
    assert [each.code for each in away.gather().problems] == ["NARR01", "STAT02"]
    on_target: Row = {"quarter_actual": 95, "quarter_status_override": "Red", "quarter_status_reason": "So we think."}
    folder = returned(tmp_path / "b", on_target, settings=ALLOWED)
    assert (only(folder)["exception"], only(folder)["quarter"]["status"]) == (False, "Green")


DAYS = LATE.format(
    milestones="", tolerance='"90 days"', green='{ deviation = ">= 0" }', amber='{ deviation = ">= -tolerance" }'
).replace('meaning = "A little late"', 'meaning = "A little late"\nexception = true')
STRATEGY: Row = {
    "Kind": "date",
    "Unit": None,
    "Polarity": None,
    "Scheme": "days",
    "Q3 target": "31/10/2024",
    "Year-end target": "31/10/2024",
}
NOT_DONE = {"quarter_actual": None, "forecast_actual": None, "missing_reason": "We wait for the Cabinet"}


def strategy(root: Path, answers: Mapping[str, Any]) -> Folder:
    """The return of a strategy that was due on 31 October."""
    folder = make_project(root, STRATEGY)
    (root / "templates" / "schemes").mkdir(parents=True)
    (root / "templates" / "schemes" / "days.toml").write_text(DAYS, encoding="utf-8")
    fill(folder.issue()[0], {**GOOD, **answers})
    return folder


def test_a_milestone_that_is_overdue_is_told_of_and_an_exception_in_every_document(tmp_path: Path) -> None:
    folder = strategy(tmp_path, NOT_DONE)
    (told,) = folder.gather().problems
    assert (told.code, told.place.cell) == ("STAT05", folder.cell("quarter_actual"))
    assert told.message == (
        "This was due on 31 October 2024, and is not reported as done by 31 December 2024: it is overdue by 61 days."
    )
    quarter, view = only(folder)["quarter"], shown(folder)
    assert only(folder)["exception"] is True
    assert (quarter["status"], quarter["overdue_since"], quarter["markers"]) == ("Amber", "2024-10-31", ["x"])
    assert quarter["reason"] == "We wait for the Cabinet"
    assert (view.quarter.actual, view.quarter_status.word, view.quarter_status.note) == ("Overdue", "Amber", "Overdue")
    assert view.remarks[:2] == (
        "Overdue: it was due on 31 October 2024, and is not reported as done by 31 December 2024.",
        "No figure for the quarter: We wait for the Cabinet.",
    )
    headline = "This measure is Amber for the quarter (overdue); it is forecast to stay Amber at year end (overdue)."
    assert view.headline == headline


@pytest.mark.parametrize(
    ("answers", "codes"),
    [
        ({**NOT_DONE, "context": [None]}, ["STAT05", "NARR01"]),
        ({**NOT_DONE, "missing_reason": None}, ["STAT05", "FIG04", "FIG04"]),
        ({**NOT_DONE, "forecast_actual": date(2025, 3, 1)}, ["STAT05"]),
        ({**NOT_DONE, **STATED, "forecast_status_override": "Green", "forecast_status_reason": "Moved."}, ["STAT05"]),
        ({"quarter_actual": date(2024, 10, 30), "forecast_actual": date(2024, 10, 30)}, []),
        ({"quarter_actual": "soon", "forecast_actual": date(2025, 3, 1)}, ["ANS02"]),
    ],
)
def test_what_the_check_says_of_it(tmp_path: Path, answers: Row, codes: list[str]) -> None:
    assert sorted(strategy(tmp_path, answers).codes()) == sorted(codes)


@pytest.mark.parametrize("stated", [False, True])
def test_an_officers_own_reason_is_printed_as_typed_wherever_a_figure_is_empty(tmp_path: Path, stated: bool) -> None:
    own = "we do not forecast this [[poor]] measure"
    answers: dict[str, Value] = {"quarter_actual": None, "forecast_actual": None, "missing_reason": own}
    status = {"Red": "quarter_status_override", "By audit.": "quarter_status_reason"} if stated else {}
    folder = filled_project(tmp_path, {**answers, **{name: value for value, name in status.items()}})
    assert folder.codes() == []
    printed = "we do not forecast this [c] measure"
    measure = only(folder)
    assert measure["forecast"]["reason"] == printed
    assert measure["quarter"]["missing_reason" if stated else "reason"] == printed
    assert "awaiting" not in str(reported(folder)).casefold()
    entry = folder.gather().report.entries[0]
    assert isinstance(entry.judged, Judged)
    if stated:
        view = shown(folder)
        assert (view.quarter.actual, view.forecast.actual) == (printed, printed)
        assert f"No forecast: {printed}." in view.remarks
