"""Returns that need putting right, as fresh forms with the officer's answers and each problem beside its answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from generator.checks.received import latest
from generator.collecting.earlier_quarters import Earlier
from generator.collecting.issue_forms import contents_of, write_new
from generator.forms.form_contents import Contents
from generator.forms.form_names import form_stem
from generator.forms.form_workbook import issue_workbook
from generator.model.measure import Measure
from generator.model.problem import Problem
from generator.project.load import Setup
from generator.reading.answers_to_return import Answers, answers_in
from generator.reading.read_form import Reading, by_measure
from generator.report.gather import Gathered


@dataclass(frozen=True, slots=True)
class Copy:
    """An annotated copy: the file it was made from, a name for it, the measures in it, and its bytes."""

    file: str
    stem: str
    measures: tuple[Measure, ...]
    data: bytes


def annotated(setup: Setup, gathered: Gathered) -> Iterator[Copy]:
    """A copy of each workbook with problems whose forms can be told; the officer's own file is only read.

    Forms of a bundle that nobody has begun go back with the others; what a later return has superseded does not.
    """
    earlier = Earlier.of(setup)
    problems = gathered.problems
    superseded = _superseded(gathered)
    for file, group in groupby(gathered.readings, key=lambda each: each.file):
        readings = [each for each in group if each.measure and not each.stray and each not in superseded]
        if any(each.is_return for each in readings) and any(each.place.file == file for each in problems):
            answers = answers_in((setup.project.root / file).read_bytes())
            forms = tuple(_form(setup, each, answers, earlier, problems) for each in readings)
            yield _copy(file, forms, max(_issue_number(each) for each in readings) + 1)


def _superseded(gathered: Gathered) -> list[Reading]:
    """The returns that are not the latest of their measure, where that is told."""
    rivals = by_measure(gathered.readings).values()
    known = ((each, latest(each)) for each in rivals if len(each) > 1)
    return [each for several, last in known if last for each in several if each is not last]


def write_copies(setup: Setup, gathered: Gathered, folder: Path) -> Iterator[tuple[str, str]]:
    """Write the copies into a folder, never over a file; give each return's file and its copy's. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for copy in annotated(setup, gathered):
        yield copy.file, setup.project.relative(write_new(folder, copy.stem, ".xlsx", copy.data))


def not_sent_back(gathered: Gathered, copied: Iterable[str]) -> tuple[str, ...]:
    """The files that have errors and no copy: they are no return, or not of this quarter."""
    known = set(copied)
    found = dict.fromkeys(each.file for each in gathered.readings if not each.blank and each.file not in known)
    wrong = {each.place.file for each in gathered.problems if each.is_error}
    return tuple(file for file in found if file in wrong)


def _form(
    setup: Setup, reading: Reading, answers: dict[str, Answers], earlier: Earlier, problems: Iterable[Problem]
) -> Contents:
    assert reading.measure  # noqa: S101, only such readings come here
    fresh = contents_of(setup, reading.measure, earlier)
    found = answers.get(reading.sheet, Answers({}, {}))
    remarks: dict[str, tuple[str, ...]] = {}
    general: tuple[str, ...] = ()
    for each in problems:
        if each.place.file != reading.file or each.place.sheet not in {None, reading.sheet}:
            continue
        words = f"{each.message} {each.remedy}"
        ref = found.refs.get(each.place.row)
        if ref:
            remarks[ref] = (*remarks.get(ref, ()), words)
        else:
            general = (*general, words)
    returned = reading.returned
    if returned:
        figures = {"previous_actual": returned.previous_actual, "year_ago_actual": returned.year_ago_actual}
        fresh = replace(fresh, figures=figures)
    return replace(fresh, answers=found.cells, remarks=remarks, general=general, returned=True)


def _copy(file: str, forms: tuple[Contents, ...], issue_number: int) -> Copy:
    stem = f"{form_stem(forms[0].measure, forms[0].period)} issue {issue_number}"
    data = issue_workbook(*(replace(each, issue_number=issue_number) for each in forms))
    return Copy(file, stem, tuple(each.measure for each in forms), data)


def _issue_number(reading: Reading) -> int:
    return reading.returned.issue_number if reading.returned else 1
