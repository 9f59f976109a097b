"""The Report: every measure judged, exceptions chosen, grouped and counted; what is missing is listed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from generator.commentary.placeholders import figures_of, filled, type_of_figures
from generator.judging.direction import Direction, direction_of, type_of_history
from generator.judging.scheme import Scheme
from generator.judging.status import Circumstances, Verdict, judge
from generator.model.colours import Brand
from generator.model.measure import Measure, Return, code_key
from generator.model.period import Period
from generator.model.problem import Problem
from generator.project.report_options import Covering, Part

NARRATIVES = ("context", "actions", "intervention")
"""The three narratives, by their names in the form, in the order of the report."""


NO_COVERING = Covering()
"""A report of which nothing is said but its measures."""


NO_BRAND = Brand()
"""The look of a page where a council sets none."""


class ExceptionRule(StrEnum):
    """Which status makes a measure an exception (the shared rule 4 is EITHER)."""

    EITHER = "either"
    QUARTER = "quarter"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A return with its measure, its scheme and the verdicts on it."""

    measure: Measure
    returned: Return
    scheme: Scheme
    quarter: Verdict
    forecast: Verdict
    direction: Direction
    exception: bool
    history: type_of_history = ()

    @property
    def figures(self) -> type_of_figures:
        """What the officer's placeholders stand for."""
        return figures_of(self.measure, self.returned, self.quarter, self.forecast, self.direction)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A judged measure with its narratives as lines, those it shares with another measure included."""

    judged: Judged
    context: tuple[str, ...]
    actions: tuple[str, ...]
    intervention: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A directorate's measures, in the register's order."""

    directorate: str
    entries: tuple[Entry, ...]

    @property
    def exceptions(self) -> tuple[Entry, ...]:
        """The measures that are exceptions."""
        return tuple(entry for entry in self.entries if entry.judged.exception)


class Why(StrEnum):
    """Why a measure of the register is not in the report."""

    NOT_RECEIVED = "not received"
    REFUSED = "refused"
    NOT_DUE = "not due"

    @property
    def words(self) -> str:
        """What a report says."""
        return _WHY[self]


_WHY = {
    Why.NOT_RECEIVED: "Return not received",
    Why.REFUSED: "Return received, but it could not be used",
    Why.NOT_DUE: "Not due this quarter",
}


@dataclass(frozen=True, slots=True)
class Missing:
    """A measure that is not in the report, and why; ``file`` is the return that was refused."""

    measure: Measure
    why: Why
    file: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is reported for one quarter, before it is put into words.

    ``scope`` is the directorate that it is of, or empty if it is of all. ``before`` has the quarterly statuses of
    last quarter's report by code, if there is one.
    """

    council: str
    title: str
    period: Period
    draft: bool
    data_source: str
    scheme: Scheme
    groups: tuple[Group, ...]
    missing: tuple[Missing, ...]
    problems: tuple[Problem, ...]
    covering: Covering = NO_COVERING
    parts: frozenset[Part] = frozenset(Part)
    before: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    scope: str = ""
    brand: Brand = NO_BRAND
    internal: bool = False
    """Whether it is for readers inside the council alone, with what a public report withholds."""

    @property
    def not_for_publication(self) -> str:
        """Why it is not for publication; empty where it is."""
        inside = "it has figures and words that the public report withholds." if self.internal else ""
        return self.covering.not_for_publication or inside

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every measure that was judged, in order."""
        return tuple(entry for group in self.groups for entry in group.entries)

    def of(self, directorate: str) -> "Report":
        """Give the report of one directorate: its measures, what is missing of it, and the problems of its files."""
        groups = tuple(group for group in self.groups if group.directorate == directorate)
        missing = tuple(each for each in self.missing if each.measure.directorate == directorate)
        files = {entry.judged.returned.source.file for group in groups for entry in group.entries}
        files.update(each.file for each in missing if each.file)
        problems = tuple(each for each in self.problems if each.place.file in files)
        return replace(self, scope=directorate, groups=groups, missing=missing, problems=problems)

    def without(self, *parts: Part) -> "Report":
        """Give the report without some of its parts."""
        return replace(self, parts=self.parts - frozenset(parts))


