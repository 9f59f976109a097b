"""The sample's own reports, in every layout and as councils restyled it, give back what was published."""

import re
import shutil
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.build import templates_of
from generator.documents.every_document import presented
from generator.documents.word import render_word, word_template
from generator.history.rows import CommentaryRow, HistoryRow, RowState
from generator.importing.import_report import ImportedReport, report_in
from generator.model.problem import Unusable
from generator.project.folder import Project
from generator.project.load import Setup, set_up
from generator.report.gather import gather
from generator.report.history_rows import answers_published, rows_of
from generator.report.page.views import PageView
from generator.report.report import Report as Published
from tests.importing.report.documents import Report

ROOT = Path(__file__).parents[2]
RESTYLED = ROOT / "tests" / "restyled"
LAYOUTS = {each: ROOT / "templates" / f"{each}.docx" for each in ("report", "sections", "compact")}
COUNCILS = {each: RESTYLED / f"{each}.docx" for each in ("county", "borough", "unitary")}


@cache
def published() -> tuple[Published, PageView]:
    setup = set_up(Project(ROOT))
    report = gather(setup).report
    return report, presented(report, templates_of(setup))


@pytest.fixture
def later(tmp_path: Path) -> Setup:
    """The sample's project a quarter later, which knows nothing of the one before."""
    (tmp_path / "inputs").mkdir()
    shutil.copy(ROOT / "inputs" / "register.xlsx", tmp_path / "inputs")
    settings = (ROOT / "inputs" / "scorecard.toml").read_text(encoding="utf-8")
    (tmp_path / "inputs" / "scorecard.toml").write_text(settings.replace("2018-19-Q2", "2018-19-Q3"), encoding="utf-8")
    return set_up(Project(tmp_path))


def read_back(later: Setup, template: Path) -> ImportedReport:
    data = render_word(word_template(template.read_bytes(), template.name), published()[1])
    return report_in(later, data, later.project.root / "Report.docx")


def recorded(rows: Iterable[HistoryRow]) -> list[HistoryRow]:
    return [row._replace(published=None, source="") for row in rows]


def words(rows: Iterable[CommentaryRow], *questions: str) -> dict[tuple[str, str], str]:
    """Texts by code and question; Word numbers a list's items in its own way: 1. and not 1)."""
    kept = (each for each in rows if not questions or each.question in questions)
    return {(each.code, each.question): re.sub(r"(?m)^(\d)\) ", r"\1. ", each.text) for each in kept}


@pytest.mark.parametrize("template", [*LAYOUTS.values(), COUNCILS["county"], COUNCILS["borough"]], ids=lambda x: x.stem)
def test_a_report_gives_back_what_was_published(template: Path, later: Setup) -> None:
    found = read_back(later, template)
    rows = found.drafted.rows
    assert recorded(rows) == recorded(rows_of(published()[0], date(2018, 12, 1)))
    assert len(rows) == 25
    assert sum(bool(row.status) + bool(row.forecast_status) for row in rows) == 50
    asked = ("context", "actions") if template.stem == "county" else ()  # which dropped the third column
    assert words(found.answers) == words(answers_published(published()[0], {}), *asked)
    assert not [each for each in found.notes if "What we are doing" not in each.sheet]


def test_a_summary_that_has_no_figures_is_told_of(later: Setup) -> None:
    with pytest.raises(Unusable) as refused:
        read_back(later, COUNCILS["unitary"])
    assert [each.code for each in refused.value.problems] == ["IMP15"]


def as_printed_in_2018(rows: Iterable[HistoryRow], texts: dict[tuple[str, str], str]) -> bytes:
    """The council's own table: no title, labels without colons, directorates in rows, a heading row on each page."""
    headings = (
        *("Measure Details", "Quarterly Target Status", "Forecast Year End Status", "Performance VS Target"),
        *("Context for Current Performance", "Improvement Actions Taken", "Intervention / Review"),
    )
    report, group = Report("Council Scorecard"), ""
    for number, row in enumerate(rows):
        said = [texts[row.code, key].split("\n") for key in ("context", "actions", "intervention")]
        halves = ("Quarterly data", row.target, row.actual), ("Forecast data", row.year_end_target, row.forecast)
        figures = [f"{label} Target {target or '-'} Actual {actual or '-'}" for label, target, actual in halves]
        lines = figures if number % 2 else [line for each in figures for line in re.split(r" (?=Target|Actual)", each)]
        banner = [] if row.group == group else [(f"Directorate : {row.group}", "", "", "", "", "", "")]
        group = row.group
        name, more = f"{row.code} {row.title}", row.title.rpartition(" ")[2]
        cells = (name.removesuffix(more), row.status, row.forecast_status, (*lines, row.direction), *said)
        merged = [(1, 0, 1, 6)] if banner else []
        report.table(headings, *banner, cells, merged=merged)
        report.table(headings, (more, "", "", "", "", "", ""))
    return report.data


def test_the_councils_own_table_of_2018_gives_back_its_figures_and_words(later: Setup) -> None:
    published_rows = list(rows_of(published()[0], date(2018, 12, 1)))
    said = words(answers_published(published()[0], {}))
    data = as_printed_in_2018(published_rows, said)
    found = report_in(later, data, later.project.root / "Scorecard 2018-19 Q2.docx")
    states = {RowState.PROVISIONAL: RowState.FINAL}  # which that table does not say
    alike = [row._replace(state=states.get(row.state, row.state)) for row in published_rows]
    assert recorded(found.drafted.rows) == recorded(alike)
    assert words(found.answers) == said
    assert not found.notes
