"""Where the form's questions stand on a sheet, however rows and columns have moved."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.forms import form_words as form
from generator.forms.asked.question_types import Answer, Field, Questionnaire
from generator.xlsx import Book, Sheet

_ENOUGH_REFERENCES = 8
"""A sheet with fewer of the form's references in one column is not a form."""


Range = tuple[tuple[int, int], tuple[int, int]]
"""The first and last cell of a range, each as (row, column)."""

Texts = Mapping[tuple[int, int], str]
"""The texts of a sheet's cells by row and column, without the spaces around them: all that a layout hangs on."""


@dataclass(frozen=True, slots=True)
class FormLayout:
    """A form on a sheet: the rows of each field, and all of them; lines are in the order of their references.

    ``named`` gives the range of each defined name that points into this sheet; ``heading`` is the row of the headings,
    or 0, and ``columns`` gives those of the form's headings that are there, by column. ``unsorted`` are questions
    whose rows are out of order, some without a reference.
    """

    answer_column: int
    ref_column: int
    heading: int
    columns: Mapping[int, str]
    rows: Mapping[str, tuple[int, ...]]
    answered: frozenset[int]
    named: Mapping[str, Range]
    texts: Texts
    unsorted: tuple[str, ...] = ()

    def is_answer(self, row: int, column: int) -> bool:
        """Whether a cell is where a question is answered, by the officer or in advance."""
        return column == self.answer_column and row in self.answered


def find_layout(sheet: Sheet, book: Book, asked: Questionnaire) -> FormLayout | None:
    """Find the form on a sheet, by all that it may ask; None where there is none."""
    texts = {place: cell.text.strip() for place, cell in sheet.cells.items()}
    columns = Counter(column for (_, column), text in texts.items() if text in asked.by_row_ref)
    ref_column, count = max(columns.items(), key=lambda each: each[1], default=(0, 0))
    if count < _ENOUGH_REFERENCES:
        return None
    headings = [place for place, text in texts.items() if text == form.ANSWER_HEADING]
    answer_column = min((column for _, column in headings if column > ref_column), default=ref_column + 2)
    heading = min((row for row, column in headings if column == answer_column), default=0)
    named = _named(sheet, book, asked)
    references = {row: text for (row, column), text in texts.items() if column == ref_column}
    rows = _rows(texts, references, named, asked)
    unsorted = tuple(_put_in_order(rows, references, asked))
    known = _columns(texts, heading, ref_column, answer_column)
    answered = frozenset(row for found in rows.values() for row in found)
    return FormLayout(answer_column, ref_column, heading, known, rows, answered, named, texts, unsorted)


def _columns(texts: Texts, heading: int, ref_column: int, answer_column: int) -> dict[int, str]:
    """The form's own columns; where the row of headings is gone, they are where they stood when it was issued."""
    if not heading:
        return dict(enumerate(_AS_ISSUED, answer_column - 2))
    last = answer_column + _FURTHEST
    found = {column: texts.get((heading, column), "") for column in range(ref_column + 1, last)}
    return {ref_column: form.REF_HEADING, **{column: text for column, text in found.items() if text in _HEADINGS}}


_AS_ISSUED = (form.REF_HEADING, form.QUESTION_HEADING, form.ANSWER_HEADING, form.CHECK_HEADING, form.LAST_TIME_HEADING)
_HEADINGS = {*_AS_ISSUED, form.TEAM_HEADING}
_FURTHEST = 20
"""How many columns an officer may have inserted between a form's own."""


def _put_in_order(
    rows: dict[str, tuple[int, ...]], references: Mapping[int, str], asked: Questionnaire
) -> Iterator[str]:
    """Put the lines of each question back in the order of their references, where each has one.

    Gives the questions for which that cannot be told. Programs sort references as text: D2.10 before D2.2.
    """
    for field in asked.lines:
        found, line_numbers = rows.get(field.name, ()), {ref: number for number, ref in enumerate(field.row_refs, 1)}
        numbers = [line_numbers.get(references.get(row, ""), 0) for row in found]
        known = [number for number in numbers if number]
        if known == sorted(known):
            continue
        if len(known) == len(numbers):
            rows[field.name] = tuple(row for _, row in sorted(zip(numbers, found, strict=True)))
        else:
            yield field.name


def _rows(
    texts: Texts, references: Mapping[int, str], named: Mapping[str, Range], asked: Questionnaire
) -> dict[str, tuple[int, ...]]:
    """Each field its rows.

    A row without a reference belongs to the field whose name covers it, if that field has no row of its own; or goes
    on with the narrative above it, where somebody inserted it.
    """
    by_ref = asked.by_row_ref
    covers = _covers(named, {by_ref[text].name for text in references.values() if text in by_ref}, asked)
    rows: dict[str, tuple[int, ...]] = {}
    field: Field | None = None
    for row in sorted({row for row, _ in texts}):
        reference = references.get(row, "")
        if reference:
            field = by_ref.get(reference)
        else:
            above = field if field and field.answer is Answer.LINES else None
            field = next((each for first, last, each in covers if first <= row <= last), above)
        if field:
            rows[field.name] = (*rows.get(field.name, ()), row)
    return rows


def _covers(named: Mapping[str, Range], present: set[str], asked: Questionnaire) -> list[tuple[int, int, Field]]:
    """The first and last row of each name that covers rows without a reference, with its field."""
    ranged = ((first[0], last[0], asked.by_name[name]) for name, (first, last) in named.items())
    return [each for each in ranged if each[2].answer is Answer.LINES or each[2].name not in present]


def _named(sheet: Sheet, book: Book, asked: Questionnaire) -> dict[str, Range]:
    """The sheet's own names come after the workbook's, so that in a bundle of forms they win."""
    ours = [each for each in book.names if each.name in asked.by_name and each.sheet in {None, sheet.name}]
    title = sheet.name.casefold()
    here = (each for each in ours if each.target_sheet == sheet.name or (each.target_sheet or "").casefold() == title)
    in_order = sorted(here, key=lambda each: each.sheet is not None)
    return {each.name: (each.first, each.last) for each in in_order if each.first and each.last}
