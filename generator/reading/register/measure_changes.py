"""The register's sheet of changes: measures that were moved, renamed, new or retired, and from which day on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from generator.model.measure import Measure, MeasureChange
from generator.model.problem import Problem, nearest
from generator.model.register import Register
from generator.model.shape import Shape
from generator.reading.register.columns import SHEET as MEASURES
from generator.reading.register.headed_sheet import SheetRow, further_sheet
from generator.xlsx import Book

SHEET = "Changes"
MEASURE_CHANGE_HEADERS = ("Code", "What", "From", "To", "Date")

_TITLE, _NEW, _RETIRED = "Title", "New", "Retired"


class _Entry(NamedTuple):
    """One row: what changed, and when; a change has the texts before and after."""

    row: SheetRow
    what: str
    on: date
    before: str
    after: str


def with_changes(book: Book, file: str, register: Register, shape: Shape, told: list[Problem]) -> Register:
    """The register with them, if it has such a sheet, adding to ``told`` what is wrong there."""
    under = further_sheet(book, file, SHEET, MEASURE_CHANGE_HEADERS, MEASURE_CHANGE_HEADERS)
    if under is None:
        return register
    columns = tuple(level.column for level in shape.levels)
    groups = (*shape.groups, *(group for each in register.measures for group in each.groups))
    spelled = {_folded(each): each for each in reversed(groups)}
    found: dict[str, list[_Entry]] = {}
    for row in under.rows() if not under.has_errors else ():
        measure, entry = row.measure("Code", register), _entry(row, columns, spelled)
        if measure and entry:
            found.setdefault(measure.code, []).append(entry)
    changed = {code: _dated(measure, found[code], columns) for code in found if (measure := register.find(code))}
    told += under.told
    return register.amended(changed)


def _entry(row: SheetRow, columns: Sequence[str], spelled: Mapping[str, str]) -> _Entry | None:
    known = {each.casefold(): each for each in (_TITLE, *columns, _NEW, _RETIRED)}
    said, on = row.text("What"), row.day("Date")
    what = known.get(said.casefold())
    if what is None:
        fault = f"it is nothing that is told of.{nearest(said, known.values())}"
        row.note("What", said, fault, f"Write one of: {', '.join(known.values())}.")
    if what is None or on is None:
        return None
    before = "" if what in {_NEW, _RETIRED} else row.published("From", row.required("From"))
    if what in columns:
        before = spelled.get(_folded(before), before)
    return _Entry(row, what, on, before, row.published("To", row.text("To")))


def _dated(measure: Measure, entries: Sequence[_Entry], columns: Sequence[str]) -> Measure:
    of: dict[str, list[_Entry]] = {}
    ordered = sorted(entries, key=lambda each: each.on)
    for each in ordered:
        of.setdefault(each.what, []).append(each)
    changes = [*_changes(_TITLE, None, measure.title, of.get(_TITLE, ()))]
    for level, (column, group) in enumerate(zip(columns, measure.groups, strict=True)):
        changes += _changes(column, level, group, of.get(column, ()))
    told = _in_turn(each for each in ordered if each.what in {_NEW, _RETIRED})
    first = told[0].on if told and told[0].what == _NEW else None
    days = [each.on for each in told[bool(first) :]]
    return replace(
        measure,
        changes=tuple(sorted(changes, key=lambda each: each.on)),
        began=first,
        away=tuple(zip(days[::2], days[1::2], strict=False)),
        retired=days[-1] if len(days) % 2 else None,
    )


def _changes(heading: str, level: int | None, now: str, entries: Sequence[_Entry]) -> Iterator[MeasureChange]:
    """The changes under a heading, the last one first: it led to what is ``now``, and each to what the next changed."""
    after, said_by = now, f"the sheet {MEASURES} says"
    for each in reversed(entries):
        if each.after and _folded(each.after) != _folded(after):
            fault = f"{said_by} “{after}”."
            each.row.note("To", each.after, fault, "Correct the one that is wrong.")
        yield MeasureChange(heading=heading, level=level, before=each.before, after=after, on=each.on)
        after, said_by = each.before, f"row {each.row.number} says it was changed from"


def _in_turn(entries: Iterable[_Entry]) -> Sequence[_Entry]:
    """When it came and went, in turn: what was retired may be new again."""
    found: list[_Entry] = []
    for each in entries:
        if found and found[-1].what == each.what:
            remedy = "Keep the row that is right, or add when it was {} in between."
            fault = f"row {found[-1].row.number} says when already."
            each.row.note("What", each.what, fault, remedy.format("retired" if each.what == _NEW else "new again"))
        else:
            found.append(each)
    return found


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
