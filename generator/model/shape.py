"""The shape of a report, as a council declares it: what it groups by, asks, lists, forecasts and prints.

Nothing but the defaults here knows that Derby groups by directorate and asks three questions.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from generator.model.question import DEFAULT_QUESTIONS, About, Question


class Listing(StrEnum):
    """Which measures a report lists, and how fully."""

    EXCEPTIONS = "exceptions"
    ALL = "all"
    THEN_BRIEF = "exceptions, then the rest in brief"


class Forecasts(StrEnum):
    """Which measures have a year-end forecast; a measure's own word in the register wins."""

    ALL = "all"
    WITH_TARGET = "where there is a target"
    NONE = "none"


_BELOW = " > "
_PLAIN = re.compile(r"(?!“)(?:(?! >|> ).)*(?<!>)", re.DOTALL)
"""A name that can be told from others when they are put together as it is."""

_LEVEL = re.compile(r"(?:^| > )(?:“((?:[^”]|””)*)”(?= > |$)|(.*?)(?= > |$))", re.DOTALL)


def in_one_name(groups: Iterable[str]) -> str:
    """A group's name with those that it is in before it: ``Place > Housing``.

    One that has the sign itself stands in quotation marks, so that no two are called the same: ``“Aim > 1” > Housing``.
    """
    return _BELOW.join(each if _PLAIN.fullmatch(each) else f"“{each.replace('”', '””')}”" for each in groups)


def groups_in(name: str) -> tuple[str, ...]:
    """The group of each level that such a name is of."""
    found = _LEVEL.finditer(name) if name else ()
    return tuple(each[2] if each[1] is None else each[1].replace("””", "”") for each in found)


@dataclass(frozen=True, slots=True)
class GroupLevel:
    """A level of grouping: the ``column`` of the register that names a measure's group, and the ``word`` for one."""

    column: str
    word: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A column of the register that reports print under a measure's title, with its ``label``."""

    column: str
    label: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What a form is about that is about no measure: the whole report (its ``level`` is 0), or a group of a level.

    ``word`` is what such a group is called, and ``parent`` the group of the first level that one of the second is in.
    """

    level: int
    name: str = ""
    parent: str = ""
    word: str = ""

    title: ClassVar[str] = ""
    aliases: ClassVar[tuple[str, ...]] = ()
    officer: ClassVar[str] = ""
    officer_email: ClassVar[str] = ""
    approver: ClassVar[str] = ""
    bundle: ClassVar[str] = ""
    """What the register says of measures alone."""

    @property
    def label(self) -> str:
        """What it is called in a list: ``Priority: A thriving city``, ``Theme: Jobs (A thriving city)``."""
        within = f" ({self.parent})" if self.parent else ""
        return f"{self.word}: {self.name}{within}" if self.level else THE_REPORT

    @property
    def group(self) -> str:
        """The group of the first level that it is, or is in; empty for the whole report."""
        return self.parent or self.name

    @property
    def groups(self) -> tuple[str, ...]:
        """The group of each level that it is, or is in."""
        return tuple(filter(None, (self.parent, self.name)))

    @property
    def code(self) -> str:
        """What it is known by beside the codes of measures; no measure's code has its line breaks."""
        return "\n".join((str(self.level), self.parent, self.name))


THE_REPORT = "The whole report"
"""What a form about it says that it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a council declares of its report; the defaults are Derby's report.

    ``levels`` are one or two; ``groups`` are the names of the first level in their order, or empty where they come in
    the register's. ``page_lists_all`` says whether the web page can show measures that the ``listing`` leaves out.
    """

    levels: tuple[GroupLevel, ...] = (GroupLevel("Directorate", "Directorate"),)
    groups: tuple[str, ...] = ()
    questions: tuple[Question, ...] = DEFAULT_QUESTIONS
    listing: Listing = Listing.EXCEPTIONS
    page_lists_all: bool = False
    forecasts: Forecasts = Forecasts.ALL
    printed: tuple[Printed, ...] = ()
    action_owners: bool = False
    """Whether reports print who does each action that is followed up."""
    columns: tuple[str, ...] = ()
    """What stands side by side of each measure, as ``side_by_side`` has it."""
    signals: bool = False
    """Whether reports say of each result if it is a signal or noise."""
    benchmark_years: int = 2
    """How many years old a benchmark may be before it is said of it."""

    def asked_about(self, about: About) -> tuple[Question, ...]:
        """The questions about a measure, a group or the report, in their order."""
        return tuple(each for each in self.questions if each.about is about)

    def printed_about(self, about: About, *, internal: bool) -> tuple[Question, ...]:
        """Those of them whose answers a report prints: an ``internal`` one, what is for the team alone too."""
        return tuple(each for each in self.asked_about(about) if each.published or internal)

    def asked_at(self, level: int) -> tuple[Question, ...]:
        """The questions of a form about the whole report (level 0), or about a group of a level; in their order."""
        if level == 0:
            return self.asked_about(About.REPORT)
        return tuple(each for each in self.asked_about(About.GROUP) if each.level == level)

    def topics(self, groups: Iterable[tuple[str, ...]]) -> tuple[Topic, ...]:
        """What there is a form about besides measures, in the report's order; ``groups`` are those of the measures."""
        return tuple(each for each in self.every_topic(groups) if self.asked_at(each.level))

    def every_topic(self, groups: Iterable[tuple[str, ...]]) -> tuple[Topic, ...]:
        """The report and every group, asked about or not; ``groups`` are those of the measures."""
        return tuple(self._topics(tuple(groups)))

    def _topics(self, groups: Sequence[tuple[str, ...]]) -> Iterator[Topic]:
        yield Topic(0)
        there = dict.fromkeys(each[0] for each in groups)
        for name in dict.fromkeys((*(each for each in self.groups if each in there), *there)):
            yield Topic(1, name, word=self.levels[0].word)
            for below in dict.fromkeys(each[1] for each in groups if each[0] == name and each[1:]):
                yield Topic(2, below, parent=name, word=self.levels[1].word)

    def has_forecast(self, *, said: bool | None, has_target: bool) -> bool:
        """Whether a measure has a forecast, by what its row of the register says and whether its year has a target."""
        if said is not None:
            return said
        return self.forecasts is Forecasts.ALL or (self.forecasts is Forecasts.WITH_TARGET and has_target)


DEFAULT_SHAPE = Shape()
"""Derby's report of 2018."""
