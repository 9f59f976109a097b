"""Figures out of runs: medians, ratios of pairs with their spread, what a stage costs by itself, and growth."""

import math
from collections.abc import Iterator, Mapping, Sequence
from statistics import linear_regression, median
from typing import NamedTuple

from bench.commands import BARE, DOCXTPL, FULL, HOLDS, INFLATED, ONE, READING, WORD
from bench.measuring import Run

type_of_runs = Mapping[str, Sequence[Run]]
"""The runs of each row, in the order of the rounds."""

ASKED = ((ONE, FULL), (READING, INFLATED), (WORD, BARE))
"""The ratios that are told by themselves."""

FEWEST = 250
"""Below so many measures, growth would be that of starting up."""

_BAR = 20


class Ratio(NamedTuple):
    """How much CPU one row takes of another's, round by round."""

    median: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.least:.2f} to {self.most:.2f})"


def medians(runs: Sequence[Run]) -> Run:
    """Give the median of each figure."""
    return Run(*(median(column) for column in zip(*runs, strict=True)))


def ratio(runs: type_of_runs, one: str, other: str) -> Ratio:
    """Compare two rows by the CPU of their pairs."""
    ratios = sorted(a.cpu / b.cpu for a, b in zip(runs[one], runs[other], strict=True))
    return Ratio(median(ratios), ratios[0], ratios[-1])


def own(runs: type_of_runs, name: str) -> float | None:
    """Give the CPU of a stage less that of what its figures hold besides; None where that is not known."""
    held = HOLDS.get(name)
    if held is None or held not in runs:
        return None
    return median(a.cpu - b.cpu for a, b in zip(runs[name], runs[held], strict=True))


def against(runs: type_of_runs) -> str:
    """Name the row that all are compared with: the script with docxtpl, where it ran."""
    return DOCXTPL if DOCXTPL in runs else FULL


def table(count: int, runs: type_of_runs) -> Iterator[str]:
    """Tell the figures of one number of measures, line by line."""
    base = against(runs)
    turns = len(runs[base])
    yield f"{count:,} measures, {turns} round{'s' * (turns > 1)}; ratios of CPU to “{base}”, median (least to most)"
    yield f"{'':46} {'CPU s':>8} {'own s':>8} {'wall s':>8} {'MiB':>6}  ratio"
    for name, each in runs.items():
        cpu, wall, memory = medians(each)
        by_itself, compared = own(runs, name), ratio(runs, name, base)
        alone = "" if by_itself is None else f"{by_itself:.3f}"
        bar = "#" * min(2 * _BAR, round(_BAR * compared.median))
        yield f"{name:46} {cpu:8.3f} {alone:>8} {wall:8.3f} {memory:6.0f}  {compared!s:21} {bar}".rstrip()
    for one, other in ASKED:
        if one in runs and other in runs:
            yield f"“{one}” takes {ratio(runs, one, other)} of “{other}”{_by_themselves(runs, one, other)}."


def _by_themselves(runs: type_of_runs, one: str, other: str) -> str:
    mine, limit = own(runs, one), own(runs, other)
    return f", and {mine / limit:.2f} of it without “{HOLDS[one]}”" if mine and limit else ""


def growth(found: Mapping[int, type_of_runs]) -> dict[str, Run]:
    """Give, by row, the exponents with which its figures grow with the measures: 1 is in step with them.

    They are the slopes of the lines that fit best where both are logarithms.
    """
    counts = {name: [each for each in sorted(found) if each >= FEWEST and name in found[each]] for name in names(found)}
    return {
        name: Run(
            *(_slope(sizes, column) for column in zip(*(medians(found[each][name]) for each in sizes), strict=True))
        )
        for name, sizes in counts.items()
        if len(sizes) > 1
    }


def _slope(counts: Sequence[int], figures: Sequence[float]) -> float:
    return linear_regression([math.log(each) for each in counts], [math.log(each) for each in figures]).slope


def names(found: Mapping[int, type_of_runs]) -> list[str]:
    """Name all rows of all sizes, each once."""
    return list(dict.fromkeys(name for runs in found.values() for name in runs))


def growth_table(found: Mapping[int, type_of_runs]) -> Iterator[str]:
    """Tell the growth, line by line; nothing of fewer than two sizes."""
    exponents = growth(found)
    if exponents:
        yield f"Growth from {FEWEST} measures on, as exponents: 1 is in step with the measures"
        yield f"{'':46} {'CPU':>8} {'wall':>8} {'memory':>8}"
    for name, each in exponents.items():
        yield f"{name:46} {each.cpu:8.2f} {each.wall:8.2f} {each.memory:8.2f}"
