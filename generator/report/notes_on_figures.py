"""What is said beside a measure's figures: what is stated, provisional, estimated, revised or changed."""

from collections.abc import Iterable, Iterator, Sequence

from generator.history.revised import PublishedBefore
from generator.history.rows import HistoryRow, figure_in
from generator.history.running import Running
from generator.judging.direction import Direction
from generator.judging.outcome import Judged
from generator.judging.status import Verdict
from generator.judging.suppressed import is_suppressed
from generator.model.dated import TargetChange
from generator.model.english import counted, day, ended
from generator.model.measure import Measure, MeasureChange
from generator.model.period import Frequency, Period
from generator.report.revisions import revision


def remarks(
    judged: Judged,
    before: PublishedBefore | None = None,
    earlier: Sequence[HistoryRow] = (),
    running: Running | None = None,
) -> tuple[str, ...]:
    """The sentences that a reader needs to take a measure's figures and statuses for what they are.

    ``before`` is what was published of it, where its period was opened again; ``earlier``, what stands of the periods
    before; ``running``, how long it has been an exception, where that is known.
    """
    returned = judged.returned
    final = f" Final figures are expected on {day(returned.final_on)}." if returned.final_on else ""
    own, word = judged.measure.tolerance, judged.own_period.word
    tolerance = own.told_in(judged.measure.unit_of_gap) if own else None
    year_end, missing = "Outturn" if judged.is_outturn else "Forecast", returned.missing_reason
    sentences = (
        *_overdue(judged),
        running.sentence if running else "",
        _verdict_remark(_status_name(judged), judged.quarter, f"No figure for {judged.span}", missing),
        _verdict_remark(f"{year_end} status", judged.forecast, f"No {year_end.lower()}", missing),
        _not_as_forecast(judged, earlier),
        _direction_remark(judged.direction),
        f"The {word}'s figure is provisional.{final}" if returned.provisional else "",
        f"The {word}'s figure is an estimate." if returned.estimated else "",
        _revision(judged),
        *_targets_of_others(judged),
        *(_target_change(change, judged.measure) for change in judged.measure.target_changes),
        *_changes(judged.measure, returned.period),
        "The commentary is provisional." if returned.commentary_provisional else "",
        *_levels(judged),
        revision(judged, before),
        f"This measure has a tolerance of its own: {tolerance.in_words}." if tolerance else "",
    )
    return tuple(sentence for sentence in sentences if sentence)


def _status_name(judged: Judged) -> str:
    apart = judged.returned.reported_for
    return f"Status for {apart.short}" if apart else f"{judged.own_period.frequency.adjective} status"


def _levels(judged: Judged) -> Iterator[str]:
    """The levels besides the target (floor, stretch and so on) that its statuses were judged by."""
    measure, quarter = judged.measure, judged.returned.own_period.number
    halves = ((judged.span, quarter, judged.quarter), ("the year end", None, judged.forecast))
    for heading, column, verdict in halves:
        if verdict and (levels := measure.levels_for(column)):
            told = ", ".join(f"{level.value} {measure.show(figure)}" for level, figure in levels.items())
            yield f"Levels for {heading}: {told}."


def _not_as_forecast(judged: Judged, earlier: Iterable[HistoryRow]) -> str:
    """That a year ended otherwise than its last forecast had it."""
    came = judged.forecast.actual if judged.forecast and judged.is_outturn else None
    if came is None or is_suppressed(judged.returned):
        return ""
    own, show = judged.own_period, judged.measure.show
    of_year = (row for row in earlier if row.forecast and row.reported_for < own)
    last = max((row for row in of_year if row.reported_for.whole_year == own.whole_year), default=None, key=_own)
    expected = figure_in(last.forecast, judged.measure, last.period) if last else None
    if last is None or expected is None:
        return ""
    told = f"The outturn is {show(came)}; in {last.reported_for.short}, {show(expected)} was forecast."
    return told if show(came) != show(expected) else ""


def _own(row: HistoryRow) -> Period:
    return row.reported_for


def _revision(judged: Judged) -> str:
    returned, measure = judged.returned, judged.measure
    if returned.previous_revised is None:
        return ""
    period = returned.last_period.short
    before = returned.previous_actual
    was = "was not reported" if before is None else f"was {measure.show(before)}"
    return f"The figure for {period} is revised: it {was}, and is now {measure.show(returned.previous_revised)}."


def _targets_of_others(judged: Judged) -> Iterator[str]:
    """The targets that are figures of others, and whose."""
    of_others, own = judged.measure.target_benchmarks, judged.own_period
    part = "Year-end" if own.frequency is Frequency.YEARLY else own.part
    headings = {"The target": f"{part} target", "The year-end target": "Year-end target" if judged.forecast else ""}
    for what, heading in headings.items():
        if found := of_others.get(heading):
            yield f"{what} is the figure of {found.name} ({found.period.short})."


def _target_change(change: TargetChange, measure: Measure) -> str:
    before, after = ("none" if each is None else measure.show(each) for each in (change.before, change.after))
    approved = f", approved by {change.approved_by}" if change.approved_by else ""
    return f"The {change.target} was changed from {before} to {after} on {day(change.on)}{approved}."


def _changes(measure: Measure, period: Period) -> Iterator[str]:
    """What readers of last year's reports knew it by."""
    if measure.began and period.has_in_year(measure.began):
        yield f"New from {day(measure.began)}."
    for last, again in measure.away:
        if period.has_in_year(again):
            yield f"New again from {day(again)}; it was retired on {day(last)}."
    for each in measure.changes:
        if period.has_in_year(each.on):
            yield _changed(each)


def _changed(change: MeasureChange) -> str:
    if "decimals" in change.counted:
        return f"Results before {day(change.on)} have {counted(change.counted['decimals'], 'decimal')}."
    if change.counted:
        return f"Its {change.heading.lower()} was “{change.before}” until {day(change.on)}."
    if change.level is None:
        return f"Called “{change.before}” until {day(change.on)}."
    return f"Moved from {change.before} on {day(change.on)}."


def _direction_remark(direction: Direction) -> str:
    if direction.stated and direction.reason:
        return ended(f"Direction is as stated: {direction.reason}")
    return direction.reason or ""


def _overdue(judged: Judged) -> Iterator[str]:
    """What is overdue, once where that is the same of the quarter and the year."""
    for late in dict.fromkeys(each.overdue for each in judged.halves):
        if late:
            yield f"Overdue: it was due on {day(late.due)}, and is not reported as done by {day(late.seen_on)}."


def _verdict_remark(name: str, verdict: Verdict | None, no_figure: str, missing: str | None) -> str:
    """Why a status is as it is; or, where the officer said why there is no figure, that, and that it is why."""
    if verdict is None:
        return ""
    if verdict.beside:
        both = f"{name}: the figures give {verdict.status.name}; the return states {verdict.beside.name}"
        return ended(f"{both}: {verdict.reason}") if verdict.reason else f"{both}, with no reason."
    if verdict.stated:
        as_stated = f"{name} is as stated"
        return ended(f"{as_stated}: {verdict.reason}") if verdict.reason else f"{as_stated}, with no reason."
    about = no_figure if verdict.actual is None and verdict.reason == missing else name
    return ended(f"{about}: {verdict.reason}") if verdict.reason else ""
