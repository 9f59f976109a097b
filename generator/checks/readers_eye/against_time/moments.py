"""Times that a sentence names: days, months, seasons, feasts, and parts of the year, each with its first and last day.

A time is found by its own word, and what stands round that says which one it is: "last", "next", "just gone", a year.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from generator.checks.readers_eye.against_time.parts_of_year import PARTS, YEAR, Moment, TimeKind, WhichOne, part_at
from generator.checks.readers_eye.against_time.stretches import stretch_at
from generator.checks.readers_eye.text.days import MONTHS, SHORT_MONTHS, last_day_of
from generator.checks.readers_eye.text.words import Words, word_set
from generator.model.period import Period

_MONTHS = MONTHS | {short: number for short, number in SHORT_MONTHS.items() if short != "mar"}
_SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "winter": (12, 2),
    "easter": (3, 4),
    "christmas": (12, 12),
    "halloween": (10, 10),
    "bonfire": (11, 11),
    "snow": (11, 3),
    "snowfall": (11, 3),
    "frost": (11, 3),
    "frosts": (11, 3),
    "heatwave": (5, 9),
}
"""The months in which there may be one, from the first to the last."""
_TERMS = {"spring": (1, 4), "summer": (4, 7), "autumn": (9, 12)}
_HOLIDAYS = {"summer": (7, 8), "easter": (3, 4), "christmas": (12, 1)}
_OF_SCHOOLS = {
    "term": _TERMS,
    "bank": {"spring": (5, 5), "summer": (8, 8)},
    "half-term": {"spring": (2, 2), "summer": (5, 6), "autumn": (10, 11)},
    **dict.fromkeys(("holidays", "holiday", "break"), _HOLIDAYS),
}
_CLOSE = ("mid-", "early-", "late-", "pre-", "post-")
_DIGITS = frozenset("0123456789")
"""What begins a time that is told by a number."""
_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.]((?:20)?\d\d)", re.ASCII)
DAY = re.compile(r"([12]?\d|3[01])(?:st|nd|rd|th)?", re.ASCII)
_WHICH = {
    "last": WhichOne.GONE,
    "past": WhichOne.GONE,
    "previous": WhichOne.GONE,
    "next": WhichOne.NEXT,
    "this": WhichOne.THIS,
    "current": WhichOne.THIS,
}
_ENDED = (("just", "gone"), ("just", "past"), ("just", "ended"), ("just", "over"), ("gone", "by"), ("now", "over"))
_AFTER_MAY = word_set("was saw had has brought came and to ,")
_BEFORE_YEARS = word_set("in by during until since before for year forthcoming coming upcoming")
_AMBIGUOUS = word_set("may march sept dec jan nov oct aug jul jun apr feb")
_BEFORE_MAY = word_set(
    """in of by until since during for end last next this early late mid from before after between and to on through
    the ,"""
)
NAMES = frozenset((*_MONTHS, *_SEASONS, *(f"{month}'s" for month in MONTHS), "three-month", "six-month")) | PARTS
"""A word of every time that is found."""


def moments_in(words: Words, period: Period, read_on: date) -> Iterator[Moment]:
    """The times that a sentence names, of a text about a period that is read on a day."""
    read = -1
    for at, word in enumerate(words.words):
        if at <= read or not _may_name(word):
            continue
        if found := _at(words, at, word, period, read_on):
            yield found
            read = found.last


@lru_cache(4096)
def _may_name(word: str) -> bool:
    """Whether a time may be called by a word."""
    if word[0] in _DIGITS:
        return bool(YEAR.fullmatch(word) or _NUMBERS.fullmatch(word))
    return word in NAMES or word[-2:] == "'s" or word.startswith(_CLOSE)


def _at(words: Words, at: int, word: str, period: Period, read_on: date) -> Moment | None:
    """The time that the word at a place is the name of, or the first of a stretch."""
    if word[0] in _DIGITS:
        return _year_alone(words, at, period) if YEAR.fullmatch(word) else _in_numbers(words, at)
    bare = (word.rpartition("-")[2] if word.startswith(_CLOSE) else word).removesuffix("'s")
    months = (_MONTHS[bare], _MONTHS[bare]) if bare in _MONTHS else _SEASONS.get(bare)
    if bare == "year" and (found := _new_year(words, at, period)):
        return found
    if not months:
        return stretch_at(words, at, _month_at, period) or part_at(words, at, period)
    if bare in _SEASONS:
        return _of_months(words, at, months, TimeKind.SEASON, period, read_on)
    if not is_month(words, at):
        return None
    return stretch_at(words, at, _month_at, period) or _of_months(words, at, months, TimeKind.MONTH, period, read_on)


def _new_year(words: Words, at: int, period: Period) -> Moment | None:
    """The beginning of a year: "the new year", "a new financial year", "the new school year"."""
    whose = words.at(at - 1)
    first = at - 1 if whose == "new" else at - 2
    if words.at(first) != "new":
        return None
    month = 1 if whose == "new" else 9 if whose in {"school", "academic"} else period.starts
    ends = _next_from(period.first_day, (month, month))
    return Moment(first, at, ends.replace(day=1), ends, WhichOne.BARE, TimeKind.SEASON)


def _month_at(words: Words, at: int) -> int:
    """The number of the month at a place; 0 where there is none."""
    word = words.at(at)
    return _MONTHS[word] if word in _MONTHS and is_month(words, at) else 0


def is_month(words: Words, at: int) -> bool:
    """Whether a month is meant: "may" and "march" are one only where a day, a year or a word for times is beside it."""
    if words.words[at] not in _AMBIGUOUS:
        return True
    is_subject = at == 0 and words.at(1) in _AFTER_MAY
    beside = (
        is_subject
        or words.at(at - 1) in _BEFORE_MAY
        or DAY.fullmatch(words.at(at - 1))
        or YEAR.fullmatch(words.at(at + 1))
    )
    return words.is_capital(at) and bool(beside)


def _of_months(words: Words, at: int, months: tuple[int, int], kind: TimeKind, period: Period, read_on: date) -> Moment:
    """A time of some months: which year's, the words round it say; else it is the next that ends in the period."""
    day, first, last = "", at, at
    if kind is TimeKind.MONTH:
        day, first = _day_before(words, at)
        if words.at(at + 1).startswith("half"):
            last += 1 + (words.at(at + 2) == "term")
    elif others := _OF_SCHOOLS.get(words.at(at + 1)):
        months, last = others.get(words.words[at].removesuffix("'s"), months), at + 1
        last += words.words[last] == "bank" and words.at(at + 2) == "holiday"
    said, first, last, year = _which(words, first, last)
    if year:
        starts, ends = _in_year(year, months)
        if words.words[last].isdecimal() and len(words.words[last]) == 2:  # "the winter of 2025-26"
            starts = date(year, months[0], 1)
    elif said is WhichOne.GONE:
        ends = _last_before(read_on, months)
        if words.words[last] == "year":
            ends = max(_last_before(period.whole_year.first_day, months), _in_year(read_on.year - 1, months)[1])
        starts = _starts(ends, months)
    else:
        ends = _next_from(period.last_day if said is WhichOne.NEXT else _may_begin(period), months)
        if said is WhichOne.NEXT and _starts(ends, months) <= period.last_day:
            ends = _next_from(ends + timedelta(days=1), months)
        starts = _starts(ends, months)
    if day:
        starts = ends = last_day_of(ends.year, ends.month, day)
    return Moment(first, last, starts, ends, said, TimeKind.DAY if day else kind)


