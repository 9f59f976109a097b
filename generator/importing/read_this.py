"""What is said of a list that became a register: what to do, what was left open and guessed, and what of each row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.importing.drafted_register import DraftedRegister
from generator.importing.drafting.draft import Draft, DraftEntry, How
from generator.importing.layout import RegisterLayout
from generator.importing.meaning.fields import ListField
from generator.importing.table.columns import Column
from generator.model.english import counted, day_in_figures, listed
from generator.xlsx import column_letters

SHEET = "Read this"
COLOURS = (
    "In the sheet Measures, yellow cells were guessed and red ones were left open; each has a note that says why.",
    "When a cell is right, you may clear its colour and its note; nothing depends on them.",
)


@dataclass(frozen=True, slots=True)
class ReadThisPart:
    """A part of what is said: lines of cells under headings, or, without headings, lines of text."""

    title: str
    headings: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


def sections_of(register: DraftedRegister, layout: RegisterLayout, to_do: Sequence[str]) -> tuple[ReadThisPart, ...]:
    """All that is said, the most pressing first; parts with nothing in them are left out."""
    every = (
        ReadThisPart("What to do", (), tuple((line,) for line in (*to_do, *COLOURS))),
        ReadThisPart(
            "Left open: the list does not say it, or not so that it can be read",
            ("Cells", "Measures", "What was left open"),
            tuple(_told(register, layout, How.OPEN)),
        ),
        ReadThisPart(
            "Row by row",
            ("Row in the list", "Code", "Title", "Taken", "Guessed", "Left open"),
            tuple(map(_row, register.drafts)),
        ),
        ReadThisPart(
            "Columns of the list",
            ("Column", "Heading", "Became", "How that is known"),
            tuple(_column(each, layout) for each in register.columns.every),
        ),
        ReadThisPart(
            "Rows of the list that are no measures",
            ("Row in the list", "Sheet", "What it says", "Why it was left"),
            tuple((str(each.number), each.sheet, each.text, each.why) for each in register.table.left),
        ),
    )
    return tuple(each for each in every if each.lines)


def _told(register: DraftedRegister, layout: RegisterLayout, how: How) -> Iterator[tuple[str, ...]]:
    """What was left open or guessed, like with like: the cells, the measures, and what is said of them."""
    at = {heading: column_letters(column) for column, heading in enumerate(layout.headings, 1)}
    every = [
        (f"{at[heading]}{number}", draft.text(ListField.CODE), heading, entry)
        for number, draft in enumerate(register.drafts, 2)
        for name, entry in draft.that_are(how)
        for heading in [layout.heading_of(name)]
    ]
    values: dict[tuple[str, str], set[str]] = {}
    for _, _, heading, entry in every:
        values.setdefault((heading, entry.why), set()).add(_quoted(entry))
    alike: dict[type_of_said, list[tuple[str, str]]] = {}
    for cell, code, heading, entry in every:
        different = values[heading, entry.why]
        value = next(iter(different)) if len(different) == 1 and heading != ListField.CODE else ""
        alike.setdefault((heading, value, entry.why), []).append((cell, code))
    for said, found in _merged_by_row(alike):
        yield _few([cell for cell, _ in found]), _few(dict.fromkeys(code for _, code in found)), said


type_of_said = tuple[str, str, str]
"""A heading, the value under it, and why."""


def _merged_by_row(
    alike: Mapping[type_of_said, list[tuple[str, str]]],
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The same words about several columns of the same measures are said once: “Q1 target and Q2 target: …”."""
    joined: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for (heading, value, why), found in alike.items():
        joined.setdefault((value, why, tuple(code for _, code in found)), []).append(heading)
    for (value, why, _), headings in joined.items():
        cells = [each for heading in headings for each in alike[heading, value, why]]
        yield f"{listed(headings)}{value}: {why}", cells


_MOST_NAMED = 12


def _few(names: Iterable[str]) -> str:
    every = list(names)
    more = len(every) - _MOST_NAMED
    return ", ".join(every) if more <= 1 else f"{', '.join(every[:_MOST_NAMED])} and {more} more"


