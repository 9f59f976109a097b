"""Where the form's questions stand on a sheet, however rows and columns have moved.

From the second version on, each row has its key in a column of its own. In forms of the first, and where the keys are
gone, a row is known by the reference printed in it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from generator.forms.asked import form_words as form
from generator.forms.asked.fixed_questions import NAMES_OF_TOPICS
from generator.forms.asked.question_types import Questionnaire
from generator.forms.asked.questionnaires import asked_of_any, asked_of_any_topic
from generator.forms.earlier_edition import OF_VERSION, OWN_SECTION, references
from generator.model.shape import DEFAULT_SHAPE, Shape
from generator.reading.answers.row_keys import RowKey, key_by_reference, key_in, keys_of, learnt, reference_in
from generator.xlsx import Book, DefinedName, Sheet

_ENOUGH = 8
"""A sheet with fewer of the form's keys, or of its references, in one column is not a form."""


Range = tuple[tuple[int, int], tuple[int, int]]
"""The first and last cell of a range, each as (row, column)."""

Texts = Mapping[tuple[int, int], str]
"""The texts of a sheet's cells by row and column, without the spaces around them: all that a layout hangs on."""


class FormLayout(NamedTuple):
    """A form on a sheet: the rows of each question by its name; lines are in the order of their keys.

    ``answered`` gives the key of each row that a question is answered in. ``named`` gives the range of each defined
    name that points into this sheet; ``heading`` is the row of the headings, or 0, and ``columns`` gives those of the
    form's headings that are there, by column, as they are called now. ``lines`` are the questions that this form has in
    rows of lines;
    ``unsorted``, those whose rows are out of order, some of them without a key. ``issued`` are those that the
    workbook has a name for, of cells that are gone too; all where it has no names.
    """

    answer_column: int
    ref_column: int
    heading: int
    columns: Mapping[int, str]
    rows: Mapping[str, tuple[int, ...]]
    answered: Mapping[int, str]
    named: Mapping[str, Range]
    texts: Texts
    lines: frozenset[str]
    unsorted: tuple[str, ...]
    issued: frozenset[str]

    def number(self, name: str) -> str:
        """What is printed beside a question for people: its number, or the reference of an earlier edition."""
        column = next((each for each, heading in self.columns.items() if heading == form.REF_HEADING), 0)
        return next(filter(None, (self.texts.get((row, column)) for row in self.rows.get(name, ()))), "")

    def is_answer(self, row: int, column: int) -> bool:
        """Whether a cell is where a question is answered, by the officer or in advance."""
        return column == self.answer_column and row in self.answered


def find_form(sheet: Sheet, book: Book, shape: Shape) -> tuple[Questionnaire, FormLayout] | None:
    """What the form on a sheet may ask, of a group, the report or a measure, and where; None where there is no form."""
    if not sheet.cells:
        return None
    texts = {place: cell.text.strip() for place, cell in sheet.cells.items()}
    names_a_group = any(
        each.name == _OF_A_GROUP and sheet.name in {each.sheet, each.target_sheet} for each in book.names
    )
    is_of_a_group = names_a_group or _OF_A_GROUP in texts.values()
    asked = asked_of_any_topic(shape) if is_of_a_group else asked_of_any(shape)
    layout = _layout(sheet, book, texts, asked)
    return (asked, layout) if layout else None


_OF_A_GROUP = NAMES_OF_TOPICS[0]


def _layout(sheet: Sheet, book: Book, texts: Texts, asked: Questionnaire) -> FormLayout | None:
    columns = _by_column(texts)
    ref_column, key_column = _column(columns, references(asked)), _column(columns, asked.by_row_key)
    headings = [place for place, text in texts.items() if text == form.ANSWER_HEADING]
    if not ref_column and not headings:
        return None
    answer_column = min((column for _, column in headings if column > ref_column), default=ref_column + 2)
    heading = min((row for row, column in headings if column == answer_column), default=0)
    named = _named(sheet, book, answer_column, asked)
    if not ref_column and not key_column and len(named) < _ENOUGH:
        return None
    printed_there, keys = (_written_in(columns.get(each, {})) for each in (ref_column, key_column))
    version = next((texts.get((row, answer_column)) for row, ref in printed_there.items() if ref == OF_VERSION), None)
    every = tuple(sorted({row for row, _ in texts}))
    is_first = version == form.FIRST_VERSION
    printed, said, ranges = (tuple(each.items()) for each in (printed_there, keys, named))
    laid_out = _laid_out(every, printed, said, ranges, asked, is_first=is_first)
    return FormLayout(
        answer_column=answer_column,
        ref_column=ref_column,
        heading=heading,
        columns=_columns(texts, heading, ref_column, answer_column),
        rows=laid_out.rows,
        answered=laid_out.answered,
        named=named,
        texts=texts,
        lines=laid_out.lines,
        unsorted=laid_out.unsorted,
        issued=frozenset(each.name for each in book.names if each.name in asked.by_name) or frozenset(asked.by_name),
    )


