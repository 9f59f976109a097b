"""The register's sheet of targets by year and period, which win over the columns of the sheet of measures."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from generator.model.figures import Level, type_of_figure
from generator.model.measure import YEAR_END, Measure, Register, YearTargets, type_of_levels
from generator.model.period import Period, year_name
from generator.model.problem import Place, Problem, problem
from generator.reading.register.columns import LEVEL_HEADERS, TARGETS
from generator.reading.register.headed_sheet import HeadedSheet, SheetRow, sheet_named
from generator.reading.register.odd_targets import odd_targets
from generator.xlsx import Book

SHEET = "Targets"
TARGET_HEADERS = ("Code", "Year", "Period", "Target")

_LEVELS: Mapping[Level, str] = {level: headers[0] for level, headers in LEVEL_HEADERS.items()}

_WHOLE_YEAR = tuple(range(len(TARGETS)))
_PERIODS = {
    "": _WHOLE_YEAR,
    **{f"q{quarter}": (quarter - 1,) for quarter in (1, 2, 3, 4)},
    **dict.fromkeys(("year", "year end", "year-end"), (YEAR_END,)),
}
"""What is written under Period, by the columns of targets that it is for."""

_NOT_YET = re.compile(r"M(0?[1-9]|1[0-2])|H[12]|T[123]", re.IGNORECASE)

type_of_forecasting = Callable[[Measure, type_of_figure | None], bool]
"""Whether a measure has a forecast in a year with a target for its end."""


class _Target(NamedTuple):
    """One row: for which columns of the year it gives a target, levels, or both."""

    row: SheetRow
    columns: tuple[int, ...]
    target: type_of_figure | None
    levels: Mapping[Level, Decimal]


def with_targets(
    book: Book, file: str, register: Register, has_forecast: type_of_forecasting, told: list[Problem]
) -> Register:
    """The register with them, if it has such a sheet, adding to ``told`` what is wrong there."""
    sheet = sheet_named(book, SHEET)
    if sheet is None:
        return register
    header = min((row for row, _ in sheet.cells), default=1)
    under = HeadedSheet(sheet, file, header, (*TARGET_HEADERS, *_LEVELS.values()))
    under.check_headings(TARGET_HEADERS)
    found: dict[tuple[str, int], list[_Target]] = {}
    for row in under.rows() if not under.has_errors else ():
        measure, year = row.measure("Code", register), row.year("Year")
        target = _target(row, measure, year) if measure else None
        if measure and target and year is not None:
            found.setdefault((measure.code, year), []).append(target)
    under.told += _repeats(found)
    changed: dict[str, Measure] = {}
    for (code, year), rows in found.items():
        if measure := changed.get(code) or register.find(code):
            given = _year(measure, rows, has_forecast, is_listed=year == register.year)
            under.told += _odd(measure, year, given)
            changed[code] = replace(measure, years=MappingProxyType({**measure.years, year: given}))
    told += under.told
    return register.amended(changed)


def _target(row: SheetRow, measure: Measure, year: int | None) -> _Target | None:
    period = row.text("Period")
    columns = _PERIODS.get(" ".join(period.split()).casefold())
    if columns is None:
        known = ", ".join(("Q1", "Q2", "Q3", "Q4", "year"))
        fault = "only quarters and the year are reported." if _NOT_YET.fullmatch(period) else "it is not a period."
        row.note("Period", period, fault, f"Write one of: {known}; or leave it empty for all of them.")
        return None
    is_quarter = len(columns) == 1 and columns[0] != YEAR_END
    if is_quarter and year is not None and not measure.is_due(Period(year, columns[0] + 1)):
        row.query("REG13", "Period", {"found": period.upper(), "measure": measure.label})
    numbers = {level: row.number_in(heading, measure) for level, heading in _LEVELS.items()}
    levels = {level: number for level, number in numbers.items() if number is not None}
    return _Target(row, columns, row.target("Target", measure), levels)


def _repeats(found: Mapping[tuple[str, int], Sequence[_Target]]) -> Iterator[Problem]:
    for (code, year), targets in found.items():
        rows: dict[tuple[int, ...], int] = {}
        for each in targets:
            first = rows.setdefault(each.columns, each.row.number)
            if first != each.row.number:
                period = each.row.text("Period") or "the whole year"
                facts = {"code": code, "year": year_name(year), "period": period, "row": str(first)}
                yield problem("REG12", each.row.place("Period"), **facts)


def _year(
    measure: Measure, rows: Sequence[_Target], has_forecast: type_of_forecasting, *, is_listed: bool
) -> YearTargets:
    """What a year's rows make: one for a period wins over one for the whole year.

    Both win over the sheet of measures, which has only the year that ``is_listed`` in it.
    """
    listed = (*measure.quarter_targets, measure.year_end_target)
    targets = [each if is_listed else None for each in listed]
    levels = {level: [*values] for level, values in measure.levels} if is_listed else {}
    cells: dict[str, Place] = {}
    for each in sorted(rows, key=lambda each: len(each.columns), reverse=True):
        for column in each.columns:
            if each.target is not None:
                targets[column], cells[TARGETS[column]] = each.target, each.row.place("Target")
            for level, figure in each.levels.items():
                levels.setdefault(level, [None for _ in TARGETS])[column] = figure
    *quarters, year_end = targets
    return YearTargets(
        quarter_targets=tuple(quarters),
        year_end_target=year_end,
        levels=_in_order(levels),
        has_forecast=has_forecast(measure, year_end),
        target_cells=MappingProxyType(cells),
    )


def _in_order(levels: Mapping[Level, Sequence[Decimal | None]]) -> type_of_levels:
    return tuple((level, tuple(levels[level])) for level in _LEVELS if level in levels)


def _odd(measure: Measure, year: int, given: YearTargets) -> Iterator[Problem]:
    """What looks odd of the targets that stand in this sheet."""
    targets = dict(zip(TARGETS, (*given.quarter_targets, given.year_end_target), strict=True))
    for rule, heading, facts in odd_targets(measure, targets):
        if heading in given.target_cells:
            yield problem(rule, given.target_cells[heading], header=f"{heading} of {year_name(year)}", **facts)
