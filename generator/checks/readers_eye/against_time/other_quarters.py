"""TIME02: an earlier quarter's name as if it were now; TIME06: results of months after the quarter."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.checks.readers_eye.against_time.past_days import AHEAD
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.days import DATE, dates_in, months_in
from generator.checks.readers_eye.text.figures import figures_in
from generator.checks.readers_eye.text.sought import Sought, phrase
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import LAST_YEAR, quarter_of, quarters_in
from generator.model.period import Frequency, Period
from generator.model.problem import Problem

_QUARTER = Sought(r"\b(?:Q[1-4]|quarter (?:[1-4]|one|two|three|four)|(?:first|second|third|fourth) quarter)\b")
_COMPARED = phrase(
    """compared comparison that_of than since from against previous prior last earlier reported was were had
    at_the_end_of on_Q[1-4] on_the_(?:first|second|third)_quarter on_quarter both until at_Q[1-4] between during
    after next_year"""
)
_PRESENT = phrase("is are has have shows? remains? this_quarter current")
_TOLD = phrase(
    r"""has_\w+ have_\w+ is are was were saw rose fell reached stood got came climbed returned shows? recovered improved
    increased dropped had_\w+"""
)
READ_WITHIN = timedelta(days=92)
"""How long after a period its report is read, where no meeting is named: a quarter."""
_SEASONS = {
    **dict.fromkeys((6, 7, 8, 9), ("autumn", "winter")),
    **dict.fromkeys((10, 11, 12, 1), ("spring",)),
    **dict.fromkeys((2, 3, 4, 5), ("summer",)),
}
"""Seasons that have not begun when a period ends, or hardly have, by the month of its end."""
_SEASON_NOW = Sought(
    r"(?<!once )(?<!when )(?<!until )(?<!after )(?<!if )\b(?:the|this) (?P<season>spring|summer|autumn"
    r"|winter)(?: [a-z]+){0,2} (?:has|have|is|are) (?!due|expected"
    r"|planned|to\b|likely)\w+"
    r"|\b(?:early )?(?P<already>spring|summer|autumn|winter)(?: [a-z]+){1,2} (?:has|have|is|are) already\b"
)

_MONTH_OF = {
    "easter": 4,
    "christmas": 12,
    "new year": 1,
    "halloween": 10,
    "bonfire night": 11,
    "spring": 4,
    "summer": 7,
    "autumn": 10,
    "winter": 1,
}
_EVENT = "|".join(_MONTH_OF)
_COMES_NOW = Sought(
    r"\b(?:as we (?:now )?(?:approach|enter|near|(?:head|move|go) (?:in)?to(?:wards)?)|breaking up for|now that)"
    rf" (?:the )?(?:[a-z]+ )?(?P<coming>{_EVENT})\b"
    rf"|\b(?P<here>{_EVENT}) (?:is |are )?(?:now )?(?:approaching|upon us|under way|in full swing|around the corner)\b"
)


_SECOND_HALF = Sought(
    r"\b(?:we are|is|are) (?:now )?(?:well )?(?:in|into) (?P<half>the second half of (?:the|this) year)\b"
    r"|\b[Ii]n (?P<last>the (?:last|final) quarter of the (?:financial )?year)\b[^.;]{0,40}\b(?:is|are|have|has)\b"
)
_NEEDED = phrase("must needs? needed required? would could may might target forecast")
_SINCE_THEN = Sought(
    r"\b(?P<since>since (?:the )?(?:quarter|period|year|half[- ]year|month)(?:['’]s)?"
    r"(?: end(?:ed)?| closed| finished| was over)|after the (?:quarter|period|year)(?:['’]s)? (?:end|close)(?:d)?)\b"
)
_BY_HABIT = Sought(
    r"\b(?:every|each) (?:year|spring|summer|autumn|winter|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b|\b(?:always|usually|normally|typically|as a rule)\b"
)
_BESIDE_IT = Sought(
    r"\d ?(?:%|[a-z]+)? (?:in|for|at|during) (?:the )?(?:Q[1-4]|quarter (?:[1-4]|one|two|three|four)"
    r"|(?:first|second|third|fourth) quarter)\b"
)
"""A figure that is told of a quarter by its name."""


def another_quarter(text: Commentary) -> Iterator[Problem]:
    """TIME02 for an earlier quarter's name where the text tells of the present."""
    period = text.returned.own_period
    is_month = period.frequency is Frequency.MONTHLY
    for line, sentence in text.holding(DATE if is_month else _QUARTER):
        named = _earlier_month(sentence, period) if is_month else _earlier_quarter(sentence, period)
        if named and _PRESENT.search(sentence) and not _COMPARED.search(sentence):
            if _has_the_result(sentence, text) and _BESIDE_IT.search(sentence):
                continue  # set beside the result, which is of now
            yield text.problem("TIME02", line, sentence, named=named, quarter=called(period))


