"""A council's list as it was found in a workbook: its headings, its rows, and what stands about them."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.toml.values import cut
from generator.reading.answers.cell_answers import Mistake, text_of
from generator.xlsx import Cell, CellKind, column_letters


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column; ``above`` is what stands over it and its neighbours in a row of headings above."""

    column: int
    text: str
    above: str = ""

    @property
    def letters(self) -> str:
        """The letters of its column."""
        return column_letters(self.column)

    @property
    def label(self) -> str:
        """What the column is called by itself: with what stands above it, if anything does."""
        parts = (" ".join(part.split()) for part in (self.above, self.text))
        return cut(" ".join(dict.fromkeys(part for part in parts if part)), _LONGEST) or f"Column {self.letters}"


_LONGEST = 200
_NO_LABELS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """A row of the list that holds a measure.

    ``cells`` has what it says by the labels of its columns; ``merged`` the labels under which that was written once for
    several rows in merged cells, ``repeated`` those under which the row is empty and the one above was meant.
    ``banners`` are the rows of their own above it that name what follows, the widest first.
    """

    sheet: str
    number: int
    cells: Mapping[str, Cell]
    merged: frozenset[str] = _NO_LABELS
    repeated: frozenset[str] = _NO_LABELS
    banners: tuple[str, ...] = ()
    is_hidden: bool = False

    def text(self, label: str) -> str:
        """What it says under a label, on one line; empty for nothing, for an error and for an unsaved formula."""
        cell = self.cells.get(label)
        return said_in(cell) if cell else ""


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A row that is no measure: what it says, and why it was left."""

    sheet: str
    number: int
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTable:
    """The list: of one sheet, or of several with the same headings. ``headings`` are by their labels."""

    sheets: tuple[str, ...]
    heading_rows: tuple[int, ...]
    headings: Mapping[str, Heading]
    rows: tuple[ListRow, ...]
    left: tuple[LeftRow, ...] = ()
    other_sheets: tuple[str, ...] = ()
    """Sheets with something on them that were not read."""
    hidden_columns: tuple[str, ...] = ()
    """The labels of columns that are hidden in the list."""

    @property
    def unread(self) -> tuple[str, ...]:
        """The cells of its rows that show an error, or whose formula was never worked out."""
        cells = (cell for row in self.rows for cell in row.cells.values())
        return tuple(dict.fromkeys(cell.ref for cell in cells if cell.kind in _UNREAD))

    def column(self, label: str) -> tuple[Cell, ...]:
        """What stands under a label, in the order of the rows; cells that were repeated count once."""
        found = {(row.sheet, cell.row): cell for row in self.rows if (cell := row.cells.get(label))}
        return tuple(found.values())


_UNREAD = {CellKind.ERROR, CellKind.UNCALCULATED}


def said_in(cell: Cell) -> str:
    """What a cell says, on one line; empty where it shows an error or its formula was never worked out."""
    text = text_of(cell)
    return "" if isinstance(text, Mistake) else " ".join(text.split())
