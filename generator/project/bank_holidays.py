"""The bank holidays that count: those that the settings list, and those of their nation.

A nation's come from the library govuk-bank-holidays, which has GOV.UK's list as of its own release. It is an extra; it
is never asked to fetch anything.
"""

from datetime import date
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

from generator.model.problem import Place, Unusable, problem
from generator.model.working_days import Nation
from generator.project.settings import Settings

_LIBRARY = "govuk_bank_holidays"
_DIVISIONS = {
    Nation.ENGLAND: "england-and-wales",
    Nation.WALES: "england-and-wales",
    Nation.SCOTLAND: "scotland",
    Nation.NORTHERN_IRELAND: "northern-ireland",
}


def bank_holidays(settings: Settings, file: str, year: int) -> frozenset[date]:
    """The days that are known, among them those of a year. ``file`` names the settings in messages.

    Raises Unusable where the nation's are not known: the library is not there, or of before that year, and the
    settings list none of it.
    """
    listed = frozenset(settings.bank_holidays)
    if settings.nation is None:
        return listed
    if find_spec(_LIBRARY) is None:
        raise Unusable([problem("SET12", Place(file), nation=settings.nation)])
    found = listed | _of_nation(settings.nation)
    if not any(each.year == year for each in found):
        raise Unusable([problem("SET13", Place(file), nation=settings.nation, year=year)])
    return found


@lru_cache
def _of_nation(nation: Nation) -> frozenset[date]:
    library = import_module(f"{_LIBRARY}.bank_holidays").BankHolidays(use_cached_holidays=True)
    return frozenset(each["date"] for each in library.get_holidays(division=_DIVISIONS[nation]))
