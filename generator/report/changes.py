"""What is not as it was in the last report: how measures move, and each difference between closed periods, once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from generator.history.past import History
from generator.history.revised import Revised, revised_since
from generator.history.rows import HistoryRow, RowState, figure_in
from generator.judging.direction import Travel
from generator.judging.outcome import Judged, Missing, Why
from generator.judging.scheme import Status
from generator.judging.status import printed
from generator.judging.suppressed import is_suppressed
from generator.model.figures import as_figure, written
from generator.model.measure import Measure, code_key
from generator.model.officer_return import Return
from generator.model.period import Period
from generator.model.register import Register
from generator.report.history_rows import rows_of
from generator.report.report import Report, SinceLast


class ChangeKind(StrEnum):
    """What changed, as data says it; of a ``period`` before this one, what was revised."""

    NEW = "new"
    RETIRED = "retired"
    GONE = "gone"
    CODE = "code"
    TITLE = "title"
    GROUP = "group"
    UNIT = "unit"
    DECIMALS = "decimals"
    BASIS = "basis"
    TARGET = "target"
    RESULT = "result"
    STATUS = "status"
    YEAR_END_TARGET = "year-end target"
    FORECAST = "forecast"
    FORECAST_STATUS = "forecast status"
    OUTTURN = "outturn"
    OUTTURN_STATUS = "outturn status"
    WITHHELD = "withheld"

    @property
    def is_figure(self) -> bool:
        """Whether it is of a figure, which has a unit."""
        targets = {ChangeKind.TARGET, ChangeKind.YEAR_END_TARGET}
        return self in {*targets, ChangeKind.RESULT, ChangeKind.FORECAST, ChangeKind.OUTTURN}


class Change(NamedTuple):
    """One thing of a measure that was otherwise; figures as data files write them, what was not there is empty.

    ``measure`` is None where the register has it no more. A change with a ``period`` is a revision of what was
    published of it, with its ``reason``; every other is between the report of the period before and this one.
    """

    kind: ChangeKind
    code: str
    title: str
    measure: Measure | None = None
    was: str = ""
    now: str = ""
    period: Period | None = None
    reason: str = ""


def since_last(history: History, register: Register, period: Period) -> SinceLast:
    """What the history says of the last report that the rows of a register's own measures do not."""
    last = period.previous
    revised: dict[str, tuple[Revised, ...]] = {}
    for each in revised_since(history, period):
        if measure := register.find(each.now.code):
            revised[measure.code] = (*revised.get(measure.code, ()), each)
    gone = (row for row in history.closed_in(last) if not register.find(row.code))
    return SinceLast(is_known=history.was_closed(last), gone=tuple(row for row in gone if row.status), revised=revised)


def changes_in(report: Report) -> tuple[Change, ...]:
    """Every difference from the last report, measure by measure; none where that one was never closed."""
    return tuple(_changes(report)) if report.since.is_known else ()


def _changes(report: Report) -> Iterator[Change]:
    last = report.period.previous
    entries = ((entry.judged.measure, entry.judged.returned) for entry in report.entries)
    reported: list[tuple[Measure, Return | Missing]] = [*entries, *((each.measure, each) for each in report.missing)]
    rows = rows_of(report, report.period.last_day)
    for (measure, source), row in zip(reported, rows, strict=True):
        earlier = {each.period: each for each in report.earlier.get(measure.code, ())}
        if _is_new(measure, last, earlier) and measure.is_there(report.period):
            yield _change(ChangeKind.NEW, measure)
        elif isinstance(source, Missing) and source.why is Why.RETIRED:
            if not measure.is_retired(last):
                yield _change(ChangeKind.RETIRED, measure)
        else:
            yield from _differences(measure, earlier.get(last), row, report.period)
        revised = report.since.revised.get(measure.code, ())
        yield from _revisions(measure, revised)
        if isinstance(source, Return):
            yield from _revised_in_return(measure, source, revised)
    for row in report.since.gone:
        yield Change(kind=ChangeKind.GONE, code=row.code, title=row.title)


