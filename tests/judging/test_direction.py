from decimal import Decimal

import pytest

from generator.judging.direction import Direction, Travel, direction_of, travelling
from generator.model.measure import Basis, Measure, Polarity
from generator.model.officer_return import Half, Return, Source
from generator.model.period import Frequency, Period

Q2 = Period(2018, 2)


def direction(
    polarity: str, actual: str | None, *, basis: str = "", decimals: int = 1, period: Period = Q2, **returned: object
) -> Direction:
    measure = Measure(
        code="X 1", title="X", groups=("P",), polarity=Polarity(polarity), basis=Basis(basis), decimals=decimals
    )
    half = Half(actual=Decimal(actual) if actual else None)
    source = Source(file="x.xlsx", sha256="")
    plain = Return(measure_code="X 1", period=period, source=source, quarter=half, **returned)  # type: ignore[arg-type]
    return direction_of(measure, plain)


@pytest.mark.parametrize(
    ("polarity", "before", "now", "expected"),
    [
        ("higher", "61.8", "65.0", Travel.IMPROVING),
        ("higher", "65.0", "61.8", Travel.DETERIORATING),
        ("lower", "30.9", "31.5", Travel.DETERIORATING),
        ("lower", "31.5", "30.9", Travel.IMPROVING),
        ("higher", "65.0", "65.0", Travel.STABILISED),
        ("higher", "65.04", "64.96", Travel.STABILISED),
        ("none", "1", "1", Travel.STABILISED),
        ("none", "1", "2", None),
    ],
)
def test_direction_follows_the_printed_figures(polarity: str, before: str, now: str, expected: Travel | None) -> None:
    found = direction(polarity, now, previous_actual=Decimal(before))
    assert found.travel is expected
    assert found.comparator == ("Q1 2018/19" if expected else None)


def test_without_an_earlier_figure_there_is_no_direction() -> None:
    assert direction("higher", "65") == Direction()
    assert direction("higher", None, previous_actual=Decimal(1)).travel is None


def test_a_cumulative_figure_compares_with_the_same_quarter_last_year() -> None:
    ten, thirty = Decimal(10), Decimal(30)
    found = direction("higher", "20", basis="cumulative", previous_actual=ten, year_ago_actual=thirty)
    assert (found.travel, found.comparator) == (Travel.DETERIORATING, "Q2 2017/18")
    assert direction("higher", "20", basis="cumulative", previous_actual=Decimal(10)).travel is None


@pytest.mark.parametrize("starts", [1, 4, 9])
@pytest.mark.parametrize("frequency", Frequency)
def test_so_does_one_of_any_other_period(frequency: Frequency, starts: int) -> None:
    """At the beginning, within and at the end of a year."""
    whole = Period(2025, 1, 1, starts)
    for period in {whole.of_its_year(frequency)[at] for at in (0, frequency.per_year // 2, -1)}:
        ten, thirty = Decimal(10), Decimal(30)
        found = direction(
            "higher", "20", basis="cumulative", period=period, previous_actual=ten, year_ago_actual=thirty
        )
        assert (found.travel, found.comparator) == (Travel.DETERIORATING, period.year_ago.short)


def test_last_year_serves_where_last_quarter_is_not_known() -> None:
    found = direction("higher", "20", year_ago_actual=Decimal(10))
    assert (found.travel, found.comparator) == (Travel.IMPROVING, "Q2 2017/18")


def test_a_stated_direction_keeps_its_reason() -> None:
    found = direction(
        "higher", "20", direction_override="improving", direction_reason="Audit", previous_actual=Decimal(30)
    )
    assert (found.travel, found.stated, found.reason) == (Travel.IMPROVING, True, "Audit")


@pytest.mark.parametrize(
    ("direction", "comparator", "expected"),
    [
        ("Improving", "Q1 2018/19", "is improving on Q1 2018/19"),
        ("Improving", "", "is improving"),
        ("improving", "", "is improving"),
        ("Improving", "Q1 2017/18 (trend)", "is improving, by the trend since Q1 2017/18"),
        ("Stabilised", "Q1 2018/19", "has stabilised since Q1 2018/19"),
        ("Stabilised", "", "has stabilised"),
        ("Stabilised", "Q1 2017/18 (trend)", "has stabilised, by the trend since Q1 2017/18"),
        ("Deteriorating", "Q1 2018/19", "has deteriorated since Q1 2018/19"),
        ("Deteriorating", "", "is deteriorating"),
        ("Deteriorating", "Q1 2017/18 (trend)", "has deteriorated, by the trend since Q1 2017/18"),
        ("N/A", "Q1 2018/19", ""),
        ("", "", ""),
        ("Sideways", "Q1 2018/19", ""),
    ],
)
def test_directions(direction: str, comparator: str, expected: str) -> None:
    assert travelling(direction, comparator) == expected


def test_what_is_no_direction_is_refused() -> None:
    with pytest.raises(TypeError, match="“1” is not text"):
        travelling(1)  # type: ignore[arg-type]
