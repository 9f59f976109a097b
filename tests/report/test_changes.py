"""What changed between two closed periods: every difference is told, each once, and nothing else is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.documents.record_json import change_json
from generator.history.past import History
from generator.history.rows import HistoryRow, RowState
from generator.judging.outcome import ExceptionRule, Judged, Missing, judge_return, why_without_return
from generator.judging.scheme import Scheme
from generator.judging.scheme_file import read_scheme
from generator.model.measure import Measure
from generator.model.officer_return import Half, Return, Source
from generator.model.period import Period
from generator.model.register import Register
from generator.model.shape import DEFAULT_SHAPE
from generator.project.folder import BUNDLED_TEMPLATES
from generator.report.changes import changes_in, since_last
from generator.report.history_rows import rows_of
from generator.report.page.in_words.what_changed import change_sentences
from generator.report.page.summary import movement
from generator.report.report import Report, grouped
from generator.report.results_over_time import published_earlier
from tests.history.test_history_csv import row

BEFORE, NOW = Period(2024, 4), Period(2025, 1)
SAME_YEAR, YEARS_END = (Period(2024, 2), Period(2024, 3)), (Period(2024, 3), Period(2024, 4))
SCHEME: Scheme = read_scheme((BUNDLED_TEMPLATES / "schemes" / "derby.toml").read_text("utf-8"), "")


@dataclass(frozen=True)
class State:
    """A measure as it is in one quarter; None for a figure that was not returned, as for ``returned`` the return."""

    code: str
    title: str
    group: str
    target: int
    year_end: int
    result: int
    forecast: int
    returned: bool
    is_there: bool

    def measure(self, retired: date | None = None) -> Measure:
        return Measure(
            code=self.code,
            aliases=(f"old {self.code[-1]}",),
            title=self.title,
            groups=(self.group,),
            quarter_targets=(Decimal(self.target),) * 4,
            year_end_target=Decimal(self.year_end),
            retired=retired,
        )

    def judged(self, period: Period) -> Judged:
        returned = Return(
            measure_code=self.code,
            period=period,
            source=Source(file=f"{self.code}.xlsx", sha256=""),
            quarter=Half(actual=Decimal(self.result)),
            forecast=Half(actual=Decimal(self.forecast)),
            answers=dict.fromkeys(("context", "actions", "intervention"), ()),
        )
        return judge_return(self.measure(), returned, scheme=SCHEME, rule=ExceptionRule.EITHER)


def a_report(states: list[State], measures: list[Measure], period: Period, history: History) -> Report:
    judged = [each.judged(period) for each in states if each.is_there and each.returned]
    known = {each.measure.code for each in judged}
    missing = ((each, why_without_return(each, period)) for each in measures if each.code not in known)
    return Report(
        council="",
        title="",
        period=period,
        data_source="",
        scheme=SCHEME,
        groups=grouped(judged, DEFAULT_SHAPE),
        missing=tuple(Missing(measure, why) for measure, why in missing if why),
        earlier=published_earlier(history, measures, period),
        since=since_last(history, Register(tuple(measures)), period),
    )


def closed(report: Report, before: tuple[HistoryRow, ...] = ()) -> History:
    return History((*before, *rows_of(report, report.period.last_day)))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[list[State], list[State]]:
    """The same measures in two quarters; any of what they are may have changed."""

    def state(number: int, quarter: int) -> State:
        return State(
            code=draw(st.sampled_from([f"M {number}", f"Old{number}"] if quarter == 0 else [f"M {number}"])),
            title=draw(st.sampled_from(["Bins", "Fires"])),
            group=draw(st.sampled_from(["Place", "People"])),
            target=draw(st.sampled_from([90, 95])),
            year_end=draw(st.sampled_from([90, 95])),
            result=draw(st.sampled_from([80, 88, 91, 99])),
            forecast=draw(st.sampled_from([80, 99])),
            returned=draw(st.sampled_from([True, True, False])),
            is_there=draw(st.sampled_from([True, True, True, False])),
        )

    numbers = range(draw(st.integers(1, 4)))
    return [state(each, 0) for each in numbers], [state(each, 1) for each in numbers]


def differences(before: State, now: State, of: tuple[Period, Period]) -> set[tuple[str, str, str]]:
    """What differs, told by hand: the kind, and what was and is.

    In the year's last period, what came is held against the forecast; the next year's forecast is another matter.
    """
    if not before.is_there:
        return {("new", "", "")} if now.is_there else set()
    if not now.is_there:
        return {("retired", "", "")}
    found = {
        ("code", before.code, now.code) if before.code != now.code else None,
        ("title", before.title, now.title),
        ("group", before.group, now.group),
    }
    old, new = (each.judged(period) if each.returned else None for each, period in zip((before, now), of, strict=True))
    statuses = [each.quarter.status.name if each else "" for each in (old, new)]
    found.add(("status", statuses[0], statuses[1]))
    if old and new:
        forecasts = [each.forecast.status.name if each.forecast else "" for each in (old, new)]
        if of != (BEFORE, NOW):
            found.add(("outturn status" if of == YEARS_END else "forecast status", forecasts[0], forecasts[1]))
        found.add(("target", f"{before.target}.0", f"{now.target}.0"))
        found.add(("year-end target", f"{before.year_end}.0", f"{now.year_end}.0"))
    return {each for each in found if each and each[1] != each[2]}


@given(pairs(), st.sampled_from([(BEFORE, NOW), SAME_YEAR, YEARS_END]))
@settings(max_examples=60)
def test_each_difference_of_two_closed_periods_is_said_once(
    pair: tuple[list[State], list[State]], of: tuple[Period, Period]
) -> None:
    (first, second), (last, current) = pair, of
    were = [each.measure() for each in first if each.is_there]
    history = closed(a_report(first, were, last, History()))
    are = [
        now.measure(None if now.is_there else current.first_day)
        for was, now in zip(first, second, strict=True)
        if was.is_there or now.is_there
    ]
    report = a_report(second, are, current, history)
    said = [(each.code, (each.kind.value, each.was, each.now)) for each in changes_in(report)]
    real = (
        {(now.code, each) for was, now in zip(first, second, strict=True) for each in differences(was, now, of)}
        if were
        else set()
    )
    assert len(said) == len(set(said))
    assert set(said) == real
    _is_printed_once(report, real)


def heading_of(kind: str, was: str, now: str) -> str:
    """How the sentence begins that tells of a difference; empty where the table of statuses does."""
    if kind == "status":
        return "" if was and now else "Not reported now: " if was else "Reported again: "
    return {
        "new": "New: ",
        "retired": "Retired: ",
        "code": "Known by another code: ",
        "title": "Renamed: ",
        "group": "Moved: ",
        "target": "Target changed: ",
        "year-end target": "Year-end target changed: ",
        "forecast status": "Forecast status changed: ",
        "outturn status": "Outturn not as forecast: ",
    }[kind]


def _is_printed_once(report: Report, real: set[tuple[str, tuple[str, str, str]]]) -> None:
    """Each difference stands once in the sentence of its kind, or in the table of statuses; there is no other."""
    view = movement(replace(report, before=_statuses_before(report)), ())
    sentences = [each for each in view.sentences if not each.startswith("Direction of travel")] if view else []
    sentences = [each for each in sentences if "changed status since" not in each]
    in_table = [each.label for each in view.moves] if view else []
    told = [(heading_of(*what), code) for code, what in real]
    assert sorted(label[:3] for label in in_table) == sorted(code for heading, code in told if not heading)
    by_heading = {heading: [code for each, code in told if each == heading] for heading, _ in told if heading}
    assert len(sentences) == len(by_heading)
    for heading, codes in by_heading.items():
        (sentence,) = [each for each in sentences if each.startswith(heading)]
        assert [sentence.count(f"{code} (") for code in ("M 0", "M 1", "M 2", "M 3")] == [
            codes.count(code) for code in ("M 0", "M 1", "M 2", "M 3")
        ]


def _statuses_before(report: Report) -> Mapping[str, str]:
    rows = {code: each[-1] for code, each in report.earlier.items() if each}
    return {code: each.status for code, each in rows.items() if each.period == report.period.previous and each.status}


REVISED = "PL 01: Q4 2024/25 is revised:"
REOPENED = row(state=RowState.REOPENED, reason="a survey came late")
REVISIONS = [
    ([], []),
    ([REOPENED], []),
    ([REOPENED, row(reason="a survey came late")], []),
    (
        [REOPENED, row(actual="96.0", status="Green", reason="a survey came late")],
        [f"{REVISED} the result was 90.0%, now 96.0%; the status was Red, now Green, because a survey came late."],
    ),
    (
        [row(actual="92.0", reason="x"), row(actual="96.0", reason="it was counted twice.")],
        [f"{REVISED} the result was 90.0%, now 96.0%, because it was counted twice."],
    ),
    (
        [row(actual="96.0", reason="it was counted twice."), REOPENED, row(actual="96.0", reason="somebody asked")],
        [f"{REVISED} the result was 90.0%, now 96.0%, because it was counted twice."],
    ),
    (
        [row(actual="", status="N/A", state=RowState.SUPPRESSED, reason="few cases")],
        [f"{REVISED} its figures are withheld now, because few cases."],
    ),
]


@pytest.mark.parametrize(("later", "told"), REVISIONS)
@pytest.mark.parametrize("of", [BEFORE, Period(2023, 2)], ids=str)
def test_what_was_revised_since_the_last_report_is_told_once(
    later: list[HistoryRow], told: list[str], of: Period
) -> None:
    """Of the last period, and of one long ago that was revised since the last one came out."""
    measure = Measure(code="PL 01", title="Bins", groups=("Place",), unit="%")
    published = [row(period=each) for each in dict.fromkeys((of, BEFORE))]
    rows = (*published, *(each._replace(period=of, reported_for=of) for each in later))
    since = since_last(History(rows), Register((measure,)), NOW)
    report = replace(a_report([], [measure], NOW, History(rows)), since=since)
    said = [each for each in change_sentences(changes_in(report)) if "revised" in each]
    assert said == [each.replace("Q4 2024/25", of.short) for each in told]


@pytest.mark.parametrize(("of", "what"), [(BEFORE, "outturn"), (Period(2024, 2), "forecast")], ids=str)
def test_what_is_revised_of_the_year_end_is_called_what_it_was(of: Period, what: str) -> None:
    measure = Measure(code="PL 01", title="Bins", groups=("Place",), unit="%")
    published = row(period=of, reported_for=of, forecast="90.0")
    again = [REOPENED, row(forecast="92.0", reason="a survey came late")]
    rows = (published, *(each._replace(period=of, reported_for=of) for each in again))
    since = since_last(History(rows), Register((measure,)), of.next)
    report = replace(a_report([], [measure], of.next, History(rows)), since=since)
    (told,) = (each for each in change_sentences(changes_in(report)) if "revised" in each)
    assert f": the {what} was 90.0%, now 92.0%, because" in told


def test_a_revision_is_told_in_the_next_report_and_in_none_after_it() -> None:
    first, second, third, fourth = (Period(2024, quarter) for quarter in (1, 2, 3, 4))
    again = [row(period=first, state=RowState.REOPENED, reason="x"), row(period=first, actual="91.0", reason="x")]
    rows = (row(period=first), row(period=second), *again, row(period=third))
    register = Register((Measure(code="PL 01", title="Bins", groups=("Place",)),))
    known = {second: rows[:1], third: rows[:4], fourth: rows}
    told = {period: bool(since_last(History(those), register, period).revised) for period, those in known.items()}
    assert told == {second: False, third: True, fourth: False}


def from_return(actual: str, reason: str) -> HistoryRow:
    return row(period=Period(2024, 1), actual=actual, reason=reason, source="inputs/2024-25-Q2/M 1.xlsx")


REVISING = from_return("91.0", "revised in the return of Q2 2024/25")
PUT_BACK = from_return("90.0", "no longer revised in the return of Q2 2024/25")
AGAIN_Q1, AGAIN_Q2 = (
    [row(period=Period(2024, of), state=RowState.REOPENED, reason="x"), row(period=Period(2024, of), reason="x")]
    for of in (1, 2)
)


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ([], []),
        ([REVISING], []),
        ([REVISING, *AGAIN_Q1], []),
        ([REVISING, *AGAIN_Q2], []),
        ([REVISING, *AGAIN_Q2, PUT_BACK], [("91.0", "90.0")]),
        ([*AGAIN_Q2, REVISING], [("90.0", "91.0")]),
        ([REVISING, *AGAIN_Q2, PUT_BACK, *AGAIN_Q2, REVISING], []),
    ],
    ids=["none", "known", "closed as it was", "still so", "taken back", "revised later", "and again"],
)
def test_a_figure_that_a_return_revised_is_told_of_where_readers_did_not_know_it(
    later: list[HistoryRow], told: list[tuple[str, str]]
) -> None:
    """Readers of the second quarter's first report know what its returns revised."""
    rows = (row(period=Period(2024, 1)), row(period=Period(2024, 2)), *later)
    register = Register((Measure(code="PL 01", title="Bins", groups=("Place",)),))
    found = since_last(History(rows), register, Period(2024, 3)).revised.get("PL 01", ())
    pairs = [(each.was.actual, each.now.actual) for each in found]
    assert [(was, now) for was, now in pairs if was != now] == told


