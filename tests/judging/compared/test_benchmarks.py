"""Which figures of others fit a result, and the place of a result among peers: worked out by hand."""

from decimal import Decimal
from typing import Any

import pytest

from generator.judging.compared.benchmarks import benchmarks_of, is_old, misfit, named_benchmarks, peers_of
from generator.model.dated import Benchmark
from generator.model.figures import YearToDate
from generator.model.measure import Basis, Kind, Measure, Polarity
from generator.model.period import Frequency, Period

Q2 = Period(2018, 2)
YEAR_BEFORE = Period(2017, 1, 1)


def compared(*benchmarks: Benchmark, **fields: Any) -> Measure:
    kind = fields.get("kind", Kind.PERCENTAGE)
    defaults = {"kind": kind, "unit": kind.usual_unit, "stands_in": Q2}
    return Measure(code="X", title="X", groups=("P",), benchmarks=benchmarks, **{**defaults, **fields})


def england(value: str, period: Period = YEAR_BEFORE, name: str = "England") -> Benchmark:
    return Benchmark(name=name, value=Decimal(value), period=period)


def peers(*values: str, period: Period = YEAR_BEFORE) -> tuple[Benchmark, ...]:
    return tuple(
        Benchmark(name=f"Peer {number}", value=Decimal(value), period=period, peers="Neighbours")
        for number, value in enumerate(values)
    )


def targets(*quarters: str) -> dict[str, Any]:
    return {"quarter_targets": tuple(map(Decimal, quarters)), "year_end_target": Decimal(quarters[-1])}


AVERAGE = ("22", "22", "21", "20")


def test_the_latest_of_each_name_that_had_ended_is_compared_with() -> None:
    older, later = england("70", Period(2016, 1, 1)), england("99", Period(2018, 1, 1))
    measure = compared(older, england("78.26"), later, england("80", name="Wales"))
    assert [(each.name, each.value, each.period) for each in benchmarks_of(measure)] == [
        ("England", Decimal("78.3"), YEAR_BEFORE),
        ("Wales", Decimal("80.0"), YEAR_BEFORE),
    ]
    assert benchmarks_of(compared(england("78"), stands_in=None)) == ()
    assert benchmarks_of(compared(england("78"), stands_in=Period(2017, 4))) != ()
    assert benchmarks_of(compared(england("78"), stands_in=Period(2017, 3))) == ()


@pytest.mark.parametrize(
    ("fields", "period", "fits", "at_year_end"),
    [
        ({"kind": Kind.PERCENTAGE, "basis": Basis.QUARTER}, YEAR_BEFORE, True, True),
        ({"kind": Kind.NUMBER, "basis": Basis.QUARTER}, YEAR_BEFORE, None, None),
        ({"kind": Kind.NUMBER, "basis": Basis.QUARTER}, Period(2017, 3), True, True),
        ({"kind": Kind.NUMBER, "basis": Basis.SNAPSHOT}, YEAR_BEFORE, True, True),
        ({"kind": Kind.PERCENTAGE, "year_to_date": YearToDate.SUM}, YEAR_BEFORE, None, None),
        # what adds up fits where it is of as much of a year
        ({"kind": Kind.MONEY, "basis": Basis.CUMULATIVE}, YEAR_BEFORE, False, True),
        ({"kind": Kind.MONEY, "basis": Basis.CUMULATIVE}, Period(2017, 2), True, False),
        ({"kind": Kind.MONEY, "basis": Basis.CUMULATIVE}, Period(2017, 3), False, False),
        ({"kind": Kind.DAYS, "basis": Basis.CUMULATIVE}, YEAR_BEFORE, False, True),
        ({"kind": Kind.RATE, "unit": "per 10,000", "basis": Basis.CUMULATIVE}, YEAR_BEFORE, False, True),
        ({"kind": Kind.RATE, "unit": "per 10,000", "basis": Basis.CUMULATIVE}, Period(2017, 2), True, False),
        ({"basis": Basis.CUMULATIVE, **targets("28", "56", "84", "97")}, YEAR_BEFORE, False, True),
        # what is the same share or average all the year fits at any time
        ({"basis": Basis.CUMULATIVE, **targets("95", "95", "95", "95")}, YEAR_BEFORE, True, True),
        ({"kind": Kind.RATIO, "basis": Basis.CUMULATIVE}, YEAR_BEFORE, True, True),
        ({"kind": Kind.DAYS, "basis": Basis.CUMULATIVE, **targets(*AVERAGE)}, YEAR_BEFORE, True, True),
        ({"kind": Kind.NUMBER, "basis": Basis.CUMULATIVE, "year_to_date": YearToDate.AVERAGE}, YEAR_BEFORE, True, True),
        ({"kind": Kind.NUMBER, "basis": Basis.QUARTER, "year_to_date": YearToDate.AVERAGE}, YEAR_BEFORE, True, True),
        ({"kind": Kind.MONEY, "basis": Basis.QUARTER, "year_to_date": YearToDate.SUM}, YEAR_BEFORE, None, None),
        ({"frequency": Frequency.YEARLY}, Period(2017, 3), None, None),
        ({"frequency": Frequency.MONTHLY}, Period(2017, 3), None, None),
        ({"frequency": Frequency.MONTHLY}, Period(2017, 3, 12), True, True),
    ],
)
def test_what_is_of_another_length_is_not_compared(
    fields: dict[str, Any], period: Period, *, fits: bool | None, at_year_end: bool | None
) -> None:
    measure = compared(england("78", period), **fields)
    assert bool(misfit(measure, period)) is (fits is None)
    assert bool(benchmarks_of(measure)) is bool(fits)
    assert bool(benchmarks_of(measure, at_year_end=True)) is bool(at_year_end)


