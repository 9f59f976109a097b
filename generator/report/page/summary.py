"""The summary in words and numbers: measures by status and directorate, and movement since the last report."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.judging.direction import Travel
from generator.judging.missing_figures import count_states, state_of
from generator.judging.outcome import Judged
from generator.judging.status import Verdict
from generator.model.english import inside_sentence, plural
from generator.report.changes import Change, ChangeKind, Move, changes_in, directions_counted, moves
from generator.report.forecast_record import sentence_of_report
from generator.report.page.anchors import places_in, with_places
from generator.report.page.in_words.shape_words import year_end_words
from generator.report.page.in_words.what_changed import change_sentences
from generator.report.page.over_time.lines import LONGEST_DESCRIPTION
from generator.report.page.status_views import status_view
from generator.report.page.views import (
    BreakdownView,
    ChartView,
    GroupView,
    MovementView,
    MoveView,
    RowView,
    SegmentView,
    SeriesView,
    StatusView,
)
from generator.report.report import Group, Report, count
from generator.report.revisions import revisions

type_of_half = Callable[[Judged], Verdict | None]
"""What takes one of a measure's two verdicts; None where it has none."""

_ALL = "All"


def breakdowns(report: Report, groups: Sequence[GroupView]) -> Iterator[BreakdownView]:
    """The number of measures by group and status: for the quarter, and for the year end if any has a forecast.

    ``groups`` are those that the page lists: what they have of the measures counted, numbers lead to.
    """
    for name, (heading, what, half) in zip(_HALVES, _halves(report), strict=False):
        statuses = _statuses(report, half)
        rows = with_places(_rows(report, statuses, half), statuses, groups, name)
        yield BreakdownView(
            heading=heading,
            caption=_caption(what, report, half),
            half=name,
            statuses=statuses,
            rows=rows,
            longest=max((sum(map(int, row.numbers)) for row in rows if not row.total), default=0),
        )


def charts(report: Report) -> Iterator[ChartView]:
    """The same numbers as bar charts of the groups of the first level; none where no measure is reported."""
    by = inside_sentence(report.shape.levels[0].word)
    for heading, what, half in _halves(report) if report.entries else ():
        statuses = _statuses(report, half)
        numbers = {group.name: _numbers(group, statuses, half) for group in report.groups if _verdicts(group, half)}
        yield ChartView(
            title=heading,
            description=_description(f"Bar chart: {what.lower()} by {by}.", statuses, numbers),
            categories=tuple(numbers),
            series=tuple(
                SeriesView(name=status.word, fill=status.fill, ink=status.ink, values=values)
                for status, values in zip(statuses, zip(*numbers.values(), strict=True), strict=True)
            ),
        )


_HALVES = ("quarter", "forecast")
"""What data calls the two halves of a measure, in the order of what is counted."""


def _halves(report: Report) -> Iterator[tuple[str, str, type_of_half]]:
    """What is counted: its heading, what it is called in a sentence, and how it is had of a measure."""
    period = report.period
    yield f"This {period.word}", f"{period.frequency.adjective} status", lambda judged: judged.quarter
    if any(entry.judged.forecast for entry in report.entries):
        words = year_end_words(report)
        yield words.counted, words.status, lambda judged: judged.forecast


def _verdicts(group: Group, half: type_of_half) -> tuple[Verdict, ...]:
    return tuple(verdict for entry in group.entries if (verdict := half(entry.judged)))


def _statuses(report: Report, half: type_of_half) -> tuple[StatusView, ...]:
    """The statuses that are counted: all of the report's scheme, best first, and others that occur."""
    schemes = {each.name: each for each in (*(entry.judged.scheme for entry in report.entries), report.scheme)}
    known = {status.name: status_view(status) for each in schemes.values() for status in each.all_statuses}
    verdicts = (verdict for group in report.groups for verdict in _verdicts(group, half))
    return tuple(known[name] for name in count(verdicts, report.scheme))


def _numbers(group: Group, statuses: Sequence[StatusView], half: type_of_half) -> tuple[int, ...]:
    counted = Counter(verdict.status.name for verdict in _verdicts(group, half))
    return tuple(counted[status.word] for status in statuses)


def _rows(report: Report, statuses: Sequence[StatusView], half: type_of_half) -> Iterator[RowView]:
    """A row for each group that has such a half, those below it after it, and one for all where there are several."""
    groups = [group for group in report.groups if _verdicts(group, half)]
    for group in groups:
        yield _row(group, 0, statuses, half)
        for below in group.below:
            if _verdicts(below, half):
                yield _row(below, 1, statuses, half)
    if len(groups) != 1:
        columns = zip(*(_numbers(group, statuses, half) for group in groups), strict=True)
        sums = [sum(column) for column in columns] or [0] * len(statuses)
        yield RowView(name=_ALL, total=True, depth=0, numbers=tuple(map(str, sums)), segments=(), places=())


