"""The page: all that Word and HTML templates can print, as text, flags and charts."""

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
    SegmentView,
    SeriesView,
    SignalView,
)
from generator.report.page.views.half_views import NO_HALF, NO_STATUS, HalfView, StatusView
from generator.report.page.views.report_views import (
    AnswerView,
    BreakdownView,
    GroupView,
    MeasureView,
    MovementView,
    MoveView,
    PageView,
    SideBySideView,
    SideView,
    SubgroupView,
)

__all__ = [
    "NO_HALF",
    "NO_STATUS",
    "ActionView",
    "AnswerView",
    "BenchmarkView",
    "BreakdownView",
    "ChartView",
    "DownloadView",
    "FactView",
    "FollowUpView",
    "GroupView",
    "HalfView",
    "InShortView",
    "LookView",
    "MeasureView",
    "MissingView",
    "MoveView",
    "MovementView",
    "PageView",
    "ProblemView",
    "QuestionView",
    "ResultView",
    "RowView",
    "SegmentView",
    "SeriesView",
    "SideBySideView",
    "SideView",
    "SignalView",
    "StatusView",
    "SubgroupView",
    "TermView",
]
