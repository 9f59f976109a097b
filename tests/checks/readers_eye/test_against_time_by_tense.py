"""Times against the tense that they are told in: to come and gone, done and still to come, and neither."""

from dataclasses import replace
from datetime import date

import pytest

from generator.checks.readers_eye.against_time.moments import moments_in
from generator.checks.readers_eye.against_time.tenses import Tense, tense_at
from generator.checks.readers_eye.text.words import words_read
from generator.model.period import Period
from tests.checks.readers_eye.commentary import FINE, KNOWN, codes, judged

Q1, Q2, Q3, Q4 = (Period(2025, number) for number in range(1, 5))
OCTOBER, FIRST_HALF, SECOND_THIRD = Period(2025, 7, 12), Period(2025, 1, 2), Period(2025, 2, 3)
SECOND_OF_JANUARY_YEARS = Period(2025, 2, starts=1)
READ_ON = {
    Q1: date(2025, 9, 2),
    Q2: date(2025, 11, 18),
    Q3: date(2026, 2, 24),
    Q4: date(2026, 6, 9),
    OCTOBER: date(2025, 12, 2),
    FIRST_HALF: date(2025, 11, 18),
    SECOND_THIRD: date(2026, 1, 20),
    SECOND_OF_JANUARY_YEARS: date(2025, 9, 10),
}

