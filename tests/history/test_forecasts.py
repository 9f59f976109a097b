"""The record of forecasts: how far they were from what came, and of whom that can be said."""

from decimal import Decimal

import pytest

from generator.history.forecasts import made_in_part, part_in_words, past_forecasts, record_of
from generator.history.rows import HistoryRow, RowState
from generator.model.measure import Basis, Measure
from generator.model.period import Period
from tests.history.test_history_csv import row


def measure(code: str = "PL 01", basis: Basis = Basis.SNAPSHOT, unit: str = "%", decimals: int = 1) -> Measure:
    return Measure(code=code, title="Bins", groups=("Place",), basis=basis, unit=unit, decimals=decimals)


def year(of: int, *forecasts: str, actual: str = "90.0", outturn: str = "") -> list[HistoryRow]:
    """A year with a forecast a quarter, and its last quarter's result and what stood as forecast then."""
    made = [row(period=Period(of, number), forecast=each) for number, each in enumerate(forecasts, 1)]
    return [*made, row(period=Period(of, 4), actual=actual, forecast=outturn)]


CAME = [
    (Basis.SNAPSHOT, year(2023, "96.0", "93.5", actual="90.0", outturn="99.0"), ["6.0", "3.5"]),
    (Basis.CUMULATIVE, year(2023, "80.0", actual="90.0"), ["10.0"]),
    (Basis.ROLLING, year(2023, "80.0", "", "91.0", actual="90.0"), ["10.0", "1.0"]),
    (Basis.QUARTER, year(2023, "96.0", actual="90.0", outturn="95.0"), ["1.0"]),
    (Basis.QUARTER, year(2023, "96.0", actual="90.0"), []),
    (Basis.UNSAID, year(2023, "96.0", actual="90.0", outturn="95.0"), ["1.0"]),
    (Basis.SNAPSHOT, year(2023, "96.0")[:1], []),
    (Basis.SNAPSHOT, year(2023, "On track", actual="Completed"), []),
    (Basis.SNAPSHOT, [*year(2023, "96.0")[:1], row(period=Period(2024, 4))], []),
    (
        Basis.SNAPSHOT,
        [*year(2023, "96.0")[:1], row(period=Period(2023, 4), actual="", state=RowState.SUPPRESSED)],
        [],
    ),
    (
        Basis.SNAPSHOT,
        [*year(2023, "96.0")[:1], row(period=Period(2023, 4), reported_for=Period(2023, 3))],
        [],
    ),
    (Basis.SNAPSHOT, [], []),
]


@pytest.mark.parametrize(("basis", "rows", "missed"), CAME)
def test_a_forecast_is_held_against_what_the_year_came_to(
    basis: Basis, rows: list[HistoryRow], missed: list[str]
) -> None:
    """Of discrete figures that is what stood as forecast in the last quarter; a late figure of another is not it."""
    assert [str(each.missed_by) for each in past_forecasts(measure(basis=basis), rows)] == missed


def test_forecasts_are_compared_with_those_made_at_the_same_time_of_the_year() -> None:
    known = past_forecasts(measure(), [*year(2022, "96.0", "93.0", "91.0"), *year(2023, "94.0", "92.0", "90.0")])
    averages = []
    for number in (1, 2, 3, 4):
        record = record_of([(measure(), made_in_part(known, Period(2024, number)))])
        averages.append(record and record.in_words)
    assert averages == [
        "missed by 5.0 points on average",
        "missed by 2.5 points on average",
        "missed by 0.5 points on average",
        None,
    ]


def of(unit: str, forecast: str, came: str, code: str = "", decimals: int = 1) -> tuple[Measure, tuple]:  # type: ignore[type-arg]
    one = measure(code or f"{unit} 1", unit=unit, decimals=decimals)
    return one, past_forecasts(one, year(2023, forecast, actual=came))


ALL = [
    (
        [of("%", "96.25", "90.0", "A"), of("%", "90.0", "90.0", "B")],
        "missed by 3.1 points on average (2 of 2)",
    ),
    ([of("£", "1200", "1000", decimals=0)], "missed by £200 on average (1 of 1)"),
    (
        [of("days", "12.0", "10.0"), of("%", "88.0", "80.0")],
        "were 15.0% away from what came on average (2 of 2)",
    ),
    (
        [of("days", "12.0", "0.0"), of("%", "88.0", "-80.0")],
        "were 210.0% away from what came on average (1 of 1)",
    ),
]


@pytest.mark.parametrize(("known", "words"), ALL)
def test_the_record_of_all_is_in_their_unit_or_relative(known: list[tuple[Measure, tuple]], words: str) -> None:  # type: ignore[type-arg]
    record = record_of(known)
    assert record
    assert f"{record.in_words} ({record.forecasts} of {record.measures})" == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(2024, 2), "Q2"),
        (Period(2024, 5, per_year=12), "August"),
        (Period(2024, 10, per_year=12), "January"),
        (Period(2024, 1, per_year=12, starts=1), "January"),
        (Period(2024, 1, per_year=2), "H1"),
    ],
)
def test_a_part_of_the_year_in_words(period: Period, words: str) -> None:
    assert part_in_words(period) == words


def test_an_average_is_of_decimals() -> None:
    record = record_of([of("%", "0.1", "0.3"), of("%", "0.3", "0.1", "B")])
    assert record
    assert record.missed_by == Decimal("0.2")