@lru_cache(8)
def _may_begin(period: Period) -> date:
    """The day from which a month of no year is meant: in a long period, from its last quarter."""
    return max(period.first_day, Period.holding(period.last_day, starts=period.starts).first_day)


def _day_before(words: Words, at: int) -> tuple[str, int]:
    """The day before a month, and where it stands: "4 October", "the 4th of October"."""
    first = at - 2 if words.at(at - 1) == "of" else at - 1
    day = DAY.fullmatch(words.at(first))
    return (day[1], first) if day else ("", at)


def _which(words: Words, first: int, last: int) -> tuple[WhichOne, int, int, int]:
    """What the words round a time say of which one it is, its first and last word with them, and its year."""
    after = last + 1 + (words.at(last + 1) == ",")
    after += words.at(after) == "of"
    then, before = (words.at(last + 1), words.at(last + 2)), words.at(first - 1)
    if YEAR.fullmatch(words.at(after)):
        is_split = words.at(after + 1) in {"-", "–"} and words.at(after + 2).isdecimal()
        return WhichOne.SURE, first, after + 2 * is_split, int(words.words[after][:4])
    if words.at(after) in _WHICH and words.at(after + 1) == "year":
        return _WHICH[words.words[after]], first, after + 1, 0
    if then == ("to", "come") or then in _ENDED:
        return WhichOne.NEXT if then[0] == "to" else WhichOne.GONE, first, last + 2, 0
    if before in _WHICH and (before == "current" or words.at(first - 2) != "the"):
        return _WHICH[before], first - 1, last, 0
    return WhichOne.BARE, first, last, 0


