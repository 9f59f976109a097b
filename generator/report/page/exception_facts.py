"""The exceptions of a report counted for its first page: each of them once, so that the numbers add up."""

from collections.abc import Sequence

from generator.history.running import Running
from generator.judging.outcome import Judged
from generator.model.characters import printable
from generator.report.page.facts import ExceptionFacts
from generator.report.report import Report

FOR_LONG = 3
"""So many reports running make an exception one that has been so for long."""

_MOST_NAMED = 6


def exception_facts(report: Report) -> ExceptionFacts:
    """How a report's exceptions stand now and at the year end, which of them are new, and which have been so long."""
    found = [entry.judged for entry in report.entries if entry.judged.exception]
    now = [each for each in found if each.quarter.status.exception]
    later = [each for each in found if not each.quarter.status.exception and _misses(each)]
    now_and_later = sum(map(_misses, now))
    now_alone = sum(_is_rated(each) and not _misses(each) for each in now)
    running = [(each, known) for each in found if (known := report.running.get(each.measure.code))]
    new = [each for each, known in running if known.count == 1]
    long = [each for each, known in running if _is_long(known)]
    return ExceptionFacts(
        rule=report.rule,
        now=len(now),
        later=len(later),
        otherwise=len(found) - len(now) - len(later),
        now_and_later=now_and_later,
        now_alone=now_alone,
        now_unrated=len(now) - now_and_later - now_alone,
        new=len(new),
        again=len(running) - len(new),
        long=len(long),
        unknown=len(found) - len(running),
        new_named=_named(new),
        long_named=_named(long),
        for_long=FOR_LONG,
    )


def _misses(judged: Judged) -> bool:
    """Whether its status at the year end is one of an exception."""
    return judged.forecast is not None and judged.forecast.status.exception


def _is_rated(judged: Judged) -> bool:
    """Whether its status at the year end rates performance."""
    return judged.forecast is not None and judged.forecast.status.rated


def _is_long(running: Running) -> bool:
    return running.count >= FOR_LONG


def _named(measures: Sequence[Judged]) -> str:
    """Their labels, and how many more there are than there is room for."""
    labels = [printable(" ".join(each.measure.label.split())) for each in measures]
    if len(labels) > _MOST_NAMED:
        labels[_MOST_NAMED - 1 :] = [f"{len(labels) - _MOST_NAMED + 1} more"]
    *first, last = labels or [""]
    return f"{', '.join(first)} and {last}" if first else last
