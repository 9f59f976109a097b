"""What was due and is not reported as done."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.judging.explanation import explanation_of
from generator.judging.outcome import ExceptionRule, judge_return
from generator.judging.overdue import Overdue, day_in, if_nothing_is_reported
from generator.judging.scheme import Scheme
from generator.model.figures import Amount, type_of_figure
from generator.model.measure import Kind, Measure, Polarity
from generator.model.officer_return import Half, Return, Source
from generator.model.period import Period
from generator.report.notes_on_figures import remarks
from tests.judging.test_fitness import AMBER, BY_WORD, FROM_REGISTER, LISTED, late

Q3 = Period(2024, 3)
END = date(2024, 12, 31)
OCTOBER, NOVEMBER, JANUARY = date(2024, 10, 31), date(2024, 11, 15), date(2025, 1, 15)
DAYS = late(tolerance='"90 days"')
WORDS = late(
    milestones=LISTED,
    green=BY_WORD,
    amber='[{ deviation = ">= -5%" }, { milestone = ["Late"] }]'.replace("Late", "Overdue"),
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Due 31 October", OCTOBER),
        ("Completed by 31 October 2024", OCTOBER),
        ("by the end of October", OCTOBER),
        ("Adopted by October 2024", OCTOBER),
        ("Adopted by October", OCTOBER),
        ("31/10/2024", OCTOBER),
        ("Signed (31.10.24)", OCTOBER),
        ("by 15 January", JANUARY),
        ("due 31st October, at Cabinet", OCTOBER),
        ("Completed", None),
        ("Phase 2 of 4", None),
        ("Council may adopt it", None),
        ("Delivered in Q3", None),
        ("31 June", None),
    ],
)
def test_a_milestones_words_may_name_the_day_on_which_it_is_due(words: str, expected: date | None) -> None:
    assert day_in(words, date(2024, 4, 1)) == expected


@given(st.text())
def test_any_words_are_looked_through(words: str) -> None:
    assert day_in(words, date(2024, 4, 1)) is None or day_in(words, date(2024, 4, 1))


def made(
    kind: Kind, *targets: type_of_figure | None, year_end: type_of_figure | None = None, later_is_better: bool = False
) -> Measure:
    polarity = Polarity.HIGHER if later_is_better else Polarity.NONE
    four = (*targets, None, None, None, None)[:4]
    plain = {"code": "X", "title": "X", "groups": ("P",)}
    return Measure(**plain, kind=kind, quarter_targets=four, year_end_target=year_end, polarity=polarity)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (made(Kind.DATE, None, None, OCTOBER, year_end=OCTOBER), (OCTOBER, OCTOBER)),
        (made(Kind.DATE, None, None, OCTOBER, year_end=JANUARY), (OCTOBER, None)),
        (made(Kind.DATE, None, None, None, year_end=OCTOBER), (None, OCTOBER)),
        (made(Kind.DATE, None, None, JANUARY), (None, None)),
        (made(Kind.DATE, None, None, END), (END, None)),
        (made(Kind.DATE, None, date(2024, 8, 1), None), (date(2024, 8, 1), None)),
        (made(Kind.DATE, None, date(2024, 8, 1), JANUARY), (None, None)),
        (made(Kind.DATE, None, None, None, OCTOBER), (None, None)),
        (made(Kind.DATE, None, None, OCTOBER, later_is_better=True), (None, None)),
        (made(Kind.MILESTONE, None, None, "Due 31 October", year_end="Completed"), (OCTOBER, None)),
        (made(Kind.MILESTONE, None, None, "Completed"), (END, None)),
        (made(Kind.MILESTONE, None, None, "On track"), (None, None)),
        (made(Kind.MILESTONE, None, "completed", None), (date(2024, 9, 30), None)),
        (made(Kind.YES_NO, None, None, "Yes"), (None, None)),
    ],
)
def test_what_is_overdue_if_nothing_is_reported(measure: Measure, expected: tuple[date | None, date | None]) -> None:
    found = if_nothing_is_reported(measure, Q3, ("Completed", "On track", "Overdue"))
    assert tuple(each.due if each else None for each in found) == expected


@pytest.mark.parametrize(
    ("targets", "year_end", "expected"),
    [
        ((None, None, OCTOBER), JANUARY, OCTOBER),
        ((None, None, OCTOBER), date(2024, 6, 1), OCTOBER),
        ((None, None, None), OCTOBER, OCTOBER),
        ((None, None, JANUARY), OCTOBER, OCTOBER),
        ((None, None, None), JANUARY, None),
    ],
)
def test_without_a_forecast_what_the_year_asks_for_by_a_day_counts_for_the_quarter(
    targets: tuple[date | None, ...], year_end: date, expected: date | None
) -> None:
    measure = replace(made(Kind.DATE, *targets, year_end=year_end), has_forecast=False)
    quarter, forecast = if_nothing_is_reported(measure, Q3)
    assert (quarter and quarter.due, forecast) == (expected, None)
    judged = judge_return(measure, returned(), scheme=DAYS, rule=ExceptionRule.EITHER)
    assert (judged.forecast, judged.exception) == (None, expected is not None)


@pytest.mark.parametrize(
    ("due", "days"),
    [(OCTOBER, 61), (date(2024, 12, 30), 1), (END, 1)],
    ids=["long ago", "yesterday", "on the last day"],
)
def test_it_is_late_by_the_days_to_the_quarters_end_and_by_one_at_least(due: date, days: int) -> None:
    assert Overdue(due, END).days == days


def returned(**answers: object) -> Return:
    halves = {name: answers.pop(name) for name in ("quarter", "forecast") if name in answers}
    source = Source(file="x", sha256="")
    reason = {"missing_reason": "Data not yet available", **answers}
    return Return(measure_code="X", period=Q3, source=source, **halves, **reason)  # type: ignore[arg-type]


STRATEGY = made(Kind.DATE, None, None, OCTOBER, year_end=OCTOBER)
STATED = Half(override="Green", reason="Cabinet has moved the date.")


@pytest.mark.parametrize(
    ("answers", "status", "overdue", "exception"),
    [
        ({}, "Amber", True, True),
        ({"missing_reason": None}, "Amber", True, True),
        ({"missing_reason": "Not applicable this quarter"}, "Amber", True, True),
        ({"quarter": STATED, "forecast": STATED}, "Green", True, True),
        ({"forecast": Half(actual=OCTOBER)}, "Amber", True, True),
        ({"quarter": Half(actual=OCTOBER)}, "Green", False, False),
        ({"quarter": Half(actual=date(2025, 6, 1))}, "Red", False, True),
        ({"previous_actual": date(2024, 9, 12)}, "N/A", False, False),
        ({"previous_actual": NOVEMBER}, "Amber", True, True),
        ({"unreadable": frozenset({"quarter_actual"})}, "N/A", False, False),
    ],
)
def test_what_is_not_done_after_its_day_is_an_exception_whatever_reason_is_given(
    answers: dict[str, object], status: str, overdue: bool, exception: bool
) -> None:
    judged = judge_return(STRATEGY, returned(**answers), scheme=DAYS, rule=ExceptionRule.EITHER)
    assert (judged.quarter.status.name, judged.quarter.overdue is not None, judged.exception) == (
        status,
        overdue,
        exception,
    )


@pytest.mark.parametrize(
    ("scheme", "measure", "status"),
    [
        (DAYS, STRATEGY, "Amber"),
        (late(tolerance='"60 days"'), STRATEGY, "Red"),
        (late(tolerance='"61 days"'), STRATEGY, "Amber"),
        (late(amber=AMBER, green='{ deviation = ">= -100" }', tolerance='"200 days"'), STRATEGY, "Green"),
        (WORDS, made(Kind.MILESTONE, None, None, "Completed"), "Amber"),
        (late(milestones=LISTED, green=BY_WORD), made(Kind.MILESTONE, None, None, "Due 31 October"), "Red"),
        (late(milestones=LISTED, green=BY_WORD), made(Kind.MILESTONE, None, None, "Completed"), "Amber"),
        (FROM_REGISTER, made(Kind.MILESTONE, None, None, "Completed"), "N/A"),
    ],
)
def test_its_status_is_by_the_days_that_it_is_late_else_that_of_the_worst_milestone(
    scheme: Scheme, measure: Measure, status: str
) -> None:
    judged = judge_return(measure, returned(), scheme=scheme, rule=ExceptionRule.EITHER)
    assert (judged.quarter.status.name, judged.exception) == (status, True)
    assert judged.quarter.overdue
    assert judged.quarter.reason == "Data not yet available"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [(ExceptionRule.EITHER, True), (ExceptionRule.QUARTER, True), (ExceptionRule.FORECAST, False)],
)
def test_the_rule_of_exceptions_holds_for_what_is_overdue_too(rule: ExceptionRule, expected: bool) -> None:
    measure = made(Kind.DATE, None, None, OCTOBER, year_end=date(2025, 3, 31))
    answers = returned(forecast=Half(actual=date(2025, 3, 1)))
    assert judge_return(measure, answers, scheme=DAYS, rule=rule).exception is expected


@pytest.mark.parametrize(
    ("measure", "target"),
    [
        (made(Kind.DATE, None, OCTOBER), OCTOBER),
        (made(Kind.DATE, date(2024, 6, 1), OCTOBER), OCTOBER),
        (made(Kind.DATE, OCTOBER, None, NOVEMBER), NOVEMBER),
        (made(Kind.DATE, None, None, None, OCTOBER), None),
        (made(Kind.DATE, OCTOBER, later_is_better=True), None),
        (made(Kind.MILESTONE, "On track"), "On track"),
    ],
)
def test_what_is_done_late_is_held_against_what_it_was_due_by(measure: Measure, target: date | str | None) -> None:
    late = returned(quarter=Half(actual=date(2025, 2, 12)))
    judged = judge_return(measure, late, scheme=DAYS, rule=ExceptionRule.EITHER)
    assert judged.quarter.target == target
    if target == OCTOBER:
        assert judged.quarter.status.name == "Red"
        assert "  That is worse than target by 104 days." in list(explanation_of(judged))


@pytest.mark.parametrize(
    ("done", "by"), [(date(2024, 11, 1), "1 day."), (date(2024, 12, 1), "31 days."), (date(2024, 10, 30), "1 day.")]
)
def test_how_far_a_date_is_from_its_target_is_told_in_days(done: date, by: str) -> None:
    measure = replace(STRATEGY, tolerance=Amount(units=Fraction(30)))
    judged = judge_return(measure, returned(quarter=Half(actual=done)), scheme=DAYS, rule=ExceptionRule.EITHER)
    told = "\n".join(explanation_of(judged))
    assert f"than target by {by}\n" in told
    assert "by up to and including 30 days? " in told or done <= OCTOBER
    assert "This measure has a tolerance of its own: 30 days." in remarks(judged)
