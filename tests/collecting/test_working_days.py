"""Working days, counted by hand on a calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.collecting.working_days import is_working_day, working_day_after, working_days_until

GOOD_FRIDAY, EASTER_MONDAY, MAY_DAY = date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 4)
EASTER = frozenset({GOOD_FRIDAY, EASTER_MONDAY})


@pytest.mark.parametrize(
    ("day", "count", "holidays", "found"),
    [
        (date(2026, 3, 31), 2, (), date(2026, 4, 2)),
        (date(2026, 3, 31), 3, (), GOOD_FRIDAY),
        (date(2026, 3, 31), 3, EASTER, date(2026, 4, 7)),
        (date(2026, 3, 31), 10, EASTER, date(2026, 4, 16)),
        (date(2026, 4, 4), 0, EASTER, date(2026, 4, 7)),
        (date(2026, 4, 1), 0, (), date(2026, 4, 1)),
    ],
)
def test_so_many_working_days_after(day: date, count: int, holidays: frozenset[date], found: date) -> None:
    assert working_day_after(day, count, holidays) == found


DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(DAYS, st.integers(1, 60), st.frozensets(DAYS, max_size=5))
def test_counting_on_and_counting_back_agree(day: date, count: int, holidays: frozenset[date]) -> None:
    due = working_day_after(day, count, holidays)
    assert is_working_day(due, holidays)
    assert working_days_until(due, day, holidays) == count
    assert working_days_until(day, due + timedelta(days=1), holidays) == 0
