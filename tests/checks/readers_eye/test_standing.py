"""How a text says that the result, or the year's end, stands to its target: its side, and in praise and blame."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.checks.readers_eye import read_through
from generator.judging.scheme_file import read_scheme
from generator.model.measure import Kind
from generator.model.period import Period
from generator.project.folder import BUNDLED_TEMPLATES
from tests.checks.readers_eye.commentary import FINE, KNOWN, MEASURE, codes, judged, of, told

CALLS = "Calls answered within two minutes"
BELOW = of("%", "90.0", "78.2", "81.0", title=CALLS, lower=False) | {"forecast": Decimal(82)}
JUST_BELOW = of("%", "90.0", "88.2", "91.7", title=CALLS, lower=False)
ABOVE = of("%", "80.0", "84.9", "78.3", title=CALLS, lower=False)
TOO_LONG = of("days", "8.5", "9.6", "9.1", title="Working days lost to sickness per employee")
SHORT_ENOUGH = of("days", "8.5", "7.6", "8.8", title="Working days lost to sickness per employee")
FEW = of("", "150", "118", "52", title="Affordable homes completed", lower=False)
MANY = of("", "150", "188", "52", title="Affordable homes completed", lower=False)

ASKED = [
    (JUST_BELOW, "We met the 90% target even with the annual bills and garden waste renewals both landing in April."),
    (BELOW, "Target achieved."),
    (BELOW, "We continue to exceed the target."),
    (BELOW, "Call answering is now back within target."),
    (BELOW, "We managed to meet the target in spite of the busy period."),
    (BELOW, "At 78.2% we are comfortably over the 90% we promised."),
    (BELOW, "The number of calls answered within two minutes has met target in the quarter."),
    (BELOW, "Our performance against this indicator has met the target set for the quarter."),
    (ABOVE, "The target has not been met because of sickness in the team."),
    (ABOVE, "This has led to the target being missed."),
    (ABOVE, "Sickness in the team caused us to miss the target."),
    (ABOVE, "Vacancies meant that we were not able to meet the target."),
    (ABOVE, "We have yet to meet the target."),
    (ABOVE, "Missed by 4.9 percentage points."),
    (ABOVE, "Just under."),
    (ABOVE, "We're not where we want to be."),
    (ABOVE, "Fewer calls are answered within two minutes than we would wish."),
    (ABOVE, "The underperformance is due to vacancies."),
    (SHORT_ENOUGH, "Sickness is running well over, at 7.6 days."),
    (SHORT_ENOUGH, "Absence is higher than planned."),
    (TOO_LONG, "We kept within our target."),
    (FEW, "118 homes, 32 over the profile."),
    (FEW, "More homes have been completed than we planned."),
    (FEW, "32 ahead."),
    (MANY, "We are 38 short."),
    (MANY, "25% below profile."),
    (BELOW, "We expect to be back on target at year end, provided recruitment goes well."),
    (BELOW, "The recovery plan has us catching up with the target by March."),
    (BELOW, "There is no reason why the target for the year should not be met."),
    (BELOW, "The year-end target remains within reach."),
    (ABOVE, "It is unlikely that the target will be met by March."),
    (SHORT_ENOUGH, "We will end the year over target."),
    (ABOVE, "The result falls below the required standard."),
    (ABOVE, "We were under the LDP standard of 80% for the first time since 2012."),
    (FEW, "We are well on the way to the 150 we want by March."),
    (TOO_LONG, "We have exceeded our target of 8.5 days comfortably."),
    (BELOW, "That keeps us the right side of the 90% we set ourselves."),
    (FEW, "We have passed the 150 that we set."),
    (TOO_LONG, "We are within the 8.5 days that the board allows."),
    (BELOW, "Over 90% of calls were answered within two minutes."),
]
NOT_ASKED = [
    (BELOW, "To meet the target, six advisers were hired."),
    (BELOW, "Meeting the target will take six more advisers."),
    (BELOW, "Four of our six teams met the target."),
    (BELOW, "The housing line met the target."),
    (BELOW, "Performance for webchat was above target."),
    (BELOW, "The team met every target but this one."),
    (BELOW, "In the first quarter we met the target."),
    (BELOW, "If sickness falls we will meet the target by year end."),
    (BELOW, "We would have met the target without the system outage."),
    (BELOW, "We were on course to meet the target until the outage in August."),
    (BELOW, "The team is two advisers short."),
    (BELOW, "The summer is over, and advisers are back."),
    (BELOW, "Staff met to go over the plan."),
    (BELOW, "Recruitment is on target."),
    (BELOW, "Where the target is met, callers say so."),
    (BELOW, "More staff are needed than we planned."),
    (ABOVE, "Calls about council tax fell short of the standard."),
    (ABOVE, "Had we not hired, we would have missed the target."),
    (ABOVE, "The new system is behind schedule, which has not held us back."),
    (TOO_LONG, "Absence is above target in three of five directorates, because of stress."),
    (TOO_LONG, "Short-term absence is below target."),
    (FEW, "There are more homes on site than we planned for at this stage."),
    (BELOW, "New registrations (74) are above what was planned."),
    (ABOVE, "We are over target, having been slightly under (78.3%) in the first quarter."),
    (ABOVE, "Outcomes so far: satisfactory 94; unsatisfactory 41."),
    (TOO_LONG, "It took 9.6 days, a fifth of a day over target, as flu came early."),
    (TOO_LONG, "Absence was 9.6 days a head, though not yet at the 8.5 we set."),
    (BELOW, "Over 90% of letters were answered in time."),
    (FEW, "At the half-way mark 118 homes were finished."),
    (BELOW, "On 41 of 92 days we were above 90%."),
]
PRAISED_OR_BLAMED = [
    (BELOW, "We're now fully recovered from the system outage."),
    (BELOW, "Performance continues to be consistently high."),
    (BELOW, "Callers are answered quickly."),
    (BELOW, "Residents are getting a prompt answer to their calls."),
    (BELOW, "The contact centre has performed well."),
    (BELOW, "78.2% of calls were answered in time, which is an excellent result."),
    (BELOW, "The service has performed strongly in a challenging environment."),
    (BELOW, "There are no causes for concern."),
    (BELOW, "Call answering is ahead of schedule."),
    (BELOW, "We are pleased that performance is so strong."),
    (TOO_LONG, "We continue to see low levels of sickness."),
    (TOO_LONG, "Absence is well managed."),
    (ABOVE, "The service is underperforming."),
    (ABOVE, "Too many callers are waiting too long."),
    (ABOVE, "We are not happy with this performance."),
    (SHORT_ENOUGH, "Sickness remains stubbornly high."),
]
OF_ANOTHER = [
    (BELOW, "Officers have done very well and should be thanked."),
    (BELOW, "The new website went live in May. It has been a great success."),
    (BELOW, "Although feedback from callers is good, answers are slow."),
    (BELOW, "Callers on hold, 2,170 of them, had few problems."),
    (BELOW, "Housing calls (92.6%) and those about bins (91.0%) are fine."),
    (ABOVE, "Callbacks are another matter: 79 minutes, and far too long."),
    (ABOVE, "Attacks on staff rose from four to nine, which is wholly unacceptable."),
    (TOO_LONG, "Day-time absence is low, at 3.1 days."),
    (BELOW, "Callers complain about the music, which is good to know."),
    (BELOW, "It is good to see that people ring less about bins."),
    (ABOVE, "The one disappointment is the number of calls cut off."),
    (ABOVE, "Two of our contractors failed and the third is weak."),
    (BELOW, "A good number of calls are about council tax."),
    (BELOW, "Performance was excellent in Housing."),
    (BELOW, "The team responded well to the outage."),
    (BELOW, "Calls from businesses are answered well."),
    (BELOW, "Three new advisers have settled in well."),
    (BELOW, "The centre was open on the bank holiday, which was welcome."),
    (BELOW, "We continue to see steady progress on this standard."),
    (TOO_LONG, "Sickness is running well over, at 9.6 days."),
    (TOO_LONG, "Turnover remains low."),
    (ABOVE, "Despite a difficult quarter, we answered 84.9% in time."),
    (ABOVE, "Vacancies are a concern."),
    (SHORT_ENOUGH, "Stress is too high in two directorates."),
]


@pytest.mark.parametrize(("given", "text"), [*ASKED, *PRAISED_OR_BLAMED])
def test_a_side_on_which_the_figure_is_not(given: dict[str, Any], text: str) -> None:
    assert "NUM06" in told(text, replace(KNOWN, print_all=True), **given)


@pytest.mark.parametrize(("given", "text"), [*NOT_ASKED, *OF_ANOTHER])
def test_what_tells_nothing_of_how_it_stands(given: dict[str, Any], text: str) -> None:
    assert {"NUM06", "NUM15"}.isdisjoint(told(text, replace(KNOWN, print_all=True), **given))


MADE_SMALL = [
    (BELOW, "We fell slightly short because of leave."),
    (TOO_LONG, "Employees were off marginally longer than the standard."),
    (BELOW, "It came up just short."),
    (BELOW, "Performance is slightly below target."),
    (BELOW, "The slight dip against our 90% standard is down to vacancies."),
    (BELOW, "We almost hit the target."),
    (BELOW, "The target was only just missed."),
    (BELOW, "We came very close to meeting the target."),
    (BELOW, "We missed our target by a whisker."),
    (BELOW, "We are very close to the target."),
    (BELOW, "There is a small gap between performance and target."),
    (TOO_LONG, "Absence is slightly above target."),
    (FEW, "We are a few homes short of target."),
    (FEW, "We are just outside the 150 we set ourselves."),
]
NOT_MADE_SMALL = [
    (BELOW, "We are a little short of staff."),
    (BELOW, "The team was just short on numbers."),
    (JUST_BELOW, "We narrowly missed the target."),
    (BELOW, "A small team answers calls, and the target was missed."),
    (BELOW, "We were slightly below target last year."),
    (BELOW, "Webchat is slightly below target."),
    (BELOW, "A minor change to the target was agreed."),
    (BELOW, "We need slightly more advisers to meet the target."),
    (BELOW, "We are nearly a quarter below the target."),
]


@pytest.mark.parametrize(("given", "text"), MADE_SMALL)
def test_a_large_gap_called_small(given: dict[str, Any], text: str) -> None:
    assert "NUM14" in told(text, **given)


@pytest.mark.parametrize(("given", "text"), NOT_MADE_SMALL)
def test_what_makes_no_large_gap_small(given: dict[str, Any], text: str) -> None:
    assert "NUM14" not in told(text, **given)


OF_MILESTONES = BUNDLED_TEMPLATES / "schemes" / "south-kesteven.toml"
CENTRE = replace(
    MEASURE,
    title="New leisure centre opened",
    kind=Kind.MILESTONE,
    unit="",
    quarter_targets=(None, "Completed", None, None),
    year_end_target="Completed",
)


@pytest.mark.parametrize(
    ("milestone", "text", "asks"),
    [
        ("Overdue", "The project is on track.", True),
        ("Overdue", "The milestone has been met.", True),
        ("On track", "The leisure centre is late.", True),
        ("On track", "It is not on target.", True),
        ("On track", "The project is on track.", False),
        ("Overdue", "The car park was completed in July.", False),
        ("Overdue", "We expect the project to be back on track by January.", False),
    ],
)
def test_what_is_said_of_a_milestone(milestone: str, text: str, *, asks: bool) -> None:
    scheme = read_scheme(OF_MILESTONES.read_text(encoding="utf-8"), OF_MILESTONES.name)
    given: dict[str, Any] = {"measure": CENTRE, "actual": milestone, "forecast": milestone, "scheme": scheme}
    assert ("NUM06" in codes(judged(FINE | {"context": (text,)}, **given), replace(KNOWN, print_all=True))) is asks


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("NUM06", "We comfortably beat the target in November."),
        ("NUM06", "The result for November 2018 exceeded the target."),
        ("NUM01", "Performance in November was 87.2%, because two posts are vacant."),
        ("", "We beat the target in October, but not in November."),
        ("", "We beat the target in November 2017."),
        ("", "We beat the target last November."),
        ("", "We missed the target in November."),
    ],
)
def test_the_month_of_a_monthly_report_is_now(code: str, text: str) -> None:
    found = judged(FINE | {"context": (text,)}, **BELOW)
    own = found._replace(returned=replace(found.returned, period=Period.parse("2018-19-M08")))
    asked = {each.code for each in read_through(own, KNOWN) if each.code.startswith("NUM")}
    assert asked - {"NUM07"} == {code} - {""}


def test_a_text_with_nothing_but_actions_is_read() -> None:
    asked = codes(judged({"actions": ("The result was only slightly below target.",)}, **BELOW))
    assert "NUM14" in asked
