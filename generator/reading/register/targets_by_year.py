"""The register's sheet of targets by year and period, which win over the columns of the sheet of measures."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import NamedTuple, Protocol

from generator.model.dated import Benchmark, YearTargets, type_of_levels
from generator.model.figures import Level, type_of_figure
from generator.model.measure import Measure
from generator.model.period import APRIL, MONTH_NAMES, Frequency, Period, year_name
from generator.model.problem import Place, Problem, problem
from generator.model.register import Register
from generator.reading.register.columns import LEVELS, headers_of
from generator.reading.register.headed_sheet import SheetRow, further_sheet
from generator.reading.register.named_targets import NamedTarget, figure_named, target_named
from generator.reading.register.odd_targets import odd_targets
from generator.xlsx import Book

SHEET = "Targets"
TARGET_HEADERS = ("Code", "Year", "Period", "Target")

_LEVELS: Mapping[Level, str] = {level: level.value.capitalize() for level in LEVELS}

_OF_THE_YEAR = ("year", "year end", "year-end")
"""What is written under Period for the year's end."""


class type_of_forecasting(Protocol):  # noqa: N801, named as the types of functions are
    """Whether a measure has a forecast in a year with a target for its end, or without."""

    def __call__(self, measure: Measure, *, has_target: bool) -> bool:
        """Whether it has."""


class _Target(NamedTuple):
    """One row: for which columns of the year it gives a target (a figure, or a benchmark's name), levels, or both."""

    row: SheetRow
    columns: tuple[int, ...]
    target: type_of_figure | None
    named: NamedTarget | None
    levels: Mapping[Level, Decimal]


def with_targets(
    book: Book, file: str, register: Register, has_forecast: type_of_forecasting, told: list[Problem]
) -> Register:
    """The register with them, if it has such a sheet, adding to ``told`` what is wrong there."""
    under = further_sheet(book, file, SHEET, (*TARGET_HEADERS, *_LEVELS.values()), TARGET_HEADERS)
    if under is None:
        return register
    starts = register.listed_in.starts if register.listed_in else APRIL
    found: dict[tuple[str, int], list[_Target]] = {}
    for row in under.rows() if not under.has_errors else ():
        measure, year = row.measure("Code", register), row.year("Year")
        target = _target(row, measure, year, starts) if measure else None
        if measure and target and year is not None:
            found.setdefault((measure.code, year), []).append(target)
    under.told += _repeats(found, starts)
    changed: dict[str, Measure] = {}
    for (code, year), rows in found.items():
        if measure := changed.get(code) or register.find(code):
            by_name = partial(figure_named, measure, year=year, starts=starts, told=under.told)
            given = _year(measure, rows, has_forecast, by_name, is_listed=year == register.year_listed(measure))
            under.told += _odd(measure, year_name(year, starts), given)
            changed[code] = replace(measure, years=MappingProxyType({**measure.years, year: given}))
    told += under.told
    return register.amended(changed)


def _target(row: SheetRow, measure: Measure, year: int | None, starts: int) -> _Target | None:
    period = row.text("Period")
    known = _columns(measure.frequency, starts)
    columns = known.get(" ".join(period.split()).casefold())
    if columns is None:
        parts = measure.frequency.parts
        fault = f"it is not a period of what is reported {measure.frequency}."
        words = f"{', '.join(dict.fromkeys((*parts[:4], *parts[-1:], 'year')))}; or leave it empty for all of them."
        row.note("Period", period, fault, f"Write one of: {words}")
        return None
    is_own = len(columns) == 1 and columns[0] < measure.frequency.per_year
    own = Period(year or 0, columns[0] + 1, measure.frequency.per_year, starts) if is_own else None
    if own and year is not None and not _is_asked(measure, own):
        row.query("REG13", "Period", {"found": period.upper(), "measure": measure.label})
    numbers = {level: row.number_in(heading, measure) for level, heading in _LEVELS.items()}
    levels = {level: number for level, number in numbers.items() if number is not None}
    named = target_named(row, "Target", measure)
    return _Target(row, columns, None if named else row.target("Target", measure), named, levels)