def _row(group: Group, depth: int, statuses: Sequence[StatusView], half: type_of_half) -> RowView:
    numbers = _numbers(group, statuses, half)
    return RowView(
        name=group.name,
        total=False,
        depth=depth,
        numbers=tuple(map(str, numbers)),
        segments=tuple(_segments(statuses, numbers)),
        places=(),
    )


def _segments(statuses: Sequence[StatusView], numbers: Sequence[int]) -> Iterator[SegmentView]:
    start = 0
    for status, number in zip(statuses, numbers, strict=True):
        if number:
            yield SegmentView(fill=status.fill, ink=status.ink, start=start, length=number)
        start += number


def _caption(what: str, report: Report, half: type_of_half) -> str:
    """How many measures the numbers are of, and how many of them are not rated and why."""
    every = [entry.judged for entry in report.entries]
    states = [state_of(verdict, judged.returned) for judged in every if (verdict := half(judged))]
    caption = f"{what} of the measures {'reported' if len(states) == len(every) else 'that have one'}"
    if not any(states):
        return f"{caption} ({len(states)} in all)"
    apart = ", ".join(f"{number} {words}" for words, number in count_states(iter(states)).items())
    return f"{caption} ({len(states)} in all: {states.count(None)} rated and {apart})"


def _description(what: str, statuses: Sequence[StatusView], numbers: Mapping[str, Sequence[int]]) -> str:
    """Every bar; where that is too long, how many there are and what they come to: the tables have every number."""
    whole = " ".join((what, *_told(statuses, numbers)))
    if len(whole) <= LONGEST_DESCRIPTION:
        return whole
    sums = [sum(column) for column in zip(*numbers.values(), strict=True)]
    return " ".join((what, *_told(statuses, {f"{len(numbers)} in all": sums})))


def _told(statuses: Sequence[StatusView], numbers: Mapping[str, Sequence[int]]) -> Iterator[str]:
    for name, of in numbers.items():
        bar = (f"{number} {status.word}" for status, number in zip(statuses, of, strict=True) if number)
        yield f"{name}: {', '.join(bar)}."


def movement(report: Report, groups: Sequence[GroupView]) -> MovementView | None:
    """What changed since last quarter; None where nothing is known of it. ``groups`` are those that the page lists."""
    judged = [entry.judged for entry in report.entries]
    directions = directions_counted(judged)
    moved = list(moves(judged, report.before))
    changed = change_sentences(_not_in_table(changes_in(report), moved))
    told = (*_sentences(report, judged, directions, moved), *changed, *revisions(report))
    told = (*told, *filter(None, [sentence_of_report(report)]))
    if not told:
        return None
    since, places = report.period.previous.short, places_in(groups)
    has_last = report.before or report.since.is_known
    return MovementView(
        heading=f"Movement since {since}" if has_last else "Direction of travel" if directions else "Revisions",
        sentences=told,
        since=since,
        now=report.period.short,
        moves=tuple(_move(each, places.get(each.judged.measure.label, "")) for each in moved),
    )


def _not_in_table(found: Iterable[Change], moved: list[Move]) -> Iterator[Change]:
    """What changed, without the statuses that the table of movement has."""
    there = {each.judged.measure.code for each in moved}
    return (each for each in found if each.period or each.kind is not ChangeKind.STATUS or each.code not in there)


def _sentences(report: Report, judged: list[Judged], directions: dict[Travel, int], moved: list[Move]) -> Iterator[str]:
    unknown = len(judged) - sum(directions.values())
    counted = [f"{number} {_words(travel)}" for travel, number in directions.items()]
    told = ", ".join((*counted, f"{unknown} not known") if unknown else counted)
    if directions:
        yield f"Direction of travel of the measures reported: {told}."
    if report.before:
        known = sum(each.measure.code in report.before for each in judged)
        yield f"{_of(len(moved), known)} changed status since last {report.period.word}'s report{_which_way(moved)}."
        new = len(judged) - known
        if new and not report.since.is_known:  # else each is named
            yield f"{new} {plural(new, 'was', 'were')} not in last {report.period.word}'s report."


def _of(number: int, known: int) -> str:
    return f"{number or 'None'} of {known} {plural(known, 'measure')}"


def _which_way(moved: list[Move]) -> str:
    ways = {"for the better": True, "for the worse": False, "neither way": None}
    counted = {words: sum(each.better is way for each in moved) for words, way in ways.items()}
    told = ", ".join(f"{number} {words}" for words, number in counted.items() if number)
    return f": {told}" if told else ""


def _words(travel: Travel) -> str:
    return "not applicable" if travel is Travel.NOT_APPLICABLE else travel.value.lower()


def _move(move: Move, place: str) -> MoveView:
    measure = move.judged.measure
    return MoveView(
        place=place,
        label=measure.label,
        title=measure.title,
        before=status_view(move.before),
        now=status_view(move.judged.quarter.status),
        change={True: "Better", False: "Worse", None: "Changed"}[move.better],
    )
