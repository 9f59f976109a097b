"""A sheet as rows and columns, either way round, with what merged cells say spread over all that they cover."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from generator.importing.table.list_table import said_in
from generator.xlsx import Cell, Merged, Sheet

_MOST_COVERED = 10_000
"""Cells that a merged one is spread over; one that covers more holds no heading."""


@dataclass(frozen=True)
class Grid:
    """The cells of a sheet by row and column; where it is turned, a row is what was a column."""

    sheet: str
    cells: Mapping[tuple[int, int], Cell]
    merged: tuple[Merged, ...] = ()

    @classmethod
    def of(cls, sheet: Sheet) -> "Grid":
        """A sheet as it stands."""
        return cls(sheet.name, sheet.cells, sheet.merged)

    def turned(self) -> "Grid":
        """Rows as columns, and columns as rows."""
        cells = {(column, row): cell for (row, column), cell in self.cells.items()}
        return Grid(self.sheet, cells, tuple(Merged(each.first[::-1], each.last[::-1]) for each in self.merged))

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The rows in which something stands."""
        return tuple(sorted({row for row, _ in self.cells}))

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns in which something stands."""
        return tuple(sorted({column for _, column in self.cells}))

    @cached_property
    def texts(self) -> Mapping[tuple[int, int], str]:
        """What each cell says, on one line; that of a merged one at every place that it covers."""
        texts = {place: text for place, cell in self.cells.items() if (text := said_in(cell))}
        for each in self.merged:
            if said := texts.get(each.first):
                texts |= dict.fromkeys(self._covered(each), said)
        return texts

    def _covered(self, merged: Merged) -> tuple[tuple[int, int], ...]:
        rows, columns = (
            every[bisect_left(every, first) : bisect_right(every, last)]
            for every, first, last in zip((self.rows, self.columns), merged.first, merged.last, strict=True)
        )
        return tuple(product(rows, columns)) if len(rows) * len(columns) <= _MOST_COVERED else ()

    @cached_property
    def by_column(self) -> Mapping[int, Mapping[int, str]]:
        """The texts of each column by their rows, from the top down."""
        found: dict[int, dict[int, str]] = {column: {} for column in self.columns}
        for (row, column), text in sorted(self.texts.items()):
            found[column][row] = text
        return found

    @cached_property
    def by_row(self) -> Mapping[int, Mapping[int, str]]:
        """The texts of each row by their columns, from the left."""
        found: dict[int, dict[int, str]] = {row: {} for row in self.rows}
        for (row, column), text in sorted(self.texts.items()):
            found[row][column] = text
        return found

    @cached_property
    def cells_of_row(self) -> Mapping[int, Mapping[int, Cell]]:
        """The cells of each row by their columns, from the left; those that show an error too."""
        found: dict[int, dict[int, Cell]] = {row: {} for row in self.rows}
        for (row, column), cell in sorted(self.cells.items()):
            found[row][column] = cell
        return found

    @cached_property
    def words(self) -> Mapping[int, frozenset[str]]:
        """The texts of each column that are no numbers, in small letters."""
        found: dict[int, set[str]] = {column: set() for column in self.columns}
        for (_, column), text in self.texts.items():
            if not text.isdecimal():
                found[column].add(text.casefold())
        return {column: frozenset(words) for column, words in found.items()}
