"""Every document of a report: the project's templates, filled in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.documents.actions_data import actions_csv
from generator.documents.measures_csv import measures_csv, measures_csv_metadata
from generator.documents.report_json import report_json
from generator.documents.sentences import OF_A_REPORT, SEEN, Narratives, narratives
from generator.forms.form_names import file_stem
from generator.model.progress import Step
from generator.model.shape import DEFAULT_SHAPE
from generator.project.folder import REPORT
from generator.project.report_options import Part
from generator.project.settings import Settings
from generator.project.team_files import TeamFile
from generator.project.word_layouts import HELD, SUMMARY_TEMPLATE, WORD_TEMPLATES, Layout, Pack
from generator.report.page.anchors import Addresses
from generator.report.page.facts import FileFacts
from generator.report.page.present import present
from generator.report.page.report_facts import report_facts
from generator.report.page.views import DownloadView, PageView
from generator.report.report import Report

if TYPE_CHECKING:
    from generator.documents.word_document.filling import Template

HTML_TEMPLATE = "report.html.j2"
NARRATIVE_TEMPLATES = {name: f"narratives/{name}.j2" for name in SEEN}

ALL_TEMPLATES = (*WORD_TEMPLATES.values(), SUMMARY_TEMPLATE, HTML_TEMPLATE, *NARRATIVE_TEMPLATES.values())

MEASURES_CSV, ACTIONS_CSV = "measures.csv", "actions.csv"

EMAIL = "covering-email.txt"

NOT_IN_A_PACK = (Part.TITLE_BLOCK, Part.PURPOSE, Part.RECOMMENDATIONS)
"""What concerns the meeting, not the directorate."""

type_of_templates = Mapping[str, TeamFile]
"""Templates as they were read, by their path under templates/."""


def templates_used(settings: Settings) -> tuple[str, ...]:
    """The templates that a report with these settings is made with."""
    word = dict.fromkeys(WORD_TEMPLATES[layout] for layouts in _layouts(settings) for layout in layouts)
    summary = [SUMMARY_TEMPLATE] if Pack.SUMMARY in settings.packs else []
    return (*word, *summary, HTML_TEMPLATE, *(NARRATIVE_TEMPLATES[name] for name in OF_A_REPORT))


def render(
    report: Report, templates: type_of_templates, settings: Settings, *, pdf: bool = False, step: Step | None = None
) -> dict[str, bytes]:
    """Every document, by file name; ``pdf`` says that PDFs of the Word files will go with them.

    ``step`` is told of each document. Raises Unusable where a template has faults.
    """
    told, names = narratives_of(templates), Addresses()
    further = {f"reports/{file_stem(names.give(each.name))}": each for each in settings.reports}
    make = _Maker(templates, told, step, _count(report, settings))
    files = _documents(report, settings.layouts, settings.packs, make, pdf=pdf)
    for folder, each in further.items():
        made = _documents(report.declared(each), each.layouts or settings.layouts, (), make, pdf=pdf, data="../../")
        files |= {f"{folder}/{name}": document for name, document in made.items()}
    return {
        **files,
        REPORT: report_json(report),
        **({ACTIONS_CSV: actions_csv(report)} if report.follow_up.every else {}),
        MEASURES_CSV: measures_csv(report),
        "measures.csv-metadata.json": measures_csv_metadata(report),
    }


def _documents(
    report: Report, layouts: Sequence[Layout], packs: Sequence[Pack], make: "_Maker", *, pdf: bool, data: str = ""
) -> dict[str, bytes]:
    """The documents of one report, and the e-mail that they go with; the first layout is exceptions.docx.

    ``data`` is the way from their folder to the data files.
    """
    page, (first, *others) = present(report, make.told), layouts
    files = {"exceptions.docx": make.word(WORD_TEMPLATES[first], page)}
    for layout in others:
        files[f"exceptions-{layout}.docx"] = make.word(WORD_TEMPLATES[layout], page)
    if Pack.SUMMARY in packs:
        files["summary.docx"] = make.word(SUMMARY_TEMPLATE, page)
    made = page.groups if make.told.measures_stand_alone else ()
    for name, path in _packs(report, packs):
        pack = present(report.of(*path).without(*NOT_IN_A_PACK), make.told, made if len(path) == 1 else ())
        files[f"{name}.docx"] = make.word(WORD_TEMPLATES[first], pack)
    downloads = tuple(_downloads(data, report)) if Part.DOWNLOADS in report.parts else ()
    files["exceptions.html"] = make.html(HTML_TEMPLATE, replace(page, downloads=downloads))
    attached = tuple(_attached(layouts, packs, pdf=pdf))
    files[EMAIL] = make.told.email(report_facts(report), attached).encode()
    return files


def _downloads(way: str, report: Report) -> Iterator[DownloadView]:
    """The data files that are published once, for all reports; ``way`` leads to their folder."""
    yield DownloadView(address=f"{way}{MEASURES_CSV}", holds="All measures as a table (CSV)")
    if report.follow_up.every:
        yield DownloadView(address=f"{way}{ACTIONS_CSV}", holds="All actions as a table (CSV)")
    yield DownloadView(address=f"{way}{REPORT}", holds="The whole report as data (JSON)")


def _packs(report: Report, packs: Sequence[Pack]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The groups that have a report of their own: its file name, and the names of the group's levels.

    Of one group alone it would be the same report again.
    """
    paths: dict[Pack, list[tuple[str, ...]]] = {
        Pack.GROUPS: [(group.name,) for group in report.groups],
        Pack.SUBGROUPS: [(group.name, each.name) for group in report.groups for each in group.below],
    }
    folders = Addresses()
    for pack, level in zip(paths, report.shape.levels, strict=False):
        names, folder = Addresses(), folders.give(_FOLDERS.get(level.column, level.column))
        for path in paths[pack] if pack in packs and len(paths[pack]) > 1 else ():
            yield f"{folder}/{file_stem(names.give(path[-1]))}", path