ASKS = [
    # to come, and gone
    (Q2, "TIME01", "The new clinic opens its doors on 8 September."),
    (Q4, "TIME01", "The refit should be over by Easter."),
    (Q3, "TIME01", "All the remaining visits will be made before Christmas."),
    (Q2, "TIME01", "We shall have the keys to the new depot this summer."),
    (Q2, "TIME01", "The rest will be repaired by the end of the quarter."),
    (Q4, "TIME01", "A recovery plan will be agreed before the financial year ends."),
    (FIRST_HALF, "TIME01", "The scheme is going to be tried in the first half of the year."),
    (OCTOBER, "TIME01", "We will have the rota in place by the middle of October."),
    (Q2, "TIME01", "A second crew will start in the autumn of 2024."),
    (Q2, "TIME01", "The pool will reopen last January."),
    (Q3, "TIME01", "The bridge will be shut for works from last September."),
    (Q3, "TIME01", "A leaflet drop is planned for the autumn just past."),
    (Q2, "TIME01", "The October cabinet will decide on the tender."),
    (Q2, "TIME01", "A decision is awaited from the September cabinet."),
    (Q2, "TIME01", "We aim for three quarters by the end of this quarter."),
    (Q2, "TIME01", "Two apprentices are joining us on 1 September."),
    (Q3, "TIME01", "The pilot will run (at all sites) until 30 November 2025."),
    (Q2, "TIME01", "The new system will be rolled out in 2024."),
    (Q2, "TIME01", "The scheme will be fully funded by 2024-25."),
    (Q2, "TIME01", "The next review is on 4 October 2025."),
    (Q3, "TIME01", "Extra lists will be run in time for Christmas."),
    (Q3, "TIME01", "The second quarter will be harder still."),
    (Q3, "TIME01", "A pilot is starting in January."),
    (Q3, "TIME01", "Officers are to meet the contractor on Monday 12 January 2026 to agree a plan."),
    (Q3, "TIME01", "Officers intend to bring a report to the January committee."),
    (Q4, "TIME01", "Savings will be made by the end of 2025-26."),
    (Q2, "TIME01", "We expect to reach the target by year end (March 2025)."),
    (Q4, "TIME01", "The target date for completion is May 2026."),
    (Q4, "TIME01", "The new framework will come into effect from 1 April 2026."),
    (Q3, "TIME01", "It is hoped that this will be resolved before the end of the calendar year."),
    (Q3, "TIME01", "The board will consider this at its January meeting."),
    (Q3, "TIME01", "The second site is to open in November."),
    # done, and to come
    (Q3, "TIME07", "In the last quarter of the year numbers fell sharply."),
    (Q2, "TIME07", "From 1 January 2026 the team took on the work of two others."),
    (Q2, "TIME07", "Half of the posts had been filled by 31 December 2025."),
    (Q2, "TIME07", "Over the winter of 2025-26 the team lost four officers."),
    (Q2, "TIME07", "During the quarter, from April to June, we answered 9,000 calls."),
    (Q2, "TIME07", "The team leader, who left in January 2026, has not been replaced."),
    (Q2, "TIME07", "Since December 2025 the team has had a new manager."),
    (Q2, "TIME07", "The team moved to the new building in the spring of 2026."),
    (Q2, "TIME07", "The previous quarter (July to September) was better."),
    (Q2, "TIME07", "The survey, carried out in December 2025, found that most are content."),
    (Q2, "TIME07", "In Q3 2025-26 the rate has risen."),
    (Q2, "TIME07", "The quarter to December was hard on the team."),
    (Q2, "TIME07", "By the end of March 2026 every school had been inspected."),
    (Q2, "TIME07", "The new contractor has been in place since 5 January 2026."),
    (Q2, "TIME07", "In the year to March 2026 we answered fewer calls."),
    (Q2, "TIME07", "In the last six months of the year we have carried out 412 checks."),
    (Q2, "TIME07", "In the first nine months of the year we have carried out 412 checks."),
    (Q2, "TIME07", "Performance over quarters three and four has been steady."),
    (Q2, "TIME07", "This fourth quarter has been our busiest."),
    (Q2, "TIME02", "This first quarter has been hard on the team."),
    (SECOND_THIRD, "TIME07", "In the final third of the year visits have fallen."),
    (SECOND_OF_JANUARY_YEARS, "TIME07", "In the second half of the year we have taken fewer calls."),
    (Q2, "TIME07", "The lease was signed next summer."),
    (Q2, "TIME07", "The ward was closed in the spring of next year."),
    (Q2, "TIME07", "Over the coming quarter the team has cleared the backlog."),
    # results of later months, and seasons long gone
    (Q2, "TIME06", "Figures for the third quarter point to a recovery."),
    (Q1, "TIME06", "The data for the autumn term shows fewer exclusions."),
    (Q1, "TIME06", "Results for September are better."),
    (OCTOBER, "TIME06", "The November figures show a fall."),
    (Q2, "TIME06", "October's result stands at 74.0%."),
    (Q2, "TIME06", "Collection at the end of December is two points behind."),
    (Q2, "TIME02", "Winter pressures have pushed up the waits."),
    (Q1, "TIME02", "Over the Christmas fortnight demand doubled."),
    (Q2, "TIME02", "Snow in January closed the office for two days."),
    (Q2, "TIME02", "The Christmas closure meant that fewer calls were answered."),
    (Q1, "TIME02", "Repeated snow throughout this quarter broke up the roads."),
    (Q2, "TIME02", "Easter, falling in this quarter, always costs us two weeks."),
    (Q3, "TIME02", "Visits take two officers, and over the summer holidays officers were hard to find."),
    (Q4, "TIME02", "It was the long summer holidays that kept us busy, with children in every day."),
    (Q2, "TIME02", "Staff leave over Christmas and New Year meant fewer visits."),
    (Q1, "TIME02", "The August bank holiday weekend brought more calls this quarter."),
    (Q3, "TIME02", "Because of the Easter break we had fewer working days this quarter."),
    (Q4, "TIME02", "Halloween and Bonfire Night kept crews busy."),
    (Q2, "TIME02", "The quarter included the Easter holidays, when fewer people call."),
    (Q2, "TIME02", "Sickness went up, mainly because of winter colds and flu."),
    (Q2, "TIME02", "May was the worst month of the quarter, at 48%."),
    (Q2, "TIME02", "By month it was 61.0% in April, 58.2% in May and 49.7% in June."),
    (Q4, "TIME02", "We are stretched in the present quarter, with July and August weddings in full swing."),
    (Q3, "TIME02", "Fewer came in the quarter because schools were closed for the summer holidays."),
    (Q4, "TIME02", "We were hit by autumn half-term closures this quarter."),
    (Q2, "TIME02", "The Spring Bank Holiday fell in this quarter."),
    (Q2, "TIME02", "This report covers the first quarter of the year."),
    (Q2, "TIME02", "The rise in the first two months of the quarter, April and May, was put down to holidays."),
    (Q3, "TIME02", "In September, the last month of the quarter, 40 were late."),
    (Q1, "TIME02", "Numbers have stayed high through the winter months, when the night shelter is full."),
    # told as now
    (OCTOBER, "TIME02", "The September figure is below target."),
    (Q1, "TIME02", "As winter sets in, calls are rising."),
    (Q2, "TIME02", "During quarter 1 we are seeing more mattresses than ever."),
    (Q2, "TIME02", "The figure is for the summer term, April to July."),
    (Q2, "TIME02", "We are now in the depths of winter and calls are rising."),
    (Q2, "TIME02", "As we head into spring, we expect demand to ease."),
    (Q3, "TIME02", "Results for the quarter ending 30 September are above target."),
    (Q3, "TIME07", "This quarter covers July to September and shows a rise."),
    (Q2, "TIME02", "Now that we are in the second half of 2024-25, more staff are being taken on."),
    (Q2, "TIME02", "Advisers are calling on schools during the current spring term."),
    (Q1, "TIME02", "The three months from January to March brought 18,450 placements, placed in time."),
    (Q3, "TIME02", "The rise through July, August and September was due to colds and flu."),
    (Q2, "TIME07", "This year (2024-25) has been hard on the team."),
    (Q2, "TIME07", "That is better than last year (2023-24)."),
    (Q2, "TIME07", "Savings in the forthcoming 2024-25 budget may reduce the hours."),
    (Q4, "TIME07", "In the last three months, July to September, 58 left."),
    (Q2, "TIME02", "In this, the final quarter of the year, the rate fell."),
    (Q2, "TIME07", "Since last quarter, when the new desk opened in February, calls have been fewer."),
    # where in the year
    (Q3, "TIME07", "With half of the year gone, we have spent 81% of the money."),
    (Q3, "TIME07", "At the half year we are behind plan."),
    (Q1, "TIME07", "At the half-year point we are well ahead."),
    (Q4, "TIME07", "There are still three months of the year to go."),
    (Q2, "TIME07", "With only one quarter of the year left it is out of reach."),
    (Q2, "TIME07", "Nine months into the year we are behind."),
    (Q3, "TIME07", "We are now half-way through the year."),
    (Q1, "TIME07", "At this half-way stage the rate is steady."),
    (Q3, "TIME07", "As the financial year begins, budgets are being loaded."),
    (Q1, "TIME07", "As the financial year draws to a close, we are confident."),
    (Q4, "TIME07", "We are three quarters of the way through the year and still behind."),
    # the period by another's name, and held against itself
    (Q2, "TIME07", "Since last quarter (Q2) the rate has dropped."),
    (Q3, "TIME07", "We expect next quarter (Q1) to be better."),
    (Q2, "TIME02", "That is down from 73.0% in quarter 2."),
    (Q2, "TIME02", "Compared with the end of September, waits have grown."),
    (Q2, "TIME07", "From April to December we took 9,000 calls."),
    (Q2, "TIME07", "In the nine months to September we took 9,000 calls."),
    (Q2, "TIME07", "The year to date (April to December) shows a fall."),
    # no day
    (Q2, "TIME05", "Work carries on until the spring."),
    (Q2, "TIME05", "We expect things to settle down before much longer."),
    (Q2, "TIME05", "A fuller picture will emerge over time."),
    (Q2, "TIME05", "Phase two follows once funding allows."),
    (Q2, "TIME05", "The rest will come on line later."),
    (Q2, "TIME05", "We will report back at a later date."),
    (Q2, "TIME05", "The desk will be staffed at the first opportunity."),
    (Q2, "TIME05", "The plan will go to the next meeting."),
    (Q2, "TIME05", "At the time of writing two posts are empty."),
    (Q2, "TIME05", "The team will return to full strength later in the year."),
    (Q2, "TIME05", "The panel will start after Easter."),
    (Q2, "TIME05", "Members will be briefed next Tuesday."),
]
LEAVES = [
    (Q2, "Heavy rain in August brought more calls."),
    (Q4, "Snow in January closed the office for two days."),
    (Q2, "The storms of last winter left a backlog."),
    (Q2, "A new system went live in January and slowed the desk."),
    (Q2, "The award in January was for the 2024 storm response."),
    (Q1, "The Easter holidays hit the rota."),
    (Q2, "The year to date (April to September) shows a fall."),
    (Q4, "Quarter 1 will be busier."),
    (Q4, "Work on the line will go on in the first quarter."),
    (Q2, "Calls will be fewer than in 2024."),
    (Q2, "In Q3 2024-25 the rate rose."),
    (Q2, "The quarter to June was better, as was that to March."),
    (Q2, "The new desk, open since 2023, will be moved."),
    (Q2, "Visits rose in the second half of last year."),
    (Q2, "The 2024 survey will be repeated in March 2026."),
    (Q3, "The new depot opened on 3 November 2025 and takes all rounds."),
    (Q2, "Demand was highest in spring, as it was last year."),
    (Q2, "The target for the second half of the year is 70%."),
    (Q2, "In the first half of the year we have seen 412 families."),
    (Q2, "Usage always drops in December, when the students go home."),
    (Q2, "December is our busiest month."),
    (Q2, "Two contracts were signed in October, after the quarter closed, and will count in quarter 3."),
    (Q2, "The summer just gone was the hottest on record."),
    (Q2, "Places for the school year 2025/26 were offered in April."),
    (Q4, "Winter was mild, so gritting cost less."),
    (Q2, "The team was due to move in March but the lease fell through."),
    (Q2, "We had hoped to finish by July 2025."),
    (Q3, "The move planned for November 2025 went ahead."),
    (Q3, "Manager to act on the findings of the September 2025 audit by 31 March 2026."),
    (Q2, "Head of Service to report on the pilot that ran from April to June 2025 by 19 December 2025."),
    (Q2, "Half of the calls to be answered in August came from one town."),
    (Q2, "This quarter will be remembered for the storm of 8 August."),
    (Q3, "The office is due for repair after the flood of December 2025."),
    (Q3, "Due to the closure in November fewer calls were taken."),
    (Q2, "The scheme was approved for opening in June 2026."),
    (Q2, "Four more gangs have been brought in until the end of July 2026."),
    (Q2, "The balance at the year end was £3m."),
    (Q3, "With three quarters of the year gone, we have spent 81% of the money."),
    (Q2, "There are six months of the year to go."),
    (Q2, "At the half year we are behind plan."),
    (SECOND_THIRD, "At the half year we were behind plan."),
    (Q2, "Compared with Q2 2024/25 more calls were answered."),
    (Q2, "The rate is lower than in Q2 a year ago."),
    (Q2, "In the twelve months to September we took 9,000 calls."),
    (Q2, "From January to March 2025 we took 4,000 calls, and from July to September 2025 5,000."),
    (Q4, "Next year's target is 85%, and the first quarter will be hard."),
    (Q2, "Calls went up last winter and never came down again."),
    (Q2, "Cases going over time are looked at by a manager."),
    (Q2, "The hold-up has moved further down the line, to the writing of plans."),
    (SECOND_OF_JANUARY_YEARS, "In the first half of the year we have taken fewer calls."),
    (Q2, "The board has asked for a further note in May 2026."),
    (Q2, "October was better, as two advisers came back."),
    (Q2, "A meeting in January 2026 was booked."),
    (Q2, "In January 2026 two posts were expected to be empty."),
    (Q2, "April, May and June were quiet, and the summer was busy."),
    (Q2, "Christmas: extra crews planned."),
    (Q2, "With half of the school year gone, attendance is steady."),
    (Q3, "With half of the school year gone, attendance is steady."),
    (FIRST_HALF, "Easter closures and the summer holidays cost us three weeks."),
    (Q3, "With the autumn term now over, referrals from schools are going down."),
    (Q2, "The worst summer since 2018 brought 400 fires."),
    (Q2, "Leave over the summer left the team short."),
    (Q2, "More people move house in spring and summer than in winter."),
    (Q2, "The rise in the first two months of the quarter, July and August, was put down to holidays."),
    (Q3, "As winter sets in, calls are rising."),
    (Q2, "Next quarter, October to December 2025, will be harder."),
    (Q2, "The first payment was made in April and the last is due in February 2026."),
    (Q1, "Most of the bills that went out in April are not due until July onwards."),
    (Q2, "The figure is for August and September only."),
    (Q2, "July to September in England: 51.0%."),
    (Q2, "October's 24 nights, outside this return, stand at 97.6%."),
    (Q4, "A limit of 5.0% applied; from April it is 4.8%."),
    (Q4, "January to March stood at 93.2%; October to December at 92.0%."),
    (Q3, "Attendance from September to Christmas averaged 91.3%."),
    (Q2, "We are getting ready for the Christmas period."),
    (Q2, "Christmas closures have been agreed with staff."),
    (Q3, "Attendance recovered once the summer holidays were over."),
    (Q2, "Over the winter of 2024-25 the team lost four officers."),
    (Q2, "Opening, first planned for June 2025, is now due in May 2026."),
    (Q2, "Recruitment that began in Q1 is now complete."),
    (Q2, "Opening has slipped to May 2026 from November 2025."),
    (Q2, "The deadline of 31 July 2025 was met."),
    (Q2, "During the quarter, from July to September, we answered 9,000 calls."),
    (Q2, "August was the worst month of the quarter, at 48%."),
    (Q3, "July, August and September are always the quietest months."),
    (Q2, "April, May and June had been quieter than July, August and September were."),
    (Q2, "That is better than last year (2024-25)."),
    (Q4, "In this, the final quarter of the year, the rate fell."),
    (Q2, "The fairer yardstick is July to September 2024, which we beat."),
    (Q1, "We took 3.3 days off the January to March average."),
    (Q2, "A late delivery of kitchens held up 37 homes between May and July."),
    (Q2, "Waits had been 14 weeks at the turn of the year 2025 and are 8."),
    (Q2, "The rate is worsening on what we reported for the spring."),
    (Q2, "Salt stocks for the winter have been filled."),
    (Q2, "The season runs from April to October."),
    (Q2, "Since Easter the team has had two vacancies."),
    (Q2, "The winter months are the hardest for the crews."),
    (Q2, "At Easter we lost three carers, and only one has been replaced."),
    (Q2, "Black ice and snow training was given to 40 drivers in September."),
    (Q3, "In the run-up to Christmas more parcels were stolen."),
    (Q2, "The Q1 result has been revised from 61.2% to 61.0%."),
    (Q2, "October's figures are not yet available."),
    (Q2, "The previous quarter (April to June) was better."),
    (Q3, "The completion date has moved from December 2025 to April 2026."),
    (Q2, "The action plan, due for completion by 31 October 2025, was signed off on 4 November."),
    (Q4, "The twelve months to December were better, at 61.0%."),
    (Q2, "Manager to report on shared payroll to the committee in March 2026."),
    (Q2, "As we head into winter, we expect demand to rise."),
    (Q3, "The rota agreed for Christmas held up well."),
    (Q2, "Winter fuel payments were made to 300 households."),
    (Q2, "Easter Road station was closed for works."),
    (Q2, "Gritting routes have been reviewed ahead of winter."),
    (Q1, "Late frost in April damaged the road surface."),
    (Q3, "Snow in the last week of December closed two depots."),
    (Q2, "The autumn term has begun, and referrals are rising."),
    (Q2, "Spring: 92.3%. Summer: 91.0%."),
    (Q2, "Appointments have been offered up to January 2026."),
    (Q2, "The number waiting since January has halved."),
    (Q2, "The rise between April and June has been reversed."),
    (Q2, "Our rate was 1.6 points behind the England average for 2024-25."),
    (Q3, "As promised in the Q2 report, the posts were filled by December."),
    (Q2, "We remain on track for 60% at year end."),
    (Q2, "More staff have been taken on for the second half of the year."),
    (Q4, "The measure will be dropped from April 2026."),
    (Q2, "We are now 1.3 minutes over the limit, having been 0.6 over in the first quarter."),
    (Q3, "Since April our officers have had 1,200 referrals."),
    (Q2, "Eight have waited for over a year, the same as in quarter 1."),
    (Q2, "That is £530k more than three months ago."),
    (Q2, "Calls were late for the first time since Q4 of 2024-25."),
    (Q3, "The rate has slid from 53.4% at the half-year to 49.1%."),
    (Q3, "Most renewals fall due in October, and we had twice as many."),
    (Q3, "It is normal to lose a few before Christmas."),
    (Q1, "The homes (planned for May) open only in October."),
    (Q3, "July, August and September are the hardest months for the team."),
    (Q2, "Manager to bring the lessons from the lost appeals to committee on 10 December 2025."),
]
DO = [
    (Q3, "TIME01", "Court Manager to have the list cleared and the rota restored by 31 March 2025."),
    (Q2, "TIME01", "Retendering to be complete by 30/09/2025."),
    (Q3, "TIME01", "Parking Manager to issue the new permits by 1 December 2025."),
    (Q3, "TIME01", "Audit of cases: to be completed November 2025, Quality Manager."),
    (Q3, "TIME01", "Team to start the winter rota on 3 November 2025."),
    (Q2, "TIME01", "Audit of all calls by 30 September 2025 (Quality Manager)."),
    (Q2, "TIME01", "Leaflets planned for the summer just gone."),
]
MAY_DO = [
    (Q3, "The rota was restored by 31 March 2025; the board looks at it again in May 2026."),
    (Q2, "Void standard issued again to surveyors by the Voids Manager, 19 December 2025."),
    (Q2, "Meetings: chaired each week by the Head of Service from 1 December 2025."),
    (Q2, "Manager to have all posts filled by the end of January 2026."),
    (Q2, "The Chief Officer has been asked to fill the last posts by 28 February 2026."),
    (Q2, "Manager to agree running times for the 18 January 2026 timetable change."),
    (Q2, "New rota from 24 November 2025 (Customer Services Manager)."),
]


