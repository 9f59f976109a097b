"""What stands of earlier periods, and which of them are closed."""

from dataclasses import replace
from datetime import date

import pytest

from generator.history.past import History
from generator.history.rows import HistoryRow, RowState
from generator.model.measure import Measure
from tests.history.test_history_csv import Q1, Q2, Q3, row

MEASURE = Measure(code="PL 01", aliases=("Old 7",), title="Bins", groups=("Place",))
REOPENED = row(state=RowState.REOPENED, reason="More cases came.")
REVISED = row(actual="91.0", reason="More cases came.")


@pytest.mark.parametrize(
    ("rows", "was_closed", "is_closed"),
    [
        ([], False, False),
        ([row(period=Q2)], False, False),
        ([row()], True, True),
        ([row(source="old figures.xlsx")], False, False),
        ([row(), REOPENED], True, False),
        ([row(), REOPENED, row(period=Q2)], True, False),
        ([row(), REOPENED, REVISED], True, True),
    ],
    ids=["none", "another", "closed", "imported", "open again", "open again, and another", "closed again"],
)
def test_a_period_is_closed_until_it_is_opened_again(rows: list, was_closed: bool, is_closed: bool) -> None:  # type: ignore[type-arg]
    history = History(tuple(rows))
    assert (history.was_closed(Q1), history.is_closed(Q1)) == (was_closed, is_closed)


def test_the_last_row_of_a_code_and_period_stands() -> None:
    history = History((row(), row("pl 02"), row(period=Q2), REOPENED, REVISED))
    assert history.latest(MEASURE, Q1) == REVISED
    assert history.latest(MEASURE, Q3) is None
    assert [each.code for each in history.closed_in(Q1)] == ["PL 01", "pl 02"]
    assert history.closings == (Q1, Q2)


def test_rows_under_an_earlier_code_are_the_measures() -> None:
    history = History((row("OLD7"), row(period=Q2), row("PL 02")))
    assert [each.code for each in history.of(MEASURE)] == ["OLD7", "PL 01"]
    assert list(history.standing(MEASURE)) == [Q1, Q2]


LATER = row(actual="70.0", reason="revised in the return of Q2 2024/25", source="inputs/PL 01.xlsx")
PUT_BACK = row(reason="no longer revised in the return of Q2 2024/25", source="inputs/PL 01.xlsx")
AGAIN = row(reason="Another measure was wrong.")
IMPORTED = row(source="old figures.xlsx", published=None)


@pytest.mark.parametrize(
    ("rows", "stands"),
    [
        ([row()], "90.0"),
        ([row(), LATER], "70.0"),
        ([row(), LATER, REOPENED], "70.0"),
        ([row(), LATER, REOPENED, AGAIN], "70.0"),
        ([row(), LATER, REOPENED, REVISED], "91.0"),
        ([row(), REOPENED, AGAIN, LATER], "70.0"),
        ([row(), REOPENED, REVISED, LATER], "70.0"),
        ([row(), LATER, PUT_BACK], "90.0"),
        ([row(), LATER, PUT_BACK, LATER], "70.0"),
        ([row(), LATER, REOPENED, AGAIN, PUT_BACK], "90.0"),
        ([IMPORTED, LATER, PUT_BACK], "90.0"),
        ([row("OLD7", actual="1.0")], "1.0"),
        ([row(), row("OLD7", actual="1.0")], "90.0"),
        ([row("OLD7", actual="1.0"), row()], "90.0"),
    ],
    ids=[
        *("closed", "revised later", "and opened again", "and closed as it was", "and closed with another"),
        *("revised after both", "revised after another"),
        *("put back", "revised once more", "closed as it was and put back", "of what was imported"),
        *("an earlier code", "its own first", "its own last"),
    ],
)
def test_what_stands_of_a_period(rows: list, stands: str) -> None:  # type: ignore[type-arg]
    found = History(tuple(rows)).latest(MEASURE, Q1)
    assert found is not None
    assert found.actual == stands
    assert found.is_as_judged == (stands != "70.0"), "a figure that is put back has the status that it had"


IMPORTED_AGAIN = IMPORTED._replace(actual="89.0", reason="Imported again from old figures.xlsx.")


@pytest.mark.parametrize(
    ("rows", "known"),
    [
        ([row(), row(period=Q2)], "90.0"),
        ([row(), row(period=Q2), LATER], "90.0"),
        ([row(), row(period=Q2), LATER, row(period=Q2, state=RowState.REOPENED), row(period=Q2), PUT_BACK], "90.0"),
        ([row(), row(period=Q3), LATER, row(period=Q2)], "70.0"),
        ([row(period=Q2), IMPORTED, IMPORTED_AGAIN], "89.0"),
    ],
    ids=["closed", "its own revision", "taken back", "another period's", "no revision, but imported"],
)
def test_a_report_finds_earlier_figures_as_they_are_without_its_own_returns(rows: list[HistoryRow], known: str) -> None:
    found = History(tuple(rows)).without_returns_of(Q2).latest(MEASURE, Q1)
    assert found is not None
    assert found.actual == known


def test_a_revision_is_no_report_of_its_period() -> None:
    assert History((row(period=Q2), LATER)).periods == {Q2}


def test_what_another_measure_had_under_the_code_before_is_not_its() -> None:
    began = replace(MEASURE, began=date(2024, 8, 1))
    history = History((row(), row(period=Q2), row(period=Q3)))
    assert list(history.standing(began)) == [Q2, Q3]
    imported = History((row(source="past figures.xlsx"), row(period=Q2)))
    assert list(imported.standing(began)) == [Q1, Q2]


def test_a_figure_that_is_withheld_when_it_is_reported_again_is_no_result() -> None:
    shown, withheld = row(), row(period=Q2, reported_for=Q1, actual="", status="Not shown", state=RowState.SUPPRESSED)
    not_due = row(period=Q2, reported_for=Q1, actual="", status="", state=RowState.MISSING)
    assert list(History((shown, withheld)).results(MEASURE)) == []
    assert list(History((shown, not_due)).results(MEASURE)) == [Q1]
