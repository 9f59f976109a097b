"""A page with an example of everything that a page can hold, one without forecasts, and one with as little as can be.

Templates are tried on them before use, and the list of fields takes its examples from here.
"""

from collections.abc import Collection
from dataclasses import replace

from generator.commentary.blocks import Block, Form
from generator.model.question import DEFAULT_QUESTIONS, Question
from generator.report.page.example_parts import ACTION_LATE, BENCHMARK, CHART, FOLLOW_UP, SIGNAL
from generator.report.page.over_time.example_lines import COMPARED, LINE
from generator.report.page.scrutiny.views import AskedView
from generator.report.page.views import (
    NO_HALF,
    NO_STATUS,
    AnswerView,
    BreakdownView,
    DownloadView,
    FactView,
    GroupView,
    HalfView,
    InShortView,
    LookView,
    MeasureView,
    MissingView,
    MovementView,
    MoveView,
    PageView,
    ProblemView,
    QuestionView,
    ResultView,
    RowView,
    SegmentView,
    SideBySideView,
    SideView,
    StatusView,
    SubgroupView,
    TermView,
    of_question,
)

_GREEN = StatusView(
    word="Green", meaning="Met: on target or better", note="", fill="44A377", ink="0B0C0C", shape="triangle up"
)
_RED = StatusView(
    word="Red", meaning="Missed: worse than target", note="Stated", fill="AA1111", ink="FFFFFF", shape="triangle down"
)
_KEY = (_GREEN, replace(_RED, note=""))
_TOLD = (
    (
        Block(Form.PARAGRAPH, ("Two vehicles were off the road in August.",)),
        Block(Form.BULLETS, ("one for its yearly test", "one after an accident")),
        Block(Form.NUMBERS, ("Hire a vehicle.", "Review the fleet with CLT.")),
    ),
    (Block(Form.PARAGRAPH, ("A vehicle has been hired.",)),),
    (Block(Form.PARAGRAPH, ("Not stated",)),),
)
_MEASURE = MeasureView(
    anchor="wm-01",
    heading="WM 01 (NI 191): Bins emptied on the day",
    label="WM 01 (NI 191)",
    title="Bins emptied on the day",
    quarter_status=_RED,
    has_forecast=True,
    forecast_status=_GREEN,
    quarter=HalfView(
        heading="Quarterly data",
        name="Quarter",
        target="98.0%",
        actual="91.5%",
        actual_label="Actual",
        trail=("Return: inputs/2024-25-Q2/WM 01.xlsx", "Sheet “Return”, cell C14: 91.46. Printed as 91.5%."),
    ),
    forecast=HalfView(
        heading="Forecast data", name="Forecast year end", target="98.0%", actual="98.0%", actual_label="Forecast"
    ),
    direction="Deteriorating since Q1 2024/25",
    trend="Q1 2024/25: 97.2%; Q2 2024/25: 91.5%",
    trend_line="0,2 100,18",
    trend_lines=("0,2 100,18",),
    results=(
        ResultView(period="Q1 2024/25", target="95.0%", actual="97.2%", status="Blue"),
        ResultView(period="Q2 2024/25", target="95.0%", actual="91.5%", status="Amber"),
    ),
    line=LINE,
    quarter_rank=3,
    forecast_rank=1,
    waits=False,
    remarks=("The quarter's figure is provisional.",),
    no_year_end="No forecast",
    headline=(
        "At 91.5% against a target of 98.0%, this measure is Red for the quarter (as stated); it is forecast to be "
        "Green at year end (98.0% against 98.0%). Performance has deteriorated since Q1 2024/25."
    ),
    answers=tuple(
        AnswerView(key=each.key, label=each.label, heading=each.column_heading, blocks=told)
        for each, told in zip(DEFAULT_QUESTIONS, _TOLD, strict=True)
    ),
    facts=(
        FactView(label="Portfolio holder", text="Cabinet member for streets"),
        FactView(label="England (2023/24)", text="93.1%; the result is worse"),
    ),
    benchmarks=(BENCHMARK,),
    signal=SIGNAL,
    follow_up=(ACTION_LATE,),
)
_KEY_DEVELOPMENTS = AnswerView(
    key="key_developments",
    label="Key developments",
    heading="Key developments",
    blocks=(Block(Form.PARAGRAPH, ("A new depot has opened.",)),),
)
_ON_TARGET = replace(_MEASURE, anchor="wm-03", heading="WM 03: Streets cleaned", label="WM 03", title="Streets cleaned")
_FOR_INFORMATION = replace(_ON_TARGET, anchor="wm-04", heading="WM 04: Parks", label="WM 04", title="Parks")
_BESIDE = SideBySideView(
    label="WM 01 (NI 191)",
    title="Bins emptied on the day",
    cells=(
        SideView(heading="Q1 2024/25", text="Not known", status=NO_STATUS),
        SideView(heading="Q2 2024/25", text="91.5%", status=replace(_RED, note="")),
    ),
)
_STREETS = SubgroupView(
    anchor="streets",
    name="Streets",
    word="Service",
    heading="Service: Streets",
    summary="One of Streets' two reported measures is an exception.",
    answers=(),
    measures=(_MEASURE,),
    brief=(_ON_TARGET,),
    others=(_FOR_INFORMATION,),
    side_by_side=(_BESIDE,),
    follow_up=(ACTION_LATE,),
)
_PLACE = GroupView(
    anchor="place",
    name="Place",
    word="Directorate",
    heading="Directorate: Place",
    summary="One of Place's three reported measures is an exception. It is Red against the quarter's target.",
    answers=(_KEY_DEVELOPMENTS,),
    measures=(_MEASURE,),
    brief=(_ON_TARGET,),
    others=(_FOR_INFORMATION,),
    side_by_side=(_BESIDE,),
    follow_up=(ACTION_LATE,),
    groups=(_STREETS,),
)
_BREAKDOWN = BreakdownView(
    heading="This quarter",
    caption="Quarterly status of the measures reported (4 in all)",
    half="quarter",
    statuses=_KEY,
    rows=(
        RowView(
            name="Place",
            total=False,
            depth=0,
            numbers=("2", "1"),
            segments=(
                SegmentView(fill="44A377", ink="0B0C0C", start=0, length=2),
                SegmentView(fill="AA1111", ink="FFFFFF", start=2, length=1),
            ),
            places=("place", "place"),
        ),
        RowView(
            name="People",
            total=False,
            depth=0,
            numbers=("1", "0"),
            segments=(SegmentView(fill="44A377", ink="0B0C0C", start=0, length=1),),
            places=("", ""),
        ),
        RowView(name="All", total=True, depth=0, numbers=("3", "1"), segments=(), places=("", "place")),
    ),
    longest=3,
)

