"""Days and months that a text names, each with the last day that it may mean."""

import calendar
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from generator.checks.readers_eye.text.sought import Found, Sought
from generator.checks.readers_eye.text.words import PASSAGES, folded
from generator.model.period import Period

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
SHORT_MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name} | {"sept": 9}
_BEGINS = "".join(sorted({name[0] for name in SHORT_MONTHS}))
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
"""The name of a month, in full or short."""
DATE = Sought(
    rf"\b(?=[\d{_BEGINS}])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?"
    rf"\b(?P<month>{MONTH})\b"
    r"(?:,? (?P<year>20\d\d)|[ -](?P<short>\d\d)\b(?!%|[.,]\d| ?per ?cent))?"
)
NUMERIC = Sought(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:20)?\d\d)\b")
_LAST_DAY = 31


@lru_cache(PASSAGES)
def dates_in(text: str, period: Period) -> tuple[tuple[str, int, date], ...]:
    """Days and months, their places, and the last day each may mean; without a year, the next that is to come."""
    return tuple(_dates_in(text, period))


def _dates_in(text: str, period: Period) -> Iterator[tuple[str, int, date]]:
    for match in DATE.finditer(text):
        if not _is_month(text, match):
            continue
        month = _month(match)
        year = int(match["year"] or 0) or (2000 + int(match["short"]) if match["short"] else 0)
        day = last_day_of(year or _year_of(month, period), month, match["day"])
        yield match[0], match.start(), day
    for match in NUMERIC.finditer(text):
        if 1 <= int(match["month"]) <= 12:
            year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
            yield match[0], match.start(), last_day_of(year, int(match["month"]), match["day"])


def _is_month(text: str, match: Found) -> bool:
    """Whether a month is meant: "may" and "march" are one beside a day or year, or after words that dates follow."""
    if match["day"] or match["year"] or folded(match["month"]) not in {"may", "march", "mar"}:
        return True
    before = text[: match.start()].rstrip().lower()
    return match[0][0].isupper() and before.endswith(
        (" in", " of", " by", " until", " since", " during", " for", " to", " end")
    )


def _year_of(month: int, period: Period) -> int:
    """The year of a month that is to come: after the period or in it, or, where that is long, in its last quarter."""
    first = _may_begin(period)
    return first.year if month >= first.month else first.year + 1


@lru_cache(8)
def _may_begin(period: Period) -> date:
    return max(period.first_day, Period.holding(period.last_day, starts=period.starts).first_day)


def _month(match: Found) -> int:
    named = folded(match["month"])
    return MONTHS.get(named) or SHORT_MONTHS[named]


@lru_cache(256)
def last_day_of(year: int, month: int, day: str | None = None) -> date:
    """The day of a month, or the last where none is told or there is no such day."""
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(int(day), last) if day and 0 < int(day) <= _LAST_DAY else last)


def day_of(text: str) -> date | None:
    """The day that a text such as ``4 December 2018`` names; None where it names none, or several."""
    found = [match for match in DATE.finditer_part(text) if match["day"] and match["year"]]
    if len(found) != 1:
        return None
    return last_day_of(int(found[0]["year"]), _month(found[0]), found[0]["day"])
