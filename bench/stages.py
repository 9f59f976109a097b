"""One stage of the job in a process of its own: python -m bench.stages STAGE PROJECT PAGE.

The figures of a stage up to the page hold those before it, as its input has to come from somewhere. "page" keeps the
page in the file PAGE, and Word and HTML are made from there; "take" only takes it up again.
"""

import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.project import Project

if TYPE_CHECKING:
    from generator.page import PageView
    from generator.setup import Setup

# Each stage is timed with its own imports.


def main(stage: str, folder: str, page: str) -> None:
    project = Project(Path(folder).absolute())
    if stage == "read":
        read(project)
    elif stage in {"take", "word", "html"}:
        taken = pickle.loads(Path(page).read_bytes())  # noqa: S301, this run wrote it
        {"take": lambda *_: None, "word": word, "html": html}[stage](project, taken)
    else:
        from generator.setup import set_up

        setup = set_up(project)
        {"issue": issue, "judge": judge, "check": check, "data": data, "page": keep_page}[stage](setup, Path(page))


def read(project: Project) -> None:
    from generator.workbook.opened import open_workbook

    for path in (project.root / "inputs").rglob("*.xlsx"):
        if path != project.register:
            open_workbook(path.read_bytes())


def issue(setup: "Setup", _: Path) -> None:
    from generator.issuing import Earlier, contents_of
    from generator.workbook.issue import issue_workbook

    for measure in setup.register.measures:
        issue_workbook(contents_of(setup, measure, Earlier({}, {}, {})))


def judge(setup: "Setup", _: Path) -> None:
    from generator.report import judge_return
    from generator.returns import readings_of

    for each in readings_of(setup, setup.period):
        if each.measure and each.returned:
            scheme, rule = setup.scheme_of(each.measure), setup.settings.exceptions
            judge_return(each.measure, each.returned, scheme=scheme, rule=rule, history=())


def check(setup: "Setup", _: Path) -> None:
    from generator.build import gather

    gather(setup)


def data(setup: "Setup", _: Path) -> None:
    from generator.build import gather
    from generator.render.data import measures_csv, report_json

    report = gather(setup).report
    report_json(report)
    measures_csv(report)


def keep_page(setup: "Setup", page: Path) -> None:
    from generator.build import gather
    from generator.documents import presented

    page.write_bytes(pickle.dumps(presented(setup, gather(setup).report)))


def word(project: Project, page: "PageView") -> None:
    """Make the committee's table alone."""
    from generator.covering import Layout
    from generator.documents import WORD_TEMPLATES
    from generator.render.word import render_word, word_template

    name = WORD_TEMPLATES[Layout.TABLE]
    render_word(word_template(project.template(name).read_bytes(), name), page)


def html(project: Project, page: "PageView") -> None:
    from generator.documents import HTML_TEMPLATE
    from generator.render.html import html_template, render_html

    render_html(html_template(project.template(HTML_TEMPLATE).read_text(encoding="utf-8"), HTML_TEMPLATE), page)


if __name__ == "__main__":
    main(*sys.argv[1:])
