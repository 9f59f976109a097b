"""What somebody put on a form's sheet outside its answers: found, so that it can be told of and is not lost."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from generator.forms.asked import form_words as form
from generator.forms.asked.questionnaires import asked_of_any
from generator.forms.issued_texts import is_headline, is_of_a_form, is_remark, is_worked_out, texts_of
from generator.model.shape import Shape
from generator.reading.answers.find_questions import FormLayout
from generator.reading.answers.row_keys import key_in
from generator.reading.left_over.since_issue import may_be_reworded
from generator.xlsx import Cell, CellKind, Sheet

_REFERENCE = re.compile(r"[A-Z][0-9]*(?:\.[0-9]*)?\W?|[0-9]{1,2}[a-z]?(?:\.[0-9]*)?\W?")
"""A number, or what is left of a reference, or was made up for an inserted row: its text is told of by itself."""

FIGURES = ("quarter_actual", "forecast_actual", "previous_revised")
"""The questions that have the measure's unit beside them."""

type_of_last_time = tuple[str, str, str]
"""A text in the column that says what was said last time: its cell, the key of its row, and the text.
Whether the form was issued with it, last quarter's return tells."""


class LeftOver(NamedTuple):
    """The cells of a form's sheet that hold what it was not issued with, and that are no answers.

    ``orphans`` stand in the answer column beside no question; ``outside``, right of the form; ``tables`` are the
    other columns of tables that were pasted into commentary, by the name of the question; ``others`` stand anywhere
    else.
    """

    orphans: tuple[Cell, ...] = ()
    outside: tuple[Cell, ...] = ()
    tables: tuple[tuple[str, tuple[Cell, ...]], ...] = ()
    others: tuple[Cell, ...] = ()
    last_time: tuple[type_of_last_time, ...] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All of them that are sure to have been put there."""
        return (*self.orphans, *self.others, *self.outside, *(cell for _, table in self.tables for cell in table))


_NOTHING = LeftOver()


def left_over(sheet: Sheet, layout: FormLayout, shape: Shape) -> LeftOver:
    """Find what stands on a form's sheet beside its questions and answers."""
    known = texts_of(shape)
    places = [place for place, text in layout.texts.items() if text and text not in known]
    places = [place for place in places if not layout.is_answer(*place)]
    return _Finder(sheet, layout, shape).sorted_out(places) if places else _NOTHING