def judge_return(
    measure: Measure, returned: Return, *, scheme: Scheme, rule: ExceptionRule, history: type_of_history = ()
) -> Judged:
    """Work out the direction, both statuses (each against its own target), and whether it is an exception.

    The forecast comes first: in some schemes the quarter's status depends on it.
    """
    direction = direction_of(measure, returned, scheme.direction, history)
    year_end = Circumstances(
        quarter=None,
        direction=direction.travel,
        earlier=direction.before,
        missing_reason=returned.missing_reason,
    )
    forecast = judge(returned.forecast, measure.year_end_target, measure=measure, scheme=scheme, given=year_end)
    now = replace(year_end, quarter=returned.period.quarter, forecast=forecast.status.name)
    target = measure.quarter_target(returned.period)
    quarter = judge(returned.quarter, target, measure=measure, scheme=scheme, given=now)
    return Judged(
        measure=measure,
        returned=returned,
        scheme=scheme,
        quarter=quarter,
        forecast=forecast,
        direction=direction,
        history=history,
        exception=_is_exception(quarter, forecast, rule),
    )


def _is_exception(quarter: Verdict, forecast: Verdict, rule: ExceptionRule) -> bool:
    return (rule is not ExceptionRule.FORECAST and quarter.status.exception) or (
        rule is not ExceptionRule.QUARTER and forecast.status.exception
    )


def group_by_directorate(judged: Iterable[Judged], directorates: Sequence[str]) -> tuple[Group, ...]:
    """Group measures in the settings' order of directorates, keeping their own order; empty groups are left out."""
    everything = tuple(judged)
    by_code = by_code_and_alias(everything)
    groups = (
        Group(name, tuple(_entry(each, by_code) for each in everything if each.measure.directorate == name))
        for name in directorates
    )
    return tuple(group for group in groups if group.entries)


def by_code_and_alias(judged: Iterable[Judged]) -> dict[str, Judged]:
    """Index judged returns by the keys of their codes and aliases; a code wins over another measure's alias."""
    everything = tuple(judged)
    aliases = {code_key(alias): each for each in everything for alias in each.measure.aliases}
    return {**aliases, **{code_key(each.measure.code): each for each in everything}}


def _entry(judged: Judged, by_code: Mapping[str, Judged]) -> Entry:
    return Entry(judged=judged, **{name: commentary(judged, name, by_code) for name in NARRATIVES})


def commentary(judged: Judged, name: str, by_code: Mapping[str, Judged]) -> tuple[str, ...]:
    """Give a narrative's lines: the measure's own, else those of the first that wrote it along ``same_as``."""
    for each in (judged, *shared_with(judged, by_code)):
        written: tuple[str, ...] = getattr(each.returned.narrative, name)
        if any(line.strip() for line in written):
            told = tuple(filled(line, each.figures) if "{{" in line else line for line in written)
            return told if each is judged else (f"As for {each.measure.label}:", *told)
    return ()


def shared_with(judged: Judged, by_code: Mapping[str, Judged]) -> Iterator[Judged]:
    """Follow ``same_as`` from measure to measure; a circle ends where it closes."""
    seen = {judged.measure.code}
    while judged.returned.same_as:
        other = by_code.get(code_key(judged.returned.same_as))
        if other is None or other.measure.code in seen:
            return
        seen.add(other.measure.code)
        yield other
        judged = other


def runs_in_a_circle(judged: Judged, by_code: Mapping[str, Judged]) -> bool:
    """Whether ``same_as`` leads back to the measure itself, by any number of steps."""
    *_, last = (judged, *shared_with(judged, by_code))
    closing = by_code.get(code_key(last.returned.same_as or ""))
    return closing is not None and closing.measure.code == judged.measure.code


def count(verdicts: Iterable[Verdict], scheme: Scheme) -> dict[str, int]:
    """Count verdicts by status, every status of the scheme named, best first; others that occur follow."""
    counted = Counter(verdict.status.name for verdict in verdicts)
    return {**{status.name: 0 for status in scheme.all_statuses}, **counted}
