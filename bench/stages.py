"""One stage of the job in a process of its own: python -m bench.stages STAGE PROJECT.

The figures of a later stage hold those before it, as its input has to come from somewhere.
"""

import sys
from pathlib import Path

from generator.build import gather
from generator.project import Project
from generator.render.data import measures_csv, report_json
from generator.setup import Setup, set_up
from generator.workbook.opened import open_workbook


def read(project: Project) -> None:
    for path in (project.root / "inputs").rglob("*.xlsx"):
        if path != project.register:
            open_workbook(path.read_bytes())


def issue(setup: Setup) -> None:
    from generator.issuing import Earlier, contents_of
    from generator.workbook.issue import issue_workbook

    for measure in setup.register.measures:
        issue_workbook(contents_of(setup, measure, Earlier({}, {}, {})))


def main(stage: str, folder: str) -> None:
    project = Project(Path(folder).absolute())
    if stage == "read":
        read(project)
        return
    setup = set_up(project)
    if stage == "issue":
        issue(setup)
        return
    report = gather(setup).report
    if stage == "data":
        report_json(report)
        measures_csv(report)
    elif stage in {"word", "html"}:
        from generator.documents import HTML_TEMPLATE, WORD_TEMPLATES, presented
        from generator.render.html import html_template, render_html
        from generator.render.word import render_word, word_template

        page = presented(setup, report)
        if stage == "html":
            render_html(html_template(project.template(HTML_TEMPLATE).read_text(encoding="utf-8"), "html"), page)
        for name in WORD_TEMPLATES.values() if stage == "word" else ():
            render_word(word_template(project.template(name).read_bytes(), name), page)


if __name__ == "__main__":
    main(*sys.argv[1:])
