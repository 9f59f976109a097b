"""Comparisons in words: fractions and multiples of change, records, runs, and shares told side by side."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.judging.outcome import ExceptionRule, judge_return
from generator.model.period import Period
from tests.checks.readers_eye.commentary import FINE, PERIOD, SCHEME, codes, judged, of, told

FIRES = of("", "40", "60", "44", title="Fires set on purpose")
HOMES = of("", "120", "97", "110", title="Number of new homes completed", lower=False)
VISITS = of("", "120", "97", "110", title="Visits to museums (thousands)", lower=False)
COST = of("£", "500", "560", "530", title="Average cost of a placement a week")
DECIDED = of("days", "50", "62", "58", title="Average days to decide a planning application")
DECIDED_SOONER = of("days", "50", "54", "58", title="Average days to decide a planning application")
IN_TIME = of("%", "65.0", "56.3", "61.0", title="Percentage of referrals seen within ten days", lower=False)

ASKS = [
    ("NUM14", "The number of fires was the same as in Q1.", FIRES),
    ("NUM10", "Applications have more than halved (from 1,200 to 615).", {}),
    ("NUM10", "The share of referrals seen within ten days, of 310 in all, has nearly doubled since Q1.", IN_TIME),
    ("NUM03", "Some 41.7% of referrals went out late.", IN_TIME),
    ("NUM01", "July took 65 days, August 64 and September 66.", DECIDED),
    ("NUM06", "The rate is where we expected it to be.", {}),
    ("NUM06", "The rate narrowly misses the 65% standard.", {"actual": Decimal(66), "previous": Decimal(60)}),
    ("NUM10", "Fires set on purpose fell by a good third on last year.", FIRES | {"year_ago": Decimal(70)}),
    ("NUM10", "There were a fifth more fires than in quarter 1, as schools were closed.", FIRES),
    ("NUM10", "Fires were less than half what they were a year ago.", FIRES | {"year_ago": Decimal(70)}),
    ("NUM10", "There were twice as many fires as in the spring.", FIRES),
    ("NUM10", "We completed 97 homes, a tenth fewer than in Q1.", HOMES | {"previous": Decimal(140)}),
    ("NUM10", "Placing is two and a half points under target.", {}),
    ("NUM10", "Placing is down five points on Q1.", {"previous": Decimal(63)}),
    ("NUM10", "97 homes were completed, 13 short of the number planned.", HOMES),
    ("NUM10", "97 homes were completed, ten per cent fewer than planned.", HOMES),
    ("NUM03", "Courts sat late: nearly half of them (38%) lost a week.", {}),
    ("NUM03", "Courts sat late: a third, 45 of the 70, lost a week.", {}),
    ("NUM03", "45 of the 70 courts, or three quarters, sat late.", {}),
    ("NUM04", "70% of courts sat on time, and the other 40% sat late.", {}),
    ("NUM05", "Decisions are made sooner than last quarter.", DECIDED),
    ("NUM05", "Decision times continue to come down.", DECIDED),
    ("NUM05", "More people came than last summer.", VISITS | {"year_ago": Decimal(105)}),
    ("NUM05", "The bill is £30 less than in quarter 1.", COST),
    ("NUM12", "We expect to end the year at 65%.", {}),
    ("NUM14", "Timeliness held steady over the summer.", {"previous": Decimal(70), "travel": None}),
    ("NUM14", "Performance is little changed since June.", {"previous": Decimal(70)}),
    ("NUM14", "Fires were on a par with last quarter.", FIRES),
    ("NUM14", "We narrowly missed the national standard of 65%.", {}),
    ("NUM17", "This is the best result for three years, although courts sat late.", IN_TIME),
    ("NUM17", "At 56.3%, the best quarter for two years.", IN_TIME),
    ("NUM17", "This was the fewest fires on record.", FIRES | {"previous": Decimal(59)}),
    ("NUM17", "Fires have fallen for the third quarter in a row.", FIRES),
    ("NUM03", "30 of the 180 courts were late, which is one in four.", {}),
    ("NUM03", "That left 24% of referrals that were seen later than they should have been.", IN_TIME),
    ("NUM03", "One referral in ten had to wait longer.", IN_TIME),
    ("NUM04", "Of the 97 homes completed, 60 are flats and 43 are houses.", HOMES),
    ("NUM04", "There were 19 fires: eleven in bins, four in cars, and three in sheds.", FIRES),
    ("NUM04", "26 of the 400 were late: 17 had no map, and eleven had no plan.", {}),
    ("NUM05", "Even so, numbers were up on the same months of 2017.", VISITS | {"year_ago": Decimal(105)}),
    ("NUM05", "We are thirteen up on where we stood at the end of June.", HOMES),
    ("NUM05", "The cost was trimmed by £30 over the quarter.", COST),
    ("NUM05", "Completions have edged up again.", HOMES),
    ("NUM05", "It's pleasing that decisions speeded up again.", DECIDED),
    ("NUM06", "The result was a creditable effort by a small team.", {}),
    ("NUM06", "Nothing suggests that the year's target is at risk.", {}),
    ("NUM10", "Placing slid by 6.4 points between the two quarters.", {"previous": Decimal(61)}),
    (
        "NUM10",
        "The result is 6.4 points below the 65% that is asked of us, and 4.7 points down on Q1.",
        {"previous": Decimal(61)},
    ),
    ("NUM10", "The programme ended the quarter about five per cent behind its profile.", HOMES),
    ("NUM14", "We finished within touching distance of the trajectory.", FIRES),
    ("NUM14", "Completions are virtually unchanged on last quarter.", HOMES),
    ("NUM14", "Fires have crept up since last quarter.", FIRES),
    ("NUM17", "It was nevertheless our busiest summer for five years.", VISITS | {"year_ago": Decimal(105)}),
    ("NUM17", "Fires are now at a record low.", FIRES),
    ("NUM03", "310 referrals came in and 199 were seen within ten days.", IN_TIME),
    ("NUM03", "£441,000 of the £520,000 owed has come in, which is 88.2%.", {}),
    ("NUM05", "It went from 56.3% to 61.0%, for courts sat late.", IN_TIME),
    ("NUM05", "61.0% were seen within ten days, 4.7 points up on the spring quarter.", IN_TIME),
    ("NUM10", "Placing is down by a third on last year.", {"year_ago": Decimal(79)}),
    ("NUM10", "It took 62 days, twelve over our standard and nine more than in the spring.", DECIDED),
    ("NUM10", "The bill is £30 up on last quarter (a rise of 9%).", COST),
    ("NUM13", "56.3% were seen within ten days, a 4.7% reduction on the spring.", IN_TIME),
]
LEAVES_ALONE = [
    ("NUM14", "Fires were all the same 16 above the number that we saw in 2017.", FIRES),
    (
        "NUM06",
        "We were inside the standard again after a dismal winter.",
        {"actual": Decimal(66), "previous": Decimal(60)},
    ),
    ("NUM01", "July and August both beat 57%, and the quarter as a whole brought 56.3%.", {}),
    ("NUM10", "Applications have more than halved (from 1,200 to 590).", {}),
    ("NUM03", "Some 41.7% of referrals went out late in July.", IN_TIME),
    ("NUM03", "Some 43.7% of referrals came in late.", IN_TIME),
    ("NUM01", "July took 60 days, August 64 and September 61.", DECIDED),
    ("NUM05", "Compared with last quarter this has improved/worsened by two points.", {"previous": Decimal(61)}),
    ("NUM10", "There were a third more fires than in quarter 1.", FIRES),
    ("NUM10", "Visits to schools rose by a fifth on last year.", FIRES | {"year_ago": Decimal(59)}),
    ("NUM10", "There were twice as many fires as in the spring.", FIRES | {"previous": Decimal(30)}),
    ("NUM10", "Placing is down seven points on Q1.", {"previous": Decimal(63)}),
    ("NUM10", "97 homes were completed, 23 short of the number planned.", HOMES),
    ("NUM10", "97 homes, 13 fewer than in Q1 but more than last year.", HOMES | {"year_ago": Decimal(90)}),
    ("NUM10", "£5.5m was saved, £0.8m short of the £6.2m planned.", {}),
    ("NUM03", "Courts sat late: two thirds, 45 of the 70, lost a week.", {}),
    ("NUM03", "Referrals were seen late, as only 12 of the 24 social workers were at work.", IN_TIME),
    ("NUM04", "70% of courts sat on time, and the other 30% sat late.", {}),
    ("NUM04", "14 of the 18 homes are done, two are on site, and the other two wait for doors.", HOMES),
    ("NUM05", "More people came to talks than last summer.", VISITS | {"year_ago": Decimal(105)}),
    ("NUM05", "Rent for the office was £400 less than in quarter 1.", COST),
    ("NUM12", "We expect to miss the target of 65% at the year end.", {}),
    ("NUM14", "Staffing remained stable over the quarter.", FIRES),
    ("NUM14", "Referrals were unchanged on last year.", IN_TIME),
    ("NUM05", "Referrals were up on the first quarter.", IN_TIME),
    ("NUM10", "The orchard scheme is 30 homes behind plan.", HOMES),
    ("NUM05", "No referral took longer than in the first quarter.", DECIDED),
    ("NUM05", "The survey went online and response rose from 34% to 47%.", IN_TIME),
    ("NUM05", "Fewer placements ended early than in the first quarter.", COST),
    ("NUM05", "We decided more applications than in the first quarter.", DECIDED_SOONER),
    ("NUM05", "We took 410 of them, 4% fewer than in the first quarter.", DECIDED),
    ("NUM17", "This is the worst result for three years.", IN_TIME),
    ("NUM17", "Staffing is at its lowest for three years.", FIRES),
    ("NUM17", "Fires have risen for the second quarter in a row.", FIRES),
    ("NUM10", "It took 62 days, twelve over our standard, though four days sooner than last year.", DECIDED),
    (
        "NUM10",
        "3.5 points better than in the same quarter of 2017, for 1,412 referrals.",
        IN_TIME | {"year_ago": Decimal("52.8")},
    ),
    (
        "NUM10",
        "Paper referrals fell by 2,140, or 23%, against the same quarter of 2017.",
        IN_TIME | {"year_ago": Decimal(60)},
    ),
    ("NUM03", "Of the 41 late referrals, 29 were seen within ten days of a letter.", IN_TIME),
    ("NUM05", "The rate fell by almost five points over the quarter.", IN_TIME),
    ("NUM03", "Of the 310 referrals 135 were late; nearly the same share as last quarter (61.0%).", IN_TIME),
    ("NUM03", "Six of 41 posts are empty, while referrals rose by 12%.", IN_TIME),
    ("NUM05", "The figure leaves out those who hang up, and is under review.", IN_TIME),
    ("NUM05", "The service is committed to continuous improvement in seeing referrals.", IN_TIME),
    ("NUM05", "Numbers were up by a quarter on the 1,000 of a year ago.", IN_TIME),
    (
        "NUM10",
        "The share is 4.7 points lower than in April to June, though higher than the 52.9% of a year ago.",
        IN_TIME | {"year_ago": Decimal("52.9")},
    ),
    ("NUM10", "It took 62 days, having been ten over the standard in the first quarter.", DECIDED),
    ("NUM10", "In the first quarter the figure had been 58 days.", DECIDED),
]


@pytest.mark.parametrize(("code", "text", "given"), ASKS)
def test_what_an_editor_would_ask_about(code: str, text: str, given: dict[str, Any]) -> None:
    assert code in told(text, **given)


@pytest.mark.parametrize(("code", "text", "given"), LEAVES_ALONE)
def test_what_an_editor_would_not_ask_about(code: str, text: str, given: dict[str, Any]) -> None:
    assert code not in told(text, **given)


RUN = ("Performance has fallen for the third quarter in a row.", "Performance is the worst since 2016.")
HISTORIES = [
    (RUN[0], ("58.0", "63.0", "61.0"), True),
    (RUN[0], ("66.0", "63.0", "61.0"), False),
    (RUN[1], ("52.0", "63.0", "61.0"), True),
    (RUN[1], ("66.0", "63.0", "61.0"), False),
]


@pytest.mark.parametrize(("text", "results", "asks"), HISTORIES)
def test_runs_and_records_are_held_against_the_history(text: str, results: tuple[str, ...], asks: bool) -> None:
    given = judged(FINE | {"context": (text,)}, **IN_TIME)
    history = tuple((PERIOD.later(-count), Decimal(each)) for count, each in zip((3, 2, 1), results, strict=True))
    found = judge_return(given.measure, given.returned, scheme=SCHEME, rule=ExceptionRule.EITHER, history=history)
    assert ("NUM17" in codes(found)) is asks


OTHER_PERIODS = [
    (Period(2018, 5, 12), "last month", True),
    (Period(2018, 5, 12), "in July", True),
    (Period(2018, 5, 12), "last quarter", False),
    (Period(2018, 1, 2), "the previous half-year", True),
    (Period(2018, 2, 3), "the last period", True),
    (Period(2018, 1, 1), "last year", True),
]


@pytest.mark.parametrize(("period", "then", "asks"), OTHER_PERIODS)
def test_the_time_before_is_what_the_period_says(period: Period, then: str, asks: bool) -> None:
    given = judged(FINE | {"context": (f"97 homes were completed, 19 fewer than {then}, as sites flooded.",)}, **HOMES)
    targets = (Decimal(120),) * period.per_year
    returned = replace(given.returned, period=period)
    measure = replace(given.measure, quarter_targets=targets)
    found = judge_return(measure, returned, scheme=SCHEME, rule=ExceptionRule.EITHER)
    assert ("NUM10" in codes(found)) is asks
