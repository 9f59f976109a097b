"""What was published of earlier periods and has been revised since the last report came out."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.history.past import History
from generator.history.rows import HistoryRow, RowState
from generator.model.measure import code_key
from generator.model.period import Period


class Revised(NamedTuple):
    """What readers of the last report knew of a measure and period, and what stands now."""

    was: HistoryRow
    now: HistoryRow


class PublishedBefore(NamedTuple):
    """What was published of a measure and a period before this was opened again.

    ``revised`` is what its return made of the figure of an earlier period then, and what stands without that.
    """

    row: HistoryRow
    revised: Revised | None = None


def revised_since(history: History, period: Period) -> tuple[Revised, ...]:
    """Each measure and period, before this one, whose published row is another than when the last report came out.

    Those are the revisions that were recorded after the report of the period before was, the first time.
    """
    came_out = _came_out(history.rows, period.previous)
    later = [row for row in history.rows[came_out:] if row.period < period and row.published]
    keys = dict.fromkeys((code_key(row.code), row.period) for row in later)
    if not keys:
        return ()
    then, now = _published(history.rows[:came_out]), _published(history.rows)
    pairs = ((then.stands(*key), now.stands(*key)) for key in keys)
    return tuple(
        Revised(was, _explained(now, later)) for was, now in pairs if was and now and was.published and was != now
    )


_FIGURES = slice(HistoryRow._fields.index("target"), HistoryRow._fields.index("direction"))


def _explained(now: HistoryRow, later: Iterable[HistoryRow]) -> HistoryRow:
    """What stands, with the reason of the row that had its figures and statuses first."""
    key = code_key(now.code), now.period
    own = (row for row in later if (code_key(row.code), row.period) == key and row.state is not RowState.REOPENED)
    first = next((row for row in own if row[_FIGURES] == now[_FIGURES]), now)
    return now._replace(reason=first.reason)


def _came_out(rows: Sequence[HistoryRow], last: Period) -> int:
    """How many rows there were when the report of a period came out first, with what its returns revised."""
    first = next((number for number, row in enumerate(rows) if row.period == last and row.is_closed), len(rows))
    later = enumerate(rows[first:], first)
    return next((number for number, row in later if _is_of_another(row, last)), len(rows))


def _is_of_another(row: HistoryRow, closed: Period) -> bool:
    """Whether a row is not among those that are added when a period is closed for the first time."""
    return bool(row.reason or row.period != closed or not row.is_closed) and not row.is_from_return


def _published(rows: Sequence[HistoryRow]) -> History:
    """A history without the rows that tell of a period opened again."""
    return History(tuple(row for row in rows if row.state is not RowState.REOPENED))
