"""NUM01 of groups or months that are all there are, and of which none, or every one, is above the result."""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.figures_told.result import not_the_result
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import Figure, figures_in
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.times import month_names_of
from generator.checks.readers_eye.text.told_of import names_nothing_else
from generator.model.measure import Basis
from generator.model.period import MONTH_NAMES
from generator.model.problem import Problem

_THE_OTHERS = Sought(
    r"\b(?:the (?:others?|rest|remainder|remaining)|elsewhere|everyone else|everywhere else|otherwise|for the rest)\b"
)
_MONTH = Sought(rf"\b(?:{'|'.join(MONTH_NAMES)})\b")
_TARGET = Sought(r"\b(?:target|profile|standard|forecast|last year|a year ago|year before|nationally|England)\b")


def groups_and_months(text: OfMeasure) -> Iterator[Problem]:
    """NUM01 where the rates of one group and of "the others", or of all months of the period, lie to one side of it."""
    actual = text.judged.quarter.actual
    if not isinstance(actual, Decimal) or text.unit == "£" or text.judged.measure.basis is Basis.ROLLING:
        return
    for line, sentence in text.holding(_THE_OTHERS, _MONTH, lines=text.account):
        rates = _of_the_months(sentence, text) or _of_two_groups(sentence, text)
        if rates and not min(rates) <= actual <= max(rates):
            shown = " and ".join(text.judged.measure.show(each) for each in (min(rates), max(rates)))
            yield not_the_result(text, line, sentence, shown)


def _of_two_groups(sentence: str, text: OfMeasure) -> list[Decimal]:
    """The rates of one group and of the others, where a sentence has these two alone."""
    found = _THE_OTHERS.search(sentence)
    if text.unit != "%" or not found or _TARGET.search(sentence):
        return []
    rates = [each for each in figures_in(sentence) if each.unit == text.unit]
    is_of_both = len(rates) == 2 and rates[0].end < found.start() < rates[1].start
    is_split = abs(sum((each.value for each in rates), Decimal(0)) - 100) <= 1
    return [each.value for each in rates] if is_of_both and not is_split and _are_rates(sentence, rates) else []


def _are_rates(sentence: str, rates: list[Figure]) -> bool:
    """Whether figures are told as rates of groups ("it was 79%"), not as shares of a whole ("79% of them were")."""
    before = (sentence[: each.start].rstrip().rpartition(" ")[2].lower() for each in rates)
    return all(each in _AT for each in before)


_AT = frozenset({"was", "is", "at", "were", "are", "stood", "reached", "had", "only", "just", "of"})


def _of_the_months(sentence: str, text: OfMeasure) -> list[Decimal]:
    """The results of the months of a period, told one by one; of what adds up, nothing."""
    months = month_names_of(text.judged.own_period)
    basis = text.judged.measure.basis
    adds_up = basis is Basis.CUMULATIVE or (not text.unit and basis is not Basis.SNAPSHOT)
    if len(months) != _QUARTER or adds_up or _TARGET.search(sentence):
        return []
    told = [month for month in months if month in sentence]
    rates = [each for each in figures_in(sentence) if each.unit in {text.unit, ""}]
    if not any(each.unit == text.unit for each in rates[:1]):
        return []  # after the first, the others may be told without their unit
    if len(told) != _QUARTER or len(rates) != _QUARTER:
        return []
    rest = sentence
    for each in rates:
        rest = rest.replace(each.typed, "")
    for month in months:
        rest = rest.replace(month, "")
    return [each.value for each in rates] if names_nothing_else(rest.partition(",")[0], text.title) else []


_QUARTER = 3
"""Months."""
