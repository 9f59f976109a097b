"""The register's sheet of measures whose process limits begin anew: from which period, and why."""

from dataclasses import replace

from generator.model.dated import Rebase
from generator.model.measure import Measure
from generator.model.period import APRIL
from generator.model.problem import Problem
from generator.model.register import Register
from generator.reading.register.benchmarks import period_under
from generator.reading.register.headed_sheet import SheetRow, further_sheet
from generator.xlsx import Book

SHEET = "Rebased"
REBASED_HEADERS = ("Code", "Period", "Reason")


def with_rebased(book: Book, file: str, register: Register, told: list[Problem]) -> Register:
    """The register with them, if it has such a sheet, adding to ``told`` what is wrong there."""
    under = further_sheet(book, file, SHEET, REBASED_HEADERS, REBASED_HEADERS)
    if under is None:
        return register
    starts = register.listed_in.starts if register.listed_in else APRIL
    changed: dict[str, Measure] = {}
    for row in under.rows() if not under.has_errors else ():
        measure = row.measure("Code", register)
        if measure and (rebase := _rebase(row, measure, starts)):
            before = changed.get(measure.code, measure)
            changed[measure.code] = replace(before, rebased=(*before.rebased, rebase))
    told += under.told
    return register.amended(changed)


def _rebase(row: SheetRow, measure: Measure, starts: int) -> Rebase | None:
    """From which period on, and why: limits that could be moved without a reason would hide what they are to show."""
    period, reason = period_under(row, starts), row.published("Reason", row.required("Reason"))
    if period is None or not reason:
        return None
    if period.per_year != measure.frequency.per_year:
        fault = f"it is a {period.word}, and the measure is reported {measure.frequency}."
        row.note("Period", row.text("Period"), fault, "Write the first period of the new limits.")
        return None
    return Rebase(period=period, reason=reason)
