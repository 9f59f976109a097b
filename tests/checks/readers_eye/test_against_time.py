"""Dates in a commentary against the quarter and the meeting; last quarter's words and promises."""

from dataclasses import replace
from datetime import date

import pytest

from generator.checks.readers_eye.text.days import day_of
from generator.model.measure import Basis
from generator.model.officer_return import Return
from generator.model.period import Period
from tests.checks.readers_eye.commentary import FINE, MEASURE, PERIOD, codes, judged, told

FIRES = [
    ("TIME07", "The office was shut from 9 August to 4 July 2018."),
    ("TIME02", "In Q1 the rate is 56.3%."),
    ("TIME02", "The figure covers April to June, and 56.3% were placed in time."),
    ("TIME06", "Since the quarter ended the rate has reached 60%."),
    ("TIME01", "A report is to be considered by the board in August 2018."),
    ("TIME01", "Figures are expected by 30/11/2018."),
    ("TIME01", "The new system is targeted to open on 3 October."),
    ("TIME01", "The report will be discussed at the October meeting."),
    ("TIME01", "The courts will sit on Saturdays from 20 October to 10 November."),
    ("TIME05", "The course will start in three months."),
    ("TIME05", "The review is due in two weeks."),
    ("TIME05", "In two weeks the review will be done."),
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
    ("TIME07", "All plans were checked by 31 September, as agreed."),
    ("TIME07", "The board met on Monday 4 September 2018 and looked at courts."),
    ("TIME07", "In quarter 2 (April to June) two courts sat late."),
    ("TIME07", "Between October and December (Q2) two courts sat late."),
    ("TIME05", "An answer is expected before too long."),
    ("TIME05", "The rest will be done as soon as the vans return."),
    ("TIME02", "In May 56.3% were placed in time."),
    ("TIME02", "Some 56.3% were placed in time in June."),
    ("TIME02", "In the first quarter 56.3% were placed in time."),
    ("TIME02", "For 2017-18 the rate was 56.3%, as courts sat late."),
    ("TIME02", "Over the spring 56.3% were placed in time."),
    ("TIME01", "Handover on 17 October is expected."),
    ("TIME01", "The contractor has agreed to finish by 31 October."),
    ("TIME01", "The last ten plans must be checked by 31 October 2018."),
    ("TIME01", "A decision in October remains likely."),
    ("TIME01", "Two homes are left, all to reopen by 30 November 2018."),
    ("TIME05", "A new post will be filled in the next few weeks."),
    ("TIME05", "We expect to see the benefit before long."),
    ("TIME05", "A report is coming soon."),
    ("TIME05", "Results are expected imminently."),
    ("TIME05", "The work will be done at the earliest opportunity."),
    ("TIME05", "Improvements are expected over the coming months."),
    ("TIME05", "The backlog will be cleared by the autumn."),
    ("TIME05", "In three weeks' time the first cohort starts."),
    ("TIME05", "The team moved offices a fortnight ago."),
    ("TIME05", "This will come back to the board when time allows."),
    ("TIME05", "Tenders go out at the end of next month."),
    ("TIME05", "Work will start at some point in the winter."),
    ("TIME05", "In the next quarter or two we will see the result."),
    ("TIME05", "Yesterday's figures show a rise."),
    ("TIME01", "The gym reopens on 1 November after works."),
    ("TIME01", "We hope to have staff in post by October."),
    ("TIME01", "Interviews are being held on 12 October."),
    ("TIME01", "From 5 November the desk will open on Saturdays."),
    ("TIME01", "The pilot is set to begin on 22 October 2018."),
    ("TIME01", "The consultation closes at the end of October."),
    ("TIME01", "The new contract comes into force in October 2018."),
    ("TIME01", "Phase two is timetabled for mid-November."),
    ("TIME01", "An update is to be given to the November board."),
    ("TIME01", "We look forward to the opening of the hub in October."),
    ("TIME01", "The remaining posts should be filled by the end of October 2018."),
    ("TIME01", "We are on course to finish in November."),
    ("TIME01", "Cabinet will be asked on 9 October for approval."),
    ("TIME01", "Two starters join us on 15 October."),
    ("TIME01", "Training has been booked for October."),
    ("TIME01", "The inspection is pencilled in for 20 November."),
    ("TIME01", "The report goes to scrutiny on 8 November."),
    ("TIME02", "The spring term has been busy, and the team is stretched."),
    ("TIME02", "With Christmas behind us, demand is easing."),
    ("TIME02", "This is the first quarter's report, and the outlook is good."),
    ("TIME02", "The Q1 figure is below target."),
    ("TIME02", "During April to June the team is two officers short."),
    ("TIME02", "Now that the schools have gone back after Easter, referrals are rising."),
    ("TIME02", "As we start the new financial year, posts are being filled."),
    ("TIME02", "With the year end now past, accounts are being closed."),
    ("TIME02", "Preparations for the May elections are taking up staff time."),
    ("TIME06", "October has seen the rate climb to 60%."),
    ("TIME06", "Since the quarter closed, performance has reached 62%."),
    ("TIME06", "In the first week of November 70% were placed in time."),
    ("TIME06", "Latest figures, to the end of October, show 61%."),
    ("TIME06", "By mid-November the rate had risen to 64%."),
    ("TIME06", "So far in Q3 we are at 63%."),
    ("TIME06", "The October figure is 59.2%."),
    ("TIME06", "Early winter pressures are already pushing placements down."),
    ("TIME07", "By 30 February all had been seen."),
    ("TIME07", "The board met on Monday 4 September and looked at courts."),
    ("TIME07", "The depot reopened in February 2019."),
    ("TIME07", "The cabinet agreed the plan on 14 January 2019."),
    ("TIME07", "Works ran from 28 September to 14 September."),
    ("TIME02", "As at 31 August 56.3% had been placed."),
    ("TIME02", "The outturn for 2017-18 is 56.3%."),
    ("TIME06", "The year-end result is 56.3%."),
    ("TIME06", "Since October the rate has fallen to 52%."),
    ("TIME02", "First-quarter performance of 56.3% was below target."),
    ("TIME02", "So far in 2017/18, 56.3% were placed in time."),
    ("TIME02", "In the three months to the end of June 58.2% were placed in time."),
    ("TIME02", "Between April and June 14 of 25 were placed in time."),
    ("TIME02", "In the quarter ended 30 June 58.2% were placed in time."),
    ("TIME02", "Now that the new school year has begun... as we start the new financial year, posts are being filled."),
    ("TIME01", "The remaining plans will be checked by the end of Q2."),
    ("TIME01", "All cases are to be reviewed by the half-year."),
    ("TIME01", "The home remains closed until the end of October."),
    ("TIME01", "The panel has until 14 November to decide."),
    ("TIME01", "Two courts sat late, and on 9 October cabinet will decide on a third."),
    ("TIME01", "The deadline for bids is 12 October."),
]
QUIET = [
    ("TIME07", "The results come to the panel in January 2019."),
    ("TIME02", "Of 410 people in the April to June cohort, 326 were at home three months on."),
    ("TIME07", "The office is shut from 20 December to 3 January each year."),
    ("TIME07", "The plan runs from 1 April to 31 March 2019."),
    ("TIME07", "The school sits from 4 September to 20 July, and its grant runs from 6 April to 5 April."),
    ("TIME02", "This is steady: 56.3% now, 56.1% in Q1."),
    ("TIME02", "The measure counts families approved between April and June, and 56.3% of them had a place."),
    ("TIME06", "The rate is 56.3%, and it dips every September, as the courts sit after the quarter end."),
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

GOOD = [
    "The result of 56.3% is due to courts that were shut in May.",
    "In July 58.4% were placed, in August 52.1%, which makes 56.3% for the quarter.",
    "In the second quarter 56.3% were placed in time, as courts sat late.",
    "In August 56.3% were placed in time, as in the quarter as a whole.",
    "Over the summer 56.3% were placed in time, as courts sat late.",
    "In 2018-19 so far 56.3% were placed in time, as courts sat late.",
    "The rate was 56.3%, after two courts had been shut in June.",
    "The service had to close in August, and has had to wait since.",
    "The panel had agreed to meet in August, and did.",
    "The summer is the busiest time, and this year was no exception.",
    "Between April and June the rate was 61.0%; it fell to 56.3% between July and September.",
    "Winter clothing is given out each October.",
    "In May there are always fewer referrals, and courts catch up.",
    "Recovery from the spring floods has taken longer than planned.",
    "Officers answer within five days, and most calls within two weeks.",
    "Complaints are answered in two weeks, as the policy says.",
    "The review that began in June was finished in September 2018.",
    "The school year starts in September, when most moves are made.",
    "The fall was seen in the last month of the quarter.",
    "Demand rises before Christmas, so two posts will be added by December 2018.",
    "The scheme runs until March 2020 and is paid for by the region.",
    "A lease was agreed to 31 March 2021.",
    "The hearing was listed for 3 March 2019.",
    "The scheme was approved for opening in June 2019.",
    "The plan should have been ready in June, and was late.",
    "By the end of quarter two 40 staff had been trained.",
    "Over the summer holidays two courts sat late.",
    "Two of the courts are closed each August.",
    "The team has been at full strength since September 2018.",
    "Soon after the move, calls fell, and as soon as the desk opened they rose.",
    "It takes a few weeks to train an officer.",
    "Each month the panel meets, and the last month's notes are read.",
    "The target should be met by March 2019.",
    "In the six months to the end of September 61.0% were placed in time, as courts sat late.",
    "The autumn term begins with a count of pupils in September.",
    "Most referrals come within days of a birth.",
    "In Q4 last year the rate was 52.0%.",
    "The next few weeks after a move are when placements fail.",
    "A resident was given a date in March 2019 for the works.",
    "Easter fell early, and so courts sat in April.",
    "The team was asked on 3 December 2018 to look again.",
    "Works at the depot were planned to start in July and began on 3 September.",
    "The three months to the end of June were better, at 61.0%, than these.",
    "Six months ago 412 families were waiting.",
    "The rest will be counted next time.",
    "Letters completed in two weeks: 88%.",
    "Extra care opens in the spring, with 72 flats.",
    "The ferry will not be back before the spring.",
    "A slow start in the spring weighs on the year.",
    "The road is shut until the new year.",
    "Lifeguards will be trained soon, in January 2019.",
    "We can say that as of today it is all of them.",
    "The rate is reported one quarter in arrears: the figure is for April to June.",
    "A judge has recently been appointed, so that courts sit on time.",
    "Until recently the team had two vacancies.",
    "A fuller picture will emerge over time.",
    "At some point in the night the pump failed, and within weeks the firm had gone.",
    "In the last few weeks of the season 4,000 came.",
    "The other day centre is full, as this week by week account shows.",
    "Ahead of winter, the lorries have been serviced.",
    "We first reported this in the Q4 report for 2017-18.",
    "We had meant to begin in May.",
    "The workshop changed its lathes over the spring.",
    "It was 52.0% in the winter months, when colds were at their height.",
]


@pytest.mark.parametrize("text", GOOD)
def test_times_that_a_reader_can_look_up(text: str) -> None:
    assert [code for code in told(text) if code.startswith("TIME")] == []


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
    school = plain._replace(returned=replace(plain.returned, reported_for=Period(2017, 1, 1)))
    assert "TIME06" in codes(plain)
    assert "TIME06" not in codes(school)


def test_in_a_report_of_a_month_the_last_one_is_known() -> None:
    plain = judged(FINE | {"context": ("Two courts sat late last month.",)})
    monthly = plain._replace(returned=replace(plain.returned, period=Period(2018, 6, 12)))
    assert "TIME05" in codes(plain)
    assert "TIME05" not in codes(monthly)


def test_the_year_so_far_has_other_quarters_in_it() -> None:
    text = "Between April and June 14 of 25 were placed in time."
    assert "TIME02" in told(text)
    assert "TIME02" not in told(text, measure=replace(MEASURE, basis=Basis.CUMULATIVE))


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
