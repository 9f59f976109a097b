"""What was published of earlier periods and has been revised since the last report came out."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.history.past import History
from generator.history.rows import HistoryRow, RowState
from generator.model.measure import code_key
from generator.model.period import Period


class Revised(NamedTuple):
    """What readers of the last report knew of a measure and period, and what stands now."""

    was: HistoryRow
    now: HistoryRow


def revised_since(history: History, period: Period) -> tuple[Revised, ...]:
    """Each measure and period, before this one, whose published row is another than when the last report came out.

    Those are the revisions that were closed after the report of the period before was, the first time.
    """
    return tuple(_revised(history, period))


def _revised(history: History, period: Period) -> Iterator[Revised]:
    known: dict[tuple[str, Period], HistoryRow] = {}
    standing: dict[tuple[str, Period], HistoryRow] = {}
    came_out = False
    for row in history.rows:
        if row.state is RowState.REOPENED or not row.is_closed or row.period >= period:
            continue
        key = code_key(row.code), row.period
        is_of_last = row.period == period.previous
        came_out = came_out or is_of_last
        if came_out and (key in known or not is_of_last):
            standing[key] = row
        else:
            known[key] = row
    for key, row in standing.items():
        if key in known:
            yield Revised(known[key], row)
