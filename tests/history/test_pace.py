"""A forecast is asked about where it needs what was never recorded; and only where that is sure."""

from decimal import Decimal

import pytest

from generator.history.pace import never_happened
from generator.history.rows import HistoryRow
from generator.model.measure import Basis, Kind, Measure
from generator.model.period import Period
from tests.history.test_history_csv import row

NOW = Period(2024, 2)


def published(told: str) -> list[HistoryRow]:
    """Results from Q1 2023/24 on, with a dash where nothing is known."""
    numbers = enumerate(told.split())
    return [row(period=Period(2023, 1).later(at), actual=each) for at, each in numbers if each != "-"]


SUMS = [
    # Q1 to Q4 of last year and Q1 of this one; the result of Q2, the forecast; what each quarter left needs, the record
    ("10 30 60 70 20", 40, 100, None),
    ("10 30 60 70 20", 40, 101, ("30.5", "30")),
    ("10 30 60 70 20", 40, 60, None),
    ("10 30 60 70 20", 40, 59, ("9.5", "10")),
    ("10 30 60 70 20", 40, 40, ("0", "10")),
    ("10 30 60 70 20", 60, 130, None),
    ("10 - 60 70 -", 40, 500, None),
    ("- - - - 20", 40, 500, None),
    ("10 - 60 70 20", 40, 500, ("230", "20")),
    ("10 30 On 70 20", 40, 500, ("230", "20")),
]


@pytest.mark.parametrize(("rows", "result", "forecast", "asked"), SUMS)
def test_sums_are_held_against_the_most_and_least_that_a_period_ever_added(
    rows: str, result: int, forecast: int, asked: tuple[str, str] | None
) -> None:
    measure = Measure(code="PL 01", title="Trees", groups=("Place",), basis=Basis.CUMULATIVE)
    found = never_happened(measure, NOW, Decimal(result), Decimal(forecast), published(rows))
    assert (found and (str(found.needs), str(found.reached))) == asked


STATES = [
    ("80 81 83 82 84", 83, 86, None),
    ("80 81 83 82 84", 83, 87, ("4", "3")),
    ("80 81 85 82 84", 83, 89, ("6", "5")),
    ("80 81 85 82 84", 83, 81, ("-2", "-1")),
    ("80 81 85 82 87", 83, 88, None),
    ("80 81 85 82 87", 83, 80, ("-3", "1")),
    ("80 81 85 82 87", 83, 83, None),
    ("90 88 86 84 82", 80, 81, ("1", "-4")),
    ("90 88 86 84 82", 80, 79, None),
    ("90 88 86 84 82", 80, 75, ("-5", "-4")),
    ("- - 86 84 82", 80, 200, None),
]


@pytest.mark.parametrize("basis", [Basis.SNAPSHOT, Basis.ROLLING])
@pytest.mark.parametrize(("rows", "result", "forecast", "asked"), STATES)
def test_states_are_held_against_the_largest_changes_over_as_many_periods(
    rows: str, result: int, forecast: int, asked: tuple[str, str] | None, basis: Basis
) -> None:
    """Two quarters are left; to stay as it is, or to change less than it always did, is nothing to ask about."""
    measure = Measure(code="PL 01", title="Bins", groups=("Place",), basis=basis, unit="%")
    found = never_happened(measure, NOW, Decimal(result), Decimal(forecast), published(rows))
    assert (found and (str(found.needs), str(found.reached))) == asked


NOT_SURE = [
    {"basis": Basis.QUARTER},
    {"basis": Basis.UNSAID},
    {"basis": Basis.CUMULATIVE, "unit": "%"},
    {"basis": Basis.CUMULATIVE, "kind": Kind.RATE},
    {"basis": Basis.CUMULATIVE, "kind": Kind.DAYS},
]


@pytest.mark.parametrize("of", NOT_SURE)
def test_nothing_is_asked_where_the_year_is_no_sum_and_no_state(of: dict) -> None:  # type: ignore[type-arg]
    measure = Measure(code="PL 01", title="Bins", groups=("Place",), **of)
    assert never_happened(measure, NOW, Decimal(40), Decimal(4000), published("10 30 60 70 20")) is None


def test_nothing_is_asked_in_the_years_last_period_nor_of_periods_of_another_length() -> None:
    measure = Measure(code="PL 01", title="Bins", groups=("Place",), basis=Basis.SNAPSHOT)
    rows = published("80 81 85 82 87 80 81")
    assert never_happened(measure, Period(2024, 4), Decimal(40), Decimal(4000), rows) is None
    assert never_happened(measure, Period(2024, 5, per_year=12), Decimal(40), Decimal(4000), rows) is None
