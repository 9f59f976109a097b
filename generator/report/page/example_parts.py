"""What the examples of pages have besides measures: a chart, actions, and what stands beside a result."""

from dataclasses import replace

from generator.report.page.views import ActionView, BenchmarkView, ChartView, FollowUpView, SeriesView, SignalView

CHART = ChartView(
    title="This quarter",
    description="Bar chart: quarterly status by directorate. Place: 2 Green, 1 Red. People: 1 Green.",
    categories=("Place", "People"),
    series=(
        SeriesView(name="Green", fill="44A377", ink="0B0C0C", values=(2, 1)),
        SeriesView(name="Red", fill="AA1111", ink="FFFFFF", values=(1, 0)),
    ),
)
ACTION_LATE = ActionView(
    about="WM 01 (NI 191)",
    title="Hire a second lorry",
    owner="Head of Streets",
    due="31 August 2024",
    state="Late, 40% done",
    standing="Overdue",
    story=("Its date moved from 30 June 2024 to 31 August 2024.", "Said to be on track."),
    late=True,
    part_of="Renew the fleet",
)
_RECOMMENDED = replace(ACTION_LATE, about="Scrutiny Board, 4 July 2024", title="Report on the depot")
FOLLOW_UP = FollowUpView(
    heading="Actions",
    sentences=("Actions from the last report: 2 promised, 1 done.",),
    standings=("Overdue",),
    owners=("Head of Streets",),
    actions=(replace(ACTION_LATE, about="The whole report"),),
    recommended=(_RECOMMENDED,),
)
BENCHMARK = BenchmarkView(
    name="England",
    period="2023/24",
    value="93.1%",
    standing="the result is worse",
    source="The national collection returns",
)
SIGNAL = SignalView(
    icon="\N{BLACK DOWN-POINTING TRIANGLE}",
    meaning="concern",
    words="\N{BLACK DOWN-POINTING TRIANGLE} Concern: the result is below its usual range.",
    mean="95.5%",
    lower="92.0%",
    upper="99.0%",
)