def _asked(period: Period, **written: tuple[str, ...]) -> list[str]:
    plain = judged(FINE | {"actions": ("The team will meet the courts by March 2027.",)} | written)
    told = plain._replace(returned=replace(plain.returned, period=period))
    return [code for code in codes(told, replace(KNOWN, meeting=READ_ON[period])) if code.startswith("TIME")]


@pytest.mark.parametrize(("period", "code", "text"), ASKS)
def test_a_time_that_its_tense_does_not_go_with_is_asked_about(period: Period, code: str, text: str) -> None:
    assert _asked(period, context=(text,)) == [code]


@pytest.mark.parametrize(("period", "text"), LEAVES)
def test_a_time_that_its_tense_goes_with_is_left_alone(period: Period, text: str) -> None:
    assert not _asked(period, context=(text,))


@pytest.mark.parametrize(("period", "code", "text"), DO)
def test_an_action_for_a_time_that_is_gone_is_asked_about(period: Period, code: str, text: str) -> None:
    assert _asked(period, actions=(text,)) == [code]


@pytest.mark.parametrize(("period", "text"), MAY_DO)
def test_an_action_for_a_time_to_come_is_left_alone(period: Period, text: str) -> None:
    assert not _asked(period, actions=(text,))


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("It will be done by June.", Tense.TO_COME),
        ("It was to be done by June.", Tense.DONE),
        ("Manager to do it by June.", Tense.TO_COME),
        ("Efforts to do it by June paid off.", Tense.AS_DONE),
        ("It has been planned for June.", Tense.TO_COME),
        ("It had been planned for June.", Tense.DONE),
        ("It has been done since June.", Tense.LATELY),
        ("It opens in June.", Tense.TIMETABLED),
        ("In June it went well.", Tense.DONE),
        ("The figures for June show it.", Tense.NOW),
        ("It may be done by June.", Tense.UNSAID),
        ("Cases closed in June are few.", Tense.AS_DONE),
        ("It is due to rain in June.", Tense.NOW),
    ],
)
def test_a_time_is_told_in_the_tense_of_its_clause(sentence: str, tense: Tense) -> None:
    words = words_read(sentence)
    at = max(place for place, word in enumerate(words.words) if word == "june")
    assert tense_at(words, at, at) is tense