class _LaidOut(NamedTuple):
    """What a layout has of its questions, whatever else stands on the sheet."""

    rows: Mapping[str, tuple[int, ...]]
    answered: Mapping[int, str]
    lines: frozenset[str]
    unsorted: tuple[str, ...]


type_of_column = tuple[tuple[int, str], ...]
"""The texts of a column by row."""


@lru_cache(maxsize=32)  # forms are laid out alike, almost all
def _laid_out(
    every: tuple[int, ...],
    printed: type_of_column,
    keys: type_of_column,
    ranges: tuple[tuple[str, Range], ...],
    asked: Questionnaire,
    *,
    is_first: bool,
) -> _LaidOut:
    references, named = dict(printed), dict(ranges)
    own = {} if is_first else _by_name(references, named)
    said = dict(_said(dict(keys), references, named, asked))
    known = _mended(_known(references, said, own, keys_of(_FIRST if is_first else asked)), named)
    lines = frozenset(key.name for key in known.values() if key.line)
    lines |= {name for name, ((first, _), (last, _)) in named.items() if first < last}
    rows = _rows(every, known, references, named, lines)
    unsorted = tuple(_put_in_order(rows, known, lines))
    answered = {row: str(known.get(row, name)) for name, found in rows.items() for row in found}
    return _LaidOut(MappingProxyType(rows), MappingProxyType(answered), lines, unsorted)


_FIRST = asked_of_any(DEFAULT_SHAPE)
"""What forms of the first version ask."""


def _by_column(texts: Texts) -> dict[int, dict[int, str]]:
    """The texts of each column by row."""
    columns: dict[int, dict[int, str]] = {}
    for (row, column), text in texts.items():
        columns.setdefault(column, {})[row] = text
    return columns


def _column(columns: Mapping[int, Mapping[int, str]], sought: Mapping[str, object]) -> int:
    """The column in which most of the texts stand that are sought; 0 where they are too few."""
    counts = ((sum(map(sought.__contains__, texts.values())), column) for column, texts in columns.items())
    count, column = max(counts, key=lambda each: each[0], default=(0, 0))
    return column if count >= _ENOUGH else 0


def _written_in(column: Mapping[int, str]) -> dict[int, str]:
    """The texts of a column that are not empty."""
    return {row: text for row, text in column.items() if text}


def _columns(texts: Texts, heading: int, ref_column: int, answer_column: int) -> dict[int, str]:
    """The form's own columns; where the row of headings is gone, they are where they stood when it was issued."""
    if not heading:
        return dict(enumerate(_FIRST_EDITION if ref_column else _AS_ISSUED, answer_column - 2))
    last = answer_column + _FURTHEST
    found = {column: texts.get((heading, column), "") for column in range(ref_column + 1, last)}
    refs = {ref_column: form.REF_HEADING} if ref_column else {}
    called = {column: form.EARLIER_HEADINGS.get(text, text) for column, text in found.items()}
    return {**refs, **{column: text for column, text in called.items() if text in form.HEADINGS}}


_AS_ISSUED = tuple(each for each in form.HEADINGS if each != form.TEAM_HEADING)
_FIRST_EDITION = tuple(each for each in _AS_ISSUED if each != form.UNIT_HEADING)
_FURTHEST = 20
"""How many columns an officer may have inserted between a form's own."""


def _said(
    keys: Mapping[int, str], references: Mapping[int, str], named: Mapping[str, Range], asked: Questionnaire
) -> Iterator[tuple[int, RowKey]]:
    """What rows say they are for: a question that is asked, or was, as the name of its cells or its place tells.

    Any other word was typed over the key.
    """
    for row, text in keys.items():
        key = key_in(text)
        is_own = not named and references.get(row, OWN_SECTION)[0] == OWN_SECTION
        if key and (key.name in asked.by_name or key.name in named or is_own):
            yield row, key


