"""What a question of the form is: the types that its tables are written in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import NamedTuple

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


@dataclass(frozen=True, slots=True)
class OwnChoices:
    """A list that a council declared: the name of its cells, its title beside the others, and its words."""

    value: str
    title: str
    words: tuple[str, ...]


type_of_choices = Choices | OwnChoices

_OF_LINES = tuple(f".{line}" for line in range(1, NARRATIVE_ROWS + 1))

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
    choices: type_of_choices | None = None
    prefilled: bool = False
    open_list: bool = False
    estimate: bool = False
    needed: str = IF_WISHED
    to_do: str = ""
    prompt: str = ""
    alert: str = ""
    question: Question | None = None

    @property
    def working(self) -> str:
        """What its workings are called: a declared question's, by its reference, so that they are known anywhere."""
        return self.ref if self.question else self.name

    @property
    def row_refs(self) -> tuple[str, ...]:
        """The references that are printed in its rows: its own, or one a line."""
        return tuple(f"{self.ref}{line}" for line in self._lines)

    @property
    def row_keys(self) -> tuple[str, ...]:
        """The keys of its rows: its name, or one a line."""
        return tuple(f"{self.name}{line}" for line in self._lines)

    @property
    def _lines(self) -> tuple[str, ...]:
        return _OF_LINES if self.answer is Answer.LINES else ("",)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form, under a heading; some start a new page."""

    heading: str
    fields: tuple[Field, ...]
    on_new_page: bool = False


class FormRow(NamedTuple):
    """A row of the form: its question, with the reference printed in it, and its key; or a heading, in their place."""

    ref: str
    key: str = ""
    field: Field | None = None


@dataclass(frozen=True, eq=False)
class Questionnaire:
    """All that a form asks, in its order; built once for a shape, it is itself alone."""

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
    def by_row_key(self) -> dict[str, Field]:
        """The question of each row, by its key."""
        return {key: field for field in self.fields for key in field.row_keys}

    @cached_property
    def lines(self) -> tuple[Field, ...]:
        """The questions that are answered in rows of lines."""
        return tuple(field for field in self.fields if field.answer is Answer.LINES)

    @cached_property
    def declared(self) -> tuple[Field, ...]:
        """The questions that the council declared."""
        return tuple(field for field in self.fields if field.question)

    @cached_property
    def rows(self) -> tuple[FormRow, ...]:
        """The form's rows in order, those of headings among them."""
        return tuple(row for section in self.sections for row in (FormRow(section.heading), *_rows(section.fields)))


def _rows(fields: Iterable[Field]) -> Iterator[FormRow]:
    for field in fields:
        yield from (FormRow(ref, key, field) for ref, key in zip(field.row_refs, field.row_keys, strict=True))