@pytest.mark.parametrize(
    ("named", "starts", "ends"),
    [
        ("4 October", date(2025, 10, 4), date(2025, 10, 4)),
        ("mid-October", date(2025, 10, 1), date(2025, 10, 31)),
        ("August", date(2025, 8, 1), date(2025, 8, 31)),
        ("June", date(2026, 6, 1), date(2026, 6, 30)),
        ("last June", date(2025, 6, 1), date(2025, 6, 30)),
        ("the spring of last year", date(2024, 3, 1), date(2024, 5, 31)),
        ("the spring of 2025", date(2025, 3, 1), date(2025, 5, 31)),
        ("the winter to come", date(2025, 12, 1), date(2026, 2, 28)),
        ("the second half of the year", date(2025, 10, 1), date(2026, 3, 31)),
        ("the first half of last year", date(2024, 4, 1), date(2024, 9, 30)),
        ("Q3", date(2025, 10, 1), date(2025, 12, 31)),
        ("the third quarter of 2024/25", date(2024, 10, 1), date(2024, 12, 31)),
        ("the last three months of the year", date(2026, 1, 1), date(2026, 3, 31)),
        ("the end of the quarter", date(2025, 9, 30), date(2025, 9, 30)),
        ("the year end", date(2026, 3, 31), date(2026, 3, 31)),
    ],
)
def test_a_time_has_a_first_and_a_last_day(named: str, starts: date, ends: date) -> None:
    words = words_read(f"It is so in {named}.")
    found = [
        (words.quoted(each.first, each.last), each.starts, each.ends) for each in moments_in(words, Q2, READ_ON[Q2])
    ]
    assert [(named.removeprefix("the "), *days) for named, *days in found] == [
        (named.removeprefix("the "), starts, ends)
    ]
