"""What a commentary compares, with an earlier result, with a number, or two numbers with each other."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.model.measure import Basis
from tests.checks.readers_eye.commentary import of, told

SHARE = of("%", "80", "62.4", "66.1", lower=False, title="Parcels delivered on the day") | {"year_ago": Decimal("58.0")}
WAIT = of("days", "20", "24.5", "22.0", title="Average days to issue a licence") | {"year_ago": Decimal("27.3")}
COUNT = of("", "350", "371", "425", title="Reports of graffiti") | {"year_ago": Decimal(448)}
SUM = of("", "500", "430", "205", lower=False, title="Trees planted") | {"year_ago": Decimal(470)}
SUM["measure"] = replace(SUM["measure"], basis=Basis.CUMULATIVE, year_end_target=Decimal(1000))

DENIED = [
    # in any order of words, with any named time
    (SHARE, "62.4% came on the day. That is up on the first quarter, when vans were short."),
    (SHARE, "62.4% came on the day, which is an advance on quarter 1 and better than 66.1%."),
    (SHARE, "Since the spring the share has climbed, thanks to two new vans."),
    (SHARE, "Compared with a year ago delivery has got worse, as vans are old."),
    (SHARE, "Fewer than the 58.0% of last year, as vans are old: 62.4%."),
    (SHARE, "Higher than at the end of June, thanks to two new vans."),
    (SHARE, "The rate went from 66.1% to 62.4%; it has beaten June's result, thanks to two new vans."),
    (SHARE, "Storms closed the depot in August. The fall on last year is a worry."),
    (WAIT, "Licences took 24.5 days, quicker than the 22.0 of the last return."),
    (WAIT, "The average has lengthened on the same quarter of 2017, since two clerks left."),
    (WAIT, "It takes longer than a year ago, since two clerks left."),
    (COUNT, "371 reports came in, more than in the first quarter, because of the school holidays."),
    (COUNT, "Reports exceeded last year's, because of the school holidays."),
    (SUM, "430 trees are in the ground, ahead of where we were a year ago, thanks to volunteers."),
]
"""NUM05: the figures went the other way."""

ALIKE = [
    (SHARE, "Overall, no change on quarter 1, because vans are old."),
    (SHARE, "Nothing has changed since the spring, because vans are old."),
    (SHARE, "It was much the same as a year ago, because vans are old."),
    (WAIT, "24.5 days, so level with the last return, because clerks are few."),
    (COUNT, "A slight dip since June, because nights were wet."),
    (WAIT, "The average is a touch longer than in quarter 1, because clerks are few."),
]
"""NUM14: alike, or slight, where the figures are well apart."""

SO = [
    (SHARE, "62.4%, down on quarter 1 but up on a year ago, as vans are old."),
    (SHARE, "Letters are down on last year, and their share of our work has fallen since June."),
    (SHARE, "For heavy parcels it was 48%, up from 43%, as vans are larger."),
    (SHARE, "Costs are £31,000, up on quarter 1. That is because of fuel."),
    (SHARE, "The number of parcels rose from 4,100 to 4,480, more than a year ago."),
    (SHARE, "Two depots did better than in the spring, because of new vans."),
    (SHARE, "We hope to be up on last year by March 2019, because vans are new."),
    (SHARE, "The rate is coming up from the Easter low, because of new vans."),
    (SHARE, "62.4% is better than the national average of 57%, because vans are new."),
    (SHARE, "The same quarter of last year had storms, because of which vans stood idle."),
    (WAIT, "Eight applicants waited over a year, the same as in quarter 1, because of appeals."),
    (WAIT, "The fee, at £48, is unchanged since June, because the council froze it."),
    (COUNT, "371 reports, the same team as in quarter 1 having dealt with them, because few left."),
    (COUNT, "A slight dip since the last return in the cost of paint, because of a sale."),
    (SUM, "430 trees are planted. The rise since June is what autumn brings, because of rain."),
    (SUM, "430 are planted, 40 fewer than a year ago, because of drought."),
    (SUM, "That is 40 down on a year ago and 70 (14%) short of the 500 planned, because of drought."),
    (SHARE, "The share for letters was 23.9%, a point below last year, because vans are new."),
    (WAIT, "The 96 licences took 25 days: 3 longer than in the spring (22), as two clerks left."),
    (SHARE, "Reports are up 38% on last year (from 486), because of a sale."),
    (SHARE, "Delivery alone did better, because vans are old."),
    (COUNT, "371 reports, 21 above the half-year share of a ceiling of 700, because of the holidays."),
    (
        WAIT | {"year_ago": Decimal("26.0")},
        "Licences took a day and a half less than a year ago (26.0), as clerks came.",
    ),
]
"""As the figures have it, of something else, of a time that nobody knows, or hoped for."""


@pytest.mark.parametrize(("given", "text"), DENIED)
def test_a_comparison_that_the_figures_deny(given: dict[str, Any], text: str) -> None:
    assert "NUM05" in told(text, **given)


@pytest.mark.parametrize(("given", "text"), ALIKE)
def test_alike_or_slight_where_the_figures_are_apart(given: dict[str, Any], text: str) -> None:
    assert "NUM14" in told(text, **given)


@pytest.mark.parametrize(("given", "text"), SO)
def test_a_comparison_that_is_so_or_of_something_else(given: dict[str, Any], text: str) -> None:
    assert {"NUM05", "NUM10", "NUM14"}.isdisjoint(told(text, **given))


TURNED = [
    ("Vacancies rose from 14 to 11, because agencies are dear.", True),
    ("Vacancies fell from 14 to 11, because agencies pay more.", False),
    ("Fuel dropped from £1.41 to £1.48, because of tax.", True),
    ("The walk was cut from 12 minutes to 2 hours, because of a bridge.", False),
    ("Opening moved from 9 to 8, so that queues fell from 12 to 7, because people come early.", False),
    ("Opening moved from 9 to 8, so that queues fell from 7 to 12, because people come early.", True),
]


@pytest.mark.parametrize(("text", "asks"), TURNED)
def test_what_rises_from_a_number_comes_to_a_larger_one(text: str, *, asks: bool) -> None:
    assert ("NUM10" in told(text, **SHARE)) is asks
