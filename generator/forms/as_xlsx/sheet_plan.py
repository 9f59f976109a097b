"""A workbook as it is planned: what stands in each cell, and how each sheet is set up; no library, no file.

``writing`` makes the bytes. What a plan says of its sheets apart from their cells is its frame: workbooks of one frame
are made alike, and differ in their cells alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from generator.forms.as_xlsx.looks import Look


class Formula(NamedTuple):
    """A formula, without ``=``, and what it gives as long as nothing is filled in, where that is known."""

    text: str
    at_first: str | None = None


class Asked(NamedTuple):
    """A question in bold, with what is said of it below."""

    label: str
    hint: str


type_of_content = Formula | Asked | Decimal | int | date | str | None


class Put(NamedTuple):
    """What stands in a cell, and how it looks."""

    content: type_of_content
    look: Look
    number_format: str = "General"


class Rule(NamedTuple):
    """What a cell takes: a list or a date, with what is said when the cell is chosen, or takes something else."""

    cell: str
    kind: Literal["list", "date"] | None
    formula: str
    alert: str
    prompt_title: str
    prompt: str


class Colour(NamedTuple):
    """How the cells of a range look where a formula holds; no ink leaves their own."""

    cells: str
    formula: str
    fill: str
    ink: str | None = None

    @property
    def paint(self) -> tuple[str, str | None]:
        """The colours alone."""
        return self.fill, self.ink


class SheetColumn(NamedTuple):
    """The width of a column, and whether it is out of sight."""

    width: float
    hidden: bool = False


class PlannedTable(NamedTuple):
    """A table with a heading row, so that a screen reader says the heading of each cell."""

    name: str
    cells: str
    headings: tuple[str, ...]


class Frame(NamedTuple):
    """How a sheet is set up; ``open_cells`` may be filled in, and ``digits_as_text`` are no mistake where they are."""

    title: str
    columns: tuple[SheetColumn, ...]
    hidden: bool = False
    table: PlannedTable | None = None
    rules: tuple[Rule, ...] = ()
    colours: tuple[Colour, ...] = ()
    open_cells: str = ""
    digits_as_text: str = ""
    frozen_rows: int = 0
    frozen_columns: int = 0
    start: str = "A1"
    print_area: str | None = None
    repeated_rows: str | None = None
    landscape: bool = False
    scale: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PlannedRow:
    """A row of a sheet: its cells by column, and its height, if it has one of its own.

    It is itself alone, and no other that is like it, so that to look up what was made of it takes no time.
    """

    number: int
    cells: tuple[tuple[int, Put], ...]
    height: float | None
    hidden: bool
    looks: tuple[tuple[Look, str], ...]


def planned_row(number: int, cells: Mapping[int, Put], height: float | None, *, hidden: bool = False) -> PlannedRow:
    """A row with these cells, by their columns."""
    in_order = tuple(sorted(cells.items()))
    looks = dict.fromkeys((put.look, put.number_format) for _, put in in_order)
    return PlannedRow(number, in_order, height, hidden, tuple(looks))


@dataclass(slots=True)
class SheetPlan:
    """A sheet: rows that are ready, and the cells of others, by row and column, with their heights."""

    title: str
    ready: dict[int, PlannedRow] = field(default_factory=dict)
    cells: dict[int, dict[int, Put]] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    frame: Frame | None = None

    def add(self, row: PlannedRow) -> None:
        """Write a row that is ready."""
        self.ready[row.number] = row

    def put(self, row: int, column: int, content: type_of_content, look: Look, number_format: str = "General") -> None:
        """Write a cell."""
        self.cells.setdefault(row, {})[column] = Put(content, look, number_format)

    def rows(self) -> tuple[PlannedRow, ...]:
        """All of its rows, in order."""
        others = {number: planned_row(number, cells, self.heights.get(number)) for number, cells in self.cells.items()}
        return tuple(row for _, row in sorted({**self.ready, **others}.items()))


class PlannedName(NamedTuple):
    """A defined name: of the workbook, or of the sheet at a place of its own."""

    sheet: int | None
    name: str
    reference: str


def quoted(sheet: str) -> str:
    """A sheet's name as a reference writes it."""
    return "'" + sheet.replace("'", "''") + "'"


class BookPlan(NamedTuple):
    """A workbook, dated ``day`` throughout."""

    title: str
    creator: str
    day: date
    sheets: tuple[SheetPlan, ...]
    names: tuple[PlannedName, ...]
