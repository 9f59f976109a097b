"""The returns of a quarter's folder: those of this quarter, and what earlier quarters' returns say."""

import os
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from generator.judging.scheme import Comparator
from generator.model.figures import type_of_figure
from generator.model.officer_return import Return
from generator.model.period import Period
from generator.model.problem import Place, Problem, problem
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
    """What workbooks hold, one or more readings each; a file that cannot be opened is a reading with a problem."""
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


def not_read(project: Project, period: Period) -> Iterator[Problem]:
    """Problems for the documents among a quarter's returns that are no workbooks, and folders that cannot be opened."""
    top = project.returns_folder(period)
    closed: list[OSError] = []
    for folder, _, files in os.walk(top, onerror=closed.append):
        for path in (Path(folder) / name for name in files):
            if not path.name.startswith(("~$", ".")) and (path.suffix.lower() in _DOCUMENTS or _is_unnamed(path)):
                yield problem("FILE17", Place(project.relative(path)))
    for error in closed:
        if not isinstance(error, FileNotFoundError):
            place = Place(project.relative(Path(error.filename or top)))
            yield problem("FILE18", place, detail=error.strerror or error)


_DOCUMENTS = frozenset({".docx", ".docm", ".doc", ".odt", ".rtf", ".pages", ".pdf", ".msg", ".eml"})
"""What an officer may answer in, or send an answer with, in place of the form."""

_STARTS = (b"PK\3\4", bytes.fromhex("D0CF11E0"), b"%PDF")
"""How files of Office, new and old, and PDF files begin."""


def _is_unnamed(path: Path) -> bool:
    """Whether a file has lost the end of its name, by which it would be known for a workbook or document."""
    if path.suffix or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(4) in _STARTS
    except OSError:
        return True


def readings_of(setup: Setup, period: Period, opening: Opening | None = None) -> Iterator[Reading]:
    """What the workbooks in a quarter's folder hold."""
    return read_files(setup.project, setup.project.returns(period), setup.expected(period), opening)


def returned_in(setup: Setup, period: Period, opening: Opening | None = None) -> dict[str, Return]:
    """A quarter's returns by measure code, their hashes noted in the setup; a measure with several has none."""
    return returned_in_each(setup, (period,), opening)[period]


def returned_in_each(
    setup: Setup, periods: Iterable[Period], opening: Opening | None = None
) -> dict[Period, dict[str, Return]]:
    """The same of several quarters; their workbooks are opened as one piece of work."""
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
    """A quarter's results by measure code, as the returns of the ``later`` quarter revise them."""
    results = {code: each.quarter.actual for code, each in returned.items()}
    revised = {code: each.previous_revised for code, each in later.items() if each.previous_revised is not None}
    return {**results, **revised}


def history_of(setup: Setup, opening: Opening | None = None) -> dict[str, list[tuple[Period, Decimal]]]:
    """Earlier quarters' results by measure code, oldest first, of measures whose scheme follows a trend."""
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
