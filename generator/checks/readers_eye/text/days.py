"""The names of months, the last days that they have, and the day that a setting names."""

import calendar
import re
from datetime import date
from functools import lru_cache

from generator.checks.readers_eye.text.words import folded

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
SHORT_MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name} | {"sept": 9}
_DAY = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({'|'.join((*MONTHS, *reversed(SHORT_MONTHS)))})\b,? (20\d\d)"
)
_LAST_DAY = 31


@lru_cache(256)
def last_day_of(year: int, month: int, day: str | None = None) -> date:
    """The day of a month, or the last where none is told or there is no such day."""
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(int(day), last) if day and 0 < int(day) <= _LAST_DAY else last)


def day_of(text: str) -> date | None:
    """The day that a text such as ``4 December 2018`` names; None where it names none, or several."""
    found = _DAY.findall(folded(text))
    if len(found) != 1:
        return None
    day, month, year = found[0]
    return last_day_of(int(year), MONTHS.get(month) or SHORT_MONTHS[month], day)
