"""A status as a page shows it, in the key with what earns it; and the figures that it is of."""

from collections.abc import Iterator
from dataclasses import replace

from generator.commentary.placeholders import WITHHELD
from generator.judging.direction import Direction
from generator.judging.explanation import trail_of
from generator.judging.missing_figures import State, missing_state, why_missing
from generator.judging.outcome import Judged
from generator.judging.scheme import Scheme, Status
from generator.judging.scheme_in_words import rule_of
from generator.judging.status import Verdict
from generator.model.period import Frequency
from generator.report.page.in_words.shape_words import FORECAST, OUTTURN, YearEndWords
from generator.report.page.views import NO_HALF, NO_STATUS, HalfView, StatusView
from generator.report.report import Report


def verdict_view(verdict: Verdict | None) -> StatusView:
    """Show a verdict's status, and beside it whether it was stated, or what else was; and what is overdue."""
    if verdict is None:
        return NO_STATUS
    stated = f"Stated: {verdict.beside.name}" if verdict.beside else "Stated" if verdict.stated else ""
    overdue = "Overdue" if verdict.overdue else ""
    return status_view(verdict.status, note=", ".join(filter(None, (stated, overdue))))


def status_view(status: Status, note: str = "", scheme: Scheme | None = None) -> StatusView:
    """A status as it is shown; where its ``scheme`` is given, the meaning says what earns it."""
    return StatusView(
        word=status.name,
        meaning=_meaning(status, scheme),
        note=note,
        fill=status.fill.removeprefix("#"),
        ink=status.ink.removeprefix("#"),
        shape=status.shape,
    )


def key(report: Report) -> Iterator[StatusView]:
    """Every scheme's statuses with what earns them, the report's scheme first; of several, each is named."""
    every = (report.scheme, *(entry.judged.scheme for entry in report.entries))
    schemes = {scheme.name: scheme for scheme in every}
    for name, scheme in schemes.items():
        for status in scheme.all_statuses:
            view = status_view(status, scheme=scheme)
            yield view if len(schemes) == 1 else replace(view, meaning=f"{name}. {view.meaning}")


def _meaning(status: Status, scheme: Scheme | None) -> str:
    if scheme is None or status is scheme.unrated:
        return status.meaning
    return f"{status.meaning}: {rule_of(scheme, status)}"


NOT_STATED = "Not stated"
"""What a cell says that would otherwise be empty."""


def result_view(judged: Judged) -> HalfView:
    """The result: ``Quarterly data``, or ``Data for 2024/25`` where it is of another period than the report."""
    apart, own = judged.returned.reported_for, judged.own_period
    heading = f"Data for {apart.short}" if apart else f"{own.frequency.adjective} data"
    return _half(heading, apart.short if apart else own.word.capitalize(), "Actual", judged.quarter, judged)


def year_end_view(judged: Judged) -> HalfView:
    """The forecast for the year end, or the outturn; without words where there is none."""
    what, words = ("Outturn", OUTTURN) if judged.is_outturn else ("Forecast", FORECAST)
    return _half(f"{what} data", words.name, what, judged.forecast, judged) if judged.forecast else NO_HALF


def with_trail(view: HalfView, verdict: Verdict | None, judged: Judged, *, internal: bool) -> HalfView:
    """A figure with how it came about, for readers inside the council: the trail names officers and files."""
    return replace(view, trail=tuple(trail_of(judged, verdict))) if verdict and internal else view


def no_year_end(judged: Judged, words: YearEndWords) -> str:
    """What stands in the place of a status at the year end: a yearly measure's result is that of its year."""
    if judged.forecast:
        return ""
    if judged.measure.frequency is Frequency.YEARLY:
        return "Reported yearly"
    return words.nothing


def _half(heading: str, name: str, actual_label: str, verdict: Verdict, judged: Judged) -> HalfView:
    is_withheld = missing_state(judged.returned) is State.SUPPRESSED
    why = why_missing(verdict, judged.returned)
    gap = WITHHELD if is_withheld else why if why == judged.returned.missing_reason else why.capitalize()
    return HalfView(
        heading=heading,
        name=name,
        target=NOT_STATED if verdict.target is None else judged.measure.show(verdict.target),
        actual=gap if verdict.actual is None else judged.measure.show(verdict.actual),
        actual_label=actual_label,
    )


def direction_in_words(direction: Direction) -> str:
    """Which way a result went, and since when."""
    if direction.travel is None:
        return "Not known"
    since = f" since {direction.comparator}" if direction.comparator else ""
    return f"{direction.travel}{since}"
