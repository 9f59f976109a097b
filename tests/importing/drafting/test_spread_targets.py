"""A list's targets go under the columns that the register has for what is reported so often."""

from decimal import Decimal

import pytest

from generator.importing.drafting.draft import How, taken
from generator.importing.drafting.spread_targets import spread_over
from generator.importing.meaning.fields import ListField
from generator.model.measure import Measure
from generator.model.period import Frequency

F = ListField
SPREADS: list[tuple[Frequency, str, dict[ListField, int], dict[str, int | None]]] = [
    (Frequency.MONTHLY, "", {F.TARGET: 95}, {F.TARGET: 95}),
    (Frequency.MONTHLY, "", {F.M01: 90, F.M02: 91, F.ANNUAL: 95}, {F.M01: 90, F.M02: 91, F.YEAR_END: 95}),
    (Frequency.MONTHLY, "", {F.ANNUAL: 95}, {F.TARGET: 95, F.YEAR_END: 95}),
    (Frequency.MONTHLY, "", {F.Q1: 95, F.Q2: 95, F.Q3: 95, F.Q4: 95}, {F.TARGET: 95}),
    (Frequency.MONTHLY, "", {F.Q1: 95, F.Q2: 96}, {F.TARGET: None}),
    (Frequency.MONTHLY, "cumulative", {F.TARGET: 95}, {F.TARGET: None, F.YEAR_END: 95}),
    (Frequency.TERMLY, "", {F.TARGET: 95}, {F.TARGET: 95}),
    (Frequency.HALF_YEARLY, "", {F.Q2: 90, F.Q4: 95}, {F.Q2: 90, F.Q4: 95}),
    (Frequency.YEARLY, "", {F.TARGET: 95}, {F.YEAR_END: 95}),
    (Frequency.YEARLY, "", {F.Q4: 95}, {F.YEAR_END: 95}),
    (Frequency.YEARLY, "", {}, {}),
]


@pytest.mark.parametrize(("often", "basis", "given", "spread"), SPREADS)
def test_targets_of_other_periods_than_quarters(
    often: Frequency, basis: str, given: dict[ListField, int], spread: dict[str, int | None]
) -> None:
    measure = Measure(code="", title="", groups=(), unit="%")
    found = spread_over(often, {field: taken(Decimal(each)) for field, each in given.items()}, basis, measure)
    assert {field: each.value for field, each in found.items()} == spread
    assert all((each.how is How.OPEN) == (each.value is None) for each in found.values())
