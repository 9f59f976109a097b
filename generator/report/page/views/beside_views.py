"""What the page says beside its measures: its look, what is missing, terms, and data to be had."""

from dataclasses import dataclass
from typing import Any

from generator.model.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingView:
    """A measure of the register that is not in the report, and why."""

    label: str
    title: str
    group: str
    why: str

    @property
    def directorate(self) -> str:
        """Its group, where that is a directorate and where it is not."""
        return self.group


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemView:
    """Something that is still to be put right, for a draft's readers."""

    where: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """An acronym and what it stands for."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LookView:
    """The council's logo (a data address, or empty), and its colour on white and on dark paper, as ``RRGGBB``."""

    logo: str
    accent: str
    accent_on_dark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadView:
    """A data file that lies beside the page, by its address from there, and what it ``holds``."""

    address: str
    holds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """A line of the title block, such as "Date of meeting"; what the register says of a measure; or a note on some."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question that officers were asked; ``heading`` is what its column is headed.

    ``is_short`` is whether a day or a choice is the answer: it needs no column of its own.
    """

    key: str
    label: str
    heading: str
    is_short: bool = False

    @property
    def run_in(self) -> str:
        """What stands before an answer on its first line."""
        return self.heading if self.heading.endswith(("?", ":")) else f"{self.heading}:"


def of_question(question: Question) -> dict[str, Any]:
    """What a view of a question has, and one of its answer too."""
    return {
        "key": question.key,
        "label": question.label,
        "heading": question.column_heading,
        "is_short": question.is_short,
    }
