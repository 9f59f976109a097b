"""The rows that past figures add to the history, and what was guessed, left and in conflict on the way, by cell.

A figure of a quarter is taken as one. That of a month, a half or a year stands for a quarter only where the measure's
figure is as of its end: cumulative, a snapshot, of a rolling year, or asked once in that time. Nothing is rated: the
schemes of today are not those of then, so a status is recorded only where the table has it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from generator.history.past import History
from generator.history.rows import HistoryRow, RowState
from generator.importing.past.find_figures import FoundFigure
from generator.importing.past.heading_words import FigureRole, Months
from generator.importing.past.read_figures import NotRead, PastFigure, past_figure, past_target
from generator.importing.table.list_table import said_in
from generator.model.english import day
from generator.model.figures import as_figure, written
from generator.model.measure import Basis, Measure, Register
from generator.model.period import Period
from generator.xlsx import Cell


class Told(Enum):
    """What there is to say of a cell."""

    GUESSED = "Guessed"
    IN_CONFLICT = "In conflict, and not imported"
    LEFT = "Left"


@dataclass(frozen=True, slots=True)
class CellNote:
    """Something to be said of a cell: a clause."""

    told: Told
    sheet: str
    cell: Cell
    why: str


@dataclass(frozen=True, slots=True)
class PastTable:
    """A table of past figures to be recorded: where its cells are from, and what is known.

    ``before`` is the period that is reported now; only earlier ones are past. ``statuses_of`` has the statuses that a
    measure may have. With ``replace`` a figure that was imported is revised by another.
    """

    figures: Sequence[FoundFigure]
    source_of: Callable[[FoundFigure], str]
    register: Register
    before: Period
    statuses_of: Callable[[Measure], tuple[str, ...]]
    file: str
    replace: bool = False


@dataclass(frozen=True, slots=True)
class DraftedHistory:
    """Rows to be added, and what is to be said; ``same`` counts figures that are recorded already."""

    rows: tuple[HistoryRow, ...]
    notes: tuple[CellNote, ...]
    same: int


def drafted_history(table: PastTable, history: History) -> DraftedHistory:
    """What a table adds to a history."""
    draft = _Draft(table, history)
    order = {each.code: at for at, each in enumerate(table.register.measures)}
    rows = sorted(draft.rows(), key=lambda row: (row.period, order[row.code]))
    return DraftedHistory(tuple(rows), tuple(dict.fromkeys(draft.notes)), draft.same)


@dataclass(frozen=True, slots=True)
class _Read:
    """A figure that was read, of a measure as it was called in its period."""

    found: FoundFigure
    measure: Measure
    period: Period
    past: PastFigure


@dataclass
class _Draft:
    table: PastTable
    history: History
    notes: list[CellNote] = field(default_factory=list)
    same: int = 0

    def __post_init__(self) -> None:
        self.beside: dict[tuple[str, Months, FigureRole], FoundFigure] = {
            (each.measure.code, each.months, each.role): each
            for each in reversed(self.table.figures)
            if each.role is not FigureRole.ACTUAL
        }
        self.used: set[tuple[str, Months, FigureRole]] = set()

    def rows(self) -> Iterator[HistoryRow]:
        read: dict[tuple[str, Period], list[_Read]] = {}
        actuals = (each for each in self.table.figures if each.role is FigureRole.ACTUAL)
        for found in sorted(actuals, key=lambda each: each.months.long != _A_QUARTER):  # a quarter's own come first
            if one := self._read(found):
                read.setdefault((found.measure.code, one.period), []).append(one)
        for several in read.values():
            if one := self._only_one(several):
                yield from self._row(one)
        for key, each in self.beside.items():
            if key not in self.used and each.months.long == _A_QUARTER:
                self._note(Told.LEFT, each, f"it is the {each.role.value} of a result that was not taken")

    def _read(self, found: FoundFigure) -> _Read | None:
        period = self._period_of(found)
        if period is None:
            return None
        if period >= self.table.before:
            now = self.table.before.name
            self._note(Told.LEFT, found, f"it is of {period.name}, which is not past: {now} is reported now")
            return None
        measure = found.measure.in_year(period.year, self.table.register.year).as_called(period)
        past = past_figure(found.cell, measure)
        if isinstance(past, NotRead):
            self._note(Told.LEFT, found, past.why)
            return None
        for guess in filter(None, (found.guess, past.guess)):
            self._note(Told.GUESSED, found, guess)
        return _Read(found, measure, period, past)

    def _period_of(self, found: FoundFigure) -> Period | None:
        """The quarter that a figure is of, or stands for; None, and told of, where there is none."""
        last = _last_month(found.months)
        period = Period(last.year - (last.month < _first_month()), (last.month - _first_month()) % 12 // 3 + 1)
        is_aligned = (last.month - _first_month()) % 3 == 2
        if found.months.long == _A_QUARTER and is_aligned:
            return period
        what = _NAMES.get(found.months.long, f"{found.months.long} months")
        asked_once = {1: set(), 6: {2, 4}, 12: {4}}.get(found.months.long, set())
        is_as_of_end = found.measure.basis in _AS_OF_THE_END or bool(asked_once and found.measure.due <= asked_once)
        if is_aligned and is_as_of_end and found.months.long in _NAMES and _starts_well(found.months):
            why = f"the figure of {what} was taken for that of {period.name}, in which it ends"
            self._note(Told.GUESSED, found, why)
            return period
        self._note(Told.LEFT, found, f"it is of {what}, and the history has figures of quarters")
        return None

    def _only_one(self, several: Sequence[_Read]) -> _Read | None:
        """The one figure of a measure and period; of several that differ none is guessed to be right."""
        own = [each for each in several if each.found.months.long == several[0].found.months.long]
        first, *others = own
        if all(_is_same(first, each.past) for each in others):
            return first
        places = " and ".join(dict.fromkeys(each.found.cell.ref for each in own))
        for each in own:
            self._note(Told.LEFT, each.found, f"{_named(each)} has different figures in {places}")
        return None

    def _row(self, read: _Read) -> Iterator[HistoryRow]:
        target, year_end, status = self._target(read, read.found.months), self._year_end(read), self._status(read)
        standing = self.history.latest(read.measure, read.period)
        reason = ""
        if standing is not None:
            if _is_recorded(standing, read):
                self.same += 1
                return
            if standing.is_closed or not self.table.replace:
                self._note(Told.IN_CONFLICT, read.found, _conflict(standing, read))
                return
            reason = f"Imported again from {self.table.file}."
        yield HistoryRow(
            code=read.measure.code,
            period=read.period,
            reported_for=read.period,
            title=read.measure.title,
            group=read.measure.group,
            target=target,
            actual=written(read.past.figure) or "",
            status=status,
            year_end_target=year_end,
            state=read.past.state,
            reason=reason,
            source=self.table.source_of(read.found),
        )

    def _target(self, read: _Read, months: Months) -> str:
        found = self._beside(read, months, FigureRole.TARGET)
        past = past_target(found.cell, read.measure) if found else None
        if found and isinstance(past, NotRead) and not past.is_blank:
            self._note(Told.LEFT, found, past.why)
        return (written(past.figure) if isinstance(past, PastFigure) else None) or ""

    def _year_end(self, read: _Read) -> str:
        first = Period(read.period.year, 1).first_day
        return self._target(read, Months(first, 12))

    def _status(self, read: _Read) -> str:
        found = self._beside(read, read.found.months, FigureRole.STATUS)
        said = said_in(found.cell).casefold() if found else ""
        known = {each.casefold(): each for each in self.table.statuses_of(read.measure)}
        if found and said and said not in known:
            self._note(Told.LEFT, found, f"“{said_in(found.cell)}” is no status of the measure’s scheme")
        return known.get(said, "") if read.past.figure is not None else ""

    def _beside(self, read: _Read, months: Months, role: FigureRole) -> FoundFigure | None:
        key = (read.found.measure.code, months, role)
        self.used.add(key)
        return self.beside.get(key)

    def _note(self, told: Told, found: FoundFigure, why: str) -> None:
        self.notes.append(CellNote(told, found.sheet, found.cell, why))


_A_QUARTER = 3
_NAMES = {1: "one month", 6: "a half year", 12: "a year"}
_AS_OF_THE_END = frozenset({Basis.CUMULATIVE, Basis.SNAPSHOT, Basis.ROLLING})


def _first_month() -> int:
    return Period(2000, 1).first_day.month


def _last_month(months: Months) -> date:
    at = months.first.year * 12 + months.first.month - 1 + months.long - 1
    return date(at // 12, at % 12 + 1, 1)


def _starts_well(months: Months) -> bool:
    """Whether a span begins where such spans of the year do."""
    return (months.first.month - _first_month()) % 12 % months.long == 0


def _is_same(one: _Read, other: PastFigure) -> bool:
    return one.past.figure == other.figure and (one.past.figure is None) == (other.figure is None)


def _is_recorded(row: HistoryRow, read: _Read) -> bool:
    """Whether the history has just this figure, or just this lack of one."""
    if read.past.figure is None:
        return row.state is RowState.SUPPRESSED
    known = as_figure(row.actual)
    return known is not None and read.measure.show(known) == read.measure.show(read.past.figure)


def _named(read: _Read) -> str:
    return f"{read.measure.label}, {read.period.name}"


def _conflict(row: HistoryRow, read: _Read) -> str:
    known = as_figure(row.actual)
    has = read.measure.show(known) if known is not None else f"no figure ({row.state})"
    here = "withheld" if read.past.figure is None else read.measure.show(read.past.figure)
    origin = f"published on {day(row.published)}" if row.is_closed and row.published else f"from {row.source}"
    return f"{_named(read)} is {here} here, and {has} in the history ({origin})"


def measures_in(rows: Iterable[HistoryRow]) -> int:
    """How many measures rows are of."""
    return len({row.code for row in rows})
