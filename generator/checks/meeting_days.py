"""The day of the meeting that a report goes to: one before the period's end was left from the last meeting."""

from collections.abc import Iterator, Mapping

from generator.checks.readers_eye.text.days import day_of
from generator.model.english import day
from generator.model.period import Period
from generator.model.problem import Place, Problem, problem


def check_meeting_days(meetings: Mapping[str, str], period: Period, settings: str) -> Iterator[Problem]:
    """Tell of meetings that are before a period ends. They go by the headings in ``settings`` that they stand under."""
    for heading, meeting in meetings.items():
        held = day_of(meeting)
        if held and held < period.last_day:
            facts = {"meeting": meeting, "heading": heading, "period": period.name, "end": day(period.last_day)}
            yield problem("SET11", Place(settings), **facts)