def test_what_a_return_revises_is_told_of_measures_that_are_no_exception_too() -> None:
    (state,) = [State("M 1", "Bins", "Place", 90, 90, 99, 99, returned=True, is_there=True)]
    history = closed(a_report([state], [state.measure()], BEFORE, History()))
    report = a_report([state], [state.measure()], NOW, history)
    (entry,) = report.entries
    returned = replace(entry.judged.returned, previous_actual=Decimal(99), previous_revised=Decimal(98))
    judged = entry.judged._replace(returned=returned)
    (change,) = changes_in(replace(report, groups=grouped([judged], DEFAULT_SHAPE)))
    assert change_json(change) == {
        "code": "M 1",
        "title": "Bins",
        "what": "result",
        "period": "2024-25-Q4",
        "was": "99",
        "now": "98",
        "reason": None,
    }


@pytest.mark.parametrize(
    ("away", "told"),
    [
        ((), {"status"}),
        (((date(2024, 9, 30), date(2025, 4, 1)),), {"new"}),
        (((date(2024, 9, 30), date(2025, 1, 1)),), {"status"}),
        (((date(2025, 6, 29), date(2025, 9, 1)),), {"retired"}),
    ],
    ids=["always there", "new again now", "new again before", "retired now, to be new again"],
)
def test_what_was_retired_and_is_new_again_is_told_of(away: tuple[tuple[date, date], ...], told: set[str]) -> None:
    before, now = (State("M 1", "Bins", "Place", 90, 90, of, 99, returned=True, is_there=True) for of in (80, 99))
    measure = replace(now.measure(), away=away)
    history = closed(a_report([before], [measure], BEFORE, History()))
    report = a_report([now] if measure.is_there(NOW) else [], [measure], NOW, history)
    entries = [entry.judged._replace(measure=measure) for entry in report.entries]
    report = replace(report, groups=grouped(entries, DEFAULT_SHAPE))
    assert {change.kind for change in changes_in(report)} == told


