"""Parts of a year that a sentence names: "Q3", "the second half of the year", "the year end", each with its days."""

import re
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.checks.readers_eye.text.figures import IN_WORDS
from generator.checks.readers_eye.text.words import Words, word_set
from generator.model.period import Period


class WhichOne(StrEnum):
    """What is said of which one of its name a time is."""

    BARE = "nothing"
    GONE = "that it is gone"
    NEXT = "that it comes next"
    THIS = "that it is this one"
    SURE = "its year, or that it is a part of this one"


class TimeKind(StrEnum):
    """What a time is."""

    DAY = "a day"
    MONTH = "a month"
    SEASON = "a season, a term, a feast or holidays"
    PART = "a part of the year, or the end of one"
    YEAR = "a year"
    STRETCH = "months from one to another"


class Moment(NamedTuple):
    """A time that is named: the places of its first and last word, its first and last day, and what is said of it."""

    first: int
    last: int
    starts: date
    ends: date
    said: WhichOne
    kind: TimeKind

    @property
    def is_part(self) -> bool:
        """Whether it is a part of the year: a quarter, a half."""
        return self.kind is TimeKind.PART

    @property
    def is_bare(self) -> bool:
        """Whether nothing is said of which year's it is."""
        return self.said is WhichOne.BARE

    @property
    def months(self) -> int:
        """How many months it has part in."""
        return (self.ends.year - self.starts.year) * 12 + self.ends.month - self.starts.month + 1