FULL = PageView(
    look=LookView(
        logo="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=",
        accent="003078",
        accent_on_dark="9CC4FF",
    ),
    council="Ambridge Council",
    title="Performance exceptions",
    period="2024/25 Q2",
    months="July to September 2024",
    heading="Performance exceptions: 2024/25 Q2",
    draft=True,
    draft_notice="DRAFT, not for circulation. 1 thing still to be put right.",
    marking="OFFICIAL",
    not_for_publication="Not for publication: paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972.",
    title_block=(
        FactView(label="Committee", text="Overview and Scrutiny Committee"),
        FactView(label="Date of meeting", text="12 November 2024"),
    ),
    contents=True,
    introduction="4 measures are reported for July to September 2024. 1 of them is an exception: Red for the quarter.",
    points=(
        "4 measures are reported for July to September 2024.",
        "1 of them is an exception: Red for the quarter.",
    ),
    purpose=(Block(Form.PARAGRAPH, ("To tell councillors which measures are off target, and why.",)),),
    recommendations=("That the committee notes the report.", "That it asks for a progress report in Q3."),
    charts=(CHART,),
    breakdowns=(_BREAKDOWN, replace(_BREAKDOWN, heading="Forecast for the year end", half="forecast")),
    follow_up=FOLLOW_UP,
    movement=MovementView(
        heading="Movement since Q1 2024/25",
        sentences=("1 of 4 measures changed status since last quarter's report: 1 for the worse.",),
        since="Q1 2024/25",
        now="Q2 2024/25",
        moves=(
            MoveView(
                place="wm-01",
                label="WM 01 (NI 191)",
                title="Bins emptied on the day",
                before=_KEY[0],
                now=_KEY[1],
                change="Worse",
            ),
        ),
    ),
    key=_KEY,
    status_words=("Green", "Red"),
    questions=tuple(
        QuestionView(key=each.key, label=each.label, heading=each.column_heading) for each in DEFAULT_QUESTIONS
    ),
    has_forecast=True,
    columns=("Q1 2024/25", "Q2 2024/25"),
    period_word="quarter",
    period_adjective="Quarterly",
    year_end_status="Forecast Year End Status",
    year_end_name="Forecast year end",
    year_end_sorted_by="forecast",
    year_end_missed="Forecast exceptions",
    group_word="Directorate",
    group_word_inside="directorate",
    subgroup_word="Service",
    listed="Exceptions",
    each_listed="measure that is an exception",
    listed_briefly="Other measures",
    answers=(_KEY_DEVELOPMENTS,),
    groups=(_PLACE,),
    missing=(MissingView(label="WM 02", title="Waste recycled", group="Place", why="Return not received"),),
    missing_introduction="The register has these measures too. They are not in this report.",
    to_put_right=(ProblemView(where="inputs/2024-25-Q2/WM 01.xlsx, Return, C20", what="“n/a” is not a number."),),
    glossary=(TermView(term="CLT", meaning="Corporate Leadership Team"),),
    data_source="Data source: Felpersham",
    scrutiny=(
        AskedView(place="wm-01", label="WM 01 (NI 191)", title="Bins emptied on the day", questions=("Was it done?",)),
    ),
    compared=COMPARED,
    downloads=(DownloadView(address="measures.csv", holds="All measures as a table (CSV)"),),
    switch="Show measures on target",
    in_short=(
        InShortView(name="Place", counts=("3", "1", "1", "0"), text="WM 01 (NI 191) Bins emptied on the day"),
        InShortView(name="People", counts=("1", "0", "0", "0"), text=""),
    ),
)

