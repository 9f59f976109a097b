"""What is known of earlier periods: a measure's rows, what stands now of each of its periods, and what is closed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter

from generator.history.rows import HistoryRow, RowState
from generator.model.measure import Measure, code_key
from generator.model.period import Period


@dataclass(frozen=True)
class History:
    """The rows of history.csv, in their order. The last of a code and period is what stands."""

    rows: tuple[HistoryRow, ...] = ()

    def was_closed(self, period: Period) -> bool:
        """Whether a period was ever closed."""
        return period in self._states

    def is_closed(self, period: Period) -> bool:
        """Whether a period is closed, and was not opened again."""
        return self.was_closed(period) and self._states[period] is not RowState.REOPENED

    @property
    def closings(self) -> tuple[Period, ...]:
        """The periods that were closed, whether or not they were opened again since: the one closed last first."""
        closed = (row.period for row in reversed(self.rows) if row.is_closed and row.state is not RowState.REOPENED)
        return tuple(dict.fromkeys(closed))

    def of(self, measure: Measure) -> tuple[HistoryRow, ...]:
        """All rows of a measure, under its code or an alias, in their order."""
        return self.under(measure.code, *measure.aliases)

    def under(self, *codes: str) -> tuple[HistoryRow, ...]:
        """All rows under any of these codes, in their order."""
        keys = dict.fromkeys(map(code_key, codes))
        found = (numbered for key in keys for numbered in self._by_code.get(key, ()))
        return tuple(row for _, row in sorted(found, key=lambda numbered: numbered[0]))

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code that it has rows of, in the order of their first."""
        return tuple(dict.fromkeys(row.code for row in self.rows))

    def standing(self, measure: Measure) -> dict[Period, HistoryRow]:
        """What stands of a measure for each of its periods, the earliest first."""
        return dict(sorted({row.period: row for row in self.of(measure)}.items()))

    def latest(self, measure: Measure, period: Period) -> HistoryRow | None:
        """What stands of a measure for a period; None where nothing does."""
        return next((row for row in reversed(self.of(measure)) if row.period == period), None)

    def results(self, measure: Measure) -> dict[Period, HistoryRow]:
        """What stands of the results of a measure, by the periods that they are of, the earliest first."""
        return dict(sorted({row.reported_for: row for row in self.standing(measure).values() if row.actual}.items()))

    def closed_in(self, period: Period) -> tuple[HistoryRow, ...]:
        """What closing, or opening again, added last of each measure for a period, in the order of their first."""
        closed = (row for row in self.rows if row.period == period and row.is_closed)
        return tuple({code_key(row.code): row for row in closed}.values())

    @cached_property
    def periods(self) -> frozenset[Period]:
        """The periods that it has rows of."""
        return frozenset({id(row.period): row.period for row in self.rows}.values())  # each is there once, for all rows

    @cached_property
    def _states(self) -> Mapping[Period, RowState]:
        closed = ((row.period, row.state) for row in self.rows if row.is_closed)
        return {period: state for _, told in groupby(closed, itemgetter(0)) for period, state in [*told][-1:]}

    @cached_property
    def _by_code(self) -> Mapping[str, list[tuple[int, HistoryRow]]]:
        found: dict[str, list[tuple[int, HistoryRow]]] = {}
        keys = {code: code_key(code) for code in {row.code for row in self.rows}}
        for number, row in enumerate(self.rows):
            found.setdefault(keys[row.code], []).append((number, row))
        return found


def reported_last(measure: Measure, period: Period) -> Period:
    """The period whose report asked for the figure before that of a period's report."""
    before = period.previous
    while measure.own_period(before) == measure.own_period(period):
        before = before.previous
    asked = before
    while not measure.is_due(asked) and measure.own_period(asked.previous) == measure.own_period(before):
        asked = asked.previous
    return asked
