"""Which period the words round a figure say that it is of: a quarter, another year, another place."""

import re
from functools import lru_cache

from generator.checks.readers_eye.text.sentences import around
from generator.checks.readers_eye.text.sought import Found, Sought, any_of, phrase
from generator.checks.readers_eye.text.words import PASSAGES
from generator.model.period import MONTH_NAMES, Frequency, Period, month_name

_SEASONAL = frozenset({4, 3, 2})

NAMED_QUARTER = (
    r"\b(?:(?:Q|quarter )(?P<digit>1|2|3|4)\b"
    r"|(?:quarter (?P<word>one|two|three|four)|(?P<nth>first|second|third|fourth) quarter)\b)"
)
_QUARTER_BESIDE = Sought(rf"£?[\d.,]+ ?%?(?: [a-z]+){{0,3}}? (?:in|for|at|during|of) (?:the )?(?:{NAMED_QUARTER})")
_QUARTER = Sought(NAMED_QUARTER)
_MONTH = any_of(
    """January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul
    Aug
    Sept? Oct Nov Dec"""
)
_ANOTHER = any_of("last previous prior preceding same")
_ELSEWHERE = any_of("historical national region England (?<!on_)average_for comparator neighbour")
ELSEWHERE = Sought(rf"\b(?:{_ELSEWHERE})")
"""What says that a figure is of another place, or of several."""
OF_TIMES_TO_COME = phrase("will would should could may might expect expected aim hope plan if target need")
"""What says that a figure is not yet so, or only wanted."""
_OTHER_TIME = Sought(
    rf"\b(?:{_ANOTHER}) (?:quarter|year|period|month|time)(?:['’]?s)?\b"
    r"|\b(?:year before|years? ago|years? earlier|months ago|quarters ago|by the end of|(?:19|20)\d\d)\b"
    rf"|\b(?:{_ELSEWHERE})"
    rf"|\b(?:{_MONTH})\b ?['’]?\d\d\b|\b\d\d/\d\d\b"
    rf"|(?-i:\b(?:{_MONTH})\b)"
)
_NOW = Sought(
    r"\b(?:this quarter|(?<!since )(?<!before )the (?:current )?(?:quarter|period|three months)|current(?:ly)?)\b"
    r"(?! (?:to|ended|ending|before|earlier)\b)"
)
LAST_YEAR = Sought(
    r"\b(?:(?:last|previous|prior) (?:financial )?year|year ago|year (?:before|earlier)|year[- ]on[- ]year"
    r"|(?:twelve|12) months (?:ago|earlier|before|previously)|this time last year"
    r"|(?:over|in|on) the (?:last )?year|(?:over|in) a year|last (?:spring|summer|autumn|winter)"
    r"|(?:same|corresponding|equivalent|comparable)"
    r" (?:[a-z]+ ){1,3}?(?:of |in |a |the |during )*(?:last|previous|20\d\d|year)"
    r"|(?:a|one) year (?:back|previously)|(?:twelve|12) months back)\b"
)
"""What says that a comparison is with a year ago."""
LAST_QUARTER = Sought(
    r"\b(?:(?:last|previous|prior|preceding|first|second|third) quarter|quarter before|between the (?:two )?quarters"
    r"|(?:three months|quarter) (?:ago|earlier|before)|on Q[1-4]|since Q[1-4]|than (?:in )?Q[1-4]"
    r"|in Q[1-4]|to Q[1-4]|with Q[1-4]|(?:over|during) the quarter)\b"
)
"""What says that a comparison is with the quarter before."""


def quarter_named(text: str, at: int) -> int | None:
    """The quarter that a figure is said to be of: right after it, or else the last named in its clause."""
    if not _QUARTER.may_be_in(text):
        return None
    found = _QUARTER_BESIDE.match_part(text, at)
    if not found:
        named = list(_QUARTER.finditer_part(around(text, at)))
        found = named[-1] if named else None
    return quarter_in_match(found) if found else None


@lru_cache(2 * PASSAGES)
def quarters_in(text: str) -> tuple[int, ...]:
    """Every quarter (1 to 4) that a text names, in order."""
    return tuple([quarter_in_match(match) for match in _QUARTER.finditer(text)])


_SEASON_OF = {6: "(?:the )?spring|midsummer", 9: "(?:the )?summer", 12: "(?:the )?autumn", 3: "(?:the )?winter"}
"""The season of a quarter, by its last month."""
_BACK_TO = (
    r"(?:since|from|(?:end|close|start|beginning) of|compared (?:with|to)|(?:than|as)(?: [a-z]+){0,2}? (?:in|at|for)"
    r"|(?:than|as)|where(?: [a-z]+){1,3}? (?:in|at)|what(?: [a-z]+){1,3}? (?:in|at)"
    r"|up on|down on|better than|worse than|on|with|against|between)(?: the (?:end|close) of)?"
)


def names_the_last(text: str, period: Period) -> bool:
    """Whether a text compares with the period before: "last quarter", "quarter 1", or "since June", its last month."""
    is_quarter = period.frequency is Frequency.QUARTERLY
    if is_quarter and (LAST_QUARTER.search(text) or quarters_in(text) == (quarter_of(period.previous),)):
        return True
    return _naming(period.previous).search_part(text) is not None


def is_of_the_one_before(clause: str, period: Period) -> bool:
    """Whether a clause tells of the period before, by its number, its season or its months: "the spring brought"."""
    named = quarters_in(clause) if period.frequency is Frequency.QUARTERLY else ()
    if named:
        return named == (quarter_of(period.previous),)
    return names_the_last(clause, period) or _named(period.previous).search_part(clause) is not None