class _Finder:
    """Tells of one sheet what is the form's own, and sorts out the rest."""

    def __init__(self, sheet: Sheet, layout: FormLayout, shape: Shape) -> None:
        self.sheet, self.layout, self.shape = sheet, layout, shape
        self.asked = asked_of_any(shape)
        self.top = layout.heading or min(layout.answered, default=1) - 1
        self.last_column = max(layout.columns)

    def sorted_out(self, places: Sequence[tuple[int, int]]) -> LeftOver:
        """Sort out the cells at ``places``, which hold what not every form says."""
        cells = [self.sheet.cells[place] for place in places]
        last_time = [cell for cell in cells if self._may_be_of_last_time(cell)]
        strange = [cell for cell in cells if not self._may_be_of_last_time(cell) and not self._is_ours(cell)]
        tables = tuple(self._tables(strange, last_time))
        in_tables = {cell for _, table in tables for cell in table}
        kinds: dict[str, list[Cell]] = {"orphans": [], "outside": [], "others": []}
        for cell in strange:
            if cell not in in_tables:
                kinds[self._kind(cell)].append(cell)
        candidates = (cell for cell in last_time if cell not in in_tables)
        return LeftOver(
            tables=tables,
            last_time=tuple((cell.ref, self.layout.answered[cell.row], cell.text.strip()) for cell in candidates),
            **{kind: tuple(found) for kind, found in kinds.items()},
        )

    def _kind(self, cell: Cell) -> str:
        if cell.column == self.layout.answer_column and cell.row > self.top:
            return "orphans"
        return "outside" if cell.column > self.last_column else "others"

    def _heading(self, cell: Cell) -> str | None:
        return self.layout.columns.get(cell.column) if cell.row > self.top else None

    def _may_be_of_last_time(self, cell: Cell) -> bool:
        is_beside = cell.row in self.layout.answered
        return self._heading(cell) == form.LAST_TIME_HEADING and is_beside and not cell.formula

    def _is_ours(self, cell: Cell) -> bool:
        """Whether it says what a form says of its measure, or what its formulas give, where these say it."""
        text, heading, is_above = cell.text.strip(), self._heading(cell), cell.row < self.top
        if heading == form.CHECK_HEADING or (is_above and cell.formula):
            is_unknown = cell.kind in {CellKind.ERROR, CellKind.UNCALCULATED}
            return (cell.formula or not self._has_formulas) and (
                (cell.formula and is_unknown) or is_worked_out(text) or is_headline(text)
            )
        if is_above:
            is_ours = is_of_a_form(text, self.shape) or is_headline(text) or self._is_title(cell)
            return is_ours or (cell.column == 1 and self._went_back and is_remark(text))
        known = _OURS.get(heading or "")
        return known is not None and known(self, cell.row, text)

    @property
    def _went_back(self) -> bool:
        return form.TEAM_HEADING in self.layout.columns.values()

    def _is_title(self, cell: Cell) -> bool:
        """Whether it is what the form is about, or part of it: what stands above all that forms say of themselves."""
        if self.layout.ref_column or cell.column != 1:
            return False
        above = (self.layout.texts.get((row, 1), "") for row in range(1, cell.row))
        return not any(is_of_a_form(text, self.shape) for text in above)

    def is_unit(self, row: int, text: str) -> bool:
        """Whether a text is the measure's unit: what stands beside each of its figures."""
        column = next(each for each, heading in self.layout.columns.items() if heading == form.UNIT_HEADING)
        rows = [self.layout.rows.get(name, (0,))[0] for name in FIGURES]
        return row in rows and [self.layout.texts.get((each, column)) for each in rows].count(text) > 1

    def is_told_of(self, row: int) -> bool:
        """Whether its words are those of a question that a council may have changed since, which is told by itself."""
        key = key_in(self.layout.answered.get(row, ""))
        return key is not None and key.line <= 1 and may_be_reworded(key.name, self.asked)

    @cached_property
    def _has_formulas(self) -> bool:
        """Some programs save what formulas gave, and not the formulas."""
        columns = {column for column, heading in self.layout.columns.items() if heading == form.CHECK_HEADING}
        return any(cell.formula for cell in self.sheet.cells.values() if cell.column in columns)

    def _tables(self, strange: Sequence[Cell], last_time: Sequence[Cell]) -> Iterator[tuple[str, tuple[Cell, ...]]]:
        """What stands beside lines of commentary in several cells, which was pasted with them.

        It goes over the column of last time without a gap, where there is more to the right of it.
        """
        rows = ((name, row) for name in self.layout.lines for row in self.layout.rows.get(name, ()))
        names = {row: name for name, row in rows if self._is_answered(row)}
        furthest: dict[int, int] = {}
        pasted: dict[str, list[Cell]] = {}
        for cell in strange:
            if cell.row in names:
                pasted.setdefault(names[cell.row], []).append(cell)
                furthest[cell.row] = max(cell.column, furthest.get(cell.row, 0))
        covered = [cell for cell in last_time if cell.column < furthest.get(cell.row, 0)]
        for name, found in pasted.items():
            whole = (*found, *(cell for cell in covered if names[cell.row] == name))
            if len(whole) > 1:
                yield name, tuple(sorted(whole, key=lambda cell: (cell.row, cell.column)))

    def _is_answered(self, row: int) -> bool:
        return bool(self.layout.texts.get((row, self.layout.answer_column)))


_OURS: Mapping[str, Callable[[_Finder, int, str], bool]] = {
    form.TEAM_HEADING: lambda _, __, text: is_remark(text),
    form.REF_HEADING: lambda _, __, text: _REFERENCE.fullmatch(text) is not None,
    form.UNIT_HEADING: lambda on, row, text: on.is_unit(row, text),
    form.KEY_HEADING: lambda on, row, text: text == on.layout.answered.get(row),
    form.QUESTION_HEADING: lambda on, row, text: on.is_told_of(row) or is_of_a_form(text, on.shape),
}
"""Whether a text is the form's own, by the heading of its column."""
