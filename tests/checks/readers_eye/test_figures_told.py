"""A measure's own figures told as what they are not: now, another size, the other side, or the year to come."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.model.measure import Basis
from tests.checks.readers_eye.commentary import of, told

SHARE = of("%", "80.0", "62.4", "66.1", lower=False, title="Parcels sent on the day") | {"year_ago": Decimal("58.0")}
MONEY = of("£", "900000", "1246000", "588000", title="Spend on agency staff") | {"year_ago": Decimal(1010000)}
WAIT = of("", "40", "63", "58", title="Families waiting for a ramp") | {"forecast": Decimal(30)}
GROWING = of("%", "38", "31.0", "16.2", lower=False, title="Carers seen in the year") | {"forecast": Decimal(66)}
GROWING["measure"] = replace(GROWING["measure"], basis=Basis.CUMULATIVE, year_end_target=Decimal(75))
SUM = of("", "500", "430", "205", lower=False, title="Trees planted")
SUM["measure"] = replace(SUM["measure"], basis=Basis.CUMULATIVE, year_end_target=Decimal(1000))
MET = SHARE | {"forecast": Decimal(83)}
DAYS = of("days", "20.0", "18.4", "19.0", title="Days to issue a licence") | {"forecast": Decimal(25)}
FALLING = SHARE | {"forecast": Decimal(60)}

ASKED = [
    ("NUM01", SHARE, "Performance for the quarter was 66.1%, because vans were old."),
    ("NUM01", SHARE, "58.0% came on the day, because vans were old."),
    ("NUM01", DAYS, "Applicants waited 19.0 days on average for a badge, because clerks are few."),
    ("NUM01", SHARE, "In Q2 of 2017-18 it was 55.0%, because vans were old."),
    ("NUM01", SHARE, "A year ago it was 55.0%, because vans were old then too."),
    ("NUM01", SHARE, "The figure for July to September 2017 was 53.0%, because vans were old."),
    ("NUM01", SHARE, "We were at 64.1% three months ago, before vans grew old."),
    ("NUM01", SHARE, "The previous figure was 69.1%, because vans were newer."),
    ("NUM11", SHARE, "Our 70% target was missed because vans were old."),
    ("NUM11", SHARE, "We should be at 70%, but vans were old."),
    ("NUM11", WAIT, "The ceiling of 50 families was passed because a lift is late."),
    ("NUM01", MONEY, "We spent £12.46m on agency staff, because posts are vacant."),
    ("NUM01", SHARE, "Only 6.24% were sent on the day, because vans were old."),
    ("NUM03", SHARE, "62.4% of parcels were late, because vans were old."),
    ("NUM03", SHARE, "In all, 62.4% of parcels had not come by the evening, because vans were old."),
    ("NUM11", GROWING, "The target of 75% at this point was too hard, because a centre closed."),
    ("NUM12", WAIT, "By the end of March we will get down to zero, although a lift is late."),
    ("NUM12", FALLING, "The year should end a shade higher than now, because vans are new."),
    ("NUM12", FALLING, "We expect performance to improve a little from here by the year end, because vans are new."),
    ("NUM06", FALLING, "We expect the year to end above target, because vans are new."),
    ("NUM06", FALLING, "We are confident of ending the year on target, because vans are new."),
    ("NUM06", SHARE, "62.4%, so comfortably over the 80% that we promise, because vans are new."),
    ("NUM10", SHARE, "Complaints doubled from 40 in quarter 1 to 66, because vans were old."),
    ("NUM06", MET, "We do not expect to meet the target for the year, because vans are old."),
    ("NUM06", MET, "The year's target is out of reach, because vans are old."),
    ("NUM01", SUM, "131 trees were planted in the second quarter, thanks to volunteers."),
    ("NUM01", SUM, "Volunteers planted 430 trees in the second quarter, in spite of drought."),
    ("NUM01", SUM, "205 were planted in the first quarter and 215 in the second, thanks to volunteers."),
    ("NUM01", SUM, "Only 190 trees were planted between July and September, because of drought."),
    ("NUM01", SUM, "Volunteers planted 430 trees between July and September, in spite of drought."),
    ("NUM01", SUM, "In the quarter volunteers planted 430 trees, in spite of drought."),
    ("NUM01", SUM, "We have 430 trees: 265 in this quarter after 205 in the last, in spite of drought."),
    ("NUM01", SHARE, "62.4%, down from 58.0% in quarter 1, because of strikes."),
    (
        "NUM01",
        WAIT | {"year_ago": Decimal(47)},
        "63 wait. This compares with 78 in Q2 2017-18, as lifts are dear.",
    ),
    (
        "NUM10",
        MONEY,
        "It cost £1.246m against a budget of £0.9m, an overspend of £246,000, as posts stand empty.",
    ),
    ("NUM06", DAYS, "It took 18.4 days, two and a half days over the 20 allowed, because clerks are few."),
    ("NUM04", SHARE, "Of the 26 depots 8 were late, 11 on time and 9 early, because vans were old."),
    ("NUM04", SHARE, "There were 45 complaints, of which 20 were about noise and 31 about delay, because of rain."),
    (
        "NUM04",
        SHARE,
        "Fuel cost £340k, followed by tyres, £210k, and the rest, £13k, is tolls, which together make £0.68m.",
    ),
]

QUIET = [
    (SHARE, "Letters: 400 sorted, 63% by hand, because clerks are few."),
    (SHARE, "62.4%, because vans are old. Satisfaction met its goal of 78%."),
    (SHARE, "62.4%, because vans are old. We need 84% in each quarter left to reach the year's 80%."),
    (SHARE, "62.4%, because vans are old. If the strike ends we could see 70% over the year."),
    (WAIT, "63 families wait, because lifts are dear. We had planned 43 home visits and made 39."),
    (WAIT, "63 families wait, because lifts are dear. The forecast of moves is 33 by the end of the year."),
    (MONEY, "Agency staff cost £1.246m. The training budget of £0.8m for the year will be kept, as posts are vacant."),
    (WAIT, "63 families wait, because lifts are dear; stairlifts on order went from 68 to 51."),
    (SUM, "In Q2 the tally passed 430, thanks to volunteers."),
    (SUM, "430 trees were planted by the close of Q2, thanks to volunteers."),
    (SUM, "430 trees have been planted, 225 in the quarter, thanks to volunteers."),
    (SUM, "During the quarter 41 schools took part, and 430 trees are in the ground, thanks to volunteers."),
    (SUM, "The figure for quarter 2 is 430 against 500, because of drought."),
    (SUM, "Planting stood at 205 in Q1 and 430 in Q2, thanks to volunteers."),
    (SUM, "Planting from April to September came to 430, because of drought."),
    (SHARE, "62.4%, against 58.0% in the same quarter last year and 66.1% in Q1, because of strikes."),
    (SHARE, "62.4% compares with 58.0% and 66.1% (Q2 last year and Q1), because of strikes."),
    (SHARE, "62.4%, because of strikes. Letters were at 58.0% in quarter 1."),
    (WAIT | {"year_ago": Decimal(60)}, "63 families wait, and it is three over last summer, because lifts are dear."),
    (SHARE, "Of 500 parcels 312 came on the day. In the week of the strike it was 61.8%, because vans stood still."),
    (SHARE, "Of 500 parcels 312 came on the day. This was 66.1% in the quarter to June, before the strike."),
    (SHARE, "Of 500 parcels 188 came late, because vans are old. By September we were back at 68%."),
    (SHARE, "62.4%, because vans are old. Attendance of drivers was 71.4%, better than the first quarter's 67.0%."),
    (SHARE, "62.4%, because vans are old. Letters managed 68.8%, up from 67.1% in the spring."),
    (SHARE, "Letters sorted by hand in two days: 61%, because clerks are few."),
    (SHARE, "It was a poor quarter for letters: 61% were sorted in a week, because clerks are few."),
    (SHARE, "Letters are sorted by hand, and 63.0% were, because clerks are few."),
    (SHARE, "Letters were 63% and cards 59%, because clerks are few."),
    (SHARE, "It had been 58.0% when the depot was opened."),
    (SUM, "430 trees are in, from 210 sponsors and 38 schools."),
    (SUM, "The nursery raised 440 saplings, because of rain."),
    (WAIT, "63 families wait. 57 came in during the quarter and 52 were helped, because lifts are dear."),
    (WAIT, "63 families wait. Approaches numbered 51, down from 61 in the first quarter."),
    (MONEY, "Agency staff cost £1.246m. Pensions came to £2.2m, against £1.1m a year ago, because posts are vacant."),
    (MONEY | {"year_ago": Decimal(1210000)}, "Last year ended on £1.3m, because posts are vacant."),
    (SHARE, "62.4% came on the day, because vans were old. In the spring it was 66.1%."),
    (SHARE, "Performance a year ago was 58.0%, because vans were old."),
    (SHARE, "In Q2 of 2017-18 it was 58.0%, because vans were old."),
    (SHARE, "The figure for July to September 2017 was 58.0%, because vans were old."),
    (SHARE, "Last year's second quarter brought 58.0%, because vans were old."),
    (SHARE, "In Q4 of 2016-17 it was 71.5%, because vans were new."),
    (SHARE, "The previous figure was 66.1%, because vans were newer."),
    (SHARE, "The earlier reading of 66.1% was 41 out of 62, because vans were newer."),
    (SHARE, "Six months ago it was 70.2%, because vans were newer."),
    (SHARE, "Our 70% target was last year's."),
    (SHARE, "Among heavy parcels 66.1% came on the day, because vans are larger."),
    (SHARE, "62.4% of parcels were on time, not enough for us, because vans were old."),
    (SHARE, "37.6% of parcels were late, because vans were old."),
    (MONEY, "We spent £1.246m, because posts are vacant. The contract is worth £12.4m."),
    (GROWING, "We are at 31.0% with a target of 75% for the year, because a centre closed."),
    (WAIT, "We hope to reach zero by March 2019, although a lift is late."),
    (WAIT, "63 wait. Complaints will be down to zero by March, because a new officer answers them."),
    (FALLING, "The year is expected to end lower than now, because vans are old."),
    (FALLING, "Costs will be higher by the year end, because of fuel."),
    (FALLING, "The board expects to open a new depot by March 2019, because vans are far away."),
    (MET, "The stretch target for the year is out of reach, because vans are old."),
    (SUM, "205 trees were planted in quarter 1 and 225 in quarter 2, thanks to volunteers."),
    (SUM, "430 in the half-year, 225 in the second quarter, thanks to volunteers."),
    (SUM, "Of the volunteers 190 came in quarter 2, thanks to schools."),
    (SUM, "430 trees were planted, 4% fewer than in 2017, because of drought."),
    (SHARE, "Complaints doubled from 40 in quarter 1 to 78, because vans were old."),
    (SHARE, "Of the 26 depots 8 were late, 3 of them twice, and 18 on time, because vans were old."),
    (SHARE, "Of 26 depots we visited 8 in July, 12 in August and 20 in September, because some went twice."),
]
"""What the figures bear out, what is of another time or thing, and what is hoped for."""

HOMES = of("", "120", "88", "131", lower=False, title="New affordable homes handed over")
BENEFIT = of("days", "20.0", "81.4", "19.1", title="Time to process new housing benefit claims")
VISITS = of("", "18000", "17160", "8690", lower=False, title="Home fire safety visits")
MEMBERS = of("", "9400", "7820", "9010", lower=False, title="Leisure centre members")
BURGLED = of("", "1450", "3112", "655", title="Residential burglaries recorded")
CALLS = of("%", "87.0", "78.6", "85.8", lower=False, title="Calls answered by revenues")
QUICK = of("%", "87.0", "78.6", "85.8", lower=False, title="Calls answered within 20 seconds")
TAKEN = of("%", "80.0", "62.4", "66.1", lower=False, title="Parcels sent on the day")

SLIPS = [
    (BENEFIT, "Now at 18.4 days, which puts us 7th of 15 in the club."),
    (VISITS, "We closed the year on 11,760 visits: a little short of plan."),
    (MEMBERS, "Membership slipped to 8,720 at the close of September."),
    (BURGLED, "1,312 homes were burgled in the half year, 186 fewer than in the same months of 2017."),
    (HOMES, "79 homes handed over, 41 behind plan."),
    (CALLS, "The answer rate was 72.1% against a target of 87%."),
    (CALLS, "Staff were short, and so 72.1% of calls were answered."),
    (TAKEN, "64.2%, or 642 of 1,000. Heavy parcels were at 71%."),
    (TAKEN, "The share went down to 62.4%, from 61.6% in quarter 1."),
    (BURGLED, "In the half year 311 homes were burgled."),
    (TAKEN, "62.4% were sent on the day, after 61.6% last quarter."),
    (TAKEN, "62.4% were sent on the day, up from 61.6%."),
]
"""Figures in the place of the result, or of the one before, whatever the form has; some are a slip of the keys."""

OF_OTHERS = [
    (TAKEN, "Bulky goods reached 47%, letters 60.9%, because vans were old."),
    (TAKEN, "Parcels insured reached 79%, against 71% in the spring."),
    (BENEFIT, "Changes took 9 days, new claims 64.0, because clerks are few."),
    (BENEFIT, "The average over the last twelve months is 79.6 days, because clerks are few."),
    (TAKEN, "Parcels arrived late from two depots. On the 28 routes outside the town it was 66.9%."),
    (TAKEN, "Heavy parcels had the biggest rise, from 58.1% to 60.7%."),
    (TAKEN, "The van now holds 31,400 of our 44,000 parcels (71%)."),
    (TAKEN, "North sent 61.0%, south 66.8% and west 70.2%."),
    (TAKEN, "Of all parcels 71% went by van and the other 29% by post."),
    (TAKEN, "The gap to the national figure (64.9%) has halved."),
    (TAKEN, "Market share is 64%."),
    (TAKEN, "We remain ahead of 2016, when the figure was 61.8%."),
    (TAKEN, "July, our busiest month, was 69.3%."),
    (HOMES, "Starts are on track: 98 homes were begun, two more than planned."),
    (BENEFIT, "Council tax changes were quicker (74.0 days)."),
    (CALLS, "Landlords made 79.6% of the calls."),
    (CALLS, "Web chats were answered in 79.1% of cases."),
    (TAKEN, "62.4% were sent on the day. Q2 on its own was 64.2%."),
    (TAKEN, "Light parcels, long the weak spot, reached 66.9%."),
    (TAKEN, "Leave those aside and it is 66.9%."),
    (TAKEN, "UK: 66.9%."),
    (TAKEN, "For the year as a whole the figure is 64.2%."),
    (TAKEN, "62.4% were sent on the day. We finished last year at 60.0%."),
    (CALLS, "Those who had used the web were at 81.0%, up two points."),
    (QUICK, "Forty-second performance (a separate standard) was 79.2%."),
]
"""Figures near the result, of a group, a part, a month, another place or another thing."""

TARGETS = [
    (HOMES, "88 homes handed over, against a profile of 210."),
    (HOMES, "88 homes handed over, a good way short of 210."),
    (BENEFIT, "81.4 days, so the target, 22.0 days, is far off."),
    (TAKEN, "62.4% were sent, though 84.0% was wanted."),
    (TAKEN, "At 62.4% we are beneath our own 85%."),
]
"""Figures in the place of the target, called one or not."""

LICENSED = of("", "120", "83", "94", lower=False, title="Licensed houses inspected") | {"forecast": Decimal(380)}
FORECASTS = [
    (LICENSED, "83 were done, and we reckon on 308 by the year end."),
    (LICENSED, "83 were done; hence, since fees rise on 6 April 2019, the cautious 308 as our forecast."),
    (FALLING, "62.4% were sent. Year-end outlook 66.0%."),
]
SICK = of("days", "9.8", "10.2", "10.4", title="Days lost to sickness") | {"forecast": Decimal("10.6")}
NO_FORECASTS = [
    (SICK, "The year end is put at 10.6, outside the 9.8 set."),
    (LICENSED, "83 were done. We forecast 380 for the year; from April the aim will be 390."),
    (LICENSED, "83 were done, against 391 for the year so far in the city."),
    (FALLING, "62.4% were sent. The outlook for the year is 60.0%, though heavy parcels may reach 66.0%."),
]
"""The form's forecast told, and what is beside it."""
NO_TARGETS = [
    (TAKEN, "62.4% were sent, which leaves headroom above the 60% designation threshold."),
    (BENEFIT, "We aim for 15 days on changes and 40 on new claims, but clerks are few."),
    (TAKEN, "62.4% were sent, below the national standard of 84.0%."),
    (TAKEN, "62.4% were sent, short of last year's 71.0%."),
    (TAKEN, "62.4% were sent, above 60% for the first time."),
    (QUICK, "78.6% were answered. Forty-second performance (a separate standard, 80%) was 79.2%."),
]
"""Targets of others, and what is no target."""


