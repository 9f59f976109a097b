"""Every group's measures in small pictures on one scale, so that groups can be compared at one look."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from generator.judging.conditions import Gap
from generator.judging.outcome import Judged
from generator.judging.status import gap_between
from generator.model.english import counted, plural
from generator.model.figures import two_decimals
from generator.model.period import Period
from generator.report.page.over_time.axis import under_axis
from generator.report.page.over_time.drawing_views import DotView, GroupLines, GroupsCompared, LineAmongOthers, MarkView
from generator.report.page.over_time.line_drawing import dot, placed, points
from generator.report.report import Group, Report

_WIDTH, _HEIGHT = 240, 116
_LEFT, _RIGHT, _TOP, _BOTTOM, _UNDER = 44, 228, 8, 92, 110
_FEWEST = 2
"""How many results make a line."""

_SCALES = (5, 10, 20, 50, 100)
"""Per cent above and below target that a picture may have; what is beyond the last is drawn at its edge."""


class _Course(NamedTuple):
    """A measure's results as per cent better or worse than their targets, oldest first."""

    judged: Judged
    deviations: tuple[tuple[Period, Fraction], ...]


class _Scale(NamedTuple):
    """What every picture has: the first and the last day, and how many per cent it goes up and down."""

    first: date
    last: date
    most: int

    def at(self, period: Period, deviation: Fraction) -> tuple[Decimal, Decimal]:
        """The place of a result."""
        whole = (self.last - self.first).days
        gone = Decimal((period.last_day - self.first).days) / whole
        most = Decimal(self.most)
        held = max(-most, min(most, Decimal(deviation.numerator) / deviation.denominator))
        middle = Decimal(_TOP + _BOTTOM) / 2
        return _LEFT + (_RIGHT - _LEFT) * gone, middle - (_BOTTOM - _TOP) * held / (2 * most)


def groups_compared(report: Report, places: Mapping[str, str]) -> GroupsCompared | None:
    """The groups' pictures, by results whose targets are known; None where no measure has two of them.

    ``places`` are the addresses of the measures that the page lists, by label.
    """
    courses = {group.name: tuple(_courses(group, report)) for group in report.groups}
    every = [each for several in courses.values() for each in several]
    periods = {period.last_day: period for each in every for period, _ in each.deviations}
    if len(periods) < _FEWEST or not any(len(each.deviations) >= _FEWEST for each in every):
        return None
    first, last = min(periods), max(periods)
    furthest = max(abs(deviation) for each in every for _, deviation in each.deviations)
    scale = _Scale(first, last, next((each for each in _SCALES if each >= furthest), _SCALES[-1]))
    beyond = " What is further away is drawn at the edge." if furthest > scale.most else ""
    return GroupsCompared(
        heading="Results against targets",
        told="Each line is a measure: how far its results were from target, in per cent of it, from "
        f"{periods[first].short_to(periods[last])}. Above the line in the middle is better than target, below "
        f"it worse, whichever way the measure is to go. All pictures have the same scale.{beyond}",
        width=f"{_WIDTH}",
        height=f"{_HEIGHT}",
        left=f"{_LEFT}",
        right=f"{_RIGHT}",
        up=tuple(_numbers(scale)),
        across=(
            MarkView(x=f"{_LEFT}", y=f"{_UNDER}", text=under_axis(periods[first])),
            MarkView(x=f"{_RIGHT}", y=f"{_UNDER}", text=under_axis(periods[last])),
        ),
        groups=tuple(_group(name, several, scale, places) for name, several in courses.items() if several),
    )


def _courses(group: Group, report: Report) -> Iterator[_Course]:
    for judged in (entry.judged for entry in group.entries):
        results = report.results_over_time[judged.measure.code]
        numbers = (each for each in results if isinstance(each.actual, Decimal))
        gaps = ((each.period, gap_between(each.actual, each.target, judged.measure)) for each in numbers)
        found = [(period, gap.percent) for period, gap in gaps if isinstance(gap, Gap)]
        if deviations := tuple((period, percent) for period, percent in found if percent is not None):
            yield _Course(judged, deviations)


def _numbers(scale: _Scale) -> Iterator[MarkView]:
    for share, text in ((1, f"+{scale.most}%"), (0, "Target"), (-1, f"−{scale.most}%")):
        y = Decimal(_TOP + _BOTTOM) / 2 - Decimal(_BOTTOM - _TOP) * share / 2
        yield MarkView(x=f"{_LEFT - 4}", y=placed(y), text=text)


def _group(name: str, courses: Sequence[_Course], scale: _Scale, places: Mapping[str, str]) -> GroupLines:
    return GroupLines(name=name, told=_summed_up(courses), lines=tuple(_lines(courses, scale, places)))


def _lines(courses: Iterable[_Course], scale: _Scale, places: Mapping[str, str]) -> Iterator[LineAmongOthers]:
    for course in courses:
        measure, line = course.judged.measure, [scale.at(*each) for each in course.deviations]
        end: DotView = dot(*line[-1])
        yield LineAmongOthers(
            label=measure.label,
            title=measure.title,
            place=places.get(measure.label, ""),
            points=points(line) if len(line) > 1 else "",
            end=end,
            off=course.deviations[-1][1] < 0,
            told="; ".join(f"{period.short}: {_in_words(deviation)}" for period, deviation in course.deviations),
        )


def _summed_up(courses: Sequence[_Course]) -> str:
    """How many there are, how many of them miss, and which misses by most."""
    last = [(course.deviations[-1][1], course.judged.measure.label) for course in courses]
    off = [each for each in last if each[0] < 0]
    many = f"{len(off) or 'none'} {plural(len(off), 'is', 'are')} worse than target"
    told = f"{counted(len(last), 'measure')}, of which {many}"
    if not off:
        return f"{told}."
    furthest, label = min(off)
    return f"{told}; the furthest is {label}, {_in_words(furthest)}."


def _in_words(deviation: Fraction) -> str:
    if not deviation:
        return "on target"
    return f"{two_decimals(abs(deviation))}% {'better' if deviation > 0 else 'worse'}"
