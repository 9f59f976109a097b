"""The Word reports of any shape: however many questions, groups of two levels, no forecasts; and on any page."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

from generator.commentary.blocks import Block, Form
from generator.documents.word import render_word, word_template
from generator.documents.word_accessibility import losses
from generator.documents.word_document.package import MAIN, read_package, write_package
from generator.project.folder import BUNDLED_TEMPLATES
from generator.report.page.examples import FULL, NO_FORECAST
from generator.report.page.views import (
    AnswerView,
    FactView,
    GroupView,
    MeasureView,
    PageView,
    QuestionView,
    SubgroupView,
)
from tests.documents.test_word import FILES, SECTIONS, SUMMARY, TABLE, WHOLE
from tools.word_template import LAYOUTS

CM = 360_000
READABLE = 1.9
"""Centimetres that no column may be narrower than: “Quarterly” fits into it."""

PAPER = {"landscape": (16838, 11906), "portrait": (11906, 16838), "A3": (23811, 16838)}


def on_paper(layout: str, paper: str) -> bytes:
    """A template as somebody makes it who chooses another paper in Word, and changes nothing else."""
    parts = read_package(FILES[layout])
    width, height = PAPER[paper]
    body = parts[MAIN].decode()
    start = body.index("<w:pgSz ")
    size = body[start : body.index("/>", start)]
    parts[MAIN] = body.replace(size, f'<w:pgSz w:w="{width}" w:h="{height}"').encode()
    return write_package(parts)


# ---- Pages of many shapes, on which every text that somebody wrote says whose it is ----


def question(number: int) -> QuestionView:
    return QuestionView(key=f"question_{'abcdefgh'[number]}", label=f"Question {number}", heading=f"Question {number}")


def answers(of: str, count: int) -> tuple[AnswerView, ...]:
    """What was written of something: to each of so many questions a paragraph and a list."""
    return tuple(
        AnswerView(
            key=question(number).key,
            label=question(number).label,
            heading=question(number).heading,
            blocks=(
                Block(Form.PARAGRAPH, (f"> {of}, {number}",)),
                Block(Form.BULLETS, (f"> {of}, {number}, item",)),
            ),
        )
        for number in range(count)
    )


def measure(of: str, count: int, *, has_forecast: bool) -> MeasureView:
    (group,) = (FULL if has_forecast else NO_FORECAST).groups
    facts = (FactView(label="> Lead", text=of), FactView(label="> Ward", text=of))
    return replace(group.measures[0], label=of, headline="", answers=answers(of, count), facts=facts)


def group(name: str, count: int, *, levels: int, has_forecast: bool) -> GroupView:
    (full,) = FULL.groups
    measures = tuple(measure(f"{name}.{each}", count, has_forecast=has_forecast) for each in "12")
    brief = (measure(f"{name}.3", count, has_forecast=has_forecast),)
    written = answers(name, 1)
    below = SubgroupView(
        anchor="",
        name="Parks",
        word="Outcome",
        heading="Outcome: Parks",
        summary="",
        answers=answers(f"{name}.below", 1),
        measures=measures[:1],
        brief=brief,
        others=(),
    )
    rest = replace(below, name="Roads", heading="Outcome: Roads", answers=(), measures=measures[1:], brief=())
    return replace(
        full,
        name=name,
        heading=f"Priority: {name}",
        summary="",
        answers=written,
        measures=measures,
        brief=brief,
        groups=(below, rest) if levels == 2 else (),
    )


def page(count: int, *, levels: int = 1, has_forecast: bool = True) -> PageView:
    (breakdown, *_) = FULL.breakdowns
    return replace(
        FULL if has_forecast else NO_FORECAST,
        introduction="",
        points=(),
        group_word="Priority",
        group_word_inside="priority",
        listed="Measures",
        each_listed="measure",
        questions=tuple(map(question, range(count))),
        answers=answers("Report", 2),
        groups=tuple(group(name, count, levels=levels, has_forecast=has_forecast) for name in ("Clean", "Fair")),
        breakdowns=(replace(breakdown, rows=(breakdown.rows[0], replace(breakdown.rows[1], depth=1))),),
        charts=(),
    )


SHAPES = {
    **{f"{count} questions": page(count) for count in (0, 1, 2, 3, 4, 5, 8)},
    "two levels": page(2, levels=2),
    "two levels, many questions": page(7, levels=2),
    "no forecast": page(2, has_forecast=False),
    "no forecast, two levels, many questions": page(6, levels=2, has_forecast=False),
    "nothing asked, no forecast": page(0, has_forecast=False),
}


NO_FORECASTS = {True: (), False: ("forecast", "year end", "year-end")}


def opened(shown: PageView, layout: str, paper: str = "") -> Document:
    template = on_paper(layout, paper) if paper else FILES[layout]
    return docx.Document(io.BytesIO(render_word(word_template(template, layout), shown)))


# ---- What the views say ----


def told(shown: PageView) -> Iterator[str]:
    yield from _written(shown.answers)
    for each in shown.groups:
        yield from _written(each.answers)
        for part in each.parts:
            yield from _written(part.answers if each.groups else ())
            for one in (*part.measures, *part.brief):
                yield from (f"{fact.label}: {fact.text}" for fact in one.facts)
                yield from _written(one.answers)


def _written(given: tuple[AnswerView, ...]) -> Iterator[str]:
    return (line for answer in given for block in answer.blocks for line in block.items)


def paragraphs(document: Document) -> Iterator[str]:
    for each in document.element.body.iter(qn("w:p")):
        yield "".join(text.text or "" for text in each.iter(qn("w:t")))


@pytest.mark.parametrize("shown", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("layout", WHOLE)
def test_everything_that_was_written_is_printed_once_and_in_order(layout: str, shown: PageView) -> None:
    texts = [re.sub("^Question .: ", "", text) for text in paragraphs(opened(shown, layout))]
    assert [text for text in texts if text.startswith(">")] == list(told(shown))


@pytest.mark.parametrize("shown", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_word_is_printed_that_the_shape_does_not_have(layout: str, shown: PageView) -> None:
    words = replace(shown, months="", heading="Performance", movement=None, key=(), missing=shown.missing)
    data = render_word(word_template(FILES[layout], layout), words)
    body = read_package(data)[MAIN].decode().lower()
    unwanted = [
        "directorate",
        "intervention",
        "context for",
        "exception",
        *(["forecast"] if not shown.has_forecast else []),
    ]
    assert [word for word in unwanted if word in body] == []


# ---- How wide it is ----


def widths(table: Table) -> list[float]:
    return [int(column.width or 0) / CM for column in table.columns]


def of_measures(document: Document) -> list[list[float]]:
    second = ("Quarterly Target Status", "Target")
    return [widths(each) for each in document.tables if each.rows[0].cells[1].text.startswith(second)]


def text_width(document: Document) -> float:
    section = document.sections[0]
    return (int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)) / CM


@pytest.mark.parametrize("shown", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("layout", WHOLE)
def test_tables_of_measures_fill_the_page_and_every_column_can_be_read(
    layout: str, paper: str, shown: PageView
) -> None:
    document = opened(shown, layout, paper)
    for columns in of_measures(document):
        assert sum(columns) == pytest.approx(text_width(document), abs=0.05)
        assert min(columns) >= READABLE
    for table in document.tables:
        cells = {tuple(int(cell.width or 0) for cell in row.cells) for row in table.rows}
        assert cells == {tuple(int(column.width or 0) for column in table.columns)}


@pytest.mark.parametrize(("paper", "fits"), [("landscape", 15478), ("portrait", 10546), ("A3", 15478)])
def test_what_stands_at_the_right_of_a_header_and_footer_stays_on_a_narrower_page(paper: str, fits: int) -> None:
    document = opened(FULL, TABLE, paper)
    stops = [
        stop.position for name in ("header", "footer") for stop in document.styles[name].paragraph_format.tab_stops
    ]
    assert [int(each) // 635 for each in stops] == [fits, fits]


COLUMNS = {
    ("landscape", 0): [],
    ("landscape", 1): ["Question 0"],
    ("landscape", 4): ["Question 0", "Question 1", "Question 2", "Question 3"],
    ("landscape", 5): ["Commentary"],
    ("landscape", 8): ["Commentary"],
    ("portrait", 0): [],
    ("portrait", 1): ["Question 0"],
    ("portrait", 2): ["Commentary"],
    ("A3", 5): ["Question 0", "Question 1", "Question 2", "Question 3", "Question 4"],
}


@pytest.mark.parametrize(("paper", "count"), COLUMNS)
def test_each_answer_has_a_column_while_the_page_has_room_for_all(paper: str, count: int) -> None:
    document = opened(page(count), TABLE, paper)
    headings = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    found = next(each for each in headings if each[0] == "Measure Details")
    assert found[4:] == COLUMNS[paper, count]


def with_short(shown: PageView, *, told: bool) -> PageView:
    """The same with a day asked besides, of each measure in full."""
    day = AnswerView(
        key="back",
        label="Back by",
        heading="Back by",
        is_short=True,
        told=told,
        blocks=(Block(Form.PARAGRAPH, ("May",)),),
    )
    asked = QuestionView(key="back", label="Back by", heading="Back by", is_short=True)
    groups = tuple(
        replace(each, measures=tuple(replace(one, answers=(day, *one.answers)) for one in each.measures))
        for each in shown.groups
    )
    return replace(shown, questions=(asked, *shown.questions), groups=groups)


@pytest.mark.parametrize("count", [0, 3, 5])
@pytest.mark.parametrize("layout", WHOLE)
def test_a_day_or_a_choice_has_neither_column_nor_heading_and_one_that_nobody_needed_is_passed_over(
    layout: str, count: int
) -> None:
    shown = page(count)
    told, untold = (opened(with_short(shown, told=each), layout) for each in (True, False))
    assert [text for text in paragraphs(told) if "Back by" in text] == ["Back by: May"] * 4
    assert [text for text in paragraphs(untold) if "Back by" in text or "May" in text] == []
    assert of_measures(told) == of_measures(untold) == of_measures(opened(shown, layout))


def test_the_columns_of_the_reference_report_are_as_wide_as_they_were() -> None:
    (table,) = (each for each in of_measures(opened(FULL, TABLE)) if len(each) == 7)
    assert [round(each * 567, -1) for each in table] == [2700, 1080, 1080, 1900, 3140, 3140, 2430]


# ---- Sound and accessible ----


@pytest.mark.parametrize("shown", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_is_lost_that_readers_need(layout: str, shown: PageView) -> None:
    data = render_word(word_template(FILES[layout], layout), shown)
    assert [str(each.message) for each in losses(data, layout)] == []


def styles(document: Document, *texts: str) -> list[tuple[str, str]]:
    found = zip(paragraphs(document), document.element.body.iter(qn("w:p")), strict=True)
    return [(text, str(each.style)) for text, each in found if text in texts]


def test_a_group_below_has_headings_a_level_deeper_and_its_counts_are_set_in() -> None:
    one, two = page(1), page(1, levels=2)
    label = one.groups[0].measures[0].heading
    asked = ("Priority: Clean", "Outcome: Parks", label, "Question 0")
    first, second = (
        styles(opened(replace(shown, contents=False, answers=()), SECTIONS), *asked) for shown in (one, two)
    )
    assert first[:4] == [
        ("Priority: Clean", "Heading2"),
        ("Question 0", "Heading3"),
        (label, "Heading3"),
        ("Question 0", "Heading4"),
    ]
    assert second[:6] == [
        ("Priority: Clean", "Heading2"),
        ("Question 0", "Heading3"),
        ("Outcome: Parks", "Heading3"),
        ("Question 0", "Heading4"),
        (label, "Heading4"),
        ("Question 0", "Heading5"),
    ]
    assert styles(opened(two, SUMMARY), "Place", "People") == [("Place", "CountName"), ("People", "CountNameBelow")]


@pytest.mark.parametrize("name", ["report", "compact", "sections", "summary"])
def test_every_style_that_a_built_template_uses_is_in_it(name: str) -> None:
    """Word shows what has an unknown style as the body of a text, without a word."""
    document = docx.Document(str(BUNDLED_TEMPLATES / f"{name}.docx"))
    used = document.element.body.xpath(".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val")
    assert set(used) <= {each.style_id for each in document.styles}