def test_measures_that_the_register_has_no_more_are_told_of_in_their_own_groups_report() -> None:
    states = [
        State(f"M {each}", "Bins", group, 90, 90, 99, 99, returned=True, is_there=True)
        for each, group in enumerate(("Place", "People"))
    ]
    measures = [each.measure() for each in states]
    history = closed(a_report(states, measures, BEFORE, History()))
    report = a_report(states[:1], measures[:1], NOW, history)
    assert [*change_sentences(changes_in(report))] == ["No longer measured: M 1 (Bins)."]
    assert [*changes_in(report.of("Place"))] == []
    assert [each.code for each in changes_in(report.of("People"))] == ["M 1"]


def test_nothing_is_compared_with_a_period_that_was_never_closed() -> None:
    states = [State("M 1", "Bins", "Place", 90, 90, 99, 99, returned=True, is_there=True)]
    measures = [each.measure() for each in states]
    imported = tuple(
        each._replace(source="old.xlsx") for each in closed(a_report(states, measures, BEFORE, History())).rows
    )
    other = [replace(each, title="Fires", group="People") for each in states]
    for history in (History(), History(imported)):
        assert changes_in(a_report(other, [each.measure() for each in other], NOW, history)) == ()


FIRST, SECOND, THIRD, FOURTH = (Period(2024, quarter) for quarter in (1, 2, 3, 4))


