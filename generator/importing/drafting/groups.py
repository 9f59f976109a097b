"""What each measure belongs to: by a column, filled down; by rows of their own; or by its sheet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from generator.importing.drafting.draft import EMPTY, DraftEntry, guessed, taken
from generator.importing.meaning.fields import ListField, as_heading
from generator.importing.table.columns import Columns
from generator.importing.table.list_table import ListRow, ListTable

ALL = "All services"
"""The one directorate of a list that names none: the report needs something to group by."""

_ALIKE = 90
SECTION = "Section"
"""The column of the council's own for names in rows of their own that are neither directorate nor service."""


def filled_down(table: ListTable, columns: Columns) -> ListTable:
    """The list with its groups in every row: one that is empty under another is meant for both.

    A service goes on only within its directorate, and only where that is not written anew either.
    """
    labels = [label for field in (ListField.DIRECTORATE, ListField.SERVICE) if (label := columns.label(field))]
    rows = list(table.rows[:1])
    for _, row in pairwise(table.rows):
        rows.append(_continued(row, rows[-1], labels) if row.sheet == rows[-1].sheet else row)
    return replace(table, rows=tuple(rows))


def _continued(row: ListRow, above: ListRow, labels: Sequence[str]) -> ListRow:
    missing = [label for label in labels if not row.text(label)]
    if not labels or labels[0] not in missing or row.banners != above.banners:
        return row
    found = {label: above.cells[label] for label in missing if label in above.cells}
    cells = MappingProxyType({**row.cells, **found})
    return replace(row, cells=cells, repeated=frozenset(found))


class Groups:
    """Names what each row belongs to, as the settings spell it; ``word`` is what a group of the report is."""

    def __init__(
        self, table: ListTable, columns: Columns, known: Sequence[str], said: Mapping[str, str], *, word: str
    ) -> None:
        self._word = word
        self._directorate, self._service = columns.label(ListField.DIRECTORATE), columns.label(ListField.SERVICE)
        self._several_sheets = len(table.sheets) > 1
        self._known = {as_heading(name): name for name in known}
        self._said = {as_heading(name): right for name, right in said.items()}
        self._level = self._level_of_directorates(table.rows)

    def entries(self, row: ListRow) -> Mapping[str, DraftEntry]:
        """Directorate and service of a row, and what else its banners say."""
        banners = list(row.banners)
        if self._directorate:
            directorate = self._from_column(row, self._directorate)
        elif banners:
            directorate = self._named(banners.pop(min(self._level, len(banners) - 1)))
        elif self._several_sheets:
            directorate = self._named(row.sheet)
        else:
            why = f"The list names no {self._word}, and the report is grouped by it: all stand under one."
            directorate = guessed(ALL, why)
        service = self._from_column(row, self._service, settle=False) if self._service else EMPTY
        if banners and service == EMPTY and not self._service:
            service = taken(banners.pop(0))
        rest = {SECTION: taken(" > ".join(banners))} if banners else {}
        return {ListField.DIRECTORATE: directorate, ListField.SERVICE: service, **rest}

    def _level_of_directorates(self, rows: Sequence[ListRow]) -> int:
        """Which banners, counted from the widest, name directorates: those that the settings know, else the widest."""
        known = [0, 0, 0, 0]
        for row in rows:
            for level, name in enumerate(row.banners[: len(known)]):
                known[level] += as_heading(name) in self._known
        return known.index(max(known))

    def _from_column(self, row: ListRow, label: str, *, settle: bool = True) -> DraftEntry:
        text = row.text(label)
        if not text:
            why = f"The list names no {self._word} here."
            return guessed(ALL, why) if settle else EMPTY
        named = self._named(text) if settle else taken(text)
        if label in row.repeated:
            return guessed(named.value, f"The cell is empty; “{text}” stands above it.")
        return named

    def _named(self, text: str) -> DraftEntry:
        name = as_heading(text)
        if right := self._said.get(name) or self._known.get(name):
            return taken(right)
        near = self._nearest(name)
        return guessed(near, f"“{text}” is nearly “{near}”, which the settings name.") if near else taken(text)

    def _nearest(self, name: str) -> str | None:
        from rapidfuzz.fuzz import ratio  # noqa: PLC0415, no other command needs it

        scored = max(((ratio(name, each), right) for each, right in self._known.items()), default=(0.0, ""))
        return scored[1] if scored[0] >= _ALIKE else None


def names_of(entries: Iterator[DraftEntry]) -> tuple[str, ...]:
    """The names that entries have, each once, in their order."""
    return tuple(dict.fromkeys(str(each.value) for each in entries if each.value))
