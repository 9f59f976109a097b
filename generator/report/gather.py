"""The pipeline: gather everything (read, judge, check, report), then write."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from generator.cache.store import key_of
from generator.checks.approval import Approval, approvals
from generator.checks.commentary_given import check_narratives
from generator.checks.figures import check_figures
from generator.checks.odd_figures import check_previous, check_queries
from generator.checks.readers_eye.dates import day_of
from generator.checks.readers_eye.reused import Remarks
from generator.checks.readers_eye.text import Known
from generator.checks.received import check_due, check_received, check_repeats
from generator.checks.sign_off import check_approval, check_sign_off
from generator.commentary.withheld import internal as shown_inside
from generator.commentary.withheld import public as shown_to_all
from generator.judging.outcome import Judged, Missing, Why, by_code_and_alias, judge_return
from generator.model.measure import code_key
from generator.model.officer_return import Return
from generator.model.problem import Problem
from generator.project.folder import REPORT
from generator.project.load import Setup
from generator.project.quarter_folders import history_of, not_read, read_files, readings_of, returned_in
from generator.project.report_options import Part
from generator.reading.open_workbooks import Opening
from generator.reading.read_form import Reading, by_measure
from generator.report.previous_report import read_approvals, statuses_in
from generator.report.report import Report, group_by_directorate


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """All that was read and found; the report leaves out what could not be kept.

    ``approvals`` is what the manifest is to remember of them, by measure code.
    """

    readings: tuple[Reading, ...]
    judged: tuple[Judged, ...]
    report: Report
    approvals: Mapping[str, Approval]

    @property
    def has_errors(self) -> bool:
        """Whether anything must be put right before the report may be published."""
        return any(each.is_error for each in self.report.problems)


def gather(
    setup: Setup,
    files: Sequence[Path] | None = None,
    *,
    draft: bool = False,
    internal: bool = False,
    opening: Opening | None = None,
) -> Gathered:
    """Read, judge and check the quarter's returns (or only ``files``) and make the report of them.

    The report is for the public, unless it is ``internal``.
    """
    given = None if files is None else dict.fromkeys(path.absolute() for path in files)
    paths = tuple(setup.project.returns(setup.period) if given is None else given)
    readings = tuple(read_files(setup.project, paths, setup.expected(setup.period), opening))
    context = () if files is None else tuple(_context(setup, readings, opening))
    earlier = replace(opening or Opening(), what="Earlier returns read")
    judged = tuple(_judge(setup, (*readings, *context), earlier))
    missing = tuple(_missing(setup, readings, judged)) if files is None else ()
    approved = read_approvals(setup.project.output_folder(setup.period))
    told = {each.file for each in readings}
    every = _check(setup, readings, judged, missing, approved, earlier)
    problems = _in_order(each for each in every if files is None or each.place.file in told)
    report = Report(
        council=setup.settings.council,
        title=setup.settings.title,
        period=setup.period,
        draft=draft,
        data_source=setup.settings.data_source,
        scheme=setup.scheme,
        groups=group_by_directorate(
            map(shown_inside if internal else shown_to_all, judged), setup.settings.directorates
        ),
        missing=missing,
        problems=problems,
        covering=setup.settings.covering,
        brand=setup.brand,
        parts=frozenset(Part) - frozenset(setup.settings.leave_out),
        before=_statuses_before(setup),
        internal=internal,
    )
    seen = approvals((each.returned for each in judged), approved)
    return Gathered(readings=readings, judged=judged, report=report, approvals=seen)


def hashes(setup: Setup, gathered: Gathered) -> dict[str, str]:
    """Give the SHA-256 of all that has been read for the report, by its name in messages."""
    return {**setup.hashes, **{each.file: each.sha256 for each in gathered.readings if each.sha256}}


def _statuses_before(setup: Setup) -> dict[str, str]:
    """Give last quarter's statuses, as its report has them."""
    path = setup.project.output_folder(setup.period.previous) / REPORT
    try:
        report = path.read_bytes()
    except OSError:
        return {}
    statuses = statuses_in(report)
    if statuses:
        setup.hashes[setup.project.relative(path)] = sha256(report).hexdigest()
    return statuses


def _context(setup: Setup, readings: Sequence[Reading], opening: Opening | None) -> Iterator[Reading]:
    """Give the quarter's other returns where some of these share commentary with them."""
    if any(each.returned and each.returned.same_as for each in readings):
        measures = {each.measure.code for each in readings if each.measure}
        for reading in readings_of(setup, setup.period, opening):
            if reading.measure and reading.measure.code not in measures:
                yield reading


def _judge(setup: Setup, readings: Sequence[Reading], earlier: Opening) -> Iterator[Judged]:
    """Judge in the register's order; where a measure has several returns, none of them is guessed to be right."""
    found = by_measure(readings)
    history = history_of(setup, earlier)
    for measure in setup.register.measures:
        rivals = found.get(measure.code, [])
        if len(rivals) == 1 and rivals[0].returned:
            yield judge_return(
                measure,
                rivals[0].returned,
                scheme=setup.scheme_of(measure),
                rule=setup.settings.exceptions,
                history=history.get(measure.code, ()),
            )


def _missing(setup: Setup, readings: Sequence[Reading], judged: Sequence[Judged]) -> Iterator[Missing]:
    kept = {each.measure.code for each in judged}
    refused = {each.measure.code: each.file for each in reversed(readings) if each.measure and not each.blank}
    for measure in setup.register.measures:
        if measure.code in kept:
            continue
        if measure.code in refused:
            yield Missing(measure, Why.REFUSED, refused[measure.code])
        else:
            due = setup.period.quarter in measure.due
            yield Missing(measure, Why.NOT_RECEIVED if due else Why.NOT_DUE)


def _check(
    setup: Setup,
    readings: Sequence[Reading],
    judged: Sequence[Judged],
    missing: Sequence[Missing],
    approved: Mapping[str, Approval],
    earlier: Opening,
) -> Iterator[Problem]:
    for reading in readings:
        yield from reading.problems
    yield from check_repeats(readings)
    by_code = by_code_and_alias(judged)
    before = {code_key(code): each for code, each in returned_in(setup, setup.period.previous, earlier).items()}
    remarks = _remarks(setup, by_code, before, earlier).of_each(judged)
    for each, remarked in zip(judged, remarks, strict=True):
        yield from check_figures(each)
        yield from check_queries(each, setup.settings.unexplained_queries)
        yield from check_previous(each, before.get(code_key(each.measure.code)))
        yield from check_narratives(each, by_code)
        yield from remarked
        yield from check_sign_off(each.returned)
        yield from check_approval(each.returned, approved)
        yield from check_due(each)
    folder = setup.project.relative(setup.project.returns_folder(setup.period))
    yield from not_read(setup.project, setup.period)
    yield from check_received(missing, folder, setup.settings.missing_returns)


def _remarks(setup: Setup, reported: Mapping[str, Judged], before: Mapping[str, Return], earlier: Opening) -> Remarks:
    """Give what a reader remarks who has read last quarter's returns, where there are any."""
    known = Known(
        codes=setup.register.codes,
        reported=frozenset(reported),
        glossary=setup.settings.covering.glossary,
        meeting=day_of(setup.settings.covering.meeting),
        style=setup.settings.house_style,
    )
    edition = key_of(setup.edition, str(setup.period), *sorted(known.reported))
    return Remarks(known, before, edition, earlier.kept, earlier.others)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=_reading_order))


def _reading_order(each: Problem) -> tuple[str, str, int, str, str]:
    place = each.place
    return (place.file, place.sheet or "", place.row, place.cell or "", each.code)