@lru_cache(8)
def _named(period: Period) -> Sought:
    first, last = (month_name(day) for day in (period.first_day, period.last_day))
    season = _SEASON_OF.get(period.last_day.month) if period.per_year in _SEASONAL else None
    months = rf"{first} (?:to|and) {last}|(?:\d|three|four|six) months to {last}" if first != last else last
    return Sought(rf"\b(?:{months}{f'|(?:in |over |during |for )?{season}' if season else ''})\b")


def years_back(clause: str, period: Period) -> int | None:
    """How many years before a period's own lies the one that a clause names, in words or numbers; None if it has none.

    A year by itself is one of the calendar: in a period of January to March 2019, 2018 is a year back.
    """
    if LAST_YEAR.search_part(clause):
        return 1
    found = _YEAR.search_part(clause)
    if not found:
        return None
    if found["ends"]:
        return period.year - (2000 + int(found["starts"][-2:]))
    return period.last_day.year - int(found["year"])


_YEAR = Sought(r"\b(?:(?P<starts>(?:20)?\d\d)[-/–](?P<ends>(?:20)?\d\d)|(?P<year>20\d\d))\b(?![.,]?\d|%)")


def is_up_to_now(clause: str, period: Period) -> bool:
    """Whether a clause names the end of the period, or all of the year up to it: "by the end of September"."""
    return _up_to(period).search_part(clause) is not None


@lru_cache(8)
def _up_to(period: Period) -> Sought:
    last, day, year = month_name(period.last_day), period.last_day.day, period.last_day.year
    first = month_name(period.whole_year.first_day)
    half = "|half[- ]year|first half" if period.number * 2 == period.per_year else ""
    return Sought(
        rf"\b(?:(?:(?:end|close) of|by|to|until|up to|{day}|{day}(?:st|th)(?: of)?) {last}"
        rf"(?! ?(?:20(?!{year % 100})|last))"
        rf"|{last} (?:census|count|snapshot)|since {first}{half})\b"
    )


def in_the_period(text: str, period: Period) -> bool:
    """Whether a text says that something moved within the period, and so since the one before: "in the quarter"."""
    return any(f"{word} the {period.word}" in text for word in ("in", "over", "during", "within", "across"))


@lru_cache(8)
def _naming(period: Period) -> Sought:
    """What names a period as the one before: its last month or season as what is compared with, or its months."""
    first, last = (month_name(day) for day in (period.first_day, period.last_day))
    season = _SEASON_OF.get(period.last_day.month) if period.per_year in _SEASONAL else None
    months = rf"|{_BACK_TO} (?:in )?{first} (?:to|and) {last}" if first != last else ""
    return Sought(
        rf"\b(?:{_BACK_TO} (?:{last}{f'|{season}' if season else ''}){months}"
        rf"|(?:last|previous|prior|preceding) (?:{period.word}|time|return|report)"
        r"|(?:previous|prior|preceding|earlier) (?:figure|result|score|rate|reading)"
        rf"|{period.word} (?:before|earlier|ago))\b"
    )


def quarter_of(period: Period) -> int | None:
    """The number of a period among its year's quarters; None where it is none."""
    return period.number if period.frequency is Frequency.QUARTERLY else None


def is_of_another_time(text: str, at: int, period: Period) -> bool:
    """Whether the words round a figure say that it is of another quarter, another year, or another place."""
    quarter = quarter_named(text, at)
    if quarter is not None:
        return quarter != quarter_of(period)
    return names_another_time(around(text, at), period)


def names_another_time(clause: str, period: Period) -> bool:
    """Whether a clause names another month or year, or another place, and not the period."""
    if is_its_span(clause, period):
        return False
    return bool(_OTHER_TIME.search_part(clause)) and not _NOW.search_part(clause)


def names_now(clause: str, period: Period) -> bool:
    """Whether a clause names the period."""
    return bool(_NOW.search_part(clause)) or is_its_span(clause, period)


def is_of_now(text: str, at: int, period: Period) -> bool:
    """Whether the words round a figure say that it is of this quarter."""
    quarter = quarter_named(text, at)
    if quarter is not None:
        return quarter == quarter_of(period)
    return names_now(around(text, at), period)


def is_its_span(text: str, period: Period) -> bool:
    """Whether a text names the period by its first and last months, or by its last: "the quarter to September".

    A period of one month is told of by its name at every turn: beside no other one, and of no other year.
    """
    first, last = (month_name(day) for day in (period.first_day, period.last_day))
    if last not in text:
        return False
    if first != last:
        return any(f"{each} {last}" in text for each in (f"etween {first} and", f"{first} to", *_ENDS_IN))
    is_alone = not any(each in text for each in MONTH_NAMES if each != last)
    return is_alone and re.search(rf"\b[Ll]ast {last}|{last} (?!{period.last_day.year}\b)20\d\d", text) is None


_ENDS_IN = tuple(f"{word} {ends}" for word in ("quarter", "months") for ends in ("to", "ended", "ending"))


def quarter_in_match(match: Found) -> int:
    """The number of the quarter that NAMED_QUARTER matched."""
    if match["digit"]:
        return int(match["digit"])
    if match["word"]:
        return ("one", "two", "three", "four").index(match["word"].lower()) + 1
    return ("first", "second", "third", "fourth").index(match["nth"].lower()) + 1


def month_names_of(period: Period) -> list[str]:
    """The names of a period's months, the first first."""
    first, count = period.first_day.month - 1, len(MONTH_NAMES) // period.per_year
    return [MONTH_NAMES[(first + each) % len(MONTH_NAMES)] for each in range(count)]
