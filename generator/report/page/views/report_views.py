"""The page: all that Word and HTML templates can print, as text, flags and charts.

Templates see one ``PageView``, called ``page``. What is left out in the settings, or is not there, is empty.
"""

from dataclasses import dataclass

from generator.commentary.blocks import Block
from generator.report.page.over_time.drawing_views import GroupsCompared, LineDrawing
from generator.report.page.over_time.line_drawing import drawing_of
from generator.report.page.over_time.line_view import LineView
from generator.report.page.scrutiny.views import AskedView
from generator.report.page.views.action_views import ActionView, FollowUpView
from generator.report.page.views.beside_views import (
    DownloadView,
    FactView,
    LookView,
    MissingView,
    ProblemView,
    QuestionView,
    TermView,
)
from generator.report.page.views.count_views import (
    BenchmarkView,
    ChartView,
    InShortView,
    ResultView,
    RowView,
    SignalView,
)
from generator.report.page.views.half_views import HalfView, StatusView

_SHORTEST_LINE = 30  # characters: what is shorter takes a line all the same


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView(QuestionView):
    """What was written in answer to a question; where nothing was, ``blocks`` say so and it is not ``answered``.

    ``told`` is whether there is anything to print: an answer, or that one is missing which was needed.
    """

    blocks: tuple[Block, ...]
    answered: bool = True
    told: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """What a column shows of a measure: a figure, with what it is of if that is not the column's, or why there is none.

    ``status`` is that of the time; its word is empty where none is known.
    """

    heading: str
    text: str
    status: StatusView


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySideView:
    """A measure's figures side by side, one for each of the page's columns."""

    label: str
    title: str
    cells: tuple[SideView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureView:
    """One row of the report. ``remarks`` are sentences on how its statuses and figures stand.

    Where it has no forecast for the year end (``has_forecast``), all texts of the forecast are empty.
    """

    anchor: str
    heading: str
    """Its label and its title in one."""
    label: str
    title: str
    quarter_status: StatusView
    has_forecast: bool
    forecast_status: StatusView
    quarter: HalfView
    forecast: HalfView
    direction: str
    trend: str
    """Its results up to this quarter's, or empty where there is no earlier one."""
    trend_line: str
    """The points of ``trend_lines`` one after another, or empty where the results are not numbers."""
    trend_lines: tuple[str, ...]
    """Its results as points of lines, 100 wide and 20 high: of several, where the count starts again each year."""
    results: tuple[ResultView, ...]
    """Its results, oldest first, as many as the settings say; none where no earlier one is known."""
    line: LineView | None
    """The same drawn, where three or more are numbers and charts are printed."""
    quarter_rank: int
    """How bad its quarterly status is: the higher, the worse; -1 where it is not rated."""
    forecast_rank: int
    """The same of its forecast; -1 where it has none."""
    waits: bool
    """Whether so many stand before it that the web page shows it only when it is asked for."""
    remarks: tuple[str, ...]
    no_year_end: str
    """What stands in the place of its status at the year end, where it has none."""
    headline: str
    """How it stands, in a sentence that is the same every quarter: no officer's own words."""
    answers: tuple[AnswerView, ...]
    """One for each of the page's questions, in their order."""
    facts: tuple[FactView, ...]
    """What the register says of it, of its columns that are printed; then its benchmarks, and its signal."""
    benchmarks: tuple[BenchmarkView, ...] = ()
    """The figures of others that are among those facts, each in its parts."""
    signal: SignalView | None = None
    """Whether its result is a signal or noise, which is the last of those facts; None where nothing is said of it."""
    follow_up: tuple[ActionView, ...] = ()
    """Its actions, the most pressing first."""

    @property
    def drawing(self) -> LineDrawing | None:
        """Its line chart as a drawing."""
        return drawing_of(self.line) if self.line else None

    @property
    def context(self) -> tuple[Block, ...]:
        """The answer to the question with this key; empty where it is not asked."""
        return self._answer("context")

    @property
    def actions(self) -> tuple[Block, ...]:
        """The answer to the question with this key; empty where it is not asked."""
        return self._answer("actions")

    @property
    def longest_answer(self) -> int:
        """The characters of the longest answer: a template can tell a row that is longer than a page."""
        lengths = (
            sum(max(len(item), _SHORTEST_LINE) for block in each.blocks for item in block.items)
            for each in self.answers
        )
        return max(lengths, default=0)

    @property
    def length(self) -> int:
        """The same of all that a row holds; what stands under the title twice, being in a column of half the width."""
        beside = (self.title, *self.remarks, *(f"{each.label}: {each.text}" for each in self.facts))
        return max(self.longest_answer, 2 * sum(map(len, beside)))

    @property
    def intervention(self) -> tuple[Block, ...]:
        """The answer to the question with this key; empty where it is not asked."""
        return self._answer("intervention")

    def _answer(self, key: str) -> tuple[Block, ...]:
        return next((each.blocks for each in self.answers if each.key == key), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class SubgroupView:
    """A group of the second level, such as a service, with its measures."""

    anchor: str
    name: str
    word: str
    """What such a group is called."""
    heading: str
    summary: str
    answers: tuple[AnswerView, ...]
    """What was written about the group."""
    measures: tuple[MeasureView, ...]
    """Those that are listed in full."""
    brief: tuple[MeasureView, ...]
    """Those that are listed in brief, after them."""
    others: tuple[MeasureView, ...]
    """Those that are listed nowhere but on the web page, where it is asked to show them."""
    side_by_side: tuple[SideBySideView, ...] = ()
    """The figures of those that are listed in the page's columns; none where it has no columns."""
    follow_up: tuple[ActionView, ...] = ()
    """The actions for it and its measures; those of the groups below it stand there."""

    @property
    def notes(self) -> tuple[FactView, ...]:
        """The remarks on the measures listed in full, each of them once; its label says which measures it is about."""
        about: dict[str, list[str]] = {}
        for measure in self.measures:
            for remark in measure.remarks:
                about.setdefault(remark, []).append(measure.label)
        return tuple(FactView(label="; ".join(labels), text=text) for text, labels in about.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView(SubgroupView):
    """A group of the first level, such as a directorate: all of its measures, and again the ``groups`` below it."""

    groups: tuple[SubgroupView, ...]

    @property
    def parts(self) -> tuple[SubgroupView, ...]:
        """The groups below, or itself where there are none: what its measures are listed in."""
        return self.groups or (self,)


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakdownView:
    """The measures by group and status, for the period or for the year end.

    Each row has a number for each of the statuses; ``longest`` is the length of the longest row drawn as a bar.
    """

    heading: str
    caption: str
    half: str
    """Which of a measure's statuses is counted: ``quarter`` or ``forecast``."""
    statuses: tuple[StatusView, ...]
    rows: tuple[RowView, ...]
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveView:
    """A measure whose status changed since the last report; its ``place`` is empty where the page does not list it."""

    place: str
    label: str
    title: str
    before: StatusView
    now: StatusView
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementView:
    """What changed since the last report, in sentences and measure by measure."""

    heading: str
    sentences: tuple[str, ...]
    since: str
    now: str
    moves: tuple[MoveView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The whole report, ready to print. What is left out in the settings, or is not there, is empty."""

    look: LookView
    council: str
    title: str
    period: str
    months: str
    heading: str
    draft: bool
    draft_notice: str
    marking: str
    not_for_publication: str
    title_block: tuple[FactView, ...]
    contents: bool
    """Whether a list of contents is wanted."""
    introduction: str
    points: tuple[str, ...]  # the same point by point; none where it is one paragraph
    purpose: tuple[Block, ...]
    recommendations: tuple[str, ...]
    charts: tuple[ChartView, ...]
    breakdowns: tuple[BreakdownView, ...]
    movement: MovementView | None
    key: tuple[StatusView, ...]
    status_words: tuple[str, ...]
    """The statuses that the exceptions have, best first."""
    has_forecast: bool
    """Whether any of the exceptions has a forecast for the year end; where none has, nothing of it is to be printed."""
    columns: tuple[str, ...]
    """The headings of the figures side by side; none where the settings ask for none."""
    period_word: str
    """What the report's period is called inside a sentence: "quarter"."""
    period_adjective: str
    """What stands for it before a word, as in "Quarterly Target Status"."""
    year_end_name: str
    year_end_status: str
    """What the year end is called beside the quarter, "Forecast year end", and the heading over its statuses."""
    year_end_sorted_by: str
    year_end_missed: str
    """What measures are ordered by that are ordered by it, "forecast"; what heads those off it: "Forecast to miss"."""
    questions: tuple[QuestionView, ...]
    """What officers were asked to write of each measure, in order."""
    group_word: str
    """What a group of the first level is called: "Directorate"."""
    group_word_inside: str
    """The same inside a sentence: "directorate"."""
    subgroup_word: str
    """What a group below is called; empty where there is one level."""
    listed: str
    """What is listed in full: "Exceptions" or "Measures"."""
    each_listed: str
    """One of them inside a sentence, after "each": "measure that is an exception" or "measure"."""
    listed_briefly: str
    """What is listed in brief: "Other measures"."""
    answers: tuple[AnswerView, ...]
    """What was written about the whole report."""
    groups: tuple[GroupView, ...]
    missing: tuple[MissingView, ...]
    missing_introduction: str
    to_put_right: tuple[ProblemView, ...]
    """In a draft, every error that still stands; empty otherwise."""
    glossary: tuple[TermView, ...]
    data_source: str
    scrutiny: tuple[AskedView, ...] = ()
    """What members might ask of exceptions; in a report for readers inside alone."""
    compared: GroupsCompared | None = None
    """How each group's measures have stood to their targets, drawn."""
    downloads: tuple[DownloadView, ...] = ()
    """The data of the report."""
    switch: str = ""
    """What shows the measures that are listed only where it is asked for; empty where there are none."""
    in_short: tuple[InShortView, ...] = ()
    """The groups, with as many names of measures as there is room for on one page beside the counts and the key."""
    follow_up: FollowUpView | None = None
    """The actions as a whole; None where none are followed up."""
    counted_by_status: bool = True
    """Whether such a page has room for charts, and for counts with a column a status."""

    @property
    def over_time(self) -> tuple[MeasureView, ...]:
        """The measures listed in full that have a line chart, in order."""
        return tuple(measure for group in self.groups for measure in group.measures if measure.line)

    @property
    def draws_forecast(self) -> bool:
        """Whether any of these charts leads to a forecast; an outturn is the last result, and is none."""
        return any(measure.line and measure.line.forecast for measure in self.over_time)

    @property
    def has_others(self) -> bool:
        """Whether there are measures that are shown only where that is asked for."""
        return any(group.others for group in self.groups)

    @property
    def directorates(self) -> tuple[GroupView, ...]:
        """The groups, where they are directorates and where they are not."""
        return self.groups
