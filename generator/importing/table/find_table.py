"""Finding the list in a workbook: under title rows, with one or two rows of headings, on one sheet or on several."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.importing.meaning.fields import ListField, as_heading, known_by_likeness, known_by_name
from generator.importing.meaning.target_headings import part_of_heading, target_heading, year_of_heading
from generator.importing.table.list_table import Heading, LeftRow, ListRow, ListTable, said_in
from generator.importing.table.sort_rows import sorted_rows
from generator.xlsx import Book, Cell, Sheet

_LOOKED_THROUGH = 100
"""Rows of a sheet among which the headings are looked for."""

_LEAST = 2
"""Headings that are known by name, in a row that is taken for that of the headings."""

_LONGEST_HEADING = 120
"""Characters; whoever writes more in a cell writes no heading."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A sheet with its row or rows of headings."""

    sheet: Sheet
    rows: tuple[int, ...]
    headings: tuple[Heading, ...]

    @property
    def fields(self) -> frozenset[ListField]:
        return frozenset(field for each in self.headings for field in fields_by_name(each)) | frozenset(
            found.field for each in self.headings if (found := target_heading(each.text, each.above))
        )


def fields_by_name(heading: Heading) -> Mapping[ListField, float]:
    """The fields that a heading may be of by its words: its own, else with what stands above it, else nearly so."""
    own = known_by_name(heading.text)
    whole = known_by_name(heading.label) if heading.above else {}
    return own or whole or known_by_likeness(heading.text)


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said of where the list is, and of what its columns (by their labels) hold; all may be empty."""

    sheets: tuple[str, ...] = ()
    heading_rows: tuple[int, ...] = ()
    year: int | None = None
    """The financial year that is wanted: of two sheets with the same list, one of another year is the older."""
    columns: Mapping[str, ListField] = field(default_factory=lambda: MappingProxyType({}))


NOTHING_SAID = Said()


def find_table(book: Book, said: Said = NOTHING_SAID) -> ListTable | None:
    """The list of a workbook; None where no row of headings can be told."""
    wanted = {each.casefold() for each in said.sheets}
    there = [each for each in book.sheets if (each.name.casefold() in wanted if wanted else each.state == "visible")]
    found = [each for sheet in there if (each := _headings_of(sheet, said.heading_rows)) is not None]
    if not found:
        return None
    best = max(found, key=lambda each: len(each.fields) - (year_of_heading(each.sheet.name) not in {None, said.year}))
    alike = found if wanted else [each for each in found if each is best or _is_like(each, best)]
    return _table(alike, best, book, said)


def _is_like(other: _Found, best: _Found) -> bool:
    """Whether a sheet has the same list for another part of the council: almost the same headings."""
    labels, wanted = ({as_heading(each.label) for each in found.headings} for found in (other, best))
    return len(labels & wanted) >= 3 and len(labels & wanted) * 4 >= len(wanted) * 3


def _headings_of(sheet: Sheet, said: Sequence[int]) -> _Found | None:
    rows = _rows_of(sheet)
    if said:
        block = tuple(row for row in said if row in rows)
    else:
        last = min(rows, default=0) + _LOOKED_THROUGH
        scores = {row: _score(cells.values()) for row, cells in rows.items() if row <= last}
        best = max(scores, key=lambda row: (scores[row], -row), default=0)
        if not scores or scores[best] < _LEAST:
            return None
        block = _block(sheet, rows, best)
    return _Found(sheet, block, tuple(_headings(sheet, rows, block))) if block else None


def _rows_of(sheet: Sheet) -> dict[int, dict[int, Cell]]:
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sheet.cells.items():
        rows.setdefault(row, {})[column] = cell
    return rows


def _score(cells: Iterable[Cell]) -> float:
    """How many columns of a list a row's texts name; a slip of the pen counts a little less."""
    texts = [text for cell in cells if 0 < len(text := said_in(cell)) <= _LONGEST_HEADING]
    named = {next(iter(found)) for text in texts if (found := known_by_name(text))}
    targets = {target.field for text in texts if (target := target_heading(text))}
    near = {next(iter(found)) for text in texts if not known_by_name(text) and (found := known_by_likeness(text))}
    return len(named | targets) + 0.5 * len(near - named)


