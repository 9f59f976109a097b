"""What was due and is not reported as done: a measure whose target is a day, or a milestone, with nothing given for it.

That the figure is missing does not hide it: it is at least as late as the quarter's last day.
"""

from datetime import date, timedelta
from typing import NamedTuple

from generator.model.figures import type_of_figure
from generator.model.measure import Kind, Measure, Polarity
from generator.model.officer_return import Return
from generator.model.period import Period
from generator.model.spellings import MONTHS, read_date

_ONE_DAY = timedelta(days=1)


class Overdue(NamedTuple):
    """What was ``due`` on a day and is not done on ``seen_on``, the last day of the quarter that is reported."""

    due: date
    seen_on: date

    @property
    def days(self) -> int:
        """How many days late it is at least: what was due on the last day itself is done a day later at best."""
        return (max(self.seen_on, self.due + _ONE_DAY) - self.due).days


type_of_halves = tuple[Overdue | None, Overdue | None]
"""The quarter, and the year end."""


def overdue_halves(measure: Measure, returned: Return, milestones: tuple[str, ...] = ()) -> type_of_halves:
    """What a return leaves overdue; ``milestones`` are the scheme's, best first."""
    quarter, forecast = if_nothing_is_reported(measure, returned.own_period, milestones)
    if returned.quarter.actual is not None or "quarter_actual" in returned.unreadable:
        return None, None
    if is_done_before(returned.previous_actual, measure, returned.own_period, milestones):
        return None, None
    given = returned.forecast.actual is not None or "forecast_actual" in returned.unreadable
    return quarter, None if given else forecast


def if_nothing_is_reported(measure: Measure, period: Period, milestones: tuple[str, ...] = ()) -> type_of_halves:
    """What is overdue at a quarter's end where nothing is given. What an earlier quarter asked for stays due.

    Where there is no forecast to say so, what the year asks for by a day counts for the quarter.
    """
    ends = [each.last_day for each in period.of_its_year()]
    given = zip(measure.quarter_targets, ends, strict=True)
    asked = [(target, end) for target, end in given if target is not None]
    asked = [each for each in asked if each[1] <= period.last_day]
    quarter = _due(*asked[-1], measure, period, milestones) if asked else None
    forecast = _due(measure.year_end_target, ends[-1], measure, period, milestones)
    if not measure.has_forecast:
        return _passed(quarter, period) or _passed(forecast, period), None
    return _passed(quarter, period), _passed(forecast, period)


def is_done_before(
    previous: type_of_figure | None, measure: Measure, period: Period, milestones: tuple[str, ...]
) -> bool:
    """Whether the quarter before has reported it as done: a day that had come by then, or the milestone itself."""
    if isinstance(previous, str):
        targets = (*measure.quarter_targets, measure.year_end_target, *milestones[:1])
        return previous.casefold() in {each.casefold() for each in targets if isinstance(each, str)}
    return isinstance(previous, date) and previous <= period.previous.last_day


def _passed(due: date | None, period: Period) -> Overdue | None:
    return Overdue(due, period.last_day) if due and due <= period.last_day else None


def _due(
    target: type_of_figure | None, ends: date, measure: Measure, period: Period, milestones: tuple[str, ...]
) -> date | None:
    """When a target is due: on its day; a milestone on the day in its words, else at the end of what it is for."""
    if measure.kind is Kind.DATE and isinstance(target, date):
        return None if measure.polarity is Polarity.HIGHER else target
    if measure.kind is not Kind.MILESTONE or not isinstance(target, str):
        return None
    is_whole = not milestones or target.casefold() == milestones[0].casefold()
    return day_in(target, period.whole_year.first_day) or (ends if is_whole else None)


def day_in(words: str, since: date) -> date | None:
    """The day that a milestone's words name: “Adopted by 31 October”; without a year, the first ``since`` then."""
    parts = words.replace("(", " ").replace(")", " ").split()
    for start in range(len(parts)):
        for size in (4, 3, 2, 1):
            said = parts[start : start + size]
            found = read_date(" ".join(said), since=since, estimate=True)
            if not found and _is_month(said, parts[max(0, start - 1)]):
                found = read_date(f"end {' '.join(said)}", since=since, estimate=True)
            if found:
                return found
    return None


def _is_month(said: list[str], before: str) -> bool:
    """Whether words name a month, with its year or after “by”: “may” alone may be no month."""
    is_named = said[0].casefold() in MONTHS
    return is_named and (len(said) == 2 or (len(said) == 1 and before.casefold() in {"by", "due"}))
