"""TIME07 and TIME02: the period called by another's name, or held against itself, and stretches that run past it."""

from collections.abc import Iterator
from datetime import date

from generator.checks.readers_eye.against_time.moments import Moment, WhichOne, moments_in
from generator.checks.readers_eye.against_time.other_quarters import READ_WITHIN, called
from generator.checks.readers_eye.against_time.stretches import STRETCH, Stretch, stretches_in
from generator.checks.readers_eye.against_time.tenses import Tense, tense_at
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.times import NAMED_QUARTER, quarter_in_match
from generator.checks.readers_eye.text.words import Words, words_read
from generator.model import english
from generator.model.period import MONTH_NAMES, Frequency, Period
from generator.model.problem import Problem

_CALLED = Sought(
    rf"\b(?P<which>last|previous|this|the current|next) quarter(?:,? \(|, ){NAMED_QUARTER}(?! (?:of )?(?:last|20\d\d))"
)
_STEPS = {"last": -1, "previous": -1, "this": 0, "the current": 0, "next": 1}
_AGAINST = Sought(
    r"\b(?:than|compared (?:with|to)|against|(?:up|down) (?:on|from)|(?:higher|lower|better|worse|more|fewer|less) than"
    r"|from £?[\d.,]+(?:%| [a-z]+)?)(?: (?:it was|they were|that|those|what it was|the end))?(?: (?:in|at|of|for))*"
    r"(?: the end of)? (?=Q[1-4]\b|(?:the )?(?:first|second|third|fourth|last) quarter|quarter [1-4o-t]|[a-z]+\b)"
)
_ANOTHER_YEAR = Sought(r"\b(?:last|previous|year (?:ago|before|earlier)|20\d\d|(?:twelve|12) months|same|target)\b")
_SO_FAR = Sought(r"\b(?:to date|so far)\b")
_WHOLE_YEARS = frozenset({12, 18, 24, 36, 48, 60})


def own_period(text: Commentary) -> Iterator[Problem]:
    """TIME07 for "last quarter (Q2)" in Q2, and a stretch beyond the period; TIME02 for what is held against itself."""
    period = text.returned.own_period
    read_on = text.known.meeting or period.last_day + READ_WITHIN
    for line, sentence in text.holding(_CALLED, _AGAINST, *STRETCH):
        found = _called_otherwise(sentence, period)
        if found:
            yield text.problem("TIME07", line, sentence, named=found, really=f"this is for {called(period)}")
        held = _held_against_itself(sentence, period, read_on)
        if held:
            yield text.problem("TIME02", line, sentence, named=held, quarter=called(period))
        span = _beyond(sentence, period, read_on)
        if span:
            ends = f"{period.name} ends on {english.day(period.last_day)}"
            yield text.problem("TIME07", line, sentence, named=span, really=ends)


def _called_otherwise(sentence: str, period: Period) -> str:
    """A quarter that is called the last, this or the next one, and is another."""
    if period.frequency is not Frequency.QUARTERLY:
        return ""
    for match in _CALLED.finditer(sentence):
        if quarter_in_match(match) != period.later(_STEPS[match["which"].lower()]).number:
            return match[0]
    return ""


def _held_against_itself(sentence: str, period: Period, read_on: date) -> str:
    """The period's own name, or its last month, where something is compared with it."""
    own = {"quarter", "half", f"q{period.number}", MONTH_NAMES[period.last_day.month - 1].lower()}
    if own.isdisjoint(words_read(sentence).every) or _ANOTHER_YEAR.search(sentence):
        return ""
    words = words_read(sentence)
    for match in _AGAINST.finditer(sentence):
        place = words.place(match.end())
        for moment in moments_in(words, period, read_on):
            if moment.first <= place <= moment.last and _is_its_end(words, moment, match[0], period):
                return words.quoted(moment.first, moment.last)
    return ""


def _is_its_end(words: Words, moment: Moment, before: str, period: Period) -> bool:
    if moment.is_part:
        return (moment.starts, moment.ends) == (period.first_day, period.last_day)
    is_end = moment.said is WhichOne.BARE and " end of" in before and words.at(moment.last + 1) not in {"to", "and"}
    return is_end and moment.ends == period.last_day


def _beyond(sentence: str, period: Period, read_on: date) -> str:
    """A stretch from the period's beginning, or the year's, that runs on beyond the day it is read on; or is too long.

    Of so many months to the period's last one it may be a year, the period or the year so far.
    """
    words = words_read(sentence)
    for span in stretches_in(sentence, read_on):
        told = tense_at(words, words.place(span.start), words.place(span.end - 1))
        is_so_far = told in {Tense.NOW, Tense.UNSAID} and _SO_FAR.search(sentence)
        is_done = told in {Tense.DONE, Tense.LATELY, Tense.AS_DONE} or is_so_far
        if is_done and (_is_of_no_length(span, period) if span.is_counted else _runs_on(span, period, read_on)):
            return span.typed
    return ""


def _is_of_no_length(span: Stretch, period: Period) -> bool:
    """Whether so many months that end with the period are neither it, nor the year so far, nor whole years."""
    length = 12 // period.per_year
    own = {length, period.months_gone} | _WHOLE_YEARS
    return span.last_day == period.last_day and length > 1 and span.months < 4 * length and span.months not in own


def _runs_on(span: Stretch, period: Period, read_on: date) -> bool:
    """Whether a stretch of no year begins with the period, or its year, and ends after it is read about."""
    last, firsts = span.last_day.month, {period.first_day.month, period.whole_year.first_day.month}
    begins = (last - span.months) % 12 + 1
    is_bare = "20" not in span.typed and last != period.last_day.month
    return is_bare and begins in firsts and _comes_after(last, period, read_on)


def _comes_after(month: int, period: Period, read_on: date) -> bool:
    """Whether a month of the period's year is after the day on which it is read about."""
    first = period.whole_year.first_day
    return date(first.year + (month < first.month), month, 1) > read_on
