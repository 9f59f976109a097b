"""What there is to ask of an exception: only where it is sure, and never more than three things."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import islice

from generator.checks.odd_figures import pace_in_words
from generator.checks.readers_eye.against_time.last_quarter import is_spoken_of, promised_for
from generator.checks.readers_eye.text.commentary import asks_for_actions
from generator.checks.readers_eye.text.words import plain_words
from generator.history.pace import never_happened
from generator.history.rows import HistoryRow
from generator.history.running import reports_before
from generator.judging.outcome import Judged
from generator.model.characters import printable
from generator.model.english import day
from generator.model.figures import as_figure
from generator.model.period import Period
from generator.model.question import Question
from generator.report.page.scrutiny.views import AskedView, ScrutinyFacts
from generator.report.report import Entry, Report

_MOST = 3
_REPORTS = 3
"""So many reports running with the same status and the same words are asked about."""

_WORTH_COMPARING = 6
"""Words; fewer may well be the same again."""

_LONGEST = 160


def asked_in(
    report: Report, places: Mapping[str, str], ask: Callable[[Judged, ScrutinyFacts], str]
) -> Iterator[AskedView]:
    """The measures of a report that there is something to ask of; ``places`` are addresses on the page, by label."""
    for entry in report.entries:
        if found := what_to_ask(report, entry):
            judged = entry.judged
            yield AskedView(
                place=places.get(judged.measure.label, ""),
                label=judged.measure.label,
                title=judged.measure.title,
                questions=tuple(ask(judged, each) for each in found),
            )


def what_to_ask(report: Report, entry: Entry) -> tuple[ScrutinyFacts, ...]:
    """The questions on a measure; none where it is no exception, or the report is for everybody."""
    if not (report.internal and entry.judged.exception):
        return ()
    said = report.said.get(entry.judged.measure.code, {})
    every = (*_pace(report, entry.judged), *_unchanged(report, entry, said), *_promises(report, entry, said))
    return tuple(islice(every, _MOST))


def _pace(report: Report, judged: Judged) -> Iterator[ScrutinyFacts]:
    """A forecast that needs what no recorded period has brought."""
    measure, result = judged.measure, judged.quarter.actual
    forecast = judged.forecast.actual if judged.forecast and not judged.is_outturn else None
    if not isinstance(result, Decimal) or not isinstance(forecast, Decimal):
        return
    if found := never_happened(measure, report.period, result, forecast, report.earlier.get(measure.code, ())):
        needs, reached = pace_in_words(found, measure, report.period)
        yield ScrutinyFacts(about="forecast", needs=needs, reached=reached)


def _promises(
    report: Report, entry: Entry, said: Mapping[Period, Mapping[str, tuple[str, ...]]]
) -> Iterator[ScrutinyFacts]:
    """What was promised last time for a day that has passed, and is not spoken of now."""
    before = max((period for period in said if period < report.period), default=None)
    now = [line for lines in entry.answers.values() for line in lines]
    if before is None or not now:
        return
    for question in _on_actions(report.questions):
        for line in said[before].get(question.key, ()):
            due = promised_for(line, before, report.period)
            if due and not is_spoken_of(line, now):
                yield ScrutinyFacts(
                    about="promise", label=question.label, words=_quoted(line), since=before.short, day=day(due)
                )


def _unchanged(
    report: Report, entry: Entry, said: Mapping[Period, Mapping[str, tuple[str, ...]]]
) -> Iterator[ScrutinyFacts]:
    """The same status in several reports running, with the same words on what is being done."""
    judged = entry.judged
    measure, status = judged.measure, judged.quarter.status
    rows = tuple(islice(reports_before(measure, report.period, report.results_before(measure)), _REPORTS - 1))
    if not status.exception or len(rows) < _REPORTS - 1 or any(row.status != status.name for row in rows):
        return
    for question in _on_actions(report.questions):
        now = entry.answers.get(question.key, ())
        words = plain_words(" ".join(now))
        then = [plain_words(" ".join(said.get(row.period, {}).get(question.key, ()))) for row in rows]
        if len(words) >= _WORTH_COMPARING and all(each == words for each in then):
            yield ScrutinyFacts(
                about="unchanged",
                label=question.label,
                words=_quoted(" ".join(now)),
                since=rows[-1].period.short,
                figures=_figures(judged, rows),
                reports=_REPORTS,
            )


def _on_actions(questions: Iterable[Question]) -> tuple[Question, ...]:
    """The questions on what is being done; where none says that it asks for that, all."""
    every = tuple(questions)
    return tuple(filter(asks_for_actions, every)) or every


def _figures(judged: Judged, rows: tuple[HistoryRow, ...]) -> str:
    """The results of these reports, the first first."""
    before = ((row.reported_for.short, as_figure(row.actual)) for row in reversed(rows))
    every = (*before, (judged.own_period.short, judged.quarter.actual))
    return ", ".join(f"{period}: {judged.measure.show(figure)}" for period, figure in every if figure is not None)


def _quoted(text: str) -> str:
    """A text on one line, as long as a question may be."""
    line = printable(" ".join(text.split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
