"""A text against the calendar: the day of the meeting, the quarter, and what was written last quarter."""

from collections.abc import Callable, Iterator

from generator.checks.readers_eye.against_time.calendar_slips import calendar_slips
from generator.checks.readers_eye.against_time.last_quarter import due_actions, unchanged
from generator.checks.readers_eye.against_time.other_quarters import after_the_quarter, another_quarter, another_season
from generator.checks.readers_eye.against_time.other_times import other_times
from generator.checks.readers_eye.against_time.out_of_time import out_of_time, told_in
from generator.checks.readers_eye.against_time.own_period import own_period
from generator.checks.readers_eye.against_time.past_days import past_dates
from generator.checks.readers_eye.against_time.point_in_year import point_in_year
from generator.checks.readers_eye.against_time.told_as_now import another_span, told_as_now
from generator.checks.readers_eye.against_time.vague_times import vague_times
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.times import quarters_in
from generator.model.problem import Problem

_BY_WORDS: tuple[Callable[[Commentary], Iterator[Problem]], ...] = (
    past_dates,
    another_quarter,
    another_season,
    told_as_now,
    another_span,
    unchanged,
    due_actions,
    vague_times,
    after_the_quarter,
    calendar_slips,
)


def against_the_calendar(text: Commentary) -> Iterator[Problem]:
    """What is asked by the words of a sentence; and by its tenses, where nothing was asked of that sentence yet."""
    told = [each for rule in _BY_WORDS for each in rule(text)]
    yield from told
    times = list(told_in(text))
    by_tense = (out_of_time(text, times), other_times(text, times), point_in_year(text), own_period(text))
    for found in by_tense:
        for each in found:
            if not any(_is_of_the_same(each, other) for other in told):
                told.append(each)
                yield each


def _is_of_the_same(one: Problem, other: Problem) -> bool:
    """Whether two are about the same time in a line."""
    if one.place != other.place:
        return False
    times = [next((value for name, value in each.facts if name in {"date", "named"}), "") for each in (one, other)]
    is_one_quarter = quarters_in(times[0]) == quarters_in(times[1]) != ()
    return bool(times[1]) and (times[0] in times[1] or times[1] in times[0] or is_one_quarter)


RULES: tuple[Callable[[Commentary], Iterator[Problem]], ...] = (against_the_calendar,)
