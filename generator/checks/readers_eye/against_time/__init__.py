"""A text against the calendar: the day of the meeting, the quarter, and what was written last quarter."""

from collections.abc import Callable, Iterator

from generator.checks.readers_eye.against_time.as_now import as_now
from generator.checks.readers_eye.against_time.calendar_slips import calendar_slips
from generator.checks.readers_eye.against_time.in_season import in_season
from generator.checks.readers_eye.against_time.last_quarter import due_actions, unchanged
from generator.checks.readers_eye.against_time.out_of_time import gone, not_yet
from generator.checks.readers_eye.against_time.own_period import own_period
from generator.checks.readers_eye.against_time.point_in_year import point_in_year
from generator.checks.readers_eye.against_time.results_told import results_told
from generator.checks.readers_eye.against_time.told import TimeTold, told_in
from generator.checks.readers_eye.against_time.vague_times import vague_times
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.sought import Sought
from generator.model.problem import Problem

_OF_DAYS: tuple[Callable[[TimeTold, Commentary], Problem | None], ...] = (gone, own_period, not_yet)
_OF_ITS_OWN_TIME: tuple[Callable[[TimeTold, Commentary], Problem | None], ...] = (as_now, in_season, results_told)
_IN_ARREARS = Sought(
    r"\b(?:reported|published|shown|collected|available|data|figures?|measured?)\b[^.]{0,40}"
    r" (?:in arrears?|(?:quarter|months?|term|year) (?:late|behind))\b"
)
"""What says that the results are of an earlier time than the period."""
_OF_A_TEXT: tuple[Callable[[Commentary], Iterator[Problem]], ...] = (
    calendar_slips,
    unchanged,
    due_actions,
    vague_times,
    point_in_year,
)


_ONCE = frozenset({"TIME02", "TIME06"})
"""Rules that are asked once of a sentence: its other times are told beside the first."""


def against_the_calendar(text: Commentary) -> Iterator[Problem]:
    """What is asked of a text; of each time that it names only the first that is found."""
    for rule in _OF_A_TEXT:
        yield from rule(text)
    asked = set[tuple[str, str]]()
    is_late = any(_IN_ARREARS.search(sentence) for _, sentence in text.holding(_IN_ARREARS))
    rules = _OF_DAYS if is_late else (*_OF_DAYS, *_OF_ITS_OWN_TIME)
    for told in told_in(text):
        found = next(filter(None, (rule(told, text) for rule in rules)), None)
        if found and (found.code not in _ONCE or (found.code, told.sentence) not in asked):
            asked.add((found.code, told.sentence))
            yield found


RULES: tuple[Callable[[Commentary], Iterator[Problem]], ...] = (against_the_calendar,)
