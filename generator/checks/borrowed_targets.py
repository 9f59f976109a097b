"""Rules on the register of another year: measures whose targets are known for that of the settings alone."""

from collections.abc import Iterator

from generator.model.english import listed
from generator.model.measure import Register
from generator.model.period import Period, year_name
from generator.model.problem import Problem, problem

_NAMED = 3


def check_borrowed_targets(register: Register, period: Period) -> Iterator[Problem]:
    """REG14: measures are held against targets of another year than the period's, for the register has no others."""
    reported = (each for each in register.measures if each.is_there(period))
    borrowed = [each for each in reported if period.year not in each.years and each.has_targets]
    if register.year in {None, period.year} or not borrowed:
        return
    over = len(borrowed) - _NAMED
    named = [each.label for each in borrowed[:_NAMED]] + ([f"{over} more"] if over > 0 else [])
    facts = {
        "year": period.year_name,
        "measures": listed(named),
        "listed": year_name(register.year or 0, period.starts),
    }
    yield problem("REG14", borrowed[0].place, **facts)
