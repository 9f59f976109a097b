"""Pages for the tests of the web page: one measure, with everything that a page can say."""

from dataclasses import replace
from pathlib import Path

from generator.narrative import Block, Form
from generator.presentation import (
    CountView,
    DirectorateView,
    HalfView,
    MeasureView,
    MissingView,
    PageView,
    ProblemView,
    StatusView,
)
from generator.render.html import render_html

NAME = "templates/report.html.j2"
TEMPLATE = (Path(__file__).parents[2] / NAME).read_text(encoding="utf-8")

RED = StatusView(word="Red", meaning="Worse by more", note="", fill="AA1111", ink="FFFFFF", shape="triangle down")
GREEN = StatusView(word="Green", meaning="On target", note="Stated", fill="44A377", ink="0B0C0C", shape="triangle up")
SHAPELESS = StatusView(word="N/A", meaning="No status", note="", fill="FFFFFF", ink="0B0C0C", shape="none")


def paragraph(text: str) -> tuple[Block, ...]:
    return (Block(Form.PARAGRAPH, (text,)),)


MEASURE = MeasureView(
    anchor="cm-pm24",
    label="CM PM24",
    title="Average time taken to process claims",
    quarter_status=RED,
    forecast_status=GREEN,
    quarter=HalfView(heading="Quarterly data", target="28.5 days", actual="31.5 days", actual_label="Actual"),
    forecast=HalfView(heading="Forecast data", target="Not stated", actual="29.5 days", actual_label="Forecast"),
    direction="Deteriorating since Q1 2018/19",
    remarks=("Forecast status is as stated: the target is not legible.",),
    context=paragraph("Slow in summer."),
    actions=paragraph("More staff."),
    intervention=paragraph("Not stated"),
)
DIRECTORATE = DirectorateView(
    anchor="people-services", name="People Services", heading="Directorate: People Services", measures=(MEASURE,)
)
PAGE = PageView(
    council="Derby City Council",
    title="Exceptions",
    period="2018/19 Q2",
    months="July to September 2018",
    heading="Exceptions: 2018/19 Q2",
    draft=False,
    draft_notice="",
    introduction="One measure is an exception.",
    data_source="Data source: DORIS",
    directorates=(DIRECTORATE,),
    counts=tuple(CountView(status=status, quarter="1", forecast="2") for status in (GREEN, RED, SHAPELESS)),
    counts_caption="All measures",
    key=(GREEN, RED, SHAPELESS),
    to_put_right=(),
    missing=(),
    missing_introduction="Not in this report.",
)


def with_measures(*measures: MeasureView) -> PageView:
    return replace(PAGE, directorates=(replace(DIRECTORATE, measures=measures),))


def render(page: PageView = PAGE, template: str = TEMPLATE) -> str:
    return render_html(template, page, name=NAME)


def everywhere(text: str) -> PageView:
    """A page that says ``text`` wherever an officer or the register can say something."""
    half = replace(MEASURE.quarter, target=text, actual=text)
    measure = replace(
        MEASURE,
        label=text,
        title=text,
        quarter=half,
        forecast=half,
        direction=text,
        remarks=(text,),
        context=paragraph(text),
        actions=(Block(Form.BULLETS, (text, text)),),
        intervention=(Block(Form.NUMBERS, (text, text)),),
    )
    return replace(
        with_measures(measure),
        council=text,
        heading=text,
        months=text,
        introduction=text,
        counts_caption=text,
        data_source=text,
        missing=(MissingView(label=text, title=text, directorate=text, why=text),),
        missing_introduction=text,
        to_put_right=(ProblemView(where=text, what=text),),
    )
