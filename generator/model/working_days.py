"""Working days: Monday to Friday, but for the bank holidays that are given."""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

_DAY = timedelta(days=1)
_SATURDAY = 5


class Nation(StrEnum):
    """Whose bank holidays count; each of these has days of its own."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


def is_working_day(day: date, holidays: Collection[date] = ()) -> bool:
    """Whether people are at work on a day."""
    return day.weekday() < _SATURDAY and day not in holidays


def working_day_after(day: date, count: int, holidays: Collection[date] = ()) -> date:
    """The working day that is so many after a day; the first on or after it, where the count is 0."""
    while count or not is_working_day(day, holidays):
        day += _DAY
        count -= bool(count) and is_working_day(day, holidays)
    return day


def working_days_until(day: date, today: date, holidays: Collection[date] = ()) -> int:
    """How many working days there are after today, up to and with a day; none where that is past."""
    return sum(is_working_day(today + _DAY * passed, holidays) for passed in range(1, (day - today).days + 1))
