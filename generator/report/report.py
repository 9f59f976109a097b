"""The report of one quarter: every measure judged, exceptions chosen, grouped and counted; what is missing, listed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from types import MappingProxyType
from typing import NamedTuple

from generator.commentary.printed_lines import printed_lines
from generator.history.follow_up.progress import NO_FOLLOW_UP, FollowUp
from generator.history.forecasts import PastForecast, made_in_part, past_forecasts
from generator.history.revised import PublishedBefore, Revised
from generator.history.rows import HistoryRow
from generator.history.running import Running, exceptions_running
from generator.judging.outcome import ExceptionRule, Judged, Missing, by_code_and_alias
from generator.judging.scheme import Scheme
from generator.judging.status import Verdict
from generator.model.action import Subject
from generator.model.colours import NO_BRAND, Brand
from generator.model.measure import Measure
from generator.model.period import Period
from generator.model.problem import Problem
from generator.model.question import About, Question
from generator.model.shape import DEFAULT_SHAPE, Listing, Shape, Topic
from generator.project.declared_reports import DeclaredReport
from generator.project.report_options import NO_COVERING, Covering, Part
from generator.report.earlier.said_before import type_of_said
from generator.report.results_over_time import Result, results_of

type_of_answers = Mapping[tuple[str, ...], Mapping[str, tuple[str, ...]]]
"""What was written about groups as printed lines by question, by the group of each level; ``()`` is the report."""

NO_ANSWERS: type_of_answers = MappingProxyType({})
NO_ANSWERS_ABOUT_ONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


type_of_path = tuple[str, ...]
"""The names of a group's levels, the widest first; empty for the whole report."""

type_of_has_group = Callable[[type_of_path], bool]
"""Whether a group is one of those that are meant."""


class Entry(NamedTuple):
    """A judged measure, and its commentary as printed lines by question, with what it shares with another measure."""

    judged: Judged
    answers: Mapping[str, tuple[str, ...]]


class Listed(NamedTuple):
    """The measures of a group as a report lists them: in ``full``, in ``brief``, and only where a reader asks."""

    full: tuple[Entry, ...]
    brief: tuple[Entry, ...] = ()
    others: tuple[Entry, ...] = ()


class Group(NamedTuple):
    """The measures of a group of the first level, such as a directorate, or of one ``below`` it; in order.

    ``word`` is what such a group is called. ``entries`` are all of its measures, those of the groups below too.
    """

    name: str
    word: str
    entries: tuple[Entry, ...]
    below: tuple["Group", ...] = ()
    answers: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """What was written about it, as printed lines by question."""

    def where(
        self, has: Callable[[Measure], bool], has_group: type_of_has_group, above: type_of_path = ()
    ) -> "Group | None":
        """The group with some of its measures; None where it has none of them.

        One that has no measures at all, and of which something was written, is kept by the names of its levels.
        """
        path = (*above, self.name)
        entries = tuple(each for each in self.entries if has(each.judged.measure))
        below = tuple(kept for group in self.below if (kept := group.where(has, has_group, path)))
        is_kept = entries or below or (self.answers and not self.entries and has_group(path))
        return self._replace(entries=entries, below=below) if is_kept else None

    def listed(self, shape: Shape) -> Listed:
        """Its measures as a report of this shape lists them."""
        if shape.listing is Listing.ALL:
            return Listed(self.entries)
        exceptions = tuple(each for each in self.entries if each.judged.exception)
        rest = tuple(each for each in self.entries if not each.judged.exception)
        if shape.listing is Listing.THEN_BRIEF:
            return Listed(exceptions, brief=rest)
        return Listed(exceptions, others=rest if shape.page_lists_all else ())