_NO_FORECAST = replace(
    _MEASURE, has_forecast=False, forecast_status=NO_STATUS, forecast=NO_HALF, forecast_rank=-1, line=None
)

NO_FORECAST = replace(
    FULL,
    has_forecast=False,
    charts=(CHART,),
    breakdowns=(_BREAKDOWN,),
    groups=(replace(_PLACE, measures=(_NO_FORECAST,), brief=(), others=(), side_by_side=(), groups=()),),
    in_short=tuple(replace(each, counts=each.counts[:-1]) for each in FULL.in_short),
)
"""A report without forecasts for the year end."""

BARE = replace(
    FULL,
    look=replace(FULL.look, logo=""),
    status_words=(),
    has_forecast=False,
    questions=(),
    draft=False,
    draft_notice="",
    marking="",
    not_for_publication="",
    title_block=(),
    contents=False,
    purpose=(),
    recommendations=(),
    charts=(),
    breakdowns=(),
    movement=None,
    follow_up=None,
    key=(),
    subgroup_word="",
    answers=(),
    groups=(),
    missing=(),
    to_put_right=(),
    glossary=(),
    data_source="",
    scrutiny=(),
    compared=None,
    downloads=(),
    switch="",
    in_short=(),
)


def page_asking(questions: Collection[Question]) -> PageView:
    """A page with a measure in full, of which these questions were asked and answered."""
    answers = tuple(
        AnswerView(**of_question(each), blocks=(Block(Form.PARAGRAPH, (answer_to(each),)),)) for each in questions
    )
    asked = tuple(QuestionView(**of_question(each)) for each in questions)
    alone = replace(
        _PLACE, measures=(replace(_MEASURE, answers=answers),), brief=(), others=(), side_by_side=(), groups=()
    )
    return replace(FULL, questions=asked, groups=(alone,))


def answer_to(question: Question) -> str:
    """What is answered to a question on that page: no other text is the same."""
    return f"Answered to {question.key}."
