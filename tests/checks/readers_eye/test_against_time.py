"""Dates in a commentary against the quarter and the meeting; last quarter's words and promises."""

from dataclasses import replace
from datetime import date

import pytest

from generator.checks.readers_eye.text.days import day_of
from generator.model.officer_return import Return
from generator.model.period import Period
from tests.checks.readers_eye.commentary import FINE, PERIOD, codes, judged, told

FIRES = [
    ("TIME01", "A report is to be considered by the board in August 2018."),
    ("TIME01", "Figures are expected by 30/11/2018."),
    ("TIME01", "The new system is targeted to open on 3 October."),
    ("TIME01", "The report will be discussed at the October meeting."),
    ("TIME05", "The course will start in three months."),
    ("TIME05", "National figures are expected to be released very shortly."),
    ("TIME05", "The new desk is to be in place by winter."),
    ("TIME01", "A new rota starts on 3 September, with more crews."),
    ("TIME01", "Two officers join the team in September."),
    ("TIME01", "From 1 October vans will carry more parts."),
    ("TIME02", "As we enter the summer holidays, there is less to do."),
    ("TIME06", "In October 74% of children were placed in time."),
    ("TIME05", "Three officers start in the next couple of weeks."),
    ("TIME06", "We are now in the second half of the year."),
    ("TIME05", "Both will be back in a few weeks."),
    ("TIME05", "New rounds begin next month."),
    ("TIME05", "It will be done by our next report."),
    ("TIME02", "With schools breaking up for Easter, there is less to do."),
    ("TIME06", "In October the rate has recovered to 60%."),
    ("TIME06", "The winter campaign has brought more families."),
    ("TIME05", "Two courts sat late, but last week the judge came back."),
    ("TIME05", "A judge has recently been appointed, so that courts sit on time."),
    ("TIME07", "All plans were checked by 31 September, as agreed."),
    ("TIME07", "The board met on Monday 4 September 2018 and looked at courts."),
    ("TIME07", "In quarter 2 (April to June) two courts sat late."),
    ("TIME07", "Between October and December (Q2) two courts sat late."),
    ("TIME05", "An answer is expected before too long."),
    ("TIME05", "The rest will be done as soon as the vans return."),
]
QUIET = [
    ("TIME01", "The report went to the board in August 2018."),
    ("TIME01", "The report will go to the board in February 2019."),
    ("TIME02", "Placing is an improvement on the first quarter, and is held back by courts."),
    ("TIME05", "Recently qualified social workers carry fewer cases, so that courts wait."),
    ("TIME07", "The board met on Tuesday 4 September 2018 and looked at courts."),
    ("TIME07", "In quarter 2 (July to September) two courts sat late."),
    ("TIME07", "Two courts sat late in Q1, April to June."),
    ("TIME07", "It opens from 1 February to 29 February."),
    ("TIME01", "The board may march on without a plan."),
    ("TIME01", "The next scheme is due to begin in June."),
    ("TIME01", "Some 116 answers were due to be given in September, of which 106 were."),
    ("TIME02", "In Q2 this is better than in Q1."),
    ("TIME01", "From 1 April to September it was agreed that vans will carry more."),
    ("TIME01", "By the end of September 55.9% had been placed."),
    ("TIME05", "We aim to answer in a week, which was hard over the summer."),
    ("TIME02", "It is an improvement on the rate at the end of Q1."),
    ("TIME02", "As we approach winter, more families are in need."),
    ("TIME01", "The new rota started on 3 September, and more begin on 4 January."),
    ("TIME01", "The new desk opened by the end of November, as we had said."),
    ("TIME01", "By the end of August 40 had been cleared."),
    ("TIME01", "Calls fell, due to a hot July."),
    ("TIME05", "Complaints are answered in two weeks."),
    ("TIME05", "The rise is due to works that were postponed in spring."),
    ("TIME05", "The course will start in spring 2019."),
    ("TIME06", "The board looked at every case in October 2018."),
    ("TIME06", "In August the rate was 60%."),
]


@pytest.mark.parametrize(("code", "text"), FIRES)
def test_what_an_editor_would_ask_about(code: str, text: str) -> None:
    assert code in told(text)


@pytest.mark.parametrize(("code", "text"), QUIET)
def test_what_an_editor_would_not_ask_about(code: str, text: str) -> None:
    assert code not in told(text)


def test_which_months_a_year_of_another_rhythm_has_nobody_says() -> None:
    """A school's year goes on after the council's."""
    after = "In October 74% of children were placed in time."
    plain = judged(FINE | {"context": (after,)})
    school = replace(plain, returned=replace(plain.returned, reported_for=Period(2017, 1, 1)))
    assert "TIME06" in codes(plain)
    assert "TIME06" not in codes(school)


def earlier(**written: tuple[str, ...]) -> Return:
    return replace(judged(FINE | written).returned, period=PERIOD.previous)


def test_last_quarters_words_are_known_again() -> None:
    context = ("Court dates were moved in June, and so eleven families had to wait for longer than planned.",)
    assert "TIME03" in told(context, before=earlier(context=context))
    assert "TIME03" not in told((*context, "In July it was the same."), before=earlier(context=context))


def test_a_promise_is_remembered_until_it_is_spoken_of() -> None:
    promise = earlier(actions=("The adoption panel will review every waiting family by the end of August 2018.",))
    later = earlier(actions=("The adoption panel will review every waiting family by the end of March 2019.",))
    assert "TIME04" in codes(judged(), before=promise)
    assert "TIME04" not in told("The adoption panel reviewed every waiting family.", before=promise)
    assert "TIME04" not in codes(judged(), before=later)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("4 December 2018", date(2018, 12, 4)), ("Tuesday 4th Dec 2018, 6 pm", date(2018, 12, 4)), ("in December", None)],
)
def test_the_day_of_a_meeting(text: str, expected: date | None) -> None:
    assert day_of(text) == expected
