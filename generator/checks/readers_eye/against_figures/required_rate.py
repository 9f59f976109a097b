"""NUM07: a forecast that the rest of the year can hardly bring."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.forms.asked.fixed_questions import FIXED
from generator.judging.compared.adding_up import only_grows
from generator.judging.outcome import Judged, earlier_results
from generator.judging.plausibility import FULL
from generator.model.english import in_words, plural
from generator.model.measure import Basis, Kind, Measure, Polarity
from generator.model.problem import Problem, problem

_LIKELY, _SEASONAL = Fraction(8, 7), Fraction(5, 4)
"""How much better the rest of the year may be: more where the year adds up, for seasons and ends of years differ, and
where one period is left, which may differ more from the others than several together."""


def required_rate(text: OfMeasure) -> Iterator[Problem]:
    """NUM07 where what the rest of the year must bring is far better than the rate so far, or no percentage.

    A figure that adds up over the year needs the rest of it in what is left of it; any other, unless it is a
    snapshot or a rolling year, is taken for the average of periods alike. What is of one period goes by the year's
    earlier ones too, as far as they are known, or by the best of the last year. It may also be the last period's, as
    may a percentage of which the register does not say the basis, and must be out of reach as that too; so may a
    percentage of the year so far that its targets let grow be a sum. Nothing is said of figures below nought, nor where
    as much is planned.
    """
    judged = text.judged
    measure, period = judged.measure, judged.returned.own_period
    now, left = judged.quarter.actual, period.left
    forecast = judged.forecast.actual if judged.forecast else None
    if not isinstance(now, Decimal) or not isinstance(forecast, Decimal) or not left:
        return
    if measure.basis in {Basis.SNAPSHOT, Basis.ROLLING} or measure.polarity not in {Polarity.HIGHER, Polarity.LOWER}:
        return
    is_the_sum = measure.basis in {Basis.UNSAID, Basis.QUARTER} and seems_to_add_up(text)
    adds_up = only_grows(measure) or is_the_sum
    of_one = measure.basis is Basis.QUARTER or (is_the_sum and _is_of_one(judged))
    if now < 0 or forecast < 0 or (forecast == now and not adds_up):
        return
    so_far, year = _average(judged, now) if of_one else Fraction(now), Fraction(forecast)
    if is_the_sum and of_one:
        so_far *= period.number
    rate = so_far / period.number if adds_up else so_far
    whole = year if adds_up else period.per_year * year - (period.number - 1) * so_far
    needed = _as_printed((whole - so_far) / left, measure)
    is_planned = adds_up and not is_the_sum and _is_planned(whole - so_far, judged, period.number)
    may_be_a_sum = not adds_up and _may_add_up(judged) and year - so_far <= so_far / period.number * left * _SEASONAL
    if is_planned or may_be_a_sum:
        return
    is_share = measure.unit == "%" and measure.basis is Basis.UNSAID
    may_be_the_last = not adds_up and (measure.basis is Basis.QUARTER or is_share)
    asked_of_it = min(needed, year, key=lambda each: abs(each - rate)) if may_be_the_last else needed
    best = (max if measure.polarity is Polarity.HIGHER else min)((rate, *(_reached(text, now) if of_one else ())))
    likely = _SEASONAL if adds_up or left == 1 else _LIKELY
    if _is_far_better(asked_of_it, best, measure, likely) or (measure.unit == "%" and not 0 <= asked_of_it <= FULL):
        yield _asked(text, needed, rate, forecast)


def _asked(text: OfMeasure, needed: Fraction, rate: Fraction, forecast: Decimal) -> Problem:
    returned = text.judged.returned
    shown = {"needed": _shown(needed, text), "rate": _shown(rate, text), "forecast": text.judged.measure.show(forecast)}
    cell, label, left = returned.place("forecast_actual"), FIXED["forecast_actual"].label, returned.own_period.left
    return problem("NUM07", cell, label=label, left=_left(left, returned.own_period.word), **shown)


def _as_printed(needed: Fraction, measure: Measure) -> Fraction:
    """A percentage as exactly as it is printed: 100.03% is no more than 100.0%."""
    return Fraction(round(needed, measure.decimals)) if measure.unit == "%" else needed


def _is_far_better(needed: Fraction, rate: Fraction, measure: Measure, likely: Fraction) -> bool:
    more, less = (needed, rate) if measure.polarity is Polarity.HIGHER else (rate, needed)
    return more > less * likely


def _average(judged: Judged, now: Decimal) -> Fraction:
    """What the year's results come to on average; one that is not known is taken to be as the others."""
    year = judged.own_period.whole_year
    before = [figure for period, figure in earlier_results(judged).items() if period.whole_year == year]
    return Fraction(now + sum(before)) / (1 + len(before))


