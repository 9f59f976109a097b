"""TIME07: how much of the year is told to be over, or left, where the period says otherwise."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.checks.readers_eye.against_time.tenses import Tense, tense_at
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.figures import IN_WORDS
from generator.checks.readers_eye.text.words import Words, has_any, word_set, words_read
from generator.model.english import counted
from generator.model.period import Period
from generator.model.problem import Problem

_A_YEAR = 12
_HALVES = word_set("half-year mid-year half-way midyear halfway midway")
_UNITS = {"months": 1, "month": 1, "quarters": 3, "quarter": 3, "half": 6, "third": 4, "thirds": 4}
_WORDS = frozenset(_UNITS) | _HALVES | {"financial"}
_GONE = word_set("gone over past behind in into elapsed through")
_LEFT = word_set("left remaining ahead remain")
_OF_NOW = frozenset((Tense.NOW, Tense.LATELY, Tense.UNSAID, Tense.TIMETABLED))
_BEGINS = word_set("begins starts beginning starting begun started")
_CLOSES = word_set("draws drawing nears nearing closes ending")
_AS = word_set("as with now while")
_POINTS = word_set("point stage mark position")
_OTHERS = word_set("school academic contract calendar rolling plan project programme term old-year first second")
"""Of another year than the report's, or of a half by its number."""


class _Point(NamedTuple):
    """How many months of the year are said to be over, and the first and last word of what says so."""

    gone: int
    first: int
    last: int
    at_most: int = 0
    """How many it may be at most, where no number of them is told."""


def point_in_year(text: Commentary) -> Iterator[Problem]:
    """TIME07 for a part of the year that is told as over, or left, and is not: "with half of the year gone" in Q3.

    Until the meeting the year goes on, so what is true on that day is right too; what is told as past or as to come is
    of another day.
    """
    period = text.returned.own_period
    if period.per_year == 1:
        return
    first = period.months_gone
    read_on = text.known.meeting or period.next.last_day
    last = max(first, min(_A_YEAR, _months_to(period, read_on)))
    for line, sentence in text.sentences:
        if not has_any(sentence, _WORDS):
            continue
        words = words_read(sentence)
        for point in _points_in(words):
            tells_of_now = tense_at(words, point.first, point.last) in _OF_NOW
            if tells_of_now and not (point.gone <= last and first <= max(point.gone, point.at_most)):
                named = words.quoted(point.first, point.last)
                really = f"{period.name} ends when {counted(first, 'month')} of the year are over"
                at = words.start(point.first)
                yield text.problem_at(at, "TIME07", line, sentence, named=named, really=really)
                break


def _months_to(period: Period, day: date) -> int:
    """The months of the period's year that are over on a day."""
    first = period.whole_year.first_day
    return (day.year - first.year) * _A_YEAR + day.month - first.month


def _points_in(words: Words) -> Iterator[_Point]:
    for at, word in enumerate(words.words):
        if word in _HALVES or (word == "half" and words.at(at + 1) in {"year", "way"}):
            point = _half_way(words, at)
        elif word in _UNITS:
            point = _share(words, at)
        elif word == "year":
            point = _phase(words, at)
        else:
            continue
        if point:
            yield point


def _phase(words: Words, at: int) -> _Point | None:
    """The beginning or the close of the year: "as the financial year begins", "with the year drawing to a close"."""
    whose = words.at(at - 1)
    first = at - 1 - (whose == "financial")
    after = words.at(at + 1) if words.at(at + 1) not in {"just", "now"} else words.at(at + 2)
    is_own = words.at(first) == "the" and words.at(first - 1) in _AS and whose == "financial"
    if is_own and after in _BEGINS:
        return _Point(0, first, at + 1, at_most=4)
    return _Point(9, first, at + 1, at_most=_A_YEAR) if is_own and after in _CLOSES else None


def _half_way(words: Words, at: int) -> _Point | None:
    """Half of the year: "at the half-year point", "half-way through the year"."""
    end = at + (words.words[at] == "half")
    after = words.at(end + 1)
    if words.words[end].endswith("way"):
        last = _year_after(words, end + 2) if after in {"through", "into", "in"} else None
        if not last and after in _POINTS and "at" in {words.at(at - 1), words.at(at - 2)}:
            last = end + 1
        return _Point(_A_YEAR // 2, at, last) if last else None
    place = at - 1 if words.at(at - 1) == "at" else at - 2
    is_point = words.at(place) == "at" and not words.at(place - 1)[:1].isdigit()  # a figure's label
    return _Point(_A_YEAR // 2, at, end + (after in _POINTS)) if is_point else None


def _share(words: Words, at: int) -> _Point | None:
    """A share of the year: "three months of it to go", "a quarter of the year gone", "nine months into the year"."""
    count = _count_before(words, at)
    if not count:
        return None
    months = count * _UNITS[words.words[at]]
    if (words.at(at + 1), words.at(at + 2), words.at(at + 3)) == ("of", "the", "way"):
        last = _year_after(words, at + 5) if words.at(at + 4) in {"through", "into"} else None
        return _Point(months, at - 1, last) if last and months <= _A_YEAR else None
    last = _year_after(words, at + 2) if words.at(at + 1) in {"of", "in", "into", "through"} else None
    into = words.at(at + 1) in {"into", "through"}
    after = last or at
    if into:
        return _Point(months, at - 1, after) if last and months <= _A_YEAR else None
    said, then = words.at(after + 1), words.at(after + 2)
    is_left = said in _LEFT or (said == "to" and then in {"go", "run", "come"})
    is_of_the_year = last or words.words[at] in {"quarters", "quarter"} or words.at(at - 2) == "with"
    if (
        not is_of_the_year
        or then.startswith("arrear")
        or (not last and "year" not in words.words and words.words[at] == "months")
    ):
        return None
    if months > _A_YEAR or not (is_left or said in _GONE):
        return None
    return _Point(_A_YEAR - months if is_left else months, at - 1, after + 1)


def _count_before(words: Words, at: int) -> int:
    word = words.at(at - 1)
    if words.words[at] in {"half", "third"}:
        return int(words.at(at - 1) not in _OTHERS)
    if word in {"a", "one"}:
        return 1
    return IN_WORDS.get(word) or (int(word) if word.isdecimal() and len(word) < 3 else 0)


def _year_after(words: Words, at: int) -> int | None:
    """The place of "the year" there, where it is the report's; "of year" is none."""
    place = at + (words.at(at) in {"the", "this", "our"})
    place += words.at(place) in {"financial", "reporting", "council"}
    return place if words.at(place) == "year" and words.at(at) in {"the", "this", "our"} else None
