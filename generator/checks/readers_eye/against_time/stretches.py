"""Stretches of whole months that a text names: "between October and December", "the six months to the end of June"."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from generator.checks.readers_eye.text.days import MONTH, MONTHS, SHORT_MONTHS, last_day_of
from generator.checks.readers_eye.text.figures import IN_WORDS
from generator.checks.readers_eye.text.sought import Found, apart, without_overlaps
from generator.checks.readers_eye.text.words import PASSAGES

_YEAR = r"(?:,? (?P<{}>20\d\d))?"
_COUNT = "|".join((*(word for word, count in IN_WORDS.items() if 1 < count <= 12), *map(str, range(2, 13))))
STRETCH = apart(
    rf"\b(?:(?:from|between|during|in|over|for) )?(?P<first>{MONTH})\b{_YEAR.format('first_year')}"
    rf" ?(?:to|and|until|through|[-–]) ?(?P<last>{MONTH})\b{_YEAR.format('last_year')}"
    rf"|\b(?:(?P<count>{_COUNT}) months|(?P<quarter>quarter|three-month period)"
    r"|(?P<half>half[- ]year|six-month period))"
    rf" (?:up )?(?:to|ending|ended|until|ends)(?: in| on)?(?: the end of| end of)?(?: \d\d?(?:st|nd|rd|th)?(?: of)?)?"
    rf" (?P<to>{MONTH})\b{_YEAR.format('to_year')}"
)


class Stretch(NamedTuple):
    """A stretch of months: as it is typed, where that begins and ends, its length, and its last day."""

    typed: str
    start: int
    end: int
    months: int
    last_day: date
    is_counted: bool
    """Whether the text says how long it is."""


@lru_cache(PASSAGES)
def stretches_in(text: str, read_on: date) -> tuple[Stretch, ...]:
    """The stretches that a text names; without a year, the last that had ended when it is read."""
    return tuple(_stretches_in(text, read_on))


def _stretches_in(text: str, read_on: date) -> Iterator[Stretch]:
    for match in without_overlaps(each for sought in STRETCH for each in sought.finditer(text)):
        last, year = (match["last"], match["last_year"]) if match["last"] else (match["to"], match["to_year"])
        month = _number(last)
        ends = last_day_of(int(year) if year else read_on.year, month)
        if not year and ends > read_on:
            ends = last_day_of(read_on.year - 1, month)
        yield Stretch(match[0], match.start(), match.end(), _length(match, month), ends, not match["last"])


def _length(match: Found, last: int) -> int:
    if match["first"]:
        return (last - _number(match["first"])) % 12 + 1
    if match["count"]:
        return IN_WORDS.get(match["count"].lower()) or int(match["count"])
    return 3 if match["quarter"] else 6


def _number(month: str) -> int:
    return MONTHS.get(month.lower()) or SHORT_MONTHS[month.lower()]
