"""Issuing a quarter's forms: which measures are due, what is known already, and where the files go."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from generator.cache.processes import Others
from generator.cache.store import Kept
from generator.collecting.earlier_quarters import Earlier
from generator.collecting.fresh_forms import contents_of
from generator.collecting.reissue import issued_again
from generator.collecting.working_days import due_date
from generator.forms.asked.form_contents import Contents
from generator.forms.form_names import form_stem
from generator.forms.form_workbook import issue_workbook
from generator.model.characters import as_csv
from generator.model.measure import code_key, type_of_subject
from generator.model.problem import ScorecardError, nearest
from generator.model.progress import Telling, quiet
from generator.model.shape import Topic
from generator.output.swap_folders import replace_file
from generator.project.folder import ISSUED
from generator.project.load import Setup
from generator.project.quarter_folders import readings_of
from generator.reading.open_workbooks import Opening
from generator.reading.readings import Reading, standing

Form = tuple[Contents, ...]
"""What one workbook is made of: a measure's form, or those of a bundle."""

_BATCH = 8
"""How many workbooks a process makes at a time."""


class UnknownCodesError(ScorecardError):
    """Codes that the register does not have."""


@dataclass(frozen=True, slots=True)
class Issued:
    """The files that were written, and those that were there already.

    ``replaced`` are forms that nobody had begun and that are now otherwise; ``changed``, those that were begun before
    that, and were left.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...]
    replaced: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def issue_all(setup: Setup, codes: Sequence[str] = (), telling: Telling = quiet, kept: Kept | None = None) -> Issued:
    """Write a form for each measure due in the quarter, or for ``codes``. Raises UnknownCodesError, OSError.

    Where anything is asked about groups or the report, these have forms too, and a group's name is its code. What has a
    form in the folder, under whatever name, gets no other, unless nobody has begun it and it would be another now; what
    was begun and is asked for by its code has its next issue. Measures that the register puts into one bundle share a
    workbook.
    """
    folder = setup.project.returns_folder(setup.period)
    folder.mkdir(parents=True, exist_ok=True)
    with Opening.of_many(len(setup.register.measures), kept=kept, telling=telling) as opening:
        readings = tuple(readings_of(setup, setup.period, opening))
        there = {each.subject.code: each.file for each in standing(readings) if each.subject and not each.stray}
        wanted = tuple(_wanted(setup, codes))
        bundles = tuple(_bundles(each for each in wanted if each.code not in there))
        earlier = Earlier.of(setup, opening)
        forms = (tuple(contents_of(setup, each, earlier) for each in bundle) for bundle in bundles)
        written: dict[str, str] = {}
        with telling("Forms written") as step:
            for done, (bundle, data) in enumerate(zip(bundles, make_each(forms, opening.others), strict=True), 1):
                path = write_new(folder, form_stem(bundle[0], setup.period), ".xlsx", data)
                written |= {each.code: setup.project.relative(path) for each in bundle}
                step(done, len(bundles))
        left = tuple(dict.fromkeys(there[each.code] for each in wanted if each.code in there))
        again = issued_again(setup, earlier, {file: _of_file(file, readings) for file in left}, begun_too=bool(codes))
        for next_one in again.next_issues:
            path = write_new(folder, next_one.stem, ".xlsx", next_one.data)
            written |= dict.fromkeys(next_one.codes, setup.project.relative(path))
    _write_covering_list(setup, folder, {**there, **written})
    files = tuple(dict.fromkeys(written.values()))
    return Issued(files, tuple(file for file in left if file not in again.replaced), again.replaced, again.changed)


def _of_file(file: str, readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(each for each in readings if each.file == file)


def make_each(forms: Iterable[Form], others: Others) -> Iterator[bytes]:
    """Make workbooks in order, whatever processes do it; where these die, this one makes the rest."""

    def begin(batch: Sequence[Form]) -> Callable[[], list[bytes]]:
        future = others.begin(_make, batch)
        return lambda: others.answer(future) or _make(batch)

    return others.in_batches(forms, _BATCH, begin)


def _make(batch: Sequence[Form]) -> list[bytes]:
    return [issue_workbook(*form) for form in batch]


def _wanted(setup: Setup, codes: Sequence[str]) -> Iterator[type_of_subject]:
    if not codes:
        yield from (each for each in setup.register.measures if each.is_due(setup.period))
        yield from setup.topics
        return
    topics = {code_key(each.name or each.label): each for each in setup.topics}
    found = {code: setup.register.find(code) or topics.get(code_key(code)) for code in codes}
    known = (*setup.register.codes, *(each.name or each.label for each in setup.topics))
    unknown = [f"“{code}”.{nearest(code, known)}" for code, subject in found.items() if not subject]
    if unknown:
        raise UnknownCodesError(f"The register has no measure {' '.join(unknown)}")
    yield from dict.fromkeys(subject for subject in found.values() if subject)


def _bundles(subjects: Iterable[type_of_subject]) -> Iterator[tuple[type_of_subject, ...]]:
    """Put measures of one bundle together, where the first of them stands."""
    bundles: dict[tuple[str, str], list[type_of_subject]] = {}
    for each in subjects:
        key = (each.bundle.casefold(), "" if each.bundle else each.code)
        bundles.setdefault(key, []).append(each)
    return map(tuple, bundles.values())


def write_new(folder: Path, stem: str, suffix: str, data: bytes) -> Path:
    """Write under the first name that is free, for nothing is ever overwritten. Raises OSError.

    A file that cannot be written whole is taken away again: it would stand in the way of the whole one.
    """
    for name in chain((stem,), (f"{stem} ({number})" for number in count(2))):
        path = folder / f"{name}{suffix}"
        with suppress(FileExistsError):
            file = path.open("xb")
            break
    try:
        with file:
            file.write(data)
    except BaseException:
        path.unlink()
        raise
    return path


def _write_covering_list(setup: Setup, folder: Path, files: Mapping[str, str]) -> None:
    """List every form of the quarter with who is to fill it in and by when; our own list, made anew each time."""
    due, words = due_date(setup).isoformat(), [level.word for level in setup.settings.shape.levels]
    headings = ("Code", "Title", *words, "Officer", "Officer email", "Approver", "Due", "File")
    every: tuple[type_of_subject, ...] = (*setup.register.measures, *setup.topics)
    rows = (
        (*_named(each, len(words)), each.officer, each.officer_email, each.approver, due, files[each.code])
        for each in every
        if each.code in files
    )
    replace_file(folder / ISSUED, as_csv((headings, *rows)).encode("utf-8-sig"))


def _named(subject: type_of_subject, levels: int) -> tuple[str, ...]:
    """Its code and title, and its group of each level; a group has no code, and the report is in no group."""
    groups = (*subject.groups, *[""] * levels)[:levels]
    return ("", subject.label, *groups) if isinstance(subject, Topic) else (subject.code, subject.title, *groups)
