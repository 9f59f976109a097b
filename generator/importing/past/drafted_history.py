"""The rows that past figures add to the history, and what was guessed, left and in conflict on the way, by cell.

A figure of a period like the report's is taken as one, or, where the measure is reported less often, as that of its own
period that ends with it. That of a month, a half or a year stands for a quarter only
where the measure's figure is as of its end: cumulative, a snapshot, of a rolling year, or asked once in that time; the
row says of which it is. Nothing is rated: the schemes of today are not those of then, so a status is recorded only
where the table has it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from generator.history.past import History
from generator.history.rows import HistoryRow, RowState
from generator.importing.past.find_figures import FoundFigure
from generator.importing.past.heading_words import FigureRole, Months
from generator.importing.past.odd_sizes import figures_beside, is_in_pounds, odd_size
from generator.importing.past.read_figures import NotRead, PastFigure, past_figure, past_target
from generator.importing.table.list_table import said_in
from generator.model.english import day
from generator.model.figures import as_figure, written
from generator.model.measure import Basis, Measure
from generator.model.period import Frequency, Period
from generator.model.register import Register
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
    measure may have, and ``is_exception`` says whether two of them, its own and its forecast's, make it one. With
    ``replace`` a figure that was imported is revised by another.
    """

    figures: Sequence[FoundFigure]
    source_of: Callable[[FoundFigure], str]
    register: Register
    before: Period
    statuses_of: Callable[[Measure], tuple[str, ...]]
    is_exception: Callable[[Measure, str, str], bool]
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
    own: Period
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
        length = _MONTHS_A_YEAR // self.table.before.per_year
        actuals = (each for each in self.table.figures if each.role is FigureRole.ACTUAL)
        for found in sorted(actuals, key=lambda each: each.months.long != length):  # a period's own come first
            if one := self._read(found):
                read.setdefault((found.measure.code, one.period), []).append(one)
        taken: dict[str, list[_Read]] = {}
        for several in read.values():
            if one := self._only_one(several):
                taken.setdefault(one.measure.code, []).append(one)
        for one in (each for of_measure in taken.values() for each in self._of_their_size(of_measure)):
            yield from self._row(one)
        for key, each in self.beside.items():
            if key not in self.used and each.months.long == length:
                self._note(Told.LEFT, each, f"it is the {each.role.value} of a result that was not taken")

    def _read(self, found: FoundFigure) -> _Read | None:
        periods = self._periods_of(found)
        if periods is None:
            return None
        period, own = periods
        if period >= self.table.before:
            now = self.table.before.name
            self._note(Told.LEFT, found, f"it is of {period.name}, which is not past: {now} is reported now")
            return None
        measure = self.table.register.measure_at(found.measure, period)
        past = past_figure(found.cell, measure)
        if isinstance(past, NotRead) and past.is_blank and self._has_status(found):
            past = PastFigure(None, RowState.MISSING)
        if isinstance(past, NotRead):
            self._note(Told.LEFT, found, past.why)
            return None
        said, taken = (period, own) if found.months.long == _MONTHS_A_YEAR // period.per_year else (own, period)
        stands = f"the figure of {said.short} was taken for that of {taken.short}, which ends with it"
        for guess in filter(None, (found.guess, past.guess, "" if own == period else stands)):
            self._note(Told.GUESSED, found, guess)
        return _Read(found, measure, period, own, past)

    def _has_status(self, found: FoundFigure) -> bool:
        """Whether there is a status, or a forecast, beside a result that is blank."""
        return any((found.measure.code, found.months, role) in self.beside for role in _SAID_WITHOUT_RESULT)

    def _periods_of(self, found: FoundFigure) -> tuple[Period, Period] | None:
        """The report's period that a figure is of, or stands for, and its own; None, and told of, where none is."""
        own, now = _own_period(found.months, self.table.before.starts), self.table.before
        if own is None:
            self._note(Told.LEFT, found, f"it is of {found.months.long} months that are no period of a year")
            return None
        if own.frequency is now.frequency:
            return own, _of_measure(own, found.measure)
        period = Period.holding(own.last_day, now.frequency, now.starts)
        if period.last_day == own.last_day and _stands_for(own, period, found.measure):
            return period, own
        self._note(Told.LEFT, found, f"it is of a {own.word}, and reports here are of a {now.word}")
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

    def _of_their_size(self, of_measure: Sequence[_Read]) -> Iterator[_Read]:
        """The figures of a measure that may be taken: pounds among millions of them are left."""
        yield from (each for each in of_measure if not isinstance(each.past.figure, Decimal))
        ordered = sorted(of_measure, key=lambda each: each.period)
        known = [(each, each.past.figure) for each in ordered if isinstance(each.past.figure, Decimal)]
        figures = [figure for _, figure in known]
        for place, (read, figure) in enumerate(known):
            beside = figures_beside(place, figures)
            is_left = is_in_pounds(figure, beside, read.measure)
            if why := odd_size(figure, beside, read.measure):
                self._note(Told.LEFT if is_left else Told.GUESSED, read.found, why)
            if not is_left:
                yield read

    def _row(self, read: _Read) -> Iterator[HistoryRow]:
        target, year_end = self._target(read, read.found.months), self._year_end(read)
        status, forecast_status = self._status(read, FigureRole.STATUS), self._status(read, FigureRole.FORECAST_STATUS)
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
            reported_for=read.own,
            title=read.measure.title,
            group=read.measure.group,
            target=target,
            actual=written(read.past.figure) or "",
            status=status,
            exception=self.table.is_exception(read.measure, status, forecast_status),
            year_end_target=year_end,
            forecast=self._forecast(read),
            forecast_status=forecast_status,
            direction=self._said(read, FigureRole.DIRECTION),
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
        return self._target(read, Months(read.period.whole_year.first_day, _MONTHS_A_YEAR))

    def _forecast(self, read: _Read) -> str:
        found = self._beside(read, read.found.months, FigureRole.FORECAST)
        past = past_figure(found.cell, read.measure) if found else None
        if found and isinstance(past, NotRead) and not past.is_blank:
            self._note(Told.LEFT, found, past.why)
        return (written(past.figure) if isinstance(past, PastFigure) else None) or ""

    def _status(self, read: _Read, role: FigureRole) -> str:
        """The status of the measure's scheme that a cell has, by its name or its first letter."""
        found = self._beside(read, read.found.months, role)
        said = said_in(found.cell).casefold() if found else ""
        statuses = self.table.statuses_of(read.measure)
        known = {each.casefold(): each for each in statuses}
        initials = [each for each in statuses if each[:1].casefold() == said]
        status = known.get(said) or (initials[0] if len(initials) == 1 else "")
        if found and said and not status:
            self._note(Told.LEFT, found, f"“{said_in(found.cell)}” is no status of the measure’s scheme")
        if found and status and found.guess:
            self._note(Told.GUESSED, found, found.guess)
        return status if read.past.state is not RowState.SUPPRESSED else ""

    def _said(self, read: _Read, role: FigureRole) -> str:
        found = self._beside(read, read.found.months, role)
        return said_in(found.cell) if found else ""

    def _beside(self, read: _Read, months: Months, role: FigureRole) -> FoundFigure | None:
        key = (read.found.measure.code, months, role)
        self.used.add(key)
        return self.beside.get(key)

    def _note(self, told: Told, found: FoundFigure, why: str) -> None:
        self.notes.append(CellNote(told, found.sheet, found.cell, why))


