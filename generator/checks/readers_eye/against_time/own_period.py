"""TIME07 and TIME02: the period called by another's name, or held against itself, and stretches that run past it."""

from datetime import date
from functools import lru_cache

from generator.checks.readers_eye.against_time.parts_of_year import TimeKind, WhichOne
from generator.checks.readers_eye.against_time.tenses import Tense
from generator.checks.readers_eye.against_time.told import TimeTold, called
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.times import month_names_of
from generator.checks.readers_eye.text.words import word_set
from generator.model import english
from generator.model.period import Frequency, Period
from generator.model.problem import Problem

_STEPS = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1}
_ANOTHER_YEAR = word_set("last previous ago before earlier same target")
_COMING = word_set("forthcoming coming upcoming")
_WHOLE_YEARS = frozenset({12, 18, 24, 36, 48, 60})
_IS_FROM = frozenset(
    (("(",), (",",), ("covers",), ("covered",), ("is",), ("was",), ("runs", "from"), ("ran", "from"), (",", "from"))
)
_JUST_OVER = frozenset((("just", "ended"), ("just", "gone"), ("just", "past"), ("just", "over")))
_OTHERWISE = word_set("this spring summer autumn winter since then now q1 q2 q3 q4")
"""What tells of the period beside months of another."""
_IN_IT = word_set("in during over throughout")
_OF_IT = " of the quarter"
_NEAR = 14
"""Words after "last quarter, when" in which it is said when that was."""


def own_period(told: TimeTold, text: Commentary) -> Problem | None:
    """TIME07 for "last quarter (Q2)" in Q2, and a stretch beyond the period; TIME02 for what is held against itself."""
    period = told.period
    if really := _called_otherwise(told):
        return told.problem(text, "TIME07", named=told.named, really=really)
    if _has_its_months(told, text):
        return told.problem(text, "TIME02", named=told.named, quarter=called(period))
    if _is_own(told) and told.is_compared and not told.previous and _ANOTHER_YEAR.isdisjoint(told.words.words):
        return told.problem(text, "TIME02", named=told.named, quarter=called(period))
    if told.moment.kind is TimeKind.STRETCH and _is_beyond(told):
        ends = f"{period.name} ends on {english.day(told.last_day)}"
        return told.problem(text, "TIME07", named=told.named, really=ends)
    return None


def _called_otherwise(told: TimeTold) -> str:
    """What the last, this or the next quarter or year is, where another's name or month stands beside those words."""
    moment, period = told.moment, told.period
    if moment.kind is TimeKind.YEAR:
        return _year_called_otherwise(told)
    if period.frequency is not Frequency.QUARTERLY:
        return ""
    before = told.words.words[: moment.first]
    if moment.kind is TimeKind.STRETCH and before[-4:-1] == ("last", "three", "months") and before[-1] in {"(", ","}:
        is_it = moment.months == 3 and moment.starts.month in {told.first_day.month, period.next.first_day.month}
        return "" if is_it else f"this is for {called(period)}"
    if "quarter" not in before:
        return ""
    at = len(before) - 1 - before[::-1].index("quarter")
    after = before[at + 1 :]
    step = _STEPS.get(told.words.at(at - 1))
    is_just_over = after[:2] in _JUST_OVER
    if is_just_over or (told.words.at(at - 1) == "the" and told.words.at(at - 2) in _IN_IT):
        step = 0
    return "" if step is None else _quarter_called_otherwise(told, step, after[2 * is_just_over :])


def _quarter_called_otherwise(told: TimeTold, step: int, after: tuple[str, ...]) -> str:
    """What the quarter so many steps from the period is, where another is told right after its name."""
    words, moment, meant = told.words, told.moment, told.period.later(step)
    is_its_own = moment.kind is TimeKind.STRETCH and after in _IS_FROM and told.before != "between"
    starts, first = moment.starts, meant.first_day
    is_other = moment.months == 3 and (starts.month != first.month or (not moment.is_bare and starts != first))
    if is_its_own and is_other and (step == 0 or after in {("(",), (",",)}):
        return f"this is for {called(told.period)}"
    if moment.kind is TimeKind.PART and after in {("(",), (",",)} and "20" not in told.named:
        is_of_another = words.at(moment.last + 1) == "of" or starts.month == first.month or moment.months != 3
        return "" if is_of_another else f"this is for {called(told.period)}"
    is_when = after[:2] == (",", "when") or after[:3] == (",", "in", "which")
    is_then = is_when and len(after) < _NEAR and moment.kind is TimeKind.MONTH and told.begins == "in"
    if is_then and told.tense in {Tense.DONE, Tense.AS_DONE} and not told.near(meant.first_day, meant.last_day):
        return f"that is {meant.months}"
    return ""


