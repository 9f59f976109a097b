"""Issuing a quarter's forms: which measures are due, what is known already, and where the files go."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Any

from generator.cache.processes import Others
from generator.cache.store import Kept
from generator.collecting.earlier_quarters import Earlier
from generator.collecting.working_days import due_date
from generator.forms.asked.form_contents import Contents, MeasureContents, TopicContents
from generator.forms.asked.prefill import last_time
from generator.forms.form_names import form_stem
from generator.forms.form_workbook import issue_workbook
from generator.judging.outcome import judge_return
from generator.model.csv_cells import as_csv
from generator.model.measure import Measure, code_key, type_of_subject
from generator.model.messages.wording import Severity
from generator.model.officer_return import Return
from generator.model.problem import ScorecardError, nearest
from generator.model.progress import Telling, quiet
from generator.model.shape import Topic
from generator.output.swap_folders import replace_file
from generator.project.folder import ISSUED
from generator.project.house_style import ruled_severity
from generator.project.load import Setup
from generator.project.quarter_folders import readings_of
from generator.reading.open_workbooks import Opening
from generator.reading.readings import standing

Form = tuple[Contents, ...]
"""What one workbook is made of: a measure's form, or those of a bundle."""

_BATCH = 8
"""How many workbooks a process makes at a time."""


class UnknownCodesError(ScorecardError):
    """Codes that the register does not have."""


@dataclass(frozen=True, slots=True)
class Issued:
    """The files that were written, and those that were there already."""

    written: tuple[str, ...]
    kept: tuple[str, ...]


def contents_of(setup: Setup, subject: type_of_subject, earlier: Earlier) -> Contents:
    """What a form is made of before anybody has filled it in."""
    last, shape, rules = earlier.last.get(subject.code), setup.settings.shape, setup.settings.house_style.rules
    rule = "NARR09" if isinstance(subject, Topic) else "NARR01"
    any_form: dict[str, Any] = {
        "shape": shape,
        "period": setup.period,
        "council": setup.settings.council,
        "due": due_date(setup),
        "send_to": setup.settings.send_to,
        "last_time": last_time(subject, last, shape) if last else {},
        "unanswered": ruled_severity(rule, Severity.ERROR, rules, subject),
    }
    if isinstance(subject, Topic):
        return TopicContents(topic=subject, **any_form)
    return MeasureContents(
        measure=subject,
        scheme=setup.scheme_of(subject),
        rule=setup.settings.exceptions,
        stated_over_figures=setup.settings.stated_over_figures,
        last_statuses=_statuses_of(setup, subject, last) if isinstance(last, Return) else {},
        figures={
            "previous_actual": earlier.previous.get(subject.code),
            "year_ago_actual": earlier.year_ago.get(subject.code),
        },
        **any_form,
    )


def _statuses_of(setup: Setup, measure: Measure, last: Return) -> dict[str, str]:
    """What last time's result and forecast earned; a forecast of another year is none of this one."""
    judged = judge_return(measure, last, scheme=setup.scheme_of(measure), rule=setup.settings.exceptions)
    halves = {"quarter": judged.quarter, "forecast": judged.forecast if last.period.year == setup.period.year else None}
    return {half: each.status.name for half, each in halves.items() if each and each.actual is not None}


def issue_all(setup: Setup, codes: Sequence[str] = (), telling: Telling = quiet, kept: Kept | None = None) -> Issued:
    """Write a form for each measure due in the quarter, or for ``codes``. Raises UnknownCodesError, OSError.

    Where anything is asked about groups or the report, these have forms too, and a group's name is its code. What has a
    form in the folder, under whatever name, gets no other: an officer may have begun to fill it in. Measures that the
    register puts into one bundle share a workbook.
    """
    folder = setup.project.returns_folder(setup.period)
    folder.mkdir(parents=True, exist_ok=True)
    with Opening.of_many(len(setup.register.measures), kept=kept, telling=telling) as opening:
        there = _forms_there(setup, opening)
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
    _write_covering_list(setup, folder, {**there, **written})
    left = dict.fromkeys(there[each.code] for each in wanted if each.code in there)
    return Issued(tuple(dict.fromkeys(written.values())), tuple(left))


def make_each(forms: Iterable[Form], others: Others) -> Iterator[bytes]:
    """Make workbooks in order, whatever processes do it; where these die, this one makes the rest."""

    def begin(batch: Sequence[Form]) -> Callable[[], list[bytes]]:
        future = others.begin(_make, batch)
        return lambda: others.answer(future) or _make(batch)

    return others.in_batches(forms, _BATCH, begin)


def _make(batch: Sequence[Form]) -> list[bytes]:
    return [issue_workbook(*form) for form in batch]


def _forms_there(setup: Setup, opening: Opening) -> dict[str, str]:
    """The file of each form that is in the quarter's folder already, filled in or not."""
    readings = standing(tuple(readings_of(setup, setup.period, opening)))
    return {each.subject.code: each.file for each in readings if each.subject and not each.stray}


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
