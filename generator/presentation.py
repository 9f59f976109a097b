"""The Report as strings and flags, once for Word and HTML, so that they cannot differ.

Templates print what stands here; they never compare, sort, round or compute.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.direction import Direction
from generator.measure import Measure, type_of_figure
from generator.narrative import Block, Form, blocks
from generator.remarks import remarks
from generator.report import Entry, Group, Judged, Missing, Report, Why, count
from generator.scheme import Scheme, Status
from generator.scheme_words import rule_of
from generator.state import State, count_states, missing_state, state_of
from generator.status import Verdict

NOT_STATED = "Not stated"
"""What a cell says that would otherwise be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusView:
    """A status as a cell shows it; ``note`` is "Stated" or empty; colours are ``RRGGBB``."""

    word: str
    meaning: str
    note: str
    fill: str
    ink: str
    shape: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfView:
    """Quarterly or forecast data: printed figures with their units."""

    heading: str
    target: str
    actual: str
    actual_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureView:
    """One row of the report. ``remarks`` are sentences on how its statuses and figures stand."""

    anchor: str
    label: str
    title: str
    quarter_status: StatusView
    forecast_status: StatusView
    quarter: HalfView
    forecast: HalfView
    direction: str
    remarks: tuple[str, ...]
    context: tuple[Block, ...]
    actions: tuple[Block, ...]
    intervention: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectorateView:
    """A directorate with its exceptions."""

    anchor: str
    name: str
    heading: str
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountView:
    """A status with how many measures have it."""

    status: StatusView
    quarter: str
    forecast: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingView:
    """A measure that is not in the report."""

    label: str
    title: str
    directorate: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemView:
    """Something that a draft's readers should know is still to be put right."""

    where: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The whole report, ready to print."""

    council: str
    title: str
    period: str
    months: str
    heading: str
    draft: bool
    draft_notice: str
    introduction: str
    data_source: str
    directorates: tuple[DirectorateView, ...]
    counts: tuple[CountView, ...]
    counts_caption: str
    key: tuple[StatusView, ...]
    missing: tuple[MissingView, ...]
    missing_introduction: str
    to_put_right: tuple[ProblemView, ...]
    """In a draft, every error that still stands; empty otherwise."""


def present(report: Report) -> PageView:
    """Put a report into the words and figures that both documents print."""
    addresses = _Addresses()
    return PageView(
        council=report.council,
        title=report.title,
        period=report.period.name,
        months=report.period.months,
        heading=f"{report.title}: {report.period.name}",
        draft=report.draft,
        draft_notice=_draft_notice(report),
        introduction=_introduction(report),
        data_source=f"Data source: {report.data_source}",
        directorates=tuple(_directorate(group, addresses) for group in report.groups if group.exceptions),
        counts=_counts(report),
        counts_caption=_counts_caption(report),
        key=tuple(_key(report)),
        missing=tuple(_missing(each) for each in report.missing),
        missing_introduction="The register has these measures too. They are not in this report.",
        to_put_right=tuple(
            ProblemView(where=str(each.place), what=each.message)
            for each in report.problems
            if report.draft and each.is_error
        ),
    )


def _draft_notice(report: Report) -> str:
    errors = sum(problem.is_error for problem in report.problems)
    if not report.draft:
        return ""
    return f"DRAFT, not for circulation. {_number(errors, 'thing')} still to be put right."


def _introduction(report: Report) -> str:
    exceptions = sum(len(group.exceptions) for group in report.groups)
    reported = _number(len(report.entries), "measure")
    return (
        f"{reported} reported, of which {exceptions} "
        f"{'is an exception' if exceptions == 1 else 'are exceptions'}, grouped by directorate."
    )


def _counts(report: Report) -> tuple[CountView, ...]:
    entries = report.entries
    quarter = count((entry.judged.quarter for entry in entries), report.scheme)
    forecast = count((entry.judged.forecast for entry in entries), report.scheme)
    known = {status.name: status for entry in entries for status in entry.judged.scheme.all_statuses}
    known.update({status.name: status for status in report.scheme.all_statuses})
    names = [*quarter, *(name for name in forecast if name not in quarter)]
    return tuple(
        CountView(
            status=_status(known[name]),
            quarter=str(quarter.get(name, 0)),
            forecast=str(forecast.get(name, 0)),
        )
        for name in names
    )


def _key(report: Report) -> Iterator[StatusView]:
    """Every scheme's statuses with what earns them, the default scheme first; others are named."""
    every = (report.scheme, *(entry.judged.scheme for entry in report.entries))
    schemes = {scheme.name: scheme for scheme in every}
    for name, scheme in schemes.items():
        for status in scheme.all_statuses:
            view = _status(status, scheme=scheme)
            yield view if len(schemes) == 1 else replace(view, meaning=f"{name}. {view.meaning}")


