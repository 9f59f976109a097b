"""NUM01 of an earlier result that is told as this one; NUM11 of the year's target that is told as the period's."""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.against_figures.result import may_be_of_others, not_the_result
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import DIGIT, Figure, figures_in
from generator.checks.readers_eye.text.roles import Role, role_of
from generator.checks.readers_eye.text.sentences import around
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.times import LAST_YEAR, is_of_another_time, is_of_the_one_before
from generator.checks.readers_eye.text.told_of import is_said_of_it, names_nothing_else
from generator.model.period import month_name
from generator.model.problem import Problem

_SO_FAR = Sought(
    r"\b(?:at this (?:point|stage|time)|by now|so far|to date|for the (?:quarter|period|half[- ]year|half)|this quarter"
    r"|at (?:the )?half[- ]year|(?:first|second) half|half[- ]year(?:ly)?|for (?:quarter|Q) ?\d)\b"
)
_VERB = Sought(r"\b(?:is|are|was|were|has|have|had|stands?|stood|came|comes)\b")


def earlier_told_as_now(text: OfMeasure) -> Iterator[Problem]:
    """NUM01 once, where the text tells the result nowhere; NUM11 for each of the year's targets."""
    stale = None if text.tells_the_result else _told_earlier(text)
    if stale:
        yield stale
    target, year = text.judged.quarter.target, text.judged.forecast.target if text.judged.forecast else None
    if not isinstance(target, Decimal) or not isinstance(year, Decimal) or target == year:
        return
    for line, sentence in text.holding(_SO_FAR):
        for each in figures_in(sentence):
            is_the_years = each.unit == text.unit and each.value == year and role_of(sentence, each) is Role.TARGET
            if is_the_years and _is_of_now(sentence, each, text):
                shown = text.judged.measure.show(target)
                yield text.problem("NUM11", line, sentence, number=each.typed, target=shown)


def _is_of_now(sentence: str, figure: Figure, text: OfMeasure) -> bool:
    """Whether a target is told of the period: by the words beside it, or by its last month."""
    after = sentence[figure.end : figure.end + 40]
    month = month_name(text.judged.own_period.last_day)
    return bool(_SO_FAR.search_part(after)) or f" {month}" in after.partition(",")[0]


def _told_earlier(text: OfMeasure) -> Problem | None:
    returned, actual = text.judged.returned, text.judged.quarter.actual
    earlier = [each for each in (returned.previous_actual, text.year_ago) if isinstance(each, Decimal)]
    if not isinstance(actual, Decimal) or not earlier:
        return None
    others = [actual, text.judged.quarter.target, *(_of_the_year(text))]
    for line, sentence in text.holding(DIGIT, lines=text.account):
        for each in figures_in(sentence):
            is_earlier = each.unit == text.unit and each.value in earlier and each.value not in others
            if is_earlier and _is_put_forward(sentence, each, text):
                return not_the_result(text, line, sentence, each.typed)
    return None


def _of_the_year(text: OfMeasure) -> tuple[object, ...]:
    forecast = text.judged.forecast
    return (forecast.actual, forecast.target) if forecast else ()


def _is_put_forward(sentence: str, figure: Figure, text: OfMeasure) -> bool:
    """Whether a figure is told of what is measured, and of no other time than this."""
    period, clause = text.judged.returned.own_period, around(sentence, figure.start)
    if role_of(sentence, figure) not in {Role.UNSAID, Role.END} or may_be_of_others(sentence, clause, text):
        return False
    if LAST_YEAR.search_part(clause) or is_of_the_one_before(clause, period):
        return False
    if is_of_another_time(sentence, figure.start, period):
        return False
    if (not figure.unit and figure.value < _LARGE) or sentence[: figure.start].endswith("("):
        return False
    verb = _VERB.search_part(clause)
    return names_nothing_else(clause.replace(figure.typed, ""), text.title) or (
        verb is not None and is_said_of_it(clause[: verb.start()], text)
    )


_LARGE = 100
"""A smaller number may be of anything."""
