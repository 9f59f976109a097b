"""What is measured, as the register defines it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from generator.model.characters import as_seen
from generator.model.dated import Benchmark, Rebase, TargetChange, YearTargets, type_of_levels
from generator.model.english import day
from generator.model.figures import Amount, Level, Span, YearToDate, same_in, type_of_figure, with_unit
from generator.model.period import Frequency, Period
from generator.model.problem import Place
from generator.model.shape import Topic

_REGISTER = Place("inputs/register.xlsx")


class Polarity(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"
    NONE = "none"


class Kind(StrEnum):
    """What sort of figure a measure has."""

    NUMBER = "number"
    PERCENTAGE = "percentage"
    RATE = "rate"
    MONEY = "money"
    DAYS = "days"
    RATIO = "ratio"
    YES_NO = "yes/no"
    DATE = "date"
    MILESTONE = "milestone"
    RANGE = "range"
    DATA_ONLY = "data only"

    @property
    def usual_unit(self) -> str:
        """The unit where the register gives none."""
        return {"percentage": "%", "money": "£", "days": "days", "ratio": ":1"}.get(self.value, "")

    @property
    def is_a_number(self) -> bool:
        """Whether its figures are numbers, not dates or words."""
        return self not in {Kind.YES_NO, Kind.DATE, Kind.MILESTONE}

    @property
    def needs_polarity(self) -> bool:
        """Whether its figures can be rated only if it is known which way is better."""
        return self.is_a_number and self not in {Kind.RANGE, Kind.DATA_ONLY}


_DONE_BY_A_DAY = frozenset({Kind.DATE, Kind.MILESTONE})


class Basis(StrEnum):
    """What span of time a figure covers."""

    QUARTER = "discrete quarter"
    CUMULATIVE = "cumulative"
    SNAPSHOT = "snapshot"
    ROLLING = "rolling year"
    UNSAID = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure, as the register defines it.

    ``groups`` has its group of each level that the report is grouped by; ``attributes``, the texts of the register's
    columns that are no other field's, by their headings. ``has_forecast`` says whether it has one for the year end.
    Targets and levels are those of one year; ``years`` has what the register gives of any, by the calendar year in
    which it starts. Title and groups are those of one day; ``changes``, oldest first, lead to and from it.
    It is there from the day on which it ``began`` until it is ``retired``, but for the times that it was ``away``: each
    from its last day until it was there again.
    Its figures are of periods of its ``frequency``, each ``lag`` of them late; it is asked for when a further one has
    ended, or after as many months of a year as are ``due``. It is looked at for the report that it ``stands_in``.
    ``benchmarks`` are of any period, and judging/compared says which fit; ``target_benchmarks`` has those that are its
    targets, by the headings of these.
    """

    code: str
    title: str
    groups: tuple[str, ...]
    attributes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    has_forecast: bool = True
    aliases: tuple[str, ...] = ()
    service: str = ""
    officer: str = ""
    officer_email: str = ""
    approver: str = ""
    unit: str = ""
    decimals: int = 1
    polarity: Polarity = Polarity.HIGHER
    kind: Kind = Kind.NUMBER
    basis: Basis = Basis.UNSAID
    scheme: str = ""
    tolerance: Amount | None = None
    levels: type_of_levels = ()
    frequency: Frequency = Frequency.QUARTERLY
    lag: int = 0
    due: frozenset[int] = frozenset()
    stands_in: Period | None = None
    year_to_date: YearToDate = YearToDate.UNSAID
    began: date | None = None
    away: tuple[tuple[date, date], ...] = ()
    retired: date | None = None
    changes: tuple["MeasureChange", ...] = ()
    bundle: str = ""
    target_changes: tuple[TargetChange, ...] = ()
    quarter_targets: tuple[type_of_figure | None, ...] = (None, None, None, None)
    year_end_target: type_of_figure | None = None
    target_cells: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    benchmarks: tuple[Benchmark, ...] = ()
    target_benchmarks: Mapping[str, Benchmark] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    rebased: tuple[Rebase, ...] = ()
    years: Mapping[int, YearTargets] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    place: Place = _REGISTER

    @property
    def group(self) -> str:
        """Its group of the first level."""
        return self.groups[0]

    @property
    def label(self) -> str:
        """The code with the aliases that it does not already hold: ``SS PM07 (EIISS PM05)``."""
        parts = {code_key(part) for part in self.code.split("/")}
        others = [alias for alias in self.aliases if code_key(alias) not in parts]
        return f"{self.code} ({', '.join(others)})" if others else self.code

    @property
    def _is_due_until_done(self) -> bool:
        return self.kind is Kind.MILESTONE or (self.kind is Kind.DATE and self.polarity is not Polarity.HIGHER)

    def quarter_target(self, period: Period) -> type_of_figure | None:
        """The target for a period of its own, in the measure's unit; None if it has none, as for one of another length.

        What an earlier period of the year asked for to be done stays the target: it is due until it is done.
        """
        if period.per_year != self.frequency.per_year:
            return None
        own = self.quarter_targets[period.number - 1]
        if own is not None or not self._is_due_until_done:
            return own
        before = (each for each in reversed(self.quarter_targets[: period.number - 1]) if each is not None)
        return next(before, None)

    def levels_for(self, quarter: int | None) -> dict[Level, Decimal]:
        """The reference levels that it has for a period of a year, or for its end (None), in its unit."""
        column = -1 if quarter is None else quarter - 1
        return {level: found for level, values in self.levels if (found := values[column]) is not None}

    @property
    def has_targets(self) -> bool:
        """Whether it is held against anything in its year."""
        return bool(self.levels) or any(each is not None for each in (*self.quarter_targets, self.year_end_target))

    def in_year(self, year: int, listed: int | None) -> "Measure":
        """The measure as it is held against its targets of a year.

        A year of which the register gives nothing is held against those of the sheet of measures, which are for the
        year ``listed``.
        """
        own = self.years.get(year)
        given = year if own else listed
        changes = tuple(each for each in self.target_changes if (each.year or listed) == given)
        if own is None:
            return self if changes == self.target_changes else replace(self, target_changes=changes)
        return replace(self, target_changes=changes, **own._asdict())

    def as_called(self, period: Period) -> "Measure":
        """The measure under the title and in the groups that it had at a period's end."""
        measure = self
        for change in reversed(self.changes):
            measure = change.undone(measure) if change.on > period.last_day else measure
        return measure

    def counted_as(self, then: Period) -> "Measure":
        """The measure with the unit, the decimals and the basis that it had in an earlier report."""
        measure = self
        for change in reversed(self.changes):
            measure = change.undone(measure) if change.counted and change.on > then.last_day else measure
        return measure

    def same_as_now(self, then: Period) -> Decimal | None:
        """By how much its figures in an earlier report are multiplied to be compared with those of now.

        None where they cannot be: the unit or the basis was another.
        """
        if not self.changes:
            return Decimal(1)
        was = self.counted_as(then)
        return same_in(was.unit, self.unit) if was.basis is self.basis else None

    def as_now(self, figure: type_of_figure | None, then: Period) -> type_of_figure | None:
        """A figure of an earlier report in the unit of now, as it would be printed; None where none compares."""
        times = self.same_as_now(then)
        if times == 1 or figure is None or times is None:
            return figure if times else None
        if isinstance(figure, Span):
            return Span(self.rounded(figure.lower * times), self.rounded(figure.upper * times))
        return self.rounded(figure * times) if isinstance(figure, Decimal) else figure

    def why_not_compared(self, then: Period) -> str:
        """Why its figures in an earlier report cannot be compared with those of now; empty where they can."""
        if self.same_as_now(then) is not None:
            return ""
        was = self.counted_as(then)
        heading, before, now = ("unit", was.unit, self.unit)
        if was.basis is not self.basis:
            heading, before, now = ("basis", was.basis.value, self.basis.value)
        on = max(each.on for each in self.changes if each.on > then.last_day and heading in each.counted)
        told = f"their {heading} was “{before or 'none'}”, and is “{now or 'none'}” since"
        return f"Results before {day(on)} cannot be compared: {told}."

    def rounded_as(self, figure: Decimal, then: Period) -> Decimal:
        """A number at the coarser decimals of now and of an earlier report: no more is known of the results of that."""
        was = self.counted_as(then)
        step = Decimal(1).scaleb(-was.decimals) * (self.same_as_now(then) or 1)
        is_coarser = step > Decimal(1).scaleb(-self.decimals)
        return figure.quantize(step.normalize(), rounding=ROUND_HALF_UP) if is_coarser else self.rounded(figure)

    def ever(self, column: str) -> tuple[str, ...]:
        """What stands under the column of one of its attributes, and what stood there at other times."""
        changes = (each for each in self.changes if each.heading == column)
        return (self.attributes[column], *(text for each in changes for text in (each.before, each.after)))

    def has_begun(self, period: Period) -> bool:
        """Whether it was there by a period's end."""
        return self.began is None or self.began <= period.last_day

    def retired_by(self, period: Period) -> date | None:
        """Its last day, where it is gone at a period's end; None where it is there, or is still to begin."""
        gone = (*self.away, *(((self.retired, date.max),) if self.retired else ()))
        return next((last for last, again in gone if last < period.last_day < again), None)

    def is_retired(self, period: Period) -> bool:
        """Whether it was gone before a period's end."""
        return self.retired_by(period) is not None

    def is_there(self, period: Period) -> bool:
        """Whether it is one of the council's measures at a period's end."""
        return self.has_begun(period) and not self.is_retired(period)

    def is_due(self, period: Period) -> bool:
        """Whether it is asked for in the report of a period."""
        is_new = not self.due and self.own_period(period) != self.own_period(period.previous)
        return self.is_there(period) and (is_new or period.months_gone in self.due)

    def own_period(self, period: Period) -> Period:
        """What its figure in the report of a period is of: the last period of its own that has ended, less its lag."""
        return period.last_ended(self.frequency, self.lag)

    @property
    def is_at_year_end(self) -> bool:
        """Whether a year ends with its figure in the report that it is looked at for."""
        return self.stands_in is not None and self.own_period(self.stands_in).is_last

    @property
    def so_far(self) -> YearToDate:
        """How the figure for a year so far comes about: the last one, of what covers the year, goes on, or is done."""
        is_of_part = self.basis in {Basis.QUARTER, Basis.UNSAID} and self.kind not in _DONE_BY_A_DAY
        return self.year_to_date or (YearToDate.ASKED if is_of_part else YearToDate.LAST)

    @property
    def asks_for_year_end(self) -> bool:
        """Whether its officer is asked for a forecast, or for an outturn that does not come of the results."""
        return self.has_forecast and not (self.is_at_year_end and self.so_far is not YearToDate.ASKED)

    @property
    def reported_for(self) -> Period | None:
        """The period that its figure is of, where that is another than the report's."""
        own = self.stands_in and self.own_period(self.stands_in)
        return own if own != self.stands_in else None

    @property
    def is_profiled(self) -> bool:
        """Whether its targets differ from period to period."""
        return len({target for target in self.quarter_targets if target is not None}) > 1

    @property
    def unit_of_gap(self) -> str:
        """What it may be off its target by: so many of its unit, and days of what is to be done by a day."""
        return Kind.DAYS.usual_unit if self.kind in _DONE_BY_A_DAY else self.unit

    def rounded(self, figure: Decimal) -> Decimal:
        """A number at the measure's decimals, halves away from zero, as Excel shows them; 0 has no sign."""
        rounded = figure.quantize(Decimal(1).scaleb(-self.decimals), rounding=ROUND_HALF_UP)
        return rounded or abs(rounded)

    def show(self, figure: type_of_figure) -> str:
        """A figure as it is printed, rounded and with its unit: ``60,000.0``, ``90.0%``, ``£1,200``, ``4 May 2018``."""
        if isinstance(figure, str):
            return figure
        if isinstance(figure, date):
            return day(figure)
        if isinstance(figure, Span):
            return f"{self.show(figure.lower)} to {self.show(figure.upper)}"
        return with_unit(f"{self.rounded(figure):,f}", self.unit)


type_of_subject = Measure | Topic
"""What a form is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureChange:
    """A new title, a move to another group, or figures of another sort, from a day on.

    ``heading`` is its column in the register. ``level`` is the place of the group among those of the measure; None of
    all else. ``counted`` has the unit, the decimals or the basis before, by field; it is empty of all else.
    """

    heading: str
    level: int | None
    before: str
    after: str
    on: date
    counted: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}), hash=False)

    def undone(self, measure: Measure) -> Measure:
        """The measure as it was before the change."""
        if self.level is None:
            return replace(measure, **(self.counted or {"title": self.before}))
        groups = (self.before if level == self.level else group for level, group in enumerate(measure.groups))
        attributes = MappingProxyType({**measure.attributes, self.heading: self.before})
        return replace(measure, groups=tuple(groups), attributes=attributes)


def code_key(code: str) -> str:
    """A code without spaces, capitals and what shows nothing: what two spellings of the same code share."""
    return "".join(as_seen(code).split()).casefold()
