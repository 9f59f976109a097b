"""Money that is reported in thousands or millions, in pounds: as a text has it, whatever it is told in."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from generator.judging.outcome import Judged
from generator.judging.status import Verdict

_SCALED = re.compile(r"£ ?(?P<scale>['’]?000s?|k|m|mn|bn?|(?:thousand|million|billion)s?)", re.IGNORECASE)
_EXPONENTS = {"0": 3, "'": 3, "’": 3, "k": 3, "t": 3, "m": 6, "b": 9}
"""By how many places an amount grows, by how the name of its scale begins."""

_Figure = TypeVar("_Figure")


def in_pounds(judged: Judged) -> Judged:
    """A measure whose unit is £m, £000 and so on, with every figure in pounds; any other as it is."""
    scaled = _SCALED.fullmatch(judged.measure.unit)
    if not scaled:
        return judged
    places = _EXPONENTS[scaled["scale"][0].lower()]

    measure, returned = judged.measure, judged.returned

    def larger(figure: _Figure) -> _Figure | Decimal:
        return figure.scaleb(places) if isinstance(figure, Decimal) else figure

    def verdict(half: Verdict) -> Verdict:
        return half._replace(actual=larger(half.actual), target=larger(half.target))

    return judged._replace(
        measure=replace(
            measure,
            unit="£",
            decimals=0,
            quarter_targets=tuple(map(larger, measure.quarter_targets)),
            year_end_target=larger(measure.year_end_target),
            levels=tuple((level, tuple(map(larger, values))) for level, values in measure.levels),
        ),
        returned=replace(
            returned,
            quarter=replace(returned.quarter, actual=larger(returned.quarter.actual)),
            forecast=replace(returned.forecast, actual=larger(returned.forecast.actual)),
            previous_actual=larger(returned.previous_actual),
            previous_revised=larger(returned.previous_revised),
            year_ago_actual=larger(returned.year_ago_actual),
        ),
        quarter=verdict(judged.quarter),
        forecast=judged.forecast and verdict(judged.forecast),
        direction=judged.direction._replace(before=larger(judged.direction.before)),
        history=tuple((period, larger(figure)) for period, figure in judged.history),
    )
