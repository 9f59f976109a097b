"""What was published of a period before it was opened again, and what of it has changed since."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.history.past import History
from generator.history.revised import PublishedBefore, Revised
from generator.history.rows import HistoryRow, RowState
from generator.judging.outcome import Judged
from generator.judging.status import printed
from generator.judging.suppressed import is_suppressed
from generator.model.english import day, inside_sentence
from generator.model.figures import as_figure, written
from generator.model.measure import Measure, code_key
from generator.model.period import Period
from generator.report.report import Report


def published_before(recorded: History, measures: Iterable[Measure], period: Period) -> Mapping[str, PublishedBefore]:
    """What stands published of a period that is open again, by the codes of the register; nothing of any other."""
    if not recorded.was_closed(period):
        return {}
    found = {
        measure.code: [row for row in recorded.of(measure) if row.period == period and row.is_closed]
        for measure in measures
    }
    revised = dict(_revised_then(recorded, period))
    return {
        code: PublishedBefore(_published(rows), revised.get(code_key(rows[-1].code)))
        for code, rows in found.items()
        if any(map(_is_published, rows))
    }


def _revised_then(recorded: History, period: Period) -> Iterator[tuple[str, Revised]]:
    """What the returns of a period revised when it was closed, by the codes of then."""
    without = recorded.without_returns_of(period)
    for key, row in recorded.revised_with(period).items():
        if stands := without.stands(*key):
            yield key[0], Revised(row, stands)


def _published(rows: Sequence[HistoryRow]) -> HistoryRow:
    """What was published last, with the reason for which it was opened again."""
    return next(filter(_is_published, reversed(rows)))._replace(reason=rows[-1].reason)


def _is_published(row: HistoryRow) -> bool:
    return row.state is not RowState.REOPENED


def revisions(report: Report) -> Iterator[str]:
    """What of each measure, exception or not, is not as it was published."""
    for judged in (entry.judged for entry in report.entries):
        if told := revision(judged, report.published.get(judged.measure.code)):
            yield f"{judged.measure.label}: {inside_sentence(told)}"


def revision(judged: Judged, before: PublishedBefore | None) -> str:
    """What of a measure is not as it was published, and why; empty where everything is."""
    changes = (*_changes(judged, before.row), *_of_earlier(judged, before.revised)) if before else ()
    if not before or not changes:
        return ""
    row = before.row
    published = f" on {day(row.published)}" if row.published else ""
    reason = f", because {row.reason.rstrip('.')}" if row.reason else ""
    return f"Revised since it was published{published}: {'; '.join(changes)}{reason}."


def _changes(judged: Judged, before: HistoryRow) -> Iterator[str]:
    measure, quarter, forecast = judged.measure, judged.quarter, judged.forecast
    if is_suppressed(judged.returned):  # what was published by mistake is not said again
        yield from ("its figures are withheld now",) if before.actual or before.forecast else ()
        return
    figures = [
        ("target", before.target, written(quarter.target)),
        ("result", before.actual, written(quarter.actual)),
    ]
    statuses = [("status", before.status, quarter.status.name)]
    if forecast:
        year_end = "outturn" if judged.is_outturn else "forecast"
        figures += [
            ("year-end target", before.year_end_target, written(forecast.target)),
            (year_end, before.forecast, written(forecast.actual)),
        ]
        statuses += [(f"{year_end} status", before.forecast_status, forecast.status.name)]
    for name, was, now in figures:
        if was != (now or ""):
            yield f"the {name} was {_shown(measure, was)}, now {_shown(measure, now or '')}"
    for name, was, now in statuses:
        if was != now:
            yield f"the {name} was {was or 'none'}, now {now}"


def _of_earlier(judged: Judged, revised: Revised | None) -> Iterator[str]:
    """What is another of an earlier figure that the return revised when it was published, and revises otherwise now."""
    if revised is None or is_suppressed(judged.returned):
        return
    measure, returned, was = judged.measure, judged.returned, revised.was
    again = returned.previous_revised if returned.last_period == was.reported_for else None
    now = revised.now.actual if again is None else written(printed(again, measure)) or ""
    if now != was.actual:
        period = was.reported_for.short
        yield f"the result for {period} was {_shown(measure, was.actual)}, now {_shown(measure, now)}"


def _shown(measure: Measure, text: str) -> str:
    figure = as_figure(text)
    return "not given" if figure is None else measure.show(figure)
