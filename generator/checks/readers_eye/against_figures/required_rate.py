"""NUM07: a forecast that the rest of the year can hardly bring."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.forms.asked.fixed_questions import FIXED
from generator.judging.plausibility import FULL
from generator.model.measure import Basis, Kind, Polarity
from generator.model.problem import Problem, problem

_LIKELY = Fraction(110, 100)


def required_rate(text: OfMeasure) -> Iterator[Problem]:
    """NUM07 where what the quarters left must bring is a tenth better than the rate so far, or no percentage at all.

    A figure that adds up over the year needs the rest of it in the quarters that are left; any other, unless it is a
    snapshot or a rolling year, is taken for the average of four quarters alike. Nothing is said of figures
    below nought.
    """
    judged = text.judged
    measure, quarter = judged.measure, judged.returned.period.quarter
    now, left = judged.quarter.actual, 4 - quarter
    forecast = judged.forecast.actual if judged.forecast else None
    if not isinstance(now, Decimal) or not isinstance(forecast, Decimal) or not left:
        return
    if measure.basis in {Basis.SNAPSHOT, Basis.ROLLING} or measure.polarity not in {Polarity.HIGHER, Polarity.LOWER}:
        return
    adds_up = measure.basis is Basis.CUMULATIVE or (measure.basis is Basis.UNSAID and seems_to_add_up(text))
    if now < 0 or forecast < 0 or (forecast == now and not adds_up):
        return
    so_far, year = Fraction(now), Fraction(forecast)
    rate = so_far / quarter if adds_up else so_far
    needed = (year - so_far) / left if adds_up else (4 * year - quarter * so_far) / left
    more, less = (needed, rate) if measure.polarity is Polarity.HIGHER else (rate, needed)
    if more > less * _LIKELY or (measure.unit == "%" and not 0 <= needed <= FULL):
        shown = {"needed": _shown(needed, text), "rate": _shown(rate, text), "forecast": measure.show(forecast)}
        cell = judged.returned.place("forecast_actual")
        yield problem("NUM07", cell, label=FIXED["forecast_actual"].label, left=_QUARTERS_LEFT[left], **shown)


_QUARTERS_LEFT = {1: "the one quarter that is left", 2: "each of the two quarters left", 3: "each of the three left"}
_FAR_ABOVE = Fraction(3, 2)


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
        and year > _FAR_ABOVE * Fraction(quarter)
    )


def _shown(figure: Fraction, text: OfMeasure) -> str:
    return text.judged.measure.show(Decimal(figure.numerator) / figure.denominator)
