"""A text against the calendar: the day of the meeting, the quarter, and what was written last quarter."""

from collections.abc import Callable, Iterator

from generator.checks.readers_eye.against_time.calendar_slips import calendar_slips
from generator.checks.readers_eye.against_time.last_quarter import due_actions, unchanged
from generator.checks.readers_eye.against_time.other_quarters import after_the_quarter, another_quarter, another_season
from generator.checks.readers_eye.against_time.past_days import past_dates
from generator.checks.readers_eye.against_time.told_as_now import another_span, told_as_now
from generator.checks.readers_eye.against_time.vague_times import vague_times
from generator.checks.readers_eye.text.commentary import Commentary
from generator.model.problem import Problem

RULES: tuple[Callable[[Commentary], Iterator[Problem]], ...] = (
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
