"""Rules on targets of another year: measures that the register may not have those of the reported year for."""

from collections.abc import Iterator, Sequence

from generator.history.past import History
from generator.judging.status import printed
from generator.model.english import listed
from generator.model.figures import as_figure
from generator.model.measure import Measure
from generator.model.period import Period, year_name
from generator.model.problem import Problem, problem
from generator.model.register import Register
from generator.reading.register.columns import ANY_TARGET, headers_of

_NAMED = 25


def check_borrowed_targets(register: Register, period: Period, history: History) -> Iterator[Problem]:
    """Tell of measures that are held against targets of another year than the period's, or may well be.

    REG14: the columns of the sheet of measures are for another year, and the register has no others. REG17: they are
    for this year, and still hold what a report of the year before had; nobody has said that this was decided.
    """
    judged = [
        each
        for each in register.measures
        if each.is_there(period) and each.has_targets and each.own_period(period).year not in each.years
    ]
    for year in sorted({_year(each, period) for each in judged}, reverse=True):
        of_it = [each for each in judged if _year(each, period) == year]
        of_another_year = [each for each in of_it if register.year_listed(each) not in {None, year}]
        if of_another_year:
            listed_for = year_name(register.year_listed(of_another_year[0]) or 0, period.starts)
            yield _told("REG14", of_another_year, register, period, listed=listed_for)
        left = [each for each in of_it if register.year_listed(each) == year and _is_left(each, period, history)]
        if left:
            yield _told("REG17", left, register, period, before=year_name(year - 1, period.starts))


def _year(measure: Measure, period: Period) -> int:
    return measure.own_period(period).year


def _is_left(measure: Measure, period: Period, history: History) -> bool:
    """Whether the targets that the year before ended with are still those of the measure."""
    before = [
        row
        for row in history.standing(measure).values()
        if row.reported_for.year == _year(measure, period) - 1 and (row.target or row.year_end_target)
    ]
    if not before:
        return False
    of_periods = {printed(target, measure) for target in measure.quarter_targets}
    of_year_end = printed(measure.year_end_target, measure)
    last, last_year_end = as_figure(before[-1].target), as_figure(before[-1].year_end_target)
    return last in {*of_periods, None} and last_year_end in {of_year_end, None}


def _told(code: str, measures: Sequence[Measure], register: Register, period: Period, **facts: str) -> Problem:
    over = len(measures) - _NAMED
    named = [f"{each.label}{_cells(each, register)}" for each in measures[:_NAMED]]
    facts |= {"year": measures[0].own_period(period).year_name}
    return problem(code, measures[0].place, measures=listed([*named, *([f"{over} more"] if over > 0 else [])]), **facts)


def _cells(measure: Measure, register: Register) -> str:
    """The first and the last cell of a measure's targets, in brackets; nothing where it has levels alone."""
    headings = headers_of("target", measure.frequency)
    targets = zip(headings, (*measure.quarter_targets, measure.year_end_target), strict=True)
    there = [
        heading if heading in register.columns else ANY_TARGET for heading, target in targets if target is not None
    ]
    cells = {register.place(measure, heading).cell or "" for heading in there}
    ends = sorted(cells, key=lambda cell: (len(cell), cell))
    return f" ({' to '.join(dict.fromkeys((ends[0], ends[-1])))})" if there else ""
