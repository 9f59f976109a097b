"""One stage of the job in a process of its own: python -m bench.stages STAGE PROJECT PAGE.

The figures of a stage up to the page hold those before it, as its input has to come from somewhere. "page" keeps the
page in the file PAGE, and Word and HTML are made from there; "take" only takes it up again.
"""

import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.project.folder import Project

if TYPE_CHECKING:
    from generator.project.load import Setup
    from generator.report.page.views import PageView

# Each stage is timed with its own imports.


def main(stage: str, folder: str, page: str) -> None:
    project = Project(Path(folder).absolute())
    if stage == "read":
        read(project)
    elif stage in {"take", "word", "html"}:
        taken = pickle.loads(Path(page).read_bytes())  # noqa: S301, this run wrote it
        {"take": lambda *_: None, "word": word, "html": html}[stage](project, taken)
    else:
        from generator.project.load import set_up

        setup = set_up(project)
        {"issue": issue, "judge": judge, "check": check, "data": data, "page": keep_page}[stage](setup, Path(page))


def read(project: Project) -> None:
    from generator.reading.opened_workbook import open_workbook

    for path in (project.root / "inputs").rglob("*.xlsx"):
        if path != project.register:
            open_workbook(path.read_bytes())


def issue(setup: "Setup", _: Path) -> None:
    from generator.collecting.earlier_quarters import Earlier
    from generator.collecting.fresh_forms import contents_of
    from generator.forms.form_workbook import issue_workbook

    for measure in setup.register.measures:
        issue_workbook(contents_of(setup, measure, Earlier({}, {}, {})))


def judge(setup: "Setup", _: Path) -> None:
    from generator.judging.outcome import judge_return
    from generator.project.quarter_folders import readings_of

    for each in readings_of(setup, setup.period):
        if each.measure and each.returned:
            scheme, rule = setup.scheme_of(each.measure), setup.settings.exceptions
            judge_return(each.measure, each.returned, scheme=scheme, rule=rule, history=())


def check(setup: "Setup", _: Path) -> None:
    from generator.report.gather import gather

    gather(setup)


def data(setup: "Setup", _: Path) -> None:
    from generator.documents.measures_csv import measures_csv
    from generator.documents.report_json import report_json
    from generator.report.gather import gather

    report = gather(setup).report
    report_json(report)
    measures_csv(report)


def keep_page(setup: "Setup", page: Path) -> None:
    from generator.build import templates_of
    from generator.documents.every_document import presented
    from generator.report.gather import gather

    page.write_bytes(pickle.dumps(presented(gather(setup).report, templates_of(setup))))


def word(project: Project, page: "PageView") -> None:
    """Make the committee's table alone."""
    from generator.documents.word import render_word, word_template
    from generator.project.word_layouts import WORD_TEMPLATES, Layout

    name = WORD_TEMPLATES[Layout.TABLE]
    render_word(word_template(project.template(name).read_bytes(), name), page)


def html(project: Project, page: "PageView") -> None:
    from generator.documents.every_document import HTML_TEMPLATE
    from generator.documents.web_page import html_template, render_html

    render_html(html_template(project.template(HTML_TEMPLATE).read_text(encoding="utf-8"), HTML_TEMPLATE), page)


if __name__ == "__main__":
    main(*sys.argv[1:])