def _is_new(measure: Measure, last: Period, earlier: Mapping[Period, HistoryRow]) -> bool:
    """Whether a measure was not there in the last report: it was retired, or the history has nothing of it.

    Else it was not due.
    """
    return measure.is_retired(last) or (not earlier and (measure.is_due(last) or not measure.has_begun(last)))


def _differences(measure: Measure, before: HistoryRow | None, now: HistoryRow, period: Period) -> Iterator[Change]:
    """What differs between two rows of a measure."""
    if before and code_key(before.code) != code_key(now.code):
        yield _change(ChangeKind.CODE, measure, before.code, now.code)
    if before and before.title != now.title:
        yield _change(ChangeKind.TITLE, measure, before.title, now.title)
    if before and before.group != now.group:
        yield _change(ChangeKind.GROUP, measure, before.group, now.group)
    yield from _counted_otherwise(measure, period)
    if before and before.status and now.status:
        planned = (ChangeKind.TARGET,) if _is_planned(measure, before, now) else ()
        is_same_year = before.reported_for.whole_year == now.reported_for.whole_year
        other_year = () if is_same_year else (ChangeKind.FORECAST_STATUS, ChangeKind.OUTTURN_STATUS)
        unknown = _OF_YEAR_END if any(map(_lacks_outturn, (before, now))) else ()
        passed_over = {*planned, *other_year, *unknown, ChangeKind.RESULT, ChangeKind.FORECAST, ChangeKind.OUTTURN}
        yield from (each for each in _of_figures(measure, before, now) if each.kind not in passed_over)
    elif (before and before.status and measure.is_due(period)) or (now.status and measure.is_due(period.previous)):
        yield _change(ChangeKind.STATUS, measure, before.status if before else "", now.status)


_OF_YEAR_END = (ChangeKind.YEAR_END_TARGET, ChangeKind.FORECAST_STATUS, ChangeKind.OUTTURN_STATUS)


def _lacks_outturn(row: HistoryRow) -> bool:
    """Whether its year has ended, and what came of it is not known: its target has not changed for that."""
    return row.reported_for.is_last and not row.forecast_status


def _counted_otherwise(measure: Measure, period: Period) -> Iterator[Change]:
    """Units, decimals and bases that are others than in the last report."""
    for each in measure.changes:
        if each.counted and period.previous.last_day < each.on <= period.last_day:
            yield _change(ChangeKind(each.heading.lower()), measure, each.before, each.after)


def _is_planned(measure: Measure, before: HistoryRow, now: HistoryRow) -> bool:
    """Whether the register has targets of its own for the two periods, one of which may have none."""
    if measure.is_profiled or before.reported_for.whole_year != now.reported_for.whole_year:
        has_some = any(each is not None for each in measure.quarter_targets)
        return measure.is_profiled or (has_some and not now.target)
    target = figure_in(before.target, measure, before.period)
    return printed(target, measure) == printed(measure.quarter_target(before.reported_for), measure)


def _of_figures(measure: Measure, before: HistoryRow, now: HistoryRow) -> Iterator[Change]:
    """What differs of figures and statuses; where a year has ended, what was a forecast is an outturn.

    Of figures that cannot be compared with those of now nothing is said.
    """
    times = measure.same_as_now(before.period)
    before = before if times == 1 else _recounted(measure, before)
    year_end, its_status = (
        (ChangeKind.OUTTURN, ChangeKind.OUTTURN_STATUS)
        if now.reported_for.is_last
        else (ChangeKind.FORECAST, ChangeKind.FORECAST_STATUS)
    )
    pairs = (
        (ChangeKind.TARGET, before.target, now.target),
        (ChangeKind.RESULT, before.actual, now.actual),
        (ChangeKind.STATUS, before.status, now.status),
        (ChangeKind.YEAR_END_TARGET, before.year_end_target, now.year_end_target),
        (year_end, before.forecast, now.forecast),
        (its_status, before.forecast_status, now.forecast_status),
    )
    for kind, was, is_now in pairs:
        is_alike = kind.is_figure and (times is None or as_figure(was) == as_figure(is_now))
        if was != is_now and not is_alike:
            yield _change(kind, measure, was, is_now)