def _known(
    references: Mapping[int, str], said: Mapping[int, RowKey], own: Mapping[str, str], as_issued: Mapping[str, RowKey]
) -> dict[int, RowKey]:
    """The rows of which it is known what they are for, by their key or their reference.

    Which question a reference stands for, rows tell that have a key too; or else the names of the cells (``own``), for
    the council may have asked otherwise since; and at last the forms that are issued now.
    """
    questions = learnt((references[row], key) for row, key in said.items() if row in references)
    if questions is None:
        said = {}
    found = {row: key_by_reference(text, questions or own, as_issued) for row, text in references.items()}
    return {**{row: key for row, key in found.items() if key}, **said}


def _mended(known: Mapping[int, RowKey], named: Mapping[str, Range]) -> dict[int, RowKey]:
    """The same rows, but for those whose key was typed over with that of another row.

    A key stands there twice then, and a question has no row but the one that the name of its cell leads to.
    """
    counts = Counter(known.values())
    present = {key.name for key in known.values()}
    gone = ((first[0], name) for name, (first, last) in named.items() if name not in present and first == last)
    return {**known, **{row: RowKey(name) for row, name in gone if counts[known.get(row, RowKey(name))] > 1}}


def _by_name(references: Mapping[int, str], named: Mapping[str, Range]) -> dict[str, str]:
    """The question of each reference that a council's own questions have, by the name of the cells in its rows."""
    found: dict[str, str] = {}
    for name, ((first, _), (last, _)) in named.items():
        printed = (reference_in(references.get(row, "")) for row in range(first, last + 1))
        own = {each.question for each in printed if each and each.question[0] == OWN_SECTION}
        found |= dict.fromkeys(own if len(own) == 1 else (), name)
    return found


def _rows(
    every: Sequence[int],
    known: Mapping[int, RowKey],
    references: Mapping[int, str],
    named: Mapping[str, Range],
    lines: frozenset[str],
) -> dict[str, tuple[int, ...]]:
    """Each question its rows.

    A row without a key and a reference belongs to the question whose name covers it, if that has no row of its own; or
    goes on with the narrative above it, where somebody inserted it.
    """
    covers = _covers(named, {key.name for key in known.values()}, lines)
    rows: dict[str, list[int]] = {}
    name: str | None = None
    for row in every:
        if row in known:
            name = known[row].name
        elif row in references:
            name = None
        else:
            above = name if name in lines else None
            name = next((each for first, last, each in covers if first <= row <= last), above)
        if name:
            rows.setdefault(name, []).append(row)
    return {name: tuple(found) for name, found in rows.items()}


def _covers(named: Mapping[str, Range], present: set[str], lines: frozenset[str]) -> list[tuple[int, int, str]]:
    """The first and last row of each name that covers rows of which nothing else tells, with its question."""
    ranged = ((first[0], last[0], name) for name, (first, last) in named.items())
    return [each for each in ranged if each[2] in lines or each[0] < each[1] or each[2] not in present]


def _put_in_order(
    rows: dict[str, tuple[int, ...]], known: Mapping[int, RowKey], lines: frozenset[str]
) -> Iterator[str]:
    """Put the lines of each question back in the order of their keys, where each has one.

    Gives the questions for which that cannot be told. Programs sort references as text: D2.10 before D2.2.
    """
    for name in lines:
        found = rows.get(name, ())
        numbers = [known[row].line if row in known else 0 for row in found]
        told = [number for number in numbers if number]
        if told == sorted(told):
            continue
        if len(told) == len(numbers):
            rows[name] = tuple(row for _, row in sorted(zip(numbers, found, strict=True)))
        else:
            yield name


def _named(sheet: Sheet, book: Book, answer_column: int, asked: Questionnaire) -> dict[str, Range]:
    """The sheet's own names come after the workbook's, so that in a bundle of forms they win."""
    ours = [
        each for each in book.names if each.sheet in {None, sheet.name} and _may_be_ours(each, answer_column, asked)
    ]
    title = sheet.name.casefold()
    here = (each for each in ours if each.target_sheet == sheet.name or (each.target_sheet or "").casefold() == title)
    in_order = sorted(here, key=lambda each: each.sheet is not None)
    return {each.name: (each.first, each.last) for each in in_order if each.first and each.last}


def _may_be_ours(name: DefinedName, answer_column: int, asked: Questionnaire) -> bool:
    """Whether a question is called so, or was when the form was issued."""
    if name.name in asked.by_name:
        return True
    columns = {corner[1] for corner in (name.first, name.last) if corner}
    return columns == {answer_column} and key_in(name.name) is not None
