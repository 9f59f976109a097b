"""history.csv: its rows read, with every fault told at its line, and added to."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Any, TypeVar

from generator.history.rows import CLOSE, HistoryRow, RowState
from generator.history.tables import TableFault, fault_at, read_lines, refuse, with_rows_added
from generator.model.figures import Span, as_figure
from generator.model.period import Period

_Found = TypeVar("_Found")

HISTORY_COLUMNS = (
    *("Code", "Period", "Reported for", "Title", "Group", "Target", "Actual", "Status", "Exception"),
    *("Year-end target", "Forecast", "Forecast status", "Direction", "State", "Published", "Reason", "From"),
)
"""The headings of history.csv, in the order of a row's fields."""

_WITHOUT_FIGURE = (RowState.MISSING, RowState.SUPPRESSED)


def read_history(text: str, file: str, starts: int | None = None) -> tuple[HistoryRow, ...]:
    """The rows of a history, in their order. Raises Unusable with what is wrong; ``file`` names it in messages.

    Its periods are of years that start in the month ``starts``, as ``Period.parse`` has it.
    Told of is also what can only come of rows that were changed or put into another order since they were added.
    """
    rows, faults, reader = [], [], _Reader(starts)
    for line, cells in read_lines(text, HISTORY_COLUMNS, file) if text else ():
        try:
            rows.append(reader.row(cells))
        except TableFault as fault:
            faults.append(fault_at(file, line, fault))
    refuse(faults)
    return tuple(rows)


def with_history(text: str, rows: Iterable[HistoryRow]) -> str:
    """The text of a history with rows added at its end."""
    return with_rows_added(text, HISTORY_COLUMNS, (_cells(row) for row in rows))


def _cells(row: HistoryRow) -> Iterable[str | Decimal]:
    own = row._replace(reported_for=None if row.reported_for == row.period else row.reported_for)  # type: ignore[arg-type]
    return (_cell(value) for value in own)


def _cell(value: object) -> str | Decimal:
    """A number stays one, whatever its sign."""
    match value:
        case None:
            return ""
        case bool():
            return "Yes" if value else "No"
        case date():
            return value.isoformat()
    figure = as_figure(text := str(value))
    return figure if isinstance(figure, Decimal) else text


class _Sort(Enum):
    """What sort of figure a text is; a span is the target of a number."""

    NONE = 0
    NUMBER = 1
    OTHER = 2


class _Understood(dict[str, _Found]):
    """Words that come again and again, each understood once. Raises TableFault where one cannot be."""

    def __init__(self, read: Callable[[str], _Found]) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, word: str) -> _Found:
        try:
            self[word] = self.read(word)
        except ValueError as fault:
            raise TableFault(str(fault).removesuffix(".")) from None
        return self[word]


class _Reader:
    """Reads rows in their order; there may be a hundred thousand."""

    def __init__(self, starts: int | None) -> None:
        self._periods = _Understood(partial(Period.parse, starts=starts))
        self._days = _Understood(_day)
        self._states = _Understood(_state)
        self._answers = _Understood(_yes_or_no)
        self._sorts = _Understood(_sort)
        self._closed: set[str] = set()
        self._last = date.min

    def row(self, cells: list[str]) -> HistoryRow:
        """Raises TableFault with the first thing that is wrong with it."""
        if len(cells) != len(HISTORY_COLUMNS):
            raise TableFault(f"it has {len(cells)} cells, and its heading {len(HISTORY_COLUMNS)}")
        values: list[Any] = list(cells)
        values[1] = period = self._periods[cells[1]]
        values[2] = self._reported_for(cells[2], period) if cells[2] else period
        values[8] = self._answers[cells[8]]
        values[13] = state = self._states[cells[13]]
        values[14] = day = self._days[cells[14]]
        if not cells[0] or not cells[16]:
            raise TableFault("it does not say where it is from" if cells[0] else "it has no code")
        if bool(cells[6]) is (state in _WITHOUT_FIGURE) and state is not RowState.REOPENED:
            raise TableFault(f"it has {'a' if cells[6] else 'no'} result, and its state is “{state}”")
        self._check_sorts("result", cells[6], cells[5])
        self._check_sorts("forecast", cells[10], cells[9])
        if cells[16] == CLOSE:
            self._check_closed(cells, day)
        return HistoryRow._make(values)

    def _reported_for(self, code: str, period: Period) -> Period:
        found = self._periods[code]
        if found.last_day > period.last_day:
            raise TableFault(f"its figure is of {found}, which is after {period}")
        return found

    def _check_sorts(self, name: str, figure: str, target: str) -> None:
        """Figures and their targets are numbers, or neither is."""
        of, to = self._sorts[figure], self._sorts[target]
        if of is not to and figure and target:
            raise TableFault(f"the {name} “{figure}” cannot be held against the target “{target}”")

    def _check_closed(self, cells: list[str], day: date | None) -> None:
        """Rows that ``close`` adds are dated, in the order of their dates, and say why when they come again."""
        if day is None:
            raise TableFault("it does not say when it was published")
        if day < self._last:
            raise TableFault(f"it was published on {day}, and the row before it after that: rows were moved")
        if cells[6] and not cells[7]:
            raise TableFault("it has a result and no status")
        key = f"{cells[1]} {cells[0]}"
        if key in self._closed and not cells[15]:
            raise TableFault(f"{cells[0]} has a row for {cells[1]} already, and this one gives no reason")
        self._closed.add(key)
        self._last = day


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


def _sort(text: str) -> _Sort:
    if not text:
        return _Sort.NONE
    return _Sort.NUMBER if isinstance(as_figure(text), Decimal | Span) else _Sort.OTHER