_FOLDERS = {DEFAULT_SHAPE.levels[0].column: "directorates"}
"""The folder of a level's packs, where it is not called as the column is."""


def presented(report: Report, templates: type_of_templates) -> PageView:
    """The page that a report makes with the narratives among the templates. Raises Unusable where one has faults."""
    return present(report, narratives_of(templates))


def narratives_of(templates: type_of_templates, names: Iterable[str] = OF_A_REPORT) -> Narratives:
    """The narratives of these names that templates write. Raises Unusable with the faults of all."""
    files = {name: templates[NARRATIVE_TEMPLATES[name]] for name in names}
    return narratives({name: (each.text, each.name) for name, each in files.items()})


class _Maker:
    """Makes documents of templates, each compiled once, and tells how many of all there are.

    ``told`` writes the sentences.
    """

    def __init__(self, templates: type_of_templates, told: Narratives, step: Step | None, total: int) -> None:
        self.templates, self.told, self.step, self.done, self.total = templates, told, step, 0, total
        self.compiled: dict[str, Template] = {}

    def word(self, name: str, page: PageView) -> bytes:
        """Fill in a Word template."""
        from generator.documents.word import render_word, word_template

        template = self.templates[name]
        if name not in self.compiled:
            self.compiled[name] = word_template(template.data, template.name)
        return self._made(render_word(self.compiled[name], page))

    def html(self, name: str, page: PageView) -> bytes:
        """Fill in a template of the web page."""
        from generator.documents.web_page import html_template, render_html

        template = self.templates[name]
        return self._made(render_html(html_template(template.text, template.name), page))

    def _made(self, document: bytes) -> bytes:
        self.done += 1
        if self.step:
            self.step(self.done, self.total)
        return document


def _count(report: Report, settings: Settings) -> int:
    """How many documents are filled in: the Word files and the pages."""
    packs = (Pack.SUMMARY in settings.packs) + sum(1 for _ in _packs(report, settings.packs))
    return packs + sum(len(each) + 1 for each in _layouts(settings))


def _layouts(settings: Settings) -> Iterator[Sequence[Layout]]:
    """The layouts of each report."""
    yield settings.layouts
    yield from (each.layouts or settings.layouts for each in settings.reports)


def _attached(layouts: Sequence[Layout], packs: Sequence[Pack], *, pdf: bool) -> Iterator[FileFacts]:
    """The files that a committee's clerk is sent: what concerns the whole report, to be read."""
    first, *others = layouts
    documents: dict[str, Layout | Pack] = {"exceptions": first, **{f"exceptions-{layout}": layout for layout in others}}
    if Pack.SUMMARY in packs:
        documents["summary"] = Pack.SUMMARY
    for name, what in documents.items():
        yield FileFacts(name=f"{name}.docx", holds=HELD[what])
        if pdf:
            yield FileFacts(name=f"{name}.pdf", holds=HELD[what].replace("in Word", "as a PDF"))
    yield FileFacts(name="exceptions.html", holds="the report as a web page")