def _has_the_result(sentence: str, text: Commentary) -> bool:
    return text.result is not None and any(each.agrees_with(text.result) for each in figures_in(sentence))


def another_season(text: Commentary) -> Iterator[Problem]:
    """TIME02 for a feast or season told as just coming that comes neither in the period nor until it is read about."""
    period = text.returned.period
    read_on = text.known.meeting or period.last_day + READ_WITHIN
    for line, sentence in text.holding(_COMES_NOW):
        found = _COMES_NOW.search(sentence)
        named = (found["coming"] or found["here"]) if found else ""
        if named and not _may_be_coming(_MONTH_OF[named.lower()], period, read_on):
            yield text.problem("TIME02", line, sentence, named=named, quarter=called(period))


def _may_be_coming(month: int, period: Period, read_on: date) -> bool:
    """Whether a month is the period's last or later, and no later than the month after it is read about."""
    ahead = _months_from(period.first_day, month)
    return (
        _months_from(period.first_day, period.last_day.month)
        <= ahead
        <= _months_from(period.first_day, read_on.month + 1)
    )


def _months_from(day: date, month: int) -> int:
    """How many months after a day's own the next month of that number is."""
    return (month - day.month) % 12


def _earlier_quarter(sentence: str, period: Period) -> str:
    """The first quarter that is named, where all of them are earlier ones; empty where they are not."""
    named = quarters_in(sentence)
    return f"Q{named[0]}" if named and max(named) < (quarter_of(period) or 0) else ""


def _later_quarters(sentence: str, period: Period) -> list[str]:
    """The first quarter that is named, where all of them are later ones of the year."""
    named = quarters_in(sentence)
    own = quarter_of(period)
    is_later = named and own and min(named) > own and not (_NEEDED.search(sentence) or LAST_YEAR.search(sentence))
    return [f"Q{named[0]}"] if is_later else []


def _earlier_month(sentence: str, period: Period) -> str:
    """The first month that is named without a day, where all are earlier ones of the period's year; else empty."""
    named = months_in(sentence, period)
    return named[0][0] if named and all(day < period.first_day for _, day in named) else ""


def called(period: Period) -> str:
    """The period as a sentence of its year names it: ``Q2``, or else in full."""
    return period.part if period.frequency is Frequency.QUARTERLY else period.short


def after_the_quarter(text: Commentary) -> Iterator[Problem]:
    """TIME06 for a figure of what is measured, told of a month after the quarter, and for a later season as now."""
    period = text.returned.own_period
    quarter, ends_in = called(period), period.last_day.month
    for line, sentence in text.holding(DATE, _SEASON_NOW, _SECOND_HALF, _SINCE_THEN, _QUARTER):
        if AHEAD.search(sentence) or line not in text.account:
            continue
        later = [typed for typed, _, day in dates_in(sentence, period) if _is_later(typed, day.isoformat(), text)]
        since = _SINCE_THEN.search(sentence) if not _BY_HABIT.search(sentence) else None
        later += [since["since"]] if since else _later_quarters(sentence, period)
        if later and tells_of_results(sentence, text):
            yield text.problem("TIME06", line, sentence, named=later[0], quarter=quarter)
            continue
        half = _SECOND_HALF.search(sentence)
        if half and (2 * period.number <= period.per_year if half["half"] else not period.is_last):
            yield text.problem("TIME06", line, sentence, named=half["half"] or half["last"], quarter=quarter)
            continue
        season = _SEASON_NOW.search(sentence)
        named = season["season"] or season["already"] if season else ""
        if named.lower() in _SEASONS[ends_in]:
            yield text.problem("TIME06", line, sentence, named=named, quarter=quarter)


def _is_later(typed: str, day: str, text: Commentary) -> bool:
    """Whether a month, told without a day of its own, is after the period and no further off than the meeting.

    Without its year it may be a month of the period itself, where that has one of the name. Which months a year of
    another one's rhythm has, such as a school's, nobody says.
    """
    period = text.returned.own_period
    if period != text.returned.period and period.frequency is Frequency.YEARLY:
        return False
    read_on = text.known.meeting or min(period.next.last_day, period.last_day + READ_WITHIN)
    is_later = period.last_day.isoformat() < day and day[:7] <= read_on.isoformat()[:7]
    if typed[0].isdigit() or not is_later:
        return False
    return not any(period.first_day <= each <= period.last_day for _, each in months_in(typed, period))


def tells_of_results(sentence: str, text: Commentary) -> bool:
    """Whether a sentence has a figure of what the text is about, told as it came out."""
    if not _TOLD.search(sentence):
        return False
    figures, unit = figures_in(sentence), text.unit
    return any(each.unit == unit and unit for each in figures) or bool(figures and shared(sentence, text.subject))
