"""The shape of a report, as a council declares it: what it groups by, asks, lists, forecasts and prints.

Nothing but the defaults here knows that Derby groups by directorate and asks three questions.
"""

from dataclasses import dataclass
from enum import StrEnum

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

    def asked_about(self, about: About) -> tuple[Question, ...]:
        """The questions about a measure, a group or the report, in their order."""
        return tuple(each for each in self.questions if each.about is about)

    def printed_about(self, about: About, *, internal: bool) -> tuple[Question, ...]:
        """Those of them whose answers a report prints: an ``internal`` one, what is for the team alone too."""
        return tuple(each for each in self.asked_about(about) if each.published or internal)

    def has_forecast(self, *, said: bool | None, has_target: bool) -> bool:
        """Whether a measure has a forecast, by what its row of the register says and whether its year has a target."""
        if said is not None:
            return said
        return self.forecasts is Forecasts.ALL or (self.forecasts is Forecasts.WITH_TARGET and has_target)


DEFAULT_SHAPE = Shape()
"""Derby's report of 2018."""
