"""How many reports running a measure has been an exception, as far as that is known; nothing is guessed over a gap."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.history.rows import HistoryRow
from generator.model.english import in_words, ordinal_in_words
from generator.model.measure import Measure
from generator.model.period import Period


@dataclass(frozen=True, slots=True)
class Running:
    """An exception that has been one ``count`` reports running, this one included.

    It may be more where ``at_least``: what was published before those is not known. ``last`` is the report in which it
    was an exception before this, where it is one for the first time again; ``known`` is of how many reports in a row,
    this one included, it is known whether it was one. ``called`` is what it is called, where a report names none so.
    """

    count: int
    at_least: bool
    last: Period | None
    known: int
    called: str = "An exception"

    @property
    def sentence(self) -> str:
        """What a report says of it; empty where nothing is known of any report before."""
        if self.count > 1:
            least = "at least " if self.at_least else ""
            return f"{self.called} for {least}the {ordinal_in_words(self.count)} time running."
        if self.last:
            return f"{self.called} for the first time since {self.last.short}."
        return f"{self.called} for the first time in {in_words(self.known)} reports." if self.known > 1 else ""


def exceptions_running(measure: Measure, period: Period, earlier: Iterable[HistoryRow]) -> Running:
    """How long a measure has been an exception that is one in a period; ``earlier`` is what stands of those before."""
    before = tuple(reports_before(measure, period, earlier))
    running = next((number for number, row in enumerate(before) if not row.exception), len(before))
    return Running(
        count=running + 1,
        at_least=running == len(before) and not _is_all(measure, before),
        last=None if running else next((row.period for row in before if row.exception), None),
        known=len(before) + 1,
    )


def last_report(measure: Measure, period: Period, earlier: Iterable[HistoryRow]) -> HistoryRow | None:
    """What was published of a measure when it was last due before a period; None where that is not known."""
    return next(reports_before(measure, period, earlier), None)


def reports_before(measure: Measure, period: Period, earlier: Iterable[HistoryRow]) -> Iterator[HistoryRow]:
    """What was published of it, the last first, up to the first report of which nothing is known.

    A report in which it was not due is passed over, as is one that told of the same figure again; before it was last
    new, it was another measure.
    """
    rows = {row.period: row for row in earlier}
    first, told = min(rows, default=period), period
    while period > first and measure.is_there(period.previous):
        period = period.previous
        row = rows.get(period)
        if row and row.status:
            if row.reported_for != told:
                yield row
            told = row.reported_for
        elif measure.is_due(period):
            return


def _is_all(measure: Measure, rows: tuple[HistoryRow, ...]) -> bool:
    """Whether rows go back to where the measure began, or was new again."""
    if not rows or (measure.began is None and not measure.away):
        return False
    period = rows[-1].period.previous
    while measure.is_there(period):
        if measure.is_due(period):
            return False
        period = period.previous
    return True
