"""Issuing a quarter's forms: which measures are due, what is known already, and where the files go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from generator.build import Setup, earlier_figures
from generator.measure import Measure
from generator.problem import nearest
from generator.workbook.issue import file_stem, issue_workbook


class UnknownCodesError(Exception):
    """Codes that the register does not have."""


@dataclass(frozen=True, slots=True)
class Issued:
    """The files that were written, and those that were there already."""

    written: tuple[str, ...]
    kept: tuple[str, ...]


def issue_all(setup: Setup, codes: Sequence[str] = ()) -> Issued:
    """Write a form for each measure due in the quarter, or for ``codes``. Raises UnknownCodesError, OSError.

    A file that is there is never overwritten: an officer may have begun to fill it in.
    """
    folder = setup.project.returns_folder(setup.period)
    folder.mkdir(parents=True, exist_ok=True)
    before = earlier_figures(setup)
    written: list[str] = []
    kept: list[str] = []
    paths = _paths(setup, folder)
    for measure in _wanted(setup, codes):
        path = paths[measure.code]
        form = issue_workbook(
            measure,
            setup.period,
            council=setup.settings.council,
            statuses=setup.statuses_of(measure),
            before=before.get(measure.code),
        )
        done = _write_new(path, form)
        (written if done else kept).append(setup.project.relative(path))
    return Issued(tuple(written), tuple(kept))


def _wanted(setup: Setup, codes: Sequence[str]) -> Iterator[Measure]:
    if not codes:
        yield from (each for each in setup.register.measures if setup.period.quarter in each.due)
        return
    found = {code: setup.register.find(code) for code in codes}
    unknown = [f"“{code}”.{nearest(code, setup.register.codes)}" for code, measure in found.items() if not measure]
    if unknown:
        raise UnknownCodesError(f"The register has no measure {' '.join(unknown)}")
    yield from (measure for measure in found.values() if measure)


def _paths(setup: Setup, folder: Path) -> dict[str, Path]:
    """Give each measure's file. Codes may differ only in what a file name cannot hold; the later gets a number."""
    paths: dict[str, Path] = {}
    taken: set[str] = set()
    for measure in setup.register.measures:
        stem = file_stem(measure)
        names = chain((stem,), (f"{stem} ({number})" for number in count(2)))
        name = next(each for each in names if each.casefold() not in taken)
        taken.add(name.casefold())
        paths[measure.code] = folder / f"{name} {setup.period}.xlsx"
    return paths


def _write_new(path: Path, data: bytes) -> bool:
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        return False
    return True