_SAID_WITHOUT_RESULT = (FigureRole.STATUS, FigureRole.FORECAST, FigureRole.FORECAST_STATUS)
_AS_OF_THE_END = frozenset({Basis.CUMULATIVE, Basis.SNAPSHOT, Basis.ROLLING})


def _stands_for(own: Period, period: Period, measure: Measure) -> bool:
    """Whether the figure of a longer or shorter period is that of the report's period which ends with it.

    It is where it is as of its end, where the measure's figures are of such periods, and where a longer one is all that
    the measure is asked for at a time.
    """
    is_asked_once = own.per_year < period.per_year and measure.due <= {each.months_gone for each in own.of_its_year()}
    return (
        measure.basis in _AS_OF_THE_END or measure.frequency is own.frequency or (is_asked_once and bool(measure.due))
    )


def _of_measure(said: Period, measure: Measure) -> Period:
    """What a figure is of that stands under a period like the report's: the measure's own period that ends with it.

    A quarterly figure stands under its last month; where the two do not end together, it is of what it stands under.
    """
    own = Period.holding(said.last_day, measure.frequency, said.starts)
    return own if own.last_day == said.last_day and own.per_year < said.per_year else said


def _own_period(months: Months, starts: int) -> Period | None:
    """The period that just these months are; None where they are none."""
    frequency = next((each for each in Frequency if each.per_year * months.long == _MONTHS_A_YEAR), None)
    own = Period.holding(months.first, frequency, starts) if frequency else None
    return own if own and own.first_day == months.first else None


_MONTHS_A_YEAR = 12


def _is_same(one: _Read, other: PastFigure) -> bool:
    return one.past.figure == other.figure and (one.past.figure is None) == (other.figure is None)


def _is_recorded(row: HistoryRow, read: _Read) -> bool:
    """Whether the history has just this figure, or just this lack of one."""
    if read.past.figure is None:
        return row.state is read.past.state
    known = as_figure(row.actual)
    return known is not None and read.measure.show(known) == read.measure.show(read.past.figure)


def _named(read: _Read) -> str:
    return f"{read.measure.label}, {read.period.name}"


def _conflict(row: HistoryRow, read: _Read) -> str:
    known = as_figure(row.actual)
    has = read.measure.show(known) if known is not None else f"no figure ({row.state})"
    lacks = "withheld" if read.past.state is RowState.SUPPRESSED else "without a figure"
    here = lacks if read.past.figure is None else read.measure.show(read.past.figure)
    origin = f"published on {day(row.published)}" if row.is_closed and row.published else f"from {row.source}"
    return f"{_named(read)} is {here} here, and {has} in the history ({origin})"


def measures_in(rows: Iterable[HistoryRow]) -> int:
    """How many measures rows are of."""
    return len({row.code for row in rows})
