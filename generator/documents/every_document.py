"""Every document of a report: the project's templates, filled in."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from generator.cache.store import Kept
from generator.documents.made_before import document
from generator.documents.measures_csv import measures_csv, measures_csv_metadata
from generator.documents.report_json import report_json
from generator.documents.sentences import OF_A_REPORT, SEEN, Narratives, narratives
from generator.documents.templating.fragments import Keys, fragments_of
from generator.model.progress import Step
from generator.project.folder import REPORT
from generator.project.load import Setup
from generator.project.report_options import Part
from generator.project.team_files import bytes_of, decoded, name_of
from generator.project.word_layouts import HELD, SUMMARY_TEMPLATE, WORD_TEMPLATES, Layout, Pack
from generator.report.page.anchors import Addresses
from generator.report.page.facts import FileFacts
from generator.report.page.present import present
from generator.report.page.report_facts import report_facts
from generator.report.page.views import PageView
from generator.report.report import Report

HTML_TEMPLATE = "report.html.j2"
NARRATIVE_TEMPLATES = {name: f"narratives/{name}.j2" for name in SEEN}

ALL_TEMPLATES = (*WORD_TEMPLATES.values(), SUMMARY_TEMPLATE, HTML_TEMPLATE, *NARRATIVE_TEMPLATES.values())

EMAIL = "covering-email.txt"

NOT_IN_A_PACK = (Part.TITLE_BLOCK, Part.PURPOSE, Part.RECOMMENDATIONS)
"""What concerns the meeting, not the directorate."""

if TYPE_CHECKING:
    from generator.documents.word_document.filling import Template


def render(
    setup: Setup, report: Report, *, pdf: bool = False, kept: Kept | None = None, step: Step | None = None
) -> dict[str, bytes]:
    """Render every document, by file name; ``pdf`` says that PDFs of the Word files will go with them.

    What is ``kept`` of earlier builds is made no second time; ``step`` is told of each document.
    Raises Unusable where a template has faults.
    """
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
        self.read: dict[str, tuple[bytes, str]] = {}
        self.compiled: dict[str, Template] = {}
        self.keys = Keys()

    def word(self, template: str, page: PageView) -> bytes:
        """Fill in a Word template."""
        data, file = self._read(template)

        def made() -> bytes:
            from generator.documents.word import render_word, word_template

            if template not in self.compiled:
                self.compiled[template] = word_template(data, file)
            return render_word(self.compiled[template], page)

        return self._made(data, page, made)

    def html(self, template: str, page: PageView) -> bytes:
        """Fill in a template of the web page."""
        data, file = self._read(template)

        def made() -> bytes:
            from generator.documents.web_page import html_template, render_html

            text = decoded(data, file)
            return render_html(html_template(text, file), page)

        return self._made(data, page, made)

    def _read(self, template: str) -> tuple[bytes, str]:
        """Read a template once, whatever it is the template of; with it goes its name in messages."""
        if template not in self.read:
            self.read[template] = _template_bytes(self.setup, template)
        return self.read[template]

    def _made(self, template: bytes, page: PageView, make: Callable[[], bytes]) -> bytes:
        with fragments_of(template, self.keys, self.kept):
            made = document(self.kept, template, page, make, self.keys) if self.kept else make()
        self.done += 1
        if self.step:
            self.step(self.done, self.total)
        return made


def presented(setup: Setup, report: Report) -> PageView:
    """Give the page that a report makes with the project's narratives. Raises Unusable where one has faults."""
    return present(report, narratives_of(setup))


def narratives_of(setup: Setup, names: Iterable[str] = OF_A_REPORT) -> Narratives:
    """Give the narratives that the project's templates write. Raises Unusable with the faults of all."""
    return narratives({name: _template(setup, NARRATIVE_TEMPLATES[name]) for name in names})


def _template(setup: Setup, file: str) -> tuple[str, str]:
    """Read a template's text; with it goes its name in messages."""
    data, name = _template_bytes(setup, file)
    return decoded(data, name), name


def _template_bytes(setup: Setup, file: str) -> tuple[bytes, str]:
    path = setup.project.template(file)
    name = name_of(setup.project, path)
    return bytes_of(path, name, setup.hashes), name


def _attached(setup: Setup, *, pdf: bool) -> Iterator[FileFacts]:
    """Give the files that a committee's clerk is sent: what concerns the whole report, to be read."""
    first, *others = setup.settings.layouts
    documents: dict[str, Layout | Pack] = {"exceptions": first, **{f"exceptions-{layout}": layout for layout in others}}
    if Pack.SUMMARY in setup.settings.packs:
        documents["summary"] = Pack.SUMMARY
    for name, what in documents.items():
        yield FileFacts(name=f"{name}.docx", holds=HELD[what])
        if pdf:
            yield FileFacts(name=f"{name}.pdf", holds=HELD[what].replace("in Word", "as a PDF"))
    yield FileFacts(name="exceptions.html", holds="the report as a web page")


def _word_files(setup: Setup, report: Report, page: PageView, narratives: Narratives, make: _Maker) -> dict[str, bytes]:
    """The first layout is exceptions.docx, and the directorates' packs are laid out like it."""
    first, *others = setup.settings.layouts
    files = {"exceptions.docx": make.word(WORD_TEMPLATES[first], page)}
    for layout in others:
        files[f"exceptions-{layout}.docx"] = make.word(WORD_TEMPLATES[layout], page)
    if Pack.SUMMARY in setup.settings.packs:
        files["summary.docx"] = make.word(SUMMARY_TEMPLATE, page)
    if Pack.DIRECTORATES in setup.settings.packs and len(report.groups) > 1:
        names = Addresses()
        made = page.directorates if narratives.measures_stand_alone else ()
        for group in report.groups:
            pack = present(report.of(group.directorate).without(*NOT_IN_A_PACK), narratives, made)
            files[f"directorates/{names.give(group.directorate)}.docx"] = make.word(WORD_TEMPLATES[first], pack)
    return files
