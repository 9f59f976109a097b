"""The pipeline: gather everything (read, judge, check, report), then write."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from generator.approval import Approval, approvals
from generator.checks.completeness import check_approval, check_due, check_received, check_repeats, check_sign_off
from generator.checks.figures import check_figures
from generator.checks.narrative import check_narratives
from generator.checks.queries import check_queries
from generator.checks.reader import read_through
from generator.checks.reader.against_time import day_of
from generator.checks.reader.passages import Known
from generator.covering import Layout, Pack, Part
from generator.manifest import REPORT, read_approvals, statuses_in
from generator.measure import code_key
from generator.problem import Problem
from generator.progress import Step
from generator.recall import Kept, Opening
from generator.report import Judged, Missing, Report, Why, by_code_and_alias, group_by_directorate, judge_return
from generator.returns import history_of, not_read, read_files, readings_of, returned_in
from generator.setup import Setup, bytes_of, decoded, name_of
from generator.withholding import internal as shown_inside
from generator.withholding import public as shown_to_all
from generator.workbook.read import Reading, by_measure

WORD_TEMPLATES = {Layout.TABLE: "report.docx", Layout.SECTIONS: "sections.docx"}
SUMMARY_TEMPLATE = "summary.docx"
HTML_TEMPLATE = "report.html.j2"
NARRATIVE_TEMPLATES = {name: f"narratives/{name}.j2" for name in ("introduction", "directorate", "measure", "email")}

ALL_TEMPLATES = (*WORD_TEMPLATES.values(), SUMMARY_TEMPLATE, HTML_TEMPLATE, *NARRATIVE_TEMPLATES.values())

EMAIL = "covering-email.txt"
_HELD = {
    Layout.TABLE: "the committee's table, in Word",
    Layout.SECTIONS: "the report in headings and short tables, in Word",
    Pack.SUMMARY: "a summary on one page, in Word",
}
"""What the covering e-mail says of the files that go with it."""

NOT_IN_A_PACK = (Part.TITLE_BLOCK, Part.PURPOSE, Part.RECOMMENDATIONS)
"""What concerns the meeting, not the directorate."""

if TYPE_CHECKING:
    from generator.facts import FileFacts
    from generator.page import PageView
    from generator.render.narratives import Narratives
    from generator.render.ooxml.template import Template


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
    context = () if files is None else tuple(_context(setup, readings))
    earlier = replace(opening, what="Earlier returns read") if opening else None
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


def render(
    setup: Setup, report: Report, *, pdf: bool = False, kept: Kept | None = None, step: Step | None = None
) -> dict[str, bytes]:
    """Render every document, by file name; ``pdf`` says that PDFs of the Word files will go with them.

    What is ``kept`` of earlier builds is made no second time; ``step`` is told of each document.
    Raises Unusable where a template has faults.
    """
    from generator.presentation import present
    from generator.render.data import measures_csv, measures_csv_metadata, report_json
    from generator.telling import report_facts

    narratives = narratives_of(setup)
    page = present(report, narratives)
    make = _Maker(setup, kept, step, len(report.groups))
    return {
        **_word_files(setup, report, page, narratives, make),
        "exceptions.html": make.html(HTML_TEMPLATE, page),
        EMAIL: narratives.email(report_facts(report), tuple(_attached(setup, pdf=pdf))).encode(),
        REPORT: report_json(report),
        "measures.csv": measures_csv(report),
        "measures.csv-metadata.json": measures_csv_metadata(),
    }


class _Maker:
    """Makes documents of the project's templates, each compiled when it is first needed."""

    def __init__(self, setup: Setup, kept: Kept | None, step: Step | None, directorates: int) -> None:
        self.setup, self.kept, self.step = setup, kept, step
        packs = setup.settings.packs
        own = directorates if Pack.DIRECTORATES in packs and directorates > 1 else 0
        self.done, self.total = 0, len(setup.settings.layouts) + (Pack.SUMMARY in packs) + own + 1
        self.compiled: dict[str, Template] = {}

    def word(self, template: str, page: "PageView") -> bytes:
        """Fill in a Word template."""
        data, file = _template_bytes(self.setup, template)

        def made() -> bytes:
            from generator.render.word import render_word, word_template

            if template not in self.compiled:
                self.compiled[template] = word_template(data, file)
            return render_word(self.compiled[template], page)

        return self._made(data, page, made)

    def html(self, template: str, page: "PageView") -> bytes:
        """Fill in a template of the web page."""
        data, file = _template_bytes(self.setup, template)

        def made() -> bytes:
            from generator.render.html import html_template, render_html

            text = decoded(data, file)
            return render_html(html_template(text, file), page).encode()

        return self._made(data, page, made)

    def _made(self, template: bytes, page: "PageView", make: Callable[[], bytes]) -> bytes:
        document = self.kept.document(template, page, make) if self.kept else make()
        self.done += 1
        if self.step:
            self.step(self.done, self.total)
        return document


