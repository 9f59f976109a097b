"""What stands of earlier periods, and which of them are closed."""

import pytest

from generator.history.past import History
from generator.history.rows import RowState
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