YEAR = re.compile(r"20\d\d(?:/\d\d(?:\d\d)?)?", re.ASCII)
_TWO_YEARS = re.compile(r"(?:20)?(\d\d)/(?:20)?(\d\d)", re.ASCII)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "opening": 1}
_FINAL = word_set("last final closing latter")
_PARTS = {"half": 2, "quarter": 4, "third": 3}
_COUNTED = {"months": 1, "quarters": 3}
_QUARTERS = {"one": 1, "two": 2, "three": 3, "four": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_OF_A_YEAR = re.compile(r"[qh][1-4]", re.ASCII)
_OWN = word_set("financial reporting municipal council fiscal")
_UNITS = word_set("quarter half month months year weeks period")
_CLOSES = word_set("quarter half half-year period month year year-end")
_CLOSING, _IS_OVER = word_set("end close finish"), word_set("ends end ended closes close closed finished close's end's")
_POINTS = word_set("half-year mid-year year-end")
OF_RESULTS = word_set(
    """figures figure data results result numbers number returns performance outturn rates rate count counts total
    totals position collection income spend arrears"""
)
"""What is known only when its time is over."""
_JOINED = word_set("first-half second-half first-quarter second-quarter third-quarter fourth-quarter")
PARTS = (
    _JOINED | _CLOSES | _UNITS | frozenset((*_PARTS, *_COUNTED, *(f"{each}{n}" for each in "qh" for n in range(1, 5))))
)
"""A word of every part of a year that is found."""


def part_at(words: Words, at: int, period: Period) -> Moment | None:
    """The part of a year that a word is the name of, the end of one, or the time to come after the period."""
    word, found = words.words[at], None
    if word in _COUNTED:
        found = _counted_months(words, at, period)
    elif word.removesuffix("'s") in _PARTS or _OF_A_YEAR.fullmatch(word):
        found = _of_a_year(words, at, period)
    if not found and word in _POINTS and words.at(at + 1) in OF_RESULTS:
        found = _part(at, at, period.whole_year, (1, 6) if word != "year-end" else (12, 12))
    if not found and word in _JOINED:
        nth, _, part = word.partition("-")
        length = 12 // _PARTS[part]
        found = _part(at, at, period.whole_year, ((_NTH[nth] - 1) * length + 1, _NTH[nth] * length))
    if not found and (word in _CLOSES or word == "year's"):
        found = _close_of(words, at, period)
    if not found and word == "half-year" and words.at(at - 1) == "the" and words.at(at - 2) in {"by", "until"}:
        found = _part(at, at, period.whole_year, (6, 6))
    if not found and word in _UNITS and words.at(at - 1) in {"coming", "forthcoming"}:
        found = Moment(at - 1, at, period.next.first_day, period.next.last_day, WhichOne.NEXT, TimeKind.PART)
    return found


def _of_a_year(words: Words, at: int, period: Period) -> Moment | None:
    """A part of the year: "Q3", "the fourth quarter", "the second half of the year"."""
    word, before = words.words[at].removesuffix("'s"), words.at(at - 1)
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
    if year == period.whole_year and (earlier := _year_before(words, first, year)):
        year, first = earlier
    months = 12 // parts
    return _part(first, last, year, ((number - 1) * months + 1, number * months)) if year else None


def _counted_months(words: Words, at: int, period: Period) -> Moment | None:
    """So many months or quarters of the year: "the last six months of the year", "quarters three and four"."""
    then = words.at(at + 3) if words.at(at + 2) in {"and", "to"} else ""
    if words.words[at] == "quarters" and words.at(at + 1) in _QUARTERS and then in _QUARTERS:
        first, last = _QUARTERS[words.words[at + 1]], _QUARTERS[then]
        return _part(at, at + 3, period.whole_year, (3 * first - 2, 3 * last)) if first <= last else None
    before, nth = words.at(at - 1), words.at(at - 2)
    if nth != "first" and nth not in _FINAL:
        return None
    count = (IN_WORDS.get(before) or (int(before) if before in {"3", "4", "6", "9"} else 0)) * _COUNTED[words.words[at]]
    year, last = _its_year(words, at + 1, period, must_be_told=True)
    if not year or not 0 < count < 12:
        return None
    return _part(at - 2, last, year, (13 - count, 12) if nth in _FINAL else (1, count))


def _part(first: int, last: int, year: Period, months: tuple[int, int]) -> Moment:
    """A part of a year, from one of its months to another."""
    begins, ends = (Period(year.year, month, 12, year.starts) for month in months)
    return Moment(first, last, begins.first_day, ends.last_day, WhichOne.SURE, TimeKind.PART)


def _close_of(words: Words, at: int, period: Period) -> Moment | None:
    """The end of the period, or of its year: "the end of the quarter", "before the year ends", "year end"."""
    word = words.words[at].removesuffix("'s")
    first = at - 1 - (words.at(at - 1) in _OWN | {"current", "same", "calendar"})
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
    if words.at(at - 1) == "calendar":
        ends = date(period.first_day.year, 12, 31)
    return Moment(first - 2 if is_end else at if not is_the else first, last, ends, ends, WhichOne.SURE, TimeKind.PART)


def _year_told(words: Words, at: int, year: Period) -> tuple[Period | None, int] | None:
    """The year told at a place, and its last word; no year where a single one does not say which is meant.

    Of two digits two years tell it ("22/23", "FY22-23"); behind a mark ("Q3 (22/23)", "Q3, 2022/23") only two do.
    """
    at += (is_behind := words.at(at) in {"(", ","})
    at += (is_short := words.at(at) in {"fy", "'"})
    found = words.at(at).removeprefix("fy")
    if not found[:1].isdecimal():
        return None
    is_split = words.at(at + 1) in {"-", "–", "/"} and words.at(at + 2).isdecimal()
    last = at + 2 * is_split
    both = _TWO_YEARS.fullmatch(f"{found}/{words.at(last)}" if is_split else found)
    if both and (int(both[1]) + 1) % 100 == int(both[2]):
        return year.later(2000 + int(both[1]) - year.year), last
    if is_behind or not (YEAR.fullmatch(found) or (found.isdecimal() and (is_short or found != words.at(at)))):
        return None
    return (year.later(int(found[:4]) - year.year) if year.starts == 1 and len(found) > 2 else None), at


def _year_before(words: Words, first: int, year: Period) -> tuple[Period, int] | None:
    """The year told right before a part of it, and its first word: "22/23 Q3"."""
    if not words.at(first - 1)[-1:].isdecimal():
        return None
    for begins in (first - 1, first - 3):
        found = _year_told(words, begins, year) if begins >= 0 and words.words[begins] not in {"(", ","} else None
        if found and found[0] and found[1] == first - 1:
            return found[0], begins
    return None


def _its_year(words: Words, after: int, period: Period, *, must_be_told: bool) -> tuple[Period | None, int]:
    """The year that a part of one is of, and the last word of both; none where it is a part of anything else."""
    year = period.whole_year
    of = words.at(after) in {"of", "in"}
    place = after + of
    found = words.at(place)
    is_behind = found in OF_RESULTS | {"report", "return"} and words.at(place + 1) in {"for", "of"}
    if told := _year_told(words, place + 2 * is_behind, year):
        return told[0], (after - 1 if is_behind else told[1])
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
