"""Days and months that a text names, each with the last day that it may mean."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from generator.checks.readers_eye.text.clues import folded
from generator.checks.readers_eye.text.sought import PASSAGES, Sought
from generator.model.period import Period

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name} | {"sept": 9}
_BEGINS = "".join(sorted({name[0] for name in _SHORT}))
DATE = Sought(
    rf"\b(?=[\d{_BEGINS}])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?"
    rf"\b(?P<month>{'|'.join((*MONTHS, *_SHORT))})\b"
    r"(?:,? (?P<year>20\d\d)|[ -](?P<short>\d\d)\b)?"
)
NUMERIC = Sought(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:20)?\d\d)\b")
_LAST_DAY = 31


@lru_cache(PASSAGES)
def dates_in(text: str, period: Period) -> tuple[tuple[str, int, date], ...]:
    """Days and months, their places, and the last day each may mean; without a year, the next that is to come."""
    return tuple(_dates_in(text, period))


def _dates_in(text: str, period: Period) -> Iterator[tuple[str, int, date]]:
    for match in DATE.finditer(text):
        named = folded(match["month"])
        month = MONTHS.get(named) or _SHORT[named]
        if named in {"may", "march", "mar"} and not (match["day"] or match["year"] or _is_month(text, match)):
            continue
        year = int(match["year"] or 0) or (2000 + int(match["short"]) if match["short"] else 0)
        day = _last_day(year or _year_of(month, period), month, match["day"])
        yield match[0], match.start(), day
    for match in NUMERIC.finditer(text):
        if 1 <= int(match["month"]) <= 12:
            year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
            yield match[0], match.start(), _last_day(year, int(match["month"]), match["day"])


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Whether "may" or "march" names a month: it does after words that dates follow."""
    before = text[: match.start()].rstrip().lower()
    return match[0][0].isupper() and before.endswith(
        (" in", " of", " by", " until", " since", " during", " for", " to", " end")
    )


def _year_of(month: int, period: Period) -> int:
    """The year of a month that is to come: this one's where it is of the period or after it, or else the next."""
    last = period.last_day
    return last.year if month > last.month - 3 else last.year + 1


def _last_day(year: int, month: int, day: str | None) -> date:
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(int(day), last) if day and 0 < int(day) <= _LAST_DAY else last)


def day_of(text: str) -> date | None:
    """The day that a text such as ``4 December 2018`` names; None where it names none, or several."""
    found = [match for match in DATE.pattern.finditer(text) if match["day"] and match["year"]]
    if len(found) != 1:
        return None
    named = folded(found[0]["month"])
    return _last_day(int(found[0]["year"]), MONTHS.get(named) or _SHORT[named], found[0]["day"])
