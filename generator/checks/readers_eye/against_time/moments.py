"""Times that a sentence names: days, months, seasons, feasts, and parts of the year, each with its first and last day.

A time is found by its own word, and what stands round that says which one it is: "last", "next", "just gone", a year.
"""

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import NamedTuple

from generator.checks.readers_eye.text.days import MONTHS, SHORT_MONTHS, last_day_of
from generator.checks.readers_eye.text.figures import IN_WORDS
from generator.checks.readers_eye.text.words import Words, word_set
from generator.model.period import Period


class WhichOne(Enum):
    """What is said of which one of its name a time is."""

    BARE = "nothing"
    GONE = "that it is gone"
    NEXT = "that it comes next"
    THIS = "that it is this one"
    SURE = "its year, or that it is a part of this one"


class Moment(NamedTuple):
    """A time that is named: the places of its first and last word, its first and last day, and what is said of it."""

    first: int
    last: int
    starts: date
    ends: date
    said: WhichOne
    is_part: bool = False
    """Whether it is a part of the year: a quarter, a half."""


_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_FEASTS = {"christmas": 12, "easter": 4, "halloween": 10}
_ALL = MONTHS | {short: number for short, number in SHORT_MONTHS.items() if short != "mar"}
_MONTHS_OF = {name: (month, month) for name, month in (_ALL | _FEASTS).items()} | _SEASONS
_CLOSE = ("mid-", "early-", "late-")
_DIGITS = frozenset("0123456789")
"""What begins a time that is told by a number."""
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "opening": 1}
_FINAL = word_set("last final closing latter")
_PARTS = {"half": 2, "quarter": 4, "third": 3}
_COUNTED = {"months": 1, "quarters": 3}
_QUARTERS = {"one": 1, "two": 2, "three": 3, "four": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_OF_A_YEAR = re.compile(r"[qh][1-4]", re.ASCII)
_OWN = word_set("financial reporting municipal council fiscal")
_YEAR = re.compile(r"20\d\d(?:/\d\d(?:\d\d)?)?", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.]((?:20)?\d\d)", re.ASCII)
_DAY = re.compile(r"([12]?\d|3[01])(?:st|nd|rd|th)?", re.ASCII)
_WHICH = {
    "last": WhichOne.GONE,
    "past": WhichOne.GONE,
    "previous": WhichOne.GONE,
    "next": WhichOne.NEXT,
    "this": WhichOne.THIS,
}
_ENDED = (("just", "gone"), ("just", "past"), ("just", "ended"), ("just", "over"), ("gone", "by"), ("now", "over"))
_UNITS = word_set("quarter half month months year weeks period")
_CLOSES = word_set("quarter half half-year period month year year-end")
_CLOSING, _IS_OVER = word_set("end close finish"), word_set("ends end closes close's end's")
_BEFORE_MAY = word_set(
    "in of by until since during for end last next this early late mid from before after between and to on"
)
NAMES = frozenset((*_ALL, *_SEASONS, *_FEASTS, *_PARTS, *(f"{each}{n}" for each in "qh" for n in range(1, 5)))) | {
    *_COUNTED,
    *_CLOSES,
    *_UNITS,
    *(f"{month}'s" for month in MONTHS),
}
"""A word of every time that is found."""


def moments_in(words: Words, period: Period, read_on: date) -> Iterator[Moment]:
    """The times that a sentence names, read on a day about a period."""
    for at, word in enumerate(words.words):
        if word not in NAMES and word[0] not in _DIGITS and word[-2:] != "'s" and not word.startswith(_CLOSE):
            continue
        if word[0] in _DIGITS:
            if found := _by_number(words, at, period):
                yield found
            continue
        bare = (word.rpartition("-")[2] if word.startswith(_CLOSE) else word).removesuffix("'s")
        months = _MONTHS_OF.get(bare)
        if months and (bare not in _ALL or _is_month(words, at)):
            yield _of_months(words, at, months, period, read_on)
        elif not months and (found := _part_at(words, at, period)):
            yield found


def _part_at(words: Words, at: int, period: Period) -> Moment | None:
    """The part of a year that a word is the name of, the end of one, or the time to come after the period."""
    word, found = words.words[at], None
    if word in _COUNTED:
        found = _counted_months(words, at, period)
    elif word in _PARTS or _OF_A_YEAR.fullmatch(word):
        found = _of_a_year(words, at, period)
    if not found and (word in _CLOSES or word == "year's"):
        found = _close_of(words, at, period)
    if not found and word in _UNITS and words.at(at - 1) in {"coming", "forthcoming"}:
        found = Moment(at - 1, at, period.next.first_day, period.next.last_day, WhichOne.NEXT)
    return found


def _by_number(words: Words, at: int, period: Period) -> Moment | None:
    """A year by itself, or a day in numbers."""
    word = words.words[at]
    return _year_alone(words, at, period) if _YEAR.fullmatch(word) else _in_numbers(words, at)


def _is_month(words: Words, at: int) -> bool:
    """Whether a month is meant: "may" and "march" are one only where a day, a year or a word for times is beside it."""
    if words.words[at] not in {"may", "march", "sept", "dec", "jan", "nov", "oct", "aug", "jul", "jun", "apr", "feb"}:
        return True
    beside = words.at(at - 1) in _BEFORE_MAY or _DAY.fullmatch(words.at(at - 1)) or _YEAR.fullmatch(words.at(at + 1))
    return words.is_capital(at) and bool(beside)


def _of_months(words: Words, at: int, months: tuple[int, int], period: Period, read_on: date) -> Moment:
    """A time of some months: which year's, the words round it say; else it is the next that ends in the period."""
    day, first = _day_before(words, at) if months[0] == months[1] else ("", at)
    last = at + (words.at(at + 1) == "term")
    said, first, last, year = _which(words, first, last)
    if year:
        starts, ends = _in_year(year, months)
    elif said is WhichOne.GONE:
        ends = _last_before(read_on, months)
        if words.words[last] == "year":
            ends = max(_last_before(period.whole_year.first_day, months), _in_year(read_on.year - 1, months)[1])
        starts = _starts(ends, months)
    else:
        ends = _next_from(period.last_day if said is WhichOne.NEXT else period.first_day, months)
        starts = _starts(ends, months)
    if day:
        starts = ends = last_day_of(ends.year, ends.month, day)
    return Moment(first, last, starts, ends, said)


def _day_before(words: Words, at: int) -> tuple[str, int]:
    """The day before a month, and where it stands: "4 October", "the 4th of October"."""
    first = at - 2 if words.at(at - 1) == "of" else at - 1
    day = _DAY.fullmatch(words.at(first))
    return (day[1], first) if day else ("", at)


def _which(words: Words, first: int, last: int) -> tuple[WhichOne, int, int, int]:
    """What the words round a time say of which one it is, its first and last word with them, and its year."""
    after = last + 1 + (words.at(last + 1) == ",")
    after += words.at(after) == "of"
    then, before = (words.at(last + 1), words.at(last + 2)), words.at(first - 1)
    if _YEAR.fullmatch(words.at(after)):
        return WhichOne.SURE, first, after, int(words.words[after][:4])
    if words.at(after) in _WHICH and words.at(after + 1) == "year":
        return _WHICH[words.words[after]], first, after + 1, 0
    if then == ("to", "come") or then in _ENDED:
        return WhichOne.NEXT if then[0] == "to" else WhichOne.GONE, first, last + 2, 0
    if before in _WHICH and words.at(first - 2) != "the":
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


def _of_a_year(words: Words, at: int, period: Period) -> Moment | None:
    """A part of the year: "Q3", "the fourth quarter", "the second half of the year"."""
    word, before = words.words[at], words.at(at - 1)
    first, last = at, at
    if _OF_A_YEAR.fullmatch(word):
        parts, number = {"q": 4, "h": 2}[word[0]], int(word[1])
    elif word == "quarter" and words.at(at + 1) in _QUARTERS:
        parts, number, last = 4, _QUARTERS[words.words[at + 1]], at + 1
    else:
        parts, first = _PARTS[word], at - 1
        number = parts if before in _FINAL else _NTH.get(before, 0)
    if not 1 <= number <= parts:
        return None
    must_be_told = words.words[first] in _FINAL or word == "third"
    year, last = _its_year(words, last + 1, period, must_be_told=must_be_told)
    months = 12 // parts
    return _part(first, last, year, ((number - 1) * months + 1, number * months)) if year else None


def _counted_months(words: Words, at: int, period: Period) -> Moment | None:
    """So many months or quarters of the year: "the last six months of the year", "quarters three and four"."""
    then = words.at(at + 3) if words.at(at + 2) in {"and", "to"} else ""
    if words.words[at] == "quarters" and words.at(at + 1) in _QUARTERS and then in _QUARTERS:
        first, last = _QUARTERS[words.words[at + 1]], _QUARTERS[then]
        return _part(at, at + 3, period.whole_year, (3 * first - 2, 3 * last)) if first <= last else None
    before, nth = words.at(at - 1), words.at(at - 2)
    count = (IN_WORDS.get(before) or (int(before) if before in {"3", "4", "6", "9"} else 0)) * _COUNTED[words.words[at]]
    year, last = _its_year(words, at + 1, period, must_be_told=True)
    if not year or not 0 < count < 12 or nth not in _FINAL | {"first"}:
        return None
    return _part(at - 2, last, year, (13 - count, 12) if nth in _FINAL else (1, count))


def _year_alone(words: Words, at: int, period: Period) -> Moment | None:
    """A year by itself, where something may happen in it: "in 2024", "by 2024-25"."""
    if words.at(at - 1) not in {"in", "by", "during", "until", "since", "before"}:
        return None
    year, last = int(words.words[at][:4]), at
    is_split = "/" in words.words[at]
    if words.at(at + 1) in {"-", "–"} and words.at(at + 2).isdecimal():
        is_split, last = True, at + 2
    spoken_of = Period(year, 1, 1, period.starts if is_split else 1)
    return Moment(at, last, spoken_of.first_day, spoken_of.last_day, WhichOne.SURE)


def _in_numbers(words: Words, at: int) -> Moment | None:
    """A day in numbers: "30/09/2025"."""
    found = _NUMBERS.fullmatch(words.words[at])
    if not found or not 1 <= int(found[2]) <= 12 or not 1 <= int(found[1]) <= 31:
        return None
    day = last_day_of(2000 + int(found[3]) % 100, int(found[2]), found[1])
    return Moment(at, at, day, day, WhichOne.SURE)


def _part(first: int, last: int, year: Period, months: tuple[int, int]) -> Moment:
    """A part of a year, from one of its months to another."""
    begins, ends = (Period(year.year, month, 12, year.starts) for month in months)
    return Moment(first, last, begins.first_day, ends.last_day, WhichOne.SURE, is_part=True)


def _close_of(words: Words, at: int, period: Period) -> Moment | None:
    """The end of the period, or of its year: "the end of the quarter", "before the year ends", "year end"."""
    word = words.words[at].removesuffix("'s")
    first = at - 1 - (words.at(at - 1) in _OWN | {"current", "same"})
    is_the = words.at(first) in {"the", "this"}
    is_own = word in {period.word, "period"} or (word == "half" and period.word == "half-year")
    spoken_of = period if is_own else period.whole_year if word in {"year", "year-end"} else None
    is_end = is_the and words.at(first - 1) == "of" and words.at(first - 2) in _CLOSING
    last = at + (words.at(at + 1) in _IS_OVER)
    if not spoken_of or not (is_end or (is_the and last > at) or (not is_the and (last > at or word == "year-end"))):
        return None
    if is_end and words.at(at + 1) in {"in", "to", "of"}:
        return None
    ends = spoken_of.last_day
    return Moment(first - 2 if is_end else at if not is_the else first, last, ends, ends, WhichOne.SURE, is_part=True)


def _year_told(words: Words, at: int, year: Period) -> tuple[Period, int] | None:
    """The year that starts in the one at a place, and its last word; one that is no calendar year is told by two."""
    is_split = words.at(at + 1) in {"-", "–"} and words.at(at + 2).isdecimal()
    if not is_split and "/" not in words.words[at] and year.starts > 1:
        return None
    return year.later(int(words.words[at][:4]) - year.year), at + 2 * is_split


def _its_year(words: Words, after: int, period: Period, *, must_be_told: bool) -> tuple[Period | None, int]:
    """The year that a part of one is of, and the last word of both; none where it is a part of anything else."""
    year = period.whole_year
    of = words.at(after) in {"of", "in"}
    place = after + of
    found = words.at(place)
    if _YEAR.fullmatch(found):
        return _year_told(words, place, year) or (None, after)
    if found in {"the", "this", "our"}:
        named = place + 1 + (words.at(place + 1) in _OWN)
        if words.at(named) in {"year", "year's"}:
            return year, named
        return (None, after) if of and words.at(after) == "of" else (None if must_be_told else year, after - 1)
    if found in {"last", "next"} and words.at(place + 1 + (words.at(place + 1) in _OWN)) == "year":
        return (year.previous if found == "last" else year.next), place + 1
    if (of and words.at(after) == "of") or found in {"last", "next", "years", "-"}:
        return None, after
    return (None if must_be_told else year), after - 1
