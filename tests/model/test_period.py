"""Periods of every length, in years that start in any month: their names, days, codes and neighbours."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.period import Frequency, Period, month_number, read_year, year_name

starts = st.integers(1, 12)
frequencies = st.sampled_from(Frequency)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    frequency = draw(frequencies)
    number = draw(st.integers(1, frequency.per_year))
    return Period(draw(st.integers(1902, 2197)), number, frequency.per_year, draw(starts))


@pytest.mark.parametrize(
    ("code", "starts", "name", "short", "months"),
    [
        ("2018-19-Q1", 4, "2018/19 Q1", "Q1 2018/19", "April to June 2018"),
        ("2018-19-Q4", 4, "2018/19 Q4", "Q4 2018/19", "January to March 2019"),
        ("1999-00-Q3", 4, "1999/00 Q3", "Q3 1999/00", "October to December 1999"),
        ("2026-Q1", 1, "2026 Q1", "Q1 2026", "January to March 2026"),
        ("2026-27-Q2", 11, "2026/27 Q2", "Q2 2026/27", "February to April 2027"),
        ("2026-27-Q1", 11, "2026/27 Q1", "Q1 2026/27", "November 2026 to January 2027"),
        ("2026-27-M05", 4, "August 2026", "August 2026", "August 2026"),
        ("2026-27-M10", 4, "January 2027", "January 2027", "January 2027"),
        ("2026-M05", 1, "May 2026", "May 2026", "May 2026"),
        ("2026-27-H1", 4, "April to September 2026", "April to September 2026", "April to September 2026"),
        ("2026-27-H2", 4, *["October 2026 to March 2027"] * 3),
        ("2026-27-T1", 9, "September to December 2026", "September to December 2026", "September to December 2026"),
        ("2026-27-T2", 4, "August to November 2026", "August to November 2026", "August to November 2026"),
        ("2026-27", 4, "2026/27", "2026/27", "April 2026 to March 2027"),
        ("2026-27", 9, "2026/27", "2026/27", "September 2026 to August 2027"),
        ("2026", 1, "2026", "2026", "January to December 2026"),
    ],
)
def test_a_period_is_named(code: str, starts: int, name: str, short: str, months: str) -> None:
    period = Period.parse(code, starts)
    assert (str(period), period.name, period.short, period.months) == (code, name, short, months)


@pytest.mark.parametrize(
    ("code", "label", "in_full"),
    [
        ("2018-19-Q2", "Quarter 2 2018/19", "2018/19 Q2 (July to September 2018)"),
        ("2018-19-M05", "August 2018", "August 2018"),
        ("2018-19-H1", "April to September 2018", "April to September 2018"),
        ("2018-19", "2018/19", "2018/19 (April 2018 to March 2019)"),
        ("2018", "2018", "2018 (January to December 2018)"),
    ],
)
def test_labels_and_titles_say_as_much_as_they_must(code: str, label: str, in_full: str) -> None:
    period = Period.parse(code)
    assert (period.label, period.in_full) == (label, in_full)


@pytest.mark.parametrize("code", ["", "2018-19-Q5", "2018/19 Q2", "2018-19-q2", "Q2", "2018-19-M13", "2018-19-H3"])
def test_what_is_not_a_period_is_refused_with_an_example(code: str) -> None:
    with pytest.raises(ValueError, match="Write it like 2018-19-Q2"):
        Period.parse(code)


@pytest.mark.parametrize(("code", "starts", "right"), [("2018-Q2", 4, "2018-19-Q2"), ("2018-19-M05", 1, "2018-Q2")])
def test_a_code_of_other_years_is_refused(code: str, starts: int, right: str) -> None:
    with pytest.raises(ValueError, match=f"is not a period of years that start in .*Write it like {right}"):
        Period.parse(code, starts)


def test_years_that_do_not_follow_are_put_right() -> None:
    with pytest.raises(ValueError, match="Did you mean 2018-19-Q2"):
        Period.parse("2018-20-Q2")


@given(periods())
def test_a_code_reads_back(period: Period) -> None:
    assert Period.parse(str(period), period.starts) == period
    assert Period.parse(str(period)).in_years_from(period.starts) == period


@given(periods())
def test_neighbours_lead_back_and_leave_no_day_out(period: Period) -> None:
    assert period.next.previous == period == period.previous.next
    assert period.previous < period < period.next
    assert period.first_day == period.previous.last_day + timedelta(days=1)
    assert period.later(period.per_year).year_ago == period == period.later(0)
    assert period.next.index == period.index + 1


@given(periods(), periods())
def test_periods_are_in_order_of_their_last_days(one: Period, other: Period) -> None:
    assert sum((one < other, one == other, one > other)) == 1
    if one.last_day != other.last_day:
        assert (one < other) is (one.last_day < other.last_day)


@given(periods())
def test_a_year_is_made_of_its_periods(period: Period) -> None:
    year = period.of_its_year()
    assert len(year) == period.per_year
    assert (year[0].first_day, year[-1].last_day) == (period.whole_year.first_day, period.whole_year.last_day)
    assert [each for each in year if each.is_first or each.is_last] == [*dict.fromkeys((year[0], year[-1]))]
    assert period.left == len(year) - year.index(period) - 1
    assert period.whole_year.first_day.month == period.starts


@given(periods(), frequencies, st.integers(0, 12))
def test_the_last_that_has_ended_is_the_last(period: Period, frequency: Frequency, lag: int) -> None:
    found = period.last_ended(frequency)
    assert found.last_day <= period.last_day < found.next.last_day
    assert period.last_ended(frequency, lag) == found.later(-lag)


@given(periods(), frequencies)
def test_a_day_lies_in_one_period(period: Period, frequency: Frequency) -> None:
    held = Period.holding(period.last_day, frequency, period.starts)
    assert held.first_day <= period.last_day <= held.last_day
    assert held.number == period.part_of(frequency)
    assert Period.holding(period.first_day, period.frequency, period.starts) == period


@pytest.mark.parametrize(
    ("report", "frequency", "lag", "own"),
    [
        ("2026-27-Q2", Frequency.MONTHLY, 0, "2026-27-M06"),
        ("2026-27-Q2", Frequency.YEARLY, 0, "2025-26"),
        ("2026-27-Q2", Frequency.YEARLY, 1, "2024-25"),
        ("2026-27-Q4", Frequency.YEARLY, 0, "2026-27"),
        ("2026-27-Q3", Frequency.HALF_YEARLY, 0, "2026-27-H1"),
        ("2026-27-Q1", Frequency.HALF_YEARLY, 1, "2025-26-H1"),
        ("2026-27-M05", Frequency.QUARTERLY, 0, "2026-27-Q1"),
        ("2026-27-M02", Frequency.QUARTERLY, 1, "2025-26-Q3"),
        ("2026-27-M12", Frequency.TERMLY, 0, "2026-27-T3"),
    ],
)
def test_a_report_shows_the_last_own_period_that_has_ended(
    report: str, frequency: Frequency, lag: int, own: str
) -> None:
    assert str(Period.parse(report).last_ended(frequency, lag)) == own


@pytest.mark.parametrize(("said", "number"), [("April", 4), ("jan", 1), (" September ", 9), ("sept", 9)])
def test_a_month_is_known_by_its_name(said: str, number: int) -> None:
    assert month_number(said) == number


@pytest.mark.parametrize("said", ["", "ma", "Ju", "4", "Spring"])
def test_what_is_no_month_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match="is not a month"):
        month_number(said)


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


@pytest.mark.parametrize(
    ("first", "last", "stretch"),
    [
        ("2026-27-H1", "2026-27-H2", "April 2026 to March 2027"),
        ("2026-27-M01", "2026-27-M05", "April to August 2026"),
        ("2025-26-T1", "2026-27-M05", "April 2025 to August 2026"),
        ("2018-19-Q1", "2018-19-Q2", "Q1 2018/19 to Q2 2018/19"),
        ("2017-18", "2018-19", "2017/18 to 2018/19"),
    ],
)
def test_a_stretch_of_periods_has_one_to(first: str, last: str, stretch: str) -> None:
    assert Period.parse(first).short_to(Period.parse(last)) == stretch
