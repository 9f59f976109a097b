"""What officers are asked to write: the table of questions that the form, the checks and the report all go by."""

from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """What an answer is about."""

    MEASURE = "measure"
    GROUP = "group"
    REPORT = "report"


class When(StrEnum):
    """When an answer is needed."""

    EXCEPTION = "exception"
    ALWAYS = "always"
    IF_WISHED = "if wished"


class Takes(StrEnum):
    """What an answer is: paragraphs and list items, a short text, a day, or one of a list."""

    LINES = "lines"
    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, as a council's settings declare it.

    ``key`` (3 to 40 letters a to z and ``_``) names its cells in the form and its answer everywhere else; ``label`` is
    printed, and ``heading`` in its place where a column is headed. ``hint`` and ``to_do`` are the form's: what to
    write, and what is said while the answer is needed and not there, as a clause without a full stop. ``needed`` may
    also be the names of the statuses that call for an answer; ``choices`` are the words of a list; what is not
    ``published`` is for the performance team alone. One about a group is asked of those of its ``level``, the first or
    second.
    """

    key: str
    label: str
    heading: str = ""
    hint: str = ""
    to_do: str = ""
    about: About = About.MEASURE
    needed: When | tuple[str, ...] = When.EXCEPTION
    takes: Takes = Takes.LINES
    choices: tuple[str, ...] = ()
    published: bool = True
    level: int = 1

    @property
    def column_heading(self) -> str:
        """What its column in a table is headed."""
        return self.heading or self.label

    @property
    def is_short(self) -> bool:
        """Whether its answer is a day or a choice."""
        return self.takes in {Takes.DATE, Takes.CHOICE}

    @property
    def is_read(self) -> bool:
        """Whether its answers are published and are an officer's own words: no day, and no choice of a list's."""
        return self.published and self.takes in {Takes.LINES, Takes.TEXT}


DEFAULT_QUESTIONS = (
    Question(
        key="context",
        label="Context for current performance",
        heading="Context for Current Performance",
        hint="What is happening, and why.",
        to_do="say what is happening and why",
    ),
    Question(
        key="actions",
        label="Improvement actions taken",
        heading="Improvement Actions Taken",
        hint="What has been done, and what happens next, by whom and when.",
        to_do="say what is being done",
    ),
    Question(
        key="intervention",
        label="Intervention or review",
        heading="Intervention / Review",
        hint="Which board or manager is looking at this, and when.",
        to_do="say who is looking at this",
    ),
)
"""What is asked unless a council declares something else: the three columns of Derby's report, in their order."""
