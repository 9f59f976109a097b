"""Stretches of whole months that a text names: "between October and December", "the six months to the end of June"."""

from collections.abc import Callable
from datetime import date

from generator.checks.readers_eye.against_time.parts_of_year import YEAR, Moment, TimeKind, WhichOne
from generator.checks.readers_eye.text.days import last_day_of
from generator.checks.readers_eye.text.figures import IN_WORDS
from generator.checks.readers_eye.text.words import Words, word_set
from generator.model.period import Period

_TO = word_set("to until through - –")
_ENDING = word_set("to ending ended until")
_LONG = {"quarter": 3, "three-month": 3, "half-year": 6, "six-month": 6, "half": 6, "year": 12}
_SMALL = word_set("the end of in on up")

type_of_month_at = Callable[[Words, int], int]


def stretch_at(words: Words, at: int, month_at: type_of_month_at, period: Period) -> Moment | None:
    """The stretch that begins at a place: with its first month, or with how long it is."""
    return _from_month(words, at, month_at, period) if month_at(words, at) else _so_long(words, at, month_at, period)


def _from_month(words: Words, at: int, month_at: type_of_month_at, period: Period) -> Moment | None:
    """Months from one to another, or three and more in their order."""
    first, year, then = month_at(words, at), *_year_at(words, at + 1)
    is_from_to = words.at(then) in _TO or (words.at(then) == "and" and words.at(at - 1) == "between")
    if is_from_to and month_at(words, then + 1):
        last = then + 1
    else:
        last = at
        while words.at(last + 1) in {",", "and"} and month_at(words, last + 2) == month_at(words, last) % 12 + 1:
            last += 2
        if last < at + 4:
            return None
    month = month_at(words, last)
    own_year, after = _year_at(words, last + 1)
    return _ending(
        at, after - 1, month, (month - first) % 12 + 1, own_year or (year and year + (month < first)), period
    )


def _so_long(words: Words, at: int, month_at: type_of_month_at, period: Period) -> Moment | None:
    """So many months to one: "the three months to the end of June 2025"."""
    word, first = words.words[at], at
    if word == "months":
        first, before = at - 1, words.at(at - 1)
        length = IN_WORDS.get(before) or (int(before) if before.isdecimal() and len(before) < 3 else 0)
    else:
        length = _LONG.get(word, 0)
    to = at + 1 + (words.at(at + 1) in {"period", "year", "up"})
    if not 1 < length <= 12 or words.at(to) not in _ENDING:
        return None
    to += 1
    while words.at(to) in _SMALL or words.at(to)[:1].isdigit():
        to += 1
    month = month_at(words, to)
    if not month:
        return None
    year, after = _year_at(words, to + 1)
    if word == "year" and not year:
        return None  # any year that ends in such a month
    return _ending(first, after - 1, month, length, year, period)


def _year_at(words: Words, at: int) -> tuple[int, int]:
    """The year at a place, or 0, and the place after it."""
    at += words.at(at) == "," and bool(YEAR.fullmatch(words.at(at + 1)))
    found = words.at(at)
    return (int(found[:4]), at + 1) if YEAR.fullmatch(found) and "/" not in found else (0, at)


def _ending(first: int, last: int, month: int, length: int, year: int, period: Period) -> Moment:
    """So many months that end with one: of no year, the next that ends in the period or after it."""
    ends = last_day_of(year or period.first_day.year, month)
    if not year and ends < period.first_day:
        ends = last_day_of(ends.year + 1, month)
    begins = ends.year * 12 + ends.month - length
    starts = date(begins // 12, begins % 12 + 1, 1)
    return Moment(first, last, starts, ends, WhichOne.SURE if year else WhichOne.BARE, TimeKind.STRETCH)
