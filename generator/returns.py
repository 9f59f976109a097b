"""The returns of a quarter's folder: those of this quarter, and what earlier quarters' returns say."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from pathlib import Path

from generator.measure import Return, type_of_figure
from generator.period import Period
from generator.problem import Place, problem
from generator.project import Project
from generator.scheme import Comparator
from generator.setup import Setup
from generator.workbook.read import Expected, Reading, by_measure, read_workbook

QUARTERS_CHARTED = 8
"""How many quarters a trend is drawn through, this one included."""


Seen = Mapping[Path, tuple[int, int]]
"""Files by path, each with the time of its last change and its size."""


@dataclass(slots=True)
class Remembered:
    """What returns said when they were last read, so that only those that changed are read again."""

    ours: Seen = field(default_factory=dict)
    readings: dict[Path, tuple[tuple[int, int], tuple[Reading, ...]]] = field(default_factory=dict)

    def of(self, path: Path, read: Callable[[], Iterator[Reading]]) -> tuple[Reading, ...]:
        """Give what a return says, read anew only if it changed."""
        now = stamp_of(path)
        before = self.readings.get(path)
        if before is None or now is None or before[0] != now:
            before = (now or (0, 0), tuple(read()))
            self.readings[path] = before
        return before[1]

    def forget_if_changed(self, ours: Seen) -> None:
        """Read all anew if settings, register or schemes changed: returns are read against them."""
        if ours != self.ours:
            self.ours = ours
            self.readings.clear()


def stamp_of(path: Path) -> tuple[int, int] | None:
    """Give what tells whether a file changed: the time of its last change, and its size; nothing for no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return None if path.is_dir() else (found.st_mtime_ns, found.st_size)


def read_files(
    project: Project, paths: Iterable[Path], expected: Expected, remembered: Remembered | None = None
) -> Iterator[Reading]:
    """Read workbooks, one or more readings each; a file that cannot be opened is a problem, not an end."""
    for path in paths:
        if remembered is None:
            yield from _read(project, path, expected)
        else:
            yield from remembered.of(path, partial(_read, project, path, expected))


def _read(project: Project, path: Path, expected: Expected) -> Iterator[Reading]:
    file = project.relative(path)
    try:
        yield from read_workbook(path.read_bytes(), file, expected)
    except FileNotFoundError:
        yield Reading(file, None, None, (problem("FILE13", Place(file)),))
    except OSError as error:
        fault = problem("FILE11", Place(file), detail=error.strerror or str(error))
        yield Reading(file, None, None, (fault,))


def readings_of(setup: Setup, period: Period) -> Iterator[Reading]:
    """Read every workbook in a quarter's folder."""
    return read_files(setup.project, setup.project.returns(period), setup.expected(period))


def returned_in(setup: Setup, period: Period) -> dict[str, Return]:
    """Give a quarter's returns by measure code; where a measure has several, none is guessed to be right."""
    found = by_measure(each for each in readings_of(setup, period) if each.returned)
    return {code: each.returned for code, (each, *rivals) in found.items() if each.returned and not rivals}


def results_of(setup: Setup, period: Period) -> dict[str, type_of_figure | None]:
    """Give a quarter's results by measure code, as the next quarter's returns may have revised them."""
    later = returned_in(setup, period.next) if period.next < setup.period else {}
    return _as_revised(returned_in(setup, period), later)


def _as_revised(returned: Mapping[str, Return], later: Mapping[str, Return]) -> dict[str, type_of_figure | None]:
    results = {code: each.quarter.actual for code, each in returned.items()}
    revised = {code: each.previous_revised for code, each in later.items() if each.previous_revised is not None}
    return {**results, **revised}


def history_of(setup: Setup) -> dict[str, list[tuple[Period, Decimal]]]:
    """Give earlier quarters' results by measure, oldest first, where a scheme follows the trend of them."""
    history: dict[str, list[tuple[Period, Decimal]]] = {}
    if all(scheme.direction.against is not Comparator.TREND for scheme in setup.schemes.values()):
        return history
    periods = [setup.period.previous]
    while len(periods) < QUARTERS_CHARTED - 1:
        periods.append(periods[-1].previous)
    returned = {period: returned_in(setup, period) for period in periods}
    for period in reversed(periods):
        for code, result in _as_revised(returned[period], returned.get(period.next, {})).items():
            if isinstance(result, Decimal):
                history.setdefault(code, []).append((period, result))
    return history