def _columns(frequency: Frequency, starts: int) -> Mapping[str, tuple[int, ...]]:
    """What is written under Period, by the columns of targets that it is for: those of the periods, then the year's."""
    parts = frequency.parts
    found = {part.casefold(): (number,) for number, part in enumerate(parts)}
    if frequency is Frequency.MONTHLY:
        found |= {MONTH_NAMES[(starts - 1 + number) % 12].casefold(): (number,) for number in range(len(parts))}
    whole = tuple(range(len(parts) + 1))
    return found | {
        "": whole,
        **dict.fromkeys(_OF_THE_YEAR, whole[-2:] if frequency is Frequency.YEARLY else whole[-1:]),
    }


def _is_asked(measure: Measure, own: Period) -> bool:
    """Whether any report asks for the figure of a period; which does is not looked into where it comes late."""
    is_due = not measure.due or bool(measure.lag) or own.months_gone in measure.due
    return is_due and measure.is_there(own)


def _repeats(found: Mapping[tuple[str, int], Sequence[_Target]], starts: int) -> Iterator[Problem]:
    for (code, year), targets in found.items():
        rows: dict[tuple[int, ...], int] = {}
        for each in targets:
            first = rows.setdefault(each.columns, each.row.number)
            if first != each.row.number:
                period = each.row.text("Period") or "the whole year"
                facts = {"code": code, "year": year_name(year, starts), "period": period, "row": str(first)}
                yield problem("REG12", each.row.place("Period"), **facts)


def _year(
    measure: Measure,
    rows: Sequence[_Target],
    has_forecast: type_of_forecasting,
    by_name: Callable[[NamedTarget, int], Benchmark | None],
    *,
    is_listed: bool,
) -> YearTargets:
    """What a year's rows make: one for a period wins over one for the whole year.

    Both win over the sheet of measures, which has only the year that ``is_listed`` in it. ``by_name`` finds the figure
    of a benchmark for a column.
    """
    listed = (*measure.quarter_targets, measure.year_end_target)
    targets = [each if is_listed else None for each in listed]
    levels = {level: [*values] for level, values in measure.levels} if is_listed else {}
    cells: dict[str, Place] = {}
    of_others = {**measure.target_benchmarks} if is_listed else {}
    headers = headers_of("target", measure.frequency)
    for each in sorted(rows, key=lambda each: len(each.columns), reverse=True):
        for column in each.columns:
            found = by_name(each.named, column) if each.named else None
            target = found.value if found else each.target
            if target is not None:
                targets[column], cells[headers[column]] = target, each.row.place("Target")
                of_others.pop(headers[column], None)
            if found:
                of_others[headers[column]] = found
            for level, figure in each.levels.items():
                levels.setdefault(level, [None for _ in headers])[column] = figure
    *quarters, year_end = targets
    return YearTargets(
        quarter_targets=tuple(quarters),
        year_end_target=year_end,
        levels=_in_order(levels),
        has_forecast=has_forecast(measure, has_target=year_end is not None),
        target_cells=MappingProxyType(cells),
        target_benchmarks=MappingProxyType(of_others),
    )


def _in_order(levels: Mapping[Level, Sequence[Decimal | None]]) -> type_of_levels:
    return tuple((level, tuple(levels[level])) for level in _LEVELS if level in levels)


def _odd(measure: Measure, year: str, given: YearTargets) -> Iterator[Problem]:
    """What looks odd of the targets that stand in this sheet."""
    targets = dict(
        zip(headers_of("target", measure.frequency), (*given.quarter_targets, given.year_end_target), strict=True)
    )
    for rule, heading, facts in odd_targets(measure, targets):
        if heading in given.target_cells:
            yield problem(rule, given.target_cells[heading], header=f"{heading} of {year}", **facts)