def presented(setup: Setup, report: Report) -> "PageView":
    """Give the page that a report makes with the project's narratives. Raises Unusable where one has faults."""
    from generator.presentation import present

    return present(report, narratives_of(setup))


def narratives_of(setup: Setup) -> "Narratives":
    """Give the narratives that the project's templates write. Raises Unusable with the faults of all."""
    from generator.render.narratives import narratives

    return narratives({name: _template(setup, file) for name, file in NARRATIVE_TEMPLATES.items()})


def _template(setup: Setup, file: str) -> tuple[str, str]:
    """Read a template's text; with it goes its name in messages."""
    data, name = _template_bytes(setup, file)
    return decoded(data, name), name


def _template_bytes(setup: Setup, file: str) -> tuple[bytes, str]:
    path = setup.project.template(file)
    name = name_of(setup.project, path)
    return bytes_of(path, name, setup.hashes), name


def _attached(setup: Setup, *, pdf: bool) -> Iterator["FileFacts"]:
    """Give the files that a committee's clerk is sent: what concerns the whole report, to be read."""
    from generator.facts import FileFacts

    first, *others = setup.settings.layouts
    documents: dict[str, Layout | Pack] = {"exceptions": first, **{f"exceptions-{layout}": layout for layout in others}}
    if Pack.SUMMARY in setup.settings.packs:
        documents["summary"] = Pack.SUMMARY
    for name, what in documents.items():
        yield FileFacts(name=f"{name}.docx", holds=_HELD[what])
        if pdf:
            yield FileFacts(name=f"{name}.pdf", holds=_HELD[what].replace("in Word", "as a PDF"))
    yield FileFacts(name="exceptions.html", holds="the report as a web page")


def _word_files(
    setup: Setup, report: Report, page: "PageView", narratives: "Narratives", make: _Maker
) -> dict[str, bytes]:
    """The first layout is exceptions.docx, and the directorates' packs are laid out like it."""
    from generator.addresses import Addresses
    from generator.presentation import present

    first, *others = setup.settings.layouts
    files = {"exceptions.docx": make.word(WORD_TEMPLATES[first], page)}
    for layout in others:
        files[f"exceptions-{layout}.docx"] = make.word(WORD_TEMPLATES[layout], page)
    if Pack.SUMMARY in setup.settings.packs:
        files["summary.docx"] = make.word(SUMMARY_TEMPLATE, page)
    if Pack.DIRECTORATES in setup.settings.packs and len(report.groups) > 1:
        names = Addresses()
        for group in report.groups:
            pack = present(report.of(group.directorate).without(*NOT_IN_A_PACK), narratives)
            files[f"directorates/{names.give(group.directorate)}.docx"] = make.word(WORD_TEMPLATES[first], pack)
    return files


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


def _context(setup: Setup, readings: Sequence[Reading]) -> Iterator[Reading]:
    """Give the quarter's other returns where some of these share commentary with them."""
    if any(each.returned and each.returned.same_as for each in readings):
        measures = {each.measure.code for each in readings if each.measure}
        for reading in readings_of(setup, setup.period):
            if reading.measure and reading.measure.code not in measures:
                yield reading


def _judge(setup: Setup, readings: Sequence[Reading], earlier: Opening | None) -> Iterator[Judged]:
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
    earlier: Opening | None,
) -> Iterator[Problem]:
    for reading in readings:
        yield from reading.problems
    yield from check_repeats(readings)
    by_code = by_code_and_alias(judged)
    known = _known(setup, by_code, earlier)
    for each in judged:
        yield from check_figures(each)
        yield from check_queries(each, setup.settings.unexplained_queries)
        yield from check_narratives(each, by_code)
        yield from read_through(each, known)
        yield from check_sign_off(each.returned)
        yield from check_approval(each.returned, approved)
        yield from check_due(each)
    folder = setup.project.relative(setup.project.returns_folder(setup.period))
    yield from not_read(setup.project, setup.period)
    yield from check_received(missing, folder, setup.settings.missing_returns)


def _known(setup: Setup, reported: Mapping[str, Judged], earlier: Opening | None) -> Known:
    """Give what a reader knows; last quarter's texts where that quarter has returns."""
    return Known(
        register=setup.register,
        reported=frozenset(reported),
        glossary=setup.settings.covering.glossary,
        meeting=day_of(setup.settings.covering.meeting),
        before={code_key(code): each for code, each in returned_in(setup, setup.period.previous, earlier).items()},
        style=setup.settings.house_style,
    )


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=_reading_order))


def _reading_order(each: Problem) -> tuple[str, str, int, str, str]:
    place = each.place
    return (place.file, place.sheet or "", place.row, place.cell or "", each.code)
