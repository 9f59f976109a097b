"""An earlier period that is open again is told of before anything goes by its published figures."""

import pytest

from generator.checks.open_again import check_open_again
from generator.history.past import History
from generator.history.rows import HistoryRow, RowState
from tests.history.test_history_csv import Q2, Q3, row

REOPENED = row(state=RowState.REOPENED, reason="A late case came.")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([], []),
        ([row()], []),
        ([row(), REOPENED], ["2024/25 Q1"]),
        ([row(), REOPENED, row(period=Q2)], ["2024/25 Q1"]),
        ([row(), REOPENED, row(reason="A late case came.")], []),
        ([row(period=Q3), row(period=Q3, state=RowState.REOPENED, reason="It was wrong.")], []),
    ],
    ids=["no history", "closed", "open again", "a later one closed", "closed again", "the report's own"],
)
def test_what_is_open_again(rows: list[HistoryRow], told: list[str]) -> None:
    found = check_open_again(History(tuple(rows)), Q3, "inputs/history.csv")
    assert [(each.code, dict(each.facts)["period"]) for each in found] == [("HIST05", each) for each in told]
