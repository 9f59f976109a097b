"""Numbers in a commentary against the figures of the form."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.checks.readers_eye import read_through
from generator.model.measure import Basis, Kind, Polarity
from generator.model.period import Period
from tests.checks.readers_eye.commentary import KNOWN, MEASURE, codes, judged, of, told

FIRES = [
    ("NUM01", "The rate for this quarter is 45.1%.", {}),
    ("NUM01", "It stood at 56.8% at the end of the quarter.", {}),
    ("NUM01", "Performance at Q2 of 61.2% was a surprise.", {}),
    ("NUM03", "Of the six children placed, three waited longer than planned.", {}),
    ("NUM04", "We had 20 cases, made up of 9 old cases and 12 new cases.", {}),
    ("NUM04", "They were 179 in hostels and 105 in flats, 254 altogether.", {}),
    ("NUM08", "Two thirds of families need no further help.", {"actual": None}),
    ("NUM01", "It fell from 61.0% to 53.6%, for courts sat late.", {"previous": Decimal(61)}),
    ("NUM01", "It fell from 64.0% to 56.3%, for courts sat late.", {"previous": Decimal(61)}),
    ("NUM01", "It is 56.3%, compared with 64.0% in quarter 1.", {"previous": Decimal(61)}),
    ("NUM01", "65.3% were placed in the period, as courts sat late.", {}),
    ("NUM01", "The share placed between July and September, 53.6%, is low.", {}),
    ("NUM03", "More than three quarters of children were placed in time.", {}),
    ("NUM04", "Of the 100 cases, 50 were old, 30 new and 40 from elsewhere.", {}),
    ("NUM10", "It is 4.7 points down on Q1 and 6 points below target.", {"previous": Decimal(61)}),
    (
        "NUM10",
        "Homes fell 13 short of last year's figure, or 21%.",
        of("", "120", "97", "99", lower=False, title="Homes") | {"year_ago": Decimal(110)},
    ),
    ("NUM10", "Fires were five above the target of 120.", of("", "120", "133", "99", title="Fires")),
    ("NUM10", "Placing fell by 6.4 points since June.", {"previous": Decimal(61)}),
    (
        "NUM12",
        "We expect to build 400 homes by the end of March 2019.",
        of("", "120", "97", "99", lower=False, title="Homes")
        | {
            "measure": replace(
                MEASURE,
                unit="number",
                kind=Kind.NUMBER,
                title="Homes",
                quarter_targets=(None, Decimal(120), None, None),
                year_end_target=Decimal(480),
            )
        },
    ),
    ("NUM10", "Homes have more than halved since Q1.", of("", "120", "97", "99", lower=False, title="Homes")),
    ("NUM10", "The average has doubled since last year.", {"year_ago": Decimal(50)}),
    ("NUM04", "£90,000 was paid: £50,000 for youth, £20,000 for sport and £30,000 for arts.", {}),
    ("NUM11", "We aim to place 70% in time.", {}),
    ("NUM12", "We forecast a position of 62.0% for the year end, as courts sit late.", {}),
    ("NUM13", "Timeliness dropped by 4.7%, as courts sat late.", {"previous": Decimal(61)}),
    ("NUM03", "All but 30 of the 100 children were placed in time.", {}),
    ("NUM03", "Of 100 children placed, 50 waited longer than planned.", {}),
    ("NUM04", "36 of the 64 were placed in time. The other 38 waited for a court.", {}),
    ("NUM10", "Placing worsened by 6.4 points compared with quarter 1.", {"previous": Decimal(61)}),
    ("NUM10", "This is a fall of seven days on quarter 1.", of("days", "20", "27", "30")),
    ("NUM12", "It is anticipated that the year will close at 62.0%.", {}),
    ("NUM01", "Between 60% and 65% were placed in time this quarter.", {}),
    ("NUM01", "Income was £568k this quarter.", of("£", "640000", "588000", "610000", lower=False)),
    (
        "NUM01",
        "There were 1.78m visits this quarter.",
        of("", "2100000", "1870000", "1900000", title="Visits", lower=False),
    ),
    ("NUM03", "Twenty of 53 children were not placed in time.", {}),
    ("NUM03", "Nearly nine tenths of those placed were placed in time.", {}),
    ("NUM03", "Some 34% were not placed in time.", {}),
    ("NUM10", "Calls halved from 18,300 to 15,100.", {}),
    ("NUM10", "Those placed in time have doubled since last quarter.", {"previous": Decimal(50)}),
    ("NUM10", "Attendances rose by 16% from 14,200 to 15,052.", {}),
    ("NUM10", "It took 41 minutes compared with 33 in Q1, an increase of 12 minutes.", {}),
    ("NUM10", "We are 9.4 days over target.", of("days", "20.0", "27.4", "22.3")),
    ("NUM10", "We placed 104, 21% short of target.", of("", "125", "104", "110", lower=False)),
    ("NUM10", "The rate is 4.7 points down on last quarter.", {"previous": Decimal(58)}),
    ("NUM11", "We were some way from the 60% that we had set as our target of 60%.", {}),
    ("NUM12", "The year will end at 62%.", {}),
    ("NUM13", "We missed our target by 8.7%.", {}),
    ("NUM13", "It fell by 4.7% to 56.3%.", {"previous": Decimal(61)}),
]
QUIET = [
    ("NUM01", "The target was lowered by 56.9%."),
    ("NUM01", "Nationally it was 55.9% last year."),
    ("NUM01", "This is down from 57.0% in Q1."),
    ("NUM01", "In Q2 it was 56.3%, compared to 58.9% for the same months a year before."),
    ("NUM01", "It is slightly down on the 57.0% of the first review."),
    ("NUM01", "It is short of last year's 57.1%."),
    ("NUM01", "Other visits were on time in 58.0% of the cases."),
    ("NUM01", "A budget of £56.4 was agreed."),
    ("NUM03", "The plan is part one of two."),
    ("NUM04", "There were 12 complaints, among them 5 about bins and 4 about tax."),
    ("NUM04", "95 minor and 214 other cases were decided, 316 in all with the seven major ones."),
    ("NUM01", "Earlier: Jun 17- 55.7%, Jun 16- 56.9%."),
    ("NUM01", "The year to date figure is 55.9%."),
    ("NUM01", "In minor cases it was 55.8%, in others 57.0%."),
    ("NUM03", "We were on time in 2 of the 3 months."),
    ("NUM03", "Two of the three children had a hearing."),
    ("NUM03", "12 out of 34 were placed within the 13 week period, i.e. 35.3%."),
    ("NUM03", "Just over half of those placed were placed in time."),
    ("NUM10", "Attendances rose by 6% from 14,200 to 15,052."),
    ("NUM10", "Calls lasted 116 seconds longer than a year ago."),
    ("NUM10", "It fell by 14.5% (September 2017 – 196,570)."),
    ("NUM11", "The target was changed from 70% to 65%."),
    ("NUM11", "It is above the target of 5% for agency staff."),
    ("NUM12", "Last year 62% was forecast for the year end."),
    ("NUM13", "We missed our target by 13.4%."),
]


@pytest.mark.parametrize(("code", "text", "given"), FIRES)
def test_what_an_editor_would_ask_about(code: str, text: str, given: dict[str, Any]) -> None:
    assert code in told(text, **given)


@pytest.mark.parametrize(("code", "text"), QUIET)
def test_what_an_editor_would_not_ask_about(code: str, text: str) -> None:
    assert code not in told(text)


@pytest.mark.parametrize(
    ("polarity", "actual", "forecast", "asks"),
    [
        ("higher", "56.3", "58", False),
        ("higher", "56.3", "61", True),
        ("higher", "60", "79", True),
        ("higher", "56.3", "50", False),
        ("lower", "31.5", "29.5", True),
        ("lower", "31.5", "31.0", False),
        ("lower", "31.5", "33", False),
    ],
)
def test_what_a_forecast_needs_of_the_rest_of_the_year(polarity: str, actual: str, forecast: str, asks: bool) -> None:
    target = Decimal(28 if polarity == "lower" else 65)
    targets = {"quarter_targets": (None, target, None, None), "year_end_target": target}
    measure = replace(MEASURE, polarity=Polarity(polarity), unit="days", kind=Kind.DAYS, **targets)  # type: ignore[arg-type]
    found = codes(judged(measure=measure, actual=Decimal(actual), forecast=Decimal(forecast)))
    assert ("NUM07" in found) is asks


@pytest.mark.parametrize(("actual", "asks"), [("99.97", False), ("99.8", True)])
def test_what_is_needed_may_be_the_forecast_but_for_its_rounding(actual: str, *, asks: bool) -> None:
    full = Decimal(100)
    so_far = {"basis": Basis.CUMULATIVE, "quarter_targets": (None, full, None, None), "year_end_target": full}
    measure = replace(MEASURE, decimals=1, **so_far)  # type: ignore[arg-type]
    assert ("NUM07" in codes(judged(measure=measure, actual=Decimal(actual), forecast=full))) is asks


@pytest.mark.parametrize(
    ("number", "forecast", "asks"), [(3, "250", False), (3, "240", True), (2, "250", False), (2, "240", True)]
)
def test_one_quarter_may_differ_more_than_several_together(number: int, forecast: str, *, asks: bool) -> None:
    """Of 262 after three quarters, 214 and 174 are needed; after two, 238 and 218."""
    given = of("days", "250", "262", "260") | {"forecast": Decimal(forecast)}
    given["measure"] = replace(given["measure"], basis=Basis.CUMULATIVE, kind=Kind.DAYS)
    found = judged(**given)
    own = found._replace(returned=replace(found.returned, period=Period(2018, number)))
    assert ("NUM07" in {each.code for each in read_through(own, KNOWN)}) is asks


@pytest.mark.parametrize(("forecast", "asks"), [("68", False), ("70", False), ("71", True)])
def test_the_forecast_of_a_percentage_whose_basis_nobody_said_may_be_of_the_last_quarter(
    forecast: str, *, asks: bool
) -> None:
    """After 56% in Q3 an average of 68% needs 104%, and the register does not say that it is an average."""
    found = judged(actual=Decimal(56), forecast=Decimal(forecast))
    own = found._replace(returned=replace(found.returned, period=Period(2018, 3)))
    assert ("NUM07" in {each.code for each in read_through(own, KNOWN)}) is asks


@pytest.mark.parametrize(
    ("unit", "actual", "previous", "forecast"),
    [("days", "26.8", "29.3", "26.0"), ("%", "99.94", "99.87", "100.00"), ("%", "95.0", "92.6", "95.5")],
)
def test_what_is_of_one_quarter_may_be_forecast_for_the_last(
    unit: str, actual: str, previous: str, forecast: str
) -> None:
    """The average of the year would need a leap; the last quarter needs none."""
    given = of(unit, forecast, actual, previous, lower=unit == "days") | {"forecast": Decimal(forecast)}
    given["measure"] = replace(given["measure"], basis=Basis.QUARTER, year_end_target=Decimal(forecast))
    assert "NUM07" not in told("It improved again, since two gangs came back.", **given)


def test_a_count_that_adds_up_needs_the_rest_in_the_quarters_left() -> None:
    counted = replace(MEASURE, unit="number", kind=Kind.NUMBER, year_end_target=Decimal(125_000))
    measure = replace(counted, quarter_targets=(None, Decimal(60_000), None, None))
    (problem,) = read_through(judged(measure=measure, actual=Decimal(44_745), forecast=Decimal(112_816)), KNOWN)
    assert problem.code == "NUM07"
    assert "34,035.5 must come in each of the two quarters left, and the rate so far is 22,372.5" in problem.message


@pytest.mark.parametrize(
    ("year", "of_quarter", "known", "asked"),
    [
        # of 440 in the year, 262 or 271 have come in two quarters
        (440, 120, {}, ("89.0", "131.0")),
        (440, 120, {"previous": Decimal(140)}, ("84.5", "135.5")),
        (440, 120, {"previous": Decimal(112), "revised": Decimal(140)}, ("84.5", "135.5")),
        (440, 120, {"year_ago": Decimal(90)}, None),  # as good a quarter was there a year ago
        (440, 120, {"year_ago": Decimal(128)}, ("89.0", "131.0")),
        (480, 120, {}, None),
        # an average in the year, after one of 130.5, of 121 or of 131
        (110, 110, {"previous": Decimal(130)}, ("89.5", "130.5")),
        (120, 120, {}, None),
        (120, 120, {"previous": Decimal(111)}, None),
        (110, 110, {"previous": Decimal(111)}, None),  # it may be forecast for the last quarter
        (100, 110, {"previous": Decimal(130)}, ("69.5", "130.5")),
        (115, 110, {"previous": Decimal(150)}, None),  # no leap from the last quarter, though from the average
    ],
)
def test_what_is_of_one_quarter_goes_by_the_earlier_ones_too(
    year: int, of_quarter: int, known: dict[str, Any], asked: tuple[str, str] | None
) -> None:
    measure = replace(
        MEASURE,
        unit="",
        kind=Kind.NUMBER,
        polarity=Polarity.LOWER,
        basis=Basis.QUARTER,
        quarter_targets=(None, Decimal(of_quarter), None, None),
        year_end_target=Decimal(year),
    )
    found = judged(measure=measure, actual=Decimal(131), forecast=Decimal(year), **known)
    found = found._replace(returned=replace(found.returned, previous_revised=known.get("revised")))
    messages = [each.message for each in read_through(found, KNOWN) if each.code == "NUM07"]
    assert len(messages) == (asked is not None)
    for message, (needed, rate) in zip(messages, [asked] if asked else [], strict=True):
        assert f"{needed} must come in each of the two quarters left, and the rate so far is {rate}." in message


@pytest.mark.parametrize("number", ["1.2.3", "1,2,3", "1..5", "4.", "4,", "12,34.5.6", "1/2/3", "5-6-7"])
def test_what_is_no_number_is_passed_over(number: str) -> None:
    told(f"The result is between {number} and {number}%, from {number} to {number}% or {number} of {number}.")


PLANNED = [
    ("higher", (20, 95), 20, 95, False),
    ("higher", (20, 95), 17, 95, False),
    ("higher", (20, 95), 8, 95, True),
    ("higher", (45, 95), 38, 95, True),
    ("lower", (60, 90), 62, 92, False),
    ("lower", (60, 90), 70, 92, True),
    ("lower", (45, 90), 50, 90, False),
    ("lower", (45, 90), 55, 90, True),
]
"""Targets for the half-year and the year, the result, the forecast, and whether the rest of the year is asked about."""


@pytest.mark.parametrize(("polarity", "targets", "actual", "forecast", "asks"), PLANNED)
def test_a_year_that_is_planned_to_begin_otherwise_than_it_ends_may_do_so(
    polarity: str, targets: tuple[int, int], actual: int, forecast: int, *, asks: bool
) -> None:
    of_quarter, of_year = map(Decimal, targets)
    measure = replace(
        MEASURE,
        polarity=Polarity(polarity),
        unit="days",
        kind=Kind.DAYS,
        basis=Basis.CUMULATIVE,
        quarter_targets=(None, of_quarter, None, None),
        year_end_target=of_year,
    )
    found = codes(judged(measure=measure, actual=Decimal(actual), forecast=Decimal(forecast)))
    assert ("NUM07" in found) is asks


@pytest.mark.parametrize(
    ("basis", "targets", "forecast", "asks"),
    [
        ("", ("90", "90"), "61", False),
        ("", ("90", "90"), "72", True),
        ("cumulative", ("90", "90"), "58", False),
        ("cumulative", ("57", "97.5"), "97", False),
        ("cumulative", ("90", "90"), "72", True),
    ],
)
def test_a_percentage_may_be_a_share_of_all_so_far(
    basis: str, targets: tuple[str, str], forecast: str, *, asks: bool
) -> None:
    """Only where its targets grow through the year does it add up; and its year may be its last quarter."""
    of_quarter, of_year = map(Decimal, targets)
    measure = replace(
        MEASURE, basis=Basis(basis), quarter_targets=(None, of_quarter, None, None), year_end_target=of_year
    )
    assert ("NUM07" in codes(judged(measure=measure, forecast=Decimal(forecast)))) is asks


@pytest.mark.parametrize(("actual", "forecast"), [("-1.8", "-1.8"), ("-1.8", "-1.2")])
def test_nothing_is_said_of_a_forecast_below_nought(actual: str, forecast: str) -> None:
    given = of("", "-1.20", actual, "-1.7", lower=False) | {"forecast": Decimal(forecast)}
    assert "NUM07" not in told("Two groups moved, and so it fell.", **given)


@pytest.mark.parametrize(("says", "asks"), [("9.5", True), ("9.9", False), ("9.92", False)])
def test_four_quarters_like_this_one_are_the_year(says: str, asks: bool) -> None:
    given = of("days", "2.00", "2.48", "2.60") | {"forecast": Decimal("9.50")}
    given["measure"] = replace(given["measure"], year_end_target=Decimal(8))
    for text in ("Should this rate continue, the annual figure would be", "If autumn is a guide, the year will end at"):
        assert ("NUM12" in told(f"{text} {says} days.", **given)) is asks


def test_a_fraction_told_twice_in_a_sentence_is_asked_about_once() -> None:
    assert told("Of the 70 reviews due, 57 of 70 were held (84%).").count("NUM03") == 1


NOT_OF_IT = [
    (of("", "98", "71", "84", lower=False, title="Homes let"), "71 homes let, handed over 27 behind plan."),
    (of("", "98", "71", "84", lower=False, title="Homes let"), "71 homes signed over, 27 behind plan."),
    (
        {"previous": Decimal(61)},
        "The gap between boys and girls closed from 8.2 to 4.9 points, though girls lead (59%).",
    ),
    ({}, "Of the under fives 48% waited, which has a target of its own, 60%."),
    ({}, "The inspectorate's threshold for a visit is 60%."),
    ({}, "Foster carers rated the courts at 52%, against a goal of 60%."),
    ({}, "Siblings made up 55% of the 60 children."),
    ({}, "In the north, where the rate went from 70% to 58%, a new judge sits."),
    ({}, "Stage one papers were filed in ten working days for 88% of children."),
    (
        of("", "98", "71", "84", title="Families waiting"),
        "Requests were up by 14%, with debt the first cause (38%) ahead of the end of a tenancy (23%).",
    ),
    ({"actual": Decimal("8.5")}, "34 children of 400 had four hearings or more."),
    (of("£", "98000", "71000", "84000", lower=False, title="Grants won"), "Our success rate with trusts was 27%."),
    (of("", "98", "91", "84", title="Fires"), "A wet summer kept the number of fires below profile."),
]
"""A figure of another thing, a gap, a part, or another target; and what is well where lower is better."""


@pytest.mark.parametrize(("given", "text"), NOT_OF_IT)
def test_what_is_of_another_thing_is_not_asked_about(given: dict[str, Any], text: str) -> None:
    assert [each for each in told(text, **given) if each.startswith("NUM") and each != "NUM07"] == []


SEASONS = [
    ("cumulative", "number", (250, 540), 225, 505, False),
    ("cumulative", "number", (250, 540), 225, 560, True),
    ("cumulative", "%", (60, 95), 44, 85, False),
    ("cumulative", "%", (60, 95), 30, 85, True),
    ("discrete quarter", "%", (75, 75), 58, 65, False),
    ("discrete quarter", "%", (75, 75), 58, 70, True),
]
"""Basis, unit, targets for the half-year and the year, result, forecast, and whether the forecast is asked about."""


@pytest.mark.parametrize(("basis", "unit", "targets", "actual", "forecast", "asks"), SEASONS)
def test_a_forecast_may_be_a_season_better_than_the_year_so_far(
    basis: str, unit: str, targets: tuple[int, int], actual: int, forecast: int, *, asks: bool
) -> None:
    measure = replace(
        MEASURE,
        unit=unit,
        kind=Kind.PERCENTAGE if unit == "%" else Kind.NUMBER,
        basis=Basis(basis),
        quarter_targets=(None, Decimal(targets[0]), None, None),
        year_end_target=Decimal(targets[1]),
    )
    found = codes(judged(measure=measure, actual=Decimal(actual), forecast=Decimal(forecast)))
    assert ("NUM07" in found) is asks
