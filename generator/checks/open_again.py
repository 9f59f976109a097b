"""HIST05: an earlier period that was opened again and not closed: until then its published figures are gone by."""

from collections.abc import Iterator

from generator.history.past import History
from generator.model.period import Period
from generator.model.problem import Place, Problem, problem


def check_open_again(history: History, period: Period, file: str) -> Iterator[Problem]:
    """Tell of each period before this one whose figures are being revised; ``file`` is what messages call the history.

    Forms and reports go by what was published of it, which somebody found to be wrong.
    """
    earlier = sorted(each for each in history.periods if each.last_day < period.last_day)
    for each in earlier:
        if history.was_closed(each) and not history.is_closed(each):
            yield problem("HIST05", Place(file), period=each.name, code=str(each))
