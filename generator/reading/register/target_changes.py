"""The register's sheet of targets that were changed within the year: from what, to what, when and by whom."""

from dataclasses import replace

from generator.model.dated import TargetChange
from generator.model.measure import Measure
from generator.model.problem import Problem, nearest
from generator.model.register import Register
from generator.reading.register.columns import headers_of
from generator.reading.register.headed_sheet import SheetRow, further_sheet
from generator.xlsx import Book

SHEET = "Target changes"
CHANGE_HEADERS = ("Code", "Target", "From", "To", "Date", "Approved by")
YEAR = "Year"
"""A further column: the year of the target, where it is not that of the sheet of measures."""


def with_target_changes(book: Book, file: str, register: Register, told: list[Problem]) -> Register:
    """The register with them, if it has such a sheet, adding to ``told`` what is wrong there."""
    under = further_sheet(book, file, SHEET, (*CHANGE_HEADERS, YEAR), CHANGE_HEADERS)
    if under is None:
        return register
    changed: dict[str, Measure] = {}
    for row in under.rows() if not under.has_errors else ():
        measure = row.measure("Code", register)
        if measure and (change := _change(row, measure)):
            before = changed.get(measure.code, measure)
            changed[measure.code] = replace(before, target_changes=(*before.target_changes, change))
    told += under.told
    return register.amended(changed)


def _change(row: SheetRow, measure: Measure) -> TargetChange | None:
    target = row.text("Target")
    targets = dict.fromkeys(headers_of("target", measure.frequency))
    heading = next((each for each in targets if each.casefold() == target.casefold()), None)
    if heading is None:
        fault = f"it is not a target.{nearest(target, targets)}"
        row.note("Target", target, fault, f"Write one of: {', '.join(targets)}.")
    day = row.day("Date")
    if heading is None or day is None:
        return None
    before, after = (row.target(header, measure) for header in ("From", "To"))
    return TargetChange(
        target=heading,
        before=before,
        after=after,
        on=day,
        approved_by=row.published("Approved by", row.text("Approved by")),
        year=row.year(YEAR) if row.text(YEAR) else None,
    )
