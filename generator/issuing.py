"""Issuing a quarter's forms: which measures are due, what is known already, and where the files go."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from generator.build import Setup, earlier_figures, forms_there
from generator.measure import Measure
from generator.period import Period
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

    A measure that has a form in the folder, under whatever name, gets no other: an officer may have begun to fill
    it in.
    """
    folder = setup.project.returns_folder(setup.period)
    folder.mkdir(parents=True, exist_ok=True)
    there = forms_there(setup)
    before = earlier_figures(setup)
    written: list[str] = []
    kept: list[str] = []
    for measure in _wanted(setup, codes):
        if measure.code in there:
            kept.append(there[measure.code])
            continue
        form = issue_workbook(
            measure,
            setup.period,
            council=setup.settings.council,
            statuses=setup.statuses_of(measure),
            before=before.get(measure.code),
        )
        written.append(setup.project.relative(_write_new(folder, measure, setup.period, form)))
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


def _write_new(folder: Path, measure: Measure, period: Period, data: bytes) -> Path:
    """Write under the first name that is free: codes may differ only in what a file name cannot hold."""
    stem = file_stem(measure)
    for name in chain((stem,), (f"{stem} ({number})" for number in count(2))):
        path = folder / f"{name} {period}.xlsx"
        with suppress(FileExistsError), path.open("xb") as file:
            file.write(data)
            break
    return path