def _block(sheet: Sheet, rows: Mapping[int, Mapping[int, Cell]], best: int) -> tuple[int, ...]:
    """The row of the headings with the one below it or above it, where that belongs to them."""
    below, above = rows.get(best + 1, {}), rows.get(best - 1, {})
    spanned = [each for each in sheet.merged if each.first[0] == best and each.last[1] > each.first[1]]
    under = [said_in(cell) for cell in below.values()]
    if len(under) >= 2 and all(_parts_a_heading(text) for text in under):
        return (best, best + 1)
    names = [said_in(cell) for cell in above.values()]
    over = [each for each in sheet.merged if each.first[0] == best - 1 and each.last[1] > each.first[1]]
    covers_all = any(each.last[1] - each.first[1] + 1 >= len(rows[best]) for each in over)
    if names and not covers_all and (over or len(names) >= 2) and all(len(each) <= 60 for each in names):
        return (best - 1, best)
    return (best, best + 1) if spanned and under and all(_parts_a_heading(each) for each in under) else (best,)


def _parts_a_heading(text: str) -> bool:
    """Whether a text says which part of the heading above it is meant: a quarter, a year, actual or target."""
    words = as_heading(text)
    return bool(part_of_heading(text) or year_of_heading(text)) or words in _PARTS


_PARTS = {
    *("annual", "year", "year end", "full year", "target", "actual", "result", "green", "amber", "red", "ye", "total"),
    *("yr end", "status", "rag", "outturn", "ytd"),
    *("apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "jan", "feb", "mar"),
}


def _headings(sheet: Sheet, rows: Mapping[int, Mapping[int, Cell]], block: tuple[int, ...]) -> Iterator[Heading]:
    """The headings of all columns in which something stands, each with what stands above it."""
    *upper, last = block
    own = _spread(sheet, last, rows.get(last, {}), block)
    over = _spread(sheet, upper[0], rows.get(upper[0], {}), block, below=own) if upper else {}
    labels: set[str] = set()
    for column in sorted({column for _, column in sheet.cells}):
        text, above = own.get(column, ""), over.get(column, "")
        heading = Heading(column, text, above) if text and text != above else Heading(column, text or above)
        if as_heading(heading.label) in labels:
            heading = Heading(column, f"{heading.label} (column {heading.letters})")
        labels.add(as_heading(heading.label))
        yield heading


def _spread(
    sheet: Sheet,
    row: int,
    cells: Mapping[int, Cell],
    block: tuple[int, ...],
    below: Mapping[int, str] | None = None,
) -> dict[int, str]:
    """The texts of a row of the headings by column, with those of merged cells that reach into it.

    ``below`` is the row under it: where nothing is merged, a text holds up to the next, over columns with one below.
    """
    texts = {column: said_in(cell) for column, cell in cells.items()}
    for each in sheet.merged:
        anchor = sheet.cells.get(each.first)
        reaches = each.first[0] <= row <= each.last[0] <= max(block) and each.first[0] in block
        if anchor and reaches:
            texts |= {column: said_in(anchor) for column in range(each.first[1], each.last[1] + 1)}
    if below is not None and not any(each.first[0] == row and each.last[1] > each.first[1] for each in sheet.merged):
        current = ""
        for column in sorted({*texts, *below}):
            current = texts.get(column, "") or (current if _parts_a_heading(below.get(column, "")) else "")
            texts[column] = current
    return {column: text for column, text in texts.items() if text}


def _table(found: Sequence[_Found], best: _Found, book: Book, said: Said) -> ListTable:
    rows: list[ListRow] = []
    left: list[LeftRow] = []
    headings: dict[str, Heading] = {}
    read: list[str] = []
    for each in sorted(found, key=lambda one: one is not best):
        sorted_out = sorted_rows(each.sheet, each.rows, each.headings, said.columns)
        if read and _holds_the_same(sorted_out.rows, rows, headings):
            continue
        headings |= {one.label: one for one in each.headings if one.label not in headings}
        rows += sorted_out.rows
        left += sorted_out.left
        read.append(each.sheet.name)
    order = [each.name for each in book.sheets]
    rows.sort(key=lambda row: (order.index(row.sheet), row.number))
    hidden = tuple(one.label for one in best.headings if one.column in best.sheet.beside.hidden_columns)
    return ListTable(
        sheets=tuple(name for name in order if name in read),
        heading_rows=best.rows,
        headings=MappingProxyType(headings),
        rows=tuple(rows),
        left=tuple(left),
        other_sheets=tuple(each.name for each in book.sheets if len(_rows_of(each)) > 1 and each.name not in read),
        hidden_columns=hidden,
    )


def _holds_the_same(rows: Sequence[ListRow], known: Sequence[ListRow], headings: Mapping[str, Heading]) -> bool:
    """Whether a sheet lists mostly the measures that another does: it is last year's, or a copy."""
    titles = [label for label, each in headings.items() if ListField.TITLE in fields_by_name(each)]
    every = {row.text(label) for row in known for label in titles} - {""}
    again = [row for row in rows if any(row.text(label) in every for label in titles)]
    return len(again) * 2 > len(rows)
