"""Sums that a text leaves to its reader, and the side of the target that it tells."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.checks.readers_eye import read_through
from generator.model.measure import Basis
from tests.checks.readers_eye.commentary import KNOWN, judged, of, told

SHARE = of("%", "80.0", "62.4", "66.1", lower=False, title="Parcels sent on the day") | {"year_ago": Decimal("58.0")}
DAYS = of("days", "4.00", "4.62", "4.10", title="Days lost to sickness per head")
WAIT = of("", "40", "63", "58", title="Families waiting for a ramp")
SUM = of("", "500", "430", "205", lower=False, title="Trees planted")
SUM["measure"] = replace(SUM["measure"], basis=Basis.CUMULATIVE, year_end_target=Decimal(1000))
RENT = of("%", "56.0", "55.7", "28.9", lower=False, title="Rent collected")
WITHIN = of("%", "90.0", "95.8", "94.1", lower=False, title="Claims settled within 60 days") | {
    "forecast": Decimal("80.0")
}

ASKED = [
    ("NUM04", DAYS, "At 4.62 days, of which long spells make up 2.95 and short ones 1.87, we are high because of flu."),
    ("NUM04", WAIT, "Flats are 31, houses 20 and bungalows 17, which makes the 63, because lifts are dear."),
    ("NUM01", SHARE, "By van it was 71%, and for the rest, by post, it was 68%, because of strikes."),
    ("NUM01", SHARE, "It was 58.1% in July, 55.0% in August and 60.2% in September, because of strikes."),
    ("NUM03", SUM, "We are at 94% of the profile, because of drought."),
    ("NUM03", SUM, "We have 94% of the half-year target, because of drought."),
    ("NUM10", SHARE, "The gap to target is 19.6 points because of strikes."),
    ("NUM10", DAYS, "That is 0.82 days more than the 4.10 of the spring, because of flu."),
    ("NUM13", SHARE, "A 3.7% fall on last quarter, caused by two strikes."),
    ("NUM05", DAYS, "The average has come down, because of flu jabs."),
    ("NUM03", SUM, "At 430 we have two thirds of the annual target, because of drought."),
    ("NUM03", WITHIN, "95.8% of claims took more than 60 days, because clerks are few."),
    ("NUM03", WITHIN, "Of 500 claims 429 were settled within 60 days, because clerks are few."),
    ("NUM03", WITHIN, "95.8% was settled: 429 of 500 claims, because clerks are few."),
    ("NUM03", RENT, "By the end of September £5.1m of the £9.6m due had come in, because bills went out late."),
    ("NUM03", WITHIN, "5.2% of claims were not settled within 60 days, because clerks are few."),
    ("NUM03", SHARE, "Of the rest, 12 parcels of 40 came by noon, or 38.4%, because of strikes."),
    ("NUM06", SHARE, "Parcels sent on the day are in line with the standard, thanks to new vans."),
    ("NUM06", SUM, "Trees planted overshot the profile, thanks to volunteers."),
    ("NUM06", SHARE, "The service is where it planned to be at this stage of the year."),
    ("NUM06", WAIT, "At 63 we are under the ceiling, thanks to volunteers."),
    ("NUM06", WAIT, "The target was narrowly met, thanks to volunteers."),
    ("NUM06", WITHIN, "Settling claims fell short of the standard, because clerks are few."),
    ("NUM05", SHARE, "62.4% is below the 58.0% of a year ago, because of strikes."),
    ("NUM01", SHARE, "Every depot was above 64%, thanks to new vans."),
    ("NUM01", SHARE, "No depot sent more than 60% on the day, because of strikes."),
    ("NUM01", SHARE, "By depot it ran from 64% in the hills to 71% in town, because of strikes."),
    ("NUM03", SHARE, "One in seven parcels (11.4%) came after noon, because of strikes."),
    ("NUM06", SUM, "Trees planted are above the September profile, thanks to volunteers."),
    ("NUM10", SHARE, "We are 9th of 15 couriers, up from 7th, thanks to new vans."),
    ("NUM10", SHARE, "We slipped from 9th to 7th, because of strikes."),
    ("NUM05", SHARE, "The share has climbed for the second quarter running, thanks to new vans."),
    ("NUM17", SHARE, "The share was below the standard for the first time since the autumn, because of strikes."),
    ("NUM17", WAIT, "The number is back above the ceiling, because lifts are dear."),
    ("NUM05", SHARE, "We are above the England average of 67%, thanks to new vans."),
]

QUIET = [
    (WITHIN, "Sickness 7.4%, vacancies 5 of 42, because clerks are few."),
    (DAYS, "At 4.62 days, of which long spells make up 2.95 and short ones 1.67, we are high because of flu."),
    (DAYS, "At 4.62 days, of which 2.95 in two teams, up from 1.90, we are high because of flu."),
    (SHARE, "By van it was 71%, and for the rest, by post, it was 48%, because of strikes."),
    (SHARE, "Of all parcels 71% went by van and the other 29% by post, because of strikes."),
    (SHARE, "It was 68.1% in July, 55.0% in August and 60.2% in September, because of strikes."),
    (SUM, "We are at 86% of the profile and 43% of the annual target, because of drought."),
    (SHARE, "Two of the three depots met the standard, which the third missed because of strikes."),
    (SHARE, "Letters are above target, which parcels are not, because of strikes."),
    (SHARE, "In July we were above target, because vans were new."),
    (SHARE, "62.4% is above the England average of 57%, thanks to new vans."),
    (SHARE, "Every depot was above 55%, and one was above 70%, because of strikes."),
    (SHARE, "By depot it ran from 54% in the hills to 71% in town, because of strikes."),
    (SHARE, "One in nine parcels (11.4%) came after noon, because of strikes."),
    (SHARE, "The gap to target is 17.6 points because of strikes."),
    (SHARE, "Strikes brought volumes 12% above plan, and bulky goods (54.6%) had 71 of the 146 late ones."),
    (SHARE, "Letters, at 236, were 14% above the 207 of a year ago, because of strikes."),
    (SHARE, "A parcel cost £4.85, up from £4.30; in town letters were down 6%, because of strikes."),
    (DAYS, "That is 0.52 days more than the 4.10 of the spring, because of flu."),
    (SHARE, "Of the 37.6% that came late, half came within a day, because of strikes."),
    (SHARE, "Those with insurance did nearly as well (60.4%) as others, because of strikes."),
    (SHARE, "Letters came to 41,200, or 458 a day, 4% more than a year before, because of strikes."),
    (SHARE, "Letters were at 88% (target 85%) and bulky goods at 77% (target 74%), because of strikes."),
    (SUM, "July to September brought 225, which beat the 205 of the spring by 10%, in spite of drought."),
    (SHARE, "A fall of 3.7 points on last quarter, caused by two strikes."),
    (SUM, "We need 570 more trees to reach 1,000 by March, because of drought."),
    (SUM, "Trees planted are below the September profile, because of drought."),
    (SHARE, "All but one depot was above 64%, because of strikes."),
    (SHARE, "Among our neighbours it ranges from 64% to 71%, because vans are new."),
    (SHARE, "We are 7th of 15 couriers, up from 9th, thanks to new vans."),
    (SHARE, "The share was below the standard again, because of strikes."),
    (SHARE, "The share fell for the second quarter running, because of strikes."),
    (WAIT, "We are above the ceiling by 23, because lifts are dear."),
    (WAIT, "58 new requests came in (31 in the last quarter; 44 a year before), because lifts are dear."),
    (WAIT, "A year ago we had 71 in all, so it is 8 better; quarter 1 had 58, because lifts are dear."),
    (WITHIN, "95.8% of claims were settled in time and 4.2% were not, because clerks are few."),
    (WITHIN, "Of those who wrote in, 5% were not answered, because clerks are few."),
    (WITHIN, "5% of claims from abroad were not settled within 60 days, because clerks are few."),
    (WITHIN, "We had 500 claims and settled 479 of them, which puts us over the 90% standard, thanks to new clerks."),
    (WITHIN, "95.8% was settled. Of the 120 claims about storms, 101 were settled in 60 days, because clerks are few."),
    (WITHIN, "95.8% was settled. Twelve appeals were heard, ten of which were lost, because clerks are few."),
    (WITHIN, "95.8% was settled. June saw 140 of 160 claims settled in 60 days, because clerks are few."),
    (WITHIN, "479 of 500 claims were settled; of 21 others ten took 70 days, because clerks are few."),
    (WITHIN, "Of 500 claims, 479 were settled in time, against 80% a year ago, thanks to new clerks."),
    (WITHIN, "Money set aside: £1.6m of £1.9m spent, because clerks are few."),
    (WITHIN, "Of 504 stage 1 claims, 483 were settled within 60 days. Claims at stage 2: 17 of 19."),
]


@pytest.mark.parametrize(("code", "given", "text"), ASKED)
def test_what_does_not_come_out(code: str, given: dict[str, Any], text: str) -> None:
    assert code in told(text, **given)


@pytest.mark.parametrize(("given", "text"), QUIET)
def test_what_comes_out_or_is_of_something_else(given: dict[str, Any], text: str) -> None:
    assert [each for each in told(text, **given) if each.startswith("NUM") and each != "NUM07"] == []


def test_a_result_of_nought_is_shown() -> None:
    given = of("%", "5.0", "0.0", "2.0", lower=False, title="Parcels sent")
    found = read_through(judged({"context": ("Every depot was above 4%, because of strikes.",)}, **given), KNOWN)
    assert [dict(each.facts)["known"] for each in found if each.code == "NUM01"] == ["0.0%"]
