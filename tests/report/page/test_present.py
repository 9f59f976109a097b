"""The report in words: the sample's, whole, as a text that a person can read beside the reference report."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.commentary.blocks import Block, Form
from generator.history.history_csv import with_history
from generator.history.judged_rows import published_row
from generator.history.revised import PublishedBefore
from generator.history.rows import HistoryRow
from generator.project.folder import Project
from generator.project.load import set_up
from generator.report.gather import gather
from generator.report.page.anchors import anchor
from generator.report.page.views import HalfView, MeasureView, PageView, StatusView
from tests.conftest import Golden
from tests.projects import GOOD, SETTINGS, fill, filled_project, make_project, presented

ROOT = Path(__file__).parents[3]


def test_the_samples_report_in_words(golden: Golden) -> None:
    page = presented(setup := set_up(Project(ROOT)), gather(setup).report)
    golden.check("sample.txt", "\n".join(_page(page)) + "\n")


def _page(page: PageView) -> Iterator[str]:
    yield from (page.heading, page.council, page.months, *page.points, page.data_source)
    yield from (f"{fact.label}: {fact.text}" for fact in page.title_block)
    yield from (f"{heading}: {_blocks(told)}" for heading, told in (("Purpose", page.purpose),) if told)
    for each in page.breakdowns:
        yield from ("", each.caption, f"  {' | '.join(('Directorate', *(status.word for status in each.statuses)))}")
        yield from (f"  {' | '.join((row.name, *row.numbers))}" for row in each.rows)
    yield from ("", *(chart.description for chart in page.charts))
    yield from ("", page.movement.heading, *page.movement.sentences) if page.movement else ()
    yield from ("", *(f"{status.word}: {status.meaning}" for status in page.key))
    for directorate in page.directorates:
        yield from ("", directorate.heading, directorate.summary)
        for measure in directorate.measures:
            yield from _measure(measure)
    yield from ("", *(f"{each.term}: {each.meaning}" for each in page.glossary))


def _measure(measure: MeasureView) -> Iterator[str]:
    yield ""
    yield f"  {measure.label} | {measure.title} | #{measure.anchor}"
    yield f"    {_status(measure.quarter_status)} | {_status(measure.forecast_status)}"
    yield f"    {_half(measure.quarter)} | {_half(measure.forecast)} | {measure.direction}"
    yield from (f"    ! {remark}" for remark in measure.remarks)
    yield f"    H {measure.headline}"
    for heading, narrative in (("C", measure.context), ("A", measure.actions), ("I", measure.intervention)):
        yield from (f"    {heading} {line}" for block in narrative for line in _block(block))


def _blocks(blocks: tuple[Block, ...]) -> str:
    return " ".join(line for block in blocks for line in _block(block))


def _status(view: StatusView) -> str:
    return f"{view.word} ({view.note})" if view.note else view.word


def _half(view: HalfView) -> str:
    return f"{view.heading}: Target {view.target}, {view.actual_label} {view.actual}"


def _block(block: Block) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        yield {Form.PARAGRAPH: "", Form.BULLETS: "• ", Form.NUMBERS: f"{number}. "}[block.form] + item


def test_what_is_not_there_is_said_not_to_be(tmp_path: Path) -> None:
    nothing = {"quarter_actual": None, "forecast_actual": None, "missing_reason": "The system was down"}
    folder = filled_project(tmp_path, {**nothing, "forecast_actual": 80, "context": [None]})
    ((measure,),) = (each.measures for each in folder.page(draft=True).directorates)
    assert measure.quarter.actual == "The system was down"
    assert measure.direction == "Not known"
    assert measure.remarks == ("No figure for the quarter: The system was down.",)
    assert [block.items for block in measure.context] == [("Not stated",)]


@pytest.mark.parametrize(
    ("needed", "result", "said"),
    [
        ('"exception"', 90, "Not stated"),
        ('"exception"', 97, "None needed"),
        ('["Red"]', 90, "Not stated"),
        ('["Red"]', 94, "None needed"),
        ('"if wished"', 90, "None given"),
        ('"if wished"', 97, "None given"),
    ],
)
def test_an_answer_that_is_not_there_was_owed_or_not_needed_or_not_given(
    tmp_path: Path, needed: str, result: int, said: str
) -> None:
    question = f'[[question]]\nkey = "comment"\nlabel = "Comment"\nneeded = {needed}\n'
    folder = make_project(tmp_path, settings=f'{SETTINGS}listing = "all"\n{question}')
    fill(folder.issue()[0], {"quarter_actual": result, "forecast_actual": 96, "completed_by": "A", "approved_by": "B"})
    ((measure,),) = (each.measures for each in folder.page(draft=True).directorates)
    assert [block.items for block in measure.answers[0].blocks] == [(said,)]


def test_provisional_figures_and_words_are_said_to_be(tmp_path: Path) -> None:
    answers = {"quarter_provisional": "Yes", "quarter_final_on": "31/01/2025", "commentary_status": "Provisional"}
    ((measure,),) = (each.measures for each in filled_project(tmp_path, answers).page().directorates)
    assert measure.remarks == (
        "The quarter's figure is provisional. Final figures are expected on 31 January 2025.",
        "The commentary is provisional.",
    )


def test_only_exceptions_are_shown_and_all_measures_are_counted(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {}, {"Code": "PE 1", "Directorate": "People"})
    bad, good = folder.issue()
    fill(bad, GOOD)
    fill(good, {**GOOD, "quarter_actual": 99})
    page = folder.page()
    assert [(each.name, len(each.measures)) for each in page.directorates] == [("Place", 1)]
    quarter, _ = page.breakdowns
    assert page.points == (
        (
            f"2 measures are reported for {page.months}. 1 of them is an exception: Red or Amber for the quarter, or "
            "forecast to be so at year end."
        ),
        "1 is an exception for the quarter: Red.",
        "Of the 1 exception for the quarter, none is forecast to be one at year end.",
        "Whether it is new is not known: there is no record of an earlier report.",
        "Members are asked to note the report, and to say which measures they want to look into.",
    )
    assert [status.word for status in quarter.statuses] == ["Blue", "Green", "Amber", "Red", "N/A"]
    assert [(row.name, row.numbers) for row in quarter.rows] == [
        ("Place", ("0", "0", "0", "1", "0")),
        ("People", ("1", "0", "0", "0", "0")),
        ("All", ("1", "0", "0", "1", "0")),
    ]


def test_numbers_lead_to_measures_that_the_page_lists_and_movement_to_its_own(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {}, {"Code": "PE 1", "Directorate": "People"})
    bad, good = folder.issue()
    fill(bad, GOOD)
    fill(good, {**GOOD, "quarter_actual": 99})
    quarter, _ = folder.page().breakdowns
    assert [row.places for row in quarter.rows] == [
        ("", "", "", "place", ""),
        ("", "", "", "", ""),
        ("", "", "", "place", ""),
    ]
    path = folder.root / "inputs" / "scorecard.toml"
    path.write_text("page_lists_all = true\n" + path.read_text("utf-8"), encoding="utf-8")
    page = folder.page()
    assert [row.places for row in page.breakdowns[0].rows][1] == ("people", "", "", "", "")
    assert page.switch == "Show measures on target"


def test_the_day_of_publication_and_a_revision_are_told(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    path = folder.root / "inputs" / "scorecard.toml"
    path.write_text(path.read_text("utf-8") + "[committee]\npublished = 2025-03-05\n", encoding="utf-8")
    setup, report = folder.setup, folder.gather().report
    was = published_row(report.entries[0].judged)._replace(published=date(2025, 2, 3))

    def facts(row: HistoryRow) -> list[tuple[str, str]]:
        page = presented(setup, replace(report, published={row.code: PublishedBefore(row)}))
        return [(fact.label, fact.text) for fact in page.title_block]

    assert facts(was) == [("Published", "5 March 2025")]
    assert facts(was._replace(actual="91.0")) == [
        ("Published", "5 March 2025"),
        ("Version", "Revised since 3 February 2025"),
    ]


def test_readers_inside_alone_are_told_where_a_figure_comes_from(tmp_path: Path) -> None:
    setup = filled_project(tmp_path).setup
    for internal in (True, False):
        page = presented(setup, gather(setup, internal=internal).report)
        ((measure,),) = (each.measures for each in page.groups)
        assert [bool(half.trail) for half in (measure.quarter, measure.forecast)] == [internal, internal]


def test_addresses_are_unique_within_a_page(tmp_path: Path) -> None:
    codes = ("PL 1", "PL-1", "計", "指", "Place")
    folder = make_project(tmp_path, *({"Code": code} for code in codes))
    for path in folder.issue():
        fill(path, GOOD)
    page = folder.page()
    (group,) = page.directorates
    anchors = [group.anchor, *(measure.anchor for measure in group.measures)]
    assert anchors == ["place", "pl-1", "pl-1-2", "measure", "measure-2", "place-2"]


@pytest.mark.parametrize(
    ("text", "address"),
    [("CM PM24", "cm-pm24"), ("EI 12/EI 3", "ei-12-ei-3"), ("L&I PM02a", "l-i-pm02a"), ("&", "measure")],
)
def test_a_code_gives_an_address(text: str, address: str) -> None:
    assert anchor(text) == address


def test_groups_are_compared_in_the_report_of_all_and_not_in_that_of_one(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    path = folder.project.settings
    path.write_text(f"charts = true\n{path.read_text('utf-8')}", encoding="utf-8")
    row = published_row(folder.gather().report.entries[0].judged)
    last = row.period.previous
    before = row._replace(period=last, reported_for=last, actual="80.0", published=date(2024, 11, 1))
    folder.project.history.write_text(with_history("", [before]), encoding="utf-8", newline="")
    setup, report = folder.setup, folder.gather().report
    assert presented(setup, report).compared
    assert presented(setup, report.of("Place")).compared is None