@pytest.mark.parametrize(("given", "text"), TARGETS)
def test_what_is_told_in_the_place_of_the_target(given: dict[str, Any], text: str) -> None:
    assert "NUM11" in told(text, **given)


@pytest.mark.parametrize(("given", "text"), FORECASTS)
def test_what_is_told_in_the_place_of_the_forecast(given: dict[str, Any], text: str) -> None:
    assert "NUM12" in told(text, **given)


@pytest.mark.parametrize(("given", "text"), NO_FORECASTS)
def test_what_is_told_beside_the_forecast(given: dict[str, Any], text: str) -> None:
    assert "NUM12" not in told(text, **given)


@pytest.mark.parametrize(("given", "text"), NO_TARGETS)
def test_what_is_another_target(given: dict[str, Any], text: str) -> None:
    assert "NUM11" not in told(text, **given)


@pytest.mark.parametrize(("given", "text"), SLIPS)
def test_what_is_told_in_the_place_of_the_result(given: dict[str, Any], text: str) -> None:
    assert "NUM01" in told(text, **given)


@pytest.mark.parametrize(("given", "text"), OF_OTHERS)
def test_what_is_told_of_something_else(given: dict[str, Any], text: str) -> None:
    assert "NUM01" not in told(text, **given)


@pytest.mark.parametrize(("code", "given", "text"), ASKED)
def test_what_the_form_says_otherwise(code: str, given: dict[str, Any], text: str) -> None:
    assert code in told(text, **given)


