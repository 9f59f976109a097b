"""Working days: Monday to Friday, but for the bank holidays that the settings list, and those of their nation.

A nation's come from the library govuk-bank-holidays, which has GOV.UK's list as of its own release. It is an extra; it
is never asked to fetch anything.
"""

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

from generator.model.english import counted
from generator.model.english import day as day_in_words
from generator.model.english import listed as listed_in_words
from generator.model.problem import Place, Unusable, problem
from generator.project.load import Setup
from generator.project.settings import Nation, Settings

_DAY = timedelta(days=1)
_SATURDAY = 5


def is_working_day(day: date, holidays: Collection[date] = ()) -> bool:
    """Whether people are at work on a day."""
    return day.weekday() < _SATURDAY and day not in holidays


def working_day_after(day: date, count: int, holidays: Collection[date] = ()) -> date:
    """The working day that is so many after a day; the first on or after it, where the count is 0."""
    while count or not is_working_day(day, holidays):
        day += _DAY
        count -= bool(count) and is_working_day(day, holidays)
    return day


def working_day_before(day: date, count: int, holidays: Collection[date] = ()) -> date:
    """The working day that is so many before a day; the last on or before it, where the count is 0."""
    while count or not is_working_day(day, holidays):
        day -= _DAY
        count -= bool(count) and is_working_day(day, holidays)
    return day


def working_days_until(day: date, today: date, holidays: Collection[date] = ()) -> int:
    """How many working days there are after today, up to and with a day; none where that is past."""
    return sum(is_working_day(today + _DAY * passed, holidays) for passed in range(1, (day - today).days + 1))


def due_date(setup: Setup) -> date:
    """The day by which the quarter's returns are to be back: counted back from the meeting, or on from its end.

    Raises Unusable, as ``bank_holidays`` does, and where it cannot be counted from the meeting.
    """
    settings, last = setup.settings, setup.period.last_day
    if settings.working_days_before_meeting is not None:
        return _before_meeting(setup, settings.working_days_before_meeting)
    if settings.working_days_to_return is None:
        return last + timedelta(days=settings.days_to_return)
    return working_day_after(last, settings.working_days_to_return, bank_holidays(setup))


def _before_meeting(setup: Setup, count: int) -> date:
    place, meeting = Place(setup.project.relative(setup.project.settings)), meeting_day(setup.settings)
    if meeting is None:
        raise Unusable([problem("SET14", place, fault="[committee] gives no day of it")])
    due = working_day_before(meeting, count, bank_holidays(setup))
    if due <= setup.period.last_day:
        fault = f"returns would be due on {day_in_words(due)}, before {setup.period.name} has ended"
        raise Unusable([problem("SET14", place, fault=fault)])
    return due


def meeting_day(settings: Settings) -> date | None:
    """The day of the meeting that the report goes to; None where the settings name none, or not plainly."""
    from generator.checks.readers_eye.text.days import day_of

    return day_of(settings.covering.meeting)


_LIBRARY = "govuk_bank_holidays"
_DIVISIONS = {
    Nation.ENGLAND: "england-and-wales",
    Nation.WALES: "england-and-wales",
    Nation.SCOTLAND: "scotland",
    Nation.NORTHERN_IRELAND: "northern-ireland",
}


def bank_holidays(setup: Setup) -> frozenset[date]:
    """The days that the settings list, and those of their nation. Raises Unusable where the nation's are not known.

    They are not where the library is not there, or has none of the year, and the settings list none of it.
    """
    nation, listed = setup.settings.nation, frozenset(setup.settings.bank_holidays)
    if nation is None:
        return listed
    place, year = Place(setup.project.relative(setup.project.settings)), (setup.period.last_day + _DAY).year
    if find_spec(_LIBRARY) is None:
        raise Unusable([problem("SET12", place, nation=nation)])
    found = listed | _of_nation(nation)
    if not any(each.year == year for each in found):
        raise Unusable([problem("SET13", place, nation=nation, year=year)])
    return found


def days_left_out(settings: Settings) -> str:
    """Which days are no working days, as a sentence: so that who plans by it sees whose holidays are among them."""
    listed = counted(len(settings.bank_holidays), "day") if settings.bank_holidays else ""
    nations = f"the bank holidays of {settings.nation}" if settings.nation else ""
    others = filter(None, (nations, listed and f"{listed} that the settings list"))
    return f"No working days: {listed_in_words(('weekends', *others))}." if nations or listed else _WEEKENDS_ALONE


_WEEKENDS_ALONE = "Bank holidays count as working days: the settings name none."


@lru_cache
def _of_nation(nation: Nation) -> frozenset[date]:
    library = import_module(f"{_LIBRARY}.bank_holidays").BankHolidays(use_cached_holidays=True)
    return frozenset(each["date"] for each in library.get_holidays(division=_DIVISIONS[nation]))
