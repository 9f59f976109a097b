"""The report as the facts that its sentences are written of."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import TypedDict

from generator.judging.direction import Travel
from generator.judging.missing_figures import why_missing
from generator.judging.outcome import Judged, Missing
from generator.judging.scheme import Scheme
from generator.judging.status import Verdict
from generator.model.characters import printable
from generator.model.figures import type_of_figure
from generator.model.shape import Listing
from generator.project.report_options import Part
from generator.report.page.exception_facts import exception_facts
from generator.report.page.facts import (
    NO_HALF,
    GroupFacts,
    HalfFacts,
    MeasureFacts,
    MissingFacts,
    ReportFacts,
    StatusFacts,
)
from generator.report.page.in_words.shape_words import year_end_words
from generator.report.report import Entry, Group, Report, count


class _Counts(TypedDict):
    """The fields of ``CountFacts``."""

    reported: int
    exceptions: int
    rated: int
    on_target: int
    share_on_target: str
    statuses: tuple[StatusFacts, ...]
    improving: int
    stabilised: int
    deteriorating: int


def report_facts(report: Report) -> ReportFacts:
    """The facts of a whole report, or of one group's."""
    covering, groups = report.covering, tuple(group_facts(group, report) for group in report.groups)
    return ReportFacts(
        council=_line(report.council),
        title=_line(report.title),
        period=report.period.name,
        months=report.period.months,
        ends=report.period.last_day,
        scope=_line(report.scope),
        draft=report.draft,
        to_put_right=sum(each.is_error for each in report.problems) if report.draft else 0,
        committee=_line(covering.committee),
        meeting=_line(covering.meeting),
        item=_line(covering.item),
        contact=_line(covering.contact),
        not_for_publication=_line(report.not_for_publication),
        period_word=report.period.word,
        year_end=year_end_words(report).kind,
        has_forecast=report.has_forecast,
        group_word=_line(report.shape.levels[0].word),
        listed="all" if report.shape.listing is Listing.ALL else "exceptions",
        brief=report.shape.listing is Listing.THEN_BRIEF,
        groups=groups,
        missing=tuple(map(_missing, report.missing)),
        unwritten=tuple(_line(each.label) for each in report.unwritten),
        off_target=exception_facts(report),
        recommendations=len(covering.recommendations) if Part.RECOMMENDATIONS in report.parts else 0,
        for_members=Part.RECOMMENDATIONS in report.parts,
        **_counts(report.entries, report),
    )


def group_facts(group: Group, report: Report) -> GroupFacts:
    """The facts of a group of the report, of either level."""
    return GroupFacts(name=_line(group.name), word=_line(group.word), **_counts(group.entries, report))


def measure_facts(judged: Judged) -> MeasureFacts:
    """The facts of a measure."""
    direction = judged.direction
    return MeasureFacts(
        label=_line(judged.measure.label),
        title=_line(judged.measure.title),
        group=_line(judged.measure.group),
        quarter=_half(judged.quarter, judged),
        has_forecast=judged.forecast is not None,
        forecast=_half(judged.forecast, judged) if judged.forecast else NO_HALF,
        direction=direction.travel or "",
        comparator=direction.comparator or "",
        provisional=judged.returned.provisional,
        span=judged.span,
        outturn=judged.is_outturn,
    )


def _counts(entries: Sequence[Entry], report: Report) -> _Counts:
    exceptions = [entry.judged for entry in entries if entry.judged.exception]
    listed = [entry.judged for entry in entries] if report.shape.listing is Listing.ALL else exceptions
    rated = [entry.judged for entry in entries if entry.judged.quarter.status.rated]
    on_target = sum(each.scheme.is_on_target(each.quarter.status) for each in rated)
    travels = Counter(each.direction.travel for each in listed)
    return {
        "reported": len(entries),
        "exceptions": len(exceptions),
        "rated": len(rated),
        "on_target": on_target,
        "share_on_target": _share(on_target, len(rated)),
        "statuses": _statuses(listed, report.scheme),
        "improving": travels[Travel.IMPROVING],
        "stabilised": travels[Travel.STABILISED],
        "deteriorating": travels[Travel.DETERIORATING],
    }


def _share(part: int, whole: int) -> str:
    """How much of a whole a part is, in whole per cent, halves up; empty where there is no whole."""
    return f"{(200 * part + whole) // (2 * whole)}%" if whole else ""


def _statuses(listed: Sequence[Judged], scheme: Scheme) -> tuple[StatusFacts, ...]:
    """Every status of the schemes that occur with its numbers, worst first, and those that rate nothing last."""
    quarter = count((each.quarter for each in listed), scheme)
    forecast = count((each.forecast for each in listed if each.forecast), scheme)
    schemes = (scheme, *(each.scheme for each in listed))
    known = {status.name: status for each in schemes for status in reversed(each.all_statuses)}
    return tuple(
        StatusFacts(
            name=_line(name),
            quarter=quarter.get(name, 0),
            forecast=forecast.get(name, 0),
            exception=status.exception,
            rated=status.rated,
        )
        for name, status in sorted(known.items(), key=lambda each: not each[1].rated)
    )


def _half(verdict: Verdict, judged: Judged) -> HalfFacts:
    def shown(figure: type_of_figure | None) -> str:
        return "" if figure is None else _line(judged.measure.show(figure))

    return HalfFacts(
        target=shown(verdict.target),
        actual=shown(verdict.actual),
        missing=_line(why_missing(verdict, judged.returned)) if verdict.actual is None else "",
        number=isinstance(verdict.actual, Decimal),
        status=_line(verdict.status.name),
        rated=verdict.status.rated,
        stated=verdict.stated,
    )


def _missing(missing: Missing) -> MissingFacts:
    measure = missing.measure
    return MissingFacts(
        label=_line(measure.label),
        title=_line(measure.title),
        group=_line(measure.group),
        why=missing.words,
    )


def _line(text: str) -> str:
    """A text on one line, so that nothing typed can begin a line of its own."""
    return printable(" ".join(text.split()))
