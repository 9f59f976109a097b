"""The pipeline: gather everything (read, judge, check, report), then write."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.approval import Approval, approvals
from generator.checks.completeness import check_approval, check_due, check_received, check_repeats, check_sign_off
from generator.checks.figures import check_figures
from generator.checks.narrative import check_narratives
from generator.checks.queries import check_queries
from generator.problem import Problem
from generator.project import Project
from generator.publish import read_approvals
from generator.report import Judged, Missing, Report, Why, by_code_and_alias, group_by_directorate, judge_return
from generator.returns import history_of, read_files, readings_of
from generator.setup import Setup, bytes_of, name_of, scheme_path, text_of
from generator.workbook.read import Reading, by_measure

WORD_TEMPLATE = "report.docx"
HTML_TEMPLATE = "report.html.j2"


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


def gather(setup: Setup, files: Sequence[Path] | None = None, *, draft: bool = False) -> Gathered:
    """Read, judge and check the quarter's returns (or only ``files``) and make the report of them."""
    given = None if files is None else dict.fromkeys(path.absolute() for path in files)
    paths = tuple(setup.project.returns(setup.period) if given is None else given)
    readings = tuple(read_files(setup.project, paths, setup.expected(setup.period)))
    context = () if files is None else tuple(_context(setup, readings))
    judged = tuple(_judge(setup, (*readings, *context)))
    missing = tuple(_missing(setup, readings, judged)) if files is None else ()
    approved = read_approvals(setup.project.output_folder(setup.period))
    told = {each.file for each in readings}
    every = _check(setup, readings, judged, missing, approved)
    problems = _in_order(each for each in every if files is None or each.place.file in told)
    report = Report(
        council=setup.settings.council,
        title=setup.settings.title,
        period=setup.period,
        draft=draft,
        data_source=setup.settings.data_source,
        scheme=setup.scheme,
        groups=group_by_directorate(judged, setup.settings.directorates),
        missing=missing,
        problems=problems,
    )
    seen = approvals((each.returned for each in judged), approved)
    return Gathered(readings=readings, judged=judged, report=report, approvals=seen)


def render(project: Project, report: Report) -> dict[str, bytes]:
    """Render every document, by file name. Raises Unusable where a template has faults."""
    from generator.presentation import present
    from generator.render.data import measures_csv, report_json
    from generator.render.html import render_html
    from generator.render.word import render_word

    page = present(report)
    word, html = project.template(WORD_TEMPLATE), project.template(HTML_TEMPLATE)
    word_name, html_name = name_of(project, word), name_of(project, html)
    return {
        "exceptions.docx": render_word(bytes_of(word, word_name), page, name=word_name),
        "exceptions.html": render_html(text_of(html, html_name), page, name=html_name).encode(),
        "report.json": report_json(report),
        "measures.csv": measures_csv(report),
    }


def hashes(setup: Setup, gathered: Gathered) -> dict[str, str]:
    """Give the SHA-256 of every input that the report was made from, by its name in messages."""
    project = setup.project
    named = [project.template(name) for name in (WORD_TEMPLATE, HTML_TEMPLATE)]
    schemes = [scheme_path(project, name or setup.settings.scheme) for name in setup.schemes]
    files = (project.settings, project.register, *schemes, *named)
    own = {name_of(project, path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    returns = {each.returned.source.file: each.returned.source.sha256 for each in gathered.judged}
    return {**own, **returns}


def _context(setup: Setup, readings: Sequence[Reading]) -> Iterator[Reading]:
    """Give the quarter's other returns where some of these share commentary with them."""
    if any(each.returned and each.returned.same_as for each in readings):
        measures = {each.measure.code for each in readings if each.measure}
        for reading in readings_of(setup, setup.period):
            if reading.measure and reading.measure.code not in measures:
                yield reading


def _judge(setup: Setup, readings: Sequence[Reading]) -> Iterator[Judged]:
    """Judge in the register's order; where a measure has several returns, none of them is guessed to be right."""
    found = by_measure(readings)
    history = history_of(setup)
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
) -> Iterator[Problem]:
    for reading in readings:
        yield from reading.problems
    yield from check_repeats(readings)
    by_code = by_code_and_alias(judged)
    for each in judged:
        yield from check_figures(each)
        yield from check_queries(each, setup.settings.unexplained_queries)
        yield from check_narratives(each, by_code)
        yield from check_sign_off(each.returned)
        yield from check_approval(each.returned, approved)
        yield from check_due(each)
    folder = setup.project.relative(setup.project.returns_folder(setup.period))
    yield from check_received(missing, folder, setup.settings.missing_returns)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=_reading_order))


def _reading_order(each: Problem) -> tuple[str, str, int, str, str]:
    place = each.place
    return (place.file, place.sheet or "", place.row, place.cell or "", each.code)
