"""Examples of the facts that sentences are written of, from the fullest to the emptiest.

Templates of sentences are tried on all of them before use, and the list of fields takes its examples from the first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from generator.report.page.facts import (
    NO_HALF,
    ExceptionFacts,
    FileFacts,
    GroupFacts,
    HalfFacts,
    MeasureFacts,
    MissingFacts,
    NoteFacts,
    ReminderFacts,
    ReportFacts,
    ReturnFacts,
    StatusFacts,
)
from generator.report.page.scrutiny.views import ScrutinyFacts

_HALF = HalfFacts(target="98.0%", actual="91.5%", missing="", number=True, status="Red", rated=True, stated=False)
_NO_FIGURE = replace(_HALF, actual="", missing="awaiting data", number=False)
_MEASURE = MeasureFacts(
    label="WM 01 (NI 191)",
    title="Bins emptied on the day",
    group="Place",
    quarter=_HALF,
    has_forecast=True,
    forecast=replace(_HALF, actual="98.0%", status="Green", stated=True),
    direction="Deteriorating",
    comparator="Q1 2024/25",
    provisional=True,
    span="the quarter",
    outturn=False,
)
_PLACE = GroupFacts(
    name="Place",
    word="Directorate",
    reported=9,
    exceptions=7,
    rated=8,
    on_target=2,
    share_on_target="25%",
    statuses=(
        StatusFacts(name="Red", quarter=5, forecast=3, exception=True, rated=True),
        StatusFacts(name="Amber", quarter=1, forecast=2, exception=True, rated=True),
        StatusFacts(name="Green", quarter=1, forecast=2, exception=False, rated=True),
    ),
    improving=2,
    stabilised=1,
    deteriorating=3,
)
_ONE_OF_NINE = replace(
    _PLACE,
    exceptions=1,
    on_target=7,
    share_on_target="88%",
    statuses=(StatusFacts(name="Red", quarter=1, forecast=1, exception=True, rated=True),),
    improving=0,
    stabilised=0,
    deteriorating=1,
)
_NONE_OF_THREE = replace(
    _PLACE,
    name="Resources",
    reported=3,
    exceptions=0,
    rated=0,
    on_target=0,
    share_on_target="",
    statuses=(),
    improving=0,
    stabilised=0,
    deteriorating=0,
)
_OFF_TARGET = ExceptionFacts(
    rule="either",
    now=6,
    later=1,
    otherwise=0,
    now_and_later=4,
    now_alone=1,
    now_unrated=1,
    new=2,
    again=4,
    long=3,
    unknown=1,
    new_named="WM 01 (NI 191) and WM 03",
    long_named="WM 04, WM 05 and WM 06",
    for_long=3,
)
_NONE_OFF_TARGET = replace(
    _OFF_TARGET,
    now=0,
    later=0,
    now_and_later=0,
    now_alone=0,
    now_unrated=0,
    new=0,
    again=0,
    long=0,
    unknown=0,
    new_named="",
    long_named="",
)
_REPORT = ReportFacts(
    council="Ambridge Council",
    title="Performance exceptions",
    period="2024/25 Q2",
    months="July to September 2024",
    ends=date(2024, 9, 30),
    scope="Place",
    draft=True,
    to_put_right=1,
    committee="Overview and Scrutiny Committee",
    meeting="12 November 2024",
    item="7",
    contact="Performance team, performance@example.gov.uk",
    not_for_publication="paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972.",
    groups=(_PLACE, _NONE_OF_THREE),
    missing=(MissingFacts(label="WM 02", title="Waste recycled", group="Place", why="Return not received"),),
    unwritten=("Directorate: Place",),
    has_forecast=True,
    period_word="quarter",
    year_end="forecast",
    group_word="Directorate",
    listed="exceptions",
    brief=False,
    reported=12,
    exceptions=7,
    rated=8,
    on_target=2,
    share_on_target="25%",
    statuses=_PLACE.statuses,
    improving=2,
    stabilised=1,
    deteriorating=3,
    off_target=_OFF_TARGET,
    recommendations=2,
    for_members=True,
)
_NOTHING = replace(
    _REPORT,
    scope="",
    draft=False,
    to_put_right=0,
    committee="",
    meeting="",
    item="",
    contact="",
    not_for_publication="",
    has_forecast=False,
    groups=(),
    missing=(),
    unwritten=(),
    reported=0,
    exceptions=0,
    rated=0,
    on_target=0,
    share_on_target="",
    statuses=(),
    improving=0,
    stabilised=0,
    deteriorating=0,
    off_target=_NONE_OFF_TARGET,
    recommendations=0,
)
_NOTHING_KNOWN = replace(_OFF_TARGET, new=0, again=0, long=0, unknown=7, new_named="", long_named="")
_REPORTS = (
    _REPORT,
    replace(_REPORT, brief=True, recommendations=1),
    replace(_REPORT, off_target=replace(_NOTHING_KNOWN, rule="forecast"), recommendations=0),
    replace(_REPORT, off_target=replace(_NOTHING_KNOWN, rule="quarter"), for_members=False),
    replace(_REPORT, listed="all"),
    replace(_REPORT, year_end="outturn"),
    replace(_REPORT, year_end="either"),
    replace(_NOTHING, groups=(_NONE_OF_THREE,), reported=3),
    _NOTHING,
)
_DIRECTORATES = (
    _PLACE,
    replace(_PLACE, exceptions=9),
    _ONE_OF_NINE,
    replace(_ONE_OF_NINE, reported=1),
    _NONE_OF_THREE,
)
_MEASURES = (
    _MEASURE,
    replace(_MEASURE, has_forecast=False, forecast=NO_HALF),
    replace(_MEASURE, outturn=True, span="2024/25"),
    replace(_MEASURE, quarter=_NO_FIGURE, forecast=_NO_FIGURE, direction="", comparator="", provisional=False),
    replace(_MEASURE, quarter=replace(_NO_FIGURE, rated=False), forecast=replace(_NO_FIGURE, rated=False, target="")),
    replace(_MEASURE, quarter=replace(_HALF, target="", rated=False), forecast=replace(_HALF, target="", rated=False)),
)
_ASKED = (
    ScrutinyFacts(
        about="unchanged",
        label="Improvement actions taken",
        words="Vacant posts are being recruited to.",
        since="Q4 2023/24",
        figures="Q4 2023/24: 93.0%, Q1 2024/25: 92.1%, Q2 2024/25: 91.5%",
        reports=3,
    ),
    ScrutinyFacts(
        about="promise", label="Actions", words="A lorry is hired by August.", since="Q1 2024/25", day="31 August 2024"
    ),
    ScrutinyFacts(about="forecast", needs="a rise of 6.5 points", reached="the largest rise was 1.2 points"),
)
_FILES = (FileFacts(name="exceptions.docx", holds="the committee's table, in Word"),)
_AWAITED = ReturnFacts(label="WM 01 (NI 191)", title="Bins emptied on the day", received=False, late=True, notes=())
_NOTE = NoteFacts(cell="C42", query=True, message="“Who approved these answers?” is empty.", remedy="Enter the name.")
_REMINDER = ReminderFacts(
    council="Ambridge Council",
    period="2024/25 Q2",
    months="July to September 2024",
    due=date(2024, 10, 14),
    name="Pat Fletcher",
    send_to="performance@example.gov.uk",
    copy=True,
    returns=(_AWAITED, replace(_AWAITED, received=True, late=False, notes=(_NOTE, replace(_NOTE, query=False)))),
)
_BEFORE = replace(_AWAITED, late=False)
_REMINDERS = (
    replace(_REMINDER, ready=("WM 02", "WM 03")),
    replace(_REMINDER, name="", send_to="", copy=False, returns=(_BEFORE,), days_left=3),
)

EXAMPLES: Mapping[str, Sequence[Mapping[str, object]]] = MappingProxyType(
    {
        "introduction": tuple({"report": each} for each in _REPORTS),
        "directorate": tuple({"report": _REPORT, "directorate": each} for each in _DIRECTORATES),
        "measure": tuple({"report": _REPORT, "measure": each} for each in _MEASURES),
        "questions": tuple({"report": _REPORT, "measure": _MEASURE, "question": each} for each in _ASKED),
        "email": (
            *({"report": each, "files": _FILES} for each in _REPORTS),
            {"report": _NOTHING, "files": ()},
        ),
        "reminder": tuple({"reminder": each} for each in _REMINDERS),
        "issue": tuple({"reminder": replace(each, copy=False, returns=(_BEFORE,))} for each in _REMINDERS),
    }
)
"""For each narrative, what its template may be given."""
