"""Pages for the tests of both renderers: a small one, and one that says a text wherever a text can be said."""

from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TypeVar

from generator.commentary.blocks import Block, Form
from generator.documents.web_page import html_template, render_html
from generator.report.page.examples import BARE, FULL
from generator.report.page.over_time.drawing_views import (
    DotView,
    GroupsCompared,
    LineAmongOthers,
    LineDrawing,
    MarkView,
)
from generator.report.page.scrutiny.views import AskedView
from generator.report.page.views import (
    AnswerView,
    BreakdownView,
    ChartView,
    DownloadView,
    LookView,
    MeasureView,
    MoveView,
    PageView,
    QuestionView,
    RowView,
    SegmentView,
    StatusView,
)

NAME = "templates/report.html.j2"
TEMPLATE = (Path(__file__).parents[2] / NAME).read_text(encoding="utf-8")

(_FULLEST,) = FULL.groups
_IN_FULL = _FULLEST.measures[0]
MEASURE = replace(_IN_FULL, line=None, benchmarks=(), follow_up=(), quarter=replace(_IN_FULL.quarter, trail=()))
DIRECTORATE = replace(_FULLEST, measures=(MEASURE,), answers=(), brief=(), others=(), groups=(), follow_up=())
PAGE = replace(
    BARE,
    contents=True,
    has_forecast=True,
    questions=FULL.questions,
    groups=(DIRECTORATE,),
    breakdowns=FULL.breakdowns,
    key=FULL.key,
    data_source=FULL.data_source,
)

RED = MEASURE.quarter_status

_Anything = TypeVar("_Anything")
_CODES = {
    StatusView: {"word", "fill", "ink", "shape"},
    ChartView: {"categories", "series"},
    MeasureView: {"anchor", "trend_line", "trend_lines"},
    LookView: {"logo", "accent", "accent_on_dark"},
    QuestionView: {"key"},
    AnswerView: {"key"},
    SegmentView: {"fill", "ink"},
    RowView: {"places"},
    BreakdownView: {"half"},
    MoveView: {"place"},
    DownloadView: {"address"},
    Block: {"form"},
    MarkView: {"x", "y"},
    DotView: {"x", "y"},
    LineDrawing: {"width", "height", "left", "right", "results", "targets", "forecast"},
    GroupsCompared: {"width", "height", "left", "right"},
    LineAmongOthers: {"place", "points"},
    AskedView: {"place"},
}
"""What is not text for a reader."""


def paragraph(text: str) -> tuple[Block, ...]:
    return (Block(Form.PARAGRAPH, (text,)),)


def answered(measure: MeasureView, **told: tuple[Block, ...]) -> MeasureView:
    """The measure with other answers to some of its questions."""
    answers = (replace(each, blocks=told.get(each.key, each.blocks)) for each in measure.answers)
    return replace(measure, answers=tuple(answers))


def with_measures(*measures: MeasureView) -> PageView:
    return replace(PAGE, groups=(replace(DIRECTORATE, measures=measures),))


def render(page: PageView = PAGE, template: str = TEMPLATE) -> str:
    return render_html(html_template(template, NAME), page).decode()


def everywhere(text: str) -> PageView:
    """A page that says ``text`` wherever an officer, the register or the settings can say something."""
    return _saying(text, FULL)


def _saying(text: str, value: _Anything) -> _Anything:
    if isinstance(value, str):
        return text  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_saying(text, each) for each in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    kept = _CODES.get(type(value), {"anchor"})
    said = {each.name: _saying(text, getattr(value, each.name)) for each in fields(value) if each.name not in kept}
    return replace(value, **said)
