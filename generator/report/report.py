"""The report of one quarter: every measure judged, exceptions chosen, grouped and counted; what is missing, listed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from generator.commentary.printed_lines import printed_lines
from generator.judging.outcome import Judged, Missing, by_code_and_alias
from generator.judging.scheme import Scheme
from generator.judging.status import Verdict
from generator.model.colours import NO_BRAND, Brand
from generator.model.period import Period
from generator.model.problem import Problem
from generator.model.question import DEFAULT_QUESTIONS, Question
from generator.project.report_options import NO_COVERING, Covering, Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A judged measure, and its commentary as printed lines by question, with what it shares with another measure."""

    judged: Judged
    answers: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Group:
    """A directorate's measures, in the register's order."""

    directorate: str
    entries: tuple[Entry, ...]

    @property
    def exceptions(self) -> tuple[Entry, ...]:
        """The measures that are exceptions."""
        return tuple(entry for entry in self.entries if entry.judged.exception)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is reported for one quarter, before it is put into words.

    ``scope`` is the directorate that it is of, or empty if it is of all. ``before`` has the quarterly statuses of
    last quarter's report by code, if there is one.
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
    scope: str = ""
    brand: Brand = NO_BRAND
    questions: tuple[Question, ...] = DEFAULT_QUESTIONS
    """What officers were asked to write, in the order in which it is printed."""
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
        """The report of one directorate: its measures, what is missing of it, and the problems of its files."""
        groups = tuple(group for group in self.groups if group.directorate == directorate)
        missing = tuple(each for each in self.missing if each.measure.directorate == directorate)
        files = {entry.judged.returned.source.file for group in groups for entry in group.entries}
        files.update(each.file for each in missing if each.file)
        problems = tuple(each for each in self.problems if each.place.file in files)
        return replace(self, scope=directorate, groups=groups, missing=missing, problems=problems)

    def without(self, *parts: Part) -> "Report":
        """The report without some of its parts."""
        return replace(self, parts=self.parts - frozenset(parts))


def group_by_directorate(
    judged: Iterable[Judged], directorates: Sequence[str], questions: Sequence[Question] = DEFAULT_QUESTIONS
) -> tuple[Group, ...]:
    """Measures by directorate, in the order of ``directorates`` and then as given; none for those that have none.

    Each measure's answers to ``questions`` are as printed for whoever may read the judged returns as they are given.
    """
    everything = tuple(judged)
    by_code = by_code_and_alias(everything)
    groups = (
        Group(name, tuple(_entry(each, by_code, questions) for each in everything if each.measure.directorate == name))
        for name in directorates
    )
    return tuple(group for group in groups if group.entries)


def _entry(judged: Judged, by_code: Mapping[str, Judged], questions: Sequence[Question]) -> Entry:
    answers = {each.key: printed_lines(judged, each.key, by_code) for each in questions}
    return Entry(judged=judged, answers=MappingProxyType(answers))


def count(verdicts: Iterable[Verdict], scheme: Scheme) -> dict[str, int]:
    """The number of verdicts by status: every status of the scheme, best first, then others that occur."""
    counted = Counter(verdict.status.name for verdict in verdicts)
    return {**{status.name: 0 for status in scheme.all_statuses}, **counted}
