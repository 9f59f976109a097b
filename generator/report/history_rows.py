"""What a published report adds to the history: a row for each of its measures, and one for each answer that is new."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from generator.history.judged_rows import published_row
from generator.history.past import History, reported_last
from generator.history.rows import CommentaryRow, HistoryRow, RowState, figure_in
from generator.judging.outcome import Judged
from generator.judging.status import printed
from generator.model.figures import written
from generator.model.measure import Measure, code_key
from generator.model.period import Period
from generator.model.shape import in_one_name
from generator.report.report import Report, every_group


def rows_of(report: Report, published: date, reason: str = "") -> Iterator[HistoryRow]:
    """A row for each measure of a public report, those that are missing last; a ``reason`` makes them revisions."""
    for entry in report.entries:
        yield published_row(entry.judged)._replace(published=published, reason=reason)
    for each in report.missing:
        yield _row_of(each.measure, report.period)._replace(published=published, reason=reason)


def rows_revised(report: Report, recorded: History, published: date) -> Iterator[HistoryRow]:
    """A row for each figure of an earlier period that a return of this one revises; it stands from now on.

    What is recorded of that already, as the period was closed before, is not said again; what was, and is revised no
    more, is put back to what stands without it.
    """
    found = (row_revised(each.judged, report.earlier.get(each.judged.measure.code, ())) for each in report.entries)
    revised = {(code_key(row.code), row.period): row for row in found if row}
    before = recorded.revised_with(report.period)
    for key, row in revised.items():
        stands = recorded.stands(*key)
        is_known = key in before and before[key].actual == row.actual and stands is not None and stands.is_from_return
        if not is_known:
            yield row._replace(published=published)
    without = recorded.without_returns_of(report.period)
    for key, row in before.items():
        if key not in revised and row is recorded.stands(*key):
            yield _put_back(row, without.stands(*key), report.period)._replace(published=published)


def _put_back(row: HistoryRow, without: HistoryRow | None, period: Period) -> HistoryRow:
    """A revised row with the figure that stands without the revision."""
    actual = without.actual if without else ""
    state = RowState.FINAL if actual else RowState.MISSING
    return row._replace(actual=actual, state=state, reason=f"no longer revised in the return of {period.short}")


def row_revised(judged: Judged, earlier: Iterable[HistoryRow]) -> HistoryRow | None:
    """What stands of the last period once a return has revised its figure; None where it revises nothing.

    Its status stays the one that was published: that is changed only where the period itself is opened again. It is as
    of the period's last day until it is published.
    """
    returned, revised = judged.returned, printed(judged.returned.previous_revised, judged.measure)
    period, reported = returned.last_period, reported_last(judged.measure, returned.period)
    row = next((each for each in earlier if each.reported_for == period), None)
    row = row or _row_of(judged.measure, reported)._replace(reported_for=period)
    was, times = figure_in(row.actual, judged.measure, row.period), judged.measure.same_as_now(row.period)
    is_alike = times and (was is None or type(was) is type(revised))
    if revised is None or was == revised or not is_alike or row.state is RowState.SUPPRESSED:
        return None
    revised = revised / times if isinstance(revised, Decimal) and times else revised
    return row._replace(
        code=judged.measure.code,
        actual=written(revised) or "",
        state=RowState.FINAL,
        published=returned.period.last_day,
        reason=f"revised in the return of {returned.period.short}",
        source=returned.source.file,
    )


def _row_of(measure: Measure, period: Period) -> HistoryRow:
    """A row of a measure of which nothing came for the report of a period."""
    own = measure.own_period(period)
    return HistoryRow(measure.code, period, own, title=measure.title, group=measure.group, state=RowState.MISSING)


def answers_published(report: Report, before: Mapping[tuple[str, str], str]) -> Iterator[CommentaryRow]:
    """The answers of a public report that are not what stands already, ``before``, by code and question.

    Those about a group stand under its name, and those about the whole report under no code.
    """
    now = {key: text for key, text in _answers(report) if text}
    for code, question in dict.fromkeys((*now, *before)):
        if (text := now.get((code, question), "")) != before.get((code, question), ""):
            yield CommentaryRow(code, report.period, question, text)


def _answers(report: Report) -> Iterator[tuple[tuple[str, str], str]]:
    for key, lines in report.answers.items():
        yield ("", key), "\n".join(lines)
    for path, group in every_group(report.groups):
        yield from (((in_one_name(path), key), "\n".join(lines)) for key, lines in group.answers.items())
    for entry in report.entries:
        code = entry.judged.measure.code
        yield from (((code, key), "\n".join(lines)) for key, lines in entry.answers.items())
