"""The register's sheet of benchmarks: figures of others, each of a period, to print and judge results beside."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from generator.judging.compared.benchmarks import misfit
from generator.model.dated import Benchmark
from generator.model.english import counted
from generator.model.figures import YearToDate
from generator.model.measure import Kind, Measure, code_key
from generator.model.period import APRIL, Frequency, Period, month_number
from generator.model.problem import Problem
from generator.model.register import Register
from generator.reading.register.columns import DEFINITION, YEAR_TO_DATE
from generator.reading.register.headed_sheet import SheetRow, further_sheet
from generator.xlsx import Book

SHEET = "Benchmarks"
BENCHMARK_HEADERS = ("Code", "Name", "Value", "Period", "Source", "Peers")

_UNIT = "Unit"
_NEEDED = BENCHMARK_HEADERS[:4]
_PER_CENT = re.compile("per ?cent(?:age)?")
_PART_FIRST = re.compile(r"(Q[1-4]|M\d\d|H[12]|T[1-3])\W+(.+)", re.IGNORECASE)
_YEAR = re.compile(r"(\d{4})\s*[-/–]\s*(?:\d{2})?(\d{2})(?!\d)")
_MONTH = re.compile(r"([A-Za-z]{3,9}) ((?:19|20|21)\d{2})", re.ASCII)


class _Entry(NamedTuple):
    """One row, of a measure."""

    row: SheetRow
    benchmark: Benchmark


def with_benchmarks(
    book: Book, file: str, register: Register, definitions: Mapping[str, str], told: list[Problem]
) -> Register:
    """The register with them, if it has such a sheet, adding to ``told`` what is wrong there.

    ``definitions`` are what the sheet of measures says that each counts, by their codes, where it does.
    """
    under = further_sheet(book, file, SHEET, (*BENCHMARK_HEADERS, _UNIT, DEFINITION), _NEEDED)
    if under is None:
        return register
    starts = register.listed_in.starts if register.listed_in else APRIL
    found: dict[str, list[_Entry]] = {}
    for row in under.rows() if not under.has_errors else ():
        measure = row.measure("Code", register)
        benchmark = _benchmark(row, measure, starts) if measure else None
        if measure and benchmark and _is_of_the_same(row, measure, definitions.get(measure.code, "")):
            found.setdefault(measure.code, []).append(_Entry(row, benchmark))
    for entries in found.values():
        _tell_repeats(entries)
        _tell_of_fewer_peers(entries)
    told += under.told
    return register.amended({code: replace(each, benchmarks=given) for code, each, given in _given(found, register)})


def _given(
    found: Mapping[str, Iterable[_Entry]], register: Register
) -> Iterator[tuple[str, Measure, tuple[Benchmark, ...]]]:
    for code, entries in found.items():
        if measure := register.find(code):
            yield code, measure, tuple(each.benchmark for each in entries)


def _benchmark(row: SheetRow, measure: Measure, starts: int) -> Benchmark | None:
    """The figure of a row; None where that is not understood, or never fits the measure, which is told of."""
    if not measure.kind.is_a_number:
        fault = f"{measure.label} is of kind {measure.kind}, and only numbers are compared with others."
        row.note("Code", measure.code, fault, "Delete the row.")
        return None
    # What a range measure, or one for information, is compared with is a plain number as well.
    is_other = measure.kind in {Kind.RANGE, Kind.DATA_ONLY}
    value = row.number_in("Value", replace(measure, kind=Kind.NUMBER) if is_other else measure)
    name, period = row.published("Name", row.required("Name")), period_under(row, starts)
    source, peers = (row.published(each, row.text(each)) for each in ("Source", "Peers"))
    if value is None:
        cell = row.cell("Value")
        if cell is None or not cell.shown.strip():
            row.required("Value")
        return None
    if period is None or not name:
        return None
    if fault := misfit(measure, period):
        remedy = "Give a figure of the same length."
        if period.frequency is Frequency.YEARLY:
            so = f"or write “{YearToDate.AVERAGE}” in the measure’s column {YEAR_TO_DATE}, if it is one."
            remedy = f"{remedy[:-1]}; {so}"
        row.note("Period", row.text("Period"), fault, remedy)
        return None
    return Benchmark(name=name, value=value, period=period, source=source, peers=peers)


def period_under(row: SheetRow, starts: int) -> Period | None:
    """The period under the heading Period; None where it is not understood, which is told of."""
    text = row.text("Period")
    try:
        return period_in_words(text, starts)
    except ValueError as fault:
        row.note("Period", text, str(fault), "Give the cell the number format Text, and type it again.")
        return None


def period_in_words(text: str, starts: int) -> Period:
    """The period that ``2017/18``, ``Q1 2017/18``, ``2017-18-Q1`` or ``May 2017`` names. Raises ValueError."""
    if month := _MONTH.fullmatch(text):
        return Period.holding(date(int(month[2]), month_number(month[1]), 1), Frequency.MONTHLY, starts)
    turned = _PART_FIRST.sub(r"\2-\1", text)
    return Period.parse(re.sub(r"[ -]+", "-", _YEAR.sub(r"\1-\2", turned)).upper(), starts)


def _is_of_the_same(row: SheetRow, measure: Measure, definition: str) -> bool:
    """Whether a row's figure counts what the measure does, in its unit, as far as it says so."""
    unit, defined = row.text(_UNIT), row.text(DEFINITION)
    if unit and _unit_key(unit) != _unit_key(measure.unit):
        fault = f"{measure.label} is in “{measure.unit}”." if measure.unit else f"{measure.label} has no unit."
        row.note(_UNIT, unit, fault, "Give the figure in the measure’s unit, or delete the row.")
        return False
    if defined and definition and code_key(defined) != code_key(definition):
        fault = f"{measure.label} is defined as “{definition}”: the two do not count the same."
        row.note(DEFINITION, defined, fault, "Correct the one that is wrong, or delete the row.")
        return False
    return True


def _unit_key(unit: str) -> str:
    return _PER_CENT.sub("%", " ".join(unit.split()).casefold())


def _tell_repeats(entries: Iterable[_Entry]) -> None:
    rows: dict[tuple[str, str, Period], int] = {}
    for row, each in entries:
        first = rows.setdefault((each.peers.casefold(), each.name.casefold(), each.period), row.number)
        if first != row.number:
            row.note("Name", each.name, f"row {first} has it for {each.period.short} already.", "Keep the right one.")


def _tell_of_fewer_peers(entries: Iterable[_Entry]) -> None:
    """REG20: a set of peers that has fewer figures for its latest period than it had for one before."""
    sets: dict[str, dict[Period, list[_Entry]]] = {}
    for entry in entries:
        if entry.benchmark.peers:
            periods = sets.setdefault(entry.benchmark.peers.casefold(), {})
            periods.setdefault(entry.benchmark.period, []).append(entry)
    for periods in sets.values():
        latest, most = max(periods), max(periods, key=lambda each: len(periods[each]))
        now, before = len(periods[latest]), len(periods[most])
        if now < before:
            row, benchmark = periods[latest][0]
            facts = {"period": latest.short, "earlier": most.short, "before": str(before)}
            row.query("REG20", "Period", {"peers": benchmark.peers, "now": counted(now, "figure"), **facts})