def _year_called_otherwise(told: TimeTold) -> str:
    """What the last, this or the next year is, where another one is told after it: "this year (2024-25)"."""
    words, first, year = told.words, told.moment.first, told.period.whole_year
    if words.at(first - 1) in _COMING and told.moment.ends < told.first_day:
        return f"it ended on {english.day(told.moment.ends)}"
    is_of_two = (told.moment.last > first or "/" in words.words[first]) and words.at(first - 2) == "year"
    whose = words.at(first - 3 - (words.at(first - 3) == "financial"))
    meant = year.later(_STEPS[whose]) if is_of_two and whose in _STEPS else None
    is_just_over = whose == "last" and told.period.is_last and told.moment.starts == year.first_day
    is_it = not meant or told.moment.starts.year == meant.year or is_just_over
    return "" if is_it or not meant else f"that is {meant.year_name}"


def _has_its_months(told: TimeTold, text: Commentary) -> bool:
    """Whether months of another quarter are told of as the quarter's: all of those before, or one "of the quarter"."""
    moment, period, every = told.moment, told.period, told.words.words
    if moment.kind not in {TimeKind.MONTH, TimeKind.STRETCH} or not moment.is_bare:
        return False
    own, before = _months_in_words(period)
    if period.frequency is not Frequency.QUARTERLY or not own.isdisjoint(every) or not _OTHERWISE.isdisjoint(every):
        return False
    is_month_of_it = not {"month", "months"}.isdisjoint(every) and _OF_IT in " ".join(every)
    is_all_before = (
        not text.adds_up
        and not told.is_in_general
        and before <= set(every)
        and moment.ends.month == period.previous.last_day.month
    )
    is_asked = is_all_before or (is_month_of_it and not told.near(told.first_day, told.last_day))
    return is_asked and told.tense not in {Tense.TO_COME, Tense.TIMETABLED, Tense.NOW}


@lru_cache(8)
def _months_in_words(period: Period) -> tuple[frozenset[str], frozenset[str]]:
    """The months of a period, and of the one before."""
    own, before = (frozenset(name.lower() for name in month_names_of(each)) for each in (period, period.previous))
    return own, before


def _is_own(told: TimeTold) -> bool:
    """Whether it is the period by its name, or the end of its last month."""
    moment = told.moment
    if moment.is_part:
        return (moment.starts, moment.ends) == (told.first_day, told.last_day)
    is_end = "end" in told.words.words[max(told.begins_at, 0) : moment.first]
    return moment.kind is TimeKind.MONTH and moment.is_bare and is_end and moment.ends == told.last_day


def _is_beyond(told: TimeTold) -> bool:
    """Whether a stretch from the period's beginning, or the year's, runs on beyond the day it is read; or is too long.

    Of so many months to the period's last one it may be a year, the period or the year so far.
    """
    is_so_far = told.tense in {Tense.NOW, Tense.UNSAID} and not {"date", "far"}.isdisjoint(told.words.words)
    if told.tense not in {Tense.DONE, Tense.LATELY, Tense.AS_DONE} and not is_so_far:
        return False
    moment, period = told.moment, told.period
    if told.words.words[moment.first] in {"quarter", "half-year"} or told.words.at(moment.first + 1) == "months":
        return _is_of_no_length(moment.months, period) if moment.ends.month == told.last_day.month else False
    return _runs_on(told)


def _is_of_no_length(months: int, period: Period) -> bool:
    """Whether so many months that end with the period are neither it, nor the year so far, nor whole years."""
    length = 12 // period.per_year
    return length > 1 and months < 4 * length and months not in {length, period.months_gone} | _WHOLE_YEARS


def _runs_on(told: TimeTold) -> bool:
    """Whether a stretch of no year begins with the period, or its year, and ends after it is read about."""
    moment, period = told.moment, told.period
    firsts = {told.first_day.month, period.whole_year.first_day.month}
    is_yearly = told.tense is Tense.AS_DONE and told.begins_at > 0  # "cut" from April to October may be each year's
    is_bare = moment.said is WhichOne.BARE and not is_yearly and moment.ends.month != told.last_day.month
    return is_bare and moment.starts.month in firsts and _comes_after(moment.ends.month, period, told.read_on)


def _comes_after(month: int, period: Period, read_on: date) -> bool:
    """Whether a month of the period's year is after the day on which it is read about."""
    first = period.whole_year.first_day
    return date(first.year + (month < first.month), month, 1) > read_on
