"""TIME02: an earlier quarter's name as if it were now; TIME06: results of months after the quarter."""

from collections.abc import Iterator

from generator.checks.readers_eye.against_time.past_days import AHEAD
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.days import DATE, dates_in
from generator.checks.readers_eye.text.figures import figures_in
from generator.checks.readers_eye.text.sought import Sought, phrase
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import quarters_in
from generator.model.problem import Problem

_QUARTER = Sought(r"\b(?:Q[1-4]|quarter (?:[1-4]|one|two|three|four)|(?:first|second|third|fourth) quarter)\b")
_COMPARED = phrase(
    """compared comparison that_of than since from against previous prior last earlier reported was were had at_the_end_of
    on_Q[1-4] both until at_Q[1-4] between during after"""
)
_PRESENT = phrase("is are has have shows? remains? this_quarter current")
_TOLD = phrase(
    r"has_\w+ have_\w+ is are was were saw rose fell reached stood shows? recovered improved increased dropped"
)
_SEASONS = {1: "autumn|winter", 2: "autumn|winter", 3: "spring", 4: "summer"}
"""Seasons that have not begun when a quarter ends, or hardly have, by the quarter."""
_SEASON_NOW = Sought(
    r"\b(?:the|this) (?P<season>spring|summer|autumn|winter)(?: [a-z]+){0,2} (?:has|have|is|are) (?!due|expected"
    r"|planned|to\b|likely)\w+"
)


def another_quarter(text: Commentary) -> Iterator[Problem]:
    """TIME02 for an earlier quarter's name where the text tells of the present."""
    period = text.returned.period
    for line, sentence in text.holding(_QUARTER):
        named = quarters_in(sentence)
        earlier = bool(named) and max(named) < period.quarter
        if earlier and _PRESENT.search(sentence) and not _COMPARED.search(sentence):
            yield text.problem("TIME02", line, sentence, named=f"Q{named[0]}", quarter=f"Q{period.quarter}")


def after_the_quarter(text: Commentary) -> Iterator[Problem]:
    """TIME06 for a figure of what is measured, told of a month after the quarter, and for a later season as now."""
    period = text.returned.period
    quarter = f"Q{period.quarter}"
    for line, sentence in text.holding(DATE, _SEASON_NOW):
        if AHEAD.search(sentence) or line not in text.account:
            continue
        later = [typed for typed, _, day in dates_in(sentence, period) if _is_later(typed, day.isoformat(), text)]
        if later and _tells_of_results(sentence, text):
            yield text.problem("TIME06", line, sentence, named=later[0], quarter=quarter)
            continue
        season = _SEASON_NOW.search(sentence)
        if season and season["season"].lower() in _SEASONS[period.quarter].split("|"):
            yield text.problem("TIME06", line, sentence, named=season["season"], quarter=quarter)


def _is_later(typed: str, day: str, text: Commentary) -> bool:
    """Whether a month, told without a day of its own, is after the quarter and no further off than the meeting."""
    period = text.returned.period
    read_on = text.known.meeting or period.next.last_day
    return not typed[0].isdigit() and period.last_day.isoformat() < day and day[:7] <= read_on.isoformat()[:7]


def _tells_of_results(sentence: str, text: Commentary) -> bool:
    if not _TOLD.search(sentence):
        return False
    figures, unit = figures_in(sentence), text.unit
    return any(each.unit == unit and unit for each in figures) or bool(figures and shared(sentence, text.subject))