@pytest.mark.parametrize(
    ("polarity", "result", "place", "joint", "quartile"),
    [
        # 60 70 80 90: a quarter of the way from the best are 82.5 and 67.5, the middle is 75
        (Polarity.HIGHER, "95", 1, False, "top"),
        (Polarity.HIGHER, "82.5", 2, False, "top"),
        (Polarity.HIGHER, "80", 2, True, "second"),
        (Polarity.HIGHER, "74.9", 3, False, "third"),
        (Polarity.HIGHER, "60", 4, True, "bottom"),
        (Polarity.LOWER, "60", 1, True, "top"),
        (Polarity.LOWER, "67.6", 2, False, "second"),
        (Polarity.LOWER, "99", 5, False, "bottom"),
    ],
)
def test_a_result_has_a_place_and_a_quartile_among_peers(
    polarity: Polarity, result: str, place: int, joint: bool, quartile: str
) -> None:
    (found,) = peers_of(compared(*peers("90", "60", "80", "70"), polarity=polarity))
    assert found.median == Decimal("75.0")
    assert found.best_quartile == Decimal("82.5" if polarity is Polarity.HIGHER else "67.5")
    rank = found.rank(Decimal(result))
    assert rank
    assert (rank.place, rank.of, rank.joint, rank.quartile) == (place, 5, joint, quartile)


def test_few_peers_have_no_quartiles_and_no_polarity_has_no_rank() -> None:
    (few,) = peers_of(compared(*peers("90", "60", "80")))
    rank = few.rank(Decimal(85))
    assert rank
    assert (few.best_quartile, few.median, rank.place, rank.quartile) == (None, Decimal("80.0"), 2, "")
    (one,) = peers_of(compared(*peers("90")))
    assert one.median == Decimal("90.0")
    (without,) = peers_of(compared(*peers("90", "60", "80", "70"), polarity=Polarity.NONE))
    assert (without.rank(Decimal(85)), without.best_quartile, without.median) == (None, None, Decimal("75.0"))


def test_all_peers_are_of_the_sets_latest_period() -> None:
    measure = compared(*peers("90", "60"), *peers("50", "40", "30", period=Period(2016, 1, 1)))
    assert peers_of(measure)[0].values == (Decimal("60.0"), Decimal("90.0"))
    assert set(named_benchmarks(measure)) == {"neighbours median"}


@pytest.mark.parametrize(
    ("period", "years", "old"),
    [(Period(2016, 1, 1), 2, False), (Period(2015, 1, 1), 2, True), (Period(2016, 2), 2, False), (Q2, 0, False)],
)
def test_a_figure_is_old_when_its_period_ended_more_than_so_many_years_before(
    period: Period, years: int, *, old: bool
) -> None:
    assert is_old(period, Q2, years) is old