def _recounted(measure: Measure, row: HistoryRow) -> HistoryRow:
    """A row with its figures in the unit of now, as they would be printed."""

    def text(of_then: str) -> str:
        return written(printed(figure_in(of_then, measure, row.period), measure)) or ""

    return row._replace(
        target=text(row.target),
        actual=text(row.actual),
        year_end_target=text(row.year_end_target),
        forecast=text(row.forecast),
    )


def _revisions(measure: Measure, revised: Iterable[Revised]) -> Iterator[Change]:
    """What of earlier periods was published anew since; a figure that is withheld now is not said again."""
    for each in revised:
        period, reason = each.now.period, each.now.reason
        then = measure.counted_as(period)
        if each.now.state is RowState.SUPPRESSED:
            if each.was.state is not RowState.SUPPRESSED:
                yield _change(ChangeKind.WITHHELD, then, period=period, reason=reason)
            continue
        for change in _of_figures(then, each.was, each.now):
            yield _change(change.kind, then, change.was, change.now, period=period, reason=reason)


def _revised_in_return(measure: Measure, returned: Return, told: Iterable[Revised]) -> Iterator[Change]:
    """The last result, where this period's return revises it and no revision of the history has told of that."""
    period = returned.last_period
    was, now = written(returned.previous_actual) or "", written(returned.previous_revised)
    known = {(each.now.period, as_figure(each.now.actual)) for each in told}
    if now is None or is_suppressed(returned) or (period, returned.previous_revised) in known:
        return
    if as_figure(was) != as_figure(now):
        yield _change(ChangeKind.RESULT, measure, was, now, period=period)


def _change(
    kind: ChangeKind, measure: Measure, was: str = "", now: str = "", *, period: Period | None = None, reason: str = ""
) -> Change:
    return Change(
        kind=kind,
        code=measure.code,
        title=measure.title,
        measure=measure,
        was=was,
        now=now,
        period=period,
        reason=reason,
    )


def in_kinds(found: Iterable[Change]) -> Mapping[ChangeKind, list[Change]]:
    """Changes by their kind, in the order of kinds."""
    kinds: dict[ChangeKind, list[Change]] = {kind: [] for kind in ChangeKind}
    for each in found:
        kinds[each.kind].append(each)
    return {kind: several for kind, several in kinds.items() if several}


class Move(NamedTuple):
    """A measure whose quarterly status is not what it was; ``better`` is None where one of the two is no rating."""

    judged: Judged
    before: Status
    better: bool | None


def directions_counted(judged: Sequence[Judged]) -> dict[Travel, int]:
    """Count the directions of travel, those that occur, in the order of their words."""
    found = Counter(each.direction.travel for each in judged)
    return {travel: found[travel] for travel in Travel if found[travel]}


def moves(judged: Sequence[Judged], before: Mapping[str, str]) -> Iterator[Move]:
    """The measures whose status changed, by what last quarter's report said of them (``before``, by code).

    A status that the scheme no longer has cannot be compared, so it is passed over.
    """
    for each in judged:
        ranks = {status.name: rank for rank, status in enumerate(each.scheme.all_statuses)}
        known = {status.name: status for status in each.scheme.all_statuses}
        earlier, now = before.get(each.measure.code), each.quarter.status
        if earlier in known and earlier != now.name:
            rated = known[earlier].rated and now.rated
            yield Move(each, known[earlier], ranks[now.name] < ranks[earlier] if rated else None)
