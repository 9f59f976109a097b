"""Reading register.xlsx: one header row, one row a measure; columns are found by their heading, in any order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from generator.model.english import listed
from generator.model.measure import Measure, code_key
from generator.model.period import Period
from generator.model.problem import Place, Problem, Unusable, problem
from generator.model.register import Register
from generator.model.shape import Shape
from generator.reading.register.benchmarks import BENCHMARK_HEADERS, with_benchmarks
from generator.reading.register.benchmarks import SHEET as BENCHMARKS
from generator.reading.register.columns import (
    ANY_TARGET,
    BAND,
    DEFINITION,
    EXAMPLE,
    KNOWN,
    OF_OTHER_PERIODS,
    REQUIRED,
    SHEET,
)
from generator.reading.register.headed_sheet import HeadedSheet, row_of_headings, sheet_named, told_together
from generator.reading.register.measure_changes import MEASURE_CHANGE_HEADERS, with_changes
from generator.reading.register.measure_changes import SHEET as MEASURE_CHANGES
from generator.reading.register.measure_rows import MeasureRows
from generator.reading.register.named_targets import with_named_targets
from generator.reading.register.promises import (
    ACTION_HEADERS,
    ACTIONS,
    RECOMMENDATION_HEADERS,
    RECOMMENDATIONS,
    with_promises,
)
from generator.reading.register.rebased import REBASED_HEADERS, with_rebased
from generator.reading.register.rebased import SHEET as REBASED
from generator.reading.register.target_changes import CHANGE_HEADERS, with_target_changes
from generator.reading.register.target_changes import SHEET as TARGET_CHANGES
from generator.reading.register.targets_by_year import SHEET as TARGETS_BY_YEAR
from generator.reading.register.targets_by_year import TARGET_HEADERS, with_targets
from generator.xlsx import Book, Sheet, column_letters

FURTHER_SHEETS = {
    TARGET_CHANGES: CHANGE_HEADERS,
    TARGETS_BY_YEAR: TARGET_HEADERS,
    MEASURE_CHANGES: MEASURE_CHANGE_HEADERS,
    ACTIONS: ACTION_HEADERS,
    RECOMMENDATIONS: RECOMMENDATION_HEADERS,
    BENCHMARKS: BENCHMARK_HEADERS,
    REBASED: REBASED_HEADERS,
}
"""The sheets beside that of measures, which a register may have, and their headings."""


def read_register(book: Book, file: str, shape: Shape, listed_in: Period, attributes: Iterable[str] = ()) -> Register:
    """Read the register. Raises Unusable with every fault, each at its cell; ``file`` names it in messages.

    The sheet's columns of targets are for the year of what is reported in the period ``listed_in``.
    ``attributes`` are headings of further columns whose texts are wanted of each measure, besides its groups'.
    """
    wanted = tuple(dict.fromkeys((*(level.column for level in shape.levels), *attributes)))
    under = _headed(book, file, shape, wanted)
    under.check_headings({*REQUIRED, "Polarity", *wanted})  # without these statuses would be wrong, or a part missing
    under.told += _unread_bands(under)
    _refuse_errors(under)
    rows = MeasureRows(shape, wanted, listed_in)
    measures = tuple(_measures(under, rows))
    under.told += _faults_of_all(under, measures)
    letters = {heading: column_letters(column) for heading, column in under.columns.items()}
    register = Register(measures, columns=MappingProxyType(letters), listed_in=listed_in)
    register = with_changes(book, file, register, shape, under.told)
    register = with_benchmarks(book, file, register, rows.definitions, under.told)
    register = with_named_targets(register, rows.named, under.told)
    register = with_targets(book, file, register, rows.has_forecast, under.told)
    register = with_target_changes(book, file, register, under.told)
    register = with_rebased(book, file, register, under.told)
    register = with_promises(book, file, register, under.told)
    _refuse_errors(under)
    return replace(register, queries=tuple(under.told))


def _refuse_errors(under: HeadedSheet) -> None:
    if under.has_errors:
        raise Unusable(told_together(each for each in under.told if each.is_error))


def _headed(book: Book, file: str, shape: Shape, wanted: Sequence[str]) -> HeadedSheet:
    """The sheet of measures. Raises Unusable where there is none with headings."""
    sheet, required = _sheet(book), (*REQUIRED, *(level.column for level in shape.levels))
    header = row_of_headings(sheet, required) if sheet else None
    if sheet is None or header is None:
        fault = f"it has no sheet “{SHEET}” with a heading row."
        remedy = f"Give it a sheet called {SHEET} whose first row has the headings {', '.join(required)} and so on."
        raise Unusable([problem("REG01", Place(file), fault=fault, remedy=remedy)])
    there = {cell.text.strip() for (row, _), cell in sheet.cells.items() if row == header}
    others = (each for each in (ANY_TARGET, DEFINITION, *OF_OTHER_PERIODS) if each in there)
    return HeadedSheet(sheet, file, header, tuple(dict.fromkeys((*KNOWN, *others, *wanted))))


def _sheet(book: Book) -> Sheet | None:
    return sheet_named(book, SHEET) or (book.sheets[0] if len(book.sheets) == 1 else None)


def _unread_bands(under: HeadedSheet) -> Iterator[Problem]:
    """That ends of bands of targets stand under headings which mean nothing to us; once for all of them."""
    read = set(under.columns.values())
    bands = [(column, text) for column, text in under.headings.items() if column not in read and BAND.search(text)]
    if bands:
        place = under.place.at(f"{column_letters(bands[0][0])}{under.header}")
        yield problem("REG21", place, headers=listed(f"“{' '.join(text.split())}”" for _, text in bands))


def _measures(under: HeadedSheet, reader: MeasureRows) -> Iterator[Measure]:
    rows = (row for row in under.rows() if row.text("Code") or row.text("Title"))
    return (reader.measure(row) for row in rows if row.text("Code") != EXAMPLE)


def _faults_of_all(under: HeadedSheet, measures: Sequence[Measure]) -> Iterator[Problem]:
    """That there are none, or that a code means two of them."""
    if not measures:
        remedy = "Add one row for each measure, under the headings; or have your own list read: scorecard import FILE"
        yield problem("REG01", under.place, fault="it has no measures yet.", remedy=remedy)
    rows: dict[str, str] = {}
    for measure in measures:
        cell = measure.place.cell or ""
        for code in (measure.code, *measure.aliases):
            earlier = rows.setdefault(code_key(code), cell)
            if code and earlier != cell:
                yield problem("REG04", measure.place, code=code, row=re.sub(r"\D", "", earlier))
