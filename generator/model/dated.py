"""What the register says of a measure in one year, or from one day or period on."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.model.figures import Level, type_of_figure
from generator.model.period import Period
from generator.model.problem import Place

type_of_levels = tuple[tuple[Level, tuple[Decimal | None, ...]], ...]
"""Reference levels, each with its figures for the periods of a year and for its end."""


class Benchmark(NamedTuple):
    """A figure to compare a result with: whose it is, of which period, and where it comes from.

    Where ``peers`` names a set, it is the result of one of them.
    """

    name: str
    value: Decimal
    period: Period
    source: str = ""
    peers: str = ""


class YearTargets(NamedTuple):
    """What a measure is held against in one year, as the register's sheet Targets gives it.

    ``target_cells`` says where the targets stand that are from there, by their headings in the sheet of measures;
    ``target_benchmarks``, which of all targets are figures of others.
    """

    quarter_targets: tuple[type_of_figure | None, ...]
    year_end_target: type_of_figure | None
    levels: type_of_levels
    has_forecast: bool
    target_cells: Mapping[str, Place]
    target_benchmarks: Mapping[str, Benchmark]


class Rebase(NamedTuple):
    """From which period on the limits that results may be expected to lie between are reckoned anew, and why."""

    period: Period
    reason: str


class TargetChange(NamedTuple):
    """A target that was changed within the year; ``target`` is its heading in the register, such as ``Q2 target``.

    Without a ``year`` it is of that of the sheet of measures.
    """

    target: str
    before: type_of_figure | None
    after: type_of_figure | None
    on: date
    approved_by: str
    year: int | None = None
