"""What a question of the form is: the types that its tables are written in."""

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from generator.model.question import Question

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


IF_WISHED, ALWAYS = "If you wish.", "Always."
"""When most questions must be answered, in the guide's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question of the form.

    ``prefilled`` cells are locked; ``open_list`` takes words that are not in its list; where an ``estimate`` will do, a
    date may be the end of a month. ``needed`` says when it must be answered, in the guide's words. ``to_do`` says what
    the form asks for while the answer is needed and empty, ``prompt`` what it says when the cell is chosen, and
    ``alert`` what it says to an answer that cannot be right. ``question`` is the one that the council declared, if any.
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
    needed: str = IF_WISHED
    to_do: str = ""
    prompt: str = ""
    alert: str = ""
    question: Question | None = None

    @property
    def row_refs(self) -> tuple[str, ...]:
        """The references of its rows: its own, or one a line."""
        if self.answer is not Answer.LINES:
            return (self.ref,)
        return tuple(f"{self.ref}.{line}" for line in range(1, NARRATIVE_ROWS + 1))


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form, under a heading; some start a new page."""

    heading: str
    fields: tuple[Field, ...]
    on_new_page: bool = False


@dataclass(frozen=True)
class Questionnaire:
    """All that a form asks, in its order."""

    sections: tuple[Section, ...]

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Every question, those that are filled in for the officer among them."""
        return tuple(field for section in self.sections for field in section.fields)

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """Every question by the defined name of its cell."""
        return {field.name: field for field in self.fields}

    @cached_property
    def by_row_ref(self) -> dict[str, Field]:
        """The question of each row, by the reference printed in it."""
        return {ref: field for field in self.fields for ref in field.row_refs}

    @cached_property
    def lines(self) -> tuple[Field, ...]:
        """The questions that are answered in rows of lines."""
        return tuple(field for field in self.fields if field.answer is Answer.LINES)

    @cached_property
    def declared(self) -> tuple[Field, ...]:
        """The questions that the council declared."""
        return tuple(field for field in self.fields if field.question)

    @cached_property
    def rows(self) -> tuple[tuple[str, Field | None], ...]:
        """The form's rows in order: a heading with no field, or a reference with its field."""
        return tuple(
            row
            for section in self.sections
            for row in (
                (section.heading, None),
                *((ref, field) for field in section.fields for ref in field.row_refs),
            )
        )
