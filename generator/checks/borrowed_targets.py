"""Rules on the register of another year: measures whose targets are known for that of the settings alone."""

from collections.abc import Iterator

from generator.model.english import listed
from generator.model.measure import Measure
from generator.model.period import Period, year_name
from generator.model.problem import Problem, problem
from generator.model.register import Register

_NAMED = 3


def check_borrowed_targets(register: Register, period: Period) -> Iterator[Problem]:
    """REG14: measures are held against targets of another year than the period's, for the register has no others."""
    reported = (each for each in register.measures if each.is_there(period))
    borrowed = [each for each in reported if _is_borrowed(each, register, period)]
    if not borrowed:
        return
    over = len(borrowed) - _NAMED
    named = [each.label for each in borrowed[:_NAMED]] + ([f"{over} more"] if over > 0 else [])
    facts = {
        "year": borrowed[0].own_period(period).year_name,
        "measures": listed(named),
        "listed": year_name(register.year_listed(borrowed[0]) or 0, period.starts),
    }
    yield problem("REG14", borrowed[0].place, **facts)


def _is_borrowed(measure: Measure, register: Register, period: Period) -> bool:
    year = measure.own_period(period).year
    return register.year_listed(measure) not in {None, year} and year not in measure.years and measure.has_targets
