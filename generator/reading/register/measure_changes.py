"""The register's sheet of changes: measures that were moved, renamed, new or retired, and from which day on."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from generator.model.measure import Basis, Measure, MeasureChange
from generator.model.problem import Problem, nearest
from generator.model.register import Register
from generator.model.shape import Shape
from generator.reading.register.column_words import BASES
from generator.reading.register.columns import SHEET as MEASURES
from generator.reading.register.headed_sheet import SheetRow, further_sheet
from generator.xlsx import Book

SHEET = "Changes"
MEASURE_CHANGE_HEADERS = ("Code", "What", "From", "To", "Date")

_TITLE, _NEW, _RETIRED = "Title", "New", "Retired"
_UNIT, _DECIMALS, _BASIS = _COUNTED = ("Unit", "Decimals", "Basis")


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
    known = {each.casefold(): each for each in (_TITLE, *columns, *_COUNTED, _NEW, _RETIRED)}
    said, on = row.text("What"), row.day("Date")
    what = known.get(said.casefold())
    if what is None:
        fault = f"it is nothing that is told of.{nearest(said, known.values())}"
        row.note("What", said, fault, f"Write one of: {', '.join(known.values())}.")
    if what is None or on is None:
        return None
    before = "" if what in {_NEW, _RETIRED} else row.published("From", row.required("From"))
    after = row.published("To", row.text("To"))
    if what in columns:
        before = spelled.get(_folded(before), before)
    if before and what in _COUNTED and _counted(what, before) is None:
        remedy = f"Write {_LIKE[what]}." if what in _LIKE else ""
        row.note("From", before, f"it is no {what.casefold()}.", remedy)
        return None
    if what == _BASIS:
        before, after = (str(BASES.get(_folded(each), each)) for each in (before, after))
    return _Entry(row, what, on, before, after)


_LIKE = {_DECIMALS: "a whole number from 0 to 6", _BASIS: f"one of: {', '.join(filter(None, Basis))}"}


def _counted(what: str, text: str) -> Mapping[str, Any] | None:
    """What figures were counted in, by field; None where the words are none of that."""
    if what == _DECIMALS:
        return {"decimals": int(text)} if re.fullmatch("[0-6]", text) else None
    if what == _BASIS:
        return {"basis": BASES[_folded(text)]} if _folded(text) in BASES else None
    return {"unit": text}


def _dated(measure: Measure, entries: Sequence[_Entry], columns: Sequence[str]) -> Measure:
    of: dict[str, list[_Entry]] = {}
    ordered = sorted(entries, key=lambda each: each.on)
    for each in ordered:
        of.setdefault(each.what, []).append(each)
    changes = [*_changes(_TITLE, None, measure.title, of.get(_TITLE, ()))]
    for what, now in zip(_COUNTED, (measure.unit, str(measure.decimals), measure.basis.value), strict=True):
        found = _changes(what, None, now, of.get(what, ()))
        changes += (replace(each, counted=_counted(what, each.before) or {}) for each in found)
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
