"""Targets that are a figure of others: “benchmark England” in a cell of targets stands for the figure of that name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from generator.judging.compared.benchmarks import known_names, named_benchmarks
from generator.model.dated import Benchmark
from generator.model.measure import Kind, Measure
from generator.model.period import Period
from generator.model.problem import Place, Problem, nearest, problem
from generator.model.register import Register
from generator.reading.register.columns import headers_of
from generator.reading.register.headed_sheet import SheetRow

_NAMED = re.compile(r"benchmark\s+(\S.*)", re.IGNORECASE)


class NamedTarget(NamedTuple):
    """The name of a benchmark, and the cell in which it stands as a target."""

    name: str
    place: Place


type_of_named = Mapping[str, NamedTarget]
"""Such targets by the headings of the columns that they are for."""


def target_named(row: SheetRow, heading: str, measure: Measure) -> NamedTarget | None:
    """The benchmark that a cell of targets names; None where it names none."""
    cell = row.cell(heading)
    is_plain = measure.kind.is_a_number and measure.kind is not Kind.RANGE  # a milestone may begin with that word
    match = _NAMED.fullmatch(" ".join(cell.shown.split())) if cell and is_plain else None
    return NamedTarget(match[1], row.place(heading)) if match else None


def figure_named(
    measure: Measure, named: NamedTarget, column: int, year: int, starts: int, told: list[Problem]
) -> Benchmark | None:
    """The benchmark that a target of a year stands for, by the place of its column; None where none fits: that is told.

    It is the latest that had ended with the period that the target is for.
    """
    count = measure.frequency.per_year
    own = Period(year, min(column, count - 1) + 1, count, starts)
    there = named_benchmarks(replace(measure, stands_in=own, lag=0), at_year_end=column == count)
    if found := there.get(named.name.casefold()):
        return found
    what = f"the end of {own.year_name}" if column == count else own.short
    hint = nearest(named.name, known_names([measure]))
    facts = {"found": named.name, "measure": measure.label, "period": what, "suggestion": hint}
    told.append(problem("REG16", named.place, **facts))
    return None


def with_named_targets(register: Register, named: Mapping[str, type_of_named], told: list[Problem]) -> Register:
    """The register with the figures in the place of the names in its sheet of measures, which are ``named`` by code."""
    changed: dict[str, Measure] = {}
    for code, targets in named.items():
        measure = register.find(code)
        year = register.year_listed(measure) if measure else None
        if measure and year is not None and register.listed_in:
            changed[measure.code] = _resolved(measure, targets, year, register.listed_in.starts, told)
    return register.amended(changed)


def _resolved(measure: Measure, named: type_of_named, year: int, starts: int, told: list[Problem]) -> Measure:
    headers = headers_of("target", measure.frequency)
    figures: Sequence[Benchmark | None] = [
        figure_named(measure, named[header], column, year, starts, told) if header in named else None
        for column, header in enumerate(headers)
    ]
    listed = (*measure.quarter_targets, measure.year_end_target)
    *quarters, year_end = (each.value if each else target for each, target in zip(figures, listed, strict=True))
    given = {header: each for header, each in zip(headers, figures, strict=True) if each}
    return replace(
        measure,
        quarter_targets=tuple(quarters),
        year_end_target=year_end,
        target_benchmarks=MappingProxyType(given),
    )
