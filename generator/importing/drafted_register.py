"""From a workbook to a drafted register: the list found, its columns known, each row drafted. Nothing is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.importing.drafting.codes import codes_of
from generator.importing.drafting.draft import Draft, DraftEntry, How
from generator.importing.drafting.groups import Groups, filled_down, names_of
from generator.importing.drafting.levels import proposed_schemes
from generator.importing.drafting.measures import Given, draft_of, gives_shares
from generator.importing.mapping_file import ListMapping
from generator.importing.meaning.fields import ListField
from generator.importing.table.codes_in_titles import with_codes_apart
from generator.importing.table.columns import Columns, map_columns
from generator.importing.table.find_table import find_table
from generator.importing.table.list_table import LeftRow, ListRow, ListTable
from generator.model.measure import Kind
from generator.model.period import Period
from generator.xlsx import Book

REPEATED = "It says the same as a row above."


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectWants:
    """What the project wants of a list: its directorates, the period that it reports, its schemes by their names.

    ``unrated`` are the kinds of measure that its default scheme cannot rate, ``levels`` the columns that reports are
    grouped by: what they name is a draft's Directorate and Service, whatever these columns are called.
    """

    directorates: tuple[str, ...]
    period: Period
    schemes: frozenset[str] = frozenset()
    unrated: frozenset[Kind] = frozenset()
    levels: tuple[str, ...] = (ListField.DIRECTORATE,)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedRegister:
    """A register as it could be written, and the list that it was drafted from."""

    table: ListTable
    columns: Columns
    drafts: tuple[Draft, ...]
    schemes: Mapping[str, str]
    """The texts of proposed schemes, by their names."""

    @property
    def directorates(self) -> tuple[str, ...]:
        """The directorates of the register, in the list's order."""
        return names_of(draft.entry(ListField.DIRECTORATE) for draft in self.drafts)

    @property
    def made_up_codes(self) -> dict[str, str]:
        """The codes that the list does not have as they are, by the titles of their measures."""
        guessed = [each for each in self.drafts if each.entry(ListField.CODE).how is How.GUESSED]
        return {each.text(ListField.TITLE): each.text(ListField.CODE) for each in guessed if each.text(ListField.TITLE)}


def drafted_register(book: Book, mapping: ListMapping, wanted: ProjectWants) -> DraftedRegister | None:
    """Draft a register from a workbook; None where it has no list."""
    found = find_table(book, mapping.said(_labels(book, mapping, wanted.period.year), wanted.period.year))
    if found is None:
        return None
    known = map_columns(found, mapping.of_columns(found.headings), wanted.period, wanted.directorates, wanted.levels)
    whole, columns = with_codes_apart(found, known)
    table = _without_repeats(filled_down(whole, columns))
    return DraftedRegister(
        table=table,
        columns=columns,
        drafts=(drafts := tuple(_drafts(table, columns, mapping, wanted))),
        schemes=MappingProxyType(proposed_schemes(each.text(ListField.SCHEME) for each in drafts)),
    )


def _labels(book: Book, mapping: ListMapping, year: int) -> Mapping[str, object]:
    """The headings of the list, where something was said of columns; else nothing need be known."""
    found = find_table(book, replace(mapping, columns=MappingProxyType({})).said({}, year)) if mapping.columns else None
    return found.headings if found else {}


def _without_repeats(table: ListTable) -> ListTable:
    """The list without rows that say word for word what one above says."""
    seen: set[tuple[tuple[str, str], ...]] = set()
    rows: list[ListRow] = []
    left: list[LeftRow] = []
    for row in table.rows:
        texts = tuple(sorted((label, row.text(label)) for label in row.cells))
        if texts in seen:
            left.append(LeftRow(row.sheet, row.number, " | ".join(text for _, text in texts if text), REPEATED))
        else:
            rows.append(row)
        seen.add(texts)
    return replace(table, rows=tuple(rows), left=(*table.left, *left)) if left else table


def _drafts(table: ListTable, columns: Columns, mapping: ListMapping, wanted: ProjectWants) -> Iterator[Draft]:
    groups = Groups(table, columns, wanted.directorates, mapping.groups, word=wanted.levels[0].lower())
    belonging = [groups.entries(row) for row in table.rows]
    labels = {field: column.label for field, column in columns.used.items()}
    title = labels.get(ListField.TITLE, "")
    codes = codes_of(
        table.rows,
        labels.get(ListField.CODE),
        [row.text(title) for row in table.rows],
        _names(belonging),
        mapping.codes,
    )
    given = Given(
        labels=MappingProxyType(labels),
        in_shares=gives_shares(table.rows, labels),
        schemes=wanted.schemes,
        unrated=wanted.unrated,
        frequency=wanted.period.frequency,
    )
    for row, code, group in zip(table.rows, codes, belonging, strict=True):
        yield draft_of(row, code, group, given)


def _names(belonging: Sequence[Mapping[str, DraftEntry]]) -> list[str]:
    return [str(each[ListField.DIRECTORATE].value or "") for each in belonging]