class SinceLast(NamedTuple):
    """What is known of the report of the period before besides the rows of this report's own measures.

    ``is_known`` says whether that period was ever closed. ``gone`` are its rows of measures that the register no longer
    has; ``revised``, what was published of earlier periods and is another since that report came out, by code.
    """

    is_known: bool = False
    gone: tuple[HistoryRow, ...] = ()
    revised: Mapping[str, tuple[Revised, ...]] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class Report:
    """All that is reported for one quarter, before it is put into words.

    ``scope`` is the group that it is of, or empty if it is of all; ``name``, that of a further report. ``before`` has
    the quarterly statuses of last quarter's report by code, if there is one.
    """

    council: str
    title: str
    period: Period
    data_source: str
    scheme: Scheme
    groups: tuple[Group, ...]
    missing: tuple[Missing, ...]
    problems: tuple[Problem, ...] = ()
    draft: bool = False
    covering: Covering = NO_COVERING
    parts: frozenset[Part] = frozenset(Part)
    before: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    published: Mapping[str, PublishedBefore] = field(default_factory=lambda: MappingProxyType({}))
    """What was published of this very period, by code, where it was closed before and opened again."""
    earlier: Mapping[str, tuple[HistoryRow, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """What was published of the periods before, by code."""
    unrecorded: Mapping[str, tuple[HistoryRow, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """What the returns of earlier periods say that the history has nothing of, as rows of it, by code."""
    said: type_of_said = field(default_factory=lambda: MappingProxyType({}))
    """What was written of measures in earlier periods; known to a report for readers inside alone."""
    since: SinceLast = field(default_factory=SinceLast)
    """What else is known of the report of the period before."""
    rule: ExceptionRule = ExceptionRule.EITHER
    """Which of its two statuses makes a measure an exception."""
    forecast_record: bool = False
    """Whether it says how far past forecasts were from what came."""
    results: int = 8
    """How many results of a measure stand side by side, this period's included."""
    scope: str = ""
    name: str = ""
    brand: Brand = NO_BRAND
    shape: Shape = DEFAULT_SHAPE
    """What it groups by, asks, lists and prints."""
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """What was written about the whole report, as printed lines by question."""
    unwritten: tuple[Topic, ...] = ()
    """The groups, and the report, about which something was to be written, and no return was received."""
    written_in: Mapping[type_of_path, str] = field(default_factory=lambda: MappingProxyType({}))
    """The files of the forms about groups and the report, as messages call them."""
    internal: bool = False
    """Whether it is for readers inside the council alone, with what a public report withholds."""
    follow_up: FollowUp = NO_FOLLOW_UP
    """The actions that are followed up."""

    def results_before(self, measure: Measure) -> tuple[HistoryRow, ...]:
        """What is known of a measure's results of earlier periods, closed or not."""
        return (*self.unrecorded.get(measure.code, ()), *self.earlier.get(measure.code, ()))

    @cached_property
    def results_over_time(self) -> Mapping[str, tuple[Result, ...]]:
        """The last results of each measure that is reported, oldest first, by code; as many as are to be shown."""
        judged = [entry.judged for entry in self.entries]
        return {each.measure.code: results_of(each, self.results_before(each.measure), self.results) for each in judged}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The label of each measure that is reported or missing, by code."""
        measures = [*(entry.judged.measure for entry in self.entries), *(each.measure for each in self.missing)]
        return {each.code: each.label for each in measures}

    @cached_property
    def running(self) -> Mapping[str, Running]:
        """How long each exception has been one, by code; of those of which any report before is known."""
        exceptions = [entry.judged for entry in self.entries if entry.judged.exception]
        found = {
            each.measure.code: exceptions_running(
                each.measure, each.returned.period, self.earlier.get(each.measure.code, ())
            )
            for each in exceptions
        }
        called = {
            each.measure.code: " or ".join(status.name for status in each.scheme.statuses if status.exception)
            for each in exceptions
            if self.shape.listing is Listing.ALL
        }
        return {
            code: replace(running, called=called.get(code) or running.called)
            for code, running in found.items()
            if running.known > 1
        }

    @cached_property
    def forecasts_like_these(self) -> Mapping[str, tuple[PastForecast, ...]]:
        """Forecasts that were made in this part of earlier years, and what came of them, by code."""
        every = (entry.judged.measure for entry in self.entries if entry.judged.forecast)
        return {
            each.code: made_in_part(past_forecasts(each, self.earlier.get(each.code, ())), self.period)
            for each in every
        }

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions about a measure whose answers are printed, in their order."""
        return self.shape.printed_about(About.MEASURE, internal=self.internal)

    @property
    def not_for_publication(self) -> str:
        """Why it is not for publication; empty where it is."""
        inside = "it has figures and words that the public report withholds." if self.internal else ""
        return self.covering.not_for_publication or inside

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every measure that was judged, in order."""
        return tuple(entry for group in self.groups for entry in group.entries)

    @property
    def has_forecast(self) -> bool:
        """Whether any measure reported has a forecast for the year end; where none is reported, any that is missing."""
        reported = [entry.judged.measure for entry in self.entries]
        return any(each.has_forecast for each in reported or [each.measure for each in self.missing])

    def of(self, *path: str) -> "Report":
        """The report of one group, by its name, or those of its levels: what is missing and wrong of it, too."""
        only = self.where(lambda measure: measure.groups[: len(path)] == path, lambda group: group[: len(path)] == path)
        gone = tuple(row for row in self.since.gone if (row.group,) == path)
        return replace(only, scope=path[-1], answers=MappingProxyType({}), since=self.since._replace(gone=gone))

    def declared(self, as_declared: DeclaredReport) -> "Report":
        """A further report of the same returns, as the settings declare it."""
        shape, parts = self.shape, self.parts
        if as_declared.listing:
            shape = replace(shape, listing=as_declared.listing)
        if as_declared.leave_out is not None:
            parts = frozenset(Part) - frozenset(as_declared.leave_out)
        levels = tuple(level.column for level in shape.levels)
        selected = self.where(as_declared.has, partial(as_declared.has_group, levels))
        there = {each.now.promise.subject for each in selected.follow_up.every}

        def is_followed_up(subject: Subject) -> bool:
            is_of_none = not subject.code and not subject.group
            return subject in there or (is_of_none and as_declared.has_recommended(subject.about))

        selected = replace(selected, follow_up=self.follow_up.where(is_followed_up))
        return replace(selected, name=as_declared.name, covering=as_declared.covering, shape=shape, parts=parts)

    def where(self, has: Callable[[Measure], bool], has_group: type_of_has_group) -> "Report":
        """The report of some measures and groups, with what is missing of them, and the problems of their files."""
        groups = tuple(kept for group in self.groups if (kept := group.where(has, has_group)))
        missing = tuple(each for each in self.missing if has(each.measure))
        files = {entry.judged.returned.source.file for group in groups for entry in group.entries}
        files.update(each.file for each in missing if each.file)
        paths = {path for path, _ in every_group(groups)}
        files.update(file for path, file in self.written_in.items() if path and (path in paths or has_group(path)))
        problems = tuple(each for each in self.problems if each.place.file in files)
        names = {group.name for group in groups}
        unwritten = tuple(each for each in self.unwritten if each.group in names)
        since = self.since._replace(gone=())
        codes = {entry.judged.measure.code for group in groups for entry in group.entries}
        codes.update(each.measure.code for each in missing)

        def is_of_it(subject: Subject) -> bool:
            return subject.code in codes if subject.code else bool(subject.group) and has_group(subject.group)

        selected = replace(self, groups=groups, missing=missing, problems=problems, unwritten=unwritten, since=since)
        return replace(selected, follow_up=self.follow_up.where(is_of_it))

    def without(self, *parts: Part) -> "Report":
        """The report without some of its parts."""
        return replace(self, parts=self.parts - frozenset(parts))


def grouped(
    judged: Iterable[Judged], shape: Shape, *, internal: bool = False, answers: type_of_answers = NO_ANSWERS
) -> tuple[Group, ...]:
    """Measures by group, level by level; none for a group that has none and that nothing was written about.

    Groups are in the order that the shape gives them, else in that of their first measures; measures, as given. Their
    answers are as printed for whoever may read the judged returns as they are given, ``internal`` readers or all; and
    so are the ``answers`` about groups.
    """
    everything = tuple(judged)
    by_code = by_code_and_alias(everything)
    asked = shape.printed_about(About.MEASURE, internal=internal)
    return tuple(_groups(tuple(_entry(each, by_code, asked) for each in everything), shape, answers))


def every_group(groups: Iterable[Group], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Group]]:
    """Groups and those below them, each with the group of each level."""
    for group in groups:
        path = (*above, group.name)
        yield path, group
        yield from every_group(group.below, path)


def _groups(
    entries: Iterable[Entry], shape: Shape, answers: type_of_answers, above: tuple[str, ...] = ()
) -> Iterator[Group]:
    """The groups within those ``above``, one of each level."""
    depth = len(above)
    if depth == len(shape.levels):
        return
    written = (each[depth] for each in answers if each[:depth] == above and each[depth:])
    found: dict[str, list[Entry]] = {name: [] for name in (() if above else shape.groups)}
    for each in entries:
        found.setdefault(each.judged.measure.groups[depth], []).append(each)
    for name in dict.fromkeys((*found, *written)):
        members, group = tuple(found.get(name, ())), (*above, name)
        below = tuple(_groups(members, shape, answers, group))
        about = answers.get(group, NO_ANSWERS_ABOUT_ONE)
        if members or below or about:
            yield Group(name, shape.levels[depth].word, members, below, about)


def _entry(judged: Judged, by_code: Mapping[str, Judged], questions: Iterable[Question]) -> Entry:
    answers = {each.key: printed_lines(judged, each.key, by_code) for each in questions}
    return Entry(judged=judged, answers=MappingProxyType(answers))


def count(verdicts: Iterable[Verdict], scheme: Scheme) -> dict[str, int]:
    """The number of verdicts by status: every status of the scheme, best first, then others that occur."""
    counted = Counter(verdict.status.name for verdict in verdicts)
    return {**{status.name: 0 for status in scheme.all_statuses}, **counted}
