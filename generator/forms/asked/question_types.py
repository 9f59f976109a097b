"""What a question of the form is: the types that its tables are written in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from generator.model.question import Question

NARRATIVE_ROWS = 11
"""Rows for each narrative: one more than the longest of the reference report has paragraphs and list items."""


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


class OwnChoices(NamedTuple):
    """A list that a council declared: the name of its cells, its title beside the others, and its words."""

    value: str
    title: str
    words: tuple[str, ...]


type_of_choices = Choices | OwnChoices

_OF_LINES = tuple(f".{line}" for line in range(1, NARRATIVE_ROWS + 1))

IF_WISHED, ALWAYS = "If you wish.", "Always."
"""When most questions must be answered, in the guide's words."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One question of the form.

    ``prefilled`` cells are locked, and out of sight; ``open_list`` takes words that are not in its list; where an
    ``estimate`` will do, a date may be the end of a month. A question that only some need stands ``under`` the name of
    another, and has its number with a letter. ``needed`` says when it must be answered. ``to_do`` says what the form
    asks for while the answer is needed and empty (the name of another question in braces becomes its number),
    ``prompt`` what it says when the cell is chosen, and ``alert`` what it says to an answer that cannot be right.
    ``question`` is the one that the council declared, if any, and ``working`` what its workings are called.
    """

    name: str
    label: str
    answer: Answer = Answer.TEXT
    hint: str = ""
    choices: type_of_choices | None = None
    prefilled: bool = False
    open_list: bool = False
    estimate: bool = False
    under: str = ""
    needed: str = IF_WISHED
    to_do: str = ""
    prompt: str = ""
    alert: str = ""
    question: Question | None = None
    place: int = 0

    @property
    def working(self) -> str:
        """What its workings are called: a declared question's, by its place, so that they are known anywhere."""
        return f"answer_{self.place}" if self.question else self.name

    @cached_property
    def row_keys(self) -> tuple[str, ...]:
        """The keys of its rows: its name, or one a line."""
        return tuple(f"{self.name}{line}" for line in (_OF_LINES if self.answer is Answer.LINES else ("",)))


class FormPart(Enum):
    """A part of the form: what is asked of everybody, what only some need, and what is filled in, out of sight."""

    MAIN = "main"
    ONLY_IF = "only if"
    GIVEN = "given"


class Section(NamedTuple):
    """The questions of a part of the form."""

    part: FormPart
    fields: tuple[Field, ...]


class FormRow(NamedTuple):
    """A row of the form: its key, the question that it is of, and which of its lines; 0 where it has one."""

    key: str
    field: Field
    line: int = 0

    @property
    def is_first(self) -> bool:
        """Whether the question stands in it."""
        return self.line < 2


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
    def numbers(self) -> dict[str, str]:
        """The number that is printed beside each question, by its name: ``3``, or ``1a`` of one that only some need."""
        numbers: dict[str, str] = {}
        letters: dict[str, int] = {}
        for field in (each for each in self.fields if not each.prefilled):
            if not field.under:
                numbers[field.name] = str(len(numbers) + 1)
                continue
            letters[field.under] = letters.get(field.under, 0) + 1
            numbers[field.name] = f"{numbers[field.under]}{chr(ord('a') + letters[field.under] - 1)}"
        return numbers

    def said(self, words: str) -> str:
        """Words with the names of questions, in braces, as their numbers."""
        return _NAMED.sub(lambda found: self.numbers.get(found[1], found[0]), words) if "{" in words else words

    @cached_property
    def by_row_key(self) -> dict[str, Field]:
        """The question of each row, by its key."""
        return {key: field for field in self.fields for key in field.row_keys}

    @cached_property
    def lines(self) -> tuple[Field, ...]:
        """The questions that are answered in rows of lines."""
        return tuple(field for field in self.fields if field.answer is Answer.LINES)

    @cached_property
    def below(self) -> dict[str, Field]:
        """The question below each that everybody is asked, by the name of the one above."""
        main = [field for field in self.fields if not field.prefilled and not field.under]
        return {above.name: below for above, below in pairwise(main)}

    @cached_property
    def declared(self) -> tuple[Field, ...]:
        """The questions that the council declared."""
        return tuple(field for field in self.fields if field.question)

    def rows(self, part: FormPart) -> tuple[FormRow, ...]:
        """The rows of a part of the form, in order."""
        return self._rows[part]

    @cached_property
    def _rows(self) -> dict[FormPart, tuple[FormRow, ...]]:
        return {each.part: tuple(row for field in each.fields for row in _rows(field)) for each in self.sections}


def _rows(field: Field) -> Iterator[FormRow]:
    if field.answer is not Answer.LINES:
        yield FormRow(field.name, field)
    else:
        yield from (FormRow(key, field, line) for line, key in enumerate(field.row_keys, 1))


_NAMED = re.compile(r"\{([a-z_]+)\}")
