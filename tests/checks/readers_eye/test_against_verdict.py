"""Words for better and worse, and for success and failure, against the direction and the statuses."""

from decimal import Decimal
from typing import Any

import pytest

from generator.judging.direction import Travel
from tests.checks.readers_eye.commentary import of, told

FIRES = [
    ("NUM05", "This is higher than last quarter.", {}),
    ("NUM05", "This is lower than in Q1.", {"travel": Travel.IMPROVING}),
    ("NUM06", "Performance is in line with expectations.", {}),
    ("NUM06", "It is likely that we will exceed the target for the year.", {}),
    ("NUM06", "Take-up remains above target.", {}),
    ("NUM06", "The figure is well within target, though demand has grown.", {}),
    ("NUM06", "The council has achieved its target with a month to spare.", {}),
    ("NUM05", "The figure of 57.0% has improved to 56.3%.", {}),
    ("NUM05", "This led to a reduction in waiting times.", of("minutes", "2.0", "3.9", "3.0")),
    (
        "NUM05",
        "A fall in deliberate fires this quarter is welcome.",
        of("", "210", "246", "198", title="Deliberate fires"),
    ),
    ("NUM05", "Visits decreased by 32.", of("", "190", "171", "139", title="Visits", lower=False)),
    ("NUM05", "Placing in time has improved on last year.", {"previous": Decimal(50), "year_ago": Decimal(60)}),
    ("NUM06", "Our team performed very well in placing children.", {}),
    ("NUM06", "We are pleased to report another strong quarter.", {}),
    ("NUM06", "This measure remains Green.", {}),
    ("NUM06", "We missed our target, with 114 kg.", of("kg", "127", "114", "120") | {"forecast": Decimal(140)}),
    ("NUM14", "We were marginally below target.", {}),
    ("NUM14", "Performance is comparable to last quarter.", {"previous": Decimal(61)}),
    ("NUM15", "We have exceeded the target all summer.", of("seconds", "180", "210", "150")),
    ("NUM16", "Calls have fallen. The increase is due to longer calls.", {}),
    ("NUM05", "The upward trend in placing has gone on.", {}),
    ("NUM05", "We continue to see progress on this measure.", {}),
    ("NUM05", "The team is glad to report a further improvement in placing in time.", {}),
    ("NUM06", "It took 18 days, three fewer than the limit.", of("days", "15", "18", "16")),
    ("NUM06", "It took 18 days, well inside our limit.", of("days", "15", "18", "16")),
    ("NUM06", "Children continue to receive a prompt and caring service.", {}),
    ("NUM06", "We are well placed to reach the target by March.", {}),
    ("NUM14", "The result was a little lower than hoped.", {}),
    ("NUM05", "There were fewer fires than in Q1.", of("", "210", "246", "198", title="Deliberate fires")),
    ("NUM05", "Reports of fires are down again.", of("", "210", "246", "198", title="Deliberate fires reported")),
    ("NUM05", "Placing continues to climb.", {}),
    ("NUM05", "Families hear sooner than before.", of("days", "7", "9", "8", title="Days to answer a family")),
    ("NUM06", "The target was comfortably met.", {}),
    ("NUM06", "We are beating our target.", {}),
    ("NUM06", "Take-up is healthy, although courts sat late in August.", {}),
    ("NUM06", "Performance was disappointing.", {"actual": Decimal(66), "forecast": Decimal(58)}),
    ("NUM05", "Placing has got better since the spring.", {}),
    ("NUM05", "There were fewer fires this quarter.", of("", "210", "246", "198", title="Deliberate fires")),
    ("NUM14", "Answers are slightly slower than the target.", of("days", "7", "9", "8", title="Days to answer")),
    ("NUM14", "The result is in line with last year.", {"previous": Decimal(61), "year_ago": Decimal(61)}),
    ("NUM06", "The result is comfortably above the standard.", {}),
    ("NUM05", "Placing has continued to rise since Q1.", {}),
    ("NUM05", "The score rose over the summer.", {}),
    ("NUM05", "Compliance went up again.", {}),
    ("NUM05", "Placing in time continues its quiet growth.", {}),
    ("NUM05", "Turnover is steadily reducing.", of("%", "11", "13", "12", title="Staff turnover")),
    ("NUM05", "The survey shows that placing is on the up.", {}),
    ("NUM06", "The figure is well within budget.", {}),
    ("NUM06", "Placing in time held up well.", {}),
    ("NUM06", "Sickness remains low.", of("days", "2.1", "2.6", "2.3", title="Days of sickness")),
    ("NUM06", "We have not met this target.", {"actual": Decimal(66), "forecast": Decimal(58)}),
    ("NUM06", "The target was narrowly missed.", {"actual": Decimal(66), "forecast": Decimal(58)}),
    ("NUM14", "We are close to achieving the standard.", {}),
    ("NUM14", "Sickness has risen very slightly.", of("days", "2.1", "2.6", "2.3", title="Days of sickness")),
]
QUIET = [
    ("NUM05", "There was further growth in requests from the north.", {}),
    ("NUM05", "The neighbouring court's score rose over the summer.", {}),
    ("NUM05", "We expect performance to improve on last quarter.", {}),
    ("NUM05", "Performance has improved since last quarter.", {"travel": Travel.IMPROVING}),
    ("NUM05", "Performance has improved since last quarter.", {"travel": None}),
    ("NUM05", "Performance in 2016/17 saw an improvement on the year before.", {}),
    ("NUM05", "Since then Q3 performance has improved.", {}),
    ("NUM05", "Performance of the youngest group is better than target.", {}),
    ("NUM06", "It was within target from April 2016 to June 2017.", {}),
    ("NUM06", "We know what is above target: the cost.", {"actual": Decimal(66), "forecast": Decimal(58)}),
    ("NUM06", "We aim for performance within target.", {}),
    ("NUM06", "Posters are used to ensure that uptake remains on track.", {}),
    ("NUM06", "It is unlikely that we will meet the target.", {}),
    ("NUM05", "We cannot claim that performance has improved since last quarter.", {}),
    ("NUM05", "This is due to an increase in requests since last quarter.", {"travel": Travel.DETERIORATING}),
    ("NUM05", "The performance improvement board met.", {}),
    ("NUM05", "Placing in time has improved on last year.", {"previous": Decimal(60), "year_ago": Decimal(50)}),
    ("NUM06", "We were on target in 2 of the 3 months.", {}),
    ("NUM06", "This measure remains Red.", {}),
    ("NUM06", "Performance will be back on track in March 2019.", {}),
    ("NUM14", "We were marginally below target.", {"actual": Decimal(63)}),
    ("NUM14", "Performance is comparable to last quarter.", {"previous": Decimal(57)}),
    ("NUM15", "At 210 seconds we exceeded the target of 180 seconds.", of("seconds", "180", "210", "150")),
    ("NUM15", "We have exceeded the target all summer.", {}),
    ("NUM16", "Calls have risen. The increase is due to longer calls.", {}),
    ("NUM05", "The upward trend in referrals has gone on.", {}),
    ("NUM06", "It took 18 days, three more than the limit.", of("days", "15", "18", "16")),
    ("NUM06", "We are pleased to report that the result has improved.", {}),
    ("NUM06", "We aim to give children a prompt and caring service.", {}),
    ("NUM14", "Coaches cost a little more than planned.", {}),
    ("NUM05", "We take more children with complex needs than before.", {"travel": Travel.DETERIORATING}),
    ("NUM05", "This result is down to two courts.", {"travel": Travel.IMPROVING}),
    (
        "NUM05",
        "Recorded fires declined.",
        of("", "210", "186", "198", title="Fires recorded") | {"forecast": Decimal(246)},
    ),
    ("NUM06", "The result is above the national standard.", {}),
    (
        "NUM06",
        "Homes were handed over, two more than planned.",
        of("", "180", "141", "168", title="Homes started", lower=False),
    ),
    ("NUM05", "Staff has reduced.", of("%", "11", "13", "12", title="Staff turnover")),
    ("NUM05", "In one group the figure was 53.4%, better than that of all (54.0%).", {}),
    ("NUM14", "Few are placed in August; the two previous summers were similar.", {"previous": Decimal(61)}),
    ("NUM06", "Dry recycling held up well.", of("%", "52", "46", "49", title="Waste recycled", lower=False)),
    ("NUM14", "Sickness has risen very slightly.", of("days", "2.1", "2.4", "2.3", title="Days of sickness")),
]


@pytest.mark.parametrize(("code", "text", "given"), FIRES)
def test_what_an_editor_would_ask_about(code: str, text: str, given: dict[str, Any]) -> None:
    assert code in told(text, **given)


@pytest.mark.parametrize(("code", "text", "given"), QUIET)
def test_what_an_editor_would_not_ask_about(code: str, text: str, given: dict[str, Any]) -> None:
    assert code not in told(text, **given)