def _counts_caption(report: Report) -> str:
    """Denominators are said, and what is counted apart from them."""
    every = [entry.judged for entry in report.entries]
    halves = (
        ("for the quarter", [state_of(each.quarter, each.returned) for each in every]),
        ("for the year end", [state_of(each.forecast, each.returned) for each in every]),
    )
    apart = "; ".join(f"{words}, {_without_status(states)}" for words, states in halves if any(states))
    return f"All measures reported, by status ({len(every)} in all{f'; {apart}' if apart else ''})"


def _without_status(states: list[State | None]) -> str:
    reasons = ", ".join(f"{number} {words}" for words, number in count_states(iter(states)).items())
    return f"{states.count(None)} rated and {reasons}"


def _directorate(group: Group, addresses: "_Addresses") -> DirectorateView:
    return DirectorateView(
        anchor=addresses.give(group.directorate),
        name=group.directorate,
        heading=f"Directorate: {group.directorate}",
        measures=tuple(_measure(entry, addresses) for entry in group.exceptions),
    )


def _measure(entry: Entry, addresses: "_Addresses") -> MeasureView:
    judged = entry.judged
    return MeasureView(
        anchor=addresses.give(judged.measure.code),
        label=judged.measure.label,
        title=judged.measure.title,
        quarter_status=_verdict(judged.quarter),
        forecast_status=_verdict(judged.forecast),
        quarter=_half("Quarterly data", "Actual", judged.quarter, judged),
        forecast=_half("Forecast data", "Forecast", judged.forecast, judged),
        direction=_direction(judged.direction),
        remarks=remarks(judged),
        context=blocks(entry.context) or _NOTHING_WRITTEN,
        actions=blocks(entry.actions) or _NOTHING_WRITTEN,
        intervention=blocks(entry.intervention) or _NOTHING_WRITTEN,
    )


_NOTHING_WRITTEN = (Block(Form.PARAGRAPH, (NOT_STATED,)),)


def _verdict(verdict: Verdict) -> StatusView:
    return _status(verdict.status, note="Stated" if verdict.stated else "")


def _status(status: Status, note: str = "", scheme: Scheme | None = None) -> StatusView:
    return StatusView(
        word=status.name,
        meaning=_meaning(status, scheme),
        note=note,
        fill=status.fill.removeprefix("#"),
        ink=status.ink.removeprefix("#"),
        shape=status.shape,
    )


def _meaning(status: Status, scheme: Scheme | None) -> str:
    if scheme is None or status is scheme.unrated:
        return status.meaning
    return f"{status.meaning}: {rule_of(scheme, status)}"


def _half(heading: str, actual_label: str, verdict: Verdict, judged: Judged) -> HalfView:
    gap = NOT_STATED if verdict.stated else missing_state(judged.returned).words.capitalize()
    return HalfView(
        heading=heading,
        target=_figure(verdict.target, judged.measure),
        actual=gap if verdict.actual is None else judged.measure.show(verdict.actual),
        actual_label=actual_label,
    )


def _figure(figure: type_of_figure | None, measure: Measure) -> str:
    return NOT_STATED if figure is None else measure.show(figure)


def _direction(direction: Direction) -> str:
    if direction.travel is None:
        return NOT_STATED
    since = f" since {direction.comparator}" if direction.comparator else ""
    return f"{direction.travel}{since}"


def _missing(missing: Missing) -> MissingView:
    return MissingView(
        label=missing.measure.label,
        title=missing.measure.title,
        directorate=missing.measure.directorate,
        why=_WHY[missing.why],
    )


_WHY = {
    Why.NOT_RECEIVED: "Return not received",
    Why.REFUSED: "Return received, but it could not be used",
    Why.NOT_DUE: "Not due this quarter",
}


def anchor(text: str) -> str:
    """Give the address of a measure or directorate within a page: ``CM PM24`` is ``cm-pm24``."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-") or "measure"


class _Addresses:
    """Gives addresses within one page, each once: codes may differ only in what an address cannot hold."""

    def __init__(self) -> None:
        self.given: set[str] = set()

    def give(self, text: str) -> str:
        plain = anchor(text)
        numbered = itertools.chain((plain,), (f"{plain}-{number}" for number in itertools.count(2)))
        address = next(each for each in numbered if each not in self.given)
        self.given.add(address)
        return address


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
