"""The table of actions beside a form: its rows as answers, each with the cells that they stand in."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from generator.forms.asked.action_words import ACTION_HEADINGS, KEY_OF_ACTIONS, NO_DATE, STATES_OFFERED, subject_key
from generator.forms.asked.fixed_questions import NAMES_OF_TOPICS
from generator.forms.asked.form_words import TEAM_HEADING
from generator.forms.issued_texts import is_of_last_time, is_remark, is_worked_out
from generator.model.action import ActionAnswer, ActionState
from generator.model.problem import Place, Problem, problem
from generator.model.shape import Topic
from generator.model.spellings import Number, read_number
from generator.reading.answers.cell_answers import Mistake, choice_of, date_of
from generator.reading.answers.find_questions import FormLayout
from generator.reading.answers.mistakes_in_words import facts_of
from generator.reading.answers.quoting import quoted_words, seen
from generator.reading.answers.words_meant import words_of
from generator.xlsx import Book, Cell, CellKind, Sheet, column_letters

_ENOUGH = 4
"""A row with fewer of the headings is not that of the table."""

_FROM_TEAM = "from_team"
"""The column of our remarks, on a sheet that went back to its officer."""

_TOLD = ("action_state", "action_percent", "action_reason", "action_update")
_WRITTEN = ("action_title", "part_of", "action_owner", "action_due", *_TOLD)
_LONGEST = 500
_ALL = Decimal(100)
_Found = TypeVar("_Found")


class ActionTable(NamedTuple):
    """A table of actions on a sheet: the row and columns of its headings, by what is asked, and what it is about."""

    sheet: Sheet
    heading: int
    columns: Mapping[str, int]
    about: str

    @property
    def rows(self) -> Iterator[int]:
        """The rows below the headings in which anything stands that an officer may have written, or an id."""
        columns = {self.columns[name] for name in (*_WRITTEN, "action_id") if name in self.columns}
        return iter(sorted({row for row, column in self.sheet.cells if row > self.heading and column in columns}))

    def cell(self, row: int, name: str) -> Cell | None:
        """What stands in a row under the heading of what is asked."""
        return self.sheet.cells.get((row, self.columns.get(name, 0)))

    def text(self, row: int, name: str) -> str:
        """The same as text."""
        cell = self.cell(row, name)
        return cell.text.strip() if cell else ""

    def is_begun(self, row: int) -> bool:
        """Whether an officer wrote anything into a row: of one that was issued, who and by when stand there already."""
        if not self.text(row, "action_id"):
            return any(self._is_filled(row, name) for name in _WRITTEN)
        return any(self._is_filled(row, name) for name in _TOLD) or self.has_moved(row)

    def _is_filled(self, row: int, name: str) -> bool:
        """Whether anything stands there, be it a formula without its result."""
        cell = self.cell(row, name)
        return cell is not None and bool(cell.text.strip() or cell.kind is CellKind.UNCALCULATED)

    def has_moved(self, row: int) -> bool:
        """Whether the date is another than it was issued with."""
        issued, cell = self.text(row, "key"), self.cell(row, "action_due")
        now = cell.date.isoformat() if cell and cell.date else self.text(row, "action_due") or NO_DATE
        return bool(issued) and now != issued

    def keys(self) -> dict[int, str]:
        """What each row is known by: the id of its action, or its number where it has none, or that of a row above."""
        ids = {row: self.text(row, "action_id") for row in self.rows}
        first = {own: row for row, own in reversed(ids.items())}
        return {row: own if own and first[own] == row else f"row {row}" for row, own in ids.items()}

    def cells(self) -> dict[str, dict[str, Cell]]:
        """What is written in each row that is begun, by its key."""
        return {
            key: {name: cell for name in _WRITTEN if (cell := self.cell(row, name)) and cell.text.strip()}
            for row, key in self.keys().items()
            if self.is_begun(row)
        }


def action_tables(book: Book) -> tuple[ActionTable, ...]:
    """The tables of actions in a workbook."""
    return tuple(table for sheet in book.sheets if (table := _table(sheet)))


def _table(sheet: Sheet) -> ActionTable | None:
    key = next((cell for cell in sheet.cells.values() if cell.text.strip() == KEY_OF_ACTIONS), None)
    if key is None:
        return None
    headings = {text: name for name, text in ACTION_HEADINGS.items()} | {TEAM_HEADING: _FROM_TEAM}
    there = {column: cell.text.strip() for (row, column), cell in sheet.cells.items() if row == key.row}
    columns = {headings[text]: column for column, text in there.items() if text in headings}
    above = (cell.text.strip() for (row, column), cell in sheet.cells.items() if row < key.row and column == key.column)
    return ActionTable(sheet, key.row, columns, next(above, "")) if len(columns) >= _ENOUGH else None


def table_beside(sheet: Sheet, layout: FormLayout, tables: tuple[ActionTable, ...], forms: int) -> ActionTable | None:
    """The table about what the form on a sheet is about; one that does not say so is the only form's of several."""

    def said(name: str) -> str:
        cells = (sheet.cells.get((row, layout.answer_column)) for row in layout.rows.get(name, ()))
        return next((cell.text.strip() for cell in cells if cell), "")

    level, name, parent = map(said, NAMES_OF_TOPICS)
    is_topic = level in {"0", "1", "2"}
    code = Topic(int(level), name if level != "0" else "", parent).code if is_topic else said("measure_code")
    found = next((each for each in tables if each.about == subject_key(code)), None)
    return found or next((each for each in tables if forms == 1 and len(tables) == 1 and not each.about), None)


