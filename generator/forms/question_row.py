"""A row of a form: a question, its answer, how far it is, and what was said last time; planned once for all that match.

Most rows are alike in most forms of a round, and are the same row there.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.forms.as_xlsx import looks
from generator.forms.as_xlsx.looks import Look
from generator.forms.as_xlsx.sheet_plan import Asked, Formula, PlannedRow, Put, planned_row, type_of_content
from generator.forms.asked import form_words as form
from generator.forms.text_height import InColumn, height_of, in_columns

WIDTHS = {
    form.REF_HEADING: 4.3,
    form.QUESTION_HEADING: 42,
    form.ANSWER_HEADING: 40,
    form.UNIT_HEADING: 10.5,
    form.CHECK_HEADING: 28.5,
    form.TEAM_HEADING: 46,
    form.LAST_TIME_HEADING: 48,
    form.KEY_HEADING: 3,
}
NUMBER_COLUMN, QUESTION_COLUMN, ANSWER_COLUMN, UNIT_COLUMN, CHECK_COLUMN, TEAM_COLUMN = range(1, 7)


class AnswerCell(NamedTuple):
    """What stands in the cell of an answer, with its type (1 is no TRUE), how it looks, and its number format."""

    content: type_of_content
    sort: type
    look: Look
    number_format: str


class Asking(NamedTuple):
    """What a question is asked with, in the first of its rows; ``task`` is what may come to be said to be done."""

    number: str
    asked: Asked
    unit: str
    so_far: Formula | None
    task: str
    is_small: bool


class QuestionRow(NamedTuple):
    """All that a row of a form hangs on; ``least`` is how high it is at least."""

    number: int
    key: str
    answer: AnswerCell
    question: Asking | None
    remarks: str
    said: str
    least: float
    returned: bool


@lru_cache(maxsize=4096)
def question_row(asked: QuestionRow) -> PlannedRow:
    """A row of what an officer is asked."""
    last_time = TEAM_COLUMN + asked.returned
    cells = {ANSWER_COLUMN: Put(asked.answer.content, asked.answer.look, asked.answer.number_format)}
    if asked.question:
        cells |= _question(asked.question)
    if asked.remarks:
        cells[TEAM_COLUMN] = Put(asked.remarks, looks.REMARK)
    if asked.said:
        cells[last_time] = Put(asked.said, looks.SAID)
    cells[last_time + 1] = Put(asked.key, looks.KEY)
    return planned_row(asked.number, cells, max(_height(asked, cells), asked.least))


@lru_cache(maxsize=1024)
def empty_line(number: int, key: str, look: Look, number_format: str, *, returned: bool) -> PlannedRow:
    """A further row for a text, in which nothing stands yet: more than half of a form's rows."""
    answer = AnswerCell(None, type(None), look, number_format)
    return question_row(QuestionRow(number, key, answer, None, "", "", 0, returned))


def _question(question: Asking) -> dict[int, Put]:
    small, asked = question.is_small, question.asked
    cells = {
        NUMBER_COLUMN: Put(question.number, looks.SUB_NUMBER if small else looks.NUMBER),
        QUESTION_COLUMN: Put(asked if asked.hint else asked.label, looks.SUB_QUESTION if small else looks.QUESTION),
        CHECK_COLUMN: Put(question.so_far, looks.SO_FAR),
    }
    if question.unit:
        cells[UNIT_COLUMN] = Put(question.unit, looks.UNIT)
    return cells


def _height(row: QuestionRow, cells: Mapping[int, Put]) -> float:
    """A row the height of its longest text, also of what may come to be said beside it in bold."""
    widths = [width for heading, width in WIDTHS.items() if row.returned or heading != form.TEAM_HEADING]
    later = InColumn(WIDTHS[form.CHECK_HEADING], bold=row.question.task if row.question else "")
    return height_of((later, *in_columns(cells, widths)))


@lru_cache(maxsize=4096)
def given_row(number: int, label: str, given: AnswerCell, key: str, key_column: int) -> PlannedRow:
    """A row of what is filled in, out of sight: for other programs, and for ours when the form comes back."""
    cells = {
        QUESTION_COLUMN: Put(label, looks.GIVEN),
        ANSWER_COLUMN: Put(given.content, given.look, given.number_format),
        key_column: Put(key, looks.KEY),
    }
    return planned_row(number, cells, None, hidden=True)
