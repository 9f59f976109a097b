"""NUM01: what a text says that the result was last period or a year ago, where the form has another."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.readers_eye.comparisons.references import grows
from generator.checks.readers_eye.figures_told.beside import counts_others, follows_another
from generator.checks.readers_eye.figures_told.reading import OfTime, Sure, ToldFigure
from generator.checks.readers_eye.figures_told.result import is_beside_another
from generator.checks.readers_eye.figures_told.slips import is_like, is_slip
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.roles import Role
from generator.checks.readers_eye.text.times import is_of_the_one_before, years_back
from generator.checks.readers_eye.text.told_of import known_figures
from generator.model.measure import Basis
from generator.model.period import month_name
from generator.model.problem import Problem

_MAY_BE_OF_THEN = frozenset({Role.EARLIER, Role.START, Role.END, Role.UNSAID})


def another_earlier_result(text: OfMeasure, told: Sequence[ToldFigure]) -> Iterator[Problem]:
    """NUM01 for each figure that is told of last period or of a year ago, and is like what the form has of that."""
    earlier = [each for each in (text.judged.returned.previous_actual, text.year_ago) if isinstance(each, Decimal)]
    for each in told:
        if each.is_known:
            if _is_of_the_other_time(each, text):
                yield _another(each, text, *_of_which_time(each, text)[:2])
            continue
        if not (any(is_like(each.figure.value, one) for one in earlier) or _COMPARES.match(each.sentence)):
            continue
        if each.role not in _MAY_BE_OF_THEN or each.sure is Sure.NOT or follows_another(each):
            continue
        what, right, is_sure = _of_which_time(each, text)
        if not isinstance(right, Decimal) or not _is_meant(each, right, is_sure=is_sure):
            continue
        actual = text.judged.quarter.actual
        if isinstance(actual, Decimal) and is_beside_another(each, told, actual):
            continue
        if each.sure is not Sure.HARDLY or text.has_the_result(each.sentence):
            yield _another(each, text, what, right)


def _is_meant(told: ToldFigure, right: Decimal, *, is_sure: bool) -> bool:
    """Whether a figure is like the one that it is told as, or can be nothing else: "This compares with 378 in Q1"."""
    if is_sure and told.sure is Sure.PLAIN and _COMPARES.match(told.sentence):
        return right <= 2 * told.figure.value <= 4 * right
    return (is_like if is_sure and not counts_others(told) else is_slip)(told.figure.value, right)


_COMPARES = re.compile(r"(?:That|This|It) (?:compares|compared|is compared) (?:with|to)\b")


def _another(told: ToldFigure, text: OfMeasure, what: str, right: object) -> Problem:
    known = text.judged.measure.show(right if isinstance(right, Decimal) else "")
    return text.problem("NUM01", told.line, told.sentence, number=told.figure.typed, what=what, known=known)


def _is_of_the_other_time(told: ToldFigure, text: OfMeasure) -> bool:
    """Whether the result of a year ago, which is no other figure of the form, is told as that of the period before."""
    others = {text.year_ago: OfTime.BEFORE, text.judged.returned.previous_actual: OfTime.A_YEAR_AGO}
    value = told.figure.value
    if value not in others or known_figures(text).count(value) > 1 or told.role not in _MAY_BE_OF_THEN:
        return False
    if not text.has_the_result(told.sentence) or told.when is not others[value]:
        return False
    clause, period = told.clause.whole, text.judged.own_period
    names_both = years_back(clause, period) is not None and is_of_the_one_before(clause, period)
    right = _of_which_time(told, text)[1]
    return isinstance(right, Decimal) and right != value and not names_both


def _of_which_time(told: ToldFigure, text: OfMeasure) -> tuple[str, object, bool]:
    """Of which time a figure is told, what the form has of that time, and whether it is sure to be told of it."""
    returned, before = text.judged.returned, "the result before it"
    if told.when is OfTime.A_YEAR_AGO:
        return "the result of a year ago", text.year_ago, True
    if told.when is OfTime.BEFORE:
        is_sum = grows(text) and text.judged.own_period.number > _SECOND
        return before, None if is_sum else returned.previous_actual, True
    if told.when is OfTime.UNSAID and told.role in {Role.START, Role.EARLIER}:
        return before, returned.previous_actual if text.has_the_result(told.sentence) else None, told.role is Role.START
    last_month = month_name(text.judged.own_period.previous.last_day)
    if told.when is OfTime.OTHER and last_month in told.clause.whole:
        return before, returned.previous_actual, text.judged.measure.basis is Basis.SNAPSHOT
    return "", None, False


_SECOND = 2
"""Of a sum, what came in an earlier period than the first is told in no form."""
