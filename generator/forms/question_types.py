"""What a question of the form is: the types that the table in form.py is written in."""

from dataclasses import dataclass
from enum import Enum

from generator.model.measure import Kind

NARRATIVE_ROWS = 12
"""Rows for each narrative; the longest of the reference report has ten paragraphs and list items."""


class Answer(Enum):
    """What sort of answer a field takes."""

    TEXT = "text"
    FIGURE = "figure"
    CHOICE = "choice"
    DATE = "date"
    LINES = "lines"


class Choices(Enum):
    """The lists that drop-downs offer; the words of ``STATUS`` and ``MILESTONE`` come from the measure's scheme."""

    YES_NO = "list_yes_no"
    STATUS = "list_status"
    DIRECTION = "list_direction"
    COMMENTARY = "list_commentary"
    MISSING = "list_missing"
    MILESTONE = "list_milestone"


class Needed(Enum):
    """When a question must be answered, in the guide's words."""

    OPTIONAL = "If you wish."
    ALWAYS = "Always."
    FIGURE = "Unless a reason is given at B5, or the status is stated."
    REASON = "If you answered the question before it."
    EXCEPTION = "If either status is an exception, unless D1 names another measure."


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question of the form.

    ``prefilled`` cells are locked; ``open_list`` takes words that are not in its list; where an ``estimate`` will do, a
    date may be the end of a month. ``to_do`` says what the form
    asks for while the answer is needed and empty, ``prompt`` what it says when the cell is chosen, and ``alert`` what
    it says to an answer that cannot be right.
    """

    ref: str
    name: str
    label: str
    answer: Answer = Answer.TEXT
    hint: str = ""
    choices: Choices | None = None
    prefilled: bool = False
    open_list: bool = False
    estimate: bool = False
    only_for: Kind | None = None
    needed: Needed = Needed.OPTIONAL
    to_do: str = ""
    prompt: str = ""
    alert: str = ""

    def asked_of(self, kind: Kind) -> bool:
        """Whether forms for this kind of measure have the field."""
        return self.only_for is None or self.only_for is kind

    @property
    def row_refs(self) -> tuple[str, ...]:
        """The references of its rows: its own, or one a line."""
        if self.answer is not Answer.LINES:
            return (self.ref,)
        return tuple(f"{self.ref}.{line}" for line in range(1, NARRATIVE_ROWS + 1))


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form, under a heading."""

    heading: str
    fields: tuple[Field, ...]
