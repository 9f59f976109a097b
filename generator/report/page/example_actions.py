"""The actions of the examples of pages."""

from dataclasses import replace

from generator.report.page.views import ActionView, FollowUpView

ACTION_LATE = ActionView(
    about="WM 01 (NI 191)",
    title="Hire a second lorry",
    owner="Head of Streets",
    due="31 August 2024",
    state="Late, 40% done",
    standing="Overdue",
    story=("Its date moved from 30 June 2024 to 31 August 2024.", "Said to be on track."),
    late=True,
)
_RECOMMENDED = replace(ACTION_LATE, about="Scrutiny Board, 4 July 2024", title="Report on the depot")
FOLLOW_UP = FollowUpView(
    heading="Actions",
    sentences=("Actions from the last report: 2 promised, 1 done.",),
    standings=("Overdue",),
    actions=(replace(ACTION_LATE, about="The whole report"),),
    recommended=(_RECOMMENDED,),
)
