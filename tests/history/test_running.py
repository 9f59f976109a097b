"""How long a measure has been an exception, in words; and nothing guessed over a gap."""

from datetime import date
from pathlib import Path

import pytest

from generator.history.history_csv import with_history
from generator.history.rows import HistoryRow, RowState
from generator.history.running import exceptions_running
from generator.model.measure import Measure
from generator.model.period import Period
from tests.history.test_history_csv import row
from tests.projects import GOOD, SETTINGS, fill, make_project

NOW = Period(2024, 4)


def published(told: str, now: Period = NOW) -> list[HistoryRow]:
    """What stands of each quarter up to the last, a sign each.

    x: an exception; =: the same, of the figure of the quarter before; o: none; -: no return; ?: imported, with no
    status; a space: nothing.
    """
    rows = []
    period = now
    for letter in reversed(told):
        period = period.previous
        of = period.previous if letter == "=" else period
        if letter in "x=":
            rows.append(row(period=period, reported_for=of))
        elif letter == "o":
            rows.append(row(period=period, exception=False, status="Green"))
        elif letter == "-":
            rows.append(row(period=period, exception=False, status="", actual="", state=RowState.MISSING))
        elif letter == "?":
            rows.append(row(period=period, exception=False, status="", source="old.xlsx"))
    return rows[::-1]


SAID = [
    ("", ""),
    ("o", "An exception for the first time in two reports."),
    ("oooo", "An exception for the first time in five reports."),
    ("-o", "An exception for the first time in two reports."),
    ("xo", "An exception for the first time since Q2 2024/25."),
    ("oxoo", "An exception for the first time since Q1 2024/25."),
    ("x oo", "An exception for the first time in three reports."),
    ("x-oo", "An exception for the first time in three reports."),
    ("x?oo", "An exception for the first time in three reports."),
    ("x", "An exception for at least the second time running."),
    ("ox", "An exception for the second time running."),
    ("oxx", "An exception for the third time running."),
    ("o xx", "An exception for at least the third time running."),
    ("o-xx", "An exception for at least the third time running."),
    ("x ", ""),
    ("x?", ""),
    ("ox=", "An exception for the second time running."),
    ("o" + "x" * 20, "An exception for the 21st time running."),
    ("o" + "x" * 110, "An exception for the 111th time running."),
]


@pytest.mark.parametrize(("rows", "sentence"), SAID)
def test_exceptions_are_counted_back_to_the_first_gap(rows: str, sentence: str) -> None:
    measure = Measure(code="PL 01", title="Bins", groups=("Place",))
    assert exceptions_running(measure, NOW, published(rows)).sentence == sentence


@pytest.mark.parametrize(
    ("rows", "due", "began", "sentence"),
    [
        ("ox-", {6, 12}, None, "An exception for the second time running."),
        ("x-x-", {6, 12}, None, "An exception for at least the third time running."),
        ("x-o-", {6, 12}, None, "An exception for the first time since Q4 2023/24."),
        ("xx", {3, 6, 9, 12}, date(2024, 8, 1), "An exception for the third time running."),
        ("xx", {3, 6, 9, 12}, date(2024, 4, 1), "An exception for at least the third time running."),
        ("x-", {6, 12}, date(2024, 4, 1), "An exception for the second time running."),
    ],
)
def test_quarters_in_which_it_was_not_due_or_not_there_are_no_gaps(
    rows: str, due: set[int], began: date | None, sentence: str
) -> None:
    measure = Measure(code="PL 01", title="Bins", groups=("Place",), due=frozenset(due), began=began)
    assert exceptions_running(measure, NOW, published(rows)).sentence == sentence


@pytest.mark.parametrize(
    ("rows", "last", "again", "sentence"),
    [
        ("xxx", date(2023, 9, 30), date(2024, 4, 1), "An exception for the fourth time running."),
        ("x-xx", date(2024, 3, 31), date(2024, 7, 1), "An exception for the third time running."),
        ("xxxx-", date(2024, 9, 30), date(2025, 1, 1), ""),
        ("xxxx", date(2025, 3, 31), date(2025, 4, 1), "An exception for at least the fifth time running."),
    ],
)
def test_what_was_new_again_is_counted_from_then(rows: str, last: date, again: date, sentence: str) -> None:
    measure = Measure(code="PL 01", title="Bins", groups=("Place",), away=((last, again),))
    assert exceptions_running(measure, NOW, published(rows)).sentence == sentence


@pytest.mark.parametrize(("listing", "called"), [("exceptions", "An exception"), ("all", "Amber or Red")])
def test_where_all_are_listed_nothing_is_called_an_exception(tmp_path: Path, listing: str, called: str) -> None:
    folder = make_project(tmp_path, settings=f'{SETTINGS}listing = "{listing}"\n')
    (tmp_path / "inputs" / "history.csv").write_text(
        with_history("", [row(code="PL 01", period=Period(2024, 2), reported_for=Period(2024, 2))]), encoding="utf-8"
    )
    fill(folder.issue()[0], GOOD)
    (measure,) = folder.page().groups[0].measures
    assert f"{called} for at least the second time running." in measure.remarks
