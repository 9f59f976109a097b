"""The summary in words and numbers: measures by status and directorate, and movement since last quarter."""

from collections.abc import Callable, Iterator

from generator.judging.direction import Travel
from generator.judging.missing_figures import count_states, state_of
from generator.judging.outcome import Judged
from generator.judging.status import Verdict
from generator.model.english import plural
from generator.report.movement import Move, directions_counted, moves
from generator.report.page.status_views import status_view
from generator.report.page.views import (
    BreakdownView,
    ChartView,
    MovementView,
    MoveView,
    RowView,
    SegmentView,
    SeriesView,
    StatusView,
)
from generator.report.report import Report, count

_Rows = list[tuple[StatusView, list[int]]]
_Half = Callable[[Judged], Verdict | None]

_ALL = "All"


def breakdowns(report: Report) -> Iterator[BreakdownView]:
    """The number of measures by directorate and status: for the quarter, and for the year end if any has a forecast."""
    for heading, what, half in _halves(report):
        names, rows = _counted(report, half)
        yield BreakdownView(
            heading=heading,
            caption=_caption(what, report, half),
            statuses=tuple(status for status, _ in rows),
            rows=tuple(_turned_about(names, rows)),
            longest=max((sum(numbers[at] for _, numbers in rows) for at in range(len(names))), default=0),
        )


def charts(report: Report) -> Iterator[ChartView]:
    """The same numbers as bar charts; none where no measure is reported."""
    for heading, what, half in _halves(report) if report.entries else ():
        names, rows = _counted(report, half)
        yield ChartView(
            title=heading,
            description=f"Bar chart: {what.lower()} by directorate. {' '.join(_told(names, rows))}",
            categories=names,
            series=tuple(
                SeriesView(name=status.word, fill=status.fill, ink=status.ink, values=tuple(numbers))
                for status, numbers in rows
            ),
        )


def _halves(report: Report) -> Iterator[tuple[str, str, _Half]]:
    """What is counted: its heading, what it is called in a sentence, and how it is had of a measure."""
    yield "This quarter", "Quarterly status", lambda judged: judged.quarter
    if report.has_forecast:
        yield "Forecast for the year end", "Forecast year-end status", lambda judged: judged.forecast


def _counted(report: Report, half: _Half) -> tuple[tuple[str, ...], _Rows]:
    """The directorates, and each status with its number for each: all of the scheme's, and others that occur.

    A directorate that has no such half has no place among them.
    """
    groups = {group.name: [each for entry in group.entries if (each := half(entry.judged))] for group in report.groups}
    groups = {name: verdicts for name, verdicts in groups.items() if verdicts}
    schemes = {each.name: each for each in (*(entry.judged.scheme for entry in report.entries), report.scheme)}
    known = {status.name: status_view(status) for each in schemes.values() for status in each.all_statuses}
    counted = [count(verdicts, report.scheme) for verdicts in groups.values()]
    total = count((verdict for verdicts in groups.values() for verdict in verdicts), report.scheme)
    rows = [(known[name], [each.get(name, 0) for each in counted]) for name in total]
    return tuple(groups), rows


def _turned_about(names: tuple[str, ...], rows: _Rows) -> Iterator[RowView]:
    """A row for each directorate, and one for all where there are several."""
    for at, name in enumerate(names):
        column = [(status, numbers[at]) for status, numbers in rows]
        yield RowView(
            name=name,
            total=False,
            numbers=tuple(str(number) for _, number in column),
            segments=tuple(_segments(column)),
        )
    if len(names) != 1:
        yield RowView(name=_ALL, total=True, numbers=tuple(str(sum(numbers)) for _, numbers in rows), segments=())


def _segments(column: list[tuple[StatusView, int]]) -> Iterator[SegmentView]:
    start = 0
    for status, number in column:
        if number:
            yield SegmentView(fill=status.fill, ink=status.ink, start=start, length=number)
        start += number


def _caption(what: str, report: Report, half: _Half) -> str:
    """How many measures the numbers are of, and how many of them are not rated and why."""
    every = [entry.judged for entry in report.entries]
    states = [state_of(verdict, judged.returned) for judged in every if (verdict := half(judged))]
    caption = f"{what} of the measures {'reported' if len(states) == len(every) else 'that have one'}"
    if not any(states):
        return f"{caption} ({len(states)} in all)"
    apart = ", ".join(f"{number} {words}" for words, number in count_states(iter(states)).items())
    return f"{caption} ({len(states)} in all: {states.count(None)} rated and {apart})"


def _told(names: tuple[str, ...], rows: _Rows) -> Iterator[str]:
    for at, name in enumerate(names):
        bar = (f"{numbers[at]} {status.word}" for status, numbers in rows if numbers[at])
        yield f"{name}: {', '.join(bar)}."


def movement(report: Report) -> MovementView | None:
    """What changed since last quarter; None where nothing is known of it."""
    judged = [entry.judged for entry in report.entries]
    directions = directions_counted(judged)
    moved = list(moves(judged, report.before))
    if not directions and not report.before:
        return None
    since = report.period.previous.short
    return MovementView(
        heading=f"Movement since {since}" if report.before else "Direction of travel",
        sentences=tuple(_sentences(report, judged, directions, moved)),
        since=since,
        now=report.period.short,
        moves=tuple(_move(each) for each in moved),
    )


def _sentences(report: Report, judged: list[Judged], directions: dict[Travel, int], moved: list[Move]) -> Iterator[str]:
    unknown = len(judged) - sum(directions.values())
    counted = [f"{number} {_words(travel)}" for travel, number in directions.items()]
    told = ", ".join((*counted, f"{unknown} not known") if unknown else counted)
    if directions:
        yield f"Direction of travel of the measures reported: {told}."
    if report.before:
        known = sum(each.measure.code in report.before for each in judged)
        yield f"{_of(len(moved), known)} changed status since last quarter's report{_which_way(moved)}."
        new = len(judged) - known
        if new:
            yield f"{new} {plural(new, 'was', 'were')} not in last quarter's report."


def _of(number: int, known: int) -> str:
    return f"{number or 'None'} of {known} {plural(known, 'measure')}"


def _which_way(moved: list[Move]) -> str:
    ways = {"for the better": True, "for the worse": False, "neither way": None}
    counted = {words: sum(each.better is way for each in moved) for words, way in ways.items()}
    told = ", ".join(f"{number} {words}" for words, number in counted.items() if number)
    return f": {told}" if told else ""


def _words(travel: Travel) -> str:
    return "not applicable" if travel is Travel.NOT_APPLICABLE else travel.value.lower()


def _move(move: Move) -> MoveView:
    measure = move.judged.measure
    return MoveView(
        label=measure.label,
        title=measure.title,
        before=status_view(move.before),
        now=status_view(move.judged.quarter.status),
        change={True: "Better", False: "Worse", None: "Changed"}[move.better],
    )
