"""Where the figures of a sheet stand: each with its measure, its months and its sort, by the headings that hold for it.

Measures may go down or across, and periods, and the words for result and target, beside them or against them: whatever
stands in the row of a cell and over its column is put together. Of both ways round the one counts that finds more.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from generator.importing.past.grid import Grid
from generator.importing.past.heading_words import (
    NOTHING_SAID,
    FigureRole,
    HeadingSays,
    Months,
    heading_says,
    months_of,
)
from generator.importing.past.measure_names import MeasureNames
from generator.model.measure import Measure
from generator.model.period import year_name
from generator.xlsx import Cell, CellKind, Sheet


class FoundFigure(NamedTuple):
    """A cell with a figure, and what it is the figure of; ``guess`` says in a sentence what was guessed about it."""

    sheet: str
    cell: Cell
    measure: Measure
    months: Months
    role: FigureRole
    guess: str = ""


class LeftCell(NamedTuple):
    """A cell that was left, and why, in a clause that begins a sentence."""

    sheet: str
    cell: Cell
    why: str


@dataclass(frozen=True, slots=True)
class SheetFigures:
    """What was found on a sheet.

    ``unknown`` are the rows whose names no measure of the register has, or two have; ``periods``, what its headings
    name, whatever the measures.
    """

    figures: tuple[FoundFigure, ...]
    left: tuple[LeftCell, ...]
    unknown: tuple[LeftCell, ...]
    periods: frozenset[Months]


def figures_on(sheet: Sheet, names: MeasureNames, starts: int) -> SheetFigures:
    """The figures of a sheet, as its headings tell, in years that start in a month."""
    grid = Grid.of(sheet)
    ways = [_Finder(each, names, starts).found() for each in (grid, grid.turned())]
    return max(ways, key=lambda each: (len(each.figures), len(each.periods), len(each.unknown)))


@dataclass
class _Finder:
    """Goes through a grid from the top down: rows of headings, and under them rows of measures."""

    grid: Grid
    names: MeasureNames
    starts: int
    figures: list[FoundFigure] = field(default_factory=list)
    left: list[LeftCell] = field(default_factory=list)
    unknown: list[LeftCell] = field(default_factory=list)
    years: dict[int, str] = field(default_factory=dict)

    def found(self) -> SheetFigures:
        block: list[int] = []
        heads: Mapping[int, _Heading] | None = None
        last: Measure | None = None
        for row in self.grid.rows:
            measure, label = self._rows[row]
            if measure is None and self._is_heading(row):
                block = [row] if heads else [*block[-_MOST_HEADING_ROWS:], row]
                heads, last = None, None
                continue
            if measure is None:
                self._note_years(row)
            heads = heads or self._headings(block)
            last = measure or (last if not label else None)
            if isinstance(last, Measure):
                self._read(row, last, heads)
            elif label:
                self._pass_over(row, label, heads)
        periods = frozenset(self._periods((heads or {}).values()))
        return SheetFigures(tuple(self.figures), tuple(self.left), tuple(self.unknown), periods)

    def _periods(self, heads: Iterable["_Heading"]) -> Iterator[Months]:
        """What is named over columns, and in the rows beside."""
        over = [each.says for each in heads if each.counts]
        of_rows = [says for row in self.grid.rows if (says := self._said_of(row)).tells_when]
        return (months for each in (*over, *of_rows) if isinstance(months := months_of(each, self.starts), Months))

    def _said_of(self, row: int) -> HeadingSays:
        of_row = NOTHING_SAID
        for column in self.grid.by_row[row]:
            if column in self._beside:
                of_row = of_row.over(self._said_beside(row, column))
        return of_row

    # Measures

    @cached_property
    def _labels(self) -> tuple[int | None, int | None]:
        """The columns of the codes and of the titles: those in which most measures are named."""
        codes = {column: self._named(column, by_code=True) for column in self.grid.columns}
        titles = {column: self._named(column, by_code=False) for column in self.grid.columns}
        return _best(codes), _best(titles)

    def _named(self, column: int, *, by_code: bool) -> int:
        find = self.names.by_code if by_code else self.names.by_title
        texts = dict.fromkeys(self.grid.by_column[column].values())
        return len({found.code for text in texts if (found := find(text))})

    @cached_property
    def _has_measures(self) -> bool:
        return any(measure for measure, _ in self._rows.values())

    @cached_property
    def _of_the_sheet(self) -> Measure | None:
        """The measure that the whole sheet is about, where it names none and is called after one."""
        if any(self._labels):
            return None
        return self.names.by_code(self.grid.sheet) or self.names.by_title(self.grid.sheet)

    @cached_property
    def _rows(self) -> Mapping[int, tuple[Measure | None, str]]:
        """The measure of each row, and what stands in the place of its name."""
        if self._of_the_sheet:
            return {row: (None if self._is_heading(row) else self._of_the_sheet, "") for row in self.grid.rows}
        return {row: self._measure_of(row) for row in self.grid.rows}

    def _measure_of(self, row: int) -> tuple[Measure | None, str]:
        texts = [self.grid.texts.get((row, each), "") if each else "" for each in self._labels]
        by_code = self.names.by_code(texts[0]) if texts[0] else None
        by_title = self.names.by_title(texts[1]) if texts[1] else None
        both = " ".join(dict.fromkeys(filter(None, texts)))
        is_of_two = by_code and by_title and by_code is not by_title
        return (None if is_of_two else by_code or by_title), both

    def _is_heading(self, row: int) -> bool:
        """Whether a row says of when or of what sort figures are, and has no figures of its own."""
        says = {column: heading_says(text) for column, text in self.grid.by_row[row].items()}
        return any(each.is_understood for each in says.values()) and not any(
            each.strange and self._is_number(row, column) for column, each in says.items()
        )

    def _is_number(self, row: int, column: int) -> bool:
        cell = self.grid.cells.get((row, column))
        if cell is None or cell.kind is not CellKind.TEXT:
            return cell is not None and cell.kind is CellKind.NUMBER
        return len(cell.text) <= _LONGEST_FIGURE and bool(_BEGINS_A_FIGURE.match(cell.text.strip()))

    # Headings

    def _headings(self, block: Sequence[int]) -> Mapping[int, "_Heading"]:
        """What the rows of headings say over each column."""
        over: dict[int, _Heading] = {column: _Heading() for column in self.grid.columns}
        for row in block:
            self._note_years(row)
            carried, texts = "", self.grid.by_row[row]
            count = Counter(texts.values())
            for column in self.grid.columns:
                text = texts.get(column, "")
                says = heading_says(text)
                carried = text if says.is_understood else "" if text else carried
                if text and (not says.strange or self._is_own(count[text])):
                    over[column] = over[column].with_below(text, says)
                elif not text and carried and row != block[-1]:
                    over[column] = over[column].with_below("", heading_says(carried))
        own = heading_says(self.grid.sheet).year
        years = self.years or ({own: self.grid.sheet} if own else {})
        return {column: each.in_year(years) for column, each in over.items()}

    def _note_years(self, row: int) -> None:
        """Years that are named amid other words, as in a title: they count where headings name none."""
        for text in self.grid.by_row[row].values():
            says = heading_says(text)
            if says.strange and says.year:
                self.years[says.year] = text

    def _is_own(self, count: int) -> bool:
        """Whether words that are not understood are of a column or a few; over most of them stands a title."""
        return count * 2 < len(self.grid.columns)

    @cached_property
    def _beside(self) -> frozenset[int]:
        """Columns whose cells, like headings, say of when or of what sort the figures of their rows are."""
        columns = (each for each in self.grid.columns if each not in self._labels)
        return frozenset(each for each in columns if self._says_of_rows(each))

    def _says_of_rows(self, column: int) -> bool:
        rows = list(self.grid.by_column[column])
        wanted = [row for row in rows if self._rows[row][0]] if self._has_measures else rows[1:]
        says = [self._said_beside(row, column) for row in wanted]
        return bool(says) and sum(each.is_understood for each in says) * 5 >= len(says) * 4

    def _said_beside(self, row: int, column: int) -> HeadingSays:
        """What a cell says of its row; a bare number is a quarter or a year only where its heading says so."""
        text = self.grid.texts.get((row, column), "")
        if not text.isdecimal():
            return heading_says(text)
        words = self.grid.words[column]
        if words & {"quarter", "qtr", "q"} and text in {"1", "2", "3", "4"}:
            return heading_says(f"Q{text}")
        if words & {"financial year", "fy", "fin year"} and len(text) == 4:
            return heading_says(year_name(int(text)))
        return HeadingSays(strange=True)

    # Figures

    def _read(self, row: int, measure: Measure, heads: Mapping[int, "_Heading"]) -> None:
        of_row = self._said_of(row)
        for column, cell in self.grid.cells_of_row[row].items():
            if column not in self._labels and column not in self._beside:
                self._read_cell(cell, measure, heads[column], of_row)

    def _read_cell(self, cell: Cell, measure: Measure, head: "_Heading", of_row: HeadingSays) -> None:
        says = head.says.over(of_row)
        heading = head.text or "no heading"
        if head.says.strange or not says.tells_when or says.role is FigureRole.OTHER or of_row.strange:
            is_figure = says.role in {FigureRole.ACTUAL, FigureRole.TARGET, FigureRole.STATUS} and not head.says.strange
            why = "does not say of which period it is" if is_figure else "is no result, target or status of a period"
            self.left.append(LeftCell(self.grid.sheet, cell, f"“{heading}” {why}"))
            return
        guess = ""
        if says.year is None and says.calendar_year is None and head.year:
            says = replace(says, year=head.year)
            guess = f"“{heading}” was taken for {year_name(head.year)}, which “{head.year_from}” names"
        months = months_of(says, self.starts)
        if isinstance(months, str):
            self.left.append(LeftCell(self.grid.sheet, cell, f"of “{heading}” {months}"))
            return
        role = says.role or FigureRole.ACTUAL
        self.figures.append(FoundFigure(self.grid.sheet, cell, measure, months, role, guess))

    def _pass_over(self, row: int, label: str, heads: Mapping[int, "_Heading"]) -> None:
        """A row with figures and a name that no measure has, or that two have."""
        cells = self.grid.cells_of_row[row]
        figures = (each for each in cells if each not in self._labels and self._is_number(row, each))
        if any(heads[each].says.is_understood for each in figures):
            self.unknown.append(LeftCell(self.grid.sheet, next(iter(cells.values())), label))


@dataclass(frozen=True, slots=True)
class _Heading:
    """What stands over a column, and a ``year`` that is named elsewhere, with the words that name it."""

    text: str = ""
    says: HeadingSays = NOTHING_SAID
    year: int | None = None
    year_from: str = ""

    @property
    def counts(self) -> bool:
        return self.says.is_understood and self.says.role in {None, FigureRole.ACTUAL}

    def with_below(self, text: str, says: HeadingSays) -> "_Heading":
        words = " ".join(dict.fromkeys(filter(None, (self.text, text))))
        return _Heading(words, self.says.over(says))

    def in_year(self, years: Mapping[int, str]) -> "_Heading":
        ((year, words),) = years.items() if len(years) == 1 else ((None, ""),)
        return replace(self, year=year, year_from=words)


def _best(named: Mapping[int, int]) -> int | None:
    """The column in which most measures are named; the first of several, and none where none is."""
    best = max(named, key=lambda each: (named[each], -each), default=None)
    return best if best is not None and named[best] else None


_MOST_HEADING_ROWS = 6
"""Rows above the last one of headings that may be of them."""

_BEGINS_A_FIGURE, _LONGEST_FIGURE = re.compile(r"[-+<>£( ]*[\d.]+(?![\d/]|-\d)"), 20
"""What a figure that is typed as text begins with; a year is none."""


def refs_of(cells: Sequence[Cell]) -> Iterator[str]:
    """The references of cells, runs down a column or along a row as one: ``D5``, ``D7:D12``."""
    places = {(each.row, each.column): each for each in cells}
    done: set[tuple[int, int]] = set()
    for row, column in sorted(places):
        if (row, column) in done:
            continue
        run = [max((_run(places, row, column, *step) for step in ((1, 0), (0, 1))), key=len)]
        done.update(run[0])
        first, last = places[run[0][0]], places[run[0][-1]]
        yield first.ref if first is last else f"{first.ref}:{last.ref}"


def _run(places: Mapping[tuple[int, int], Cell], row: int, column: int, down: int, along: int) -> list[tuple[int, int]]:
    run = [(row, column)]
    while (after := (run[-1][0] + down, run[-1][1] + along)) in places:
        run.append(after)
    return run
