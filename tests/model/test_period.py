"""Quarters: their names, their days, and their neighbours."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.period import Period, read_year, year_name

periods = st.builds(Period, st.integers(1901, 2198), st.integers(1, 4))


@pytest.mark.parametrize(
    ("code", "name", "short", "months", "first", "last"),
    [
        ("2018-19-Q1", "2018/19 Q1", "Q1 2018/19", "April to June 2018", date(2018, 4, 1), date(2018, 6, 30)),
        ("2018-19-Q2", "2018/19 Q2", "Q2 2018/19", "July to September 2018", date(2018, 7, 1), date(2018, 9, 30)),
        ("2018-19-Q4", "2018/19 Q4", "Q4 2018/19", "January to March 2019", date(2019, 1, 1), date(2019, 3, 31)),
        ("1999-00-Q3", "1999/00 Q3", "Q3 1999/00", "October to December 1999", date(1999, 10, 1), date(1999, 12, 31)),
    ],
)
def test_a_quarter_is_named(code: str, name: str, short: str, months: str, first: date, last: date) -> None:
    period = Period.parse(code)
    assert (str(period), period.name, period.short, period.months) == (code, name, short, months)
    assert (period.first_day, period.last_day) == (first, last)


@pytest.mark.parametrize("code", ["", "2018-Q2", "2018-19-Q5", "2018/19 Q2", "2018-19-q2", "Q2"])
def test_what_is_not_a_period_is_refused_with_an_example(code: str) -> None:
    with pytest.raises(ValueError, match="Write it like 2018-19-Q2"):
        Period.parse(code)


def test_years_that_do_not_follow_are_put_right() -> None:
    with pytest.raises(ValueError, match="Did you mean 2018-19-Q2"):
        Period.parse("2018-20-Q2")


@given(periods)
def test_neighbours_lead_back(period: Period) -> None:
    assert period.next.previous == period == period.previous.next
    assert period.previous < period < period.next
    assert period.year_ago.next.next.next.next == period
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    ("words", "year"),
    [
        *(("2024/25", 2024), ("2024-25", 2024), (" 2024 – 25 ", 2024), ("2024", 2024)),
        *(("2024/2025", 2024), ("1999/00", 1999), ("1999/2000", 1999)),
    ],
)
def test_a_year_is_read_as_people_write_it(words: str, year: int) -> None:
    assert read_year(words) == year


@pytest.mark.parametrize("words", ["", "24/25", "2024/26", "2024/", "2024/5", "next year", "2024-25-Q1", "1850"])
def test_what_is_no_year_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="it "):
        read_year(words)


@given(st.integers(1901, 2198))
def test_the_name_of_a_year_is_read_as_it(year: int) -> None:
    assert read_year(year_name(year)) == year
