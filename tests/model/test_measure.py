"""What a measure is held against in each period of its year."""

from datetime import date

import pytest

from generator.model.figures import type_of_figure
from generator.model.measure import Kind, Measure, Polarity, code_key
from generator.model.period import Period

DAY, OTHER = date(2018, 6, 30), date(2018, 12, 31)


@pytest.mark.parametrize(
    ("kind", "polarity", "given", "held"),
    [
        (Kind.MILESTONE, Polarity.NONE, (None, "Begun", None, "Done"), (None, "Begun", "Begun", "Done")),
        (Kind.DATE, Polarity.LOWER, (DAY, None, OTHER, None), (DAY, DAY, OTHER, OTHER)),
        (Kind.DATE, Polarity.HIGHER, (DAY, None, None, None), (DAY, None, None, None)),
        (Kind.YES_NO, Polarity.NONE, ("Yes", None, None, None), ("Yes", None, None, None)),
    ],
)
def test_what_is_to_be_done_stays_due_until_a_later_period_asks_for_another(
    kind: Kind, polarity: Polarity, given: tuple[type_of_figure | None, ...], held: tuple[type_of_figure | None, ...]
) -> None:
    measure = Measure(code="A", title="T", groups=("P",), kind=kind, polarity=polarity, quarter_targets=given)
    assert tuple(measure.quarter_target(Period(2018, quarter)) for quarter in range(1, 5)) == held


@pytest.mark.parametrize("code", ["PL 01", "pl01", " PL\u00a001", "PL\u200b 01", "\ufeffPL 0\u00ad1"])
def test_spellings_of_a_code_are_one(code: str) -> None:
    assert code_key(code) == "pl01"
