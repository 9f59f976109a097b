"""The returns of a quarter's folder: those of this quarter, and what earlier quarters' returns say."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from generator.judging.scheme import Comparator
from generator.model.figures import type_of_figure
from generator.model.officer_return import Return
from generator.model.period import Period
from generator.project.folder import Project
from generator.project.load import Setup
from generator.reading.open_workbooks import Opening
from generator.reading.opened_workbook import Opened
from generator.reading.read_form import Expected, Reading, by_measure, read_workbook
from generator.reading.reused_readings import Readings
from generator.reading.steady_file import NotOpenedError

QUARTERS_CHARTED = 8
"""How many quarters a trend is drawn through, this one included."""


def read_files(
    project: Project, paths: Iterable[Path], expected: Expected, opening: Opening | None = None
) -> Iterator[Reading]:
    """Read workbooks, one or more readings each; a file that cannot be opened is a problem, not an end."""
    return _read(project, dict.fromkeys(paths, expected), opening or Opening())


def _read(project: Project, expected: Mapping[Path, Expected], opening: Opening) -> Iterator[Reading]:
    named = {path: project.relative(path) for path in expected}
    before = {named[path]: Readings(opening.kept, each) for path, each in expected.items()}
    for file, found in opening.open_each(named, lambda file, sha256: before[file].get(file, sha256)):
        if isinstance(found, NotOpenedError):
            yield Reading(file, None, None, (found.problem,))
        elif isinstance(found, Opened):
            readings = read_workbook(found, file, before[file].expected)
            before[file].put(readings)
            yield from readings
        else:
            yield from found


def readings_of(setup: Setup, period: Period, opening: Opening | None = None) -> Iterator[Reading]:
    """Read every workbook in a quarter's folder."""
    return read_files(setup.project, setup.project.returns(period), setup.expected(period), opening)


def returned_in(setup: Setup, period: Period, opening: Opening | None = None) -> dict[str, Return]:
    """Give a quarter's returns by measure code, and note their hashes; of several for one measure none is guessed."""
    return returned_in_each(setup, (period,), opening)[period]


def returned_in_each(
    setup: Setup, periods: Iterable[Period], opening: Opening | None = None
) -> dict[Period, dict[str, Return]]:
    """Give the same of several quarters, opened as one piece of work."""
    expected = {period: setup.expected(period) for period in periods}
    paths = {path: period for period in expected for path in setup.project.returns(period)}
    read = _read(setup.project, {path: expected[period] for path, period in paths.items()}, opening or Opening())
    period_of = {setup.project.relative(path): period for path, period in paths.items()}
    found: dict[Period, list[Reading]] = {period: [] for period in expected}
    for each in read:
        if each.returned:
            found[period_of[each.file]].append(each)
    return {period: _sound(setup, readings) for period, readings in found.items()}


def _sound(setup: Setup, readings: Iterable[Reading]) -> dict[str, Return]:
    found = by_measure(readings)
    sound = {code: each.returned for code, (each, *rivals) in found.items() if each.returned and not rivals}
    setup.hashes.update((each.source.file, each.source.sha256) for each in sound.values())
    return sound


def as_revised(returned: Mapping[str, Return], later: Mapping[str, Return]) -> dict[str, type_of_figure | None]:
    """Give a quarter's results by measure code, as the ``later`` quarter's returns may have revised them."""
    results = {code: each.quarter.actual for code, each in returned.items()}
    revised = {code: each.previous_revised for code, each in later.items() if each.previous_revised is not None}
    return {**results, **revised}


def history_of(setup: Setup, opening: Opening | None = None) -> dict[str, list[tuple[Period, Decimal]]]:
    """Give earlier quarters' results by measure, oldest first, where a scheme follows the trend of them."""
    history: dict[str, list[tuple[Period, Decimal]]] = {}
    if all(scheme.direction.against is not Comparator.TREND for scheme in setup.schemes.values()):
        return history
    periods = [setup.period.previous]
    while len(periods) < QUARTERS_CHARTED - 1:
        periods.append(periods[-1].previous)
    returned = returned_in_each(setup, periods, opening)
    for period in reversed(periods):
        for code, result in as_revised(returned[period], returned.get(period.next, {})).items():
            if isinstance(result, Decimal):
                history.setdefault(code, []).append((period, result))
    return history
