"""The names of measures that a summary on one page has room for, group by group; what does not fit is counted."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from textwrap import shorten

from generator.report.page.facts import CountFacts, ReportFacts
from generator.report.page.views import BreakdownView, InShortView, MeasureView, PageView

_LINES = 56
"""Lines of 10 points on a page, between margins of 1.8 cm: A4 has four more, and letter paper no more."""

_GROUP = 36
"""Characters of a group's name in one line of the table of counts."""

_LINE = 90
"""Characters of such a line: a few less than fit on average, for letters are not equally wide."""


def with_short_names(page: PageView, facts: ReportFacts) -> PageView:
    """The page with each group that anything is reported of, and the names of its measures that are listed in full.

    Each has a line of names at least, so that up to twelve groups and nine statuses are one page.
    """
    page = replace(page, counted_by_status=all(map(_is_short, page.breakdowns)))
    if _LINES - _taken(page, facts) < len(facts.groups):
        page = replace(page, counted_by_status=False)
    return replace(page, in_short=tuple(_in_short(page, facts)))


def _is_short(counts: BreakdownView) -> bool:
    """Up to six groups of one line each, or three of two, and six statuses."""
    return len(counts.statuses) <= 6 and _lines_of_rows(counts) <= 7


def _in_short(page: PageView, facts: ReportFacts) -> Iterator[InShortView]:
    listed = {group.name: group.measures for group in page.groups}
    measures = [listed.get(group.name, ()) for group in facts.groups]
    needed = [
        _lines("; ".join((group.name, *map(_name, of)))) for group, of in zip(facts.groups, measures, strict=True)
    ]
    given = _shared_out(needed, _LINES - _taken(page, facts))
    for group, of, lines in zip(facts.groups, measures, given, strict=True):
        text = _fitted(of, lines * _LINE - len(group.name) - 2)
        yield InShortView(name=group.name, counts=_numbers(group, page), text=text)


def _numbers(counts: CountFacts, page: PageView) -> tuple[str, ...]:
    """How many are reported, are exceptions, are so for the quarter, and (if any is forecast) are forecast to be."""
    bad = [status for status in counts.statuses if status.exception]
    now, then = (sum(getattr(status, half) for status in bad) for half in ("quarter", "forecast"))
    numbers = (counts.reported, counts.exceptions, now, *((then,) if page.has_forecast else ()))
    return tuple(f"{number:,}" for number in numbers)


def _taken(page: PageView, facts: ReportFacts) -> int:
    """The lines of all else on the page: heading, notices, counts, what changed and the key."""
    texts = (
        "; ".join(f"{fact.label}: {fact.text}" for fact in page.title_block),
        *(page.introduction, page.draft_notice, page.not_for_publication),
        *(page.movement.sentences if page.movement else ()),
        "; ".join(f"{status.word}: {status.meaning}" for status in page.key),
    )
    return 10 + _lines_of_counts(page, facts) + sum(_lines(text) for text in texts if text)


def _lines_of_counts(page: PageView, facts: ReportFacts) -> int:
    if not page.counted_by_status:
        return 3 + sum(math.ceil(len(each.name) / _GROUP) for each in facts.groups)
    charts = max((5 + 2 * len(chart.categories) for chart in page.charts), default=0)
    return charts + sum(3 + _lines_of_rows(each) for each in page.breakdowns)


def _lines_of_rows(counts: BreakdownView) -> int:
    letters = 95 - 11 * len(counts.statuses)  # a column of numbers takes as much as 11 letters
    return sum(math.ceil(len(row.name) / letters) for row in counts.rows)


def _lines(text: str) -> int:
    return math.ceil(len(text) / _LINE)


def _shared_out(needed: Sequence[int], room: int) -> list[int]:
    """The lines that each group is given: one at least, and of what is left one more in turn to each that lacks any."""
    given = [1] * len(needed)
    left = room - len(needed)
    while left > 0 and (lacking := [at for at, want in enumerate(needed) if given[at] < want]):
        for at in lacking[:left]:
            given[at] += 1
        left -= len(lacking)
    return given


def _fitted(measures: Sequence[MeasureView], room: int) -> str:
    """The names that fit into so many characters, the first as far as it does, and how many are left."""
    told = list[str]()
    for number, measure in enumerate(measures):
        left = len(measures) - number
        rest = (f"and {left - 1} more",) if left > 1 else ()
        name = _name(measure)
        if len("; ".join((*told, name, *rest))) > room:
            if told:
                return "; ".join((*told, f"and {left} more"))
            name = shorten(name, max(1, room - len("; ".join(("", *rest)))), placeholder="…")
            if not name.startswith(measure.label):
                return f"{left} in all"  # not even the code fits
        told.append(name)
    return "; ".join(told)


def _name(measure: MeasureView) -> str:
    return f"{measure.label} {measure.title}"
