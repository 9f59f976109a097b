"""history.csv: its rows read, with every fault told at its line, and added to."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any, NamedTuple, TypeVar

from generator.history.rows import CLOSE, HistoryRow, RowState
from generator.history.tables import TableFault, read_rows, refuse, with_rows_added
from generator.model.english import counted
from generator.model.figures import Span, as_figure
from generator.model.period import Period

_Found = TypeVar("_Found")

HISTORY_COLUMNS = (
    *("Code", "Period", "Reported for", "Title", "Group", "Target", "Actual", "Status", "Exception"),
    *("Year-end target", "Forecast", "Forecast status", "Direction", "State", "Published", "Reason", "From"),
)
"""The headings of history.csv, in the order of a row's fields."""

_FIGURES = frozenset({"target", "actual", "year_end_target", "forecast"})

_WITHOUT_FIGURE = (RowState.MISSING, RowState.SUPPRESSED)


def read_history(text: str, file: str, starts: int | None = None) -> tuple[HistoryRow, ...]:
    """The rows of a history, in their order. Raises Unusable with what is wrong; ``file`` names it in messages.

    Its periods are of years that start in the month ``starts``, as ``Period.parse`` has it.
    Told of is also what can only come of rows that were changed or put into another order since they were added.
    """
    rows, faults, reader = [], [], _Reader(starts)
    for number, cells in enumerate(read_rows(text, HISTORY_COLUMNS, file)):
        try:
            rows.append(reader.row(cells))
        except TableFault as fault:
            faults.append((number, fault))
    refuse(file, text, faults)
    return tuple(rows)


def with_history(text: str, rows: Iterable[HistoryRow]) -> str:
    """The text of a history with rows added at its end."""
    return with_rows_added(text, HISTORY_COLUMNS, (_cells(row) for row in rows))


def _cells(row: HistoryRow) -> Iterable[str | Decimal]:
    own = row._replace(reported_for=None if row.reported_for == row.period else row.reported_for)  # type: ignore[arg-type]
    return (_figure(value) if name in _FIGURES else _text(value) for name, value in own._asdict().items())


def _figure(text: str) -> str | Decimal:
    """A number stays one, whatever its sign."""
    figure = as_figure(text)
    return figure if isinstance(figure, Decimal) else text


def _text(value: object) -> str:
    """What is not a figure, to the letter: a code of figures alone may begin with noughts."""
    match value:
        case None:
            return ""
        case bool():
            return "Yes" if value else "No"
        case date():
            return value.isoformat()
    return str(value)


class _Together(NamedTuple):
    """What words that stand together in many rows say, and the codes that closing has added so far for their period.

    Rows that closing did not add have no such codes.
    """

    period: Period
    reported_for: Period
    exception: bool
    state: RowState
    published: date | None
    closed: set[str] | None


class _Reader:
    """Reads rows in their order; there may be a hundred thousand.

    What the words of a row that come again and again say together is looked at once for all such rows.
    """

    def __init__(self, starts: int | None) -> None:
        self._period = lru_cache(partial(Period.parse, starts=starts))  # so that equal periods are one
        self._known: dict[tuple[object, ...], _Together] = {}
        self._numbers = {""}
        self._closed: dict[Period, set[str]] = {}
        self._last = date.min

    def row(self, cells: list[Any]) -> HistoryRow:
        """The row of these cells, which become its values. Raises TableFault with the first thing that is wrong."""
        if len(cells) != _WIDTH:
            raise TableFault(f"it has {counted(len(cells), 'cell')}, and its heading {_WIDTH}")
        words = (cells[1], cells[2], cells[8], *cells[13:15], cells[16] == CLOSE, not cells[6], not cells[7])
        told = self._known.get(words)
        if told is None:
            told = self._known[words] = self._understood(cells)
        if not cells[0] or not cells[16]:
            raise TableFault("it does not say where it is from" if cells[0] else "it has no code")
        numbers = self._numbers
        if cells[5] not in numbers or cells[6] not in numbers:
            self._check_sorts("result", cells[6], cells[5])
        if cells[9] not in numbers or cells[10] not in numbers:
            self._check_sorts("forecast", cells[10], cells[9])
        cells[1], cells[2], cells[8], cells[13], cells[14], closed = told
        if closed is not None:
            self._check_order(cells, closed)
        return _AS_ROW(HistoryRow, cells)

    def _understood(self, cells: list[str]) -> _Together:
        try:
            period, state, day = self._period(cells[1]), _state(cells[13]), _day(cells[14])
            own = self._period(cells[2]) if cells[2] else period
            exception = _yes_or_no(cells[8])
        except ValueError as fault:
            raise TableFault(str(fault).removesuffix(".")) from None
        if own.last_day > period.last_day:
            raise TableFault(f"its figure is of {own}, which is after {period}")
        if bool(cells[6]) is (state in _WITHOUT_FIGURE) and state is not RowState.REOPENED:
            raise TableFault(f"it has {'a' if cells[6] else 'no'} result, and its state is “{state}”")
        is_closed = cells[16] == CLOSE
        if is_closed and day is None:
            raise TableFault("it does not say when it was published")
        if is_closed and cells[6] and not cells[7]:
            raise TableFault("it has a result and no status")
        closed = self._closed.setdefault(period, set()) if is_closed else None
        return _Together(period, own, exception, state, day, closed)

    def _check_sorts(self, name: str, figure: str, target: str) -> None:
        """Figures and their targets are numbers, or neither is; what looks like a range may be a milestone's words."""
        both = {text: as_figure(text) for text in (figure, target) if text}
        self._numbers.update(text for text, each in both.items() if isinstance(each, Decimal | Span))
        if {Decimal} < {type(each) for each in both.values()} - {Span}:
            raise TableFault(f"the {name} “{figure}” cannot be held against the target “{target}”")

    def _check_order(self, cells: list[Any], closed: set[str]) -> None:
        """Rows that ``close`` adds stand in the order of their dates, and say why when they come again."""
        code, day = cells[0], cells[14]
        if day is not self._last:
            if day < self._last:
                raise TableFault(f"it was published on {day}, and the row before it after that: rows were moved")
            self._last = day
        if code in closed and not cells[15]:
            raise TableFault(f"{code} has a row for {cells[1]} already, and this one gives no reason")
        closed.add(code)


_WIDTH = len(HISTORY_COLUMNS)
_AS_ROW = tuple.__new__
"""A row of as many values as it has: ``_make`` counts them once more, and there may be many rows."""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise ValueError(f"“{text}” is not a date like 2025-04-30") from None


def _state(word: str) -> RowState:
    return _one_of({str(each): each for each in RowState}, word, "State")


def _yes_or_no(word: str) -> bool:
    return _one_of({"Yes": True, "No": False, "": False}, word, "Exception")


def _one_of(known: Mapping[str, _Found], word: str, column: str) -> _Found:
    if word not in known:
        raise ValueError(f"“{word}” stands under {column}, which has {', '.join(filter(None, known))}")
    return known[word]