def read_table(table: ActionTable, file: str, since: date) -> tuple[tuple[ActionAnswer, ...], tuple[Problem, ...]]:
    """The answers of a table, and what is wrong with them; a date without a year is the next since a day."""
    reader = _TableReader(table, Place(file, table.sheet.name), since)
    answers = tuple(reader.answer(row) for row in table.rows if table.text(row, "action_id") or table.is_begun(row))
    return answers, (*reader.problems, *_beside(table, reader.place))


@dataclass(frozen=True)
class _TableReader:
    table: ActionTable
    place: Place
    since: date
    problems: list[Problem] = field(default_factory=list)

    def answer(self, row: int) -> ActionAnswer:
        """What a row says."""
        unreadable: set[str] = set()
        state = self._read(
            row, "action_state", lambda cell: choice_of(cell, STATES_OFFERED, open_list=False), unreadable
        )
        return ActionAnswer(
            id=self.table.text(row, "action_id"),
            title=self._words(row, "action_title", unreadable),
            part_of=self._words(row, "part_of", unreadable),
            owner=self._words(row, "action_owner", unreadable),
            due=self._read(row, "action_due", lambda cell: date_of(cell, since=self.since), unreadable),
            state=ActionState(state) if state else None,
            percent=self._read(row, "action_percent", _share, unreadable),
            reason=self._words(row, "action_reason", unreadable),
            update=self._words(row, "action_update", unreadable),
            last_time=self.table.text(row, "last_time"),
            file=self.place.file,
            sheet=self.place.sheet or "",
            cells=MappingProxyType({name: f"{self._letters[name]}{row}" for name in self._letters}),
            unreadable=frozenset(unreadable),
        )

    @cached_property
    def _letters(self) -> dict[str, str]:
        return {name: column_letters(column) for name, column in self.table.columns.items()}

    def _words(self, row: int, name: str, unreadable: set[str]) -> str:
        return " ".join((self._read(row, name, _line, unreadable) or "").split())

    def _read(
        self, row: int, name: str, understand: Callable[[Cell], _Found | Mistake | None], unreadable: set[str]
    ) -> _Found | None:
        cell = self.table.cell(row, name)
        found = understand(cell) if cell else None
        if not isinstance(found, Mistake):
            return found
        unreadable.add(name)
        label = ACTION_HEADINGS[name]
        facts = facts_of(found, lambda _: "the column “Update”")
        self.problems.append(
            problem(found.rule, self.place.at(cell.ref if cell else None), **{"label": label, **facts})
        )
        return None


def _line(cell: Cell) -> str | Mistake:
    text = words_of(cell)
    if isinstance(text, str) and len(text) > _LONGEST:
        return Mistake("ACT10", (("count", str(len(text))), ("most", str(_LONGEST))))
    return text


def _share(cell: Cell) -> Decimal | Mistake | None:
    """A percentage from 0 to 100; 0.4 in a cell that shows no percent sign may mean 40%, and is not guessed at."""
    text = words_of(cell)
    if isinstance(text, Mistake) or not text.strip():
        return text if isinstance(text, Mistake) else None
    if cell.kind is CellKind.NUMBER and cell.number is not None:
        share: Decimal | None = cell.number * 100 if cell.percent else cell.number
    else:
        read = read_number(text.strip(), "%")
        share = read.value if isinstance(read, Number) else None
    if share is None or not 0 <= share <= _ALL or (0 < share < 1 and not cell.percent):
        return Mistake("ACT04", (("found", quoted_words(seen(cell))),))
    return share


def _beside(table: ActionTable, place: Place) -> Iterator[Problem]:
    """What somebody wrote outside the table's columns, above it, or in those that are not for answers."""
    names, first = {column: name for name, column in table.columns.items()}, min(table.columns.values())
    for (row, column), cell in sorted(table.sheet.cells.items()):
        if row > table.heading:
            is_ours = column in names and _is_ours(names[column], cell.text.strip())
        else:
            is_ours = column in names if row == table.heading else column in {first, table.columns.get("key")}
        if cell.text.strip() and not is_ours and not cell.formula:
            yield problem("FORM15", place.at(cell.ref), text=quoted_words(seen(cell)))


def _is_ours(name: str, text: str) -> bool:
    """Whether a text below a heading is an answer, or what the form says there of an open action."""
    match name:
        case "last_time":
            return is_of_last_time(text)
        case "key":
            return text == NO_DATE or _DAY.fullmatch(text) is not None
        case "so_far":
            return is_worked_out(text)
    return name != _FROM_TEAM or is_remark(text)


_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
