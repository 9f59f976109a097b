"""What is known of earlier periods: a measure's rows, what stands now of each of its periods, and what is closed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, groupby
from operator import itemgetter

from generator.history.rows import CLOSE, HistoryRow, RowState
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

    def standing(self, measure: Measure) -> Mapping[Period, HistoryRow]:
        """What stands of a measure for each of its periods, the earliest first.

        Under an earlier code of it only where nothing does under its own; nothing that was published before it began.
        """
        of_codes = [rows for code in (*reversed(measure.aliases), measure.code) if (rows := self._stands(code))]
        found = of_codes[0] if len(of_codes) == 1 else _in_order(chain.from_iterable(each.items() for each in of_codes))
        if measure.began is None:
            return found
        return {period: row for period, row in found.items() if measure.has_begun(period) or not row.is_closed}

    def latest(self, measure: Measure, period: Period) -> HistoryRow | None:
        """What stands of a measure for a period; None where nothing does."""
        return self.standing(measure).get(period)

    def results(self, measure: Measure) -> dict[Period, HistoryRow]:
        """What stands of the results of a measure, by the periods that they are of, the earliest first.

        What was published once is no result any more where it was withheld when it was reported again.
        """
        told = (row for row in self.standing(measure).values() if row.actual or row.state is RowState.SUPPRESSED)
        last = {row.reported_for: row for row in told}
        return dict(sorted((period, row) for period, row in last.items() if row.actual))

    def revised_with(self, period: Period) -> dict[tuple[str, Period], HistoryRow]:
        """What closing a period recorded last of earlier figures that its returns revised, by code and period."""
        found = (row for closed, row in self._from_returns if closed == period)
        return {(code_key(row.code), row.period): row for row in found}

    def without_returns_of(self, period: Period) -> "History":
        """The history as the report of a period finds it, which says itself what its returns revise."""
        if not self.was_closed(period):
            return self
        own = {id(row) for closed, row in self._from_returns if closed == period}
        return History(tuple(row for row in self.rows if id(row) not in own)) if own else self

    def stands(self, code: str, period: Period) -> HistoryRow | None:
        """What stands of a period under a code, and no other of its measure; None where nothing does."""
        return self._stands(code).get(period)

    def closed_in(self, period: Period) -> tuple[HistoryRow, ...]:
        """What closing, or opening again, added last of each measure for a period, in the order of their first."""
        closed = (row for row in self.rows if row.period == period and row.is_closed)
        return tuple({code_key(row.code): row for row in closed}.values())

    @cached_property
    def periods(self) -> frozenset[Period]:
        """The periods that it has rows of; a revision by a later return is not what was reported of one."""
        rows = (row for row in self.rows if row.source == CLOSE or row.published is None)
        return frozenset({id(row.period): row.period for row in rows}.values())  # each is there once, for all rows

    @cached_property
    def _stands(self) -> Callable[[str], Mapping[Period, HistoryRow]]:
        """What stands under a code for each period, the earliest first; it is asked for again and again."""
        return cache(lambda code: _in_order(_in_force(self.under(code)).items()))

    @cached_property
    def _from_returns(self) -> Sequence[tuple[Period, HistoryRow]]:
        """The rows that revise earlier figures, each with the period that was closed when its return was recorded.

        Closing adds them after its own.
        """
        found: list[tuple[Period, HistoryRow]] = []
        closed: Period | None = None
        for row in self.rows:
            if row.is_closed:
                closed = row.period
            elif closed and row.is_from_return:
                found.append((closed, row))
        return found

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


def _in_order(rows: Iterable[tuple[Period, HistoryRow]]) -> Mapping[Period, HistoryRow]:
    """The rows of periods, the earliest first; of several for one period the last."""
    return dict(sorted(dict(rows).items(), key=itemgetter(0)))


def _in_force(rows: Iterable[HistoryRow]) -> dict[Period, HistoryRow]:
    """The row of each period that stands: the last; but a revision by a later return outlives closing it as it was.

    A period that is opened again for another measure's sake gets rows of all measures once more. A return that puts a
    figure back brings back what was published of it, with its status.
    """
    found: dict[Period, HistoryRow] = {}
    as_judged: dict[Period, HistoryRow] = {}
    for row in rows:
        before, judged = found.get(row.period), as_judged.get(row.period)
        is_as_judged = judged is not None and judged.actual == row.actual
        if row.is_from_return:
            found[row.period] = judged if judged and is_as_judged else row
            continue
        as_judged[row.period] = row
        outlives = row.is_closed and judged and judged.is_closed and is_as_judged
        if not (outlives and before and before.is_from_return):
            found[row.period] = row
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
