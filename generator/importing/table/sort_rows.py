"""The rows under the headings, sorted out: measures, banners that name what follows, notes, and what is left."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from types import MappingProxyType
from typing import NamedTuple

from generator.importing.meaning.fields import ListField, as_heading, known_by_likeness, known_by_name
from generator.importing.table.list_table import Heading, LeftRow, ListRow, said_in
from generator.xlsx import Cell, Merged, Sheet

NO_MEASURE = "It names no measure: a note, a total or a key."
_STRUCK = "Its title is struck out."
_AGAIN = "The headings again."
_ABOVE = "It stands above the headings."
_BELONGS = "Its title is merged with that of the row above, so it belongs to that measure."


class SortedRows(NamedTuple):
    """The measures of a sheet, and its other rows with why they were left."""

    rows: tuple[ListRow, ...]
    left: tuple[LeftRow, ...]


def sorted_rows(
    sheet: Sheet, heading_rows: Sequence[int], headings: Sequence[Heading], said: Mapping[str, ListField]
) -> SortedRows:
    """Sort the rows of a sheet, whose headings are known; ``said`` is what was said of columns, by their labels."""
    return _Sorter(sheet, heading_rows, headings, said).sorted()


@dataclass
class _Sorter:
    """Goes through a sheet from the top down."""

    sheet: Sheet
    heading_rows: Sequence[int]
    headings: Sequence[Heading]
    said: Mapping[str, ListField]
    left: list[LeftRow] = field(default_factory=list)
    measures: list[ListRow] = field(default_factory=list)
    waiting: list[tuple[int, str]] = field(default_factory=list)
    """Rows with one text alone since the last measure: banners where a measure follows, else notes."""
    banners: tuple[str, ...] = ()

    def sorted(self) -> SortedRows:
        rows: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in self.sheet.cells.items():
            rows.setdefault(row, {})[column] = cell
        for number in sorted(rows):
            if number < min(self.heading_rows):
                self._leave(number, rows[number].values(), _ABOVE)
            elif number not in self.heading_rows:
                self._sort(number, rows[number])
        self.left += (LeftRow(self.sheet.name, number, text, NO_MEASURE) for number, text in self.waiting)
        self._drop_key()
        return SortedRows(tuple(self.measures), tuple(sorted(self.left, key=lambda each: each.number)))

    def _sort(self, number: int, cells: Mapping[int, Cell]) -> None:
        alone = self._alone(number, cells)
        if self._is_heading_again(cells):
            self._leave(number, cells.values(), _AGAIN)
        elif alone is not None:
            self.waiting.append((number, alone))
        elif self._title_column is not None and self._continues(number):
            self._leave(number, cells.values(), _BELONGS)
        else:
            self._take(number, cells)

    def _take(self, number: int, cells: Mapping[int, Cell]) -> None:
        merged = dict(self._merged(number))
        title = self._title_column
        own = cells.get(title) if title is not None else None
        if own is not None and own.is_struck_out:
            self._leave(number, cells.values(), _STRUCK)
        elif not self._is_measure(cells, merged):
            self._leave(number, cells.values(), NO_MEASURE)
        else:
            self._settle_banners()
            labels = {each.column: each.label for each in self.headings}
            every = {labels[column]: cell for column, cell in {**merged, **cells}.items() if column in labels}
            self.measures.append(
                ListRow(
                    sheet=self.sheet.name,
                    number=number,
                    cells=MappingProxyType(every),
                    merged=frozenset(labels[column] for column in merged if column in labels),
                    banners=self.banners,
                    is_hidden=number in self.sheet.beside.hidden_rows,
                )
            )

    def _drop_key(self) -> None:
        """Take off the end what has no code, though the others have, and says little: the key under the table."""
        code = next((each.label for each in self.headings if each.column == self._code_column), None)
        coded = [row for row in self.measures if code in row.cells]
        if len(coded) * 2 <= len(self.measures):
            return
        least = median(len(row.cells) for row in coded) / 3
        while self.measures[-1] not in coded and len(self.measures[-1].cells) <= least:
            row = self.measures.pop()
            self._leave(row.number, row.cells.values(), NO_MEASURE)

    def _settle_banners(self) -> None:
        """One banner replaces the lowest of those before it, several replace all; the first is the widest."""
        texts = tuple(text for _, text in self.waiting)
        if len(texts) == 1 and len(self.banners) > 1:
            texts = (*self.banners[:-1], *texts)
        self.banners = texts or self.banners
        self.waiting.clear()

    def _alone(self, number: int, cells: Mapping[int, Cell]) -> str | None:
        """The one text of a row that says nothing else; None where there is more, or a number."""
        texts = {said_in(cell) for cell in cells.values()} - {""}
        numbers = any(cell.number is not None for cell in cells.values())
        is_wide = any(each.first[0] == number and each.last[1] > each.first[1] for each in self.sheet.merged)
        if len(texts) != 1 or numbers or (len(cells) > 1 and not is_wide):
            return None
        return texts.pop()

    def _is_heading_again(self, cells: Mapping[int, Cell]) -> bool:
        same = [each for each in self.headings if each.column in cells and each.text == said_in(cells[each.column])]
        return len(same) >= 2 and len(same) * 2 > len(cells)

    def _continues(self, number: int) -> bool:
        """Whether the title stands in merged cells that begin in a row above."""
        return any(
            each.first[0] < number <= each.last[0] and each.first[1] <= (self._title_column or 0) <= each.last[1]
            for each in self.sheet.merged
            if each.first[0] not in self.heading_rows
        )

    def _merged(self, number: int) -> Iterator[tuple[int, Cell]]:
        """What merged cells that begin in a row above say here."""
        for each in self._tall:
            if each.first[0] < number <= each.last[0] and (anchor := self.sheet.cells.get(each.first)):
                yield each.first[1], anchor

    @property
    def _tall(self) -> Iterator[Merged]:
        return (
            each
            for each in self.sheet.merged
            if each.last[0] > each.first[0] and each.first[0] > max(self.heading_rows)
        )

    def _is_measure(self, cells: Mapping[int, Cell], merged: Mapping[int, Cell]) -> bool:
        """Whether a row has a title, and says something of it; a total is none."""
        title = self._title_column
        if title is None:
            return len(cells) > 1
        text = said_in(cells[title]) if title in cells else ""
        if not text:
            return self._code_column in cells and len(cells) > 1
        coded = cells.get(self._code_column or 0)
        code = said_in(coded) if coded else ""
        return not {as_heading(text), as_heading(code)} & _TOTALS and len(cells) + len(merged) > 1

    @property
    def _title_column(self) -> int | None:
        return self._column_of(ListField.TITLE)

    @property
    def _code_column(self) -> int | None:
        return self._column_of(ListField.CODE)

    def _column_of(self, wanted: ListField) -> int | None:
        said = next((each.column for each in self.headings if self.said.get(each.label) is wanted), None)
        if said is not None:
            return said
        scored = [
            ((known_by_name(each.text) or known_by_likeness(each.text)).get(wanted, 0.0), -each.column)
            for each in self.headings
        ]
        score, column = max(scored, default=(0.0, 0))
        return -column if score else None

    def _leave(self, number: int, cells: Iterable[Cell], why: str) -> None:
        text = " | ".join(said for cell in cells if (said := said_in(cell)))
        if text:
            self.left.append(LeftRow(self.sheet.name, number, text, why))


_TOTALS = {"total", "totals", "grand total", "sub total", "subtotal", "average", "overall"}