def _in_year(year: int, months: tuple[int, int]) -> tuple[date, date]:
    """Months of a year; those of a winter may begin at the end of it or before."""
    first, last = months
    wraps = last < first
    return date(year - wraps, first, 1), last_day_of(year + wraps, last)


def _starts(ends: date, months: tuple[int, int]) -> date:
    return date(ends.year - (months[0] > months[1]), months[0], 1)


def _next_from(day: date, months: tuple[int, int]) -> date:
    """The last day of the next such months that do not end before a day."""
    ends = last_day_of(day.year, months[1])
    return ends if ends >= day else last_day_of(day.year + 1, months[1])


def _last_before(day: date, months: tuple[int, int]) -> date:
    """The last day of the last such months that ended before a day."""
    ends = last_day_of(day.year, months[1])
    return ends if ends < day else last_day_of(day.year - 1, months[1])


def _year_alone(words: Words, at: int, period: Period) -> Moment | None:
    """A year by itself, where something may happen in it: "in 2024", "by 2024-25"."""
    last_of_two = 2 * (words.at(at + 1) in {"-", "–"} and words.at(at + 2).isdecimal())
    is_end = words.at(at - 1) == "of" and words.at(at - 2) in {"end", "close"}
    if is_end and (last_of_two or "/" in words.words[at]):
        day = Period(int(words.words[at][:4]), 1, 1, period.starts).last_day
        return Moment(at, at + last_of_two, day, day, WhichOne.SURE, TimeKind.DAY)
    is_called = words.at(at - 1) in {"(", ","} and words.at(at - 2) == "year"
    if words.at(at - 1) not in _BEFORE_YEARS and not is_called:
        return None
    year, last = int(words.words[at][:4]), at
    is_split = "/" in words.words[at]
    if words.at(at + 1) in {"-", "–"} and words.at(at + 2).isdecimal():
        is_split, last = True, at + 2
    spoken_of = Period(year, 1, 1, period.starts if is_split else 1)
    return Moment(at, last, spoken_of.first_day, spoken_of.last_day, WhichOne.SURE, TimeKind.YEAR)


def _in_numbers(words: Words, at: int) -> Moment | None:
    """A day in numbers: "30/09/2025"."""
    found = _NUMBERS.fullmatch(words.words[at])
    if not found or not 1 <= int(found[2]) <= 12 or not 1 <= int(found[1]) <= 31:
        return None
    day = last_day_of(2000 + int(found[3]) % 100, int(found[2]), found[1])
    return Moment(at, at, day, day, WhichOne.SURE, TimeKind.DAY)
