"""The Report: every measure judged, exceptions chosen, grouped and counted; what is missing is listed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.direction import Direction, direction_of
from generator.measure import Measure, Return, code_key
from generator.narrative import Block, Form, blocks
from generator.period import Period
from generator.problem import Problem
from generator.scheme import Scheme
from generator.status import Verdict, judge

NARRATIVES = ("context", "actions", "intervention")
"""The three narratives, by their names in the form, in the order of the report."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A judged measure with its narratives as blocks; one with nothing written has none."""

    judged: Judged
    context: tuple[Block, ...]
    actions: tuple[Block, ...]
    intervention: tuple[Block, ...]


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


@dataclass(frozen=True, slots=True)
class Missing:
    """A measure that is not in the report, and why; ``file`` is the return that was refused."""

    measure: Measure
    why: Why
    file: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is reported for one quarter, before it is put into words."""

    council: str
    title: str
    period: Period
    draft: bool
    data_source: str
    scheme: Scheme
    groups: tuple[Group, ...]
    missing: tuple[Missing, ...]
    problems: tuple[Problem, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every measure that was judged, in order."""
        return tuple(entry for group in self.groups for entry in group.entries)


def judge_return(measure: Measure, returned: Return, *, scheme: Scheme, rule: ExceptionRule) -> Judged:
    """Work out both statuses (each against its own target), the direction, and whether it is an exception."""
    quarter, forecast = (
        judge(half, target, measure=measure, scheme=scheme, missing_reason=returned.missing_reason)
        for half, target in (
            (returned.quarter, measure.quarter_target(returned.period)),
            (returned.forecast, measure.year_end_target),
        )
    )
    return Judged(
        measure=measure,
        returned=returned,
        scheme=scheme,
        quarter=quarter,
        forecast=forecast,
        direction=direction_of(measure, returned),
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
    context, actions, intervention = (commentary(judged, name, by_code) for name in NARRATIVES)
    return Entry(judged=judged, context=context, actions=actions, intervention=intervention)


def commentary(judged: Judged, name: str, by_code: Mapping[str, Judged]) -> tuple[Block, ...]:
    """Give a narrative's blocks: the measure's own, else those of the measure whose commentary it shares."""
    written: tuple[str, ...] = getattr(judged.returned.narrative, name)
    other = shared_with(judged, by_code)
    if any(line.strip() for line in written) or other is None:
        return blocks(written)
    borrowed: tuple[str, ...] = getattr(other.returned.narrative, name)
    return (Block(Form.PARAGRAPH, (f"As for {other.measure.label}:",)), *blocks(borrowed)) if borrowed else ()


def shared_with(judged: Judged, by_code: Mapping[str, Judged]) -> Judged | None:
    """Follow ``same_as`` to the measure that wrote the commentary; None where there is none, or only a circle."""
    seen = {judged.measure.code}
    while judged.returned.same_as:
        other = by_code.get(code_key(judged.returned.same_as))
        if other is None or other.measure.code in seen:
            return None
        seen.add(other.measure.code)
        judged = other
    return judged if len(seen) > 1 else None


def count(verdicts: Iterable[Verdict], scheme: Scheme) -> dict[str, int]:
    """Count verdicts by status, every status of the scheme named, best first; others that occur follow."""
    counted = Counter(verdict.status.name for verdict in verdicts)
    return {**{status.name: 0 for status in scheme.all_statuses}, **counted}