def _row(draft: Draft) -> tuple[str, ...]:
    hidden = " (hidden)" if draft.row.is_hidden else ""
    return (
        f"{draft.row.sheet}, row {draft.row.number}{hidden}",
        draft.text(ListField.CODE),
        draft.text(ListField.TITLE),
        ", ".join(heading for heading, entry in draft.that_are(How.TAKEN) if entry.value is not None),
        _said(draft.that_are(How.GUESSED)),
        _said((*draft.that_are(How.OPEN), *_without_value(draft))),
    )


def _without_value(draft: Draft) -> Iterator[tuple[str, DraftEntry]]:
    return ((heading, entry) for heading, entry in draft.that_are(How.TAKEN) if entry.value is None and entry.why)


def _said(entries: Iterable[tuple[str, DraftEntry]]) -> str:
    """Entries with the reason for each, those with the same reason together; a line each."""
    alike: dict[tuple[str, str], list[str]] = {}
    for heading, entry in entries:
        alike.setdefault((_quoted(entry), entry.why), []).append(heading)
    return "\n".join(f"{listed(headings)}{value}: {why}" for (value, why), headings in alike.items())


def _quoted(entry: DraftEntry) -> str:
    """The value of an entry, after a space; empty where there is none."""
    match entry.value:
        case None:
            return ""
        case Decimal():
            return f" “{entry.value:,f}”"
        case date():
            return f" “{day_in_figures(entry.value)}”"
    return f" “{entry.value}”"


def _column(column: Column, layout: RegisterLayout) -> tuple[str, str, str, str]:
    kept = next((each.heading for each in layout.own if each.label == column.label), "")
    if column.field is None:
        known = str(column.known or column.why or "it is for nothing of ours")
        return column.heading.letters, column.label, f"kept as your own column “{kept}”", known
    also = f"; where that is not what it says, its words stand under “{kept}”" if kept else ""
    return column.heading.letters, column.label, f"{layout.heading_of(column.field)}{also}", str(column.known)


def summary_of(register: DraftedRegister, layout: RegisterLayout, file: str) -> Iterator[str]:
    """What is said on the screen: where the list is, its columns, what was guessed and left open, and what was left."""
    table = register.table
    first, last = register.drafts[0].row, register.drafts[-1].row
    where = f"row {first.number}" if first == last else f"rows {first.number} to {last.number}"
    rows = f" in {where}" if len(table.sheets) == 1 else ""
    heads = f"headings in {'row' if len(table.heading_rows) == 1 else 'rows'} {listed(map(str, table.heading_rows))}"
    sheets = f"{'sheet' if len(table.sheets) == 1 else 'sheets'} {listed(f'“{each}”' for each in table.sheets)}"
    yield f"{file}, {sheets}: {counted(len(register.drafts), 'measure')}{rows}, {heads}"
    yield from _titled("Columns", _columns(register, layout))
    for title, how in (("Guessed", How.GUESSED), ("Left open", How.OPEN)):
        told = list(_told(register, layout, how))
        yield from _titled(title, (f"{measures}: {said}" for _, measures, said in told))
    yield from _titled("No measures", (f"row {each.number}: {each.text[:_SHORT]} ({each.why})" for each in table.left))


def _columns(register: DraftedRegister, layout: RegisterLayout) -> Iterator[str]:
    """What the columns became; those that are for nothing of ours, and no wonder, in one line."""
    plain = [each for each in register.columns.every if each.field is None and not each.why and not each.known]
    for each in register.columns.every:
        if each not in plain:
            letters, label, became, known = _column(each, layout)
            yield f"{letters} “{label}”: {became} ({known})"
    if plain:
        yield f"kept as columns of your own: {listed(f'“{each.label}”' for each in plain)}"


_SHORT = 80


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    every = [f"  {line}" for line in lines]
    if every:
        yield from ("", f"{title}:", *every)