def _reached(text: OfMeasure, now: Decimal) -> tuple[Fraction, ...]:
    """The results of single periods that the form knows: what was reached within a year may be again."""
    returned = text.judged.returned
    known = (now, returned.previous_result, returned.year_ago_actual)
    return tuple(Fraction(each) for each in known if isinstance(each, Decimal))


def _may_add_up(judged: Judged) -> bool:
    """Whether a percentage of the year so far may be a sum, such as that of appraisals done: its targets grow."""
    quarter, year = judged.quarter.target, judged.forecast.target if judged.forecast else None
    is_so_far = judged.measure.basis is Basis.CUMULATIVE and judged.measure.unit == "%"
    return is_so_far and isinstance(quarter, Decimal) and isinstance(year, Decimal) and year >= quarter * _GROWS


_GROWS = Decimal("1.2")


def _is_of_one(judged: Judged) -> bool:
    """Whether a result is of one period alone: its target is nearer to a period's share of the year than to more."""
    quarter, year = judged.quarter.target, judged.forecast.target if judged.forecast else None
    period = judged.own_period
    if not isinstance(quarter, Decimal) or not isinstance(year, Decimal) or not year or period.is_first:
        return False
    share = Fraction(quarter) / Fraction(year) * period.per_year
    return abs(share - 1) < abs(share - period.number)


def _is_planned(rest: Fraction, judged: Judged, gone: int) -> bool:
    """Whether targets that ask clearly more of the rest of the year than of its beginning ask nearly for this rest."""
    quarter, year = judged.quarter.target, judged.forecast.target if judged.forecast else None
    if not isinstance(quarter, Decimal) or not isinstance(year, Decimal):
        return False
    planned, left = Fraction(year) - Fraction(quarter), judged.returned.period.left
    at_first, later = Fraction(quarter) / gone, planned / left
    if judged.measure.polarity is Polarity.HIGHER:
        return later > at_first * _LIKELY and rest <= planned * _LIKELY
    return later * _LIKELY < at_first and planned <= rest * _LIKELY


def _left(count: int, word: str) -> str:
    """What of the year is left, in so many periods that are called by the ``word``."""
    return f"the one {word} that is left" if count == 1 else f"each of the {in_words(count)} {plural(count, word)} left"


_FAR_ABOVE = Decimal("1.5")


def seems_to_add_up(text: OfMeasure) -> bool:
    """A count whose target for the year is far above that for the quarter, where the register does not say."""
    measure, forecast = text.judged.measure, text.judged.forecast
    quarter, year = text.judged.quarter.target, forecast.target if forecast else None
    counted = measure.kind in {Kind.NUMBER, Kind.MONEY} and measure.unit != "%"
    return (
        counted
        and isinstance(quarter, Decimal)
        and isinstance(year, Decimal)
        and quarter > 0
        and year > _FAR_ABOVE * quarter
    )


def _shown(figure: Fraction, text: OfMeasure) -> str:
    return text.judged.measure.show(Decimal(figure.numerator) / figure.denominator)