@pytest.mark.parametrize(("given", "text"), QUIET)
def test_what_the_form_does_not_deny(given: dict[str, Any], text: str) -> None:
    assert [each for each in told(text, **given) if each.startswith("NUM") and each != "NUM07"] == []


PLANS = of("%", "85.0", "80.9", "82.2", lower=False, title="Full plans checked in time")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("80.9% were checked, against a Q2 target of 84.0%.", {"NUM11"}),
        ("80.9% were checked, against a Q4 target of 84.0%.", set()),
        ("North 86.1%, South 74.9%.", set()),
        ("It was 71.7% (563) at the end of May.", set()),
        ("Taking June by itself, 6 of 9 were checked (66.7%).", set()),
    ],
)
def test_whose_figure_it_is_stands_beside_it(text: str, asks: set[str]) -> None:
    given = PLANS | {"year_ago": Decimal("79.7")}
    given["measure"] = replace(given["measure"], basis=Basis.CUMULATIVE)
    assert {each for each in told(text, **given) if each in {"NUM01", "NUM11"}} == asks


LAMPS = of("%", "92.0", "90.4", "93.1", lower=False, title="Street lights repaired within five days")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("93.1% of dark lamps were lit again in five days.", True),
        ("Within five days 931 of 1,000 street lights were repaired (93.1%).", True),
        ("93.1% of dark lamps were lit again in the first quarter, before the storms.", False),
        ("The storms left 2,100 lamps dark, and 93.1% of columns stood.", False),
        ("In five days 90.4% were lit again, having been far better (93.1%) in Q1.", False),
        ("The storms came late, after a better quarter (93.1%) in April to June.", False),
    ],
)
def test_last_time_s_text_left_standing(text: str, *, asks: bool) -> None:
    """The figure with which a text opens is the result as a rule; the result of last time is last time's text."""
    assert ("NUM01" in told(text, **LAMPS)) is asks
