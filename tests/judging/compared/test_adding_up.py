"""What adds up over a year, as far as the register says."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.judging.compared.adding_up import only_grows
from generator.model.figures import YearToDate
from generator.model.measure import Basis, Kind, Measure, Polarity

CASES = [
    ("Homes completed", Kind.NUMBER, "", (20, 40, 60, 80), True),
    ("Complaints upheld", Kind.NUMBER, "", (0, 0, 0, 0), True),
    ("Income from lettings", Kind.MONEY, "£", (), True),
    ("Net subsidy per visit", Kind.MONEY, "£", (2, 2, 2, 2), False),
    ("Average cost of a placement", Kind.MONEY, "£", (), False),
    ("Working days lost per employee", Kind.NUMBER, "", (2, 4, 6, 8), True),
    ("Working days lost per employee", Kind.DAYS, "days", (2, 4, 6, 8), True),
    ("Days to decide", Kind.DAYS, "days", (20, 20, 20, 20), False),
    ("Council tax collected", Kind.PERCENTAGE, "%", (28, 56, 82, 97), True),
    ("Reviews held in time", Kind.PERCENTAGE, "%", (90, 90, 90, 90), False),
]


def _measure(title: str, kind: Kind, unit: str, targets: tuple[int, ...]) -> Measure:
    every = tuple(map(Decimal, targets)) or (None,) * 4
    return Measure(
        code="A 1",
        title=title,
        groups=("Services",),
        unit=unit,
        decimals=0,
        polarity=Polarity.HIGHER,
        kind=kind,
        basis=Basis.CUMULATIVE,
        quarter_targets=every,
        year_end_target=every[-1],
    )


@pytest.mark.parametrize(("title", "kind", "unit", "targets", "grows"), CASES)
def test_a_cumulative_figure_only_grows_where_it_is_a_sum(
    title: str, kind: Kind, unit: str, targets: tuple[int, ...], *, grows: bool
) -> None:
    assert only_grows(_measure(title, kind, unit, targets)) is grows


@pytest.mark.parametrize("change", [{"basis": Basis.QUARTER}, {"year_to_date": YearToDate.AVERAGE}])
def test_nothing_else_does(change: dict[str, object]) -> None:
    assert not only_grows(replace(_measure(*CASES[0][:4]), **change))  # type: ignore[arg-type]