@pytest.mark.parametrize(
    ("profile", "now_profile", "of", "told"),
    [
        ((10, 20, 30, 40), (10, 20, 30, 40), (FIRST, SECOND), None),
        ((10, 20, 30, 40), (10, 20, 30, 40), (THIRD, FOURTH), None),
        # one quarter alone has a target
        ((None, 20, None, None), (None, 20, None, None), (FIRST, SECOND), None),
        ((None, 20, None, None), (None, 20, None, None), (SECOND, THIRD), None),
        ((None, None, None, 20), (None, 20, None, None), (FOURTH, FIRST.next.next.next.next), None),
        # what the register has of that quarter is another by now
        ((None, 20, None, None), (20, 20, None, None), (FIRST, SECOND), ("", "20.0")),
        ((20, 20, 20, 20), (None, None, 25, 25), (SECOND, THIRD), ("20.0", "25.0")),
        ((20, 20, 20, 20), (25, 25, 25, 25), (FOURTH, FIRST.next.next.next.next), ("20.0", "25.0")),
        ((20, 20, 20, 20), (None, None, None, None), (SECOND, THIRD), ("20.0", "")),
    ],
)
def test_a_planned_step_of_the_target_is_no_change_of_it(
    profile: tuple[int | None, ...],
    now_profile: tuple[int | None, ...],
    of: tuple[Period, Period],
    told: tuple[str, str] | None,
) -> None:
    state = State("M 1", "Bins", "Place", 90, 90, 99, 99, returned=True, is_there=True)

    def reported(period: Period, targets: tuple[int | None, ...], history: History) -> Report:
        by_quarter = tuple(None if each is None else Decimal(each) for each in targets)
        measure = replace(state.measure(), quarter_targets=by_quarter)
        judged = judge_return(measure, state.judged(period).returned, scheme=SCHEME, rule=ExceptionRule.EITHER)
        return replace(a_report([state], [measure], period, history), groups=grouped([judged], DEFAULT_SHAPE))

    history = closed(reported(of[0], profile, History()))
    found = [
        (each.was, each.now) for each in changes_in(reported(of[1], now_profile, history)) if each.kind == "target"
    ]
    assert found == ([told] if told else [])
