"""Rules on statuses that hang on the one before: measures of which that is not known."""

from collections.abc import Iterable, Iterator

from generator.judging.outcome import Judged
from generator.model.english import listed
from generator.model.period import Period
from generator.model.problem import Problem, problem

_NAMED = 3


def check_status_before(judged: Iterable[Judged], period: Period) -> Iterator[Problem]:
    """STAT06: a scheme asks for the last status of measures that were there before, and none is known."""
    asking = (each for each in judged if each.scheme.asks_for_before and each.measure.is_there(period.previous))
    unknown = [each.measure for each in asking if each.quarter.position.before is None]
    if not unknown:
        return
    over = len(unknown) - _NAMED
    named = [each.label for each in unknown[:_NAMED]] + ([f"{over} more"] if over > 0 else [])
    yield problem("STAT06", unknown[0].place, measures=listed(named), period=period.previous.name)
